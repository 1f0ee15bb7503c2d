use crate::text::{Edits, Span};

/// What became of a text through edits after edits: which runs of it still stand, and the new words between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patchwork {
    pieces: Vec<Piece>,
    len: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// A run of the first text.
    Old(Span),
    /// New words.
    New(String),
}

/// A run of the first text that gave way to new words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    /// What went, in the first text.
    pub(super) span: Span,
    /// What came.
    pub(super) text: String,
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Old(span) => span.len(),
            Self::New(text) => text.len(),
        }
    }

    /// What it is without its first `at` bytes, and those.
    fn split(self, at: usize) -> (Self, Self) {
        match self {
            Self::Old(span) => {
                let middle = span.start + at;
                (
                    Self::Old(Span::new(span.start, middle)),
                    Self::Old(Span::new(middle, span.end)),
                )
            }
            Self::New(mut text) => {
                let rest = text.split_off(at);
                (Self::New(text), Self::New(rest))
            }
        }
    }
}

impl Patchwork {
    /// A text of `len` bytes as it was.
    pub(super) fn new(len: usize) -> Self {
        Self {
            pieces: vec![Piece::Old(Span::new(0, len))],
            len,
        }
    }

    /// The next edits, counted in the text as it has become.
    pub(super) fn apply(&mut self, edits: &Edits) {
        let mut rest = std::mem::take(&mut self.pieces).into_iter();
        let mut next = rest.next();
        let mut at = 0;
        for edit in edits {
            at = Self::pass(&mut next, &mut rest, at, edit.span.start, |piece| {
                self.pieces.push(piece)
            });
            at = Self::pass(&mut next, &mut rest, at, edit.span.end, |_| {});
            self.pieces.push(Piece::New(edit.text.clone()));
        }
        self.pieces.extend(next);
        self.pieces.extend(rest);
    }

    /// Hands the pieces up to the byte `upto` on, the last cut there; gives where that is.
    fn pass(
        next: &mut Option<Piece>,
        rest: &mut impl Iterator<Item = Piece>,
        mut at: usize,
        upto: usize,
        mut hand: impl FnMut(Piece),
    ) -> usize {
        while at < upto {
            let Some(piece) = next.take() else {
                break;
            };
            let len = piece.len();
            if at + len <= upto {
                hand(piece);
                at += len;
                *next = rest.next();
            } else {
                let (passed, stays) = piece.split(upto - at);
                hand(passed);
                *next = Some(stays);
                at = upto;
            }
        }
        at
    }

    /// What differs from the first text, in its order.
    pub(super) fn patches(&self) -> Vec<Patch> {
        let mut patches: Vec<Patch> = Vec::new();
        let mut at = 0;
        let mut text = String::new();
        let end = Piece::Old(Span::empty(self.len));
        for piece in self.pieces.iter().chain([&end]) {
            match piece {
                Piece::New(new) => text.push_str(new),
                Piece::Old(span) if span.is_empty() && span.start != self.len => {}
                Piece::Old(span) => {
                    if at < span.start || !text.is_empty() {
                        patches.push(Patch {
                            span: Span::new(at, span.start),
                            text: std::mem::take(&mut text),
                        });
                    }
                    at = span.end;
                }
            }
        }
        patches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Edit;

    fn after(text: &str, rounds: &[&[(usize, usize, &str)]]) -> (String, Vec<(String, String)>) {
        let mut now = text.to_owned();
        let mut patchwork = Patchwork::new(text.len());
        for round in rounds {
            let edits = round
                .iter()
                .map(|&(start, end, new)| Edit::replace(Span::new(start, end), new));
            let edits = Edits::new(edits.collect()).unwrap();
            patchwork.apply(&edits);
            now = edits.applied_to(&now);
        }
        let patches = patchwork.patches();
        let edits = patches
            .iter()
            .map(|patch| Edit::replace(patch.span, patch.text.clone()));
        assert_eq!(Edits::new(edits.collect()).unwrap().applied_to(text), now);
        let pairs = patches.into_iter();
        let pairs = pairs.map(|patch| (patch.span.of(text).to_owned(), patch.text));
        (now, pairs.collect())
    }

    #[test]
    fn edits_upon_edits_are_told_against_the_first_text() {
        let (now, patches) = after(
            "one two three",
            &[
                &[(4, 7, "TWO")],
                &[(5, 6, "w"), (8, 13, "")],
                &[(0, 0, ">")],
            ],
        );
        assert_eq!(now, ">one TwO ");
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            patches,
            [pair("", ">"), pair("two", "TwO"), pair("three", "")]
        );
    }

    #[test]
    fn nothing_done_is_nothing_told() {
        assert_eq!(after("abc", &[]).1, []);
        assert_eq!(after("", &[]).1, []);
        assert_eq!(after("", &[&[(0, 0, "a")]]).1.len(), 1);
    }
}
