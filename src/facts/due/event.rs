//! Bounds that are no dates: events and conditions.
//!
//! ```text
//! event     = [length] ("before" | "after" | "until" | "by" | "prior to" | "ahead of" | "in advance of" | "in time for") ["the" | "our" …] words event-noun
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
use crate::language::Penn;

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
            None if line.is_any(at, &["before", "after", "until", "till"]) => {
                found(clause(line, start)?, kind)
            }
            None => None,
        },
    }
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
pub(super) fn is_event(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    EVENTS.binary_search(&one).is_ok() || EVENTS.binary_search(&word).is_ok()
}

/// The place after a noun phrase whose head is an event.
fn event_noun(line: &Line<'_>, at: usize, strict: bool) -> Option<usize> {
    let mut head = None;
    for place in at..(at + 6).min(line.len()) {
        if is_event(line.norm(place)) {
            head = Some(place + 1);
            continue;
        }
        let inside = line.is_any(
            place,
            &[
                "the", "our", "your", "my", "his", "her", "their", "this", "that", "next", "a",
                "an", "all", "-", "'s", "and", "&", "/", "'",
            ],
        );
        let describes = line.tag(place).is_some_and(|tag| {
            tag.is_nominal()
                || tag.upos == crate::language::Upos::Adj
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
    "alignment",
    "announcement",
    "appointment",
    "assembly",
    "audit",
    "board",
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
            ("When can you come?", ""),
            ("Send it by mail.", ""),
        ]);
    }
}
