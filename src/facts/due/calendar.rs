//! The calendar times are read by, and the arithmetic of working days.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

/// What the reading of times depends on beside the words. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// The day the words were written.
    pub today: Date,
    /// Whether `03/04` is 3 April (day first) or March 4.
    pub day_first: bool,
    /// Whether "next Friday" is the Friday of next week; else the first one to come.
    pub next_is_next_week: bool,
    /// The days work is done on.
    pub working_days: Weekdays,
    /// Days off, sorted.
    pub holidays: Arc<[Date]>,
    /// When a working day ends: what "EOD" means.
    pub end_of_day: Time,
}

/// A set of weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday to Friday.
    pub const MONDAY_TO_FRIDAY: Self = Self(0b001_1111);

    /// Whether the day is in the set.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

/// The set of these days; of none of them, Monday to Friday: a week has a working day.
impl FromIterator<Weekday> for Weekdays {
    fn from_iter<T: IntoIterator<Item = Weekday>>(days: T) -> Self {
        match days.into_iter().fold(0, |set, day| set | Self::bit(day)) {
            0 => Self::MONDAY_TO_FRIDAY,
            set => Self(set),
        }
    }
}

/// How many days in a row may be holidays before one is taken for a working day all the same.
const LONGEST_HOLIDAY: i32 = 366;

impl Calendar {
    /// The calendar of someone who works Monday to Friday until 17:00, writes the day before the month,
    /// and means by "next Friday" that of next week.
    pub fn new(today: Date) -> Self {
        Self {
            today,
            day_first: true,
            next_is_next_week: true,
            working_days: Weekdays::MONDAY_TO_FRIDAY,
            holidays: Arc::from([]),
            end_of_day: jiff::civil::time(17, 0, 0, 0),
        }
    }

    /// The same for words written on another day.
    pub fn written_on(&self, today: Date) -> Self {
        Self {
            today,
            ..self.clone()
        }
    }

    /// Whether work is done on the day.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.working_days.contains(day.weekday()) && self.holidays.binary_search(&day).is_err()
    }

    /// The first working day after the day; `None` past the year 9999.
    pub fn next_working_day(&self, day: Date) -> Option<Date> {
        self.working_day_from(add_days(day, 1)?, 1)
    }

    /// The last working day before the day; `None` before the first year jiff knows.
    pub fn previous_working_day(&self, day: Date) -> Option<Date> {
        self.working_day_from(add_days(day, -1)?, -1)
    }

    /// The day itself if work is done on it, else the next one on which it is.
    pub fn working_day_on_or_after(&self, day: Date) -> Option<Date> {
        self.working_day_from(day, 1)
    }

    /// The day itself if work is done on it, else the last one before on which it was.
    pub fn working_day_on_or_before(&self, day: Date) -> Option<Date> {
        self.working_day_from(day, -1)
    }

    fn working_day_from(&self, day: Date, step: i32) -> Option<Date> {
        let mut at = day;
        for _ in 0..LONGEST_HOLIDAY {
            if self.is_working_day(at) {
                return Some(at);
            }
            at = add_days(at, step)?;
        }
        Some(day)
    }

    /// The day so many working days on, or back if negative; none of the days between counts unless work is done on it.
    pub fn add_working_days(&self, day: Date, count: i32) -> Option<Date> {
        let mut at = day;
        for _ in 0..count.unsigned_abs() {
            at = if count > 0 {
                self.next_working_day(at)?
            } else {
                self.previous_working_day(at)?
            };
        }
        Some(at)
    }

    /// The last working day of the day's week, Monday to Sunday, holidays left out; its Friday, as a rule.
    pub fn end_of_week(&self, day: Date) -> Option<Date> {
        let sunday = add_days(monday(day)?, 6)?;
        self.working_day_on_or_before(sunday)
    }
}

/// The Monday of the day's week.
pub fn monday(day: Date) -> Option<Date> {
    add_days(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

/// The last day of the day's month.
pub fn end_of_month(day: Date) -> Date {
    day.last_of_month()
}

/// The first and the last day of the day's quarter.
pub fn quarter(day: Date) -> Option<(Date, Date)> {
    let first = (day.month() - 1) / 3 * 3 + 1;
    let from = Date::new(day.year(), first, 1).ok()?;
    let to = Date::new(day.year(), first + 2, 1).ok()?.last_of_month();
    Some((from, to))
}

/// The day so many days on, or back; `None` outside the years jiff knows.
pub fn add_days(day: Date, count: i32) -> Option<Date> {
    day.checked_add(count.days()).ok()
}

/// The day so many months on, or back; the last day of a month too short for it.
pub fn add_months(day: Date, count: i32) -> Option<Date> {
    day.checked_add(count.months()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Wednesday.
    fn calendar() -> Calendar {
        Calendar {
            holidays: Arc::from([date(2026, 12, 24), date(2026, 12, 25)]),
            ..Calendar::new(date(2026, 11, 18))
        }
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let calendar = calendar();
        assert_eq!(
            calendar.add_working_days(calendar.today, 3),
            Some(date(2026, 11, 23))
        );
        assert_eq!(
            calendar.add_working_days(date(2026, 12, 23), 1),
            Some(date(2026, 12, 28))
        );
        assert_eq!(
            calendar.add_working_days(date(2026, 11, 23), -1),
            Some(date(2026, 11, 20))
        );
        assert_eq!(
            calendar.add_working_days(calendar.today, 0),
            Some(calendar.today)
        );
    }

    #[test]
    fn the_end_of_the_week_is_its_last_working_day() {
        let calendar = calendar();
        assert_eq!(
            calendar.end_of_week(calendar.today),
            Some(date(2026, 11, 20))
        );
        assert_eq!(
            calendar.end_of_week(date(2026, 12, 22)),
            Some(date(2026, 12, 23))
        );
        assert_eq!(
            calendar.end_of_week(date(2026, 11, 22)),
            Some(date(2026, 11, 20))
        );
    }

    #[test]
    fn a_week_without_working_days_is_no_week() {
        assert_eq!(
            [].into_iter().collect::<Weekdays>(),
            Weekdays::MONDAY_TO_FRIDAY
        );
    }

    #[test]
    fn the_edges_of_time_give_nothing() {
        assert_eq!(calendar().next_working_day(Date::MAX), None);
        assert_eq!(add_months(Date::MAX, 1), None);
        assert_eq!(
            monday(Date::MIN),
            Some(Date::MIN).filter(|day| day.weekday() == Weekday::Monday)
        );
    }

    #[test]
    fn quarters_have_three_months() {
        assert_eq!(
            quarter(date(2026, 11, 18)),
            Some((date(2026, 10, 1), date(2026, 12, 31)))
        );
    }
}
