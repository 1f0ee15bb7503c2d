use std::borrow::Cow;

use super::Line;
use crate::text::Span;

/// The lines of a draft, where each begins, and a way to ask for words.
pub(super) struct Page<'a, 't> {
    pub(super) lines: &'a [Line],
    /// Where each line begins, and the draft's length.
    pub(super) starts: Vec<usize>,
    words: &'a dyn Fn(Span) -> Cow<'t, str>,
}

impl<'a, 't> Page<'a, 't> {
    pub(super) fn new(lines: &'a [Line], words: &'a dyn Fn(Span) -> Cow<'t, str>) -> Self {
        Self::within(lines, 0, words)
    }

    /// Lines of a draft that begin at the byte `at`.
    pub(super) fn within(
        lines: &'a [Line],
        mut at: usize,
        words: &'a dyn Fn(Span) -> Cow<'t, str>,
    ) -> Self {
        let mut starts = Vec::with_capacity(lines.len() + 1);
        starts.push(at);
        for line in lines {
            at += line.len;
            starts.push(at);
        }
        Self {
            lines,
            starts,
            words,
        }
    }

    /// The words of a span.
    pub(super) fn text(&self, span: Span) -> Cow<'t, str> {
        (self.words)(span)
    }

    /// What is to see of a line.
    pub(super) fn visible(&self, at: usize) -> Cow<'t, str> {
        self.text(self.lines[at].visible(self.starts[at]))
    }

    /// From the first visible byte of line `first` to the last of the lines before `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.lines[first].visible(self.starts[first]).start;
        let last = (first..end)
            .rev()
            .find(|at| !self.lines[*at].is_blank())
            .unwrap_or(first);
        Span::new(
            start,
            self.lines[last].visible(self.starts[last]).end.max(start),
        )
    }

    /// The first line from `at` on, before `end`, with anything to see.
    pub(super) fn next(&self, at: usize, end: usize) -> Option<usize> {
        (at..end).find(|at| !self.lines[*at].is_blank())
    }
}
