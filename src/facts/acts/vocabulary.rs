//! Words sorted by what they do in an ask.

use std::sync::LazyLock;

use super::pattern::{Patterns, patterns, words};
use super::scene::{Scene, WEAK};
use crate::language::Upos;

/// The reader.
pub(super) const READER: &str = "you|u|ya|y'all|yall";

/// Whoever feels meant: patterns.
static ANYONE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "one|any|some|either|someone|anyone|two of you guys|all?",
        "someone|somebody|anyone|anybody|everyone|everybody|folks|people",
        "any|some one|body",
        "the|your|our team|group|guys|folks",
        "you|u guys|folks",
    ])
});

/// The place behind all who read it, each by themself: "each of you", "all of you", "you each".
pub(super) fn each_reader(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let each = patterns![
        "each|all|both of you guys|all?",
        "you each",
        "each and every|everyone one? of you",
    ];
    scene.any(at, each)
}

/// The place after whoever feels meant, with where they are: "someone from each team", "anyone with time on Monday".
pub(super) fn anyone(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let end = scene.any(at, &ANYONE)?;
    let told = patterns![
        "else? on|from|in|at|with your|our|my|their|each|either|more? NP on|in|of|about NP",
        "else? on|from|in|at|with your|our|my|their|each|either|more? NP",
        "else|here|out|there",
    ];
    Some(scene.any(end, told).unwrap_or(end))
}

/// Greeted or addressed groups.
pub(super) const GROUPS: &str =
    "all|everybody|everyone|folks|friends|guys|colleagues|gentlemen|ladies|team|people";

/// Verbs that want an answer or a moment, not work. A row is a lemma.
pub(super) const QUICK: &[&str] = &[
    "advise",
    "agree",
    "answer",
    "arrive",
    "assume",
    "attend",
    "be",
    "bear",
    "bring",
    "call",
    "cc",
    "chat",
    "choose",
    "come",
    "confirm",
    "consider",
    "decide",
    "disregard",
    "drop",
    "expect",
    "feel",
    "get back",
    "hang",
    "have",
    "hear",
    "hold",
    "hold off",
    "ignore",
    "join",
    "keep",
    "know",
    "leave",
    "let",
    "listen",
    "look forward",
    "mark",
    "meet",
    "mention",
    "note",
    "phone",
    "pick",
    "ping",
    "place",
    "reach",
    "read",
    "recall",
    "remember",
    "remind",
    "reply",
    "respond",
    "ring",
    "save",
    "say",
    "share",
    "shout",
    "speak",
    "start",
    "stay",
    "stop",
    "talk",
    "tell",
    "text",
    "think",
    "try",
    "understand",
    "visit",
    "wait",
    "watch",
];

/// Verbs of telling a reader how a screen or machine is worked.
pub(super) const SCREEN: &str = "check|touch|click|double-click|download|drag|enter|hit|install|log|login|logon|navigate|press|scroll|select|sign|swipe|tap|\
    toggle|type|upgrade|unsubscribe|visit|go|right-click|logout|open";

/// Verbs of getting in touch.
pub(super) const CONTACT: &str = "lmk|ask|call|contact|direct|drop|inform|e-mail|email|feel|forward|get|give|hesitate|let|mail|message|page|phone|ping|reach|refer|\
    reply|respond|ring|see|send|shoot|speak|submit|talk|tell|text|touch|write|address|visit|hit|raise|advise|\
    shout|holler|yell";

/// Whether the noun phrase names a person or people.
pub(super) fn is_person(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    let last = to.saturating_sub(1);
    scene.is(
        last,
        words!("people|folks|someone|person|manager|guys|staff|members|colleagues"),
    ) || (from..to).all(|at| {
        // A noun with a capital may be a name that the treebank lacks.
        let guessed = at > 0
            && scene.upos(at) == Upos::Noun
            && scene.capital(at)
            && scene.tokens[at].margin < WEAK;
        scene.upos(at) == Upos::Propn || guessed || scene.is(at, words!("and|or|@"))
    }) || scene.is(last, words!("team|group|department|desk|office|side"))
        && scene.is(from, words!("the|your|our"))
}
