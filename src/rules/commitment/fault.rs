//! What keeps a promise from binding. A promise has one fault: the one that says most.

use crate::facts::{Act, ActKind, Commitment, Passage};
use crate::language::{Token, TokenKind};
use crate::rules::pattern;
use crate::text::Span;

/// What keeps a promise from binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It promises an effort.
    Try,
    /// It is told as a hope.
    Hope,
    /// It has a way out built in.
    Escape,
    /// Nobody can tell when it is kept.
    Slippery,
}

/// A promise and its fault.
#[derive(Clone, Copy, Debug)]
pub(super) struct Faulty<'a> {
    pub(super) act: &'a Act,
    pub(super) promise: &'a Commitment,
    pub(super) fault: Fault,
    /// The words that are the fault.
    pub(super) span: Span,
}

/// The passage's promises that have this fault.
pub(super) fn all(passage: &Passage, wanted: Fault) -> impl Iterator<Item = Faulty<'_>> {
    let promises = passage.acts.iter().filter_map(|act| match &act.kind {
        ActKind::Commitment(promise) => Some((act, promise)),
        _ => None,
    });
    promises.filter_map(move |(act, promise)| {
        let (fault, span) = of(passage, act)?;
        (fault == wanted).then_some(Faulty {
            act,
            promise,
            fault,
            span,
        })
    })
}

/// The fault of the promise, and the words that are it.
pub(super) fn of(passage: &Passage, act: &Act) -> Option<(Fault, Span)> {
    let tokens = clause(passage, act);
    let found = |patterns: &[&str]| pattern::find(tokens, patterns).map(|(range, _)| range);
    let first = |fault, range: Option<std::ops::Range<usize>>| {
        Some((fault, pattern::span(tokens, range?)?))
    };
    first(Fault::Try, found(TRY).or_else(|| bare_try(tokens)))
        .or_else(|| first(Fault::Hope, hope(tokens)))
        .or_else(|| first(Fault::Escape, escape(tokens)))
        .or_else(|| first(Fault::Slippery, slippery(passage, tokens)))
}

/// The tokens of the promise's sentence from the words that lead up to it on.
fn clause<'a>(passage: &'a Passage, act: &Act) -> &'a [Token] {
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return &[];
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let mut first = tokens.partition_point(|token| token.span.start < act.span.start);
    // What softens a promise may stand before it: "Hopefully, I'll".
    while first > 0 && !tokens[first - 1].is_any(&[".", ";", ":", "and", "but", "so"]) {
        first -= 1;
    }
    let last = tokens.partition_point(|token| token.span.start < act.span.end);
    let rest = tokens[last..]
        .iter()
        .position(|token| token.is_any(&["and", "but", ";", ".", "!", "?"]) && !is_no_promise(token))
        .map_or(tokens.len(), |at| last + at);
    // "but no promises" belongs to the promise before it.
    let rest = if pattern::any(tokens, rest, &["but no promises|guarantees"]).is_some() {
        tokens.len()
    } else {
        rest
    };
    &tokens[first..rest.max(first)]
}

fn is_no_promise(token: &Token) -> bool {
    token.kind != TokenKind::Mark && token.kind != TokenKind::Word
}

const TRY: &[&str] = &[
    "i|we 'll|will|shall|'d|would all|also|certainly|definitely|still|then|really? try|attempt|endeavor|endeavour|strive to|and",
    "i|we 'm|am|'re|are going to try|attempt to|and",
    "i|we 'm|am|'re|are gon na try to|and",
    "i|we 'll|will do my|our level|very? best to",
    "i|we 'll|will do my|our level|very? best",
    "i|we 'll|will do what|whatever i|we can to?",
    "i|we 'll|will see what i|we can|could do|manage?",
    "i|we 'll|will see if|whether i|we can|could",
    "i|we 'll|will give it|this|that a|my|our good|best? shot|go|try|whirl|best",
    "i|we 'll|will have|take a go|stab|crack|shot at",
    "will try|attempt to|and",
    "will do my|our level|very? best to?",
    "will see what i|we can do",
];

/// "I'll try." and nothing after it.
fn bare_try(tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    const BARE: &[&str] = &["i|we 'll|will try my|our? very? best|hardest?", "will try my|our? best?"];
    let (range, _) = pattern::find(tokens, BARE)?;
    ends(tokens, range.end).then_some(range)
}

fn hope(tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    const HOPE: &[&str] = &[
        "hopefully ,? i|we 'll|will|can|could|should|'m|am|'re|are? be? going|able? to?",
        "with any|a luck ,? i|we 'll|will|can|could|should? be? able? to?",
        "with a bit|little of? luck ,? i|we 'll|will|can|could|should? be? able? to?",
        "i|we should|might|may be able to",
        "i|we 'll|will hopefully",
        "i|we 'm|am|'re|are still? hoping|aiming to",
        "i|we hope|aim to",
    ];
    let (range, which) = pattern::find(tokens, HOPE)?;
    let verb = range.end;
    // What merely happens to the writer is no promise, and a wish to meet is a courtesy.
    let idle = tokens.get(verb).is_none_or(|token| {
        token.is_any(&[
            "be", "hear", "see", "meet", "know", "understand", "learn", "feel", "like", "enjoy", "welcome",
            "win", "receive", "not", "never", "have", "continue",
        ])
    });
    let has_work = tokens.get(verb).is_some_and(|token| token.is("have")) && which >= 5;
    if idle && !has_work {
        return None;
    }
    // The adverb alone is the fault where a firm promise follows it.
    match which {
        0 => Some(range.start..range.start + 1),
        1 => Some(range.start..range.start + 3),
        2 => Some(range.start..range.start + if tokens[range.start + 3].is("of") { 5 } else { 4 }),
        4 => Some(range.end - 1..range.end),
        _ => Some(range),
    }
}

fn escape(tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    const CLAUSES: &[&str] = &[
        "if i|we can|do|'ll|will? have|get|find|make|'ve the|any|some|enough|a|got? spare|free? time|chance|moment|minute|bandwidth|capacity",
        "if i|we remember|manage",
        "if time allows|permits",
        "as time allows|permits",
        "if nothing else|new|urgent? lands|comes|happens|pops|crops|gets|goes",
        "if all|everything goes well|right|fine|to",
        "unless something|anything else|urgent? comes|happens|pops|crops|goes|gets",
    ];
    const PHRASES: &[&str] = &[
        "time|schedule|workload|circumstances permitting",
        "but? no promises|guarantees",
        "but i|we ca|can n't|not promise anything?",
        "god|lord willing",
    ];
    if let Some((range, _)) = pattern::find(tokens, CLAUSES) {
        let end = (range.end..tokens.len())
            .find(|&at| tokens[at].kind == TokenKind::Mark && !tokens[at].is("-"))
            .unwrap_or(tokens.len());
        return Some(range.start..end);
    }
    if let Some((range, which)) = pattern::find(tokens, PHRASES) {
        return (which != 2 || ends(tokens, range.end)).then_some(range);
    }
    let (range, _) = pattern::find(tokens, &["if i|we can|could"])?;
    ends(tokens, range.end).then_some(range)
}

/// Verbs whose end nobody can see.
const SLIPPERY: &[&str] = &[
    "look into it|this|that?",
    "keep an eye on|out",
    "think about it|this|that?",
    "think it|this|that over",
    "give it|this|that some thought",
    "bear|keep it|this|that in mind",
    "circle|loop back",
    "touch base",
    "follow up|-up on|with? it|this|that?",
    "follow - up on|with? it|this|that?",
    "work on it|this|that?",
    "see how it|this|that|things go|goes",
    "see what happens",
];

fn slippery(passage: &Passage, tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    let (will, _) = pattern::find(tokens, &["i|we 'll|will then|also|definitely|certainly? BASE", "will BASE"])?;
    let verb = will.end - 1;
    let (end, which) = pattern::any(tokens, verb, SLIPPERY)?;
    let sentence_end = passage
        .words
        .sentences
        .iter()
        .find(|sentence| sentence.span.contains(tokens[verb].span.start))
        .map_or(tokens[end - 1].span.end, |sentence| sentence.span.end);
    let rest = Span::new(tokens[end - 1].span.end, sentence_end.max(tokens[end - 1].span.end));
    let after = &tokens[end..];
    let purpose = pattern::find(after, &["to BASE"]).is_some() && !(which == 4 || which == 5);
    let told = tells(passage, rest) && dated(passage, rest);
    (!purpose && !told).then_some(will.start..end)
}

/// Whether the words go on to say what the reader will be told.
fn tells(passage: &Passage, rest: Span) -> bool {
    const TELLING: &[&str] = &[
        "send", "tell", "let", "report", "get", "email", "mail", "give", "write", "confirm", "update", "reply",
        "answer", "call", "share", "post", "fix", "propose",
    ];
    let within = |token: &&Token| rest.covers(token.span);
    let tokens: Vec<&Token> = passage.words.tokens.iter().filter(within).collect();
    tokens
        .windows(2)
        .any(|pair| pair[0].is_any(&["and", "then", ","]) && pair[1].is_any(TELLING))
}

/// Whether a day or an event stands in the words.
fn dated(passage: &Passage, rest: Span) -> bool {
    use crate::facts::TimeKind;
    passage
        .times
        .iter()
        .any(|time| rest.covers(time.span) && matches!(time.kind, TimeKind::Date | TimeKind::Event))
}

/// Whether nothing but a mark follows.
fn ends(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at)
        .is_none_or(|token| token.kind == TokenKind::Mark)
}
