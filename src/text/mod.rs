//! Places in a text and changes to it: bytes over a plain `&str`.

mod edit;
mod line_index;
mod phrase;
mod sort;
mod span;

pub use edit::{Change, Edit, Edits, blanks};
pub use line_index::{Encoding, LineColumn, LineIndex};
pub use phrase::{is_within_phrase, phrase_at};
pub use sort::sort_by_key;
pub use span::Span;
