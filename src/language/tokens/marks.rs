use smol_str::{SmolStr, SmolStrBuilder};
use unicode_segmentation::UnicodeSegmentation;

use crate::language::TokenKind;

/// Faces made of marks, longest first.
const FACES: &[&str] = &[
    ":'-(", ":-)", ":-(", ";-)", ":-D", ":-P", ":-p", ":-/", ":'(", "^_^", ":)", ":(", ";)", ":D",
    ":P", ":p", ":/", "=)", "=(", "<3",
];

/// The mark or symbol at the start of `rest`, which is no word: its bytes, its kind and its norm.
pub(super) fn read(rest: &str) -> (usize, TokenKind, SmolStr) {
    if let Some(face) = FACES.iter().find(|face| is_face(rest, face)) {
        return (face.len(), TokenKind::Symbol, SmolStr::new_static(face));
    }
    let Some(c) = rest.chars().next() else {
        return (0, TokenKind::Mark, SmolStr::default());
    };
    let len = run(rest, c);
    match c {
        '…' => (len, TokenKind::Mark, "...".into()),
        '.' if len > 1 => (len, TokenKind::Mark, "...".into()),
        '!' | '?' => (len, TokenKind::Mark, SmolStr::new(&rest[..len])),
        '“' | '”' | '„' | '«' | '»' | '＂' => (len, TokenKind::Mark, "\"".into()),
        '‘' | '’' | 'ʼ' | '`' | '‚' => (len, TokenKind::Mark, "'".into()),
        '–' | '‐' | '‑' | '−' => (len, TokenKind::Mark, "-".into()),
        '—' | '―' => (len, TokenKind::Mark, "--".into()),
        _ if is_mark(c) => (len, TokenKind::Mark, shortened(&rest[..len])),
        _ if c.is_ascii() => (len, TokenKind::Symbol, shortened(&rest[..len])),
        _ => {
            let cluster = rest.graphemes(true).next().unwrap_or(rest);
            (cluster.len(), TokenKind::Symbol, SmolStr::new(cluster))
        }
    }
}

/// A face must end where it ends: `:Please` holds none.
fn is_face(rest: &str, face: &str) -> bool {
    let Some(after) = rest.strip_prefix(face) else {
        return false;
    };
    let letter_end = face.ends_with(|c: char| c.is_alphanumeric() || c == '/');
    !(letter_end && after.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
}

/// How many bytes of `rest` are one run of the mark `c`.
fn run(rest: &str, c: char) -> usize {
    let end = match c {
        '!' | '?' => rest.find(|next| next != '!' && next != '?'),
        '.' | '…' | '-' | '=' | '_' | '*' | '~' | '#' | '+' | '<' | '>' | ',' | '—' => {
            rest.find(|next| next != c)
        }
        _ => Some(c.len_utf8()),
    };
    end.unwrap_or(rest.len())
}

/// A ruler of forty dashes reads as a few.
fn shortened(marks: &str) -> SmolStr {
    let mut short = SmolStrBuilder::new();
    for c in marks.chars().take(4) {
        short.push(c);
    }
    short.finish()
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '"'
            | '\''
            | '-'
            | '/'
            | '\\'
            | '*'
            | '_'
            | '•'
            | '·'
            | '¿'
            | '¡'
            | '。'
            | '、'
            | '！'
            | '？'
    )
}
