//! Holidays by name: those on a fixed day, on a weekday of a month, or counted from Easter.
//!
//!     holiday = ["this" | "next" | "last"] name [["of" | "in"] (year | "this year" | "next year")]
//!
//! Where countries differ, the day is that of the United States; "Mother's Day" and "Labour Day" say so themselves.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::calendar::add_days;
use super::line::Line;
use super::number::year;
use super::time::TimeForm;
use super::told::{Found, Told, weekday_before, weekday_from};
use super::vocabulary::{Sense, Unit};
use super::weekday::{Which, which};
use crate::language::QuickMap;

/// The holiday that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    let (which, start) = which(line, at);
    let first = line
        .norm(start)
        .trim_end_matches("'s")
        .trim_end_matches('s');
    let of_word = BY_FIRST_WORD.get(first)?;
    let (rule, end) = of_word
        .iter()
        .filter_map(|(name, rule)| Some((rule, spelt(line, start, name)?)))
        .max_by_key(|(_, end)| *end)?;
    // "Happy New Year!", but "before New Year".
    let bound = || {
        line.is_any(
            at.wrapping_sub(1),
            &["by", "before", "until", "till", "after", "over"],
        )
    };
    if line.is(start, "new") && end == start + 2 && !bound() {
        return None;
    }
    let today = line.calendar.today;
    let (told_year, end) = year_after(line, end);
    let on = |year: i16| rule.day(year);
    let date = match (told_year, which) {
        (Some(year), _) => on(year)?,
        (None, Some(Which::Last)) => on(today.year())
            .filter(|date| *date < today)
            .or_else(|| on(today.year() - 1))?,
        (None, _) => on(today.year())
            .filter(|date| *date >= today)
            .or_else(|| on(today.year() + 1))?,
    };
    Some(Found::new(
        at,
        end,
        Told::day(date, TimeForm::Written, "the holiday"),
    ))
}

fn year_after(line: &Line<'_>, at: usize) -> (Option<i16>, usize) {
    let of = line.skip(at, &["of", "in", ","]);
    if let Some((year, end)) = year(line, of) {
        return (Some(year), end);
    }
    let (which, noun) = which(line, of);
    let on = match which {
        Some(Which::This) => 0,
        Some(Which::Next | Which::Coming) => 1,
        Some(Which::Last) => -1,
        _ => return (None, at),
    };
    if line.sense(noun) == Sense::Unit(Unit::Year) {
        (Some(line.calendar.today.year() + on), noun + 1)
    } else {
        (None, at)
    }
}

/// The place after the name's words; "'s" and its apostrophe may stand after any of them.
fn spelt(line: &Line<'_>, at: usize, name: &str) -> Option<usize> {
    let mut at = at;
    for (on, word) in name.split(' ').enumerate() {
        if on > 0 {
            at = line.skip(at, &["'s", "'", "-"]);
        }
        let here = line.norm(at).trim_end_matches("'s").trim_end_matches('\'');
        let same = here == word
            || (here.len() == word.len() + 1 && here.starts_with(word) && here.ends_with('s'));
        if !same {
            return None;
        }
        at += 1;
    }
    Some(at)
}

enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, weekday, and which; 0 for the last.
    Nth(i8, Weekday, i32),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// So many days after the weekday of a month.
    AfterNth(i8, Weekday, i32, i32),
}

impl Rule {
    fn day(&self, year: i16) -> Option<Date> {
        match *self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, weekday, nth) => nth_of_month(year, month, weekday, nth),
            Self::Easter(days) => add_days(easter(year)?, days),
            Self::AfterNth(month, weekday, nth, days) => {
                add_days(nth_of_month(year, month, weekday, nth)?, days)
            }
        }
    }
}

fn nth_of_month(year: i16, month: i8, weekday: Weekday, nth: i32) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    match nth {
        0 => weekday_before(first.last_of_month().tomorrow().ok()?, weekday),
        _ => add_days(weekday_from(first, weekday)?, 7 * (nth - 1)),
    }
}

/// Easter Sunday of the Western churches, by the rule of Gauss as Meeus, Jones and Butcher give it.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The names by their first word, less its "s".
static BY_FIRST_WORD: LazyLock<QuickMap<&'static str, Vec<&'static (&'static str, Rule)>>> =
    LazyLock::new(|| {
        let mut names: QuickMap<_, Vec<_>> = QuickMap::default();
        for name in NAMES {
            let first = name.0.split(' ').next().unwrap_or_default();
            names
                .entry(first.trim_end_matches('s'))
                .or_default()
                .push(name);
        }
        names
    });

const NAMES: &[(&str, Rule)] = &[
    ("christmas", Rule::Fixed(12, 25)),
    ("christmas day", Rule::Fixed(12, 25)),
    ("christmas eve", Rule::Fixed(12, 24)),
    ("xmas", Rule::Fixed(12, 25)),
    ("xmas eve", Rule::Fixed(12, 24)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("new year eve", Rule::Fixed(12, 31)),
    ("new year", Rule::Fixed(1, 1)),
    ("new year day", Rule::Fixed(1, 1)),
    ("nye", Rule::Fixed(12, 31)),
    ("the new year", Rule::Fixed(1, 1)),
    ("halloween", Rule::Fixed(10, 31)),
    ("valentine day", Rule::Fixed(2, 14)),
    ("saint patrick", Rule::Fixed(3, 17)),
    ("saint patrick day", Rule::Fixed(3, 17)),
    ("st patrick day", Rule::Fixed(3, 17)),
    ("st . patrick day", Rule::Fixed(3, 17)),
    ("earth day", Rule::Fixed(4, 22)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("independence day", Rule::Fixed(7, 4)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("international workers day", Rule::Fixed(5, 1)),
    ("veterans day", Rule::Fixed(11, 11)),
    ("all saints day", Rule::Fixed(11, 1)),
    ("easter", Rule::Easter(0)),
    ("easter sunday", Rule::Easter(0)),
    ("easter monday", Rule::Easter(1)),
    ("good friday", Rule::Easter(-2)),
    ("ash wednesday", Rule::Easter(-46)),
    ("palm sunday", Rule::Easter(-7)),
    ("ascension day", Rule::Easter(39)),
    ("pentecost", Rule::Easter(49)),
    ("whit monday", Rule::Easter(50)),
    ("martin luther king day", Rule::Nth(1, Weekday::Monday, 3)),
    ("mlk day", Rule::Nth(1, Weekday::Monday, 3)),
    ("presidents day", Rule::Nth(2, Weekday::Monday, 3)),
    ("president day", Rule::Nth(2, Weekday::Monday, 3)),
    ("mother day", Rule::Nth(5, Weekday::Sunday, 2)),
    ("memorial day", Rule::Nth(5, Weekday::Monday, 0)),
    ("father day", Rule::Nth(6, Weekday::Sunday, 3)),
    ("labor day", Rule::Nth(9, Weekday::Monday, 1)),
    ("labour day", Rule::Fixed(5, 1)),
    ("columbus day", Rule::Nth(10, Weekday::Monday, 2)),
    ("thanksgiving", Rule::Nth(11, Weekday::Thursday, 4)),
    ("thanksgiving day", Rule::Nth(11, Weekday::Thursday, 4)),
    ("black friday", Rule::AfterNth(11, Weekday::Thursday, 4, 1)),
    ("cyber monday", Rule::AfterNth(11, Weekday::Thursday, 4, 4)),
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::tests::check;
    use super::*;

    #[test]
    fn the_holiday_meant() {
        check(&[
            ("by Christmas", "Christmas: 2026-12-25"),
            ("before New Year's Eve", "New Year's Eve: 2026-12-31"),
            ("on New Year's Day", "New Year's Day: 2027-01-01"),
            ("after Easter", "Easter: 2027-03-28"),
            ("on Good Friday", "Good Friday: 2027-03-26"),
            ("Easter 2028", "Easter 2028: 2028-04-16"),
            ("before Thanksgiving", "Thanksgiving: 2026-11-26"),
            ("on Black Friday", "Black Friday: 2026-11-27"),
            ("Memorial Day", "Memorial Day: 2027-05-31"),
            (
                "Christmas Eve at 6pm",
                "Christmas Eve at 6pm: 2026-12-24 18:00",
            ),
            ("last Christmas", "last Christmas: 2025-12-25"),
            ("A good idea for a new mother.", ""),
        ]);
    }

    #[test]
    fn easter_moves() {
        for (year, month, day) in [
            (2018, 4, 1),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }
}
