use std::cmp::Reverse;

use super::{Topic, topic};
use crate::facts::Passage;
use crate::finding::Finding;

/// Of what the rules say of a passage, one finding for each act and topic: the one that matters most, then the one whose rule comes
/// first.
pub fn one_each(passage: &Passage, mut findings: Vec<Finding>) -> Vec<Finding> {
    // A stable sort: findings come in the order of the rules.
    findings.sort_by_key(|finding| Reverse(finding.level));
    let mut spoken = Vec::new();
    findings.retain(|finding| {
        let topic = topic(finding.rule);
        if !matches!(topic, Topic::Ask | Topic::Deadline | Topic::Commitment) {
            return true;
        }
        let place = act(passage, finding);
        let silent = place.is_none() || !spoken.contains(&(topic, place));
        spoken.push((topic, place));
        silent
    });
    findings
}

/// The act a finding is about, else its sentence.
fn act(passage: &Passage, finding: &Finding) -> Option<usize> {
    let acts = passage
        .acts
        .iter()
        .position(|act| act.span.overlaps(finding.span));
    let sentences = &passage.words.sentences;
    let sentence = || {
        sentences
            .iter()
            .position(|sentence| sentence.span.overlaps(finding.span))
    };
    acts.or_else(|| sentence().map(|at| passage.acts.len() + at))
}
