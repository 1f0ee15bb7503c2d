use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use super::{Finding, Level};
use crate::text::{Edit, Edits, Span, sort_by_key};

/// Takes away every fix that would touch a run that is not the writer's `own` to change.
pub fn keep_own(findings: &mut [Finding], own: impl Fn(Span) -> bool) {
    for finding in findings {
        let fixes = &mut finding.fixes;
        fixes.retain(|fix| fix.edits.iter().all(|edit| own(edit.span)));
    }
}

/// Which of the candidates stay, by their places in the list and in the order of the text, where some share words.
///
/// Of two on the very same words, and of two about one topic that share words, the one that matters more stays, then the longer, then
/// the one that comes first.
pub fn winners<T: Copy + Ord>(candidates: &[(Level, Span, T)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    sort_by_key(&mut order, |&at| {
        let (level, span, _) = candidates[at];
        (Reverse(level), Reverse(span.len()))
    });
    // Spans that share no byte end in the order in which they start, so of those that start before a span's end
    // the last reaches furthest: if it does not share a byte, none does.
    let mut taken = BTreeSet::new();
    let mut words = HashSet::new();
    let mut kept = Vec::new();
    for at in order {
        let (_, span, topic) = candidates[at];
        let shares = taken
            .range((topic, Span::empty(0))..(topic, Span::empty(span.end)))
            .next_back()
            .is_some_and(|(_, other): &(T, Span)| other.overlaps(span));
        if !shares && words.insert(span) {
            taken.insert((topic, span));
            kept.push(at);
        }
    }
    sort_by_key(&mut kept, |&at| candidates[at].1);
    kept
}

/// The fixes taken without asking that go together, each finding with how far its bytes are to be moved, and how many fixes they are.
///
/// The first in the draft keeps the place: one that touches another, as where both add a day at one place, has to wait for a new
/// reading.
pub fn taken_together<'a>(
    found: impl IntoIterator<Item = (&'a Finding, usize)>,
    all: bool,
) -> (Edits, usize) {
    let mut edits: Vec<Edit> = Vec::new();
    let mut taken = 0;
    let mut end = None;
    for (finding, offset) in found {
        let Some(fix) = finding.taken_first(all) else {
            continue;
        };
        let fix = fix.edits.clone().shifted(offset);
        let start = fix.iter().map(|edit| edit.span.start).min();
        if start.is_none() || end.is_some_and(|end| start <= Some(end)) {
            continue;
        }
        end = fix.iter().map(|edit| edit.span.end).max().max(end);
        edits.extend(fix.iter().cloned());
        taken += 1;
    }
    // OK because each fix begins after the end of those before it.
    (Edits::new(edits).unwrap_or_default(), taken)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::finding::Applies;
    use crate::text::Edit;

    /// The same choice, slowly: every candidate beside every one that stays.
    fn plain_winners(candidates: &[(Level, Span, u8)]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|&at| {
            let (level, span, _) = candidates[at];
            (Reverse(level), Reverse(span.len()))
        });
        let mut kept: Vec<usize> = Vec::new();
        for at in order {
            let (_, span, topic) = candidates[at];
            let clear = |&other: &usize| {
                let (_, theirs, about) = candidates[other];
                theirs != span && !(about == topic && theirs.overlaps(span))
            };
            if kept.iter().all(clear) {
                kept.push(at);
            }
        }
        kept.sort_by_key(|&at| candidates[at].1);
        kept
    }

    #[test]
    fn what_matters_more_stays_then_what_says_more() {
        let stay = winners(&[
            (Level::Hint, Span::new(0, 9), 0),
            (Level::Warning, Span::new(4, 6), 0),
            (Level::Info, Span::new(10, 12), 0),
            (Level::Info, Span::new(11, 15), 0),
        ]);
        assert_eq!(stay, [1, 3]);
    }

    #[test]
    fn findings_about_two_topics_may_share_words_but_not_all_of_them() {
        let inside = (Level::Hint, Span::new(2, 4), 1);
        assert_eq!(
            winners(&[(Level::Warning, Span::new(0, 9), 0), inside]),
            [0, 1]
        );
        assert_eq!(
            winners(&[(Level::Warning, Span::new(2, 4), 0), inside]),
            [0]
        );
    }

    #[test]
    fn a_fix_beyond_the_writers_own_words_goes() {
        let finding = Finding {
            rule: "a-rule",
            level: Level::Hint,
            span: Span::new(2, 4),
            message: "".into(),
            related: Vec::new(),
            fixes: Vec::new(),
        };
        let reaching = finding
            .say(Applies::AsIs, "in")
            .fix(Applies::AsIs, "out", Edit::delete(Span::new(2, 7)))
            .fix(Applies::AsIs, "after", Edit::insert(5, "x"));
        let mut findings = vec![reaching];
        keep_own(&mut findings, |span| Span::new(0, 5).covers(span));
        let titles: Vec<&str> = findings[0]
            .fixes
            .iter()
            .map(|fix| fix.title.as_str())
            .collect();
        assert_eq!(titles, ["Say “in”", "after"]);
    }

    proptest! {
        #[test]
        fn the_quick_choice_is_the_plain_one(
            spans in prop::collection::vec((0usize..4, 0usize..30, 0usize..6, 0u8..3), 0..40)
        ) {
            let candidates: Vec<(Level, Span, u8)> = spans
                .into_iter()
                .map(|(level, start, len, topic)| (Level::ALL[level], Span::new(start, start + len), topic))
                .collect();
            prop_assert_eq!(winners(&candidates), plain_winners(&candidates));
        }
    }
}
