use std::collections::{BTreeMap, HashMap, HashSet};

use super::lesson::Lesson;
use crate::language::Tag;
use crate::language::tagger::features::{self, Clause, Facts};
use crate::language::tagger::model::MAX_LABELS;
use crate::language::tagger::tagging;

/// A feature whose weights were changed less often is luck.
const LEAST_CHANGES: u32 = 2;

/// A feature whose best weight stays below this does not matter.
const LEAST_STRENGTH: f64 = 0.4;

/// A weight below this is left out of the file.
const LEAST_WEIGHT: f64 = 0.7;

/// A feature whose best weight, as a byte, stays below this is left out of the file.
const LEAST_BEST: u8 = 15;

/// What a weight is multiplied by before it is rounded to a byte.
const SCALE: f64 = 12.0;

/// An averaged perceptron at work.
pub(super) struct Learner {
    places: HashMap<u32, usize>,
    weights: Vec<Vec<Weight>>,
    labels: usize,
    time: u32,
    /// The features it may learn; all where there is none.
    pub(super) allowed: Option<HashSet<u32>>,
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
    pub(super) fn new(labels: usize) -> Self {
        Self {
            places: HashMap::new(),
            weights: Vec::new(),
            labels,
            time: 0,
            allowed: None,
        }
    }

    /// Goes over the lessons so many times, each time in another order; `seed`, not 0, tells in which.
    pub(super) fn teach(&mut self, lessons: &[Lesson], labels: &[Tag], rounds: usize, seed: u64) {
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        let mut seed = seed.wrapping_mul(0x2545_f491_4f6c_dd1d);
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
    pub(super) fn strong(&self) -> HashSet<u32> {
        let matters = |weights: &Vec<Weight>| {
            let changed: u32 = weights.iter().map(|w| w.changes).max().unwrap_or(0);
            let best = weights
                .iter()
                .map(|weight| self.average(weight).abs())
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
        let asks = tagging::asks(&lesson.tokens);
        let mut clause = Clause::new(asks, lesson.facts.iter().map(Facts::shape));
        for (at, &answer) in lesson.answers.iter().enumerate() {
            let seen = features::of(&lesson.facts, at, &clause);
            let guess = self.guess(&seen);
            self.time += 1;
            if guess != answer {
                for feature in seen {
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

    /// The average of a weight over all the time it was learnt.
    fn average(&self, weight: &Weight) -> f64 {
        let since = f64::from(weight.value) * f64::from(self.time - weight.since);
        (weight.total + since) / f64::from(self.time)
    }
}

/// The means of what several learners came to, rounded to a byte each, without those too small to matter: what they learnt by luck they
/// do not share.
pub(super) fn pruned(learners: &[Learner]) -> Vec<(u32, Vec<(u8, i8)>)> {
    let mut means: BTreeMap<(u32, u8), f64> = BTreeMap::new();
    for learner in learners {
        for (&feature, &place) in &learner.places {
            for weight in &learner.weights[place] {
                *means.entry((feature, weight.label)).or_default() +=
                    learner.average(weight) / learners.len() as f64;
            }
        }
    }
    let mut features: Vec<(u32, Vec<(u8, i8)>)> = Vec::new();
    for ((feature, label), mean) in means {
        let weight = (mean * SCALE).round().clamp(-127.0, 127.0) as i8;
        if mean.abs() < LEAST_WEIGHT || weight == 0 {
            continue;
        }
        match features.last_mut() {
            Some((last, pairs)) if *last == feature => pairs.push((label, weight)),
            _ => features.push((feature, vec![(label, weight)])),
        }
    }
    let matters = |&(_, weight): &(u8, i8)| weight.unsigned_abs() >= LEAST_BEST;
    features.retain(|(_, pairs)| pairs.iter().any(matters));
    features
}
