//! Patterns of words, made ready once: what the families look for at a place.
//!
//! A pattern is items apart by blanks. `a|b` is either, `a?` may be missing, `~` is any run of softening words, `BASE` a verb's base
//! form, `ING` its form in `-ing`, `NP` a noun phrase, `$` the end or a mark. Words are compared by their keys: a match costs a few numbers
//! compared, and a place where no pattern's first word stands costs one search for all of them.

use super::scene::Scene;
use crate::language::key;
use crate::text::sort_by_key;

/// Words made ready: `one|or|another`, written where they are used.
macro_rules! words {
    ($list:expr) => {{
        static WORDS: std::sync::LazyLock<$crate::facts::acts::pattern::Choice> =
            std::sync::LazyLock::new(|| $crate::facts::acts::pattern::Choice::new($list));
        &*WORDS
    }};
}

/// Patterns made ready, written where they are used.
macro_rules! patterns {
    ($($pattern:expr),+ $(,)?) => {{
        static PATTERNS: std::sync::LazyLock<$crate::facts::acts::pattern::Patterns> =
            std::sync::LazyLock::new(|| $crate::facts::acts::pattern::Patterns::new(&[$($pattern),+]));
        &*PATTERNS
    }};
}

pub(super) use {patterns, words};

/// What may stand at one place.
pub(super) struct Choice {
    /// Sorted.
    words: Vec<u64>,
    /// The [`sketch`]es of the words.
    sketch: u64,
    base: bool,
    gerund: bool,
    noun_phrase: bool,
    end: bool,
}

impl Choice {
    /// Reads `one|or|another`.
    pub(super) fn new(list: &str) -> Self {
        let mut choice = Self {
            words: Vec::new(),
            sketch: 0,
            base: false,
            gerund: false,
            noun_phrase: false,
            end: false,
        };
        for word in list.split('|').map(str::trim) {
            match word {
                "BASE" => choice.base = true,
                "ING" => choice.gerund = true,
                "NP" => choice.noun_phrase = true,
                "$" => choice.end = true,
                _ => choice.words.push(key(word)),
            }
        }
        sort_by_key(&mut choice.words, |word| *word);
        choice.sketch = sketches(&choice.words);
        choice
    }

    /// Whether the word is one of these.
    pub(super) fn has(&self, word: u64) -> bool {
        self.sketch & sketch(word) != 0 && self.holds(word)
    }

    /// The closer look, which few words need; it is asked for in many places and stands in the program once.
    #[inline(never)]
    fn holds(&self, word: u64) -> bool {
        if self.words.len() <= 8 {
            self.words.contains(&word)
        } else {
            self.words.binary_search(&word).is_ok()
        }
    }

    fn step(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        if scene.key(at).is_some_and(|word| self.has(word))
            || self.base && scene.base(at)
            || self.gerund && scene.gerund(at)
        {
            return Some(at + 1);
        }
        if self.end && scene.is_mark(at) {
            return Some(at);
        }
        self.noun_phrase.then(|| scene.noun_phrase(at)).flatten()
    }

    /// Whether only words are meant.
    fn is_plain(&self) -> bool {
        !(self.base || self.gerund || self.noun_phrase || self.end)
    }
}

/// A bit for a word: most words of a draft have one that no word looked for has.
const fn sketch(word: u64) -> u64 {
    1 << (word & 63)
}

fn sketches(words: &[u64]) -> u64 {
    words.iter().fold(0, |all, &word| all | sketch(word))
}

enum Item {
    Soft,
    One(Choice),
    Maybe(Choice),
}

/// Patterns looked for at one place together.
pub(super) struct Patterns {
    patterns: Vec<Vec<Item>>,
    /// By first word, sorted: the patterns that may start with it, in order.
    by_first: Vec<(u64, Vec<usize>)>,
    /// The [`sketch`]es of those words.
    sketch: u64,
    /// The patterns that may start with any word, in order.
    open: Vec<usize>,
}

impl Patterns {
    /// Makes patterns ready.
    pub(super) fn new(patterns: &[&str]) -> Self {
        let patterns: Vec<Vec<Item>> = patterns.iter().map(|pattern| items(pattern)).collect();
        let firsts = patterns
            .iter()
            .map(|items| first(items).unwrap_or_default());
        let firsts: Vec<Vec<u64>> = firsts.collect();
        let mut all: Vec<u64> = firsts.concat();
        sort_by_key(&mut all, |word| *word);
        all.dedup();
        let starting_with = |word: u64| {
            let fits = |at: &usize| firsts[*at].is_empty() || firsts[*at].contains(&word);
            (word, (0..firsts.len()).filter(fits).collect())
        };
        Self {
            sketch: sketches(&all),
            by_first: all.into_iter().map(starting_with).collect(),
            open: (0..firsts.len())
                .filter(|&at| firsts[at].is_empty())
                .collect(),
            patterns,
        }
    }

    /// The place after the first of the patterns that matches at a place.
    pub(super) fn after(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let word = scene.key(at);
        let word = word.filter(|&word| self.sketch & sketch(word) != 0);
        let known = word.and_then(|word| {
            let found = self
                .by_first
                .binary_search_by_key(&word, |(first, _)| *first)
                .ok()?;
            Some(&self.by_first[found].1)
        });
        let fitting = known.unwrap_or(&self.open);
        fitting
            .iter()
            .find_map(|&pattern| after(&self.patterns[pattern], scene, at))
    }
}

/// The words a run that fits may begin with; `None` if there is no telling.
fn first(items: &[Item]) -> Option<Vec<u64>> {
    match items.split_first()? {
        (Item::One(choice), _) => choice.is_plain().then(|| choice.words.clone()),
        (Item::Maybe(choice), rest) => {
            let rest = first(rest)?;
            choice
                .is_plain()
                .then(|| [&choice.words[..], &rest].concat())
        }
        (Item::Soft, _) => None,
    }
}

fn items(pattern: &str) -> Vec<Item> {
    let item = |item: &str| match (item, item.strip_suffix('?')) {
        ("~", _) => Item::Soft,
        // A question mark by itself is a word.
        (_, Some(item)) if !item.is_empty() => Item::Maybe(Choice::new(item)),
        _ => Item::One(Choice::new(item)),
    };
    pattern.split_whitespace().map(item).collect()
}

fn after(items: &[Item], scene: &Scene<'_>, at: usize) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else {
        return Some(at);
    };
    match item {
        Item::Soft => after(rest, scene, scene.soft(at)),
        Item::One(choice) => after(rest, scene, choice.step(scene, at)?),
        Item::Maybe(choice) => {
            let taken = choice
                .step(scene, at)
                .and_then(|next| after(rest, scene, next));
            taken.or_else(|| after(rest, scene, at))
        }
    }
}
