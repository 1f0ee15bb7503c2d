use std::borrow::Cow;

use super::marks::{list_mark, quote_marks};
use super::markup::{self, Part};
use super::{Block, BlockKind, Document, Format, Zone, ZoneKind, links};
use crate::text::{Span, sort_by_key};

/// A block's text with everything that is not prose made blank: byte for byte as long as the block, so places agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// Quote marks, list marks and markup are spaces; each run of code, each link and address is [`Prose::OPAQUE`] bytes.
    pub text: String,
    /// The runs of code, links and addresses, from the block's first byte, sorted.
    pub code: Vec<Span>,
}

impl Prose {
    /// The byte that stands for something that is in the sentence and cannot be read: a noun without a name.
    pub const OPAQUE: char = '\u{1a}';
}

/// The prose of a block whose text is `raw`.
pub fn prose(raw: &str, block: &Block, format: Format) -> Prose {
    let mut mask = Mask::new(raw);
    mask.marks(block, format);
    if format == Format::Markdown {
        mask.markdown();
    } else {
        mask.ticks();
        mask.emphasis();
    }
    mask.links();
    mask.finish()
}

/// What becomes of a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Keep,
    Blank,
    Opaque,
}

struct Mask<'a> {
    raw: &'a str,
    fates: Vec<Fate>,
    code: Vec<Span>,
}

impl<'a> Mask<'a> {
    fn new(raw: &'a str) -> Self {
        Self {
            raw,
            fates: vec![Fate::Keep; raw.len()],
            code: Vec::new(),
        }
    }

    fn set(&mut self, span: Span, fate: Fate) {
        self.fates[span.start..span.end].fill(fate);
    }

    /// A run that cannot be read and stands for something in the sentence.
    fn opaque(&mut self, span: Span) {
        self.set(span, Fate::Opaque);
        self.code.push(span);
    }

    /// The marks that make the block a quote, an item or a heading.
    fn marks(&mut self, block: &Block, format: Format) {
        let raw = self.raw;
        if block.depth > 0 {
            let mut at = 0;
            for line in raw.split_inclusive('\n') {
                // The first line's quote marks stand before the block.
                if at > 0 {
                    let (len, _, _) = quote_marks(line.trim_end(), format);
                    self.set(Span::new(at, at + len), Fate::Blank);
                }
                at += line.len();
            }
        }
        match block.kind {
            BlockKind::Item => {
                let len = raw
                    .as_bytes()
                    .first()
                    .and_then(|_| list_mark(raw))
                    .map_or(0, |(len, _)| len);
                self.set(Span::new(0, usize::from(len)), Fate::Blank);
            }
            BlockKind::Heading => {
                let marks = raw.bytes().take_while(|byte| *byte == b'#').count();
                let title = raw[marks..].trim_start();
                let number = Some(title)
                    .filter(|title| !title.is_empty())
                    .and_then(list_mark);
                let number = number.map_or(0, |(len, _)| usize::from(len));
                self.set(Span::new(0, raw.len() - title.len() + number), Fate::Blank);
                let end = raw.trim_end_matches('#').len();
                if raw[..end].ends_with(' ') {
                    self.set(Span::new(end, raw.len()), Fate::Blank);
                }
            }
            BlockKind::Paragraph | BlockKind::Greeting | BlockKind::Closing => {}
        }
    }

    /// The text as marked so far, for the next reader.
    fn masked(&self) -> Cow<'a, str> {
        if self.fates.iter().all(|fate| *fate == Fate::Keep) {
            return Cow::Borrowed(self.raw);
        }
        let mut text = String::with_capacity(self.raw.len());
        for run in self.fates.chunk_by(|one, next| one == next) {
            let piece = &self.raw[text.len()..text.len() + run.len()];
            match run[0] {
                Fate::Keep => text.push_str(piece),
                Fate::Blank => text.extend(piece.bytes().map(|byte| stand_in(byte, ' '))),
                Fate::Opaque => {
                    text.extend(piece.bytes().map(|byte| stand_in(byte, Prose::OPAQUE)))
                }
            }
        }
        Cow::Owned(text)
    }

    /// Markdown inside the block.
    fn markdown(&mut self) {
        let masked = self.masked();
        let content = masked.trim_start();
        let offset = masked.len() - content.len();
        if markup::is_definitions(content) {
            self.set(Span::new(offset, masked.len()), Fate::Blank);
        }
        for (span, part) in markup::parts(content) {
            let span = span.shifted(offset);
            match part {
                Part::Mark => self.set(span, Fate::Blank),
                Part::Code | Part::Image => self.opaque(span),
                // The address after a link's text is not the writer's to reword.
                Part::Html | Part::Target => {
                    self.set(span, Fate::Blank);
                    self.code.push(span);
                }
            }
        }
        for (at, byte) in self.raw.bytes().enumerate() {
            if byte == b'\n' {
                self.fates[at] = Fate::Keep;
            }
        }
    }

    /// Code between back ticks, in messages that are no Markdown: within one line.
    fn ticks(&mut self) {
        let raw = self.raw;
        if !raw.contains('`') {
            return;
        }
        let mut at = 0;
        for line in raw.split_inclusive('\n') {
            let mut from = 0;
            while let Some(open) = line[from..].find('`').map(|tick| from + tick) {
                let len = line[open..]
                    .bytes()
                    .take_while(|byte| *byte == b'`')
                    .count();
                let inner = open + len;
                let Some(close) = line[inner..].find('`').map(|tick| inner + tick) else {
                    break;
                };
                let end = close
                    + line[close..]
                        .bytes()
                        .take_while(|byte| *byte == b'`')
                        .count();
                if close > inner {
                    self.opaque(Span::new(at + open, at + end));
                }
                from = end;
            }
            at += line.len();
        }
    }

    /// `*stress*` and `_stress_` as people write it in plain text: the marks are blank.
    fn emphasis(&mut self) {
        let bytes = self.raw.as_bytes();
        let edge = |at: Option<&u8>| at.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        for mark in [b'*', b'_'] {
            if !bytes.contains(&mark) {
                continue;
            }
            let mut open: Option<usize> = None;
            for at in 0..bytes.len() {
                if bytes[at] == b'\n' {
                    open = None;
                }
                if bytes[at] != mark || self.fates[at] != Fate::Keep {
                    continue;
                }
                let before = at.checked_sub(1).and_then(|at| bytes.get(at));
                let after = bytes.get(at + 1);
                match open {
                    Some(start)
                        if edge(after)
                            && before.is_some_and(|byte| !byte.is_ascii_whitespace()) =>
                    {
                        self.fates[start] = Fate::Blank;
                        self.fates[at] = Fate::Blank;
                        open = None;
                    }
                    _ if edge(before)
                        && after
                            .is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != mark) =>
                    {
                        open = Some(at);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Links, addresses, paths and names of files.
    fn links(&mut self) {
        let masked = self.masked();
        for span in links::find(&masked) {
            self.opaque(span);
        }
    }

    fn finish(mut self) -> Prose {
        sort_by_key(&mut self.code, |span| *span);
        self.code.dedup();
        let text = self.masked().into_owned();
        Prose {
            text,
            code: self.code,
        }
    }
}

/// What stands for a byte that is no prose: line ends stay, so that lines can be told.
fn stand_in(byte: u8, mark: char) -> char {
    if byte == b'\n' { '\n' } else { mark }
}

/// The draft's zones with the code inside the writer's own blocks cut out: `code` gives its runs, sorted, in the draft's bytes.
pub fn fine_zones(document: &Document, code: impl IntoIterator<Item = Span>) -> Vec<Zone> {
    let mut code = code.into_iter().peekable();
    let mut fine: Vec<Zone> = Vec::with_capacity(document.zones.len());
    let mut push = |kind: ZoneKind, start: usize, end: usize| {
        if start < end {
            fine.push(Zone {
                kind,
                span: Span::new(start, end),
            });
        }
    };
    for zone in &document.zones {
        let mut at = zone.span.start;
        while let Some(span) = code.peek().copied() {
            if span.start >= zone.span.end {
                break;
            }
            if zone.kind == ZoneKind::Body && span.start >= at && span.end <= zone.span.end {
                push(zone.kind, at, span.start);
                push(ZoneKind::Code, span.start, span.end);
                at = span.end;
            }
            code.next();
        }
        push(zone.kind, at, zone.span.end);
    }
    fine
}
