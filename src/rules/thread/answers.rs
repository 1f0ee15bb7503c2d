//! The short answers of a reply, each with the part of the message answered that it speaks to.

use crate::document::{BlockKind, Format};
use crate::facts::{Act, ActKind, Message, Passage};
use crate::language::{Penn, Token, TokenKind, among};
use crate::text::Span;

/// An answer with more words than this may answer in words that are nowhere in the question.
const SHORT: usize = 40;

/// Nor are answers between the quotes read that have more words than this together.
const BETWEEN: usize = 160;

/// A short answer.
pub(super) struct Answer<'a> {
    pub(super) said: Vec<Said<'a>>,
    /// The part of the draft in which stands what it answers.
    pub(super) reach: Span,
    /// Its last sentence before the closing, in the draft's bytes; where nothing is said, that of the answer before.
    pub(super) last: Span,
}

/// A sentence of a reply.
pub(super) struct Said<'a> {
    pub(super) tokens: &'a [Token],
    /// Whether a promise, a no or a question of its own stands in it.
    pub(super) moves: bool,
    /// Whether it is a no or a question of its own.
    pub(super) turns: bool,
    /// Whether it promises work, and not an answer: "I'll do it", but not "I'll check".
    pub(super) works: bool,
    /// Whether it tells a day or a time.
    pub(super) times: bool,
    /// Whether it only takes note: "makes sense".
    pub(super) notes: bool,
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
        let declines = |act: &Act| act.kind == ActKind::Decline;
        let turns = tokens.iter().any(|token| token.is("?")) || acts.iter().any(declines);
        // Thanks beside it change nothing.
        let mut promised = acts
            .iter()
            .filter(|act| {
                matches!(
                    act.kind,
                    ActKind::Ask(_) | ActKind::Commitment(_) | ActKind::Decline
                )
            })
            .peekable();
        let works = promised.peek().is_some()
            && promised.all(|act| match &act.kind {
                ActKind::Commitment(promise) => promise.action.as_ref().is_some_and(|action| {
                    let verb = action.verb.split(' ').next().unwrap_or_default();
                    !among(verb, ANSWERS)
                }),
                _ => false,
            });
        Self {
            tokens,
            moves,
            turns,
            works,
            times: passage.times_in(sentence.span).next().is_some(),
            notes: passage
                .phrases_in(sentence.span)
                .any(|phrase| matches!(phrase.family, "acceptance" | "acknowledgement")),
        }
    }

    /// Whether it tells in a word that the thing is done: "Attached.", "Signed and sent back", "Here you go".
    pub(super) fn is_done(&self) -> bool {
        self.tokens.first().is_some_and(|first| {
            matches!(first.tag.penn, Penn::Vbn | Penn::Vbd) || first.is("here")
        })
    }
}

/// The writer's words between two quotes, above the first, or below the last.
struct Part<'a> {
    said: Vec<Said<'a>>,
    words: usize,
    start: usize,
    /// Its last sentence before the closing.
    last: Span,
}

/// The answers of the draft, if it is a reply in few words.
///
/// A reply above the message answered, or below it, is one answer to all of it. One that stands between the quotes answers with each part
/// what is quoted above that part, and nothing where the quote goes on below the last.
pub(super) fn of(message: &Message) -> Option<Vec<Answer<'_>>> {
    let quotes = || message.quoted().map(|(offset, _)| offset);
    let first_quote = quotes().next()?;
    let mut parts = parts(message)?;
    let (opens, ends) = (parts.first()?.start, parts.last()?.last);
    // In a chat the turns answered stand before it.
    let chat = message.document.format == Format::Chat;
    let above = ends.end <= first_quote;
    if chat || above || quotes().all(|quote| quote < opens) {
        let words: usize = parts.iter().map(|part| part.words).sum();
        let answer = Answer {
            said: parts.into_iter().flat_map(|part| part.said).collect(),
            reach: Span::new(0, usize::MAX),
            last: ends,
        };
        return (words <= SHORT).then(|| vec![answer]);
    }
    if opens < first_quote {
        // "See below", and not an answer to all of it.
        const INTRODUCES: usize = 8;
        let lead = parts.remove(0);
        if lead.words > INTRODUCES {
            return None;
        }
    }
    let mut from = first_quote;
    let mut answers = Vec::new();
    for part in parts {
        let reach = Span::new(from, part.start);
        from = part.last.end;
        if part.words <= SHORT {
            let Part { said, last, .. } = part;
            answers.push(Answer { said, reach, last });
        }
    }
    let rest = Answer {
        said: Vec::new(),
        reach: Span::new(from, usize::MAX),
        last: ends,
    };
    if is_short(message, from) {
        answers.push(rest);
    }
    Some(answers)
}

/// Whether little is quoted below this byte: a longer rest was left there, and not read again.
fn is_short(message: &Message, from: usize) -> bool {
    const REST: usize = 30;
    let below = message.quoted().filter(|(offset, _)| *offset >= from);
    below.map(|(_, passage)| words(passage)).sum::<usize>() <= REST
}

/// The parts of the draft; `None` if they are long together, or plead or reproach, which is spoken of by itself.
fn parts(message: &Message) -> Option<Vec<Part<'_>>> {
    const SPOKEN_OF: [&str; 4] = [
        "sympathy-appeal",
        "you-blame",
        "not-mine",
        "rhetorical-question",
    ];
    let mut quotes = message.quoted().map(|(offset, _)| offset).peekable();
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut all = 0;
    for (offset, passage) in message.own() {
        let mut phrases = passage.phrases.iter();
        if phrases.any(|phrase| SPOKEN_OF.contains(&phrase.family)) {
            return None;
        }
        let count = words(passage);
        all += count;
        if all > BETWEEN {
            return None;
        }
        let answers = !matches!(passage.block.kind, BlockKind::Greeting | BlockKind::Closing);
        let Some(sentence) = passage.words.sentences.last().filter(|_| answers) else {
            continue;
        };
        let mut quoted = false;
        while quotes.next_if(|quote| *quote < offset).is_some() {
            quoted = true;
        }
        let last = sentence.span.shifted(offset);
        let said = (0..passage.words.sentences.len()).map(|at| Said::of(passage, at));
        match parts.last_mut().filter(|_| !quoted) {
            Some(part) => {
                part.said.extend(said);
                part.words += count;
                part.last = last;
            }
            None => parts.push(Part {
                said: said.collect(),
                words: count,
                start: offset,
                last,
            }),
        }
    }
    (all > 0).then_some(parts)
}

fn words(passage: &Passage) -> usize {
    let tokens = passage.words.tokens.iter();
    tokens.filter(|token| token.kind == TokenKind::Word).count()
}
