//! A draft as it was read: everything a feature needs to answer, and nothing that changes.

use std::sync::Arc;

use jiff::civil::Date;
use tower_lsp::ls_types::Uri;

use super::text::Text;
use crate::document::ZoneKind;
use crate::engine::{Found, Reading};
use crate::facts::{Ask, Passage, Placed};
use crate::rewrite::wanted;
use crate::settings::Options;
use crate::text::{Span, sort_by_key};

/// A draft as it was read.
#[derive(Debug)]
pub(super) struct View {
    /// Its name.
    pub(super) uri: Uri,
    /// The client's count of its changes.
    pub(super) version: i32,
    /// Our count of all that bears on it.
    pub(super) generation: u64,
    /// Its words.
    pub(super) text: Text,
    /// What was read of it.
    pub(super) reading: Reading,
    /// The day it was read on.
    pub(super) today: Date,
    /// The choices it was read by.
    pub(super) options: Arc<Options>,
}

impl View {
    /// The findings whose words `span` touches.
    pub(super) fn found_at(&self, span: Span) -> impl Iterator<Item = &Found> {
        let findings = &self.reading.findings;
        let after = findings.partition_point(|found| found.span().start <= span.end);
        let before = findings[..after].iter();
        before.filter(move |found| found.span().end >= span.start)
    }

    /// The findings whose words `span` touches, and the others of its sentence, nearest first.
    pub(super) fn found_near(&self, span: Span) -> (Vec<&Found>, Vec<&Found>) {
        let here: Vec<&Found> = self.found_at(span).collect();
        let inside = self.found_at(self.sentences_at(span));
        let mut near: Vec<&Found> = inside.filter(|found| !found.span().touches(span)).collect();
        sort_by_key(&mut near, |found| {
            let words = found.span();
            words.start.saturating_sub(span.end) + span.start.saturating_sub(words.end)
        });
        (here, near)
    }

    /// From the first to the last of the writer's own sentences that `span` touches; `span` itself if there is none.
    fn sentences_at(&self, span: Span) -> Span {
        let sentences = self.own_at(span).flat_map(|(offset, passage)| {
            let sentences = passage.words.sentences.iter();
            sentences.map(move |sentence| sentence.span.shifted(offset))
        });
        sentences
            .filter(|sentence| sentence.touches(span))
            .fold(span, Span::join)
    }

    /// The passages that `span` touches, with their first bytes.
    pub(super) fn passages_at(&self, span: Span) -> impl Iterator<Item = (usize, &Passage)> {
        let passages = &self.reading.message.passages;
        let end = |(offset, passage): &(usize, Arc<Passage>)| offset + passage.text.len();
        let first = passages.partition_point(|passage| end(passage) < span.start);
        let touched = passages[first..].iter();
        let touched = touched.take_while(move |(offset, _)| *offset <= span.end);
        touched.map(|(offset, passage)| (*offset, &**passage))
    }

    /// The writer's own passages, with their first bytes.
    pub(super) fn own(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.reading.message.own()
    }

    /// Whether an ask wants work and nothing in the draft says by when.
    pub(super) fn is_undated(&self, ask: &Placed<'_, Ask>) -> bool {
        ask.fact.work && !wanted::is_dated(&self.reading.message, ask)
    }

    /// The writer's own passages that `span` touches, with their first bytes.
    pub(super) fn own_at(&self, span: Span) -> impl Iterator<Item = (usize, &Passage)> {
        let touched = self.passages_at(span);
        touched.filter(|(_, passage)| passage.block.zone == ZoneKind::Body)
    }
}
