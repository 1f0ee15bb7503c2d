//! A session from the first byte to the exit code: who reads, who writes, in which order things are done.
//!
//! Three threads beside the caller's: one reads messages, one writes them, one reads drafts. The caller's takes messages one by
//! one: a notification is done before the next message is looked at; a request is begun, and if it must wait for a reading it
//! waits beside the others. No thread waits for the client to read, so no client can bring the session to a halt by not reading.

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::io::{BufRead, BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use serde::Deserialize;
use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::{AbortHandle, JoinSet};

use super::client::Client;
use super::jsonrpc::{Error, Id, Request, Response, Result};
use super::outbox::Outbox;
use super::state::{Start, State};
use super::wire::{self, Broken, Incoming};
use super::{publisher, server};
use crate::machine;
use crate::settings::Options;

/// How many messages wait at most between the pipe and the session; beyond it the client waits for us to take them.
const WAITING: usize = 1024;

/// A message from the pipe, or why there are no more.
type Taken = std::result::Result<Incoming, Broken>;

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
    let outbox = Outbox::default();
    let state = Arc::new(State::new(start, outbox.clone()));
    let (sender, incoming) = mpsc::channel(WAITING);
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    // Left to itself at the end: it may sit in a read that never returns.
    thread("reader").spawn(move || read(BufReader::new(input), &sender))?;
    let writer = thread("writer").spawn({
        let mut output = output;
        let outbox = outbox.clone();
        move || outbox.write_to(&mut output)
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
    let end = runtime.block_on(Session::new(Arc::clone(&state), incoming).run());
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

/// Reads messages until there are no more or one is broken, and hands them on in order.
fn read(mut input: impl BufRead, sender: &mpsc::Sender<Taken>) {
    while let Some(message) = wire::read(&mut input).transpose() {
        let ends = message.is_err();
        if sender.blocking_send(message).is_err() || ends {
            break;
        }
    }
}

/// Requests that wait for a reading, and how to end each.
#[derive(Default)]
struct Running {
    tasks: JoinSet<(Id, Result<Value>)>,
    ends: HashMap<Id, AbortHandle>,
}

struct Session {
    state: Arc<State>,
    incoming: mpsc::Receiver<Taken>,
    /// Taken from the pipe and not begun, so that a request can be cancelled before it is.
    taken: VecDeque<Taken>,
    running: Running,
    stage: Stage,
}

/// How far a session has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The client has not said who it is.
    Strangers,
    /// It is served.
    Serving,
    /// It has said that it will leave.
    ShutDown,
}

impl Session {
    fn new(state: Arc<State>, incoming: mpsc::Receiver<Taken>) -> Self {
        Self {
            state,
            incoming,
            taken: VecDeque::new(),
            running: Running::default(),
            stage: Stage::Strangers,
        }
    }

    async fn run(mut self) -> End {
        loop {
            while let Ok(message) = self.incoming.try_recv() {
                self.taken.push_back(message);
                if self.taken.len() >= WAITING {
                    break;
                }
            }
            if let Some(message) = self.taken.pop_front() {
                if let Some(end) = self.take(message) {
                    return end;
                }
                if self.state.outbox.is_stuck() {
                    return End::Failed("the client has stopped reading".to_owned());
                }
                // Those that waited may go on between two messages.
                tokio::task::yield_now().await;
                while let Some(done) = self.running.tasks.try_join_next() {
                    self.done(done.ok());
                }
                continue;
            }
            tokio::select! {
                message = self.incoming.recv() => match message {
                    Some(message) => self.taken.push_back(message),
                    None if self.stage == Stage::ShutDown => return End::Orderly,
                    None => return End::Abrupt,
                },
                Some(done) = self.running.tasks.join_next() => self.done(done.ok()),
                () = self.state.gone.notified() => return End::Abrupt,
            }
        }
    }

    /// Does what a message says; the end if it is the last.
    fn take(&mut self, message: Taken) -> Option<End> {
        match message {
            Ok(Incoming::Request(request)) => return self.request(request),
            Ok(Incoming::Answer(id, answer)) => self.state.outbox.answered(&id, answer),
            Ok(Incoming::Nonsense(id)) => {
                self.answer(
                    id,
                    Err(Error::no_request("it is neither request nor answer")),
                );
            }
            Err(broken) => {
                if matches!(broken, Broken::Json(_) | Broken::Header(_)) {
                    self.answer(Id::Null, Err(Error::not_json()));
                }
                return Some(End::Failed(broken.to_string()));
            }
        }
        None
    }

    fn request(&mut self, request: Request) -> Option<End> {
        let Request { id, method, params } = request;
        match (method.as_str(), id) {
            ("exit", _) if self.stage == Stage::ShutDown => return Some(End::Orderly),
            ("exit", _) => return Some(End::Abrupt),
            ("$/cancelRequest", None) => self.cancel(&params),
            (_, None) => self.notified(&method, params),
            ("initialize", Some(id)) if self.stage == Stage::Strangers => {
                self.stage = Stage::Serving;
                self.state.meet(Client::new(&params));
                let answer = fenced(|| server::introduced(&self.state, &params));
                self.answer(id, answer);
            }
            (_, Some(id)) if self.stage == Stage::Strangers => {
                self.answer(id, Err(Error::not_introduced()));
            }
            (_, Some(id)) if self.stage == Stage::ShutDown => {
                self.answer(
                    id,
                    Err(Error::no_request("after shutdown only exit is left")),
                );
            }
            ("initialize", Some(id)) => {
                self.answer(id, Err(Error::no_request("initialize was said before")));
            }
            ("shutdown", Some(id)) => {
                self.stage = Stage::ShutDown;
                self.answer(id, Ok(Value::Null));
            }
            (_, Some(id)) if self.running.ends.len() >= MOST_RUNNING => {
                self.answer(id, Err(Error::too_many()));
            }
            (_, Some(id)) => self.begin(id, method, params),
        }
        None
    }

    fn notified(&self, method: &str, params: Value) {
        if self.stage == Stage::Serving {
            // OK to drop: no one waits for an answer to a notification, be it right or wrong.
            let _ = fenced(|| server::notified(&self.state, method, params));
        }
    }

    /// Begins a request; what need not wait is answered at once.
    fn begin(&mut self, id: Id, method: String, params: Value) {
        let work = server::answered(Arc::clone(&self.state), method, params);
        let mut work = Guarded(Some(id), Box::pin(work));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match Pin::new(&mut work).poll(&mut context) {
            Poll::Ready((id, answer)) => self.answer(id, answer),
            Poll::Pending => {
                let id = work.0.clone().unwrap_or_default();
                let end = self.running.tasks.spawn(work);
                self.running.ends.insert(id, end);
            }
        }
    }

    /// Answers a request that had to wait, unless it was cancelled.
    fn done(&mut self, done: Option<(Id, Result<Value>)>) {
        if let Some((id, answer)) = done
            && self.running.ends.remove(&id).is_some()
        {
            self.answer(id, answer);
        }
    }

    fn answer(&self, id: Id, answer: Result<Value>) {
        self.state.outbox.answer(&Response::new(id, answer));
    }

    /// Cancels a request that waits, or was not begun.
    fn cancel(&mut self, params: &Value) {
        let id = params.get("id").map(Id::deserialize);
        let Some(Ok(id)) = id else { return };
        let running = self.running.ends.remove(&id);
        if let Some(end) = &running {
            end.abort();
        }
        let of_id = |message: &_| matches!(message, Ok(Incoming::Request(request)) if request.id.as_ref() == Some(&id));
        let waiting = self.taken.iter().position(of_id);
        let waiting = waiting.and_then(|at| self.taken.remove(at));
        if running.is_some() || waiting.is_some() {
            self.answer(id, Err(Error::cancelled()));
        }
    }
}

/// Does a step behind a fence: a panic in it is an error and ends nothing.
fn fenced<T>(step: impl FnOnce() -> Result<T>) -> Result<T> {
    // OK to go on after a panic because what parts share is locked only for whole steps.
    catch_unwind(AssertUnwindSafe(step)).unwrap_or_else(|_| Err(Error::broken("a step broke off")))
}

/// The work for the request of an id, behind the same fence. It is not polled again after its end.
struct Guarded<W>(Option<Id>, Pin<Box<W>>);

impl<W: Future<Output = Result<Value>>> Future for Guarded<W> {
    type Output = (Id, Result<Value>);

    fn poll(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        let polled = fenced(|| Ok(self.1.as_mut().poll(context)));
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(answer)) => Poll::Ready((self.0.take().unwrap_or_default(), answer)),
            Err(error) => Poll::Ready((self.0.take().unwrap_or_default(), Err(error))),
        }
    }
}
