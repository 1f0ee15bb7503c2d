//! Weekdays.
//!
//!     weekday = "Friday" | "Fri" ["."]
//!             | ("this" | "next" | "last" | "past" | "coming" | "following") weekday
//!             | weekday ("this" | "next" | "last") "week" | weekday ("week" | "fortnight") | weekday "after next"
//!             | ("this" | "next" | "last") "week" ["'s" | "on"] weekday
//!             | weekday [","] ["the"] date       a written date, a numeric one, or the day of a month
//!
//! A bare weekday is the one to come; said on that day it means the next, and today is kept as a second reading.
//! "Next Friday" is that of next week where the settings say so, and the first to come otherwise; both are kept.

use jiff::civil::Weekday;

use super::calendar::add_days;
use super::line::Line;
use super::time::TimeForm::{self, Relative, Written};
use super::told::{Found, Told, weekday_after, weekday_before, weekday_from, weekday_in_week};
use super::vocabulary::{Sense, Unit};
use super::{numeric, ordinal, written};

/// The weekday that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    let found = week_first(line, at).or_else(|| weekday_first(line, at))?;
    Some(Found { start: at, ..found })
}

/// Whether the piece names a weekday, and which: "Sat" may be a verb and "Sun" a star.
pub(super) fn name(line: &Line<'_>, at: usize) -> Option<Weekday> {
    let Sense::Weekday(day) = line.sense(at) else {
        return None;
    };
    let doubtful = match line.norm(at) {
        "sat" | "sun" => true,
        "wed" | "mon" => !line.capital(at),
        _ => false,
    };
    if !doubtful {
        return Some(day);
    }
    let introduced = line.is_any(
        at.wrapping_sub(1),
        &[
            "on", "by", "this", "next", "last", "coming", "until", "till", "before", "after",
            "since", "every", "from", "to", "and", "or", "-", "(", "first",
        ],
    );
    let date_follows = matches!(
        line.sense(at + 1),
        Sense::Digits(_) | Sense::Month(_) | Sense::Part(_)
    ) || line.is_any(at + 1, &["at", "noon", "eod", "week", "wk"]);
    let date_before = at > 0
        && matches!(
            line.sense(at - 1),
            Sense::Digits(_) | Sense::Month(_) | Sense::Part(_)
        );
    let alone = line.capital(at) && line.pauses(at + 1) && !line.is(at.wrapping_sub(1), "the");
    (introduced || date_follows || date_before || alone).then_some(day)
}

fn weekday_first(line: &Line<'_>, at: usize) -> Option<Found> {
    let today = line.calendar.today;
    let (which, at_day) = which(line, at);
    let day = name(line, at_day)?;
    let mut end = at_day + 1;
    if line.norm(at_day).len() <= 5 && line.is(end, ".") && line.glued(end) && !line.ends(end) {
        end += 1;
    }
    if let Some(found) = dated(line, at_day, end, day) {
        return Some(found);
    }
    let plain = |date, convention| Told::day(date, TimeForm::Weekday, convention);
    let relative = |date, convention| Told::day(date, Relative, convention);
    let of_week = |weeks: i32, end| {
        let date = weekday_in_week(add_days(today, 7 * weeks)?, day)?;
        Some(Found::new(
            at,
            end,
            relative(date, "that weekday of the week named"),
        ))
    };
    if let Some((weeks, end)) = week_after(line, end) {
        return of_week(weeks, end);
    }
    let weeks_on = match line.norm(end) {
        "week" | "wk" if which.is_none() && !line.is(end + 1, "'s") => Some(7),
        "fortnight" => Some(14),
        _ => None,
    };
    if let Some(days) = weeks_on {
        let date = add_days(weekday_after(today, day)?, days)?;
        return Some(Found::new(
            at,
            end + 1,
            relative(date, "counted from the coming one"),
        ));
    }
    let told = match which {
        Some(Which::This) => {
            let date = weekday_in_week(today, day).filter(|date| *date >= today);
            relative(
                date.or_else(|| weekday_after(today, day))?,
                "of this week, or the coming one",
            )
        }
        Some(Which::Next) if line.is_any(end, &["week"]) => return of_week(1, end + 1),
        Some(Which::Next) => next(line, day)?,
        Some(Which::AfterNext) => relative(
            add_days(weekday_in_week(today, day)?, 14)?,
            "of the week after next",
        ),
        Some(Which::Last) => {
            let latest = weekday_before(today, day)?;
            let of_last_week = weekday_in_week(add_days(today, -7)?, day)?;
            relative(latest, "the latest one").or(of_last_week, of_last_week, "of last week")
        }
        Some(Which::Coming) => relative(weekday_after(today, day)?, "the coming one"),
        None => match (
            line.after(end, &["after", "next"]),
            line.is(end, "next") && line.pauses(end + 1),
        ) {
            (Some(end), _) => {
                let date = add_days(weekday_in_week(today, day)?, 14)?;
                return Some(Found::new(
                    at,
                    end,
                    relative(date, "of the week after next"),
                ));
            }
            (None, true) => return Some(Found::new(at, end + 1, next(line, day)?)),
            (None, false) => {
                let coming = plain(weekday_after(today, day)?, "the coming one");
                match weekday_from(today, day) {
                    Some(date) if date == today => coming.or(today, today, "today"),
                    _ => coming,
                }
            }
        },
    };
    // A short form's dot belongs to it only if something follows.
    let end = if line.is(end - 1, ".") { end - 1 } else { end };
    Some(Found::new(at, end, told))
}

fn next(line: &Line<'_>, day: Weekday) -> Option<Told> {
    let today = line.calendar.today;
    let of_next_week = (weekday_in_week(add_days(today, 7)?, day)?, "of next week");
    let coming = (weekday_after(today, day)?, "the coming one");
    let (first, second) = if line.calendar.next_is_next_week {
        (of_next_week, coming)
    } else {
        (coming, of_next_week)
    };
    Some(Told::day(first.0, Relative, first.1).or(second.0, second.0, second.1))
}

/// A weekday before a date of which it is a part: "Fri 27 Nov", "Monday, 5/12", "Mon the 13th", "friday (jun-15)".
fn dated(line: &Line<'_>, at_day: usize, end: usize, day: Weekday) -> Option<Found> {
    let comma = line.skip(end, &[",", "("]);
    let mark = if line.is(end, "-") && line.glued(end) {
        end + 1
    } else {
        comma
    };
    let the = line.skip(mark, &["the"]);
    let found =
        written::read(line, mark, Some(day)).or_else(|| numeric::read_fields(line, the, Some(day)));
    let found = found.or_else(|| ordinal::with_weekday(line, mark, day))?;
    // "Friday, the first of them" is no date.
    let closes = line.is(mark - 1, "(") && line.is(found.end, ")");
    Some(Found::new(
        at_day,
        found.end + usize::from(closes),
        found.told.told_as(Written),
    ))
}

/// "next week Monday", "next week's Friday", "this week on Monday".
fn week_first(line: &Line<'_>, at: usize) -> Option<Found> {
    let (weeks, end) = week_after(line, at)?;
    let at_day = line.skip(line.skip(end, &["'s", ","]), &["on"]);
    let day = name(line, at_day)?;
    let date = weekday_in_week(add_days(line.calendar.today, 7 * weeks)?, day)?;
    let told = Told::day(date, Relative, "that weekday of the week named");
    Some(Found::new(at, at_day + 1, told))
}

/// "[of | in | from] (this | next | last) week": how many weeks on, and the place after.
fn week_after(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let at = line.skip(line.skip(at, &[","]), &["of", "in", "from"]);
    if let Some(end) = line.after(at, &["the", "week", "after", "next"]) {
        return Some((2, end));
    }
    let (which, end) = which(line, at);
    let which = which?;
    if line.sense(end) != Sense::Unit(Unit::Week) {
        return None;
    }
    let weeks = match which {
        Which::This => 0,
        Which::Next if line.after(end + 1, &["after", "next"]).is_some() => return None,
        Which::Next | Which::Coming => 1,
        Which::AfterNext => 2,
        Which::Last => -1,
    };
    Some((weeks, end + 1))
}

/// Which one of many a determiner picks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// "this", "current"
    This,
    /// "next"
    Next,
    /// "the next but one"
    AfterNext,
    /// "last", "past", "previous"
    Last,
    /// "coming", "upcoming", "following"
    Coming,
}

/// The determiner that starts here, if any, and the place after.
pub(super) fn which(line: &Line<'_>, at: usize) -> (Option<Which>, usize) {
    let start = line.skip(at, &["the"]);
    let this = line.skip(start, &["this"]);
    match line.norm(this) {
        "coming" | "upcoming" | "following" => (Some(Which::Coming), this + 1),
        "past" | "previous" => (Some(Which::Last), this + 1),
        "last" if this == start => (Some(Which::Last), this + 1),
        "current" => (Some(Which::This), this + 1),
        _ if this > start => (Some(Which::This), this),
        "next" if line.after(this + 1, &["but", "one"]).is_some() => {
            (Some(Which::AfterNext), this + 3)
        }
        "next" => (Some(Which::Next), this + 1),
        _ => (None, start),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_weekday_meant() {
        check(&[
            ("on Friday", "Friday: 2026-11-20"),
            ("by fri", "fri: 2026-11-20"),
            ("by Monday", "Monday: 2026-11-23"),
            ("on Wednesday", "Wednesday: 2026-11-25 | 2026-11-18"),
            ("this Wednesday", "this Wednesday: 2026-11-18"),
            ("this Monday", "this Monday: 2026-11-23"),
            ("next Friday", "next Friday: 2026-11-27 | 2026-11-20"),
            ("next Tuesday", "next Tuesday: 2026-11-24"),
            ("last Friday", "last Friday: 2026-11-13"),
            ("last Monday", "last Monday: 2026-11-16 | 2026-11-09"),
            ("the coming Friday", "the coming Friday: 2026-11-20"),
            ("Monday week", "Monday week: 2026-11-30"),
            ("Friday next week", "Friday next week: 2026-11-27"),
            ("next week Monday", "next week Monday: 2026-11-23"),
            ("next week's Friday", "next week's Friday: 2026-11-27"),
            ("the Friday after next", "the Friday after next: 2026-12-04"),
            ("Fri 27 Nov", "Fri 27 Nov: 2026-11-27"),
            ("Monday, 23 November", "Monday, 23 November: 2026-11-23"),
            ("Mon the 30th", "Mon the 30th: 2026-11-30"),
            ("Thursday 26 at 4", "Thursday 26 at 4: 2026-11-26 16:00"),
            ("Friday (27 Nov)", "Friday (27 Nov): 2026-11-27"),
            (
                "Please sign by Monday 5 May 2026.",
                "Monday 5 May 2026: WeekdayMismatch { said: Monday, is: Tuesday } 2026-05-05 | 2026-05-04",
            ),
            (
                "Could you answer by Friday 30 February?",
                "Friday 30 February: NoSuchDay",
            ),
            ("She sat down in the sun.", ""),
            ("Meet on Sat or Sun.", "Sat: 2026-11-21; Sun: 2026-11-22"),
        ]);
    }
}
