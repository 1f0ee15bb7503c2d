//! Set phrases that look like asks and ask nothing: "please find attached", "feel free to call", "let me know if you have any questions".

use super::found::{Asked, Found};
use super::scene::Scene;
use super::starts::Start;
use super::vocabulary::CONTACT;

/// Wordings, from the verb on, that ask nothing.
const NOTHING: &[&str] = &[
    "find attached|enclosed|below|herewith|herein|here|following",
    "find the|my|our|a|an ~ attached|enclosed|following",
    "find in the? attachment|attached|below",
    "find NP attached|enclosed|below|herewith|here|above",
    "see attached|enclosed|below|above|attachment|following|here|link",
    "see the|my|our ~ attached|enclosed|following|below|attachment|link|note|email|e-mail|message",
    "see NP below|attached|above|enclosed",
    "see you|ya",
    "refer to the? attached|enclosed|below",
    "note|remember|recall",
    "be advised|aware|informed|reminded|assured|warned",
    "know that",
    "keep in mind",
    "bear in mind",
    "bear with",
    "rest assured",
    "accept my|our|this|these",
    "excuse|forgive|pardon",
    "do|does n't|not|nt? hesitate",
    "hesitate",
    "feel free",
    "do n't|not? worry",
    "worry",
    "join me|us ~ in congratulating|welcoming|thanking|wishing|celebrating",
    "join me in",
    "enjoy",
    "have a ~ NP",
    "have fun|safe|nice|great|good",
    "take care ,|.|!|and",
    "stay tuned|safe|well|warm|healthy",
    "keep up the|your? good|great|excellent?",
    "consider the environment",
    "do n't|not? reply|respond to this",
    "reply to this email|e-mail|message to unsubscribe",
    "thank",
    "give my|our ~ best|love|regards",
    "tell NP hi|hello|i said",
    "say hi|hello",
    "send my|our ~ best|love|regards",
    "wish me",
    "let me|us ~ know how|if|whether i|we can|could|may ~ help|assist|be|support",
    "let me|us ~ know if you need|want|require any?|anything|something|me|us|some|more|help|further",
    "let me|us ~ know if you 'd|would like me|us",
    "let me|us ~ know if there is|'s anything",
    "let me|us ~ know if i|we can|could|may",
    "let me|us ~ know of any? ~ questions|problems|issues|concerns",
    "let me|us begin|start|explain|add|say|introduce|tell|clarify|just|see|think|first",
    "call me crazy|old|silly",
    "trust me|us",
    "believe me|it",
    "mind you",
    "look forward",
    "let 's say|face|hope|pray|assume|put|be|just? say",
    "keep in touch",
    "visit our|us",
];

/// What is offered after a verb of getting in touch, or before it after "if".
const OFFER: &[&str] =
    &["have|has|had|having|are|need|needing|want|wanting|require|requiring|with|for|any|of|about"];

/// Nouns that an offer of help names.
const TROUBLE: &[&str] = &[
    "question",
    "questions",
    "concern",
    "concerns",
    "problem",
    "problems",
    "issue",
    "issues",
    "inquiry",
    "inquiries",
    "queries",
    "query",
    "difficulty",
    "difficulties",
    "trouble",
    "assistance",
    "help",
    "clarification",
    "anything",
    "quesitons",
    "qustions",
    "question/comment",
    "questions/comments",
    "doubts",
    "questins",
];

/// The ask, or the formula it turns out to be.
pub(super) fn guard(scene: &Scene<'_>, start: &Start, asked: Asked) -> Option<Found> {
    let Some(verb) = asked.verb else {
        return Some(Found::Ask(asked));
    };
    if scene.any(verb, NOTHING).is_some() || is_offer(scene, start, verb) {
        return Some(Found::Formula(verb + 1));
    }
    Some(Found::Ask(asked))
}

/// Whether the clause only offers an ear: "call me if you have any questions", "should you need help, please write".
pub(super) fn is_offer(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    let contact = scene.is(verb, CONTACT);
    if !contact {
        return false;
    }
    if let Some(condition) = &start.condition
        && offers(scene, condition.start, condition.end)
    {
        return true;
    }
    let end = (verb..scene.len())
        .find(|&at| scene.is(at, &[";", ".", "!", "?"]))
        .unwrap_or(scene.len());
    // A lead-in without a comma: "If you have any questions please call."
    let lead = (0..start.at)
        .rev()
        .take_while(|&at| !scene.is(at, &[";", ".", "!", "?"]))
        .last()
        .unwrap_or(start.at);
    offers(scene, lead, start.at) || offers(scene, verb + 1, end)
}

/// Whether these words speak of questions or trouble the reader may have.
fn offers(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    let conditional = (from..to).any(|at| {
        scene
            .any(at, &["if|should|when|whenever|with|for|any|w/"])
            .is_some()
            && at + 1 < to
    });
    let trouble = (from..to).any(|at| {
        scene.is(at, TROUBLE)
            && (from..at)
                .rev()
                .take(9)
                .any(|before| scene.any(before, OFFER).is_some())
            && !scene.any(at + 1, &["with|about me|us"]).is_some()
    });
    conditional && trouble
        || (from..to).any(|at| scene.any(at, &["if|should you need|want|require ~ me|us|anything|help|further|more|additional|assistance", "if i|we can|could|may ~ be|help|assist|answer|do", "if can answer|help", "to discuss any|anything"]).is_some())
}
