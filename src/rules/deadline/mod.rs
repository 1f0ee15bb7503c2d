//! By when?

mod asap;
mod bound;
mod chance;
mod conflict;
mod elastic;
mod hedged;
mod impossible;
mod missing;
mod no_reason;
mod no_zone;
mod open_ended;
mod relative;

use super::Rule;
pub(super) use conflict::noticed as conflicts;
pub(super) use missing::{Work, noticed as work};

/// The rules of this group: where two see one due, the first here speaks.
pub(super) static RULES: &[&Rule] = &[
    &impossible::DEADLINE_IMPOSSIBLE,
    &conflict::DEADLINE_CONFLICT,
    &asap::DEADLINE_ASAP,
    &open_ended::DEADLINE_OPEN_ENDED,
    &missing::DEADLINE_MISSING,
    &hedged::DEADLINE_HEDGED,
    &elastic::DEADLINE_ELASTIC,
    &relative::DEADLINE_RELATIVE,
    &no_reason::DEADLINE_NO_REASON,
    &no_zone::DEADLINE_NO_ZONE,
];
