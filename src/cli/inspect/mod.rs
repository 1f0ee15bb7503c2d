//! `inspect`: what was understood, for people and for programs.

mod json;
mod table;

use std::io::Write;
use std::process::ExitCode;

use super::args::{Inspect, InspectFormat};
use super::error::Error;
use super::{input, run};
use crate::settings::Options;

/// Runs `inspect`.
pub(super) fn run(command: &Inspect) -> Result<ExitCode, Error> {
    let today = run::today(command.common.today);
    let mut code = ExitCode::SUCCESS;
    let mut out = anstream::stdout().lock();
    let work = |path: &std::path::Path| {
        let draft = input::read(path)?;
        let format = command
            .common
            .read_as
            .map_or_else(|| input::format(&draft), Into::into);
        let message = crate::read(&draft.text, format, today, &Options::default());
        Ok(match command.format {
            InspectFormat::Json => json::line(&draft.name(), &draft.text, &message),
            InspectFormat::Table => table::page(&draft.name(), &draft.text, &message),
        })
    };
    run::each(&command.common.files, work, |result| {
        match result {
            Ok(page) => out.write_all(page.as_bytes()).map_err(Error::Write)?,
            Err(why) => {
                run::complain(&why);
                code = ExitCode::from(2);
            }
        }
        Ok(())
    })?;
    Ok(code)
}
