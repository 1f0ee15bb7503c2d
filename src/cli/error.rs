use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::machine::reason;

/// Why something could not be done: a sentence that names the thing.
#[derive(Debug)]
pub(super) enum Error {
    /// A draft or a settings file could not be read.
    Read(PathBuf, io::Error),
    /// A draft is not UTF-8.
    NotUtf8 {
        /// The draft.
        path: PathBuf,
        /// The first byte that is not, from zero.
        byte: usize,
        /// Its line, from one.
        line: usize,
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
            Self::NotUtf8 { path, byte, line } => write!(
                f,
                "could not read {}: it is not UTF-8 (byte {byte}, on line {line})",
                path.display()
            ),
            Self::Write(why) => write!(f, "could not write the output: {}", reason(why)),
        }
    }
}
