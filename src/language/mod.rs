//! Words: a block's prose cut into sentences and tokens, each token with its part of speech.
//!
//! Everything here is told from the prose of one block alone.

mod choices;
pub mod lexicon;
pub mod pattern;
mod quick;
mod sentences;
mod stood;
pub mod tagger;
mod token;
mod tokens;
pub mod verbs;

pub use choices::among;
pub use quick::{QuickMap, QuickSet};
pub use stood::Stood;
pub use token::{Penn, Sentence, Tag, Token, TokenKind, Upos, key};

use crate::text::Span;

/// The sentences and tokens of a block's prose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// All tokens, in the order of the text.
    pub tokens: Vec<Token>,
    /// Sentences, sorted and apart; each holds at least one token.
    pub sentences: Vec<Sentence>,
    /// What the model said of each token, before the rules: so that it need not be asked again.
    pub(in crate::language) guesses: Vec<Guess>,
}

/// What the model says of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Guess {
    /// Its number of a tag.
    label: u8,
    /// [`Token::margin`].
    margin: u8,
}

impl Words {
    /// The tokens that stand whole in the span.
    #[inline(never)]
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
    let mut words = cut(prose);
    tagger::tag(prose, &mut words, None);
    words
}

/// The same as [`read`], sooner: `before` is what was read of an earlier prose, and the tags of a sentence that stood in it as it
/// does now are taken over. Tells which did.
pub fn read_again(prose: &str, before: (&str, &Words)) -> (Words, Stood) {
    let mut words = cut(prose);
    let stood = Stood::new((prose, &words), before);
    tagger::tag(prose, &mut words, Some((before, &stood)));
    (words, stood)
}

fn cut(prose: &str) -> Words {
    let tokens = tokens::read(prose);
    let sentences = sentences::read(prose, &tokens);
    Words {
        tokens,
        sentences,
        guesses: Vec::new(),
    }
}
