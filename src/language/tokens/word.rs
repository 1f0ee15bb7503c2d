use super::norm::{is_apostrophe, norm};
use super::read::{lowered, token};
use super::{abbreviations, contractions};
use crate::language::{Token, TokenKind};

/// What stays joined to the word after its hyphen.
const PREFIXES: &[&str] = &[
    "anti", "co", "cyber", "e", "ex", "inter", "multi", "neo", "non", "post", "pre", "pro", "re",
    "semi", "sub", "ultra", "un", "vice",
];

/// Words with a slash in them.
const SLASHED: &[&str] = &["w/o", "n/a", "c/o", "b/c", "w/e"];

/// Words with a stop after each of their parts, of which one has two letters.
const DEGREES: &[&str] = &["ph.d.", "m.sc.", "b.sc.", "m.eng.", "b.eng."];

/// Reads the word at `at`, cut into its parts, and gives the place after it.
pub(super) fn read(prose: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let rest = &prose[at..];
    if let Some(slashed) = SLASHED.iter().find(|word| starts_with_word(rest, word)) {
        tokens.push(lowered(rest, at, slashed.len(), TokenKind::Word));
        return at + slashed.len();
    }
    if let Some(len) = dotted(rest) {
        tokens.push(lowered(rest, at, len, TokenKind::Word));
        return at + len;
    }
    let len = length(rest);
    let word = &rest[..len];
    if is_version(word)
        && let Some(len) = version(rest, len)
    {
        tokens.push(lowered(rest, at, len, TokenKind::Word));
        return at + len;
    }
    if word == "T" && prose[..at].ends_with(|c: char| c.is_ascii_digit()) {
        tokens.push(lowered(rest, at, 1, TokenKind::Word));
        return at + 1;
    }
    let after = &rest[len..];
    if let Some(after) = after.strip_prefix('.')
        && abbreviations::with_stop(word, after).is_some()
    {
        tokens.push(lowered(rest, at, len + 1, TokenKind::Word));
        return at + len + 1;
    }
    split(word, at, tokens);
    at + len
}

/// How many bytes the word has that `rest` begins with, if it is but plain letters and something follows it that belongs to no word:
/// nearly every word is such a one, and asks for none of the looks that the others need.
pub(super) fn plain(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let len = letters.count();
    let alone = bytes.get(len).is_none_or(|byte| {
        matches!(
            byte,
            b' ' | b'\n' | b'\r' | b'\t' | b',' | b';' | b'?' | b'!' | b')' | b'"'
        )
    });
    (len > 0 && alone).then_some(len)
}

/// How many bytes of `rest` are letters, digits and what joins them.
fn length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins = next.is_some_and(char::is_alphanumeric);
        let inside = c.is_alphanumeric()
            || c == '_' && joins
            || is_part_of_letter(c)
            || is_apostrophe(c) && joins
            || matches!(c, '-' | '‐' | '‑') && joins && is_prefix(&rest[..at])
            || c == '&'
                && joins
                && is_capital_before(rest, at)
                && next.is_some_and(char::is_uppercase);
        if !inside {
            break;
        }
        // A time stamp's "T" parts the day from the hour.
        if at == 0
            && c == 'T'
            && next.is_some_and(|next| next.is_ascii_digit())
            && rest.as_bytes().get(3) == Some(&b':')
        {
            return 1;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Combining marks, joiners and soft hyphens, which no letter should lose.
fn is_part_of_letter(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{2060}' | '\u{fe0f}'
    ) || ('\u{591}'..='\u{670}').contains(&c)
        || ('\u{900}'..='\u{d7f}').contains(&c)
}

fn is_prefix(before: &str) -> bool {
    before.len() <= 5
        && PREFIXES
            .iter()
            .any(|prefix| prefix.eq_ignore_ascii_case(before))
}

fn is_capital_before(rest: &str, at: usize) -> bool {
    at <= 3 && rest[..at].bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `U.S.`, `a.m.`, `e.g`: letters each with a stop; the last may lack it.
fn dotted(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let degree = DEGREES.iter().find(|name| {
        let start = bytes.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    });
    if let Some(degree) = degree {
        return Some(degree.len());
    }
    let mut at = 0;
    let mut letters = 0;
    while at < 12 && bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        match bytes.get(at + 1) {
            Some(b'.') => {
                letters += 1;
                at += 2;
            }
            Some(byte) if byte.is_ascii_alphanumeric() || !byte.is_ascii() => return None,
            _ => {
                letters += 1;
                at += 1;
                break;
            }
        }
    }
    let more = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    (letters >= 2 && !more && bytes.get(1) == Some(&b'.')).then_some(at)
}

fn is_version(word: &str) -> bool {
    word.len() > 1
        && word.starts_with(['v', 'V'])
        && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// `v2.1.0`: how far a version goes whose first `len` bytes are `v2`.
fn version(rest: &str, len: usize) -> Option<usize> {
    let more = rest[len..].strip_prefix('.')?;
    let tail = more
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'.')
        .count();
    let whole = rest[..len + 1 + tail].trim_end_matches('.').len();
    (more.starts_with(|c: char| c.is_ascii_digit())).then_some(whole)
}

fn starts_with_word(rest: &str, word: &str) -> bool {
    rest.get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word))
        && !rest[word.len()..].starts_with(char::is_alphanumeric)
}

/// Pushes the parts of a word of plain letters.
pub(super) fn split_plain(word: &str, at: usize, tokens: &mut Vec<Token>) {
    match contractions::run_together(word) {
        Some((first, one, two)) => {
            tokens.push(token(at, at + first, TokenKind::Word, one));
            tokens.push(token(at + first, at + word.len(), TokenKind::Word, two));
        }
        None => push(word, at, tokens),
    }
}

/// Pushes a word's parts.
fn split(word: &str, at: usize, tokens: &mut Vec<Token>) {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return split_plain(word, at, tokens);
    }
    if word.starts_with(['y', 'Y']) && is_yall(word) {
        let cut = word.len() - 3;
        tokens.push(token(at, at + cut, TokenKind::Word, "y'"));
        tokens.push(lowered(&word[cut..], at + cut, 3, TokenKind::Word));
        return;
    }
    let mut cuts = [0; 3];
    let mut count = 0;
    let mut end = word.len();
    while count < cuts.len()
        && let Some(cut) = contractions::last_part(&word[..end])
    {
        cuts[count] = cut;
        count += 1;
        end = cut;
    }
    push(&word[..end], at, tokens);
    for index in (0..count).rev() {
        let from = cuts[index];
        let to = if index == 0 {
            word.len()
        } else {
            cuts[index - 1]
        };
        push(&word[from..to], at + from, tokens);
    }
}

fn is_yall(word: &str) -> bool {
    norm(word) == "y'all"
}

fn push(part: &str, at: usize, tokens: &mut Vec<Token>) {
    tokens.push(lowered(part, at, part.len(), TokenKind::Word));
}
