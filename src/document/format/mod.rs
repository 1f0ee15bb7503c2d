//! One file per message format.

use std::borrow::Cow;

use super::{Attribution, Block, BlockKind, Document, Headers, Zone, ZoneKind};
use crate::text::Span;

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
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Email, Self::Markdown, Self::Text, Self::Chat];

    /// The word the command line, settings and `inspect` use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Chat => "chat",
        }
    }
}

/// What one line shows by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Length in bytes, its end included.
    pub len: usize,
}

/// Reads each line by itself.
pub fn lines(text: &str, _format: Format) -> Vec<Line> {
    text.split_inclusive('\n')
        .map(|line| Line { len: line.len() })
        .collect()
}

/// What the lines mean together. `text` gives the words of a span where a line's own showing does not do.
pub fn arrange<'t>(
    lines: &[Line],
    format: Format,
    text: &dyn Fn(Span) -> Cow<'t, str>,
) -> Document {
    let len = lines.iter().map(|line| line.len).sum();
    let whole = Span::new(0, len);
    let trimmed = text(whole).trim_end().len();
    let blocks = if trimmed == 0 {
        Vec::new()
    } else {
        vec![Block {
            kind: BlockKind::Paragraph,
            zone: ZoneKind::Body,
            depth: 0,
            span: Span::new(0, trimmed),
            attribution: None,
            list_depth: 0,
        }]
    };
    let zones = if len == 0 {
        Vec::new()
    } else {
        vec![Zone {
            kind: ZoneKind::Body,
            span: whole,
        }]
    };
    Document {
        format,
        zones,
        blocks,
        headers: Headers::default(),
        attributions: Vec::<Attribution>::new(),
    }
}
