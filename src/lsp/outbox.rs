//! What goes to the client: a queue that one thread empties, so that no one else ever waits for a client that does not read.

use std::collections::{HashMap, VecDeque};
use std::io::Write;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Id, Response};

use super::wire;

/// With more than this unread no new reading is begun; the newest will do when the client reads again.
const ENOUGH: usize = 256 << 10;

/// With more than this unread the client has stopped reading for good.
const TOO_MUCH: usize = 64 << 20;

/// Messages on their way to the client.
#[derive(Clone, Debug, Default)]
pub(super) struct Outbox(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    messages: VecDeque<Vec<u8>>,
    /// What was queued and is not written yet, in bytes.
    unread: usize,
    closed: bool,
    /// Our requests that the client has not answered.
    asked: HashMap<i64, oneshot::Sender<Result<Value, String>>>,
    next_id: i64,
}

impl Outbox {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        // OK to go on with a poisoned lock because no step under it leaves the queue half changed.
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a framed message.
    pub(super) fn send(&self, message: Vec<u8>) {
        let mut queue = self.queue();
        if !queue.closed {
            queue.unread += message.len();
            queue.messages.push_back(message);
            self.0.changed.notify_all();
        }
    }

    /// Answers a request.
    pub(super) fn answer(&self, response: &Response) {
        self.send(wire::framed(response));
    }

    /// Tells the client something.
    pub(super) fn notify(&self, method: &str, params: &impl serde::Serialize) {
        self.send(notification(method, params));
    }

    /// Asks the client something. The answer must be awaited in a task of its own, never in a handler.
    pub(super) fn ask(
        &self,
        method: &str,
        params: &Value,
    ) -> oneshot::Receiver<Result<Value, String>> {
        let (sender, receiver) = oneshot::channel();
        let mut queue = self.queue();
        queue.next_id += 1;
        let id = queue.next_id;
        queue.asked.insert(id, sender);
        drop(queue);
        let mut request = json!({"jsonrpc": "2.0", "id": id, "method": method});
        if !params.is_null() {
            request["params"] = params.clone();
        }
        self.send(wire::framed(&request));
        receiver
    }

    /// Hands the client's answer to whoever asked.
    pub(super) fn answered(&self, id: &Id, answer: Result<Value, String>) {
        let Id::Number(id) = id else { return };
        if let Some(asker) = self.queue().asked.remove(id) {
            // OK to ignore: whoever asked may have gone.
            let _ = asker.send(answer);
        }
    }

    /// Whether the client has stopped reading for good.
    pub(super) fn is_stuck(&self) -> bool {
        self.queue().unread > TOO_MUCH
    }

    /// Waits until the client has read most of what it was sent; false if nothing more will be sent.
    pub(super) fn wait_for_room(&self) -> bool {
        let mut queue = self.queue();
        while queue.unread > ENOUGH && !queue.closed {
            queue = self
                .0
                .changed
                .wait(queue)
                .unwrap_or_else(PoisonError::into_inner);
        }
        !queue.closed
    }

    /// Takes no more messages; what is queued is still written.
    pub(super) fn close(&self) {
        self.queue().closed = true;
        self.0.changed.notify_all();
    }

    /// Writes messages as they come, until the outbox is closed and empty or the pipe breaks.
    pub(super) fn write_to(&self, output: &mut impl Write) {
        loop {
            let mut queue = self.queue();
            while queue.messages.is_empty() && !queue.closed {
                queue = self
                    .0
                    .changed
                    .wait(queue)
                    .unwrap_or_else(PoisonError::into_inner);
            }
            let messages: Vec<_> = queue.messages.drain(..).collect();
            drop(queue);
            if messages.is_empty() || wire::write(output, &messages).is_err() {
                break;
            }
            let written: usize = messages.iter().map(Vec::len).sum();
            self.queue().unread -= written;
            self.0.changed.notify_all();
        }
        self.close();
    }
}

/// A notification, framed.
pub(super) fn notification(method: &str, params: &impl serde::Serialize) -> Vec<u8> {
    #[derive(serde::Serialize)]
    struct Notification<'a, P> {
        jsonrpc: &'static str,
        method: &'a str,
        params: &'a P,
    }
    wire::framed(&Notification {
        jsonrpc: "2.0",
        method,
        params,
    })
}
