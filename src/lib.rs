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

pub mod publish;

pub mod lsp;

pub mod cli;

use std::sync::Arc;

use document::{Format, ZoneKind};
use facts::Message;
use finding::Finding;
use jiff::civil::Date;
use rules::Context;
use settings::Options;
use text::Span;

/// Everything the engine does, in reading order.
pub fn check(text: &str, format: Format, today: Date, options: &Options) -> Vec<Finding> {
    findings(&read(text, format, today, options), options)
}

/// What the draft says.
pub fn read(text: &str, format: Format, today: Date, options: &Options) -> Message {
    let document = document::read(text, format);
    let calendar = options.calendar(today);
    let passages = document.blocks.iter().map(|block| {
        let written = block
            .attribution
            .and_then(|at| document.attributions[at].date)
            .unwrap_or(today);
        (
            block.span.start,
            Arc::new(facts::passage(
                block.span.of(text),
                block,
                format,
                &calendar.written_on(written),
            )),
        )
    });
    let passages = passages.collect();
    Message {
        document,
        passages,
        today,
    }
}

/// What the rules say of a message.
pub fn findings(message: &Message, options: &Options) -> Vec<Finding> {
    let context = Context {
        today: message.today,
        options,
        headers: &message.document.headers,
    };
    let of_passages = message.own().flat_map(|(offset, passage)| {
        rules::check_passage(passage, &context)
            .into_iter()
            .map(move |finding| finding.shifted(offset))
    });
    let found = of_passages
        .chain(rules::check_message(message, &context))
        .collect();
    finding::settle(found, &own_words(message))
}

/// The runs of the draft that are the writer's to change: prose of the body.
pub fn own_words(message: &Message) -> Vec<Span> {
    let body = message
        .document
        .zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Body);
    body.map(|zone| zone.span).collect()
}
