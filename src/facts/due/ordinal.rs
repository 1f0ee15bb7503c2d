//! Days told by their place in a month.
//!
//!     day = ["the"] ordinal ["day"] [("of" | "in") month]      "the 27th", "the 3rd of next month"
//!         | weekday ["the"] (ordinal | digits)                  "Mon the 13th", "friday 23"
//!         | ["the"] (ordinal | "last") weekday ("of" | "in") month    "last Friday of October", "second Tuesday next month"
//!         | ["the"] [ordinal] "last" ["working"] "day" "of" month
//!     month = "this month" | "next month" | "the month" | "October" [year]
//!
//! Without a month, the next such day to come. An ordinal before a noun counts something else: "the 3rd floor".

use jiff::civil::{Date, Weekday};

use super::calendar::{add_days, add_months};
use super::clock;
use super::line::Line;
use super::number::{day_of_month, ordinal, year};
use super::time::{Fault, TimeForm};
use super::told::{Found, Told, weekday_before, weekday_from};
use super::vocabulary::{Sense, Unit};
use super::weekday::{Which, name, which};
use super::written::month;

/// How many months ahead a weekday and a number may meet: they do within 14 years, and mostly within one.
const FAR: i32 = 36;

/// The day that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    nth_weekday(line, at)
        .or_else(|| last_day(line, at))
        .or_else(|| nth_day(line, at))
}

fn nth_day(line: &Line<'_>, at: usize) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    // "next 6th", "this 27th"
    let the = if the == at && line.is_any(at, &["this", "next"]) {
        at + 1
    } else {
        the
    };
    let (day, end) = ordinal(line, the).or_else(|| {
        let (value, length) = line.digits(the)?;
        let month_follows = || line.is(the + 1, "of") && of_month(line, the + 1).is_some();
        let told = month_follows() || the > at && is_number_of_day(line, at, the + 1);
        (length <= 2 && told).then_some((value, the + 1))
    })?;
    let day = i8::try_from(day)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let end = match line.sense(end) {
        Sense::Unit(Unit::Day) if of_month(line, end + 1).is_some() => end + 1,
        _ => end,
    };
    if let Some((first, after)) = of_month(line, end) {
        let told = match Date::new(first.year(), first.month(), day) {
            Ok(date) => Told::day(date, TimeForm::Written, "of the month named"),
            Err(_) => Told::faulty(Fault::NoSuchDay, TimeForm::Written),
        };
        // "by the 1st of the month", said on the 18th, is the next one.
        let told = match line.after(end, &["of", "the", "month"]) {
            Some(_) if told.from().is_some_and(|date| date < line.calendar.today) => {
                let date = coming(line.calendar.today, day)?;
                let past = told.from()?;
                Told::day(date, TimeForm::Written, "the coming one").or(
                    past,
                    past,
                    "the one just past",
                )
            }
            _ => told,
        };
        return Some(Found::new(at, after, told));
    }
    let in_figures = matches!(line.sense(the), Sense::Digits(_));
    let introduced = line.is_any(
        at.wrapping_sub(1),
        &["by", "on", "until", "till", "before", "due", "since"],
    );
    let alone = at == 0 && line.ends(end);
    let bare = the > at || introduced || alone;
    if !bare
        || counts_a_noun(line, end)
        || (!in_figures && !introduced && !alone)
        || goes_with_a_noun(line, the)
    {
        return None;
    }
    let date = coming(line.calendar.today, day)?;
    Some(Found::new(
        at,
        end,
        Told::day(date, TimeForm::Written, "the coming one"),
    ))
}

/// "on the 25", "by the 25 at noon", but not "by the 5 of us".
fn is_number_of_day(line: &Line<'_>, at: usize, end: usize) -> bool {
    let announced = line.is_any(
        at.wrapping_sub(1),
        &["on", "by", "until", "till", "before", "due"],
    );
    let hour = || clock::read(line, end + 1).is_some();
    let follows = line.pauses(end) && !line.is_any(end, &["-", "–", "/", ":", "*", "\""])
        || line.is_any(end, &["at", "from", "between"]) && hour();
    announced && follows && !line.goes_on(end - 1)
}

/// "the 3rd item and the 4th": an ordinal joined to one that counts a noun counts the same.
fn goes_with_a_noun(line: &Line<'_>, the: usize) -> bool {
    let Some(joint) = the.checked_sub(2) else {
        return false;
    };
    let joint = joint + usize::from(!line.is(the - 1, "the"));
    line.is_any(joint, &["and", "or", "&"])
        && (joint.saturating_sub(4)..joint).any(|before| {
            ordinal(line, before).is_some_and(|(_, end)| end < joint && counts_a_noun(line, end))
        })
}

/// Whether what follows an ordinal is what it counts.
fn counts_a_noun(line: &Line<'_>, end: usize) -> bool {
    if line.pauses(end) && !(line.is(end, "-") && line.glued(end)) {
        return false;
    }
    // "the 2nd or 3rd quarter"
    let listed = line.is_any(end, &["and", "or", "to"]);
    let next = line.skip(end + 1, &["the"]);
    if let Some((_, end)) = ordinal(line, next).filter(|_| listed) {
        return of_month(line, end).is_none() && counts_a_noun(line, end);
    }
    let goes_on = line.is_any(
        end,
        &[
            "at",
            "by",
            "for",
            "to",
            "in",
            "and",
            "or",
            "if",
            "so",
            "because",
            "is",
            "was",
            "will",
            "works",
            "would",
            "through",
            "until",
            "till",
            "with",
            "please",
            "but",
            "as",
            "from",
            "after",
            "before",
            "latest",
            "morning",
            "afternoon",
            "evening",
            "night",
            "noon",
            "eod",
            "cob",
            "we",
            "i",
            "you",
            "they",
            "he",
            "she",
            "it",
            "around",
            "about",
            "then",
            "when",
            "since",
            "might",
            "may",
            "can",
            "could",
            "should",
            "onwards",
            "too",
            "instead",
            "fits",
            "suits",
            "lunch",
            "lunchtime",
            "that",
            "though",
            "unless",
            "not",
        ],
    );
    !goes_on
}

/// The day of a month said after a weekday: "Mon 13th", "friday 23".
pub(super) fn with_weekday(line: &Line<'_>, at: usize, said: Weekday) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    let (day, end) = day_of_month(line, the)?;
    if day > 31
        || !matches!(
            line.sense(the),
            Sense::Digits(_) | Sense::Ordinal(_) | Sense::Tens(_)
        )
    {
        return None;
    }
    let figures = end == the + 1 && matches!(line.sense(the), Sense::Digits(_));
    let clock = line.is_any(
        end,
        &[
            "am", "pm", "a", "p", "h", "hrs", "uhr", "-", "–", "to", "/", "o'clock", "noon",
        ],
    );
    let at_rest = line.pauses(end)
        || line.is_any(
            end,
            &[
                "at", "and", "or", "by", "around", "for", "between", "from", "before", "after",
            ],
        );
    if figures && (clock || !at_rest || matches!(line.sense(end), Sense::Unit(_))) {
        return None;
    }
    if !figures && matches!(line.sense(the), Sense::Ordinal(_)) && counts_a_noun(line, end) {
        return None;
    }
    let today = line.calendar.today;
    let first = today.first_of_month();
    let meets = |months: i32| {
        let month = add_months(first, months)?;
        let date = Date::new(month.year(), month.month(), day).ok()?;
        (date.weekday() == said).then_some(date)
    };
    let date = (0..FAR).filter_map(meets).find(|date| *date >= today);
    // A weekday and a day that met this month, and will not for a season, tell what was.
    let past = (0..2)
        .filter_map(|back| meets(-back))
        .find(|date| *date < today);
    let recent = past.filter(|past| add_days(*past, 31).is_none_or(|soon| soon >= today));
    let far = date.is_none_or(|date| add_days(today, 92).is_some_and(|soon| soon < date));
    if let Some(past) = recent.filter(|_| far) {
        let told = Told::day(past, TimeForm::Written, "where weekday and day met last");
        let told = match date {
            Some(date) => told.or(date, date, "where weekday and day meet"),
            None => told,
        };
        return Some(Found::new(at, end, told));
    }
    let told = match (date, coming(today, day)) {
        (Some(date), Some(next)) if add_days(next, 92).is_some_and(|soon| date <= soon) => {
            Told::day(date, TimeForm::Written, "where weekday and day meet")
        }
        (Some(date), next) => {
            let told = Told::day(date, TimeForm::Written, "where weekday and day meet");
            match next {
                Some(next) => told.or(next, next, "the coming one"),
                None => told,
            }
        }
        (None, next) => Told::day(next?, TimeForm::Written, "the coming one"),
    };
    Some(Found::new(at, end, told))
}

fn nth_weekday(line: &Line<'_>, at: usize) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    let (nth, at_day) = match ordinal(line, the) {
        Some((nth, end)) if nth <= 5 => (Some(i32::try_from(nth).ok()?), end),
        Some(_) => return None,
        None if line.is(the, "last") => (None, the + 1),
        None => return None,
    };
    let day = name(line, at_day)?;
    let (first, end) = of_month(line, at_day + 1)?;
    let date = match nth {
        Some(nth) => add_days(weekday_from(first, day)?, 7 * (nth - 1))?,
        None => weekday_before(add_months(first, 1)?, day)?,
    };
    let told = if date.first_of_month() == first {
        Told::day(date, TimeForm::Written, "counted in the month")
    } else {
        Told::faulty(Fault::NoSuchDay, TimeForm::Written)
    };
    Some(Found::new(at, end, told))
}

fn last_day(line: &Line<'_>, at: usize) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    let (nth, last) =
        ordinal(line, the).map_or((1, the), |(nth, end)| (nth, line.skip(end, &["to"])));
    let first_day = last == the + 1 && nth == 1 && !line.is(last, "last");
    if !(line.is(last, "last") || first_day) || nth > 28 {
        return None;
    }
    let after = if first_day { last } else { last + 1 };
    let working = line.is_any(after, &["working", "business"]);
    let at_day = after + usize::from(working);
    if line.sense(at_day) != Sense::Unit(Unit::Day) || (first_day && !working) {
        return None;
    }
    let (first, end) = of_month(line, at_day + 1)?;
    let nth = i32::try_from(nth).ok()?;
    let calendar = line.calendar;
    let date = match (first_day, working) {
        (true, _) => calendar.working_day_on_or_after(first)?,
        (false, true) => calendar.add_working_days(add_months(first, 1)?, -nth)?,
        (false, false) => add_days(add_months(first, 1)?, -nth)?,
    };
    Some(Found::new(
        at,
        end,
        Told::day(date, TimeForm::Written, "counted in the month"),
    ))
}

/// "of next month", "in October 2014", "next month": the month's first day, and the place after.
fn of_month(line: &Line<'_>, at: usize) -> Option<(Date, usize)> {
    let today = line.calendar.today;
    let of = line.skip(at, &["of", "in", "from"]);
    let (which, end) = which(line, of);
    if line.sense(end) == Sense::Unit(Unit::Month) {
        let told = which.is_some() || (of > at && line.is(of, "the")) || (of > at && end == of);
        let months = match which {
            Some(Which::Next | Which::Coming) => 1,
            Some(Which::Last) => -1,
            Some(Which::AfterNext) => 2,
            Some(Which::This) | None => 0,
        };
        return told.then_some((add_months(today.first_of_month(), months)?, end + 1));
    }
    if of == at {
        return None;
    }
    let month = month(line, end)?;
    let (year, end) = match year(line, line.skip(end + 1, &[",", "of", "in"])) {
        Some((year, end)) => (year, end),
        None => {
            let year = today.year() + i16::from(month < today.month());
            (year, end + 1)
        }
    };
    Some((Date::new(year, month, 1).ok()?, end))
}

/// The first day with this number on or after the day.
fn coming(today: Date, day: i8) -> Option<Date> {
    let first = today.first_of_month();
    let in_month = |months: i32| {
        let month = add_months(first, months)?;
        Date::new(month.year(), month.month(), day).ok()
    };
    (0..3).filter_map(in_month).find(|date| *date >= today)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_day_by_its_place() {
        check(&[
            ("by the 27th", "the 27th: 2026-11-27"),
            ("by the 5th", "the 5th: 2026-12-05"),
            ("on the 31st", "the 31st: 2026-12-31"),
            (
                "by the 1st of the month",
                "the 1st of the month: 2026-12-01 | 2026-11-01",
            ),
            ("Could you pay by the 25?", "the 25: 2026-11-25"),
            ("Come by the 5 of us.", ""),
            ("The 3rd item and the 4th are new.", ""),
            ("the 3rd of next month", "the 3rd of next month: 2026-12-03"),
            (
                "the 15th day of next month",
                "the 15th day of next month: 2026-12-15",
            ),
            (
                "the 31st of this month",
                "the 31st of this month: NoSuchDay",
            ),
            (
                "last Friday of November",
                "last Friday of November: 2026-11-27",
            ),
            (
                "the first Monday in December",
                "the first Monday in December: 2026-12-07",
            ),
            (
                "second Tuesday next month",
                "second Tuesday next month: 2026-12-08",
            ),
            (
                "the last working day of the month",
                "the last working day of the month: 2026-11-30",
            ),
            (
                "the first working day of January",
                "the first working day of January: 2027-01-01",
            ),
            ("Take the 27th floor and the first of the two.", ""),
            ("In the 21st century the 2nd round is free.", ""),
            ("The 3rd option is best.", ""),
        ]);
    }
}
