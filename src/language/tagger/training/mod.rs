//! Makes the weights from a treebank, and measures them. Used by `examples/train_tagger.rs`.

mod treebank;

mod learner;
mod lesson;

mod agreement;

pub use agreement::{Agreement, measure};
pub use lesson::train;
pub use treebank::{Tree, read_conllu, words};
