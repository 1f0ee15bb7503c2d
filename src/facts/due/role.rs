//! What a time does in its sentence: bounds something, says when, or belongs to a noun or to the past.

use super::calendar::add_months;
use super::line::Line;
use super::mention;
use super::time::{Grain, Reading, TimeExpression, TimeForm, TimeKind, TimeRole};
use super::told::{Found, Told, weekday_before};
use super::vocabulary::Sense;
use crate::language::Penn;

/// How many words back the verb is looked for.
pub(super) const REACH: usize = 14;

/// The expression with its bound and its role.
pub(super) fn expression(line: &Line<'_>, found: Found) -> TimeExpression {
    let span = line.span(found.start, found.end);
    let (first, deadline) = bound(line, &found);
    // "It was due on Friday" tells of the past.
    let was =
        deadline && line.is(first, "due") && line.is_any(first.wrapping_sub(1), &["was", "were"]);
    let (first, deadline) = if was {
        (
            found.start - usize::from(line.is(found.start - 1, "on")),
            false,
        )
    } else {
        (first, deadline)
    };
    let (last, at_latest) = latest(line, found.end);
    let whole = line.span(first, last);
    let since = line.is(first, "since") && first < found.start;
    let gone =
        since || gone_by(line, &found, first) || mention::is_dated_thing(line, &found, first);
    let role = if deadline || at_latest {
        TimeRole::Deadline
    } else if mention::is_mention(line, &found, first) {
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
    const DEADLINE: [&[&str]; 24] = [
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
        &["this", "side", "of"],
        &["due", "on"],
        &["due", "at"],
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
    const PLACE: [&str; 16] = [
        "on", "at", "in", "during", "over", "around", "about", "since", "from", "after", "for",
        "of", "through", "as", "starting", "ending",
    ];
    let start = found.start;
    if found.told.kind == TimeKind::Event {
        let deadline = line.is_any(
            start,
            &["before", "by", "until", "till", "prior", "ahead", "in"],
        );
        return (start, deadline);
    }
    // "Drop by soon."
    if found.told.kind == TimeKind::Vague && found.told.readings.is_empty() {
        return (start, false);
    }
    if line.is(start, "within") || line.after(start, &["between", "now"]).is_some() {
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
    if names_the_last_day(line, found) {
        return (start, true);
    }
    // "this coming Friday", but "send this today"
    let pointed = line.is(start.wrapping_sub(1), "this")
        && (line.is_any(start, &["next", "coming", "following", "past", "last"])
            || matches!(line.sense(start), Sense::Weekday(_) | Sense::Month(_)));
    // "Look at this ASAP": the thing is no part of the time.
    let thing = line.is(start.wrapping_sub(1), "this") && found.told.kind == TimeKind::Vague;
    let place = start > 0 && !thing && (pointed || line.is_any(start - 1, &PLACE));
    // By themselves, EOD and the like are bounds: "Send it EOD."
    let itself = line.is_any(
        start,
        &[
            "eod", "eob", "eobd", "cob", "cop", "eop", "eow", "eom", "eoq", "eoy",
        ],
    ) && !place;
    (if place { start - 1 } else { start }, itself)
}

/// "The last day to sign up is Friday.", "Friday is the deadline.", "Registration closes on Friday."
fn names_the_last_day(line: &Line<'_>, found: &Found) -> bool {
    const NAMES: [&[&str]; 9] = [
        &["deadline"],
        &["cutoff"],
        &["cut", "-", "off"],
        &["cut-off"],
        &["due", "date"],
        &["last", "day"],
        &["closing", "date"],
        &["target", "date"],
        &["last", "chance"],
    ];
    const CLOSING: [&str; 14] = [
        "registration",
        "enrollment",
        "enrolment",
        "window",
        "poll",
        "survey",
        "nominations",
        "applications",
        "submissions",
        "submission",
        "voting",
        "booking",
        "bookings",
        "offer",
    ];
    let is = |at: usize| line.is_any(at, &["is", "'s", "remains"]);
    let named = |at: usize| NAMES.iter().any(|name| line.after(at, name).is_some());
    let start = found.start;
    let placed = line.is_any(start.wrapping_sub(1), &["on", "at"]);
    let verb = start.wrapping_sub(1 + usize::from(placed));
    let before = || (start.saturating_sub(REACH)..start).any(named);
    let after = || {
        let noun = line.skip(
            line.skip(found.end + 1, &["our", "your", "the"]),
            &["final"],
        );
        is(found.end) && named(noun)
    };
    let closes = || {
        line.is_any(
            verb,
            &["closes", "close", "ends", "expires", "end", "expire"],
        ) && (1..=4).any(|back| verb >= back && line.is_any(verb - back, &CLOSING))
    };
    // "Deadline for abstracts: 15 January"
    let headed = || line.is(start.wrapping_sub(1), ":") && start <= REACH && before();
    found.told.kind == TimeKind::Date && (is(verb) && before() || after() || closes() || headed())
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

/// Whether the time lies back, or the verb before it tells the past.
pub(super) fn past(line: &Line<'_>, found: &Found) -> bool {
    let ahead = found.told.form == TimeForm::Relative
        && found
            .told
            .from()
            .is_some_and(|from| from > line.calendar.today);
    lies_back(line, found) || !ahead && verb_before(line, found) == Some(Penn::Vbd)
}

/// Whether the words say that the time lies back: "last week", "two days ago", "over the past few months".
pub(super) fn lies_back(line: &Line<'_>, found: &Found) -> bool {
    const BACK: [&str; 5] = ["last", "yesterday", "past", "previous", "earlier"];
    let gone = found.told.to().is_some_and(|to| to <= line.calendar.today);
    gone && (line.is_any(found.end - 1, &["ago", "yesterday", "earlier", "back"])
        || (0..3).any(|on| found.start + on < found.end && line.is_any(found.start + on, &BACK)))
}

/// The tense of the nearest verb before the time.
fn verb_before(line: &Line<'_>, found: &Found) -> Option<Penn> {
    (found.start.saturating_sub(REACH)..found.start)
        .rev()
        .find_map(|at| {
            let tag = line.tag(at)?;
            if tag.penn == Penn::Vbn && is_asked_after(line, at) {
                return Some(Penn::Vbd);
            }
            (tag.is_verbal() && !matches!(tag.penn, Penn::Vbg | Penn::Vbn)).then_some(tag.penn)
        })
}

/// Whether a participle is the only verb behind a word that asks, and so its past: "why the 9 am backup failed".
fn is_asked_after(line: &Line<'_>, at: usize) -> bool {
    const NEAR: usize = 7;
    let near = at.saturating_sub(NEAR)..at;
    let asks = near
        .rev()
        .take_while(|&before| !line.tag(before).is_some_and(|tag| tag.is_verbal()))
        .find(|&before| line.is_any(before, &["why", "how", "what", "who", "whether"]));
    asks.is_some_and(|asks| asks + 1 < at)
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
    fn bounds_and_times() {
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
            ("The last day to sign up is Friday.", "Friday: Deadline"),
            ("Friday is the deadline.", "Friday: Deadline"),
            ("Registration closes on 3 December.", "3 December: Deadline"),
            ("The shop closes on Friday.", "on Friday: When"),
            ("Drop by soon.", "soon: When"),
            (
                "Forms are due at noon tomorrow.",
                "due at noon tomorrow: Deadline",
            ),
            ("It was due on Friday.", "on Friday: Mention"),
            (
                "The poll closes at noon on Sunday.",
                "noon on Sunday: Deadline",
            ),
            (
                "Fix it this side of Christmas.",
                "this side of Christmas: Deadline",
            ),
            (
                "It is on 5 May, not 4 May.",
                "on 5 May: When; 4 May: Mention",
            ),
            ("Cut the list by 10 and print it by 5.", "by 5: Deadline"),
            ("Please call Bo on Friday.", "on Friday: When"),
            ("Could you sign this week?", "this week: When"),
            ("Please send this today.", "today: When"),
            ("Bring the file you named tomorrow.", "tomorrow: When"),
            (
                "Please get the call scheduled for Friday.",
                "for Friday: When",
            ),
            (
                "Please find a room between now and Friday.",
                "between now and Friday: Deadline",
            ),
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
