use super::bound;
use crate::facts::{DueKind, Passage, TimeKind, TimeRole};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::{Edits, Span};

rule! {
    /// A deadline is taken back in the same breath.
    ///
    /// ## Why
    /// "Ideally by Friday" tells the reader that Friday is not the day, and keeps from them which day is. If there are two days, the
    /// wished-for one and the last one, both can be said.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please send the figures [[ideally]] by Friday.
    /// ```
    /// ```mail fixed
    /// Please send the figures by Friday.
    /// ```
    /// ```mail flagged
    /// Could you sign by Tuesday [[or so]]?
    /// ```
    /// ```mail fine
    /// Please send the figures by Friday 12:00, Monday 10:00 at the latest.
    /// ```
    /// ```mail fine
    /// The figures around Thursday's outage are wrong.
    /// ```
    pub(super) static DEADLINE_HEDGED = {
        id: "deadline-hedged",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    // "Ideally by Friday, otherwise Monday" says both days.
    let says_both = |bound: &bound::Bound<'_>| {
        bound.others(passage).any(|time| {
            let day = time.kind == TimeKind::Date && time.role != TimeRole::Mention;
            day && time.span.start > bound.due.span.end
        })
    };
    let dated =
        bound::bounds(passage).filter(|bound| bound.due.kind == DueKind::Date && !says_both(bound));
    dated
        .filter_map(|bound| {
            let soft = softener(passage, bound.due.span)?;
            let finding =
                DEADLINE_HEDGED.finding(soft, "This takes the date back, and says no other.");
            let title = format!("Take out “{}”", soft.of(&passage.text).trim());
            Some(finding.fix(
                Applies::IfMeant,
                title,
                Edits::from(rewrite::cut(&passage.text, soft)),
            ))
        })
        .collect()
}

/// The words right before or after a due that soften it.
fn softener(passage: &Passage, due: Span) -> Option<Span> {
    const BEFORE: [&[&str]; 12] = [
        &["ideally"],
        &["hopefully"],
        &["preferably"],
        &["roughly"],
        &["around"],
        &["about"],
        &["maybe"],
        &["perhaps"],
        &["possibly"],
        &["probably"],
        &["if", "possible"],
        &["say"],
    ];
    const AFTER: [&[&str]; 10] = [
        &["or", "so"],
        &["or", "thereabouts"],
        &["-", "ish"],
        &["ish"],
        &["-ish"],
        &["if", "possible"],
        &["if", "you", "can"],
        &["ideally"],
        &["hopefully"],
        &["if", "at", "all", "possible"],
    ];
    let tokens = &passage.words.tokens;
    // Found by halving: a paragraph may be as long as a book.
    let first = tokens.partition_point(|token| token.span.start < due.start);
    if first == tokens.len() {
        return None;
    }
    let next = tokens.partition_point(|token| token.span.start < due.end);
    let spoken = |range: std::ops::Range<usize>, words: &[&str]| {
        tokens.get(range).is_some_and(|run| {
            run.len() == words.len() && run.iter().zip(words).all(|(token, word)| token.is(word))
        })
    };
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is(","));
    let span = |range: std::ops::Range<usize>| {
        Span::new(
            tokens[range.start].span.start,
            tokens[range.end - 1].span.end,
        )
    };
    // "Turn it around by Friday": what stands before a preposition belongs to the verb.
    let bound = tokens[first].is_any(&[
        "by", "before", "until", "till", "within", "no", "after", "from", "on",
    ]);
    for words in BEFORE {
        if bound && matches!(words, ["around" | "about"]) {
            continue;
        }
        let end = if first > 0 && comma(first - 1) {
            first - 1
        } else {
            first
        };
        let Some(start) = end.checked_sub(words.len()) else {
            continue;
        };
        if spoken(start..end, words) {
            return Some(span(start..end));
        }
    }
    for words in AFTER {
        let start = if comma(next) { next + 1 } else { next };
        let end = start + words.len();
        // "Tell me by Friday if you can come" asks whether.
        let goes_on = words.last() == Some(&"can")
            && tokens.get(end).is_some_and(|token| token.tag.is_verbal());
        if spoken(start..end, words) && !goes_on {
            return Some(span(start..end));
        }
    }
    None
}
