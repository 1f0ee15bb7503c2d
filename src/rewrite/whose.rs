//! Whose it is to do what an ask asks for: the reader's, the writer's own, or somebody else's.

use crate::facts::{Ask, AskForm, Passage};
use crate::text::Span;

/// Whether the writer asks leave to do it: "I was wondering if I could borrow the van".
pub fn asks_leave(passage: &Passage, ask: &Ask) -> bool {
    doer(passage, ask) != READER
}

pub(super) const READER: &str = "you";

/// Who is to do what is asked for: the reader, or the writer who wonders whether they may.
pub(super) fn doer(passage: &Passage, ask: &Ask) -> &'static str {
    let opening = passage.words.tokens_in(ask.opening);
    let whether = opening
        .iter()
        .rposition(|token| token.is_any(&["if", "whether", "hoping", "hoped"]));
    let Some(whether) = whether.filter(|_| ask.form == AskForm::Wondering) else {
        return READER;
    };
    let (before, after) = opening.split_at(whether);
    let has = |words: &[&str]| after.iter().any(|token| token.is_any(words));
    let several = || {
        let done = ask
            .action
            .as_ref()
            .map(|action| passage.words.tokens_in(action.span));
        let words = before.iter().chain(after).chain(done.unwrap_or_default());
        words
            .into_iter()
            .any(|token| token.is_any(&["we", "us", "our"]))
    };
    // "If I can use it" and "if it is possible to" ask how things are.
    let might = has(&["could", "might", "would", "'d"]);
    let own = (might || has(&["should"])) && has(&["i", "we"]);
    let possible = might && has(&["it"]) && has(&["possible", "ok", "okay"]);
    if has(&["you", "someone", "anyone", "somebody"]) || !(own || possible) {
        READER
    } else if several() {
        "we"
    } else {
        "I"
    }
}

/// The words that ask it for somebody who neither writes nor reads: "I wanted to ask whether it would be |possible for him to".
pub(super) fn for_another(passage: &Passage, ask: &Ask) -> Option<Span> {
    let opening = passage.words.tokens_in(ask.opening);
    let at = opening
        .iter()
        .position(|token| token.is_any(&["possible", "ok", "okay", "alright", "fine"]))?;
    let [possible, joint, who @ ..] = &opening[at..] else {
        return None;
    };
    let known = who.iter().any(|token| token.is_any(&["me", "us", "you"]));
    let to = who.last().filter(|last| last.is("to"))?;
    (joint.is("for") && !known).then(|| possible.span.join(to.span))
}
