//! What is read of a draft as it changes is what is read of the same text opened fresh.

use jiff::civil::date;
use proptest::prelude::*;

use super::{Ground, Kept, Reading, read, read_on};
use crate::document::{Document, Format, Layout};
use crate::facts::Passage;
use crate::finding::Finding;
use crate::rules::{self, Rule};
use crate::settings::Options;
use crate::text::{Change, Span};

/// Paragraphs that have something for the rules about the message, or nothing.
const PARAGRAPHS: [&str; 14] = [
    "Could you send me the figures?",
    "Please check the list by Friday.",
    "I'll call the vendor.",
    "I'll try to fix it soon, sorry to bother you!!",
    "No rush at all, only if you have time.",
    "Thanks in advance!",
    "The plan is attached.",
    "Just a gentle reminder.",
    "The room is free.",
    "Let me know if you have any questions.",
    "We meet on Monday, or on Tuesday whenever you like.",
    "Hi Ana,",
    "Can you look at that?",
    "- one\n- please do it",
];

fn fresh(text: &str, ground: Ground<'_>) -> Reading {
    crate::reading(
        text,
        Format::Text,
        ground.today,
        ground.options,
        ground.rules,
    )
}

fn findings(reading: &Reading) -> Vec<Finding> {
    let found = reading.findings.iter();
    found.map(super::Found::placed).collect()
}

fn assert_same(read: &Reading, fresh: &Reading) -> Result<(), TestCaseError> {
    let cut = |reading: &Reading| -> Document { reading.message.document.clone() };
    prop_assert_eq!(cut(read), cut(fresh));
    prop_assert_eq!(findings(read), findings(fresh));
    let read = &read.message.passages;
    prop_assert_eq!(read.len(), fresh.message.passages.len());
    for ((at, passage), (there, fresh)) in read.iter().zip(&fresh.message.passages) {
        // A passage may stand elsewhere than where it was read.
        let mut passage = Passage::clone(passage);
        passage.block.span = fresh.block.span;
        prop_assert_eq!((at, &passage), (there, &**fresh));
    }
    Ok(())
}

proptest! {
    // A case reads a hundred paragraphs twice.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 32))]
    #[test]
    fn a_draft_read_on_is_the_draft_read_fresh(
        said in prop::collection::vec(0..PARAGRAPHS.len() * 4, 90..130),
        changes in prop::collection::vec((0usize..40, 0usize..3, 0..PARAGRAPHS.len() + 2), 1..10),
    ) {
        let plain = "The board has the report.";
        let words = said.iter().map(|at| *PARAGRAPHS.get(*at).unwrap_or(&plain));
        let mut paragraphs: Vec<String> = words.map(str::to_owned).collect();
        let all: Vec<&'static Rule> = rules::all().collect();
        let options = Options::default();
        let ground = Ground { today: date(2026, 11, 22), options: &options, rules: &all };
        let mut text = paragraphs.join("\n\n");
        let mut layout = Layout::new(&text, Format::Text);
        let mut kept = Kept::default();
        let document = layout.arrange(&|span| span.of(&text).to_owned().into());
        let words = |span: Span| span.of(&text).to_owned().into();
        let mut reading = read(document, &words, ground, &mut kept, None);
        for (at, kind, new) in changes {
            let old = text.clone();
            match kind {
                0 => paragraphs[at].insert_str(1, PARAGRAPHS.get(new).unwrap_or(&"x")),
                1 => paragraphs.insert(at, (*PARAGRAPHS.get(new).unwrap_or(&"X")).to_owned()),
                _ => drop(paragraphs.remove(at)),
            }
            text = paragraphs.join("\n\n");
            let start = old.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
            let left = old.len().min(text.len()) - start;
            let end = old.bytes().rev().zip(text.bytes().rev()).take(left);
            let end = end.take_while(|(a, b)| a == b).count();
            let change = Change::new(Span::new(start, old.len() - end), text.len() - end - start);
            let words = |span: Span| span.of(&text).to_owned().into();
            let edited = layout.edit(change, &words);
            kept.take_back(reading);
            let document = kept.document_mut();
            let recut = document.and_then(|document| layout.rearrange(&edited, &words, document));
            reading = match recut.and_then(|recut| read_on(&recut, &words, ground, &mut kept)) {
                Some(reading) => reading,
                None => {
                    let document = layout.arrange(&words);
                    read(document, &words, ground, &mut kept, Some(change))
                }
            };
        }
        assert_same(&reading, &fresh(&text, ground))?;
    }
}
