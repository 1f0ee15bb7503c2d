use super::features::{self, Clause, Facts};
use super::known::{Cut, Known};
use super::model::Model;
use super::openings;
use crate::language::{Guess, Stood, Token, Words};

/// An earlier prose, its tagged words, and which of its sentences stand.
pub(super) type Before<'a> = ((&'a str, &'a Words), &'a Stood);

/// Gives every token its part of speech by these weights and the rules.
pub(super) fn tag_with(
    model: &Model<'_>,
    prose: &str,
    words: &mut Words,
    before: Option<Before<'_>>,
) {
    let mut guesses = Vec::with_capacity(words.tokens.len());
    let mut facts = Vec::new();
    for (at, sentence) in words.sentences.iter().enumerate() {
        let tokens = &mut words.tokens[sentence.tokens.clone()];
        let stood = |number: &dyn Fn(&Stood) -> Option<usize>| {
            let ((prose, words), stood) = before?;
            let sentence = words.sentences.get(number(stood)?)?.tokens.clone();
            let guesses = words.guesses.get(sentence.clone())?;
            let tokens = &words.tokens[sentence];
            Some((Cut { prose, tokens }, guesses))
        };
        if let Some((known, known_guesses)) = stood(&|stood| stood.number(at)) {
            for (token, known) in tokens.iter_mut().zip(known.tokens) {
                (token.tag, token.margin) = (known.tag, known.margin);
            }
            guesses.extend_from_slice(known_guesses);
            continue;
        }
        facts.clear();
        facts.extend(
            tokens
                .iter()
                .map(|token| Facts::of(token, token.span.of(prose), model)),
        );
        let clause = Clause::new(asks(tokens), facts.iter().map(Facts::shape));
        let now = Cut { prose, tokens };
        let known = stood(&|stood| stood.instead(at));
        let known = known.and_then(|(before, guesses)| Known::new(&now, &clause, before, guesses));
        tag_sentence(model, tokens, &facts, clause, known, &mut guesses);
        openings::correct(tokens);
    }
    words.guesses = guesses;
}

/// The margin of a word that has nearly always one label.
const SURE: u8 = 40;

/// Whether a sentence ends as a question does.
pub(super) fn asks(tokens: &[Token]) -> bool {
    let last = tokens.last();
    last.is_some_and(|last| last.norm.starts_with('?'))
}

/// Tags one sentence by the model alone, from its first token to its last.
fn tag_sentence(
    model: &Model<'_>,
    tokens: &mut [Token],
    facts: &[Facts],
    mut clause: Clause,
    mut known: Option<Known<'_>>,
    guesses: &mut Vec<Guess>,
) {
    for (at, token) in tokens.iter_mut().enumerate() {
        let known = known.as_mut();
        let known = known.and_then(|known| known.guess(model, at, &clause));
        let guess = known.unwrap_or_else(|| match facts[at].only() {
            Some(label) => Guess {
                label,
                margin: SURE,
            },
            None => {
                let (label, margin) = model.best(&features::of(facts, at, &clause));
                Guess { label, margin }
            }
        });
        guesses.push(guess);
        token.tag = model.tag(guess.label);
        token.margin = guess.margin;
        clause.step(guess.label, token.tag, token);
    }
}
