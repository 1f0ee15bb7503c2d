//! Stretches from one moment to another.
//!
//!     range = "between now and" end
//!           | ("from" | "between") end ("to" | "and" | "until" | "through" | "-") end
//!           | end ("-" | "to" | "through" | "until") end       both of the calendar, or "13-15 July", "July 13 to 15"
//!           | "29/30 December" | "14-15.12.2026" | "14/12-16/12" | "Jan-Feb 2027" | "from 2014 to 2018"
//!           | "from" day "for" length | "for" length ("from" | "starting") day
//!
//! The day that counts is the last one. What the last end tells of the month or the year holds for the first.

use jiff::civil::Date;

use super::calendar::add_days;
use super::length::{Length, length};
use super::line::Line;
use super::moment::{moment, with_clock};
use super::number::{self, day_of_month};
use super::time::{Grain, Reading, TimeForm, TimeKind};
use super::told::{Found, Told};
use super::vocabulary::{Sense, Unit};
use super::{numeric, ordinal, period, written};

/// The stretch that starts here.
///
/// `here` is the moment that starts here, if any.
pub(super) fn read(line: &Line<'_>, at: usize, here: Option<&Found>) -> Option<Found> {
    if let Some(start) = line.after(at, &["between", "now", "and"]) {
        return from_now(line, at, start);
    }
    if line.is(at, "for") {
        return lasting_from(line, at);
    }
    let framed = line.is_any(at, &["from", "between"]);
    let start = at + usize::from(framed);
    let in_parts = days_of_month(line, start, framed)
        .or_else(|| numbers(line, start, framed))
        .or_else(|| months(line, start, framed))
        .or_else(|| years(line, start, framed));
    if let Some(found) = in_parts {
        return Some(with_clock(line, Found { start: at, ..found }));
    }
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
        if line.is(at, "from") && line.is(first.end, "for") {
            let (length, end) = length(line, first.end + 1)?;
            return Some(Found::new(at, end, lasting(line, &first, length)?));
        }
        let end = joint(line, first.end, framed)?;
        let last = moment(line, end).or_else(|| same_month(line, &first, end))?;
        let first = in_year_of(line, first, &last);
        return Some(Found::new(at, last.end, between(first.told, last.told)?));
    }
    None
}

/// "13 to 15 July", "the 23rd - 26th of Oct", "29 and 30 December", "14-15.12.2026"
fn days_of_month(line: &Line<'_>, start: usize, framed: bool) -> Option<Found> {
    let (day, after) = day_of_month(line, line.skip(start, &["the"]))?;
    let next = line
        .is_any(after, &["/", "&", "and", "+"])
        .then_some(after + 1);
    let figures = line.digits(line.skip(start, &["the"])).is_some();
    let end = joint(line, after, framed).or(next.filter(|_| figures))?;
    let numbers = || {
        let dots = line.is(end + 1, ".") && line.glued(end + 1) && line.glued(end);
        numeric::read_fields(line, end, None).filter(|_| dots && numeric::starts(line, start))
    };
    let last = written::read(line, end, None)
        .or_else(numbers)
        .or_else(|| {
            number::ordinal(line, line.skip(end, &["the"])).and(ordinal::read(line, end))
        })?;
    let to = last.told.from()?;
    let first = to.with().day(day).build().ok()?;
    // Two days that are named together follow each other, or they are two dates.
    let ordered = first < to && (joint(line, after, framed).is_some() || add_days(first, 1)? == to);
    let whole = last.told.grain == Grain::Day && last.told.form == TimeForm::Written;
    (ordered && whole).then(|| Found::new(start, last.end, stretch(first, to, Grain::Day)))
}

/// "14/12-16/12", "14.12.-16.12.2026": days in numbers, of which the last may tell the year.
fn numbers(line: &Line<'_>, start: usize, framed: bool) -> Option<Found> {
    if line.digits(start).is_none() || !numeric::starts(line, start) {
        return None;
    }
    let (first, after) = numeric::fields(line, start)?;
    let end = joint(line, after, framed)?;
    let (last, last_end) =
        numeric::fields(line, end).filter(|(last, _)| last.mark == first.mark)?;
    let (from, to) = numeric::from_to(line, first, last)?;
    // Fractions and prices are joined as well.
    let told = if first.mark == "/" {
        let large = first.largest().max(last.largest()) > 12;
        large || first.padded && last.padded || framed && first.largest().max(last.largest()) > 4
    } else {
        let dotted = first.dotted || last.year.is_some();
        let spaced = !line.glued(after) && last.padded && from.month() == to.month();
        dotted || spaced && line.pauses(last_end)
    };
    told.then(|| Found::new(start, last_end, stretch(from, to, Grain::Day)))
}

/// "Jan-Feb 2027", "from April to June", "November to February": the first such months that are not over.
fn months(line: &Line<'_>, start: usize, framed: bool) -> Option<Found> {
    let month = written::month(line, start)?;
    let end = joint(line, start + 1, framed)?;
    let last = written::month(line, end)?;
    let named = |at: usize| line.capital(at) || !matches!(line.norm(at), "may" | "march" | "mar");
    let day_follows = line.digits(end + 1).is_some_and(|(_, length)| length <= 2)
        || number::ordinal(line, line.skip(end + 1, &["the"])).is_some();
    if !named(start) || !named(end) || day_follows {
        return None;
    }
    let of = line.skip(end + 1, &[",", "of", "in"]);
    let told = number::year(line, of).or_else(|| period::year_of(line, of));
    let today = line.calendar.today;
    let (year, after) = told.unwrap_or((today.year() + i16::from(last < today.month()), end + 1));
    let to = Date::new(year, last, 1).ok()?.last_of_month();
    let from = Date::new(year - i16::from(month > last), month, 1).ok()?;
    Some(Found::new(start, after, stretch(from, to, Grain::Month)))
}

/// "from 2014 to 2018", "between 2014 and 2018"
fn years(line: &Line<'_>, start: usize, framed: bool) -> Option<Found> {
    let year = |at: usize| number::year(line, at).filter(|(year, _)| (1900..2100).contains(year));
    let (first, after) = year(start).filter(|_| framed)?;
    let (last, end) = year(joint(line, after, framed)?).filter(|(last, _)| *last > first)?;
    // "from 2014 to 2018 units"
    if !line.pauses(end) && line.tag(end).is_some_and(|tag| tag.is_nominal()) {
        return None;
    }
    let from = Date::new(first, 1, 1).ok()?;
    let to = Date::new(last, 12, 31).ok()?;
    Some(Found::new(start, end, stretch(from, to, Grain::Year)))
}

/// "for 10 days from 1 December", "for a week starting tomorrow"
fn lasting_from(line: &Line<'_>, at: usize) -> Option<Found> {
    let (length, end) = length(line, at + 1)?;
    let from = line.skip(end, &[","]);
    let on = line
        .is_any(from, &["from", "starting", "beginning"])
        .then(|| line.skip(from + 1, &["on"]))?;
    let first = moment(line, on)?;
    Some(Found::new(at, first.end, lasting(line, &first, length)?))
}

/// So long from a day on; the last day is the one the count ends in.
fn lasting(line: &Line<'_>, first: &Found, length: Length) -> Option<Told> {
    let from = first
        .told
        .from()
        .filter(|_| first.told.kind == TimeKind::Date && first.told.grain <= Grain::Day)?;
    let to = length.from(line, from, false)?;
    (from < to).then(|| Told {
        form: first.told.form,
        ..stretch(from, to, Grain::Day)
    })
}

fn stretch(from: Date, to: Date, grain: Grain) -> Told {
    let form = if grain == Grain::Day {
        TimeForm::Written
    } else {
        TimeForm::Elastic
    };
    Told::stretch(from, to, grain, form, FROM_TO)
}

/// The first day in the year the last one tells, or so that the stretch has not run backwards: "from 2 Dec to 5 Jan 2027",
/// and on the 18th "from 16 to 20 November" of the same year.
fn in_year_of(line: &Line<'_>, first: Found, last: &Found) -> Found {
    let yearless = |found: &Found| {
        let numbers = (found.start..found.end).filter(|at| line.digits(*at).is_some());
        let named = (found.start..found.end).any(|at| written::month(line, at).is_some());
        numbers.count() < if named { 2 } else { 3 }
    };
    let written =
        |found: &Found| found.told.form == TimeForm::Written && found.told.grain == Grain::Day;
    let in_year = |date: Date, year: i16| date.with().year(year).build().ok();
    let earlier = || {
        let (from, to) = (first.told.from()?, last.told.to()?);
        let date = if yearless(last) {
            (to < from)
                .then(|| in_year(from, from.year() - 1))
                .flatten()?
        } else {
            let same = in_year(from, to.year())?;
            if same <= to {
                same
            } else {
                in_year(from, to.year() - 1)?
            }
        };
        (date <= to).then_some(date)
    };
    if !(written(&first) && written(last) && yearless(&first)) {
        return first;
    }
    match earlier() {
        Some(date) => Found {
            told: stretch(date, date, Grain::Day),
            ..first
        },
        None => first,
    }
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
    // "Race - 3pm - this week"
    let apart = first.form == TimeForm::Clock && last.grain > Grain::Day;
    if !told(&first) || !told(&last) || apart {
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
            (
                "the 13th to the 15th of December",
                "the 13th to the 15th of December: 2026-12-13..2026-12-15",
            ),
            ("29/30 December", "29/30 December: 2026-12-29..2026-12-30"),
            (
                "29 and 30 December",
                "29 and 30 December: 2026-12-29..2026-12-30",
            ),
            (
                "the 3rd and 30 December",
                "the 3rd: 2026-12-03; 30 December: 2026-12-30",
            ),
            (
                "the 3rd to the 7th of next month",
                "the 3rd to the 7th of next month: 2026-12-03..2026-12-07",
            ),
            (
                "14.12.2026 - 16.12.2026, 18:00 - 20:00",
                "14.12.2026 - 16.12.2026, 18:00 - 20:00: 2026-12-14..2026-12-16 20:00",
            ),
            ("19/12 1510-1640", "19/12 1510-1640: 2026-12-19 16:40"),
            (
                "between 2026 and the end of 2028",
                "between 2026 and the end of 2028: 2026-01-01..2028-12-31",
            ),
            ("14-15.12.2026", "14-15.12.2026: 2026-12-14..2026-12-15"),
            ("13-14.12.", "13-14.12.: 2026-12-13..2026-12-14"),
            (
                "14.12.-16.12.2026",
                "14.12.-16.12.2026: 2026-12-14..2026-12-16",
            ),
            ("14.12 - 16.12", "14.12 - 16.12: 2026-12-14..2026-12-16"),
            ("14/12-16/12", "14/12-16/12: 2026-12-14..2026-12-16"),
            (
                "between 12/14 and 12/16",
                "between 12/14 and 12/16: 2026-12-14..2026-12-16",
            ),
            (
                "Nov 30-Dec 4, 2026",
                "Nov 30-Dec 4, 2026: 2026-11-30..2026-12-04",
            ),
            (
                "from 2 Dec to 5 Jan 2028",
                "from 2 Dec to 5 Jan 2028: 2027-12-02..2028-01-05",
            ),
            (
                "from 16 November to 20 November",
                "from 16 November to 20 November: 2026-11-16..2026-11-20",
            ),
            ("Jan-Feb 2027", "Jan-Feb 2027: 2027-01-01..2027-02-28"),
            (
                "from October to December",
                "from October to December: 2026-10-01..2026-12-31",
            ),
            (
                "November to February",
                "November to February: 2026-11-01..2027-02-28",
            ),
            (
                "between 2014 and 2018",
                "between 2014 and 2018: 2014-01-01..2018-12-31",
            ),
            (
                "from 1 December for 10 days",
                "from 1 December for 10 days: 2026-12-01..2026-12-11",
            ),
            (
                "for a week starting tomorrow",
                "for a week starting tomorrow: 2026-11-19..2026-11-26",
            ),
            (
                "Race, 3pm - this week",
                "3pm: 2026-11-18 15:00; this week: 2026-11-16..2026-11-20",
            ),
            ("Mix 1/2-3/4 cup of oil.", ""),
            ("It costs 1.50 - 2.50 a piece.", ""),
            ("Read sections 3.11-3.12.", ""),
            ("Take 2 and 3 home.", ""),
        ]);
    }
}
