use super::{bound, open_ended};
use crate::facts::{
    Act, Ask, AskForm, DueKind, Message, Passage, Placed, TimeExpression, TimeKind, TimeRole,
    is_open, left_open,
};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, Kind, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// Two deadlines stand for one request.
    ///
    /// ## Why
    /// Of two dates the reader takes the one that suits them, and of a date and "no rush" they take "no rush". Nobody has broken a
    /// promise, and the thing is late all the same.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Send me the form [[whenever you can]], by Friday 12:00.
    /// ```
    /// ```mail fixed
    /// Send me the form by Friday 12:00.
    /// ```
    /// ```mail flagged
    /// Please sign the lease by [[Friday]]. I need it by Thursday.
    /// ```
    /// ```mail flagged
    /// Please reply today. [[Next week]] is fine too.
    /// ```
    /// ```mail fixed
    /// Please reply today.
    /// ```
    /// ```mail fine
    /// Please draft it by Wednesday and sign it by Thursday.
    /// ```
    /// ```mail fine
    /// By Friday 12:00, please; Monday 10:00 at the latest.
    /// ```
    pub(super) static DEADLINE_CONFLICT = {
        id: "deadline-conflict",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let within = context.noticed(message, Kind::Conflict).flat_map(|of| {
        let conflicts = of.noticed.conflicts.iter().cloned();
        conflicts.map(move |finding| finding.shifted(of.offset))
    });
    within.chain(against_subject(message)).collect()
}

/// Times of a passage that contradict one another, counted from its first byte.
pub(in crate::rules) fn noticed(passage: &Passage) -> Vec<Finding> {
    let mut found = softened(passage);
    found.extend(put_off(passage));
    found.extend(repeated(passage));
    found
}

/// A time that leaves it open beside a fixed or an urgent one in one sentence.
fn softened(passage: &Passage) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for bound in bound::bounds(passage) {
        let times = || bound.others(passage).chain([bound.time]);
        let fixes = |time: &&TimeExpression| {
            // "When you have a minute on Tuesday" leaves open the minute only.
            time.kind == TimeKind::Date && time.role == TimeRole::Deadline
                || time.span == bound.time.span && is_urgent(passage, time)
        };
        let Some(fixed) = times().find(fixes) else {
            continue;
        };
        let Some(vague) = times().find(|time| is_open(passage, time)) else {
            continue;
        };
        if found.iter().all(|finding| finding.span != vague.whole) {
            let finding = DEADLINE_CONFLICT.finding(
                vague.whole,
                match fixed.kind {
                    TimeKind::Date => "This leaves open what the date beside it fixes.",
                    _ => "This leaves open what the words beside it press for.",
                },
            );
            let title = format!("Take out “{}”", vague.whole.of(&passage.text));
            let finding = finding.relate(fixed.whole, "The time it takes back.");
            found.push(finding.fix(
                Applies::IfMeant,
                title,
                Edits::from(taken_out(passage, bound.act, vague)),
            ));
        }
    }
    found
}

/// The vague time taken out: with its clause where that says nothing else, or with the comma that set it off from the date.
fn taken_out(passage: &Passage, act: &Act, vague: &TimeExpression) -> Edit {
    let (text, span) = (passage.text.as_str(), vague.whole);
    if let Some(open) = left_open(passage, act).filter(|open| open.time.span == vague.span) {
        return open_ended::without(passage, open.spans[0]);
    }
    let comma = text[span.end..].starts_with(',');
    rewrite::cut(text, Span::new(span.start, span.end + usize::from(comma)))
}

/// Whether a time cannot wait: "ASAP", and not "soon".
fn is_urgent(passage: &Passage, time: &TimeExpression) -> bool {
    const NOW: [&str; 6] = [
        "asap",
        "as soon as possible",
        "immediate",
        "right away",
        "urgent",
        "at once",
    ];
    let words = bound::words(passage, time.span);
    time.kind == TimeKind::Vague && NOW.iter().any(|now| words.contains(now))
}

/// A sentence after a dated request that allows a later day: "Please reply today. Next week is fine too."
fn put_off(passage: &Passage) -> Vec<Finding> {
    let dated = bound::bounds(passage).filter(|bound| bound.due.kind == DueKind::Date);
    dated
        .filter_map(|bound| {
            let sentences = &passage.words.sentences;
            let asked = sentences.get(bound.act.sentence)?.span;
            let next = sentences.get(bound.act.sentence + 1)?.span;
            let later = passage.times_in(next).next()?;
            let opens = later.span.start == next.start && later.kind == TimeKind::Date;
            let allowed = opens
                && later.last_day()? > bound.time.last_day()?
                && allows(&bound::words(passage, Span::new(later.whole.end, next.end)));
            let finding = || {
                DEADLINE_CONFLICT
                    .finding(
                        later.span,
                        "This allows a later day than the request names.",
                    )
                    .relate(bound.time.whole, "The day of the request.")
            };
            allowed.then(|| {
                finding().fix(
                    Applies::IfMeant,
                    format!("Take out “{}”", next.of(&passage.text)),
                    Edits::from(Edit::replace(Span::new(asked.end, next.end), "")),
                )
            })
        })
        .collect()
}

/// Whether the words behind a day say that it will do.
fn allows(words: &str) -> bool {
    const VERBS: [&str; 4] = ["is ", "would be ", "works", "will do"];
    const WELL: [&str; 6] = ["fine", "ok", "okay", "good enough", "works", "will do"];
    const NEAR: usize = 40;
    let words = words.trim_start();
    let near = &words[..words.floor_char_boundary(NEAR)];
    VERBS.iter().any(|verb| near.starts_with(verb)) && WELL.iter().any(|well| near.contains(well))
}

/// A subject and its one dated request that name two days.
fn against_subject(message: &Message) -> Option<Finding> {
    let (offset, subject) = message.subject.as_ref()?;
    let bound = subject
        .times
        .iter()
        .find(|time| time.role == TimeRole::Deadline && time.kind == TimeKind::Date)?;
    let mut dated = message
        .asks()
        .filter_map(|ask| Some((ask.offset, day(&ask)?)));
    let (at, (span, asked)) = dated.next().filter(|_| dated.next().is_none())?;
    (bound.last_day()? != asked).then(|| {
        let finding = DEADLINE_CONFLICT.finding(span.shifted(at), "The subject names another day.");
        finding.relate(bound.whole.shifted(*offset), "The day in the subject.")
    })
}

/// A dated ask, and right after it the same thing needed by another day: "Please sign it by Thursday. I need it by Wednesday."
fn repeated(passage: &Passage) -> Vec<Finding> {
    let asks: Vec<Placed<'_, Ask>> = passage.asks_placed(0).collect();
    asks.windows(2)
        .filter_map(|pair| {
            let [first, again] = pair else { return None };
            let same = again.fact.form == AskForm::Need && refers_back(again);
            let (one, other) = (day(first)?, day(again)?);
            if !same || one.1 == other.1 {
                return None;
            }
            let (later, earlier) = if one.1 > other.1 {
                (one.0, other.0)
            } else {
                (other.0, one.0)
            };
            let finding = DEADLINE_CONFLICT.finding(
                later,
                "Another sentence gives this request an earlier date.",
            );
            let says = earlier.of(&first.passage.text).to_owned();
            Some(
                finding
                    .relate(earlier, "The earlier date.")
                    .say(Applies::IfMeant, says),
            )
        })
        .collect()
}

/// Whether what is needed is what was asked for just before.
fn refers_back(ask: &Placed<'_, Ask>) -> bool {
    let object = ask.fact.action.as_ref().and_then(|action| action.object);
    object.is_some_and(|object| {
        matches!(
            bound::words(ask.passage, object).as_str(),
            "it" | "this" | "that" | "them" | "these" | "those" | "both"
        )
    })
}

fn day(ask: &Placed<'_, Ask>) -> Option<(Span, jiff::civil::Date)> {
    let due = ask
        .fact
        .due
        .as_ref()
        .filter(|due| due.kind == DueKind::Date)?;
    let time = ask.passage.times.get(due.time)?;
    Some((time.span, time.last_day()?))
}
