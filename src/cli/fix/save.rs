use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::error::Error;

/// Puts `text` in place of a file's content: all of it or, should anything fail, nothing. Permissions stay; a link stays a link.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |why| Error::Save(path.to_owned(), why);
    let target = fs::canonicalize(path).map_err(failed)?;
    let beside = beside(&target);
    let done = write(&beside, &target, text);
    if done.is_err() {
        // It may not be there; the first failure is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    done.map_err(failed)
}

fn write(beside: &Path, target: &Path, text: &str) -> io::Result<()> {
    let permissions = fs::metadata(target)?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(beside)?;
    file.set_permissions(permissions)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, target)
}

/// A name in the same folder that no other run uses.
fn beside(target: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.forthright", std::process::id()));
    target.with_file_name(name)
}
