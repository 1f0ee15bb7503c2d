use super::patchwork::Patchwork;
use super::{diff, save};
use crate::cli::args::Fix as Asked;
use crate::cli::drafts::{Draft, STDIN};
use crate::cli::error::Error;
use crate::cli::output::count;
use crate::cli::run::{self, Outcome};
use crate::finding::taken_together;
use crate::text::{Edit, Edits};

/// How often a draft is read again; each time takes at least one fix, and fixes make no work for others as a rule.
const MOST_ROUNDS: usize = 50;

/// Runs `fix`.
pub(in crate::cli) fn run(asked: &Asked) -> Result<Outcome, Error> {
    let (mut taken, mut changed, mut left) = (0, 0, 0);
    let work = |draft: Draft| {
        let fixed = fix(&draft, asked.all);
        let stdin = draft.path.as_os_str() == STDIN;
        let shown = match (asked.diff, stdin) {
            (true, _) => Shown::Diff(diff::unified(&draft.name(), &draft.text, &fixed.patchwork)),
            (false, true) => Shown::Draft(fixed.text),
            (false, false) => {
                if fixed.taken > 0 {
                    save::replace(&draft.path, &fixed.text)?;
                }
                Shown::Nothing
            }
        };
        Ok((shown, fixed.taken, fixed.left))
    };
    let all = run::each(&asked.common, work, |(shown, took, stays)| {
        taken += took;
        changed += usize::from(took > 0);
        left += stays;
        match shown {
            Shown::Diff(page) => run::print(&page),
            Shown::Draft(text) => run::print_draft(&text),
            Shown::Nothing => Ok(()),
        }
    })?;
    run::say(&summary(taken, changed, left, asked.diff));
    Ok(if !all {
        Outcome::Failed
    } else if asked.diff && taken > 0 {
        Outcome::Found
    } else {
        Outcome::Clean
    })
}

/// What is printed of a draft that was fixed.
enum Shown {
    Diff(String),
    Draft(String),
    Nothing,
}

fn summary(taken: usize, changed: usize, left: usize, diff: bool) -> String {
    let left = match left {
        0 => String::new(),
        left => format!(" {} left for you.", count(left, "finding")),
    };
    let would = if diff { "Would change" } else { "Changed" };
    match taken {
        0 => format!("Nothing to change.{left}"),
        _ => {
            let (taken, changed) = (count(taken, "place"), count(changed, "draft"));
            format!("{would} {taken} in {changed}.{left}")
        }
    }
}

/// A draft after its fixes.
pub(in crate::cli) struct Fixed {
    pub(in crate::cli) text: String,
    patchwork: Patchwork,
    /// How many fixes were taken.
    pub(in crate::cli) taken: usize,
    /// How many findings are left.
    pub(in crate::cli) left: usize,
}

/// Takes the fixes of a draft until there are none to take; with `all`, those that choose a day too.
pub(in crate::cli) fn fix(draft: &Draft, all: bool) -> Fixed {
    let mut text = draft.text.clone();
    let mut patchwork = Patchwork::new(text.len());
    let mut taken = 0;
    let crlf = text.contains("\r\n");
    for _ in 0..MOST_ROUNDS {
        let findings = crate::check(&text, draft.format, draft.today, &draft.options);
        let places = findings.iter().map(|finding| (finding, 0));
        let (edits, took) = taken_together(places, all);
        let edits = edits.iter().map(|edit| with_line_ends(edit, crlf));
        // OK because other line ends leave the edits where they are.
        let edits = Edits::new(edits.collect()).unwrap_or_default();
        if took == 0 {
            return Fixed {
                text,
                patchwork,
                taken,
                left: findings.len(),
            };
        }
        patchwork.apply(&edits);
        text = edits.applied_to(&text);
        taken += took;
    }
    let left = crate::check(&text, draft.format, draft.today, &draft.options).len();
    Fixed {
        text,
        patchwork,
        taken,
        left,
    }
}

/// The edit with the line ends of its draft.
fn with_line_ends(edit: &Edit, crlf: bool) -> Edit {
    let mut edit = edit.clone();
    if crlf {
        edit.text = edit.text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    edit
}
