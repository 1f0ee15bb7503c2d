//! Markdown inside a block, by the rules of CommonMark: code, stress, strikes, links, pictures, HTML.
//!
//! One walk finds code, HTML, brackets and runs of marks; what is stressed is settled where a bracket closes, for a link binds more
//! tightly than stars, and at the end. Nothing is looked for twice, so the cost is that of the text's length.

use std::collections::HashMap;

use crate::text::Span;

/// What a run of a block is that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A mark: a star, a bracket, a backslash.
    Mark,
    /// Code with its back ticks.
    Code,
    /// A picture with what it shows and where it is.
    Image,
    /// A tag or comment of HTML.
    Html,
    /// Where a link leads.
    Target,
}

/// The parts of a block that are no text, none within another, in no order.
pub(super) fn parts(text: &str) -> Vec<(Span, Part)> {
    let (text, rest) = text.split_at(html_block(text).unwrap_or(text.len()));
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        parts: Vec::new(),
        runs: Vec::new(),
        brackets: Vec::new(),
        before_link: 0,
        ticks: None,
        missing: Vec::new(),
    };
    reader.read();
    if !rest.is_empty() {
        reader.push(text.len(), text.len() + rest.len(), Part::Html);
    }
    reader.parts
}

/// Whether a block says where the links of others lead: `[name]: address`, line for line.
pub(super) fn is_definitions(text: &str) -> bool {
    fn address(line: &str) -> Option<&str> {
        let (_, rest) = line.strip_prefix('[')?.split_once(']')?;
        rest.strip_prefix(':')
    }
    let mut lines = text.lines();
    let rest = |line| address(line).unwrap_or(line);
    lines.next().is_some_and(|line| address(line).is_some())
        && text
            .lines()
            .all(|line| rest(line).split_whitespace().count() <= 1)
}

/// Tags that are a page's and not a sentence's, after the list in CommonMark.
const PAGE: &str = "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu \
    menuitem nav noframes ol optgroup option p param pre script search section style summary table tbody td textarea tfoot th thead \
    title tr track ul";

/// Where HTML begins that goes on to the end of the block: at a line that opens with a tag of a page, or at a first line that is a tag
/// and nothing else.
fn html_block(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if let Some(tag) = content.strip_prefix('<') {
            let name = tag.trim_start_matches('/');
            let len = name.find(|c: char| !c.is_ascii_alphanumeric());
            let (name, rest) = name.split_at(len.unwrap_or(name.len()));
            let is_tag = !name.is_empty() && rest.starts_with([' ', '/', '>']);
            let alone = at == 0 && is_tag && rest.find('>') == Some(rest.len() - 1);
            let comment = tag.starts_with("!--") && !text[at..].contains("-->");
            let name = name.to_ascii_lowercase();
            if alone || comment || PAGE.split_whitespace().any(|known| known == name) {
                return Some(at);
            }
        }
        at += line.len();
    }
    None
}

/// No address has more parentheses inside one another.
const MOST_NESTED: usize = 32;

/// A run of one kind of mark that may begin or end stress.
#[derive(Clone, Copy)]
struct Run {
    at: usize,
    /// How long it was, and how much of it is not used.
    len: usize,
    left: usize,
    byte: u8,
    opens: bool,
    closes: bool,
}

impl Run {
    fn is_both(self) -> bool {
        self.opens && self.closes
    }

    /// Whether it begins what `end` ends: of two runs that could be read in another way the lengths tell.
    fn pairs_with(self, end: Self) -> bool {
        let odd = (self.is_both() || end.is_both())
            && (self.len + end.len).is_multiple_of(3)
            && !end.len.is_multiple_of(3);
        let fits = if end.byte == b'~' {
            self.len == end.len
        } else {
            !odd
        };
        self.byte == end.byte && fits
    }

    /// Runs that end alike: what ended one of them in vain ends all of them in vain.
    fn class(self) -> usize {
        let byte = match self.byte {
            b'*' => 0,
            b'_' => 1,
            _ => 2,
        };
        (byte * 2 + usize::from(self.is_both())) * 3 + self.len % 3
    }
}

/// A bracket that may begin a link or picture, and what there was when it was met.
struct Bracket {
    at: usize,
    image: bool,
    parts: usize,
    runs: usize,
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    parts: Vec<(Span, Part)>,
    runs: Vec<Run>,
    brackets: Vec<Bracket>,
    /// How many of the brackets stand before a link: there is no link in another.
    before_link: usize,
    /// Where runs of back ticks begin, by their lengths.
    ticks: Option<HashMap<usize, Vec<usize>>>,
    /// Ends of HTML that were looked for and are not in the rest of the text.
    missing: Vec<&'static str>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(&byte) = self.bytes.get(at) {
            at = match byte {
                b'\\' => self.escape(at),
                b'`' => self.code(at),
                b'<' => self.angle(at),
                b'*' | b'_' | b'~' => self.run(at),
                b'[' => self.bracket(at, at + 1, false),
                b'!' if self.bytes.get(at + 1) == Some(&b'[') => self.bracket(at, at + 2, true),
                b']' => self.close(at),
                _ => at + 1,
            };
        }
        self.stress(0);
    }

    fn push(&mut self, start: usize, end: usize, part: Part) -> usize {
        self.parts.push((Span::new(start, end), part));
        end
    }

    fn escape(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(b'\n') => self.push(at, at + 1, Part::Mark),
            Some(next) if next.is_ascii_punctuation() => self.push(at, at + 1, Part::Mark) + 1,
            _ => at + 1,
        }
    }

    /// How many bytes from here on are the one here.
    fn same(&self, at: usize) -> usize {
        let first = self.bytes[at];
        let same = self.bytes[at..].iter();
        same.take_while(|byte| **byte == first).count()
    }

    fn code(&mut self, at: usize) -> usize {
        let len = self.same(at);
        let bytes = self.bytes;
        let ticks = self.ticks.get_or_insert_with(|| {
            let mut ticks: HashMap<usize, Vec<usize>> = HashMap::new();
            let mut from = 0;
            for run in bytes.chunk_by(|one, next| one == next) {
                if run[0] == b'`' {
                    ticks.entry(run.len()).or_default().push(from);
                }
                from += run.len();
            }
            ticks
        });
        let ends = ticks.get(&len).map_or(&[][..], Vec::as_slice);
        let next = ends.partition_point(|end| *end < at + len);
        match ends.get(next).copied() {
            Some(end) => self.push(at, end + len, Part::Code),
            None => at + len,
        }
    }

    fn angle(&mut self, at: usize) -> usize {
        if let Some(end) = self.address(at + 1) {
            self.push(at, at + 1, Part::Mark);
            return self.push(end, end + 1, Part::Mark);
        }
        match self.html(at) {
            Some(end) => self.push(at, end, Part::Html),
            None => at + 1,
        }
    }

    /// Where `<https://…>` or `<ana@example.com>` has its closing mark.
    fn address(&self, at: usize) -> Option<usize> {
        let rest = &self.bytes[at..];
        let inside = |byte: &&u8| !matches!(**byte, b'<' | b'>' | b' ' | 0x7f) && **byte >= b' ';
        let len = rest.iter().take_while(inside).count();
        if rest.get(len) != Some(&b'>') {
            return None;
        }
        let address = &self.text[at..at + len];
        let is_link = address.split_once(':').is_some_and(|(scheme, _)| {
            let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte);
            (2..=32).contains(&scheme.len())
                && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme.bytes().all(letters)
        });
        let is_mail = address.split_once('@').is_some_and(|(name, host)| {
            let sign =
                |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
            let label = |label: &str| {
                (1..=63).contains(&label.len())
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            };
            !name.is_empty() && name.bytes().all(sign) && host.split('.').all(label)
        });
        (is_link || is_mail).then_some(at + len)
    }

    /// Where a tag, comment or the like of HTML ends.
    fn html(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if rest.starts_with("<!-->") {
            return Some(at + 5);
        }
        if rest.starts_with("<!--->") {
            return Some(at + 6);
        }
        let framed = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")];
        let framed = framed.iter().find(|(start, _)| rest.starts_with(start));
        if let Some((start, end)) = framed {
            return self.find(at + start.len(), end);
        }
        let mut at = at + 1;
        if self.bytes.get(at) == Some(&b'!') {
            return match self.bytes.get(at + 1)? {
                letter if letter.is_ascii_alphabetic() => self.find(at + 1, ">"),
                _ => None,
            };
        }
        let closing = self.bytes.get(at) == Some(&b'/');
        at += usize::from(closing);
        if !self.bytes.get(at)?.is_ascii_alphabetic() {
            return None;
        }
        at = self.past(at, |byte| byte.is_ascii_alphanumeric() || byte == b'-');
        loop {
            let blank = self.blanks(at);
            match self.bytes.get(blank)? {
                b'>' => return Some(blank + 1),
                b'/' if !closing => {
                    return (self.bytes.get(blank + 1) == Some(&b'>')).then_some(blank + 2);
                }
                _ if closing || blank == at => return None,
                _ => at = self.attribute(blank)?,
            }
        }
    }

    /// Where an attribute of a tag ends.
    fn attribute(&self, at: usize) -> Option<usize> {
        let first = self.bytes.get(at)?;
        if !first.is_ascii_alphabetic() && !b"_:".contains(first) {
            return None;
        }
        let name = self.past(at, |byte| {
            byte.is_ascii_alphanumeric() || b"_:.-".contains(&byte)
        });
        let sign = self.blanks(name);
        if self.bytes.get(sign) != Some(&b'=') {
            return Some(name);
        }
        let value = self.blanks(sign + 1);
        match *self.bytes.get(value)? {
            quote @ (b'"' | b'\'') => {
                let end = self.past(value + 1, |byte| byte != quote);
                (end < self.bytes.len()).then_some(end + 1)
            }
            _ => {
                let end = self.past(value, |byte| {
                    !byte.is_ascii_whitespace() && !b"\"'=<>`".contains(&byte)
                });
                (end > value).then_some(end)
            }
        }
    }

    /// Behind the next `end`; each is looked for in vain but once.
    fn find(&mut self, at: usize, end: &'static str) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = self.text[at..].find(end);
        if found.is_none() {
            self.missing.push(end);
        }
        Some(at + found? + end.len())
    }

    /// The first byte from here on that is not so.
    fn past(&self, at: usize, is_so: impl Fn(u8) -> bool) -> usize {
        let run = self.bytes[at..].iter().take_while(|byte| is_so(**byte));
        at + run.count()
    }

    fn blanks(&self, at: usize) -> usize {
        self.past(at, |byte| byte.is_ascii_whitespace())
    }

    /// Stars, underscores or tildes.
    fn run(&mut self, at: usize) -> usize {
        let len = self.same(at);
        let byte = self.bytes[at];
        let before = self.text[..at].chars().next_back().unwrap_or(' ');
        let after = self.text[at + len..].chars().next().unwrap_or(' ');
        let mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        let begins =
            !after.is_whitespace() && (!mark(after) || before.is_whitespace() || mark(before));
        let ends =
            !before.is_whitespace() && (!mark(before) || after.is_whitespace() || mark(after));
        let inside = byte == b'_' || byte == b'~' && len == 1;
        if byte != b'~' || len <= 2 {
            self.runs.push(Run {
                at,
                len,
                left: len,
                byte,
                opens: begins && (!inside || !ends || mark(before)),
                closes: ends && (!inside || !begins || mark(after)),
            });
        }
        at + len
    }

    fn bracket(&mut self, at: usize, end: usize, image: bool) -> usize {
        self.brackets.push(Bracket {
            at,
            image,
            parts: self.parts.len(),
            runs: self.runs.len(),
        });
        end
    }

    fn close(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else {
            return at + 1;
        };
        let around = self.brackets.len();
        let barred = !open.image && around < self.before_link;
        self.before_link = self.before_link.min(around);
        if barred {
            return at + 1;
        }
        let behind = (self.bytes.get(at + 1) == Some(&b'(')).then_some(at + 2);
        let Some(end) = behind.and_then(|target| self.target(target)) else {
            return at + 1;
        };
        if open.image {
            self.parts.truncate(open.parts);
            self.runs.truncate(open.runs);
            return self.push(open.at, end, Part::Image);
        }
        self.stress(open.runs);
        self.push(open.at, open.at + 1, Part::Mark);
        self.push(at, at + 1, Part::Mark);
        self.before_link = around;
        self.push(at + 1, end, Part::Target)
    }

    /// Behind the parenthesis that closes an address and its title.
    fn target(&self, at: usize) -> Option<usize> {
        let start = self.blanks(at);
        let end = self.destination(start)?;
        let mut at = self.blanks(end);
        if at > end
            && let Some(quote @ (b'"' | b'\'' | b'(')) = self.bytes.get(at)
        {
            let close = if *quote == b'(' { b')' } else { *quote };
            at = self.title(at + 1, *quote, close)?;
            at = self.blanks(at);
        }
        (self.bytes.get(at) == Some(&b')')).then_some(at + 1)
    }

    fn destination(&self, mut at: usize) -> Option<usize> {
        let framed = self.bytes.get(at) == Some(&b'<');
        at += usize::from(framed);
        let mut nested = 0;
        loop {
            match *self.bytes.get(at)? {
                b'>' if framed => return Some(at + 1),
                b'<' | b'\n' if framed => return None,
                b'\\' if self.bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
                _ if framed => {}
                b'(' if nested == MOST_NESTED => return None,
                b'(' => nested += 1,
                b')' if nested == 0 => return Some(at),
                b')' => nested -= 1,
                byte if byte <= b' ' => return (nested == 0).then_some(at),
                _ => {}
            }
            at += 1;
        }
    }

    fn title(&self, mut at: usize, open: u8, close: u8) -> Option<usize> {
        loop {
            match *self.bytes.get(at)? {
                b'\\' => at += 1,
                byte if byte == close => return Some(at + 1),
                byte if byte == open => return None,
                _ => {}
            }
            at += 1;
        }
    }

    /// Settles which runs from the `from`th on begin and end stress.
    fn stress(&mut self, from: usize) {
        let mut open: Vec<Run> = Vec::new();
        // Below these no run of a class has its beginning.
        let mut lowest = [0; 18];
        for mut run in self.runs.split_off(from) {
            while run.closes && run.left > 0 {
                let low = lowest[run.class()];
                let found = open[low..].iter().rposition(|begin| begin.pairs_with(run));
                let Some(found) = found.map(|found| low + found) else {
                    lowest[run.class()] = open.len();
                    break;
                };
                open.truncate(found + 1);
                let begin = &mut open[found];
                let used = begin.left.min(run.left).min(2);
                begin.left -= used;
                let start = begin.at + begin.left;
                if begin.left == 0 {
                    open.pop();
                }
                lowest
                    .iter_mut()
                    .for_each(|low| *low = open.len().min(*low));
                self.push(start, start + used, Part::Mark);
                run.at = self.push(run.at, run.at + used, Part::Mark);
                run.left -= used;
            }
            if run.opens && run.left > 0 {
                open.push(run);
            }
        }
    }
}
