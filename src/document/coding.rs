//! How the bytes of a mail's part stand for its words (RFC 2045 §6.7).

use std::borrow::Cow;

use crate::text::Span;

/// How the bytes of a block stand for its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Coding {
    /// They are its words.
    #[default]
    Plain,
    /// Quoted-printable UTF-8: `=C3=A9`, and `=` at the end of a line that goes on.
    Quoted,
    /// Quoted-printable with a byte a letter, as Latin-1 and Windows-1252 have it: `=E9`.
    QuotedLatin,
}

/// What fills the place of an escape that its letter leaves, two bytes at a time: nobody sees it, and it parts no word.
const FILL: char = '\u{ad}';

/// The same, three bytes at a time.
const LONG_FILL: char = '\u{2060}';

/// A letter that cannot be shown in the place it has.
const UNKNOWN: char = '\u{fffd}';

/// What Windows-1252 has at 0x80 to 0x9F; Latin-1 has nothing to see there.
#[rustfmt::skip]
const WINDOWS: [char; 32] = [
    '€', UNKNOWN, '‚', UNKNOWN, '„', '…', '†', '‡', UNKNOWN, '‰', UNKNOWN, '‹', UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN,
    UNKNOWN, '‘', '’', '“', '”', '•', '–', '—', UNKNOWN, '™', UNKNOWN, '›', UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN,
];

impl Coding {
    /// The words of `raw`, byte for byte as long: the last bytes of an escape are its letter, the first are filled.
    pub fn decoded(self, raw: &str) -> Cow<'_, str> {
        if self == Self::Plain || !raw.contains('=') {
            return Cow::Borrowed(raw);
        }
        let mut words = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(at) = rest.find('=') {
            words.push_str(&rest[..at]);
            rest = &rest[at..];
            let len = escapes(rest);
            if len == 0 {
                words.push('=');
                rest = &rest[1..];
            } else {
                self.decode_run(&rest[..len], &mut words);
                rest = &rest[len..];
            }
        }
        words.push_str(rest);
        Cow::Owned(words)
    }

    /// Decodes escapes and soft line ends that follow one another.
    fn decode_run(self, run: &str, words: &mut String) {
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < run.len() {
            let (len, byte) = escape(&run[at..]);
            at += len;
            bytes.extend(byte);
            ends.extend(byte.map(|_| at));
        }
        let mut from = 0;
        let mut put = |letter: char, end: usize| {
            let letter = if letter.is_control() { ' ' } else { letter };
            let room = end - from;
            let letter = if room < letter.len_utf8() || room == letter.len_utf8() + 1 {
                UNKNOWN
            } else {
                letter
            };
            fill(words, room - letter.len_utf8());
            words.push(letter);
            from = end;
        };
        if self == Self::QuotedLatin {
            for (&byte, &end) in bytes.iter().zip(&ends) {
                let letter = match byte {
                    0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
                    0xa0 => ' ',
                    _ => char::from(byte),
                };
                put(letter, end);
            }
        } else {
            let mut read = 0;
            for chunk in bytes.utf8_chunks() {
                for letter in chunk.valid().chars() {
                    read += letter.len_utf8();
                    put(letter, ends[read - 1]);
                }
                if !chunk.invalid().is_empty() {
                    read += chunk.invalid().len();
                    put(UNKNOWN, ends[read - 1]);
                }
            }
        }
        fill(words, run.len() - from);
    }

    /// New words as the part would hold them; `None` if it cannot.
    pub fn encoded(self, words: &str) -> Option<String> {
        if self == Self::Plain {
            return Some(words.to_owned());
        }
        let mut raw = String::with_capacity(words.len());
        let mut letter_bytes = [0; 4];
        for letter in words.chars() {
            let latin;
            let bytes: &[u8] = match letter {
                FILL | LONG_FILL => continue,
                UNKNOWN => return None,
                '=' => b"=",
                _ if letter.is_ascii() => {
                    raw.push(letter);
                    continue;
                }
                _ if self == Self::QuotedLatin => {
                    latin = [latin_byte(letter)?];
                    &latin
                }
                _ => letter.encode_utf8(&mut letter_bytes).as_bytes(),
            };
            for byte in bytes {
                raw.push('=');
                for digit in [byte >> 4, byte & 15] {
                    raw.push(char::from_digit(u32::from(digit), 16)?.to_ascii_uppercase());
                }
            }
        }
        Some(raw)
    }

    /// The run of the [decoded](Self::decoded) words without parts of escapes at its ends: a place within an escape is the one before it.
    pub fn whole(self, span: Span, words: &str) -> Span {
        if self == Self::Plain {
            return span;
        }
        let before = |at: usize| words[..at].trim_end_matches([FILL, LONG_FILL]).len();
        Span::new(before(span.start), before(span.end))
    }
}

fn latin_byte(letter: char) -> Option<u8> {
    let place = WINDOWS.iter().position(|known| *known == letter);
    match place {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(letter).ok().filter(|byte| *byte >= 0xa0),
    }
}

/// How many bytes of `text`, which begins with `=`, are escapes and soft line ends in a row.
fn escapes(text: &str) -> usize {
    let mut len = 0;
    while text[len..].starts_with('=') {
        let (more, _) = escape(&text[len..]);
        if more == 0 {
            break;
        }
        len += more;
    }
    len
}

/// The escape or soft line end at the start of `text`: its bytes, and what it stands for. No bytes if there is none.
fn escape(text: &str) -> (usize, Option<u8>) {
    match text.as_bytes() {
        [b'=', b'\n', ..] => (2, None),
        [b'=', b'\r', b'\n', ..] => (3, None),
        [b'=', high, low, ..] => {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (3, u8::try_from(high * 16 + low).ok()),
                _ => (0, None),
            }
        }
        _ => (0, None),
    }
}

/// Fills so many bytes, of which there are none or two and more.
fn fill(words: &mut String, bytes: usize) {
    let long = bytes % 2;
    if bytes >= 2 {
        words.extend(std::iter::repeat_n(LONG_FILL, long));
        words.extend(std::iter::repeat_n(FILL, (bytes - 3 * long) / 2));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words without what fills the places of escapes.
    fn words(coding: Coding, raw: &str) -> String {
        let words = coding.decoded(raw);
        assert_eq!(words.len(), raw.len(), "{raw:?}");
        words.replace([FILL, LONG_FILL], "")
    }

    #[test]
    fn escapes_and_soft_line_ends_are_read_in_their_places() {
        for (raw, expected) in [
            ("plain", "plain"),
            ("don=E2=80=99t", "don’t"),
            ("caf=C3=A9 =3D bar", "café = bar"),
            ("sen=\ntence and sen=\r\ntence", "sentence and sentence"),
            ("=F0=9F=8E=89", "🎉"),
            ("=E2=80=\n=99s", "’s"),
            ("a=20\nb=\n", "a \nb"),
            ("1 = 2, =zz, =", "1 = 2, =zz, ="),
            ("=FF=C3", "\u{fffd}\u{fffd}"),
            ("=0D=0A", "  "),
        ] {
            assert_eq!(words(Coding::Quoted, raw), expected, "{raw:?}");
        }
        for (raw, expected) in [("don=92t=A0go", "don’t go"), ("caf=E9=", "caf\u{fffd}=")] {
            assert_eq!(words(Coding::QuotedLatin, raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn new_words_are_written_as_the_part_holds_its_own() {
        let both = [Coding::Quoted, Coding::QuotedLatin];
        let told = |words: &str| both.map(|coding| coding.encoded(words).unwrap_or_default());
        assert_eq!(told("by Friday"), ["by Friday"; 2]);
        assert_eq!(told("a=b"), ["a=3Db"; 2]);
        assert_eq!(told("don\u{ad}’t"), ["don=E2=80=99t", "don=92t"]);
        assert_eq!(told("é"), ["=C3=A9", "=E9"]);
        assert_eq!(told("🎉"), ["=F0=9F=8E=89", ""]);
        assert_eq!(Coding::Quoted.encoded("\u{fffd}"), None);
    }

    #[test]
    fn no_place_lies_within_an_escape() {
        let raw = "so=20we=3Dus";
        let words = Coding::Quoted.decoded(raw);
        for at in (0..=raw.len()).filter(|at| words.is_char_boundary(*at)) {
            let whole = Coding::Quoted.whole(Span::empty(at), &words).start;
            assert!(
                at - whole < 3 && ![3, 4, 8, 9].contains(&whole),
                "{at} {whole}"
            );
        }
    }
}
