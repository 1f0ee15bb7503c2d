//! What the quoted message asked and the draft does not answer.

use std::collections::HashSet;

use super::{ActKind, Ask, AskForm, Message, Passage, Placed};
use crate::document::BlockKind;
use crate::language::{Token, TokenKind, Upos, verbs};

/// Words by which a draft takes a stand on what it was asked.
const STANCE: &[&str] = &[
    "yes",
    "yep",
    "yeah",
    "no",
    "nope",
    "ok",
    "okay",
    "sure",
    "agreed",
    "approved",
    "confirmed",
    "confirm",
    "done",
    "signed",
    "sent",
    "fine",
    "absolutely",
    "certainly",
    "definitely",
    "unfortunately",
    "sorry",
    "afraid",
    "can",
    "ca",
    "cannot",
    "will",
    "'ll",
    "wo",
    "works",
];

impl Message {
    /// The asks of the message replied to that nothing in the draft takes up. Where in doubt an ask counts as taken up.
    pub fn unanswered(&self) -> Vec<Placed<'_, Ask>> {
        let own = Own::of(self);
        if own.sentences == 0 {
            return Vec::new();
        }
        let asked = self
            .quoted_asks()
            .filter(|ask| ask.passage.block.depth == 1);
        asked
            .filter(|ask| !self.is_answered_below(ask) && !own.takes_up(ask))
            .collect()
    }

    /// Whether the writer's words stand right below the quoted paragraph that asks.
    fn is_answered_below(&self, ask: &Placed<'_, Ask>) -> bool {
        let at = self
            .passages
            .partition_point(|(offset, _)| *offset <= ask.offset);
        self.passages
            .get(at)
            .is_some_and(|(_, next)| next.block.depth == 0)
    }
}

/// What the draft says, as far as an answer shows in it.
struct Own {
    /// Lemmas of nouns, verbs and numbers.
    words: HashSet<String>,
    stance: bool,
    /// Whether a day or clock time is told.
    time: bool,
    /// Whether a person is named.
    person: bool,
    /// Whether the draft asks back.
    asks_back: bool,
    /// Sentences that say more than hello and goodbye.
    sentences: usize,
}

impl Own {
    fn of(message: &Message) -> Self {
        let mut own = Self {
            words: HashSet::new(),
            stance: false,
            time: false,
            person: false,
            asks_back: false,
            sentences: 0,
        };
        for (_, passage) in message.own() {
            if matches!(passage.block.kind, BlockKind::Greeting | BlockKind::Closing) {
                continue;
            }
            own.add(passage);
        }
        own
    }

    fn add(&mut self, passage: &Passage) {
        for act in &passage.acts {
            match &act.kind {
                ActKind::Ask(_) => self.asks_back = true,
                ActKind::Commitment(_) | ActKind::Decline => self.stance = true,
                ActKind::Information | ActKind::Thanks => {}
                ActKind::Greeting | ActKind::Closing => continue,
            }
            self.sentences += 1;
        }
        self.time |= !passage.times.is_empty();
        for token in &passage.words.tokens {
            self.stance |= STANCE.contains(&token.norm.as_str());
            self.person |= token.tag.upos == Upos::Propn || token.is_any(&["i", "me", "we", "us"]);
            self.words.extend(content(token));
        }
    }

    /// Whether something in the draft may answer the ask.
    fn takes_up(&self, ask: &Placed<'_, Ask>) -> bool {
        let span = ask.act.span;
        let tokens = &ask.passage.words.tokens;
        let from = tokens.partition_point(|token| token.span.start < span.start);
        let words = || {
            tokens[from..]
                .iter()
                .take_while(|token| token.span.end <= span.end)
        };
        let about = words()
            .filter_map(content)
            .any(|word| self.words.contains(&word));
        let when = words().any(|token| token.is_any(&["when", "date", "day", "time", "deadline"]));
        let who = words().any(|token| token.is_any(&["who", "whom", "whose"]));
        let open = words().any(|token| token.is_any(&["what", "which", "where", "why", "how"]));
        about
            || self.asks_back
            || when && self.time
            || who && self.person
            || !open && !who && !when && self.stance
            || ask.fact.form == AskForm::Open
    }
}

/// The word by which two sentences show that they speak of the same thing.
fn content(token: &Token) -> Option<String> {
    let tells = matches!(token.tag.upos, Upos::Noun | Upos::Propn | Upos::Num)
        || token.tag.upos == Upos::Verb
        || token.tag.upos == Upos::X && token.span.len() > 4;
    let common = token.is_any(&[
        "have", "do", "be", "get", "know", "let", "send", "sent", "need", "want", "please",
        "thanks", "thank", "think", "come", "go", "got", "make",
    ]);
    (token.kind != TokenKind::Mark && tells && !common).then(|| {
        verbs::lemma(&token.norm).unwrap_or_else(|| token.norm.trim_end_matches('s').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::{self, Format};
    use crate::facts::due::{Calendar, Weekdays};
    use crate::facts::passage;

    /// How many asks of the quoted message the draft leaves open.
    fn open(text: &str) -> usize {
        let calendar = Calendar {
            today: jiff::civil::date(2026, 11, 22),
            day_first: true,
            next_is_next_week: true,
            working_days: Weekdays::MONDAY_TO_FRIDAY,
            holidays: [].into(),
            end_of_day: jiff::civil::time(17, 0, 0, 0),
        };
        let document = document::read(text, Format::Text);
        let passages = document.blocks.iter().map(|block| {
            let read = passage(block.span.of(text), block, Format::Text, &calendar, None);
            (block.span.start, Arc::new(read))
        });
        let message = Message {
            passages: passages.collect(),
            subject: None,
            document,
            today: calendar.today,
        };
        message.unanswered().len()
    }

    #[test]
    fn a_question_that_nothing_takes_up_is_open() {
        for text in [
            "Thanks, I got the file.\n\n> Which date suits you?\n",
            "The file is attached.\n\n> Can you come on Friday?\n",
            "The logo is blue now.\n\n> Where is the key?\n",
        ] {
            assert_eq!(open(text), 1, "{text}");
        }
    }

    #[test]
    fn a_stance_a_day_a_name_or_the_same_words_take_it_up() {
        for text in [
            "Friday 8 May.\n\n> Which date suits you?\n",
            "Yes, I can.\n\n> Can you come on Friday?\n",
            "I will sign it tomorrow.\n\n> Please sign the lease.\n",
            "Sorry, I am away.\n\n> Could you cover Monday?\n",
            "Ana has it.\n\n> Who owns the key?\n",
            "The key is with the porter.\n\n> Where is the key?\n",
            "Which lease do you mean?\n\n> Could you sign it?\n",
            "> Which date suits you?\n\nAny day.\n\n> And what about lunch?\n\nNo lunch.\n",
        ] {
            assert_eq!(open(text), 0, "{text}");
        }
    }

    #[test]
    fn older_quotes_and_an_empty_draft_are_left_alone() {
        assert_eq!(open("> Which date suits you?\n"), 0);
        assert_eq!(
            open("The logo is blue.\n\n> > Which date suits you?\n> Noted.\n"),
            0
        );
    }
}
