//! How a session begins and what goes on beside it: who we are, what we ask to be told, the parent's death, the next day.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use serde_json::json;
use tower_lsp::ls_types::{
    HoverProviderCapability, InitializeResult, MessageType, OneOf, PositionEncodingKind,
    ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions,
};

use super::client::Client;
use super::state::State;
use super::{
    code_actions, code_lens, commands, completion, configuration, diagnostics, inlay_hints,
};
use crate::text::Encoding;

/// How often the day and the parent are looked at.
const LOOK: Duration = Duration::from_secs(2);

/// Who we are and what we can do for this client.
pub(super) fn introduction(client: &Client) -> InitializeResult {
    let encoding = match client.encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        ..TextDocumentSyncOptions::default()
    };
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(encoding),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            code_action_provider: Some(code_actions::capability(client)),
            inlay_hint_provider: Some(inlay_hints::capability(client)),
            document_symbol_provider: Some(OneOf::Left(true)),
            code_lens_provider: Some(code_lens::capability()),
            completion_provider: Some(completion::capability()),
            execute_command_provider: Some(commands::capability()),
            diagnostic_provider: diagnostics::capability(client),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

/// Asks the client for its settings and to be told when they change.
pub(super) fn begin(state: &Arc<State>) {
    let client = state.client();
    let mut registrations = Vec::new();
    if client.registers_configuration {
        registrations.push(json!({
            "id": "configuration",
            "method": "workspace/didChangeConfiguration",
            "registerOptions": {"section": "forthright"},
        }));
    }
    if client.registers_watchers {
        registrations.push(json!({
            "id": "settings-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": {"watchers": [{"globPattern": "**/forthright.toml"}]},
        }));
    }
    if !registrations.is_empty() {
        // The answer says nothing: who refuses to tell is not asked again.
        let params = json!({"registrations": registrations});
        let method = "client/registerCapability";
        state.outbox.ask(method, &params, |_| ());
    }
    if client.configuration {
        configuration::ask(state);
    }
    tokio::spawn(follow_days(Arc::clone(state)));
}

/// Reads every draft again when a new day begins.
async fn follow_days(state: Arc<State>) {
    let mut today = day(&state);
    loop {
        tokio::time::sleep(LOOK).await;
        today = look_at_day(&state, today);
    }
}

/// Has every draft read again if it is no longer the day that was `known`; the day it is.
fn look_at_day(state: &State, known: Date) -> Date {
    let today = day(state);
    if today != known {
        state.renew_all();
    }
    today
}

fn day(state: &State) -> Date {
    let mut settings = state.settings();
    let options = settings.options_for("", &[]);
    settings.today(&options)
}

/// Ends the session when the process that began it is gone without a word.
pub(super) fn watch_parent(state: &Arc<State>, parent: Option<u32>) {
    let Some(parent) = parent.filter(|parent| is_running(*parent)) else {
        return;
    };
    let state = Arc::clone(state);
    tokio::spawn(async move {
        while is_running(parent) {
            tokio::time::sleep(LOOK).await;
        }
        state.log(MessageType::INFO, "the editor is gone");
        state.gone.notify_one();
    });
}

/// Whether a process is there. Only Linux tells without asking the system in unsafe ways; elsewhere the closing of our input does.
fn is_running(process: u32) -> bool {
    let status = std::path::PathBuf::from(format!("/proc/{process}/stat"));
    // A process that ended and was not collected is gone for us.
    let zombie = |stat: Vec<u8>| {
        stat.rsplit(|&byte| byte == b')')
            .next()
            .is_some_and(|rest| rest.starts_with(b" Z"))
    };
    match std::fs::read(status) {
        Ok(stat) => !zombie(stat),
        Err(_) => !cfg!(target_os = "linux"),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::Mutex;

    use jiff::civil::date;

    use super::super::outbox::Outbox;
    use super::super::state::Start;
    use super::*;

    /// What a client was sent.
    #[derive(Clone, Default)]
    struct Sent(Arc<Mutex<Vec<u8>>>);

    impl Write for Sent {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_new_day_has_drafts_read_and_hints_asked_for_again() {
        let sent = Sent::default();
        let start = Start {
            today: Some(date(2026, 11, 23)),
            config: None,
            rules: Vec::new(),
        };
        let state = State::new(start, Outbox::new(sent.clone()));
        let refreshes = json!({"refreshSupport": true});
        let capabilities = json!({"workspace": {"inlayHint": refreshes, "codeLens": refreshes}});
        state.meet(Client::new(&json!({"capabilities": capabilities})));
        state
            .documents()
            .open("file:///draft", "mail".into(), 1, "By Friday.");
        let said = || {
            state.outbox.write_here();
            String::from_utf8(std::mem::take(&mut *sent.0.lock().unwrap())).unwrap()
        };
        assert_eq!(look_at_day(&state, date(2026, 11, 23)), date(2026, 11, 23));
        assert_eq!(said(), "");
        assert_eq!(look_at_day(&state, date(2026, 11, 22)), date(2026, 11, 23));
        let asked = said();
        assert!(asked.contains("workspace/inlayHint/refresh"), "{asked}");
        assert!(asked.contains("workspace/codeLens/refresh"), "{asked}");
        assert_eq!(state.queue.next().as_deref(), Some("file:///draft"));
    }
}
