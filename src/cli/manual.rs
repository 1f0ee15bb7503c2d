use std::io;
use std::path::Path;

use super::args::{Completions, Man, command};
use super::error::Error;
use super::run::{self, Outcome};

/// Runs `completions`.
pub(super) fn completions(asked: &Completions) -> Result<Outcome, Error> {
    let mut page = Vec::new();
    clap_complete::generate(asked.shell, &mut command(), "forthright", &mut page);
    run::print(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Clean)
}

/// Runs `man`.
pub(super) fn man(asked: &Man) -> Result<Outcome, Error> {
    match &asked.folder {
        Some(folder) => write_all(folder).map_err(|why| Error::Save(folder.clone(), why))?,
        None => {
            let page = manual(command()).map_err(Error::Write)?;
            run::print(&String::from_utf8_lossy(&page))?;
        }
    }
    Ok(Outcome::Clean)
}

/// One page a command: `forthright.1`, `forthright-check.1`, …
fn write_all(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command(), folder)
}

fn manual(command: clap::Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    Ok(page)
}
