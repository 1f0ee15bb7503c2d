use std::cmp::Reverse;
use std::collections::HashSet;

use super::{Topic, topic};
use crate::facts::Passage;
use crate::finding::Finding;
use crate::text::{Span, sort_by_key};

/// Of what the rules say of a passage, one finding for each act and topic: the one that matters most, then the one whose rule comes
/// first.
pub fn one_each(passage: &Passage, mut findings: Vec<Finding>) -> Vec<Finding> {
    // A stable sort: findings come in the order of the rules.
    sort_by_key(&mut findings, |finding| Reverse(finding.level));
    let mut spoken = HashSet::new();
    findings.retain(|finding| {
        let topic = topic(finding.rule);
        if !matches!(topic, Topic::Ask | Topic::Deadline | Topic::Commitment) {
            return true;
        }
        place(passage, finding.span).is_none_or(|place| spoken.insert((topic, place)))
    });
    findings
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Place {
    /// The act with this number.
    Act(usize),
    /// The sentence with this number, where no act is.
    Sentence(usize),
}

fn place(passage: &Passage, span: Span) -> Option<Place> {
    let act = passage.act_at(span).map(Place::Act);
    act.or_else(|| passage.sentences_at(span).next().map(Place::Sentence))
}
