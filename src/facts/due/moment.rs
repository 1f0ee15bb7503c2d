//! Days and clock times put together.
//!
//!     moment = day [[","] ("at" | "by" | "around" | "after" …)] [part | "am" | "pm"] [clock | hours]
//!            | clock [","] ["on"] day | ("EOD" | "first thing" | part) ["on"] day
//!     day    = the longest of the families, and a second one in apposition: "tomorrow, Tuesday 5 May"

use super::clock::{self, Clock};
use super::line::Line;
use super::time::{Fault, Grain, TimeForm};
use super::told::{Found, Told};
use super::vocabulary::{Part, Sense};
use super::{beside, edge, holiday, numeric, ordinal, period, relative, weekday, written};

/// The day or stretch of days that starts here, without a clock time.
pub(super) fn day(line: &Line<'_>, at: usize) -> Option<Found> {
    let found = simple_day(line, at)?;
    Some(with_apposition(line, &found).unwrap_or(found))
}

/// The longest the families of days find here, without what stands beside it.
pub(super) fn simple_day(line: &Line<'_>, at: usize) -> Option<Found> {
    if !line.sense(at).opens() {
        return None;
    }
    let families: [fn(&Line<'_>, usize) -> Option<Found>; 8] = [
        weekday::read,
        |line, at| written::read(line, at, None),
        |line, at| numeric::read(line, at, None),
        ordinal::read,
        relative::read,
        period::read,
        holiday::read,
        beside::read,
    ];
    families
        .iter()
        .map(|read| read(line, at))
        .fold(None, Found::longer)
}

/// A written day beside a relative one says the same again: "tomorrow, Tuesday 5 May", "20 October (Friday)".
fn with_apposition(line: &Line<'_>, found: &Found) -> Option<Found> {
    let end = found.end;
    let opens = line.is(end, "(");
    let start = line.skip(end, &[",", "("]);
    match found.told.form {
        TimeForm::Relative if found.told.grain == Grain::Day => {
            let other = simple_day(line, start).filter(|other| {
                other.told.form == TimeForm::Written && other.told.grain == Grain::Day
            })?;
            let closes = opens && line.is(other.end, ")");
            (!opens || closes)
                .then(|| Found::new(found.start, other.end + usize::from(closes), other.told))
        }
        // "20 October, Friday", "Nov 12 (Sun)"
        TimeForm::Written if start > end || line.is(end, "on") => {
            let at_day = line.skip(start, &["on"]);
            let said = weekday::name(line, at_day)?;
            if line.is(at_day - 1, ",") && !line.pauses(at_day + 1) {
                return None;
            }
            let date = found.told.from()?;
            let closes = opens && line.is(at_day + 1, ")");
            let mut told = found.told.clone();
            if date.weekday() != said {
                told.fault = Some(Fault::WeekdayMismatch {
                    said,
                    is: date.weekday(),
                });
            }
            Some(Found::new(
                found.start,
                at_day + 1 + usize::from(closes),
                told,
            ))
        }
        _ => None,
    }
}

/// The day, clock time, or both, that starts here.
pub(super) fn moment(line: &Line<'_>, at: usize) -> Option<Found> {
    let day =
        Found::longer(day(line, at), edge::read(line, at)).map(|found| with_clock(line, found));
    Found::longer(day, clock_first(line, at))
}

/// A day and what of the clock follows it.
pub(super) fn with_clock(line: &Line<'_>, found: Found) -> Found {
    if found.told.grain > Grain::Day || found.told.readings.is_empty() {
        return found;
    }
    let mut found = found;
    let mut part = part_named(line, &found);
    if part.is_none()
        && let Some((told_part, end)) = clock::part(line, line.skip(found.end, &[","]))
        && !line.is_any(found.end, &["by", "around"])
    {
        part = Some(told_part);
        found.end = end;
        found.told = found.told.at(None, None, Grain::PartOfDay);
    } else if found.told.grain == Grain::Day
        && let Some((half, end)) = half_day(line, found.end)
    {
        part = Some(half);
        found.end = end;
        found.told = found.told.at(None, None, Grain::PartOfDay);
    }
    let comma = line.skip(found.end, &[","]);
    if let Some(end) = edge::end_of_day(line, line.skip(comma, &["by", "at"])) {
        found.told = edge::until_close(line, found.told);
        return Found { end, ..found };
    }
    let Some((clock, end)) = following(line, found.end, &found.told) else {
        return found;
    };
    let clock = part.map_or(clock, |part| clock::within(part, clock));
    Found {
        end,
        told: at_clock(found.told, clock),
        ..found
    }
}

/// The part of the day the words name: "tonight", "tomorrow morning".
fn part_named(line: &Line<'_>, found: &Found) -> Option<Part> {
    let mut pieces = line.pieces[found.start..found.end].iter();
    pieces.find_map(|piece| match piece.sense {
        Sense::Part(part) => Some(part),
        _ if matches!(piece.norm, "tonight" | "overnight") => Some(Part::Night),
        _ => None,
    })
}

/// "tomorrow am", "Friday p.m.", but not "on Monday am I free?".
fn half_day(line: &Line<'_>, at: usize) -> Option<(Part, usize)> {
    let (part, letter) = match line.norm(at) {
        "am" | "a" => (Part::Morning, "a"),
        "pm" | "p" => (Part::Afternoon, "p"),
        _ => return None,
    };
    let end = if line.is(at, letter) {
        let dotted = line.is(at + 1, ".") && line.is(at + 2, "m") && line.glued(at + 2);
        let last = line.is(at + 3, ".") && line.glued(at + 3) && at + 4 < line.len();
        dotted.then_some(at + 3 + usize::from(last))?
    } else {
        at + 1
    };
    let joins = [
        "or", "and", "to", "if", "please", "at", "is", "works", "would",
    ];
    (line.pauses(end) || line.is_any(end, &joins)).then_some((part, end))
}

/// The clock time after a day: "at 5", ", 15:50", "from 10 to 12".
fn following(line: &Line<'_>, end: usize, told: &Told) -> Option<(Clock, usize)> {
    const BEFORE_HOUR: [&str; 11] = [
        "at", "@", "by", "for", "around", "about", "until", "till", "before", "after", "from",
    ];
    if line.is(end, "t") && line.glued(end) {
        return clock::read(line, end + 1);
    }
    let comma = line.skip(line.skip(end, &[")"]), &[",", "."]);
    let comma = if line.is(comma - 1, ".") && !line.glued(comma - 1) {
        end
    } else {
        comma
    };
    let comma = line
        .after(comma, &["any", "time"])
        .unwrap_or_else(|| line.skip(comma, &["anytime", "starting"]));
    let introduced = line.skip(
        line.skip(comma, &BEFORE_HOUR),
        &["about", "around", "approximately", "approx", "exactly"],
    );
    let from = line.skip(comma, &["from", "between"]);
    if let Some(hours) = hours(line, if from > comma { from } else { introduced }, true) {
        return Some((hours.last, hours.end));
    }
    let loose = introduced > comma
        && line.is_any(
            introduced - 1,
            &[
                "at",
                "@",
                "by",
                "around",
                "about",
                "approximately",
                "until",
                "till",
                "before",
                "after",
                "from",
            ],
        );
    if loose {
        let found = clock::read_loose(line, introduced)?;
        let weighs = line.tag(found.1).is_some_and(|tag| tag.is_nominal())
            && found.0.grain == Grain::Hour
            && !found.0.sure;
        return (!weighs).then_some(found);
    }
    if let Some(found) = clock::read(line, introduced) {
        return Some(found);
    }
    // "16 Nov 2330", "24.8. Monday 10.00", "10, tonight": figures behind a day that leave nothing else.
    let bare = line
        .digits(introduced)
        .is_some_and(|(_, length)| length == 4)
        || (line.is(introduced + 1, ".") && line.glued(introduced + 1));
    let day_told = told.form == TimeForm::Written && introduced == comma;
    (bare && day_told)
        .then(|| clock::read_loose(line, introduced))
        .flatten()
        .filter(|(_, end)| line.pauses(*end))
}

/// Hours of a clock from one to another: the last counts.
fn hours(line: &Line<'_>, at: usize, introduced: bool) -> Option<Hours> {
    let (_, end) = clock::read_loose(line, at)?;
    let told = clock::read(line, at).is_some();
    let joined = line.is_any(
        end,
        &["-", "–", "—", "to", "until", "till", "and", "untill"],
    );
    if !joined {
        return None;
    }
    // "133-03-03", "3-5-7": a number of another kind.
    let glued = |at: usize| {
        line.glued(at)
            && line.is_any(at.wrapping_sub(1), &["-", "–", "/", "."])
            && line.glued(at - 1)
    };
    let (last, after) = clock::read_loose(line, end + 1)?;
    if glued(at) || (line.is_any(after, &["-", "/"]) && line.glued(after) && line.glued(after + 1))
    {
        return None;
    }
    let shown = told || clock::read(line, end + 1).is_some();
    // "Friday 10-11 works", "between 7 and 9 last night"
    let free = || {
        line.pauses(after)
            || line.tag(after).is_some_and(|tag| tag.is_verbal())
            || line.is_any(at.wrapping_sub(1), &["from", "between"])
                && simple_day(line, line.skip(after, &["on"])).is_some()
    };
    (shown || (introduced && free())).then_some(Hours {
        last,
        end: after,
        shown,
    })
}

/// Hours of a clock.
struct Hours {
    /// Until when.
    last: Clock,
    /// The piece after them.
    end: usize,
    /// Whether one of the two shows itself as a clock time; else the words before do.
    shown: bool,
}

/// The day at a clock time; the fault if there is no such time.
pub(super) fn at_clock(told: Told, clock: Clock) -> Told {
    let fault = clock.time.is_none().then_some(Fault::NoSuchTime);
    let mut told = told.at(clock.time, clock.zone, clock.grain);
    told.fault = told.fault.or(fault);
    told
}

/// Whether figures behind "by" or "before" tell by how much: "cut the list by 5", "divide it by 3".
fn measures(line: &Line<'_>, at: usize) -> bool {
    const CHANGES: [&str; 28] = [
        "increase",
        "increased",
        "reduce",
        "reduced",
        "cut",
        "divide",
        "divided",
        "multiply",
        "multiplied",
        "raise",
        "raised",
        "lower",
        "lowered",
        "grow",
        "grew",
        "grown",
        "shrink",
        "shift",
        "bump",
        "scale",
        "extend",
        "decrease",
        "drop",
        "dropped",
        "rise",
        "rose",
        "fall",
        "fell",
    ];
    const NEAR: usize = 12;
    let before = (at.saturating_sub(NEAR)..at).rev();
    let mut before = before.take_while(|&at| !line.is_any(at, &["and", "then", ",", ";"]));
    let counted = |at: usize| matches!(line.sense(at), Sense::Digits(_) | Sense::Number(_));
    // "Up by 5", but "pick up the keys by 5".
    let moved = |at: usize| line.is_any(at, &["off", "up"]);
    at > 1 && (counted(at - 2) || moved(at - 2)) || before.any(|at| line.is_any(at, &CHANGES))
}

/// The day and its part that a clock time before it belongs to: "9 tomorrow morning".
fn day_behind(line: &Line<'_>, end: usize) -> Option<Found> {
    let on = line.skip(line.skip(end, &[","]), &["on", "of"]);
    let found = day(line, on).or_else(|| day(line, line.skip(on, &["this"])))?;
    if found.told.grain != Grain::Day {
        return (found.told.grain == Grain::PartOfDay).then_some(found);
    }
    let part = clock::part(line, found.end).filter(|_| !line.is_any(found.end, &["at", "by"]));
    Some(match part {
        Some((_, end)) => Found {
            end,
            told: found.told.at(None, None, Grain::PartOfDay),
            ..found
        },
        None => found,
    })
}

/// The day at the clock time that starts before it.
fn on_day(line: &Line<'_>, at: usize, found: Found, clock: Clock) -> Found {
    let clock = part_named(line, &found).map_or(clock, |part| clock::within(part, clock));
    Found::new(at, found.end, at_clock(found.told, clock))
}

/// A clock time, EOD, "first thing" or a part of the day, and the day it belongs to; today if none follows.
fn clock_first(line: &Line<'_>, at: usize) -> Option<Found> {
    let next_day = |end: usize| day_behind(line, end);
    let today = || Told::day(line.calendar.today, TimeForm::Clock, "today");
    if let Some(end) = edge::end_of_day(line, at) {
        let found = next_day(end)?;
        return Some(Found::new(
            at,
            found.end,
            edge::until_close(line, found.told),
        ));
    }
    if let Some(end) = line
        .after(at, &["first", "thing"])
        .or_else(|| line.after(at, &["1", "st", "thing"]))
        .or_else(|| line.after(at, &["last", "thing"]))
    {
        let found = next_day(end)?;
        let told = found
            .told
            .at(None, None, Grain::PartOfDay)
            .told_as(TimeForm::Elastic);
        let found = with_clock(line, Found::new(at, found.end, told));
        return Some(found);
    }
    if let Sense::Part(part) = line.sense(at) {
        let due = part == Part::Lunch && line.is_any(at.wrapping_sub(1), &["by", "until", "till"]);
        if due && next_day(at + 1).is_none() {
            let told = today().at(None, None, Grain::PartOfDay);
            return Some(Found::new(at, at + 1, told));
        }
        // "lunch tomorrow", "Morning of 5 May"; by itself a part of the day is a meal or a greeting.
        let found = next_day(at + 1)
            .filter(|_| line.is_any(at + 1, &["of", "on"]) || line.is(at, "lunchtime"))?;
        return Some(Found::new(
            at,
            found.end,
            found.told.at(None, None, Grain::PartOfDay),
        ));
    }
    if let Some((clock, end)) = clock::read(line, at) {
        let (clock, end) =
            hours(line, at, false).map_or((clock, end), |hours| (hours.last, hours.end));
        if let Some(found) = next_day(end) {
            return Some(on_day(line, at, found, clock));
        }
        if let Some((part, after)) =
            clock::part(line, end).filter(|_| line.after(end, &["in", "the"]).is_some())
        {
            return Some(Found::new(
                at,
                after,
                at_clock(today(), clock::within(part, clock)),
            ));
        }
        return Some(Found::new(at, end, at_clock(today(), clock)));
    }
    // "9 tomorrow evening", "at 5 on Friday", "by 5 today"; "from 9 to 5 on Friday"
    let introduced = line.is_any(
        at.wrapping_sub(1),
        &[
            "at", "by", "around", "from", "between", "until", "till", "before",
        ],
    );
    if let Some(Hours {
        last: clock,
        end,
        shown,
    }) = hours(line, at, introduced)
    {
        if let Some(found) = next_day(end) {
            return Some(on_day(line, at, found, clock));
        }
        let framed = line.is_any(at.wrapping_sub(1), &["from", "between"]) && line.pauses(end);
        let working = clock.time.is_some_and(|time| time.hour() <= 19);
        let told = shown || (framed && working);
        return told.then(|| Found::new(at, end, at_clock(today(), clock)));
    }
    let (clock, end) = clock::read_loose(line, at)?;
    let at_hour = line.is(at.wrapping_sub(1), "at")
        || line.is_any(at.wrapping_sub(1), &["by", "before"]) && !measures(line, at);
    // "We moved to 12.4 last Friday" has no hour.
    let long = line.digits(at).is_some_and(|(_, length)| length > 2);
    let of_number = long || at > 1 && line.is(at - 1, ".") && line.glued(at);
    if let Some(found) = next_day(end).filter(|found| {
        let alone = found.told.form == TimeForm::Relative && line.pauses(found.end);
        introduced || alone && !of_number
    }) {
        return Some(on_day(line, at, found, clock));
    }
    let figures = line
        .digits(at)
        .is_some_and(|(hour, length)| length <= 2 && (1..=12).contains(&hour));
    let phone = line.is(end, "-") && line.glued(end);
    let told = at_hour
        && !phone
        && line.pauses(end)
        && (figures && end == at + 1 && !line.is(end, ":")
            || clock.grain == Grain::Minute
                && clock.time.is_some()
                && line.is(at + 1, ".")
                && line
                    .digits(at + 2)
                    .is_some_and(|(minute, _)| minute % 15 == 0 && minute < 60));
    told.then(|| Found::new(at, end, at_clock(today(), clock)))
}
