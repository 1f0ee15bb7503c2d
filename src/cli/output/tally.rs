use crate::finding::{Applies, Finding, Level};

/// How many findings there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Tally {
    /// Drafts read.
    pub(in crate::cli) drafts: usize,
    /// Findings by level, mildest first.
    levels: [usize; Level::ALL.len()],
    /// Findings that `fix` would take.
    pub(in crate::cli) fixable: usize,
}

impl Tally {
    /// The findings of one draft.
    pub(in crate::cli) fn of(findings: &[Finding]) -> Self {
        let levels = Level::ALL.map(|level| findings.iter().filter(|f| f.level == level).count());
        let safe =
            |finding: &&Finding| finding.fixes.iter().any(|fix| fix.applies == Applies::AsIs);
        Self {
            drafts: 1,
            levels,
            fixable: findings.iter().filter(safe).count(),
        }
    }

    pub(in crate::cli) fn add(&mut self, more: &Self) {
        self.drafts += more.drafts;
        self.fixable += more.fixable;
        for (sum, more) in self.levels.iter_mut().zip(more.levels) {
            *sum += more;
        }
    }

    /// All findings.
    pub(in crate::cli) fn findings(&self) -> usize {
        self.levels.iter().sum()
    }

    /// The levels that were found.
    pub(in crate::cli) fn levels(&self) -> impl Iterator<Item = Level> {
        self.by_level().map(|(level, _)| level)
    }

    /// The levels that were found, worst first, with how many.
    pub(in crate::cli) fn by_level(&self) -> impl Iterator<Item = (Level, usize)> {
        let both = Level::ALL.into_iter().zip(self.levels).rev();
        both.filter(|(_, count)| *count > 0)
    }
}

/// `1 finding`, `2 findings`
pub(in crate::cli) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
