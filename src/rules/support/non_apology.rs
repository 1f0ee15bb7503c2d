use super::instead;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, listed, rule};

rule! {
    /// Regret is for the reader's reaction, or is taken back by a "but".
    ///
    /// ## Why
    /// "I'm sorry you feel that way" puts the fault with the one who was hurt, and everyone can hear it. What was wrong, said plainly,
    /// mends more; if nothing was, the facts will do without the regret.
    ///
    /// ## Examples
    /// ```mail flagged
    /// I'm [[sorry you feel]] that way.
    /// ```
    /// ```mail fixed
    /// I was unclear: [what I meant].
    /// ```
    /// ```mail flagged
    /// [[Sorry if you were]] confused.
    /// ```
    /// ```mail fine
    /// Sorry that I was unclear: the date is 5 May.
    /// ```
    /// ```mail fine
    /// I'm sorry you are ill.
    /// ```
    pub(super) static NON_APOLOGY = {
        id: "non-apology",
        level: Some(Level::Hint),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let all = listed::all(passage, NON_APOLOGY.id).filter(|listed| {
        // "Sorry you feel ill" and "sorry if anyone was left out" are regret in earnest.
        !matches!(
            listed.next(),
            "ill" | "sick" | "unwell" | "bad" | "left" | "unable" | "waiting" | "down" | "out"
        )
    });
    all.map(|listed| {
        let says = "This is sorry for the reader's reaction, not for what was done.";
        let finding = NON_APOLOGY.finding(listed.phrase.span, says);
        instead::sentence(
            finding,
            &listed,
            Applies::WithBlank,
            "I was unclear: [what I meant].",
        )
    })
    .collect()
}
