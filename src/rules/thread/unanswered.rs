use super::answers::{self, Answer, Said};
use crate::facts::{Act, ActKind, AskForm, Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Token, TokenKind, Upos, among};
use crate::rules::{Context, reply, rule};
use crate::text::{Edit, Span};

rule! {
    /// A question in the message answered finds no answer.
    ///
    /// ## Why
    /// A reply that leaves a question out costs a second round: the one who asked has to ask again, and wonders whether silence was the
    /// answer. "I don't know yet" is one too.
    ///
    /// The answer may stand above the message answered, below it, or between its lines. Only short ones are read so: in a long one an
    /// answer may stand in words of its own.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Thanks, I have the file.]]
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Which date suits you?
    /// ```
    /// ```mail flagged
    /// > Who takes the minutes on Tuesday?
    ///
    /// Bo does.
    ///
    /// > Do you still have the key to the cellar?
    ///
    /// [[Thanks for the plan.]]
    /// ```
    /// ```mail fine
    /// Friday 27 November.
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Which date suits you?
    /// ```
    /// ```mail fine
    /// Noted, Friday it is.
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Friday.
    /// >
    /// > On Mon, 16 Nov 2026, Bo Hall <bo@example.org> wrote:
    /// > > Which date suits you?
    /// ```
    pub(super) static UNANSWERED_QUESTION = {
        id: "unanswered-question",
        level: Some(Level::Hint),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, _: &Context<'_>) -> Vec<Finding> {
    let open = || {
        let answers = answers::of(message)?;
        let answered = reply::answered_placed(message).into_iter();
        let asked: Vec<Asked<'_>> = answered.flat_map(asked).collect();
        answers.iter().find_map(|answer| {
            let to = || {
                let to = asked.iter();
                to.filter(|ask| answer.reach.covers(ask.place()))
            };
            // What stands right below a question is about it, whatever its words.
            let met = to().next_back().filter(|_| answer.stands_between());
            let left = |ask: &&Asked<'_>| {
                !answers.iter().any(|other| other.speaks_of(ask))
                    && met.is_none_or(|met| met.place() != ask.place())
                    && !answer.touches(ask, &asked)
            };
            let question = to().filter(left).find_map(Asked::question)?;
            Some((answer.last, question))
        })
    };
    let Some((place, question)) = open() else {
        return Vec::new();
    };
    let says = format!("This leaves a question open: “{question}”");
    let words = format!("On “{question}”: [answer].");
    let finding = UNANSWERED_QUESTION.finding(place, says);
    let edit = Edit::insert(place.end, format!("{}{words}", gap(message, place)));
    vec![finding.fix(Applies::WithBlank, format!("Add “{words}”"), edit)]
}

/// What goes between an answer and more of it: a blank behind a full sentence, else lines.
fn gap(message: &Message, answer: Span) -> &'static str {
    let mut own = message.own();
    let holds = |(offset, passage): &(usize, &Passage)| {
        Span::new(*offset, offset + passage.text.len()).covers(answer)
    };
    let Some((offset, passage)) = own.find(holds) else {
        return " ";
    };
    let ended = passage.text[..answer.end - offset].ends_with(['.', '!', '?', '…']);
    match (ended, passage.text.contains("\r\n")) {
        (true, _) => " ",
        (false, true) => "\r\n\r\n",
        (false, false) => "\n\n",
    }
}

/// Something the message answered asks.
struct Asked<'a> {
    passage: &'a Passage,
    /// The passage's first byte in the draft.
    offset: usize,
    act: &'a Act,
    form: AskForm,
    /// Its sentence.
    tokens: &'a [Token],
}

/// What a passage asks.
fn asked((offset, passage): (usize, &Passage)) -> Vec<Asked<'_>> {
    let asks = passage.acts.iter().filter_map(|act| match &act.kind {
        ActKind::Ask(ask) => Some((act, ask.form)),
        _ => None,
    });
    asks.filter_map(|(act, form)| {
        let sentence = passage.words.sentences.get(act.sentence)?;
        Some(Asked {
            passage,
            offset,
            act,
            form,
            tokens: &passage.words.tokens[sentence.tokens.clone()],
        })
    })
    .collect()
}

impl Asked<'_> {
    /// Where it stands in the draft.
    fn place(&self) -> Span {
        self.act.span.shifted(self.offset)
    }

    /// The question's words, if it is one, and not too long to be said again.
    fn question(&self) -> Option<String> {
        let asks = matches!(self.form, AskForm::Question | AskForm::Modal);
        asks.then(|| reply::question(self.passage, self.act))?
    }

    /// The word that asks for more than yes or no.
    fn asks_for(&self) -> Option<&str> {
        const OPEN: &str = "who|whom|whose|which|what|when|where|why|how";
        let mut words = self.tokens.iter().map(|token| token.norm.as_str());
        words.find(|word| among(word, OPEN))
    }

    fn shares_words(&self, said: &[Token]) -> bool {
        let shared = |token: &Token| {
            is_content(token)
                && said
                    .iter()
                    .any(|own| is_content(own) && stem(own) == stem(token))
        };
        self.tokens.iter().any(shared)
    }
}

impl Answer<'_> {
    /// Whether it stands between two quotes and says more than thanks.
    fn stands_between(&self) -> bool {
        !self.said.is_empty() && self.reach.start > 0 && !self.only_thanks()
    }

    /// Whether words of the question stand in it.
    fn speaks_of(&self, question: &Asked<'_>) -> bool {
        let mut said = self.said.iter();
        said.any(|said| question.shares_words(said.tokens))
    }

    /// Whether it may be an answer to the question, which it does not speak of, among all that is asked.
    fn touches(&self, question: &Asked<'_>, asked: &[Asked<'_>]) -> bool {
        let others = || {
            let other = |ask: &&Asked<'_>| {
                ask.place() != question.place() && self.reach.covers(ask.place())
            };
            asked.iter().filter(other)
        };
        const SAYS: &str = "yes|no|not|n't|yep|yeah|nope|both|either|neither";
        // A sentence about something else that is asked for is no answer to this.
        let free: Vec<&Said<'_>> = self
            .said
            .iter()
            .filter(|said| {
                let own = said.turns || said.tokens.iter().any(|token| among(&token.norm, SAYS));
                own || !others().any(|other| other.shares_words(said.tokens))
            })
            .collect();
        let open = question.asks_for();
        // "Yes" and "I'll do it" answer the request beside the question which it is.
        let only_open = open.is_some() && others().any(|other| other.asks_for().is_none());
        const YES: &str = "yes|no|not|n't|sure|yep|yeah|nope|both|either|neither|same|done|ok|okay|agreed|correct|right|exactly|\
            will|'ll|can|ca|never|maybe|perhaps|probably|unknown";
        const NO: &str = "no|not|n't|both|either|neither|same|never|unknown";
        // "Ok" is no answer to when or who.
        const LIKELY: &str = "no|not|n't|both|either|neither|same|never|unknown|will|'ll|can|ca|maybe|perhaps|probably";
        let fact = open.is_some_and(|word| among(word, "who|whom|whose|which|when|where"));
        let stance = match fact {
            _ if only_open => NO,
            true => LIKELY,
            false => YES,
        };
        let moves = |said: &&Said<'_>| {
            said.moves && !(only_open && said.works)
                || said.tokens.iter().any(|token| among(&token.norm, stance))
        };
        if free.iter().any(moves) {
            return true;
        }
        if free.is_empty() {
            return false;
        }
        let tokens = || free.iter().flat_map(|said| said.tokens);
        let times = free.iter().any(|said| said.times);
        let number =
            || tokens().any(|token| token.kind == TokenKind::Number || token.tag.upos == Upos::Num);
        let named = || {
            tokens().any(|token| {
                token.tag.upos == Upos::Propn
                    || token.is_any(&[
                        "i", "we", "he", "she", "they", "me", "us", "mine", "ours", "my",
                    ])
            })
        };
        const CHOSEN: &str = "one|ones|first|second|third|fourth|last|former|latter|earlier|earliest|later|latest|soonest|any|whichever|all|none";
        let chosen = || tokens().any(|token| among(&token.norm, CHOSEN));
        let asks = question.tokens;
        match open {
            Some("who" | "whom" | "whose") => named(),
            Some("when") => times || number(),
            Some("which") if chosen() => true,
            Some("which" | "what") if about_time(asks) => times || number(),
            Some(_) if only_open => free.iter().any(|said| !said.works && !said.notes),
            Some(_) => !self.only_thanks(),
            // "Are there any others you remember?" asks which.
            None if asks.iter().any(|token| {
                token.is_any(&["any", "anything", "anyone", "other", "others", "else"])
            }) =>
            {
                !self.only_thanks()
            }
            None if question.form == AskForm::Modal && free.iter().any(|said| said.is_done()) => {
                true
            }
            // "Is it final, or shall we wait?" names its answers, and here is neither.
            None if asks.iter().any(|token| token.is("or")) => chosen(),
            // A yes-or-no question to the reader without yes, no or a word of it in the answer.
            None if asks.iter().any(|token| token.is_any(&["you", "u"])) => false,
            None => true,
        }
    }

    /// Whether it thanks for something and says no more.
    fn only_thanks(&self) -> bool {
        let first = self.said.first().and_then(|said| said.tokens.first());
        first.is_some_and(|token| token.is_any(&["thanks", "thank", "thx", "tx", "cheers"]))
    }
}

fn about_time(question: &[Token]) -> bool {
    question.iter().any(|token| {
        token.is_any(&[
            "day", "date", "time", "week", "month", "days", "dates", "times",
        ])
    })
}

fn is_content(token: &Token) -> bool {
    matches!(
        token.tag.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
    ) && token.norm.len() > 1
}

/// As much of a word as its forms share.
fn stem(token: &Token) -> &str {
    let end = token
        .norm
        .char_indices()
        .nth(4)
        .map_or(token.norm.len(), |(at, _)| at);
    &token.norm[..end]
}
