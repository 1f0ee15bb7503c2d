//! Parts of speech: an averaged perceptron learnt from a treebank, and rules for how clauses open where it is known to err.

mod features;
mod known;
mod model;
mod openings;
mod tagging;
pub mod training;

use std::sync::LazyLock;

use model::Model;
use tagging::{Before, tag_with};

use super::Words;

/// The weights, used where they lie; how they were made stands beside them.
static MODEL: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::new(include_bytes!("model/tagger.bin")));

/// Gives every token its part of speech. What stands of `before` keeps what it had: a sentence's tags depend on nothing outside of it.
pub(super) fn tag(prose: &str, words: &mut Words, before: Option<Before<'_>>) {
    if let Some(model) = &*MODEL {
        tag_with(model, prose, words, before);
    }
}
