//! Words put another way: a base form, a capital more or less, a sentence as it will read.

use crate::facts::Passage;
use crate::language::{Token, Upos, verbs};
use crate::text::{Edit, Edits, Span};

/// The base form of the verb as it stands.
pub(super) fn base(token: &Token) -> Option<String> {
    if verbs::is_base(&token.norm) {
        Some(token.norm.to_string())
    } else {
        verbs::lemma(&token.norm)
    }
}

/// The words of an object that opened its sentence, as they stand inside one.
pub(super) fn lowered(object: Span, passage: &Passage, tokens: &[Token]) -> String {
    let words = object.of(&passage.text);
    let first = tokens.iter().find(|token| token.span.start == object.start);
    let keeps = first.is_none_or(|token| {
        token.tag.upos == Upos::Propn
            || token.is("i")
            || !token
                .span
                .of(&passage.text)
                .chars()
                .skip(1)
                .all(char::is_lowercase)
    });
    if keeps {
        words.to_owned()
    } else {
        lower_first(words)
    }
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

/// With a capital first letter.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

pub(super) fn touches(a: Span, b: Span) -> bool {
    a.start <= b.end && b.start <= a.end
}

/// How the words of `span` read after the edits, on one line.
pub fn after(text: &str, span: Span, edits: &Edits) -> String {
    let mut out = String::new();
    let mut at = span.start;
    let inside = |edit: &&Edit| {
        let place = edit.span;
        place.start <= span.end && (place.start >= span.start || place.end > span.start)
    };
    for edit in edits.iter().filter(inside) {
        out.push_str(text.get(at..edit.span.start).unwrap_or_default());
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..span.end).unwrap_or_default());
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
