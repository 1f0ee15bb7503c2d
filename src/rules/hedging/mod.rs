//! Words that soften an ask until it can be missed.

mod density;
mod exclaim;
mod honesty;
mod just;
mod kind_of;
mod maybe;
mod modal_stack;
mod self_deprecation;
mod sense_check;
mod soft;
mod subjectivizer;
mod understater;
mod wondering;

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[
    &density::HEDGE_DENSITY,
    &wondering::WONDERING_FRAME,
    &modal_stack::MODAL_STACK,
    &maybe::MAYBE_ASK,
    &subjectivizer::SUBJECTIVIZER,
    &kind_of::KIND_OF,
    &just::JUST_MINIMIZER,
    &understater::UNDERSTATER,
    &self_deprecation::SELF_DEPRECATION,
    &sense_check::SENSE_CHECK,
    &honesty::HONESTY_PREFACE,
    &exclaim::EXCLAIM_STACK,
];
