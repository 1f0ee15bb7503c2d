//! The message as an answer, its headers and its subject.

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[];
