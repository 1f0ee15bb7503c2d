//! A draft that is cut up again after every change: the lines that were touched, and where they stand among plain words only the
//! paragraphs around them.

use std::borrow::Cow;
use std::ops::Range;

use super::blocks;
use super::format;
use super::line::{Line, Shape, sign};
use super::owners::{Role, Run};
use super::page::Page;
use super::{Coding, Document, Format, ZoneKind};
use crate::text::{Change, Span};

/// So many lines at the end of the writer's words tell together where a closing or a signature begins.
const FOOT: usize = 64;

/// Whether a line parts one mail from another is told by no line farther off, fields aside, and those end with a blank line.
const NEAR: usize = 12;

/// Lines that may hold what stands before a note in Markdown.
const FRONT: usize = 200;

/// The lines of a draft and whose words they are, kept to tell what a change does to it.
#[derive(Clone, Debug)]
pub struct Layout {
    format: Format,
    lines: Vec<Line>,
    runs: Vec<Run>,
}

/// Lines that were read again.
#[derive(Debug)]
pub struct Edited {
    /// What changed.
    change: Change,
    /// The first of the lines.
    first: usize,
    /// Its first byte.
    start: usize,
    /// The lines as they were.
    old: Vec<Line>,
    /// How many there are now.
    count: usize,
}

/// Blocks that gave way to others; what stands before and after them moved at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recut {
    /// Those that were, by their numbers.
    pub old: Range<usize>,
    /// How many stand in their place.
    pub count: usize,
    /// What changed.
    pub change: Change,
}

impl Layout {
    /// Reads every line of a draft.
    pub fn new(text: &str, format: Format) -> Self {
        Self {
            format,
            lines: format::lines(text, format),
            runs: Vec::new(),
        }
    }

    /// The format its lines were read as.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Reads again the lines that a change touches, and one to each side: a line end may have come apart or together there.
    pub fn edit<'t>(&mut self, change: Change, text: &dyn Fn(Span) -> Cow<'t, str>) -> Edited {
        let mut first = 0;
        let mut start = 0;
        while let [line, next, ..] = &self.lines[first..] {
            if start + line.len + next.len >= change.start {
                break;
            }
            first += 1;
            start += line.len;
        }
        let mut last = first;
        let mut end = start;
        while last < self.lines.len() && end <= change.old_end {
            end += self.lines[last].len;
            last += 1;
        }
        if let Some(line) = self.lines.get(last) {
            end += line.len;
            last += 1;
        }
        let again = Span::new(start, end - change.old_end + change.new_end);
        let lines = format::lines(&text(again), self.format);
        let count = lines.len();
        Edited {
            change,
            first,
            start,
            old: self.lines.splice(first..last, lines).collect(),
            count,
        }
    }

    /// What the lines mean together.
    pub fn arrange<'t>(&mut self, text: &dyn Fn(Span) -> Cow<'t, str>) -> Document {
        let (document, runs) = format::arrange_with(&self.lines, self.format, text);
        self.runs = runs;
        document
    }

    /// Makes of the document as it was the one that [`Layout::arrange`] would give; `None`, with nothing done, where a look at the
    /// lines around the edited ones does not tell.
    pub fn rearrange<'t>(
        &mut self,
        edited: &Edited,
        text: &dyn Fn(Span) -> Cow<'t, str>,
        document: &mut Document,
    ) -> Option<Recut> {
        if !matches!(self.format, Format::Email | Format::Text | Format::Markdown) {
            return None;
        }
        let Edited { change, first, .. } = *edited;
        let moved = |at: usize| at - change.old_end + change.new_end;
        let back = |at: usize| at - change.new_end + change.old_end;
        if !edited.old.iter().all(is_plain) {
            return None;
        }
        let lines = first..first + edited.count;
        let window = self.window(lines.clone())?;
        let before: usize = self.lines[window.start..first]
            .iter()
            .map(|line| line.len)
            .sum();
        let after: usize = self.lines[first..window.end]
            .iter()
            .map(|line| line.len)
            .sum();
        let span = Span::new(edited.start - before, edited.start + after);
        let old_span = Span::new(span.start, back(span.end));

        // The run around it, its end as it was.
        let lines_back = |at: usize| at + edited.old.len() - edited.count;
        let at = self.runs.partition_point(|run| run.end <= window.start);
        let run = *self.runs.get(at)?;
        let prose = run.role == Role::Prose && run.kind == ZoneKind::Body && run.depth == 0;
        if !prose || run.coding != Coding::Plain || run.end < lines_back(window.end) {
            return None;
        }
        let above = self.runs[..at].last();
        let start = above.map_or(0, |above| above.end);
        let is_top = above.is_none_or(|above| above.kind == ZoneKind::Header);
        let is_first = window.start == start;
        let end = run.end + edited.count - edited.old.len();
        let near = self.far_from_seams(start, is_top, &window, end)?;
        let zone = document
            .zones
            .partition_point(|zone| zone.span.end <= old_span.start);
        let zone_around = document.zones.get(zone)?;
        if zone_around.kind != ZoneKind::Body || !zone_around.span.covers(old_span) {
            return None;
        }
        let first_block = document
            .blocks
            .partition_point(|block| block.span.start < old_span.start);
        // What calls the reader by name greets only where nothing is said above.
        let above = document.blocks[..first_block].last();
        if !is_first && above.is_none_or(|above| above.span.start + near < span.start) {
            return None;
        }
        let last_block = first_block
            + document.blocks[first_block..]
                .partition_point(|block| block.span.start < old_span.end);

        let page = Page::within(&self.lines[window.clone()], span.start, text);
        let (zones, blocks) = blocks::read_on(&page, &run, self.format, is_first);
        if !zones.is_empty() {
            return None;
        }
        let recut = Recut {
            old: first_block..last_block,
            count: blocks.len(),
            change,
        };
        for block in &mut document.blocks[last_block..] {
            block.span = Span::new(moved(block.span.start), moved(block.span.end));
        }
        document.blocks.splice(recut.old.clone(), blocks);
        document.zones[zone].span.end = moved(document.zones[zone].span.end);
        for zone in &mut document.zones[zone + 1..] {
            zone.span = Span::new(moved(zone.span.start), moved(zone.span.end));
        }
        for told in &mut document.attributions {
            let mailbox = told.who.as_mut().map(|who| &mut who.span);
            for span in std::iter::once(&mut told.span).chain(mailbox) {
                *span = change.carry(*span).unwrap_or(*span);
            }
        }
        for run in &mut self.runs[at..] {
            run.end = run.end + edited.count - edited.old.len();
        }
        debug_assert_eq!(
            (document.clone(), self.runs.clone()),
            format::arrange_with(&self.lines, self.format, text),
            "a look around tells what a look at the whole does"
        );
        Some(recut)
    }

    /// From the first line above `lines` to the one below them where all that was open is closed, if all between are plain.
    fn window(&self, lines: Range<usize>) -> Option<Range<usize>> {
        let mut start = lines.start;
        loop {
            start = start.checked_sub(1)?;
            if !is_plain(&self.lines[start]) {
                return None;
            }
            if self.begins_anew(start) {
                break;
            }
        }
        if self.format == Format::Markdown && start < FRONT {
            return None;
        }
        // Header fields at the top end with the first blank line.
        if start == 0 && !self.lines[..lines.start].iter().any(Line::is_blank) {
            return None;
        }
        if !self.lines[lines.clone()].iter().all(is_plain) {
            return None;
        }
        // The blank line above what begins anew is to be one that stood there before.
        let mut end = lines.end + 1;
        while end < self.lines.len() && is_plain(&self.lines[end - 1]) {
            if self.begins_anew(end) {
                return Some(start..end);
            }
            end += 1;
        }
        None
    }

    /// Whether nothing above bears on how the words from line `at` on are cut: it stands below a blank line, at the margin, and can
    /// be no part of a list or a closing.
    fn begins_anew(&self, at: usize) -> bool {
        let line = &self.lines[at];
        line.shape == Shape::Text
            && line.indent <= 1
            && is_plain(line)
            && !line.field.is_envelope()
            && !line.shows(sign::NAME)
            && self.lines[..at]
                .last()
                .is_none_or(|above| above.is_blank() && is_plain(above))
    }

    /// Whether the lines of `window` are too far from what ends the writer's words, in a run from `start` to `end`, to bear on it: how
    /// many bytes above them were looked at. `is_top` tells that nothing above the run parts one mail from another.
    fn far_from_seams(
        &self,
        start: usize,
        is_top: bool,
        window: &Range<usize>,
        end: usize,
    ) -> Option<usize> {
        let is_seam = |line: &Line| line.shows(sign::SEAMS) || line.depth > 0;
        let mut bytes = 0;
        let mut seen = 0;
        for line in self.lines.get(start..window.start)?.iter().rev() {
            if is_seam(line) {
                return None;
            }
            bytes += line.len;
            seen += 1;
            if seen == NEAR {
                break;
            }
        }
        if seen < NEAR && !is_top {
            return None;
        }
        let below = self.lines.get(window.end..end)?;
        if below.iter().take(NEAR).any(is_seam) {
            return None;
        }
        let mut seen = 0;
        for line in below {
            seen += usize::from(!line.is_blank());
            if seen == FOOT {
                return Some(bytes);
            }
        }
        None
    }
}

/// Whether a line is words and nothing but words, or none: it opens and closes nothing, and is no edge of anything.
fn is_plain(line: &Line) -> bool {
    const EDGES: u32 = sign::SEAMS
        | sign::COMMENT
        | sign::COMMENT_END
        | sign::BODY_FOLLOWS
        | sign::BOUNDARY
        | sign::BAR
        | sign::TABLE_RULE;
    line.depth == 0
        && line.speaker == 0
        && !line.shows(EDGES)
        && matches!(
            line.shape,
            Shape::Blank | Shape::Text | Shape::Item | Shape::Heading | Shape::Rule
        )
}
