//! The walls of the house: which room may know which, how long a page may be, what is said where.

#![expect(clippy::unwrap_used, reason = "a test that cannot look fails")]
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files it is about"
)]

use std::path::{Path, PathBuf};

/// Rooms that touch the world; all above them are pure.
const EDGES: [&str; 3] = ["machine", "lsp", "cli"];

/// Files that are longer than a page because they hold a list, and nothing but.
const LISTS: [&str; 1] = ["src/language/lexicon/"];

/// A source file of ours.
struct Source {
    /// From the root, with forward slashes.
    path: String,
    text: String,
}

impl Source {
    /// The room it is in: `facts` for `src/facts/due/mod.rs`; `None` for `lib.rs` and `main.rs`.
    fn room(&self) -> Option<&str> {
        let (room, _) = self.path.strip_prefix("src/")?.split_once('/')?;
        Some(room)
    }

    /// Its code without comments and tests.
    fn code(&self) -> String {
        if self.path.ends_with("/tests.rs") {
            return String::new();
        }
        let code = self.text.split("#[cfg(test)]\nmod tests").next();
        let lines = code.unwrap_or_default().lines();
        let lines = lines.map(|line| line.split_once("//").map_or(line, |(code, _)| code));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn is_list(&self) -> bool {
        LISTS.iter().any(|list| self.path.starts_with(list))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no source in {folder}");
    found
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            found.push(Source {
                path: name.replace('\\', "/"),
                text: std::fs::read_to_string(&path).unwrap(),
            });
        }
    }
}

/// The rooms in reading order, as `lib.rs` lists them.
fn rooms() -> Vec<String> {
    let map = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rooms = map.lines().filter_map(|line| {
        let room = line.strip_prefix("pub mod ")?.strip_suffix(';')?;
        Some(room.to_owned())
    });
    rooms.collect()
}

/// The names that follow `crate::` in some code, those in braces too.
fn named(code: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0_usize;
            let mut start = 0;
            for (at, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    ',' | '}' if depth == 0 => {
                        names.push(first_name(list[start..at].trim()));
                        start = at + 1;
                        if c == '}' {
                            break;
                        }
                    }
                    '}' => depth -= 1,
                    _ => {}
                }
            }
        } else {
            names.push(first_name(rest));
        }
    }
    names
}

fn first_name(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    &path[..end.unwrap_or(path.len())]
}

#[test]
fn names_after_crate_are_found() {
    assert_eq!(named("use crate::text::Span;"), ["text"]);
    assert_eq!(named("use crate::{a::{b, c}, d};"), ["a", "d"]);
}

#[test]
fn each_room_knows_only_those_above_it() {
    let rooms = rooms();
    let place = |name: &str| rooms.iter().position(|room| room == name);
    let mut wrong = Vec::new();
    for source in sources("src") {
        let Some(own) = source.room() else {
            continue;
        };
        let own_place = place(own).unwrap_or_else(|| panic!("lib.rs does not list {own}"));
        let code = source.code();
        let below = named(&code).into_iter();
        let below = below.filter(|name| place(name).is_some_and(|place| place > own_place));
        wrong.extend(below.map(|name| format!("{} knows {name}", source.path)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether `word` stands in `code` by itself.
fn says(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

#[test]
fn each_craft_stays_in_its_room() {
    let only: [(&str, &[&str]); 8] = [
        ("tower_lsp", &["src/lsp/"]),
        ("ropey", &["src/lsp/text.rs"]),
        ("tokio", &["src/lsp/", "src/cli/"]),
        ("async", &["src/lsp/", "src/cli/"]),
        ("clap", &["src/cli/"]),
        ("toml::", &["src/settings/"]),
        (
            "serde_json",
            &["src/settings/", "src/publish/", "src/lsp/", "src/cli/"],
        ),
        ("println", &[]),
    ];
    let mut wrong = Vec::new();
    for source in sources("src") {
        let code = source.code();
        for (word, rooms) in only {
            let home = rooms.iter().any(|room| source.path.starts_with(room));
            if !home && says(&code, word) {
                wrong.push(format!("{} says {word}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_reads_no_clock_file_or_environment() {
    let words = [
        "std::fs",
        "std::env",
        "std::io",
        "SystemTime",
        "Instant",
        "Zoned",
        "Timestamp",
        "std::thread",
    ];
    let mut wrong = Vec::new();
    for source in sources("src") {
        if source.room().is_none_or(|room| EDGES.contains(&room)) {
            continue;
        }
        let code = source.code();
        let said = words.iter().filter(|word| says(&code, word));
        wrong.extend(said.map(|word| format!("{} says {word}", source.path)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_contents_page_is_short_and_says_what_its_room_is_for() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        if !source.path.ends_with("/mod.rs") {
            continue;
        }
        let lines = source.text.lines().count();
        if lines > 80 {
            wrong.push(format!("{} has {lines} lines; 80 will do", source.path));
        }
        if !source.text.starts_with("//!") {
            wrong.push(format!("{} does not say what it is for", source.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_longer_than_one_can_read_at_a_sitting() {
    let long = sources("src").into_iter().chain(sources("tests"));
    let long = long.filter(|source| !source.is_list() && source.code().lines().count() > 500);
    let long: Vec<String> = long.map(|source| source.path).collect();
    assert!(
        long.is_empty(),
        "more than 500 lines, tests left out: {long:#?}"
    );
}

#[test]
fn no_test_is_put_aside() {
    let mark = concat!("#[", "ignore");
    let aside = sources("src").into_iter().chain(sources("tests"));
    let aside: Vec<String> = aside
        .filter(|source| source.text.contains(mark))
        .map(|source| source.path)
        .collect();
    assert!(aside.is_empty(), "{aside:#?}");
}

#[test]
fn every_rule_that_is_written_is_listed() {
    let mut missing = Vec::new();
    for source in sources("src/rules") {
        for (at, _) in source.text.match_indices("        id: \"") {
            let id = source.text[at..].split('"').nth(1).unwrap();
            if forthright::rules::find(id).is_none() {
                missing.push(format!(
                    "{}: {id} is not in the RULES of its group",
                    source.path
                ));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_rules_id_is_its_own() {
    let mut ids: Vec<&str> = forthright::rules::all().map(|rule| rule.id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    let plain = |c: char| c.is_ascii_lowercase() || c == '-';
    assert!(ids.iter().all(|id| id.chars().all(plain)), "{ids:?}");
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut inside = false;
    let mut silent = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside && line.contains('=') && !line.starts_with('#') && !line.contains(" # ") {
            silent.push(line);
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}
