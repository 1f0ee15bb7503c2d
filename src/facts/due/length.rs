//! Lengths of time.
//!
//!     length = amount (unit | ("working" | "business") "days") [[","] ["and"] amount unit] | "half an hour"

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
    /// One of the unit.
    pub(super) fn one(unit: Unit) -> Option<Self> {
        let mut length = Self::default();
        let amount = Amount {
            count: 1,
            vague: false,
        };
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
            _ if line.is(noun, "d") && line.glued(noun) && line.norm(noun - 1).len() <= 2 => {
                Unit::Day
            }
            _ => break,
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
        if line.after(end, &["and", "a", "half"]).is_some() {
            end += 3;
        }
    }
    (end > at).then_some((length, end))
}
