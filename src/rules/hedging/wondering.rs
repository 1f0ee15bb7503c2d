use super::soft;
use crate::facts::Passage;
use crate::finding::{Finding, Level};
use crate::rules::{Context, rule};

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
            Some(softened.requested(finding, context))
        })
        .collect()
}
