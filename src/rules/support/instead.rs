//! A sentence that gives nothing to go on, and one that does in its place.

use crate::facts::ActKind;
use crate::finding::{Applies, Finding};
use crate::rules::listed::Listed;
use crate::text::Edit;

/// Adds `words` in place of the phrase's sentence, unless the sentence asks or promises something too.
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
    if moves {
        return finding;
    }
    let title = format!("Say “{words}”");
    finding.fix(applies, title, Edit::replace(listed.sentence().span, words))
}
