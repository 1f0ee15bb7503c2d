use crate::facts::{AskForm, OwnerKind, Passage};
use crate::finding::{Finding, Level};
use crate::rules::{Context, offer, rule, wanted};

rule! {
    /// A request is wrapped in two questions.
    ///
    /// ## Why
    /// "Do you think you could" asks for an opinion about an ability. One layer of question is courtesy and is left alone; the second
    /// only hides the verb, and invites an answer to itself: "Yes, I think so."
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Do you think you could]] send me the list?
    /// ```
    /// ```mail fixed
    /// Could you send me the list by Fri 20 Nov?
    /// ```
    /// ```mail fine
    /// Could you send me the list by Friday?
    /// ```
    /// ```mail fine
    /// Do you think the test covers the edge case?
    /// ```
    pub(super) static ASK_INDIRECT = {
        id: "ask-indirect",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    passage
        .asks()
        .filter_map(|(act, ask)| {
            // "How do you feel about taking it on?" asks how they feel.
            let feels = passage
                .words
                .tokens_in(ask.opening)
                .iter()
                .any(|token| token.is("feel"));
            // "Do you have a minute to talk?" asks for the minute, and "is there a chance you might like to come" invites.
            let talks = ask.action.as_ref().is_some_and(|action| {
                matches!(
                    action.verb.as_str(),
                    "chat"
                        | "talk"
                        | "speak"
                        | "meet"
                        | "connect"
                        | "like"
                        | "want"
                        | "join"
                        | "come"
                )
            });
            // "Any chance we can get together for dinner?" invites.
            let together = ask.owner.kind == OwnerKind::We
                && passage.words.tokens_in(act.span).iter().any(|token| {
                    token.is_any(&["together", "lunch", "dinner", "coffee", "drink", "drinks"])
                });
            let wrapped = !feels
                && !together
                && !talks
                && ask.form == AskForm::Layered
                && (ask.owner.kind == OwnerKind::We || wanted::addresses(passage, ask))
                && ask.action.is_some();
            wrapped.then(|| {
                let finding =
                    ASK_INDIRECT.finding(ask.opening, "One question around a request is enough.");
                offer::requests(finding, context, passage, act, ask)
            })
        })
        .collect()
}
