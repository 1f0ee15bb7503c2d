//! Does the promise bind?

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[];
