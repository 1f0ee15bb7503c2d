use crate::text::{Edit, Span};

/// Takes words out of a text and leaves the rest as if they had never been there: one space where two would meet, no comma or
/// capital orphaned.
///
/// `span` holds whole words of `text`.
#[inline(never)]
pub fn cut(text: &str, span: Span) -> Edit {
    // "When you might be able to come" is when you can.
    let said = span.of(text).to_lowercase();
    if said.starts_with(['m', 'M']) && said.ends_with("able to") {
        return Edit::replace(span, "can");
    }
    let before = &text[..span.start];
    let after = &text[span.end..];
    let opens = opens_sentence(before);
    let comma_before = before.trim_end().ends_with(',');
    let spaces_after = after.len() - after.trim_start_matches(BLANK).len();
    let comma_after = after.trim_start_matches(BLANK).starts_with(',');
    let end_after = after
        .trim_start_matches(BLANK)
        .starts_with(['.', '!', '?', ';', ':', ')']);

    if opens {
        let rest = if comma_after {
            &after[spaces_after + 1..]
        } else {
            after
        };
        let rest = rest.trim_start_matches(BLANK);
        let start = text.len() - rest.len();
        // Who begins sentences without a capital is left to.
        let ended = before.trim_end().ends_with(['.', '!', '?', '…']) || before.trim().is_empty();
        let small = ended && span.of(text).starts_with(char::is_lowercase);
        return match rest.chars().next() {
            Some(first) if first.is_lowercase() && !small => Edit::replace(
                Span::new(span.start, start + first.len_utf8()),
                first.to_uppercase().collect::<String>(),
            ),
            _ => Edit::delete(Span::new(span.start, start)),
        };
    }
    let pauses = before.trim_end().ends_with(['-', '–', '—', ';', ':', '(']);
    if comma_before && comma_after && opens_with_clause(before) || pauses && comma_after {
        // The comma before parts that clause from what follows; the one after goes.
        let rest = after[spaces_after + 1..].trim_start_matches(BLANK);
        return Edit::delete(Span::new(span.start, text.len() - rest.len()));
    }
    if comma_before && comma_after && opens_clause(after[spaces_after + 1..].trim_start()) {
        // "It looks good, when I can, I'll read it": what follows stands by itself.
        let rest = after[spaces_after + 1..].trim_start_matches(BLANK);
        return Edit::delete(Span::new(span.start, text.len() - rest.len()));
    }
    if comma_after && joins(before) {
        // "But, please call": the comma closed the words that go.
        let rest = after[spaces_after + 1..].trim_start_matches(BLANK);
        return Edit::delete(Span::new(span.start, text.len() - rest.len()));
    }
    if comma_before && (comma_after || end_after || after.trim().is_empty()) {
        let start = before.trim_end().len() - 1;
        let end = span.end + if comma_after { spaces_after + 1 } else { 0 };
        return Edit::delete(Span::new(start, end));
    }
    if before.ends_with(BLANK) {
        return Edit::delete(Span::new(before.trim_end_matches(BLANK).len(), span.end));
    }
    Edit::delete(Span::new(span.start, span.end + spaces_after))
}

const BLANK: [char; 3] = [' ', '\t', '\u{a0}'];

/// Whether the sentence so far is one that hangs on what follows, up to its comma: "When you are done,".
fn opens_with_clause(before: &str) -> bool {
    const OPENERS: [&str; 24] = [
        "when", "if", "once", "after", "before", "since", "as", "while", "because", "although",
        "though", "until", "unless", "in", "for", "to", "with", "on", "hi", "hello", "hey", "dear",
        "good", "thanks",
    ];
    // Longer than any clause before its comma: a sentence may be as long as a book.
    const LOOKED_AT: usize = 300;
    let mut from = before.len().saturating_sub(LOOKED_AT);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let near = &before[from..];
    let start = near
        .rfind(['.', '!', '?', ';', ':'])
        .map_or(0, |mark| mark + 1);
    let clause = near[start..].trim_end().trim_end_matches(',');
    let first = clause.split_whitespace().next().unwrap_or_default();
    !clause.contains(',')
        && OPENERS
            .iter()
            .any(|opener| first.eq_ignore_ascii_case(opener))
}

/// Whether a clause begins here with who does something: "I'll read it".
fn opens_clause(after: &str) -> bool {
    const SUBJECTS: [&str; 7] = ["I", "we", "you", "he", "she", "they", "it"];
    let word = after
        .split([' ', '\n', '\'', '’'])
        .next()
        .unwrap_or_default();
    SUBJECTS.contains(&word)
}

/// Whether the last word before joins what follows to what was said.
fn joins(before: &str) -> bool {
    const JOINING: [&str; 5] = ["and", "but", "so", "or", "also"];
    let last = before.trim_end_matches(BLANK).rsplit(char::is_whitespace);
    let last = last.take(1).next().unwrap_or_default();
    JOINING.iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// Whether what comes next opens a sentence.
fn opens_sentence(before: &str) -> bool {
    let trimmed = before.trim_end();
    let line_starts = before.len() > trimmed.len() && before[trimmed.len()..].contains('\n');
    match trimmed.chars().next_back() {
        None => true,
        Some(last) => matches!(last, '.' | '!' | '?' | ':' | '…') || (line_starts && last == ','),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Edits;

    fn without(marked: &str) -> String {
        let start = marked.find("[[").unwrap();
        let end = marked.find("]]").unwrap() - 2;
        let text = marked.replace("[[", "").replace("]]", "");
        Edits::from(cut(&text, Span::new(start, end))).applied_to(&text)
    }

    #[test]
    fn spaces_commas_and_capitals_stay_right() {
        for (marked, left) in [
            ("Could you [[just]] send it?", "Could you send it?"),
            ("[[Just]] checking in.", "Checking in."),
            ("Thanks. [[Ideally]], I'd need it.", "Thanks. I'd need it."),
            ("Could you, [[maybe]], send it?", "Could you send it?"),
            (
                "It looks good, [[when I can]], I'll read it.",
                "It looks good, I'll read it.",
            ),
            ("Hi all, [[sorry]], I am late.", "Hi all, I am late."),
            ("Send it, [[if possible]].", "Send it."),
            (
                "It is late but [[maybe]], send it.",
                "It is late but send it.",
            ),
            ("Send it [[if possible]].", "Send it."),
            ("Send it, [[if possible]], to Ana.", "Send it to Ana."),
            ("Hi Sam,\n[[just]] a note.", "Hi Sam,\nA note."),
            ("([[just]] a note)", "(a note)"),
            ("Was it [[just]]\nnow?", "Was it\nnow?"),
            ("[[Just]] Éric.", "Éric."),
            ("[[only]]", ""),
            ("hm ok. [[maybe]] we wait", "hm ok. we wait"),
            (
                "When you land, [[if possible]], call me.",
                "When you land, call me.",
            ),
            ("Rick -- [[if you can]], Ana rang.", "Rick -- Ana rang."),
        ] {
            assert_eq!(without(marked), left, "{marked}");
        }
    }
}
