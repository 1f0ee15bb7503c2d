//! Makes the weights from a treebank, and measures them. Used by `examples/train_tagger.rs`.

use std::collections::{HashMap, HashSet};

use super::features::{self, Clause, Facts};
use super::model::{MAX_LABELS, Model};
use crate::language::{Penn, Sentence, Tag, Token, TokenKind, Upos, Words, tokens};
use crate::text::Span;

/// How often the lessons are gone over to find the features that matter.
const SCOUTING: usize = 5;

/// How often they are gone over to learn.
const ROUNDS: usize = 8;

/// A feature whose weights were changed less often is luck.
const LEAST_CHANGES: u32 = 3;

/// A feature whose best weight stays below this does not matter.
const LEAST_STRENGTH: f64 = 0.5;

/// A weight below this is left out of the file.
const LEAST_WEIGHT: f64 = 0.8;

/// What a weight is multiplied by before it is rounded to a byte.
const SCALE: f64 = 12.0;

/// By how much a difference of scores is divided to make a margin.
const DIVISOR: u8 = 16;

/// Two to how many buckets the file has.
const BITS: u32 = 13;

/// A sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The document it is from.
    pub id: String,
    /// Its words as they are written.
    pub forms: Vec<String>,
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Whether a space follows each.
    pub spaced: Vec<bool>,
}

/// Reads the sentences of a CoNLL-U file (universaldependencies.org/format).
pub fn read_conllu(text: &str) -> Vec<Tree> {
    let mut trees = Vec::new();
    let mut tree = Tree::default();
    let mut joined = 0..0;
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("# sent_id = ") {
            id.clone_into(&mut tree.id);
        }
        if line.is_empty() && !tree.forms.is_empty() {
            trees.push(std::mem::take(&mut tree));
            joined = 0..0;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, upos, penn, feats, _, _, _, misc] = fields.as_slice() else {
            continue;
        };
        if let Some((first, last)) = id.split_once('-') {
            let number = |id: &str| id.parse::<usize>().unwrap_or(0);
            joined = number(first)..number(last);
            continue;
        }
        let Ok(id) = id.parse::<usize>() else {
            continue; // a word that is not in the text
        };
        tree.forms.push(form.to_owned());
        tree.tags.push(Tag {
            upos: upos_of(upos),
            penn: penn_of(penn),
            imperative: feats.contains("Mood=Imp"),
            passive: feats.contains("Voice=Pass"),
        });
        tree.spaced
            .push(!misc.contains("SpaceAfter=No") && !joined.contains(&id));
    }
    if !tree.forms.is_empty() {
        trees.push(tree);
    }
    trees
}

fn upos_of(name: &str) -> Upos {
    let found = Upos::ALL
        .iter()
        .find(|upos| format!("{upos:?}").eq_ignore_ascii_case(name));
    found.copied().unwrap_or_default()
}

fn penn_of(name: &str) -> Penn {
    let plain = name.replace('$', "Dollar");
    let found = Penn::ALL
        .iter()
        .find(|penn| format!("{penn:?}").eq_ignore_ascii_case(&plain));
    found.copied().unwrap_or_default()
}

/// The words of a treebank's sentence as the tagger sees them, cut as the treebank cuts them.
pub fn words(tree: &Tree) -> (String, Words) {
    let mut prose = String::new();
    let mut all = Vec::new();
    for (at, form) in tree.forms.iter().enumerate() {
        let start = prose.len();
        prose.push_str(form);
        let own = tokens::read(form);
        let kind = own.first().map_or(TokenKind::Mark, |token| token.kind);
        let norm = match form.as_str() {
            "nt" | "NT" => "n't".into(),
            _ if own.len() == 1 => own[0].norm.clone(),
            _ => tokens::norm(form),
        };
        all.push(Token {
            span: Span::new(start, prose.len()),
            kind,
            norm,
            tag: Tag::default(),
            margin: 0,
            spaced: at == 0 || tree.spaced[at - 1],
        });
        if tree.spaced[at] {
            prose.push(' ');
        }
    }
    let sentences = vec![Sentence {
        span: Span::new(0, prose.trim_end().len()),
        tokens: 0..all.len(),
    }];
    let words = Words {
        tokens: all,
        sentences,
    };
    (prose, words)
}

/// Learns from the sentences and gives the file of weights.
pub fn train(trees: &[Tree]) -> Vec<u8> {
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
        .map(|(key, class)| (key, vec![(class, 0)]))
        .collect();
    let lexicon_file = Model::write(&[], 1, 14, class_features.clone());
    let lexicon = Model::new(&lexicon_file).unwrap_or_else(Model::empty);
    let mut lessons = sentences;
    for lesson in &mut lessons {
        lesson.facts = lesson
            .tokens
            .iter()
            .map(|token| Facts::of(token, token.span.of(&lesson.prose), &lexicon))
            .collect();
    }
    // A first reading finds which features matter; a second, with those alone, learns to do without the rest.
    let mut scout = Learner::new(labels.len());
    scout.teach(&lessons, &labels, SCOUTING);
    let mut learner = Learner::new(labels.len());
    learner.allowed = Some(scout.strong());
    learner.teach(&lessons, &labels, ROUNDS);
    let mut features = learner.pruned();
    features.extend(class_features);
    Model::write(&labels, DIVISOR, BITS, features)
}

/// A sentence with the right labels.
#[derive(Clone)]
struct Lesson {
    prose: String,
    tokens: Vec<Token>,
    answers: Vec<u8>,
    facts: Vec<Facts>,
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
fn classes(lessons: &[Lesson]) -> Vec<(u32, u8)> {
    let mut counts: HashMap<u32, HashMap<u8, usize>> = HashMap::new();
    let nothing = Model::empty();
    for lesson in lessons {
        for (token, &label) in lesson.tokens.iter().zip(&lesson.answers) {
            let facts = Facts::of(token, token.span.of(&lesson.prose), &nothing);
            *counts
                .entry(features::word_of(&facts))
                .or_default()
                .entry(label)
                .or_default() += 1;
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
    let mut found: Vec<(u32, u8)> = sets
        .iter()
        .map(|(word, set)| (features::class_key(*word), class(set)))
        .collect();
    found.sort_unstable();
    found
}

/// An averaged perceptron at work.
struct Learner {
    places: HashMap<u32, usize>,
    weights: Vec<Vec<Weight>>,
    labels: usize,
    time: u32,
    allowed: Option<HashSet<u32>>,
}

/// One weight and the sum of all it ever was.
#[derive(Clone, Copy, Debug)]
struct Weight {
    label: u8,
    value: f32,
    total: f64,
    since: u32,
    changes: u32,
}

impl Learner {
    fn new(labels: usize) -> Self {
        Self {
            places: HashMap::new(),
            weights: Vec::new(),
            labels,
            time: 0,
            allowed: None,
        }
    }

    /// Goes over the lessons so many times, each time in another order.
    fn teach(&mut self, lessons: &[Lesson], labels: &[Tag], rounds: usize) {
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        let mut seed = 0x2545_f491_4f6c_dd1d_u64;
        for _ in 0..rounds {
            for at in (1..order.len()).rev() {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                order.swap(at, (seed % (at as u64 + 1)) as usize);
            }
            for &at in &order {
                self.learn(&lessons[at], labels);
            }
        }
    }

    /// The features that were changed often and came to matter.
    fn strong(&self) -> HashSet<u32> {
        let time = f64::from(self.time);
        let matters = |weights: &Vec<Weight>| {
            let changed: u32 = weights.iter().map(|w| w.changes).max().unwrap_or(0);
            let best = weights
                .iter()
                .map(|weight| {
                    ((weight.total + f64::from(weight.value) * f64::from(self.time - weight.since))
                        / time)
                        .abs()
                })
                .fold(0.0, f64::max);
            changed >= LEAST_CHANGES && best >= LEAST_STRENGTH
        };
        self.places
            .iter()
            .filter(|&(_, &place)| matters(&self.weights[place]))
            .map(|(&feature, _)| feature)
            .collect()
    }

    /// Reads a sentence, and mends the weights after each wrong guess.
    fn learn(&mut self, lesson: &Lesson, labels: &[Tag]) {
        let asks = lesson
            .tokens
            .last()
            .is_some_and(|last| last.norm.starts_with('?'));
        let mut clause = Clause::new(asks);
        let mut seen = Vec::new();
        for (at, &answer) in lesson.answers.iter().enumerate() {
            seen.clear();
            features::each(&lesson.facts, at, &clause, |feature| seen.push(feature));
            let guess = self.guess(&seen);
            self.time += 1;
            if guess != answer {
                for &feature in &seen {
                    self.change(feature, answer, 1.0);
                    self.change(feature, guess, -1.0);
                }
            }
            clause.step(guess, labels[usize::from(guess)], &lesson.tokens[at]);
        }
    }

    fn guess(&self, seen: &[u32]) -> u8 {
        let mut scores = [0.0_f32; MAX_LABELS];
        for feature in seen {
            if let Some(&place) = self.places.get(feature) {
                for weight in &self.weights[place] {
                    scores[usize::from(weight.label)] += weight.value;
                }
            }
        }
        let mut best = 0;
        for at in 1..self.labels {
            if scores[at] > scores[best] {
                best = at;
            }
        }
        u8::try_from(best).unwrap_or(0)
    }

    fn change(&mut self, feature: u32, label: u8, by: f32) {
        if self
            .allowed
            .as_ref()
            .is_some_and(|allowed| !allowed.contains(&feature))
        {
            return;
        }
        let next = self.weights.len();
        let place = *self.places.entry(feature).or_insert(next);
        if place == next {
            self.weights.push(Vec::new());
        }
        let time = self.time;
        let weights = &mut self.weights[place];
        let at = weights
            .iter()
            .position(|weight| weight.label == label)
            .unwrap_or_else(|| {
                weights.push(Weight {
                    label,
                    value: 0.0,
                    total: 0.0,
                    since: time,
                    changes: 0,
                });
                weights.len() - 1
            });
        let weight = &mut weights[at];
        weight.total += f64::from(weight.value) * f64::from(time - weight.since);
        weight.since = time;
        weight.value += by;
        weight.changes += 1;
    }

    /// The averages, rounded to a byte each, without those too small to matter.
    fn pruned(&self) -> Vec<(u32, Vec<(u8, i8)>)> {
        let time = f64::from(self.time);
        let average = |weight: &Weight| {
            (weight.total + f64::from(weight.value) * f64::from(self.time - weight.since)) / time
        };
        let mut features: Vec<(u32, Vec<(u8, i8)>)> = self
            .places
            .iter()
            .filter_map(|(&feature, &place)| {
                let mut pairs: Vec<(u8, i8)> = self.weights[place]
                    .iter()
                    .filter(|weight| average(weight).abs() >= LEAST_WEIGHT)
                    .map(|weight| {
                        (
                            weight.label,
                            (average(weight) * SCALE).round().clamp(-127.0, 127.0) as i8,
                        )
                    })
                    .filter(|&(_, weight)| weight != 0)
                    .collect();
                pairs.sort_unstable();
                (!pairs.is_empty()).then_some((feature, pairs))
            })
            .collect();
        features.sort_unstable();
        features
    }
}

/// How well tags agree with a treebank.
#[derive(Clone, Copy, Debug, Default)]
pub struct Agreement {
    /// Words counted.
    pub words: usize,
    /// Words whose universal tag is right.
    pub upos: usize,
    /// Words whose Penn tag is right.
    pub penn: usize,
    /// Sentences with an imperative: in the treebank, as tagged, in both.
    pub imperatives: [usize; 3],
    /// Passive participles: in the treebank, as tagged, in both.
    pub passives: [usize; 3],
    /// Verbs without auxiliaries: the same.
    pub verbs: [usize; 3],
}

/// Tags the sentences with these weights and the rules, and counts; imperatives of a lesser margin do not count as found.
/// `look` sees each sentence and how it was tagged.
pub fn measure(
    weights: &[u8],
    trees: &[&Tree],
    least: u8,
    look: &mut dyn FnMut(&Tree, &Words),
) -> Agreement {
    let mut sum = Agreement::default();
    let Some(model) = Model::new(weights) else {
        return sum;
    };
    for tree in trees {
        let (prose, mut words) = words(tree);
        super::tag_with(&model, &prose, &mut words);
        let pairs = || words.tokens.iter().zip(&tree.tags);
        let agree = |same: fn(Tag, Tag) -> bool| {
            pairs()
                .filter(|(token, tag)| same(token.tag, **tag))
                .count()
        };
        sum.words += tree.tags.len();
        sum.upos += agree(|one, other| one.upos == other.upos);
        sum.penn += agree(|one, other| one.penn == other.penn);
        let told = tree.tags.iter().any(|tag| tag.imperative);
        let found = words
            .tokens
            .iter()
            .any(|token| token.tag.imperative && token.margin >= least);
        count(&mut sum.imperatives, told, found);
        for (token, tag) in pairs() {
            count(&mut sum.passives, tag.passive, token.tag.passive);
            count(
                &mut sum.verbs,
                tag.upos == Upos::Verb,
                token.tag.upos == Upos::Verb,
            );
        }
        look(tree, &words);
    }
    sum
}

/// Adds to what the treebank has, what was found, and what both say.
fn count(counts: &mut [usize; 3], told: bool, found: bool) {
    counts[0] += usize::from(told);
    counts[1] += usize::from(found);
    counts[2] += usize::from(told && found);
}
