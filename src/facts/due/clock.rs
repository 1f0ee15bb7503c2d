//! Clock times and parts of the day.
//!
//!     clock = hour [":" minute [":" second]] [meridiem] [zone]      "10:30", "3pm", "8.30 p.m.", "15h50"
//!           | hour "o'clock" | number word meridiem | hour "ish"
//!           | ("half" | "quarter" | minutes) ("past" | "to") hour | "half" hour      the last where a time is due
//!           | "noon" | "midday" | "midnight"
//!           | three or four digits (meridiem | "hrs"), and after "at" "0930" and "1530"
//!     meridiem = "am" | "a.m." | "pm" | "p.m."
//!     part  = ["in the" | "at"] ["early" | "late"] ("morning" | "lunch" | "afternoon" | "evening" | "night")
//!
//! A bare hour is a time only where the caller knows that one is due: "at 5" after a day, "from 9 to 5".
//! Without meridiem the hours 1 to 6 are those of the afternoon.

use jiff::civil::Time;

use super::line::Line;
use super::number::cardinal;
use super::time::{Grain, Zone};
use super::vocabulary::{Part, Sense};
use super::zone::zone;

/// A clock time, or one that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// `None` where there is no such time: "25:00".
    pub(super) time: Option<Time>,
    /// The zone, if told.
    pub(super) zone: Option<Zone>,
    /// Minute or hour.
    pub(super) grain: Grain,
    /// Whether morning or afternoon is told.
    pub(super) sure: bool,
}

/// The clock time that starts here and shows itself as one, and the place after.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = named(line, at)
        .or_else(|| spoken(line, at))
        .or_else(|| figures(line, at))
        .or_else(|| military(line, at))?;
    Some(with_zone(line, clock, end))
}

/// The same, or a bare hour: "5", "nine", "8.30".
pub(super) fn read_loose(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some(found) = read(line, at) {
        return Some(found);
    }
    if let Some((hour, length)) = line.digits(at) {
        let joined = line.is(at + 1, ".") && line.glued(at + 1) && line.glued(at + 2);
        if joined && let Some((minute, 2)) = line.digits(at + 2) {
            let found = (clock(hour, minute, None, Grain::Minute), at + 3);
            return found.0.time.map(|_| with_zone(line, found.0, found.1));
        }
        if length == 4 && hour < 2400 && hour % 100 < 60 {
            return Some(with_zone(
                line,
                clock(hour / 100, hour % 100, Some(Half::Told), Grain::Minute),
                at + 1,
            ));
        }
        let letter = line.glued(at + 1) && line.is_any(at + 1, &["a", "p", "h"]);
        let half = match line.norm(at + 1) {
            "a" if letter => Some(Half::Morning),
            "p" if letter => Some(Half::Afternoon),
            _ => None,
        };
        let end = at + 1 + usize::from(letter);
        let plain = length <= 2 && hour <= 24 && !line.goes_on(at) && !line.glued(end);
        let plain = plain || (length <= 2 && hour <= 24 && line.pauses(end) && !line.goes_on(at));
        let counted = matches!(line.sense(end), Sense::Unit(_))
            || line.is_any(end, &["%", "/", "st", "nd", "rd", "th", "$"]);
        return (plain && !counted)
            .then(|| with_zone(line, clock(hour, 0, half, Grain::Hour), end));
    }
    let (hour, end) = hour_word(line, at)?;
    let minutes =
        cardinal(line, line.skip(end, &["-"])).filter(|(minutes, _)| (10..60).contains(minutes));
    let (minute, end) = match minutes {
        Some((minute, end)) => (u32::try_from(minute).ok()?, end),
        None => (0, end),
    };
    let counted = matches!(line.sense(end), Sense::Unit(_));
    let (half, end) = meridiem(line, end).map_or((None, end), |(half, end)| (Some(half), end));
    (!counted).then(|| with_zone(line, clock(hour, minute, half, Grain::Minute), end))
}

/// Which half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    /// The hour is told on a clock of 24.
    Told,
}

fn clock(hour: u32, minute: u32, half: Option<Half>, grain: Grain) -> Clock {
    let told_in_full = half.is_some() || hour > 12;
    let hour = match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        None if (1..=6).contains(&hour) => hour + 12,
        _ if hour == 24 && minute == 0 => 0,
        _ => hour,
    };
    let told = |value: u32| i8::try_from(value).ok();
    let time = told(hour)
        .zip(told(minute))
        .and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    Clock {
        time,
        zone: None,
        grain,
        sure: told_in_full,
    }
}

fn named(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = match line.norm(at) {
        "noon" | "midday" | "noonish" => 12,
        "midnight" => 0,
        "mid" if line.is(line.skip(at + 1, &["-"]), "day") => {
            let end = line.skip(at + 1, &["-"]) + 1;
            return Some((clock(12, 0, Some(Half::Told), Grain::Hour), end));
        }
        _ => return None,
    };
    Some((clock(hour, 0, Some(Half::Told), Grain::Hour), at + 1))
}

/// "half past three", "quarter to five", "twenty past eight".
fn spoken(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let at = line.skip(at, &["a"]);
    let (minutes, end) = match line.norm(at) {
        "half" => (30, at + 1),
        "quarter" => (15, at + 1),
        _ => {
            let (minutes, end) =
                cardinal(line, at).filter(|(minutes, _)| (1..60).contains(minutes))?;
            (minutes, line.skip(end, &["minutes", "min"]))
        }
    };
    // "at half two" is half past two.
    if line.is(at, "half")
        && introduced(line, at)
        && let Some((hour, end)) = hour_word(line, end)
        && line.pauses(end)
    {
        return Some((clock(hour, 30, None, Grain::Minute), end));
    }
    let back = match line.norm(end) {
        "past" | "after" => false,
        "to" | "til" | "before" if minutes % 5 == 0 => true,
        _ => return None,
    };
    let (hour, end) = hour_word(line, end + 1).or_else(|| {
        let (hour, length) = line.digits(end + 1)?;
        (length <= 2 && (1..=12).contains(&hour)).then_some((hour, end + 2))
    })?;
    // "20 to 12 people" and "15 before 3" count other things; "half" and "quarter" do not.
    let told = line.is_any(at, &["half", "quarter"])
        || (line.is_any(end, OCLOCK) || meridiem(line, end).is_some() || line.is(end - 2, "past"));
    let (half, end) = meridiem(line, end).map_or((None, end), |(half, end)| (Some(half), end));
    let minutes = u32::try_from(minutes).ok()?;
    let (hour, minute) = if back {
        ((hour + 11) % 12, 60 - minutes)
    } else {
        (hour, minutes)
    };
    let hour = if hour == 0 { 12 } else { hour };
    told.then(|| (clock(hour, minute, half, Grain::Minute), end))
}

fn hour_word(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    match line.sense(at) {
        Sense::Number(hour) if hour <= 12 => Some((u32::from(hour), at + 1)),
        _ => None,
    }
}

fn figures(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let (hour, length) = match line.digits(at) {
        Some(found) => found,
        None => {
            let (hour, end) = hour_word(line, at)?;
            if line.is_any(end, OCLOCK) {
                let (half, end) = meridiem(line, end + 1)
                    .map_or((None, end + 1), |(half, end)| (Some(half), end));
                return Some((clock(hour, 0, half, Grain::Hour), end));
            }
            let minutes = cardinal(line, line.skip(end, &["-"]))
                .filter(|(minutes, _)| (10..60).contains(minutes));
            let (minute, end) = minutes.map_or(Some((0, end)), |(minute, end)| {
                Some((u32::try_from(minute).ok()?, end))
            })?;
            let (half, end) = meridiem(line, end)?;
            return Some((clock(hour, minute, Some(half), Grain::Minute), end));
        }
    };
    let free = !line.glued(at) || stands_free(line, at);
    if length > 2 || !free {
        return None;
    }
    let colon = line.is(at + 1, ":") && line.glued(at + 1) && line.glued(at + 2);
    let point = line.is(at + 1, ".") && line.glued(at + 1) && line.glued(at + 2);
    let h = line.is(at + 1, "h") && line.glued(at + 1);
    let pair = line
        .digits(at + 2)
        .filter(|(_, length)| *length == 2 && line.glued(at + 2))
        .map(|(value, _)| value);
    match pair {
        Some(_) if colon && line.is_any(at.wrapping_sub(1), COUNTED) => None,
        Some(minute) if colon => {
            let seconds =
                line.is(at + 3, ":") && line.glued(at + 3) && line.digits(at + 4).is_some();
            let end = if seconds { at + 5 } else { at + 3 };
            let (half, after) =
                meridiem(line, end).map_or((None, end), |(half, end)| (Some(half), end));
            let padded = length == 2 && line.norm(at).starts_with('0');
            let half = half.or(padded.then_some(Half::Told));
            let impossible = hour > 24 || minute > 59;
            if impossible
                && !line.is_any(
                    at.wrapping_sub(1),
                    &["at", "by", "before", "until", "till", "from", "around"],
                )
            {
                return None;
            }
            Some((clock(hour, minute, half, Grain::Minute), after))
        }
        Some(minute) if point => {
            let (half, end) = meridiem(line, at + 3)?;
            (minute < 60 && hour <= 12)
                .then(|| (clock(hour, minute, Some(half), Grain::Minute), end))
        }
        Some(minute) if h && hour < 24 && minute < 60 => {
            Some((clock(hour, minute, Some(Half::Told), Grain::Minute), at + 3))
        }
        _ if line.is_any(at + 1, OCLOCK) && (1..=12).contains(&hour) => {
            let (half, end) =
                meridiem(line, at + 2).map_or((None, at + 2), |(half, end)| (Some(half), end));
            Some((clock(hour, 0, half, Grain::Hour), end))
        }
        _ => {
            let about = line.is(at + 1, "ish") && line.glued(at + 1);
            let end = at + 1 + usize::from(about);
            let told = meridiem(line, end).or_else(|| letter(line, end));
            let counted = line.tag(end).is_some_and(|tag| tag.is_nominal());
            let due = about && (line.pauses(end) || introduced(line, at) && !counted);
            let (half, end) = match told {
                Some((half, end)) => (Some(half), end),
                None if due => (None, end),
                None => return None,
            };
            (1..=12)
                .contains(&hour)
                .then(|| (clock(hour, 0, half, Grain::Hour), end))
        }
    }
}

/// What has figures with a colon that are no clock time: "chapter 3:16", "a ratio 2:15".
const COUNTED: &[&str] = &[
    "chapter", "verse", "psalm", "ratio", "scale", "score", "version", "line", "page",
];

const OCLOCK: &[&str] = &["o'clock", "oclock"];

/// Whether the word before announces a clock time.
fn introduced(line: &Line<'_>, at: usize) -> bool {
    line.is_any(
        at.wrapping_sub(1),
        &[
            "at", "@", "by", "before", "until", "till", "around", "about", "from", "after",
        ],
    )
}

/// "at 3p": the letter alone, where a clock time is announced.
fn letter(line: &Line<'_>, at: usize) -> Option<(Half, usize)> {
    let half = match line.norm(at) {
        "a" => Half::Morning,
        "p" => Half::Afternoon,
        _ => return None,
    };
    let told = line.glued(at) && line.pauses(at + 1) && introduced(line, at - 1);
    told.then_some((half, at + 1))
}

/// Whether figures that follow something without a blank begin a time all the same: "9-11am", "(10:30", "T10:00".
fn stands_free(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let hours = |at: usize| line.digits(at).is_some_and(|(_, length)| length <= 2);
    match line.norm(before) {
        "t" => true,
        "-" | "–" | "/" if line.glued(before) => {
            let minutes = before > 2 && line.is(before - 2, ":");
            before > 0
                && (hours(before - 1) || !matches!(line.sense(before - 1), Sense::Digits(_)))
                && (minutes
                    || !(line.glued(before - 1)
                        && line.is_any(before.wrapping_sub(2), &["-", "/", "."])))
        }
        "." | ":" if line.glued(before) => false,
        "$" | "#" | "€" | "£" => false,
        _ => line.sense(before) == Sense::Mark,
    }
}

/// "1700 hrs", "0900h", "1140 a.m.", "at 0930", "at 1530", "17h"
fn military(line: &Line<'_>, at: usize) -> Option<(Clock, usize)> {
    let (value, length) = line.digits(at)?;
    if length <= 2 && value < 24 && line.is(at + 1, "h") && line.glued(at + 1) {
        let free = line.pauses(at + 2) || !line.glued(at + 2);
        let told = introduced(line, at) && !line.glued(at) && free;
        let found = clock(value, 0, Some(Half::Told), Grain::Hour);
        return (told || zone(line, at + 2).is_some()).then_some((found, at + 2));
    }
    let (hour, minute) = (value / 100, value % 100);
    if !(3..=4).contains(&length) || hour >= 24 || minute >= 60 || line.glued(at) {
        return None;
    }
    let found = |half, end| Some((clock(hour, minute, Some(half), Grain::Minute), end));
    if length == 4 && line.is_any(at + 1, &["hrs", "h", "hours"]) {
        return found(Half::Told, at + 2);
    }
    // "1700 GMT", but not "2001 -0500" or "1908 Mt Vernon".
    let named = line.norm(at + 1).len() >= 3 || line.is(at + 1, "(");
    if length == 4 && named && zone(line, at + 1).is_some() {
        return found(Half::Told, at + 1);
    }
    if let Some((half, end)) = meridiem(line, at + 1).filter(|_| (1..=12).contains(&hour)) {
        return found(half, end);
    }
    // "at 1500" may be a price, "at 2030" a year; "at 0930" and "at 1530" are times.
    let latest = match line.norm(at.wrapping_sub(1)) {
        "at" | "@" => 19,
        _ => 16,
    };
    let quarter = (7..=latest).contains(&hour) && matches!(minute, 15 | 30 | 45);
    let at_quarter = quarter && introduced(line, at);
    let padded = line.norm(at).starts_with('0') && introduced(line, at);
    // "Send it by 1700."
    let bounded = line.is_any(at.wrapping_sub(1), &["by", "before", "until", "till"]);
    let by_hour = bounded && (7..=18).contains(&hour) && minute == 0;
    let told = length == 4 && (at_quarter || padded || by_hour) && line.pauses(at + 1);
    told.then(|| found(Half::Told, at + 1)).flatten()
}

fn meridiem(line: &Line<'_>, at: usize) -> Option<(Half, usize)> {
    let half = match line.norm(at) {
        "am" | "a" => Half::Morning,
        "pm" | "p" => Half::Afternoon,
        "in" if line.is(at + 1, "the") => {
            return match line.sense(at + 2) {
                Sense::Part(Part::Morning) => Some((Half::Morning, at + 3)),
                Sense::Part(Part::Afternoon | Part::Evening) => Some((Half::Afternoon, at + 3)),
                _ => None,
            };
        }
        _ => return None,
    };
    if line.norm(at).len() == 2 {
        return Some((half, at + 1));
    }
    // "a.m." and "a.m"; a last dot that ends the sentence stays outside.
    let dotted =
        line.is(at + 1, ".") && line.glued(at + 1) && line.is(at + 2, "m") && line.glued(at + 2);
    let dotted_end = dotted.then(|| {
        if line.is(at + 3, ".") && line.glued(at + 3) && at + 4 < line.len() {
            at + 4
        } else {
            at + 3
        }
    });
    let spaced = (line.is(at + 1, "m") && at + 2 <= line.len()).then_some(at + 2);
    dotted_end.or(spaced).map(|end| (half, end))
}

fn with_zone(line: &Line<'_>, clock: Clock, end: usize) -> (Clock, usize) {
    // "12:00 noon"
    let twelve = clock.time.is_some_and(|time| time.hour() % 12 == 0);
    let end = if twelve {
        line.skip(end, &["noon", "midday", "midnight"])
    } else {
        end
    };
    match zone(line, end) {
        Some((zone, end)) => (
            Clock {
                zone: Some(zone),
                ..clock
            },
            end,
        ),
        None => (clock, end),
    }
}

/// The part of the day that starts here, and the place after; with the time where it has one of its own.
pub(super) fn part(line: &Line<'_>, at: usize) -> Option<(Part, usize)> {
    let start = match line.after(at, &["in", "the"]) {
        Some(after) => after,
        None => match line.norm(at) {
            // "Monday early in the morning"
            "early" | "late" if line.after(at + 1, &["in", "the"]).is_some() => at + 3,
            "before" | "after" if line.sense(at + 1) == Sense::Part(Part::Lunch) => at + 1,
            _ => line.skip(at, &["at", "around", "by", "-", "over"]),
        },
    };
    let start = line.skip(line.skip(start, &["mid", "early", "late"]), &["-"]);
    match line.sense(start) {
        Sense::Part(part) if !line.norm(start).ends_with("nings") => Some((part, start + 1)),
        _ => None,
    }
}

/// A clock time within a part of the day: "tonight at 8" is 20:00.
pub(super) fn within(part: Part, clock: Clock) -> Clock {
    let late = matches!(
        part,
        Part::Afternoon | Part::Evening | Part::Night | Part::Lunch
    );
    let hour = clock.time.map(Time::hour);
    let time = match hour {
        _ if clock.sure => clock.time,
        Some(7..=11) if late => clock
            .time
            .and_then(|time| time.with().hour(time.hour() + 12).build().ok()),
        Some(13..=18) if part == Part::Morning => clock
            .time
            .and_then(|time| time.with().hour(time.hour() - 12).build().ok()),
        _ => clock.time,
    };
    Clock { time, ..clock }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_time_on_the_clock() {
        check(&[
            ("by 3pm", "3pm: 2026-11-18 15:00"),
            ("at 3 pm", "3 pm: 2026-11-18 15:00"),
            ("at 10:30", "10:30: 2026-11-18 10:30"),
            ("at 8.30 p.m.", "8.30 p.m: 2026-11-18 20:30"),
            ("by noon", "noon: 2026-11-18 12:00"),
            ("Friday at 5", "Friday at 5: 2026-11-20 17:00"),
            ("Friday 17:00 CET", "Friday 17:00 CET: 2026-11-20 17:00"),
            ("5pm your time", "5pm your time: 2026-11-18 17:00"),
            ("tomorrow noon PT", "tomorrow noon PT: 2026-11-19 12:00"),
            ("3pm (UTC+2)", "3pm (UTC+2): 2026-11-18 15:00"),
            ("9am on Tuesday", "9am on Tuesday: 2026-11-24 09:00"),
            ("half past three", "half past three: 2026-11-18 15:30"),
            ("quarter to five", "quarter to five: 2026-11-18 16:45"),
            ("ten o'clock", "ten o'clock: 2026-11-18 10:00"),
            ("tomorrow morning", "tomorrow morning: 2026-11-19"),
            ("tonight at 8", "tonight at 8: 2026-11-18 20:00"),
            (
                "Friday afternoon at 3",
                "Friday afternoon at 3: 2026-11-20 15:00",
            ),
            ("15h50", "15h50: 2026-11-18 15:50"),
            (
                "Please call at 25:00 today.",
                "25:00 today: NoSuchTime 2026-11-18",
            ),
            ("by 5 on Friday", "5 on Friday: 2026-11-20 17:00"),
            ("I am here.", ""),
            ("The ratio is 2:1.", ""),
            ("We meet at 6.5 kilograms.", ""),
            ("It grew by 5.", ""),
        ]);
    }
}
