//! The lines of a hard-wrapped text after its words have changed: none longer than the writer's own, and those of a list item under
//! its words.

use std::borrow::Cow;
use std::ops::Range;

use super::piece::{self, Piece};
use crate::document::Coding;
use crate::facts::{Message, Passage};
use crate::finding::Finding;
use crate::text::{Edits, Span};

/// What is longer than this many bytes is no message that anyone wraps by hand.
const LONGEST: usize = 16_000;

/// How the lines of a text end, where its writer's editor broke them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrapping {
    /// How many characters a line may hold.
    width: usize,
    /// A line that has room for the next word up to here was not broken for want of it.
    full: usize,
    /// What ends a line: `\n`, `\r\n`, or either behind the blank of flowed text.
    line_end: String,
}

impl Wrapping {
    fn of_passage(passage: &Passage) -> Option<Self> {
        // White space has codes of its own in an encoded part.
        let plain = passage.block.coding == Coding::Plain;
        plain.then(|| Self::of(&passage.text))?
    }

    /// How the text is wrapped; `None` where its lines end as the writer chose, or are none.
    pub(super) fn of(text: &str) -> Option<Self> {
        /// Lines shorter than this are no wrapped prose.
        const NARROW: usize = 40;
        /// What lines may always grow to.
        const USUAL: usize = 72;
        const WIDE: usize = 100;
        /// How much shorter than the longest line one is that the next word would still have fitted on.
        const RAGGED: usize = 8;
        if text.len() > LONGEST {
            return None;
        }
        let paragraphs = || text.split("\n\n").flat_map(|part| part.split("\r\n\r\n"));
        let width = |line: &str| line.trim_end().chars().count();
        let longest = text.lines().map(width).max()?;
        let mut breaks = paragraphs().flat_map(|part| part.lines().zip(part.lines().skip(1)));
        let forced = |(line, next): (&str, &str)| {
            let word = next.split_whitespace().next().map_or(0, width);
            width(line) + 1 + word + RAGGED > longest
        };
        let first = paragraphs()
            .find_map(|part| part.trim().split_once('\n'))?
            .0;
        let bare = first.trim_end_matches(['\r', ' ']);
        (NARROW..=WIDE)
            .contains(&longest)
            .then_some(())
            .filter(|()| breaks.all(forced))
            .map(|()| Self {
                width: longest.max(USUAL),
                full: longest.saturating_sub(RAGGED),
                line_end: format!("{}\n", &first[bare.len()..]),
            })
    }
}

/// The fixes of findings about a passage, wrapped as the passage is.
pub fn wrap_in_passage(findings: &mut [Finding], passage: &Passage) {
    if findings.is_empty() {
        return;
    }
    let Some(wrapping) = Wrapping::of_passage(passage) else {
        return;
    };
    for fix in findings.iter_mut().flat_map(|finding| &mut finding.fixes) {
        fix.edits = wrapped(passage, &wrapping, &fix.edits);
    }
}

/// The fixes of findings about a message, wrapped as each passage that they change is.
pub fn wrap_in_message(findings: &mut [Finding], message: &Message) {
    for fix in findings.iter_mut().flat_map(|finding| &mut finding.fixes) {
        let mut rest: Vec<_> = fix.edits.iter().cloned().collect();
        let mut all = Vec::with_capacity(rest.len());
        while let Some(first) = rest.first().map(|edit| edit.span) {
            let passages = &message.passages;
            let after = passages.partition_point(|(offset, _)| *offset <= first.start);
            let here = passages[..after].last();
            let here = here.filter(|(offset, passage)| first.end <= offset + passage.text.len());
            let count = here.map_or(1, |(offset, passage)| {
                let end = offset + passage.text.len();
                rest.iter().take_while(|edit| edit.span.end <= end).count()
            });
            let group: Vec<_> = rest.drain(..count.max(1)).collect();
            let wrapping = here.and_then(|(_, passage)| Wrapping::of_passage(passage));
            match (here, wrapping) {
                (Some((offset, passage)), Some(wrapping)) => {
                    let mut group = group;
                    for edit in &mut group {
                        edit.span = Span::new(edit.span.start - offset, edit.span.end - offset);
                    }
                    let edits = Edits::new(group).unwrap_or_default();
                    let edits = wrapped(passage, &wrapping, &edits).shifted(*offset);
                    all.extend(edits.iter().cloned());
                }
                _ => all.extend(group),
            }
        }
        if let Some(edits) = Edits::new(all) {
            fix.edits = edits;
        }
    }
}

fn wrapped(passage: &Passage, wrapping: &Wrapping, edits: &Edits) -> Edits {
    let whole = Span::new(0, passage.text.len());
    let words = |span: Span| Cow::Borrowed(span.of(&passage.text));
    let pieces = piece::of(whole, edits);
    let code = |span: Span| passage.prose.code.iter().any(|code| code.overlaps(span));
    let pieces = pieces_wrapped(pieces, wrapping, &words, &code);
    piece::edits(whole, &pieces, &words).unwrap_or_else(|| edits.clone())
}

/// The pieces with their lines broken anew where new words made them too long.
pub(super) fn pieces_wrapped<'t>(
    pieces: Vec<Piece>,
    wrapping: &Wrapping,
    words: &dyn Fn(Span) -> Cow<'t, str>,
    is_code: &dyn Fn(Span) -> bool,
) -> Vec<Piece> {
    let mut text = String::new();
    let mut new: Vec<Range<usize>> = Vec::new();
    for piece in &pieces {
        let from = text.len();
        match piece {
            Piece::Stays(span) => text.push_str(&words(*span)),
            Piece::New(said) => {
                text.push_str(said);
                new.push(from..text.len());
            }
        }
    }
    let mut lines = Lines {
        text: &text,
        wrapping,
        new: &new,
        gaps: Vec::new(),
    };
    lines.fill();
    let mut gaps = lines.gaps;
    // What stands in code or a link stays.
    let mut from = 0;
    for piece in &pieces {
        let Piece::Stays(span) = piece else {
            let Piece::New(said) = piece else { continue };
            from += said.len();
            continue;
        };
        let start = from;
        from += span.len();
        gaps.retain(|(gap, _)| {
            let inside = gap.start.max(start)..gap.end.min(from);
            inside.is_empty()
                || !is_code(Span::new(
                    span.start + inside.start - start,
                    span.start + inside.end - start,
                ))
        });
    }
    with_gaps(pieces, &gaps)
}

/// The pieces with other white space in some gaps of the text they make.
fn with_gaps(pieces: Vec<Piece>, gaps: &[(Range<usize>, String)]) -> Vec<Piece> {
    let mut all = Vec::with_capacity(pieces.len() + 2 * gaps.len());
    let mut from = 0;
    for piece in pieces {
        let len = match &piece {
            Piece::Stays(span) => span.len(),
            Piece::New(text) => text.len(),
        };
        let part = |range: Range<usize>| match &piece {
            Piece::Stays(span) => {
                Piece::Stays(Span::new(span.start + range.start, span.start + range.end))
            }
            Piece::New(text) => Piece::New(text[range].to_owned()),
        };
        let mut at = 0;
        for (gap, says) in gaps {
            if gap.end <= from || gap.start >= from + len {
                continue;
            }
            let start = gap.start.max(from) - from;
            if start > at {
                all.push(part(at..start));
            }
            // A gap that reaches over two pieces is said once.
            if gap.start >= from {
                all.push(Piece::New(says.clone()));
            }
            at = gap.end.min(from + len) - from;
        }
        if at < len {
            all.push(part(at..len));
        }
        from += len;
    }
    all
}

/// The text as it will read, line by line.
struct Lines<'a> {
    text: &'a str,
    wrapping: &'a Wrapping,
    /// The runs that are new.
    new: &'a [Range<usize>],
    /// The gaps between words that are to be others, in order.
    gaps: Vec<(Range<usize>, String)>,
}

impl Lines<'_> {
    fn fill(&mut self) {
        let mut column = 0;
        let mut indent = String::new();
        // Whether words of the line before went on to this one.
        let mut carries = false;
        // Whether the item the line is of got its number here.
        let mut listed = false;
        let mut at = 0;
        while at < self.text.len() {
            let rest = &self.text[at..];
            let gap = at..at + (rest.len() - rest.trim_start().len());
            let word = self.unit(gap.end);
            if word.is_empty() {
                break;
            }
            let width = word.chars().count();
            let blank = &self.text[gap.clone()];
            let ends = blank.matches('\n').count();
            let opens = at == 0 || ends > 0;
            at = gap.end + word.len();
            if opens && (ends != 1 || is_mark(word) || gap.start == 0) {
                // Another paragraph, or an item.
                indent = blank.rsplit('\n').next().unwrap_or_default().to_owned();
                column = indent.chars().count() + width;
                carries = false;
                listed = is_number(word) && self.is_new(gap.end..at);
                if is_mark(word) {
                    indent.push_str(&" ".repeat(width + 1));
                }
                continue;
            }
            if ends == 1 {
                if self.goes_on(column + 1 + width, carries) && !self.is_short(gap.clone()) {
                    self.gaps.push((gap, " ".to_owned()));
                    column += 1 + width;
                    carries = true;
                    continue;
                }
                let said = blank.rsplit('\n').next().unwrap_or_default();
                if listed && said != indent {
                    let line_end = &blank[..blank.len() - said.len()];
                    self.gaps.push((gap, format!("{line_end}{indent}")));
                } else if !listed {
                    indent = said.to_owned();
                }
                column = indent.chars().count() + width;
                carries = false;
                continue;
            }
            let longer = column + blank.chars().count() + width;
            if longer > self.wrapping.width
                && !is_mark(word)
                && column > indent.chars().count()
                && (carries || self.is_changed(&gap))
            {
                self.gaps
                    .push((gap, format!("{}{indent}", self.wrapping.line_end)));
                column = indent.chars().count() + width;
                carries = true;
            } else {
                column = longer;
            }
        }
    }

    /// Whether a line that would be as wide as this with the next word takes it on: there is room, and either the line was not broken
    /// for want of it or words of the line before have come down to it.
    fn goes_on(&self, width: usize, carries: bool) -> bool {
        width <= self.wrapping.full || carries && width <= self.wrapping.width
    }

    /// Whether a few words on a line of their own follow a full sentence: "Thanks, Kim".
    fn is_short(&self, gap: Range<usize>) -> bool {
        const FEW: usize = 3;
        let line = self.text[gap.end..].lines().next().unwrap_or_default();
        let ended = self.text[..gap.start].ends_with(['.', '!', '?']);
        ended && line.split_whitespace().count() <= FEW
    }

    /// The word that begins at a place; a day put in is one: "by Fri 20 Nov".
    fn unit(&self, at: usize) -> &str {
        const DAY: usize = 24;
        let last = self.new.partition_point(|new| new.start < at + 1);
        let day = self.new[..last].last().filter(|new| {
            let opens = self.text[new.start..at.max(new.start)].trim().is_empty();
            opens && new.len() <= DAY && self.text[at..].starts_with("by ")
        });
        let from = day.map_or(at, |day| day.end.max(at));
        let rest = &self.text[from..];
        &self.text[at..from + rest.find(char::is_whitespace).unwrap_or(rest.len())]
    }

    /// Whether something new stands on the line that the gap is in.
    fn is_changed(&self, gap: &Range<usize>) -> bool {
        let start = self.text[..gap.start].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[gap.end..].find('\n');
        let end = end.map_or(self.text.len(), |end| gap.end + end);
        self.is_new(start..end)
    }

    fn is_new(&self, run: Range<usize>) -> bool {
        let mut new = self.new.iter();
        new.any(|new| new.start < run.end && run.start < new.end)
    }
}

/// What would make a line of its own: a list mark, a quote mark, a number.
fn is_mark(word: &str) -> bool {
    word.starts_with(['>', '#', '|']) || matches!(word, "-" | "*" | "+" | "•") || is_number(word)
}

fn is_number(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    number.len() < word.len()
        && number.len() <= 2
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !number.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Edit;

    /// The text with `old` said as `new`, and wrapped.
    fn said(text: &str, old: &str, new: &str) -> String {
        let start = text.find(old).expect("words of the text");
        let edits = Edits::from(Edit::replace(Span::new(start, start + old.len()), new));
        let whole = Span::new(0, text.len());
        let words = |span: Span| Cow::Borrowed(span.of(text));
        let Some(wrapping) = Wrapping::of(text) else {
            return edits.applied_to(text);
        };
        let code = |span: Span| span.of(text).contains('`');
        let pieces = pieces_wrapped(piece::of(whole, &edits), &wrapping, &words, &code);
        let edits = piece::edits(whole, &pieces, &words).expect("pieces in the order of the text");
        edits.applied_to(text)
    }

    const NOTE: &str = "The caretaker of the house has asked whether we could send the lease to\n\
        the bank, so that the loan can be paid before the year is over and the\n\
        roof be mended.\n";

    #[test]
    fn what_grows_too_long_flows_on_to_the_next_line() {
        assert_eq!(
            said(NOTE, "the bank,", "the bank by Fri 20 Nov,"),
            "The caretaker of the house has asked whether we could send the lease to\n\
             the bank by Fri 20 Nov, so that the loan can be paid before the year is\n\
             over and the roof be mended.\n"
        );
        assert_eq!(said(NOTE, "the loan", "it"), NOTE.replace("the loan", "it"));
    }

    #[test]
    fn a_day_put_in_stays_on_one_line() {
        let text = NOTE.replace("lease to\n", "lease\n");
        let at = text.find("\nthe bank").expect("the first line ends");
        let edits = Edits::from(Edit::insert(at, " by Fri 20 Nov"));
        let whole = Span::new(0, text.len());
        let words = |span: Span| Cow::Borrowed(span.of(&text));
        let wrapping = Wrapping::of(&text).expect("a wrapped paragraph");
        let pieces = pieces_wrapped(piece::of(whole, &edits), &wrapping, &words, &|_| false);
        let edits = piece::edits(whole, &pieces, &words).expect("pieces in order");
        let said = edits.applied_to(&text);
        assert!(said.contains("lease\nby Fri 20 Nov the bank"), "{said}");
    }

    #[test]
    fn line_ends_stay_what_they_are() {
        for line_end in ["\r\n", " \n"] {
            let text = NOTE.replace('\n', line_end);
            let said = said(&text, "the bank,", "the bank by Fri 20 Nov,");
            assert_eq!(said.matches(line_end).count(), 3, "{said:?}");
            assert_eq!(said.matches('\n').count(), 3, "{said:?}");
        }
    }

    #[test]
    fn lines_that_end_where_the_writer_chose_stay() {
        let text = "The caretaker has asked for the lease, which we signed in the spring.\n\
            Please send it.\nThanks for the help with the roof!\n";
        let long =
            "Please send it to the bank in Leeds, to the caretaker and to the board by Fri 20 Nov.";
        assert_eq!(
            said(text, "Please send it.", long),
            text.replace("Please send it.", long)
        );
    }

    #[test]
    fn an_item_goes_on_under_its_words() {
        let text = "- Please send the lease that the caretaker of the house signed to the\n  \
            bank, which asks for it.\n";
        assert_eq!(
            said(text, "the lease that", "by Fri 20 Nov the lease that"),
            "- Please send by Fri 20 Nov the lease that the caretaker of the house\n  \
             signed to the bank, which asks for it.\n"
        );
        assert_eq!(
            said(NOTE, "The caretaker", "1. The caretaker"),
            "1. The caretaker of the house has asked whether we could send the lease\n   \
             to the bank, so that the loan can be paid before the year is over and\n   \
             the roof be mended.\n"
        );
    }

    #[test]
    fn code_is_never_broken() {
        let text = "Before the release on Monday somebody would have to run `make test all`\n\
            on the branch, and tell the others what comes of it.\n";
        let said = said(text, "somebody would have to", "Ana, could you please");
        assert!(said.contains("`make test all`"), "{said}");
    }
}
