//! Between the protocol's types and ours: the only file with `Position`, `Range` and `Diagnostic`.

use std::collections::HashMap;
use std::sync::LazyLock;

use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Position, Range, TextDocumentContentChangeEvent, TextEdit,
};

use super::client::Client;
use super::documents::Edit;
use super::text::Text;
use super::view::View;
use crate::engine::Found;
use crate::finding::Level;
use crate::rules;
use crate::text::{Edits, Encoding, LineColumn, Span, blanks};

/// Who our diagnostics are from.
pub(super) const SOURCE: &str = "forthright";

/// Where the rules' pages are, to be followed by a rule's id.
const PAGES: &str = "https://docs.rs/crate/forthright/latest/source/docs/rules.md#";

pub(super) fn from_position(position: Position) -> LineColumn {
    LineColumn {
        line: position.line as usize,
        column: position.character as usize,
    }
}

pub(super) fn to_position(place: LineColumn) -> Position {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Position::new(number(place.line), number(place.column))
}

pub(super) fn to_place(offset: usize, text: &Text, encoding: Encoding) -> Position {
    to_position(text.place(offset, encoding))
}

pub(super) fn to_range(span: Span, text: &Text, encoding: Encoding) -> Range {
    Range::new(
        to_place(span.start, text, encoding),
        to_place(span.end, text, encoding),
    )
}

pub(super) fn from_range(range: Range, text: &Text, encoding: Encoding) -> Span {
    let start = text.offset(from_position(range.start), encoding);
    let end = text.offset(from_position(range.end), encoding);
    Span::new(start.min(end), start.max(end))
}

pub(super) fn from_change(change: TextDocumentContentChangeEvent) -> Edit {
    let range = change.range;
    Edit {
        range: range.map(|range| (from_position(range.start), from_position(range.end))),
        text: change.text,
    }
}

pub(super) fn to_edits(edits: &Edits, text: &Text, encoding: Encoding) -> Vec<TextEdit> {
    let edit = |edit: &crate::text::Edit| {
        TextEdit::new(to_range(edit.span, text, encoding), edit.text.clone())
    };
    edits.iter().map(edit).collect()
}

fn to_severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Hint => DiagnosticSeverity::HINT,
        Level::Info => DiagnosticSeverity::INFORMATION,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Error => DiagnosticSeverity::ERROR,
    }
}

/// A finding as the protocol has it; `range` tells where the words of a span stand.
pub(super) fn to_diagnostic(
    found: &Found,
    view: &View,
    client: &Client,
    range: &mut dyn FnMut(Span) -> Range,
) -> Diagnostic {
    let finding = &found.finding;
    let own = range(found.span());
    let related = client.related && !finding.related.is_empty();
    let related = related.then(|| {
        let places = finding.related.iter();
        let place = places.map(|related| {
            let span = related.span.shifted(found.offset);
            DiagnosticRelatedInformation {
                location: Location::new(view.uri.clone(), range(span)),
                message: related.message.clone(),
            }
        });
        place.collect()
    });
    Diagnostic {
        range: own,
        severity: Some(to_severity(finding.level)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        code_description: client.code_links.then(|| rule_page(finding.rule)).flatten(),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone().into_owned(),
        related_information: related,
        ..Diagnostic::default()
    }
}

/// Where a rule's page is. Every finding of every publication has one, so those of our own rules are put together once.
fn rule_page(rule: &str) -> Option<CodeDescription> {
    static OURS: LazyLock<HashMap<&str, CodeDescription>> = LazyLock::new(|| {
        let pages = rules::all().map(|rule| Some((rule.id, address(rule.id)?)));
        pages.flatten().collect()
    });
    OURS.get(rule).cloned().or_else(|| address(rule))
}

fn address(rule: &str) -> Option<CodeDescription> {
    let href = format!("{PAGES}{rule}").parse().ok()?;
    Some(CodeDescription { href })
}

/// One line in place of the findings that are not shown.
pub(super) fn to_remainder(count: usize, view: &View, client: &Client) -> Diagnostic {
    Diagnostic {
        range: to_range(Span::empty(0), &view.text, client.encoding),
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some(SOURCE.to_owned()),
        message: format!("{count} more findings in this draft are not shown."),
        ..Diagnostic::default()
    }
}

/// Text in the syntax of snippets, its blanks as tab stops with the blank as what stands there.
pub(super) fn to_tab_stops(text: &str, stop: &mut usize) -> String {
    let escaped = |text: &str| {
        text.replace('\\', "\\\\")
            .replace('$', "\\$")
            .replace('}', "\\}")
    };
    let mut snippet = String::new();
    let mut rest = 0;
    for blank in blanks(text) {
        *stop += 1;
        snippet.push_str(&escaped(&text[rest..blank.start]));
        snippet.push_str(&format!("${{{stop}:{}}}", escaped(blank.of(text))));
        rest = blank.end;
    }
    snippet.push_str(&escaped(&text[rest..]));
    snippet
}

/// The same for a text by itself.
pub(super) fn to_snippet(text: &str) -> String {
    to_tab_stops(text, &mut 0)
}

/// Where the first line of a span is.
pub(super) fn to_first_line(span: Span, text: &Text, encoding: Encoding) -> Range {
    let start = to_place(span.start, text, encoding);
    let end = to_place(span.end, text, encoding);
    let next = Position::new(start.line + 1, 0);
    Range::new(start, if end < next { end } else { next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_become_tab_stops_and_the_rest_is_escaped() {
        let mut stop = 0;
        assert_eq!(
            to_tab_stops("[Name], pay $5 by [day]}", &mut stop),
            r"${1:[Name]}, pay \$5 by ${2:[day]}\}"
        );
    }
}
