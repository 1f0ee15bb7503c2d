//! Thanks that confirm, and words that give the ask away.

mod agentless_blame;
mod barb;
mod burden_talk;
mod conceding;
mod deflection;
mod instead;
mod minimised;
mod needless_apology;
mod non_apology;
mod not_mine;
mod opt_out;
mod permission_tail;
mod placating;
mod resignation;
mod rhetorical_question;
mod sympathy_appeal;
mod thanks_in_advance;
mod you_blame;

use super::Rule;
pub(super) use placating::{Placating, noticed as placating};
pub(super) use thanks_in_advance::noticed as early_thanks;

/// The rules of this group: where two see the same words, the first here speaks.
pub(super) static RULES: &[&Rule] = &[
    &conceding::CONCEDING,
    &sympathy_appeal::SYMPATHY_APPEAL,
    &rhetorical_question::RHETORICAL_QUESTION,
    &deflection::DEFLECTION,
    &opt_out::OPT_OUT,
    &needless_apology::NEEDLESS_APOLOGY,
    &burden_talk::BURDEN_TALK,
    &permission_tail::PERMISSION_TAIL,
    &non_apology::NON_APOLOGY,
    &you_blame::YOU_BLAME,
    &agentless_blame::AGENTLESS_BLAME,
    &not_mine::NOT_MINE,
    &resignation::RESIGNATION,
    &barb::BARB,
    &thanks_in_advance::THANKS_IN_ADVANCE,
    &minimised::MINIMISED_ASK,
];
