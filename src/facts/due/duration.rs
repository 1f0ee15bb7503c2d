//! How long and how often: no times when.
//!
//!     duration = ["for"] length | number "-" unit            "for three days", "a two-hour call"
//!     repeated = (("every" | "each") (unit | weekday | part) | weekdays | "daily" | ("once" | "twice") ("a" | "per") unit) [hours]
//!              | ["the"] ordinal [weekday] "of" ("every" | "each") unit

use super::clock;
use super::length::length;
use super::line::Line;
use super::number::ordinal;
use super::time::TimeKind;
use super::told::{Found, Told};
use super::vocabulary::Sense;

/// The duration or repetition that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    repeated(line, at).or_else(|| lasting(line, at))
}

fn lasting(line: &Line<'_>, at: usize) -> Option<Found> {
    let start = line.skip(at, &["for", "over"]);
    let start = line.skip(start, &["about", "around", "roughly", "approximately"]);
    let (_, end) =
        length(line, start).filter(|(_, end)| !line.is_any(end - 1, &["d", "h", "w"]))?;
    // A bare "a day" or "a second" lasts too little to speak of; "for a day" does not.
    let spoken = start > at
        || !line.is_any(at, &["a", "an", "the"])
        || line.is_any(end - 1, &["hour", "hours", "days", "weeks"]);
    spoken.then(|| Found::new(at, end, Told::words(TimeKind::Duration)))
}

fn repeated(line: &Line<'_>, at: usize) -> Option<Found> {
    let told = |end: usize| {
        let end = with_hour(line, end);
        Some(Found::new(at, end, Told::words(TimeKind::Repeated)))
    };
    match (line.norm(at), line.sense(at)) {
        ("every" | "each", _) => {
            let other = line.skip(
                at + 1,
                &["other", "single", "working", "business", "second"],
            );
            let other = ordinal(line, other).map_or(other, |(_, end)| end);
            let start = length(line, other).map(|(_, end)| end);
            match line.sense(other) {
                _ if start.is_some() => told(start?),
                Sense::Unit(_) | Sense::Weekday(_) | Sense::Part(_) | Sense::Month(_) => {
                    let end = if matches!(line.sense(other + 1), Sense::Part(_)) {
                        other + 2
                    } else {
                        other + 1
                    };
                    told(end)
                }
                _ => None,
            }
        }
        ("once" | "twice", _)
            if line.is_any(at + 1, &["a", "an", "per", "every"])
                && matches!(line.sense(at + 2), Sense::Unit(_)) =>
        {
            told(at + 3)
        }
        ("daily" | "weekly" | "monthly" | "hourly" | "annually" | "quarterly" | "biweekly", _) => {
            told(at + 1)
        }
        ("the" | "last", _) | (_, Sense::Ordinal(_) | Sense::Digits(_)) => {
            each_month(line, at).and_then(told)
        }
        (_, Sense::Weekdays(_)) if !line.is(at + 1, "'") => told(at + 1),
        _ => None,
    }
}

/// "the first Monday of every month", "the 15th of each month"
fn each_month(line: &Line<'_>, at: usize) -> Option<usize> {
    let the = line.skip(at, &["the"]);
    let nth = ordinal(line, the).map(|(_, end)| end);
    let noun = nth.or_else(|| line.is(the, "last").then_some(the + 1))?;
    let of = match line.sense(noun) {
        Sense::Weekday(_) | Sense::Unit(_) => noun + 1,
        _ => noun,
    };
    let each = line.is(of, "of") && line.is_any(of + 1, &["every", "each"]);
    (each && matches!(line.sense(of + 2), Sense::Unit(_))).then_some(of + 3)
}

/// The place after the hours at which it happens each time: "every day at 9:30", "Thursdays from 2 to 4".
fn with_hour(line: &Line<'_>, end: usize) -> usize {
    let part = match line.sense(end) {
        Sense::Part(_) => end + 1,
        _ => end,
    };
    let start = line.skip(part, &[","]);
    let at = line.skip(start, &["at", "@", "from", "between", "around"]);
    let shown = |at: usize| clock::read(line, at).map(|(_, end)| end);
    let loose = |at: usize| clock::read_loose(line, at).map(|(_, end)| end);
    let Some(first) = loose(at) else {
        return part;
    };
    let joined = line.is_any(first, &["-", "–", "to", "and", "until"]);
    let announced = at > start || shown(at).is_some();
    let last = joined.then(|| {
        if announced {
            loose(first + 1)
        } else {
            shown(first + 1)
        }
    });
    match last.flatten() {
        Some(last) => last,
        None if announced => first,
        None => part,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn how_long_and_how_often() {
        check(&[
            ("a two-hour call", "two-hour: Duration"),
            ("for three days", "for three days: Duration"),
            ("It takes 2 hours.", "2 hours: Duration"),
            ("every Friday", "every Friday: Repeated"),
            ("on Mondays", "Mondays: Repeated"),
            ("twice a week", "twice a week: Repeated"),
            ("every other week", "every other week: Repeated"),
            ("daily", "daily: Repeated"),
            ("every day at 9:30", "every day at 9:30: Repeated"),
            (
                "each Friday morning at 9",
                "each Friday morning at 9: Repeated",
            ),
            (
                "We meet on Fridays, 3 to 4 pm.",
                "Fridays, 3 to 4 pm: Repeated",
            ),
            (
                "the first Monday of every month",
                "the first Monday of every month: Repeated",
            ),
            ("Thursdays from 2 to 4", "Thursdays from 2 to 4: Repeated"),
        ]);
    }
}
