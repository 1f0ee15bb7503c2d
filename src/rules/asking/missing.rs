use crate::document::BlockKind;
use crate::facts::{ActKind, Message, Passage};
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

/// The list of words that tell of an open matter.
const OPEN: &str = "open-matter";

/// Words that say that nothing is wanted.
const INFORMS: [&str; 9] = [
    "fyi",
    "for your information",
    "no action",
    "no reply",
    "no need to",
    "nothing to do",
    "just so you know",
    "heads up",
    "heads-up",
];

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let Some(open) = open_matter(message, context) else {
        return Vec::new();
    };
    let Some(last) = last_sentence(message).filter(|last| !last.covers(open)) else {
        return Vec::new();
    };
    let words = offer::skeleton(context);
    let finding = ASK_MISSING.finding(last, "The message ends here, and has asked for nothing.");
    let finding = finding.relate(open, "The open matter.");
    vec![finding.fix(
        Applies::WithBlank,
        offer::add(&words),
        Edit::insert(last.end, format!(" {words}")),
    )]
}

/// The words that tell of an open matter in a message that neither asks, promises, answers nor says that it only informs.
pub(super) fn open_matter(message: &Message, context: &Context<'_>) -> Option<Span> {
    let moves = message.own().any(|(_, passage)| {
        passage
            .acts
            .iter()
            .any(|act| matches!(act.kind, ActKind::Ask(_) | ActKind::Commitment(_)))
    });
    let replies = message.quoted().next().is_some();
    let informs = |text: &str| {
        let text = text.to_lowercase();
        INFORMS.iter().any(|words| text.contains(words))
    };
    let subject = context.headers.subject.as_deref().unwrap_or_default();
    if moves || replies || informs(subject) || subject.to_lowercase().contains("[info]") {
        return None;
    }
    if message.own().any(|(_, passage)| informs(&passage.text)) {
        return None;
    }
    message.own().find_map(|(offset, passage)| {
        let hit = passage
            .phrases
            .iter()
            .find(|hit| hit.family == OPEN && is_now(passage, hit.span))?;
        Some(hit.span.shifted(offset))
    })
}

/// Whether the matter is open now: no day of its own that is past or to come, and no word that it is over.
fn is_now(passage: &Passage, words: Span) -> bool {
    let sentence = passage.sentence_over(words);
    sentence.is_some_and(|sentence| {
        let over = [
            "back", "fixed", "solved", "resolved", "until", "if", "when", "unless", "why", "how",
            "whether", "while",
        ];
        // "We are close to a deal" is good news, and "Ana went down there" no news at all.
        let next = passage
            .words
            .tokens
            .partition_point(|token| token.span.start < words.end);
        let tokens = &passage.words.tokens;
        let goes_on = next
            .checked_sub(1)
            .is_some_and(|last| tokens[last].is_any(&["close", "near", "down"]))
            && tokens
                .get(next)
                .is_some_and(|token| token.is_any(&["to", "there", "by"]));
        !goes_on
            && !passage.words.tokens[sentence.tokens.clone()]
                .iter()
                .any(|token| token.is_any(&over))
    })
}

/// The last sentence of the writer's message that is neither greeting, thanks nor closing.
pub(super) fn last_sentence(message: &Message) -> Option<Span> {
    let mut last = None;
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
                last = Some(Span::new(act, sentence.span.end).shifted(offset));
            }
        }
    }
    last
}
