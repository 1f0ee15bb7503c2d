//! Times that bind nobody.
//!
//! ```text
//! vague = "soon" | "ASAP" | "at your [earliest] convenience" | "when you get a chance" | "at some point" | …
//!       | ("sometime" | "some time" | "at some point") [period]
//! context = [length] "in advance" | "beforehand" | "ahead of time" | "by then"        but "thanks in advance"
//! standing = "in the future" | "from now on" | "going forward" | "next time" | …
//! ```
//!
//! "Sometime next week" has a reading, next week; "sometime on Friday" is Friday. "As soon as the build is green" is a
//! condition, "soon after the release" a place in a story.

use std::sync::LazyLock;

use super::chance::chance;
use super::length::length;
use super::line::Line;
use super::loose::PHRASES;
use super::moment::moment;
use super::time::{Grain, TimeForm, TimeKind};
use super::told::{Found, Told};
use crate::language::{QuickMap, among};

/// The vague time that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    if let Some(found) = sometime(line, at) {
        return Some(found);
    }
    if let Some(found) = beforehand(line, at).or_else(|| standing(line, at)) {
        return Some(found);
    }
    let of_word = BY_FIRST_WORD.get(line.norm(at));
    let listed = of_word.into_iter().flatten();
    let end = listed
        .filter_map(|phrase| spoken(line, at, phrase))
        .chain(chance(line, at))
        .max()?;
    let story = line.is_any(
        end,
        &[
            "after",
            "before",
            "enough",
            "below",
            "above",
            "following",
            "prior",
            "adjacent",
            "available",
        ],
    ) || line.is_any(
        at.wrapping_sub(1),
        &["too", "so", "very", "as", "how", "pretty"],
    ) && line.is(at, "soon");
    // "Two days later", "see you later", "sooner or later".
    let before = at.wrapping_sub(1);
    let counted = line.is(at, "later")
        && (line.is_any(
            before,
            &[
                "or", "you", "much", "even", "bit", "little", "while", "no", "than",
            ],
        ) || length_ends(line, at));
    let found = Found::new(at, end, Told::words(TimeKind::Vague));
    (!story && !counted && !is_asked_for(line, &found)).then(|| with_second_clause(line, found))
}

/// Whether a stretch of time ends here: "two days|".
fn length_ends(line: &Line<'_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    (at.saturating_sub(LONGEST)..at)
        .any(|from| length(line, from).is_some_and(|(_, end)| end == at))
}

/// Whether words for a time press: "ASAP", "soon"; else they leave it open.
pub fn presses(words: &str) -> bool {
    const PRESSING: [&str; 19] = [
        "asap",
        "a.s.a.p",
        "as soon as",
        "soon",
        "urgent",
        "immediate",
        "right away",
        "straight away",
        "straightaway",
        "at once",
        "earliest",
        "prompt",
        "quick",
        "with immediate effect",
        "without delay",
        "shortly",
        "in a timely",
        "first thing",
        "by return",
    ];
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.to_lowercase();
    let denied = words.starts_with("no") && !words.starts_with("now");
    !denied && PRESSING.iter().any(|pressing| words.contains(pressing))
}

/// Whether the time itself is what the reader is to tell: "let me know when you're free", but not "when you get a chance".
fn is_asked_for(line: &Line<'_>, found: &Found) -> bool {
    let asks = ["know", "tell", "say", "ask", "see", "check"];
    let before = found.start.wrapping_sub(1);
    // "Tell me when you're free", but "call me when you're free".
    let told = line.is_any(before, &["me", "us"])
        && line.is_any(
            before.wrapping_sub(1),
            &["tell", "show", "inform", "ask", "advise"],
        );
    let free = || {
        (found.start..found.end)
            .any(|at| line.is_any(at, &["free", "ready", "able", "suits", "convenient"]))
    };
    // "Let me know when you have a minute to talk" asks for the minute.
    let to_do = || line.is(found.end, "to") && line.is(before, "know");
    line.is_any(found.start, &["when", "whenever"])
        && (told || line.is_any(before, &asks))
        && (free() || to_do())
}

/// "When you get a chance and things are calm, …": both clauses wait, and go together.
fn with_second_clause(line: &Line<'_>, found: Found) -> Found {
    const LONGEST: usize = 8;
    let opens =
        line.pauses(found.start.wrapping_sub(1)) && line.is_any(found.start, &["when", "whenever"]);
    let joins = opens && line.is(found.end, "and");
    let stop = (found.end + 2..found.end + LONGEST).find(|&at| line.pauses(at));
    match stop.filter(|&stop| joins && line.is(stop, ",")) {
        Some(end) => Found { end, ..found },
        None => found,
    }
}

/// "Brief him in advance.": before a thing told elsewhere.
fn beforehand(line: &Line<'_>, at: usize) -> Option<Found> {
    static WORDS: LazyLock<ByFirstWord> = LazyLock::new(|| {
        by_first_word(&[
            "in advance",
            "ahead of time",
            "beforehand",
            "by then .",
            "before then .",
        ])
    });
    let start = length(line, at).map_or(at, |(_, end)| end);
    let end = WORDS
        .get(line.norm(start))?
        .iter()
        .find_map(|phrase| spoken(line, start, phrase))
        .filter(|&end| !line.is(end, "of"))?;
    let before = at.wrapping_sub(1);
    let thanked = (1..=4).any(|back| {
        at >= back
            && line.is_any(
                at - back,
                &[
                    "thanks",
                    "thank",
                    "thx",
                    "tia",
                    "appreciated",
                    "grateful",
                    "cheers",
                ],
            )
    });
    let told = Told {
        form: TimeForm::Context,
        ..Told::words(TimeKind::Vague)
    };
    let told_well = !(thanked || line.is(before, "well"));
    told_well.then(|| Found::new(at, end, told))
}

/// "In the future, copy me in.": each time from now on.
fn standing(line: &Line<'_>, at: usize) -> Option<Found> {
    static WORDS: LazyLock<ByFirstWord> = LazyLock::new(|| {
        by_first_word(&[
            "in the|all future",
            "in future",
            "from now|here|today|there on|onwards|onward|forward",
            "going|moving forward|forwards",
            "next|each|every time",
            "at all times",
            "henceforth",
            "for future reference",
            "every now and then|again",
            "every so often",
            "every once in a while",
            "from time to time",
        ])
    });
    let end = WORDS
        .get(line.norm(at))?
        .iter()
        .filter_map(|phrase| spoken(line, at, phrase))
        .max()?;
    // "in future releases", "going forward with it"
    let noun = line.tag(end).is_some_and(|tag| tag.is_nominal()) && !line.pauses(end);
    let with = line.is(at, "going") && line.is_any(end, &["with", "to", "on", "in"]);
    (!noun && !with || line.is_any(end, &["you", "i", "we"]))
        .then(|| Found::new(at, end, Told::words(TimeKind::Repeated)))
}

fn spoken(line: &Line<'_>, at: usize, phrase: &str) -> Option<usize> {
    let (mut at, mut rest) = (at, phrase);
    loop {
        // Step by step: to look a blank up in so few letters costs more.
        let blank = rest.bytes().position(|byte| byte == b' ');
        let word = &rest[..blank.unwrap_or(rest.len())];
        if word == "." {
            return line.pauses(at).then_some(at);
        }
        let said = match line.norm(at) {
            "u" => "you",
            "r" => "are",
            said => said,
        };
        if !among(said, word) {
            return None;
        }
        at += 1;
        let Some(blank) = blank else {
            return Some(at);
        };
        rest = &rest[blank + 1..];
    }
}

/// "sometime next week": the week; "sometime on Friday": Friday.
fn sometime(line: &Line<'_>, at: usize) -> Option<Found> {
    let end = match line.norm(at) {
        "sometime" => at + 1,
        "some" if line.is(at + 1, "time") => at + 2,
        "at" => line.after(at, &["at", "some", "point"])?,
        _ => return None,
    };
    if line.is(end, "soon") {
        return Some(Found::new(at, end + 1, Told::words(TimeKind::Vague)));
    }
    let start = line.skip(end, &["in", "on", "around", "over", "during", "within"]);
    if let Some(end) = coming(line, start) {
        return Some(Found::new(at, end, Told::words(TimeKind::Vague)));
    }
    match moment(line, start) {
        Some(found) if found.told.grain >= Grain::Week => {
            let told = Told {
                kind: TimeKind::Vague,
                ..found.told
            };
            Some(Found::new(at, found.end, told))
        }
        Some(_) => None,
        // "Could we meet some time?", but "it takes some time".
        None if line.is(at, "some") => {
            let long = [
                "for", "in", "after", "quite", "within", "take", "takes", "took", "taking",
                "spend", "spent", "need", "needs", "have", "has", "had", "get", "give", "find",
                "buy", "save",
            ];
            let ends = line.pauses(end) || line.is(end, "and");
            let apart = ends && !line.is_any(at.wrapping_sub(1), &long);
            apart.then(|| Found::new(at, end, Told::words(TimeKind::Vague)))
        }
        None => Some(Found::new(at, end, Told::words(TimeKind::Vague))),
    }
}

/// "The next couple of weeks|", "the coming days|": how long, nobody can tell.
fn coming(line: &Line<'_>, at: usize) -> Option<usize> {
    let next = line.skip(at, &["the"]);
    if !line.is_any(next, &["next", "coming", "following"]) {
        return None;
    }
    let few = ["few", "couple", "of", "several", "two", "three", "some"];
    let mut unit = next + 1;
    while line.is_any(unit, &few) {
        unit += 1;
    }
    line.is_any(unit, &["days", "weeks", "months"])
        .then_some(unit + 1)
}

static BY_FIRST_WORD: LazyLock<ByFirstWord> = LazyLock::new(|| by_first_word(PHRASES));

/// Phrases by each word they may begin with.
type ByFirstWord = QuickMap<&'static str, Vec<&'static str>>;

fn by_first_word(list: &[&'static str]) -> ByFirstWord {
    let mut phrases = ByFirstWord::default();
    for phrase in list {
        let first = phrase.split(' ').next().unwrap_or_default();
        for word in first.split('|') {
            phrases.entry(word).or_default().push(*phrase);
        }
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, kinds};
    use super::*;

    #[test]
    fn every_phrase_is_found() {
        let said = |phrase: &&str| {
            let words = phrase
                .split(' ')
                .map(|word| word.split('|').next().unwrap_or(word));
            let text = words.collect::<Vec<_>>().join(" ");
            text.replace(" .", ".").replace(" '", "'")
        };
        let lost = |text: &String| kinds(text) != [TimeKind::Vague];
        let lost: Vec<String> = PHRASES.iter().map(said).filter(lost).collect();
        assert_eq!(lost, Vec::<String>::new());
    }

    #[test]
    fn times_that_bind_nobody() {
        check(&[
            ("soon", "soon: Vague"),
            ("ASAP", "ASAP: Vague"),
            ("as soon as possible", "as soon as possible: Vague"),
            ("at your convenience", "at your convenience: Vague"),
            (
                "at your earliest convenience",
                "at your earliest convenience: Vague",
            ),
            ("when you get a chance", "when you get a chance: Vague"),
            ("if you get a chance", "if you get a chance: Vague"),
            ("when you have a moment", "when you have a moment: Vague"),
            ("whenever you can", "whenever you can: Vague"),
            ("when u get a sec", "when u get a sec: Vague"),
            ("when ur free", "when ur free: Vague"),
            ("at some point", "at some point: Vague"),
            ("in the near future", "in the near future: Vague"),
            ("in due course", "in due course: Vague"),
            ("one of these days", "one of these days: Vague"),
            (
                "sooner rather than later",
                "sooner rather than later: Vague",
            ),
            ("I'll send it later.", "later: Vague"),
            ("Could we meet some time?", "some time: Vague"),
            ("It takes some time.", ""),
            ("Two days later it rained.", "Two days: Duration"),
            ("See you later!", ""),
            (
                "Send it sometime in the next couple of weeks.",
                "sometime in the next couple of weeks: Vague",
            ),
            ("eventually", "eventually: Vague"),
            ("no rush", "no rush: Vague"),
            (
                "when you've got a minute",
                "when you've got a minute: Vague",
            ),
            ("right away", "right away: Vague"),
            ("shortly", "shortly: Vague"),
            (
                "sometime next week",
                "sometime next week: Vague 2026-11-23..2026-11-27",
            ),
            ("sometime on Friday", "Friday: 2026-11-20"),
            ("Soon after that the errors stopped.", ""),
            ("Please brief him in advance.", "in advance: Vague"),
            ("Please read it beforehand.", "beforehand: Vague"),
            ("Thanks in advance!", ""),
            ("Thank you so much in advance.", ""),
            (
                "Please book two weeks in advance.",
                "two weeks in advance: Vague",
            ),
            ("Copy me in the future.", "in the future: Repeated"),
            ("From now on, use the new form.", "From now on: Repeated"),
            (
                "Check the oil every now and again.",
                "every now and again: Repeated",
            ),
            ("Next time please ask first.", "Next time: Repeated"),
            ("We plan it for future releases.", ""),
            (
                "When you get a chance and it is calm, call me.",
                "When you get a chance and it is calm: Vague",
            ),
            (
                "Call me when you get a chance to read it.",
                "when you get a chance: Vague",
            ),
            (
                "Restart the job whenever the queue is empty.",
                "whenever the queue is empty: Condition",
            ),
        ]);
    }
}
