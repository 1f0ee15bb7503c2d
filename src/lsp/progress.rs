//! A look at every draft in a folder, with its progress shown and its end in the writer's hands.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{MessageType, ProgressToken, Uri};

use super::diagnostics;
use super::state::State;
use super::text::Text;
use super::view::View;
use crate::document::Format;
use crate::reading;
use crate::{engine, machine};

/// File name endings that are drafts when a folder is searched.
const ENDINGS: [&str; 5] = ["eml", "mail", "md", "markdown", "txt"];

/// Checks that are under way, by the token their progress goes under, and the flag that ends each.
pub(super) type Checks = Vec<(ProgressToken, Arc<AtomicBool>)>;

/// Ends a check when whoever waits for it is gone: the request was cancelled, or the session ended.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Reads every draft in a folder and publishes what is found in those that are not open; how many were read, and how many findings
/// there are.
pub(super) async fn check_folder(
    state: Arc<State>,
    folder: &str,
    token: Option<ProgressToken>,
) -> Result<Value> {
    let folder = folder.parse::<Uri>().ok();
    let folder = folder.and_then(|uri| uri.to_file_path().map(std::borrow::Cow::into_owned));
    let folder =
        folder.ok_or_else(|| Error::invalid_params("a folder's file: address is wanted"))?;
    let token = match token {
        Some(token) => Some(token),
        None => begin(&state).await,
    };
    let stop = Arc::new(AtomicBool::new(false));
    let _stop = Stop(Arc::clone(&stop));
    if let Some(token) = &token {
        state.checks().push((token.clone(), Arc::clone(&stop)));
    }
    // Reading is work, not waiting: it has a thread of its own, and this task only waits for it.
    let work = {
        let (state, token) = (Arc::clone(&state), token.clone());
        tokio::task::spawn_blocking(move || check(&state, &folder, token.as_ref(), &stop))
    };
    let done = work.await.map_err(|_| Error::internal_error());
    state
        .checks()
        .retain(|(other, _)| Some(other) != token.as_ref());
    done
}

/// Asks a client that shows progress for a token to show it under.
async fn begin(state: &State) -> Option<ProgressToken> {
    if !state.client().progress {
        return None;
    }
    let token = format!("forthright/{}", state.next_token());
    let asked = json!({"token": token});
    let (sender, answer) = oneshot::channel();
    let told = |answer| {
        // OK to ignore: whoever asked may have gone.
        let _ = sender.send(answer);
    };
    let method = "window/workDoneProgress/create";
    state.outbox.ask(method, &asked, told);
    // The one place where the client is awaited. It is safe because this is a task of its own, begun by a command that takes as long
    // as it takes: no notification and no other request is behind it.
    let agreed = matches!(answer.await, Ok(Ok(_)));
    agreed.then_some(ProgressToken::String(token))
}

/// Ends the check whose progress goes under a token.
pub(super) fn cancel(state: &State, token: &ProgressToken) {
    let checks = state.checks();
    let of_token = checks.iter().filter(|(other, _)| other == token);
    of_token.for_each(|(_, stop)| stop.store(true, Ordering::Relaxed));
}

fn check(state: &State, folder: &Path, token: Option<&ProgressToken>, stop: &AtomicBool) -> Value {
    let report = |value: Value| {
        if let Some(token) = token {
            let params = json!({"token": token, "value": value});
            state.outbox.notify("$/progress", &params);
        }
    };
    report(
        json!({"kind": "begin", "title": "Checking drafts", "cancellable": true, "percentage": 0}),
    );
    let paths = drafts(folder, stop);
    let (mut read, mut findings, mut shown) = (0, 0, 0);
    for path in &paths {
        if stop.load(Ordering::Relaxed) || !state.outbox.wait_for_room() {
            break;
        }
        findings += check_file(state, path).unwrap_or_default();
        read += 1;
        let percentage = 100 * read / paths.len();
        // A word a percent: a client is not to be flooded.
        if percentage > shown {
            shown = percentage;
            report(
                json!({"kind": "report", "message": format!("{read} of {}", paths.len()), "percentage": percentage}),
            );
        }
    }
    let summary = format!("{read} drafts read, {findings} findings");
    report(json!({"kind": "end", "message": summary}));
    state.log(MessageType::INFO, &summary);
    json!({"drafts": read, "findings": findings})
}

/// The drafts in a folder, by name.
fn drafts(folder: &Path, stop: &AtomicBool) -> Vec<PathBuf> {
    let files = machine::files(folder).take_while(|_| !stop.load(Ordering::Relaxed));
    let is_draft = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
    };
    // What cannot be searched is left out: the rest is worth a look all the same.
    files.flatten().filter(is_draft).collect()
}

/// Reads a draft that is not open and publishes its findings; how many there are.
#[expect(
    clippy::disallowed_methods,
    reason = "the edge reads the drafts it is asked to"
)]
fn check_file(state: &State, path: &Path) -> Option<usize> {
    let uri = Uri::from_file_path(path)?;
    if state.documents().get(uri.as_str()).is_some() {
        return None;
    }
    let text = std::fs::read_to_string(path).ok()?;
    let mut settings = state.settings();
    let options = settings.options_for(uri.as_str(), &[]);
    let today = settings.today(&options);
    drop(settings);
    let name = path.to_str();
    let format = options.format_of(path);
    let format = format.unwrap_or_else(|| Format::of(None, name, &text));
    let rules = &state.start.rules;
    let read = || reading(&text, format, today, &options, rules);
    let reading = engine::guarded("draft", &text, read).ok()?;
    let count = reading.findings.len();
    let view = View {
        uri,
        version: 0,
        generation: 0,
        text: Text::from(text.as_str()),
        reading,
        today,
        options,
    };
    diagnostics::publish_unopened(state, &view);
    Some(count)
}
