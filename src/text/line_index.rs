use super::Span;

/// What a column counts: bytes, UTF-16 units or characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// How many units `text` takes.
    pub fn units(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            // Nearly every run is ASCII, and to see that is several times as fast as to count.
            _ if text.is_ascii() => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Utf32 => text.chars().count(),
        }
    }

    /// The byte in `text` where `units` units end; past the end it is the end, and inside a character that character's start.
    pub fn byte(self, text: &str, units: usize) -> usize {
        let mut left = units;
        for (at, c) in text.char_indices() {
            let wide = match self {
                Self::Utf8 => c.len_utf8(),
                Self::Utf16 => c.len_utf16(),
                Self::Utf32 => 1,
            };
            if left < wide {
                return at;
            }
            left -= wide;
        }
        text.len()
    }
}

/// A line and a place in it, both from zero; what the column counts is an [`Encoding`]'s matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from zero.
    pub line: usize,
    /// Units from the line's start.
    pub column: usize,
}

/// Where the lines of a text start; LF, CRLF and a lone CR end a line, as the language server protocol has it.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the line ends of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|&(at, &byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Self { starts }
    }

    /// How many lines there are: at least one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a line, its end left out; the last line's where there is no such line.
    pub fn line(&self, text: &str, line: usize) -> Span {
        let line = line.min(self.starts.len() - 1);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        Span::new(
            start,
            start + text[start..end].trim_end_matches(['\r', '\n']).len(),
        )
    }

    /// The line of the byte at `offset`, from zero.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The line and column of the byte at `offset`; past the end it is the end.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> LineColumn {
        let offset = text.floor_char_boundary(offset);
        let line = self.line_of(offset);
        LineColumn {
            line,
            column: encoding.units(&text[self.starts[line]..offset]),
        }
    }

    /// The byte at a line and column; past a line's end it is that end, past the last line the text's end.
    pub fn offset(&self, text: &str, position: LineColumn, encoding: Encoding) -> usize {
        if position.line >= self.starts.len() {
            return text.len();
        }
        let line = self.line(text, position.line);
        line.start + encoding.byte(line.of(text), position.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lf_crlf_and_cr_end_a_line() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::new(text);
        let lines: Vec<&str> = (0..index.lines())
            .map(|line| index.line(text, line).of(text))
            .collect();
        assert_eq!(lines, ["a", "b", "c", "d"]);
    }

    #[test]
    fn there_and_back_is_where_you_began() {
        let text = "Hi 🎉 e\u{301}\r\nzwei: für\n\n日本語\rend";
        let index = LineIndex::new(text);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            for (at, c) in text.char_indices() {
                if text[at..].starts_with('\n') && text[..at].ends_with('\r') {
                    continue; // between CR and LF there is no place to stand
                }
                let position = index.position(text, at, encoding);
                assert_eq!(
                    index.offset(text, position, encoding),
                    at,
                    "{c:?} in {encoding:?}"
                );
            }
        }
    }

    #[test]
    fn a_lying_client_gets_the_nearest_place() {
        let text = "ab\r\n🎉c";
        let index = LineIndex::new(text);
        let at = |line, column| index.offset(text, LineColumn { line, column }, Encoding::Utf16);
        assert_eq!(at(0, 99), 2);
        assert_eq!(at(1, 1), 4, "inside a surrogate pair");
        assert_eq!(at(9, 0), text.len());
    }
}
