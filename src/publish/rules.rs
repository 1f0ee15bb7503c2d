use std::fmt::Write as _;

use super::MADE;
use crate::finding::{Level, Move};
use crate::rules::{self, Rule};

/// `docs/rules.md`: every rule's page, by the move of the exchange it guards.
pub fn rules() -> String {
    let mut page = format!("{MADE}\n\n# Rules\n\n{LEAD}\n");
    for guarded in Move::ALL {
        let of_move = || rules::all().filter(|rule| rule.guards == guarded);
        if of_move().next().is_none() {
            continue;
        }
        let name = guarded.name();
        let _ = writeln!(page, "\n## {}{}\n", name[..1].to_uppercase(), &name[1..]);
        let _ = writeln!(page, "{}\n", about(guarded));
        let _ = writeln!(
            page,
            "| rule | level | what it finds |\n| --- | --- | --- |"
        );
        for rule in of_move() {
            let (id, level) = (rule.id, level(rule));
            let _ = writeln!(page, "| [`{id}`](#{id}) | {level} | {} |", rule.summary());
        }
        for rule in of_move() {
            let _ = write!(page, "\n{}", section(rule));
        }
    }
    page
}

const LEAD: &str = "\
A rule finds one thing that keeps a message from being understood and answered. Each guards one of the five moves of an
exchange that works: an open question, an honest answer, a clear message, a commitment, support.

A **warning** says the reader cannot act on the message as it stands, an **info** that they can but will have to guess, a
**hint** is about wording. Nothing is an **error** unless [a setting](settings.md#rules) says so; a rule that is **off** runs
once a setting gives it a level.

Rules are for people who work together. Who reads a message is told from all of it: its fields, how it greets and takes leave,
what it talks of. Friends and family, a mailing list and everyone (a newsletter, a notice) get only the rules that say so below
their page, unless a setting gives a rule a level.

In the examples `✗` is flagged, the words meant between `[[` and `]]`; `→` is the same after the first fix; `✓` is fine.";

const fn about(guarded: Move) -> &'static str {
    match guarded {
        Move::OpenQuestion => "Ask openly, with the reason it matters to both.",
        Move::HonestAnswer => "Say where things stand, and ask for what is needed.",
        Move::ClearMessage => "Say who is to do what, what done means, and by when.",
        Move::Commitment => "Accept with what and when, decline, or make a counter-offer.",
        Move::Support => "Thank, offer help, and confirm what was agreed.",
    }
}

fn level(rule: &Rule) -> &'static str {
    rule.level.map_or("off", Level::name)
}

/// A rule's page, its headings two steps down and its examples in one block.
fn section(rule: &Rule) -> String {
    let mut section = format!("### {}\n\n", rule.id);
    // The lines of a doc comment keep the blank before their first word.
    let lines = rule.page.trim().lines();
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
    let (mut sign, mut examples) = (None, Vec::new());
    for line in lines {
        if let Some(kind) = line.strip_prefix("```") {
            sign = match sign {
                Some(_) => None,
                None if kind.ends_with("flagged") => Some("✗"),
                None if kind.ends_with("fixed") => Some("→"),
                None => Some("✓"),
            };
        } else if let Some(sign) = sign {
            examples.push(format!("{sign} {line}").trim_end().to_owned());
        } else if let Some(heading) = line.strip_prefix("## ") {
            let _ = writeln!(section, "#### {heading}\n");
        } else {
            let _ = writeln!(section, "{line}");
        }
    }
    let section = section.trim_end();
    let (level, guarded, since) = (level(rule), rule.guards.name(), rule.since);
    let also: Vec<&str> = rule.also_for.iter().map(|readers| readers.name()).collect();
    let also = match also.as_slice() {
        [] => String::new(),
        also => format!(" · also for {}", also.join(", ")),
    };
    format!(
        "{section}\n\n```text\n{}\n```\n\n*{level} · {guarded} · since {since}{also}*\n",
        examples.join("\n").trim_end()
    )
}
