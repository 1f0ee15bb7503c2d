//! Turns of phrase with room in them, as data beside the code that looks for them.
//!
//! A pattern is words apart by blanks: `a|b` is either, `a?` may be missing, `*` is any one word, `BASE` a verb's base form,
//! `ING` its form in -ing, `DONE` a past participle. A contraction is two words, as the tokens are: `i 'll`.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Penn, Token, TokenKind, key, verbs};
use crate::text::Span;

/// Patterns looked for together, read when they are first used. Nearly every word of a draft is held against them.
#[derive(Debug)]
pub struct Patterns {
    rows: &'static [&'static str],
    ready: OnceLock<Ready>,
}

#[derive(Debug)]
struct Ready {
    patterns: Vec<Vec<Item>>,
    /// The [`sketch`]es of the words that a run which fits may begin with.
    sketch: u64,
}

/// What may stand at one place.
#[derive(Debug)]
struct Item {
    fits: Fits,
    optional: bool,
    /// The [`sketch`]es of the words that may; all bits for a form.
    sketch: u64,
}

#[derive(Debug)]
enum Fits {
    /// One of these words, as their [`key`]s.
    Words(Vec<u64>),
    Any,
    Base,
    Gerund,
    Participle,
}

impl Patterns {
    /// Patterns, the first that fits before the others.
    pub const fn new(rows: &'static [&'static str]) -> Self {
        Self {
            rows,
            ready: OnceLock::new(),
        }
    }

    /// Where the first of them that stands at `tokens[at]` ends, and which it is.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        self.ready().at(tokens, at)
    }

    /// The first run of tokens that one of them fits, and which.
    pub fn find(&self, tokens: &[Token]) -> Option<(Range<usize>, usize)> {
        let ready = self.ready();
        (0..tokens.len()).find_map(|at| {
            let (end, which) = ready.at(tokens, at)?;
            (end > at).then_some((at..end, which))
        })
    }

    fn ready(&self) -> &Ready {
        self.ready.get_or_init(|| {
            let patterns: Vec<Vec<Item>> = self.rows.iter().map(|row| items(row)).collect();
            let sketch = patterns.iter().map(|items| first(items));
            Ready {
                sketch: sketch.fold(0, |all, one| all | one),
                patterns,
            }
        })
    }
}

impl Ready {
    fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        let first = tokens.get(at).map_or(u64::MAX, |token| sketch(token.key));
        if self.sketch & first == 0 {
            return None;
        }
        let patterns = self.patterns.iter().enumerate();
        patterns
            .filter_map(|(which, items)| Some((after(items, tokens, at)?, which)))
            .next()
    }
}

/// The [`sketch`]es of the words that a run which fits may begin with.
fn first(items: &[Item]) -> u64 {
    match items.split_first() {
        Some((item, rest)) if item.optional => item.sketch | first(rest),
        Some((item, _)) => item.sketch,
        None => u64::MAX,
    }
}

fn items(pattern: &'static str) -> Vec<Item> {
    let item = |item: &'static str| {
        let (words, optional) = match item.strip_suffix('?') {
            Some(words) => (words, true),
            None => (item, false),
        };
        let fits = match words {
            "*" => Fits::Any,
            "BASE" => Fits::Base,
            "ING" => Fits::Gerund,
            "DONE" => Fits::Participle,
            words => Fits::Words(words.split('|').map(key).collect()),
        };
        let sketch = match &fits {
            Fits::Words(words) => words.iter().fold(0, |all, &word| all | sketch(word)),
            _ => u64::MAX,
        };
        Item {
            fits,
            optional,
            sketch,
        }
    };
    pattern.split_whitespace().map(item).collect()
}

/// A bit for a word: most words of a draft share theirs with none that is looked for.
const fn sketch(word: u64) -> u64 {
    1 << (word & 63)
}

/// The place after the items if they stand at `tokens[at]`.
fn after(items: &[Item], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else {
        return Some(at);
    };
    let here = tokens.get(at).is_some_and(|token| item.fits(token));
    let taken = here.then(|| after(rest, tokens, at + 1)).flatten();
    taken.or_else(|| item.optional.then(|| after(rest, tokens, at)).flatten())
}

impl Item {
    fn fits(&self, token: &Token) -> bool {
        if self.sketch & sketch(token.key) == 0 {
            return false;
        }
        match &self.fits {
            Fits::Words(words) => words.contains(&token.key),
            Fits::Any => token.kind == TokenKind::Word,
            Fits::Base => token.kind == TokenKind::Word && verbs::is_base(&token.norm),
            Fits::Gerund => {
                token.tag.penn == Penn::Vbg || (token.norm.len() > 4 && token.norm.ends_with("ing"))
            }
            Fits::Participle => {
                matches!(token.tag.penn, Penn::Vbn | Penn::Vbd)
                    || (token.norm.len() > 4 && token.norm.ends_with("ed"))
            }
        }
    }
}

/// The bytes from the first of the tokens to the last.
pub fn span(tokens: &[Token], range: Range<usize>) -> Option<Span> {
    let run = tokens.get(range)?;
    Some(run.first()?.span.join(run.last()?.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn ends(text: &str, pattern: &'static str) -> Option<usize> {
        after(&items(pattern), &language::read(text).tokens, 0)
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
        static PATTERNS: Patterns = Patterns::new(&["do nothing", "my|our very? best"]);
        let words = language::read("Well, I'll do my best, my very best.");
        let (range, which) = PATTERNS.find(&words.tokens).unwrap();
        assert_eq!((range, which), (5..7, 1));
    }
}
