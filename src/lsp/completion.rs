//! Words a writer is about to need: a day after "by ", an opening at the start of a sentence. Never in the way.

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionOptions, CompletionParams, CompletionTextEdit,
    CompletionTriggerKind, InsertTextFormat, Range, TextEdit,
};

use super::client::Client;
use super::convert;
use super::view::View;
use crate::document::ZoneKind;
use crate::rewrite;
use crate::text::Span;

/// Openings of a plain request, the blank to be filled next.
const OPENINGS: [&str; 4] = [
    "Could you [do what] by [day]?",
    "Please [do what] by [day].",
    "[Name], could you [do what] by [day]?",
    "I will [do what] by [day].",
];

/// How much of what stands before the cursor is looked at.
const BEFORE: usize = 80;

pub(super) fn capability() -> CompletionOptions {
    CompletionOptions {
        trigger_characters: Some(vec![" ".to_owned()]),
        ..CompletionOptions::default()
    }
}

/// What may come at a place; nothing outside the writer's own words.
pub(super) fn at(view: &View, params: &CompletionParams, client: &Client) -> Vec<CompletionItem> {
    let position = params.text_document_position.position;
    let at = view
        .text
        .offset(convert::from_position(position), client.encoding);
    if !is_own(view, at) {
        return Vec::new();
    }
    let line = view.text.before(at, BEFORE);
    let typed = line.len() - line.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let (said, word) = line.split_at(line.len() - typed);
    let range = convert::to_range(Span::new(at - typed, at), &view.text, client.encoding);
    if ends_in_by(said) {
        return days(view, range);
    }
    let context = params.context.as_ref();
    let by_space = context
        .is_some_and(|context| context.trigger_kind == CompletionTriggerKind::TRIGGER_CHARACTER);
    let said = said.trim_end();
    let begins = said.is_empty() || said.ends_with(['.', '!', '?']);
    if begins && !by_space && word.chars().all(char::is_alphabetic) {
        return openings(range, view, client);
    }
    Vec::new()
}

/// Whether a place is among the writer's own words.
fn is_own(view: &View, at: usize) -> bool {
    let zones = &view.reading.message.document.zones;
    let zone = zones.partition_point(|zone| zone.span.end < at);
    zones
        .get(zone)
        .is_none_or(|zone| zone.kind == ZoneKind::Body)
}

/// Whether words end in one after which a day is about to come.
fn ends_in_by(said: &str) -> bool {
    let Some(words) = said.strip_suffix(' ') else {
        return false;
    };
    let last = words.rsplit(|c: char| !c.is_alphabetic()).next();
    last.is_some_and(|last| last.eq_ignore_ascii_case("by"))
}

fn days(view: &View, range: Range) -> Vec<CompletionItem> {
    let choices = rewrite::choices(view.today, &view.options).into_iter();
    let item = |(nth, choice): (usize, rewrite::Choice)| CompletionItem {
        detail: Some(super::hover::long(choice.day, view)),
        // Near days first, the default before all; editors sort by the alphabet unless told.
        sort_text: Some(format!("{nth:02}")),
        kind: Some(CompletionItemKind::VALUE),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(
            range,
            choice.words.clone(),
        ))),
        label: choice.words,
        ..CompletionItem::default()
    };
    choices.enumerate().map(item).collect()
}

fn openings(range: Range, view: &View, client: &Client) -> Vec<CompletionItem> {
    let day = rewrite::default_due(view.today, &view.options);
    let day = rewrite::written(day, view.today, &view.options);
    let item = |(nth, opening): (usize, &&str)| {
        let text = opening.replace("[day]", &day);
        let snippet = client.snippet_completions;
        let new = if snippet {
            convert::to_snippet(&text)
        } else {
            text.clone()
        };
        CompletionItem {
            kind: Some(CompletionItemKind::SNIPPET),
            sort_text: Some(format!("{nth:02}")),
            insert_text_format: snippet.then_some(InsertTextFormat::SNIPPET),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, new))),
            label: text,
            ..CompletionItem::default()
        }
    };
    OPENINGS.iter().enumerate().map(item).collect()
}
