use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use clap::Parser;

use super::args::{Arguments, Command, Common};
use super::drafts::{Draft, Drafts};
use super::error::Error;
use super::{check, explain, fix, inspect, lsp, manual, rewrite};
use crate::text::sort_by_key;

/// How many drafts are in hand at once; more would only cost memory.
const AT_ONCE: usize = 256;

/// How the program ends well or not: 0, 1 or 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing found.
    Clean,
    /// Something found.
    Found,
    /// Something could not be done.
    Failed,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Command::Check(command) => check::run(command),
        Command::Fix(command) => fix::run(command),
        Command::Rewrite(command) => rewrite::run(command),
        Command::Inspect(command) => inspect::run(command),
        Command::Explain(command) => explain::run(command),
        Command::Rules => explain::list(),
        Command::Completions(command) => manual::completions(command),
        Command::Man(command) => manual::man(command),
        Command::Lsp(command) => lsp::run(command),
    };
    let outcome = match done {
        Ok(outcome) => outcome,
        Err(Error::Write(why)) if why.kind() == io::ErrorKind::BrokenPipe => Outcome::Clean,
        Err(why) => {
            complain(&why);
            Outcome::Failed
        }
    };
    ExitCode::from(outcome as u8)
}

/// Tells, on standard error, of something that could not be done.
pub(super) fn complain(why: &impl Display) {
    say(&format!("forthright: {why}"));
}

/// A line on standard error.
pub(super) fn say(line: &str) {
    // Where even this cannot be written there is no one to tell.
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Writes to standard output; colours stay where the terminal shows them.
pub(super) fn print(text: &str) -> Result<(), Error> {
    anstream::stdout()
        .write_all(text.as_bytes())
        .map_err(Error::Write)
}

/// Writes a draft's own text to standard output, byte for byte.
pub(super) fn print_draft(text: &str) -> Result<(), Error> {
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(Error::Write)
}

/// Does `work` on many drafts at once and hands the results to `then` in the order given; what could not be done is told.
///
/// Gives whether all of it could be done.
pub(super) fn each<T: Send>(
    common: &Common,
    work: impl Fn(Draft) -> Result<T, Error> + Sync,
    mut then: impl FnMut(T) -> Result<(), Error>,
) -> Result<bool, Error> {
    let drafts = Drafts::new(common)?;
    let (paths, mut failures) = drafts.paths();
    let one = |path: &Path| work(drafts.read(path)?);
    for some in paths.chunks(AT_ONCE) {
        let done = Mutex::new(Vec::with_capacity(some.len()));
        share(some.len(), &|at| {
            let result = one(&some[at]);
            // OK to go on with a poisoned lock: a push that broke off left what was there.
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push((at, result));
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        sort_by_key(&mut done, |(at, _)| *at);
        for (_, result) in done {
            match result {
                Ok(done) => then(done)?,
                Err(why @ Error::Write(_)) => return Err(why),
                Err(why) => {
                    complain(&why);
                    failures += 1;
                }
            }
        }
    }
    Ok(failures == 0)
}

/// Does so many pieces of work, each once, on as many threads as there are cores. A single one does not wait for a thread to start.
fn share(count: usize, work: &(dyn Fn(usize) + Sync)) {
    let next = AtomicUsize::new(0);
    let take = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                break;
            }
            work(at);
        }
    };
    let threads = match count {
        0 | 1 => 1,
        _ => std::thread::available_parallelism().map_or(1, |cores| count.min(cores.get())),
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(take);
        }
        take();
    });
}
