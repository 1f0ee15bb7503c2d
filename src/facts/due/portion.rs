//! Portions of longer periods, told by their place in them.
//!
//! ```text
//! portion = ["the"] place [amount] ("day" | "week" | … | "quarter") ("of" | "in") whole   "the last two weeks of May"
//!         | ["the"] ("first" | "second" | "last") "half of" whole
//!         | ["the"] ("rest" | "remainder") "of" whole
//!         | ("all" | ["the"] ("whole" | "entire")) unit                                       "all week"
//! place   = ordinal [["to"] "last"] | "last"
//! whole   = period | "the month"
//! ```
//!
//! The first week of a month is the one that holds its fourth: most of its days are the month's.

use jiff::civil::{Date, Weekday};

use super::calendar::{Calendar, add_days, add_months, monday};
use super::line::Line;
use super::number::{amount, ordinal};
use super::period::{self, Period, span, the_unit, unit_from_today};
use super::time::{Grain, TimeForm};
use super::told::{weekday_before, weekday_from};
use super::vocabulary::{Sense, Unit};

/// The portion that starts here, and the place after.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    placed(line, at)
        .or_else(|| rest(line, at))
        .or_else(|| all(line, at))
}

fn placed(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let the = line.skip(at, &["the"]);
    let (nth, after) = match ordinal(line, the) {
        Some((nth, end)) => (i32::try_from(nth).ok()?, line.skip(end, &["to"])),
        None if line.is(the, "last") => (1, the),
        None => return None,
    };
    let from_end = line.is(after, "last");
    if line.is(after.wrapping_sub(1), "to") && !from_end {
        return None;
    }
    let noun = line.skip(after, &["last"]);
    let (count, noun) = match amount(line, noun) {
        Some((amount, end)) if nth == 1 => (amount.count, end),
        _ => (1, noun),
    };
    let half = line.is(noun, "half");
    let unit = match line.sense(noun) {
        Sense::Unit(
            unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter),
        ) => unit,
        _ if half && nth <= 2 => Unit::Day,
        _ => return None,
    };
    // A single day is a date of its own, and the second quarter has a name.
    if !(line.is_any(noun + 1, &["of", "in"])
        && (1..=100).contains(&count)
        && (1..=60).contains(&nth)
        && (count > 1 || half || unit != Unit::Day)
        && (count > 1 || from_end || unit != Unit::Quarter))
    {
        return None;
    }
    let (whole, end) = whole(line, noun + 2)?;
    let (from, to) = if half {
        half_of(whole, nth == 2 || from_end)?
    } else {
        let place = Place {
            unit,
            nth,
            count,
            from_end,
        };
        place.of(whole, line.calendar)?
    };
    (whole.from <= to && from <= whole.to).then_some(())?;
    let grain = match unit {
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        _ => Grain::Week,
    };
    Some((span(from, to, grain, TimeForm::Elastic), end))
}

fn whole(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    period::whole(line, at)
        .or_else(|| the_unit(line, at))
        .filter(|(period, _)| {
            matches!(
                period.grain,
                Grain::Week | Grain::Month | Grain::Quarter | Grain::Year
            )
        })
}

/// Which of the units that make up a period.
struct Place {
    unit: Unit,
    nth: i32,
    count: i32,
    from_end: bool,
}

impl Place {
    /// The first and the last day.
    fn of(&self, whole: Period, calendar: &Calendar) -> Option<(Date, Date)> {
        let Self {
            unit, nth, count, ..
        } = *self;
        match unit {
            Unit::Week if count == 1 => {
                let from = if self.from_end {
                    add_days(monday(add_days(whole.to, -3)?)?, -7 * (nth - 1))?
                } else {
                    add_days(monday(add_days(whole.from, 3)?)?, 7 * (nth - 1))?
                };
                Some((from, calendar.end_of_week(from)?.max(from)))
            }
            Unit::Weekend if count == 1 => {
                let from = if self.from_end {
                    let last = weekday_before(add_days(whole.to, 1)?, Weekday::Saturday)?;
                    add_days(last, -7 * (nth - 1))?
                } else {
                    add_days(weekday_from(whole.from, Weekday::Saturday)?, 7 * (nth - 1))?
                };
                Some((from, add_days(from, 1)?))
            }
            Unit::Month | Unit::Quarter => {
                let each = if unit == Unit::Quarter { 3 } else { 1 };
                let past_end = add_months(whole.to.first_of_month(), 1)?;
                let from = if self.from_end {
                    add_months(past_end, -each * (nth + count - 1))?
                } else {
                    add_months(whole.from.first_of_month(), each * (nth - 1))?
                };
                Some((from, add_days(add_months(from, each * count)?, -1)?))
            }
            _ => {
                let days = if unit == Unit::Day { 1 } else { 7 };
                if self.from_end {
                    Some((add_days(whole.to, 1 - days * count)?, whole.to))
                } else {
                    Some((whole.from, add_days(whole.from, days * count - 1)?))
                }
            }
        }
    }
}

/// The halves of a month meet at its fifteenth, those of a year at the end of June.
fn half_of(whole: Period, second: bool) -> Option<(Date, Date)> {
    let Period {
        from, to, grain, ..
    } = whole;
    let middle = match grain {
        Grain::Month => add_days(from, 14)?,
        Grain::Year => add_days(add_months(from, 6)?, -1)?,
        _ => add_days(from, from.until(to).ok()?.get_days() / 2)?,
    };
    Some(if second {
        (add_days(middle, 1)?.min(to), to)
    } else {
        (from, middle)
    })
}

/// "the rest of the week": from today to its end; all of it if it is yet to come.
fn rest(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let the = line.skip(at, &["the"]);
    let named = line.is_any(the, &["rest", "remainder"]) && line.is(the + 1, "of");
    let (whole, end) = named.then(|| whole(line, the + 2)).flatten()?;
    let today = line.calendar.today;
    let to = whole.to.max(today);
    let from = if whole.from <= today {
        today
    } else {
        whole.from
    };
    Some((span(from, to, whole.grain, TimeForm::Elastic), end))
}

/// "all week", "the whole month": this one.
fn all(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let the = line.skip(at, &["the"]);
    let named = line.is(at, "all") || the > at && line.is_any(the, &["whole", "entire"]);
    let Sense::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month)) = line.sense(the + 1) else {
        return None;
    };
    let one = !line.norm(the + 1).ends_with('s') && named;
    one.then(|| Some((unit_from_today(line, unit, 0)?, the + 2)))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_portion_of_a_period() {
        check(&[
            (
                "the last week of July",
                "the last week of July: 2027-07-26..2027-07-30",
            ),
            (
                "the first week of December",
                "the first week of December: 2026-11-30..2026-12-04",
            ),
            (
                "the second week of next month",
                "the second week of next month: 2026-12-07..2026-12-11",
            ),
            (
                "the second to last week of December",
                "the second to last week of December: 2026-12-21..2026-12-25",
            ),
            (
                "the second last week of December",
                "the second last week of December: 2026-12-21..2026-12-25",
            ),
            (
                "the last two weeks of December",
                "the last two weeks of December: 2026-12-18..2026-12-31",
            ),
            (
                "the first three days of January",
                "the first three days of January: 2027-01-01..2027-01-03",
            ),
            (
                "the first weekend in December",
                "the first weekend in December: 2026-12-05..2026-12-06",
            ),
            (
                "the last weekend of the month",
                "the last weekend of the month: 2026-11-28..2026-11-29",
            ),
            (
                "the third month of 2027",
                "the third month of 2027: 2027-03-01..2027-03-31",
            ),
            (
                "the last month of the quarter",
                "the last month of the quarter: 2026-12-01..2026-12-31",
            ),
            (
                "the last quarter of 2027",
                "the last quarter of 2027: 2027-10-01..2027-12-31",
            ),
            (
                "the second half of next month",
                "the second half of next month: 2026-12-16..2026-12-31",
            ),
            (
                "the first half of 2027",
                "the first half of 2027: 2027-01-01..2027-06-30",
            ),
            (
                "the rest of the week",
                "the rest of the week: 2026-11-18..2026-11-20",
            ),
            (
                "the remainder of this month",
                "the remainder of this month: 2026-11-18..2026-11-30",
            ),
            ("all week", "all week: 2026-11-16..2026-11-20"),
            ("He slept an entire week.", ""),
            ("The rest of the team agreed.", ""),
            ("The second half of the report is fine.", ""),
            ("It is the first week in a new job.", ""),
            (
                "It is the last week of school.",
                "the last week: 2026-11-09..2026-11-13",
            ),
        ]);
    }
}
