use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::clock::zone;
use crate::rules;
use crate::settings::{self, Options};
use crate::text::{Encoding, LineIndex};

/// The name of a settings file.
const NAME: &str = "forthright.toml";

/// Something in a settings file that could not be taken; everything else in it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The file.
    pub path: PathBuf,
    /// Line and column, from one; `None` where the file as a whole is meant.
    pub place: Option<(usize, usize)>,
    /// What is wrong, by the setting's name.
    pub what: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.what)
    }
}

/// The settings files that hold for the drafts of a folder, each over the one before: the user's own, then the nearest
/// `forthright.toml` of the folder and those around it.
pub fn settings_files(folder: &Path) -> Vec<PathBuf> {
    let near = folder.ancestors().map(|around| around.join(NAME));
    let near = near.into_iter().find(|path| path.is_file());
    let own = user_settings().filter(|path| path.is_file());
    let own = own.filter(|own| near.as_ref() != Some(own));
    own.into_iter().chain(near).collect()
}

/// Where the user's own settings are, whether or not the file is there.
#[expect(
    clippy::disallowed_methods,
    reason = "the edge looks at the environment"
)]
pub fn user_settings() -> Option<PathBuf> {
    let folder = |name: &str| {
        let value = std::env::var(name).ok().filter(|value| !value.is_empty());
        value.map(PathBuf::from)
    };
    let home = if cfg!(windows) {
        folder("APPDATA")
    } else {
        folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config")))
    };
    Some(home?.join("forthright").join(NAME))
}

/// The settings of some files, each over the one before, and what in them could not be taken.
#[expect(
    clippy::disallowed_methods,
    reason = "the edge reads the settings files"
)]
pub fn options(files: &[PathBuf]) -> (Options, Vec<Complaint>) {
    let rules: Vec<&str> = rules::all().map(|rule| rule.id).collect();
    let mut options = Options::default();
    let mut complaints = Vec::new();
    for path in files {
        let mut complain = |place, what| {
            complaints.push(Complaint {
                path: path.clone(),
                place,
                what,
            });
        };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(why) => {
                complain(None, format!("could not be read: {}", reason(&why)));
                continue;
            }
        };
        let index = LineIndex::new(&text);
        for problem in settings::read_toml(&mut options, &text, &rules) {
            let place = problem.span.map(|span| {
                let place = index.position(&text, span.start, Encoding::Utf32);
                (place.line + 1, place.column + 1)
            });
            complain(place, problem.to_string());
        }
        if !options.time_zone.is_empty() && zone(&options.time_zone).is_none() {
            complain(
                None,
                format!("time-zone knows no \"{}\"", options.time_zone),
            );
            options.time_zone.clear();
        }
    }
    (options, complaints)
}

/// An operating system's reason in lower case, without its number.
pub fn reason(why: &io::Error) -> String {
    let said = why.to_string();
    let said = said.split(" (os error").next().unwrap_or_default();
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
