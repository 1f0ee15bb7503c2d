//! The message as an answer, its headers and its subject.

mod addressee;
mod answers;
mod attachment;
mod greeting;
mod names;
mod no_stance;
mod nudge;
mod subject_tag;
mod subject_vague;
mod unanswered;

use super::{Context, Rule};
use crate::document::Mailbox;
pub(super) use attachment::noticed as attachment;
pub(super) use greeting::greeted;
pub(super) use nudge::noticed as nudge;

/// The rules of this group.
pub(super) static RULES: &[&Rule] = &[
    &subject_vague::SUBJECT_VAGUE,
    &subject_tag::SUBJECT_TAG_MISMATCH,
    &addressee::ADDRESSEE_AMBIGUOUS,
    &greeting::GREETING_MISMATCH,
    &nudge::NUDGE_EMPTY,
    &no_stance::REPLY_NO_STANCE,
    &unanswered::UNANSWERED_QUESTION,
    &attachment::ATTACHMENT_MISSING,
];

/// Whether one of these mailboxes is, or may be, that of somebody of this name.
pub(super) fn reads(name: &str, mailboxes: &[Mailbox], context: &Context<'_>) -> bool {
    names::known(name, mailboxes, context) != names::Known::No
}
