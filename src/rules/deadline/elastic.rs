use jiff::civil::{Date, Time, Weekday};

use super::bound::{self, Bound};
use crate::facts::{ActKind, DueKind, Grain, Passage, Reading, TimeExpression, TimeForm, TimeRole};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule, wanted};
use crate::text::{Edit, Span};

rule! {
    /// A deadline ends when the reader thinks it does.
    ///
    /// ## Why
    /// The end of the day is five o'clock to one and midnight to another, and in another city it is tomorrow. The end of the week is
    /// Friday noon or Sunday night. Saying the day, and the hour for a day's end, costs one word and saves the argument.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please send it [[by EOD]].
    /// ```
    /// ```mail fixed
    /// Please send it by Wed 18 Nov, 17:00.
    /// ```
    /// ```mail flagged
    /// Could you sign the form [[this week]]?
    /// ```
    /// ```mail fixed
    /// Could you sign the form by Fri 20 Nov?
    /// ```
    /// ```mail fine
    /// Please send it by Friday 17:00.
    /// ```
    /// ```mail fine
    /// Let's talk next week.
    /// ```
    /// ```mail fine
    /// The end of the week was quiet.
    /// ```
    pub(super) static DEADLINE_ELASTIC = {
        id: "deadline-elastic",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

/// How many days off the end of an elastic time matters: nobody asks at which hour of the last day in a quarter.
const NEAR: i64 = 31;

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let near = context.today.saturating_add(jiff::Span::new().days(NEAR));
    let elastic = bound::bounds(passage).filter(|bound| {
        bound.due.kind == DueKind::Date
            && bound.time.form == TimeForm::Elastic
            && bounds(passage, bound)
            && !is_met_in(passage, bound)
            && !is_done_throughout(passage, bound)
            && bound.time.last_day().is_none_or(|day| day <= near)
            && (bound.time.grain < Grain::Month || bound.time.role == TimeRole::Deadline)
    });
    elastic
        .filter_map(|bound| {
            let finding = DEADLINE_ELASTIC.finding(
                bound.due.span,
                "Where this ends, each reader will decide for themself.",
            );
            if let Some(edit) = bound::on_a_day(passage, &bound) {
                return Some(finding.fix(Applies::WithBlank, "Add “on [day]”", edit));
            }
            let says = exact(passage, bound.time, context)?;
            Some(finding.fix(
                Applies::IfMeant,
                format!("Say “{says}”"),
                Edit::replace(bound.due.span, says),
            ))
        })
        .collect()
}

/// When what is wanted first thing is looked for.
const MORNING: Time = Time::constant(9, 0, 0, 0);

/// When the early part of a day is over.
const NOON: Time = Time::constant(12, 0, 0, 0);

/// The last day of an elastic time, with the hour where the time was part of a day; `None` if that day is past.
fn exact(passage: &Passage, time: &TimeExpression, context: &Context<'_>) -> Option<String> {
    let day = time.last_day().filter(|&day| day >= context.today)?;
    let reading = time.reading()?;
    if time.grain >= Grain::Day && reading.time.is_none() {
        let day = last_worked(time, reading, context).filter(|&day| day >= context.today)?;
        let words = rewrite::written(day, context.today, context.options);
        return Some(format!("by {words}"));
    }
    let words = rewrite::written(day, context.today, context.options);
    let words_said = bound::words(passage, time.span);
    let says = |words: &[&str]| words.iter().any(|words| words_said.contains(words));
    let usual = if says(&["first thing", "1st thing"]) {
        MORNING
    } else if says(&["early", "morning"]) {
        NOON
    } else {
        context.options.end_of_day
    };
    let hour = reading.time.unwrap_or(usual);
    Some(format!(
        "by {words}, {:02}:{:02}",
        hour.hour(),
        hour.minute()
    ))
}

/// The last day of the time that work is done on: the month ends on a Friday where its last day is a Sunday. "Over the weekend" has the
/// Sunday all the same, and "by the weekend" the Friday before.
fn last_worked(time: &TimeExpression, reading: &Reading, context: &Context<'_>) -> Option<Date> {
    let calendar = context.options.calendar(context.today);
    let weekend = reading.from.weekday() == Weekday::Saturday && time.grain == Grain::Week;
    match (weekend, time.role) {
        (true, TimeRole::Deadline) => calendar.working_day_on_or_before(reading.from),
        (true, _) => Some(reading.to),
        (false, _) => calendar.working_day_on_or_before(reading.to),
    }
}

/// Whether people are to meet within the time: "let's talk next week" is not "by the end of next week".
fn is_met_in(passage: &Passage, bound: &Bound<'_>) -> bool {
    const MEETS: [&str; 18] = [
        "meet", "meeting", "meetings", "talk", "discuss", "chat", "lunch", "dinner", "drink",
        "coffee", "together", "visit", "visiting", "come", "join", "speak", "catch", "sit",
    ];
    let before = Span::new(bound.act.span.start, bound.due.span.start);
    // "Set up a call next week", but "call me next week".
    const HELD: [&str; 8] = [
        "call",
        "calls",
        "session",
        "interview",
        "demo",
        "workshop",
        "sync",
        "standup",
    ];
    let mut words = passage.words.tokens_in(before).iter();
    bound.time.role == TimeRole::When
        && words.any(|word| word.is_any(&MEETS) || word.is_any(&HELD) && word.tag.is_nominal())
}

/// Whether it goes on all through the time: "keep an eye on the oven over the weekend".
fn is_done_throughout(passage: &Passage, bound: &Bound<'_>) -> bool {
    let lasts = matches!(&bound.act.kind, ActKind::Ask(ask) if wanted::lasts(passage, ask));
    lasts && bound.time.role != TimeRole::Deadline
}

/// Whether the time bounds the request: "this week", "by EOD", and not "for next week" or "until next week".
fn bounds(passage: &Passage, bound: &Bound<'_>) -> bool {
    const OTHERWISE: [&str; 15] = [
        "for", "until", "till", "of", "from", "since", "during", "about", "in", "just", "only",
        "even", "one", "each", "after",
    ];
    let tokens = &passage.words.tokens;
    // Found by halving: a paragraph may be as long as a book.
    let start = bound.due.span.start;
    let opens = tokens.partition_point(|token| token.span.start < start);
    let before = tokens.partition_point(|token| token.span.end <= start);
    let before = before.checked_sub(1);
    // "Could we try the next week?" names what is to be tried.
    let object = before.is_some_and(|at| tokens[at].tag.is_verbal())
        && tokens.get(opens).is_some_and(|token| token.is("the"));
    if object {
        return false;
    }
    ![Some(opens), before]
        .into_iter()
        .flatten()
        .filter_map(|at| tokens.get(at))
        .any(|token| token.is_any(&OTHERWISE))
}
