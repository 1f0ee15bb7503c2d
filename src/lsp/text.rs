//! The words of a draft: cheap to edit and to copy however long it is, and told by bytes as well as by lines and columns.
//!
//! Only this file knows that they are held in a rope. To ask it anything costs a walk down the rope, and in a short mail, all of which
//! is one piece, a look at every letter: so each question is one look for a piece, and the rest is told from that.

use std::borrow::Cow;

use ropey::Rope;

use crate::text::{Encoding, LineColumn, Span};

/// A text that is cheap to edit and to copy, however long.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    rope: Rope,
    len: usize,
}

/// A piece of the rope and where it stands; none ends between CR and LF.
struct Piece<'a> {
    words: &'a str,
    /// Its first byte.
    start: usize,
    /// How many characters stand before it.
    chars: usize,
    /// How many lines end before it.
    line: usize,
}

impl<'a> From<(&'a str, usize, usize, usize)> for Piece<'a> {
    fn from((words, start, chars, line): (&'a str, usize, usize, usize)) -> Self {
        Self {
            words,
            start,
            chars,
            line,
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self {
            rope: Rope::from_str(text),
            len: text.len(),
        }
    }
}

impl Text {
    /// Length in bytes.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// How many lines end in it: by LF, CRLF or a lone CR, as the protocol has it.
    pub(super) fn line_ends(&self) -> usize {
        self.rope.len_lines() - 1
    }

    /// The piece that holds the byte at `offset`; for the end of the text the last.
    fn holding(&self, offset: usize) -> Piece<'_> {
        self.rope.chunk_at_byte(offset).into()
    }

    /// The words of a span, which must lie inside on character boundaries.
    pub(super) fn of(&self, span: Span) -> Cow<'_, str> {
        let piece = self.holding(span.start);
        let within = span.start - piece.start..span.end - piece.start;
        match piece.words.get(within) {
            Some(words) => Cow::Borrowed(words),
            None => self.rope.byte_slice(span.start..span.end).into(),
        }
    }

    /// The piece in which the line end before a line is, or the first, and where in it the line begins: behind its last byte perhaps.
    /// `None` past the last line.
    fn line(&self, line: usize) -> Option<(Piece<'_>, usize)> {
        let piece = Piece::from(self.rope.get_chunk_at_line_break(line)?);
        let within = behind_end(piece.words.as_bytes(), line - piece.line)?;
        Some((piece, within))
    }

    /// Where the first lines are, `count` of them at most, each with its end.
    pub(super) fn head(&self, count: usize) -> Span {
        let line = self.line(count);
        Span::new(
            0,
            line.map_or(self.len, |(piece, within)| piece.start + within),
        )
    }

    /// The words before `at` on its line, `most` bytes at most.
    pub(super) fn before(&self, at: usize, most: usize) -> Cow<'_, str> {
        let from = at.saturating_sub(most);
        let piece = self.holding(from);
        let from = piece.start + piece.words.ceil_char_boundary(from - piece.start);
        let near = self.of(Span::new(from, at));
        let line = near.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        match near {
            Cow::Borrowed(near) => Cow::Borrowed(&near[line..]),
            Cow::Owned(mut near) => Cow::Owned(near.split_off(line)),
        }
    }

    /// The byte at a line and column; past a line's end it is that end, inside a character that character's start.
    pub(super) fn offset(&self, place: LineColumn, encoding: Encoding) -> usize {
        let Some((mut piece, mut within)) = self.line(place.line) else {
            return self.len;
        };
        let mut left = place.column;
        loop {
            let rest = &piece.words[within..];
            let at = piece.start + within;
            let near = &rest.as_bytes()[..left.min(rest.len())];
            // Nearly always: as many letters as units, and the line goes on.
            if near.len() == left && near.is_ascii() && !near.iter().any(|byte| is_end(*byte)) {
                return at + left;
            }
            let end = rest.bytes().position(is_end);
            let line = &rest[..end.unwrap_or(rest.len())];
            let counted = encoding.byte(line, left);
            if counted < rest.len() || at + counted == self.len {
                return at + counted;
            }
            left -= encoding.units(line);
            (piece, within) = (self.holding(at + counted), 0);
        }
    }

    /// The line and column of the byte at `offset`; past the end it is the end.
    pub(super) fn place(&self, offset: usize, encoding: Encoding) -> LineColumn {
        let piece = self.holding(offset.min(self.len));
        let bytes = piece.words.as_bytes();
        let within = piece
            .words
            .floor_char_boundary(offset.min(self.len) - piece.start);
        let line = piece.line + line_ends(bytes, within);
        let start = start_before(bytes, within);
        let start = start.or((piece.start == 0).then_some(0));
        let column = match start {
            Some(start) => encoding.units(&piece.words[start..within]),
            None => self.units(line, piece.start + within, encoding),
        };
        LineColumn { line, column }
    }

    /// How many units stand between the start of a line and a byte on it, however far off.
    fn units(&self, line: usize, offset: usize, encoding: Encoding) -> usize {
        let rope = &self.rope;
        let (start, end) = (rope.line_to_char(line), rope.byte_to_char(offset));
        match encoding {
            Encoding::Utf8 => offset - rope.char_to_byte(start),
            Encoding::Utf16 => rope.char_to_utf16_cu(end) - rope.char_to_utf16_cu(start),
            Encoding::Utf32 => end - start,
        }
    }

    /// Puts `new` in place of the bytes of a span, which must lie inside on character boundaries.
    pub(super) fn replace(&mut self, span: Span, new: &str) {
        let char = |offset: usize| {
            let piece = self.holding(offset);
            let before = &piece.words[..offset - piece.start];
            piece.chars + Encoding::Utf32.units(before)
        };
        let start = char(span.start);
        if !span.is_empty() {
            let end = char(span.end);
            self.rope.remove(start..end);
        }
        self.rope.insert(start, new);
        self.len = self.len - span.len() + new.len();
    }
}

/// Turns bytes into lines and columns, each counted on from the one before while they grow: the findings of a draft come in order.
pub(super) struct Places<'a> {
    text: &'a Text,
    encoding: Encoding,
    /// Up to where is counted, and the line and column there.
    at: usize,
    place: LineColumn,
}

impl<'a> Places<'a> {
    /// Beyond so many bytes a look-up is the shorter way.
    const NEAR: usize = 1 << 10;

    pub(super) fn new(text: &'a Text, encoding: Encoding) -> Self {
        Self {
            text,
            encoding,
            at: 0,
            place: LineColumn { line: 0, column: 0 },
        }
    }

    /// The line and column of the byte at `offset`; past the end it is the end.
    pub(super) fn of(&mut self, offset: usize) -> LineColumn {
        let offset = offset.min(self.text.len());
        let ahead = offset.checked_sub(self.at);
        let run = ahead.filter(|ahead| *ahead <= Self::NEAR);
        let run = run.map(|_| self.text.of(Span::new(self.at, offset)));
        // Whether a line ends with a CR is told by what follows.
        let Some(run) = run.filter(|run| !run.ends_with('\r')) else {
            let place = self.text.place(offset, self.encoding);
            if ahead.is_some() {
                (self.at, self.place) = (offset, place);
            }
            return place;
        };
        let bytes = run.as_bytes();
        let start = start_before(bytes, bytes.len());
        if start.is_some() {
            self.place.line += line_ends(bytes, bytes.len());
            self.place.column = 0;
        }
        self.place.column += self.encoding.units(&run[start.unwrap_or(0)..]);
        self.at = offset;
        self.place
    }
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether a line ends with the byte at `at`: by LF, or by a CR that no LF follows.
fn ends_at(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')
}

/// How many lines end before `to`.
fn line_ends(bytes: &[u8], to: usize) -> usize {
    let run = &bytes[..to];
    if run.contains(&b'\r') {
        (0..to).filter(|&at| ends_at(bytes, at)).count()
    } else {
        count_of(b'\n', run)
    }
}

/// Where the last line begins that begins behind a line end before `to`.
fn start_before(bytes: &[u8], to: usize) -> Option<usize> {
    let last = (0..to).rev().find(|&at| ends_at(bytes, at));
    last.map(|at| at + 1)
}

/// The place behind the `nth` line end, counted from one; the first place for none.
fn behind_end(bytes: &[u8], nth: usize) -> Option<usize> {
    let Some(nth) = nth.checked_sub(1) else {
        return Some(0);
    };
    let mut ends = (0..bytes.len()).filter(|&at| ends_at(bytes, at));
    ends.nth(nth).map(|at| at + 1)
}

/// How often a byte stands in a text: in runs short enough for a sum of one byte, many of which are added at once.
fn count_of(wanted: u8, bytes: &[u8]) -> usize {
    let in_run = |run: &[u8]| {
        let found = run.iter().map(|byte| u8::from(*byte == wanted));
        usize::from(found.sum::<u8>())
    };
    bytes.chunks(255).map(in_run).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::LineIndex;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    /// What a text tells of itself is what the plain text does.
    fn check(text: &Text, plain: &str, places: &[LineColumn]) -> Result<(), TestCaseError> {
        prop_assert_eq!(text.len(), plain.len());
        prop_assert_eq!(&*text.of(Span::new(0, plain.len())), plain);
        let index = LineIndex::new(plain);
        for encoding in ENCODINGS {
            let mut counted = Places::new(text, encoding);
            let begins = plain.char_indices().map(|(at, _)| at);
            for offset in begins.chain([plain.len()]) {
                let place = index.position(plain, offset, encoding);
                prop_assert_eq!(text.place(offset, encoding), place);
                prop_assert_eq!(counted.of(offset), place);
            }
            for &place in places {
                let offset = text.offset(place, encoding);
                prop_assert_eq!(offset, index.offset(plain, place, encoding));
            }
        }
        Ok(())
    }

    fn letters() -> impl Strategy<Value = String> {
        "(a|é|🎉|e\u{301}|\r\n|\n|\r|\u{2028}| ){0,12}"
    }

    proptest! {
        #[test]
        fn places_are_those_of_the_plain_text(plain in letters(), line in 0usize..14, column in 0usize..9) {
            check(&Text::from(plain.as_str()), &plain, &[LineColumn { line, column }])?;
        }

        /// Long enough for several pieces: with lines, without, with line ends that come apart and together.
        #[test]
        fn edits_are_those_of_the_plain_text(
            unit in letters(),
            times in 0usize..2000,
            edits in prop::collection::vec((0.0..1.0, 0usize..3000, letters(), 0usize..400), 1..8),
            line in 0usize..3000,
            column in 0usize..30,
        ) {
            let mut plain = unit.repeat(times);
            let mut text = Text::from(plain.as_str());
            for (at, gone, new, times) in edits {
                let start = plain.floor_char_boundary((plain.len() as f64 * at) as usize);
                let end = plain.floor_char_boundary((start + gone).min(plain.len()));
                let new = new.repeat(times);
                let before = text.clone();
                text.replace(Span::new(start, end), &new);
                prop_assert_eq!(&*before.of(Span::new(0, plain.len())), &plain);
                plain.replace_range(start..end, &new);
                prop_assert_eq!(&*text.of(Span::new(0, plain.len())), &plain);
                let index = LineIndex::new(&plain);
                for encoding in ENCODINGS {
                    prop_assert_eq!(text.place(start, encoding), index.position(&plain, start, encoding));
                    let place = LineColumn { line, column };
                    prop_assert_eq!(text.offset(place, encoding), index.offset(&plain, place, encoding));
                }
            }
        }

        #[test]
        fn the_head_and_what_stands_before_a_place(plain in letters(), count in 0usize..6, at in 0.0..1.0, most in 0usize..9) {
            let text = Text::from(plain.as_str());
            let index = LineIndex::new(&plain);
            let head = index.offset(&plain, LineColumn { line: count, column: 0 }, Encoding::Utf8);
            prop_assert_eq!(text.head(count), Span::new(0, head));
            let at = plain.floor_char_boundary((plain.len() as f64 * at) as usize);
            let before = text.before(at, most);
            prop_assert!(plain[..at].ends_with(&*before) && before.len() <= most && !before.contains(['\n', '\r']));
        }
    }
}
