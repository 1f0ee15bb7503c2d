//! A session from the first byte to the exit code: who reads, who writes, in which order things are done.
//!
//! Three threads beside the caller's: one takes messages one by one and in order, one writes answers, one reads drafts and writes
//! what it found. A notification is done before the next message is looked at; a request is begun, and if it must wait for a reading
//! it waits on the caller's thread, beside the others and the timers. The thread that takes messages never waits for the client to
//! read, so no client can bring the session to a halt by not reading.

use std::collections::VecDeque;
use std::future::Future;
use std::io::{BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};
use tower_lsp::{ExitedError, LspService};
use tower_service::Service;

use super::client::Client;
use super::outbox::Outbox;
use super::publisher;
use super::server::Server;
use super::state::{Start, State};
use super::wire::{self, Broken, Incoming};
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

type Answer = Result<Option<Response>, ExitedError>;

struct Session {
    state: Arc<State>,
    service: LspService<Server>,
    /// Where requests wait.
    runtime: Handle,
    /// Taken from the pipe and not begun, so that a request can be cancelled before it is.
    taken: VecDeque<Incoming>,
    /// How many requests wait for a reading.
    running: Arc<AtomicUsize>,
    shut_down: bool,
}

impl Session {
    fn new(state: Arc<State>, runtime: Handle) -> Self {
        // What the framework would send to the client by itself goes nowhere: only the outbox speaks.
        let (service, _) = LspService::build(|_| Server(Arc::clone(&state)))
            .custom_method("window/workDoneProgress/cancel", Server::cancel_progress)
            .custom_method("$/setTrace", Server::set_trace)
            .custom_method("forthright/codeAction", Server::code_action)
            .custom_method("forthright/codeAction/resolve", Server::code_action_resolve)
            .finish();
        Self {
            state,
            service,
            runtime,
            taken: VecDeque::new(),
            running: Arc::default(),
            shut_down: false,
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
                    Ok(None) if self.shut_down => return End::Orderly,
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
            let response = Response::from_error(Id::Null, Error::parse_error());
            self.state.outbox.answer(&response);
        }
        End::Failed(broken.to_string())
    }

    /// Does what a message says; the end if it is the last.
    fn take(&mut self, message: Incoming) -> Option<End> {
        match message {
            Incoming::Request(request) => return self.request(request),
            Incoming::Answer(id, answer) => self.state.outbox.answered(&id, answer),
            Incoming::Nonsense(id) => {
                let response = Response::from_error(id, Error::invalid_request());
                self.state.outbox.answer(&response);
            }
        }
        None
    }

    fn request(&mut self, request: Request) -> Option<End> {
        match request.method() {
            "exit" if self.shut_down => return Some(End::Orderly),
            "exit" => return Some(End::Abrupt),
            "shutdown" => self.shut_down = true,
            "initialize" => {
                let params = request.params().cloned().unwrap_or_default();
                self.state.meet(Client::new(&params));
                let (_, id, _) = request.into_parts();
                self.begin(request_of("initialize", id, Some(harmless(&params))));
                return None;
            }
            "$/cancelRequest" if self.cancel(&request) => return None,
            _ => {}
        }
        self.begin(renamed(request));
        None
    }

    /// Begins a request or does a notification.
    fn begin(&mut self, request: Request) {
        let id = request.id().cloned();
        let mut work = Guarded {
            id,
            work: self.service.call(request),
        };
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match Pin::new(&mut work).poll(&mut context) {
            Poll::Ready(answer) => tell(&self.state, answer),
            Poll::Pending if self.running.load(Ordering::Relaxed) >= MOST_RUNNING => {
                let id = work.id.take().unwrap_or_default();
                let refusal = Response::from_error(id, too_many());
                self.state.outbox.answer(&refusal);
            }
            Poll::Pending => {
                let (state, running) = (Arc::clone(&self.state), Arc::clone(&self.running));
                running.fetch_add(1, Ordering::Relaxed);
                self.runtime.spawn(async move {
                    tell(&state, work.await);
                    running.fetch_sub(1, Ordering::Relaxed);
                });
            }
        }
    }

    /// Cancels a request that was not begun; false if there is none such.
    fn cancel(&mut self, request: &Request) -> bool {
        let id = request.params().and_then(|params| params.get("id"));
        let id = id.and_then(|id| serde_json::from_value::<Id>(id.clone()).ok());
        let Some(id) = id else { return false };
        let at = self.taken.iter().position(
            |message| matches!(message, Incoming::Request(request) if request.id() == Some(&id)),
        );
        at.and_then(|at| self.taken.remove(at)).is_some_and(|_| {
            let response = Response::from_error(id, Error::request_cancelled());
            self.state.outbox.answer(&response);
            true
        })
    }
}

/// Sends an answer on its way, if there is one.
fn tell(state: &State, answer: Answer) {
    if let Ok(Some(response)) = answer {
        state.outbox.answer(&response);
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

/// Of the parameters of `initialize` those the framework is to read: one that it cannot read would cost the session. What the
/// client can do is read apart.
fn harmless(params: &Value) -> Value {
    let process = params.get("processId").and_then(Value::as_u64);
    let trace = params.get("trace").and_then(Value::as_str);
    let trace = trace.filter(|trace| ["off", "messages", "verbose"].contains(trace));
    json!({
        "processId": process.and_then(|process| u32::try_from(process).ok()),
        "initializationOptions": params.get("initializationOptions"),
        "trace": trace.unwrap_or("off"),
        "capabilities": {},
    })
}

/// Code actions go by a name of their own, under which their answers may be newer than the framework's types.
fn renamed(request: Request) -> Request {
    let method = match request.method() {
        "textDocument/codeAction" => "forthright/codeAction",
        "codeAction/resolve" => "forthright/codeAction/resolve",
        _ => return request,
    };
    let (_, id, params) = request.into_parts();
    request_of(method, id, params)
}

fn request_of(method: &'static str, id: Option<Id>, params: Option<Value>) -> Request {
    let mut request = Request::build(method);
    if let Some(id) = id {
        request = request.id(id);
    }
    if let Some(params) = params {
        request = request.params(params);
    }
    request.finish()
}

/// Work behind a fence: a panic in it answers the request with an error and ends nothing.
struct Guarded<W> {
    id: Option<Id>,
    work: W,
}

impl<W: Future<Output = Answer> + Unpin> Future for Guarded<W> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<Answer> {
        let work = AssertUnwindSafe(|| Pin::new(&mut self.work).poll(context));
        // OK to go on after a panic because the work is not polled again, and what parts share is locked only for whole steps.
        catch_unwind(work).unwrap_or_else(|_| {
            let failed = |id| Response::from_error(id, Error::internal_error());
            Poll::Ready(Ok(self.id.take().map(failed)))
        })
    }
}
