//! The ends and the parts of days, weeks, months, quarters and years.
//!
//!     edge = ["the"] ("end" | "close" | "start" | "beginning" | "middle") ["of"] (period | ["the"] unit | day)
//!          | ("early" | "mid" | "late" | "later" | "earlier") ["-" | "in"] (period | day)
//!          | "EOD" | "COB" | "close of business" | "end of play" | "EOW" | "EOM" | "EOQ" | "EOY" | "month-end"
//!
//! The end of a week is its last working day, that of a day the time the settings say; both are elastic.

use jiff::civil::Date;

use super::calendar::{add_days, monday};
use super::line::Line;
use super::moment::day;
use super::period::{Period, period, the_unit, unit_from_today};
use super::time::{Grain, TimeForm};
use super::told::{Found, Told};
use super::vocabulary::{Sense, Unit};

/// The edge that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    abbreviated(line, at)
        .or_else(|| edge_of(line, at))
        .or_else(|| part_of(line, at))
}

/// "EOD", "close of business", "end of play": the place after.
pub(super) fn end_of_day(line: &Line<'_>, at: usize) -> Option<usize> {
    if line.is_any(at, &["eod", "eob", "eobd", "cob", "cop", "eop"]) {
        return Some(at + 1);
    }
    let the = line.skip(at, &["the"]);
    if !line.is_any(the, &["end", "close"]) {
        return None;
    }
    let of = line.skip(the + 1, &["of"]);
    if of == the + 1 {
        return None;
    }
    let business = line.skip(
        line.skip(of, &["the", "my", "your", "our"]),
        &["business", "working", "work"],
    );
    if line.sense(business) == Sense::Unit(Unit::Day) && !line.norm(business).ends_with('s') {
        return Some(business + 1);
    }
    line.is_any(of, &["business", "play", "trading"])
        .then_some(of + 1)
}

/// The same day until work ends.
pub(super) fn until_close(line: &Line<'_>, told: Told) -> Told {
    told.at(Some(line.calendar.end_of_day), None, Grain::PartOfDay)
        .told_as(TimeForm::Elastic)
}

fn abbreviated(line: &Line<'_>, at: usize) -> Option<Found> {
    let today = line.calendar.today;
    if let Some(end) = end_of_day(line, at) {
        let today = Told::day(today, TimeForm::Elastic, "today");
        return Some(Found::new(at, end, until_close(line, today)));
    }
    let (unit, first, end) = match line.norm(at) {
        "eow" => (Unit::Week, false, at + 1),
        "eom" => (Unit::Month, false, at + 1),
        "eoq" => (Unit::Quarter, false, at + 1),
        "eoy" => (Unit::Year, false, at + 1),
        "bom" => (Unit::Month, true, at + 1),
        // "week's end", "month-end"
        _ => match line.sense(at) {
            Sense::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)) => {
                let end = line.skip(at + 1, &["-", "'s"]);
                let told = line.is(end, "end")
                    && line.is_any(at.wrapping_sub(1), &["by", "before", "until", "at", "till"])
                    && line.pauses(end + 1);
                told.then_some((unit, false, end + 1))?
            }
            _ => return None,
        },
    };
    let period = to_come(line, unit_from_today(line, unit, 0)?)?;
    let day = if first { period.from } else { period.to };
    Some(Found::new(
        at,
        end,
        Told::day(day, TimeForm::Elastic, "the last day of it"),
    ))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    Middle,
    End,
}

fn edge_of(line: &Line<'_>, at: usize) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    let the = line.skip(the, &["very"]);
    let edge = match line.norm(the) {
        "end" | "close" => Edge::End,
        "start" | "beginning" => Edge::Start,
        "middle" => Edge::Middle,
        _ => return None,
    };
    let of = match line.is(the + 1, "-") && line.glued(the + 1) {
        true => the + 2,
        false => line.skip(the + 1, &["of"]),
    };
    // "start next week" is a verb with its day; "end of" is not.
    if of == the + 1
        && !(line.is(the, "end")
            && line.is_any(at.wrapping_sub(1), &["by", "before", "until", "at"]))
    {
        return None;
    }
    if let Some((period, end)) = period(line, of).or_else(|| the_unit(line, of)) {
        let period = if edge == Edge::End {
            to_come(line, period)?
        } else {
            period
        };
        return Some(Found::new(at, end, of_period(edge, period)?));
    }
    // "the end of Friday", "end of the sunday"
    let found = day(line, of).or_else(|| day(line, line.skip(of, &["the"])))?;
    let told = match edge {
        Edge::End if found.told.grain == Grain::Day => until_close(line, found.told),
        _ => found.told.told_as(TimeForm::Elastic),
    };
    Some(Found::new(at, found.end, told))
}

/// On a weekend, when the work of the week is over, its end is that of the week to come.
fn to_come(line: &Line<'_>, period: Period) -> Option<Period> {
    let today = line.calendar.today;
    let over =
        period.grain == Grain::Week && period.to < today && monday(today) == Some(period.from);
    if over {
        unit_from_today(line, Unit::Week, 1)
    } else {
        Some(period)
    }
}

fn of_period(edge: Edge, period: Period) -> Option<Told> {
    let middle = |period: Period| {
        let days = period.from.until(period.to).ok()?.get_days() / 2;
        // The middle of a month is its 15th, that of a week its Wednesday.
        add_days(
            period.from,
            if period.grain == Grain::Month {
                14
            } else {
                days
            },
        )
    };
    let pick = |from: Date, to: Date| {
        let period = Period { from, to, ..period };
        Some(match edge {
            Edge::Start => from,
            Edge::Middle => middle(period)?,
            Edge::End => to,
        })
    };
    let convention = match edge {
        Edge::Start => "the first day of it",
        Edge::Middle => "the middle of it",
        Edge::End if period.grain == Grain::Week => "its last working day",
        Edge::End => "the last day of it",
    };
    let day = pick(period.from, period.to)?;
    let told = Told::day(day, TimeForm::Elastic, convention);
    let told = match period.other {
        Some((from, to, other)) => {
            let day = pick(from, to)?;
            told.or(day, day, other)
        }
        None => told,
    };
    Some(told)
}

fn part_of(line: &Line<'_>, at: usize) -> Option<Found> {
    let word = line.norm(at);
    if word == "midweek" {
        let week = unit_from_today(line, Unit::Week, 0)?;
        let (from, to) = portion("mid", week, line.calendar.today)?;
        let told = Told::stretch(from, to, Grain::Week, TimeForm::Elastic, "a part of it");
        return Some(Found::new(at, at + 1, told));
    }
    if !matches!(word, "early" | "mid" | "late" | "later" | "earlier") {
        return None;
    }
    let start = line.skip(at + 1, &["-", "in", "on"]);
    let start = if word == "mid" {
        start
    } else {
        line.skip(start, &["the"])
    };
    let today = line.calendar.today;
    if let Some((period, end)) = period(line, start).or_else(|| {
        if word == "mid" || start > at + 2 {
            the_unit(line, start)
        } else {
            None
        }
    }) {
        let (from, to) = portion(word, period, today)?;
        let told = Told::stretch(from, to, period.grain, TimeForm::Elastic, "a part of it");
        return Some(Found::new(at, end, told));
    }
    // "the day" is no time, and "late" before a noun no part of it.
    let found = day(line, start)?;
    let day_named = matches!(found.told.grain, Grain::Day | Grain::PartOfDay)
        && !found.told.readings.is_empty();
    day_named.then(|| {
        Found::new(
            at,
            found.end,
            found
                .told
                .at(None, None, Grain::PartOfDay)
                .told_as(TimeForm::Elastic),
        )
    })
}

/// The first and the last day of a part of a period.
fn portion(word: &str, period: Period, today: Date) -> Option<(Date, Date)> {
    let Period {
        from, to, grain, ..
    } = period;
    let length = from.until(to).ok()?.get_days();
    let (early, late) = match grain {
        Grain::Week => (1, 1),
        Grain::Month => (9, 10),
        _ => (length / 3, length / 3),
    };
    Some(match word {
        "early" => (from, add_days(from, early)?),
        "late" => (add_days(to, -late)?, to),
        "mid" if grain == Grain::Month => (add_days(from, 14)?, add_days(from, 14)?),
        "mid" => {
            let middle = add_days(from, length / 2)?;
            (middle, middle)
        }
        // "later this week" begins tomorrow, "earlier this week" ended yesterday.
        "later" if from <= today && today < to => (add_days(today, 1)?, to),
        "earlier" if from < today && today <= to => (from, add_days(today, -1)?),
        _ => (from, to),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::tests::{check, read_on};

    #[test]
    fn the_edge_named() {
        check(&[
            ("by EOD", "EOD: 2026-11-18 17:00"),
            ("by EOD Friday", "EOD Friday: 2026-11-20 17:00"),
            ("Friday EOD", "Friday EOD: 2026-11-20 17:00"),
            (
                "by close of business tomorrow",
                "close of business tomorrow: 2026-11-19 17:00",
            ),
            (
                "by the end of the day",
                "the end of the day: 2026-11-18 17:00",
            ),
            ("end of play Friday", "end of play Friday: 2026-11-20 17:00"),
            ("by end of week", "end of week: 2026-11-20"),
            (
                "by the end of next week",
                "the end of next week: 2026-11-27",
            ),
            ("by EOW", "EOW: 2026-11-20"),
            ("by EOM", "EOM: 2026-11-30"),
            ("by end of month", "end of month: 2026-11-30"),
            ("by the end of December", "the end of December: 2026-12-31"),
            (
                "at the start of next month",
                "the start of next month: 2026-12-01",
            ),
            (
                "by the middle of next week",
                "the middle of next week: 2026-11-25",
            ),
            ("by mid-December", "mid-December: 2026-12-15"),
            ("mid next week", "mid next week: 2026-11-25"),
            ("early next week", "early next week: 2026-11-23..2026-11-24"),
            ("late next week", "late next week: 2026-11-26..2026-11-27"),
            ("early December", "early December: 2026-12-01..2026-12-10"),
            ("later this week", "later this week: 2026-11-19..2026-11-20"),
            ("later today", "later today: 2026-11-18"),
            ("by the end of Q1", "the end of Q1: 2027-03-31"),
            ("by year-end", "year-end: 2026-12-31"),
            ("first thing Monday", "first thing Monday: 2026-11-23"),
            (
                "first thing in the morning",
                "first thing in the morning: 2026-11-19",
            ),
            ("the end of Friday", "the end of Friday: 2026-11-20 17:00"),
            ("We've reached the end of the line.", ""),
        ]);
    }

    #[test]
    fn on_a_weekend_the_week_that_ends_is_the_one_to_come() {
        for (text, day) in [
            ("by the end of the week", 27),
            ("by the end of this week", 27),
            ("by EOW", 27),
            ("by the end of last week", 20 - 7),
        ] {
            let times = read_on(text, date(2026, 11, 22));
            assert_eq!(times[0].last_day(), Some(date(2026, 11, day)), "{text}");
        }
    }
}
