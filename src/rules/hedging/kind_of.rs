use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, rule};

rule! {
    /// An adverb makes the wish less than it is.
    ///
    /// ## Why
    /// What is "kind of" needed can kind of wait. If it is needed, the sentence is stronger and shorter without the words; if only a
    /// part of it is, that part can be named.
    ///
    /// ## Examples
    /// ```mail flagged
    /// I [[kind of]] need you to sign this by Friday.
    /// ```
    /// ```mail fixed
    /// I need you to sign this by Friday.
    /// ```
    /// ```mail fine
    /// What kind of plan do you want?
    /// ```
    /// ```mail fine
    /// It is the same sort of error as last week.
    /// ```
    pub(super) static KIND_OF = {
        id: "kind-of",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &KIND_OF);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, _) =
                softened.finding(&KIND_OF, "This makes the wish less than it is.")?;
            Some(softened.cut(finding, Applies::AsIs))
        })
        .collect()
}
