//! `fix`: takes what may be taken, until nothing is left to take.

mod diff;
mod patchwork;
mod run;
mod save;

pub(super) use run::{fix, run};
