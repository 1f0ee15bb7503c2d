use crate::facts::{Ask, AskForm, Passage};
use crate::finding::{Finding, Level};
use crate::language::Upos;
use crate::rules::{Context, offer, rule};

rule! {
    /// A request has a long way to its verb.
    ///
    /// ## Why
    /// "I would be grateful if you could" says "please" in seven words. The courtesy is the same, and the reader meets what is wanted
    /// at once.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I would be grateful if you could]] send the list by Friday.
    /// ```
    /// ```mail fixed
    /// Could you send the list by Friday?
    /// ```
    /// ```mail fine
    /// I appreciate your help with the form.
    /// ```
    /// ```mail fine
    /// I would like to introduce Ana, who owns the list.
    /// ```
    pub(super) static ASK_WORDY_PERFORMATIVE = {
        id: "ask-wordy-performative",
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
        .filter(|(_, ask)| is_wordy(passage, ask) && ask.action.is_some())
        .map(|(act, ask)| {
            let finding =
                ASK_WORDY_PERFORMATIVE.finding(ask.opening, "“Please” says this in one word.");
            offer::requests(finding, context, passage, act, ask)
        })
        .collect()
}

/// How many words may stand before the verb: "I ask you to" is short, "I would like to ask you to" is not.
const SHORT: usize = 4;

/// Whether the ask thanks or performs its way to the verb, at length.
pub(super) fn is_wordy(passage: &Passage, ask: &Ask) -> bool {
    let opening = passage.words.tokens_in(ask.opening);
    let grateful = opening
        .iter()
        .any(|token| token.is_any(&["grateful", "appreciate", "obliged", "thankful", "kindly"]));
    let advises = opening.iter().any(|token| {
        token.is_any(&[
            "suggest",
            "recommend",
            "propose",
            "inform",
            "memo",
            "advise",
            "invite",
            "leave",
            "important",
            "essential",
        ])
    });
    let asks = opening
        .iter()
        .any(|token| token.is_any(&["you", "ask", "request", "beg"]));
    // "Lyn asked that you join him" passes on what another asks.
    let passed_on = opening.iter().any(|token| token.tag.upos == Upos::Propn);
    !advises
        && !passed_on
        && (asks || grateful)
        && opening.len() > SHORT
        && (ask.form == AskForm::Performative || (ask.form == AskForm::Wish && grateful))
}
