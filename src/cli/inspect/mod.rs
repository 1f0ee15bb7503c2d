//! `inspect`: what was understood, for people and for programs.

mod json;
mod table;

use super::args::{Inspect, InspectFormat};
use super::drafts::Draft;
use super::error::Error;
use super::run::{self, Outcome};

/// Runs `inspect`.
pub(super) fn run(command: &Inspect) -> Result<Outcome, Error> {
    let work = |draft: Draft| {
        let message = crate::read(&draft.text, draft.format, draft.today, &draft.options);
        Ok(match command.format {
            InspectFormat::Json => json::line(&draft.name(), &draft.text, &message),
            InspectFormat::Table => table::page(&draft.name(), &draft.text, &message),
        })
    };
    let all = run::each(&command.common, work, |page| run::print(&page))?;
    Ok(if all { Outcome::Clean } else { Outcome::Failed })
}
