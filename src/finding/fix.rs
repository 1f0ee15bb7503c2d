use crate::text::Edits;

/// How a fix may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applies {
    /// Says the same in fewer words; `fix` and fix-all may take it.
    AsIs,
    /// Changes how firmly something is said, or chooses a date; offered, never taken in bulk.
    IfMeant,
    /// Leaves a [`blank`](crate::text::blanks) only the writer can fill; offered, the blank selected.
    WithBlank,
}

/// A change that would answer a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Shows the new words: `Say “Could you”`, `Add “by Fri 27 Nov”`.
    pub title: String,
    /// How it may be applied.
    pub applies: Applies,
    /// What it does, in the draft's bytes.
    pub edits: Edits,
}
