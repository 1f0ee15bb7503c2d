//! A sentence that gives nothing to go on, and one that does in its place.

use crate::facts::ActKind;
use crate::finding::{Applies, Finding};
use crate::language::TokenKind;
use crate::rules::listed::Listed;
use crate::text::Edit;

/// Adds `words` in place of the phrase's sentence, unless the sentence says, asks or promises something else too.
pub(super) fn sentence(
    finding: Finding,
    listed: &Listed<'_>,
    applies: Applies,
    words: &str,
) -> Finding {
    let acts = listed.passage.acts_in(listed.at);
    let moves = acts
        .iter()
        .any(|act| matches!(act.kind, ActKind::Commitment(_)));
    if moves || goes_on(listed) {
        return finding;
    }
    let title = format!("Say “{words}”");
    finding.fix(applies, title, Edit::replace(listed.sentence().span, words))
}

/// Whether the sentence has another clause, or more in it than a phrase's object.
fn goes_on(listed: &Listed<'_>) -> bool {
    const MOST: usize = 12;
    let after = listed.after();
    let joined = after.windows(2).any(|pair| {
        pair[0].is_any(&["and", "but", "so", ";", ",", "because", ":"])
            && (pair[1].kind == TokenKind::Word && !pair[1].tag.is_nominal())
    });
    joined || after.len() > MOST || listed.before().len() > MOST
}
