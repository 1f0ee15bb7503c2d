//! The command line: what was asked, which drafts, what to print, how to end.

mod args;
mod error;
mod input;
mod inspect;
mod lsp;
mod run;

pub use run::main;
