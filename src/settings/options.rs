use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};

use crate::document::Format;
use crate::facts::due::Calendar;
use crate::finding::Level;

/// Every setting, as a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Level by rule id; `None` turns the rule off. A rule not named here keeps its own.
    pub rules: BTreeMap<String, Option<Level>>,
    /// Phrases never flagged, lower case.
    pub allow: Vec<String>,
    /// The user's own phrases with what to say instead.
    pub phrases: Vec<OwnPhrase>,
    /// Which form of a request is offered first.
    pub register: Register,
    /// How dates are written in rewrites.
    pub date_style: DateStyle,
    /// Whether `03/04` is 3 April.
    pub day_first: bool,
    /// Whether "next Friday" is the Friday of next week; else the first to come.
    pub next_is_next_week: bool,
    /// The days work is done on.
    pub working_days: Vec<Weekday>,
    /// Days off.
    pub holidays: Vec<Date>,
    /// When a working day ends.
    pub end_of_day: Time,
    /// The writer's own name, empty if not told.
    pub name: String,
    /// People and the names they go by.
    pub people: Vec<Person>,
    /// Format by glob, the first match counts.
    pub formats: Vec<(String, Format)>,
    /// How many findings an editor is shown at most; the rest are counted.
    pub max_findings: usize,
}

/// A phrase of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPhrase {
    /// What to find, lower case.
    pub find: String,
    /// What to say instead; empty to take it out.
    pub say: String,
    /// Why, for the message.
    pub why: String,
}

/// A person and the names they go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// As they are called: `Sam`.
    pub name: String,
    /// Their addresses.
    pub addresses: Vec<String>,
}

/// Which form of a request is offered first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Register {
    /// `Could you send it by Fri 27 Nov?`
    #[default]
    PoliteQuestion,
    /// `Please send it by Fri 27 Nov.`
    PlainRequest,
}

/// How dates are written in rewrites.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// `Fri 27 Nov`
    #[default]
    DayMonth,
    /// `Fri, Nov 27`
    MonthDay,
    /// `2026-11-27`
    Iso,
}

impl Default for Options {
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        Self {
            rules: BTreeMap::new(),
            allow: Vec::new(),
            phrases: Vec::new(),
            register: Register::default(),
            date_style: DateStyle::default(),
            day_first: true,
            next_is_next_week: true,
            working_days: vec![Monday, Tuesday, Wednesday, Thursday, Friday],
            holidays: Vec::new(),
            end_of_day: jiff::civil::time(17, 0, 0, 0),
            name: String::new(),
            people: Vec::new(),
            formats: Vec::new(),
            max_findings: 500,
        }
    }
}

impl Options {
    /// What the reading of times depends on, for words written on `today`.
    pub fn calendar(&self, today: Date) -> Calendar {
        Calendar {
            today,
            day_first: self.day_first,
            next_is_next_week: self.next_is_next_week,
            working_days: self.working_days.iter().copied().collect(),
            holidays: {
                let mut days = self.holidays.clone();
                days.sort_unstable();
                days.into()
            },
            end_of_day: self.end_of_day,
        }
    }
}
