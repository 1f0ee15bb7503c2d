use super::bound::{self, Bound};
use crate::facts::{Act, ActKind, AskForm, DueKind, Passage, TimeKind, presses};
use crate::finding::{Finding, Level};
use crate::language::among;
use crate::rewrite;
use crate::rules::{Context, asking, offer, rule};
use crate::text::Span;

rule! {
    /// A request is urgent, and nothing says when its time is up.
    ///
    /// ## Why
    /// To one reader "ASAP" is within the hour, to the next it is after everything else. Both are right, and one of them lets the
    /// writer down. A day, and a time where it matters, is as quick to write and cannot be read two ways.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please answer [[as soon as possible]].
    /// ```
    /// ```mail fixed
    /// Please answer by Wed 18 Nov.
    /// ```
    /// ```mail flagged
    /// Could you send me the signed form [[ASAP]]?
    /// ```
    /// ```mail fine
    /// Merge it as soon as the build is green.
    /// ```
    /// ```mail fine
    /// Please sign ASAP, by Friday 12:00 at the latest.
    /// ```
    pub(super) static DEADLINE_ASAP = {
        id: "deadline-asap",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    // "If the alarm rings, call the porter immediately" says when.
    let urgent =
        bound::bounds(passage).filter(|bound| is_urgent(passage, bound) && !waits(bound.act));
    urgent
        .map(|bound| {
            let finding = DEADLINE_ASAP.finding(
                bound.due.span,
                "How soon this is, each reader will decide for themself.",
            );
            let words = bound.time.span.of(&passage.text);
            offer::days_among(
                finding,
                rewrite::soonest(words, context.today, context.options),
                |day| format!("Say “by {day}”"),
                |day| bound::redated(passage, &bound, day),
            )
        })
        .collect()
}

/// Whether the ask waits for something to happen.
fn waits(act: &Act) -> bool {
    let ActKind::Ask(ask) = &act.kind else {
        return false;
    };
    // "Let me know if you can come" waits for nothing.
    let asked =
        |condition: Span| ask.form == AskForm::LetMeKnow && condition.start > ask.opening.start;
    ask.condition.is_some_and(|condition| !asked(condition))
}

fn is_urgent(passage: &Passage, bound: &Bound<'_>) -> bool {
    let dated = || {
        bound
            .others(passage)
            .any(|time| time.kind == TimeKind::Date)
    };
    // "Could you tell us today? We need to order the cards as soon as possible": the request has its day.
    let ActKind::Ask(ask) = &bound.act.kind else {
        return false;
    };
    let reason = || ask.form == AskForm::We && asking::is_reason(passage, bound.act, ask);
    bound.due.kind == DueKind::Vague
        && !(is_for_company(bound) && is_soon(bound.time.span.of(&passage.text)))
        && !reason()
        && presses(bound.time.span.of(&passage.text))
        && !dated()
}

/// Whether the words only say "soon".
fn is_soon(words: &str) -> bool {
    let words = words.to_lowercase();
    matches!(
        words.as_str(),
        "soon" | "sometime soon" | "some time soon" | "very soon" | "real soon"
    )
}

/// Whether the two are to be together: "let's talk soon", "drop by soon".
pub(super) fn is_for_company(bound: &Bound<'_>) -> bool {
    const COMPANY: &str =
        "drop|stop|come|swing|visit|meet|talk|chat|speak|catch|see|join|hang|lunch";
    let ActKind::Ask(ask) = &bound.act.kind else {
        return false;
    };
    let verb = ask.action.as_ref().map(|action| action.verb.as_str());
    verb.is_some_and(|verb| {
        verb == "get together" || among(verb.split(' ').next().unwrap_or_default(), COMPANY)
    })
}
