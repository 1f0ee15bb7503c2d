use super::args::Check;
use super::drafts::Draft;
use super::error::Error;
use super::output::{self, Checked, Tally};
use super::run::{self, Outcome};

/// Runs `check`.
pub(super) fn run(command: &Check) -> Result<Outcome, Error> {
    let output = output::of(command.format);
    let mut tally = Tally::default();
    let mut first = true;
    run::print(&(output.head)())?;
    let work = |draft: Draft| {
        let findings = crate::check(&draft.text, draft.format, draft.today, &draft.options);
        let checked = Checked::new(&draft, &findings);
        Ok((Tally::of(&findings), (output.draft)(&checked)))
    };
    let all = run::each(&command.common, work, |(found, page)| {
        tally.add(&found);
        if page.is_empty() {
            return Ok(());
        }
        if !std::mem::take(&mut first) {
            run::print(output.between)?;
        }
        run::print(&page)
    })?;
    run::print(&(output.tail)(&tally))?;
    let fails = tally.levels().any(|level| command.fail_on.fails(level));
    Ok(match (all, fails) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Clean,
    })
}
