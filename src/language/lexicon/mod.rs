//! Phrases as data: one family of phrases a file under `en/`, found in a passage in one pass.
//!
//! A line is `phrase => say instead  # why`. A phrase is read as any text is, so `don't` and `don’t` are one; `(a|b)` stands for
//! either, `(a|)` for a word that may be missing. Without `=>` there is nothing to say instead; with nothing after it the words are
//! best left out. A line that starts with `#` is a remark.

mod english;
mod list;
mod phrases;

pub use english::find;
pub use phrases::{Entry, Match, Phrases};
