//! How long and how often: no times when.
//!
//!     duration = ["for"] length | number "-" unit            "for three days", "a two-hour call"
//!     repeated = ("every" | "each") (unit | weekday | part) | weekdays | "daily" | ("once" | "twice") ("a" | "per") unit

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
    let (_, end) = length(line, start).filter(|(_, end)| !line.is(end - 1, "d"))?;
    // A bare "a day" or "a second" lasts too little to speak of; "for a day" does not.
    let spoken = start > at
        || !line.is_any(at, &["a", "an", "the"])
        || line.is_any(end - 1, &["hour", "hours", "days", "weeks"]);
    spoken.then(|| Found::new(at, end, Told::words(TimeKind::Duration)))
}

fn repeated(line: &Line<'_>, at: usize) -> Option<Found> {
    let told = |end: usize| Some(Found::new(at, end, Told::words(TimeKind::Repeated)));
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
        (_, Sense::Weekdays(_)) if !line.is(at + 1, "'") => told(at + 1),
        _ => None,
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
        ]);
    }
}
