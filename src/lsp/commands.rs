//! Commands a client may run.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandOptions, ExecuteCommandParams};

use super::state::State;
use super::{convert, edits, progress};
use crate::text::Span;
use crate::{machine, settings};

/// Edits a draft by the name of its edits, for clients that take no actions but commands: `[name]`.
pub(super) const APPLY: &str = "forthright.apply";
/// Leaves a phrase alone from now on: `[phrase]`.
pub(super) const ALLOW_PHRASE: &str = "forthright.allowPhrase";
/// Turns a rule off from now on: `[rule]`.
pub(super) const DISABLE_RULE: &str = "forthright.disableRule";
/// Turns a rule off in a draft until it is closed: `[uri, rule]`.
pub(super) const MUTE_RULE: &str = "forthright.muteRule";
/// Selects the first place of a blank: `[uri, blank]`.
pub(super) const SELECT_BLANK: &str = "forthright.selectBlank";

/// Reads every draft in a folder: `[uri]`.
const CHECK_FOLDER: &str = "forthright.checkFolder";

pub(super) fn capability() -> ExecuteCommandOptions {
    let commands = [
        APPLY,
        ALLOW_PHRASE,
        DISABLE_RULE,
        MUTE_RULE,
        SELECT_BLANK,
        CHECK_FOLDER,
    ];
    ExecuteCommandOptions {
        commands: commands.map(str::to_owned).to_vec(),
        ..ExecuteCommandOptions::default()
    }
}

/// Runs a command.
pub(super) async fn run(state: &Arc<State>, params: ExecuteCommandParams) -> Result<Option<Value>> {
    let words: Vec<&str> = params.arguments.iter().filter_map(Value::as_str).collect();
    match (params.command.as_str(), words.as_slice()) {
        (APPLY, _) => apply(state, params.arguments.first()).await,
        (ALLOW_PHRASE, [phrase]) => write(state, |text| settings::allow(text, phrase)),
        (DISABLE_RULE, [rule]) if state.rule(rule).is_some() => {
            write(state, |text| settings::turn_off(text, rule))
        }
        (MUTE_RULE, [uri, rule]) => {
            mute(state, uri, rule);
            Ok(None)
        }
        (SELECT_BLANK, [uri, blank]) => {
            select(state, uri, blank);
            Ok(None)
        }
        (CHECK_FOLDER, [folder]) => {
            let token = params.work_done_progress_params.work_done_token.clone();
            let done = progress::check_folder(Arc::clone(state), folder, token).await?;
            Ok(Some(done))
        }
        (ALLOW_PHRASE | DISABLE_RULE | MUTE_RULE | SELECT_BLANK | CHECK_FOLDER, _) => Err(
            Error::invalid_params(format!("{} takes other arguments", params.command)),
        ),
        (unknown, _) => Err(Error::invalid_params(format!("no command {unknown}"))),
    }
}

/// Has the client make the edits of a name, if the draft still is what they were offered for.
async fn apply(state: &State, name: Option<&Value>) -> Result<Option<Value>> {
    let draft = name.and_then(|name| Some((name, edits::draft_of(name)?)));
    let (name, uri) =
        draft.ok_or_else(|| Error::invalid_params(format!("{APPLY} takes other arguments")))?;
    let view = state.view(uri).await?;
    let edit = view.and_then(|view| edits::named(name, &view, state.client()));
    let edit = edit.ok_or_else(Error::content_modified)?;
    // The answer says nothing: a client that does not edit tells its writer so.
    let params = json!({"edit": edit});
    state.outbox.ask("workspace/applyEdit", &params, |_| ());
    Ok(None)
}

/// Changes the user's own settings file: the only file that is ever written, and only when the user chose so.
fn write(state: &State, change: impl FnOnce(&str) -> Option<String>) -> Result<Option<Value>> {
    let failed = |why: String| Error {
        message: why.into(),
        ..Error::internal_error()
    };
    let path = machine::user_settings()
        .ok_or_else(|| failed("there is no home to keep settings in".to_owned()))?;
    let told = |why: std::io::Error| {
        failed(format!(
            "could not write {}: {}",
            path.display(),
            machine::reason(&why)
        ))
    };
    let text = read_or_begin(&path).map_err(told)?;
    let text = change(&text).ok_or_else(|| {
        failed(format!(
            "could not add to {}: mend it first",
            path.display()
        ))
    })?;
    replace(&path, &text).map_err(told)?;
    state.settings().forget();
    state.renew_all();
    Ok(None)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the edge reads the settings file"
)]
fn read_or_begin(path: &Path) -> std::io::Result<String> {
    match std::fs::read_to_string(path) {
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        read => read,
    }
}

/// Writes a file so that whoever reads it meanwhile sees all of the old or all of the new.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // A settings file that is a link stays one.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = path.with_extension(format!("toml.{}", std::process::id()));
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, &path)
}

/// Turns a rule off in one draft while it is open.
fn mute(state: &State, uri: &str, rule: &str) {
    let Some(rule) = state.rule(rule) else {
        return;
    };
    let mut documents = state.documents();
    if let Some(draft) = documents.get_mut(uri) {
        draft.muted.push(rule.id);
    }
    documents.renew(uri);
    drop(documents);
    state.queue.push(uri.to_owned());
    state.refresh();
}

/// Asks the client to select a blank.
fn select(state: &State, uri: &str, blank: &str) {
    let documents = state.documents();
    let Some(draft) = documents.get(uri) else {
        return;
    };
    let text = &draft.text;
    let Some(at) = text.of(Span::new(0, text.len())).find(blank) else {
        return;
    };
    let span = Span::new(at, at + blank.len());
    let selection = convert::to_range(span, text, state.client().encoding);
    drop(documents);
    // The answer says nothing we could use.
    let params = json!({"uri": uri, "takeFocus": true, "selection": selection});
    state.outbox.ask("window/showDocument", &params, |_| ());
}
