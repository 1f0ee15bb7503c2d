use std::fmt::Write as _;

use super::{Checked, Output, Tally};
use crate::finding::Level;

/// Workflow commands that put each finding beside its line.
pub(super) const OUTPUT: Output = Output {
    head: String::new,
    draft,
    between: "",
    tail: |_: &Tally| String::new(),
};

fn draft(checked: &Checked<'_>) -> String {
    let mut page = String::new();
    for finding in checked.findings {
        let (line, column) = checked.place(finding.span.start);
        let (end_line, end_column) = checked.place(finding.span.end);
        let command = match finding.level {
            Level::Hint | Level::Info => "notice",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        let better = finding
            .fixes
            .first()
            .map_or_else(String::new, |fix| format!(" {}", fix.title));
        let _ = writeln!(
            page,
            "::{command} file={},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}",
            property(&checked.name),
            finding.rule,
            data(&format!("{}{better}", finding.message)),
        );
    }
    page
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_end_its_property() {
        assert_eq!(property("a,b:c%.md"), "a%2Cb%3Ac%25.md");
        assert_eq!(data("a,b\nc"), "a,b%0Ac");
    }
}
