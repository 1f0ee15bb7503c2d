//! Turns of phrase with room in them, as data in the rules that look for them.
//!
//! A pattern is words apart by blanks: `a|b` is either, `a?` may be missing, `*` is any one word, `BASE` a verb's base form,
//! `ING` its form in -ing, `DONE` a past participle. A contraction is two words, as the tokens are: `i 'll`.

use std::ops::Range;

use crate::language::{Penn, Token, TokenKind, among, verbs};
use crate::text::Span;

/// The place after the pattern if it stands at `tokens[at]`.
pub(super) fn after(tokens: &[Token], at: usize, pattern: &str) -> Option<usize> {
    let pattern = pattern.trim_start();
    let blank = pattern.bytes().position(|byte| byte == b' ');
    let (item, rest) = pattern.split_at(blank.unwrap_or(pattern.len()));
    if item.is_empty() {
        return Some(at);
    }
    let (item, optional) = item
        .strip_suffix('?')
        .map_or((item, false), |item| (item, true));
    let here = tokens.get(at).is_some_and(|token| matches(token, item));
    let taken = here.then(|| after(tokens, at + 1, rest)).flatten();
    taken.or_else(|| optional.then(|| after(tokens, at, rest)).flatten())
}

/// Where the first of the patterns that stands at `tokens[at]` ends, and which it is.
pub(super) fn any(tokens: &[Token], at: usize, patterns: &[&str]) -> Option<(usize, usize)> {
    patterns
        .iter()
        .enumerate()
        .find_map(|(which, pattern)| Some((after(tokens, at, pattern)?, which)))
}

/// The first run of tokens that one of the patterns fits, and which.
pub(super) fn find(tokens: &[Token], patterns: &[&str]) -> Option<(Range<usize>, usize)> {
    let initials = patterns
        .iter()
        .fold(0, |all, pattern| all | initials(pattern));
    (0..tokens.len()).find_map(|at| {
        if initials & initial(&tokens[at].norm) == 0 {
            return None;
        }
        let (end, which) = any(tokens, at, patterns)?;
        (end > at).then_some((at..end, which))
    })
}

/// The first letters that a run which fits the pattern may have, one bit each: most words of a draft have none of them.
fn initials(pattern: &str) -> u32 {
    let head = pattern.split(' ').next().unwrap_or_default();
    let open = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b'*' | b'?');
    if head.is_empty() || head.bytes().any(open) {
        return u32::MAX;
    }
    let choices = head.split('|');
    choices.fold(0, |all, choice| all | initial(choice))
}

fn initial(word: &str) -> u32 {
    let first = word.bytes().next();
    first.map_or(u32::MAX, |byte| 1 << (byte & 31))
}

/// The bytes from the first of the tokens to the last.
pub(super) fn span(tokens: &[Token], range: Range<usize>) -> Option<Span> {
    let run = tokens.get(range)?;
    Some(run.first()?.span.join(run.last()?.span))
}

fn matches(token: &Token, item: &str) -> bool {
    match item {
        "*" => token.kind == TokenKind::Word,
        "BASE" => token.kind == TokenKind::Word && verbs::is_base(&token.norm),
        "ING" => {
            token.tag.penn == Penn::Vbg || (token.norm.len() > 4 && token.norm.ends_with("ing"))
        }
        "DONE" => {
            matches!(token.tag.penn, Penn::Vbn | Penn::Vbd)
                || (token.norm.len() > 4 && token.norm.ends_with("ed"))
        }
        _ => among(&token.norm, item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn ends(text: &str, pattern: &str) -> Option<usize> {
        after(&language::read(text).tokens, 0, pattern)
    }

    #[test]
    fn choices_gaps_and_wild_words() {
        assert_eq!(ends("I'll try to", "i|we 'll|will try"), Some(3));
        assert_eq!(ends("We try", "i|we 'll? try"), Some(2));
        assert_eq!(ends("We really try", "we * try"), Some(3));
        assert_eq!(ends("We, try", "we * try"), None);
        assert_eq!(ends("We", "we try?"), Some(1));
        assert_eq!(ends("We", "we try"), None);
    }

    #[test]
    fn the_first_place_is_found() {
        let words = language::read("Well, I'll do my best, my very best.");
        let (range, which) = find(&words.tokens, &["do nothing", "my|our very? best"]).unwrap();
        assert_eq!((range, which), (5..7, 1));
    }
}
