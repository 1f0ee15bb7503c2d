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
    line.is_any(found.start, &["when", "whenever"])
        && (told || line.is_any(before, &asks))
        && (found.start..found.end)
            .any(|at| line.is_any(at, &["free", "ready", "able", "suits", "convenient"]))
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
    static PHRASES: LazyLock<ByFirstWord> = LazyLock::new(|| {
        by_first_word(&[
            "in advance",
            "ahead of time",
            "beforehand",
            "by then .",
            "before then .",
        ])
    });
    let start = length(line, at).map_or(at, |(_, end)| end);
    let end = PHRASES
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
    static PHRASES: LazyLock<ByFirstWord> = LazyLock::new(|| {
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
    let end = PHRASES
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
        None if line.is(at, "some") => None,
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

/// One phrase a line; "a|b" is either word, "." the end of a clause.
const PHRASES: &[&str] = &[
    "any time now",
    "any time soon",
    "anytime soon",
    "any day now",
    "as and when",
    "as soon as possible",
    "as soon as you|you're can|could|able",
    "as soon as is|it|it's possible|feasible",
    "as soon as practical|practicable|convenient",
    "as soon as convenient",
    "as quickly as possible",
    "as quickly as you can",
    "as early as possible",
    "as early as you can",
    "as promptly as possible",
    "as promptly as you can",
    "as quick as possible",
    "as quick as you can",
    "as soon as time permits|allows",
    "as soon as humanly possible",
    "as soon as reasonably possible|practicable",
    "as time permits|allows",
    "asap",
    "at your convenience",
    "at your earliest convenience|opportunity",
    "at your earliest possible convenience|opportunity",
    "at your leisure",
    "at your own convenience|pace",
    "at your earliest .",
    "at the earliest .",
    "at the earliest opportunity|convenience",
    "at the earliest possible date|time|moment|opportunity",
    "at the first opportunity",
    "at a later time|point|stage|date|day",
    "at a convenient time",
    "at a time convenient to|for you",
    "at a time that suits you",
    "at once .",
    "at some stage",
    "at some later point",
    "at the soonest",
    "before long",
    "before too long",
    "by and by",
    "by return .",
    "by return of post|mail",
    "down the line|road",
    "eventually",
    "first chance you get",
    "first thing .",
    "immediately",
    "in a bit",
    "in a jiffy",
    "in a moment .",
    "in a timely manner|fashion|way",
    "in a while",
    "in the days|weeks|months to come",
    "in your spare|own time",
    "in due course|time",
    "in good time",
    "in short order",
    "in no time",
    "in the coming days|weeks|months",
    "in the days|weeks|months ahead",
    "in the fullness of time",
    "in the near|nearest|foreseeable future",
    "in the not too distant future",
    "later .",
    "later on .",
    "no hurry",
    "no big|great|huge|real|immediate|massive|mad|desperate|major rush|hurry",
    "no deadline .",
    "no particular rush|hurry",
    "no rush",
    "not a rush",
    "not in a|any rush|hurry",
    "not super|particularly|terribly|that|very|especially urgent",
    "not urgent",
    "nothing urgent",
    "one day soon",
    "one of these days",
    "over the coming days|weeks|months",
    "promptly",
    "right away",
    "shortly",
    "someday",
    "some day .",
    "soon",
    "sooner or later",
    "sooner rather than later",
    "straight away",
    "straightaway",
    "take your time",
    "the first|next chance you get",
    "the first chance you get|have",
    "the sooner|earlier the better",
    "urgently",
    "without delay",
    "without further delay",
    "when able .",
    "when convenient",
    "when it is|'s convenient",
    "when it|time suits you|permits|allows",
    "when possible",
    "when time allows|permits",
    "when you are|'re able .",
    "when you are|'re able to",
    "when you are|'re free",
    "when|whenever ur free|ready .",
    "when you are|'re less|not busy",
    "when you are|'re not so busy",
    "when you are|'re ready .",
    "when you can",
    "when you find a moment|minute|time",
    "when you find the time",
    "when you find time",
    "when you get a chance|minute|moment|sec|second|free|spare",
    "when you get a chance|minute|moment|sec|second|break",
    "when you get a free|spare moment|minute",
    "when you get around|round to it",
    "when you get some|the time",
    "when you get the chance|opportunity|time",
    "when you get time",
    "when you have a bit|few of|minutes time",
    "when you have a chance|minute|moment|sec|second",
    "when you have a couple of minutes",
    "when you have a few minutes|moments",
    "when you have a free|spare minute|moment",
    "when you have an opportunity",
    "when you have some|the time",
    "when you have some free|spare time",
    "when you have time",
    "when you 've got a minute|moment|chance|sec",
    "when you 've got time",
    "whenever .",
    "whenever convenient",
    "whenever is|it|it's convenient|suits",
    "whenever is good|best|easiest|convenient for you",
    "whenever it is|'s convenient",
    "whenever it works for you",
    "whenever it suits you",
    "whenever possible",
    "whenever suits",
    "whenever works",
    "whenever works for you",
    "whenever you are|'re free|ready|able",
    "whenever you can",
    "whenever you feel like it",
    "whenever you get a chance|minute|moment|sec|second",
    "whenever you get around|round to it",
    "whenever you get the chance|time",
    "whenever you get time",
    "whenever you have a chance|minute|moment|sec|second",
    "whenever you have time",
    "whenever you like|want",
];

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
