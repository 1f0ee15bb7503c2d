//! Whole messages: what is found in them stands beside them, and what should be left in peace is.
//!
//! A false alarm is a message for `tests/letters/quiet/`. `UPDATE=1 cargo test --test letters` writes what is found anew.

#![expect(clippy::unwrap_used, reason = "a test that cannot look fails")]
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files it is about"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use forthright::document::Format;
use forthright::settings::Options;
use forthright::text::{Encoding, LineIndex};
use jiff::civil::{Date, date};

/// The Wednesday on which the letters are written.
const TODAY: Date = date(2026, 11, 18);

/// Examples in which there is nothing to find.
const CLEAR: [&str; 6] = [
    "request-clear.eml",
    "reply-committing.eml",
    "working-exchange",
    "review-comment-clear.md",
    "meeting-notes.md",
    "status-clear.txt",
];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The drafts at a path, a folder's by name.
fn drafts(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let files = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_draft = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let letter = ending.is_some_and(|ending| ["eml", "md", "txt"].contains(&ending));
        path.is_file() && (letter || path.ends_with("COMMIT_EDITMSG"))
    };
    let mut drafts: Vec<PathBuf> = files.filter(is_draft).collect();
    drafts.sort();
    drafts
}

/// What is found in a draft, a finding a paragraph.
fn found(path: &Path, today: Date) -> String {
    let text = fs::read_to_string(path).unwrap();
    let format = Format::of(None, path.to_str(), &text);
    let findings = forthright::check(&text, format, today, &Options::default());
    let lines = LineIndex::new(&text);
    let mut page = String::new();
    for finding in &findings {
        let place = lines.position(&text, finding.span.start, Encoding::Utf32);
        let words: Vec<&str> = finding.span.of(&text).split_whitespace().collect();
        let _ = writeln!(
            page,
            "{}:{} {} {} | {} | {}",
            place.line + 1,
            place.column + 1,
            finding.level.name(),
            finding.rule,
            words.join(" "),
            finding.message
        );
        if let Some(fix) = finding.fixes.first() {
            let _ = writeln!(page, "    {}", fix.title);
        }
    }
    page
}

/// Holds what is found in the drafts of a folder against the files beside them.
fn holds(folder: &str) {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for draft in drafts(&root(folder)) {
        let beside = PathBuf::from(format!("{}.findings", draft.display()));
        let found = found(&draft, TODAY);
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if update {
            fs::write(&beside, &found).unwrap();
        } else if found != expected.replace("\r\n", "\n") {
            let name = draft.file_name().unwrap_or_default().display().to_string();
            wrong.push(format!("{name}\nexpected:\n{expected}found:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_found_in_letters_stands_beside_them() {
    holds("tests/letters");
}

fn are_quiet(drafts: Vec<PathBuf>, today: Date) {
    let mut loud = Vec::new();
    for draft in drafts {
        let found = found(&draft, today);
        if !found.is_empty() {
            loud.push(format!("{} on {today}\n{found}", draft.display()));
        }
    }
    assert!(loud.is_empty(), "{}", loud.join("\n"));
}

#[test]
fn good_letters_are_left_in_peace() {
    let quiet = drafts(&root("tests/letters/quiet"));
    assert!(quiet.len() >= 15);
    are_quiet(quiet, TODAY);
}

#[test]
fn nothing_is_found_in_the_clear_examples_whatever_the_day() {
    for day in 14..=22 {
        let clear = CLEAR
            .iter()
            .flat_map(|name| drafts(&root("examples").join(name)));
        are_quiet(clear.collect(), date(2026, 11, day));
    }
}

#[test]
fn something_is_found_in_every_other_example() {
    let failing = drafts(&root("examples/failing-exchange"));
    for draft in drafts(&root("examples")).into_iter().chain(failing) {
        let name = draft.file_name().unwrap_or_default().display().to_string();
        if name != "README.md" && !CLEAR.contains(&name.as_str()) {
            assert!(!found(&draft, TODAY).is_empty(), "nothing in {name}");
        }
    }
}
