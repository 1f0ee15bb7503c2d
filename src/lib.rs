//! Forthright reads a draft and helps it say who is asked, to do what, by when.
//!
//! The rooms, in reading order; each knows only those above it:

pub mod text;

pub mod finding;

pub mod document;

pub mod language;

pub mod facts;

pub mod settings;

pub mod rewrite;

pub mod rules;

pub mod engine;

pub mod machine;

pub mod publish;

pub mod lsp;

pub mod cli;

use document::Format;
use engine::{Found, Ground, Kept, Reading};
use facts::Message;
use finding::Finding;
use jiff::civil::Date;
use rules::Rule;
use settings::Options;

/// Everything the engine does, in reading order.
pub fn check(text: &str, format: Format, today: Date, options: &Options) -> Vec<Finding> {
    let rules: Vec<_> = rules::all().collect();
    let reading = reading(text, format, today, options, &rules);
    reading.findings.iter().map(Found::placed).collect()
}

/// What the draft says, without what the rules say of it.
pub fn read(text: &str, format: Format, today: Date, options: &Options) -> Message {
    reading(text, format, today, options, &[]).message
}

/// What the draft says, and what these rules say of it.
pub fn reading(
    text: &str,
    format: Format,
    today: Date,
    options: &Options,
    rules: &[&'static Rule],
) -> Reading {
    let document = document::read(text, format);
    let ground = Ground {
        today,
        options,
        rules,
    };
    let words = |span: text::Span| span.of(text).into();
    engine::read(document, &words, ground, &mut Kept::default(), None)
}
