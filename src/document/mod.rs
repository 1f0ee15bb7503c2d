//! Whose words: a draft cut into zones, and the writer's and the quoted words cut into blocks.
//!
//! Reading goes line by line. What one line shows by itself ([`Line`]) is kept apart from what the lines mean together
//! ([`arrange`]), so that an edge that holds a large draft reads again only the lines that changed.

pub mod format;
mod inline;
mod zone;

pub use format::Format;
pub use inline::{Prose, prose};
pub use zone::{Attribution, Block, BlockKind, Document, Headers, Mailbox, Zone, ZoneKind};

/// Cuts a draft up.
pub fn read(text: &str, format: Format) -> Document {
    let lines = format::lines(text, format);
    format::arrange(&lines, format, &|span| {
        std::borrow::Cow::Borrowed(span.of(text))
    })
}
