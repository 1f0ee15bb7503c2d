use std::fmt::Write as _;

use super::args::Explain;
use super::error::Error;
use super::output::{BOLD, DIM, GREEN, paint, red, title, width, wrapped};
use super::run::{self, Outcome};
use crate::finding::{Level, Move};
use crate::rules::{self, Rule};
use crate::settings::nearest;

/// Runs `explain`.
pub(super) fn run(command: &Explain) -> Result<Outcome, Error> {
    let id = command.rule.trim();
    let Some(rule) = rules::find(id) else {
        return Err(Error::NoRule {
            id: id.to_owned(),
            meant: nearest(id, rules::all().map(|rule| rule.id)),
        });
    };
    run::print(&page(rule))?;
    Ok(Outcome::Clean)
}

/// Runs `rules`.
pub(super) fn list() -> Result<Outcome, Error> {
    let longest = rules::all().map(|rule| rule.id.len()).max();
    let longest = longest.unwrap_or_default();
    let mut page = String::new();
    for guarded in Move::ALL {
        let mut rules = rules::all().filter(|rule| rule.guards == guarded);
        let Some(first) = rules.next() else {
            continue;
        };
        let _ = writeln!(page, "{}", paint(title(), guarded.name()));
        for rule in std::iter::once(first).chain(rules) {
            let id = paint(BOLD, &format!("{:<longest$}", rule.id));
            let level = paint(DIM, &format!("{:<7}", level(rule)));
            let _ = writeln!(page, "  {id}  {level}  {}", rule.summary());
        }
        page.push('\n');
    }
    let _ = writeln!(page, "`forthright explain RULE` tells more of one.");
    run::print(&page)?;
    Ok(Outcome::Clean)
}

fn level(rule: &Rule) -> &'static str {
    rule.level.map_or("off", Level::name)
}

/// A rule's page for a terminal.
fn page(rule: &Rule) -> String {
    let mut page = format!(
        "{}  {}\n\n",
        paint(title(), rule.id),
        paint(
            DIM,
            &format!(
                "{} · {} · since {}",
                level(rule),
                rule.guards.name(),
                rule.since
            )
        ),
    );
    let room = width();
    let mut example = None;
    let mut paragraph = String::new();
    // The lines of a doc comment keep the blank before their first word.
    let lines = rule.page.trim().lines();
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    for line in lines.chain([""]) {
        let fence = line.strip_prefix("```");
        let heading = line.strip_prefix("## ");
        if example.is_none() && fence.is_none() && heading.is_none() && !line.is_empty() {
            paragraph.push_str(if paragraph.is_empty() { "" } else { " " });
            paragraph.push_str(line);
            continue;
        }
        if !paragraph.is_empty() {
            for line in wrapped(&std::mem::take(&mut paragraph), room) {
                let _ = writeln!(page, "{line}");
            }
        }
        match (fence, example) {
            (Some(_), Some(_)) => example = None,
            (Some(kind), None) => example = Some(Example::of(kind)),
            (None, Some(example)) => {
                let _ = writeln!(page, "  {} {}", example.sign(), marked(line));
            }
            (None, None) => {
                let _ = writeln!(page, "{}", paint(BOLD, heading.unwrap_or_default()));
            }
        }
    }
    page
}

/// What an example on a rule's page shows.
#[derive(Clone, Copy)]
enum Example {
    Flagged,
    Fixed,
    Fine,
}

impl Example {
    fn of(kind: &str) -> Self {
        if kind.ends_with("flagged") {
            Self::Flagged
        } else if kind.ends_with("fixed") {
            Self::Fixed
        } else {
            Self::Fine
        }
    }

    fn sign(self) -> String {
        match self {
            Self::Flagged => paint(red(), "✗"),
            Self::Fixed => paint(GREEN, "→"),
            Self::Fine => paint(GREEN, "✓"),
        }
    }
}

/// An example's line with the words between `[[` and `]]` underlined.
fn marked(line: &str) -> String {
    let underline = BOLD.underline();
    line.replace("[[", &format!("{underline}"))
        .replace("]]", &format!("{underline:#}"))
}
