use std::borrow::Cow;

use crate::text::{Edit, Edits, Span};

/// A part of the draft as it will read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words of the draft, left where they are.
    Stays(Span),
    /// Words put in.
    New(String),
}

/// The region after the edits, as pieces.
pub(super) fn of(region: Span, edits: &Edits) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = region.start;
    for edit in edits {
        if edit.span.start > at {
            pieces.push(Piece::Stays(Span::new(at, edit.span.start)));
        }
        if !edit.text.is_empty() {
            pieces.push(Piece::New(edit.text.clone()));
        }
        at = edit.span.end;
    }
    if region.end > at {
        pieces.push(Piece::Stays(Span::new(at, region.end)));
    }
    pieces
}

/// The edits that make `region` read as the pieces; `None` if those that stay are not in the order of the draft.
pub(super) fn edits<'t>(
    region: Span,
    pieces: &[Piece],
    words: &dyn Fn(Span) -> Cow<'t, str>,
) -> Option<Edits> {
    let mut edits = Vec::new();
    let mut at = region.start;
    let mut new = String::new();
    let end = Piece::Stays(Span::empty(region.end));
    for piece in pieces.iter().chain([&end]) {
        match piece {
            Piece::New(text) => new.push_str(text),
            Piece::Stays(span) => {
                if span.start < at {
                    return None;
                }
                let gone = Span::new(at, span.start);
                if words(gone) != new {
                    edits.push(Edit::replace(gone, std::mem::take(&mut new)));
                }
                new.clear();
                at = span.end;
            }
        }
    }
    Edits::new(edits)
}
