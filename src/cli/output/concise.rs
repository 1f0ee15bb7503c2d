use std::fmt::Write as _;

use super::{Checked, Output, Tally, visible};

/// `file:line:column: level rule message`
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
        let _ = writeln!(
            page,
            "{}:{line}:{column}: {} {} {}",
            checked.name,
            finding.level.name(),
            finding.rule,
            visible(&finding.message)
        );
    }
    page
}
