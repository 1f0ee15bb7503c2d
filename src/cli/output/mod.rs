//! How findings are printed: each format is a sibling that takes a draft's findings and gives text.

mod concise;
mod excerpt;
mod full;
mod github;
mod json;
mod sarif;
mod screen;
mod style;
mod tally;

pub(super) use screen::{visible, width, wrapped};
pub(super) use style::{BOLD, DIM, GREEN, paint, red, title};
pub(super) use tally::{Tally, count};

use std::cell::Cell;

use super::args::CheckFormat;
use super::drafts::Draft;
use crate::finding::Finding;
use crate::text::{LineIndex, Span};

/// A way to print findings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Output {
    /// What comes first.
    pub(super) head: fn() -> String,
    /// What is said of one draft; empty for nothing.
    pub(super) draft: fn(&Checked<'_>) -> String,
    /// What stands between two drafts.
    pub(super) between: &'static str,
    /// What comes last.
    pub(super) tail: fn(&Tally) -> String,
}

/// The output of this name.
pub(super) const fn of(format: CheckFormat) -> Output {
    match format {
        CheckFormat::Full => full::OUTPUT,
        CheckFormat::Concise => concise::OUTPUT,
        CheckFormat::Json => json::OUTPUT,
        CheckFormat::Sarif => sarif::OUTPUT,
        CheckFormat::Github => github::OUTPUT,
    }
}

/// A draft and its findings.
#[derive(Debug)]
pub(super) struct Checked<'a> {
    name: String,
    text: &'a str,
    findings: &'a [Finding],
    lines: LineIndex,
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
    pub(super) fn new(draft: &'a Draft, findings: &'a [Finding]) -> Self {
        Self::of(draft.name(), &draft.text, findings)
    }

    fn of(name: String, text: &'a str, findings: &'a [Finding]) -> Self {
        Self {
            name,
            text,
            findings,
            lines: LineIndex::new(text),
            last: Cell::default(),
        }
    }

    /// Line and column of a byte, from one, in characters.
    fn place(&self, offset: usize) -> (usize, usize) {
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
    fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}
