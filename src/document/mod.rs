//! Whose words: a draft cut into zones, and the writer's and the quoted words cut into blocks.
//!
//! Reading goes line by line. What one line shows by itself ([`Line`]) is kept apart from what the lines mean together
//! ([`arrange`]), so that an edge that holds a large draft reads again only the lines that changed: `Line::new` for each of
//! those, then one `arrange` over all, which costs some nanoseconds a line and asks for words only where quotes,
//! headers and the like begin.

// What one line shows.
mod fields;
mod line;
mod marks;
mod people;
mod phrases;
mod scan;
mod shows;
mod words;
// Who, when and where in headers and attributions.
mod attribution;
mod date;
mod headers;
mod mailbox;
mod shared;
// What the lines mean together.
mod blocks;
mod chat;
mod coding;
pub mod format;
mod layout;
mod own;
mod owners;
mod page;
mod seams;
// What of a block is prose.
mod inline;
mod links;
mod markup;
#[cfg(test)]
mod tests;
mod zone;

pub use coding::Coding;
pub use format::{Format, arrange, lines};
pub use inline::{Prose, fine_zones, prose};
pub use layout::{Edited, Layout, Recut};
pub use line::Line;
pub use shared::name_words;
pub use zone::{Attribution, Block, BlockKind, Document, Headers, Mailbox, Zone, ZoneKind};

/// Cuts a draft up.
pub fn read(text: &str, format: Format) -> Document {
    let lines = lines(text, format);
    arrange(&lines, format, &|span| {
        std::borrow::Cow::Borrowed(span.of(text))
    })
}
