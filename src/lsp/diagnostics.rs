//! Findings as diagnostics, pushed or asked for.

use tower_lsp::ls_types::{
    Diagnostic, DiagnosticOptions, DiagnosticServerCapabilities, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, PublishDiagnosticsParams, Range,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    TextDocumentItem, UnchangedDocumentDiagnosticReport, Uri,
};

use super::client::Client;
use super::convert;
use super::state::State;
use super::text::Places;
use super::view::View;
use crate::text::Span;

/// Offered to clients that ask for diagnostics; the others have them pushed.
pub(super) fn capability(client: &Client) -> Option<DiagnosticServerCapabilities> {
    let options = DiagnosticOptions {
        identifier: Some(convert::SOURCE.to_owned()),
        ..DiagnosticOptions::default()
    };
    client
        .pulls
        .then_some(DiagnosticServerCapabilities::Options(options))
}

/// The diagnostics of a draft: as many as the settings allow, the rest counted in one line.
fn of(view: &View, client: &Client) -> Vec<Diagnostic> {
    let findings = &view.reading.findings;
    let shown = findings.len().min(view.options.max_findings);
    let shown_ones = findings[..shown].iter();
    let mut places = Places::new(&view.text, client.encoding);
    let mut range = |span: Span| {
        let start = convert::to_position(places.of(span.start));
        Range::new(start, convert::to_position(places.of(span.end)))
    };
    let mut diagnostics: Vec<_> = shown_ones
        .map(|found| convert::to_diagnostic(found, view, client, &mut range))
        .collect();
    if shown < findings.len() {
        diagnostics.push(convert::to_remainder(findings.len() - shown, view, client));
    }
    diagnostics
}

/// Publishes the findings of a draft that is not open; an empty list only to take back what was shown.
pub(super) fn publish_unopened(state: &State, view: &View) {
    let diagnostics = of(view, state.client());
    let name = view.uri.as_str();
    let mut documents = state.documents();
    let shown = documents.shows_unopened(name, !diagnostics.is_empty());
    if shown || !diagnostics.is_empty() {
        let params = PublishDiagnosticsParams::new(view.uri.clone(), diagnostics, None);
        // Sent while the drafts are locked, so that it cannot follow what is said of the draft once it is open.
        if documents.get(name).is_none() {
            state
                .outbox
                .notify("textDocument/publishDiagnostics", &params);
        }
    }
}

/// Opens a draft. What a look at its folder said of it is taken back from a client that will ask for itself.
pub(super) fn open(state: &State, draft: TextDocumentItem) {
    let uri = draft.uri.as_str().to_owned();
    let mut documents = state.documents();
    documents.open(&uri, draft.language_id, draft.version, &draft.text);
    if documents.shows_unopened(&uri, false) && state.client().pulls {
        let params = PublishDiagnosticsParams::new(draft.uri, Vec::new(), None);
        state
            .outbox
            .notify("textDocument/publishDiagnostics", &params);
    }
    drop(documents);
    state.queue.push(uri);
}

/// Answers a client that asks; `previous` is the id of the answer it has.
pub(super) fn report(
    view: Option<&View>,
    previous: Option<&str>,
    client: &Client,
) -> DocumentDiagnosticReportResult {
    // A reading has one number and a number one reading: the same number is the same answer.
    let id = view.map(|view| view.generation.to_string());
    let report = match (view, id) {
        (Some(_), Some(id)) if previous == Some(&id) => {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                    result_id: id,
                },
                related_documents: None,
            })
        }
        (view, id) => DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: id,
                items: view.map_or_else(Vec::new, |view| of(view, client)),
            },
            related_documents: None,
        }),
    };
    DocumentDiagnosticReportResult::Report(report)
}

/// Closes a draft and, where its diagnostics were pushed, takes them back.
pub(super) fn close(state: &State, uri: Uri) {
    let mut documents = state.documents();
    if !documents.close(uri.as_str()) {
        return;
    }
    let name = uri.as_str().to_owned();
    if !state.client().pulls {
        let params = PublishDiagnosticsParams::new(uri, Vec::new(), None);
        // Sent while the drafts are locked, so that no reading of this draft can be published after it.
        state
            .outbox
            .notify("textDocument/publishDiagnostics", &params);
    }
    drop(documents);
    state.queue.push(name);
}
