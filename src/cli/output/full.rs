use std::fmt::Write as _;

use super::excerpt::{self, Row};
use super::{
    BOLD, Checked, DIM, GREEN, Output, Tally, count, paint, style, visible, width, wrapped,
};
use crate::finding::Finding;

/// For people: a small story a finding.
pub(super) const OUTPUT: Output = Output {
    head: String::new,
    draft,
    between: "",
    tail,
};

fn draft(checked: &Checked<'_>) -> String {
    let width = width();
    let told = checked
        .findings
        .iter()
        .map(|finding| told(checked, finding, width));
    told.collect()
}

/// One finding:
///
/// ```text
/// warning deadline-missing: This request has no date.
///   ╭─ draft.eml:5:8
/// 5 │ Hi Sam, please review the report.
///   │         ━━━━━━━━━━━━━━━━━━━━━━━━
///   ╰ → Add “by Fri 20 Nov”
/// ```
fn told(checked: &Checked<'_>, finding: &Finding, width: usize) -> String {
    let mut page = String::new();
    let colour = style::level(finding.level);
    let (line, column) = checked.place(finding.span.start);
    let (last_line, _) = checked.place(finding.span.end);
    let margin = last_line.to_string().len();
    let gap = " ".repeat(margin);
    let room = width.saturating_sub(margin + 3);

    let head = format!("{} {}", finding.level.name(), finding.rule);
    let message = wrapped(&format!("{head}: {}", visible(&finding.message)), width);
    let message = message.join("\n").replacen(&head, &paint(colour, &head), 1);
    let _ = writeln!(page, "{message}");
    let place = format!("{}:{line}:{column}", visible(&checked.name));
    let _ = writeln!(page, "{gap} {} {place}", paint(DIM, "╭─"));

    let bar = paint(DIM, "│");
    let (rows, more) = excerpt::rows(checked.text, &checked.lines, finding.span, room);
    for Row {
        number,
        line,
        before,
        width,
    } in rows
    {
        let number = number.map_or_else(String::new, |number| number.to_string());
        let number = paint(DIM, &format!("{number:>margin$}"));
        let _ = writeln!(page, "{number} {bar} {line}");
        let mark = paint(colour, &"━".repeat(width));
        let _ = writeln!(page, "{gap} {bar} {}{mark}", " ".repeat(before));
    }
    if more {
        let _ = writeln!(page, "{gap} {bar} {}", paint(DIM, "…"));
    }
    for related in &finding.related {
        let (line, column) = checked.place(related.span.start);
        let words = short(checked.words(related.span));
        let words = format!("{line}:{column} “{words}” {}", visible(&related.message));
        for line in wrapped(&words, room) {
            let _ = writeln!(page, "{gap} {bar} {}", paint(DIM, &line));
        }
    }
    let end = paint(DIM, "╰");
    match finding.fixes.first() {
        None => {
            let _ = writeln!(page, "{gap} {end}");
        }
        Some(fix) => {
            let lines = wrapped(&visible(&fix.title), room.saturating_sub(2));
            for (at, line) in lines.iter().enumerate() {
                let line = paint(GREEN, line);
                let _ = match at {
                    0 => writeln!(page, "{gap} {end} {} {line}", paint(GREEN.bold(), "→")),
                    _ => writeln!(page, "{gap}     {line}"),
                };
            }
        }
    }
    page.push('\n');
    page
}

/// Words on one line, the first few of them.
fn short(words: &str) -> String {
    const MOST: usize = 40;
    let words: Vec<&str> = words.split_whitespace().take(MOST).collect();
    let words = visible(&words.join(" "));
    match words.char_indices().nth(MOST) {
        None => words,
        Some((end, _)) => {
            let cut = words[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &words[..cut])
        }
    }
}

/// The closing line.
fn tail(tally: &Tally) -> String {
    let drafts = count(tally.drafts, "draft");
    if tally.drafts == 0 {
        return String::new();
    }
    if tally.findings() == 0 {
        return format!("{} in {drafts}.\n", paint(GREEN.bold(), "Nothing found"));
    }
    let levels = tally.by_level().map(|(level, number)| {
        let noun = level.name();
        // "1 info" has no plural.
        let words = if noun == "info" {
            format!("{number} info")
        } else {
            count(number, noun)
        };
        paint(style::level(level), &words)
    });
    let levels = levels.collect::<Vec<_>>().join(", ");
    let fix = match tally.fixable {
        0 => String::new(),
        fixable => format!(" `forthright fix` changes {fixable} of them."),
    };
    let found = paint(BOLD, &count(tally.findings(), "finding"));
    format!("{found} in {drafts}: {levels}.{fix}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Applies, Level};
    use crate::text::Span;

    #[test]
    fn a_finding_is_a_small_story() {
        let text = "Hi Sam,\n\nplease review the report.\n";
        let finding = Finding {
            rule: "some-rule",
            level: Level::Warning,
            span: Span::new(9, 33),
            message: "This request has no date.".into(),
            related: Vec::new(),
            fixes: Vec::new(),
        };
        let finding = finding.say(Applies::AsIs, "Please review the report by Fri 20 Nov");
        let checked = Checked::of("a.eml".to_owned(), text, &[]);
        let page = anstream::adapter::strip_str(&told(&checked, &finding, 40)).to_string();
        let expected = [
            "warning some-rule: This request has no",
            "date.",
            "  ╭─ a.eml:3:1",
            "3 │ please review the report.",
            "  │ ━━━━━━━━━━━━━━━━━━━━━━━━",
            "  ╰ → Say “Please review the report by",
            "      Fri 20 Nov”",
            "",
            "",
        ];
        assert_eq!(page.split('\n').collect::<Vec<_>>(), expected);
    }
}
