//! What a family gives: the words it took and what they tell.

use jiff::civil::{Date, Time, Weekday};

use super::calendar::{add_days, monday};
use super::time::{Fault, Grain, Reading, TimeForm, TimeKind, Zone};

/// The longest expression a family finds at a place.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its first piece.
    pub(super) start: usize,
    /// The piece after its last.
    pub(super) end: usize,
    /// What it tells.
    pub(super) told: Told,
}

/// What words tell of a time.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// What sort of time.
    pub(super) kind: TimeKind,
    /// In what terms.
    pub(super) form: TimeForm,
    /// How fine.
    pub(super) grain: Grain,
    /// What it may mean, the first choice first.
    pub(super) readings: Vec<Reading>,
    /// What is wrong with it.
    pub(super) fault: Option<Fault>,
}

impl Found {
    /// These pieces tell this.
    pub(super) fn new(start: usize, end: usize, told: Told) -> Self {
        Self { start, end, told }
    }

    /// The longer one; the first if they are as long.
    pub(super) fn longer(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) => Some(if other.end > one.end { other } else { one }),
            (one, other) => one.or(other),
        }
    }
}

impl Told {
    /// One day.
    pub(super) fn day(day: Date, form: TimeForm, convention: &'static str) -> Self {
        Self::stretch(day, day, Grain::Day, form, convention)
    }

    /// A run of days, both ends included.
    pub(super) fn stretch(
        from: Date,
        to: Date,
        grain: Grain,
        form: TimeForm,
        convention: &'static str,
    ) -> Self {
        Self {
            kind: TimeKind::Date,
            form,
            grain,
            readings: vec![reading(from, to, convention)],
            fault: None,
        }
    }

    /// No time of the calendar.
    pub(super) const fn words(kind: TimeKind) -> Self {
        Self {
            kind,
            form: TimeForm::Words,
            grain: Grain::Day,
            readings: Vec::new(),
            fault: None,
        }
    }

    /// A time that cannot be.
    pub(super) const fn faulty(fault: Fault, form: TimeForm) -> Self {
        Self {
            kind: TimeKind::Date,
            form,
            grain: Grain::Day,
            readings: Vec::new(),
            fault: Some(fault),
        }
    }

    /// The same, with one more thing it may mean, unless it means that already.
    pub(super) fn or(mut self, from: Date, to: Date, convention: &'static str) -> Self {
        if self
            .readings
            .iter()
            .all(|reading| (reading.from, reading.to) != (from, to))
        {
            self.readings.push(reading(from, to, convention));
        }
        self
    }

    /// The first day of the first reading.
    pub(super) fn from(&self) -> Option<Date> {
        self.readings.first().map(|reading| reading.from)
    }

    /// The last day of the first reading.
    pub(super) fn to(&self) -> Option<Date> {
        self.readings.first().map(|reading| reading.to)
    }

    /// The same at a clock time, in every reading.
    pub(super) fn at(mut self, time: Option<Time>, zone: Option<Zone>, grain: Grain) -> Self {
        for reading in &mut self.readings {
            reading.time = time.or(reading.time);
            reading.zone = zone.or(reading.zone);
        }
        self.grain = self.grain.min(grain);
        self
    }

    /// The same in other terms.
    pub(super) fn told_as(mut self, form: TimeForm) -> Self {
        self.form = form;
        self
    }
}

fn reading(from: Date, to: Date, convention: &'static str) -> Reading {
    Reading {
        from,
        to,
        time: None,
        zone: None,
        convention,
    }
}

/// The first such weekday after the day.
pub(super) fn weekday_after(day: Date, weekday: Weekday) -> Option<Date> {
    weekday_from(add_days(day, 1)?, weekday)
}

/// The first such weekday on the day or after it.
pub(super) fn weekday_from(day: Date, weekday: Weekday) -> Option<Date> {
    add_days(day, i32::from(day.weekday().until(weekday)))
}

/// The last such weekday before the day.
pub(super) fn weekday_before(day: Date, weekday: Weekday) -> Option<Date> {
    add_days(weekday_from(day, weekday)?, -7)
}

/// That weekday of the day's week, Monday to Sunday.
pub(super) fn weekday_in_week(day: Date, weekday: Weekday) -> Option<Date> {
    add_days(monday(day)?, i32::from(weekday.to_monday_zero_offset()))
}
