use super::args::Rewrite;
use super::drafts::Draft;
use super::error::Error;
use super::run::{self, Outcome};

/// Runs `rewrite`: prints each draft as it would read as a clear request.
pub(super) fn run(command: &Rewrite) -> Result<Outcome, Error> {
    let work = |draft: Draft| {
        let text = &draft.text;
        let message = crate::read(text, draft.format, draft.today, &draft.options);
        let edits = crate::rewrite::draft(&message, &draft.options, &|span| span.of(text).into());
        Ok(match edits {
            Some(edits) => (edits.applied_to(text), true, draft.name()),
            None => (draft.text.clone(), false, draft.name()),
        })
    };
    let all = run::each(&command.common, work, |(text, changed, name)| {
        if !changed {
            run::say(&format!("{name}: left as it is."));
        }
        run::print_draft(&text)
    })?;
    Ok(if all { Outcome::Clean } else { Outcome::Failed })
}
