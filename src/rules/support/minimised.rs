use super::placating;
use crate::facts::Message;
use crate::finding::{Finding, Level};
use crate::rules::listed::Listed;
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// What is asked for is called small.
    ///
    /// ## Why
    /// "It's really just the key points" is meant to make yes easy. The reader hears that it hardly matters, or that the writer does
    /// not know what the work takes; both put it off.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Could you sum up the audit by Friday? It's [[really just]] the key points.
    /// ```
    /// ```mail fixed
    /// Could you sum up the audit by Friday? It's the key points.
    /// ```
    /// ```mail fine
    /// It is just the two of us on Friday.
    /// ```
    /// ```mail fine
    /// Could you sum up the audit by Friday? The key points will do.
    /// ```
    pub(super) static MINIMISED_ASK = {
        id: "minimised-ask",
        level: Some(Level::Hint),
        guards: OpenQuestion,
        since: "0.1.0",
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let says = "This calls what is asked for small.";
    let spoken = placating::spoken_by(message, context, &MINIMISED_ASK, says);
    spoken.map(|(finding, _)| finding).into_iter().collect()
}

/// The words that make it small; where nothing would be left without them, all of the phrase.
pub(super) fn words(listed: &Listed<'_>) -> Option<Span> {
    let (tokens, phrase) = listed.tokens();
    let small = tokens[phrase]
        .iter()
        .filter(|token| token.is_any(&["really", "honestly", "literally", "just", "only"]));
    let spans = small.map(|token| token.span).reduce(Span::join);
    listed
        .opens_clause()
        .then_some(spans.unwrap_or(listed.phrase.span))
}
