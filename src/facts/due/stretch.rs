//! Stretches that begin or end today.
//!
//!     stretch = ["in" | "within" | "over"] ["the"] ("next" | "last") (length | unit guess) | ["the"] amount "next" unit
//!             | "within the hour" | "in the next hour" | ("within the" | "within the next" | "in the next") unit
//!     guess   = "or so" | "or two"

use super::length::{Length, length};
use super::line::Line;
use super::number::{Amount, amount, cardinal};
use super::relative::{FROM_TODAY, guessed, today};
use super::time::{Grain, TimeForm, TimeKind};
use super::told::{Found, Told};
use super::vocabulary::{Sense, Unit};

/// "the next three days", "the last two weeks": a stretch that begins or ends today.
pub(super) fn read(line: &Line<'_>, at: usize, start: usize) -> Option<Found> {
    let the = line.skip(start, &["the"]);
    // "the two next weeks"
    let ahead = amount(line, the).filter(|(amount, _)| amount.count > 1 && !amount.vague);
    let place = ahead.map_or(the, |(_, end)| end);
    let back = match line.norm(place) {
        "next" | "coming" | "following" | "upcoming" => false,
        "last" | "past" | "previous" => true,
        _ => return hour(line, at, start),
    };
    // "It will last two weeks."
    if line.is(place, "last") && lasts(line, place) {
        return None;
    }
    let counted = match ahead {
        Some((amount, _)) => units(line, amount, place + 1),
        None => length(line, place + 1).or_else(|| length(line, least(line, place + 1)?)),
    };
    let counted = counted.map(|(length, end)| (length, guessed(line, end)));
    let one = || one_or_two(line, place + 1).filter(|_| ahead.is_none());
    let Some((length, (end, guess))) = counted.or_else(one) else {
        return hour(line, at, start);
    };
    let today = line.calendar.today;
    let far = length.from(line, today, back)?;
    let (from, to) = if back { (far, today) } else { (today, far) };
    let mut told = Told::stretch(
        from,
        to,
        length.grain.unwrap_or(Grain::Day).min(Grain::Day),
        TimeForm::Relative,
        FROM_TODAY,
    );
    if guess || length.vague {
        told.kind = TimeKind::Vague;
    }
    Some(Found::new(at, end, told))
}

/// The place behind the lesser of two amounts: "3-5 days", "two to four weeks".
fn least(line: &Line<'_>, at: usize) -> Option<usize> {
    let (_, end) = cardinal(line, at)?;
    line.is_any(end, &["-", "–", "to", "or"]).then_some(end + 1)
}

/// Whether "last" is the verb: "will last two weeks", "it may last a day".
fn lasts(line: &Line<'_>, at: usize) -> bool {
    const BEFORE: [&str; 16] = [
        "will", "'ll", "wo", "n't", "not", "to", "can", "could", "may", "might", "should", "would",
        "must", "does", "did", "usually",
    ];
    line.is_any(at.wrapping_sub(1), &BEFORE) || line.tag(at).is_some_and(|tag| tag.is_verbal())
}

/// So many of the unit that stands here: "weeks".
fn units(line: &Line<'_>, amount: Amount, at: usize) -> Option<(Length, usize)> {
    let Sense::Unit(unit) = line.sense(at) else {
        return None;
    };
    let many = line.norm(at).ends_with('s');
    many.then(|| Some((Length::of(amount, unit)?, at + 1)))
        .flatten()
}

/// "within the hour", "in the next hour": today.
fn hour(line: &Line<'_>, at: usize, start: usize) -> Option<Found> {
    let the = line.skip(start, &["the"]);
    let next = line.skip(the, &["next", "coming"]);
    let framed = match line.norm(at) {
        "within" => next > start,
        "in" | "over" => next > the,
        _ => false,
    };
    let of = line.is(next + 1, "of") || !framed;
    match line.sense(next) {
        _ if of || line.norm(next).ends_with('s') => None,
        Sense::Unit(Unit::Hour | Unit::Minute) => today(line, at, next + 1, 0, FROM_TODAY),
        Sense::Unit(unit @ (Unit::Week | Unit::Fortnight | Unit::Month)) => {
            let today = line.calendar.today;
            let one = Amount {
                count: 1,
                vague: false,
            };
            let to = Length::of(one, unit)?.from(line, today, false)?;
            let grain = Grain::Week;
            let told = Told::stretch(today, to, grain, TimeForm::Elastic, FROM_TODAY);
            Some(Found::new(at, next + 1, told))
        }
        _ => None,
    }
}

/// "week or so", "day or two": one of them, as a guess.
fn one_or_two(line: &Line<'_>, at: usize) -> Option<(Length, (usize, bool))> {
    let Sense::Unit(unit) = line.sense(at) else {
        return None;
    };
    let (end, guess) = guessed(line, at + 1);
    let one = Amount {
        count: 1,
        vague: false,
    };
    Some((Length::of(one, unit)?, (end, guess))).filter(|_| guess)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_stretch_from_today() {
        check(&[
            (
                "in the next two days",
                "in the next two days: 2026-11-18..2026-11-20",
            ),
            (
                "over the last three weeks",
                "over the last three weeks: 2026-10-28..2026-11-18",
            ),
            (
                "in the next week or so",
                "in the next week or so: Vague 2026-11-18..2026-11-25",
            ),
            (
                "over the next day or two",
                "over the next day or two: Vague 2026-11-18..2026-11-19",
            ),
            (
                "in the next two weeks or so",
                "in the next two weeks or so: Vague 2026-11-18..2026-12-02",
            ),
            (
                "the two next weeks",
                "the two next weeks: 2026-11-18..2026-12-02",
            ),
            (
                "the 3 coming days",
                "the 3 coming days: 2026-11-18..2026-11-21",
            ),
            (
                "within the next 3-5 business days",
                "within the next 3-5 business days: 2026-11-18..2026-11-25",
            ),
            (
                "in the next two to three weeks",
                "in the next two to three weeks: 2026-11-18..2026-12-09",
            ),
            ("within the hour", "within the hour: 2026-11-18"),
            ("in the next hour", "in the next hour: 2026-11-18"),
            ("The course will last three weeks.", "three weeks: Duration"),
            ("It may last two days.", "two days: Duration"),
            ("within the week", "within the week: 2026-11-18..2026-11-25"),
            (
                "in the next month",
                "in the next month: 2026-11-18..2026-12-18",
            ),
            ("The hour is late.", ""),
            (
                "Come a day or two next week.",
                "next week: 2026-11-23..2026-11-27",
            ),
        ]);
    }
}
