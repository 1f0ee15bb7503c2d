//! Places in a text and changes to it: bytes over a plain `&str`.

mod edit;
mod line_index;
mod span;

pub use edit::{Change, Edit, Edits, blanks};
pub use line_index::{Encoding, LineColumn, LineIndex};
pub use span::Span;
