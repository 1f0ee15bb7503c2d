//! One pass over the bytes of a line: its words and what they tell, and which marks it holds.

use super::words::{Hint, Key};

/// What the pass found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Words.
    pub(super) words: u16,
    /// Words that only English has.
    pub(super) english: u16,
    /// Words that other languages have.
    pub(super) foreign: u16,
    /// Words of small print.
    pub(super) legal: u8,
    /// A word says what someone is, or where: "manager", "GmbH".
    pub(super) title: bool,
    /// Digits.
    pub(super) digits: u32,
    /// Marks that prose has few of.
    pub(super) odd: u32,
    /// Which marks stand somewhere in the line: [`AT`] and the like.
    pub(super) marks: u8,
    /// A word says "wrote".
    pub(super) wrote: bool,
    /// A word speaks of mailing lists.
    pub(super) lists: bool,
    /// The last word is a little English word.
    pub(super) ends_open: bool,
}

/// `@`
pub(super) const AT: u8 = 1;
/// `/`
pub(super) const SLASH: u8 = 2;
/// `:`
pub(super) const COLON: u8 = 4;
/// `<` or `>`
pub(super) const ANGLE: u8 = 8;
/// Any letter or mark beyond ASCII.
pub(super) const WIDE: u8 = 16;

/// A byte of a word.
const WORD: u8 = 32;
/// A mark that prose has few of.
const ODD: u8 = 64;
/// A digit.
const DIGIT: u8 = 128;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'\'' => WORD,
            0x80.. => WORD | WIDE,
            b'0'..=b'9' => DIGIT,
            b'@' => AT,
            b':' => COLON,
            b'/' => SLASH | ODD,
            b'<' | b'>' => ANGLE | ODD,
            b'{' | b'}' | b'=' | b'\\' | b'|' | b'_' | b'#' | b'[' | b']' | b'^' | b'~' | b'+'
            | b';' | b'$' | b'&' | b'*' => ODD,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// Goes over a line.
pub(super) fn scan(line: &str) -> Seen {
    let bytes = line.as_bytes();
    let mut seen = Seen::default();
    let (mut marks, mut at) = (0_u8, 0);
    while at < bytes.len() {
        let class = CLASSES[usize::from(bytes[at])];
        if class & WORD == 0 {
            marks |= class;
            seen.digits += u32::from(class & DIGIT != 0);
            seen.odd += u32::from(class & ODD != 0 && !is_in_date(bytes, at));
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && CLASSES[usize::from(bytes[at])] & WORD != 0 {
            marks |= CLASSES[usize::from(bytes[at])];
            at += 1;
        }
        seen.word(&bytes[start..at]);
    }
    seen.marks = marks;
    seen
}

impl Seen {
    /// Whether one of the marks stands somewhere in the line.
    pub(super) const fn holds(&self, marks: u8) -> bool {
        self.marks & marks != 0
    }

    fn word(&mut self, word: &[u8]) {
        self.words = self.words.saturating_add(1);
        self.ends_open = false;
        match Key::of(word).hint() {
            Hint::English => {
                self.english = self.english.saturating_add(1);
                self.ends_open = true;
            }
            Hint::Foreign => self.foreign = self.foreign.saturating_add(1),
            Hint::Wrote => self.wrote = true,
            Hint::Legal => self.legal = self.legal.saturating_add(1),
            Hint::Lists => self.lists = true,
            Hint::Title => self.title = true,
            Hint::None if is_other_script(word[0]) => {
                // Some scripts put no blanks between words.
                let more = u16::try_from(2 + word.len() / 12).unwrap_or(u16::MAX);
                self.foreign = self.foreign.saturating_add(more);
            }
            Hint::None => {}
        }
    }
}

/// Whether the mark at `at` is the slash of a date or a fraction: `2/29/2020`.
fn is_in_date(bytes: &[u8], at: usize) -> bool {
    let figure = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes[at] == b'/' && at > 0 && figure(at - 1) && figure(at + 1)
}

/// Whether a word that begins with this byte is written in letters other than Latin ones (UTF-8: Greek and beyond,
/// without the block of punctuation and the emoji).
const fn is_other_script(byte: u8) -> bool {
    matches!(byte, 0xCD..=0xE1 | 0xE3..=0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks() {
        let seen = scan("Please read /etc/hosts by 27 Nov, ana@example.org");
        assert_eq!((seen.words, seen.english, seen.digits), (9, 2, 2));
        assert!(seen.holds(AT) && seen.holds(SLASH) && !seen.holds(ANGLE | COLON | WIDE));
        assert_eq!((scan("2/29/2020").odd, scan("/etc/").odd), (0, 2));
        assert!(scan("Das ist für dich").foreign == 4);
        assert!(scan("これを読んでください").foreign >= 2);
        assert!(scan("send it to the").ends_open && !scan("send it to the board").ends_open);
        assert!(scan("Ana wrote:").wrote && !scan("Ana said:").wrote);
    }
}
