use super::soft;
use crate::facts::{Directness, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, rule};

rule! {
    /// A request or proposal doubts itself.
    ///
    /// ## Why
    /// "Maybe" before one's own request asks the reader to decide first whether it is one. Doubt about facts is honest and is left
    /// alone; doubt about whether one is asking only costs an answer.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Perhaps]] we should decide today.
    /// ```
    /// ```mail fixed
    /// We should decide today.
    /// ```
    /// ```mail flagged
    /// [[Maybe]] you could check the totals by Friday?
    /// ```
    /// ```mail fixed
    /// Could you check the totals by Friday?
    /// ```
    /// ```mail flagged
    /// [[Ideally]] I need the list by Monday.
    /// ```
    /// ```mail fine
    /// The outage was probably caused by the disk.
    /// ```
    /// ```mail fine
    /// This is possibly the oldest server we have.
    /// ```
    pub(super) static MAYBE_ASK = {
        id: "maybe-ask",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &MAYBE_ASK);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, _) =
                softened.finding(&MAYBE_ASK, "This doubts whether it is asked at all.")?;
            let finding = match softened.ask {
                // "Maybe you could": without the doubt it would still not be asked.
                Some((_, ask)) if ask.directness == Directness::Indirect => {
                    softened.requested(finding, context)
                }
                _ => finding,
            };
            Some(softened.cut(finding, Applies::IfMeant))
        })
        .collect()
}
