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
mod welcome;
mod whom;
mod wish;

use super::before::{Before, times_in};
use super::{Act, TimeExpression};
use crate::document::{Block, Format};
use crate::language::Words;
use scene::Scene;
use whom::Whom;
pub(super) use whom::is_notice;

/// Reads what each sentence of a passage does. A sentence that stood `before` in such a passage does what it did.
pub(super) fn read(
    block: &Block,
    format: Format,
    words: &Words,
    times: &[TimeExpression],
    text: &str,
    notice: bool,
    before: Option<Before<'_>>,
) -> Vec<Act> {
    let whom = Whom::of(notice, format);
    let before = before.filter(|before| {
        let passage = before.passage();
        passage.notice == notice && passage.block.kind == block.kind
    });
    let mut acts = Vec::new();
    for (number, sentence) in words.sentences.iter().enumerate() {
        if let Some(stands) = before.and_then(|before| before.sentence(number, sentence)) {
            acts.extend(stands.acts(number, times_in(times, sentence.span).start));
            continue;
        }
        let scene = Scene {
            tokens: &words.tokens[sentence.tokens.clone()],
            text,
            times,
        };
        sentence::read(&scene, block.kind, number, sentence.span, whom, &mut acts);
    }
    acts
}
