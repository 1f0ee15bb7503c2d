//! The command line: what was asked, which drafts, what to print, how to end.

mod args;
mod check;
mod drafts;
mod error;
mod explain;
mod fix;
mod inspect;
mod lsp;
mod manual;
mod output;
mod rewrite;
mod run;
mod settings;

pub use args::command;
pub use run::main;
