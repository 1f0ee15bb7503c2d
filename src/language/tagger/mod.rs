//! Parts of speech: an averaged perceptron learnt from a treebank, and rules for how clauses open where it is known to err.

mod features;
mod model;
mod openings;
pub mod training;

use std::sync::LazyLock;

use features::{Clause, Facts};
use model::Model;

use super::{Stood, Token, Words};

/// The weights, used where they lie; how they were made stands beside them.
static MODEL: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::new(include_bytes!("model/tagger.bin")));

/// Gives every token its part of speech. Sentences that stood in the tagged words `before` have theirs from there: a sentence's tags
/// depend on nothing outside of it.
pub(super) fn tag(prose: &str, words: &mut Words, before: Option<(&Words, &Stood)>) {
    if let Some(model) = &*MODEL {
        tag_with(model, prose, words, before);
    }
}

/// Gives every token its part of speech by these weights and the rules.
fn tag_with(model: &Model<'_>, prose: &str, words: &mut Words, before: Option<(&Words, &Stood)>) {
    let stood = |at| {
        let (before, stood) = before?;
        let sentence = before.sentences.get(stood.number(at)?)?;
        before.tokens.get(sentence.tokens.clone())
    };
    let mut facts = Vec::new();
    for (at, sentence) in words.sentences.iter().enumerate() {
        let tokens = &mut words.tokens[sentence.tokens.clone()];
        if let Some(known) = stood(at) {
            for (token, known) in tokens.iter_mut().zip(known) {
                (token.tag, token.margin) = (known.tag, known.margin);
            }
            continue;
        }
        facts.clear();
        facts.extend(
            tokens
                .iter()
                .map(|token| Facts::of(token, token.span.of(prose), model)),
        );
        tag_sentence(model, tokens, &facts);
        openings::correct(tokens);
    }
}

/// The margin of a word that has nearly always one label.
const SURE: u8 = 40;

/// Tags one sentence by the model alone, from its first token to its last.
fn tag_sentence(model: &Model<'_>, tokens: &mut [Token], facts: &[Facts]) {
    let asks = tokens.last().is_some_and(|last| last.norm.starts_with('?'));
    let mut clause = Clause::new(asks, facts);
    for (at, token) in tokens.iter_mut().enumerate() {
        let (label, margin) = match facts[at].only() {
            Some(label) => (label, SURE),
            None => model.best(&features::of(facts, at, &clause)),
        };
        token.tag = model.tag(label);
        token.margin = margin;
        clause.step(label, token.tag, token);
    }
}
