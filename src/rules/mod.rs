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
