use crate::document::Format;
use crate::facts::{Message, Passage};
use crate::finding::Finding;
use crate::language::pattern::{self, Patterns};
use crate::language::{Token, TokenKind};
use crate::rules::{Context, Kind, rule};
use crate::text::Span;

rule! {
    /// The text speaks of an attachment, and the draft has none.
    ///
    /// ## Why
    /// The reader opens the mail, looks for the file and writes back; a day is gone.
    ///
    /// Off until asked for: few editors write the attachment into the draft. It looks for `Attach:` headers and MIME parts.
    ///
    /// ## Examples
    /// ```mail flagged
    /// To: ana@example.org
    /// Subject: Lease
    ///
    /// Please sign the [[attached]] lease by Friday.
    /// ```
    /// ```mail fine
    /// To: ana@example.org
    /// Subject: Lease
    /// Attach: lease.pdf
    ///
    /// Please sign the attached lease by Friday.
    /// ```
    /// ```mail fine
    /// To: ana@example.org
    /// Subject: Logo
    ///
    /// Bo is attached to the old logo.
    /// ```
    pub(super) static ATTACHMENT_MISSING = {
        id: "attachment-missing",
        level: None,
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    if message.document.format != Format::Email || context.headers.attachment {
        return Vec::new();
    }
    let mut noticed = context.noticed(message, Kind::Attachment);
    let first = noticed.find_map(|of| Some(of.noticed.attachment?.shifted(of.offset)));
    let says = "The text speaks of an attachment, and the draft has none.";
    first
        .map(|place| ATTACHMENT_MISSING.finding(place, says))
        .into_iter()
        .collect()
}

/// The passage's first words that speak of a file sent along.
pub(in crate::rules) fn noticed(passage: &Passage) -> Option<Span> {
    passage.words.sentences.iter().find_map(|sentence| {
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        let linked = tokens.iter().any(|token| token.kind == TokenKind::Opaque);
        (!linked).then(|| sent_along(tokens)).flatten()
    })
}

fn sent_along(tokens: &[Token]) -> Option<Span> {
    static WHOLE: Patterns = Patterns::new(&[
        "please find attached|enclosed",
        "find attached|enclosed",
        "see the? attachment|attached",
        "attached below",
        "attached|enclosed please",
    ]);
    static HEAD: Patterns = Patterns::new(&[
        "i|we 've|have attached|enclosed",
        "i|we attached|enclosed|attach",
        "attached|enclosed is|are",
    ]);
    if let Some((range, _)) = WHOLE.find(tokens) {
        return pattern::span(tokens, range);
    }
    if let Some((range, which)) = HEAD.find(tokens) {
        let at = if which == 2 {
            range.start
        } else {
            range.end - 1
        };
        return pattern::span(tokens, at..at + 1);
    }
    let at = tokens
        .iter()
        .position(|token| token.is_any(&["attached", "enclosed"]))?;
    let before = at.checked_sub(1).map_or("", |at| tokens[at].norm.as_str());
    let next = tokens.get(at + 1);
    let to = next.is_some_and(|next| next.is("to"));
    let of_a_file = matches!(before, "the" | "is" | "are") && !to;
    of_a_file.then(|| tokens[at].span)
}
