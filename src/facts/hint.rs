//! A hint: a lack or a problem told to who could mend it, in a message that asks for nothing.
//!
//! One sentence cannot show it: "the server is down again" is the reason for an ask where one follows, and a call for help where none
//! does. So a hint is a fact of the message.

use super::{Act, ActKind, Ask, AskForm, Directness, Message, Owner, OwnerKind, Passage};
use crate::document::Format;
use crate::text::Span;

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

/// Words that say that the matter is over, or only thought of.
const OVER: [&str; 17] = [
    "back", "fixed", "solved", "resolved", "until", "if", "when", "unless", "why", "how",
    "whether", "while", "think", "thought", "believe", "suspect", "guess",
];

/// An open matter that is told and for which nothing is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// Where its passage stands in the draft.
    pub offset: usize,
    /// The sentence as an ask. Its span counts from the passage's first byte.
    pub act: Act,
    /// The words that tell of the matter, in the draft.
    pub words: Span,
}

impl Message {
    /// The open matter of a message that neither asks, promises, answers nor says that it only informs.
    pub fn hint(&self) -> Option<Hint> {
        let moves = self.own().any(|(_, passage)| {
            passage
                .acts
                .iter()
                .any(|act| matches!(act.kind, ActKind::Ask(_) | ActKind::Commitment(_)))
        });
        let subject = self.document.headers.subject.as_deref().unwrap_or_default();
        // A commit message tells what was wrong before it.
        let tells = self.document.format == Format::Commit;
        if moves
            || tells
            || self.quoted().next().is_some()
            || informs(subject)
            || subject.to_lowercase().contains("[info]")
            || self.own().any(|(_, passage)| informs(&passage.text))
        {
            return None;
        }
        self.own().find_map(|(offset, passage)| {
            let hits = passage.phrases.iter().filter(|hit| hit.family == OPEN);
            let hit = hits.into_iter().find(|hit| is_now(passage, hit.span))?;
            let told = &passage.acts[passage.act_at(hit.span)?];
            Some(Hint {
                offset,
                act: asking(told),
                words: hit.span.shifted(offset),
            })
        })
    }
}

fn informs(text: &str) -> bool {
    let text = text.to_lowercase();
    INFORMS.iter().any(|words| text.contains(words))
}

/// Whether the matter is open now, and no one but the writer is told to miss something.
fn is_now(passage: &Passage, words: Span) -> bool {
    let Some(sentence) = passage.sentence_over(words) else {
        return false;
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let has = |words: &[&str]| tokens.iter().any(|token| token.is_any(words));
    let next = tokens.partition_point(|token| token.span.start < words.end);
    let (before, after) = tokens.split_at(next);
    let ends_in = |words: &[&str]| before.last().is_some_and(|token| token.is_any(words));
    let goes_on = |words: &[&str]| after.first().is_some_and(|token| token.is_any(words));
    // "We are close to a deal" is good news, and "Ana went down there" no news at all.
    let moves = ends_in(&["close", "near", "down"]) && goes_on(&["to", "there", "by", "at"]);
    // "You are missing the point."
    let misses = ends_in(&["missing"]) && goes_on(&["the", "a", "an", "your", "our", "my", "out"]);
    // "The days don't work for Bo" declines.
    let declines = ends_in(&["work", "working"]) && goes_on(&["for"]);
    // "I still haven't sent it" is the writer's own debt.
    let owed = ["sent", "paid", "signed", "replied", "answered"];
    let owes = has(&["i", "we"]) && (ends_in(&owed) || goes_on(&owed));
    // "It is too small to show" and "a sum which doesn't match" tell it by the way.
    let starts = tokens.partition_point(|token| token.span.start < words.start);
    let by_the_way = tokens[..starts].last();
    let aside = goes_on(&["to"]) && tokens[starts..next].iter().any(|token| token.is("too"))
        || by_the_way.is_some_and(|token| token.is_any(&["which", "that", "who"]));
    // "It doesn't line up, but it shows", "he still hasn't got it, he says he'll have it on Monday": something else is told.
    let turns = after
        .iter()
        .any(|token| token.is_any(&["but", "will", "'ll"]));
    !moves
        && !declines
        && !owes
        && !aside
        && !turns
        && (!misses || has(&["i", "we"]))
        && !has(&OVER)
}

/// The act as an ask of no one for nothing in particular.
fn asking(told: &Act) -> Act {
    let start = Span::new(told.span.start, told.span.start);
    Act {
        kind: ActKind::Ask(Ask {
            form: AskForm::Hint,
            directness: Directness::Hint,
            owner: Owner {
                kind: OwnerKind::None,
                span: None,
            },
            action: None,
            due: None,
            reason: None,
            condition: None,
            opening: start,
            courtesy: None,
            work: false,
        }),
        why: "tells of an open matter, and nothing is asked",
        confidence: 55,
        ..told.clone()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::Format;
    use crate::settings::Options;

    fn hint(text: &str) -> Option<String> {
        let message = crate::read(text, Format::Text, date(2026, 11, 18), &Options::default());
        let hint = message.hint()?;
        Some(hint.act.span.shifted(hint.offset).of(text).to_owned())
    }

    #[test]
    fn an_open_matter_for_which_nothing_is_asked_is_a_hint() {
        for text in [
            "The staging server is down again",
            "We still don't have the signed form",
            "I can't get into the billing repo",
            "The slides haven't been updated since March",
            "Nobody has replied to the customer yet",
            "We're missing your timesheet",
            "Your signature is still missing",
            "It's cold in here",
            "The printer is out of paper again",
            "I don't seem to have access to the folder",
            "The link you sent doesn't work",
            "My order never arrived",
            "I was charged twice",
            "Still waiting for the invoice",
            "The ball is in your court",
            "The tenants still don't have the codes",
            "The second part reads a bit long",
            "The totals don't match the ledger",
            "I checked the forms and found three mistakes",
            "The menu is far too dark",
        ] {
            assert_eq!(hint(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_matter_that_is_over_or_asked_about_is_none() {
        for text in [
            "The server was down on Monday and is back.",
            "The server is down again. Please restart it.",
            "The server is down again. I'll restart it.",
            "FYI: the lift is still broken. No action needed.",
            "If the lamp is broken, the shop takes it.",
            "You are missing the point.",
            "Bo went down there at noon.",
            "We are close to the end.",
            "I haven't seen the film.",
            "I still haven't sent you the photos.",
            "The road is long.",
            "It doesn't line up very well but it shows the trend.",
            "Bo still hasn't got the key, he says he'll have it on Monday.",
            "The print is too small to read on a phone.",
            "We have a form for sums which don't match.",
            "I asked Bo, and those days don't work for him.",
            "From the log I believe that the timer isn't working.",
        ] {
            assert_eq!(hint(text), None, "{text}");
        }
    }
}
