use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::document::Format;
use crate::finding::Level;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Reads a draft and helps it say who is asked, to do what, by when.
///
/// A message that works is a conversation for action: someone asks, someone promises, and both know by when. Forthright finds
/// where a draft keeps that from its reader, says why it matters, and offers better words.
#[derive(Debug, Parser)]
#[command(name = "forthright", version, propagate_version = true, styles = STYLES, after_long_help = EXAMPLES)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  forthright check draft.eml            what could be clearer, with better words
  pbpaste | forthright check -          the same for what is on the clipboard
  forthright fix --diff drafts/         what would be changed without a doubt
  forthright rewrite draft.eml          the whole draft as a clear request
  forthright inspect draft.eml          who is asked to do what, by when
  forthright explain deadline-missing   why a rule matters, with examples

Settings are read from forthright.toml beside the draft or in a folder around it.
Exit status: 0 nothing found, 1 something found, 2 something could not be done.";

/// The program's description, for completions and the manual.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find what keeps a draft from being understood and answered
    Check(Check),
    /// Change what can be changed without a doubt
    Fix(Fix),
    /// Print a draft as a clear request: the reason, the asks with their dates, thanks
    Rewrite(Rewrite),
    /// Show what was understood: who asks whom for what, by when
    Inspect(Inspect),
    /// Print a rule's page: what it finds, why it matters, examples
    Explain(Explain),
    /// List the rules, by the move of a working exchange each guards
    Rules,
    /// Print the completions of a shell
    #[command(
        after_help = "Example:\n  forthright completions fish > ~/.config/fish/completions/forthright.fish"
    )]
    Completions(Completions),
    /// Print the manual page, or write all of them into a folder
    #[command(after_help = "Example:\n  forthright man | man -l -")]
    Man(Man),
    /// Serve an editor: the language server on standard input and output
    Lsp(Lsp),
}

/// What holds for every command that reads drafts.
#[derive(Clone, Debug, Args)]
pub(super) struct Common {
    /// Drafts to read; `-` is standard input, a folder is searched for drafts
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    pub(super) files: Vec<PathBuf>,

    /// Read every draft as this format instead of telling it by name and looks
    #[arg(long = "as", value_name = "FORMAT", value_enum)]
    pub(super) read_as: Option<FormatName>,

    /// The day of writing, from which relative dates count [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) today: Option<Date>,

    /// Read settings from this file and no other
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// The name standard input would have as a file, which tells its format and settings
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub(super) stdin_name: Option<PathBuf>,
}

/// Reads a day; what is wrong with another is said in our own words, for the library's would be most of what it adds to the program.
fn day(text: &str) -> Result<Date, &'static str> {
    let day = text.parse();
    day.map_err(|_| "a day is written like 2026-11-27")
}

/// `check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  forthright check draft.eml
  forthright check --format concise --fail-on never notes/
  forthright check --format sarif docs/ > forthright.sarif")]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) common: Common,

    /// How to print findings
    #[arg(long, value_enum, default_value_t = CheckFormat::Full, value_name = "FORMAT")]
    pub(super) format: CheckFormat,

    /// The mildest level that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "LEVEL")]
    pub(super) fail_on: FailOn,
}

/// `fix`.
#[derive(Debug, Args)]
#[command(after_help = "\
Only fixes that say the same in fewer words are made; --all also takes the first offer
of those that choose a date or change how firmly something is said: read them after.
Standard input is printed fixed. With --diff the exit status is 1 if there is a change.

Examples:
  forthright fix --diff draft.eml
  forthright fix draft.eml
  forthright fix --all - < draft.txt")]
pub(super) struct Fix {
    #[command(flatten)]
    pub(super) common: Common,

    /// Print the changes instead of making them
    #[arg(long)]
    pub(super) diff: bool,

    /// Also take the first offer of fixes that hold only if they are what is meant
    #[arg(long)]
    pub(super) all: bool,
}

/// `rewrite`.
#[derive(Debug, Args)]
#[command(after_help = "\
Sentences that ask are said anew, words that only take the request back go, and all
others stay as they are. A draft that is clear, or that is not understood, is printed
as it came.

Examples:
  forthright rewrite draft.eml
  pbpaste | forthright rewrite | pbcopy")]
pub(super) struct Rewrite {
    #[command(flatten)]
    pub(super) common: Common,
}

/// `lsp`.
#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// The day of writing, YYYY-MM-DD; relative dates count from it [default: today, followed from day to day]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
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
#[command(after_help = "\
Examples:
  forthright inspect draft.eml
  forthright inspect --format json drafts/*.eml | jq '.acts[] | select(.kind == \"ask\")'")]
pub(super) struct Inspect {
    #[command(flatten)]
    pub(super) common: Common,

    /// How to print it
    #[arg(long, value_enum, default_value_t = InspectFormat::Table, value_name = "FORMAT")]
    pub(super) format: InspectFormat,
}

/// `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule's id, as `forthright rules` lists it
    pub(super) rule: String,
}

/// `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Which shell
    pub(super) shell: Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// Write the page of every command into this folder
    #[arg(value_name = "FOLDER")]
    pub(super) folder: Option<PathBuf>,
}

/// How `check` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people: the words underlined, and what to say instead
    Full,
    /// A line a finding: `file:line:column: level rule message`
    Concise,
    /// For programs: a list of findings
    Json,
    /// For code scanning services (SARIF 2.1.0)
    Sarif,
    /// For GitHub's workflow log
    Github,
}

/// How `inspect` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InspectFormat {
    /// For people
    Table,
    /// For programs: one object a line, a line a file
    Json,
}

/// The mildest level that counts as a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Any finding
    Hint,
    /// Info, warning or error
    Info,
    /// Warning or error
    Warning,
    /// Error
    Error,
    /// Nothing
    Never,
}

impl FailOn {
    /// Whether a finding of this level makes the exit status 1.
    pub(super) fn fails(self, level: Level) -> bool {
        match self {
            Self::Hint => true,
            Self::Info => level >= Level::Info,
            Self::Warning => level >= Level::Warning,
            Self::Error => level >= Level::Error,
            Self::Never => false,
        }
    }
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
    /// A commit message, as git gives it
    Commit,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Email => Self::Email,
            FormatName::Markdown => Self::Markdown,
            FormatName::Text => Self::Text,
            FormatName::Chat => Self::Chat,
            FormatName::Commit => Self::Commit,
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_description_holds_together() {
        super::command().debug_assert();
    }
}
