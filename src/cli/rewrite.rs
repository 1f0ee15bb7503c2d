use super::args::Rewrite;
use super::drafts::Draft;
use super::error::Error;
use super::fix::fix;
use super::output::count;
use super::run::{self, Outcome};

/// Runs `rewrite`: prints each draft as it would read as a clear request: rearranged or, where not all that it asks can be said anew
/// for sure, sentence by sentence.
pub(super) fn run(command: &Rewrite) -> Result<Outcome, Error> {
    let work = |draft: Draft| {
        let text = &draft.text;
        let message = crate::read(text, draft.format, draft.today, &draft.options);
        let edits = crate::rewrite::draft(&message, &draft.options, &|span| span.of(text).into());
        let name = draft.name();
        Ok(match edits {
            Some(edits) => (edits.applied_to(text), None),
            None => {
                let fixed = fix(&draft, true);
                let said = told(fixed.taken, fixed.left);
                (fixed.text, Some(format!("{name}: {said}.")))
            }
        })
    };
    let all = run::each(&command.common, work, |(text, said)| {
        if let Some(said) = said {
            run::say(&said);
        }
        run::print_draft(&text)
    })?;
    Ok(if all { Outcome::Clean } else { Outcome::Failed })
}

/// What became of a draft that was not rearranged, by how many places changed and how many findings are left.
fn told(taken: usize, left: usize) -> String {
    let left = match left {
        0 => String::new(),
        left => format!("; {} left, see `forthright check`", count(left, "finding")),
    };
    match taken {
        0 if left.is_empty() => "left as it is: nothing in it could be clearer".to_owned(),
        0 => format!("left as it is: what could be clearer needs your words{left}"),
        taken => format!(
            "said more clearly in {}, each where it was{left}",
            count(taken, "place")
        ),
    }
}
