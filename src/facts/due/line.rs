//! A sentence as the families see it: runs of letters, runs of digits and single marks, whatever the tokeniser joined.
//!
//! `3pm`, `12-Nov-26` and `27th` come apart; `o'clock` and `'s` stay whole.

use super::calendar::Calendar;
use super::vocabulary::{Sense, sense, spelled_out};
use crate::language::{Sentence, Tag, Token, TokenKind, Words};
use crate::text::Span;

/// A run of letters or digits, or one mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Lower case.
    pub(super) norm: &'a str,
    /// Where, from the passage's first byte.
    pub(super) span: Span,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Its token in the passage.
    pub(super) token: usize,
    /// What it means to the calendar.
    pub(super) sense: Sense,
}

/// A sentence cut into pieces, and what its times are read by.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// In the order of the text.
    pub(super) pieces: Vec<Piece<'a>>,
    /// The passage's tokens.
    tokens: &'a [Token],
    /// What the times are read by.
    pub(super) calendar: &'a Calendar,
    /// Whether `03/04` is 3 April, as the settings or another date of the passage have it.
    pub(super) day_first: bool,
}

impl<'a> Line<'a> {
    /// The pieces of a sentence; `None` if none of its words has to do with time.
    pub(super) fn cut(
        words: &'a Words,
        sentence: &Sentence,
        text: &str,
        calendar: &'a Calendar,
        day_first: bool,
    ) -> Option<Self> {
        let tokens = words.tokens.get(sentence.tokens.clone())?;
        let mut pieces = Vec::with_capacity(tokens.len() + 8);
        for (at, token) in tokens.iter().enumerate() {
            cut_token(token, sentence.tokens.start + at, text, &mut pieces);
        }
        let opens = |piece: &Piece<'_>| piece.sense.opens();
        pieces.iter().any(opens).then_some(Self {
            pieces,
            tokens: &words.tokens,
            calendar,
            day_first,
        })
    }

    /// How many pieces there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The piece's word; empty past the end.
    pub(super) fn norm(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| piece.norm)
    }

    /// What the piece means to the calendar.
    pub(super) fn sense(&self, at: usize) -> Sense {
        self.pieces
            .get(at)
            .map_or(Sense::Plain, |piece| piece.sense)
    }

    /// Whether the piece is this word.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.norm(at) == word
    }

    /// Whether the piece is one of these words.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        at < self.len() && words.contains(&self.norm(at))
    }

    /// Whether a word of the calendar stands here or near enough to belong to what starts here.
    pub(super) fn tells(&self, at: usize) -> bool {
        const NEAR: usize = 6;
        let end = (at + NEAR).min(self.len());
        self.pieces[at.min(end)..end]
            .iter()
            .any(|piece| piece.sense.tells())
    }

    /// Whether the piece follows the one before without white space.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && self.pieces.get(at).is_some_and(|piece| !piece.spaced)
    }

    /// The place after the piece if it is one of these words, else the place itself.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.is_any(at, words))
    }

    /// The place after these words, if they stand here one after the other.
    pub(super) fn after(&self, at: usize, words: &[&str]) -> Option<usize> {
        let stand = words
            .iter()
            .enumerate()
            .all(|(on, word)| self.is(at + on, word));
        stand.then_some(at + words.len())
    }

    /// The number a run of digits is, and how many there are.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        match self.sense(at) {
            Sense::Digits(value) => Some((value, self.norm(at).len())),
            _ => None,
        }
    }

    /// Whether nothing but the end of the sentence, a mark or a bracket stands at the place.
    pub(super) fn pauses(&self, at: usize) -> bool {
        self.pieces.get(at).is_none_or(|piece| {
            piece.sense == Sense::Mark
                && !matches!(piece.norm, "%" | "$" | "€" | "£" | "/" | "#" | "+" | "=")
        })
    }

    /// Whether nothing but marks stands from the place on.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.pieces[at.min(self.len())..]
            .iter()
            .all(|piece| piece.sense == Sense::Mark)
    }

    /// Whether the piece is a digit run that goes on as a decimal, a clock time or a share: `3.5`, `3:30`, `3%`.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let next = at + 1;
        let share = self.is_any(next, &["%", "°"]);
        let joined =
            self.glued(next) && self.is_any(next, &[".", ":", ","]) && self.glued(next + 1);
        share || (joined && self.digits(next + 1).is_some())
    }

    /// The part of speech of the piece's token.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        let piece = self.pieces.get(at)?;
        self.tokens.get(piece.token).map(|token| token.tag)
    }

    /// Whether the piece begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.capital)
    }

    /// The bytes of the pieces from `start` up to `end`, not included; `end` is more than `start`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let last = end.max(start + 1) - 1;
        match (self.pieces.get(start), self.pieces.get(last)) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Letters,
    Digits,
    Mark,
}

fn run_of(letter: char) -> Run {
    if letter.is_ascii_digit() {
        Run::Digits
    } else if letter.is_alphabetic() || letter == '\'' {
        Run::Letters
    } else {
        Run::Mark
    }
}

fn cut_token<'a>(token: &'a Token, index: usize, text: &str, pieces: &mut Vec<Piece<'a>>) {
    let norm = token.norm.as_str();
    let opaque = token.kind == TokenKind::Opaque;
    let mut push = |start: usize, end: usize, span: Span| {
        let capital = text.get(span.start..).and_then(|rest| rest.chars().next());
        let norm = &norm[start..end];
        pieces.push(Piece {
            norm,
            span,
            spaced: start == 0 && token.spaced,
            capital: capital.is_some_and(char::is_uppercase),
            token: index,
            sense: if opaque { Sense::Plain } else { sense(norm) },
        });
    };
    if let Some(word) = spelled_out(norm) {
        pieces.push(Piece {
            norm: word,
            span: token.span,
            spaced: token.spaced,
            capital: false,
            token: index,
            sense: sense(word),
        });
        return;
    }
    // Folding may change a token's length; then places inside it mean nothing, and it stays whole.
    if opaque || norm.len() != token.span.len() || !norm.is_ascii() {
        push(0, norm.len(), token.span);
        return;
    }
    let mut start = 0;
    let mut run = None;
    for (at, letter) in norm.char_indices() {
        let here = run_of(letter);
        if run.is_some_and(|run| run != here || here == Run::Mark) {
            push(
                start,
                at,
                Span::new(token.span.start + start, token.span.start + at),
            );
            start = at;
        }
        run = Some(here);
    }
    if start < norm.len() {
        push(
            start,
            norm.len(),
            Span::new(token.span.start + start, token.span.end),
        );
    }
}
