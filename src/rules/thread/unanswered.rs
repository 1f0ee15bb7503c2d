use crate::document::BlockKind;
use crate::facts::{ActKind, AskForm, Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Token, TokenKind, Upos};
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
        let questions = reply::answered(message).into_iter().flat_map(questions);
        let (words, question) = questions
            .into_iter()
            .find(|(_, tokens)| !answer.touches(tokens))?;
        (!question.is_empty()).then_some((answer, words))
    };
    let Some((answer, question)) = open() else {
        return Vec::new();
    };
    let place = answer.last;
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

/// The questions a passage asks, each with its tokens.
fn questions(passage: &Passage) -> Vec<(String, &[Token])> {
    let asked = passage.acts.iter().filter(|act| match &act.kind {
        ActKind::Ask(ask) => matches!(ask.form, AskForm::Question | AskForm::Modal),
        _ => false,
    });
    asked
        .filter_map(|act| {
            let sentence = passage.words.sentences.get(act.sentence)?;
            let tokens = &passage.words.tokens[sentence.tokens.clone()];
            let asks = tokens.iter().any(|token| token.is("?"));
            let words = sentence
                .span
                .of(&passage.prose.text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            (asks && words.chars().count() <= 80).then_some((words, tokens))
        })
        .collect()
}

/// A short reply.
struct Answer<'a> {
    tokens: Vec<&'a Token>,
    /// Whether a time, a promise, a no or a question of its own stands in it.
    moves: bool,
    /// Whether it tells a day or a time.
    times: bool,
    /// Its last sentence before the closing, in the draft's bytes.
    last: Span,
}

impl<'a> Answer<'a> {
    /// The draft as an answer; `None` if it is long, or stands between the quotes.
    fn of(message: &'a Message) -> Option<Self> {
        let first_quote = message.quoted().map(|(offset, _)| offset).min()?;
        let mut tokens: Vec<&Token> = Vec::new();
        let mut words = 0;
        let mut moves = false;
        let mut times = false;
        let mut last = None;
        for (offset, passage) in message.own() {
            let of_passage = &passage.words.tokens;
            words += of_passage
                .iter()
                .filter(|token| token.kind == TokenKind::Word)
                .count();
            if words > SHORT {
                return None;
            }
            tokens.extend(of_passage);
            times |= !passage.times.is_empty();
            moves |= passage.acts.iter().any(|act| {
                matches!(
                    act.kind,
                    ActKind::Ask(_) | ActKind::Commitment(_) | ActKind::Decline
                )
            });
            if !matches!(passage.block.kind, BlockKind::Greeting | BlockKind::Closing) {
                let sentence = passage.words.sentences.last();
                last = sentence
                    .map(|sentence| sentence.span.shifted(offset))
                    .or(last);
            }
        }
        let last = last.filter(|last| last.end <= first_quote)?;
        (words > 0).then_some(Self {
            tokens,
            moves,
            times,
            last,
        })
    }

    /// Whether it may be an answer to the question.
    fn touches(&self, question: &[Token]) -> bool {
        let has = |words: &[&str]| self.tokens.iter().any(|token| token.is_any(words));
        if self.moves
            || has(&[
                "yes", "no", "not", "n't", "sure", "yep", "yeah", "nope", "both", "either",
                "neither", "same", "done", "ok", "okay", "agreed", "correct", "right", "exactly",
                "will", "'ll", "can", "ca", "never", "maybe", "perhaps", "probably", "unknown",
            ])
        {
            return true;
        }
        let shared = |token: &Token| {
            is_content(token)
                && self
                    .tokens
                    .iter()
                    .any(|own| is_content(own) && stem(own) == stem(token))
        };
        if question.iter().any(shared) {
            return true;
        }
        let asks = question
            .iter()
            .map(|token| token.norm.as_str())
            .find(|word| {
                matches!(
                    *word,
                    "who" | "whom" | "whose" | "which" | "what" | "when" | "where" | "why" | "how"
                )
            });
        let number = || {
            self.tokens
                .iter()
                .any(|token| token.kind == TokenKind::Number || token.tag.upos == Upos::Num)
        };
        let named = || {
            self.tokens.iter().any(|token| {
                token.tag.upos == Upos::Propn
                    || token.is_any(&[
                        "i", "we", "he", "she", "they", "me", "us", "mine", "ours", "my",
                    ])
            })
        };
        match asks {
            Some("who" | "whom" | "whose") => named(),
            Some("when") => self.times || number(),
            Some("which" | "what") if about_time(question) => self.times || number(),
            Some("which" | "what" | "where" | "why" | "how") => !self.only_thanks(),
            // "Are there any others you remember?" asks which.
            _ if question.iter().any(|token| {
                token.is_any(&["any", "anything", "anyone", "other", "others", "else"])
            }) =>
            {
                !self.only_thanks()
            }
            // A yes-or-no question to the reader without yes, no or a word of it in the answer.
            _ if question.iter().any(|token| token.is_any(&["you", "u"])) => false,
            _ => !self.only_thanks(),
        }
    }

    /// Whether it thanks for something and says no more.
    fn only_thanks(&self) -> bool {
        self.tokens
            .first()
            .is_some_and(|token| token.is_any(&["thanks", "thank", "thx", "tx", "cheers"]))
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
