//! The wordings of a promise whose end nobody can see, and where they stand in their sentence.

use std::ops::Range;

use super::fault::{Place, SHORT_PROMISE};
use super::wordings::tells;
use crate::facts::{Passage, TimeKind};
use crate::language::pattern::Patterns;
use crate::language::{Token, Upos, among};
use crate::text::Span;

/// Work whose end nobody can see.
static WORK: Patterns = Patterns::new(&[
    "look into it|this|that?",
    "keep an eye on|out",
    "keep a close|closer|watchful eye on",
    "circle|loop back",
    "touch base",
    "follow up on? it|this|that?",
    "follow-up on? it|this|that?",
    "work on it|this|that?",
    "see how it|this|that|things go|goes",
    "see what happens",
    "get round|around? to it|this|that|them",
    "get round|around to the|your|my|our|these|those",
    "be back? in touch",
    "keep on at him|her|them|it",
    "keep|stay on top of it|this|that",
]);

/// Thought, whose end nobody can see whatever it is for.
static THOUGHT: Patterns = Patterns::new(&[
    "think about it|this|that?",
    "think it|this|that over",
    "sleep on it|this|that",
    "give it|this|that some thought",
    "bear|keep it|this|that in mind",
    "have a think about? it|this|that?",
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

/// Where the verb phrase at `tokens[at]` ends, if nobody can see when it is done.
pub(super) fn end(tokens: &[Token], at: usize) -> Option<usize> {
    let found = WORK.at(tokens, at).or_else(|| THOUGHT.at(tokens, at));
    found.map(|(end, _)| end)
}

pub(super) fn slippery(passage: &Passage, at: usize, tokens: &[Token]) -> Option<Place> {
    match left_open(passage, at, tokens) {
        Some(words) => {
            // The subject is written with its "'s".
            let start = words.start - usize::from(!tokens[words.start].spaced && words.start > 0);
            let waits = tokens
                .iter()
                .any(|token| token.is_any(&["if", "when", "once"]));
            let rest = rest_of(passage, at, tokens, words.end);
            (!waits && !dated(passage, rest)).then(|| Place::whole(start..words.end))
        }
        None => promised(passage, at, tokens).map(Place::whole),
    }
}

/// The words that leave it open when something is done without promising a deed.
fn left_open(passage: &Passage, at: usize, tokens: &[Token]) -> Option<Range<usize>> {
    const NO_WORK: &str = "what|who|which|everything|nothing|there|i|we|you|he|she|name";
    // "What is on our list of guests?"
    let listed = LISTED.find(tokens).filter(|(words, _)| {
        let before = words.start.checked_sub(1).map(|before| &tokens[before]);
        let after = tokens.get(words.end);
        before.is_some_and(|before| !among(&before.norm, NO_WORK) && before.tag.upos != Upos::Propn)
            && after.is_none_or(|after| !after.is_any(&["of", "for"]))
    });
    let whole = passage.words.sentences[at].span;
    let put_off = |words: &Range<usize>| {
        tokens[words.clone()].iter().any(|token| token.is("hear"))
            || passage.times_in(whole).next().is_some()
    };
    let heard = || HEARD.find(tokens).filter(|(words, _)| put_off(words));
    let found = listed.or_else(|| OWED.find(tokens)).or_else(heard);
    found.map(|(words, _)| words)
}

/// The words that promise what nobody can see the end of, where the sentence does not tell it.
fn promised(passage: &Passage, at: usize, tokens: &[Token]) -> Option<Range<usize>> {
    static FRAME: Patterns = Patterns::new(&[
        "i|we 'll|will then|also|definitely|certainly? BASE",
        "let me|us BASE",
    ]);
    static PURPOSE: Patterns = Patterns::new(&["to BASE"]);
    let short = || Some(0..SHORT_PROMISE.at(tokens, 0)?.0);
    let will = FRAME.find(tokens).map(|(will, _)| will).or_else(short)?;
    let verb = will.end - 1;
    let end = end(tokens, verb)?;
    let after = &tokens[end..];
    // "I'll sleep on this couch"
    let couch = tokens[verb].is("sleep") && after.first().is_some_and(|next| next.tag.is_nominal());
    // "I'll follow up with Ana to get her signature" says what done means.
    let purpose = THOUGHT.at(tokens, verb).is_none() && PURPOSE.find(after).is_some();
    // "I'll keep an eye out for the van" and "we'll see what happens" end with the thing itself.
    let tells = tokens[verb].is("be") || tells(after);
    let told = tells && dated(passage, rest_of(passage, at, tokens, end));
    (!couch && !purpose && !told && !has_its_time(&tokens[..will.start], after))
        .then_some(will.start..end)
}

/// Whether it is said when: "I'll work on it when the day comes", "if you send it, I'll work on it".
fn has_its_time(before: &[Token], after: &[Token]) -> bool {
    let when = |token: &Token| token.is_any(&["when", "once", "if"]);
    let soon = |run: &[Token]| run[0].is("soon") && run[1].is("as") && run[2].is_any(&["i", "we"]);
    after.windows(3).any(soon)
        || after.iter().any(when)
        || before
            .windows(2)
            .any(|pair| when(&pair[0]) && pair[1].is("you"))
}

/// From the token `end` to the end of the sentence.
fn rest_of(passage: &Passage, at: usize, tokens: &[Token], end: usize) -> Span {
    let start = tokens[end - 1].span.end;
    Span::new(start, passage.words.sentences[at].span.end.max(start))
}

/// Whether a day or an event stands in the words.
fn dated(passage: &Passage, rest: Span) -> bool {
    passage
        .times_in(rest)
        .any(|time| matches!(time.kind, TimeKind::Date | TimeKind::Event))
}
