//! What each sentence does: asks, promises, declines, thanks, greets, closes, or says how things are.
//!
//! A sentence is cut at the places where a clause may start ([`starts`]); each family of wordings looks at one such place and
//! says what it reads there and why. What is common to all asks (verb, object, reason; [`due`]) is read afterwards ([`parts`]).

mod bulk;
mod commitment;
mod decline;
mod due;
mod formula;
mod found;
mod if_you;
mod imperative;
mod modal;
mod need;
mod parts;
mod pattern;
mod performative;
mod question;
mod scene;
mod sentence;
mod shared;
mod social;
mod starts;
#[cfg(test)]
pub(super) mod testing;
mod vocabulary;
mod wanting;
mod whom;
mod wish;

use super::{Act, TimeExpression};
use crate::document::{Block, Format};
use crate::language::Words;
use scene::Scene;
use whom::Whom;

/// Reads what each sentence of a passage does.
pub(super) fn read(
    block: &Block,
    format: Format,
    words: &Words,
    times: &[TimeExpression],
    text: &str,
) -> Vec<Act> {
    let scenes = words.sentences.iter().map(|sentence| Scene {
        tokens: &words.tokens[sentence.tokens.clone()],
        text,
        times,
    });
    let scenes: Vec<Scene<'_>> = scenes.collect();
    let whom = Whom::of(block, format, &scenes);
    let mut acts = Vec::new();
    for (number, scene) in scenes.iter().enumerate() {
        let whole = words.sentences[number].span;
        sentence::read(scene, block.kind, number, whole, whom, &mut acts);
    }
    acts
}
