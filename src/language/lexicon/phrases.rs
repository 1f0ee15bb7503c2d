use std::ops::Range;

use smol_str::SmolStr;

use super::list::{parts, variants};
use crate::language::{QuickMap, Token, Words, tokens};
use crate::text::{Span, sort_by_key};

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The family it belongs to.
    pub family: &'static str,
    /// The pattern as the list has it.
    pub phrase: &'static str,
    /// What to say instead; empty to leave the words out, `None` if the list does not know.
    pub say: Option<&'static str>,
    /// Why the phrase is listed.
    pub why: &'static str,
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

/// Phrases ready to be found: a machine that steps from word to word.
///
/// A pattern is never written out in full, for the lists stand for tens of thousands of phrases: the choices of one part of it all
/// lead on to the next part.
#[derive(Debug)]
pub struct Phrases {
    /// By [`key`].
    numbers: QuickMap<u64, u32>,
    /// By the number of a word: which words follow it where a phrase begins with it.
    openings: Vec<Opening>,
    /// Sorted.
    steps: Vec<Step>,
    /// Where the steps from each state begin in [`Phrases::steps`], and where those from the last end.
    first_step: Vec<usize>,
    /// The entry that has been read whole in each state.
    entry_of: Vec<Option<u32>>,
    entries: Vec<Entry>,
}

/// The phrases that begin with a word. Of a draft's words most begin some phrase, and few go on as it does.
#[derive(Clone, Copy, Debug, Default)]
struct Opening {
    /// Whether the word is a phrase by itself.
    whole: bool,
    /// A bit for each word that may follow: [`sketch`].
    next: u128,
}

impl Opening {
    /// Whether a phrase begins with the word, if the other follows it.
    const fn goes_on(self, next: u32) -> bool {
        self.whole || next != UNKNOWN && self.next & sketch(next) != 0
    }
}

/// The bit of a word among those that follow another.
const fn sketch(word: u32) -> u128 {
    1 << (word % 128)
}

/// From one state to another by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    from: u32,
    word: u32,
    to: u32,
}

/// Where every phrase begins; all other states are of one entry alone.
const START: u32 = 0;

/// The number of every word that is in no phrase.
const UNKNOWN: u32 = 0;

impl Phrases {
    /// Makes phrases ready.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut making = Making::default();
        let entries: Vec<Entry> = entries.into_iter().collect();
        for (at, entry) in (0..).zip(&entries) {
            making.add(at, entry.phrase);
        }
        let Making {
            numbers,
            mut steps,
            entry_of,
        } = making;
        steps.sort_unstable();
        steps.dedup();
        let states = 0..=entry_of.len();
        let first_step = states
            .map(|state| steps.partition_point(|step| (step.from as usize) < state))
            .collect();
        let mut phrases = Self {
            numbers,
            openings: Vec::new(),
            steps,
            first_step,
            entry_of,
            entries,
        };
        phrases.openings = phrases.openings();
        phrases
    }

    fn openings(&self) -> Vec<Opening> {
        let mut openings = vec![Opening::default(); self.numbers.len() + 1];
        for &Step { word, to, .. } in self.steps_from(START) {
            let opening = &mut openings[word as usize];
            opening.whole |= self.entry_of[to as usize].is_some();
            for step in self.steps_from(to) {
                opening.next |= sketch(step.word);
            }
        }
        openings
    }

    /// The lines it was made from.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every phrase that stands within one sentence of the words, in order; of two of one family that share words, the first, and
    /// the longer.
    pub fn find(&self, words: &Words) -> Vec<Match> {
        let mut found = Vec::new();
        let mut numbers = Vec::new();
        let (mut states, mut next) = (Vec::new(), Vec::new());
        for sentence in &words.sentences {
            let tokens = &words.tokens[sentence.tokens.clone()];
            numbers.clear();
            numbers.extend(tokens.iter().map(|token| self.number(token)));
            for first in 0..tokens.len() {
                let next_word = numbers.get(first + 1).copied().unwrap_or(UNKNOWN);
                if !self.openings[numbers[first] as usize].goes_on(next_word) {
                    continue;
                }
                states.clear();
                states.push(START);
                for (last, &word) in numbers.iter().enumerate().skip(first) {
                    self.step(&states, word, &mut next);
                    std::mem::swap(&mut states, &mut next);
                    if states.is_empty() {
                        break;
                    }
                    let read = states.iter();
                    let read = read.filter_map(|&state| self.entry_of[state as usize]);
                    found.extend(read.map(|entry| {
                        let entry = &self.entries[entry as usize];
                        let run = sentence.tokens.start + first..sentence.tokens.start + last + 1;
                        Match {
                            span: tokens[first].span.join(tokens[last].span),
                            tokens: run,
                            family: entry.family,
                            say: entry.say.map(SmolStr::new_static),
                            why: SmolStr::new_static(entry.why),
                        }
                    }));
                }
            }
        }
        sort_by_key(&mut found, |hit| {
            (hit.family, hit.span.start, std::cmp::Reverse(hit.span.end))
        });
        found.dedup_by(|next, kept| next.family == kept.family && next.span.start < kept.span.end);
        sort_by_key(&mut found, |hit| (hit.span, hit.family));
        found
    }

    /// The states that a word leads to.
    fn step(&self, states: &[u32], word: u32, next: &mut Vec<u32>) {
        next.clear();
        if word == UNKNOWN {
            return;
        }
        for &state in states {
            let steps = self.steps_from(state);
            let at = steps.partition_point(|step| step.word < word);
            let by_word = steps[at..].iter().take_while(|step| step.word == word);
            next.extend(by_word.map(|step| step.to));
        }
    }

    fn steps_from(&self, state: u32) -> &[Step] {
        let state = state as usize;
        &self.steps[self.first_step[state]..self.first_step[state + 1]]
    }

    fn number(&self, token: &Token) -> u32 {
        self.numbers.get(&token.key).copied().unwrap_or(UNKNOWN)
    }
}

/// Phrases being made ready.
#[derive(Default)]
struct Making {
    numbers: QuickMap<u64, u32>,
    steps: Vec<Step>,
    entry_of: Vec<Option<u32>>,
}

impl Making {
    fn add(&mut self, entry: u32, pattern: &str) {
        let mut reached = vec![START];
        if self.entry_of.is_empty() {
            self.entry_of.push(None);
        }
        for part in parts(pattern) {
            let mut after = Vec::new();
            for variant in variants(part) {
                self.read(&reached, &variant, &mut after);
            }
            reached = after;
        }
        for state in reached {
            if state != START {
                self.entry_of[state as usize] = Some(entry);
            }
        }
    }

    /// Leads on from each of the states by the words of a text, and adds what they lead to.
    fn read(&mut self, from: &[u32], text: &str, after: &mut Vec<u32>) {
        let words = tokens::read(text);
        if words.is_empty() {
            after.extend_from_slice(from);
            return;
        }
        let mut to = START;
        for (at, word) in words.into_iter().enumerate() {
            let next = u32::try_from(self.numbers.len() + 1).unwrap_or(UNKNOWN);
            let word = *self.numbers.entry(word.key).or_insert(next);
            let before = [to];
            to = u32::try_from(self.entry_of.len()).unwrap_or(START);
            self.entry_of.push(None);
            let before = if at == 0 { from } else { &before };
            let steps = before.iter().map(|&from| Step { from, word, to });
            self.steps.extend(steps);
        }
        after.push(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let entry = |(family, phrase)| Entry {
            family,
            phrase,
            say: None,
            why: "",
        };
        let phrases = Phrases::new(
            [
                ("soft", "kind of"),
                ("soft", "i (was|am) (just |)wondering"),
                ("time", "when you get a chance"),
                ("time", "when you get"),
                ("own", "don't worry"),
                ("own", "(really |)(so |very |)sorr(y|ies)( indeed|)"),
            ]
            .map(entry),
        );
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
    fn any_of_the_words_that_may_be_missing_may_be_missing() {
        let whole = [
            "sorry",
            "so sorry",
            "really sorries",
            "really very sorry indeed",
        ];
        for text in whole {
            assert_eq!(found(text), [("own", text)]);
        }
        assert_eq!(found("really so very sorry"), [("own", "very sorry")]);
        assert_eq!(found("really so"), []);
    }

    #[test]
    fn no_phrase_reaches_over_a_sentence() {
        assert_eq!(found("That is kind. Of course."), []);
    }
}
