use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::document::Format;

/// Reads a draft and helps it say who is asked, to do what, by when.
#[derive(Debug, Parser)]
#[command(name = "forthright", version, propagate_version = true)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Show what was understood: who asks whom for what, by when
    Inspect(Inspect),
    /// Serve an editor: the language server on standard input and output
    Lsp(Lsp),
}

/// What holds for every command that reads drafts.
#[derive(Clone, Debug, Args)]
pub(super) struct Common {
    /// Drafts to read; `-` is standard input, a folder is walked
    #[arg(value_name = "FILE", default_value = "-")]
    pub(super) files: Vec<PathBuf>,

    /// Read every draft as this format instead of telling it by name and looks
    #[arg(long = "as", value_name = "FORMAT", value_enum)]
    pub(super) read_as: Option<FormatName>,

    /// The day of writing, YYYY-MM-DD; relative dates count from it [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<Date>,

    /// Read settings from this file instead of looking for forthright.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// `lsp`.
#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// The day of writing, YYYY-MM-DD; relative dates count from it [default: today, followed from day to day]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<Date>,

    /// Read settings from this file instead of looking for forthright.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// Taken because many editors say it; there is no other way to talk
    #[arg(long, hide = true)]
    pub(super) stdio: bool,
}

/// `inspect`.
#[derive(Debug, Args)]
pub(super) struct Inspect {
    #[command(flatten)]
    pub(super) common: Common,

    /// How to print it
    #[arg(long, value_enum, default_value_t = InspectFormat::Table)]
    pub(super) format: InspectFormat,
}

/// How `inspect` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InspectFormat {
    /// For people
    Table,
    /// For programs: one object a line, a line a file
    Json,
}

/// A draft's format by the name people type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatName {
    /// Header fields and a body, as mail editors give it
    Email,
    /// Comments, notes
    Markdown,
    /// A message and nothing else
    Text,
    /// Speakers' turns: `Sam: …`
    Chat,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Email => Self::Email,
            FormatName::Markdown => Self::Markdown,
            FormatName::Text => Self::Text,
            FormatName::Chat => Self::Chat,
        }
    }
}
