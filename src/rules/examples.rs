//! Runs the examples on every rule's page, and gives rules the words to test themselves with.
//!
//! On a page, a block of code fenced as `FORMAT flagged` has the words meant between `[[` and `]]` and yields just that finding of
//! the rule; `FORMAT fixed` is the block before it after the first fix, and free of the rule; `FORMAT fine` yields nothing of the
//! rule. FORMAT is `mail`, `chat` or `markdown`. All are written on Wednesday 18 November 2026.

use jiff::civil::{Date, date};

use super::{Rule, all, find};
use crate::document::Format;
use crate::finding::Finding;
use crate::settings::Options;

const TODAY: Date = date(2026, 11, 18);

/// The rule finds just the words in `[[…]]`.
pub(super) fn flags(rule: &Rule, marked: &str) {
    flags_in(rule, marked, Format::Email);
}

/// The rule's first fix turns one text into the other, which the rule then leaves alone.
pub(super) fn fixes(rule: &Rule, before: &str, after: &str) {
    fixes_in(rule, before, after, Format::Email);
}

/// The rule finds nothing.
pub(super) fn quiet(rule: &Rule, text: &str) {
    quiet_in(rule, text, Format::Email);
}

fn flags_in(rule: &Rule, marked: &str, format: Format) {
    let text = marked.replace("[[", "").replace("]]", "");
    let found = findings(rule, &text, format);
    let shown: Vec<String> = found.iter().map(|finding| mark(&text, finding)).collect();
    assert_eq!(shown, [marked], "{} on {text:?}", rule.id);
}

fn fixes_in(rule: &Rule, before: &str, after: &str, format: Format) {
    let text = before.replace("[[", "").replace("]]", "");
    let found = findings(rule, &text, format);
    let finding = found
        .first()
        .unwrap_or_else(|| panic!("{} finds nothing in {text:?}", rule.id));
    let fix = finding
        .fixes
        .first()
        .unwrap_or_else(|| panic!("{} has no fix for {text:?}", rule.id));
    let fixed = fix.edits.applied_to(&text);
    assert_eq!(fixed, after, "{} fixing {text:?}", rule.id);
    quiet_in(rule, &fixed, format);
}

fn quiet_in(rule: &Rule, text: &str, format: Format) {
    let shown: Vec<String> = findings(rule, text, format)
        .iter()
        .map(|finding| mark(text, finding))
        .collect();
    assert!(shown.is_empty(), "{} flags {shown:?}", rule.id);
}

fn findings(rule: &Rule, text: &str, format: Format) -> Vec<Finding> {
    let level = Some(rule.level.unwrap_or(crate::finding::Level::Warning));
    let mut options = Options::default();
    options.rules.insert(rule.id.to_owned(), level);
    let found = crate::check(text, format, TODAY, &options);
    found
        .into_iter()
        .filter(|finding| finding.rule == rule.id)
        .collect()
}

fn mark(text: &str, finding: &Finding) -> String {
    let (before, rest) = text.split_at(finding.span.start);
    let (inside, after) = rest.split_at(finding.span.len());
    format!("{before}[[{inside}]]{after}")
}

/// The fenced blocks of a page: format, role, text.
fn blocks(page: &str) -> Vec<(Format, String, String)> {
    let lines = page
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut blocks = Vec::new();
    let mut open: Option<(Format, String, Vec<&str>)> = None;
    for line in lines {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                let (format, role) = info
                    .split_once(' ')
                    .expect("a fence names a format and a role");
                let format = match format {
                    "mail" => Format::Email,
                    "chat" => Format::Chat,
                    "markdown" => Format::Markdown,
                    other => panic!("no format {other:?}"),
                };
                open = Some((format, role.to_owned(), Vec::new()));
            }
            (Some(_), Some(_)) => {
                let (format, role, lines) = open.take().expect("matched as open");
                blocks.push((format, role, lines.join("\n")));
            }
            (Some((_, _, lines)), None) => lines.push(line),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence stays open");
    blocks
}

#[test]
fn the_examples_on_every_page_are_true() {
    for rule in all() {
        let blocks = blocks(rule.page);
        for (at, (format, role, text)) in blocks.iter().enumerate() {
            match role.as_str() {
                "flagged" => flags_in(rule, text, *format),
                "fixed" => fixes_in(rule, &blocks[at - 1].2, text, *format),
                "fine" => quiet_in(rule, text, *format),
                other => panic!("{}: no role {other:?}", rule.id),
            }
        }
        let has = |wanted| blocks.iter().any(|(_, role, _)| role == wanted);
        assert!(
            has("flagged") && has("fine"),
            "{} shows both sides",
            rule.id
        );
    }
}

#[test]
fn every_page_says_what_and_why() {
    for rule in all() {
        assert!(
            rule.summary().ends_with('.'),
            "{}: the first line is a sentence",
            rule.id
        );
        assert!(
            rule.page.contains("## Why") && rule.page.contains("## Examples"),
            "{}",
            rule.id
        );
        assert!(
            !rule.summary().contains(" you "),
            "{}: it speaks of the words, not of the writer",
            rule.id
        );
    }
}

#[test]
fn ids_are_unique_and_found() {
    for rule in all() {
        assert!(std::ptr::eq(find(rule.id).unwrap(), rule), "{}", rule.id);
        assert!(
            rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{}",
            rule.id
        );
    }
}
