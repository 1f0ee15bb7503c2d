use super::Words;

/// Gives every token its part of speech.
pub(super) fn tag(_words: &mut Words) {}
