//! "Send the file.", "Please send the file.", "Let me know…", and what follows with "and".

use super::formula;
use super::found::{Asked, Found};
use super::scene::Scene;
use super::starts::{Link, Start};
use super::vocabulary::SCREEN;
use crate::facts::AskForm;
use crate::language::{Penn, Upos, verbs};

const PLEASE: &str = "please|pls|plz|kindly|pleae|plese";

/// Verbs that open an order whatever the tagger thinks: hardly ever nouns or adjectives at the start of a clause.
const SURE: &str = "accept|add|advise|allow|apply|ask|attach|avoid|be|become|bring|buy|choose|clarify|come|compare|complete|confirm|\
    consider|create|delete|describe|determine|discuss|disregard|do|drop|expect|ensure|examine|explain|fill|find|fix|\
    follow|forward|get|give|go|grab|have|hold|identify|ignore|include|inform|join|keep|leave|let|make|meet|move|notify|\
    pick|prepare|proceed|propose|provide|pull|put|read|recall|redraft|remember|remind|remove|rename|replace|reply|resend|\
    respond|rewrite|save|say|send|speak|stop|submit|suggest|take|talk|tell|think|try|turn|update|use|verify|wait|write|\
    investigate|reconsider|revise|destroy|coordinate|arrange|assign|specify|advise|finish|correct|merge|revert|review|\
    reschedule|bump|escalate|upload|share|check|call|copy|print|schedule|book|sign|return|stay|start";

/// Reads an order or request in the imperative.
pub(super) fn read(scene: &Scene<'_>, start: &Start, follows: Option<&Asked>) -> Option<Found> {
    let head = start.head;
    let soft = scene.soft(head);
    let polite = (head..soft).any(|at| scene.is(at, PLEASE));
    let mut at = soft;
    if polite && scene.word(at) == "," {
        at = scene.soft(at + 1);
    }
    if let Some(end) = scene.any(
        at,
        &[
            "go ahead and|, ~ BASE",
            "make|be sure|certain to|and ~ BASE",
            "try and|to ~ BASE",
            "remember to ~ BASE",
            "do n't|not|nt forget|fail|neglect to ~ BASE",
        ],
    ) {
        return order(scene, start, end - 1, polite, 95, at);
    }
    if let Some(end) = scene.any(
        at,
        &[
            "do n't|not|nt ~ BASE",
            "dont ~ BASE",
            "never ~ BASE",
            "do ~ BASE",
        ],
    ) {
        let sure = if polite || start.link != Link::And {
            88
        } else {
            70
        };
        let verb = end - 1;
        let asks_back =
            scene.word(at) == "do" && verb == at + 1 && !polite && scene.upos(verb) != Upos::Verb;
        if !polite && scene.is(verb, "know|think|want|have|care|need|see|like|remember|understand|mean|mind|get|believe|let|feel|worry|be") {
            return None;
        }
        return (!asks_back)
            .then(|| order(scene, start, verb, polite, sure, at))
            .flatten();
    }
    if polite {
        if scene.base(at) {
            return order(scene, start, at, true, 97, at);
        }
        return None;
    }
    if let Some(before) = follows
        && matches!(start.link, Link::And | Link::Comma)
        && before.verb.is_some_and(|verb| scene.base(verb))
        && scene.base(at)
        && continues(scene, at)
    {
        let asked = Asked {
            verb: Some(at),
            open: at,
            named: None,
            why: "follows another ask with “and”",
            confidence: before.confidence.saturating_sub(5),
            ..before.clone()
        };
        return formula::guard(scene, start, asked);
    }
    bare(scene, start, at)
}

fn order(
    scene: &Scene<'_>,
    start: &Start,
    verb: usize,
    polite: bool,
    sure: u8,
    opened: usize,
) -> Option<Found> {
    let why = if polite {
        "“please” before a verb"
    } else {
        "a verb in the imperative"
    };
    let form = if is_let_know(scene, verb) {
        AskForm::LetMeKnow
    } else if scene.word(verb) == "advise" && scene.is_mark(verb + 1) {
        AskForm::Open
    } else {
        AskForm::Imperative
    };
    let asked = Asked {
        open: verb.max(opened),
        ..Asked::direct(form, verb, why).sure(sure)
    };
    formula::guard(scene, start, asked)
}

/// Whether the verb opens "let me know", "keep me posted".
pub(super) fn is_let_know(scene: &Scene<'_>, verb: usize) -> bool {
    scene
        .any(
            verb,
            &[
                "let me|us ~ know|no",
                "keep me|us ~ posted|informed|updated|apprised|advised",
            ],
        )
        .is_some()
}

/// An order without "please".
fn bare(scene: &Scene<'_>, start: &Start, at: usize) -> Option<Found> {
    if matches!(start.link, Link::Comma) && !is_let_know(scene, at) && start.vocative.is_none() {
        return None;
    }
    if start.link == Link::And
        && !is_let_know(scene, at)
        && !scene
            .any(at, &["give me|us a? call", "send|tell|call|give me|us"])
            .is_some()
    {
        return None;
    }
    if start.link == Link::Mark
        && scene.is(start.at.wrapping_sub(1), ")|(|-|--|—|–")
        && !is_let_know(scene, at)
        && start.vocative.is_none()
        && !object_follows(scene, at + 1)
    {
        return None;
    }
    if !scene.base(at)
        || scene.is(at, SCREEN) && !scene.is(at, "check|sign|open|hit|visit|enter|install")
    {
        return None;
    }
    if is_let_know(scene, at) {
        return order(scene, start, at, false, 95, at);
    }
    if !is_imperative(scene, at) {
        return None;
    }
    let sure = if scene.is(at, SURE) { 88 } else { 80 };
    order(scene, start, at, false, sure, at)
}

/// Whether the base form at the head of a clause is an order and not a noun, a question or a clipped statement.
fn is_imperative(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let next = at + 1;
    if scene.is(at, "thank|thanks|hope|look|see|do|have|let|be|appreciate|welcome|need|want|like|guess|sound|seem|wish|miss|love|hate|regard|bet|got|get|talk|feel|may|can|will|must|might|ought|excuse|pardon|congratulate|bless|mean|suppose|say|care|enjoy|please|imagine|believe|plan|know|understand|agree|say|remember|come|is|am|are|was") {
        return special(scene, at);
    }
    if scene.is(
        next,
        "is|are|was|were|has|have|had|will|would|'s|can|could|should|does|did|:",
    ) || matches!(scene.penn(next), Penn::Vbz | Penn::Vbd | Penn::Md)
    {
        return false;
    }
    if token.tag.imperative {
        return token.margin > 20 || scene.is(at, SURE);
    }
    if token.tag.upos == Upos::X || matches!(token.tag.penn, Penn::Vb | Penn::Vbp) {
        return scene.is(at, SURE) || token.tag.penn == Penn::Vb;
    }
    scene.is(at, SURE) && object_follows(scene, next)
}

/// Whether what follows can only be a verb's object.
fn object_follows(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.word(at),
        "the"
            | "a"
            | "an"
            | "me"
            | "us"
            | "him"
            | "her"
            | "them"
            | "it"
            | "this"
            | "these"
            | "those"
            | "my"
            | "your"
            | "our"
            | "their"
            | "his"
    )
}

/// Verbs that open orders in some set wordings and other things in most.
fn special(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .any(
            at,
            &[
                "have a ~ look|read|think|go at?",
                "have NP BASE",
                "have him|her|them BASE",
                "look at|over|into|up|through|for NP",
                "see me|us",
                "see if|whether|what|how|who|when|to|about|that|that? you",
                "get me|us|back|with|in|the|a|your|someone|everyone|it|this|that|them|him|her|on|ready|rid",
                "talk to|with",
                "let me|us ~ know",
                "let him|her|them|NP know",
                "say hi|hello",
                "plan to|on",
                "be ~ careful|prepared|ready|aware|specific|patient|sure|on|at|there|here|concise|brief",
                "come by|to|up|over|back|and|see|join",
                "remember to|that",
                "imagine NP",
                "feel out",
                "understand that",
            ],
        )
        .is_some()
}

/// Whether the base form after "and" continues the ask before it.
fn continues(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let object = object_follows(scene, at + 1)
        || scene.is(
            at + 1,
            "to|if|whether|that|on|for|with|by|any|all|what|when|how|sure|back|in|up|out",
        )
        || scene.capital(at + 1);
    token.tag.imperative
        || token.tag.penn == Penn::Vb
        || (token.tag.upos == Upos::X || token.tag.penn == Penn::Vbp || scene.is(at, SURE))
            && object
            && verbs::is_base(&token.norm)
}
