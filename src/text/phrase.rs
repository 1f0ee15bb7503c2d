use super::Span;

/// How many bytes at the start of `text` are `phrase`, whatever the case, the kind of apostrophe and the white space between
/// words; `None` if it is not there or its last word goes on.
pub fn phrase_at(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    let mut words = phrase.split_whitespace().peekable();
    words.peek()?;
    while let Some(word) = words.next() {
        for wanted in word.chars() {
            let here = rest.chars().next()?;
            if !same(here, wanted) {
                return None;
            }
            rest = &rest[here.len_utf8()..];
        }
        if words.peek().is_some() {
            let next = rest.trim_start();
            if next.len() == rest.len() {
                return None;
            }
            rest = next;
        }
    }
    let goes_on =
        phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    (!goes_on).then_some(text.len() - rest.len())
}

/// Whether all words of `span` are part of `phrase`; marks and white space at its edges do not count.
pub fn is_within_phrase(text: &str, span: Span, phrase: &str) -> bool {
    let words = span.of(text);
    let kept = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = span.start + (words.len() - kept.len());
    let end = start + kept.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    // White space in the text may be longer than in the phrase; four times its length is plenty.
    let before = text.floor_char_boundary(start.saturating_sub(4 * phrase.len()));
    let places = text[before..start]
        .char_indices()
        .map(|(at, _)| before + at);
    places.chain([start]).any(|at| {
        let begins = !text[..at].ends_with(char::is_alphanumeric);
        begins && phrase_at(&text[at..], phrase).is_some_and(|len| at + len >= end)
    })
}

fn same(a: char, b: char) -> bool {
    let straight = |c: char| if c == '’' { '\'' } else { c };
    let (a, b) = (straight(a), straight(b));
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_however_it_is_written() {
        assert_eq!(phrase_at("Touch\n  base soon", "touch base"), Some(12));
        assert_eq!(phrase_at("Don’t", "don't"), Some("Don’t".len()));
        assert_eq!(phrase_at("touch basement", "touch base"), None);
        assert_eq!(phrase_at("touchbase", "touch base"), None);
        assert_eq!(phrase_at("touch", "touch base"), None);
        assert_eq!(phrase_at("anything", " "), None);
    }

    #[test]
    fn words_are_within_a_phrase_that_covers_them() {
        let text = "We build it just in time, just so.";
        let within = |start, end| is_within_phrase(text, Span::new(start, end), "just in time");
        assert!(within(12, 16));
        assert!(within(12, 25));
        assert!(!within(9, 16), "more than the phrase");
        assert!(!within(26, 30), "another just");
    }
}
