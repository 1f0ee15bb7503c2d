//! Words: a block's prose cut into sentences and tokens, each token with its part of speech.
//!
//! Everything here is told from the prose of one block alone.

pub mod lexicon;
mod quick;
mod sentences;
pub mod tagger;
mod token;
mod tokens;
pub mod verbs;

pub use quick::{QuickMap, QuickSet};
pub use token::{Penn, Sentence, Tag, Token, TokenKind, Upos};

use crate::text::Span;

/// The sentences and tokens of a block's prose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// All tokens, in the order of the text.
    pub tokens: Vec<Token>,
    /// Sentences, sorted and apart; each holds at least one token.
    pub sentences: Vec<Sentence>,
}

impl Words {
    /// The tokens that stand whole in the span.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let from = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let tokens = &self.tokens[from..];
        &tokens[..tokens.partition_point(|token| token.span.end <= span.end)]
    }
}

/// Cuts a block's prose ([`Prose::text`](crate::document::Prose)) into sentences and tokens and tags them.
pub fn read(prose: &str) -> Words {
    let tokens = tokens::read(prose);
    let sentences = sentences::read(prose, &tokens);
    let mut words = Words { tokens, sentences };
    tagger::tag(prose, &mut words);
    words
}

/// Whether `word` is one of the choices of `list`, written `one|or|another`.
///
/// Patterns ask this of nearly every word of a draft, so it goes from choice to choice and compares only where a choice is as long
/// as the word.
pub fn among(word: &str, list: &str) -> bool {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let mut at = 0;
    loop {
        let rest = &list[at..];
        let length = rest.iter().position(|byte| *byte == b'|');
        let choice = &rest[..length.unwrap_or(rest.len())];
        if choice == word {
            return true;
        }
        match length {
            Some(length) => at += length + 1,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_a_whole_word_of_the_list() {
        assert!(among("we", "i|we"));
        assert!(among("i", "i|we"));
        assert!(among("i", "i"));
        assert!(!among("w", "i|we"));
        assert!(!among("i|we", "i|we|i"));
        assert!(!among("", "i|we"));
    }
}
