use super::Finding;
use crate::text::Span;

/// Sorts findings, drops those that repeat another on the same words, and takes away every fix that would touch more than `own` words.
///
/// `own` are the runs of the draft that are the writer's to change, sorted and apart. Where two findings share words the one that
/// matters more stays (then the longer, then the one whose rule comes first in `findings`).
pub fn settle(mut findings: Vec<Finding>, own: &[Span]) -> Vec<Finding> {
    findings.sort_by_key(|finding| {
        (
            std::cmp::Reverse(finding.level),
            std::cmp::Reverse(finding.span.len()),
        )
    });
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        if !kept
            .iter()
            .any(|other| other.span == finding.span || other.span.overlaps(finding.span))
        {
            kept.push(finding);
        }
    }
    kept.sort_by_key(|finding| (finding.span, finding.rule));
    for finding in &mut kept {
        finding
            .fixes
            .retain(|fix| fix.edits.iter().all(|edit| is_own(edit.span, own)));
    }
    kept
}

/// Whether a run lies within one run of the writer's own words.
fn is_own(span: Span, own: &[Span]) -> bool {
    let before = own.partition_point(|run| run.start <= span.start);
    before.checked_sub(1).is_some_and(|at| own[at].covers(span))
}
