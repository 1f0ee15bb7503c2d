use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};

rule! {
    /// Two marks of possibility stand on one verb.
    ///
    /// ## Why
    /// "Could you possibly" asks whether it may be possible that it is possible. The second mark adds no courtesy; it adds a way to
    /// answer "perhaps".
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Could you possibly]] send me the lease by Friday?
    /// ```
    /// ```mail fixed
    /// Could you send me the lease by Friday?
    /// ```
    /// ```mail fine
    /// The job might fail if the disk is full.
    /// ```
    /// ```mail fine
    /// We could not possibly ship without the signature.
    /// ```
    pub(super) static MODAL_STACK = {
        id: "modal-stack",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &MODAL_STACK);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, span) =
                softened.finding(&MODAL_STACK, "One mark of possibility is enough.")?;
            let finding = softened.requested(finding, context);
            if !finding.fixes.is_empty() {
                return Some(finding);
            }
            // "Could we perhaps" asks without the doubt.
            let mut words = passage.words.tokens_in(span).iter();
            let doubt =
                words.find(|word| word.is_any(&["possibly", "perhaps", "maybe", "potentially"]));
            Some(match doubt {
                Some(doubt) => {
                    let title = format!("Take out “{}”", doubt.span.of(&passage.text));
                    finding.fix(
                        Applies::IfMeant,
                        title,
                        rewrite::cut(&passage.text, doubt.span),
                    )
                }
                None => finding,
            })
        })
        .collect()
}
