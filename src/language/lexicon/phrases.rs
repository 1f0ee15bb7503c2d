use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use smol_str::SmolStr;

use super::list::variants;
use crate::language::{Token, Words, tokens};
use crate::text::Span;

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The family it belongs to.
    pub family: &'static str,
    /// The pattern as the list has it.
    pub phrase: String,
    /// What to say instead; empty to leave the words out, `None` if the list does not know.
    pub say: Option<String>,
    /// Why the phrase is listed.
    pub why: String,
}

/// A phrase found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its words, from the passage's first byte.
    pub span: Span,
    /// Its tokens in [`Words::tokens`].
    pub tokens: Range<usize>,
    /// The family of lists it belongs to.
    pub family: &'static str,
    /// What to say instead; empty to leave the words out, `None` if the list does not know.
    pub say: Option<SmolStr>,
    /// Why the phrase is listed.
    pub why: SmolStr,
}

/// Phrases ready to be found.
///
/// Each word of a phrase has a number, written in three bytes of which only the first has its high bit set: so a match on bytes is a
/// match on whole words, and there is nothing to check afterwards.
#[derive(Debug)]
pub struct Phrases {
    numbers: HashMap<SmolStr, u32>,
    machine: Option<AhoCorasick>,
    /// The entry of each pattern of the machine.
    entry_of: Vec<usize>,
    entries: Vec<Entry>,
}

impl Phrases {
    /// Makes phrases ready: family, pattern, what to say instead, why.
    pub fn new<'a>(
        lines: impl IntoIterator<Item = (&'static str, &'a str, Option<&'a str>, &'a str)>,
    ) -> Self {
        let mut numbers = HashMap::new();
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut entry_of = Vec::new();
        let mut entries = Vec::new();
        for (family, phrase, say, why) in lines {
            for variant in variants(phrase) {
                let words = tokens::read(&variant);
                if words.is_empty() {
                    continue;
                }
                let mut pattern = Vec::with_capacity(words.len() * 3);
                for word in words {
                    let next = u32::try_from(numbers.len() + 1).unwrap_or(UNKNOWN);
                    pattern.extend(bytes(*numbers.entry(word.norm).or_insert(next)));
                }
                patterns.push(pattern);
                entry_of.push(entries.len());
            }
            let (phrase, why) = (phrase.to_owned(), why.to_owned());
            entries.push(Entry {
                family,
                phrase,
                say: say.map(str::to_owned),
                why,
            });
        }
        let machine = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .ok();
        Self {
            numbers,
            machine,
            entry_of,
            entries,
        }
    }

    /// The lines it was made from.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every phrase that stands within one sentence of the words, in order; of two of one family that share words, the first, and
    /// the longer.
    pub fn find(&self, words: &Words) -> Vec<Match> {
        let mut found = Vec::new();
        let Some(machine) = &self.machine else {
            return found;
        };
        let mut text = Vec::new();
        for sentence in &words.sentences {
            let tokens = &words.tokens[sentence.tokens.clone()];
            text.clear();
            text.extend(tokens.iter().flat_map(|token| bytes(self.number(token))));
            for hit in machine.find_overlapping_iter(&text) {
                let entry = &self.entries[self.entry_of[hit.pattern().as_usize()]];
                let (first, last) = (hit.start() / 3, hit.end() / 3 - 1);
                found.push(Match {
                    span: Span::new(tokens[first].span.start, tokens[last].span.end),
                    tokens: sentence.tokens.start + first..sentence.tokens.start + last + 1,
                    family: entry.family,
                    say: entry.say.as_deref().map(SmolStr::new),
                    why: SmolStr::new(&entry.why),
                });
            }
        }
        found.sort_by_key(|hit| (hit.family, hit.span.start, std::cmp::Reverse(hit.span.end)));
        found.dedup_by(|next, kept| next.family == kept.family && next.span.start < kept.span.end);
        found.sort_by_key(|hit| (hit.span, hit.family));
        found
    }

    fn number(&self, token: &Token) -> u32 {
        self.numbers.get(&token.norm).copied().unwrap_or(UNKNOWN)
    }
}

/// The number of every word that is in no phrase.
const UNKNOWN: u32 = 0;

fn bytes(number: u32) -> [u8; 3] {
    let seven = |shift: u32| u8::try_from((number >> shift) & 0x7f).unwrap_or(0);
    [0x80 | seven(14), seven(7), seven(0)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let phrases = Phrases::new([
            ("soft", "kind of", Some(""), ""),
            ("soft", "i (was|am) (just |)wondering", None, ""),
            ("time", "when you get a chance", None, ""),
            ("time", "when you get", None, ""),
            ("own", "don't worry", None, ""),
        ]);
        let words = language::read(text);
        phrases
            .find(&words)
            .into_iter()
            .map(|hit| (hit.family, hit.span.of(text)))
            .collect()
    }

    #[test]
    fn whole_words_are_found_whatever_their_case_and_apostrophes() {
        assert_eq!(
            found("It is kind\nof late. Don’t worry."),
            [("soft", "kind\nof"), ("own", "Don’t worry")]
        );
        assert_eq!(found("mankind often"), []);
    }

    #[test]
    fn the_longer_of_two_is_kept_and_families_do_not_hide_each_other() {
        assert_eq!(
            found("I was just wondering, when you get a chance"),
            [
                ("soft", "I was just wondering"),
                ("time", "when you get a chance")
            ]
        );
    }

    #[test]
    fn no_phrase_reaches_over_a_sentence() {
        assert_eq!(found("That is kind. Of course."), []);
    }
}
