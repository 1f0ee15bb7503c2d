use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, offer, rule};

rule! {
    /// A request is told as a story about the writer's mind.
    ///
    /// ## Why
    /// "I was wondering if" reports a thought; strictly, the answer is "I see". Readers who skim, and readers in another language,
    /// take it for a musing. The question itself is shorter and no less polite.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I was wondering if]] you could review the plan.
    /// ```
    /// ```mail fixed
    /// Could you review the plan by Fri 20 Nov?
    /// ```
    /// ```mail flagged
    /// Hi Ana, [[I was hoping]] you could check the totals by Friday.
    /// ```
    /// ```mail fixed
    /// Hi Ana, could you check the totals by Friday?
    /// ```
    /// ```mail fine
    /// We were wondering about the noise; it was the fan.
    /// ```
    /// ```mail fine
    /// I was hoping for rain all week.
    /// ```
    pub(super) static WONDERING_FRAME = {
        id: "wondering-frame",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &WONDERING_FRAME);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, _) = softened.finding(
                &WONDERING_FRAME,
                "This request is told as a thought the writer had.",
            )?;
            let asked = softened
                .ask
                .and_then(|(act, ask)| rewrite::wondered(passage, act, ask));
            Some(match asked {
                Some(asked) => finding.fix(Applies::IfMeant, offer::say(&asked.words), asked.edits),
                None => softened.requested(finding, context),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn leave_is_asked_for_and_a_chance_is_given() {
        for (before, after) in [
            (
                "I was wondering if I could possibly leave early on Friday.",
                "Could I leave early on Friday?",
            ),
            (
                "We were wondering if it would be possible to move the party.",
                "Could we move the party?",
            ),
            (
                "I would like to ask whether it would be possible for him to leave at noon.",
                "Would it be possible for him to leave at noon?",
            ),
            (
                "I was wondering if you've had a chance to read the lease yet.",
                "Could you read the lease?",
            ),
            (
                "I was just wondering how things are going with the roof.",
                "How are things going with the roof?",
            ),
            (
                "I was wondering if there was any chance of a refund.",
                "Is there any chance of a refund?",
            ),
            (
                "I just wanted to briefly check whether you've started on the agenda.",
                "Have you started on the agenda?",
            ),
            (
                "I was wondering whether you might have a spare lamp.",
                "Do you have a spare lamp?",
            ),
            (
                "I wanted to ask if you got my note.",
                "Did you get my note?",
            ),
            (
                "Hi Ana, just wondering whether it's still free.",
                "Hi Ana, is it still free?",
            ),
            (
                "Just wondering what's going on with the roof.",
                "What's going on with the roof?",
            ),
            (
                "I was hoping to get your view on the lease.",
                "Could you give me your view on the lease by Fri 20 Nov?",
            ),
        ] {
            fixes(&WONDERING_FRAME, before, after);
        }
    }
}
