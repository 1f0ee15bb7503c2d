//! Is anything asked, of whom, and can the reader tell what done means?

mod buried;
mod hint;
mod indirect;
mod many;
mod missing;
mod negative;
mod no_owner;
mod open_feedback;
mod unmeasurable;
mod vague_object;
mod vague_verb;
mod we;
mod wish;
mod wordy;

use super::Rule;
pub(super) use open_feedback::noticed as invites;
pub(super) use vague_object::noticed as vague_objects;
pub(super) use we::is_reason;

/// The rules of this group: where two see one ask, the one that matters more speaks, then the first here.
pub(super) static RULES: &[&Rule] = &[
    &missing::ASK_MISSING,
    &hint::ASK_HINT,
    &wish::ASK_WISH,
    &no_owner::ASK_NO_OWNER,
    &we::ASK_WE,
    &many::ASK_MANY_IN_ONE,
    &buried::ASK_BURIED,
    &open_feedback::ASK_OPEN_FEEDBACK,
    &vague_verb::ASK_VAGUE_VERB,
    &vague_object::ASK_VAGUE_OBJECT,
    &unmeasurable::ASK_UNMEASURABLE,
    &negative::ASK_NEGATIVE,
    &indirect::ASK_INDIRECT,
    &wordy::ASK_WORDY_PERFORMATIVE,
];
