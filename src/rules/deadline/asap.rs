use super::bound::{self, Bound};
use crate::facts::{Act, ActKind, AskForm, DueKind, Passage, TimeKind};
use crate::finding::{Finding, Level};
use crate::language::among;
use crate::rewrite;
use crate::rules::{Context, asking, offer, rule};

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
            let days = offer::days(
                finding,
                context,
                |day| format!("Say “by {day}”"),
                |day| bound::redated(passage, &bound, day),
            );
            let words = bound::words(passage, bound.time.span);
            let today = rewrite::written(context.today, context.today, context.options);
            soonest_first(days, (!presses(&words)).then_some(&today))
        })
        .collect()
}

/// Whether the ask waits for something to happen.
fn waits(act: &Act) -> bool {
    matches!(&act.kind, ActKind::Ask(ask) if ask.condition.is_some())
}

/// Whether words for soon mean at once: "ASAP" does, "soon" and "at your earliest convenience" leave a night's sleep.
fn presses(words: &str) -> bool {
    const MILD: [&str; 5] = ["soon", "sooner", "shortly", "convenience", "promptly"];
    let mild = MILD
        .iter()
        .any(|mild| words.split(' ').any(|word| word == *mild));
    !mild || words.contains("as soon as")
}

/// What is urgent is asked for today before it is asked for on Friday; not so the day in `later`.
fn soonest_first(mut finding: Finding, later: Option<&str>) -> Finding {
    if finding.fixes.len() > 1 {
        let usual = finding.fixes.remove(0);
        finding.fixes.insert(finding.fixes.len().min(2), usual);
        if later.is_some_and(|later| finding.fixes[0].title.contains(later)) {
            finding.fixes.swap(0, 1);
        }
    }
    finding
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
        && !is_for_company(bound)
        && !reason()
        && says_urgent(&bound::words(passage, bound.time.span))
        && !dated()
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

/// Whether vague words press for time; else they leave it open.
pub(super) fn says_urgent(words: &str) -> bool {
    const PRESSING: [&str; 15] = [
        "asap",
        "a.s.a.p",
        "as soon as",
        "soon",
        "urgent",
        "immediate",
        "right away",
        "straight away",
        "at once",
        "earliest",
        "prompt",
        "quick",
        "without delay",
        "shortly",
        "in a timely",
    ];
    PRESSING.iter().any(|pressing| words.contains(pressing))
}
