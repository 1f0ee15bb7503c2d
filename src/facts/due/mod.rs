//! Time expressions, one family a file: each reads tokens from a place and gives the longest expression that starts there.

use jiff::civil::{Date, Time};

use crate::language::Words;
use crate::text::Span;

/// A run of words that tells a time. Spans count from the passage's first byte.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The words, without the preposition: "Friday", "the end of the month", "soon".
    pub span: Span,
    /// The words with the preposition or conjunction that makes them a bound: "by Friday"; else as `span`.
    pub whole: Span,
    /// What sort of time.
    pub kind: TimeKind,
    /// How fine it is.
    pub grain: Grain,
    /// What it may mean, the settings' choice first; empty for events and vague times.
    pub readings: Vec<Reading>,
    /// Whether it bounds something or is only mentioned.
    pub role: TimeRole,
}

/// What sort of time an expression tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A day, or a day and a clock time, or a stretch of days.
    Date,
    /// "before the board meeting"
    Event,
    /// "once the build is green"
    Condition,
    /// "soon", "when you get a chance"
    Vague,
    /// "a two-hour call": how long, not when.
    Duration,
}

/// How fine a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Grain {
    Minute,
    Hour,
    PartOfDay,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Grain {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::PartOfDay => "part-of-day",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// One meaning of a time expression: from the first day to the last, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The first day.
    pub from: Date,
    /// The last day: for a deadline the one that counts.
    pub to: Date,
    /// The clock time on the last day, if told.
    pub time: Option<Time>,
    /// Which convention gave it: "the coming Friday", "month before day".
    pub convention: &'static str,
}

/// Whether a time bounds something or is only mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeRole {
    /// "by Friday", "no later than Friday", "due Friday"
    Deadline,
    /// "on Friday", "tomorrow": when a thing happens or is to be done.
    When,
    /// "the meeting on Friday", "Friday's build": belongs to a noun.
    Mention,
}

/// What the reading of times depends on beside the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// The day the words were written.
    pub today: Date,
    /// Whether `03/04` is 3 April (day first) or March 4.
    pub day_first: bool,
    /// Whether "next Friday" is the Friday of next week; else the first one to come.
    pub next_is_next_week: bool,
}

/// Finds the time expressions of a passage: sorted, none overlapping.
pub fn read(_words: &Words, _text: &str, _calendar: Calendar) -> Vec<TimeExpression> {
    Vec::new()
}
