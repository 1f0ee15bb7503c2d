use crate::facts::{AskForm, Directness, Message};
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// The subject's tag and the message disagree.
    ///
    /// ## Why
    /// A tag tells the reader whether they have to act before they open the mail. Under `[INFO]`, a request waits with the newsletters;
    /// an `[ACTION]` that asks for nothing costs the next one its weight.
    ///
    /// ## Examples
    /// ```mail flagged
    /// To: ana@example.org
    /// Subject: [[[INFO]]] Lease
    ///
    /// Please sign the lease by Friday.
    /// ```
    /// ```mail fixed
    /// To: ana@example.org
    /// Subject: [ACTION] Lease
    ///
    /// Please sign the lease by Friday.
    /// ```
    /// ```mail fine
    /// To: ana@example.org
    /// Subject: [INFO] Outage
    ///
    /// The outage is over.
    /// ```
    pub(super) static SUBJECT_TAG_MISMATCH = {
        id: "subject-tag-mismatch",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let found = || {
        let subject = context.headers.subject.as_deref()?;
        let start = context.headers.plain_subject()?.start;
        let tag = tag(subject)?;
        let wrong = if tag.asks {
            !asks(message)
        } else {
            asks_plainly(message)
        };
        let said = message.own().next().is_some();
        (wrong && said).then(|| (tag.span.shifted(start), tag))
    };
    let Some((place, tag)) = found() else {
        return Vec::new();
    };
    let (says, right) = if tag.asks {
        (
            "This tag announces a request, and the message makes none.",
            "INFO",
        )
    } else {
        (
            "This tag says that nothing is asked, and the message asks.",
            "ACTION",
        )
    };
    let words = if tag.bracketed {
        format!("[{right}]")
    } else {
        right.to_owned()
    };
    let finding = SUBJECT_TAG_MISMATCH.finding(place, says);
    vec![finding.fix(
        Applies::IfMeant,
        offer::say(&words),
        Edit::replace(place, words),
    )]
}

/// A tag at the head of a subject.
struct Tag {
    span: Span,
    asks: bool,
    bracketed: bool,
}

fn tag(subject: &str) -> Option<Tag> {
    let start = subject.len() - subject.trim_start().len();
    let rest = &subject[start..];
    let (word, end, bracketed) = match rest.strip_prefix('[') {
        Some(inside) => {
            let close = inside.find(']')?;
            (&inside[..close], start + close + 2, true)
        }
        None => {
            let word = rest.split(':').next().unwrap_or(rest).trim_end();
            let shouted = !word.is_empty() && !word.chars().any(char::is_lowercase);
            let set_off = rest.contains(':') || word.len() == rest.trim_end().len();
            if !shouted || !set_off {
                return None;
            }
            (word, start + word.len(), false)
        }
    };
    let asks = match word.trim().to_uppercase().as_str() {
        "ACTION" | "ACTION REQUIRED" | "REQUEST" | "SIGN" | "DECISION" | "COORD" => true,
        "INFO" | "FYI" | "INFORMATION" | "NO ACTION" => false,
        _ => return None,
    };
    Some(Tag {
        span: Span::new(start, end),
        asks,
        bracketed,
    })
}

/// Whether anything is asked, in the draft or in what it passes on.
fn asks(message: &Message) -> bool {
    message.asks().next().is_some() || message.quoted_asks().next().is_some()
}

/// Whether the draft asks for something outright.
fn asks_plainly(message: &Message) -> bool {
    message
        .asks()
        .any(|ask| ask.fact.directness == Directness::Direct && ask.fact.form != AskForm::LetMeKnow)
}
