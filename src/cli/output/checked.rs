use std::cell::Cell;

use crate::cli::drafts::Draft;
use crate::finding::Finding;
use crate::text::{LineIndex, Span};

/// A draft and its findings.
#[derive(Debug)]
pub(in crate::cli) struct Checked<'a> {
    pub(super) name: String,
    pub(super) text: &'a str,
    pub(super) findings: &'a [Finding],
    pub(super) lines: LineIndex,
    /// The last place asked for: what is asked for next is hardly ever far from it, and a line may be long.
    last: Cell<Place>,
}

/// A byte with its line, and its column in characters, both from zero.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Checked<'a> {
    pub(in crate::cli) fn new(draft: &'a Draft, findings: &'a [Finding]) -> Self {
        Self::of(draft.name(), &draft.text, findings)
    }

    pub(super) fn of(name: String, text: &'a str, findings: &'a [Finding]) -> Self {
        Self {
            name,
            text,
            findings,
            lines: LineIndex::new(text),
            last: Cell::default(),
        }
    }

    /// Line and column of a byte, from one, in characters.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        let last = self.last.get();
        let line = self.lines.line_of(offset);
        let column = if last.line != line {
            let start = self.lines.line(self.text, line).start;
            self.text[start..offset].chars().count()
        } else if last.offset <= offset {
            last.column + self.text[last.offset..offset].chars().count()
        } else {
            last.column - self.text[offset..last.offset].chars().count()
        };
        self.last.set(Place {
            offset,
            line,
            column,
        });
        (line + 1, column + 1)
    }

    /// The words of a span on one line.
    pub(super) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}
