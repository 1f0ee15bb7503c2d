//! A session from the first byte to the exit code: who reads, who writes, in which order things are done.
//!
//! Three threads beside the caller's: one takes messages one by one and in order, one writes answers, one reads drafts and writes
//! what it found. A notification is done before the next message is looked at; a request is begun, and if it must wait for a reading
//! it waits on the caller's thread, beside the others and the timers. The thread that takes messages never waits for the client to
//! read, so no client can bring the session to a halt by not reading.

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::io::{BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use serde_json::Value;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::task::AbortHandle;
use tower_lsp::jsonrpc::{self, Error, ErrorCode, Id, Request, Response};

use super::client::Client;
use super::methods::{self, Work};
use super::outbox::Outbox;
use super::server::Server;
use super::state::{Start, State};
use super::wire::{self, Broken, Incoming};
use super::{params, publisher};
use crate::machine;
use crate::settings::Options;

/// How many requests wait at most for a reading. No editor has so many; who sends them without reading the answers must not fill
/// the memory with them.
const MOST_RUNNING: usize = 4096;

/// How a session ended.
#[derive(Debug)]
pub enum End {
    /// The client said goodbye as the protocol has it.
    Orderly,
    /// The client left without a `shutdown`.
    Abrupt,
    /// What the client sent could not be read, or it stopped reading; says what.
    Failed(String),
}

/// Serves one client until it leaves.
///
/// # Errors
/// If the system gives no thread or timer.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    start: Start,
) -> std::io::Result<End> {
    let outbox = Outbox::new(output);
    let state = Arc::new(State::new(start, outbox.clone()));
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    let writer = thread("writer").spawn({
        let outbox = outbox.clone();
        move || outbox.write()
    })?;
    thread("publisher").spawn({
        let state = Arc::clone(&state);
        move || publisher::run(&state)
    })?;
    // Asking the system what day it is reads its list of time zones once; no draft should wait for that.
    if state.start.today.is_none() {
        thread("clock").spawn(|| machine::today(&Options::default()))?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()?;
    let (ended, end) = oneshot::channel();
    // Left to itself at the end: it may sit in a read that never returns.
    thread("session").spawn({
        let session = Session::new(Arc::clone(&state), runtime.handle().clone());
        // OK to ignore: the parent's death may have ended the session already.
        move || drop(ended.send(session.run(BufReader::new(input))))
    })?;
    let end = runtime.block_on(async {
        tokio::select! {
            end = end => end.unwrap_or(End::Abrupt),
            () = state.gone.notified() => End::Abrupt,
        }
    });
    state.queue.close();
    outbox.close();
    // A client that does not read must not keep us from ending.
    if !outbox.is_stuck() {
        wait_a_little(&writer);
    }
    Ok(end)
}

/// Waits until what is queued is written, but not for long.
fn wait_a_little(writer: &std::thread::JoinHandle<()>) {
    for _ in 0..200 {
        if writer.is_finished() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The client has not said who it is.
    New,
    /// Between `initialize` and `shutdown`.
    Open,
    /// Nothing but `exit` is left.
    ShutDown,
}

struct Session {
    state: Arc<State>,
    server: Server,
    /// Where requests wait.
    runtime: Handle,
    /// Taken from the pipe and not begun, so that a request can be cancelled before it is.
    taken: VecDeque<Incoming>,
    waiting: Waiting,
    stage: Stage,
}

/// Requests that wait for a reading, by their ids. Who takes one from among them answers it.
#[derive(Clone, Default)]
struct Waiting(Arc<Mutex<HashMap<Id, AbortHandle>>>);

impl Waiting {
    fn requests(&self) -> MutexGuard<'_, HashMap<Id, AbortHandle>> {
        // OK to go on with a poisoned lock because no step under it can panic half way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    fn new(state: Arc<State>, runtime: Handle) -> Self {
        Self {
            server: Server(Arc::clone(&state)),
            state,
            runtime,
            taken: VecDeque::new(),
            waiting: Waiting::default(),
            stage: Stage::New,
        }
    }

    /// Takes messages until there are no more, one is broken or one is the last.
    fn run(mut self, mut input: BufReader<impl Read>) -> End {
        let runtime = self.runtime.clone();
        let _inside = runtime.enter();
        loop {
            if self.taken.is_empty() {
                match wire::read(&mut input) {
                    Ok(Some(message)) => self.taken.push_back(message),
                    Ok(None) if self.stage == Stage::ShutDown => return End::Orderly,
                    Ok(None) => return End::Abrupt,
                    Err(broken) => return self.refuse(&broken),
                }
                while let Some(message) = wire::read_on(&mut input) {
                    self.taken.push_back(message);
                }
            }
            let message = self.taken.pop_front();
            if let Some(end) = message.and_then(|message| self.take(message)) {
                return end;
            }
            if self.state.outbox.is_stuck() {
                return End::Failed("the client has stopped reading".to_owned());
            }
        }
    }

    /// The end of a session whose client says what cannot be read.
    fn refuse(&self, broken: &Broken) -> End {
        if matches!(broken, Broken::Json(_) | Broken::Header(_)) {
            answer(&self.state, Id::Null, Err(Error::parse_error()));
        }
        End::Failed(broken.to_string())
    }

    /// Does what a message says; the end if it is the last.
    fn take(&mut self, message: Incoming) -> Option<End> {
        match message {
            Incoming::Request(request) => return self.request(request),
            Incoming::Answer(id, answer) => self.state.outbox.answered(&id, answer),
            Incoming::Nonsense(id) => answer(&self.state, id, Err(Error::invalid_request())),
        }
        None
    }

    fn request(&mut self, request: Request) -> Option<End> {
        let (method, id, params) = request.into_parts();
        let params = params.unwrap_or_default();
        match (&*method, id) {
            ("exit", _) if self.stage == Stage::ShutDown => return Some(End::Orderly),
            ("exit", _) => return Some(End::Abrupt),
            ("$/cancelRequest", _) => self.cancel(&params),
            (method, Some(id)) => self.ask(method, id, params),
            (method, None) if self.stage == Stage::Open => self.tell(method, params),
            _ => {}
        }
        None
    }

    /// Does a notification.
    fn tell(&self, method: &str, params: Value) {
        // OK to go on after a panic because what parts share is locked only for whole steps. Nobody waits for a word of it, nor of
        // parameters that make no sense.
        let _ = catch_unwind(AssertUnwindSafe(|| {
            methods::tell(&self.server, method, params)
        }));
    }

    /// Begins a request, and answers it unless it must wait.
    fn ask(&mut self, method: &str, id: Id, params: Value) {
        if let Err(why) = self.admit(method, &id, &params) {
            return answer(&self.state, id, Err(why));
        }
        let begun = catch_unwind(AssertUnwindSafe(|| {
            methods::ask(&self.server, method, params)
        }));
        let mut work = match begun.unwrap_or_else(|_| Err(Error::internal_error())) {
            Ok(work) => Guarded(work),
            Err(why) => return answer(&self.state, id, Err(why)),
        };
        let mut context = Context::from_waker(Waker::noop());
        match Pin::new(&mut work).poll(&mut context) {
            Poll::Ready(done) => answer(&self.state, id, done),
            Poll::Pending => self.wait(id, work),
        }
    }

    /// Has a request wait on the runtime; it is answered there, unless it was cancelled meanwhile.
    fn wait(&self, id: Id, work: Guarded) {
        // Locked until the request is among them, for it may be done before this thread goes on.
        let mut requests = self.waiting.requests();
        if requests.len() >= MOST_RUNNING {
            return answer(&self.state, id, Err(too_many()));
        }
        let (state, waiting, name) = (Arc::clone(&self.state), self.waiting.clone(), id.clone());
        let task = self.runtime.spawn(async move {
            let done = work.await;
            if waiting.requests().remove(&name).is_some() {
                answer(&state, name, done);
            }
        });
        requests.insert(id, task.abort_handle());
    }

    /// Whether a request may come now; the session goes on to its next stage where it says so.
    fn admit(&mut self, method: &str, id: &Id, params: &Value) -> jsonrpc::Result<()> {
        match (self.stage, method) {
            (Stage::New, "initialize") => {
                self.state.meet(Client::new(params));
                self.stage = Stage::Open;
            }
            (Stage::New, _) => return Err(too_early()),
            (Stage::Open, "initialize") | (Stage::ShutDown, _) => {
                return Err(Error::invalid_request());
            }
            (Stage::Open, _) if self.waiting.requests().contains_key(id) => {
                return Err(Error::invalid_request());
            }
            (Stage::Open, "shutdown") => self.stage = Stage::ShutDown,
            (Stage::Open, _) => {}
        }
        Ok(())
    }

    /// Cancels a request that was not begun or waits; one that is answered or was never sent is passed over.
    fn cancel(&mut self, params: &Value) {
        let Some(id) = params::id(params) else { return };
        let at = self.taken.iter().position(
            |message| matches!(message, Incoming::Request(request) if request.id() == Some(&id)),
        );
        let waits = self.waiting.requests().remove(&id);
        if let Some(task) = &waits {
            task.abort();
        }
        if waits.is_some() || at.and_then(|at| self.taken.remove(at)).is_some() {
            answer(&self.state, id, Err(Error::request_cancelled()));
        }
    }
}

/// Sends an answer on its way.
fn answer(state: &State, id: Id, answer: jsonrpc::Result<Value>) {
    state.outbox.answer(&Response::from_parts(id, answer));
}

/// The client has not said who it is.
fn too_early() -> Error {
    Error {
        code: ErrorCode::ServerError(-32002),
        message: "the session begins with “initialize”".into(),
        data: None,
    }
}

/// More requests wait than can be kept.
fn too_many() -> Error {
    Error {
        // The protocol's "request failed".
        code: ErrorCode::ServerError(-32803),
        message: "too many requests wait for an answer".into(),
        data: None,
    }
}

/// Work behind a fence: a panic in it answers the request with an error and ends nothing.
struct Guarded(Work);

impl Future for Guarded {
    type Output = jsonrpc::Result<Value>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // OK to go on after a panic because the work is not polled again, and what parts share is locked only for whole steps.
        catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context)))
            .unwrap_or_else(|_| Poll::Ready(Err(Error::internal_error())))
    }
}
