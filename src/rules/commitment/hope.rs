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
    use crate::rules::examples::{fixes, flags, quiet};

    #[test]
    fn own_work_told_as_a_hope() {
        for marked in [
            "[[I'm hoping to]] finish the plan this week.",
            "[[With any luck]], I'll send it tonight.",
            "[[We're aiming to]] open the shop on Monday.",
            "[[I hope to]] send you the figures soon.",
            "I'll [[hopefully]] mail it on Friday.",
            "[[We should be able to]] print them by noon.",
            "I can [[probably]] get it to you on Thursday.",
            "I'll [[probably]] send it tomorrow.",
            "[[I might be able to]] help with the move on Monday.",
        ] {
            flags(&COMMIT_HOPE, marked);
        }
    }

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
                "I should be able to print them by Tuesday, hopefully.",
                "I'll print them by Tuesday.",
            ),
        ] {
            fixes(&COMMIT_HOPE, before, after);
        }
    }

    #[test]
    fn hopes_about_others_and_courtesies_stay() {
        for text in [
            "I hope you are well.",
            "We hope to see you there on Friday.",
            "Hopefully the bank answers in time.",
            "Hopefully I'll hear from him today.",
            "I hope to hear from you soon.",
            "I'll probably buy the red one.",
            "I'll probably be late.",
            "I should probably sleep.",
            "We hope to meet you in May.",
            "We may be able to get a second key.",
        ] {
            quiet(&COMMIT_HOPE, text);
        }
    }
}
