//! Numbers inside times.
//!
//! ```text
//! amount  = digits | "two" … | "twenty" ["-"] "one" | "a" | "an" | "a couple of" | "a few" | "a dozen"
//! ordinal = digits ("st" | "nd" | "rd" | "th") | "first" … | "twenty" ["-"] "first" | "thirtieth"
//! day     = ordinal | one or two digits | number word
//! year    = four digits | "'" two digits | "nineteen" ["hundred"] "ninety-three" | "two thousand [and] twenty-six"
//! ```

use super::line::Line;
use super::vocabulary::Sense;

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// The count; that of "a few" is taken for three.
    pub(super) count: i32,
    /// Whether it is a guess: "a few", "a couple of".
    pub(super) vague: bool,
}

/// How many, and the place after.
pub(super) fn amount(line: &Line<'_>, at: usize) -> Option<(Amount, usize)> {
    let exact = |count: i32, end: usize| {
        Some((
            Amount {
                count,
                vague: false,
            },
            end,
        ))
    };
    let vague = |count: i32, end: usize| Some((Amount { count, vague: true }, end));
    if let Some((count, end)) = cardinal(line, at) {
        return exact(count, end);
    }
    let noun = line.skip(at, &["a", "an", "the"]);
    match line.norm(noun) {
        "couple" => vague(2, line.skip(noun + 1, &["of"])),
        "pair" if line.is(noun + 1, "of") => vague(2, noun + 2),
        "few" | "several" => vague(3, noun + 1),
        "dozen" => exact(12, noun + 1),
        _ if noun > at && !line.is(at, "the") => exact(1, noun),
        _ => None,
    }
}

/// A whole number in digits or words, and the place after; what follows the point of a decimal is dropped.
pub(super) fn cardinal(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    match line.sense(at) {
        Sense::Digits(value) if value <= 9999 => {
            let decimal = line.is(at + 1, ".") && line.glued(at + 1) && line.glued(at + 2);
            let decimal = decimal && line.digits(at + 2).is_some();
            Some((
                i32::try_from(value).ok()?,
                if decimal { at + 3 } else { at + 1 },
            ))
        }
        Sense::Number(value) => Some((i32::from(value), at + 1)),
        Sense::Tens(tens) => {
            let ones = line.skip(at + 1, &["-"]);
            Some(match line.sense(ones) {
                Sense::Number(value) if value < 10 => (i32::from(tens + value), ones + 1),
                _ => (i32::from(tens), at + 1),
            })
        }
        _ => None,
    }
}

/// A place in an order, and the place after.
pub(super) fn ordinal(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    match line.sense(at) {
        Sense::Digits(value) => {
            let suffix = line.is_any(at + 1, &["st", "nd", "rd", "th"]);
            (suffix && line.glued(at + 1) && value < 1000).then_some((value, at + 2))
        }
        Sense::Ordinal(value) => Some((u32::from(value), at + 1)),
        Sense::Tens(tens) => {
            let ones = line.skip(at + 1, &["-"]);
            match line.sense(ones) {
                Sense::Ordinal(value) if value < 10 => Some((u32::from(tens + value), ones + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The day of a month, and the place after.
pub(super) fn day_of_month(line: &Line<'_>, at: usize) -> Option<(i8, usize)> {
    let (value, end) = match ordinal(line, at) {
        Some(found) => found,
        None => match line.sense(at) {
            Sense::Digits(value) if line.norm(at).len() <= 2 && !line.goes_on(at) => {
                (value, at + 1)
            }
            Sense::Number(_) | Sense::Tens(_) => {
                let (value, end) = cardinal(line, at)?;
                (u32::try_from(value).ok()?, end)
            }
            _ => return None,
        },
    };
    let day = i8::try_from(value).ok()?;
    (1..=31).contains(&day).then_some((day, end))
}

/// A year in four digits, or in two after an apostrophe, and the place after.
pub(super) fn year(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let (value, length) = line.digits(at)?;
    let next = at + 1;
    let joined =
        line.goes_on(at) || (line.glued(next) && matches!(line.sense(next), Sense::Unit(_)));
    let whole = length == 4 && (1000..=9999).contains(&value) && !joined;
    whole.then_some((i16::try_from(value).ok()?, next))
}

/// A year in words, as after a month, and the place after: "nineteen ninety-three", "two thousand and twenty-six".
pub(super) fn spelt_year(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let small = |at: usize| cardinal(line, at).filter(|(value, _)| (1..100).contains(value));
    let words = |at: usize| !matches!(line.sense(at), Sense::Digits(_));
    let (first, end) = small(at).filter(|_| words(at))?;
    let (base, named, end) = match line.norm(end) {
        "thousand" => (first * 1000, true, end + 1),
        "hundred" => (first * 100, true, end + 1),
        _ => (first * 100, false, end),
    };
    let start = line.skip(end, &["and"]);
    let rest = small(start).filter(|(value, _)| words(start) && (named || *value >= 10));
    let (year, end) = match rest {
        Some((rest, end)) => (base + rest, end),
        None if named => (base, end),
        None => return None,
    };
    let year = i16::try_from(year).ok()?;
    (1000..2100).contains(&year).then_some((year, end))
}

/// The year two digits stand for: from 76 years back to 23 years on.
pub(super) fn short_year(value: u32, today: i16) -> Option<i16> {
    let value = i16::try_from(value).ok().filter(|value| *value < 100)?;
    let year = today / 100 * 100 + value;
    Some(if year > today + 23 { year - 100 } else { year })
}
