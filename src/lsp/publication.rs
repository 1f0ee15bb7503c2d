//! The notification that publishes the findings of a draft, made anew after every key. What is said of a finding is written once and
//! kept with the place it had: a key moves it.

use std::sync::Arc;

use tower_lsp::ls_types::{Range, Uri};

use super::client::Client;
use super::convert;
use super::text::Text;
use super::view::View;
use super::wire::Frame;
use crate::engine::Found;
use crate::finding::Finding;
use crate::text::{Change, LineColumn, Span};

/// What was published of a draft last, to make the next of it.
#[derive(Debug, Default)]
pub(super) struct Published {
    items: Vec<Item>,
    /// How many lines ended in the text.
    line_ends: usize,
}

/// A finding as JSON, parted where its places stand: the words meant, then those that are related.
#[derive(Debug)]
struct Item {
    finding: Arc<Finding>,
    parts: Vec<Part>,
    tail: String,
}

/// JSON up to a place, and the place.
#[derive(Debug)]
struct Part {
    json: String,
    span: Span,
    start: LineColumn,
    end: LineColumn,
}

/// How the places of the last publication went on to this one.
struct Moves<'a> {
    text: &'a Text,
    client: &'a Client,
    /// What changed since; `None` if that is not known.
    change: Option<Change>,
    /// The line on which the change ends.
    line: usize,
    /// By how many lines what stands below it moved.
    down: isize,
}

impl Published {
    /// The notification for a reading, and what to keep of it; `change` tells how its text differs from the one published last.
    pub(super) fn next(&mut self, view: &View, client: &Client, change: Option<Change>) -> Vec<u8> {
        let line_ends = view.text.line_ends();
        let end = change.map_or(0, |change| change.new_end);
        let moves = Moves {
            text: &view.text,
            client,
            change,
            line: view.text.place(end, client.encoding).line,
            down: line_ends.cast_signed() - self.line_ends.cast_signed(),
        };
        let findings = &view.reading.findings;
        let shown = findings.len().min(view.options.max_findings);
        let mut before = std::mem::take(&mut self.items).into_iter().peekable();
        let items = findings[..shown].iter().map(|found| {
            let span = found.span();
            // Both are in the order of the text.
            while before
                .next_if(|item| moves.of(item.span()) < Some(span))
                .is_some()
            {}
            let same =
                |item: &Item| moves.of(item.span()) == Some(span) && item.says(&found.finding);
            match before.next_if(same) {
                Some(item) => item.moved(found, &moves),
                None => Item::new(found, view, &moves),
            }
        });
        self.items = items.collect();
        self.line_ends = line_ends;
        let left = findings.len() - shown;
        let rest = (left > 0).then(|| json(&convert::to_remainder(left, view, client)));
        self.written(&view.uri, view.version, rest)
    }

    fn written(&self, uri: &Uri, version: i32, rest: Option<String>) -> Vec<u8> {
        let mut frame = Frame::default();
        let out = &mut frame.0;
        let begin =
            r#"{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"#;
        out.extend_from_slice(begin.as_bytes());
        out.extend_from_slice(json(uri).as_bytes());
        out.extend_from_slice(br#","diagnostics":["#);
        for (at, item) in self.items.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            item.write(out);
        }
        if let Some(rest) = rest {
            if !self.items.is_empty() {
                out.push(b',');
            }
            out.extend_from_slice(rest.as_bytes());
        }
        out.extend_from_slice(format!(r#"],"version":{version}}}}}"#).as_bytes());
        frame.closed()
    }
}

impl Moves<'_> {
    /// Where a run of the last text stands now.
    fn of(&self, span: Span) -> Option<Span> {
        self.change?.carry(span)
    }

    /// The line and column of a byte.
    fn place(&self, offset: usize) -> LineColumn {
        self.text.place(offset, self.client.encoding)
    }
}

impl Item {
    /// What is said of a finding, written anew.
    fn new(found: &Found, view: &View, moves: &Moves<'_>) -> Self {
        let mut nowhere = |_| Range::default();
        let written = json(&convert::to_diagnostic(
            found,
            view,
            moves.client,
            &mut nowhere,
        ));
        // No message can hold a place as it is written here: quotation marks in it are escaped.
        let nowhere = json(&Range::default());
        let (head, tail) = written.rsplit_once(&nowhere).unwrap_or_default();
        let parts = head.split(&nowhere).zip(spans(found));
        let parts = parts.map(|(json, span)| Part {
            json: json.to_owned(),
            span,
            start: moves.place(span.start),
            end: moves.place(span.end),
        });
        Self {
            finding: Arc::clone(&found.finding),
            parts: parts.collect(),
            tail: tail.to_owned(),
        }
    }

    /// The words meant.
    fn span(&self) -> Span {
        self.parts.first().map_or(Span::empty(0), |part| part.span)
    }

    /// Whether the same is said of a finding.
    fn says(&self, finding: &Arc<Finding>) -> bool {
        let said = |finding: &Finding| (finding.rule, finding.level, finding.message.clone());
        let related = |one: &Finding, other: &Finding| {
            let messages = one.related.iter().map(|related| &related.message);
            messages.eq(other.related.iter().map(|related| &related.message))
        };
        Arc::ptr_eq(&self.finding, finding)
            || said(&self.finding) == said(finding) && related(&self.finding, finding)
    }

    /// The same at the places it has now.
    fn moved(mut self, found: &Found, moves: &Moves<'_>) -> Self {
        self.finding = Arc::clone(&found.finding);
        for (part, span) in self.parts.iter_mut().zip(spans(found)) {
            part.go(span, moves);
        }
        self
    }

    fn write(&self, out: &mut Vec<u8>) {
        for Part {
            json, start, end, ..
        } in &self.parts
        {
            out.extend_from_slice(json.as_bytes());
            out.extend_from_slice(br#"{"start":"#);
            write_place(*start, out);
            out.extend_from_slice(br#","end":"#);
            write_place(*end, out);
            out.push(b'}');
        }
        out.extend_from_slice(self.tail.as_bytes());
    }
}

impl Part {
    /// Takes the place of `span`: counted on from where it was, if no more changed than how far down it stands.
    fn go(&mut self, span: Span, moves: &Moves<'_>) {
        let here = moves.of(self.span) == Some(span);
        let change = moves.change.filter(|_| here);
        let down = |place: LineColumn| place.line.checked_add_signed(moves.down);
        let (start, end) = (down(self.start), down(self.end));
        match (change, start, end) {
            (Some(change), ..) if span.end < change.start => {}
            (Some(change), Some(start), Some(end))
                if span.start >= change.new_end && start > moves.line =>
            {
                (self.start.line, self.end.line) = (start, end);
            }
            _ => (self.start, self.end) = (moves.place(span.start), moves.place(span.end)),
        }
        self.span = span;
    }
}

/// The words that a finding means, and those it names as related.
fn spans(found: &Found) -> impl Iterator<Item = Span> {
    let related = found.finding.related.iter().map(|related| related.span);
    let related = related.map(|span| span.shifted(found.offset));
    [found.span()].into_iter().chain(related)
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("our messages have string keys and write to memory")
}

fn write_place(place: LineColumn, out: &mut Vec<u8>) {
    out.extend_from_slice(br#"{"line":"#);
    write_number(place.line, out);
    out.extend_from_slice(br#","character":"#);
    write_number(place.column, out);
    out.push(b'}');
}

fn write_number(mut number: usize, out: &mut Vec<u8>) {
    let first = out.len();
    loop {
        // OK to cut off because it is one digit.
        out.push(b'0' + (number % 10) as u8);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out[first..].reverse();
}
