use std::fmt::Write as _;

use crate::facts::Message;

/// What was understood of a draft, for people.
pub(super) fn page(file: &str, text: &str, message: &Message) -> String {
    let mut page = format!("{file}: {}\n", message.document.format.name());
    for (offset, passage) in &message.passages {
        for act in &passage.acts {
            let words = act.span.shifted(*offset).of(text);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(page, "  {:<12} {words}", act.kind.name());
        }
    }
    page
}
