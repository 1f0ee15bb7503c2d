//! The places of a sentence where a clause may start, each with what stands before its head.

use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::{Patterns, patterns, words};
use super::scene::{Scene, WEAK};
use super::vocabulary::{GROUPS, READER};
use crate::language::{Penn, TokenKind, Upos};

/// A place where a clause may start.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The first token of the clause.
    pub(super) at: usize,
    /// The first token after conjunctions, interjections, adverbs and the name of the one addressed.
    pub(super) head: usize,
    /// What joins it to what stands before.
    pub(super) link: Link,
    /// The name of the one addressed: "Sam" in "Sam, could you…".
    pub(super) vocative: Option<Range<usize>>,
    /// The clause before it on which it depends: "if you agree".
    pub(super) condition: Option<Range<usize>>,
    /// Where the words begin that open the act: as `head`, but before "I think", "please note that".
    pub(super) opening: usize,
    /// Where the stretch before it begins, for [`Link::LeadIn`].
    pub(super) lead: usize,
    /// Whether the stretch it belongs to ends in a question mark.
    pub(super) question: bool,
}

/// What joins a clause to what stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing: the sentence starts here.
    Sentence,
    /// A semicolon, colon, dash, bracket or full stop.
    Mark,
    /// A comma after a clause or phrase that leads in: "If you agree, …", "By Friday, …".
    LeadIn,
    /// Any other comma.
    Comma,
    /// "and", "or", "then".
    And,
    /// "but", "so".
    But,
    /// "please", "can you", "let me know" without anything that marks a start.
    Bare,
}

/// Words a clause or phrase that leads in may open with.
const LEAD_IN: &str = "if|when|whenever|once|after|before|as|since|because|while|unless|until|although|though|given|assuming|provided|for|in|\
    on|at|by|with|without|to|based|per|regarding|re|from|during|should|where|wherever|due|upon|following|next|tomorrow|\
    today|this|instead|rather|prior|no|next|or|until|till|concerning|considering|depending|out";

/// Words that open a clause on which another depends.
pub(super) const SUBORDINATE: &str = "if|when|whenever|once|after|before|as|since|because|while|unless|until|although|though|should|where|provided|assuming";

/// Words and marks skipped before a clause's head.
const PREAMBLE: &str = "and|but|so|or|that|also|plus|ok|okay|well|now|yes|yeah|yep|no|sure|thanks|oh|hey|hi|hello|again|otherwise|meanwhile|\
    alternatively|additionally|finally|lastly|first|firstly|second|secondly|third|thirdly|next|then|therefore|however|\
    hence|obviously|hopefully|unfortunately|actually|anyway|anyways|anyhow|btw|otoh|fwiw|afaik|iirc|iow|sorry|fyi|ps|p.s.|pps|maybe|perhaps|alright|\
    right|great|good|still|nevertheless|nonetheless|regardless|furthermore|moreover|besides|incidentally|separately|\
    likewise|thus|just|basically|honestly|frankly|ideally|&|+|1st|2nd|3rd|simply|quickly|reminder|note|question|n.b.|nb|\
    really|guess|to-do|todo|action|urgent|important|request|yo|morning|afternoon|evening";

/// Longer preambles.
static PREAMBLES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "as always|usual|discussed|agreed|promised|mentioned|requested|before|ever ,?",
        "in addition|general|particular|short|fact|summary|any|case ,",
        "in the meantime|meanwhile|interim|future ,?",
        "by the way ,?",
        "for now|example|instance ,?",
        "if possible|necessary|needed|not|so|ok|okay|appropriate|applicable ,?",
        "at this|that point|time|stage|moment ,?",
        "one more|other|last thing :|,|-",
        "a|one? quick|small question|favor|favour|reminder|note|thing :|,|-|;",
        "when|if|as you can|could ,",
        "action|response|reply|input|approval|decision ~ needed|required|requested|wanted :|-",
        "friendly|gentle|quick|kind reminder :|,|-|to",
        "reminder to",
        "as soon as possible ,",
        "going forward ,?",
        "from now on ,?",
        "last but not least ,?",
        "on another|a different note ,?",
        "more|most ~ importantly|interestingly|urgently ,?",
        "i was wondering ,",
        "quick question :|,|-|;|.",
        "thank you|u and|,",
        "sorry to|for bother|disturb|bug|trouble|bothering you ,? but",
        "i think|guess|believe|suppose|feel|assume|presume ,",
        "a reminder that|to|:",
    ])
});

/// Openings of a clause that contains the ask: "Please note that …", "I think …".
static MATRIX: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "please|pls ~ note|remember|understand|recognize|recall|realize that|,|:",
        "please ~ be advised|aware|reminded|informed that",
        "note|remember that",
        "please keep|bear in mind that",
        "this is to confirm|remind you? that",
        "a? ~ friendly|gentle|quick? reminder that",
        "i|we ~ think|guess|believe|suppose|feel|assume|presume|trust|figure|reckon like|that?",
        "it seems|appears|looks to me? that|like?",
        "to me|my mind it seems|appears|looks like?",
        "in my ~ humble? opinion ,?",
        "it is|'s ~ clear|obvious|important to me? that",
        "i|we 'd|would ~ say|argue|think that?",
        "my|our understanding|feeling|thinking|view|sense is|was that",
        "does that mean|imply that?",
        "i want to make sure|certain that?",
        "imho|imo ,?",
    ])
});

/// The places of the sentence where a clause may start, in order.
pub(super) fn of(scene: &Scene<'_>) -> Vec<Start> {
    let mut starts = vec![open(scene, 0, Link::Sentence, None)];
    let mut stretch = starts[0].head;
    let mut vain = 0;
    let asked = questions(scene);
    starts[0].question = asked[0];
    for (at, &question) in asked.iter().enumerate().skip(1) {
        // What an earlier start skipped is behind its head; what led to no start leads to none half way either.
        if at < vain || starts.last().is_some_and(|last| at < last.head) {
            continue;
        }
        let Some(link) = link(scene, at, stretch) else {
            continue;
        };
        let depends = matches!(link, Link::LeadIn | Link::Bare)
            && scene.is(
                stretch,
                words!("if|when|once|unless|should|after|whenever|as"),
            );
        let condition = depends.then(|| stretch..if link == Link::Bare { at } else { at - 1 });
        let start = Start {
            lead: stretch,
            question,
            ..open(scene, at, link, condition)
        };
        if !goes_on(scene, link, at, stretch) {
            stretch = start.head.max(at);
        }
        if start.head == scene.len() {
            vain = start.head;
        } else if starts.last().is_none_or(|last| last.head < start.head) {
            starts.push(start);
        }
    }
    starts
}

/// Whether the stretch that leads in goes on past a place: "if you agree and sign, …", "if you have questions, comments or…".
fn goes_on(scene: &Scene<'_>, link: Link, at: usize, stretch: usize) -> bool {
    match link {
        Link::And => scene.is(stretch, words!(SUBORDINATE)),
        Link::LeadIn => {
            let part = matches!(
                scene.upos(at),
                Upos::Noun | Upos::Adj | Upos::Cconj | Upos::Sconj | Upos::Adp
            );
            part && scene.is(stretch, words!(SUBORDINATE)) && !scene.base(at)
        }
        Link::Bare => true,
        Link::Sentence | Link::Mark | Link::Comma | Link::But => false,
    }
}

/// What joins a clause starting at `at` to what stands before; `None` if no clause starts there.
fn link(scene: &Scene<'_>, at: usize, stretch: usize) -> Option<Link> {
    let token = scene.tokens.get(at)?;
    if token.kind == TokenKind::Mark && !scene.is(at, words!("\"|'|(|*|“")) {
        return None;
    }
    match scene.before(at) {
        "," => {
            return Some(if scene.is(at, words!("and|or")) {
                Link::And
            } else if scene.is(stretch, words!(LEAD_IN)) {
                Link::LeadIn
            } else {
                Link::Comma
            });
        }
        ";" | ":" | "--" | "---" | "–" | "—" | "..." | "…" | "." | "!" | "?" | "(" | ")" | "*"
        | "!!" | "??" | "???" | "!!!" | ".." | "...." | "....." | "......" => {
            return Some(Link::Mark);
        }
        "-" if token.spaced && !is_stressed(scene, at) => return Some(Link::Mark),
        "and" | "or" | "&" | "then" | "plus" | "and/or" => return Some(Link::And),
        "but" | "so" | "therefore" | "yet" => return Some(Link::But),
        _ => {}
    }
    bare(scene, at, stretch).then_some(Link::Bare)
}

/// Whether the hyphen before a place closes a pair around one word: "-not- use it" opens nothing.
fn is_stressed(scene: &Scene<'_>, at: usize) -> bool {
    let glued = |at: usize| scene.tokens.get(at).is_some_and(|token| !token.spaced);
    at >= 3 && scene.word(at - 3) == "-" && glued(at - 2) && glued(at - 1)
}

/// Whether the words themselves show that a clause starts here.
fn bare(scene: &Scene<'_>, at: usize, stretch: usize) -> bool {
    let before = scene.before(at);
    match scene.word(at) {
        "i" | "we" => {
            scene.is(
                scene.soft(at + 1),
                words!("'ll|will|shall|'d|would|want|need"),
            ) && scene.is(stretch, words!(LEAD_IN))
                && stretch + 2 < at
                && matches!(
                    scene.upos(at - 1),
                    Upos::Noun | Upos::Propn | Upos::Num | Upos::Verb | Upos::Pron | Upos::Adv
                )
                && !scene.is(
                    at - 1,
                    words!("what|which|who|that|whatever|when|where|how|why"),
                )
        }
        // "I can test it if you send me the steps.": the condition asks.
        "if" => {
            scene.is(stretch, words!("i|we"))
                && scene
                    .any(
                        at + 1,
                        patterns![
                            "you ~ can|could|will|'ll|would ~ BASE",
                            "you send|give|tell me|us"
                        ],
                    )
                    .is_some()
                && scene.is(
                    scene.soft(stretch + 1),
                    words!("'ll|will|can|could|would|'d|shall|'m|am"),
                )
        }
        "please" | "pls" | "plz" => scene.base(at + 1) || scene.is(at + 1, words!("do|let|don't")),
        "can" | "could" | "would" | "will" => {
            scene.is(at + 1, words!(READER))
                && !matches!(
                    before,
                    "what"
                        | "how"
                        | "when"
                        | "where"
                        | "who"
                        | "which"
                        | "that"
                        | "why"
                        | "much"
                        | "many"
                )
        }
        "let" => {
            scene.is(at + 1, words!("me|us"))
                && scene.word(at + 2) == "know"
                && !matches!(
                    before,
                    "to" | "will"
                        | "'ll"
                        | "you"
                        | "can"
                        | "could"
                        | "would"
                        | "n't"
                        | "not"
                        | "please"
                        | "and"
                )
        }
        _ => false,
    }
}

/// The start with its preamble taken off.
fn open(scene: &Scene<'_>, at: usize, link: Link, condition: Option<Range<usize>>) -> Start {
    let mut head = at;
    let mut vocative = None;
    let mut matrix = None;
    loop {
        let next = step(scene, head, &mut vocative);
        if next == head {
            let Some(end) = scene.any(head, &MATRIX) else {
                break;
            };
            matrix = matrix.or(Some(head));
            head = end;
        } else {
            head = next;
        }
    }
    Start {
        at,
        head,
        link,
        vocative,
        condition,
        opening: matrix.unwrap_or(head),
        lead: at,
        question: false,
    }
}

/// One step over the preamble.
fn step(scene: &Scene<'_>, head: usize, vocative: &mut Option<Range<usize>>) -> usize {
    if head >= scene.len() {
        return head;
    }
    if let Some(end) = scene.any(head, &PREAMBLES) {
        return end;
    }
    if let Some(end) = addressed(scene, head) {
        *vocative = Some(head..end);
        return end + usize::from(scene.is_mark(end));
    }
    if scene.is(head, words!(PREAMBLE)) && !is_used(scene, head) {
        return head + 1;
    }
    if scene.is_mark(head) || scene.tokens[head].kind == TokenKind::Symbol {
        return head + 1;
    }
    if scene.tokens[head].kind == TokenKind::Number && scene.is(head + 1, words!(")|.|:|-")) {
        return head + 2;
    }
    head
}

/// Whether a word that may be a preamble does other work here: "next week", "right?", "first item", "no need".
fn is_used(scene: &Scene<'_>, head: usize) -> bool {
    let then = head + 1;
    match scene.word(head) {
        "and" | "but" | "so" | "or" | "also" | "plus" | "maybe" | "perhaps" | "just" | "then"
        | "simply" | "therefore" | "&" | "+" => false,
        "note" | "reminder" | "question" | "action" | "request" | "important" | "urgent"
        | "to-do" | "todo" => !scene.is(then, words!(":|-|--")),
        "that" => !scene.is(head.wrapping_sub(1), words!("and|but|so")),
        "thanks" | "sure" | "sorry" | "good" | "great" | "right" | "no" | "guess" | "next"
        | "morning" | "afternoon" | "evening" | "first" | "second" | "third" | "well" => {
            !(scene.is(then, words!(",|:|-|--|.|!|—|–|..."))
                || scene.is(then, words!("please|can|could")))
        }
        "now" | "again" | "really" | "still" | "right." => scene.is(then, words!("that")),
        _ => false,
    }
}

/// The end of the name the clause opens with: "Sam, …", "Hi Sam - …", "Ana and Bo: …", "@sam …", "Sam please…".
fn addressed(scene: &Scene<'_>, head: usize) -> Option<usize> {
    let mut end = head;
    if scene.word(end) == "dear" {
        end += 1;
    }
    let from = end;
    while end < scene.len() && end < from + 6 {
        let group = scene.is(end, words!(GROUPS))
            || scene.is(end, words!("mr|mr.|ms|ms.|mrs|mrs.|dr|dr.|prof."));
        let joined = scene.is(end, words!("and|&|/")) && end > from;
        let listed = scene.word(end) == ","
            && end > from
            && scene.capital(end + 1)
            && scene.is(end + 2, words!("and|&|,"));
        let handle =
            scene.tokens[end].norm.starts_with('@') || scene.before(end) == "@" && end > from;
        if !(group || joined || listed || handle || is_name(scene, end)) {
            break;
        }
        end += 1;
    }
    if end == from {
        return None;
    }
    let handle = scene.tokens[from].norm.starts_with('@');
    let marked = scene.is(end, words!(",|:|-|--|—|–|...")) && end + 1 < scene.len();
    let asked = scene.is(end, words!("please|pls|plz"))
        || scene.is(end, words!("can|could|would|will")) && scene.is(end + 1, words!(READER))
        || scene.is(end, words!("do|did|have|are")) && scene.is(end + 1, words!(READER))
        || scene.is(end, words!("can|could|should|shall")) && scene.is(end + 1, words!("we|i"))
        || end == from + 1
            && scene
                .any(end, patterns!["you ~ may|might|should|need|must"])
                .is_some();
    (handle || marked || asked).then_some(end)
}

/// Whether the word may be someone's name.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    if scene.is(at, words!("i|how|what|when|where|who|why|which|whose|did|do|does|is|are|was|were|have|has|had|can|could|would|will|should|shall|may|might|must|let|please|that|this|it|he|she|they|we|you|there|here|the|a|an|my|our|your|his|her|their|its|these|those|not|never|any|some|all|each|every|such|only|very|more|most|much|many|both|either|neither|one|two|give|send|call")) {
        return false;
    }
    if token.kind != TokenKind::Word
        || !scene.capital(at)
        || scene.is(at, words!(PREAMBLE))
        || scene.is(at, words!(LEAD_IN))
    {
        return false;
    }
    match token.tag.upos {
        Upos::Propn => true,
        Upos::Noun => token.tag.penn == Penn::Nns || token.margin < WEAK,
        Upos::Adv
        | Upos::Pron
        | Upos::Adp
        | Upos::Sconj
        | Upos::Cconj
        | Upos::Det
        | Upos::Aux
        | Upos::Num => false,
        Upos::Verb | Upos::Adj => token.margin < WEAK,
        _ => true,
    }
}

/// For each place whether the stretch that holds it ends in a question mark.
fn questions(scene: &Scene<'_>) -> Vec<bool> {
    let mut asked = vec![false; scene.len().max(1)];
    let mut question = false;
    for at in (0..scene.len()).rev() {
        if scene.is_mark(at) && scene.word(at).ends_with(['?', '!', '.', ';']) {
            question = scene.word(at).contains('?');
        }
        asked[at] = question;
    }
    asked
}
