use super::fault::{self, Fault};
use super::offers;
use crate::facts::Passage;
use crate::finding::{Finding, Level};
use crate::rules::{Context, rule};

rule! {
    /// A promise binds the writer to an effort, not to a result.
    ///
    /// ## Why
    /// "I'll try" can be kept and leave the reader with nothing, so they cannot build on it: they ask someone else too, or wait and are
    /// let down. Yes with a day, no with a day on which it can be done, or the question that has to be answered first, all let them go on.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I'll try to]] take a look.
    /// ```
    /// ```mail fixed
    /// I'll review it by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// [[We'll do our best to]] ship the samples on Monday.
    /// ```
    /// ```mail fine
    /// I tried the pump twice, and it is dead.
    /// ```
    /// ```mail fine
    /// I'll try the new parser on Monday at nine.
    /// ```
    pub(super) static COMMIT_TRY = {
        id: "commit-try",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let says = "This promises an effort, so the reader cannot count on a result.";
    fault::found(passage, Fault::Try, &COMMIT_TRY, says, |finding, faulty| {
        offers::bind(finding, context, passage, faulty)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_effort_becomes_a_result_with_a_day() {
        for (before, after) in [
            (
                "I'll try to send the plan with the in-house rate.",
                "I'll send the plan with the in-house rate by Fri 20 Nov.",
            ),
            ("I'll try to send it by Friday.", "I'll send it by Friday."),
            (
                "We'll try to keep the noise to a minimum.",
                "We'll keep the noise to a minimum.",
            ),
            (
                "I can have a go at drafting the intro.",
                "I'll draft the intro by Fri 20 Nov.",
            ),
            (
                "I'll see where I get to.",
                "I'll tell you by Fri 20 Nov how far I am.",
            ),
            (
                "I'll see how far we get before the weekend.",
                "I'll tell you how far we are before the weekend.",
            ),
            (
                "If possible, we will try to paint the gate as opposed to the fence.",
                "We will paint the gate as opposed to the fence by Fri 20 Nov.",
            ),
            (
                "While we can't promise anything, we'll try to paint the gate.",
                "We'll paint the gate by Fri 20 Nov.",
            ),
            (
                "I can't promise anything, but I'll try to paint the gate.",
                "I'll paint the gate by Fri 20 Nov.",
            ),
            (
                "If all goes well, I'll try to paint the gate.",
                "I'll paint the gate by Fri 20 Nov.",
            ),
            (
                "Bo and I will try to paint the gate.",
                "Bo and I will paint the gate by Fri 20 Nov.",
            ),
            (
                "I'll try to send the list soon.",
                "I'll send the list by Fri 20 Nov.",
            ),
            (
                "I’ll do my best to finish it.",
                "I’ll finish it by Fri 20 Nov.",
            ),
            (
                "Yes, we will try to repaint the hall, but the paint is late.",
                "Yes, we will repaint the hall by Fri 20 Nov, but the paint is late.",
            ),
            (
                "I'm going to try to mend the lock tonight.",
                "I'll mend the lock tonight.",
            ),
            (
                "I'll try to take a look at the plan this week, but no promises.",
                "I'll review the plan this week.",
            ),
            (
                "We'll give it a shot.",
                "We'll give it a shot and tell you by Fri 20 Nov how it went.",
            ),
            (
                "I'll have a go at the poster tonight if I have time.",
                "I'll have a go at the poster tonight and tell you how it went.",
            ),
            ("I'll do my best.", "I'll do it by Fri 20 Nov."),
            (
                "I'll see what I can do.",
                "I'll tell you by Fri 20 Nov what I can do.",
            ),
        ] {
            fixes(&COMMIT_TRY, before, after);
        }
    }
}
