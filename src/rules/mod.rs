//! The rules: each a page, an id and a pure function from facts to findings.

#[cfg(test)]
mod examples;
mod rule;

pub use rule::{Check, Context, Rule};

use crate::facts::{Message, Passage};
use crate::finding::Finding;

/// Every rule, in the order of the five moves.
pub static RULES: &[&Rule] = &[];

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// What the rules about one passage say of one of the writer's own; spans count from the passage's first byte.
pub fn check_passage(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let of_passage = |rule: &&Rule| match rule.check {
        Check::Passage(check) => context
            .level(rule)
            .map_or_else(Vec::new, |level| at(level, check(passage, context))),
        Check::Message(_) => Vec::new(),
    };
    RULES.iter().flat_map(of_passage).collect()
}

/// What the rules about the whole message say; spans count from the draft's first byte.
pub fn check_message(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let of_message = |rule: &&Rule| match rule.check {
        Check::Message(check) => context
            .level(rule)
            .map_or_else(Vec::new, |level| at(level, check(message, context))),
        Check::Passage(_) => Vec::new(),
    };
    RULES.iter().flat_map(of_message).collect()
}

/// The findings at the level the settings give, unless the rule itself chose a milder one.
fn at(level: crate::finding::Level, mut findings: Vec<Finding>) -> Vec<Finding> {
    for finding in &mut findings {
        finding.level = level;
    }
    findings
}
