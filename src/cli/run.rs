use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use jiff::civil::Date;
use rayon::prelude::*;

use super::args::{Arguments, Command};
use super::error::Error;
use super::inspect;
use super::lsp;

/// How many drafts are in hand at once; more would only cost memory.
const AT_ONCE: usize = 256;

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Command::Inspect(command) => inspect::run(command),
        Command::Lsp(command) => lsp::run(command),
    };
    match done {
        Ok(code) => code,
        Err(Error::Write(why)) if why.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(why) => {
            complain(&why);
            ExitCode::from(2)
        }
    }
}

/// One line on standard error.
pub(super) fn complain(why: &Error) {
    let _ = writeln!(anstream::stderr(), "forthright: {why}");
}

/// The day of writing, unless it was told.
#[expect(
    clippy::disallowed_methods,
    reason = "the edge tells the core what day it is"
)]
pub(super) fn today(told: Option<Date>) -> Date {
    told.unwrap_or_else(|| jiff::Zoned::now().date())
}

/// Does `work` on every draft at once and hands the results to `then` in the order given.
pub(super) fn each<T: Send>(
    paths: &[PathBuf],
    work: impl Fn(&Path) -> Result<T, Error> + Sync,
    mut then: impl FnMut(Result<T, Error>) -> Result<(), Error>,
) -> Result<(), Error> {
    for some in paths.chunks(AT_ONCE) {
        let done: Vec<_> = some.par_iter().map(|path| work(path)).collect();
        done.into_iter().try_for_each(&mut then)?;
    }
    Ok(())
}
