use std::collections::HashMap;

use super::learner::{Learner, pruned};
use super::treebank::{Tree, words};
use crate::language::tagger::features::{self, Facts};
use crate::language::tagger::model::{Class, MAX_LABELS, Model};
use crate::language::{Tag, Token};

/// How often the lessons are gone over to find the features that matter.
const SCOUTING: usize = 5;

/// How often they are gone over to learn.
const ROUNDS: usize = 8;

/// How many learn, each in an order of its own; their means are kept.
const LEARNERS: u64 = 5;

/// How often a word must be seen to be given the label it nearly always has.
const OFTEN: usize = 20;

/// One in how many times it may have another.
const ONE_IN: usize = 80;

/// By how much a difference of scores is divided to make a margin.
const DIVISOR: u8 = 16;

/// Learns from the sentences and gives the file of weights; `None` if it learns more than a file holds.
pub fn train(trees: &[Tree]) -> Option<Vec<u8>> {
    let labels = labels(trees);
    let label_of: HashMap<Tag, u8> = (0..).zip(&labels).map(|(at, &tag)| (tag, at)).collect();
    let nearest = |tag: Tag| {
        label_of
            .get(&tag)
            .or_else(|| {
                labels
                    .iter()
                    .find(|label| label.upos == tag.upos)
                    .and_then(|label| label_of.get(label))
            })
            .copied()
            .unwrap_or(0)
    };
    let sentences: Vec<Lesson> = trees
        .iter()
        .map(|tree| {
            let (prose, words) = words(tree);
            let answers = tree.tags.iter().map(|&tag| nearest(tag)).collect();
            Lesson {
                prose,
                tokens: words.tokens,
                answers,
                facts: Vec::new(),
            }
        })
        .collect();
    let classes = classes(&sentences);
    let class_features: Vec<(u32, Vec<(u8, i8)>)> = classes
        .into_iter()
        .map(|(key, class)| (key, vec![class.pair()]))
        .collect();
    let lexicon_file = Model::write(&[], 1, &class_features)?;
    let lexicon = Model::new(&lexicon_file).unwrap_or_else(Model::empty);
    let mut lessons = sentences;
    for lesson in &mut lessons {
        lesson.facts = lesson
            .tokens
            .iter()
            .map(|token| Facts::of(token, token.span.of(&lesson.prose), &lexicon))
            .collect();
    }
    // A first reading finds which features matter; others, with those alone, learn to do without the rest.
    let mut scout = Learner::new(labels.len());
    scout.teach(&lessons, &labels, SCOUTING, 1);
    let strong = scout.strong();
    let learners: Vec<Learner> = (1..=LEARNERS)
        .map(|seed| {
            let mut learner = Learner::new(labels.len());
            learner.allowed = Some(strong.clone());
            learner.teach(&lessons, &labels, ROUNDS, seed);
            learner
        })
        .collect();
    let mut features = pruned(&learners);
    features.extend(class_features);
    Model::write(&labels, DIVISOR, &features)
}

/// A sentence with the right labels.
#[derive(Clone)]
pub(super) struct Lesson {
    prose: String,
    pub(super) tokens: Vec<Token>,
    pub(super) answers: Vec<u8>,
    pub(super) facts: Vec<Facts>,
}

/// The tags worth a label of their own, the commonest first.
fn labels(trees: &[Tree]) -> Vec<Tag> {
    let mut counts: HashMap<Tag, usize> = HashMap::new();
    for &tag in trees.iter().flat_map(|tree| &tree.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut labels: Vec<(Tag, usize)> = counts
        .into_iter()
        .filter(|&(_, count)| count >= 12)
        .collect();
    labels.sort_by_key(|&(tag, count)| {
        (
            std::cmp::Reverse(count),
            tag.upos,
            tag.penn,
            tag.imperative,
            tag.passive,
        )
    });
    labels.truncate(MAX_LABELS);
    labels.into_iter().map(|(tag, _)| tag).collect()
}

/// For each word seen three times or more, which set of labels it has: sets are numbered by how many words have them.
fn classes(lessons: &[Lesson]) -> Vec<(u32, Class)> {
    let mut counts: HashMap<u32, HashMap<u8, usize>> = HashMap::new();
    let mut plain: HashMap<u32, HashMap<u8, usize>> = HashMap::new();
    let nothing = Model::empty();
    for lesson in lessons {
        for (token, &label) in lesson.tokens.iter().zip(&lesson.answers) {
            let facts = Facts::of(token, token.span.of(&lesson.prose), &nothing);
            let count = |counts: &mut HashMap<u32, HashMap<u8, usize>>| {
                let of_word = counts.entry(features::word_of(&facts)).or_default();
                *of_word.entry(label).or_default() += 1;
            };
            count(&mut counts);
            if facts.is_plain() {
                count(&mut plain);
            }
        }
    }
    let mut sets: Vec<(u32, Vec<u8>)> = Vec::new();
    for (word, labels) in counts {
        let all: usize = labels.values().sum();
        if all < 3 {
            continue;
        }
        let mut set: Vec<(usize, u8)> = labels
            .into_iter()
            .filter(|&(_, count)| count * 20 >= all)
            .map(|(label, count)| (count, label))
            .collect();
        set.sort_by_key(|&(count, label)| (std::cmp::Reverse(count), label));
        set.truncate(4);
        // The commonest label first, the rest in a fixed order: "mostly a noun, also a verb".
        set[1..].sort_by_key(|&(_, label)| label);
        sets.push((word, set.into_iter().map(|(_, label)| label).collect()));
    }
    let mut sizes: HashMap<Vec<u8>, usize> = HashMap::new();
    for (_, set) in &sets {
        *sizes.entry(set.clone()).or_default() += 1;
    }
    let mut ranked: Vec<(Vec<u8>, usize)> = sizes.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let number: HashMap<Vec<u8>, u8> = ranked
        .into_iter()
        .map(|(set, _)| set)
        .zip(0..=254)
        .collect();
    let class = |set: &Vec<u8>| {
        let shorter = (1..=set.len())
            .rev()
            .find_map(|len| number.get(&set[..len]));
        shorter.copied().unwrap_or(255)
    };
    let found = sets.iter().map(|(word, set)| {
        let class = Class {
            number: class(set),
            only: plain.get(word).and_then(only),
        };
        (features::class_key(*word), class)
    });
    let mut found: Vec<(u32, Class)> = found.collect();
    found.sort_unstable_by_key(|(key, _)| *key);
    found
}

/// The label that a word seen often has nearly always.
fn only(counts: &HashMap<u8, usize>) -> Option<u8> {
    let all: usize = counts.values().sum();
    let often = counts
        .iter()
        .find(|&(_, &count)| count * ONE_IN >= all * (ONE_IN - 1));
    often.filter(|_| all >= OFTEN).map(|(&label, _)| label)
}
