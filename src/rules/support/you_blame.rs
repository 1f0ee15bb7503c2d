use super::instead;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, offer, rule};

rule! {
    /// The reader is judged, and what happened is left out.
    ///
    /// ## Why
    /// "You never answer" is a verdict, and the answer to a verdict is a defence. What is missing and by when it is wanted can be answered
    /// with the thing itself.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[You failed to]] send the form.
    /// ```
    /// ```mail fixed
    /// I have not had [what] yet. Please send it by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// [[You should have told]] me on Monday.
    /// ```
    /// ```mail fine
    /// You should have three files in the folder by now.
    /// ```
    /// ```mail fine
    /// You never need to restart it.
    /// ```
    pub(super) static YOU_BLAME = {
        id: "you-blame",
        level: Some(Level::Hint),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    listed::all(passage, YOU_BLAME.id)
        .filter(judges)
        .map(|listed| {
            let says = "This judges the reader and leaves out what happened.";
            let finding = YOU_BLAME.finding(listed.phrase.span, says);
            // "You should have checked" kept nothing from the writer.
            let said = listed.phrase.span.of(&passage.text).to_lowercase();
            let kept = [
                "told", "sent", "let", "given", "informed", "asked", "replied",
            ];
            if said.contains("should") && !kept.iter().any(|kept| said.contains(kept)) {
                return finding;
            }
            let day = offer::usual_day(context);
            let words = format!("I have not had [what] yet. Please send it by {day}.");
            instead::sentence(finding, &listed, Applies::WithBlank, &words)
        })
        .collect()
}

/// Whether it is said to the reader's face, as a fact.
fn judges(listed: &Listed<'_>) -> bool {
    let supposed = listed.before().iter().any(|token| {
        token.is_any(&[
            "if", "whether", "unless", "when", "who", "which", "that", "what", "like", "as", "why",
        ])
    });
    // "You should have been told" and "You should have let go of it" are no blame.
    let passive = listed.next() == "been";
    // "You should have listened to Maw" blames for nothing between the two.
    let other = listed.next() == "to"
        && listed
            .after()
            .get(1)
            .is_some_and(|who| !who.is_any(&["me", "us", "my", "our", "what"]));
    // "How could you not laugh?" is said of anyone.
    let anyone = listed.next() == "not";
    !supposed && !passive && !other && !anyone
}
