use serde::Serialize;

use super::{Checked, Output, Tally};
use crate::finding::{Applies, Finding};

/// A list of findings.
pub(super) const OUTPUT: Output = Output {
    head: || "[\n".to_owned(),
    draft,
    between: ",\n",
    tail: |tally: &Tally| {
        if tally.findings() == 0 {
            "]\n"
        } else {
            "\n]\n"
        }
        .to_owned()
    },
};

#[derive(Serialize)]
struct Report<'a> {
    file: &'a str,
    rule: &'static str,
    level: &'static str,
    message: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    start: usize,
    end: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    applies: &'static str,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

fn draft(checked: &Checked<'_>) -> String {
    let one = |finding| {
        serde_json::to_string(&report(checked, finding))
            .expect("a report has string keys and whole numbers only")
    };
    let lines: Vec<String> = checked.findings.iter().map(one).collect();
    lines.join(",\n")
}

fn report<'a>(checked: &'a Checked<'_>, finding: &'a Finding) -> Report<'a> {
    let (line, column) = checked.place(finding.span.start);
    let (end_line, end_column) = checked.place(finding.span.end);
    let related = finding.related.iter().map(|related| Related {
        start: related.span.start,
        end: related.span.end,
        message: &related.message,
    });
    let fixes = finding.fixes.iter().map(|fix| Fix {
        title: &fix.title,
        applies: match fix.applies {
            Applies::AsIs => "as-is",
            Applies::IfMeant => "if-meant",
            Applies::WithBlank => "with-blank",
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| Edit {
                start: edit.span.start,
                end: edit.span.end,
                text: &edit.text,
            })
            .collect(),
    });
    Report {
        file: &checked.name,
        rule: finding.rule,
        level: finding.level.name(),
        message: &finding.message,
        start: finding.span.start,
        end: finding.span.end,
        line,
        column,
        end_line,
        end_column,
        text: checked.words(finding.span),
        related: related.collect(),
        fixes: fixes.collect(),
    }
}
