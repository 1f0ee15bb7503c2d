//! Time expressions, one family a file: each reads words from a place and gives the longest expression that starts there.

mod calendar;
mod time;

pub use calendar::{Calendar, Weekdays, add_days, add_months, end_of_month, monday, quarter};
pub use time::{Fault, Grain, Reading, TimeExpression, TimeForm, TimeKind, TimeRole, Zone};

use crate::language::Words;

/// Finds the time expressions of a passage: sorted, none overlapping.
pub fn read(_words: &Words, _text: &str, _calendar: &Calendar) -> Vec<TimeExpression> {
    Vec::new()
}
