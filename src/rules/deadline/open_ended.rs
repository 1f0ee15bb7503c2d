use super::asap::says_urgent;
use super::bound;
use crate::facts::{DueKind, Passage, TimeKind};
use crate::finding::{Finding, Level};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits};

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
        bound.due.kind == DueKind::Vague
            && !says_urgent(&bound::words(passage, bound.time.span))
            && !dated()
    });
    open.map(|bound| {
        let finding = DEADLINE_OPEN_ENDED.finding(
            bound.due.span,
            "This leaves the time open, so it reads as “not now”.",
        );
        let place = bound.due.span;
        offer::days(
            finding,
            context,
            |day| format!("Say “by {day}”"),
            |day| Some(Edits::from(Edit::replace(place, format!("by {day}")))),
        )
    })
    .collect()
}
