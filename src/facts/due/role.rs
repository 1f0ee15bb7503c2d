//! What a time does in its sentence: bounds something, says when, or belongs to a noun or to the past.

use super::calendar::add_months;
use super::line::Line;
use super::time::{Grain, Reading, TimeExpression, TimeForm, TimeKind, TimeRole};
use super::told::{Found, Told, weekday_before};
use crate::language::{Penn, Upos};

/// How many words back the verb is looked for.
const REACH: usize = 14;

/// The expression with its bound and its role.
pub(super) fn expression(line: &Line<'_>, found: Found) -> TimeExpression {
    let span = line.span(found.start, found.end);
    let (first, deadline) = bound(line, &found);
    let (last, at_latest) = latest(line, found.end);
    let whole = line.span(first, last);
    let gone = gone_by(line, &found, first);
    let role = if deadline || at_latest {
        TimeRole::Deadline
    } else if mentioned(line, &found, first) {
        TimeRole::Mention
    } else {
        TimeRole::When
    };
    let told = if role == TimeRole::Mention && gone {
        looked_back(line, found)
    } else {
        found.told
    };
    TimeExpression {
        span,
        whole,
        kind: told.kind,
        form: told.form,
        grain: told.grain,
        readings: told.readings,
        fault: told.fault,
        role,
    }
}

/// The first piece of the words that make the time a bound or a place in time, and whether they make it a bound.
fn bound(line: &Line<'_>, found: &Found) -> (usize, bool) {
    const DEADLINE: [&[&str]; 22] = [
        &["no", "later", "than"],
        &["not", "later", "than"],
        &["at", "the", "latest", "by"],
        &["at", "the", "latest"],
        &["deadline", "is"],
        &["deadline", "of"],
        &["deadline", "for", "this", "is"],
        &["deadline", ":"],
        &["prior", "to"],
        &["ahead", "of"],
        &["in", "time", "for"],
        &["due", "on"],
        &["due", "by"],
        &["due", "date", "is"],
        &["due", "date", ":"],
        &["due", ":"],
        &["due"],
        &["by"],
        &["before"],
        &["until"],
        &["till"],
        &["deadline"],
    ];
    const PLACE: [&str; 17] = [
        "on", "at", "in", "during", "over", "around", "about", "since", "from", "after", "for",
        "of", "through", "this", "as", "starting", "ending",
    ];
    let start = found.start;
    if found.told.kind == TimeKind::Event {
        let deadline = line.is_any(
            start,
            &["before", "by", "until", "till", "prior", "ahead", "in"],
        );
        return (start, deadline);
    }
    if line.is(start, "within") {
        return (start, true);
    }
    // "by around 5pm", "by the latest Friday"
    let near = if line.is_any(
        start.wrapping_sub(1),
        &[
            "around",
            "about",
            "roughly",
            "approximately",
            "say",
            "latest",
        ],
    ) {
        start - 1
    } else {
        start
    };
    let before = |phrase: &[&str]| {
        let from = near.checked_sub(phrase.len())?;
        line.after(from, phrase).map(|_| from)
    };
    if let Some(from) = DEADLINE.iter().find_map(|phrase| before(phrase)) {
        let from = if from >= 1 && line.is(from - 1, "by") {
            from - 1
        } else {
            from
        };
        let counted = line.is(from, "until") && line.is(from.wrapping_sub(1), "not");
        return (from, !counted);
    }
    let place = start > 0 && line.is_any(start - 1, &PLACE);
    // By themselves, EOD and the like are bounds: "Send it EOD."
    let itself = line.is_any(
        start,
        &[
            "eod", "eob", "eobd", "cob", "cop", "eop", "eow", "eom", "eoq", "eoy",
        ],
    ) && !place;
    (if place { start - 1 } else { start }, itself)
}

/// "at the latest", "latest" after a time.
fn latest(line: &Line<'_>, end: usize) -> (usize, bool) {
    match line
        .after(end, &["at", "the", "latest"])
        .or_else(|| line.after(end, &["at", "the", "very", "latest"]))
        .or_else(|| line.after(end, &["latest"]))
    {
        Some(after) => (after, true),
        None => (end, false),
    }
}

fn mentioned(line: &Line<'_>, found: &Found, first: usize) -> bool {
    // "Now it works": a step in a story; "I need it now." is none.
    if line.is(found.start, "now") {
        return !line.pauses(found.end);
    }
    if matches!(
        found.told.kind,
        TimeKind::Vague | TimeKind::Condition | TimeKind::Duration | TimeKind::Repeated
    ) {
        return matches!(found.told.kind, TimeKind::Duration | TimeKind::Repeated);
    }
    let word = if first < found.start {
        line.norm(first)
    } else {
        ""
    };
    if matches!(word, "since" | "of") {
        return true;
    }
    // "Friday's build", "the Monday meeting", "the 2026 budget"
    let possessive = line.is_any(found.end, &["'s", "'"]) && line.glued(found.end);
    let noun = line
        .tag(found.end)
        .is_some_and(|tag| tag.is_nominal() || tag.upos == Upos::Adj);
    let modifies = noun
        && !line.pauses(found.end)
        && matches!(
            found.told.form,
            TimeForm::Weekday | TimeForm::Written | TimeForm::Elastic
        )
        && word.is_empty();
    possessive || modifies || of_a_noun(line, first, word) || past(line, found)
}

/// "the meeting on Friday", "your mail from last week": the words before the preposition name the thing, not the deed.
fn of_a_noun(line: &Line<'_>, first: usize, word: &str) -> bool {
    if !matches!(word, "on" | "at" | "from" | "in" | "for") || first == 0 {
        return false;
    }
    let noun = line.norm(first - 1);
    let event = matches!(
        noun,
        "meeting"
            | "call"
            | "demo"
            | "workshop"
            | "launch"
            | "release"
            | "review"
            | "party"
            | "session"
            | "training"
            | "flight"
            | "conference"
            | "interview"
            | "presentation"
            | "visit"
            | "email"
            | "mail"
            | "message"
            | "note"
            | "event"
            | "meetings"
            | "calls"
            | "outage"
            | "incident"
            | "standup"
            | "sync"
            | "appointment"
            | "hearing"
            | "webinar"
            | "dinner"
            | "lunch"
            | "agenda"
            | "invite"
            | "invitation"
            | "slot"
            | "deploy"
            | "deployment"
    );
    let determined = (1..=4).any(|back| {
        first > back
            && line.is_any(
                first - 1 - back,
                &[
                    "the", "our", "your", "my", "his", "her", "their", "this", "that",
                ],
            )
    });
    event && determined
}

/// Whether the time lies back, or the verb before it tells the past.
fn past(line: &Line<'_>, found: &Found) -> bool {
    let lies_back = found.told.to().is_some_and(|to| to < line.calendar.today)
        && (line.is_any(found.end - 1, &["ago", "yesterday", "earlier", "back"])
            || line.is_any(
                found.start,
                &["last", "yesterday", "past", "previous", "earlier"],
            )
            || line.is_any(found.start + 1, &["last", "past", "previous"]));
    if lies_back {
        return true;
    }
    verb_before(line, found) == Some(Penn::Vbd)
}

/// The tense of the nearest verb before the time.
fn verb_before(line: &Line<'_>, found: &Found) -> Option<Penn> {
    (found.start.saturating_sub(REACH)..found.start)
        .rev()
        .find_map(|at| {
            let tag = line.tag(at)?;
            (tag.is_verbal() && !matches!(tag.penn, Penn::Vbg | Penn::Vbn)).then_some(tag.penn)
        })
}

/// Whether a day without a year lies behind the verb: "We met on Friday", not "It was moved to Friday".
fn gone_by(line: &Line<'_>, found: &Found, first: usize) -> bool {
    let placed = first == found.start || matches!(line.norm(first), "on" | "in" | "since");
    let moved = line.is_any(found.start.wrapping_sub(1), &["to", "for", "about", "than"]);
    let verb_follows = line.tag(found.end).is_some_and(|tag| tag.is_verbal());
    let ahead = line.is_any(found.start, &["this", "next", "coming", "the"]);
    placed && !moved && !verb_follows && !ahead && verb_before(line, found) == Some(Penn::Vbd)
}

/// The last such day or month instead of the coming one, which stays as the second reading.
fn looked_back(line: &Line<'_>, found: Found) -> Told {
    let alone = found.end == found.start + 1;
    let mut told = found.told;
    let today = line.calendar.today;
    let Some(first) = told
        .readings
        .first()
        .filter(|first| first.from > today && told.kind == TimeKind::Date)
    else {
        return told;
    };
    let back = match (told.form, told.grain) {
        (TimeForm::Weekday, _) => weekday_before(today, first.from.weekday()).map(|day| (day, day)),
        (TimeForm::Written, _) => told
            .readings
            .iter()
            .find(|other| other.to < today)
            .map(|other| (other.from, other.to)),
        (TimeForm::Elastic, Grain::Month) if alone => {
            add_months(first.from, -12).map(|from| (from, from.last_of_month()))
        }
        _ => None,
    };
    let Some((from, to)) = back else {
        return told;
    };
    let before = Reading {
        from,
        to,
        convention: "the latest one: the verb tells the past",
        ..first.clone()
    };
    told.readings
        .retain(|reading| (reading.from, reading.to) != (from, to));
    told.readings.insert(0, before);
    told
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, roles};

    #[test]
    fn bounds_times_and_mentions() {
        roles(&[
            ("Please send it by Friday.", "by Friday: Deadline"),
            (
                "Reply no later than Friday.",
                "no later than Friday: Deadline",
            ),
            ("I need it before the 27th.", "before the 27th: Deadline"),
            (
                "The form is due on 3 December.",
                "due on 3 December: Deadline",
            ),
            ("The deadline is Monday.", "deadline is Monday: Deadline"),
            (
                "Send it by Friday at the latest.",
                "by Friday at the latest: Deadline",
            ),
            (
                "Please answer within two days.",
                "within two days: Deadline",
            ),
            ("Send it EOD.", "EOD: Deadline"),
            (
                "Please sign before the board meeting.",
                "before the board meeting: Deadline",
            ),
            ("Please call Bo on Friday.", "on Friday: When"),
            ("Could you sign this week?", "this week: When"),
            (
                "Read the notes of the meeting on Friday.",
                "on Friday: Mention",
            ),
            ("Friday's build is red.", "Friday: Mention"),
            ("It has been open since March.", "since March: Mention"),
            ("I wrote to you last week.", "last week: Mention"),
        ]);
    }

    #[test]
    fn the_past_looks_back() {
        check(&[
            ("We met on Friday.", "Friday: 2026-11-13 | 2026-11-20"),
            ("It was moved to Friday.", "Friday: 2026-11-20"),
            (
                "She signed it on 5 November.",
                "5 November: 2026-11-05 | 2027-11-05",
            ),
            (
                "We opened the shop in March.",
                "March: 2026-03-01..2026-03-31 | 2027-03-01..2027-03-31",
            ),
        ]);
    }
}
