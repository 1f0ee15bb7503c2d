//! How a draft is laid out, and how each layout is read.

mod commit;
mod email;
mod looks;
mod markdown;

use std::borrow::Cow;

pub use super::line::Line;
use super::owners::{Owners, Role};
use super::page::Page;
use super::{Document, Headers, ZoneKind, blocks, chat};
use crate::text::Span;
pub use looks::HEAD_LINES;

/// How a draft is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Header fields and a body (RFC 5322), as mail editors give it.
    Email,
    /// CommonMark with GitHub's tables.
    Markdown,
    /// A message and nothing else.
    Text,
    /// Speakers' turns: `Sam: …`.
    Chat,
    /// A commit message, with the comments Git adds.
    Commit,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [
        Self::Email,
        Self::Markdown,
        Self::Text,
        Self::Chat,
        Self::Commit,
    ];

    /// The word `--as` takes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Chat => "chat",
            Self::Commit => "commit",
        }
    }

    /// The format of a draft: by the editor's language id, else by the file's name, else by its looks.
    pub fn of(language_id: Option<&str>, name: Option<&str>, text: &str) -> Self {
        language_id
            .and_then(looks::of_language)
            .or_else(|| name.and_then(looks::of_name))
            .unwrap_or_else(|| looks::of_text(text))
    }
}

/// Reads each line by itself.
pub fn lines(text: &str, format: Format) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 48);
    lines.extend(
        text.split_inclusive('\n')
            .map(|line| Line::new(line, format)),
    );
    lines
}

/// What the lines mean together. `text` gives the words of a span where a line's own showing does not do.
pub fn arrange<'t>(
    lines: &[Line],
    format: Format,
    text: &dyn Fn(Span) -> Cow<'t, str>,
) -> Document {
    let page = Page::new(lines, text);
    let mut owners = Owners::default();
    let headers = match format {
        Format::Email | Format::Text => email::read(&mut owners, &page),
        Format::Markdown => markdown::read(&mut owners, &page),
        Format::Chat => {
            chat::read(&mut owners, &page);
            Headers::default()
        }
        Format::Commit => commit::read(&mut owners, &page),
    };
    owners.push(lines.len(), ZoneKind::Body, Role::Silent);
    let (zones, blocks) = blocks::read(&page, &owners.runs, format);
    Document {
        format,
        zones,
        blocks,
        headers,
        attributions: owners.attributions,
    }
}
