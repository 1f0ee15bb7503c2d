use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::settings::Options;

/// The day it is where the user is: in the zone of the settings, else in this machine's.
#[expect(
    clippy::disallowed_methods,
    reason = "the edges tell the core what day it is"
)]
pub fn today(options: &Options) -> Date {
    zone(&options.time_zone).map_or_else(
        || Zoned::now().date(),
        |zone| Timestamp::now().to_zoned(zone).date(),
    )
}

/// The time zone of this name, if there is one.
pub(super) fn zone(name: &str) -> Option<TimeZone> {
    Some(name)
        .filter(|name| !name.is_empty())
        .and_then(|name| TimeZone::get(name).ok())
}
