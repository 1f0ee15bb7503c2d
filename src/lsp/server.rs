//! The protocol's methods, each handing over to its feature.
//!
//! Two rules keep order and life: a notification does its work before anything is awaited, and no method awaits the client.

use std::sync::Arc;

use lsp_types::{
    CodeActionParams, CodeLensParams, CompletionParams, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DocumentDiagnosticParams, ExecuteCommandParams, HoverParams, InlayHint, InlayHintParams,
    WorkDoneProgressCancelParams,
};
use serde_json::Value;

use super::jsonrpc::{Error, Result, read, write};
use super::state::State;
use super::view::View;
use super::{
    code_actions, code_lens, commands, completion, configuration, convert, diagnostics, hover,
    inlay_hints, lifecycle, progress, symbols,
};

/// Answers `initialize`.
pub(super) fn introduced(state: &Arc<State>, params: &Value) -> Result<Value> {
    if let Some(trace) = params.get("trace").and_then(Value::as_str) {
        state.trace(trace);
    }
    configuration::begin(state, params.get("initializationOptions"));
    let parent = params.get("processId").and_then(Value::as_u64);
    lifecycle::watch_parent(state, parent);
    write(lifecycle::introduction(state.client()))
}

/// Does what a notification says. One that is unknown or says nothing is passed over, as the protocol has it.
pub(super) fn notified(state: &Arc<State>, method: &str, params: Value) -> Result<()> {
    match method {
        "initialized" => lifecycle::begin(state),
        "textDocument/didOpen" => {
            let params: DidOpenTextDocumentParams = read(params)?;
            diagnostics::open(state, params.text_document);
        }
        "textDocument/didChange" => change(state, read(params)?),
        "textDocument/didClose" => {
            let params: DidCloseTextDocumentParams = read(params)?;
            diagnostics::close(state, params.text_document.uri);
        }
        "workspace/didChangeConfiguration" => {
            let params: DidChangeConfigurationParams = read(params)?;
            configuration::changed(state, &params.settings);
        }
        "workspace/didChangeWatchedFiles" => {
            state.settings().forget();
            state.renew_all();
        }
        "window/workDoneProgress/cancel" => {
            let params: WorkDoneProgressCancelParams = read(params)?;
            progress::cancel(state, &params.token);
        }
        "$/setTrace" => {
            let value = params.get("value").and_then(Value::as_str);
            value.into_iter().for_each(|value| state.trace(value));
        }
        _ => {}
    }
    Ok(())
}

fn change(state: &State, params: DidChangeTextDocumentParams) {
    let draft = params.text_document;
    let uri = draft.uri.as_str();
    let changes = params.content_changes.into_iter();
    let edits = changes.map(convert::from_change).collect();
    let encoding = state.client().encoding;
    if state
        .documents()
        .change(uri, draft.version, edits, encoding)
    {
        state.queue.push(uri.to_owned());
    }
}

/// Answers a request.
pub(super) async fn answered(state: Arc<State>, method: String, params: Value) -> Result<Value> {
    if method == "workspace/executeCommand" {
        let params: ExecuteCommandParams = read(params)?;
        return commands::run(&state, params).await;
    }
    let feature = feature(&method).ok_or_else(|| Error::no_method(&method))?;
    let resolves = method.ends_with("/resolve");
    let uri = params.pointer(if resolves {
        "/data/uri"
    } else {
        "/textDocument/uri"
    });
    let Some(uri) = uri.and_then(Value::as_str) else {
        // What was offered whole is all there already.
        return if resolves {
            Ok(params)
        } else {
            Err(Error::other_params("it names no draft"))
        };
    };
    let view = state.view(uri).await?;
    feature(&state, view.as_deref(), params)
}

/// A feature over a draft as it was read; `None` for a draft that is not open or could not be read.
type Feature = fn(&State, Option<&View>, Value) -> Result<Value>;

fn feature(method: &str) -> Option<Feature> {
    Some(match method {
        "textDocument/diagnostic" => |state, view, params| {
            let params: DocumentDiagnosticParams = read(params)?;
            let previous = params.previous_result_id.as_deref();
            write(diagnostics::report(view, previous, state.client()))
        },
        "textDocument/codeAction" => |state, view, params| {
            let params: CodeActionParams = read(params)?;
            let at = |view| code_actions::at(state, view, params.range, &params.context);
            write(view.map(at))
        },
        "codeAction/resolve" => |state, view, action| {
            let resolved =
                view.and_then(|view| code_actions::resolve(action, view, state.client()));
            resolved.ok_or_else(Error::content_modified)
        },
        "textDocument/hover" => |state, view, params| {
            let place = read::<HoverParams>(params)?.text_document_position_params;
            write(view.and_then(|view| hover::at(view, place.position, state.client())))
        },
        "textDocument/inlayHint" => |state, view, params| {
            let params: InlayHintParams = read(params)?;
            write(view.map(|view| inlay_hints::within(view, params.range, state.client())))
        },
        "inlayHint/resolve" => |state, view, hint| {
            let hint: InlayHint = read(hint)?;
            let view = view.ok_or_else(Error::content_modified)?;
            write(inlay_hints::resolve(hint, view, state.client()))
        },
        "textDocument/codeLens" => |state, view, params| {
            read::<CodeLensParams>(params)?;
            write(view.map(|view| code_lens::of(view, state.client())))
        },
        "textDocument/documentSymbol" => {
            |state, view, _| write(view.map(|view| symbols::of(view, state.client())))
        }
        "textDocument/completion" => |state, view, params| {
            let params: CompletionParams = read(params)?;
            write(view.map(|view| completion::at(view, &params, state.client())))
        },
        _ => return None,
    })
}
