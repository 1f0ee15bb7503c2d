//! How findings are printed: each format is a sibling that takes a draft's findings and gives text.

mod checked;
mod concise;
mod excerpt;
mod full;
mod github;
mod json;
mod sarif;
mod screen;
mod style;
mod tally;

pub(super) use checked::Checked;
pub(super) use screen::{visible, width, wrapped};
pub(super) use style::{BOLD, DIM, GREEN, paint, red, title};
pub(super) use tally::{Tally, count};

use super::args::CheckFormat;

/// A way to print findings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Output {
    /// What comes first.
    pub(super) head: fn() -> String,
    /// What is said of one draft; empty for nothing.
    pub(super) draft: fn(&Checked<'_>) -> String,
    /// What stands between two drafts.
    pub(super) between: &'static str,
    /// What comes last.
    pub(super) tail: fn(&Tally) -> String,
}

/// The output of this name.
pub(super) const fn of(format: CheckFormat) -> Output {
    match format {
        CheckFormat::Full => full::OUTPUT,
        CheckFormat::Concise => concise::OUTPUT,
        CheckFormat::Json => json::OUTPUT,
        CheckFormat::Sarif => sarif::OUTPUT,
        CheckFormat::Github => github::OUTPUT,
    }
}
