use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::{Edits, Span};

rule! {
    /// The writer is made small before the point is made.
    ///
    /// ## Why
    /// A question that calls itself stupid is answered last, and a doubt that calls itself no expert's is not weighed. The point
    /// stands or falls by itself.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[This might be a stupid question, but]] who owns the key?
    /// ```
    /// ```mail fixed
    /// Who owns the key?
    /// ```
    /// ```mail fine
    /// I might be wrong about row 3; please check it against the invoice.
    /// ```
    /// ```mail fine
    /// No question is stupid in this channel.
    /// ```
    pub(super) static SELF_DEPRECATION = {
        id: "self-deprecation",
        level: Some(Level::Info),
        guards: OpenQuestion,
        since: "0.1.0",
        also_for: [Everyone],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let cues = passage
        .phrases
        .iter()
        .filter(|hit| hit.family == SELF_DEPRECATION.id);
    cues.filter_map(|hit| {
        let sentence = passage.sentence_over(hit.span)?;
        let tokens = &passage.words.tokens;
        let near = hit.tokens.end..(hit.tokens.end + 4).min(sentence.tokens.end);
        let but = near.into_iter().find(|&at| tokens[at].is("but"))?;
        let writer = tokens[sentence.tokens.start..hit.tokens.start].len() <= 4;
        let span = Span::new(sentence.span.start, tokens[but].span.end);
        let finding = SELF_DEPRECATION.finding(span, "The point stands or falls without this.");
        let title = format!("Take out “{}”", span.of(&passage.text));
        writer.then(|| {
            finding.fix(
                Applies::AsIs,
                title,
                Edits::from(rewrite::cut(&passage.text, span)),
            )
        })
    })
    .collect()
}
