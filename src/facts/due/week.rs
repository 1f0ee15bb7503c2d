//! Weeks told by a number, a day or their place in a month.
//!
//!     week = ("week" | "CW") number ["of" year] | "week" ("of" | "commencing" | "beginning" | "ending") day
//!          | ["the"] (ordinal | "last") "week of" (month | year)

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::calendar::{add_days, monday};
use super::line::Line;
use super::number::{ordinal, year};
use super::period::{Period, period, span};
use super::time::{Grain, TimeForm};
use super::vocabulary::{Sense, Unit};
use super::{numeric, written};

/// "week 48", "the week of the 23rd", "week commencing 23 Nov", "the first week of October".
pub(super) fn week_of(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let the = line.skip(at, &["the"]);
    let abbreviated = line.after(the, &["w", "/", "c"]);
    if line.sense(the) != Sense::Unit(Unit::Week)
        && abbreviated.is_none()
        && !line.is_any(the, &["kw", "cw"])
    {
        return nth_week(line, the);
    }
    let of = abbreviated.unwrap_or_else(|| {
        line.skip(
            the + 1,
            &["of", "commencing", "beginning", "starting", "ending"],
        )
    });
    let week = |day: Date| {
        let from = monday(day)?;
        Some(span(
            from,
            line.calendar.end_of_week(from)?.max(from),
            Grain::Week,
            TimeForm::Elastic,
        ))
    };
    if of > the + 1 {
        let found = written::read(line, of, None)
            .or_else(|| numeric::read(line, of, None))
            .or_else(|| super::ordinal::read(line, of))?;
        return Some((week(found.told.from()?)?, found.end));
    }
    let (number, _) = line
        .digits(the + 1)
        .filter(|(_, length)| *length <= 2 && !line.goes_on(the + 1))?;
    let (year, end) = match year(line, line.skip(the + 2, &["of", "/"])) {
        Some((year, end)) => (year, end),
        None => (line.calendar.today.year(), the + 2),
    };
    let number = i8::try_from(number).ok()?;
    let from = Date::from(ISOWeekDate::new(year, number, Weekday::Monday).ok()?);
    let past = line.calendar.today > add_days(from, 6)? && end == the + 2;
    let from = if past {
        Date::from(ISOWeekDate::new(year + 1, number, Weekday::Monday).ok()?)
    } else {
        from
    };
    Some((week(from)?, end))
}

fn nth_week(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let (nth, noun) = match ordinal(line, at) {
        Some((nth, noun)) if nth <= 5 => (Some(i32::try_from(nth).ok()?), noun),
        Some(_) => return None,
        None if line.is(at, "last") => (None, at + 1),
        None => return None,
    };
    if line.sense(noun) != Sense::Unit(Unit::Week) || !line.is_any(noun + 1, &["of", "in"]) {
        return None;
    }
    let (month, end) = period(line, noun + 2)
        .filter(|(period, _)| matches!(period.grain, Grain::Month | Grain::Year))?;
    // The first week is the one that holds the fourth: most of its days are of the month.
    let from = match nth {
        Some(nth) => add_days(monday(add_days(month.from, 3)?)?, 7 * (nth - 1))?,
        None => monday(add_days(month.to, -3)?)?,
    };
    Some((
        span(
            from,
            line.calendar.end_of_week(from)?.max(from),
            Grain::Week,
            TimeForm::Elastic,
        ),
        end,
    ))
}
