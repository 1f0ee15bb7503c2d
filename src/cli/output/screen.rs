use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells a tab stop is apart.
const TAB: usize = 4;

/// One thing to the eye: what is printed for it, how many cells that takes, and the bytes it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// What is printed.
    pub(super) shown: String,
    /// How wide that is.
    pub(super) width: usize,
    /// Its first byte in the line.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
}

impl Cell {
    pub(super) fn is_space(&self) -> bool {
        self.shown.starts_with(' ')
    }
}

/// A line as a terminal shows it: tabs are spaces, and what would move the cursor or turn the text around is made visible.
pub(super) fn cells(line: &str) -> Vec<Cell> {
    let mut column = 0;
    let mut cells = Vec::new();
    for (start, grapheme) in line.grapheme_indices(true) {
        let shown = match grapheme {
            "\t" => " ".repeat(TAB - column % TAB),
            _ => visible(grapheme),
        };
        let width = shown.width();
        column += width;
        cells.push(Cell {
            shown,
            width,
            start,
            end: start + grapheme.len(),
        });
    }
    cells
}

/// Text with its control characters made visible: a draft does not get to command the terminal.
pub(in crate::cli) fn visible(text: &str) -> String {
    text.chars().map(seen).collect()
}

fn seen(c: char) -> char {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
        '\x7f' => '␡',
        '\u{80}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{2028}'
        | '\u{2029}' => '�',
        other => other,
    }
}

/// Words in lines of at most `room` cells.
pub(in crate::cli) fn wrapped(words: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Cells a page takes where the terminal does not say.
const WIDTH: usize = 100;

/// How wide a page may be: as the terminal, but never so wide that a line is hard to read.
pub(in crate::cli) fn width() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    terminal.unwrap_or(WIDTH).clamp(40, 120)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(line: &str) -> Vec<usize> {
        cells(line).iter().map(|cell| cell.width).collect()
    }

    #[test]
    fn things_are_as_wide_as_they_look() {
        assert_eq!(widths("ab"), [1, 1]);
        assert_eq!(widths("日本"), [2, 2]);
        assert_eq!(widths("e\u{301}a"), [1, 1]);
        assert_eq!(widths("👩‍👩‍👧!"), [2, 1]);
    }

    #[test]
    fn a_tab_goes_to_the_next_stop() {
        assert_eq!(widths("a\tb"), [1, 3, 1]);
        assert_eq!(widths("abcd\tb"), [1, 1, 1, 1, 4, 1]);
    }

    #[test]
    fn a_draft_does_not_command_the_terminal() {
        assert_eq!(visible("a\x1b[31mb\u{202e}c\u{7}"), "a␛[31mb�c␇");
    }
}
