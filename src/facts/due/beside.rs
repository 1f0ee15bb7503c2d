//! Weekdays and weekends told by a day near them.
//!
//!     beside = ["the"] weekday ("before" | "after" | "following" | "preceding") day     "the Friday before Christmas"
//!            | ["the"] [ordinal] ("closest" | "nearest") weekday "to" day
//!            | ["the"] "weekend" ("of" | "before" | "after") day
//!            | ["the"] "week" ("before" | "after") day
//!            | ["the"] holiday ("weekend" | "week") | "the week of" holiday

use jiff::civil::{Date, Weekday};

use super::calendar::{add_days, monday};
use super::line::Line;
use super::number::ordinal;
use super::time::{Grain, TimeForm};
use super::told::{Found, Told, weekday_after, weekday_before, weekday_from};
use super::vocabulary::{Sense, Unit};
use super::weekday::name;
use super::{holiday, numeric, ordinal as place, written};

/// The day or the days that start here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    let found = weekday_beside(line, line.skip(the, &["first", "last"]))
        .or_else(|| closest(line, the))
        .or_else(|| days_beside(line, the))
        .or_else(|| of_holiday(line, the))?;
    Some(Found { start: at, ..found })
}

/// A day with a name of its own, on which the others hang, and the place after.
fn anchor(line: &Line<'_>, at: usize) -> Option<(Date, usize)> {
    let dated = written::read(line, at, None).or_else(|| numeric::read(line, at, None));
    let found = dated
        .or_else(|| holiday::read(line, at))
        .or_else(|| place::read(line, at))?;
    let day = (found.told.grain == Grain::Day).then(|| found.told.from())??;
    Some((day, found.end))
}

fn weekday_beside(line: &Line<'_>, at: usize) -> Option<Found> {
    let weekday = name(line, at)?;
    let back = match line.norm(at + 1) {
        "before" | "preceding" => true,
        "after" | "following" => false,
        _ => return None,
    };
    let (day, end) = anchor(line, at + 2)?;
    let date = if back {
        weekday_before(day, weekday)?
    } else {
        weekday_after(day, weekday)?
    };
    Some(Found::new(at, end, told(date, date, Grain::Day)))
}

fn closest(line: &Line<'_>, at: usize) -> Option<Found> {
    let (nth, start) = ordinal(line, at).unwrap_or((1, at));
    let weekday = line
        .is_any(start, &["closest", "nearest"])
        .then(|| name(line, start + 1))??;
    let (day, end) = line
        .is(start + 2, "to")
        .then(|| anchor(line, start + 3))??;
    let before = weekday_before(add_days(day, 1)?, weekday)?;
    let after = weekday_after(day, weekday)?;
    let near = |date: Date| date.since(day).map_or(0, |span| span.get_days().abs());
    let (first, second) = if near(before) <= near(after) {
        (before, after)
    } else {
        (after, before)
    };
    let date = match nth {
        1 => first,
        2 => second,
        _ => return None,
    };
    Some(Found::new(at, end, told(date, date, Grain::Day)))
}

fn days_beside(line: &Line<'_>, at: usize) -> Option<Found> {
    let Sense::Unit(unit @ (Unit::Week | Unit::Weekend)) = line.sense(at) else {
        return None;
    };
    let (day, end) = anchor(line, at + 2)?;
    let weekend = |saturday: Date| Some((saturday, add_days(saturday, 1)?));
    let (from, to) = match (unit, line.norm(at + 1)) {
        (Unit::Weekend, "before") => {
            let last = if day.weekday() == Weekday::Sunday {
                2
            } else {
                0
            };
            weekend(weekday_before(add_days(day, -last)?, Weekday::Saturday)?)?
        }
        (Unit::Weekend, "after") => weekend(weekday_after(day, Weekday::Saturday)?)?,
        (Unit::Weekend, "of") => weekend(weekday_from(monday(day)?, Weekday::Saturday)?)?,
        (Unit::Week, "before") => (add_days(day, -7)?, add_days(day, -1)?),
        (Unit::Week, "after") => {
            let from = add_days(monday(day)?, 7)?;
            (from, line.calendar.end_of_week(from)?.max(from))
        }
        _ => return None,
    };
    Some(Found::new(at, end, told(from, to, Grain::Week)))
}

/// "Easter weekend", "Christmas week", "the week of Thanksgiving"
fn of_holiday(line: &Line<'_>, at: usize) -> Option<Found> {
    let turned = line.after(at, &["week", "of"]);
    let day = holiday::read(line, turned.unwrap_or(at))?;
    let date = day.told.from()?;
    let monday = monday(date)?;
    let unit = if turned.is_some() { at } else { day.end };
    let end = day.end + usize::from(turned.is_none());
    let (from, to) = match line.sense(unit) {
        // A Monday off ends its weekend.
        Sense::Unit(Unit::Weekend) if date == monday => (add_days(monday, -2)?, monday),
        Sense::Unit(Unit::Weekend) => (add_days(monday, 5)?, add_days(monday, 6)?),
        Sense::Unit(Unit::Week) => (monday, add_days(monday, 4)?),
        _ => return None,
    };
    Some(Found::new(at, end, told(from, to, Grain::Week)))
}

fn told(from: Date, to: Date, grain: Grain) -> Told {
    Told::stretch(from, to, grain, TimeForm::Written, "beside the day named")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_days_beside_a_day() {
        check(&[
            (
                "the Friday before Christmas",
                "the Friday before Christmas: 2026-12-18",
            ),
            (
                "on the Monday after Easter",
                "the Monday after Easter: 2027-03-29",
            ),
            (
                "Thursday following 5 December",
                "Thursday following 5 December: 2026-12-10",
            ),
            (
                "the Tuesday before the 5th",
                "the Tuesday before the 5th: 2026-12-01",
            ),
            (
                "the nearest Monday to 5 December",
                "the nearest Monday to 5 December: 2026-12-07",
            ),
            (
                "the second closest Monday to 5 December",
                "the second closest Monday to 5 December: 2026-11-30",
            ),
            (
                "the weekend of 5 December",
                "the weekend of 5 December: 2026-12-05..2026-12-06",
            ),
            (
                "the weekend before Christmas",
                "the weekend before Christmas: 2026-12-19..2026-12-20",
            ),
            (
                "the weekend after the 8th",
                "the weekend after the 8th: 2026-12-12..2026-12-13",
            ),
            (
                "the week before Christmas",
                "the week before Christmas: 2026-12-18..2026-12-24",
            ),
            (
                "the week after Thanksgiving",
                "the week after Thanksgiving: 2026-11-30..2026-12-04",
            ),
            (
                "the last Friday before Christmas",
                "the last Friday before Christmas: 2026-12-18",
            ),
            (
                "the Easter weekend",
                "the Easter weekend: 2027-03-27..2027-03-28",
            ),
            (
                "Labor Day weekend",
                "Labor Day weekend: 2027-09-04..2027-09-06",
            ),
            (
                "the week of Christmas",
                "the week of Christmas: 2026-12-21..2026-12-25",
            ),
            ("Friday before noon", "Friday before noon: 2026-11-20 12:00"),
            (
                "Sign on Friday after the call.",
                "Friday: 2026-11-20; after the call: Event",
            ),
        ]);
    }
}
