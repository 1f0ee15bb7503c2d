use super::cut::cut;
use crate::facts::Passage;
use crate::language::{Token, TokenKind};
use crate::text::{Edit, Span};

/// Takes a phrase out with what ties it to the rest: "Sorry to bother you, but" goes up to "could"; a sentence that says nothing
/// else goes whole.
///
/// `span` holds whole words of one sentence of the passage.
pub fn leave_out(passage: &Passage, span: Span) -> Edit {
    let text = &passage.text;
    let sentences = &passage.words.sentences;
    let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let Some(sentence) = sentences.get(at) else {
        return cut(text, span);
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let next = tokens.partition_point(|token| token.span.start < span.end);
    let (before, after) = (&tokens[..first], &tokens[next..]);
    let tied = after.iter().take_while(|token| ties(token)).count();
    match (before.iter().all(is_mark), after.iter().all(is_mark)) {
        (true, true) => whole(text, sentence.span.join(span)),
        // "Morning: sorry to bother you, but" begins after the colon.
        (opens, false) if tied > 0 && (opens || before.last().is_some_and(|last| last.is(":"))) => {
            cut(text, span.join(after[tied - 1].span))
        }
        (false, true) => {
            let tie = before
                .iter()
                .rev()
                .take_while(|token| token.is_any(&["but", "and", "so", "-", "–", "—", "--"]))
                .last();
            cut(text, tie.map_or(span, |tie| span.join(tie.span)))
        }
        _ => cut(text, span),
    }
}

/// Takes a sentence out with the blank after it, or before it where it is the last of its line; with the line where that is all it held.
fn whole(text: &str, span: Span) -> Edit {
    const BLANK: [char; 3] = [' ', '\t', '\u{a0}'];
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let next = after.trim_start_matches(BLANK);
    let ends_line = next.is_empty() || next.starts_with(['\n', '\r']);
    if !ends_line {
        return Edit::delete(Span::new(span.start, text.len() - next.len()));
    }
    let start = before.trim_end_matches(BLANK);
    if start.is_empty() || start.ends_with('\n') {
        let line = next.find('\n').map_or(0, |end| end + 1);
        if line > 0 || start.is_empty() {
            return Edit::delete(Span::new(start.len(), text.len() - next.len() + line));
        }
        return Edit::delete(Span::new(start.trim_end().len(), span.end));
    }
    Edit::delete(Span::new(start.len(), span.end))
}

fn ties(token: &Token) -> bool {
    token.is_any(&[
        ",", "but", "and", "so", "-", "–", "—", "--", ":", ";", "however", "...",
    ])
}

fn is_mark(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::Format;
    use crate::settings::Options;
    use crate::text::Edits;

    fn without(marked: &str) -> String {
        let start = marked.find("[[").unwrap();
        let end = marked.find("]]").unwrap() - 2;
        let text = marked.replace("[[", "").replace("]]", "");
        let message = crate::read(&text, Format::Text, date(2026, 11, 18), &Options::default());
        let (offset, passage) = message.own().next().unwrap();
        let edit = leave_out(passage, Span::new(start - offset, end - offset));
        Edits::from(edit).shifted(offset).applied_to(&text)
    }

    #[test]
    fn a_phrase_goes_with_what_ties_it() {
        for (marked, left) in [
            (
                "[[Sorry to bother you]], but could you sign?",
                "Could you sign?",
            ),
            (
                "[[Sorry to bother you]] but could you sign?",
                "Could you sign?",
            ),
            ("Please sign it, [[if you don't mind]].", "Please sign it."),
            ("Please sign it - [[no pressure]]!", "Please sign it!"),
            (
                "I need it. [[No worries if not!]] Thanks.",
                "I need it. Thanks.",
            ),
            ("I need it.\n[[No worries if not]] :)", "I need it."),
            ("I need it, and [[no pressure]].", "I need it."),
            ("[[No pressure]], and thanks!", "Thanks!"),
            (
                "News: [[sorry to bother you]], but the roof leaks.",
                "News: The roof leaks.",
            ),
        ] {
            assert_eq!(without(marked), left, "{marked}");
        }
    }
}
