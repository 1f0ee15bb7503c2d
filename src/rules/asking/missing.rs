use crate::document::BlockKind;
use crate::facts::{ActKind, Message};
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// A message tells of an open matter, and asks for nothing.
    ///
    /// ## Why
    /// The reader learns that something is wrong, late or missing, and closes the message. They were told; they were not asked. The
    /// writer believes that they were.
    ///
    /// A message that only informs, thanks or answers is left alone.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Hi Priya,
    ///
    /// The vendor contract is still open. [[The price goes up in June.]]
    ///
    /// Tom
    /// ```
    /// ```mail fixed
    /// Hi Priya,
    ///
    /// The vendor contract is still open. The price goes up in June. Could you [do what] by Fri 20 Nov?
    ///
    /// Tom
    /// ```
    /// ```mail flagged
    /// Hi Jo,
    ///
    /// I read the new menu. [[The second page feels crowded.]]
    /// ```
    /// ```mail fine
    /// FYI: the lift is still broken, the stairs are open. No action needed.
    /// ```
    /// ```mail fine
    /// The minutes you asked for are attached.
    /// ```
    pub(super) static ASK_MISSING = {
        id: "ask-missing",
        level: Some(Level::Warning),
        guards: OpenQuestion,
        since: "0.1.0",
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let Some(open) = message.hint().map(|hint| hint.words) else {
        return Vec::new();
    };
    let told = told(message);
    let Some(last) = told.last().copied().filter(|_| told.len() > 1) else {
        return Vec::new();
    };
    let words = offer::skeleton(context, true);
    let mut finding =
        ASK_MISSING.finding(last, "The message ends here, and has asked for nothing.");
    if !last.covers(open) {
        finding = finding.relate(open, "The open matter.");
    }
    vec![finding.fix(
        Applies::WithBlank,
        offer::add(&words),
        Edit::insert(last.end, format!(" {words}")),
    )]
}

/// The sentences of the writer's message that are neither greeting, thanks nor closing.
pub(super) fn told(message: &Message) -> Vec<Span> {
    let mut told = Vec::new();
    for (offset, passage) in message.own() {
        if matches!(passage.block.kind, BlockKind::Closing | BlockKind::Greeting) {
            continue;
        }
        for (at, sentence) in passage.words.sentences.iter().enumerate() {
            let acts = passage.acts_in(at);
            let social = acts.iter().any(|act| {
                matches!(
                    act.kind,
                    ActKind::Thanks | ActKind::Greeting | ActKind::Closing
                )
            });
            let name = sentence.tokens.len() <= 2;
            if !social && !name {
                // A greeting on the same line belongs to its sentence and not to its act.
                let act = acts
                    .first()
                    .map_or(sentence.span.start, |act| act.span.start);
                told.push(Span::new(act, sentence.span.end).shifted(offset));
            }
        }
    }
    told
}
