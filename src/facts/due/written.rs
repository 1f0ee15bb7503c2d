//! Days written with the name of their month.
//!
//!     date  = ["the"] day ["day"] ["of"] month ["," | "of" | "in"] [year]
//!           | month ["the"] day [","] [year]
//!     month = "November" | "Nov" ["."]
//!
//! Marks may stand for the blanks: `12-Nov-26`, `Feb13`. Without a year the day to come is meant; one just past stays
//! as a second reading, and a weekday that fits it alone makes it the first.

use jiff::civil::{Date, Weekday};

use super::calendar::add_days;
use super::line::Line;
use super::number::{day_of_month, short_year, spelt_year, year};
use super::time::{Fault, TimeForm};
use super::told::{Found, Told, weekday_before, weekday_from};
use super::vocabulary::{Sense, Unit};

/// How many days a date may lie back and still be meant by its day and month alone.
const JUST_PAST: i32 = 92;

/// The date that starts here; `said` is the weekday before it.
pub(super) fn read(line: &Line<'_>, at: usize, said: Option<Weekday>) -> Option<Found> {
    let (date, end) = parts(line, at)?;
    let told = match date.year {
        Some(year) => on_year(year, date.month, date.day, said)?,
        None => yearless(line.calendar.today, date.month, date.day, said)?,
    };
    Some(Found::new(at, end, told))
}

/// A date as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// The year, if told.
    pub(super) year: Option<i16>,
    /// 1 to 12.
    pub(super) month: i8,
    /// Perhaps more than the month has.
    pub(super) day: i8,
}

/// The parts of the date that starts here, and the place after.
pub(super) fn parts(line: &Line<'_>, at: usize) -> Option<(Parts, usize)> {
    day_first(line, at).or_else(|| month_first(line, at))
}

fn day_first(line: &Line<'_>, at: usize) -> Option<(Parts, usize)> {
    if line.is_any(at.wrapping_sub(1), &["$", "€", "£", "#"]) {
        return None;
    }
    let (day, after_day) = day_of_month(line, line.skip(at, &["the"]))?;
    let after_day = match line.sense(after_day) {
        Sense::Unit(Unit::Day) => after_day + 1,
        _ => after_day,
    };
    let glued_mark = line.is_any(after_day, &["-", "/", "."]) && line.glued(after_day);
    let at_month = if glued_mark {
        after_day + 1
    } else {
        line.skip(after_day, &["of"])
    };
    let month = month(line, at_month)?;
    // "one may", "row 4 may differ": a number before what is more often a verb.
    if matches!(line.norm(at_month), "may" | "march")
        && !line.capital(at_month)
        && (matches!(line.sense(at), Sense::Number(_)) || is_verb(line, at, at_month))
    {
        return None;
    }
    let (year, end) = year_after(line, at_month + 1, glued_mark);
    Some((Parts { year, month, day }, end))
}

/// Whether "may" or "march" after a number is what the thing of that number does: no word announces a day.
fn is_verb(line: &Line<'_>, at: usize, at_month: usize) -> bool {
    let announced = line.is_any(
        at.wrapping_sub(1),
        &[
            "on", "by", "until", "till", "before", "from", "since", "the", "to", "of",
        ],
    );
    let figures = matches!(line.sense(at), Sense::Digits(_)) && at_month == at + 1;
    figures && at > 0 && !announced && line.tag(at_month).is_some_and(|tag| tag.is_verbal())
}

fn month_first(line: &Line<'_>, at: usize) -> Option<(Parts, usize)> {
    let month = month(line, at)?;
    let glued_mark = line.is_any(at + 1, &["-", "/"]) && line.glued(at + 1);
    let at_day = if glued_mark {
        at + 2
    } else {
        line.skip(dot(line, at), &["the"])
    };
    if line.norm(at) == "may"
        && line.tag(at).is_some_and(|tag| tag.is_verbal())
        && !line.capital(at)
    {
        return None;
    }
    let (day, end) = day_of_month(line, at_day)?;
    let plain = matches!(line.sense(at_day), Sense::Digits(_)) && end == at_day + 1;
    let clock = plain
        && (line.is_any(end, &["am", "pm"]) || (line.is_any(end, &["a", "p"]) && line.glued(end)));
    if clock
        || (plain
            && line.is_any(end, &["-", "/"])
            && line.glued(end)
            && line.digits(end + 1).is_some_and(|(_, length)| length == 4)
            && !glued_mark)
    {
        return None;
    }
    let (year, end) = year_after(line, end, glued_mark);
    Some((Parts { year, month, day }, end))
}

/// The place after a month's name and the dot of its short form.
fn dot(line: &Line<'_>, at: usize) -> usize {
    let short = line.norm(at).len() <= 4;
    if short {
        line.skip(at + 1, &["."])
    } else {
        at + 1
    }
}

fn year_after(line: &Line<'_>, at: usize, glued_mark: bool) -> (Option<i16>, usize) {
    let today = line.calendar.today.year();
    let short = |at: usize| {
        let (value, length) = line.digits(at)?;
        (length == 2).then(|| short_year(value, today)).flatten()
    };
    if glued_mark {
        let mark = line.is_any(at, &["-", "/", "."]) && line.glued(at);
        let found = mark
            .then(|| year(line, at + 1).or_else(|| Some((short(at + 1)?, at + 2))))
            .flatten();
        return found.map_or((None, at), |(year, end)| (Some(year), end));
    }
    let marked = line.skip(at, &["."]);
    let marked = line.skip(marked, &[",", "of", "in", "/"]);
    if let Some((value, end)) = year(line, marked) {
        // "2 Nov 1815" is a quarter past six, "2 Nov 1998" a year; so is what "of" announces.
        let announced = line.is_any(marked - 1, &[",", "of", "in"]);
        if (1900..2100).contains(&value) || (announced && marked > at) {
            return (Some(value), end);
        }
    }
    let spelt = spelt_year(line, marked);
    if let Some((value, end)) = spelt.filter(|(_, end)| line.pauses(*end)) {
        return (Some(value), end);
    }
    let apostrophe = line.is(marked, "'") && line.glued(marked + 1);
    if apostrophe && let Some(value) = short(marked + 1) {
        return (Some(value), marked + 2);
    }
    let of = line.is(marked.saturating_sub(1), "of");
    let clock_follows = line.digits(marked + 1).is_some() && line.is(marked + 2, ":");
    let free = (line.pauses(marked + 1) || clock_follows) && !line.goes_on(marked);
    let alone = free && (marked == at || of);
    match short(marked) {
        Some(value) if alone && !line.is_any(marked + 1, &[":", "-", "–"]) => {
            (Some(value), marked + 1)
        }
        _ => (None, at),
    }
}

/// The month a word may name; "may" and "march" are other words too.
pub(super) fn month(line: &Line<'_>, at: usize) -> Option<i8> {
    match line.sense(at) {
        Sense::Month(month) => Some(month),
        _ => None,
    }
}

/// How many days a month may have.
fn longest(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A day of a year, perhaps with the weekday it is said to be; `None` for years jiff does not know.
pub(super) fn on_year(year: i16, month: i8, day: i8, said: Option<Weekday>) -> Option<Told> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    let Ok(date) = Date::new(year, month, day) else {
        return Some(Told::faulty(Fault::NoSuchDay, TimeForm::Written));
    };
    let told = Told::day(date, TimeForm::Written, "as written");
    Some(checked(told, date, said))
}

/// A day and month without a year, perhaps with the weekday it is said to be.
pub(super) fn yearless(today: Date, month: i8, day: i8, said: Option<Weekday>) -> Option<Told> {
    if day > longest(month) {
        return Some(Told::faulty(Fault::NoSuchDay, TimeForm::Written));
    }
    let in_year = |year: i16| Date::new(year, month, day).ok();
    let this_year = today.year();
    let coming = (this_year..=this_year.saturating_add(8))
        .filter_map(in_year)
        .find(|date| *date >= today)?;
    let past = (this_year - 1..=this_year)
        .rev()
        .filter_map(in_year)
        .find(|date| *date < today);
    let past = past.filter(|date| add_days(*date, JUST_PAST).is_none_or(|soon| soon >= today));
    let fits = |date: Date| said.is_none_or(|said| date.weekday() == said);
    let coming_is = "the coming one";
    let past_was = "the one just past";
    Some(match past {
        Some(past) if !fits(coming) && fits(past) => {
            Told::day(past, TimeForm::Written, past_was).or(coming, coming, coming_is)
        }
        Some(past) if fits(coming) && said.is_none() => {
            Told::day(coming, TimeForm::Written, coming_is).or(past, past, past_was)
        }
        _ => checked(
            Told::day(coming, TimeForm::Written, coming_is),
            coming,
            said,
        ),
    })
}

/// The same with the fault that its weekday is another, and the nearest such weekday as a second reading.
fn checked(mut told: Told, date: Date, said: Option<Weekday>) -> Told {
    let is = date.weekday();
    let Some(said) = said.filter(|said| *said != is) else {
        return told;
    };
    told.fault = Some(Fault::WeekdayMismatch { said, is });
    let after = weekday_from(date, said);
    let nearest = match i32::from(is.until(said)) {
        days if days <= 3 => after,
        _ => weekday_before(date, said),
    };
    match nearest {
        Some(day) => told.or(day, day, "the nearest such weekday"),
        None => told,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_day_written() {
        check(&[
            ("by 27 Nov", "27 Nov: 2026-11-27"),
            ("by Nov 27th, 2026", "Nov 27th, 2026: 2026-11-27"),
            ("27th of November", "27th of November: 2026-11-27"),
            ("the 3rd of December", "the 3rd of December: 2026-12-03"),
            ("Dec. 1st", "Dec. 1st: 2026-12-01"),
            ("12-Nov-26", "12-Nov-26: 2026-11-12"),
            ("5 November", "5 November: 2027-11-05 | 2026-11-05"),
            ("5 May", "5 May: 2027-05-05"),
            ("18 November", "18 November: 2026-11-18"),
            ("14April 2027", "14April 2027: 2027-04-14"),
            ("December the 15th", "December the 15th: 2026-12-15"),
            ("May twenty-nine", "May twenty-nine: 2027-05-29"),
            ("29 February", "29 February: 2028-02-29"),
            ("by 31 April", "31 April: NoSuchDay"),
            ("29 February 2027", "29 February 2027: NoSuchDay"),
            ("25 Nov, 15:50", "25 Nov, 15:50: 2026-11-25 15:50"),
            ("27 Nov '26", "27 Nov '26: 2026-11-27"),
            ("You may 2 things.", ""),
        ]);
    }
}
