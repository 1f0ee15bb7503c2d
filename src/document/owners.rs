//! Whose words each line holds: the writer's own, or a quote's.

use std::cmp::Reverse;

use super::line::{Shape, sign};
use super::page::Page;
use super::seams;
use super::{Attribution, Coding, ZoneKind, attribution, headers, mailbox, own};
use crate::text::{Span, sort_by_key};

/// Lines that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// One past its last line; it begins where the run before ends.
    pub(super) end: usize,
    /// Whose words.
    pub(super) kind: ZoneKind,
    /// How many quotes deep.
    pub(super) depth: u8,
    /// Which attribution says whose.
    pub(super) attribution: Option<usize>,
    /// How it is read.
    pub(super) role: Role,
    /// How its bytes stand for its words.
    pub(super) coding: Coding,
}

/// How a run is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// As blocks of prose.
    Prose,
    /// As one closing: a sign-off and the name below it, or a bare name.
    Closing,
    /// Not at all.
    Silent,
}

/// The runs of a draft, and who wrote the quoted ones.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// From the first line to the last.
    pub(super) runs: Vec<Run>,
    /// In the order of the text.
    pub(super) attributions: Vec<Attribution>,
    /// Which attribution counts, by depth.
    who: Vec<Option<usize>>,
    /// Whether a mailing list printed its footer below the writer's own words.
    pub(super) list: bool,
    /// How the bytes of the part at hand stand for its words.
    pub(super) coding: Coding,
    /// How many mails deep we are by seams that need no marks.
    base: u8,
}

/// Where the words of someone else begin.
struct Found {
    /// The first line of what says so.
    first: usize,
    /// One past the last line of it.
    end: usize,
    told: Attribution,
    /// Whether all that follows is theirs, marked or not.
    all_below: bool,
}

impl Owners {
    /// Adds lines up to `end`.
    pub(super) fn push(&mut self, end: usize, kind: ZoneKind, role: Role) {
        self.push_run(Run {
            end,
            kind,
            depth: 0,
            attribution: None,
            role,
            coding: self.coding,
        });
    }

    /// Adds a speaker's turn up to line `end`.
    pub(super) fn push_turn(&mut self, end: usize, told: Attribution) {
        self.attributions.push(told);
        let attribution = Some(self.attributions.len() - 1);
        self.push_run(Run {
            end,
            kind: ZoneKind::Quote,
            depth: 1,
            attribution,
            role: Role::Prose,
            coding: self.coding,
        });
    }

    /// Adds blank lines up to `end` to what stands above them.
    pub(super) fn extend(&mut self, end: usize) {
        match self.runs.last_mut() {
            Some(last) if last.kind != ZoneKind::Header => last.end = last.end.max(end),
            _ => self.push(end, ZoneKind::Body, Role::Silent),
        }
    }

    fn push_run(&mut self, run: Run) {
        let start = self.runs.last().map_or(0, |last| last.end);
        if run.end > start {
            self.runs.push(run);
        }
    }

    /// Reads the lines from `from` to `to`: a mail's body, or part of one.
    pub(super) fn read(&mut self, page: &Page<'_, '_>, from: usize, to: usize) {
        let (mut start, mut at) = (from, from);
        let mut depth = 0_u8;
        let mut fence = Fence::default();
        while at < to {
            let line = &page.lines[at];
            let goes_on =
                self.coding != Coding::Plain && at > from && page.lines[at - 1].shows(sign::SOFT);
            if line.depth == 0 && line.is_blank() {
                at += 1;
                continue;
            }
            let marks = if goes_on {
                depth.saturating_sub(self.base)
            } else if line.shows(sign::BAR) && !is_bar_quote(page, at, to) {
                0
            } else if is_stray(page, at, start) {
                line.depth - 1
            } else {
                torn(page, at, to).unwrap_or(line.depth)
            };
            let here = self.base.saturating_add(marks);
            if here != depth {
                if here > depth
                    && let Some(found) = named_above(page, start, at)
                {
                    self.flush(page, start, found.first, depth, true);
                    start = self.enter(page, found, depth, to);
                } else {
                    self.flush(page, start, at, depth, false);
                    start = at;
                }
                depth = here;
            }
            if line.shape == Shape::Fence
                && here == 0
                && let Some(end) = fence.end(page, at, to)
            {
                at = end;
                continue;
            }
            if line.shows(sign::SEAMS)
                && let Some(found) = self.seam(page, start, at, to)
            {
                self.flush(page, start, found.first, depth, true);
                at = self.enter(page, found, depth, to);
                start = at;
                depth = self.base;
                continue;
            }
            at += 1;
        }
        self.flush(page, start, to, depth, true);
        self.base = 0;
        self.who.clear();
    }

    /// Ends a run of one depth at line `end`. `last` tells that the writer's words do not go on below.
    fn flush(&mut self, page: &Page<'_, '_>, start: usize, end: usize, depth: u8, last: bool) {
        if start >= end {
            return;
        }
        if depth == 0 {
            own::read(self, page, start, end, last);
            return;
        }
        let attribution = self.who(depth, page.starts[start]);
        self.push_run(Run {
            end,
            kind: ZoneKind::Quote,
            depth,
            attribution: Some(attribution),
            role: Role::Prose,
            coding: self.coding,
        });
    }

    /// The attribution that counts at a depth; an empty one where no line tells.
    fn who(&mut self, depth: u8, at: usize) -> usize {
        let depth = usize::from(depth);
        if self.who.len() <= depth {
            self.who.resize(depth + 1, None);
        }
        let attributions = &mut self.attributions;
        *self.who[depth].get_or_insert_with(|| {
            attributions.push(Attribution {
                span: Span::empty(at),
                ..Attribution::default()
            });
            attributions.len() - 1
        })
    }

    /// Notes who speaks below a seam; gives the first line below it.
    fn enter(&mut self, page: &Page<'_, '_>, found: Found, depth: u8, to: usize) -> usize {
        let marks = page.lines[found.first].depth;
        let below = if found.all_below {
            self.base = self.base.saturating_add(1);
            self.base.saturating_add(marks)
        } else {
            depth.saturating_add(1)
        };
        let slot = usize::from(below);
        self.who.truncate(slot);
        self.who.resize(slot + 1, None);
        self.attributions.push(found.told);
        let attribution = self.attributions.len() - 1;
        self.who[slot] = Some(attribution);
        // Within marks, the fields above a mail tell of the marked lines themselves.
        if found.all_below && marks > 0 {
            self.base -= 1;
            self.who[slot - 1] = Some(attribution);
        }
        let end = found.end.min(to);
        self.push_run(Run {
            end,
            kind: ZoneKind::Quote,
            depth: below,
            attribution: Some(attribution),
            role: Role::Silent,
            coding: self.coding,
        });
        end
    }

    /// What begins at or just above line `at`, in a run that began at `start`.
    fn seam(&mut self, page: &Page<'_, '_>, start: usize, at: usize, to: usize) -> Option<Found> {
        let line = &page.lines[at];
        if line.shows(sign::SEAM_END) {
            self.base = self.base.saturating_sub(1);
            let told = Attribution {
                span: page.span(at, at + 1),
                ..Attribution::default()
            };
            self.attributions.push(told);
            let attribution = Some(self.attributions.len() - 1);
            self.flush(page, start, at, self.base.saturating_add(1), true);
            self.push_run(Run {
                end: at + 1,
                kind: ZoneKind::Quote,
                depth: 1,
                attribution,
                role: Role::Silent,
                coding: self.coding,
            });
            return None;
        }
        let found = if line.shows(sign::SEAM) {
            Some(seams::taken_along(page, at, to))
        } else if line.field.is_envelope() {
            seams::envelope(page, at, to).map(|end| (at, end))
        } else if line.shows(sign::STAMP) {
            seams::notes(page, start, at, to)
        } else {
            None
        };
        if let Some((mut first, end)) = found {
            // A rule above belongs to what it parts off.
            let above = (start..first).rev().find(|at| !page.lines[*at].is_blank());
            if let Some(above) = above
                && page.lines[above].shape == Shape::Rule
                && first - above <= 2
            {
                first = above;
            }
            let mut told = headers::envelope(page, first, end);
            if told.who.is_none() {
                seams::named_above(page, first, end, &mut told);
            }
            let below = page.next(end, to);
            let marked = below.is_some_and(|below| page.lines[below].depth > line.depth);
            return Some(Found {
                first,
                end,
                told,
                all_below: !marked,
            });
        }
        if line.shows(sign::WROTE | sign::DATED) {
            return attributed(page, start, at, to, self.coding);
        }
        None
    }
}

/// Where fences end, found once.
#[derive(Default)]
struct Fence {
    /// No fence closes below.
    none_below: bool,
}

impl Fence {
    /// One past the fence that closes the one at line `at`.
    fn end(&mut self, page: &Page<'_, '_>, at: usize, to: usize) -> Option<usize> {
        if self.none_below {
            return None;
        }
        let close = (at + 1..to)
            .find(|at| page.lines[*at].shape == Shape::Fence && page.lines[*at].depth == 0);
        self.none_below = close.is_none();
        close.map(|close| close + 1)
    }
}

/// Whether the line quoted by a bar has a like neighbour.
fn is_bar_quote(page: &Page<'_, '_>, at: usize, to: usize) -> bool {
    let bar = |at: usize| page.lines.get(at).is_some_and(|line| line.shows(sign::BAR));
    at > 0 && bar(at - 1) || at + 1 < to && bar(at + 1)
}

/// The name right above a quote's first line, which says whose words follow: `Ana Lee:`, `Ana <ana@example.org>:`.
fn named_above(page: &Page<'_, '_>, start: usize, at: usize) -> Option<Found> {
    let first = at.checked_sub(1).filter(|above| *above >= start)?;
    let line = &page.lines[first];
    let words = page.visible(first);
    let named = line.shows(sign::CALL) && !line.shows(sign::GREETING) && line.words <= 4;
    if line.depth + 1 != page.lines[at].depth
        || !(words.ends_with(">:") || line.shows(sign::COLON) && named)
    {
        return None;
    }
    let span = page.span(first, at);
    let name = words.trim_end_matches([':', ' ']);
    let told = Attribution {
        span,
        who: mailbox::one(name, span.start),
        ..Attribution::default()
    };
    Some(Found {
        first,
        end: at,
        told,
        all_below: false,
    })
}

/// Whether the line's last quote mark is the end of a wrapped address: `On … <ana@example.org` above `> wrote:`.
fn is_stray(page: &Page<'_, '_>, at: usize, start: usize) -> bool {
    let line = &page.lines[at];
    line.depth > 0
        && line.width() <= 8
        && line.shows(sign::WROTE)
        && at > start
        && page.lines[at - 1].depth + 1 == line.depth
        && page.lines[at - 1].shows(sign::AT)
}

/// The depth of an attribution of which line `at` is a piece that was wrapped without its marks: `wrote:` or `Ana <`
/// between two quoted lines.
fn torn(page: &Page<'_, '_>, at: usize, to: usize) -> Option<u8> {
    let line = &page.lines[at];
    let above = page.lines[at.checked_sub(1)?].depth;
    let between = line.depth == 0 && above > 0 && at + 1 < to && page.lines[at + 1].depth > 0;
    if !between || line.width() > 40 {
        return None;
    }
    let verb = line.width() <= 8 && line.shows(sign::WROTE);
    (verb || page.visible(at).ends_with('<')).then_some(above)
}

/// The attribution whose verb or date stands in line `at`.
fn attributed(
    page: &Page<'_, '_>,
    start: usize,
    at: usize,
    to: usize,
    coding: Coding,
) -> Option<Found> {
    let line = &page.lines[at];
    let depth = torn(page, at, to).unwrap_or(line.depth - u8::from(is_stray(page, at, start)));
    let mut lowest = at;
    while lowest > start && at - lowest < 6 {
        let above = &page.lines[lowest - 1];
        // Some programs leave a blank line before an address on lines of its own.
        let parted = above.is_blank() && page.lines[lowest].width() == 1;
        if above.is_blank() && !parted || above.depth != depth {
            break;
        }
        lowest -= 1;
    }
    // The mark or the verb may have been wrapped, even below a stray `>`.
    let mut highest = at;
    while highest + 1 < to && highest - at < 3 && !page.lines[highest].shows(sign::COLON) {
        let below = &page.lines[highest + 1];
        let stray = below.depth == depth + 1 && below.width() <= 8;
        if below.is_blank() || below.depth != depth && !stray {
            break;
        }
        highest += 1;
    }
    if line.width() > 500 {
        return None;
    }
    let read = |first: usize, end: usize| {
        let next = page.next(end, to).filter(|next| *next <= end + 2);
        let quoted = next.is_some_and(|next| page.lines[next].depth > depth);
        let span = page.span(first, end);
        let mut told = attribution::read(&coding.decoded(&page.text(span)), quoted)?;
        told.span = told.span.shifted(span.start);
        if let Some(who) = &mut told.who {
            who.span = who.span.shifted(span.start);
        }
        Some(Found {
            first,
            end,
            told,
            all_below: !quoted,
        })
    };
    // A line that opens with "On" goes before one that opens with a day, and both before a name alone, which may be the
    // end of one.
    let mut firsts: Vec<usize> = (lowest..=at).rev().collect();
    sort_by_key(&mut firsts, |first| {
        Reverse(attribution::opens(&page.visible(*first)))
    });
    firsts
        .into_iter()
        .find_map(|first| (at + 1..=highest + 1).find_map(|end| read(first, end)))
}
