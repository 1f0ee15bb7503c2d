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
        let name = draft.name();
        Ok(match edits {
            Some(edits) => (edits.applied_to(text), None),
            None => {
                let findings = crate::check(text, draft.format, draft.today, &draft.options);
                let why = if findings.is_empty() {
                    "nothing in it could be clearer"
                } else {
                    "not all that it asks can be said anew for sure; `forthright check` shows what could be clearer"
                };
                (text.clone(), Some(format!("{name}: left as it is: {why}.")))
            }
        })
    };
    let all = run::each(&command.common, work, |(text, kept)| {
        if let Some(kept) = kept {
            run::say(&kept);
        }
        run::print_draft(&text)
    })?;
    Ok(if all { Outcome::Clean } else { Outcome::Failed })
}
