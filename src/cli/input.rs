use std::io::Read;
use std::path::{Path, PathBuf};

use super::error::Error;
use crate::document::Format;

/// A draft as it came.
#[derive(Debug)]
pub(super) struct Draft {
    /// The name it is reported under: the path as given, `-` for standard input.
    pub(super) path: PathBuf,
    /// Its text, byte for byte.
    pub(super) text: String,
}

impl Draft {
    /// Its name for output.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// Reads a draft; `-` is standard input.
pub(super) fn read(path: &Path) -> Result<Draft, Error> {
    let failed = |why| Error::Read(path.to_owned(), why);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        bytes = std::fs::read(path).map_err(failed)?;
    }
    let text = String::from_utf8(bytes).map_err(|why| {
        let byte = why.utf8_error().valid_up_to();
        let before = &why.as_bytes()[..byte];
        Error::NotUtf8 {
            path: path.to_owned(),
            byte,
            line: 1 + before.iter().filter(|&&b| b == b'\n').count(),
        }
    })?;
    Ok(Draft {
        path: path.to_owned(),
        text,
    })
}

/// The format of a draft by its name.
pub(super) fn format(draft: &Draft) -> Format {
    match draft.path.extension().and_then(|ending| ending.to_str()) {
        Some("eml" | "mail") => Format::Email,
        Some("md" | "markdown") => Format::Markdown,
        _ => Format::Text,
    }
}
