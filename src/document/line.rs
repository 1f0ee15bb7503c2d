use super::Format;
use super::fields::{self, Field};
use super::marks::{list_mark, quote_marks, without_residue, without_tabs};
use super::people;
use super::scan::{self, Seen};
use super::shows::{self, Seam};
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
    /// Quoted by `|` or `:` rather than `>`, if a line beside it is too.
    pub(crate) const BAR: u32 = 1 << 22;
    /// A table's rule: `|---|---|`.
    pub(crate) const TABLE_RULE: u32 = 1 << 23;
    /// `-- ` as the standard writes it, the blank included.
    pub(crate) const STRICT: u32 = 1 << 24;
    /// Holds a digit.
    pub(crate) const DIGIT: u32 = 1 << 25;
    /// Begins with a field of a mail.
    pub(crate) const FIELD: u32 = 1 << 26;
    /// Ends as a line of quoted-printable that goes on.
    pub(crate) const SOFT: u32 = 1 << 27;
    /// Says that what follows tells how a thing is done: `Steps to reproduce:`
    pub(crate) const STEPS: u32 = 1 << 28;
    /// Says what someone is or where, in few words and capitals: `Head of Sales, Acme Ltd`.
    pub(crate) const TITLE: u32 = 1 << 29;
    /// Names a file that goes along, as mail programs write it.
    pub(crate) const FILE: u32 = 1 << 30;
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
        line.set(sign::SOFT, text.trim_end().ends_with('='));
        let seen = scan::scan(content);
        line.count(content, &seen);
        line.shape = line.shape_of(content, format);
        line.read_signs(content, &seen, text);
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

    /// Takes over what the pass over the bytes found.
    fn count(&mut self, content: &str, seen: &Seen) {
        (self.english, self.foreign) = (seen.english, seen.foreign);
        (self.words, self.legal) = (seen.words, seen.legal);
        let bytes = content.as_bytes();
        let last = bytes[bytes.len() - 1];
        let ends_plainly = !matches!(last, b'.' | b'?' | b'!' | b':' | b')' | b'"');
        let statement = matches!(last, b'{' | b'}' | b';') && seen.odd >= 1
            || content.starts_with("at ") && last == b')' && seen.english <= 1
            || content.starts_with("</")
            || last == b')'
                && seen.english == 0
                && content.contains('(')
                && (bytes[0] == b'.' || !content.contains(' '));
        let patch = matches!(bytes[0], b'@' | b'+' | b'd' | b'r' | b'R') && is_of_patch(content);
        let dense = u64::from(seen.odd) * 5 >= (content.len() as u64).max(10);
        let reachable = seen.digits >= 7 && content.len() <= 80 && seen.words <= 6;
        self.set(sign::WROTE, seen.wrote);
        self.set(sign::DIGIT, seen.digits > 0);
        self.set(sign::AT, seen.holds(scan::AT));
        self.set(sign::CONTACT, reachable);
        self.set(sign::OPEN, seen.ends_open && ends_plainly);
        self.set(sign::CODE, statement || dense || patch);
    }

    fn set(&mut self, sign: u32, holds: bool) {
        if holds {
            self.signs |= sign;
        }
    }

    fn shape_of(&mut self, content: &str, format: Format) -> Shape {
        let bytes = content.as_bytes();
        let first = bytes[0];
        if format == Format::Commit && first == b'#' && self.start == 0 {
            return Shape::Comment;
        }
        if content.starts_with("```") || content.starts_with("~~~") {
            // Three on one line with words between are inline code; before words in a mail they quote.
            let words = format != Format::Markdown && content.trim().contains(' ');
            return if words || content[3..].contains("```") {
                Shape::Text
            } else {
                Shape::Fence
            };
        }
        if matches!(first, b'-' | b'_' | b'=' | b'*' | b'~' | b'#' | b'+') {
            // Below what a program signed stands nobody's prose.
            if content == "--" || is_sealed(content) {
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

    fn read_signs(&mut self, content: &str, seen: &Seen, text: &str) {
        let bytes = content.as_bytes();
        let (first, last) = (bytes[0], bytes[bytes.len() - 1]);
        let letter = content.chars().next().unwrap_or(' ');
        let word = bytes.iter().position(u8::is_ascii_whitespace);
        self.first = u8::try_from(word.unwrap_or(bytes.len())).unwrap_or(u8::MAX);
        self.set(sign::STOP, ends_a_sentence(content));
        self.set(sign::COLON, last == b':');
        self.set(sign::OPEN, matches!(last, b',' | b'-' | b'&' | b'(' | b'/'));
        self.set(sign::UPPER, letter.is_uppercase() || first.is_ascii_digit());
        if first == b'-' {
            let strict = text.trim_end_matches(['\r', '\n']) == "-- " || is_sealed(content);
            self.set(sign::STRICT, strict);
            self.set(sign::BODY_FOLLOWS, content == "--text follows this line--");
            self.set(
                sign::BOUNDARY,
                self.start == 0 && content.len() > 2 && bytes[1] == b'-',
            );
        }
        match shows::seam(content) {
            Some(Seam::Opens) => self.set(sign::SEAM, true),
            Some(Seam::Closes) => self.set(sign::SEAM_END, true),
            None => {}
        }
        if seen.holds(scan::ANGLE) {
            let open = content.rfind("<!--");
            self.set(
                sign::COMMENT,
                open.is_some_and(|open| !content[open..].contains("-->")),
            );
            self.set(sign::COMMENT_END, content.contains("-->"));
        }
        if seen.digits > 0 {
            self.set(
                sign::STAMP,
                content.len() <= 120 && shows::ends_in_stamp(content),
            );
            let dated = first.is_ascii_digit() || letter.is_alphabetic() && seen.holds(scan::AT);
            let addressed = seen.holds(scan::AT) && matches!(last, b':' | b'<' | b'>');
            let zoned = || content.contains(" GMT");
            self.set(
                sign::DATED,
                dated && content.len() <= 200 && (addressed || zoned()),
            );
            let number = shows::is_labelled_number(content) || shows::is_extension(content);
            self.set(sign::CONTACT, number);
        }
        if seen.holds(scan::WIDE) {
            self.set(sign::WROTE, shows::says_wrote(content));
        }
        let link =
            seen.holds(scan::SLASH) && content.contains("://") || content.starts_with("www.");
        self.set(
            sign::CONTACT,
            (seen.holds(scan::AT) || link) && self.words <= 10,
        );
        self.set(sign::FOOTER, seen.lists && shows::is_list_footer(content));
        self.set(sign::DEVICE, shows::is_device_line(content));
        self.set(sign::TITLE, seen.title && shows::is_title(content));
        self.set(sign::FILE, seen.english == 0 && shows::is_file(content));
        if content.len() <= people::SHORT {
            self.set(sign::GREETING, people::is_greeting(content));
            self.set(sign::CALL, people::is_call(content));
            self.set(sign::SIGN_OFF, people::is_sign_off(content));
            self.set(sign::NAME, people::is_name(content));
        }
        let leads = last == b':' || self.signs & sign::STOP == 0 && content.len() <= people::SHORT;
        self.set(sign::STEPS, leads && shows::leads_to_steps(content));
        if seen.holds(scan::COLON | scan::WIDE) {
            self.field = fields::field(content).0;
            self.set(sign::FIELD, self.field.is_envelope());
        }
    }
}

/// Whether the line begins what a program signed a message with.
fn is_sealed(content: &str) -> bool {
    content
        .trim_start_matches("- ")
        .starts_with("-----BEGIN PGP SIGNATURE")
}

/// Whether the line is a patch's own: what follows it, up to the next blank line, is code.
fn is_of_patch(content: &str) -> bool {
    const HEADS: [&str; 6] = [
        "@@ -",
        "+++ ",
        "diff -",
        "diff --git ",
        "retrieving revision ",
        "RCS file: ",
    ];
    HEADS.iter().any(|head| content.starts_with(head))
}

/// Whether the line ends as a sentence ends, brackets and quotation marks aside.
fn ends_a_sentence(content: &str) -> bool {
    const COMPANIES: &[&str] = &[
        " Corp.", " Inc.", " Ltd.", " Co.", " L.P.", " S.A.", " L.L.C.", " L.L.P.", " LLP.",
        " P.C.", " B.V.", " N.V.",
    ];
    const STREETS: &[&str] = &[
        " St.", " Ave.", " Rd.", " Blvd.", " Dr.", " Ln.", " Pl.", " N.W.", " S.W.", " N.E.",
        " S.E.",
    ];
    let ends_with =
        |names: &[&str]| content.len() <= 48 && names.iter().any(|name| content.ends_with(name));
    let numbered = content.starts_with(|first: char| first.is_ascii_digit() || first == '#');
    if ends_with(COMPANIES) || numbered && ends_with(STREETS) {
        return false;
    }
    let stop = content.trim_end_matches(['"', ')', '*', '_', '”', '’', '\'']);
    stop.ends_with(['.', '?', '!', '…', '。', '！', '？'])
}

fn small(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn columns(blanks: &str) -> u8 {
    let columns = blanks
        .chars()
        .map(|blank| if blank == '\t' { 4 } else { 1 });
    u8::try_from(columns.sum::<usize>()).unwrap_or(u8::MAX)
}
