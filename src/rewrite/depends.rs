//! Whether an ask hangs on what the reader wants: "to cancel, please write to us".

use super::timed::has_condition;
use super::wanted::{has_any, sentence};
use crate::facts::{Act, Ask, Passage};
use crate::language::Token;
use crate::language::pattern::Patterns;

/// What makes a sentence hang on a condition from its first word.
static CONDITIONS: Patterns = Patterns::new(&["if|unless", "should you", "in case"]);

/// Conditions that are courtesies: "if you can", "if it's not too much trouble". A condition goes for every ask of its sentence.
static COURTESIES: Patterns = Patterns::new(&[
    "if possible|it|you ,|can|could|'s|is|would|please",
    "if possible|it do|have|get",
    "if you have|get time|any|some",
    "if you have n't|not",
    "if you do n't|not mind",
    "if you get|do a|the",
    "if you have a|the time|moment|minute|chance|second|sec|bit|few|spare|free|quick",
]);

/// Openings that tell what the reader may want it for: "to cancel, please", "for a copy, please", "before signing, please".
static FOR_THE_READER: Patterns = Patterns::new(&[
    "to",
    "in order",
    "for more|further|additional|any|a|other",
    "before|after|when|whenever|once ING",
    "as a first|next|quick step|test|check",
    "as a token|sign|gift|present|thank",
]);

/// Ends that leave it to the reader, or to what may come: "as you like", "should you agree", "for more information".
static LEFT_OPEN: Patterns = Patterns::new(&[
    "should you",
    "in case",
    "as needed|necessary|required|appropriate",
    "as you see|wish|like|please",
    "before ING",
    "prior to ING",
    "for further|more information|details|info|assistance",
    "to learn more",
]);

/// What the reader gets by it, wherever in the sentence it stands: "to place your order", ", and we will send a new one".
static FOR_ITS_OWN: Patterns = Patterns::new(&[
    "to place|start|secure|reserve|renew|activate|continue|begin your",
    "and we will|'ll send|refund|replace|arrange|process|credit|ship|help|contact|reply|respond|issue",
    "and i|we will|'ll be happy|glad",
    "and we will|'ll get|come back",
    "and we will|'ll manually? add|book|enter|put it|them|you",
    "and we will|'ll pick|choose|draw",
]);

/// Whether it is asked only if, or so that, the reader wants something.
pub fn depends(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let tokens = sentence(passage, act);
    let words = passage.words.tokens_in(act.span);
    let first = behind_lead(passage, tokens);
    let opens = |patterns: &Patterns| {
        patterns.at(tokens, 0).is_some() || patterns.at(tokens, first).is_some()
    };
    let mine = has_any(words, &["me", "my", "i"]);
    has_condition(passage, ask)
        || (opens(&CONDITIONS) && !opens(&COURTESIES))
        || (opens(&FOR_THE_READER) && !mine)
        || LEFT_OPEN.find(words.get(1..).unwrap_or_default()).is_some()
        || FOR_ITS_OWN.find(tokens).is_some()
}

/// Where a sentence begins behind a word or two that lead it in: "As ever, | if you plan to run".
fn behind_lead(passage: &Passage, tokens: &[Token]) -> usize {
    static LEADS: Patterns = Patterns::new(&[
        "as ever|always|usual|before ,",
        "also|again|finally|lastly|however|otherwise|and|but|so ,?",
    ]);
    // "Attendance If you expect to be late, please call": a heading, and the sentence below it.
    let headed = tokens
        .get(1)
        .is_some_and(|second| second.is("if") && second.span.of(&passage.text).starts_with('I'));
    LEADS
        .at(tokens, 0)
        .map_or(usize::from(headed), |(end, _)| end)
}
