use super::Format;
use super::shows::{self, Field, Seam};
use super::words::{Hint, Key};
use crate::text::Span;

/// What one line shows by itself: a pure function of its text and the draft's format.
///
/// An edge that holds a large draft keeps the lines, reads again those that changed, and lets
/// [`arrange`](super::arrange) tell what they mean together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Length in bytes, its end included. A draft is far below the 4 GiB that a line could hold.
    pub len: usize,
    /// First byte that is neither quote mark nor blank.
    pub(super) start: u32,
    /// One past the last byte that is no blank.
    pub(super) end: u32,
    /// What the line is to the eye.
    pub(super) shape: Shape,
    /// The header field it begins with.
    pub(super) field: Field,
    /// Quote marks before it.
    pub(super) depth: u8,
    /// Columns of blanks before it, after the quote marks.
    pub(super) indent: u8,
    /// Bytes of the list mark and the blanks after it, or of the speaker's label.
    pub(super) mark: u8,
    /// The number of a numbered item; 0 for bullets and letters.
    pub(super) ordinal: u8,
    /// Length of its first word in bytes.
    pub(super) first: u8,
    /// Words of small print.
    pub(super) legal: u8,
    /// What else it shows, one bit each.
    pub(super) signs: u32,
    /// Words that only English has.
    pub(super) english: u16,
    /// Words that other languages have.
    pub(super) foreign: u16,
    /// Words.
    pub(super) words: u16,
    /// Tells speakers apart; 0 where no one begins to speak.
    pub(super) speaker: u32,
}

/// What a line is to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Blank,
    Text,
    /// Begins with a list mark.
    Item,
    /// `## Next steps`
    Heading,
    /// Opens or closes fenced code.
    Fence,
    /// A rule drawn with one sign.
    Rule,
    /// `-- `: a signature follows.
    Dashes,
    /// A row of a table.
    Row,
    /// A comment of a commit message.
    Comment,
    /// Markdown's `[name]: address`.
    Reference,
}

/// The signs a line may show.
pub(super) mod sign {
    /// Says "wrote" in some language.
    pub(crate) const WROTE: u32 = 1;
    /// Begins with a date and names an address or a time zone.
    pub(crate) const DATED: u32 = 1 << 1;
    /// A mail that was taken along begins below.
    pub(crate) const SEAM: u32 = 1 << 2;
    /// A mail that was taken along ends above.
    pub(crate) const SEAM_END: u32 = 1 << 3;
    /// Ends in a day and a clock time.
    pub(crate) const STAMP: u32 = 1 << 4;
    /// A mail program's own words.
    pub(crate) const DEVICE: u32 = 1 << 5;
    /// Greets and does no more.
    pub(crate) const GREETING: u32 = 1 << 6;
    /// Calls the reader by name and does no more.
    pub(crate) const CALL: u32 = 1 << 7;
    /// Takes leave.
    pub(crate) const SIGN_OFF: u32 = 1 << 8;
    /// A person's name.
    pub(crate) const NAME: u32 = 1 << 9;
    /// Holds an address, a link or a telephone number.
    pub(crate) const CONTACT: u32 = 1 << 10;
    /// Speaks of mailing lists.
    pub(crate) const FOOTER: u32 = 1 << 11;
    /// Ends as a sentence ends.
    pub(crate) const STOP: u32 = 1 << 12;
    /// Begins with a capital or a digit.
    pub(crate) const UPPER: u32 = 1 << 13;
    /// Cannot be the end of anything: ends in a comma, a hyphen or a little word.
    pub(crate) const OPEN: u32 = 1 << 14;
    /// Looks like a program, a log or a drawing.
    pub(crate) const CODE: u32 = 1 << 15;
    /// Ends in a colon.
    pub(crate) const COLON: u32 = 1 << 16;
    /// Opens an HTML comment and does not close it.
    pub(crate) const COMMENT: u32 = 1 << 17;
    /// Holds `-->`.
    pub(crate) const COMMENT_END: u32 = 1 << 18;
    /// `--text follows this line--`
    pub(crate) const BODY_FOLLOWS: u32 = 1 << 19;
    /// May be the edge of a MIME part.
    pub(crate) const BOUNDARY: u32 = 1 << 20;
    /// Holds `@`.
    pub(crate) const AT: u32 = 1 << 21;
    /// Quoted by `|` rather than `>`.
    pub(crate) const BAR: u32 = 1 << 22;
    /// A table's rule: `|---|---|`.
    pub(crate) const TABLE_RULE: u32 = 1 << 23;
    /// `-- ` as the standard writes it, the blank included.
    pub(crate) const STRICT: u32 = 1 << 24;
    /// Holds a digit.
    pub(crate) const DIGIT: u32 = 1 << 25;
    /// Begins with a field of a mail.
    pub(crate) const FIELD: u32 = 1 << 26;
    /// What may end the writer's own words: an ordinary line shows none of these.
    pub(crate) const SEAMS: u32 = WROTE | DATED | SEAM | SEAM_END | STAMP | FIELD;
}

impl Line {
    /// Reads one line, its end included.
    pub fn new(text: &str, format: Format) -> Self {
        let body = without_residue(text.trim_end(), format);
        let (quote, depth, bar) = quote_marks(body, format);
        let rest = &body[quote..];
        let content = rest.trim_start();
        let content = match format {
            Format::Email | Format::Text => without_tabs(content),
            Format::Markdown | Format::Chat | Format::Commit => content,
        };
        let label = match format {
            Format::Chat => super::chat::label(content),
            Format::Email | Format::Markdown | Format::Text | Format::Commit => None,
        };
        let content = label
            .as_ref()
            .map_or(content, |label| content[label.len..].trim_start());
        let start = body.len() - content.len();
        let mut line = Self {
            len: text.len(),
            start: small(start),
            end: small(body.len()),
            shape: Shape::Text,
            field: Field::None,
            depth,
            indent: columns(&rest[..rest.len() - rest.trim_start().len()]),
            mark: label
                .as_ref()
                .map_or(0, |label| u8::try_from(label.len).unwrap_or(0)),
            ordinal: 0,
            first: 0,
            legal: 0,
            signs: if bar { sign::BAR } else { 0 },
            english: 0,
            foreign: 0,
            words: 0,
            speaker: label.map_or(0, |label| label.speaker),
        };
        if content.is_empty() {
            line.shape = Shape::Blank;
            return line;
        }
        line.count(content);
        line.shape = line.shape_of(content, format);
        line.read_signs(content, text);
        line
    }

    /// Whether it shows one of the signs.
    pub(super) const fn shows(&self, signs: u32) -> bool {
        self.signs & signs != 0
    }

    /// Whether there is nothing to see.
    pub(super) fn is_blank(&self) -> bool {
        self.shape == Shape::Blank
    }

    /// What is to see of it, where the line begins at `at`.
    pub(super) const fn visible(&self, at: usize) -> Span {
        Span::new(at + self.start as usize, at + self.end as usize)
    }

    /// Bytes to see.
    pub(super) const fn width(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Goes once over the bytes: words and what they tell, digits and marks.
    fn count(&mut self, content: &str) {
        let (mut key, mut len, mut head) = (Key::default(), 0, 0);
        let (mut digits, mut odd, mut last) = (0_u32, 0_u32, Hint::None);
        let (mut english, mut foreign, mut words) = (0_u16, 0_u16, 0_u16);
        // A blank after the last byte ends the last word.
        for byte in content.bytes().chain([b' ']) {
            if byte.is_ascii_alphabetic() || byte >= 0x80 || (byte == b'\'' && len > 0) {
                if len == 0 {
                    head = byte;
                }
                key = key.with(byte, len);
                len += 1;
                continue;
            }
            if len > 0 {
                words = words.saturating_add(1);
                last = key.hint();
                match last {
                    Hint::English => english = english.saturating_add(1),
                    Hint::Foreign => foreign = foreign.saturating_add(1),
                    Hint::Wrote => self.signs |= sign::WROTE,
                    Hint::Legal => self.legal = self.legal.saturating_add(1),
                    Hint::Footer => self.signs |= sign::FOOTER,
                    Hint::None if is_other_script(head) => {
                        let more = u16::try_from(2 + len / 12).unwrap_or(u16::MAX);
                        foreign = foreign.saturating_add(more);
                    }
                    Hint::None => {}
                }
                (key, len) = (Key::default(), 0);
            }
            match byte {
                b'0'..=b'9' => digits += 1,
                b'@' => self.signs |= sign::AT,
                b'{' | b'}' | b'=' | b'<' | b'>' | b'\\' | b'|' | b'_' | b'#' | b'[' | b']'
                | b'^' | b'~' | b'+' | b';' | b'$' | b'&' | b'*' | b'/' => odd += 1,
                _ => {}
            }
        }
        (self.english, self.foreign, self.words) = (english, foreign, words);
        if digits > 0 {
            self.signs |= sign::DIGIT;
        }
        if digits >= 7 && content.len() <= 80 && words <= 6 {
            self.signs |= sign::CONTACT;
        }
        if matches!(last, Hint::English) && !content.ends_with(['.', '?', '!', ':', ')', '"']) {
            self.signs |= sign::OPEN;
        }
        let ends = content.as_bytes()[content.len() - 1];
        let statement = matches!(ends, b'{' | b'}' | b';') && odd >= 1
            || content.starts_with("at ") && content.ends_with(')') && english <= 1
            || content.starts_with("</");
        let dense = odd * 5 >= u32::try_from(content.len()).unwrap_or(u32::MAX).max(10);
        if statement || dense {
            self.signs |= sign::CODE;
        }
    }

    fn shape_of(&mut self, content: &str, format: Format) -> Shape {
        let bytes = content.as_bytes();
        let first = bytes[0];
        if format == Format::Commit && first == b'#' && self.start == 0 {
            return Shape::Comment;
        }
        if content.starts_with("```") || content.starts_with("~~~") {
            // Three on one line with words between are inline code.
            return if content[3..].contains("```") {
                Shape::Text
            } else {
                Shape::Fence
            };
        }
        if matches!(first, b'-' | b'_' | b'=' | b'*' | b'~' | b'#' | b'+') {
            if content == "--" {
                return Shape::Dashes;
            }
            let drawn = bytes.iter().filter(|byte| **byte == first).count();
            let blank = bytes.iter().filter(|byte| **byte == b' ').count();
            if drawn + blank == bytes.len() && (drawn >= 3 || first == b'=') {
                return Shape::Rule;
            }
        }
        if format == Format::Markdown && first == b'#' {
            let marks = bytes.iter().take_while(|byte| **byte == b'#').count();
            if marks <= 6 && bytes.get(marks).is_none_or(|next| *next == b' ') {
                return Shape::Heading;
            }
        }
        if format == Format::Markdown && first == b'[' && content.contains("]: ") {
            let close = content.find(']').unwrap_or(0);
            if content[close..].starts_with("]: ") && close > 1 {
                return Shape::Reference;
            }
        }
        if first == b'|' || (first == b'+' && content.starts_with("+--")) {
            if bytes
                .iter()
                .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'+' | b'='))
            {
                self.signs |= sign::TABLE_RULE;
            }
            if content.len() > 1 && content.ends_with(['|', '+']) {
                return Shape::Row;
            }
        } else if format == Format::Markdown && bytes.contains(&b'|') {
            let rule = bytes
                .iter()
                .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '));
            if rule && content.contains("--") {
                self.signs |= sign::TABLE_RULE;
                return Shape::Row;
            }
        }
        if let Some((mark, ordinal)) = list_mark(content) {
            // A speaker's label stands before the mark and counts instead of it.
            if self.speaker == 0 {
                self.mark = mark;
            }
            self.ordinal = ordinal;
            return Shape::Item;
        }
        Shape::Text
    }

    fn read_signs(&mut self, content: &str, text: &str) {
        let bytes = content.as_bytes();
        let first = bytes[0];
        self.first = content
            .bytes()
            .position(|byte| byte.is_ascii_whitespace())
            .map_or(content.len(), |at| at)
            .min(255) as u8;
        let last = bytes[bytes.len() - 1];
        let mut signs = 0;
        let mut set = |sign: u32, holds: bool| {
            if holds {
                signs |= sign;
            }
        };
        let stop = content.trim_end_matches(['"', ')', '*', '_', '”', '’', '\'']);
        set(
            sign::STOP,
            stop.ends_with(['.', '?', '!', '…', '。', '！', '？']),
        );
        set(sign::COLON, last == b':');
        set(sign::OPEN, matches!(last, b',' | b'-' | b'&' | b'(' | b'/'));
        let letter = content.chars().next().unwrap_or(' ');
        set(sign::UPPER, letter.is_uppercase() || first.is_ascii_digit());
        set(sign::STRICT, text.trim_end_matches(['\r', '\n']) == "-- ");
        match shows::seam(content) {
            Some(Seam::Opens) => set(sign::SEAM, true),
            Some(Seam::Closes) => set(sign::SEAM_END, true),
            None => {}
        }
        set(sign::BODY_FOLLOWS, content == "--text follows this line--");
        set(
            sign::BOUNDARY,
            self.start == 0 && content.len() > 2 && content.starts_with("--"),
        );
        if content.contains("<!--") {
            let after = content.rfind("<!--").unwrap_or(0);
            set(sign::COMMENT, !content[after..].contains("-->"));
        }
        set(sign::COMMENT_END, content.contains("-->"));
        let at = self.shows(sign::AT);
        let digit = self.shows(sign::DIGIT);
        set(
            sign::STAMP,
            digit && content.len() <= 120 && shows::ends_in_stamp(content),
        );
        let dated = first.is_ascii_digit() || letter.is_alphabetic() && at && digit;
        set(
            sign::DATED,
            dated
                && digit
                && content.len() <= 200
                && (content.contains(" GMT") || at && matches!(last, b':' | b'<' | b'>')),
        );
        if last == b':' || content.ends_with('：') {
            let says = [
                "写道",
                "さんは書きました",
                "님이 작성",
                "のメール",
                "さんのメッセージ",
            ];
            set(
                sign::WROTE,
                !content.is_ascii() && says.iter().any(|said| content.contains(said)),
            );
        }
        let link = content.contains("://") || content.contains("www.");
        let label = [
            "phone", "tel", "fax", "mobile", "cell", "office:", "direct", "ph:", "mob",
        ];
        let start = shows::floor(content, 8).to_ascii_lowercase();
        let labelled = digit && label.iter().any(|label| start.starts_with(label));
        set(sign::CONTACT, (at || link) && self.words <= 10 || labelled);
        set(
            sign::FOOTER,
            content.contains("ailing list") || content.contains("oogle Groups"),
        );
        set(sign::DEVICE, shows::is_device_line(content));
        set(sign::GREETING, shows::is_greeting(content));
        set(sign::CALL, shows::is_call(content));
        set(sign::SIGN_OFF, shows::is_sign_off(content));
        set(sign::NAME, shows::is_name(content));
        self.field = shows::field(content).0;
        set(sign::FIELD, self.field.is_envelope());
        self.signs |= signs;
    }
}

/// A line without the blanks and soft breaks that mail saved without decoding leaves at its end (RFC 2045 §6.7).
fn without_residue(body: &str, format: Format) -> &str {
    if !matches!(format, Format::Email | Format::Text) || !body.ends_with(['=', '0', '9']) {
        return body;
    }
    let soft = if body.len() >= 70 && !body.ends_with("==") {
        body.strip_suffix('=')
    } else {
        None
    };
    let mut rest = soft.unwrap_or(body);
    while let Some(shorter) = rest
        .strip_suffix("=20")
        .or_else(|| rest.strip_suffix("=09"))
    {
        rest = shorter.trim_end();
    }
    rest
}

/// A line without the tabs that the same mail has at its start.
fn without_tabs(content: &str) -> &str {
    let mut rest = content;
    while let Some(shorter) = rest
        .strip_prefix("=09")
        .or_else(|| rest.strip_prefix("=20"))
    {
        rest = shorter.trim_start();
    }
    rest
}

fn small(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// Whether a word that begins with this byte is written in letters other than Latin ones (UTF-8: Greek and beyond,
/// without the block of punctuation and the emoji).
const fn is_other_script(byte: u8) -> bool {
    matches!(byte, 0xCD..=0xE1 | 0xE3..=0xEF)
}

fn columns(blanks: &str) -> u8 {
    let columns = blanks
        .chars()
        .map(|blank| if blank == '\t' { 4 } else { 1 });
    u8::try_from(columns.sum::<usize>()).unwrap_or(u8::MAX)
}

/// Bytes of the quote marks before a line, how many there are, and whether they are bars.
pub(super) fn quote_marks(line: &str, format: Format) -> (usize, u8, bool) {
    if matches!(format, Format::Commit | Format::Chat) {
        return (0, 0, false);
    }
    let bytes = line.as_bytes();
    let (mut end, mut depth, mut at) = (0, 0_u8, 0);
    let mail = matches!(format, Format::Email | Format::Text);
    if mail {
        // "SJ> text": the quoted one's initials before the mark.
        let initials = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_uppercase())
            .count();
        if (1..=3).contains(&initials) && bytes.get(initials) == Some(&b'>') {
            at = initials;
        } else if bytes.first() == Some(&b'|')
            && bytes.get(1).is_none_or(|next| *next == b' ')
            && !bytes[1..].contains(&b'|')
        {
            return (1, 1, true);
        }
    }
    loop {
        let blanks = bytes[at..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        if blanks > 3 || bytes.get(at + blanks) != Some(&b'>') {
            return (end, depth, false);
        }
        at += blanks + 1;
        (end, depth) = (at, depth.saturating_add(1));
    }
}

/// The list mark a line begins with: its bytes with the blanks after it, and its number.
pub(super) fn list_mark(content: &str) -> Option<(u8, u8)> {
    let bytes = content.as_bytes();
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (mark, ordinal) = match bytes[0] {
        b'-' | b'*' | b'+' => (1, 0),
        b'(' => {
            let inner = bytes[1..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            let close = bytes.get(1 + inner) == Some(&b')');
            let number = content[1..=inner].parse().unwrap_or(0);
            let short = inner == 1 || inner == 2 && number > 0;
            if !(close && short) {
                return None;
            }
            (inner + 2, number)
        }
        b'0'..=b'9' if digits <= 2 && matches!(bytes.get(digits), Some(b'.' | b')')) => {
            (digits + 1, content[..digits].parse().unwrap_or(0))
        }
        b'a'..=b'z' if bytes.get(1) == Some(&b')') => (2, 0),
        _ => (
            ["•", "–", "—", "·", "◦", "▪", "‣", "●", "○", "→"]
                .iter()
                .find(|bullet| content.starts_with(**bullet))?
                .len(),
            0,
        ),
    };
    let blanks = bytes[mark..]
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    if blanks == 0 || mark + blanks >= bytes.len() {
        return None;
    }
    let mut len = mark + blanks;
    // A box to tick is part of the mark.
    if matches!(
        bytes.get(len..len + 4),
        Some([b'[', b' ' | b'x' | b'X', b']', b' '])
    ) {
        len += 4;
    }
    Some((u8::try_from(len).ok()?, ordinal))
}
