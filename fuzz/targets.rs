//! What each room must do with any text.

use forthright::document::{self, Format};
use forthright::facts::due::{self, Calendar};
use forthright::settings::{self, Options};
use forthright::text::Span;
use forthright::{facts, language};
use jiff::civil::{Date, date};

use crate::session;

/// What a room must do with any bytes; it panics where it does not.
pub(crate) type Target = fn(&[u8]);

/// The rooms by name.
pub(crate) const ALL: &[(&str, Target)] = &[
    ("document", document),
    ("language", language),
    ("dates", dates),
    ("rewriting", rewriting),
    ("settings", settings),
    ("messages", session::run),
];

/// A Sunday.
pub(crate) const TODAY: Date = date(2026, 11, 22);

fn within(span: Span, text: &str) {
    assert!(
        span.end <= text.len()
            && text.is_char_boundary(span.start)
            && text.is_char_boundary(span.end)
    );
}

/// Zones hold every byte once; blocks stand inside.
fn document(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    for format in Format::ALL {
        let document = document::read(&text, format);
        let mut end = 0;
        for zone in &document.zones {
            assert_eq!(zone.span.start, end);
            within(zone.span, &text);
            end = zone.span.end;
        }
        assert_eq!(end, text.len());
        for block in &document.blocks {
            within(block.span, &text);
            let prose = document::prose(block.span.of(&text), block, format);
            assert_eq!(prose.text.len(), block.span.len());
        }
    }
}

/// Tokens stand inside, in order.
fn language(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let words = language::read(&text);
    let mut start = 0;
    for token in &words.tokens {
        within(token.span, &text);
        assert!(token.span.start >= start && !token.span.is_empty());
        start = token.span.start;
    }
    for sentence in &words.sentences {
        within(sentence.span, &text);
        assert!(sentence.tokens.end <= words.tokens.len());
    }
}

/// Times stand inside, on any day of writing.
fn dates(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let words = language::read(&text);
    for today in [TODAY, Date::MIN, Date::MAX, date(2028, 2, 29)] {
        let calendar = Calendar::new(today);
        for time in due::read(&words, &text, &calendar) {
            within(time.span, &text);
            within(time.whole, &text);
        }
    }
}

/// Fixes apply, and what they make can be read again.
fn rewriting(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let format = Format::of(None, None, &text);
    let options = Options::default();
    for finding in forthright::check(&text, format, TODAY, &options) {
        within(finding.span, &text);
        for fix in &finding.fixes {
            fix.edits.iter().for_each(|edit| within(edit.span, &text));
            let fixed = fix.edits.applied_to(&text);
            facts_of(&fixed, format);
        }
    }
}

fn facts_of(text: &str, format: Format) {
    let message: facts::Message = forthright::read(text, format, TODAY, &Options::default());
    for (offset, passage) in &message.passages {
        assert!(offset + passage.text.len() <= text.len());
    }
}

/// Any text is settings, some of them bad.
fn settings(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let rules = ["hedged-ask"];
    let mut options = Options::default();
    for problem in settings::read_toml(&mut options, &text, &rules) {
        problem
            .span
            .into_iter()
            .for_each(|span| within(span, &text));
    }
    if let Ok(json) = serde_json::from_str(&text) {
        settings::read_json(&mut options, &json, &rules);
    }
    let _ = settings::allow(&text, "a phrase");
    let _ = settings::turn_off(&text, "hedged-ask");
}
