use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Where ignored names are kept, the later over the earlier.
const LISTS: [&str; 2] = [".gitignore", ".ignore"];

/// A folder that could not be read, and why.
#[derive(Debug)]
pub struct Unreadable {
    /// The folder.
    pub folder: PathBuf,
    /// What the system says.
    pub why: io::Error,
}

/// The files in a folder and those below it, by name, as git would see them: none that is hidden, none that a `.gitignore` or
/// `.ignore` there or above leaves out, and no link is followed.
pub fn files(folder: &Path) -> impl Iterator<Item = Result<PathBuf, Unreadable>> {
    let first = Pending {
        path: folder.to_owned(),
        is_folder: true,
        ignored: above(folder),
    };
    let mut pending = vec![first];
    std::iter::from_fn(move || {
        loop {
            let next = pending.pop()?;
            if !next.is_folder {
                return Some(Ok(next.path));
            }
            match inside(&next) {
                // The last is taken first.
                Ok(entries) => pending.extend(entries.into_iter().rev()),
                Err(why) => {
                    let folder = next.path;
                    return Some(Err(Unreadable { folder, why }));
                }
            }
        }
    })
}

/// A file or folder to be looked at.
struct Pending {
    path: PathBuf,
    is_folder: bool,
    /// What is ignored in the folder it is in.
    ignored: Option<Rc<Ignored>>,
}

/// What a folder's lists ignore in it, and what those of the folders above do.
struct Ignored {
    folder: PathBuf,
    patterns: Vec<Pattern>,
    above: Option<Rc<Ignored>>,
}

/// A line of a list.
#[derive(Debug, PartialEq, Eq)]
struct Pattern {
    glob: String,
    /// Fits the path from its list's folder on, not the name alone.
    anchored: bool,
    /// Fits folders only.
    folders: bool,
    /// Takes back what an earlier line says.
    kept: bool,
}

/// What is in a folder and not ignored, by name.
fn inside(folder: &Pending) -> io::Result<Vec<Pending>> {
    let ignored = with_lists(&folder.path, folder.ignored.clone());
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(&folder.path)? {
        let entry = entry?;
        let (kind, name) = (entry.file_type()?, entry.file_name());
        let path = entry.path();
        let hidden = name.as_encoded_bytes().starts_with(b".");
        let wanted = (kind.is_dir() || kind.is_file()) && !hidden;
        if wanted && !is_ignored(&path, kind.is_dir(), ignored.as_deref()) {
            entries.push(Pending {
                path,
                is_folder: kind.is_dir(),
                ignored: ignored.clone(),
            });
        }
    }
    entries.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(entries)
}

/// What the folders above one ignore, up to the root of its repository; nothing outside of one.
fn above(folder: &Path) -> Option<Rc<Ignored>> {
    let folder = std::fs::canonicalize(folder).ok()?;
    let is_root = |folder: &&Path| folder.join(".git").exists();
    let root = folder.ancestors().find(is_root)?;
    let folders: Vec<&Path> = folder
        .ancestors()
        .skip(1)
        .take_while(|above| above.starts_with(root))
        .collect();
    folders
        .into_iter()
        .rev()
        .fold(None, |above, folder| with_lists(folder, above))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the edges read the lists of ignored files"
)]
fn with_lists(folder: &Path, above: Option<Rc<Ignored>>) -> Option<Rc<Ignored>> {
    let lists = LISTS
        .iter()
        .filter_map(|name| std::fs::read_to_string(folder.join(name)).ok());
    let patterns: Vec<Pattern> = lists.flat_map(|list| patterns(&list)).collect();
    if patterns.is_empty() {
        return above;
    }
    let folder = folder.to_owned();
    Some(Rc::new(Ignored {
        folder,
        patterns,
        above,
    }))
}

fn patterns(list: &str) -> Vec<Pattern> {
    list.lines().filter_map(pattern).collect()
}

fn pattern(line: &str) -> Option<Pattern> {
    let line = line.trim_end();
    let (kept, line) = match line.strip_prefix('!') {
        Some(line) => (true, line),
        None => (false, line),
    };
    let (folders, line) = match line.strip_suffix('/') {
        Some(line) => (true, line),
        None => (false, line),
    };
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    // In these lists braces are characters like others.
    let glob = line.trim_start_matches('/').replace('{', "\\{");
    Some(Pattern {
        anchored: line.contains('/'),
        glob,
        folders,
        kept,
    })
}

/// Whether the lists leave a path out: the nearest that speaks of it decides, and its last line.
fn is_ignored(path: &Path, is_folder: bool, mut ignored: Option<&Ignored>) -> bool {
    // Paths begin as the folder was named; those of lists above it, which had to be found, at the root.
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    while let Some(lists) = ignored {
        let inner = path
            .strip_prefix(&lists.folder)
            .or_else(|_| absolute.strip_prefix(&lists.folder))
            .ok();
        let fits = |pattern: &&Pattern| {
            let (Some(inner), Some(name)) = (inner, path.file_name()) else {
                return false;
            };
            let target = if pattern.anchored {
                slashed(inner)
            } else {
                name.as_encoded_bytes().to_vec()
            };
            (is_folder || !pattern.folders) && fast_glob::glob_match(&pattern.glob, target)
        };
        if let Some(pattern) = lists.patterns.iter().rev().find(fits) {
            return !pattern.kept;
        }
        ignored = lists.above.as_deref();
    }
    false
}

/// A path as patterns have it.
fn slashed(path: &Path) -> Vec<u8> {
    let parts: Vec<&[u8]> = path.iter().map(std::ffi::OsStr::as_encoded_bytes).collect();
    parts.join(&b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files found in a folder of these files, each with its words; `/` at the end is a folder.
    fn found(name: &str, tree: &[(&str, &str)], from: &str) -> Vec<String> {
        let root = std::env::temp_dir().join(format!("forthright-{name}-{}", std::process::id()));
        for (path, words) in tree {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, words).unwrap();
        }
        let from = root.join(from);
        let found = files(&from).map(|file| {
            let file = file.unwrap();
            String::from_utf8(slashed(file.strip_prefix(&from).unwrap())).unwrap()
        });
        let found = found.collect();
        std::fs::remove_dir_all(&root).unwrap();
        found
    }

    #[test]
    fn files_come_by_name_and_hidden_ones_not_at_all() {
        let tree = [
            ("b.txt", ""),
            ("a/z.txt", ""),
            ("a/.b/c.txt", ""),
            (".d", ""),
            ("a/c/e.txt", ""),
        ];
        assert_eq!(found("names", &tree, ""), ["a/c/e.txt", "a/z.txt", "b.txt"]);
    }

    #[test]
    fn what_git_leaves_out_is_left_out() {
        let tree = [
            (
                ".gitignore",
                "# built\n*.log\n/out/\nnotes/*.txt\n!keep.log\n{x}.md\n",
            ),
            ("a.log", ""),
            ("keep.log", ""),
            ("deep/b.log", ""),
            ("out/c.txt", ""),
            ("deep/out/d.txt", ""),
            ("notes/e.txt", ""),
            ("notes/deep/f.txt", ""),
            ("x.md", ""),
            ("{x}.md", ""),
        ];
        let seen = ["deep/out/d.txt", "keep.log", "notes/deep/f.txt", "x.md"];
        assert_eq!(found("lists", &tree, ""), seen);
    }

    #[test]
    fn the_nearest_list_decides_and_those_above_count_in_a_repository() {
        let tree = [
            (".git/HEAD", ""),
            (".gitignore", "*.log\nmail/b.txt\n"),
            ("mail/.ignore", "!a.log\n"),
            ("mail/a.log", ""),
            ("mail/b.txt", ""),
            ("mail/c.log", ""),
            ("mail/deep/a.log", ""),
        ];
        assert_eq!(found("above", &tree, "mail"), ["a.log", "deep/a.log"]);
    }
}
