//! Times that are only spoken of: they belong to a noun, to a plan, to the past, or are what the sentence is about.

use super::event;
use super::line::Line;
use super::role;
use super::time::{Grain, TimeForm, TimeKind};
use super::told::Found;
use crate::language::{Penn, Tag, Upos};

/// Whether the time is only spoken of, and says neither by when nor when a thing is done; `first` is its preposition's place.
pub(super) fn is_mention(line: &Line<'_>, found: &Found, first: usize) -> bool {
    // "Now it works": a step in a story; "I need it now." is none.
    if line.is(found.start, "now") {
        return !line.pauses(found.end);
    }
    match found.told.kind {
        TimeKind::Duration | TimeKind::Repeated => return true,
        TimeKind::Condition => return false,
        TimeKind::Vague => return role::lies_back(line, found),
        TimeKind::Date | TimeKind::Event => {}
    }
    let word = if first < found.start {
        line.norm(first)
    } else {
        ""
    };
    matches!(word, "since" | "of")
        || is_sought(line, first)
        || is_denied(line, first)
        || modifies(line, found, word)
        || of_a_noun(line, found, first, word)
        || is_dated_thing(line, found, first)
        || is_topic(line, found, first, word)
        || is_planned(line, first)
        || role::past(line, found)
        || as_agreed(line, first)
}

/// "Friday's build", "the Monday meeting", "the 2026 budget", "the 10:00 call"
fn modifies(line: &Line<'_>, found: &Found, word: &str) -> bool {
    let possessive = line.is_any(found.end, &["'s", "'"]) && line.glued(found.end);
    let noun = || {
        line.tag(found.end)
            .is_some_and(|tag| tag.is_nominal() || tag.upos == Upos::Adj)
    };
    let thing = match found.told.form {
        TimeForm::Weekday | TimeForm::Written | TimeForm::Elastic => noun(),
        TimeForm::Clock => {
            let the = line.is_any(found.start.wrapping_sub(1), &["the", "our", "your", "my"]);
            event::is_event(line.norm(found.end)) || the && noun()
        }
        TimeForm::Relative | TimeForm::Context | TimeForm::Words => false,
    };
    // "the Friday demo" is a thing wherever it stands: "at the Friday demo".
    let named = word.is_empty() || line.is(found.start, "the");
    possessive || thing && !line.pauses(found.end) && named
}

/// "the meeting on Friday", "your mail from last week", "the call (10 AM)": the words before the time name the thing, not the deed.
fn of_a_noun(line: &Line<'_>, found: &Found, first: usize, word: &str) -> bool {
    const MAIL: [&str; 28] = [
        "agenda",
        "chat",
        "comment",
        "comments",
        "conversation",
        "conversations",
        "discussions",
        "email",
        "emails",
        "exchange",
        "incident",
        "invitation",
        "invite",
        "letter",
        "mail",
        "memo",
        "message",
        "minutes",
        "note",
        "notes",
        "order",
        "post",
        "question",
        "report",
        "slot",
        "thread",
        "ticket",
        "voicemail",
    ];
    let bracketed = first == found.start && line.is(first.wrapping_sub(1), "(");
    let placed = matches!(word, "on" | "at" | "from" | "in" | "for");
    let Some(noun) = first.checked_sub(1 + usize::from(bracketed)) else {
        return false;
    };
    if !(placed || bracketed) {
        return false;
    }
    let names = MAIL.contains(&line.norm(noun)) || event::is_event(line.norm(noun));
    let determined = (1..=4).any(|back| {
        noun >= back
            && line.is_any(
                noun - back,
                &[
                    "the", "our", "your", "my", "his", "her", "their", "this", "that", "next",
                ],
            )
    });
    names && determined
}

/// "not 4 March", "rather than Friday"
fn is_denied(line: &Line<'_>, first: usize) -> bool {
    line.is(first.wrapping_sub(1), "not")
        || line.is(first.wrapping_sub(1), "than") && line.is(first.wrapping_sub(2), "rather")
}

/// "your availability for a call next week", "a slot for the demo on Friday": the day is the event's, and is asked about.
fn is_sought(line: &Line<'_>, first: usize) -> bool {
    const SOUGHT: [&str; 13] = [
        "availability",
        "available",
        "free",
        "time",
        "times",
        "slot",
        "slots",
        "date",
        "dates",
        "day",
        "days",
        "agenda",
        "options",
    ];
    const LONGEST: usize = 5;
    let Some(last) = first
        .checked_sub(1)
        .filter(|&last| event::is_event(line.norm(last)))
    else {
        return false;
    };
    let for_what = (last.saturating_sub(LONGEST)..last)
        .rev()
        .find(|&at| line.is(at, "for"));
    for_what.is_some_and(|at| line.is_any(at.wrapping_sub(1), &SOUGHT))
}

/// "the invoice from October": a thing that is there, and so of a month gone by.
pub(super) fn is_dated_thing(line: &Line<'_>, found: &Found, first: usize) -> bool {
    let noun = first.checked_sub(1).and_then(|at| line.tag(at));
    let alone = found.end == found.start + 1
        && !line.is_any(
            found.end,
            &[
                "on", "onward", "onwards", "forward", "to", "until", "till", "through",
            ],
        );
    line.is(first, "from")
        && first < found.start
        && found.told.grain == Grain::Month
        && alone
        && noun.is_some_and(Tag::is_nominal)
}

/// "about Friday", "as for Monday", "just this week", "cancel Tuesday": the time is spoken of, and nothing is to be done then.
fn is_topic(line: &Line<'_>, found: &Found, first: usize, word: &str) -> bool {
    const ABOUT: [&str; 13] = [
        "add", "cancel", "count", "skip", "avoid", "exclude", "ignore", "rule", "mean", "means",
        "meant", "misread", "dread",
    ];
    let day = found.told.grain >= Grain::Day;
    let before = first.checked_sub(1);
    let after_any = |words: &[&str]| before.is_some_and(|before| line.is_any(before, words));
    let spoken_of = match word {
        "about" => day && !after_any(&["by", "on", "at", "until"]),
        "as" => !after_any(&["early", "late", "soon", "long"]),
        "for" => after_any(&["as"]),
        "" => after_any(&ABOUT) || day && after_any(&["just", "only"]),
        _ => false,
    };
    spoken_of || goes_on(line, found) || is_moved(line, found)
}

/// "August forward", "Monday onwards", "take Friday off": no time to do a thing by.
fn goes_on(line: &Line<'_>, found: &Found) -> bool {
    found.told.grain >= Grain::Day
        && line.is_any(found.end, &["forward", "onward", "onwards", "off"])
}

/// "move it to Friday", "change it from Monday to Tuesday": the day a thing is given, whenever that is done.
fn is_moved(line: &Line<'_>, found: &Found) -> bool {
    const MOVES: [&str; 12] = [
        "move",
        "push",
        "postpone",
        "reschedule",
        "shift",
        "delay",
        "bump",
        "change",
        "moved",
        "pushed",
        "postponed",
        "rescheduled",
    ];
    let start = found.start;
    let to = line.is_any(start.wrapping_sub(1), &["to", "until", "till"]);
    (to || line.is(start, "from"))
        && (start.saturating_sub(role::REACH)..start).any(|at| line.is_any(at, &MOVES))
}

/// "the session taking place this week", "a call scheduled for Friday", "a dinner to be held on 3 May"
fn is_planned(line: &Line<'_>, first: usize) -> bool {
    const PLANNED: [&str; 18] = [
        "booked",
        "reserved",
        "arranged",
        "dated",
        "held",
        "scheduled",
        "planned",
        "slated",
        "hosted",
        "taking",
        "happening",
        "occurring",
        "starting",
        "beginning",
        "commencing",
        "launching",
        "arriving",
        "departing",
    ];
    let Some(last) = first.checked_sub(1) else {
        return false;
    };
    let planned = last.wrapping_sub(usize::from(line.is(last, "place")));
    if planned == 0 || !line.is_any(planned, &PLANNED) {
        return false;
    }
    // "the room we booked for tomorrow"
    let booked = line.is(first, "for")
        && line.is_any(
            planned,
            &["booked", "reserved", "arranged", "planned", "scheduled"],
        )
        && line.tag(planned).is_some_and(|tag| tag.penn == Penn::Vbd);
    let to_be = line.is(planned - 1, "be") && line.is(planned.wrapping_sub(2), "to");
    let noun = line.tag(planned - 1).is_some_and(Tag::is_nominal)
        && !line.is_any(planned - 1, &["it", "this", "that", "them", "we", "i"]);
    // "get the call scheduled for Friday"
    let wanted = (planned.saturating_sub(6)..planned)
        .any(|at| line.is_any(at, &["get", "have", "need", "want", "see"]));
    (to_be || noun) && !wanted || booked
}

/// "as discussed on Friday"
fn as_agreed(line: &Line<'_>, first: usize) -> bool {
    let participle = first.checked_sub(1).and_then(|at| line.tag(at));
    participle.is_some_and(|tag| matches!(tag.penn, Penn::Vbn | Penn::Vbd))
        && line.is(first.wrapping_sub(2), "as")
}

#[cfg(test)]
mod tests {
    use super::super::tests::roles;

    #[test]
    fn what_is_only_spoken_of() {
        roles(&[
            (
                "Read the notes of the meeting on Friday.",
                "on Friday: Mention",
            ),
            ("Friday's build is red.", "Friday: Mention"),
            (
                "Could you look at the invoice from October?",
                "from October: Mention",
            ),
            ("It has been open since March.", "since March: Mention"),
            ("I wrote to you last week.", "last week: Mention"),
            ("Let me know about Friday.", "about Friday: Mention"),
            ("Could you move the call to Friday?", "Friday: Mention"),
            (
                "Please change it from Monday to Tuesday.",
                "from Monday to Tuesday: Mention",
            ),
            ("Please take Friday off.", "Friday: Mention"),
            ("Pay the bill dated 3 December.", "3 December: Mention"),
            ("Show it at the Friday demo.", "at the Friday: Mention"),
            ("As for Monday, let's wait.", "for Monday: Mention"),
            ("Print ten copies just this week.", "this week: Mention"),
            ("Don't count December out.", "December: Mention"),
            ("Bill us for August onwards.", "for August: Mention"),
            (
                "Join the session taking place this week.",
                "this week: Mention",
            ),
            (
                "I invite you to the dinner to be held on 3 December.",
                "on 3 December: Mention",
            ),
            ("As discussed on Friday, please sign.", "on Friday: Mention"),
            (
                "As a recap of our conversation on Friday, we close the desk.",
                "on Friday: Mention",
            ),
            ("Please join the 10:00 call.", "10:00: Mention"),
            ("Please check the 9 am backup.", "9 am: Mention"),
            (
                "Tell me what you did over the past few months.",
                "over the past few months: Mention",
            ),
        ]);
    }
}
