use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::args::Common;
use super::error::Error;
use super::run;
use super::settings::Settings;
use crate::document::Format;
use crate::machine;
use crate::settings::Options;

/// File name endings that are drafts when a folder is searched.
const ENDINGS: [&str; 5] = ["eml", "mail", "md", "markdown", "txt"];

/// How many bytes a draft may have: as many as mail servers take, attachments and all.
const LARGEST: u64 = 40 << 20;

/// The name of standard input.
pub(super) const STDIN: &str = "-";

/// A draft as it came, with what its reading depends on.
#[derive(Debug)]
pub(super) struct Draft {
    /// The path as given, `-` for standard input.
    pub(super) path: PathBuf,
    /// Its text, byte for byte.
    pub(super) text: String,
    /// How it is laid out.
    pub(super) format: Format,
    /// The day of writing.
    pub(super) today: Date,
    /// The settings that hold for it.
    pub(super) options: Arc<Options>,
}

impl Draft {
    /// Its name for output, with forward slashes.
    pub(super) fn name(&self) -> String {
        let name = self.path.display().to_string();
        if cfg!(windows) {
            name.replace('\\', "/")
        } else {
            name
        }
    }
}

/// Where drafts come from: what the command line says of all of them.
#[derive(Debug)]
pub(super) struct Drafts<'a> {
    common: &'a Common,
    settings: Settings,
}

impl<'a> Drafts<'a> {
    pub(super) fn new(common: &'a Common) -> Result<Self, Error> {
        let settings = Settings::new(common.config.as_deref())?;
        Ok(Self { common, settings })
    }

    /// The drafts to read, folders searched; what cannot be found is told and counted.
    pub(super) fn paths(&self) -> (Vec<PathBuf>, usize) {
        let mut paths = Vec::new();
        let mut failures = 0;
        for path in &self.common.files {
            if path == Path::new(STDIN) || !path.is_dir() {
                paths.push(path.clone());
                continue;
            }
            match self.search(path) {
                Ok(found) => paths.extend(found),
                Err(why) => {
                    run::complain(&why);
                    failures += 1;
                }
            }
        }
        (paths, failures)
    }

    /// The drafts in a folder, by name.
    fn search(&self, folder: &Path) -> Result<Vec<PathBuf>, Error> {
        let mut found = Vec::new();
        for file in machine::files(folder) {
            let path = file.map_err(Error::Search)?;
            if self.is_draft(&path) {
                found.push(path);
            }
        }
        if found.is_empty() {
            return Err(Error::NoDrafts(folder.to_owned()));
        }
        Ok(found)
    }

    fn is_draft(&self, path: &Path) -> bool {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
            || self.settings.of(path).format_of(path).is_some()
    }

    /// Reads a draft and what its reading depends on.
    pub(super) fn read(&self, path: &Path) -> Result<Draft, Error> {
        let text = utf8(path, bytes(path)?)?;
        let name = match &self.common.stdin_name {
            Some(name) if path == Path::new(STDIN) => name,
            _ => path,
        };
        let options = self.settings.of(name);
        let format = match self.common.read_as {
            Some(told) => told.into(),
            None => options
                .format_of(name)
                .unwrap_or_else(|| Format::of(None, name.to_str(), &text)),
        };
        let today = self.common.today;
        Ok(Draft {
            path: path.to_owned(),
            text,
            format,
            today: today.unwrap_or_else(|| machine::today(&options)),
            options,
        })
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |why| Error::Read(path.to_owned(), why);
    let mut bytes = Vec::new();
    if path != Path::new(STDIN) {
        let file = std::fs::File::open(path).map_err(failed)?;
        let size = file.metadata().map_or(0, |about| about.len());
        bytes.reserve(usize::try_from(size.min(LARGEST)).unwrap_or(0));
        file.take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        let stdin = std::io::stdin().lock();
        if stdin.is_terminal() {
            run::say(
                "reading a draft from standard input; end it with Ctrl-D on a line of its own",
            );
        }
        stdin.take(LARGEST + 1).read_to_end(&mut bytes)
    }
    .map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::TooLarge(path.to_owned(), LARGEST >> 20));
    }
    Ok(bytes)
}

fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|why| {
        let byte = why.utf8_error().valid_up_to();
        let before = &why.as_bytes()[..byte];
        Error::NotUtf8 {
            path: path.to_owned(),
            byte,
            line: 1 + before.iter().filter(|&&b| b == b'\n').count(),
        }
    })
}
