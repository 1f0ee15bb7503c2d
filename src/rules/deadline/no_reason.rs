use crate::facts::{DueKind, Message};
use crate::finding::{Applies, Finding};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::Edit;

rule! {
    /// A dated request does not say what the date is for.
    ///
    /// ## Why
    /// A date without a reason looks like a whim and is moved like one. With the reason the reader can weigh it, and can offer
    /// something better: half of it in time, or someone else who has it already.
    ///
    /// Off until asked for: many requests need no reason.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please [[send me the totals]] by Monday.
    /// ```
    /// ```mail fixed
    /// Please send me the totals by Monday so that [reason].
    /// ```
    /// ```mail fine
    /// Please send me the totals by Monday, so that the audit can start.
    /// ```
    /// ```mail fine
    /// I file the answer on Friday, so I need your comments by Thursday.
    /// ```
    pub(super) static DEADLINE_NO_REASON = {
        id: "deadline-no-reason",
        level: None,
        guards: OpenQuestion,
        since: "0.1.0",
        check: Message(check),
    }
}

fn check(message: &Message, _: &Context<'_>) -> Vec<Finding> {
    let dated = message.asks().filter(|ask| {
        ask.fact
            .due
            .as_ref()
            .is_some_and(|due| due.kind == DueKind::Date)
    });
    let bare = dated.filter(|ask| {
        const REASONS: [&str; 9] = [
            "because",
            "so",
            "since",
            "for",
            "before",
            "as",
            "otherwise",
            "therefore",
            "hence",
        ];
        ask.fact.reason.is_none()
            && !ask
                .passage
                .words
                .tokens
                .iter()
                .any(|token| token.is_any(&REASONS))
    });
    bare.map(|ask| {
        let finding = DEADLINE_NO_REASON.finding(
            super::missing::words(&ask),
            "Nothing says what this date is for.",
        );
        match rewrite::due_place(ask.passage, ask.fact, ask.act.span) {
            Some(place) => finding.fix(
                Applies::WithBlank,
                "Add “so that [reason]”",
                Edit::insert(place + ask.offset, " so that [reason]"),
            ),
            None => finding,
        }
    })
    .collect()
}
