//! The protocol's methods, each handing over to its feature.
//!
//! Two rules keep order and life: a notification does its work before anything is awaited, and no method awaits the client.

use std::sync::Arc;
use std::time::Instant;

use serde_json::Value;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeActionParams, CodeLens, CodeLensParams, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DocumentDiagnosticParams,
    DocumentDiagnosticReportResult, DocumentSymbolParams, DocumentSymbolResponse,
    ExecuteCommandParams, Hover, HoverParams, InitializeParams, InitializeResult,
    InitializedParams, InlayHint, InlayHintParams, SetTraceParams, WorkDoneProgressCancelParams,
};

use super::state::State;
use super::{
    code_actions, code_lens, commands, completion, configuration, convert, diagnostics, hover,
    inlay_hints, lifecycle, progress, symbols,
};

/// The server's methods over what its parts share.
#[derive(Clone, Debug)]
pub(super) struct Server(pub(super) Arc<State>);

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        self.0.trace(params.trace.unwrap_or_default());
        configuration::begin(&self.0, params.initialization_options.as_ref());
        lifecycle::watch_parent(&self.0, params.process_id);
        Ok(lifecycle::introduction(self.0.client()))
    }

    async fn initialized(&self, _: InitializedParams) {
        lifecycle::begin(&self.0);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        diagnostics::open(&self.0, params.text_document);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let draft = params.text_document;
        let uri = draft.uri.as_str();
        let changes = params.content_changes.into_iter();
        let edits = changes.map(convert::from_change).collect();
        let encoding = self.0.client().encoding;
        if self
            .0
            .documents()
            .change(uri, draft.version, edits, encoding)
        {
            self.0.queue.push_key(uri.to_owned(), Instant::now());
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        diagnostics::close(&self.0, params.text_document.uri);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        configuration::changed(&self.0, &params.settings);
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        self.0.settings().forget();
        self.0.renew_all();
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        let view = self.0.view(params.text_document.uri.as_str()).await?;
        Ok(view.map(|view| symbols::of(&view, self.0.client())))
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let view = self.0.view(params.text_document.uri.as_str()).await?;
        Ok(view.map(|view| code_lens::of(&view, self.0.client())))
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let uri = &params.text_document_position.text_document.uri;
        let view = self.0.view(uri.as_str()).await?;
        let items = view.map(|view| completion::at(&view, &params, self.0.client()));
        Ok(items.map(CompletionResponse::Array))
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        commands::run(&self.0, params).await
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        let view = self.0.view(params.text_document.uri.as_str()).await?;
        let previous = params.previous_result_id.as_deref();
        Ok(diagnostics::report(
            view.as_deref(),
            previous,
            self.0.client(),
        ))
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let place = params.text_document_position_params;
        let view = self.0.view(place.text_document.uri.as_str()).await?;
        Ok(view.and_then(|view| hover::at(&view, place.position, self.0.client())))
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let view = self.0.view(params.text_document.uri.as_str()).await?;
        Ok(view.map(|view| inlay_hints::within(&view, params.range, self.0.client())))
    }
}

impl Server {
    /// `window/workDoneProgress/cancel`: the writer ends a check.
    pub(super) fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        progress::cancel(&self.0, &params.token);
    }

    /// `$/setTrace`: how much is told of what goes on.
    pub(super) fn set_trace(&self, params: SetTraceParams) {
        self.0.trace(params.value);
    }

    /// `textDocument/codeAction`: its answers are newer than the types.
    pub(super) async fn code_action(&self, params: CodeActionParams) -> Result<Option<Vec<Value>>> {
        let view = self.0.view(params.text_document.uri.as_str()).await?;
        Ok(view.map(|view| code_actions::at(&self.0, &view, params.range, &params.context)))
    }

    /// `codeAction/resolve`, likewise.
    pub(super) async fn code_action_resolve(&self, action: Value) -> Result<Value> {
        let Some(uri) = code_actions::draft_of(&action).map(str::to_owned) else {
            return Ok(action);
        };
        let view = self.0.view(&uri).await?;
        let view = view.ok_or_else(Error::content_modified)?;
        code_actions::resolve(action, &view, self.0.client()).ok_or_else(Error::content_modified)
    }

    /// `inlayHint/resolve`: the client's hint comes back as it was, with its edits.
    pub(super) async fn inlay_hint_resolve(&self, hint: Value) -> Result<Value> {
        let Some(uri) = inlay_hints::draft_of(&hint).map(str::to_owned) else {
            return Ok(hint);
        };
        let view = self.0.view(&uri).await?;
        let view = view.ok_or_else(Error::content_modified)?;
        Ok(inlay_hints::resolve(hint, &view, self.0.client()))
    }
}
