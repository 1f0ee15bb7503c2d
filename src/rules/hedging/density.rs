use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// A request is softened until it can be missed.
    ///
    /// ## Why
    /// One softener is courtesy. Three in a sentence bury the verb, and a reader who skims sees a musing and no task. Then nothing
    /// comes back, and the writer, who was only being kind, has to ask again.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I was just wondering if you might possibly be able to]] check the lease?
    /// ```
    /// ```mail fixed
    /// Could you check the lease by Fri 20 Nov?
    /// ```
    /// ```mail fine
    /// Could you please review it by Friday?
    /// ```
    /// ```mail fine
    /// The report says that costs may, perhaps, possibly rise.
    /// ```
    pub(super) static HEDGE_DENSITY = {
        id: "hedge-density",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List],
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let dense = soft::spoken_by(passage, &HEDGE_DENSITY);
    dense
        .iter()
        .filter_map(|softened| {
            let (act, ask) = softened.ask?;
            let first = softened.softeners.first()?.span;
            let verb = ask
                .action
                .as_ref()
                .map_or(act.span.end, |action| action.verb_span.start);
            let before = softened
                .softeners
                .iter()
                .filter(|softener| softener.span.start < verb);
            let span = before.fold(first, |all: Span, softener| all.join(softener.span));
            let mut finding =
                HEDGE_DENSITY.finding(span, "This request is softened until it can be missed.");
            for softener in softened
                .softeners
                .iter()
                .filter(|softener| !span.covers(softener.span))
            {
                finding = finding.relate(softener.span, "Softens the same sentence.");
            }
            let finding = softened.requested(finding, context);
            Some(if finding.fixes.is_empty() {
                softened.cut(finding, Applies::IfMeant)
            } else {
                finding
            })
        })
        .collect()
}
