//! The drafts that are open, as the client has them. Only this file knows how a text is held.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ropey::Rope;

use super::view::View;
use crate::text::{Change, Encoding, LineColumn, Span};

/// A text that is cheap to edit and to copy, however long.
#[derive(Clone, Debug, Default)]
pub(super) struct Text(Rope);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Rope::from_str(text))
    }
}

impl Text {
    /// Length in bytes.
    pub(super) fn len(&self) -> usize {
        self.0.len_bytes()
    }

    /// The words of a span, which must lie inside on character boundaries.
    pub(super) fn of(&self, span: Span) -> Cow<'_, str> {
        self.0.byte_slice(span.start..span.end).into()
    }

    /// Where the bytes of line `line` begin and end, its line end left out; past the last line, the text's end.
    fn line(&self, line: usize) -> Span {
        if line >= self.0.len_lines() {
            return Span::empty(self.len());
        }
        let start = self.0.line_to_byte(line);
        let next = self.0.line_to_byte(line + 1);
        let mut end = next;
        if end > start && self.0.byte(end - 1) == b'\n' {
            end -= 1;
        }
        // A lone CR ends a line as well as one before LF.
        if end > start && self.0.byte(end - 1) == b'\r' {
            end -= 1;
        }
        Span::new(start, end)
    }

    /// Where the first lines are, `count` of them at most, each with its LF.
    pub(super) fn head(&self, count: usize) -> Span {
        let (mut start, mut ends) = (0, 0);
        for chunk in self.0.chunks() {
            let here = count_of(b'\n', chunk.as_bytes());
            if ends + here >= count {
                let bytes = chunk.bytes().enumerate();
                let mut breaks = bytes.filter(|(_, byte)| *byte == b'\n');
                let last = (count - ends).checked_sub(1).and_then(|at| breaks.nth(at));
                return Span::new(0, last.map_or(start, |(at, _)| start + at + 1));
            }
            (start, ends) = (start + chunk.len(), ends + here);
        }
        Span::new(0, self.len())
    }

    /// The words before `at` on its line, `most` bytes at most.
    pub(super) fn before(&self, at: usize, most: usize) -> Cow<'_, str> {
        let end = self.0.byte_to_char(at);
        let line = self.0.line_to_byte(self.0.char_to_line(end));
        let start = self.0.byte_to_char(line.max(at.saturating_sub(most)));
        self.0.slice(start..end).into()
    }

    /// The byte at a line and column; past a line's end it is that end, inside a character that character's start.
    pub(super) fn offset(&self, place: LineColumn, encoding: Encoding) -> usize {
        let line = self.line(place.line);
        let rope = &self.0;
        let start = rope.byte_to_char(line.start);
        let end = rope.byte_to_char(line.end);
        let at = match encoding {
            Encoding::Utf8 => {
                rope.byte_to_char(line.start.saturating_add(place.column).min(line.end))
            }
            Encoding::Utf16 => {
                let column = rope
                    .char_to_utf16_cu(start)
                    .saturating_add(place.column)
                    .min(rope.char_to_utf16_cu(end));
                rope.utf16_cu_to_char(column)
            }
            Encoding::Utf32 => start.saturating_add(place.column).min(end),
        };
        rope.char_to_byte(at)
    }

    /// The line and column of the byte at `offset`; past the end it is the end.
    pub(super) fn place(&self, offset: usize, encoding: Encoding) -> LineColumn {
        let rope = &self.0;
        let offset = offset.min(self.len());
        let at = rope.byte_to_char(offset);
        let line = rope.char_to_line(at);
        let start = rope.line_to_char(line);
        let column = match encoding {
            Encoding::Utf8 => rope.char_to_byte(at) - rope.char_to_byte(start),
            Encoding::Utf16 => rope.char_to_utf16_cu(at) - rope.char_to_utf16_cu(start),
            Encoding::Utf32 => at - start,
        };
        LineColumn { line, column }
    }

    /// Puts `new` in place of the bytes from `start` to `end`, which must lie inside on character boundaries.
    fn replace(&mut self, span: Span, new: &str) {
        let start = self.0.byte_to_char(span.start);
        let end = self.0.byte_to_char(span.end);
        self.0.remove(start..end);
        self.0.insert(start, new);
    }
}

/// Turns bytes into lines and columns, each counted on from the one before while they grow: the findings of a draft come in order,
/// and to look each up by itself costs more than all else that is done to publish it.
pub(super) struct Places<'a> {
    text: &'a Text,
    encoding: Encoding,
    /// Up to where is counted, and the line and column there.
    at: usize,
    place: LineColumn,
    /// The piece of the rope that holds what was counted last, and its first byte.
    piece: &'a str,
    piece_start: usize,
}

impl<'a> Places<'a> {
    /// Beyond so many bytes a look-up is the shorter way.
    const NEAR: usize = 8 << 10;

    pub(super) fn new(text: &'a Text, encoding: Encoding) -> Self {
        Self {
            text,
            encoding,
            at: 0,
            place: LineColumn { line: 0, column: 0 },
            piece: "",
            piece_start: 0,
        }
    }

    /// The line and column of the byte at `offset`; past the end it is the end.
    pub(super) fn of(&mut self, offset: usize) -> LineColumn {
        let offset = offset.min(self.text.len());
        if offset < self.at {
            return self.text.place(offset, self.encoding);
        }
        if offset - self.at > Self::NEAR {
            self.place = self.text.place(offset, self.encoding);
            self.at = offset;
        }
        while self.at < offset {
            if self.at >= self.piece_start + self.piece.len() {
                (self.piece, self.piece_start, ..) = self.text.0.chunk_at_byte(self.at);
            }
            self.count_on(offset);
        }
        self.place
    }

    /// Counts on to `offset` or to the end of the piece.
    fn count_on(&mut self, offset: usize) {
        let from = self.at.saturating_sub(self.piece_start);
        let to = self.piece.len().min(offset - self.piece_start);
        let bytes = self.piece.as_bytes();
        // OK to look one byte further within the piece only: the rope never parts CR and LF.
        let ends_line = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let run = &bytes[from..to];
        let (breaks, last) = if run.contains(&b'\r') {
            let mut ends = (from..to).filter(ends_line);
            let last = ends.next_back();
            (ends.count() + usize::from(last.is_some()), last)
        } else {
            let last = run.iter().rposition(|byte| *byte == b'\n');
            (count_of(b'\n', run), last.map(|at| from + at))
        };
        let start = last.map_or(from, |at| at + 1);
        if breaks > 0 {
            self.place.line += breaks;
            self.place.column = 0;
        }
        self.place.column += self.encoding.units(&self.piece[start..to]);
        self.at = self.piece_start + to;
    }
}

/// How often a byte stands in a text: in runs short enough for a sum of one byte, many of which are added at once.
fn count_of(wanted: u8, bytes: &[u8]) -> usize {
    let in_run = |run: &[u8]| {
        let found = run.iter().map(|byte| u8::from(*byte == wanted));
        usize::from(found.sum::<u8>())
    };
    bytes.chunks(255).map(in_run).sum()
}

/// How a text differs from the one last taken for reading.
#[derive(Clone, Copy, Debug)]
pub(super) enum Since {
    /// It was never taken, or what was kept of it is lost.
    Unknown,
    /// It does not.
    Same,
    /// In one place.
    Changed(Change),
}

impl Since {
    fn then(self, change: Change) -> Self {
        match self {
            Self::Unknown => Self::Unknown,
            Self::Same => Self::Changed(change),
            Self::Changed(earlier) => Self::Changed(earlier.then(change)),
        }
    }
}

/// An open draft.
#[derive(Debug)]
pub(super) struct Draft {
    /// What the client says it is.
    pub(super) language: String,
    /// The client's count of its changes.
    pub(super) version: i32,
    /// Its words.
    pub(super) text: Text,
    /// Our count of all that bears on its reading: its words, the settings, the day. Never the same for two drafts.
    pub(super) generation: u64,
    /// How its words differ from those last taken for reading.
    pub(super) since: Since,
    /// The last reading.
    pub(super) view: Option<Arc<View>>,
    /// The generation that could not be read, if one could not.
    pub(super) unreadable: Option<u64>,
    /// Rules the writer does not want to hear of in this draft.
    pub(super) muted: Vec<&'static str>,
}

/// The drafts that are open.
#[derive(Debug, Default)]
pub(super) struct Documents {
    drafts: HashMap<String, Draft>,
    generations: u64,
    /// Drafts that are not open and whose findings are shown.
    unopened: HashSet<String>,
}

/// One change as the client tells it.
#[derive(Debug)]
pub(super) struct Edit {
    /// From where to where; `None` for the whole text.
    pub(super) range: Option<(LineColumn, LineColumn)>,
    /// The new words.
    pub(super) text: String,
}

impl Documents {
    fn generation(&mut self) -> u64 {
        self.generations += 1;
        self.generations
    }

    /// Opens a draft, anew if it was open.
    pub(super) fn open(&mut self, uri: &str, language: String, version: i32, text: &str) {
        let draft = Draft {
            language,
            version,
            text: Text::from(text),
            generation: self.generation(),
            since: Since::Unknown,
            view: None,
            unreadable: None,
            muted: Vec::new(),
        };
        self.drafts.insert(uri.to_owned(), draft);
    }

    /// Closes a draft; false if it was not open.
    pub(super) fn close(&mut self, uri: &str) -> bool {
        self.drafts.remove(uri).is_some()
    }

    /// Changes a draft, edit by edit; false if it is not open, or the change is older than the text.
    pub(super) fn change(
        &mut self,
        uri: &str,
        version: i32,
        edits: Vec<Edit>,
        encoding: Encoding,
    ) -> bool {
        let generation = self.generation();
        let Some(draft) = self.drafts.get_mut(uri) else {
            return false;
        };
        if version < draft.version {
            return false;
        }
        for Edit { range, text } in edits {
            let span = range.map_or(Span::new(0, draft.text.len()), |(start, end)| {
                let start = draft.text.offset(start, encoding);
                let end = draft.text.offset(end, encoding);
                Span::new(start.min(end), start.max(end))
            });
            if range.is_some() {
                draft.text.replace(span, &text);
            } else {
                draft.text = Text::from(text.as_str());
            }
            draft.since = draft.since.then(Change::new(span, text.len()));
        }
        draft.version = version;
        draft.generation = generation;
        true
    }

    /// An open draft.
    pub(super) fn get(&self, uri: &str) -> Option<&Draft> {
        self.drafts.get(uri)
    }

    /// An open draft, to take it for reading or keep its view.
    pub(super) fn get_mut(&mut self, uri: &str) -> Option<&mut Draft> {
        self.drafts.get_mut(uri)
    }

    /// Notes whether findings of a draft that is not open are shown; whether they were.
    pub(super) fn shows_unopened(&mut self, uri: &str, shows: bool) -> bool {
        if shows {
            !self.unopened.insert(uri.to_owned())
        } else {
            self.unopened.remove(uri)
        }
    }

    /// Marks a draft as to be read again though its words stand.
    pub(super) fn renew(&mut self, uri: &str) {
        let generation = self.generation();
        if let Some(draft) = self.drafts.get_mut(uri) {
            draft.generation = generation;
        }
    }

    /// The names of all open drafts.
    pub(super) fn names(&self) -> Vec<String> {
        self.drafts.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::LineIndex;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn an_edit_older_than_the_text_is_refused() {
        let mut documents = Documents::default();
        documents.open("a", "mail".into(), 3, "text");
        let edit = |text: &str| {
            vec![Edit {
                range: None,
                text: text.into(),
            }]
        };
        assert!(!documents.change("a", 2, edit("old"), Encoding::Utf8));
        assert!(documents.change("a", 4, edit("new"), Encoding::Utf8));
        assert!(!documents.change("b", 1, edit(""), Encoding::Utf8));
        assert_eq!(documents.get("a").unwrap().text.of(Span::new(0, 3)), "new");
    }

    proptest! {
        #[test]
        fn places_are_those_of_the_plain_text(
            text in "(a|é|🎉|e\u{301}|\r\n|\n|\r|\u{2028}| ){0,12}",
            line in 0usize..14,
            column in 0usize..9,
        ) {
            let index = LineIndex::new(&text);
            let rope = Text::from(text.as_str());
            for encoding in ENCODINGS {
                let place = LineColumn { line, column };
                let offset = rope.offset(place, encoding);
                prop_assert_eq!(offset, index.offset(&text, place, encoding));
                prop_assert_eq!(rope.place(offset, encoding), index.position(&text, offset, encoding));
                let mut places = Places::new(&rope, encoding);
                for (offset, _) in text.char_indices().chain([(offset, ' '), (text.len(), ' ')]) {
                    prop_assert_eq!(places.of(offset), index.position(&text, offset, encoding));
                }
            }
        }
    }
}
