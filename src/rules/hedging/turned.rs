//! A proposal turned into the question that it is.

use super::soft::Softened;
use crate::language::{Token, Upos};
use crate::rewrite;
use crate::text::{Edit, Edits, Span};

/// A proposal with a question mark, asked: "I guess we could move it?" is "Could we move it?".
///
/// The sentence and the change.
pub(super) fn turned(softened: &Softened<'_>) -> Option<(String, Edits)> {
    const SUBJECTS: [&str; 6] = ["we", "i", "you", "he", "she", "they"];
    const MODALS: [&str; 5] = ["should", "could", "can", "might", "would"];
    let text = &softened.passage.text;
    let tokens = &softened.passage.words.tokens;
    let first = softened.softeners.first()?.span;
    let sentence = softened.passage.sentence_over(first)?;
    let asks = sentence.span.of(text).trim_end().ends_with('?');
    let end = sentence.tokens.end.min(tokens.len());
    let from = tokens[..end].partition_point(|token| token.span.start < first.start);
    let soft = |token: &Token| {
        softened
            .softeners
            .iter()
            .any(|one| one.span.covers(token.span))
    };
    let subject = from
        + tokens[from..end]
            .iter()
            .take_while(|token| soft(token))
            .count();
    let [who, modal, next, ..] = &tokens[subject..end] else {
        return None;
    };
    let named = who.tag.upos == Upos::Propn;
    let turns =
        (named || who.is_any(&SUBJECTS)) && modal.is_any(&MODALS) && !next.is_any(&["n't", "not"]);
    if !(asks && turns && softened.opens_sentence(first)) {
        return None;
    }
    let says = match who.norm.as_str() {
        "i" => "I",
        _ if named => who.span.of(text),
        said => said,
    };
    let words = format!("{} {says}", modal.norm);
    let small = first.of(text).starts_with(char::is_lowercase);
    let words = if small {
        words
    } else {
        rewrite::capitalised(&words)
    };
    let turned = Edit::replace(Span::new(first.start, modal.span.end), words.clone());
    let rest = softened
        .softeners
        .iter()
        .filter(|one| one.span.start > modal.span.start && softened.can_go(one));
    let edits = std::iter::once(turned).chain(rest.map(|one| softened.without(one)));
    let edits = Edits::new(edits.collect())?;
    let after = edits.applied_to(text);
    let end = sentence.span.end + after.len() - text.len();
    let words = after.get(sentence.span.start..end)?.split_whitespace();
    Some((words.collect::<Vec<_>>().join(" "), edits))
}
