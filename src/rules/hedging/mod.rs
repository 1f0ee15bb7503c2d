//! Words that soften an ask until it can be missed.

mod density;
mod just;
mod kind_of;
mod maybe;
mod modal_stack;
mod soft;
mod subjectivizer;
mod turned;
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
];
