//! Stretches from one moment to another.
//!
//!     range = "between now and" end
//!           | ("from" | "between") end ("to" | "and" | "until" | "through" | "-") end
//!           | end ("-" | "to" | "through" | "until") end       both of the calendar, or "13-15 July", "July 13 to 15"
//!
//! The day that counts is the last one.

use super::calendar::add_days;
use super::line::Line;
use super::moment::moment;
use super::number::day_of_month;
use super::time::{Grain, Reading, TimeForm, TimeKind};
use super::told::{Found, Told};
use super::vocabulary::{Sense, Unit};
use super::written;

/// The stretch that starts here.
///
/// `here` is the moment that starts here, if any.
pub(super) fn read(line: &Line<'_>, at: usize, here: Option<&Found>) -> Option<Found> {
    if let Some(start) = line.after(at, &["between", "now", "and"]) {
        return from_now(line, at, start);
    }
    let framed = line.is_any(at, &["from", "between"]);
    let start = at + usize::from(framed);
    let first = if framed {
        moment(line, start)
    } else {
        here.cloned()
    };
    if let Some(first) = first {
        let hours = (start..first.end).any(|at| joint(line, at, framed).is_some());
        if framed && hours && first.told.grain < Grain::Day {
            return Some(Found { start: at, ..first });
        }
        let end = joint(line, first.end, framed)?;
        let last = moment(line, end).or_else(|| same_month(line, &first, end))?;
        return Some(Found::new(at, last.end, between(first.told, last.told)?));
    }
    // "13 to 15 July", "the 23rd - 26th of Oct"
    let (day, after) = day_of_month(line, line.skip(start, &["the"]))?;
    let end = joint(line, after, framed)?;
    let (parts, last_end) = written::parts(line, end)?;
    let last = written::read(line, end, None)?;
    let first = last.told.from()?.with().day(day).build().ok()?;
    let same = first.month() == parts.month && day < parts.day;
    let told = Told::stretch(
        first,
        last.told.to()?,
        Grain::Day,
        TimeForm::Written,
        FROM_TO,
    );
    same.then(|| Found::new(at, last_end, told))
}

/// "between now and Friday"
fn from_now(line: &Line<'_>, at: usize, start: usize) -> Option<Found> {
    let last = moment(line, start)?;
    let (form, today) = (last.told.form, line.calendar.today);
    let now = Told::day(today, form, FROM_TO);
    Some(Found::new(at, last.end, between(now, last.told)?))
}

const FROM_TO: &str = "from the first to the last";

/// The place after the word that joins two ends.
fn joint(line: &Line<'_>, at: usize, framed: bool) -> Option<usize> {
    let words: &[&str] = if framed {
        &[
            "to", "and", "until", "till", "untill", "through", "thru", "-", "–", "—",
        ]
    } else {
        &["to", "until", "till", "through", "thru", "-", "–", "—"]
    };
    line.is_any(at, words).then_some(at + 1)
}

/// "July 13 to 15", "the 3rd to 7th": a day of the month the stretch began in.
fn same_month(line: &Line<'_>, first: &Found, at: usize) -> Option<Found> {
    if first.told.form != TimeForm::Written || first.told.grain != Grain::Day {
        return None;
    }
    let (day, end) = day_of_month(line, line.skip(at, &["the"]))?;
    let counted = matches!(line.sense(end), Sense::Unit(unit) if unit != Unit::Day)
        || line.is_any(end, &["am", "pm", ":", "%", "people"]);
    let from = first.told.from()?;
    let date = from
        .with()
        .day(day)
        .build()
        .ok()
        .filter(|date| *date > from && !counted)?;
    Some(Found::new(
        at,
        end,
        Told::day(date, TimeForm::Written, FROM_TO),
    ))
}

fn between(first: Told, last: Told) -> Option<Told> {
    let (from, mut to) = (first.from()?, last.to()?);
    let told = |told: &Told| told.kind == TimeKind::Date && told.fault.is_none();
    if !told(&first) || !told(&last) {
        return None;
    }
    // "Friday to Monday" said on a Sunday: the Monday after that Friday; "Nov to Feb" likewise.
    if to < from {
        to = match (last.form, last.grain) {
            (TimeForm::Weekday, _) => add_days(to, 7)?,
            (TimeForm::Clock, _) => from,
            (_, Grain::Month) => to.with().year(to.year() + 1).build().ok()?,
            _ => return None,
        };
    }
    let (time, zone) = last
        .readings
        .first()
        .map_or((None, None), |reading| (reading.time, reading.zone));
    let form = if last.form == TimeForm::Clock {
        first.form
    } else {
        last.form
    };
    Some(Told {
        kind: TimeKind::Date,
        form,
        grain: first.grain.min(last.grain),
        readings: vec![Reading {
            from,
            to,
            time,
            zone,
            convention: FROM_TO,
        }],
        fault: None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn from_one_to_another() {
        check(&[
            (
                "between Monday and Wednesday",
                "between Monday and Wednesday: 2026-11-23..2026-11-25",
            ),
            (
                "from the 3rd to the 7th",
                "from the 3rd to the 7th: 2026-12-03..2026-12-07",
            ),
            ("3-5 pm", "3-5 pm: 2026-11-18 17:00"),
            (
                "Monday to Friday",
                "Monday to Friday: 2026-11-23..2026-11-27",
            ),
            ("July 13-15", "July 13-15: 2027-07-13..2027-07-15"),
            ("13 to 15 July", "13 to 15 July: 2027-07-13..2027-07-15"),
            (
                "from 1 to 3 December",
                "from 1 to 3 December: 2026-12-01..2026-12-03",
            ),
            ("Thursday 9-11am", "Thursday 9-11am: 2026-11-19 11:00"),
            (
                "between 9:30 and 11:00 on Thursday",
                "between 9:30 and 11:00 on Thursday: 2026-11-19 11:00",
            ),
            (
                "Thursday to Tuesday",
                "Thursday to Tuesday: 2026-11-19..2026-11-24",
            ),
            (
                "Delivery is between 16:00 and 18:00 on Friday.",
                "between 16:00 and 18:00 on Friday: 2026-11-20 18:00",
            ),
            (
                "between now and Friday",
                "between now and Friday: 2026-11-18..2026-11-20",
            ),
            ("Pick between 3 and 5 people.", ""),
        ]);
    }
}
