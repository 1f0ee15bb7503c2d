use jiff::civil::Weekday;

use super::bound;
use crate::facts::due::Fault;
use crate::facts::{DueKind, Passage, TimeExpression, TimeForm, TimeRole};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits};

rule! {
    /// A deadline is past, or is no day at all.
    ///
    /// ## Why
    /// A weekday that does not fit its date leaves the reader two days to choose from, and they may choose the later one. A date that
    /// is past, or that no calendar has, cannot be met; the reader has to write back before they can start.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please sign by [[Monday 24 November]].
    /// ```
    /// ```mail fixed
    /// Please sign by Tuesday 24 November.
    /// ```
    /// ```mail flagged
    /// Please reply by [[31 April]].
    /// ```
    /// ```mail flagged
    /// Could you send me the totals by [[12 November]]?
    /// ```
    /// ```mail fine
    /// The totals are as of Monday 9 November.
    /// ```
    /// ```mail fine
    /// Please sign by Tuesday 24 November.
    /// ```
    pub(super) static DEADLINE_IMPOSSIBLE = {
        id: "deadline-impossible",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

/// From how many days on the day in a mail's head tells that it was sent, and is no draft put off.
const OLD: i64 = 30;

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    // What was sent long ago had other days ahead.
    let sent = context.headers.date;
    if sent.is_some_and(|sent| sent.saturating_add(jiff::Span::new().days(OLD)) < context.today) {
        return Vec::new();
    }
    let faulty = passage
        .times
        .iter()
        .filter(|time| !is_of_another_day(passage, time, context))
        .filter_map(|time| Some(broken(passage, time, time.fault?, context)));
    let past = bound::bounds(passage)
        .filter(|bound| bound.due.kind == DueKind::Date && bound.time.fault.is_none());
    let past = past
        .filter(|bound| is_past(bound.time, context))
        .map(|bound| late(bound.time, context));
    faulty.chain(past).collect()
}

/// Whether a weekday that does not fit its date need not be of it: without a year the date may well be one of another year if it lies
/// behind or is far off.
fn is_of_another_day(passage: &Passage, time: &TimeExpression, context: &Context<'_>) -> bool {
    /// How many days ahead a date is dated by hand and not told of.
    const NEAR: i32 = 31;
    // "The list for 9/27 on Friday" tells two times.
    let two = passage
        .words
        .tokens_in(time.span)
        .iter()
        .any(|token| token.is("on"));
    let mismatch = matches!(time.fault, Some(Fault::WeekdayMismatch { .. }));
    let ahead = time
        .last_day()
        .and_then(|day| context.today.until(day).ok());
    let near = ahead.is_some_and(|span| (0..=NEAR).contains(&span.get_days()));
    let mut words = passage.words.tokens_in(time.span).iter();
    let year = words.any(|token| {
        token.norm.len() == 4 && token.norm.bytes().all(|byte| byte.is_ascii_digit())
            || token.norm.matches('/').count() == 2
    });
    mismatch && (two || !year && !near)
}

fn broken(
    passage: &Passage,
    time: &TimeExpression,
    fault: Fault,
    context: &Context<'_>,
) -> Finding {
    let message = match fault {
        Fault::NoSuchDay => "No calendar has this day.".to_owned(),
        Fault::NoSuchTime => "No clock shows this time.".to_owned(),
        Fault::WeekdayMismatch { is, .. } => {
            format!("This date is a {}.", rewrite::weekday_name(is))
        }
    };
    let finding = DEADLINE_IMPOSSIBLE.finding(time.span, message);
    match fault {
        Fault::WeekdayMismatch { is, .. } => other_weekday(finding, passage, time, is, context),
        Fault::NoSuchDay if time.role != TimeRole::Mention => other_days(finding, time, context),
        Fault::NoSuchDay | Fault::NoSuchTime => finding,
    }
}

/// The date with the weekday it has, and the weekday with the date nearest to the one written.
fn other_weekday(
    finding: Finding,
    passage: &Passage,
    time: &TimeExpression,
    is: Weekday,
    context: &Context<'_>,
) -> Finding {
    let mut inside = passage.words.tokens_in(time.span).iter();
    let Some(word) = inside.find(|token| is_weekday(&token.norm)) else {
        return finding;
    };
    let name = if word.norm.len() > 5 {
        rewrite::weekday_name(is)
    } else {
        &rewrite::weekday_name(is)[..3]
    };
    let finding = finding.fix(
        Applies::IfMeant,
        format!("Say “{name}”"),
        Edit::replace(word.span, name),
    );
    let clock = time.reading().is_some_and(|reading| reading.time.is_some());
    let meant = time
        .readings
        .get(1)
        .filter(|reading| !clock && reading.to >= context.today);
    match meant {
        Some(reading) => {
            let day = rewrite::written(reading.to, context.today, context.options);
            finding.say(Applies::IfMeant, day)
        }
        None => finding,
    }
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    DAYS.iter().any(|day| word.starts_with(day)) && !word.starts_with("month")
}

/// Whether a bound lies before today; a date without its year that has just gone by counts, for nobody means next year's.
fn is_past(time: &TimeExpression, context: &Context<'_>) -> bool {
    let Some(day) = time.last_day() else {
        return false;
    };
    let ahead = context.today.until(day).map_or(0, |span| span.get_days());
    (ahead < 0 && time.role == TimeRole::Deadline)
        || (time.form == TimeForm::Written
            && (300..366).contains(&ahead)
            && time.role == TimeRole::Deadline)
}

fn late(time: &TimeExpression, context: &Context<'_>) -> Finding {
    other_days(
        DEADLINE_IMPOSSIBLE.finding(time.span, "This day is past."),
        time,
        context,
    )
}

fn other_days(finding: Finding, time: &TimeExpression, context: &Context<'_>) -> Finding {
    let place = time.span;
    offer::days(
        finding,
        context,
        |day| format!("Say “{day}”"),
        |day| Some(Edits::from(Edit::replace(place, day))),
    )
}
