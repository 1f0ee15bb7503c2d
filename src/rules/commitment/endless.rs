//! The wordings of a promise whose end nobody can see, and where they stand in their sentence.

use std::ops::Range;

use super::fault::{Place, SHORT_PROMISE};
use super::wordings::tells;
use crate::facts::{Passage, TimeKind};
use crate::language::pattern::Patterns;
use crate::language::{Token, Upos, among};
use crate::text::Span;

/// Verbs whose end nobody can see.
pub(super) static SLIPPERY: Patterns = Patterns::new(&[
    "look into it|this|that?",
    "keep an eye on|out",
    "keep a close|closer|watchful eye on",
    "think about it|this|that?",
    "think it|this|that over",
    "sleep on it|this|that",
    "give it|this|that some thought",
    "bear|keep it|this|that in mind",
    "circle|loop back",
    "touch base",
    "follow up on? it|this|that?",
    "follow-up on? it|this|that?",
    "work on it|this|that?",
    "see how it|this|that|things go|goes",
    "see what happens",
    "get round|around? to it|this|that|them",
    "get round|around to the|your|my|our|these|those",
    "have a think about? it|this|that?",
    "be back? in touch",
    "keep on at him|her|them|it",
    "keep|stay on top of it|this|that",
]);

/// "It's on my list."
pub(super) static LISTED: Patterns = Patterns::new(&[
    "is|'s|are|'re already|also|still|definitely|high|near? on|at? the? top? of? my|our to-do|todo? list|radar|agenda|todo|to-do",
    "is|'s|are|'re already|also|still|definitely|high? on my|our to do list",
]);

/// "You'll hear from us." What is had is promised where the time is left open: "You'll have it soon."
pub(super) static HEARD: Patterns = Patterns::new(&[
    "you|u 'll|will hear from|back? from? me|us",
    "you|u 'll|will have|get|receive it|this|that|them|everything",
    "you|u 'll|will have|get|receive the|my|our * from? me|us?",
]);

/// "I need to come back to you."
pub(super) static OWED: Patterns =
    Patterns::new(&["i|we 'll|will? need|have to come|get back to you|u"]);

pub(super) fn slippery(passage: &Passage, at: usize, tokens: &[Token]) -> Option<Place> {
    static FRAME: Patterns = Patterns::new(&[
        "i|we 'll|will then|also|definitely|certainly? BASE",
        "let me|us BASE",
    ]);
    static PURPOSE: Patterns = Patterns::new(&["to BASE"]);
    let short = || {
        let (end, _) = SHORT_PROMISE.at(tokens, 0)?;
        Some((0..end, 0))
    };
    let open = |end: usize| {
        let rest = Span::new(
            tokens[end - 1].span.end,
            passage.words.sentences[at].span.end,
        );
        let waits = tokens
            .iter()
            .any(|token| token.is_any(&["if", "when", "once"]));
        !waits && !dated(passage, rest)
    };
    // "What is on our list of guests?"
    let listed = LISTED.find(tokens).filter(|(words, _)| {
        let before = words.start.checked_sub(1).map(|before| &tokens[before]);
        let after = tokens.get(words.end);
        const NO_WORK: &str = "what|who|which|everything|nothing|there|i|we|you|he|she|name";
        before.is_some_and(|before| !among(&before.norm, NO_WORK) && before.tag.upos != Upos::Propn)
            && after.is_none_or(|after| !after.is_any(&["of", "for"]))
    });
    let whole = passage.words.sentences[at].span;
    let put_off = |words: &Range<usize>| {
        tokens[words.clone()].iter().any(|token| token.is("hear"))
            || passage.times_in(whole).next().is_some()
    };
    let heard = HEARD.find(tokens).filter(|(words, _)| put_off(words));
    if let Some((words, _)) = listed.or_else(|| OWED.find(tokens)).or(heard) {
        // The subject is written with its "'s".
        let start = words.start - usize::from(!tokens[words.start].spaced && words.start > 0);
        return open(words.end).then(|| Place::whole(start..words.end));
    }
    let (will, _) = FRAME.find(tokens).or_else(short)?;
    let verb = will.end - 1;
    let (end, which) = SLIPPERY.at(tokens, verb)?;
    // "I'll sleep on this couch"
    let couch =
        tokens[verb].is("sleep") && tokens.get(end).is_some_and(|next| next.tag.is_nominal());
    if couch {
        return None;
    }
    let rest = Span::new(
        tokens[end - 1].span.end,
        passage.words.sentences[at]
            .span
            .end
            .max(tokens[end - 1].span.end),
    );
    let after = &tokens[end..];
    // "I'll follow up with Ana to get her signature" says what done means.
    let thought = matches!(which, 3..=7 | 17);
    let purpose = !thought && PURPOSE.find(after).is_some();
    let touch = tokens[verb].is("be") && dated(passage, rest);
    let told = touch || tells(after) && dated(passage, rest);
    // "I'll work on it when the day comes" and "if you send it, I'll work on it" have their time.
    let when = |token: &Token| token.is_any(&["when", "once", "if"]);
    let soon = after
        .windows(3)
        .any(|run| run[0].is("soon") && run[1].is("as") && run[2].is_any(&["i", "we"]));
    let later = soon
        || after.iter().any(when)
        || tokens[..will.start]
            .windows(2)
            .any(|pair| when(&pair[0]) && pair[1].is("you"));
    // "I'll keep an eye out for the van" and "we'll see what happens" end with the thing itself.
    (!purpose && !told && !later).then(|| Place::whole(will.start..end))
}

/// Whether a day or an event stands in the words.
fn dated(passage: &Passage, rest: Span) -> bool {
    passage
        .times_in(rest)
        .any(|time| matches!(time.kind, TimeKind::Date | TimeKind::Event))
}
