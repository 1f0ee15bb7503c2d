//! The verbs of promises whose day the reader waits for.

use crate::facts::{Commitment, Placed};
use crate::language::pattern::Patterns;
use crate::language::{TokenKind, among};

/// Verbs of work whose result the reader waits for. A row is a lemma, with its particle.
pub(super) const WORK: &[&str] = &[
    "add",
    "advise",
    "amend",
    "arrange",
    "ask",
    "assemble",
    "book",
    "chase",
    "check",
    "check with",
    "clean up",
    "collect",
    "come back",
    "complete",
    "compile",
    "confirm",
    "contact",
    "copy",
    "correct",
    "create",
    "deliver",
    "dig",
    "do",
    "draft",
    "draw up",
    "e-mail",
    "email",
    "fax",
    "file",
    "fill in",
    "fill out",
    "find",
    "find out",
    "finish",
    "fix",
    "forward",
    "get back",
    "gather",
    "install",
    "issue",
    "let",
    "look at",
    "look up",
    "mail",
    "make",
    "mend",
    "merge",
    "order",
    "organise",
    "organize",
    "pass on",
    "pay",
    "ping",
    "post",
    "prepare",
    "print",
    "propose",
    "provide",
    "publish",
    "push",
    "put together",
    "read",
    "repair",
    "reply",
    "report",
    "research",
    "resend",
    "respond",
    "restart",
    "return",
    "revert",
    "review",
    "revise",
    "rework",
    "rewrite",
    "schedule",
    "send",
    "send out",
    "set up",
    "share",
    "ship",
    "sign",
    "sort",
    "sort out",
    "speak to",
    "submit",
    "summarise",
    "summarize",
    "take",
    "take care",
    "take care of",
    "talk to",
    "tell",
    "test",
    "track down",
    "translate",
    "type up",
    "update",
    "upload",
    "work out",
    "write",
    "write up",
    "reach out",
];

/// Work that is quickly done: worth a hint.
pub(super) const SMALL: &[&str] = &[
    "chase",
    "come back",
    "advise",
    "get back",
    "let",
    "ping",
    "reply",
    "revert",
    "respond",
    "tell",
    "ask",
    "check",
    "check with",
    "talk to",
    "speak to",
    "reach out",
];

/// Whether it is work put as its end: "I'll get it done", "I'll get the slides over to you".
pub(super) fn gets_done(promise: &Placed<'_, Commitment>) -> bool {
    static DONE: Patterns = Patterns::new(&[
        "get it|this|that|them|these|those done|finished|sorted|fixed|ready|over|across",
        "get the|that|this|those|my|our *? *? done|finished|sorted|fixed|ready",
        "get it|this|that|them|these|those to|back",
        "give it|this|that|them a|another closer|close|proper|good|thorough? look|read|review",
        "get you|u the|a|an|my|our|your|those|these|it|that|some|more",
        "get the|that|this|those|my|our|your *? *? to you|u|him|her|them",
        "run it|this|that|them by|past",
        "look it|this|that|them|these|those over|through",
        "give you my|our|a|an|some feedback|comments|answer|reply|estimate|price|quote|update",
        "pass it|this|that|them|these|those on|along",
        "put it|this|that|them|something|everything together",
        "have a quick|proper|good? look",
        "have a quick|little? word|chat with",
    ]);
    let tokens = &promise.passage.words.tokens;
    let verb =
        promise.fact.action.as_ref().map(|action| {
            tokens.partition_point(|token| token.span.start < action.verb_span.start)
        });
    verb.is_some_and(|verb| DONE.at(tokens, verb).is_some())
}

/// Whether the reader waits for it: not for "let you know", "take the train", "make sure", "do well".
pub(super) fn waits(promise: &Placed<'_, Commitment>) -> bool {
    static IDLE: Patterns = Patterns::new(&[
        "you|u|ya",
        "sure",
        "it",
        "my|our best",
        "up|out|off",
        "the? train|bus|car|flight|plane|part|place|advantage|opportunity",
        "this opportunity",
        "the liberty",
        "the next",
    ]);
    let Some(action) = &promise.fact.action else {
        return true;
    };
    let tokens = &promise.passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < action.verb_span.end);
    let has_object = tokens
        .get(next)
        .is_some_and(|token| token.kind != TokenKind::Mark && !token.is("to"));
    match action.verb.as_str() {
        "let" | "take" | "make" | "tell" | "ask" | "read" | "find" | "return" => {
            has_object && IDLE.at(tokens, next).is_none()
        }
        // "I'll share a trick" tells what the text goes on with.
        "share" => tokens.get(next).is_some_and(|token| {
            token.is_any(&["it", "them", "this", "that", "these", "the", "my", "our"])
        }),
        // "I'll come back to my old habits" is no promise.
        "come back" => {
            tokens
                .get(next)
                .is_none_or(|token| token.kind == TokenKind::Mark || token.is_any(&["with", "on"]))
                || tokens
                    .get(next + 1)
                    .is_some_and(|token| token.is_any(&["you", "u"]))
        }
        // "We'll pay your costs" is a rule of the house.
        "pay" => {
            const OWED: &str =
                "it|them|this|that|these|you|invoice|invoices|bill|bills|deposit|rent|balance|rest";
            let words = promise.passage.words.tokens_in(action.span);
            words.iter().skip(1).any(|token| among(&token.norm, OWED))
        }
        "do" => tokens
            .get(next)
            .is_some_and(|token| token.is_any(&["it", "this", "that", "the"])),
        _ => true,
    }
}
