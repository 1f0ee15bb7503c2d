//! The whole draft as a clear request: greeting, context and reason, the asks, thanks.
//!
//! Sentences are moved and asks said anew; all other sentences stay as they are, and so does everything around the paragraphs that
//! ask. Words that only take the request back go. Where any of it is not understood there is no rewrite.

mod arrange;
mod asked;
mod sentence;

pub use arrange::draft;

#[cfg(test)]
mod tests;
