use std::ops::Range;
use std::sync::Arc;

use super::{Found, Kept};
use crate::document::Recut;
use crate::facts::Message;
use crate::finding::{Finding, Level, winners};
use crate::rules::{self, Topic};
use crate::text::{Span, sort_by_key};

/// More passages than these are not put in their places one by one.
const FEW: usize = 64;

/// What was found before some blocks were cut again, and may stand.
#[derive(Debug)]
pub(super) struct Standing<'a> {
    /// The findings, where they stood.
    pub(super) findings: Vec<Found>,
    /// Where the passages that gave way stood: from the first one's first byte up to that of the first that stands below.
    pub(super) gone: Range<usize>,
    /// Which blocks.
    pub(super) recut: &'a Recut,
}

impl<'a> Standing<'a> {
    /// The findings of a reading, before the passages of `message` give way.
    pub(super) fn new(findings: Vec<Found>, message: &Message, recut: &'a Recut) -> Self {
        let start = |at: usize| {
            let passage = message.passages.get(at);
            passage.map_or(usize::MAX, |(offset, _)| *offset)
        };
        Self {
            findings,
            gone: start(recut.old.start)..start(recut.old.end),
            recut,
        }
    }

    /// Puts what goes by the numbers of the passages read again into the place of what went by those that gave way.
    pub(super) fn put<T>(&self, all: &mut Vec<(usize, T)>, new: impl Iterator<Item = (usize, T)>) {
        let Recut { old, count, .. } = self.recut;
        let first = all.partition_point(|(at, _)| *at < old.start);
        let last = all.partition_point(|(at, _)| *at < old.end);
        if old.len() != *count {
            for (at, _) in &mut all[last..] {
                *at = *at - old.len() + count;
            }
        }
        all.splice(first..last, new);
    }

    /// The passages that were read again, by their numbers.
    pub(super) fn now(&self) -> Range<usize> {
        self.recut.old.start..self.recut.old.start + self.recut.count
    }
}

/// What a finding brings to the contest for its words.
pub(super) fn contest(finding: &Finding, span: Span) -> (Level, Span, Topic) {
    (finding.level, span, rules::topic(finding.rule))
}

/// What was said of the passages and of the message, as one: sorted, none sharing words with another.
pub(super) fn merge(
    message: &Message,
    kept: &mut Kept,
    about_message: Vec<Finding>,
    standing: Option<Standing<'_>>,
) -> Vec<Found> {
    let about_message = about_message.into_iter().map(|finding| Found {
        offset: 0,
        finding: Arc::new(finding),
    });
    let about_message: Vec<Found> = about_message.collect();
    let contested = reached(message, &about_message);
    let before = std::mem::replace(&mut kept.contested, contested);
    let whole = std::mem::replace(&mut kept.whole, true);
    let contested = &kept.contested;
    if let Some(standing) = standing.filter(|_| whole) {
        let touched = touched(&before, contested, &standing);
        if touched.len() <= FEW {
            let new = settled(message, kept, touched.iter().copied(), about_message);
            let mut findings = left(message, &touched, standing);
            weave(&mut findings, new);
            return findings;
        }
    }
    settled(message, kept, 0..kept.readings.len(), about_message)
}

/// The passages that share a place with a finding about the message, by their numbers: only they are to be settled with those.
fn reached(message: &Message, about_message: &[Found]) -> Vec<usize> {
    let blocks = &message.document.blocks;
    let mut reached = Vec::new();
    for span in about_message.iter().map(Found::span) {
        let first = blocks.partition_point(|block| block.span.end < span.start);
        let near = blocks[first..].iter();
        let count = near
            .take_while(|block| block.span.start <= span.end)
            .count();
        reached.extend(first..first + count);
    }
    sort_by_key(&mut reached, |at| *at);
    reached.dedup();
    reached
}

/// The passages whose findings may differ from those that stood, in order.
fn touched(before: &[usize], contested: &[usize], standing: &Standing<'_>) -> Vec<usize> {
    let Recut { old, count, .. } = standing.recut;
    let moved = before.iter().filter(|at| !old.contains(at));
    let moved = moved.map(|&at| {
        if at < old.start {
            at
        } else {
            at - old.len() + count
        }
    });
    // What counts from the first byte of all may be the first passage's or the message's.
    let mut touched: Vec<usize> = moved
        .chain(contested.iter().copied())
        .chain(standing.now())
        .chain([0])
        .collect();
    sort_by_key(&mut touched, |at| *at);
    touched.dedup();
    touched
}

/// The findings of some passages and of the message, in the order of the text.
fn settled(
    message: &Message,
    kept: &Kept,
    passages: impl Iterator<Item = usize>,
    about_message: Vec<Found>,
) -> Vec<Found> {
    let mut contested = about_message;
    let mut next = kept.contested.iter().peekable();
    let mut findings = Vec::new();
    for at in passages {
        while next.next_if(|contested| **contested < at).is_some() {}
        let Some(said) = kept.readings.get(at).and_then(|kept| kept.said.as_ref()) else {
            continue;
        };
        let (into, from) = if next.peek() == Some(&&at) {
            (&mut contested, &said.all)
        } else {
            (&mut findings, &said.settled)
        };
        into.extend(from.iter().map(|finding| Found {
            offset: message.document.blocks[at].span.start,
            finding: Arc::clone(finding),
        }));
    }
    if !contested.is_empty() {
        let candidates = contested.iter();
        let candidates: Vec<_> = candidates
            .map(|found| contest(&found.finding, found.span()))
            .collect();
        let stay = winners(&candidates);
        findings.extend(stay.into_iter().map(|at| contested[at].clone()));
        sort_by_key(&mut findings, Found::span);
    }
    findings
}

/// The findings that stood, where they stand now, without those of the message and of the passages in `touched`.
fn left(message: &Message, touched: &[usize], standing: Standing<'_>) -> Vec<Found> {
    let Standing {
        mut findings,
        gone,
        recut,
    } = standing;
    let touched = touched.iter().filter_map(|at| message.passages.get(*at));
    let touched: Vec<usize> = touched.map(|(offset, _)| *offset).collect();
    let mut next = 0;
    findings.retain_mut(|found| {
        if found.offset == 0 || gone.contains(&found.offset) {
            return false;
        }
        if found.offset >= gone.end {
            found.offset = found.offset - recut.change.old_end + recut.change.new_end;
        }
        while touched.get(next).is_some_and(|at| *at < found.offset) {
            next += 1;
        }
        touched.get(next) != Some(&found.offset)
    });
    findings
}

/// Puts findings among others, both in the order of the text.
fn weave(findings: &mut Vec<Found>, mut new: Vec<Found>) {
    while let Some(last) = new.last() {
        let at = findings.partition_point(|found| found.span() < last.span());
        let above = findings[..at].last().map(Found::span);
        let from = above.map_or(0, |above| new.partition_point(|found| found.span() < above));
        findings.splice(at..at, new.drain(from..));
    }
}
