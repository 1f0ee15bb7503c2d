//! How a draft is laid out, and how each layout is read.

mod commit;
mod email;
mod kind;
mod looks;
mod markdown;

use std::borrow::Cow;

pub use super::line::Line;
use super::owners::{Owners, Role, Run};
use super::page::Page;
use super::{Document, Headers, ZoneKind, blocks, chat};
use crate::text::Span;
pub use kind::Format;
pub use looks::HEAD_LINES;

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
    arrange_with(lines, format, text).0
}

/// The same, with whose words each line holds.
pub(super) fn arrange_with<'t>(
    lines: &[Line],
    format: Format,
    text: &dyn Fn(Span) -> Cow<'t, str>,
) -> (Document, Vec<Run>) {
    let page = Page::new(lines, text);
    let mut owners = Owners::default();
    let mut headers = match format {
        Format::Email | Format::Text => email::read(&mut owners, &page),
        Format::Markdown => markdown::read(&mut owners, &page),
        Format::Chat => {
            chat::read(&mut owners, &page);
            Headers::default()
        }
        Format::Commit => commit::read(&mut owners, &page),
    };
    owners.push(lines.len(), ZoneKind::Body, Role::Silent);
    headers.list |= owners.list;
    let (zones, blocks) = blocks::read(&page, &owners.runs, format);
    let document = Document {
        format,
        zones,
        blocks,
        headers,
        attributions: owners.attributions,
    };
    (document, owners.runs)
}
