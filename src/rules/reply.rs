//! A draft as an answer: what it answers, and whether it does more than take note.

use crate::document::{BlockKind, Format};
use crate::facts::{Act, Message, Passage};
use crate::language::{Token, TokenKind, Upos};
use crate::rewrite;
use crate::text::Span;

/// The passages that the draft answers: the last turn of a chat, else the message quoted first.
pub(super) fn answered(message: &Message) -> Vec<&Passage> {
    let placed = answered_placed(message).into_iter();
    placed.map(|(_, passage)| passage).collect()
}

/// The same, each with its first byte in the draft.
pub(super) fn answered_placed(message: &Message) -> Vec<(usize, &Passage)> {
    let quoted = || message.quoted();
    let chat = message.document.format == Format::Chat;
    let of = if chat {
        quoted()
            .last()
            .map(|(_, passage)| passage.block.attribution)
    } else {
        quoted()
            .find(|(_, passage)| passage.block.depth == 1)
            .map(|(_, passage)| passage.block.attribution)
    };
    let Some(of) = of else {
        return Vec::new();
    };
    let mut ended = false;
    quoted()
        .filter(|(_, passage)| {
            passage.block.attribution == of && (chat || passage.block.depth <= 1)
        })
        // Below its closing stands the message that it answered in its turn.
        .take_while(|(_, passage)| {
            let closes = !chat && passage.block.kind == BlockKind::Closing;
            // So it does below a header that a mail program ran together on a line.
            let heads = !chat && passage.text.contains("To:") && passage.text.contains("Subject:");
            let before = ended || heads;
            ended |= closes || heads;
            !before
        })
        .collect()
}

/// The act's sentence as a question that can be said again: without what joins it to the one before, and not too long.
pub(super) fn question(passage: &Passage, act: &Act) -> Option<String> {
    const LONGEST: usize = 80;
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    // "Hi Ana, and who has the key?"
    let greets = tokens
        .first()?
        .is_any(&["hi", "hello", "hey", "dear", "hallo"]);
    let comma = tokens.iter().position(|token| token.is(","));
    let from = comma.filter(|_| greets).unwrap_or_default();
    let joins = |token: &&Token| token.is_any(&["and", "also", "but", "so", "plus", "then", ","]);
    let first = tokens[from..].iter().find(|token| !joins(token))?;
    let said = Span::new(first.span.start, sentence.span.end).of(&passage.prose.text);
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let asks = tokens.iter().any(|token| token.is("?"));
    let fits = asks && !words.is_empty() && words.chars().count() <= LONGEST;
    fits.then(|| rewrite::capitalised(&words))
}

/// A draft that only takes note.
#[derive(Clone, Copy, Debug)]
pub(super) struct Note<'a> {
    pub(super) passage: &'a Passage,
    /// The passage's first byte in the draft.
    pub(super) offset: usize,
    /// The words that take note, from the passage's first byte.
    pub(super) span: Span,
    /// Whether some of them take what was said as good enough.
    pub(super) accepts: bool,
    /// Whether some of them put it off or leave it open: "noted", "seems doable".
    pub(super) wavers: bool,
    /// Whether all the note stands in this passage.
    pub(super) whole: bool,
}

/// The draft's words, if all they do is take note.
pub(super) fn note(message: &Message) -> Option<Note<'_>> {
    let mut found: Option<Note<'_>> = None;
    for (offset, passage) in message.own() {
        if passage.block.kind == BlockKind::Greeting {
            continue;
        }
        for at in 0..passage.words.sentences.len() {
            let Taken {
                span,
                accepts,
                wavers,
            } = match takes_note(passage, at) {
                Some(taken) => taken,
                // "Best, Kim" is no answer, "Thanks a lot!" is one.
                None if passage.block.kind == BlockKind::Closing => continue,
                None if found.is_some() && is_name(passage) => break,
                None => return None,
            };
            match &mut found {
                None => {
                    found = Some(Note {
                        passage,
                        offset,
                        span,
                        accepts,
                        wavers,
                        whole: true,
                    });
                }
                Some(note) => {
                    note.accepts |= accepts;
                    note.wavers |= wavers;
                    if note.offset == offset {
                        note.span = note.span.join(span);
                    } else {
                        note.whole = false;
                    }
                }
            }
        }
    }
    found
}

/// Whether the paragraph is a name and what they do, as it stands below an answer: "Kim Park, Operations".
fn is_name(passage: &Passage) -> bool {
    const LONGEST: usize = 12;
    let tokens = &passage.words.tokens;
    let bare = |token: &Token| {
        token.kind != TokenKind::Word
            || token.tag.is_nominal()
            || matches!(token.tag.upos, Upos::Adj | Upos::Adp | Upos::Cconj)
    };
    tokens.len() <= LONGEST
        && tokens
            .first()
            .is_some_and(|first| first.tag.upos == Upos::Propn)
        && tokens.iter().all(bare)
        && passage.times.is_empty()
}

/// A note is short: of this many tokens at most.
const LONGEST: usize = 40;

/// A sentence that takes note.
struct Taken {
    span: Span,
    accepts: bool,
    wavers: bool,
}

/// The sentence, if it only takes note.
fn takes_note(passage: &Passage, at: usize) -> Option<Taken> {
    let sentence = &passage.words.sentences[at];
    let phrases: Vec<_> = passage
        .phrases_in(sentence.span)
        .filter(|phrase| matches!(phrase.family, "acceptance" | "acknowledgement"))
        .collect();
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    if tokens.len() > LONGEST {
        return None;
    }
    let asks = tokens.iter().any(|token| token.is("?"));
    let only = tokens.iter().all(|token| {
        matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
            || token.is_any(&[
                "and", "then", "so", "well", "very", "really", "all", "hi", "hey", "that", "man",
                "mate", "guys", "just",
            ])
            || token.tag.upos == Upos::Propn
            || phrases.iter().any(|phrase| phrase.span.covers(token.span))
    });
    let accepts = phrases.iter().any(|phrase| phrase.family == "acceptance");
    let wavers = phrases.iter().any(|phrase| {
        let thanks = phrase
            .span
            .of(&passage.text)
            .to_lowercase()
            .contains("thank");
        phrase.family == "acknowledgement" && !thanks
    });
    (only && !asks && !phrases.is_empty()).then_some(Taken {
        span: sentence.span,
        accepts,
        wavers,
    })
}
