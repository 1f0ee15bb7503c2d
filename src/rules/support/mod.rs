//! Thanks that confirm, and words that give the ask away.

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[];
