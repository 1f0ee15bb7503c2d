use crate::language::Token;

/// Mends the tags of a sentence where the model is known to err.
pub(super) fn correct(_tokens: &mut [Token]) {}
