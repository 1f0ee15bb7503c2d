//! A sentence in which a word changed: what the model said of the others stands where it would see the same again.

use super::features::{self, Clause};
use super::model::Model;
use super::tagging::asks;
use crate::language::{Guess, Token};

/// How many tokens to each side of one the model looks at.
const SIGHT: usize = 2;

/// A sentence's tokens, and the text they are cut from.
#[derive(Clone, Copy)]
pub(super) struct Cut<'a> {
    pub(super) prose: &'a str,
    pub(super) tokens: &'a [Token],
}

impl Cut<'_> {
    /// How its first clause begins.
    fn clause(&self) -> Clause {
        let shapes = self.tokens.iter();
        let shapes = shapes.map(|token| features::shape(token, token.span.of(self.prose)));
        Clause::new(asks(self.tokens), shapes)
    }

    /// Whether two tokens are the same word, written alike.
    fn alike(&self, at: usize, other: &Cut<'_>, other_at: usize) -> bool {
        let (one, two) = (&self.tokens[at], &other.tokens[other_at]);
        (one.kind, one.key, &one.norm) == (two.kind, two.key, &two.norm)
            && one.span.of(self.prose) == two.span.of(other.prose)
    }
}

/// A sentence as it was before, beside what it is now.
pub(super) struct Known<'a> {
    before: Cut<'a>,
    guesses: &'a [Guess],
    /// How many tokens it has now, and how many of them are as before from the first and from the last on.
    count: usize,
    front: usize,
    back: usize,
    /// How far its clauses are followed, and how far they have come there.
    followed: usize,
    clause: Clause,
}

impl<'a> Known<'a> {
    /// `begins` is how the first clause begins now. `None` if nothing stands.
    pub(super) fn new(
        now: &Cut<'_>,
        begins: &Clause,
        before: Cut<'a>,
        guesses: &'a [Guess],
    ) -> Option<Self> {
        let clause = before.clause();
        if clause != *begins || guesses.len() != before.tokens.len() {
            return None;
        }
        let (count, count_before) = (now.tokens.len(), before.tokens.len());
        let most = count.min(count_before);
        let front = (0..most)
            .take_while(|&at| now.alike(at, &before, at))
            .count();
        let back = (1..=most - front)
            .take_while(|&back| now.alike(count - back, &before, count_before - back))
            .count();
        Some(Self {
            before,
            guesses,
            count,
            front,
            back,
            followed: 0,
            clause,
        })
    }

    /// What the model said of the token that stands at `at` now, if it saw what it would see: the same words beside it, and the
    /// clause come as far. To be asked of one token after the other.
    pub(super) fn guess(&mut self, model: &Model<'_>, at: usize, clause: &Clause) -> Option<Guess> {
        let there = if at + SIGHT < self.front {
            at
        } else if at >= self.count - self.back + SIGHT {
            at + self.before.tokens.len() - self.count
        } else {
            return None;
        };
        while self.followed < there {
            let Guess { label, .. } = self.guesses[self.followed];
            let token = &self.before.tokens[self.followed];
            self.clause.step(label, model.tag(label), token);
            self.followed += 1;
        }
        (self.clause == *clause).then(|| self.guesses[there])
    }
}
