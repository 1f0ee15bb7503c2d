//! A sentence that gives nothing to go on, and one that does in its place.

use crate::facts::ActKind;
use crate::finding::{Applies, Finding};
use crate::rewrite;
use crate::rules::listed::Listed;
use crate::text::Edit;

/// Adds `words` in place of the phrase's sentence, unless the sentence asks or promises something too.
pub(super) fn sentence(
    finding: Finding,
    listed: &Listed<'_>,
    applies: Applies,
    words: &str,
) -> Finding {
    let moves = listed
        .passage
        .acts
        .iter()
        .any(|act| act.sentence == listed.at && matches!(act.kind, ActKind::Commitment(_)));
    if moves {
        return finding;
    }
    let title = format!("Say “{words}”");
    finding.fix(applies, title, Edit::replace(listed.sentence().span, words))
}

/// Adds the draft without the phrase, `applies` saying how safe that is.
pub(super) fn nothing(finding: Finding, listed: &Listed<'_>, applies: Applies) -> Finding {
    let span = listed.phrase.span;
    let edit = rewrite::leave_out(listed.passage, span);
    finding.fix(
        applies,
        format!("Take out “{}”", span.of(&listed.passage.text)),
        edit,
    )
}
