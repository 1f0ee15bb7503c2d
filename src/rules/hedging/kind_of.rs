use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::language::Penn;
use crate::rules::{Context, rule};
use crate::text::Span;

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
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &KIND_OF);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, span) =
                softened.finding(&KIND_OF, "This makes the wish less than it is.")?;
            let asks = passage
                .sentence_over(span)
                .is_some_and(|sentence| sentence.span.of(&passage.text).ends_with('?'));
            let asks = asks && softened.ask.is_none_or(|(_, ask)| ask.action.is_none());
            (!asks && is_adverb(passage, span) && softens_wish(passage, span))
                .then(|| softened.cut(finding, Applies::AsIs))
        })
        .collect()
}

/// Whether the words soften a verb or an adjective; "what kind of plan" and "a bit of paper" name a thing.
fn is_adverb(passage: &Passage, span: Span) -> bool {
    const NAMING: [&str; 19] = [
        "what",
        "which",
        "this",
        "that",
        "some",
        "any",
        "a",
        "the",
        "same",
        "all",
        "every",
        "different",
        "no",
        "one",
        "these",
        "other",
        "just",
        "even",
        "quite",
    ];
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let next = tokens.partition_point(|token| token.span.start < span.end);
    let names = first > 0 && tokens[first - 1].is_any(&NAMING);
    !names
        && !tokens.get(next).is_some_and(|token| {
            token.is_any(&["of", "than"]) || matches!(token.tag.penn, Penn::Jjr | Penn::Rbr)
        })
}

/// Whether what is softened is a wish or a worry, and not how a thing is: "kind of need", "a bit concerned", and not "a bit dated".
fn softens_wish(passage: &Passage, span: Span) -> bool {
    const WORRIES: [&str; 14] = [
        "concerned",
        "worried",
        "unsure",
        "uneasy",
        "unhappy",
        "disappointed",
        "surprised",
        "anxious",
        "important",
        "urgent",
        "late",
        "nervous",
        "your",
        "what",
    ];
    let tokens = &passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < span.end);
    tokens.get(next).is_some_and(|token| {
        let verb = matches!(
            token.tag.penn,
            Penn::Vb | Penn::Vbp | Penn::Vbz | Penn::Vbd | Penn::Vbg | Penn::Md
        );
        verb || token.is_any(&WORRIES)
    })
}
