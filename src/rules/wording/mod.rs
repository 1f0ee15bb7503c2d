//! Words that cost a sentence its force, wherever it stands.

mod exclaim;
mod honesty;
mod own_phrase;
mod placeholder;
mod self_deprecation;
mod sense_check;

use super::Rule;
pub(super) use exclaim::stacks;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[
    &placeholder::PLACEHOLDER_LEFT,
    &self_deprecation::SELF_DEPRECATION,
    &sense_check::SENSE_CHECK,
    &honesty::HONESTY_PREFACE,
    &exclaim::EXCLAIM_STACK,
    &own_phrase::OWN_PHRASE,
];
