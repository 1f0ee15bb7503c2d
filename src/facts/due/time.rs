use jiff::civil::{Date, Time, Weekday};

use crate::text::Span;

/// A run of words that tells a time. Spans count from the passage's first byte.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The words, without the preposition: "Friday", "the end of the month", "soon".
    /// A preposition that is half the meaning stays: "in two weeks", "within 3 days", "before the board meeting".
    pub span: Span,
    /// The words with the preposition or conjunction that makes them a bound: "by Friday"; else as `span`.
    pub whole: Span,
    /// What sort of time.
    pub kind: TimeKind,
    /// In what terms it is told.
    pub form: TimeForm,
    /// How fine it is.
    pub grain: Grain,
    /// What it may mean, the settings' choice first; empty for events, conditions, durations, most vague times,
    /// and for days that do not exist.
    pub readings: Vec<Reading>,
    /// What is wrong with it, if it cannot be as it is written.
    pub fault: Option<Fault>,
    /// Whether it bounds something or is only mentioned.
    pub role: TimeRole,
}

impl TimeExpression {
    /// The reading the settings choose.
    pub fn reading(&self) -> Option<&Reading> {
        self.readings.first()
    }

    /// The day that counts if this is a deadline: the last one of the chosen reading.
    pub fn last_day(&self) -> Option<Date> {
        self.reading().map(|reading| reading.to)
    }
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
    /// "soon", "when you get a chance"; with a reading where there is one: "now", "sometime next week".
    Vague,
    /// "a two-hour call": how long, not when.
    Duration,
    /// "every Friday", "twice a week", "from now on": how often, not when.
    Repeated,
}

/// In what terms a time is told: what it takes to know the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeForm {
    /// A day of the calendar: "27 Nov", "the 27th", "12/15", "Christmas".
    Written,
    /// A weekday by itself: "Friday", "Monday at 3pm".
    Weekday,
    /// Counted from the day of writing: "tomorrow", "in two days", "next Friday".
    Relative,
    /// A bound whose end is a matter of opinion: "EOD", "end of the week", "early next week", "this week", "mid-November".
    Elastic,
    /// A clock time and no day: "5pm".
    Clock,
    /// By what is told elsewhere: "in advance" of something.
    Context,
    /// In no terms of the calendar: events, conditions, vague times, durations.
    Words,
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
    /// The last day: for a deadline the one that counts. That of a week is its last working day.
    pub to: Date,
    /// The clock time on the last day, if told.
    pub time: Option<Time>,
    /// The zone of that time, if told.
    pub zone: Option<Zone>,
    /// Which convention gave it: "the coming Friday", "month before day".
    pub convention: &'static str,
}

/// The zone a clock time is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// One with a name: "PT" is `America/Los_Angeles`, "CET" is `Europe/Paris`.
    Named(&'static str),
    /// Minutes east of Greenwich: "UTC", "GMT+2".
    Offset(i16),
    /// "your time", "my time", "local time"
    Whose,
}

/// Why a time cannot be as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// "31 April", "30 February": there are no readings.
    NoSuchDay,
    /// "Monday 5 May 2026", which is a Tuesday. The first reading trusts the date, the second the weekday.
    WeekdayMismatch {
        /// The weekday as written.
        said: Weekday,
        /// The weekday the date has.
        is: Weekday,
    },
    /// "25:00", "10:75"
    NoSuchTime,
}

/// Whether a time bounds something or is only mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeRole {
    /// "by Friday", "no later than Friday", "due Friday"
    Deadline,
    /// "on Friday", "tomorrow": when a thing happens or is to be done.
    When,
    /// "the meeting on Friday", "Friday's build", "since March": belongs to a noun or to the past.
    Mention,
}
