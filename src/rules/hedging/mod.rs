//! Words that soften an ask until it can be missed.

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[];
