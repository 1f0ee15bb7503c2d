//! Is anything asked, of whom, and can the reader tell what done means?

mod no_owner;

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[&no_owner::ASK_NO_OWNER];
