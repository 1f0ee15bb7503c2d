//! The rules: each a page, an id and a pure function from facts to findings.
//!
//! One folder a group; a group's `mod.rs` lists its rules.

mod asking;
mod commitment;
mod deadline;
#[cfg(test)]
mod examples;
mod hedging;
mod offer;
mod rule;
mod support;
mod thread;

pub(crate) use rule::rule;
pub use rule::{Check, Context, Rule};

use crate::facts::{Message, Passage};
use crate::finding::Finding;

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let groups = [
        asking::RULES,
        deadline::RULES,
        hedging::RULES,
        commitment::RULES,
        support::RULES,
        thread::RULES,
    ];
    groups.into_iter().flatten().copied()
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// What the rules about one passage say of one of the writer's own; spans count from the passage's first byte.
pub fn check_passage(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    all()
        .filter_map(|rule| match rule.check {
            Check::Passage(check) => context.run(rule, |context| check(passage, context)),
            Check::Message(_) => None,
        })
        .flatten()
        .collect()
}

/// What the rules about the whole message say; spans count from the draft's first byte.
pub fn check_message(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    all()
        .filter_map(|rule| match rule.check {
            Check::Message(check) => context.run(rule, |context| check(message, context)),
            Check::Passage(_) => None,
        })
        .flatten()
        .collect()
}
