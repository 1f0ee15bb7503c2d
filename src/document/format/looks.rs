//! Which format a draft has.

use super::Format;
use crate::document::fields::Field;
use crate::document::page::Page;
use crate::document::{Line, chat, headers};

/// How many lines are looked at.
pub const HEAD_LINES: usize = 200;

/// The format an editor's language id names; `None` for those that say nothing (`plaintext`).
pub(super) fn of_language(id: &str) -> Option<Format> {
    match id.to_ascii_lowercase().as_str() {
        "mail" | "eml" | "email" | "message" | "message-mode" | "mail-mode" | "rfc822" => {
            Some(Format::Email)
        }
        "markdown" | "gfm" | "markdown.mdx" | "mdx" | "quarto" | "rmd" | "pandoc" => {
            Some(Format::Markdown)
        }
        "gitcommit" | "git-commit" | "scminput" | "jj-commit" => Some(Format::Commit),
        "chat" => Some(Format::Chat),
        _ => None,
    }
}

/// The format a file's name tells.
pub(super) fn of_name(name: &str) -> Option<Format> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let lower = name.to_ascii_lowercase();
    if [
        "mutt-",
        "neomutt-",
        "aerc-compose-",
        "external_editor_revived",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
    {
        return Some(Format::Email);
    }
    if matches!(
        name,
        "COMMIT_EDITMSG" | "TAG_EDITMSG" | "MERGE_MSG" | "SQUASH_MSG"
    ) {
        return Some(Format::Commit);
    }
    match lower.rsplit_once('.')?.1 {
        "eml" | "mail" => Some(Format::Email),
        "md" | "markdown" | "mdx" | "qmd" => Some(Format::Markdown),
        "chat" => Some(Format::Chat),
        _ => None,
    }
}

/// The format a draft looks like.
pub(super) fn of_text(text: &str) -> Format {
    let near: Vec<&str> = text.split_inclusive('\n').take(HEAD_LINES).collect();
    let mut lines: Vec<Line> = Vec::new();
    for line in &near {
        let line = Line::new(line, Format::Email);
        // Below a blank line or a line of prose no line tells whether those above are a header; the first may be mbox's.
        let ends =
            line.is_blank() || line.field == Field::None && line.indent == 0 && !lines.is_empty();
        lines.push(line);
        if ends {
            break;
        }
    }
    let words = |span: crate::text::Span| std::borrow::Cow::Borrowed(span.of(text));
    if headers::block(&Page::new(&lines, &words)) > 0 {
        return Format::Email;
    }
    if chat::is_chat(near.iter().copied()) {
        return Format::Chat;
    }
    let is_marked = |line: &&str| {
        let line = line.trim_end();
        line.starts_with("```")
            || line.starts_with("## ")
            || line.starts_with("# ")
            || line.starts_with("- [ ] ")
            || line.contains(']') && line.contains("](http")
    };
    if near.iter().any(is_marked) {
        Format::Markdown
    } else {
        Format::Text
    }
}
