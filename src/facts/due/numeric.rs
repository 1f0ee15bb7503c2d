//! Days written in numbers.
//!
//!     date = y m d | d m y | m d y           three fields joined by "-", "/" or ".", a month perhaps by name
//!          | yyyymmdd
//!          | d "/" m | d "-" m | d "." m ["."]   two fields, where something else shows that a day is meant
//!
//! Which of two fields is the day: the one that can be; then the one that fits the weekday; with dots the first; then
//! what another date of the passage shows; then the settings, unless with the year told they give a day gone by and the
//! other way one to come. The other way stays as a second reading.
//! Versions, phone numbers, shares and scores are none: `1.1.30`, `555-1234`, `3/4 of users`.

use jiff::civil::{Date, Weekday};

use super::calendar::{add_days, add_months};
use super::clock;
use super::line::Line;
use super::number::{short_year, year};
use super::time::Fault;
use super::told::{Found, Told};
use super::vocabulary::Sense;
use super::written::{month, on_year, yearless};

/// The date that starts here; `said` is the weekday before it.
pub(super) fn read(line: &Line<'_>, at: usize, said: Option<Weekday>) -> Option<Found> {
    starts(line, at)
        .then(|| read_fields(line, at, said))
        .flatten()
}

/// Whether nothing is joined to the figures in front.
pub(super) fn starts(line: &Line<'_>, at: usize) -> bool {
    !(line.glued(at) && joins_backward(line, at))
}

/// The date that starts here, whatever it is joined to in front: "Friday-Jun-15".
pub(super) fn read_fields(line: &Line<'_>, at: usize, said: Option<Weekday>) -> Option<Found> {
    if !matches!(line.sense(at), Sense::Digits(_) | Sense::Month(_)) {
        return None;
    }
    three(line, at, said)
        .or_else(|| compact(line, at, said))
        .or_else(|| two(line, at, said))
}

/// Whether the piece before is the mark of a longer number or word: `133-03-03`, `v2.10`, `$12/15`.
fn joins_backward(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    match line.sense(before) {
        Sense::Mark if line.is_any(before, &["$", "€", "£", "#"]) => true,
        Sense::Mark => {
            let word =
                before > 0 && line.glued(before) && !matches!(line.sense(before - 1), Sense::Mark);
            word && line.is_any(before, &["-", "/", ".", ":", "_"])
        }
        _ => true,
    }
}

fn joins_forward(line: &Line<'_>, end: usize) -> bool {
    let mark = line.is_any(end, &["-", "/", ".", "_", ":"]) && line.glued(end);
    let more =
        line.glued(end + 1) && !matches!(line.sense(end + 1), Sense::Mark) && end + 1 < line.len();
    let letters = line.glued(end)
        && !matches!(line.sense(end), Sense::Mark)
        && !line.is(end, "t")
        && !line.is(end, "'s");
    (mark && more) || letters
}

fn three(line: &Line<'_>, at: usize, said: Option<Weekday>) -> Option<Found> {
    let mark = line.norm(at + 1);
    let joined = (1..5).all(|on| line.glued(at + on))
        && line.is(at + 3, mark)
        && matches!(mark, "-" | "/" | ".");
    let end = at + 5;
    if !joined || joins_forward(line, end) {
        return None;
    }
    let fields = [at, at + 2, at + 4];
    let name = fields
        .iter()
        .copied()
        .find(|field| month(line, *field).is_some());
    if let Some(name) = name {
        let rest: Vec<usize> = fields.into_iter().filter(|field| *field != name).collect();
        let named_year = rest
            .iter()
            .copied()
            .find(|field| year(line, *field).is_some());
        let at_year = named_year.unwrap_or(at + 4);
        let at_day = rest.into_iter().find(|field| *field != at_year)?;
        let (value, length) = line.digits(at_year)?;
        let told = on_year(
            field_year(line, value, length)?,
            month(line, name)?,
            small(line, at_day)?,
            said,
        )?;
        return Some(Found::new(at, end, told));
    }
    if let Some((year, _)) = year(line, at) {
        let (month, day) = (small(line, at + 2)?, small(line, at + 4)?);
        let padded = line.norm(at + 2).len() == 2 && line.norm(at + 4).len() == 2;
        let told = on_year(year, month, day, said)?;
        let known = told.fault != Some(Fault::NoSuchDay);
        return (known || padded).then(|| Found::new(at, end, told));
    }
    let both_padded = line.norm(at).len() == 2 && line.norm(at + 2).len() == 2;
    let (value, length) = line.digits(at + 4)?;
    if mark == "." && length != 4 && !both_padded {
        return None;
    }
    let year = field_year(line, value, length)?;
    // "08.12.1707" on a ticket is the eighth of December at seven minutes past five.
    let clock = mark == "." && year < 1900 && length == 4 && value / 100 < 24 && value % 100 < 60;
    let told = either(
        line,
        at,
        (small(line, at)?, small(line, at + 2)?),
        said,
        |month, day, said| {
            if clock {
                yearless(line.calendar.today, month, day, said)
            } else {
                on_year(year, month, day, said)
            }
        },
    )?;
    Some(Found::new(at, end, told))
}

fn compact(line: &Line<'_>, at: usize, said: Option<Weekday>) -> Option<Found> {
    let (value, length) = line.digits(at)?;
    if length != 8 || joins_forward(line, at + 1) {
        return None;
    }
    let year = i16::try_from(value / 10_000)
        .ok()
        .filter(|year| (1900..2100).contains(year))?;
    let (month, day) = (
        i8::try_from(value / 100 % 100).ok()?,
        i8::try_from(value % 100).ok()?,
    );
    let told = on_year(year, month, day, said)?;
    (told.fault != Some(Fault::NoSuchDay)).then(|| Found::new(at, at + 1, told))
}

fn two(line: &Line<'_>, at: usize, said: Option<Weekday>) -> Option<Found> {
    let mark = line.norm(at + 1);
    let joined = line.glued(at + 1) && line.glued(at + 2) && matches!(mark, "-" | "/" | ".");
    if !joined {
        return None;
    }
    if let (Some(month), None) = (month(line, at), month(line, at + 2)) {
        let told = yearless(line.calendar.today, month, small(line, at + 2)?, said)?;
        return (!joins_forward(line, at + 3)).then(|| Found::new(at, at + 3, told));
    }
    let (one, other) = (small(line, at)?, small(line, at + 2)?);
    let dotted = mark == "." && line.is(at + 3, ".") && line.glued(at + 3);
    let end = at + 3 + usize::from(dotted);
    if !(shown(line, at, end, dotted) || said.is_some())
        || joins_forward(line, end)
        || line.is_any(end, &["%", "°"])
    {
        return None;
    }
    let told = either(line, at, (one, other), said, |month, day, said| {
        yearless(line.calendar.today, month, day, said)
    })?;
    if mark == "-" && said.is_some() && !near(line, at, &told, said) {
        return None;
    }
    let sure = said.is_some() || mark == "/" || dotted;
    (told.fault != Some(Fault::NoSuchDay) || sure).then(|| Found::new(at, end, told))
}

/// Whether a weekday and two joined numbers are a day rather than hours: "Friday 27-11", but not "Friday 2-4".
fn near(line: &Line<'_>, at: usize, told: &Told, said: Option<Weekday>) -> bool {
    let hours = [at, at + 2].iter().all(|field| {
        line.norm(*field).len() == 1 || line.digits(*field).is_some_and(|(value, _)| value <= 12)
    });
    let padded = line.norm(at).starts_with('0') || line.norm(at + 2).starts_with('0');
    let today = line.calendar.today;
    let fits = told.fault.is_none().then_some(told);
    let soon = fits
        .and_then(|told| told.readings.first())
        .is_some_and(|reading| {
            said == Some(reading.from.weekday())
                && reading.from >= today
                && add_days(today, 31).is_some_and(|month| reading.from <= month)
        });
    !hours || padded || soon
}

/// Whether something beside two numbers shows that they are a day and a month.
fn shown(line: &Line<'_>, at: usize, end: usize, dotted: bool) -> bool {
    let lengths = (line.norm(at).len(), line.norm(at + 2).len());
    let first_word = (0..at).all(|before| line.sense(before) == Sense::Mark);
    let alone = first_word && line.ends(end);
    let bound = line.is_any(
        at.wrapping_sub(1),
        &[
            "on", "by", "before", "until", "till", "since", "due", "next", "this", "from",
            "starting", "dated", "deadline",
        ],
    );
    let listed =
        line.is_any(at.wrapping_sub(1), &["and", "or", "to", ",", "-", "–", "("]) && !first_word;
    // "19/12 1510-1640"
    let four = |at: usize| line.digits(at).is_some_and(|(_, length)| length == 4);
    let timetable = four(end) && line.is_any(end + 1, &["-", "–"]) && four(end + 2);
    let clock = timetable
        || line.digits(end).is_some_and(|(_, length)| length <= 2)
            && line.is_any(end + 1, &[":", ".", "h"])
        || line.is_any(end, &["before", "after", "by", "until", "from"])
            && clock::read(line, end + 1).is_some();
    let followed = clock
        || (line.is_any(end, &["at", "in", "@", "around", "late", "early"]) && lengths.1 == 2);
    let among = line.is_any(end, &["or", "and", ","]) && line.is(end + 2, "/")
        || listed && at > 3 && line.is(at - 3, "/");
    // "support around the clock, 24/7"
    let always = line.after(at, &["24", "/", "7"]).is_some() && !bound;
    let before_noun = line.is_any(
        end,
        &[
            "of", "cup", "cups", "inch", "inches", "full", "done", "complete",
        ],
    );
    if before_noun || always {
        return false;
    }
    match line.norm(at + 1) {
        "/" => {
            let (one, other) = (line.digits(at), line.digits(at + 2));
            let only_date =
                matches!((one, other), (Some((one, _)), Some((other, _))) if one.max(other) > 12);
            let padded = lengths == (2, 2);
            alone
                || bound
                || followed
                || among
                || (only_date && line.pauses(end))
                || (padded && (listed || line.pauses(end)))
                || (only_date && listed)
        }
        "." => {
            let day = lengths.1 == 2
                && (bound
                    && line.is_any(at.wrapping_sub(1), &["on", "until", "till", "due", "dated"])
                    || alone);
            dotted || day || clock || (bound && lengths == (2, 2) && line.pauses(end))
        }
        _ => line.is(at.wrapping_sub(1), "on"),
    }
}

/// Day and month from two fields in whichever order they can be.
fn either(
    line: &Line<'_>,
    at: usize,
    fields: (i8, i8),
    said: Option<Weekday>,
    resolve: impl Fn(i8, i8, Option<Weekday>) -> Option<Told>,
) -> Option<Told> {
    const DAY_FIRST: &str = "day before month";
    const MONTH_FIRST: &str = "month before day";
    let (one, other) = fields;
    let day_first = (other, one, DAY_FIRST);
    let month_first = (one, other, MONTH_FIRST);
    let orders = if line.day_first || line.is(at + 1, ".") {
        [day_first, month_first]
    } else {
        [month_first, day_first]
    };
    let possible =
        |order: &(i8, i8, &str)| (1..=12).contains(&order.0) && (1..=31).contains(&order.1);
    let mut ways = orders.into_iter().filter(possible);
    let (month, day, convention) = ways.next()?;
    let Some(second) = ways
        .next()
        .filter(|_| one != other && !line.is(at + 1, "."))
    else {
        return resolve(month, day, said);
    };
    let named = |(month, day, convention): (i8, i8, &'static str)| {
        let mut told = resolve(month, day, None)?;
        told.readings.truncate(1);
        for reading in &mut told.readings {
            reading.convention = convention;
        }
        Some(told)
    };
    let first = named((month, day, convention))?;
    let other = named(second)?;
    let fits = |told: &Told| {
        told.from()
            .is_some_and(|date| said.is_none_or(|said| date.weekday() == said))
    };
    let today = line.calendar.today;
    let looks_back = line.is_any(at.wrapping_sub(1), &["since", "of", "dated", "from"]);
    match (first.from(), other.from()) {
        (Some(gone), Some(coming))
            if gone < today && today <= coming && said.is_none() && !looks_back =>
        {
            Some(other.or(gone, gone, convention))
        }
        // "Friday 7/6", said on Friday 6 July: of two that fit the weekday, the one that comes first.
        (Some(later), Some(date))
            if said.is_some() && today <= date && date < later && fits(&other) =>
        {
            Some(other)
        }
        (Some(_), Some(date)) if fits(&first) => Some(if said.is_some() {
            first
        } else {
            first.or(date, date, second.2)
        }),
        (_, Some(_)) if fits(&other) => Some(other),
        _ => resolve(month, day, said),
    }
}

/// Whether the passage has a date whose order cannot be doubted, and which it is: `Some(true)` for day first.
pub(super) fn order_shown(line: &Line<'_>) -> Option<bool> {
    (0..line.len().saturating_sub(2)).find_map(|at| {
        let joined = line.is(at + 1, "/")
            && line.glued(at + 1)
            && line.glued(at + 2)
            && !(line.glued(at) && joins_backward(line, at));
        let (one, other) = (line.digits(at)?.0, line.digits(at + 2)?.0);
        match (one, other) {
            (13..=31, 1..=12) if joined => Some(true),
            (1..=12, 13..=31) if joined => Some(false),
            _ => None,
        }
    })
}

/// A day and a month in numbers, as one end of a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'a> {
    /// "/" or "."
    pub(super) mark: &'a str,
    /// Whether a dot closes them: "14.12."
    pub(super) dotted: bool,
    /// Whether the second has two figures.
    pub(super) padded: bool,
    /// The year, if told.
    pub(super) year: Option<i16>,
    one: i8,
    other: i8,
}

impl Fields<'_> {
    /// The larger of the two numbers.
    pub(super) fn largest(self) -> i8 {
        self.one.max(self.other)
    }

    fn on(self, day_first: bool, year: i16) -> Option<Date> {
        let (day, month) = if day_first {
            (self.one, self.other)
        } else {
            (self.other, self.one)
        };
        Date::new(year, month, day).ok()
    }
}

/// The fields that start here, and the place after.
pub(super) fn fields<'a>(line: &Line<'a>, at: usize) -> Option<(Fields<'a>, usize)> {
    let mark = line.norm(at + 1);
    let joined = matches!(mark, "/" | ".") && line.glued(at + 1) && line.glued(at + 2);
    let (one, other) = (small(line, at)?, small(line, at + 2)?);
    let again = line.is(at + 3, mark) && line.glued(at + 3);
    let (value, length) = line
        .digits(at + 4)
        .filter(|_| again && line.glued(at + 4))
        .unwrap_or_default();
    let year = field_year(line, value, length);
    let dotted = again && mark == "." && year.is_none();
    let end = match year {
        Some(_) => at + 5,
        None => at + 3 + usize::from(dotted),
    };
    let fields = Fields {
        mark,
        dotted,
        padded: line.norm(at + 2).len() == 2,
        year,
        one,
        other,
    };
    joined.then_some((fields, end))
}

/// From one day to another: in the order of day and month that can be, the settings' first, in the year told last or coming.
pub(super) fn from_to(
    line: &Line<'_>,
    first: Fields<'_>,
    last: Fields<'_>,
) -> Option<(Date, Date)> {
    let today = line.calendar.today;
    let in_order = |day_first: bool| {
        let year = last.year.unwrap_or(today.year());
        let to = last.on(day_first, year)?;
        let to = if last.year.is_none() && to < today {
            last.on(day_first, year + 1)?
        } else {
            to
        };
        let from = match first.year {
            Some(year) => first.on(day_first, year)?,
            None => first
                .on(day_first, to.year())
                .filter(|from| *from < to)
                .or_else(|| first.on(day_first, to.year() - 1))?,
        };
        let short = from < to && add_months(from, 6).is_none_or(|far| to < far);
        short.then_some((from, to))
    };
    let settings = line.day_first || first.mark == ".";
    in_order(settings).or_else(|| in_order(!settings).filter(|_| first.mark == "/"))
}

fn small(line: &Line<'_>, at: usize) -> Option<i8> {
    let (value, length) = line.digits(at)?;
    (length <= 2)
        .then(|| i8::try_from(value).ok())
        .flatten()
        .filter(|value| *value > 0)
}

fn field_year(line: &Line<'_>, value: u32, length: usize) -> Option<i16> {
    match length {
        4 => i16::try_from(value).ok(),
        2 => short_year(value, line.calendar.today.year()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_day_in_numbers() {
        check(&[
            ("by 2026-12-01", "2026-12-01: 2026-12-01"),
            ("by 12/15", "12/15: 2026-12-15"),
            ("by 03/04", "03/04: 2027-04-03 | 2027-03-04"),
            ("27/11/2026", "27/11/2026: 2026-11-27"),
            ("11/27/2026", "11/27/2026: 2026-11-27"),
            ("on 27.11.", "27.11.: 2026-11-27"),
            ("on 01.12.2026", "01.12.2026: 2026-12-01"),
            ("on 20261201", "20261201: 2026-12-01"),
            ("2026/12/01", "2026/12/01: 2026-12-01"),
            ("2026-11-27T10:00", "2026-11-27T10:00: 2026-11-27 10:00"),
            ("Friday 4/12", "Friday 4/12: 2026-12-04"),
            ("Monday 4/12", "Monday 4/12: 2027-04-12"),
            (
                "Either 12/15 or 12/3.",
                "12/15: 2026-12-15; 12/3: 2026-12-03 | 2027-03-12",
            ),
            ("by 5/3/26", "5/3/26: 2026-03-05 | 2026-05-03"),
            (
                "by 10/1/2026 or 11/12/26",
                "10/1/2026: 2026-01-10 | 2026-10-01; 11/12/26: 2026-12-11 | 2026-11-12",
            ),
            ("by 31/04", "31/04: NoSuchDay"),
            ("by 30/02/2026", "30/02/2026: NoSuchDay"),
            ("2026-02-30", "2026-02-30: NoSuchDay"),
            ("Version 2.10 and 1.10.30 are out.", ""),
            ("About 3/4 of users agreed.", ""),
            ("Call 555-1234 or 133-03-03-2020.", ""),
            ("We ship 10/12 cups.", ""),
            ("It grew by 2.5%.", ""),
            ("It costs $12/15.", ""),
            ("10-15 people came.", ""),
        ]);
    }
}
