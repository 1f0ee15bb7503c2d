use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, rule};

rule! {
    /// A recommendation is wrapped in "I think".
    ///
    /// ## Why
    /// The writer's view is already in the writer's message. In front of a recommendation "I think" invites a debate about the view,
    /// where a decision was wanted. With a reason behind it, or where an opinion was asked for, it is fine.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I think]] you should sign before Friday.
    /// ```
    /// ```mail fixed
    /// You should sign before Friday.
    /// ```
    /// ```mail fine
    /// I think B, because it costs a fifth less.
    /// ```
    /// ```mail fine
    /// Do you think the test covers it?
    /// ```
    pub(super) static SUBJECTIVIZER = {
        id: "subjectivizer",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &SUBJECTIVIZER);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, span) = softened.finding(
                &SUBJECTIVIZER,
                "The view is the writer's without saying so.",
            )?;
            let sentence = passage.sentence_over(span)?;
            let reasoned = passage.words.tokens[sentence.tokens.clone()]
                .iter()
                .any(|token| token.is_any(&["because", "since", "as"]));
            let heads = span.start == sentence.span.start
                || passage.text[sentence.span.start..span.start]
                    .trim_end()
                    .ends_with([',', ';']);
            (heads && !reasoned)
                .then(|| softened.cut(finding, Applies::IfMeant))
                .filter(|finding| !finding.fixes.is_empty())
        })
        .collect()
}
