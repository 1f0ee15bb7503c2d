use super::instead;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, offer, rule};

rule! {
    /// A load is held up to be felt for, in place of where things stand.
    ///
    /// ## Why
    /// "You have no idea how swamped I am" asks for pity and answers nothing: is it a no, a later, or a yes under protest? How far things
    /// are, what can be done by when, and what is needed for that, is an answer the other side can work with.
    ///
    /// A load that ends on a day ("I'm swamped until Thursday") says where things stand, and is left alone.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I've got tons going on]] at the moment!
    /// ```
    /// ```mail fixed
    /// My week is full. What do you need from me, and by when?
    /// ```
    /// ```mail flagged
    /// [[You have no idea how swamped]] I am.
    /// ```
    /// ```mail fine
    /// I'm swamped until Thursday; I can read it on Friday.
    /// ```
    /// ```mail fine
    /// The cellar was completely underwater.
    /// ```
    pub(super) static SYMPATHY_APPEAL = {
        id: "sympathy-appeal",
        level: Some(Level::Info),
        guards: HonestAnswer,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let mut last = None;
    let appeals = listed::all(passage, SYMPATHY_APPEAL.id)
        .filter(|listed| appeals(listed) && last.replace(listed.at) != Some(listed.at));
    appeals
        .map(|listed| {
            let says = "This asks for sympathy and does not say where things stand.";
            let finding = SYMPATHY_APPEAL.finding(listed.phrase.span, says);
            let day = offer::usual_day(context);
            let finding = instead::sentence(
                finding,
                &listed,
                Applies::IfMeant,
                "My week is full. What do you need from me, and by when?",
            );
            let later = format!("I can do this by {day}. Is that soon enough?");
            instead::sentence(finding, &listed, Applies::IfMeant, &later)
        })
        .collect()
}

/// Whether the load is said for itself, without the day it ends on.
fn appeals(listed: &Listed<'_>) -> bool {
    !listed.dated()
        && !listed.asks()
        && !listed
            .before()
            .iter()
            .any(|token| token.is_any(&["if", "when", "unless"]))
}

/// Whether the passage makes such an appeal.
pub(super) fn stands_in(passage: &Passage) -> bool {
    listed::all(passage, SYMPATHY_APPEAL.id).any(|listed| appeals(&listed))
}
