//! Weeks, months, quarters, years and seasons.
//!
//! ```text
//! period = ("this" | "next" | "last" | "coming" …) (unit | month | season) | "the week after next"
//!        | month ["of"] [year] | year | ("Q1" | "first quarter" | "H1") ["of"] [year]
//!        | week | "the weekend"
//! ```
//!
//! A week runs from Monday to its last working day, a weekend from Saturday to Sunday.

use jiff::civil::Date;

use super::calendar::{add_days, add_months, monday, quarter};
use super::line::Line;
use super::number::{ordinal, short_year, spelt_year, year};
use super::time::{Grain, TimeForm};
use super::told::{Found, Told};
use super::vocabulary::{Sense, Unit};
use super::weekday::{Which, which};
use super::{portion, quarter as quarters, week, written};

/// A stretch of the calendar with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// The first day.
    pub(super) from: Date,
    /// The last day.
    pub(super) to: Date,
    /// What it is one of.
    pub(super) grain: Grain,
    /// The other one it may be.
    pub(super) other: Option<(Date, Date, &'static str)>,
    /// In what terms it is told.
    pub(super) form: TimeForm,
}

/// The period that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    let (period, end) = period(line, at)?;
    let Period {
        from,
        to,
        grain,
        other,
        form,
    } = period;
    let told = Told::stretch(from, to, grain, form, "the period named");
    let told = match other {
        Some((from, to, convention)) => told.or(from, to, convention),
        None => told,
    };
    Some(Found::new(at, end, told))
}

/// The period that starts here, and the place after.
pub(super) fn period(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    portion::read(line, at).or_else(|| whole(line, at))
}

/// The period that starts here and is no portion of another, and the place after.
pub(super) fn whole(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    determined(line, at)
        .or_else(|| quarters::read(line, at))
        .or_else(|| week::week_of(line, at))
        .or_else(|| month_of(line, at))
        .or_else(|| bare_year(line, at))
}

/// The period from one day to another.
pub(super) fn span(from: Date, to: Date, grain: Grain, form: TimeForm) -> Period {
    Period {
        from,
        to,
        grain,
        other: None,
        form,
    }
}

/// The period of this unit so many units on from today's.
pub(super) fn unit_from_today(line: &Line<'_>, unit: Unit, on: i32) -> Option<Period> {
    let calendar = line.calendar;
    let today = calendar.today;
    let (from, to, grain) = match unit {
        Unit::Week => {
            let from = add_days(monday(today)?, 7 * on)?;
            (from, calendar.end_of_week(from)?.max(from), Grain::Week)
        }
        Unit::Weekend => {
            let from = add_days(monday(today)?, 7 * on + 5)?;
            (from, add_days(from, 1)?, Grain::Week)
        }
        Unit::Fortnight => {
            let from = add_days(today, 14 * on)?;
            (from, add_days(from, 14)?, Grain::Week)
        }
        Unit::Month => {
            let from = add_months(today.first_of_month(), on)?;
            (from, from.last_of_month(), Grain::Month)
        }
        Unit::Quarter => {
            let (from, to) = quarter(add_months(today.first_of_month(), 3 * on)?)?;
            (from, to, Grain::Quarter)
        }
        Unit::Year => {
            let from = add_months(today.first_of_year(), 12 * on)?;
            (from, from.last_of_year(), Grain::Year)
        }
        Unit::Decade => {
            let from = Date::new(today.year() / 10 * 10, 1, 1).ok()?;
            let from = add_months(from, 120 * on)?;
            (from, add_months(from, 119)?.last_of_month(), Grain::Year)
        }
        Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => return None,
    };
    Some(span(from, to, grain, TimeForm::Elastic))
}

/// "week", "the month": this one.
pub(super) fn the_unit(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let the = line.skip(at, &["the", "my", "our", "your"]);
    let the = line.skip(the, &["working", "calendar", "fiscal", "financial"]);
    match line.sense(the) {
        Sense::Unit(unit) if !line.norm(the).ends_with('s') => {
            Some((unit_from_today(line, unit, 0)?, the + 1))
        }
        _ => None,
    }
}

fn determined(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let (which, noun) = which(line, at);
    let the = noun > at && which.is_none();
    let noun = match which {
        Some(_) if line.sense(noun + 1) == Sense::Unit(Unit::Week) => {
            line.skip(noun, &["working", "business", "work"])
        }
        _ => noun,
    };
    let end = noun + 1;
    if let Sense::Unit(unit) = line.sense(noun) {
        let week_end = unit == Unit::Week
            && line.after(end, &["-", "end"]).is_some()
            && line.glued(end)
            && line.glued(end + 1);
        let (unit, end) = if week_end {
            (Unit::Weekend, end + 2)
        } else {
            (unit, end)
        };
        if line.norm(noun).ends_with('s') {
            return None;
        }
        let after = matches!(
            unit,
            Unit::Week | Unit::Month | Unit::Weekend | Unit::Quarter | Unit::Year
        );
        if the
            && after
            && let Some(end) = line.after(end, &["after", "next"])
        {
            return Some((unit_from_today(line, unit, 2)?, end));
        }
        if the && unit == Unit::Week && line.is(end, "after") && line.pauses(end + 1) {
            return Some((unit_from_today(line, unit, 1)?, end + 1));
        }
        let on = match which {
            Some(Which::This) => 0,
            Some(Which::Next | Which::Coming) => 1,
            Some(Which::AfterNext) => 2,
            Some(Which::Last) => -1,
            None if unit == Unit::Weekend
                && (the || line.is_any(at.wrapping_sub(1), &["at", "over", "on"])) =>
            {
                0
            }
            None => return None,
        };
        if unit == Unit::Week && line.is_any(end, &["1", "2", "3", "4", "5"]) {
            return None;
        }
        let mut period = unit_from_today(line, unit, on)?;
        if unit == Unit::Weekend && which == Some(Which::Next) {
            let coming = unit_from_today(line, unit, 0)?;
            period.other = Some((coming.from, coming.to, "the coming one"));
            if !line.calendar.next_is_next_week {
                let of_next_week = (period.from, period.to, "of next week");
                period = Period {
                    other: Some(of_next_week),
                    ..coming
                };
            }
        }
        return Some((period, end));
    }
    if let Some(month) = written::month(line, noun) {
        let which = which?;
        let verb = matches!(line.norm(noun), "may" | "march" | "mar") && !line.capital(noun);
        if ordinal_or_day(line, end) || verb || line.tag(noun).is_some_and(|tag| tag.is_verbal()) {
            return None;
        }
        let today = line.calendar.today;
        let this_year = Date::new(today.year(), month, 1).ok()?;
        let coming = if month < today.month() {
            add_months(this_year, 12)?
        } else {
            this_year
        };
        let from = match which {
            Which::Last if month >= today.month() => add_months(this_year, -12)?,
            Which::Last | Which::This => this_year,
            Which::Next if month == today.month() => add_months(this_year, 12)?,
            Which::Next | Which::Coming => coming,
            Which::AfterNext => add_months(coming, 12)?,
        };
        return Some((
            span(from, from.last_of_month(), Grain::Month, TimeForm::Elastic),
            end,
        ));
    }
    let season = season(line.norm(noun))?;
    let today = line.calendar.today;
    let in_year = |year: i16| {
        let from = Date::new(year, season, 1).ok()?;
        Some((from, add_months(from, 2)?.last_of_month()))
    };
    let (next, shift) = match which {
        Some(Which::Last) => (false, -1),
        Some(Which::Next | Which::Coming | Which::AfterNext) => (true, 0),
        Some(Which::This) => (false, 0),
        None if the && line.is_any(at.wrapping_sub(1), &["in", "by", "until", "before", "for"]) => {
            (false, 0)
        }
        None => return None,
    };
    let (from, to) = in_year(today.year())?;
    let year = today.year()
        + shift
        + i16::from((next && from <= today) || (!next && shift == 0 && to < today))
        + i16::from(shift < 0 && to < today);
    let (from, to) = in_year(year)?;
    Some((span(from, to, Grain::Quarter, TimeForm::Elastic), end))
}

fn ordinal_or_day(line: &Line<'_>, at: usize) -> bool {
    ordinal(line, at).is_some() || line.digits(at).is_some_and(|(_, length)| length <= 2)
}

/// The first month of a season of the northern half.
fn season(word: &str) -> Option<i8> {
    Some(match word {
        "spring" => 3,
        "summer" => 6,
        "autumn" | "fall" => 9,
        "winter" => 12,
        _ => return None,
    })
}

/// "March", "March 2027", "March of next year", "04/2016".
fn month_of(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let whole = |year: i16, month: i8| {
        let from = Date::new(year, month, 1).ok()?;
        Some(span(
            from,
            from.last_of_month(),
            Grain::Month,
            TimeForm::Elastic,
        ))
    };
    if let Some((number, length)) = line.digits(at) {
        let joined =
            line.is_any(at + 1, &["/"]) && line.glued(at + 1) && line.glued(at + 2) && length <= 2;
        let joined_before = line.glued(at) && line.is_any(at.wrapping_sub(1), &["/", "-", "."]);
        let free = !joined_before && !line.goes_on(at + 2);
        let (year, end) =
            year(line, at + 2).filter(|(year, _)| joined && free && (1900..2100).contains(year))?;
        return Some((whole(year, i8::try_from(number).ok()?)?, end));
    }
    let month = written::month(line, at)?;
    let of = line.skip(line.skip(at + 1, &["."]), &[",", "of", "in", "-", "/"]);
    let today = line.calendar.today;
    let announced = || line.is_any(of - 1, &[",", "of"]);
    let told = year(line, of)
        .or_else(|| year_of(line, of))
        .or_else(|| two_figures(line, of))
        .or_else(|| spelt_year(line, of).filter(|_| announced()));
    if let Some((year, end)) = told {
        return Some((whole(year, month)?, end));
    }
    if !names_a_month(line, at) || ordinal_or_day(line, at + 1) {
        return None;
    }
    Some((
        whole(today.year() + i16::from(month < today.month()), month)?,
        at + 1,
    ))
}

/// "this year", "next year": which, and the place after.
pub(super) fn year_of(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let (which, noun) = which(line, at);
    let on = match which? {
        Which::This => 0,
        Which::Last => -1,
        Which::Next | Which::Coming | Which::AfterNext => 1,
    };
    let year = line.calendar.today.year() + on;
    (line.sense(noun) == Sense::Unit(Unit::Year)).then_some((year, noun + 1))
}

/// "'87", and after "of" "87".
fn two_figures(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let apostrophe = line.is(at, "'") && line.glued(at + 1);
    let at_year = at + usize::from(apostrophe);
    let (value, length) = line.digits(at_year)?;
    let counts = line.tag(at_year + 1).is_some_and(|tag| tag.is_nominal());
    let free = line.pauses(at_year + 1) || !counts && !line.goes_on(at_year);
    let told = length == 2 && (apostrophe || line.is(at - 1, "of")) && free;
    let year = short_year(value, line.calendar.today.year())?;
    told.then_some((year, at_year + 1))
}

/// Whether the word by itself is meant as a month: "march", "may" and "Jan" are other words too.
fn names_a_month(line: &Line<'_>, at: usize) -> bool {
    let introduced = line.is_any(
        at.wrapping_sub(1),
        &[
            "in",
            "by",
            "until",
            "till",
            "since",
            "from",
            "through",
            "before",
            "after",
            "during",
            "of",
            "early",
            "late",
            "mid",
            "end",
            "for",
            "to",
            "-",
            "–",
            "between",
            "and",
            "or",
            "beginning",
            "start",
            "middle",
            "later",
        ],
    );
    let name = line.norm(at);
    let doubtful = matches!(name, "march" | "may" | "april" | "june" | "august")
        || name.len() <= 4 && name != "july";
    let possessive =
        line.is(at + 1, "'s") && line.capital(at) && !matches!(name, "april" | "june" | "august");
    // "you or Jan", "send it to Jan", but "March or April", "from January to April".
    let named = matches!(name, "jan" | "april" | "may" | "june" | "august")
        && line.is_any(at.wrapping_sub(1), &["and", "or", "to", "for", "from"]);
    let named = named
        && match line.norm(at - 1) {
            "and" | "or" => !matches!(line.sense(at.wrapping_sub(2)), Sense::Month(_)),
            "to" => true,
            _ => name == "jan",
        };
    // "Jan could call": who does something is a person.
    let acts = [
        "could", "can", "will", "'ll", "would", "should", "has", "is", "was", "did", "does",
        "said", "says",
    ];
    // "in dec": a short form that is no other word needs no capital.
    let placed = matches!(
        name,
        "feb" | "apr" | "aug" | "sept" | "oct" | "nov" | "dec" | "jan"
    ) && line.is_any(at.wrapping_sub(1), &["in", "by", "until", "till", "since"]);
    if named
        || doubtful
            && line.is_any(at + 1, &acts)
            && line.is_any(at.wrapping_sub(1), &["and", "or", "for", "from", "to"])
    {
        false
    } else if doubtful {
        placed || (introduced && line.capital(at)) || (possessive && name.len() > 3)
    } else {
        true
    }
}

fn bare_year(line: &Line<'_>, at: usize) -> Option<(Period, usize)> {
    let announced = line.is(at, "the") && line.sense(at + 1) == Sense::Unit(Unit::Year);
    let at_year = if announced { at + 2 } else { at };
    let (year, end) = year(line, at_year).filter(|(year, _)| (1900..2100).contains(year))?;
    let introduced = line.is_any(
        at.wrapping_sub(1),
        &[
            "in", "by", "since", "until", "till", "of", "from", "before", "after", "during",
            "early", "late", "mid", "through", "fy", "between",
        ],
    );
    // "in 2027 and 2028"
    let listed = line.is_any(at.wrapping_sub(1), &["and", "or"])
        && line
            .digits(at.wrapping_sub(2))
            .is_some_and(|(value, _)| (1900..2100).contains(&value));
    let introduced = introduced || listed;
    let free = line.pauses(end) || !line.tag(end).is_some_and(|tag| tag.is_nominal());
    let glued = line.glued(at_year) && line.is_any(at_year - 1, &["-", "/", ".", "$", "#"]);
    let from = Date::new(year, 1, 1).ok()?;
    let sure = announced || (introduced && free && !glued && !line.is_any(end, &["-", "/", ":"]));
    sure.then(|| {
        (
            span(from, from.last_of_year(), Grain::Year, TimeForm::Elastic),
            end,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_period_named() {
        check(&[
            ("this week", "this week: 2026-11-16..2026-11-20"),
            ("next week", "next week: 2026-11-23..2026-11-27"),
            ("next month", "next month: 2026-12-01..2026-12-31"),
            ("this quarter", "this quarter: 2026-10-01..2026-12-31"),
            ("last year", "last year: 2025-01-01..2025-12-31"),
            (
                "the week after next",
                "the week after next: 2026-11-30..2026-12-04",
            ),
            ("this weekend", "this weekend: 2026-11-21..2026-11-22"),
            (
                "next weekend",
                "next weekend: 2026-11-28..2026-11-29 | 2026-11-21..2026-11-22",
            ),
            ("in Q1", "Q1: 2027-01-01..2027-03-31"),
            ("Q4", "Q4: 2026-10-01..2026-12-31"),
            ("Q2 2027", "Q2 2027: 2027-04-01..2027-06-30"),
            ("2027 Q3", "2027 Q3: 2027-07-01..2027-09-30"),
            ("H2", "H2: 2026-07-01..2026-12-31"),
            (
                "the third quarter of 2027",
                "the third quarter of 2027: 2027-07-01..2027-09-30",
            ),
            ("in March", "March: 2027-03-01..2027-03-31"),
            ("in November", "November: 2026-11-01..2026-11-30"),
            ("March 2028", "March 2028: 2028-03-01..2028-03-31"),
            ("in 2028", "2028: 2028-01-01..2028-12-31"),
            ("next March", "next March: 2027-03-01..2027-03-31"),
            ("week 48", "week 48: 2026-11-23..2026-11-27"),
            (
                "the week of the 23rd",
                "the week of the 23rd: 2026-11-23..2026-11-27",
            ),
            (
                "week commencing 7 December",
                "week commencing 7 December: 2026-12-07..2026-12-11",
            ),
            (
                "the first week of December",
                "the first week of December: 2026-11-30..2026-12-04",
            ),
            ("next summer", "next summer: 2027-06-01..2027-08-31"),
            ("Have a great week!", ""),
            ("You may march on in room 2027.", ""),
            ("June said so.", ""),
            ("Could you or Jan ring them?", ""),
            ("Bring Bo and April along.", ""),
            ("Please send it to Jan.", ""),
            (
                "We open in March or April.",
                "March: 2027-03-01..2027-03-31; April: 2027-04-01..2027-04-30",
            ),
            ("the figures for April", "April: 2027-04-01..2027-04-30"),
            ("This may take a while.", ""),
        ]);
    }
}
