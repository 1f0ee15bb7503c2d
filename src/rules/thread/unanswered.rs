use crate::document::{BlockKind, Format};
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
    /// Only short replies are read so: in a long one an answer may stand in words of its own.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Thanks, I have the file.]]
    ///
    /// On Tue, 17 Nov 2026, Ana Lee <ana@example.org> wrote:
    /// > Which date suits you?
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
        check: Message(check),
    }
}

/// A reply with more words than this may answer in words that are nowhere in the question.
const SHORT: usize = 25;

fn check(message: &Message, _: &Context<'_>) -> Vec<Finding> {
    let open = || {
        let answer = Answer::of(message)?;
        let answered = reply::answered(message);
        let asked: Vec<Asked<'_>> = answered.into_iter().flat_map(asked).collect();
        let mut questions = asked.iter().filter_map(|ask| Some((ask, ask.question()?)));
        let (_, question) = questions.find(|(ask, _)| !answer.touches(ask, &asked))?;
        (!question.is_empty()).then_some((answer.last, question))
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
    act: &'a Act,
    form: AskForm,
    /// Its sentence.
    tokens: &'a [Token],
}

/// What a passage asks.
fn asked(passage: &Passage) -> Vec<Asked<'_>> {
    let asks = passage.acts.iter().filter_map(|act| match &act.kind {
        ActKind::Ask(ask) => Some((act, ask.form)),
        _ => None,
    });
    asks.filter_map(|(act, form)| {
        let sentence = passage.words.sentences.get(act.sentence)?;
        Some(Asked {
            passage,
            act,
            form,
            tokens: &passage.words.tokens[sentence.tokens.clone()],
        })
    })
    .collect()
}

impl Asked<'_> {
    /// The question's words, if it is one, and not too long to be said again.
    fn question(&self) -> Option<String> {
        const LONGEST: usize = 80;
        let sentence = self.passage.words.sentences.get(self.act.sentence)?;
        let asks = matches!(self.form, AskForm::Question | AskForm::Modal)
            && self.tokens.iter().any(|token| token.is("?"));
        let words = sentence
            .span
            .of(&self.passage.prose.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        (asks && words.chars().count() <= LONGEST).then_some(words)
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

/// A short reply.
struct Answer<'a> {
    said: Vec<Said<'a>>,
    /// Its last sentence before the closing, in the draft's bytes.
    last: Span,
}

/// A sentence of it.
struct Said<'a> {
    tokens: &'a [Token],
    /// Whether a promise, a no or a question of its own stands in it.
    moves: bool,
    promises: bool,
    /// Whether it promises work, and not an answer: "I'll do it", but not "I'll check".
    works: bool,
    /// Whether it tells a day or a time.
    times: bool,
    /// Whether it only takes note: "makes sense".
    notes: bool,
}

impl<'a> Said<'a> {
    fn of(passage: &'a Passage, at: usize) -> Self {
        const ANSWERS: &str =
            "answer|ask|check|come|find|get|let|look|reply|respond|see|tell|confirm";
        let sentence = &passage.words.sentences[at];
        let acts = passage.acts_in(at);
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        let acted = acts.iter().any(|act| {
            matches!(
                act.kind,
                ActKind::Ask(_) | ActKind::Commitment(_) | ActKind::Decline
            )
        });
        // Whatever it asks, it asks back.
        let moves = acted || tokens.iter().any(|token| token.is("?"));
        let promises = acts
            .iter()
            .any(|act| matches!(act.kind, ActKind::Commitment(_)));
        let works = !acts.is_empty()
            && acts.iter().all(|act| match &act.kind {
                ActKind::Commitment(promise) => promise.action.as_ref().is_some_and(|action| {
                    let verb = action.verb.split(' ').next().unwrap_or_default();
                    !among(verb, ANSWERS)
                }),
                _ => false,
            });
        Self {
            tokens,
            moves,
            promises,
            works,
            times: passage.times_in(sentence.span).next().is_some(),
            notes: passage
                .phrases_in(sentence.span)
                .any(|phrase| matches!(phrase.family, "acceptance" | "acknowledgement")),
        }
    }
}

impl<'a> Answer<'a> {
    /// The draft as an answer; `None` if it is long, or stands between the quotes.
    fn of(message: &'a Message) -> Option<Self> {
        let first_quote = message.quoted().map(|(offset, _)| offset).min()?;
        let mut said = Vec::new();
        let mut words = 0;
        let mut last = None;
        for (offset, passage) in message.own() {
            // A plea or a reproach is spoken of by itself.
            const SPOKEN_OF: [&str; 4] = [
                "sympathy-appeal",
                "you-blame",
                "not-mine",
                "rhetorical-question",
            ];
            let mut phrases = passage.phrases.iter();
            if phrases.any(|phrase| SPOKEN_OF.contains(&phrase.family)) {
                return None;
            }
            let of_passage = &passage.words.tokens;
            words += of_passage
                .iter()
                .filter(|token| token.kind == TokenKind::Word)
                .count();
            if words > SHORT {
                return None;
            }
            if !matches!(passage.block.kind, BlockKind::Greeting | BlockKind::Closing) {
                said.extend((0..passage.words.sentences.len()).map(|at| Said::of(passage, at)));
                let sentence = passage.words.sentences.last();
                last = sentence
                    .map(|sentence| sentence.span.shifted(offset))
                    .or(last);
            }
        }
        // In a chat the turns answered stand before it.
        let chat = message.document.format == Format::Chat;
        let last = last.filter(|last| chat || last.end <= first_quote)?;
        (words > 0).then_some(Self { said, last })
    }

    /// Whether it may be an answer to the question, among all that is asked.
    fn touches(&self, question: &Asked<'_>, asked: &[Asked<'_>]) -> bool {
        if self
            .said
            .iter()
            .any(|said| question.shares_words(said.tokens))
        {
            return true;
        }
        let others = || {
            let other = |ask: &&Asked<'_>| ask.act.span != question.act.span;
            asked.iter().filter(other)
        };
        const SAYS: &str = "yes|no|not|n't|yep|yeah|nope|both|either|neither";
        // A sentence about something else that is asked for is no answer to this.
        let free: Vec<&Said<'_>> = self
            .said
            .iter()
            .filter(|said| {
                let own = said.moves && !said.promises
                    || said.tokens.iter().any(|token| among(&token.norm, SAYS));
                own || !others().any(|other| other.shares_words(said.tokens))
            })
            .collect();
        let open = question.asks_for();
        // "Yes" and "I'll do it" answer the request beside the question which it is.
        let only_open = open.is_some() && others().any(|other| other.asks_for().is_none());
        const YES: &str = "yes|no|not|n't|sure|yep|yeah|nope|both|either|neither|same|done|ok|okay|agreed|correct|right|exactly|\
            will|'ll|can|ca|never|maybe|perhaps|probably|unknown";
        const NO: &str = "no|not|n't|both|either|neither|same|never|unknown";
        let stance = if only_open { NO } else { YES };
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
        let asks = question.tokens;
        match open {
            Some("who" | "whom" | "whose") => named(),
            Some("when") => times || number(),
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
