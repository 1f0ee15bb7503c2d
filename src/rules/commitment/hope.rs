use super::fault::{self, Fault};
use super::offers;
use crate::facts::Passage;
use crate::finding::{Finding, Level};
use crate::rules::{Context, rule};

rule! {
    /// A promise is told as a hope.
    ///
    /// ## Why
    /// The writer knows better than anyone whether the work will be done; told as a hope, the reader has to guess. If it stands, it can
    /// be said plainly; if something may stop it, that is what the reader needs to know, and when the answer will be clear.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I should be able to]] start tomorrow.
    /// ```
    /// ```mail fixed
    /// I'll start tomorrow.
    /// ```
    /// ```mail flagged
    /// [[Hopefully]] I'll send the plan on Friday.
    /// ```
    /// ```mail fine
    /// You should be able to log in now.
    /// ```
    /// ```mail fine
    /// I hope the weather holds.
    /// ```
    pub(super) static COMMIT_HOPE = {
        id: "commit-hope",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let says = "This tells the writer's own work as a hope, so the reader has to guess.";
    fault::found(
        passage,
        Fault::Hope,
        &COMMIT_HOPE,
        says,
        |finding, faulty| offers::bind(finding, context, passage, faulty),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_hope_becomes_a_promise() {
        for (before, after) in [
            (
                "I'm aiming to have a draft on Monday.",
                "I'll have a draft on Monday.",
            ),
            (
                "Hopefully I can send the plan on Friday.",
                "I'll send the plan on Friday.",
            ),
            (
                "With any luck, we'll ship the rest.",
                "We'll ship the rest by Fri 20 Nov.",
            ),
            (
                "I'll hopefully mail it on Friday.",
                "I'll mail it on Friday.",
            ),
            (
                "I can probably get it to you on Thursday.",
                "I'll get it to you on Thursday.",
            ),
            (
                "I'm hoping to finish the plan by Friday, if all goes well.",
                "I'll finish the plan by Friday.",
            ),
            (
                "I guess I could take the key if nobody else can.",
                "I'll take the key if nobody else can.",
            ),
            (
                "I'm hoping to print the list before then.",
                "I'll print the list before then.",
            ),
            (
                "I'm fairly sure I can mend it.",
                "I'll mend it by Fri 20 Nov.",
            ),
            (
                "I might be able to help with the move.",
                "I'll tell you by Fri 20 Nov whether I can help with the move.",
            ),
            (
                "I may be able to finish it on Monday, depending on the paint.",
                "I'll tell you by Fri 20 Nov whether I can finish it on Monday, depending on the paint.",
            ),
            (
                "I should be able to print them by Tuesday, hopefully.",
                "I'll print them by Tuesday.",
            ),
        ] {
            fixes(&COMMIT_HOPE, before, after);
        }
    }
}
