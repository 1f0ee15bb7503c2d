use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Finding, Level};
use crate::text::Span;

/// Sorts findings, drops those that repeat another on the same words, and takes away every fix that would touch more than `own` words.
///
/// `own` are the runs of the draft that are the writer's to change, sorted and apart. Where two findings share words the one that
/// matters more stays (then the longer, then the one whose rule comes first in `findings`).
pub fn settle(findings: Vec<Finding>, own: &[Span]) -> Vec<Finding> {
    let kept = winners(
        findings
            .iter()
            .map(|finding| (finding.level, finding.span))
            .collect(),
    );
    let mut findings: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    let mut kept: Vec<Finding> = kept
        .into_iter()
        .filter_map(|at| findings[at].take())
        .collect();
    keep_own(&mut kept, own);
    kept
}

/// Takes away every fix that would touch more than `own` words: runs that are the writer's to change, sorted and apart.
pub fn keep_own(findings: &mut [Finding], own: &[Span]) {
    for finding in findings {
        finding
            .fixes
            .retain(|fix| fix.edits.iter().all(|edit| is_own(edit.span, own)));
    }
}

/// Which of the candidates stay where some share words, by their places in the list and in the order of the text.
///
/// The one that matters more stays, then the longer, then the one that comes first.
pub fn winners(candidates: Vec<(Level, Span)>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|&at| {
        let (level, span) = candidates[at];
        (Reverse(level), Reverse(span.len()))
    });
    // Spans that share no byte end in the order in which they start, so of those that start before a span's end
    // the last reaches furthest: if it does not share a byte, none does.
    let mut taken = BTreeSet::new();
    let mut kept = Vec::new();
    for at in order {
        let span = candidates[at].1;
        let shares = taken
            .range(..Span::empty(span.end))
            .next_back()
            .is_some_and(|other: &Span| other.overlaps(span));
        if !shares && taken.insert(span) {
            kept.push(at);
        }
    }
    kept.sort_by_key(|&at| candidates[at].1);
    kept
}

/// Whether a run lies within one run of the writer's own words.
fn is_own(span: Span, own: &[Span]) -> bool {
    let before = own.partition_point(|run| run.start <= span.start);
    before.checked_sub(1).is_some_and(|at| own[at].covers(span))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::finding::Applies;
    use crate::text::Edit;

    fn finding(level: Level, start: usize, end: usize) -> Finding {
        Finding {
            rule: "a-rule",
            level,
            span: Span::new(start, end),
            message: "".into(),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// The same choice, slowly: every candidate beside every one that stays.
    fn plain_winners(candidates: &[(Level, Span)]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|&at| {
            let (level, span) = candidates[at];
            (Reverse(level), Reverse(span.len()))
        });
        let mut kept: Vec<usize> = Vec::new();
        for at in order {
            let span = candidates[at].1;
            let clear =
                |&other: &usize| candidates[other].1 != span && !candidates[other].1.overlaps(span);
            if kept.iter().all(clear) {
                kept.push(at);
            }
        }
        kept.sort_by_key(|&at| candidates[at].1);
        kept
    }

    #[test]
    fn what_matters_more_stays_then_what_says_more() {
        let settled = settle(
            vec![
                finding(Level::Hint, 0, 9),
                finding(Level::Warning, 4, 6),
                finding(Level::Info, 10, 12),
                finding(Level::Info, 11, 15),
            ],
            &[],
        );
        let spans: Vec<Span> = settled.iter().map(|finding| finding.span).collect();
        assert_eq!(spans, [Span::new(4, 6), Span::new(11, 15)]);
    }

    #[test]
    fn a_fix_beyond_the_writers_own_words_goes() {
        let reaching = finding(Level::Hint, 2, 4)
            .say(Applies::AsIs, "in")
            .fix(Applies::AsIs, "out", Edit::delete(Span::new(2, 7)))
            .fix(Applies::AsIs, "after", Edit::insert(5, "x"));
        let settled = settle(vec![reaching], &[Span::new(0, 5)]);
        let titles: Vec<&str> = settled[0]
            .fixes
            .iter()
            .map(|fix| fix.title.as_str())
            .collect();
        assert_eq!(titles, ["Say “in”", "after"]);
    }

    proptest! {
        #[test]
        fn the_quick_choice_is_the_plain_one(
            spans in prop::collection::vec((0usize..4, 0usize..30, 0usize..6), 0..40)
        ) {
            let candidates: Vec<(Level, Span)> = spans
                .into_iter()
                .map(|(level, start, len)| (Level::ALL[level], Span::new(start, start + len)))
                .collect();
            prop_assert_eq!(winners(candidates.clone()), plain_winners(&candidates));
        }
    }
}
