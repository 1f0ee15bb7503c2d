//! Time expressions, one family a file: each reads words from a place and gives the longest expression that starts there.

mod calendar;
mod time;

mod length;
mod line;
mod number;
mod told;
mod vocabulary;

mod beside;
mod chance;
mod clock;
mod duration;
mod edge;
mod event;
mod holiday;
mod loose;
mod moment;
mod numeric;
mod ordinal;
mod period;
mod portion;
mod quarter;
mod range;
mod relative;
mod stretch;
mod vague;
mod week;
mod weekday;
mod written;
mod zone;

mod mention;
mod read;
mod role;

#[cfg(test)]
mod tests;

pub use calendar::{Calendar, Weekdays, add_days, add_months, end_of_month, monday, quarter};
pub use event::is_event;
pub use read::read;
pub(super) use read::{day_first, read_again};
pub use time::{Fault, Grain, Reading, TimeExpression, TimeForm, TimeKind, TimeRole, Zone};
pub use vague::presses;
