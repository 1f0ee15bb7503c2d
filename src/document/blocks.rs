//! The draft's zones, and its prose cut into blocks.

use super::line::{Line, Shape, sign};
use super::owners::{Role, Run};
use super::page::Page;
use super::{Block, BlockKind, Coding, Format, Zone, ZoneKind};
use crate::text::Span;

/// Zones and blocks of the runs.
pub(super) fn read(page: &Page<'_, '_>, runs: &[Run], format: Format) -> (Vec<Zone>, Vec<Block>) {
    let mut cutter = Cutter::new(page, format);
    let mut start = 0;
    for run in runs {
        match run.role {
            Role::Silent => {}
            Role::Closing => cutter.block(BlockKind::Closing, start, run.end, run),
            Role::Prose => cutter.prose(start, run, true),
        }
        cutter.zone(run.kind, page.starts[run.end]);
        start = run.end;
    }
    (cutter.zones, cutter.blocks)
}

/// Zones other than the run's own, and blocks, of some lines of a run of prose, which are all of the page; `begins` tells that no
/// words of the run stand before.
pub(super) fn read_on(
    page: &Page<'_, '_>,
    run: &Run,
    format: Format,
    begins: bool,
) -> (Vec<Zone>, Vec<Block>) {
    let mut cutter = Cutter::new(page, format);
    let run = Run {
        end: page.lines.len(),
        ..*run
    };
    cutter.prose(0, &run, begins);
    (cutter.zones, cutter.blocks)
}

struct Cutter<'a, 't> {
    page: &'a Page<'a, 't>,
    format: Format,
    zones: Vec<Zone>,
    blocks: Vec<Block>,
    /// Columns of the list items that are open.
    list: Vec<u8>,
    /// Whether the line above the list says that its items tell how a thing is done.
    steps: bool,
    /// Shapes that open what nothing below closes, one bit each.
    unclosed: u8,
}

/// Lines that make one paragraph so far.
#[derive(Clone, Copy)]
struct Open {
    first: usize,
    kind: BlockKind,
}

impl<'a, 't> Cutter<'a, 't> {
    fn new(page: &'a Page<'a, 't>, format: Format) -> Self {
        Self {
            page,
            format,
            zones: Vec::new(),
            blocks: Vec::new(),
            list: Vec::new(),
            steps: false,
            unclosed: 0,
        }
    }

    /// All up to the byte `end` that no zone holds yet.
    fn zone(&mut self, kind: ZoneKind, end: usize) {
        let start = self.zones.last().map_or(0, |zone| zone.span.end);
        if end <= start {
            return;
        }
        match self.zones.last_mut() {
            Some(last) if last.kind == kind => last.span.end = end,
            _ => self.zones.push(Zone {
                kind,
                span: Span::new(start, end),
            }),
        }
    }

    /// The lines from `first` to `end` are no prose; `kind` tells what they are in the writer's own words.
    fn skip(&mut self, kind: ZoneKind, first: usize, end: usize, run: &Run) {
        if run.kind == ZoneKind::Body {
            self.zone(run.kind, self.page.starts[first]);
            self.zone(kind, self.page.starts[end]);
        }
    }

    fn block(&mut self, kind: BlockKind, first: usize, end: usize, run: &Run) {
        let list_depth = match kind {
            BlockKind::Item => u8::try_from(self.list.len()).unwrap_or(u8::MAX),
            BlockKind::Paragraph
            | BlockKind::Heading
            | BlockKind::Greeting
            | BlockKind::Closing => 0,
        };
        let line = &self.page.lines[first];
        if line.speaker != 0 && run.kind == ZoneKind::Body {
            self.zone(ZoneKind::Body, self.page.starts[first]);
            self.zone(
                ZoneKind::Header,
                self.page.starts[first] + line.start as usize,
            );
        }
        self.blocks.push(Block {
            kind,
            zone: run.kind,
            depth: run.depth,
            span: self.page.span(first, end),
            attribution: run.attribution,
            list_depth,
            is_step: kind == BlockKind::Item && self.steps,
            coding: run.coding,
        });
    }

    /// Cuts the lines from `start` to the run's end; `begins` tells that no words of the run stand before.
    fn prose(&mut self, start: usize, run: &Run, begins: bool) {
        let (page, blocks_before) = (self.page, self.blocks.len());
        let mut open: Option<Open> = None;
        let mut blank_above = true;
        self.list.clear();
        self.unclosed = 0;
        let mut at = start;
        while at < run.end {
            let line = &page.lines[at];
            let mut next = at + 1;
            if run.coding != Coding::Plain && at > start && page.lines[at - 1].shows(sign::SOFT) {
                // The line above goes on here.
                if !line.is_blank() && open.is_some() {
                    at = next;
                    continue;
                }
            }
            match line.shape {
                Shape::Blank => {
                    self.close(&mut open, at, run);
                    if line.speaker != 0 && run.kind == ZoneKind::Body {
                        self.skip(ZoneKind::Header, at, at + 1, run);
                    }
                }
                Shape::Fence => {
                    self.close(&mut open, at, run);
                    self.leave_list(line);
                    if let Some(end) =
                        self.closed(at, run.end, 1, |line| line.shape == Shape::Fence)
                    {
                        self.skip(ZoneKind::Code, at, end, run);
                        next = end;
                    }
                }
                Shape::Comment => {
                    self.close(&mut open, at, run);
                    self.skip(ZoneKind::Boilerplate, at, at + 1, run);
                }
                Shape::Reference => {
                    self.close(&mut open, at, run);
                    self.skip(ZoneKind::Code, at, at + 1, run);
                }
                Shape::Row => {
                    // The head of a table without bars at its edges is the line above the rule.
                    let head =
                        open.filter(|open| line.shows(sign::TABLE_RULE) && open.first + 1 == at);
                    let first = head.map_or(at, |open| open.first);
                    if head.is_some() {
                        open = None;
                    } else {
                        self.close(&mut open, at, run);
                    }
                    let bare = head.is_some();
                    next = (at..run.end)
                        .find(|at| {
                            let line = &page.lines[*at];
                            line.is_blank() || !bare && line.shape != Shape::Row
                        })
                        .unwrap_or(run.end);
                    self.skip(ZoneKind::Code, first, next, run);
                }
                Shape::Rule | Shape::Dashes => {
                    // Drawn right below one line, a rule makes it a heading.
                    let heading = open
                        .filter(|open| open.kind == BlockKind::Paragraph && open.first + 1 == at);
                    if let Some(heading) = heading {
                        self.block(BlockKind::Heading, heading.first, at, run);
                        open = None;
                    } else {
                        self.close(&mut open, at, run);
                    }
                }
                Shape::Heading => {
                    self.close(&mut open, at, run);
                    self.block(BlockKind::Heading, at, at + 1, run);
                }
                Shape::Item | Shape::Text => {
                    next = self.words(
                        &mut open,
                        at,
                        blank_above,
                        begins && self.blocks.len() == blocks_before,
                        run,
                    );
                }
            }
            blank_above = line.is_blank();
            at = next;
        }
        self.close(&mut open, run.end, run);
    }

    /// A line of words; gives the line to go on with.
    fn words(
        &mut self,
        open: &mut Option<Open>,
        at: usize,
        blank_above: bool,
        is_first: bool,
        run: &Run,
    ) -> usize {
        let page = self.page;
        let line = &page.lines[at];
        if line.shows(sign::COMMENT) && self.format == Format::Markdown {
            self.close(open, at, run);
            if let Some(end) = self.closed(at, run.end, 2, |line| line.shows(sign::COMMENT_END)) {
                self.skip(ZoneKind::Code, at, end, run);
                return end;
            }
        }
        if line.speaker != 0 {
            self.close(open, at, run);
        }
        if line.shape == Shape::Item && self.begins_item(*open, at, blank_above) {
            self.close(open, at, run);
            if self.list.is_empty() {
                let above = (0..at).rev().take(3).find(|at| !page.lines[*at].is_blank());
                self.steps = above.is_some_and(|above| page.lines[above].shows(sign::STEPS));
            }
            self.enter_item(line);
            *open = Some(Open {
                first: at,
                kind: BlockKind::Item,
            });
            return at + 1;
        }
        if open.is_some() && !(line.shows(sign::SIGN_OFF) && line.shows(sign::OPEN)) {
            return at + 1;
        }
        let in_list = !self.list.is_empty() && line.indent > 1;
        if self.format == Format::Markdown && blank_above && line.indent >= 4 && !in_list {
            let end = (at..run.end)
                .find(|at| page.lines[*at].indent < 4)
                .unwrap_or(run.end);
            self.skip(ZoneKind::Code, at, end, run);
            return end;
        }
        if !in_list {
            self.list.clear();
        }
        if line.shows(sign::GREETING) || line.shows(sign::CALL) && is_first && open.is_none() {
            self.block(BlockKind::Greeting, at, at + 1, run);
            return at + 1;
        }
        if line.shows(sign::SIGN_OFF)
            && let Some(end) = self.closing(at, run.end)
        {
            self.close(open, at, run);
            self.block(BlockKind::Closing, at, end, run);
            return end;
        }
        open.get_or_insert(Open {
            first: at,
            kind: BlockKind::Paragraph,
        });
        at + 1
    }

    /// Whether a list mark within a paragraph is one: "on the / 27. we meet" goes on with a sentence.
    fn begins_item(&self, open: Option<Open>, at: usize, blank_above: bool) -> bool {
        let line = &self.page.lines[at];
        let Some(open) = open.filter(|_| !blank_above) else {
            return true;
        };
        if line.ordinal <= 1 || open.kind == BlockKind::Item {
            return true;
        }
        self.page.lines[at - 1].shows(sign::COLON | sign::STOP)
    }

    /// What begins at the margin ends the list.
    fn leave_list(&mut self, line: &Line) {
        if line.indent == 0 {
            self.list.clear();
        }
    }

    fn enter_item(&mut self, line: &Line) {
        while self.list.last().is_some_and(|column| *column > line.indent) {
            self.list.pop();
        }
        if self.list.last() != Some(&line.indent) {
            self.list.push(line.indent);
        }
    }

    /// One past the name below a sign-off, if the two take leave.
    fn closing(&self, at: usize, end: usize) -> Option<usize> {
        let name = self.page.next(at + 1, end.min(at + 3));
        match name {
            Some(name) if self.page.lines[name].shows(sign::NAME) => Some(name + 1),
            _ if self.page.lines[at].shows(sign::OPEN) => Some(at + 1),
            _ => None,
        }
    }

    /// One past the line below `at` that closes what it opens. `bit` remembers that nothing below does.
    fn closed(
        &mut self,
        at: usize,
        end: usize,
        bit: u8,
        closes: impl Fn(&Line) -> bool,
    ) -> Option<usize> {
        if self.unclosed & bit != 0 {
            return None;
        }
        let found = (at + 1..end).find(|at| closes(&self.page.lines[*at]));
        if found.is_none() {
            self.unclosed |= bit;
        }
        found.map(|at| at + 1)
    }

    /// Ends the open paragraph before line `end`.
    fn close(&mut self, open: &mut Option<Open>, end: usize, run: &Run) {
        let Some(open) = open.take() else {
            return;
        };
        let lines = &self.page.lines[open.first..end];
        let (mut words, mut english, mut foreign, mut code, mut widest) =
            (0_u32, 0_u32, 0_u32, 0, 0);
        for line in lines {
            words += u32::from(line.words);
            english += u32::from(line.english);
            foreign += u32::from(line.foreign);
            code += usize::from(line.shows(sign::CODE));
            widest = widest.max(line.width());
        }
        if code * 2 > lines.len() && english * 6 < words.max(3) {
            self.skip(ZoneKind::Code, open.first, end, run);
            return;
        }
        if foreign >= 2 && foreign > english {
            return;
        }
        let mut first = open.first;
        if open.kind == BlockKind::Paragraph {
            for at in open.first..end - 1 {
                if is_break(&self.page.lines[at], &self.page.lines[at + 1], widest) {
                    self.block(open.kind, first, at + 1, run);
                    first = at + 1;
                }
            }
        }
        self.block(open.kind, first, end, run);
    }
}

/// Whether the writer meant the line to end: the next word would have had room, and it begins something new.
fn is_break(line: &Line, next: &Line, widest: usize) -> bool {
    next.shows(sign::UPPER)
        && !line.shows(sign::OPEN | sign::COLON | sign::STOP | sign::SOFT)
        && (line.width() + 1 + usize::from(next.first)) * 5 <= widest * 4
}
