//! Which method a message is for: the ones we have, and no other.
//!
//! This is all that is needed of a service over `LanguageServer`. The framework's own reads and writes for some sixty methods what we
//! have no use for, which would be a fifth of the program.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Waker};

use serde::Serialize;
use serde_json::Value;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{DidChangeWatchedFilesParams, InitializedParams};

use super::params;
use super::server::Server;

/// A request under way.
pub(super) type Work = Pin<Box<dyn Future<Output = Result<Value>> + Send>>;

/// Begins a request.
///
/// # Errors
/// If there is no such method, or it takes other parameters.
pub(super) fn ask(server: &Server, method: &str, params: Value) -> Result<Work> {
    let server = server.clone();
    Ok(match method {
        "initialize" => {
            let params = params::initialize(params);
            work(async move { server.initialize(params).await })
        }
        "shutdown" => work(async move { server.shutdown().await }),
        "textDocument/codeAction" => {
            let params = params::code_action(&params)?;
            work(async move { server.code_action(params).await })
        }
        "codeAction/resolve" => work(async move { server.code_action_resolve(params).await }),
        "textDocument/codeLens" => {
            let params = params::code_lens(&params)?;
            work(async move { server.code_lens(params).await })
        }
        "textDocument/completion" => {
            let params = params::completion(&params)?;
            work(async move { server.completion(params).await })
        }
        "textDocument/diagnostic" => {
            let params = params::diagnostic(&params)?;
            work(async move { server.diagnostic(params).await })
        }
        "textDocument/documentSymbol" => {
            let params = params::document_symbol(&params)?;
            work(async move { server.document_symbol(params).await })
        }
        "textDocument/hover" => {
            let params = params::hover(&params)?;
            work(async move { server.hover(params).await })
        }
        "textDocument/inlayHint" => {
            let params = params::inlay_hint(&params)?;
            work(async move { server.inlay_hint(params).await })
        }
        "inlayHint/resolve" => work(async move { server.inlay_hint_resolve(params).await }),
        "workspace/executeCommand" => {
            let params = params::execute_command(params)?;
            work(async move { server.execute_command(params).await })
        }
        unknown => {
            return Err(Error {
                data: Some(unknown.into()),
                ..Error::method_not_found()
            });
        }
    })
}

/// Does what a notification says; nothing if there is no such method.
///
/// # Errors
/// If it takes other parameters.
pub(super) fn tell(server: &Server, method: &str, params: Value) -> Result<()> {
    match method {
        "initialized" => done(server.initialized(InitializedParams {})),
        "textDocument/didOpen" => done(server.did_open(params::did_open(params)?)),
        "textDocument/didChange" => done(server.did_change(params::did_change(params)?)),
        "textDocument/didClose" => done(server.did_close(params::did_close(&params)?)),
        "workspace/didChangeConfiguration" => {
            done(server.did_change_configuration(params::did_change_configuration(params)?));
        }
        "workspace/didChangeWatchedFiles" => {
            // Which files changed is not asked: what comes from them is read again.
            let params = DidChangeWatchedFilesParams {
                changes: Vec::new(),
            };
            done(server.did_change_watched_files(params));
        }
        "window/workDoneProgress/cancel" => {
            server.cancel_progress(params::cancel_progress(&params)?);
        }
        "$/setTrace" => server.set_trace(params::set_trace(&params)?),
        _ => {}
    }
    Ok(())
}

fn work<T: Serialize>(answer: impl Future<Output = Result<T>> + Send + 'static) -> Work {
    Box::pin(
        async move { serde_json::to_value(answer.await?).map_err(|_| Error::internal_error()) },
    )
}

/// Does a notification, which never waits.
fn done(notification: impl Future<Output = ()>) {
    let mut context = Context::from_waker(Waker::noop());
    let polled = pin!(notification).poll(&mut context);
    debug_assert!(polled.is_ready(), "a notification does its work at once");
}
