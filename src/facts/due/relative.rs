//! Days counted from today or from another day.
//!
//!     day   = "today" | "tomorrow" | "yesterday" | "tonight" | "last night" | "now" | "the day after tomorrow"
//!           | "in" length ["'s time"] | "within" length | length "ago"
//!           | "the next working day" | "this time" ("tomorrow" | "next week")
//!           | length ("from" | "after" | "before" | "on") anchor | length "later"
//!           | weekday [","] length "from now" | amount weekdays ("from now" | "ago")
//!     length = amount (unit | ("working" | "business") "days") [["and"] amount unit] | "half an hour"
//!     anchor = "now" | "today" | any day
//!
//! Working days leave out weekends and holidays. Of the clock only the day is kept: "in two hours" is today.

use jiff::civil::{Date, Weekday};

use super::calendar::{add_days, add_months};
use super::length::{Length, length};
use super::line::Line;
use super::moment::simple_day as day;
use super::number::amount;
use super::stretch;
use super::time::{Grain, TimeForm, TimeKind};
use super::told::{Found, Told, weekday_before, weekday_from, weekday_in_week};
use super::vocabulary::{Sense, Unit};
use super::weekday::{Which, name, which};

/// The day that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    let found = named(line, at)
        .or_else(|| counted(line, at))
        .or_else(|| weekdays_counted(line, at));
    let found = Found::longer(found, weekday_then_counted(line, at))?;
    Some(on_weekday(line, &found).unwrap_or(found))
}

/// The day so many days from today.
pub(super) fn today(
    line: &Line<'_>,
    at: usize,
    end: usize,
    days: i32,
    convention: &'static str,
) -> Option<Found> {
    let date = add_days(line.calendar.today, days)?;
    Some(Found::new(
        at,
        end,
        Told::day(date, TimeForm::Relative, convention),
    ))
}

fn named(line: &Line<'_>, at: usize) -> Option<Found> {
    let on = |days: i32, end: usize| match line.norm(end) {
        // "today week", British for a week from today.
        "week" if line.pauses(end + 1) => (days + 7, end + 1),
        "fortnight" => (days + 14, end + 1),
        _ => (days, end),
    };
    let (days, end) = match line.norm(at) {
        "today" | "otd" => on(0, at + 1),
        "tomorrow" => on(1, at + 1),
        "yesterday" => (-1, at + 1),
        "tonight" | "overnight" => return part_of_day(line, at, at + 1, 0),
        "in" if line.is(at + 1, "the") && line.is(at + 2, "morning") && line.pauses(at + 3) => {
            return part_of_day(line, at, at + 3, 1);
        }
        "this" if matches!(line.sense(at + 1), Sense::Part(_)) => {
            return part_of_day(line, at, at + 2, 0);
        }
        "last" if line.is(at + 1, "night") => return part_of_day(line, at, at + 2, -1),
        "first"
            if line
                .after(at, &["first", "thing", "in", "the", "morning"])
                .is_some() =>
        {
            return part_of_day(line, at, at + 5, 1);
        }
        "now" | "right" | "at" | "just" => return now(line, at),
        _ => {
            return working_day(line, at)
                .or_else(|| this_time(line, at))
                .or_else(|| the_day(line, at));
        }
    };
    today(line, at, end, days, FROM_TODAY)
}

fn part_of_day(line: &Line<'_>, at: usize, end: usize, days: i32) -> Option<Found> {
    let found = today(line, at, end, days, FROM_TODAY)?;
    Some(Found::new(
        at,
        end,
        found.told.at(None, None, Grain::PartOfDay),
    ))
}

/// "now", "right now", "at the moment": vague, and yet today.
fn now(line: &Line<'_>, at: usize) -> Option<Found> {
    const PHRASES: [&[&str]; 8] = [
        &["right", "now"],
        &["just", "now"],
        &["at", "the", "moment"],
        &["at", "the", "minute"],
        &["at", "present"],
        &["at", "the", "present", "time"],
        &["at", "this", "time"],
        &["now"],
    ];
    let end = PHRASES.iter().find_map(|phrase| line.after(at, phrase))?;
    if line.is(at, "now")
        && line.is_any(
            at.wrapping_sub(1),
            &["until", "till", "for", "from", "by", "up", "since"],
        )
        && !line.is(at - 1, "by")
    {
        return None;
    }
    let found = today(line, at, end, 0, "now")?;
    let kind = TimeKind::Vague;
    Some(Found::new(
        at,
        end,
        Told {
            kind,
            form: TimeForm::Words,
            ..found.told
        },
    ))
}

/// "the next working day", "next business day"
fn working_day(line: &Line<'_>, at: usize) -> Option<Found> {
    let (which, noun) = which(line, at);
    let next = matches!(which, Some(Which::Next | Which::Coming));
    let working = line.is_any(noun, &["working", "business"]) && line.is(noun + 1, "day");
    let date = (next && working)
        .then(|| line.calendar.next_working_day(line.calendar.today))
        .flatten()?;
    let told = Told::day(date, TimeForm::Relative, FROM_TODAY);
    Some(Found::new(at, noun + 2, told))
}

/// "this time tomorrow", "the same time next week"
fn this_time(line: &Line<'_>, at: usize) -> Option<Found> {
    let the = line.skip(at, &["the"]);
    let time = line.is_any(the, &["this", "same"]) && line.is(the + 1, "time");
    let start = time.then_some(the + 2)?;
    let today = line.calendar.today;
    if line.is(start, "tomorrow") {
        return self::today(line, at, start + 1, 1, FROM_TODAY);
    }
    let date = match line.sense(start + 1) {
        _ if !line.is(start, "next") => return None,
        Sense::Unit(Unit::Week) => add_days(today, 7)?,
        Sense::Unit(Unit::Month) => add_months(today, 1)?,
        Sense::Unit(Unit::Year) => add_months(today, 12)?,
        _ => return None,
    };
    let told = Told::day(date, TimeForm::Relative, FROM_TODAY);
    Some(Found::new(at, start + 2, told))
}

/// "the day after tomorrow", "the day before yesterday", "the day before" at the end of a clause.
fn the_day(line: &Line<'_>, at: usize) -> Option<Found> {
    let noun = line.skip(at, &["the"]);
    // "Any day before Friday" is no day before it.
    let any = line.is_any(at.wrapping_sub(1), &["any", "each", "every", "some"]);
    if line.sense(noun) != Sense::Unit(Unit::Day) || line.norm(noun).ends_with('s') || any {
        return None;
    }
    let step = match line.norm(noun + 1) {
        "after" => 1,
        "before" => -1,
        _ => return None,
    };
    if line.pauses(noun + 2) && noun > at {
        return today(line, at, noun + 2, step, FROM_TODAY);
    }
    let anchor = day(line, noun + 2)?;
    let date = add_days(anchor.told.from()?, step)?;
    let told = Told::day(date, TimeForm::Relative, FROM_DAY_NAMED);
    Some(Found::new(at, anchor.end, told))
}

/// A day counted so far from another, as fine as the count.
fn told(length: Length, date: Date, convention: &'static str) -> Told {
    let grain = length
        .grain
        .map_or(Grain::Day, |grain| grain.min(Grain::Day));
    Told {
        grain,
        ..Told::day(date, TimeForm::Relative, convention)
    }
}

/// The convention of what is counted from the day of writing.
pub(super) const FROM_TODAY: &str = "counted from today";
const FROM_DAY_NAMED: &str = "counted from the day named";

fn counted(line: &Line<'_>, at: usize) -> Option<Found> {
    if !line.is_any(at, &["in", "within", "over", "after"]) {
        if let Some(found) = stretch::read(line, at, at) {
            return Some(found);
        }
        let (length, end) = length(line, at)?;
        return anchored(line, at, length, end);
    }
    if let Some(found) = stretch::read(line, at, at + 1) {
        return Some(found);
    }
    let start = line.skip(
        line.skip(
            at + 1,
            &["about", "around", "roughly", "approximately", "under"],
        ),
        &["just"],
    );
    let start = line.after(start, &["less", "than"]).unwrap_or(start);
    // "In 2-3 days": the later one counts.
    let joined = line.is_any(start + 1, &["-", "–", "to", "or"]);
    let later = line.digits(start).is_some() && joined && line.digits(start + 2).is_some();
    let start = if later { start + 2 } else { start };
    let (length, end) = length(line, start)?;
    // "in a week" but not "over a week"; "in an hour" but not "in a day" of no one's.
    let word = line.norm(at);
    let lasts =
        word == "over" || (word == "after" && length.grain.is_none_or(|grain| grain < Grain::Day));
    if lasts || line.is_any(end, &["of", "-"]) {
        return None;
    }
    if let Some(found) = anchored(line, start, length, end) {
        return Some(Found { start: at, ..found });
    }
    let end = line
        .after(end, &["'s", "time"])
        .or_else(|| line.after(end, &["'", "time"]))
        .unwrap_or(end);
    let (end, guess) = guessed(line, end);
    let date = length.from(line, line.calendar.today, false)?;
    let mut told = told(length, date, FROM_TODAY);
    if guess || length.vague || later && word == "in" {
        told.kind = TimeKind::Vague;
    }
    Some(Found::new(at, end, told))
}

/// The place after "or so", "or two", and whether the count before it is a guess.
pub(super) fn guessed(line: &Line<'_>, end: usize) -> (usize, bool) {
    let guess = line.is(end, "or") && line.is_any(end + 1, &["two", "so", "three"]);
    (if guess { end + 2 } else { end }, guess)
}

/// "ago", "from now", "after Christmas", "later": what a length is counted from.
fn anchored(line: &Line<'_>, at: usize, length: Length, end: usize) -> Option<Found> {
    let today = line.calendar.today;
    let found = |date: Date, end: usize, convention| {
        Some(Found::new(at, end, told(length, date, convention)))
    };
    match line.norm(end) {
        "ago" | "earlier" | "back" => {
            let today_said = usize::from(line.is_any(end + 1, &["today", "tonight"]));
            return found(
                length.from(line, today, true)?,
                end + 1 + today_said,
                FROM_TODAY,
            );
        }
        "later" | "hence" | "out" if line.pauses(end + 1) || line.is(end, "hence") => {
            return found(length.from(line, today, false)?, end + 1, FROM_TODAY);
        }
        // By itself; in a sentence it counts from a day told before.
        "before" if line.pauses(end + 1) && at == 0 => {
            return found(length.from(line, today, true)?, end + 1, FROM_TODAY);
        }
        _ => {}
    }
    let comma = line.skip(end, &[","]);
    let back = match line.norm(comma) {
        "from" | "after" | "since" | "following" => false,
        // "a week tomorrow"
        "today" | "tomorrow" if length.grain == Some(Grain::Week) && comma == end => {
            let days = i32::from(line.is(comma, "tomorrow"));
            let date = length.from(line, add_days(today, days)?, false)?;
            return found(date, comma + 1, FROM_DAY_NAMED);
        }
        "on" if length.grain == Some(Grain::Week) => false,
        "before" => true,
        _ if length.grain == Some(Grain::Week)
            && name(line, end).is_some()
            && length.months == 0 =>
        {
            // "a week Monday"
            let anchor = day(line, end)?;
            return found(
                length.from(line, anchor.told.from()?, false)?,
                anchor.end,
                FROM_DAY_NAMED,
            );
        }
        _ => return None,
    };
    if line.is(comma + 1, "now") {
        return found(length.from(line, today, back)?, comma + 2, FROM_TODAY);
    }
    let anchor = day(line, comma + 1).filter(|anchor| anchor.told.grain >= Grain::Day)?;
    let date = length.from(line, anchor.told.from()?, back)?;
    found(date, anchor.end, FROM_DAY_NAMED)
}

/// "3 fridays from now", "two thursdays ago".
fn weekdays_counted(line: &Line<'_>, at: usize) -> Option<Found> {
    let (amount, noun) = amount(line, at)?;
    let (Sense::Weekday(day) | Sense::Weekdays(day)) = line.sense(noun) else {
        return None;
    };
    let today = line.calendar.today;
    let weeks = amount.count.checked_sub(1)?.checked_mul(7)?;
    let (date, end) = match line.norm(noun + 1) {
        "ago" | "back" => (add_days(weekday_before(today, day)?, -weeks)?, noun + 2),
        _ => {
            let end = line
                .after(noun + 1, &["from", "now"])
                .or_else(|| line.after(noun + 1, &["from", "today"]))?;
            (
                add_days(weekday_from(add_days(today, 1)?, day)?, weeks)?,
                end,
            )
        }
    };
    Some(Found::new(
        at,
        end,
        Told::day(date, TimeForm::Relative, FROM_TODAY),
    ))
}

/// "Monday two weeks from now", "Saturday, 3 days from now".
fn weekday_then_counted(line: &Line<'_>, at: usize) -> Option<Found> {
    let day = name(line, at)?;
    let start = line.skip(at + 1, &[","]);
    let (length, end) = length(line, start)?;
    let found = anchored(line, start, length, end)?;
    let date = to_weekday(found.told.from()?, length, day)?;
    Some(Found::new(
        at,
        found.end,
        Told::day(date, TimeForm::Relative, "that weekday of the week named"),
    ))
}

/// "in 3 weeks on Friday": the weekday of the week, or the first after the month, that the count ends in.
fn on_weekday(line: &Line<'_>, found: &Found) -> Option<Found> {
    let counted =
        line.is_any(found.start, &["in", "within"]) || length(line, found.start).is_some();
    if !counted || !line.is(found.end, "on") {
        return None;
    }
    let day = name(line, found.end + 1)?;
    let (length, _) = length(line, line.skip(found.start, &["in", "within"]))?;
    let date = to_weekday(found.told.from()?, length, day)?;
    Some(Found::new(
        found.start,
        found.end + 2,
        Told::day(date, TimeForm::Relative, "that weekday of the week named"),
    ))
}

fn to_weekday(date: Date, length: Length, day: Weekday) -> Option<Date> {
    match length.grain {
        Some(Grain::Month | Grain::Quarter | Grain::Year) => weekday_from(date, day),
        Some(Grain::Week | Grain::Day) => weekday_in_week(date, day),
        _ => weekday_from(date, day),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_day_counted() {
        check(&[
            ("today", "today: 2026-11-18"),
            ("tomorrow", "tomorrow: 2026-11-19"),
            ("yesterday", "yesterday: 2026-11-17"),
            ("tonight", "tonight: 2026-11-18"),
            ("last night", "last night: 2026-11-17"),
            ("2moro", "2moro: 2026-11-19"),
            ("tomorow nite", "tomorow nite: 2026-11-19"),
            ("yday", "yday: 2026-11-17"),
            ("a week ago today", "a week ago today: 2026-11-11"),
            (
                "the day after tomorrow",
                "the day after tomorrow: 2026-11-20",
            ),
            (
                "the day before yesterday",
                "the day before yesterday: 2026-11-16",
            ),
            ("in two weeks", "in two weeks: 2026-12-02"),
            ("in two weeks' time", "in two weeks' time: 2026-12-02"),
            ("in a fortnight", "in a fortnight: 2026-12-02"),
            ("within 3 working days", "within 3 working days: 2026-11-23"),
            ("in five business days", "in five business days: 2026-11-25"),
            ("within 48 hours", "within 48 hours: 2026-11-20"),
            ("in two hours", "in two hours: 2026-11-18"),
            ("in half an hour", "in half an hour: 2026-11-18"),
            ("in 2-3 days", "in 2-3 days: Vague 2026-11-21"),
            ("within 2-3 days", "within 2-3 days: 2026-11-21"),
            ("Sign it any day before Friday.", "Friday: 2026-11-20"),
            (
                "The show is on 3 May and we want it two days before.",
                "3 May: 2027-05-03; two days: Duration",
            ),
            ("three days ago", "three days ago: 2026-11-15"),
            ("a month ago", "a month ago: 2026-10-18"),
            ("two weeks from Monday", "two weeks from Monday: 2026-12-07"),
            ("a week on Monday", "a week on Monday: 2026-11-30"),
            ("a week from Friday", "a week from Friday: 2026-11-27"),
            ("a week Monday", "a week Monday: 2026-11-30"),
            ("10 days from now", "10 days from now: 2026-11-28"),
            (
                "the day after Christmas",
                "the day after Christmas: 2026-12-26",
            ),
            (
                "two days before Easter",
                "two days before Easter: 2027-03-26",
            ),
            ("3 Fridays from now", "3 Fridays from now: 2026-12-04"),
            (
                "Monday two weeks from now",
                "Monday two weeks from now: 2026-11-30",
            ),
            (
                "tomorrow, Thursday 19 November",
                "tomorrow, Thursday 19 November: 2026-11-19",
            ),
            ("in a few days", "in a few days: Vague 2026-11-21"),
            ("Call me in the morning.", "in the morning: 2026-11-19"),
            ("in 99999999 days", ""),
        ]);
    }
}
