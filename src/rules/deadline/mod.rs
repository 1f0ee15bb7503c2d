//! By when?

mod missing;

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[&missing::DEADLINE_MISSING];
