use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::Edits;

rule! {
    /// Candour is announced.
    ///
    /// ## Why
    /// "To be honest" makes the reader ask what the rest was. The sentence that follows is stronger alone.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[To be honest,]] we need two more days.
    /// ```
    /// ```mail fixed
    /// We need two more days.
    /// ```
    /// ```mail fine
    /// It was an honest mistake.
    /// ```
    /// ```mail fine
    /// Please answer the survey honestly.
    /// ```
    pub(super) static HONESTY_PREFACE = {
        id: "honesty-preface",
        level: Some(Level::Hint),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List, Everyone],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let prefaces = passage
        .phrases
        .iter()
        .filter(|hit| hit.family == HONESTY_PREFACE.id);
    prefaces
        .filter_map(|hit| {
            let sentence = passage.sentence_over(hit.span);
            let opens = sentence.is_some_and(|sentence| sentence.span.start == hit.span.start);
            let mark = passage
                .words
                .tokens
                .get(hit.tokens.end)
                .filter(|token| token.is_any(&[",", ":"]))?;
            let finding = HONESTY_PREFACE.finding(
                hit.span.join(mark.span),
                "The sentence is stronger without this.",
            );
            let title = format!("Take out “{}”", hit.span.of(&passage.text));
            opens.then(|| {
                finding.fix(
                    Applies::AsIs,
                    title,
                    Edits::from(rewrite::cut(&passage.text, hit.span.join(mark.span))),
                )
            })
        })
        .collect()
}
