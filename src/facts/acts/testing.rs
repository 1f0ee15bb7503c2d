//! What the tests of all families share: a sentence, and what is read in it, in one line.

use crate::document::{Block, BlockKind, Format, ZoneKind};
use crate::facts::due::{Calendar, Weekdays};
use crate::facts::{Act, ActKind, Passage, passage};
use crate::text::Span;

/// Reads a paragraph written on Sunday 22 November 2026.
pub(in crate::facts) fn read(text: &str) -> Passage {
    read_over(text, None)
}

/// The same where another was read before.
pub(in crate::facts) fn read_again(text: &str, before: &Passage) -> Passage {
    read_over(text, Some(before))
}

fn read_over(text: &str, before: Option<&Passage>) -> Passage {
    let block = Block {
        kind: BlockKind::Paragraph,
        zone: ZoneKind::Body,
        depth: 0,
        span: Span::new(0, text.len()),
        attribution: None,
        list_depth: 0,
        is_step: false,
        coding: crate::document::Coding::Plain,
    };
    let calendar = Calendar {
        today: jiff::civil::date(2026, 11, 22),
        day_first: true,
        next_is_next_week: true,
        working_days: Weekdays::MONDAY_TO_FRIDAY,
        holidays: [].into(),
        end_of_day: jiff::civil::time(17, 0, 0, 0),
    };
    passage(text, &block, Format::Text, &calendar, before)
}

/// An act in one line: `modal you send`, `firm send`, `thanks`.
fn line(act: &Act) -> String {
    match &act.kind {
        ActKind::Ask(ask) => {
            let verb = ask
                .action
                .as_ref()
                .map_or("-", |action| action.verb.as_str());
            format!("{} {} {verb}", ask.form.name(), ask.owner.kind.name())
        }
        ActKind::Commitment(promise) => {
            let verb = promise
                .action
                .as_ref()
                .map_or("-", |action| action.verb.as_str());
            format!("{} {verb}", promise.strength.name())
        }
        other => other.name().to_owned(),
    }
}

/// Holds each text against the lines of its acts, apart by `;`.
pub(super) fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, want)| {
            let acts = read(text).acts;
            let got = acts.iter().map(line).collect::<Vec<_>>().join("; ");
            (got != *want).then(|| format!("{text}\n     want {want}\n      got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Holds that nothing is asked in any of the texts.
pub(super) fn asks_nothing(texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .filter_map(|text| {
            let acts = read(text).acts;
            let asks = acts
                .iter()
                .find(|act| matches!(act.kind, ActKind::Ask(_)))?;
            Some(format!(
                "{text}\n      got {} because {}",
                line(asks),
                asks.why
            ))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
