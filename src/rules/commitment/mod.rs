//! Does the promise bind?

mod agentless;
mod endless;
mod escape;
mod fault;
mod for_others;
mod hope;
mod no_date;
mod offers;
mod slippery;
mod try_to;
mod wordings;
mod work;

use super::Rule;
use crate::facts::Passage;
pub(super) use for_others::{Promiser, noticed as promisers};
pub(super) use no_date::noticed as undated;

/// The rules of this group: where two see one promise, the first here speaks.
pub(super) static RULES: &[&Rule] = &[
    &try_to::COMMIT_TRY,
    &hope::COMMIT_HOPE,
    &escape::COMMIT_ESCAPE,
    &slippery::COMMIT_SLIPPERY_VERB,
    &no_date::COMMIT_NO_DATE,
    &agentless::COMMIT_AGENTLESS,
    &for_others::COMMIT_FOR_OTHERS,
];

/// Whether the sentence tells the writer's own work as a hope, which [`hope::COMMIT_HOPE`] speaks of.
pub(super) fn is_hope(passage: &Passage, sentence: usize) -> bool {
    fault::of(passage, sentence).is_some_and(|(fault, _)| fault == fault::Fault::Hope)
}

/// Whether the sentence promises by halves.
pub(super) fn is_faulty(passage: &Passage, sentence: usize) -> bool {
    fault::of(passage, sentence).is_some()
}
