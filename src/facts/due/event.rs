//! Bounds that are no dates: events and conditions.
//!
//! ```text
//! event     = ["within"] length ("of" | "from" | "after") ("receipt" | ["the" …] words | gerund)
//!           | [length] ("before" | "after" | "until" | "by" | "prior to" | "ahead of" | "in advance of" | "in time for") ["the" | "our" …] words event-noun
//!           | ("before" | "after" | "until" | "by the time") clause
//! condition = "while" ("I" | "you" …) "am" clause
//!           | ("once" | "when" | "as soon as" | "after") clause
//! ```
//!
//! "Once a week" and "When can you come?" are none.

use super::length::length;
use super::line::Line;
use super::time::TimeKind;
use super::told::{Found, Told};
use super::vocabulary::{Sense, Unit};
use crate::language::{Penn, Upos};

/// How many words an event or a condition may take.
const LONGEST: usize = 14;

/// The event or condition that starts here.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Found> {
    let found = |end: usize, kind| Some(Found::new(at, end, Told::words(kind)));
    if let Some((_, start)) = length(line, at)
        && line.is_any(start, &["before", "after", "prior", "ahead"])
    {
        let event = read(line, start).filter(|event| event.told.kind == TimeKind::Event)?;
        return found(event.end, TimeKind::Event);
    }
    if let Some(end) = counted_from(line, at) {
        return found(end, TimeKind::Event);
    }
    let (kind, start) = match line.norm(at) {
        "before" | "after" | "until" | "till" | "pending" | "upon" => (TimeKind::Event, at + 1),
        "by" => match line.after(at, &["by", "the", "time"]) {
            Some(end) => return found(clause(line, end)?, TimeKind::Event),
            None => (TimeKind::Event, at + 1),
        },
        "prior" if line.is(at + 1, "to") => (TimeKind::Event, at + 2),
        "ahead" if line.is(at + 1, "of") => (TimeKind::Event, at + 2),
        "in" => {
            let start = line
                .after(at, &["in", "time", "for"])
                .or_else(|| line.after(at, &["in", "advance", "of"]))?;
            (TimeKind::Event, start)
        }
        "once" | "whenever" => (TimeKind::Condition, at + 1),
        "when" if at > 0 => (TimeKind::Condition, at + 1),
        "while" | "whilst" if !line.pauses(at.wrapping_sub(1)) => {
            return found(stay(line, at + 1)?, TimeKind::Condition);
        }
        "as" => (TimeKind::Condition, line.after(at, &["as", "soon", "as"])?),
        _ => return None,
    };
    match kind {
        TimeKind::Condition => found(clause(line, start)?, kind),
        _ => match event_noun(line, start, line.is(at, "by")) {
            Some(end) => found(end, kind),
            None => {
                let told = line.is_any(at, &["before", "after", "until", "till"]);
                let clause = told.then(|| clause(line, start)).flatten();
                found(clause.max(thing(line, at, start))?, kind)
            }
        },
    }
}

/// "within five days of receipt", "three days after signing": the place after what it is counted from, told elsewhere.
fn counted_from(line: &Line<'_>, at: usize) -> Option<usize> {
    if line.is_any(at, &["on", "upon"]) {
        let own = line.skip(at + 1, &["your", "my", "his", "her", "our", "their"]);
        return line
            .is_any(own, &["receipt", "return", "arrival"])
            .then_some(own + 1);
    }
    let within = line.skip(at, &["within"]);
    let (_, from) = length(line, within)?;
    let framed = line.is_any(from, &["from", "after"]) || within > at && line.is(from, "of");
    if !framed {
        return None;
    }
    let noun = line.skip(from + 1, &["the", "our", "your", "my", "this"]);
    let gerund = line.tag(noun).is_some_and(|tag| tag.penn == Penn::Vbg);
    if line.is(noun, "receipt") || gerund {
        return Some(noun + 1);
    }
    (noun > from + 1).then(|| nouns(line, noun)).flatten()
}

/// The place after a thing before which it is asked for: "before the open day", "in time for our anniversary". What is put or said
/// before a thing stands there.
fn thing(line: &Line<'_>, at: usize, start: usize) -> Option<usize> {
    const PLACES: [&str; 29] = [
        "put", "place", "placed", "insert", "add", "move", "paste", "type", "write", "come",
        "comes", "came", "appear", "appears", "stand", "stands", "go", "goes", "bring", "brought",
        "lay", "present", "argue", "line", "word", "comma", "space", "column", "row",
    ];
    const NEAR: usize = 10;
    let ahead = line.is_any(at, &["before", "prior", "ahead"]) || line.is(start - 1, "for");
    let placed = || (at.saturating_sub(NEAR)..at).any(|at| line.is_any(at, &PLACES));
    let determined = line.is_any(
        start,
        &[
            "the", "our", "your", "my", "his", "her", "their", "this", "next",
        ],
    );
    if !(ahead && determined) || placed() {
        return None;
    }
    let noun = line.skip(start + 1, &["next", "first", "last"]);
    // "Before the weekend" has its day; "before the open day" does not.
    let dated = |at: usize| match line.sense(at) {
        Sense::Unit(Unit::Day) => at == noun,
        sense => sense.tells(),
    };
    let edge = line.is_any(noun, &["end", "start", "beginning", "close", "middle"]);
    nouns(line, noun).filter(|&end| !edge && !(start..end).any(dated))
}

/// The place after the nouns that begin here and what describes them, up to a pause or a little word.
fn nouns(line: &Line<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let mut end = at;
    while end < at + LONGEST && !line.is_any(end, &["and", "or", "but", ","]) {
        let describes = line.is(end, "-")
            || line.is(end, "'s")
            || line.tag(end).is_some_and(|tag| {
                tag.is_nominal() || tag.upos == Upos::Adj || tag.penn == Penn::Vbg
            });
        if !describes || end > at && line.pauses(end) {
            break;
        }
        end += 1;
    }
    let noun = end > at && line.tag(end - 1).is_some_and(|tag| tag.is_nominal());
    noun.then_some(end)
}

/// The place after a clause that tells where someone is: "while I am in town", but not "while you are at it".
fn stay(line: &Line<'_>, at: usize) -> Option<usize> {
    let someone = line.is_any(at, &["i", "you", "we", "he", "she", "they"]);
    let stays = line.is_any(at + 1, &["am", "are", "is", "'m", "'re", "'s"]);
    let idiom = line.after(at + 2, &["at", "it"]).is_some();
    (someone && stays && !idiom)
        .then(|| clause(line, at))
        .flatten()
}

/// Whether the noun names an event, one or many.
pub fn is_event(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    EVENTS.binary_search(&one).is_ok() || EVENTS.binary_search(&word).is_ok()
}

/// The place after a noun phrase whose head is an event.
fn event_noun(line: &Line<'_>, at: usize, strict: bool) -> Option<usize> {
    let mut head = None;
    for place in at..(at + 6).min(line.len()) {
        let one_to_one = line.is(place, "1")
            && line.is_any(place.wrapping_sub(1), &[":", "-"])
            && line.is(place.wrapping_sub(2), "1");
        if is_event(line.norm(place)) || one_to_one {
            head = Some(place + 1);
            continue;
        }
        let inside = line.is_any(
            place,
            &[
                "the", "our", "your", "my", "his", "her", "their", "this", "that", "next", "a",
                "an", "all", "-", "'s", "and", "&", "/", "'", "of", "half", "end", "start", "1",
                ":",
            ],
        );
        let describes = line.tag(place).is_some_and(|tag| {
            tag.is_nominal()
                || tag.upos == Upos::Adj
                || tag.penn == Penn::Vbg
                || tag.penn == Penn::Cd
        });
        if !(inside || describes) || (head.is_some() && line.pauses(place)) {
            break;
        }
    }
    let end = head?;
    // "by review" is a means; "by the review" a bound.
    let determined = line.is_any(
        at,
        &[
            "the", "our", "your", "my", "his", "her", "their", "this", "that", "next", "a", "an",
        ],
    );
    (!strict || determined).then_some(end)
}

/// The place after a clause: a subject and a verb that is not of the past.
fn clause(line: &Line<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    let mut verb = None;
    for place in at..(at + LONGEST).min(line.len()) {
        let stops = line.is_any(
            place,
            &[
                ",", ".", ";", ":", "?", "!", "(", ")", "—", "–", "\"", "and", "but", "or", "so",
                "please", "pls", "plz", "thanks", "thx", "then", "because",
            ],
        );
        if stops && place > at {
            break;
        }
        let tag = line.tag(place);
        if verb.is_none() && place > at && tag.is_some_and(|tag| tag.is_verbal()) {
            verb = tag.map(|tag| tag.penn);
        }
        end = place + 1;
    }
    let subject = line.is_any(
        at,
        &[
            "i",
            "you",
            "we",
            "he",
            "she",
            "it",
            "they",
            "the",
            "this",
            "that",
            "these",
            "those",
            "your",
            "our",
            "my",
            "his",
            "her",
            "their",
            "everyone",
            "all",
            "both",
            "everything",
            "there",
        ],
    ) || line.tag(at).is_some_and(|tag| tag.is_nominal());
    let once_a_week = line.is_any(at, &["a", "an", "per", "again", "more", "upon"]);
    let present = verb.is_some_and(|penn| !matches!(penn, Penn::Vbd));
    (subject && present && !once_a_week && end > at + 1).then_some(end)
}

/// Nouns that name an event, sorted.
const EVENTS: &[&str] = &[
    "agm",
    "alignment",
    "announcement",
    "appointment",
    "assembly",
    "audit",
    "board",
    "break",
    "briefing",
    "call",
    "catchup",
    "celebration",
    "ceremony",
    "checkin",
    "committee",
    "concert",
    "conference",
    "consultation",
    "cutover",
    "deadline",
    "debrief",
    "demo",
    "demonstration",
    "departure",
    "deploy",
    "deployment",
    "dinner",
    "discussion",
    "election",
    "event",
    "exam",
    "examination",
    "exhibition",
    "expo",
    "fair",
    "festival",
    "flight",
    "freeze",
    "gig",
    "golive",
    "graduation",
    "handoff",
    "handover",
    "hearing",
    "holiday",
    "inauguration",
    "inspection",
    "interview",
    "keynote",
    "kickoff",
    "launch",
    "lecture",
    "lesson",
    "lunch",
    "meeting",
    "meetup",
    "merger",
    "migration",
    "mtg",
    "offsite",
    "onboarding",
    "outage",
    "party",
    "pitch",
    "presentation",
    "rehearsal",
    "release",
    "renewal",
    "retreat",
    "retro",
    "retrospective",
    "review",
    "rollout",
    "seminar",
    "session",
    "shoot",
    "sprint",
    "standup",
    "summit",
    "switchover",
    "sync",
    "term",
    "test",
    "townhall",
    "training",
    "trial",
    "trip",
    "upgrade",
    "vacation",
    "visit",
    "vote",
    "webinar",
    "wedding",
    "workshop",
];

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_events_are_sorted() {
        assert!(super::EVENTS.is_sorted());
    }

    #[test]
    fn bounds_that_are_no_dates() {
        check(&[
            (
                "before the board meeting",
                "before the board meeting: Event",
            ),
            ("by the time we launch", "by the time we launch: Event"),
            ("after the demo", "after the demo: Event"),
            ("until our next review", "until our next review: Event"),
            ("by the release", "by the release: Event"),
            (
                "once the build is green",
                "once the build is green: Condition",
            ),
            ("Ping me when you're back.", "when you're back: Condition"),
            (
                "as soon as the tests pass",
                "as soon as the tests pass: Condition",
            ),
            (
                "Let's meet while I am in town.",
                "while I am in town: Condition",
            ),
            ("Fix the link while you are at it.", ""),
            ("While we are ready, please wait.", ""),
            (
                "Send it a week before the event.",
                "a week before the event: Event",
            ),
            (
                "ping me when you're back pls",
                "when you're back: Condition",
            ),
            ("Once a week we meet.", "Once a week: Repeated"),
            (
                "Print it before the open day.",
                "before the open day: Event",
            ),
            (
                "Send it in time for our jubilee.",
                "in time for our jubilee: Event",
            ),
            ("Send it before our 1:1.", "before our 1:1: Event"),
            ("Send it before half-term.", "before half-term: Event"),
            (
                "Send it before the end of term.",
                "before the end of term: Event",
            ),
            (
                "Pay within five days of receipt.",
                "within five days of receipt: Event",
            ),
            (
                "Pay 30 days from the invoice date.",
                "30 days from the invoice date: Event",
            ),
            ("Sign it on your return.", "on your return: Event"),
            ("Put a comma before the name.", ""),
            (
                "Send it before the weekend.",
                "the weekend: 2026-11-21..2026-11-22",
            ),
            ("When can you come?", ""),
            ("Send it by mail.", ""),
        ]);
    }
}
