use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::error::Error;
use super::run::complain;
use crate::machine;
use crate::settings::Options;

/// The settings of each draft, read once a folder.
#[derive(Debug)]
pub(super) struct Settings {
    /// The file of `--config`, which holds for all.
    only: Option<PathBuf>,
    by_folder: Mutex<HashMap<PathBuf, Arc<Options>>>,
    complained: Mutex<HashSet<String>>,
}

impl Settings {
    /// Settings from the file of `--config` or, without, from the files around each draft.
    pub(super) fn new(only: Option<&Path>) -> Result<Self, Error> {
        if let Some(path) = only {
            std::fs::metadata(path).map_err(|why| Error::Read(path.to_owned(), why))?;
        }
        Ok(Self {
            only: only.map(Path::to_owned),
            by_folder: Mutex::default(),
            complained: Mutex::default(),
        })
    }

    /// The settings that hold for a draft of this name.
    pub(super) fn of(&self, draft: &Path) -> Arc<Options> {
        let folder = match &self.only {
            Some(_) => PathBuf::new(),
            None => folder(draft).unwrap_or_default(),
        };
        let mut known = lock(&self.by_folder);
        if let Some(options) = known.get(&folder) {
            return Arc::clone(options);
        }
        let files = match &self.only {
            Some(only) => vec![only.clone()],
            None => machine::settings_files(&folder),
        };
        let (options, complaints) = machine::options(&files);
        for complaint in complaints {
            let said = complaint.to_string();
            if lock(&self.complained).insert(said.clone()) {
                complain(&said);
            }
        }
        let options = Arc::new(options);
        known.insert(folder, Arc::clone(&options));
        options
    }
}

/// The folder a draft is in, from the root, so that those around it can be searched.
fn folder(draft: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(draft)?;
    Ok(path.parent().map(Path::to_owned).unwrap_or_default())
}

/// OK because nothing panics while a lock is held, and what is kept would still be whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
