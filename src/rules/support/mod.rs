//! Thanks that confirm, and words that give the ask away.

mod burden_talk;
mod needless_apology;
mod opt_out;
mod permission_tail;
mod placating;

use super::Rule;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[
    &opt_out::OPT_OUT,
    &needless_apology::NEEDLESS_APOLOGY,
    &burden_talk::BURDEN_TALK,
    &permission_tail::PERMISSION_TAIL,
];
