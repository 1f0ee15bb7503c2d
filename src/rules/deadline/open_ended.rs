use super::asap::says_urgent;
use super::bound::{self, Bound};
use crate::facts::{ActKind, AskForm, DueKind, Passage, TimeForm, TimeKind};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, offer, rule};

rule! {
    /// A request leaves its time to the reader's mood.
    ///
    /// ## Why
    /// "When you get a chance" is meant as kindness and read as "not now". The chance does not come, and the writer is left waiting
    /// without a day on which asking again is fair. The latest day that is still of use is kinder: the reader can plan around it.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Take a look at the lease [[whenever you get a chance]].
    /// ```
    /// ```mail fixed
    /// Take a look at the lease by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// Could you send me the totals [[at some point]]?
    /// ```
    /// ```mail fine
    /// Restart the job whenever the queue is empty.
    /// ```
    /// ```mail fine
    /// At some point last night the link broke.
    /// ```
    pub(super) static DEADLINE_OPEN_ENDED = {
        id: "deadline-open-ended",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let open = bound::bounds(passage).filter(|bound| {
        let dated = || {
            bound
                .others(passage)
                .any(|time| time.kind == TimeKind::Date)
        };
        let words = bound::words(passage, bound.time.span);
        bound.due.kind == DueKind::Vague
            && !words.split(' ').any(|word| word == "now")
            && !says_urgent(&words)
            && bound.time.form != TimeForm::Context
            && leaves_open(passage, bound)
            && !dated()
    });
    open.map(|bound| {
        let finding = DEADLINE_OPEN_ENDED.finding(
            bound.due.span,
            "This leaves the time open, so it reads as “not now”.",
        );
        let finding = match bound::on_a_day(passage, &bound) {
            Some(edit) => finding.fix(Applies::WithBlank, "Add “on [day]”", edit),
            None => finding,
        };
        offer::days(
            meant(finding, passage, &bound, context),
            context,
            |day| format!("Say “by {day}”"),
            |day| bound::redated(passage, &bound, day),
        )
    })
    .collect()
}

/// Whether the words leave the time to the reader: "now" does not, and "over the past months" tells how long.
fn leaves_open(passage: &Passage, bound: &Bound<'_>) -> bool {
    let tokens = passage.words.tokens_in(bound.due.span);
    let now = tokens.last().is_some_and(|last| last.is("now")) && tokens.len() <= 2;
    let while_long = tokens.first().is_some_and(|first| first.is("over"));
    // "In the next few days" has an end, if a blurred one.
    let opens = tokens
        .first()
        .is_some_and(|first| first.is_any(&["in", "within", "over", "during"]));
    let ends = opens
        && tokens
            .iter()
            .any(|token| token.is_any(&["next", "coming", "couple", "few"]))
        && tokens.iter().any(|token| {
            token.is_any(&["hours", "day", "days", "week", "weeks", "month", "months"])
        });
    // "Let's have lunch some time" is said to be kind.
    let ActKind::Ask(ask) = &bound.act.kind else {
        return false;
    };
    let object = ask.action.as_ref().and_then(|action| action.object);
    let kind = object.is_some_and(|object| {
        let last = passage.words.tokens_in(object).last();
        last.is_some_and(|last| {
            last.is_any(&[
                "lunch",
                "dinner",
                "breakfast",
                "coffee",
                "drink",
                "drinks",
                "beer",
                "beers",
            ])
        })
    });
    // "Maybe we can have another party some time" muses, "could we meet some time" asks.
    let opening = passage.words.tokens_in(ask.opening);
    let muses = ask.form == AskForm::We
        && opening.first().is_some_and(|first| first.is("we"))
        && opening
            .iter()
            .any(|token| token.is_any(&["can", "could", "might"]));
    !kind && !now && !while_long && !ends && !muses
}

/// The last day that "sometime next week" allows, before the days usually offered.
fn meant(finding: Finding, passage: &Passage, bound: &Bound<'_>, context: &Context<'_>) -> Finding {
    let Some(day) = bound.time.last_day().filter(|&day| day >= context.today) else {
        return finding;
    };
    let day = rewrite::written(day, context.today, context.options);
    match bound::redated(passage, bound, &day) {
        Some(edits) => finding.fix(Applies::IfMeant, format!("Say “by {day}”"), edits),
        None => finding,
    }
}
