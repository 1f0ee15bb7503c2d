//! The whole reading of a draft: passages, what the rules say of them, what they say of the message.
//!
//! Reading is pure passage by passage, so an edge that holds a draft while it is written hands in what was [`Kept`] of the
//! last reading and where the text changed since; the rest is the same function.

mod allowed;
mod encoded;
mod fence;
mod kept;
mod merge;
mod read;
#[cfg(test)]
mod tests;

pub use fence::{Broken, guarded};
pub use kept::Kept;
pub use read::{Found, Ground, Reading, read, read_on};
