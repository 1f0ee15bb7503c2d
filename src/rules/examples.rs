//! Runs the examples on every rule's page, and gives rules the words to test themselves with.
//!
//! On a page, a block of code fenced as `FORMAT flagged` has the words meant between `[[` and `]]` and yields just that finding of
//! the rule; `FORMAT fixed` is the block before it after the first fix, and free of the rule; `FORMAT fine` yields nothing of the
//! rule. FORMAT is `mail`, `chat` or `markdown`. All are written on Wednesday 18 November 2026.

use jiff::civil::{Date, date};

use super::{Rule, all, find};
use crate::document::Format;
use crate::finding::Finding;
use crate::settings::{Options, OwnPhrase};

const TODAY: Date = date(2026, 11, 18);

/// The rule finds just the words in `[[…]]`.
#[track_caller]
pub(super) fn flags(rule: &Rule, marked: &str) {
    told(flagged(rule, marked, Format::Email));
}

/// The rule's first fix turns one text into the other, which the rule then leaves alone.
#[track_caller]
pub(super) fn fixes(rule: &Rule, before: &str, after: &str) {
    told(fixed(rule, before, after, Format::Email));
}

/// The rule finds what is marked, and has nothing better to say.
#[track_caller]
pub(super) fn only_flags(rule: &Rule, marked: &str) {
    flags(rule, marked);
    let text = marked.replace("[[", "").replace("]]", "");
    for finding in findings(rule, &text, Format::Email) {
        assert!(
            finding.fixes.is_empty(),
            "{}: {marked:?} has fixes",
            rule.id
        );
    }
}

/// The rule finds nothing.
#[track_caller]
pub(super) fn quiet(rule: &Rule, text: &str) {
    told(fine(rule, text, Format::Email));
}

#[track_caller]
fn told(outcome: Result<(), String>) {
    if let Err(problem) = outcome {
        panic!("{problem}");
    }
}

fn flagged(rule: &Rule, marked: &str, format: Format) -> Result<(), String> {
    let text = marked.replace("[[", "").replace("]]", "");
    let found = findings(rule, &text, format);
    let shown: Vec<String> = found.iter().map(|finding| mark(&text, finding)).collect();
    let as_wanted = shown == [marked];
    as_wanted
        .then_some(())
        .ok_or_else(|| format!("{}: {marked:?} gives {shown:?}", rule.id))
}

fn fixed(rule: &Rule, before: &str, after: &str, format: Format) -> Result<(), String> {
    let text = before.replace("[[", "").replace("]]", "");
    let found = findings(rule, &text, format);
    let fix = found.first().and_then(|finding| finding.fixes.first());
    let fix = fix.ok_or_else(|| format!("{}: no fix for {text:?}", rule.id))?;
    let said = fix.edits.applied_to(&text);
    if said != after {
        return Err(format!(
            "{}: {text:?} becomes {said:?}, not {after:?}",
            rule.id
        ));
    }
    fine(rule, &said, format)
}

fn fine(rule: &Rule, text: &str, format: Format) -> Result<(), String> {
    let shown: Vec<String> = findings(rule, text, format)
        .iter()
        .map(|finding| mark(text, finding))
        .collect();
    shown
        .is_empty()
        .then_some(())
        .ok_or_else(|| format!("{}: flags {shown:?}", rule.id))
}

fn findings(rule: &Rule, text: &str, format: Format) -> Vec<Finding> {
    let level = Some(rule.level.unwrap_or(crate::finding::Level::Warning));
    let mut options = Options::default();
    options.rules.insert(rule.id.to_owned(), level);
    // The phrase that the page of `own-phrase` tells of.
    options.phrases.push(OwnPhrase {
        find: "circle back".to_owned(),
        say: "talk again".to_owned(),
        why: String::new(),
    });
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
    let mut problems = Vec::new();
    for rule in all() {
        let blocks = blocks(rule.page);
        for (at, (format, role, text)) in blocks.iter().enumerate() {
            let outcome = match role.as_str() {
                "flagged" => flagged(rule, text, *format),
                "fixed" => fixed(rule, &blocks[at - 1].2, text, *format),
                "fine" => fine(rule, text, *format),
                other => Err(format!("{}: no role {other:?}", rule.id)),
            };
            problems.extend(outcome.err());
        }
        let has = |wanted| blocks.iter().any(|(_, role, _)| role == wanted);
        if !has("flagged") || !has("fine") {
            problems.push(format!("{} shows one side only", rule.id));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Each rule's own cases, a file a group: a line `[rule]`, then a line a case, `+` for what is found at the marks, `-` for what is
/// left alone.
const CASES: [&str; 7] = [
    include_str!("asking/cases.txt"),
    include_str!("deadline/cases.txt"),
    include_str!("hedging/cases.txt"),
    include_str!("commitment/cases.txt"),
    include_str!("support/cases.txt"),
    include_str!("thread/cases.txt"),
    include_str!("wording/cases.txt"),
];

/// How many cases of each sort a rule has at least.
const ENOUGH: usize = 5;

#[test]
fn the_cases_of_every_rule_are_true() {
    let mut problems = Vec::new();
    let lines = CASES.iter().flat_map(|cases| cases.lines());
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut counts: Vec<(&Rule, usize, usize)> = Vec::new();
    for line in lines {
        if let Some(id) = line.strip_prefix('[') {
            let rule = id.strip_suffix(']').and_then(find);
            counts.push((rule.unwrap_or_else(|| panic!("no rule {line}")), 0, 0));
            continue;
        }
        let (sign, case) = line.split_at(2);
        let case = case.replace("\\n", "\n");
        let (rule, found, left) = counts.last_mut().expect("a rule leads in its cases");
        let outcome = match sign {
            "+ " => {
                *found += 1;
                flagged(rule, &case, Format::Email)
            }
            "- " => {
                *left += 1;
                fine(rule, &case, Format::Email)
            }
            _ => Err(format!("{}: no case {line:?}", rule.id)),
        };
        problems.extend(outcome.err());
    }
    for rule in all() {
        let own = counts.iter().find(|(counted, ..)| counted.id == rule.id);
        let (found, left) = own.map_or((0, 0), |&(_, found, left)| (found, left));
        if found < ENOUGH || left < ENOUGH {
            problems.push(format!("{}: {found} found, {left} left alone", rule.id));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
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
