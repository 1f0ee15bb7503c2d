use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::machine::{Unreadable, reason};

/// Why something could not be done: a sentence that names the thing.
#[derive(Debug)]
pub(super) enum Error {
    /// A draft or a settings file could not be read.
    Read(PathBuf, io::Error),
    /// A folder could not be searched.
    Search(Unreadable),
    /// A folder holds no draft.
    NoDrafts(PathBuf),
    /// A draft is not UTF-8.
    NotUtf8 {
        /// The draft.
        path: PathBuf,
        /// The first byte that is not, from zero.
        byte: usize,
        /// Its line, from one.
        line: usize,
    },
    /// A draft is larger than this many megabytes (2^20 bytes).
    TooLarge(PathBuf, u64),
    /// A draft could not be written.
    Save(PathBuf, io::Error),
    /// There is no such rule.
    NoRule {
        /// As it was asked for.
        id: String,
        /// The nearest there is.
        meant: Option<&'static str>,
    },
    /// Standard output could not be written.
    Write(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, why) => {
                write!(f, "could not read {}: {}", path.display(), reason(why))
            }
            Self::Search(Unreadable { folder, why }) => {
                let why = reason(why);
                write!(f, "could not search {}: {why}", folder.display())
            }
            Self::NoDrafts(path) => write!(
                f,
                "found no drafts in {}: looked for .eml, .mail, .md, .markdown and .txt",
                path.display()
            ),
            Self::NotUtf8 { path, byte, line } => write!(
                f,
                "could not read {}: byte {byte}, on line {line}, is not UTF-8",
                path.display()
            ),
            Self::TooLarge(path, most) => write!(
                f,
                "could not read {}: it is larger than the {most} MB that a draft may have",
                path.display()
            ),
            Self::Save(path, why) => {
                write!(f, "could not write {}: {}", path.display(), reason(why))
            }
            Self::NoRule { id, meant } => {
                write!(f, "there is no rule {id}")?;
                match meant {
                    Some(meant) => write!(f, "; did you mean {meant}?"),
                    None => write!(f, "; `forthright rules` lists them"),
                }
            }
            Self::Write(why) => write!(f, "could not write the output: {}", reason(why)),
        }
    }
}
