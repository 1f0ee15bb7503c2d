//! A sentence that gives nothing to go on, and one that does in its place.

use crate::facts::ActKind;
use crate::finding::{Applies, Finding};
use crate::language::{Token, TokenKind};
use crate::rules::listed::Listed;
use crate::text::{Edit, Span};

/// Phrases in one sentence, or in sentences side by side, say one thing twice: each such run by itself.
pub(super) fn together<'a>(all: impl Iterator<Item = Listed<'a>>) -> Vec<Vec<Listed<'a>>> {
    let mut runs: Vec<Vec<Listed<'a>>> = Vec::new();
    for listed in all {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| listed.at <= last.at + 1) => {
                run.push(listed);
            }
            _ => runs.push(vec![listed]),
        }
    }
    runs
}

/// Adds `words` in place of the phrase's sentence, unless the sentence says, asks or promises something else too.
pub(super) fn sentence(
    finding: Finding,
    listed: &Listed<'_>,
    applies: Applies,
    words: &str,
) -> Finding {
    sentences(finding, std::slice::from_ref(listed), applies, words)
}

/// The same for a run of phrases and their sentences.
pub(super) fn sentences(
    finding: Finding,
    run: &[Listed<'_>],
    applies: Applies,
    words: &str,
) -> Finding {
    let [first, .., last] = run else {
        return match run {
            [only] => replaced(finding, only, only, run, applies, words),
            _ => finding,
        };
    };
    replaced(finding, first, last, run, applies, words)
}

fn replaced(
    finding: Finding,
    first: &Listed<'_>,
    last: &Listed<'_>,
    run: &[Listed<'_>],
    applies: Applies,
    words: &str,
) -> Finding {
    let promises = run.iter().any(|listed| {
        let mut acts = listed.passage.acts_in(listed.at).iter();
        acts.any(|act| matches!(act.kind, ActKind::Commitment(_)))
    });
    if promises || run.iter().any(|listed| goes_on(listed, run)) {
        return finding;
    }
    let title = format!("Say “{words}”");
    // "I'd love to help, but" is a courtesy to keep.
    let honest = |token: &&Token| !token.is_any(&["honestly", "frankly", "just", "really"]);
    let (start, words) = match first.before().iter().rfind(honest) {
        Some(joint) if joint.is("but") && first.before().len() > 2 => {
            (first.phrase.span.start, lowered(words))
        }
        _ => (first.sentence().span.start, words.to_owned()),
    };
    let place = Span::new(start, last.sentence().span.end.max(start));
    finding.fix(applies, title, Edit::replace(place, words))
}

/// As it reads inside a sentence.
pub(super) fn lowered(words: &str) -> String {
    let own = words.starts_with("I ") || words.starts_with("I'");
    let mut chars = words.chars();
    match chars.next() {
        Some(first) if !own => first.to_lowercase().chain(chars).collect(),
        _ => words.to_owned(),
    }
}

/// Whether the sentence has another clause, or more in it than a phrase's object.
fn goes_on(listed: &Listed<'_>, run: &[Listed<'_>]) -> bool {
    const MOST: usize = 12;
    let after = listed.after();
    let again = |token: &Token| {
        run.iter()
            .any(|other| other.phrase.span.start == token.span.start)
    };
    let joined = after.windows(2).any(|pair| {
        pair[0].is_any(&["and", "but", "so", ";", ",", "because", ":"])
            && pair[1].kind == TokenKind::Word
            && !pair[1].tag.is_nominal()
            && !again(&pair[1])
    });
    joined || after.len() > MOST || listed.before().len() > MOST
}
