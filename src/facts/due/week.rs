//! Weeks told by a number or a day.
//!
//!     week = ("week" | "CW") number ["of" (year | "next year")] | "week" ("of" | "commencing" | "beginning" | "ending") day

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::calendar::{add_days, monday};
use super::line::Line;
use super::number::year;
use super::period::{Period, span, year_of};
use super::time::{Grain, TimeForm};
use super::vocabulary::{Sense, Unit};
use super::{numeric, written};

/// "week 48", "the week of the 23rd", "week commencing 23 Nov".
pub(super) fn week_of(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let the = line.skip(at, &["the"]);
    let abbreviated = line.after(the, &["w", "/", "c"]);
    if line.sense(the) != Sense::Unit(Unit::Week)
        && abbreviated.is_none()
        && !line.is_any(the, &["kw", "cw"])
    {
        return None;
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
    let of = line.skip(the + 2, &["of", "/"]);
    let (year, end) = year(line, of)
        .or_else(|| year_of(line, of))
        .unwrap_or((line.calendar.today.year(), the + 2));
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
