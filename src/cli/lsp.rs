use std::io::{self, Write};

use super::args::Lsp;
use super::error::Error;
use super::run::{Outcome, complain};
use crate::{lsp, rules};

/// Serves an editor on standard input and output.
pub(super) fn run(command: &Lsp) -> Result<Outcome, Error> {
    // A panic's own message may hold words of the draft; where it happened is enough.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            let _ = writeln!(io::stderr(), "forthright: a step broke off at {place}");
        }
    }));
    let start = lsp::Start {
        today: command.today,
        config: command.config.clone(),
        rules: rules::all().collect(),
    };
    match lsp::serve(input(), output(), start).map_err(Error::Write)? {
        lsp::End::Orderly => Ok(Outcome::Clean),
        // The protocol has 1 for every other end.
        lsp::End::Abrupt => Ok(Outcome::Found),
        lsp::End::Failed(why) => {
            complain(&why);
            Ok(Outcome::Found)
        }
    }
}

/// Standard input, without the lock and the buffer that others may share.
#[cfg(unix)]
fn input() -> Box<dyn io::Read + Send> {
    use std::os::fd::AsFd;
    let stdin = io::stdin();
    match stdin.as_fd().try_clone_to_owned() {
        Ok(pipe) => Box::new(std::fs::File::from(pipe)),
        Err(_) => Box::new(stdin),
    }
}

/// Standard output, without the buffer that would cut each message in two.
#[cfg(unix)]
fn output() -> Box<dyn io::Write + Send> {
    use std::os::fd::AsFd;
    let stdout = io::stdout();
    match stdout.as_fd().try_clone_to_owned() {
        Ok(pipe) => Box::new(std::fs::File::from(pipe)),
        Err(_) => Box::new(stdout),
    }
}

#[cfg(not(unix))]
fn input() -> impl io::Read + Send {
    io::stdin()
}

#[cfg(not(unix))]
fn output() -> impl io::Write + Send {
    io::stdout()
}
