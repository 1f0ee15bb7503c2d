//! What the server's parts share.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::civil::Date;
use tokio::sync::{Notify, watch};
use tower_lsp::jsonrpc;
use tower_lsp::ls_types::{MessageType, TraceValue};

use super::client::Client;
use super::configuration::Settings;
use super::documents::Documents;
use super::outbox::Outbox;
use super::progress::Checks;
use super::queue::Queue;
use super::view::View;
use crate::rules::Rule;

/// How a server is set up before any message comes.
#[derive(Clone, Debug)]
pub struct Start {
    /// The day of writing; `None` for the clock's, followed from day to day.
    pub today: Option<Date>,
    /// The settings file; `None` to look for one.
    pub config: Option<std::path::PathBuf>,
    /// The rules to hold drafts against.
    pub rules: Vec<&'static Rule>,
}

/// What the server's parts share. No lock is held across an await, nor two at once but where it says so.
#[derive(Debug)]
pub(super) struct State {
    documents: Mutex<Documents>,
    settings: Mutex<Settings>,
    client: OnceLock<Client>,
    checks: Mutex<Checks>,
    tokens: AtomicU64,
    traced: AtomicBool,
    /// Counts readings, to wake who waits for one.
    pub(super) readings: watch::Sender<u64>,
    /// Drafts to be read.
    pub(super) queue: Queue,
    /// What goes to the client.
    pub(super) outbox: Outbox,
    /// Told when the process that began the session is gone.
    pub(super) gone: Notify,
    /// How the server was set up.
    pub(super) start: Start,
}

impl State {
    pub(super) fn new(start: Start, outbox: Outbox) -> Self {
        Self {
            documents: Mutex::default(),
            settings: Mutex::new(Settings::new(&start)),
            client: OnceLock::new(),
            checks: Mutex::default(),
            tokens: AtomicU64::new(0),
            traced: AtomicBool::new(false),
            readings: watch::Sender::new(0),
            queue: Queue::default(),
            outbox,
            gone: Notify::new(),
            start,
        }
    }

    /// The open drafts.
    pub(super) fn documents(&self) -> MutexGuard<'_, Documents> {
        // OK to go on with a poisoned lock: whoever panicked under it was reading, or had changed one draft and nothing else.
        self.documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The settings.
    pub(super) fn settings(&self) -> MutexGuard<'_, Settings> {
        // OK for the same reason.
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Checks of folders that are under way.
    pub(super) fn checks(&self) -> MutexGuard<'_, Checks> {
        // OK because no step under it can panic half way.
        self.checks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A number no other progress of this session goes by.
    pub(super) fn next_token(&self) -> u64 {
        self.tokens.fetch_add(1, Ordering::Relaxed)
    }

    /// Tells the client of every reading, or stops telling.
    pub(super) fn trace(&self, value: TraceValue) {
        self.traced
            .store(value != TraceValue::Off, Ordering::Relaxed);
    }

    /// Tells a client that traces what was done; never words of a draft.
    pub(super) fn tell(&self, message: impl FnOnce() -> String) {
        if self.traced.load(Ordering::Relaxed) {
            let params = serde_json::json!({"message": message()});
            self.outbox.notify("$/logTrace", &params);
        }
    }

    /// Meets the client; it introduces itself once.
    pub(super) fn meet(&self, client: Client) {
        // OK to ignore: a second `initialize` is refused and changes nothing.
        let _ = self.client.set(client);
    }

    /// What the client can do; before it told, nothing.
    pub(super) fn client(&self) -> &Client {
        self.client
            .get_or_init(|| Client::new(&serde_json::Value::Null))
    }

    /// The reading of a draft as it is when this is called; `None` if it is not open or could not be read.
    ///
    /// # Errors
    /// If the draft changes before it is read.
    pub(super) async fn view(&self, uri: &str) -> jsonrpc::Result<Option<Arc<View>>> {
        // Subscribed before the first look, so that no reading is missed between a look and the wait.
        let mut readings = self.readings.subscribe();
        let mut wanted = None;
        loop {
            if let Some(draft) = self.documents().get(uri) {
                if *wanted.get_or_insert(draft.generation) != draft.generation {
                    return Err(jsonrpc::Error::content_modified());
                }
                if draft.unreadable == Some(draft.generation) {
                    return Ok(None);
                }
                let view = draft.view.as_ref();
                if let Some(view) = view.filter(|view| view.generation == draft.generation) {
                    return Ok(Some(Arc::clone(view)));
                }
            } else {
                return Ok(None);
            }
            self.queue.hurry();
            if readings.changed().await.is_err() {
                return Ok(None);
            }
        }
    }

    /// Has every open draft read again: the settings or the day changed.
    pub(super) fn renew_all(&self) {
        let mut documents = self.documents();
        let names = documents.names();
        for uri in &names {
            documents.renew(uri);
        }
        drop(documents);
        for uri in names {
            self.queue.push(uri);
        }
        self.refresh();
    }

    /// Has the client ask anew for what it asks for by itself, though no draft changed.
    pub(super) fn refresh(&self) {
        let client = self.client();
        let asks = [
            (
                client.refreshes_diagnostics && client.pulls,
                "workspace/diagnostic/refresh",
            ),
            (client.refreshes_hints, "workspace/inlayHint/refresh"),
            (client.refreshes_lenses, "workspace/codeLens/refresh"),
        ];
        for (_, method) in asks.iter().filter(|(wanted, _)| *wanted) {
            // The answer says nothing.
            self.outbox.ask(method, &serde_json::Value::Null, |_| ());
        }
    }

    /// The rule of this id.
    pub(super) fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.start.rules.iter().copied().find(|rule| rule.id == id)
    }

    /// Writes a line to the client's log. Never holds words of a draft.
    pub(super) fn log(&self, kind: MessageType, message: &str) {
        let params = serde_json::json!({"type": kind, "message": message});
        self.outbox.notify("window/logMessage", &params);
    }
}
