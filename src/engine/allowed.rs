use crate::facts::{Message, Passage};
use crate::finding::Finding;
use crate::settings::Options;
use crate::text::{Span, is_within_phrase};

/// Whether the words of a finding about a passage are a phrase that the user never wants flagged.
pub(super) fn in_passage(passage: &Passage, finding: &Finding, options: &Options) -> bool {
    is_allowed(&passage.text, finding.span, options)
}

/// The same of a finding about the message.
pub(super) fn in_message(message: &Message, finding: &Finding, options: &Options) -> bool {
    if options.allow.is_empty() {
        return false;
    }
    let at = message
        .passages
        .partition_point(|(offset, _)| *offset <= finding.span.start);
    let Some((offset, passage)) = at.checked_sub(1).map(|at| &message.passages[at]) else {
        return false;
    };
    let span = Span::new(finding.span.start - offset, finding.span.end - offset);
    span.end <= passage.text.len() && is_allowed(&passage.text, span, options)
}

fn is_allowed(text: &str, span: Span, options: &Options) -> bool {
    let mut allowed = options.allow.iter();
    !span.is_empty() && allowed.any(|phrase| is_within_phrase(text, span, phrase))
}
