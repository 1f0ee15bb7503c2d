//! Where a day goes in a promise.

use super::commitment::sentence_tokens;
use crate::facts::{Act, Commitment, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, Upos, among};

/// Where a due goes in a promise, from the passage's first byte: before what gives a reason or takes it back, else at the end.
pub(super) fn promise_due_place(
    passage: &Passage,
    act: &Act,
    promise: &Commitment,
) -> Option<usize> {
    let tokens = sentence_tokens(passage, act)?;
    let from = match &promise.action {
        Some(action) => action.verb_span.end,
        None => promise.opening.end.max(act.span.start),
    };
    let first = tokens.partition_point(|token| token.span.start < from);
    let breaks = |at: usize| {
        let token = &tokens[at];
        // "To do so" is one verb.
        if token.is("so") && at > 0 && tokens[at - 1].is_any(&["do", "does", "doing", "done"]) {
            return false;
        }
        token.is_any(&[
            "because", "since", "but", "although", "though", "unless", "if", "whereas", "assuming",
            "so", "(", ";", ":", "--", "–", "—",
        ]) || token.is("-") && token.spaced
            || turns(tokens, at)
            || in_case(tokens, at)
            || asks_within(tokens, first, at)
            || is_aim(tokens, at)
            || (token.is(",")
                && tokens.get(at + 1).is_some_and(|next| {
                    next.is_any(&[
                        "which",
                        "and",
                        "so",
                        "but",
                        "as",
                        "then",
                        "not",
                        "thanks",
                        "thank",
                        "for",
                        "including",
                    ])
                }))
    };
    let end = (0..tokens.len())
        .filter(|&at| tokens[at].span.start > from && tokens[at].span.end <= act.span.end)
        .find(|&at| breaks(at))
        .map_or(act.span.end, |at| tokens[at].span.start);
    let words = passage.text.get(from.min(end)..end)?;
    let trailing = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–' | '—' | '.' | '?' | '!' | '…' | ':')
    };
    let words = words.trim_end_matches(trailing);
    // The bracket that the promise stands in closes behind its day.
    let inside = match words.strip_suffix(')') {
        Some(inside) if !inside.contains('(') => inside.trim_end_matches(trailing),
        _ => words,
    };
    Some(from.min(end) + inside.len())
}

/// Whether what the promise is for begins here: "do it quickly | to save time", "check with Ana | to make sure", but not "try to", "the
/// time to", "ask Ana to see".
fn is_aim(tokens: &[Token], at: usize) -> bool {
    static SEE: Patterns = Patterns::new(&[
        "to see|ensure|avoid|discuss",
        "to make sure|certain",
        "to find out",
    ]);
    const HAS_DONE: &str = "ask|get|tell|want|need|remind|help|invite|way|time|chance|place|right";
    let verb = tokens.get(at + 1);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let had = || {
        tokens[..at]
            .iter()
            .any(|token| among(&token.norm, HAS_DONE))
    };
    tokens[at].is("to")
        && verb.is_some_and(|verb| verb.tag.penn == Penn::Vb)
        && before.is_some_and(|before| {
            let aims = before.tag.is_nominal() && SEE.at(tokens, at).is_some() && !had();
            aims || matches!(before.tag.upos, Upos::Adv | Upos::Pron) && !before.is("how")
        })
}

/// Whether the question begins here that the promise answers: "I'll find out how much we have", "I'll ask Ana who has it".
fn asks_within(tokens: &[Token], verb_end: usize, at: usize) -> bool {
    const NEAR: usize = 2;
    let asks = ["how", "what", "whether", "where", "who", "why", "which"];
    let relative = tokens[at].is_any(&["which", "who", "where"])
        && at
            .checked_sub(1)
            .is_some_and(|before| tokens[before].is(",") || tokens[before].tag.upos == Upos::Noun);
    at >= verb_end && at <= verb_end + NEAR && tokens[at].is_any(&asks) && !relative
}

/// Whether "in case" or "just in case" begins here.
fn in_case(tokens: &[Token], at: usize) -> bool {
    let from = at + usize::from(tokens[at].is("just"));
    tokens.get(from).is_some_and(|token| token.is("in"))
        && tokens.get(from + 1).is_some_and(|token| token.is("case"))
}

/// Whether another clause with its own subject begins with this "and".
fn turns(tokens: &[Token], at: usize) -> bool {
    const CLAUSE: usize = 8;
    let next = tokens.get(at + 1);
    let subject = next.is_some_and(|next| {
        matches!(
            next.tag.upos,
            Upos::Pron | Upos::Det | Upos::Adv | Upos::Adp
        ) && !next.is_any(&[
            "it", "them", "me", "us", "him", "her", "this", "these", "those",
        ])
    });
    let end = tokens.len().min(at + CLAUSE);
    tokens[at].is_any(&["and", "or"])
        && subject
        && tokens[at + 1..end]
            .iter()
            .any(|token| matches!(token.tag.penn, Penn::Md | Penn::Vbz | Penn::Vbp))
}
