//! What goes to the client: a queue that a thread of its own empties, so that a client that does not read keeps nobody from taking
//! what it says. The thread that reads drafts writes what it found itself, for it has nothing to read while the client does not.

use std::collections::{HashMap, VecDeque};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Id, Response};

use super::wire;

/// With more than this unread no new reading is begun; the newest will do when the client reads again.
const ENOUGH: usize = 256 << 10;

/// With more than this unread the client has stopped reading for good.
const TOO_MUCH: usize = 64 << 20;

/// Messages on their way to the client.
#[derive(Clone, Debug)]
pub(super) struct Outbox(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    queue: Mutex<Queue>,
    /// Told when there is something to write, or no more to come.
    filled: Condvar,
    /// Told when something was written.
    emptied: Condvar,
    /// Locked before the queue by whoever writes.
    pipe: Mutex<Pipe>,
}

struct Pipe(Box<dyn Write + Send>);

impl std::fmt::Debug for Pipe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pipe")
    }
}

/// What is done with the client's answer.
struct Then(Box<dyn FnOnce(Result<Value, String>) + Send>);

impl std::fmt::Debug for Then {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Then")
    }
}

#[derive(Debug, Default)]
struct Queue {
    messages: VecDeque<Vec<u8>>,
    /// What was queued and is not written yet, in bytes.
    unread: usize,
    /// How many wait for the client to read.
    waiting: usize,
    closed: bool,
    /// Our requests that the client has not answered.
    asked: HashMap<i64, Then>,
    next_id: i64,
}

impl Outbox {
    /// An outbox to a client.
    pub(super) fn new(output: impl Write + Send + 'static) -> Self {
        Self(Arc::new(Shared {
            queue: Mutex::default(),
            filled: Condvar::new(),
            emptied: Condvar::new(),
            pipe: Mutex::new(Pipe(Box::new(output))),
        }))
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // OK to go on with a poisoned lock because no step under it leaves the queue half changed.
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a framed message.
    pub(super) fn send(&self, message: Vec<u8>) {
        self.put(message);
        self.0.filled.notify_one();
    }

    /// Puts a framed message after those that were sent. It goes out with the next that is sent, or at [`Outbox::write_here`].
    pub(super) fn put(&self, message: Vec<u8>) {
        let mut queue = self.queue();
        if !queue.closed {
            queue.unread += message.len();
            queue.messages.push_back(message);
        }
    }

    /// Answers a request.
    pub(super) fn answer(&self, response: &Response) {
        self.send(wire::framed(response));
    }

    /// Tells the client something.
    pub(super) fn notify(&self, method: &str, params: &impl serde::Serialize) {
        #[derive(serde::Serialize)]
        struct Notification<'a, P> {
            jsonrpc: &'static str,
            method: &'a str,
            params: &'a P,
        }
        self.send(wire::framed(&Notification {
            jsonrpc: "2.0",
            method,
            params,
        }));
    }

    /// Asks the client something. What is done `then` is done before the message behind the answer is looked at.
    pub(super) fn ask(
        &self,
        method: &str,
        params: &Value,
        then: impl FnOnce(Result<Value, String>) + Send + 'static,
    ) {
        let mut queue = self.queue();
        queue.next_id += 1;
        let id = queue.next_id;
        queue.asked.insert(id, Then(Box::new(then)));
        drop(queue);
        let mut request = json!({"jsonrpc": "2.0", "id": id, "method": method});
        if !params.is_null() {
            request["params"] = params.clone();
        }
        self.send(wire::framed(&request));
    }

    /// Takes the client's answer.
    pub(super) fn answered(&self, id: &Id, answer: Result<Value, String>) {
        let Id::Number(id) = id else { return };
        let then = self.queue().asked.remove(id);
        if let Some(Then(then)) = then {
            // OK to go on after a panic: who asked goes without the answer.
            let _ = catch_unwind(AssertUnwindSafe(|| then(answer)));
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
            queue.waiting += 1;
            let woken = self.0.emptied.wait(queue);
            queue = woken.unwrap_or_else(PoisonError::into_inner);
            queue.waiting -= 1;
        }
        !queue.closed
    }

    /// Takes no more messages; what is queued is still written.
    pub(super) fn close(&self) {
        let mut queue = self.queue();
        queue.closed = true;
        // No answer will come; what would have been done with one may hold on to us.
        let asked = std::mem::take(&mut queue.asked);
        drop(queue);
        drop(asked);
        self.0.filled.notify_all();
        self.0.emptied.notify_all();
    }

    /// Writes messages as they come, until the outbox is closed and empty or the pipe breaks.
    pub(super) fn write(&self) {
        loop {
            let mut queue = self.queue();
            while queue.messages.is_empty() && !queue.closed {
                let woken = self.0.filled.wait(queue);
                queue = woken.unwrap_or_else(PoisonError::into_inner);
            }
            drop(queue);
            // Whoever writes now may have written all of it when we come to it.
            let pipe = self.0.pipe.lock();
            let mut pipe = pipe.unwrap_or_else(PoisonError::into_inner);
            if !self.empty_into(&mut pipe) || self.is_closed() {
                break;
            }
        }
        self.close();
    }

    /// Writes on this thread what is queued, unless another writes: nobody has to be woken for it. Waits for a client that does not
    /// read.
    pub(super) fn write_here(&self) {
        match self.0.pipe.try_lock() {
            Ok(mut pipe) => {
                if !self.empty_into(&mut pipe) {
                    self.close();
                }
            }
            Err(_) => self.0.filled.notify_one(),
        }
    }

    /// Writes all that is queued; false if the pipe broke.
    fn empty_into(&self, pipe: &mut Pipe) -> bool {
        loop {
            let messages: Vec<_> = self.queue().messages.drain(..).collect();
            if messages.is_empty() {
                return true;
            }
            if wire::write(&mut pipe.0, &messages).is_err() {
                return false;
            }
            let written: usize = messages.iter().map(Vec::len).sum();
            let mut queue = self.queue();
            queue.unread -= written;
            // To tell costs a call to the system, though mostly nobody waits.
            if queue.waiting > 0 {
                self.0.emptied.notify_all();
            }
        }
    }

    fn is_closed(&self) -> bool {
        self.queue().closed
    }
}
