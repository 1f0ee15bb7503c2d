//! The rules: each a page, an id and a pure function from facts to findings.
//!
//! One folder a group; a group's `mod.rs` lists its rules.

mod around;
mod asking;
mod budget;
mod commitment;
mod deadline;
#[cfg(test)]
mod examples;
mod hedging;
mod listed;
mod noticed;
mod offer;
mod readers;
mod reply;
mod rule;
mod support;
mod thread;
mod wording;

use crate::rewrite::wanted;

pub use around::Around;
pub use budget::one_each;
use noticed::Kind;
pub use noticed::{Index, Kept as KeptNotice, Noticed, noticed};
pub use readers::Readers;
pub(crate) use rule::rule;
pub use rule::{Check, Context, Flags, Rule};

/// What a rule is about. Of the rules about one topic only one speaks of one act, and only one of the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Whether and how it is asked.
    Ask,
    /// By when.
    Deadline,
    /// What is promised.
    Commitment,
    /// What the words do to the two who work together.
    Support,
    /// The message as an answer, its headers.
    Thread,
    /// Words by themselves.
    Wording,
}

static GROUPS: [(Topic, &[&Rule]); 7] = [
    (Topic::Ask, asking::RULES),
    (Topic::Deadline, deadline::RULES),
    (Topic::Ask, hedging::RULES),
    (Topic::Commitment, commitment::RULES),
    (Topic::Support, support::RULES),
    (Topic::Thread, thread::RULES),
    (Topic::Wording, wording::RULES),
];

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|(_, rules)| rules.iter().copied())
}

/// What the rule with this id is about.
pub fn topic(id: &str) -> Topic {
    let group = GROUPS
        .iter()
        .find(|(_, rules)| rules.iter().any(|rule| rule.id == id));
    group.map_or(Topic::Wording, |(topic, _)| *topic)
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
