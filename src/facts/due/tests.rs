//! Phrases read through the whole room, and properties that hold for any text on any day.

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use super::*;
use crate::language;

/// Wednesday.
const TODAY: Date = date(2026, 11, 18);

fn read_by(text: &str, calendar: &Calendar) -> Vec<TimeExpression> {
    read(&language::read(text), text, calendar)
}

pub(super) fn read_on(text: &str, today: Date) -> Vec<TimeExpression> {
    read_by(text, &Calendar::new(today))
}

/// One line a time: its words, what it tells, its role.
fn told(text: &str) -> Vec<String> {
    let describe = |time: &TimeExpression| {
        let days = time.readings.iter().map(|reading| {
            let to = if reading.to == reading.from {
                String::new()
            } else {
                format!("..{}", reading.to)
            };
            let at = reading
                .time
                .map(|time| format!(" {}", time.strftime("%H:%M")))
                .unwrap_or_default();
            format!("{}{to}{at}", reading.from)
        });
        let days: Vec<String> = days.collect();
        let kind = match time.kind {
            TimeKind::Date => String::new(),
            kind => format!(" {kind:?}"),
        };
        let fault = time
            .fault
            .map(|fault| format!(" {fault:?}"))
            .unwrap_or_default();
        format!("{}:{kind}{fault} {}", time.span.of(text), days.join(" | "))
            .trim_end()
            .to_owned()
    };
    read_on(text, TODAY).iter().map(describe).collect()
}

/// Each text tells just these times, on Wednesday 18 November 2026.
pub(super) fn check(cases: &[(&str, &str)]) {
    let wrong = cases.iter().filter_map(|(text, expected)| {
        let got = told(text).join("; ");
        (got != *expected).then(|| format!("{text}\n    want {expected}\n     got {got}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The kinds of the times of a text.
pub(super) fn kinds(text: &str) -> Vec<TimeKind> {
    read_on(text, TODAY).iter().map(|time| time.kind).collect()
}

/// Each text holds just this time, its bound and its role.
pub(super) fn roles(cases: &[(&str, &str)]) {
    let wrong = cases.iter().filter_map(|(text, expected)| {
        let times = read_on(text, TODAY);
        let told: Vec<String> = times
            .iter()
            .map(|time| format!("{}: {:?}", time.whole.of(text), time.role))
            .collect();
        let got = told.join("; ");
        (got != *expected).then(|| format!("{text}\n    want {expected}\n     got {got}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn settings_choose_among_readings() {
    let month_first = Calendar {
        day_first: false,
        ..Calendar::new(TODAY)
    };
    let first_to_come = Calendar {
        next_is_next_week: false,
        ..Calendar::new(TODAY)
    };
    let sunday_to_thursday = Calendar {
        working_days: [
            Weekday::Sunday,
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
        ]
        .into_iter()
        .collect(),
        end_of_day: jiff::civil::time(18, 30, 0, 0),
        ..Calendar::new(TODAY)
    };
    let first = |text: &str, calendar: &Calendar| {
        let times = read_by(text, calendar);
        times.first().and_then(TimeExpression::last_day)
    };
    assert_eq!(first("by 03/04", &month_first), Some(date(2027, 3, 4)));
    assert_eq!(
        first("by next Friday", &first_to_come),
        Some(date(2026, 11, 20))
    );
    assert_eq!(
        first("within 2 working days", &sunday_to_thursday),
        Some(date(2026, 11, 22))
    );
    let eod = read_by("by EOD", &sunday_to_thursday);
    assert_eq!(
        eod[0].readings[0].time,
        Some(jiff::civil::time(18, 30, 0, 0))
    );
}

#[test]
fn a_zone_told_is_kept() {
    let zone = |text: &str| {
        read_on(text, TODAY)
            .first()
            .and_then(|time| time.reading())
            .and_then(|reading| reading.zone)
    };
    assert_eq!(zone("by 17:00 CET"), Some(Zone::Named("Europe/Paris")));
    assert_eq!(
        zone("at 3pm PT on Friday"),
        Some(Zone::Named("America/Los_Angeles"))
    );
    assert_eq!(zone("by 5pm GMT+2"), Some(Zone::Offset(120)));
    assert_eq!(zone("by 17:00 your time"), Some(Zone::Whose));
    assert_eq!(zone("by 17:00"), None);
}

#[test]
fn days_in_a_request() {
    let cases = [
        ("by tomorrow", "2026-11-19"),
        ("by today", "2026-11-18"),
        ("tonight", "2026-11-18"),
        ("by Friday", "2026-11-20"),
        ("this Friday", "2026-11-20"),
        ("before Thursday", "2026-11-19"),
        ("by EOD Friday", "2026-11-20"),
        ("by Friday EOD", "2026-11-20"),
        ("by COB tomorrow", "2026-11-19"),
        ("by end of day", "2026-11-18"),
        ("by EOD", "2026-11-18"),
        ("by COB", "2026-11-18"),
        ("by end of week", "2026-11-20"),
        ("by end of next week", "2026-11-27"),
        ("next week", "2026-11-27"),
        ("in two days", "2026-11-20"),
        ("in 3 days", "2026-11-21"),
        ("within 24 hours", "2026-11-19"),
        ("within two weeks", "2026-12-02"),
        ("two weeks from now", "2026-12-02"),
        ("a week from today", "2026-11-25"),
        ("by the 27th", "2026-11-27"),
        ("by the 5th", "2026-12-05"),
        ("by 27 Nov", "2026-11-27"),
        ("by Nov 27", "2026-11-27"),
        ("by November 27th", "2026-11-27"),
        ("by Fri 27 Nov", "2026-11-27"),
        ("by 2026-12-01", "2026-12-01"),
        ("by Dec 1, 2026", "2026-12-01"),
        ("by 1 December", "2026-12-01"),
        ("by 12/15", "2026-12-15"),
        ("on Monday at 3pm", "2026-11-23"),
        ("by tomorrow noon PT", "2026-11-19"),
        ("tomorrow at 9:30", "2026-11-19"),
        ("by 3pm", "2026-11-18"),
        ("by noon", "2026-11-18"),
        ("by end of month", "2026-11-30"),
        ("by the end of the month", "2026-11-30"),
        ("by end of quarter", "2026-12-31"),
        ("in Q1", "2027-03-31"),
        ("by end of Q1", "2027-03-31"),
        ("by mid-December", "2026-12-15"),
        ("early next week", "2026-11-24"),
        ("first thing Monday", "2026-11-23"),
        ("by Tuesday morning", "2026-11-24"),
        ("later this week", "2026-11-20"),
        ("a week on Monday", "2026-11-30"),
        ("by the day after tomorrow", "2026-11-20"),
        ("this weekend", "2026-11-22"),
    ];
    for (phrase, day) in cases {
        for text in [
            phrase.to_owned(),
            format!("Could you review the draft contract {phrase} and reply to Ana?"),
        ] {
            let times = read_on(&text, TODAY);
            let last: Vec<String> = times
                .iter()
                .filter_map(|time| time.last_day())
                .map(|day| day.to_string())
                .collect();
            assert_eq!(last, [day], "{text}");
        }
    }
}

#[test]
fn words_that_only_look_like_times() {
    let cases = [
        "You may proceed with the plan.",
        "We sat down with Ana.",
        "Version 2.10 is out.",
        "Meet in room 12 please.",
        "Call 555-1234 for help.",
        "The sun is out.",
        "Section 4 covers this.",
        "Get a second opinion.",
        "About 3/4 of users agreed.",
        "Second, review the doc.",
        "March forward with the launch.",
        "I have 2 questions for you.",
    ];
    for text in cases {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_on_any_day_gives_times_in_order(
        words in prop::collection::vec(word(), 0..24),
        year in 1_i16..=9999, month in 1_i8..=12, day in 1_i8..=28,
    ) {
        let text = words.concat();
        let times = read_on(&text, date(year, month, day));
        let mut end = 0;
        for time in &times {
            prop_assert!(time.whole.covers(time.span) && !time.span.is_empty());
            prop_assert!(text.get(time.whole.start..time.whole.end).is_some());
            prop_assert!(time.whole.start >= end, "{:?} in {text:?}", time);
            prop_assert!(time.readings.iter().all(|reading| reading.from <= reading.to), "{:?} in {text:?}", time);
            end = time.span.end;
        }
    }

    #[test]
    fn any_characters_give_times_in_order(text in "\\PC{0,80}", year in 1_i16..=9999) {
        let times = read_on(&text, date(year, 12, 31));
        prop_assert!(times.iter().all(|time| text.get(time.whole.start..time.whole.end).is_some()));
    }
}

/// Pieces of times, joined in any order with and without blanks.
fn word() -> impl Strategy<Value = String> {
    let words = "by on at in the a this next last end of day days week weeks month quarter year years Friday Sat May march 27 27th 31 12/15 \
        2026-11-27 9999 0001 3 pm : . , - / to from between and before after until tomorrow yesterday noon EOD mid early late within working \
        ago now from first second half past Easter Christmas new Q1 week's 's ( ) é 😀 25:00 99 two twenty few business when you get chance once";
    let words: Vec<String> = words
        .split_whitespace()
        .flat_map(|word| [word.to_owned(), format!("{word} ")])
        .collect();
    prop::sample::select(words)
}
