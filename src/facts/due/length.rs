//! Lengths of time.
//!
//!     length = amount ["and a half"] (unit | ("working" | "business") "days") ["and a half"] [[","] ["and"] amount unit]
//!            | "half an hour" | "2h" | "3d" | "2w"

use jiff::ToSpan;
use jiff::civil::Date;

use super::line::Line;
use super::number::{Amount, amount};
use super::time::Grain;
use super::vocabulary::{Sense, Unit};

/// A length of time: units of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Length {
    /// Months.
    pub(super) months: i32,
    /// Days of the calendar.
    days: i32,
    working_days: i32,
    hours: i32,
    minutes: i32,
    /// Whether it is a guess.
    pub(super) vague: bool,
    /// Its coarsest unit.
    pub(super) grain: Option<Grain>,
}

impl Length {
    /// So many of the unit.
    pub(super) fn of(amount: Amount, unit: Unit) -> Option<Self> {
        let mut length = Self::default();
        length.add(amount, unit)?;
        Some(length)
    }

    fn add(&mut self, amount: Amount, unit: Unit) -> Option<()> {
        let count = amount.count;
        self.vague |= amount.vague;
        let (field, each, grain) = match unit {
            Unit::Second | Unit::Minute => (&mut self.minutes, 1, Grain::Minute),
            Unit::Hour => (&mut self.hours, 1, Grain::Hour),
            Unit::Day => (&mut self.days, 1, Grain::Day),
            Unit::Week | Unit::Weekend => (&mut self.days, 7, Grain::Week),
            Unit::Fortnight => (&mut self.days, 14, Grain::Week),
            Unit::Month => (&mut self.months, 1, Grain::Month),
            Unit::Quarter => (&mut self.months, 3, Grain::Quarter),
            Unit::Year => (&mut self.months, 12, Grain::Year),
            Unit::Decade => (&mut self.months, 120, Grain::Year),
        };
        *field = field.checked_add(count.checked_mul(each)?)?;
        self.grain = Some(self.grain.map_or(grain, |coarser| coarser.max(grain)));
        Some(())
    }

    /// Half a unit more; half a day of a week is dropped.
    fn add_half(&mut self, unit: Unit) -> Option<()> {
        let (count, unit) = match unit {
            Unit::Second => return Some(()),
            Unit::Minute => (0, Unit::Minute),
            Unit::Hour => (30, Unit::Minute),
            Unit::Day => (12, Unit::Hour),
            Unit::Week | Unit::Weekend => (3, Unit::Day),
            Unit::Fortnight => (1, Unit::Week),
            Unit::Month => (15, Unit::Day),
            Unit::Quarter => (45, Unit::Day),
            Unit::Year => (6, Unit::Month),
            Unit::Decade => (5, Unit::Year),
        };
        let vague = false;
        self.add(Amount { count, vague }, unit)
    }

    /// The day so far from another; whole days of hours count.
    pub(super) fn from(self, line: &Line<'_>, day: Date, back: bool) -> Option<Date> {
        let sign = if back { -1 } else { 1 };
        let days = self
            .days
            .checked_add(self.hours / 24)?
            .checked_add(self.minutes / 1440)?;
        let day = day.checked_add((sign * self.months).months()).ok()?;
        let day = day.checked_add((sign * days).days()).ok()?;
        // Enough to leave any calendar's holidays behind, and no more than a lifetime's walk.
        let working = self.working_days.min(5_000);
        line.calendar.add_working_days(day, sign * working)
    }
}

/// The length that starts here, and the place after.
pub(super) fn length(line: &Line<'_>, at: usize) -> Option<(Length, usize)> {
    let mut length = Length::default();
    let mut end = at;
    if line.is(at, "half") {
        let unit_at = line.skip(at + 1, &["a", "an"]);
        let Sense::Unit(unit @ (Unit::Hour | Unit::Day | Unit::Year)) = line.sense(unit_at) else {
            return None;
        };
        let half = match unit {
            Unit::Year => (6, Unit::Month),
            _ => (30, Unit::Minute),
        };
        length.add(
            Amount {
                count: half.0,
                vague: false,
            },
            half.1,
        )?;
        return Some((length, unit_at + 1));
    }
    for _ in 0..4 {
        let start = if end == at {
            at
        } else {
            line.skip(line.skip(end, &[","]), &["and"])
        };
        let Some((amount, unit_at)) = amount(line, start) else {
            break;
        };
        let point = line.is(unit_at - 1, "5") && unit_at == start + 3;
        let (unit_at, mut half) = match and_a_half(line, unit_at) {
            Some(unit_at) => (unit_at, true),
            None => (unit_at, point),
        };
        let unit_at = if line.is(unit_at, "-") && line.glued(unit_at) {
            unit_at + 1
        } else {
            unit_at
        };
        let unit_at = line.skip(unit_at, &["full", "whole", "more", "or", "calendar"]);
        let working = line.is_any(unit_at, &["working", "business", "work"]);
        let noun = unit_at + usize::from(working);
        let unit = match line.sense(noun) {
            Sense::Unit(unit) => unit,
            _ => match letter(line, noun) {
                Some(unit) => unit,
                None => break,
            },
        };
        // "first", "second": a count of seconds is in figures or words of number, which `amount` took.
        if working {
            if unit != Unit::Day {
                break;
            }
            length.working_days = length.working_days.checked_add(amount.count)?;
            length.grain = Some(Grain::Day);
            length.vague |= amount.vague;
        } else {
            length.add(amount, unit)?;
        }
        end = noun + 1;
        if let Some(after) = and_a_half(line, end) {
            end = after;
            half = true;
        }
        if half && !working {
            length.add_half(unit)?;
        }
    }
    (end > at).then_some((length, end))
}

fn and_a_half(line: &Line<'_>, at: usize) -> Option<usize> {
    (line.is(at, "and") && line.is_any(at + 1, &["a", "an"]) && line.is(at + 2, "half"))
        .then_some(at + 3)
}

/// The unit a letter behind figures stands for: "24h", "3d", "2w"; minutes and months share theirs with metres.
fn letter(line: &Line<'_>, at: usize) -> Option<Unit> {
    let figures = line.glued(at) && line.digits(at.wrapping_sub(1)).is_some();
    let short = figures && line.norm(at - 1).len() <= 2;
    match line.norm(at) {
        "h" if short && !matches!(line.sense(at + 1), Sense::Digits(_)) => Some(Unit::Hour),
        "d" if short => Some(Unit::Day),
        "w" if short => Some(Unit::Week),
        _ => None,
    }
}
