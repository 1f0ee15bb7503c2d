//! Set phrases that look like asks and ask nothing: "please find attached", "feel free to call", "let me know if you have any questions".

use std::ops::Range;
use std::sync::LazyLock;

use super::found::{Asked, Found};
use super::pattern::{Patterns, patterns, words};
use super::scene::{FAR, Scene};
use super::starts::{Link, Start};
use super::vocabulary::{CONTACT, SCREEN};
use crate::language::{TokenKind, Upos};

/// Wordings, from the verb on, that ask nothing.
static NOTHING: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
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
        "do n't|not bother|panic|fret|sweat|stress",
        "forget it|about it|that",
        "hold on $",
        "consider the|this|that|a ~ case|example|fact|scenario|situation",
        "imagine",
        "think of it|this|that|them|the|a NP? as",
        "worry",
        "join me|us ~ in congratulating|welcoming|thanking|wishing|celebrating",
        "join me in",
        "enjoy",
        "have a|an ~ great|good|nice|wonderful|safe|lovely|fun|fantastic|blast|happy|merry|super|awesome|terrific|pleasant|blessed|excellent|beautiful",
        "have fun|safe|nice|great|good",
        "take care ,|.|!|and",
        "take your time",
        "take all the time",
        "take as much|long|many time|days|hours? as",
        "stay tuned|safe|well|warm|healthy",
        "keep up the|your? good|great|excellent?",
        "consider the environment",
        "do n't|not? reply|respond to this",
        "do n't|not reply|respond $",
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
        "let me|us begin|start|explain|add|say|introduce|tell|clarify|just|think|first",
        "let me|us see if|whether|when|,|.|...|$",
        "let me|us see what|how|which i|we|he|she|they|it|can",
        "let us see",
        "lmk if you need|want|'d|have|would",
        "call me crazy|old|silly",
        "trust me|us",
        "believe me|it",
        "mind you",
        "look forward",
        "let 's say|face|hope|pray|assume|put|be|just? say",
        "keep in touch",
        "visit our|us",
        "click|clicking|scroll|swipe|unsubscribe",
        "read it and weep",
        "give me|us|it a *? ~ break|rest",
        "get a life|grip|clue|room",
        "get over it|yourself|this",
        "correct me $|if|.|!|,",
        "spare me|us",
        "give me NP or give",
        "beam me up",
        "knock yourself|yourselves out",
        "suit yourself|yourselves",
        "go to? $",
    ])
});

/// Words that may stand between "have" or "with" and the trouble.
const OF_TROUBLE: &str = "any|further|additional|other|more|of|comments|comment|or|and|and/or|/|,|the|a|some|such|your|specific|technical|\
    suggestions|immediate|follow-up|general|urgent|related|regarding|about|feedback|requests|small|great";

/// Help offered in other words.
static NEEDY: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "if|should you ~ need|require ~ me|us|anything|help|further|more|additional|assistance|immediate",
        "if|should you ~ would like|want ~ further|more|additional|any",
        "if|should you ~ need|require ~ special|a|an ~ accommodations|accommodation",
        "if there is|'s anything i|we|else|you need|want|we",
        "if anyone|anybody|someone|somebody ~ needs|requires|wants me|us|anything|something|a? hand|help|further|more|assistance|advice",
        "if you want|'d|would like? ~ anything|something",
        "if i|we can|could|may ~ be|help|assist|answer|do",
        "if can answer|help",
        "if anything is unclear",
        "if you are|'re unsure|stuck|unable",
    ])
});

/// Nouns that an offer of help names.
const TROUBLE: &str = "question|questions|concern|concerns|problem|problems|issue|issues|inquiry|inquiries|queries|query|difficulty|\
    difficulties|trouble|assistance|help|clarification|quesitons|qustions|question/comment|questions/comments|\
    doubts|questins";

/// The ask, or the formula it turns out to be.
pub(super) fn guard(scene: &Scene<'_>, start: &Start, asked: Asked) -> Option<Found> {
    let Some(verb) = asked.verb else {
        return Some(Found::Ask(asked));
    };
    let attached = scene.is(verb, words!("find|see"))
        && (stretch(scene, start.at)..verb)
            .any(|at| scene.is(at, words!("attached|enclosed|below")));
    if attached
        || scene.any(verb, &NOTHING).is_some() && !is_click_to_act(scene, start, verb)
        || scene.is(verb.wrapping_sub(1), words!("not|n't|nt"))
            && scene.any(verb.wrapping_sub(2), &NOTHING).is_some()
        || is_offer(scene, start, verb)
        || is_instruction(scene, start, verb)
        || is_restriction(scene, start, verb)
    {
        return Some(Found::Formula(verb + 1));
    }
    Some(Found::Ask(asked))
}

/// Whether the clause only offers an ear: "call me if you have any questions", "should you need help, please write".
pub(super) fn is_offer(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    if is_looked_up(scene, start, verb) {
        return true;
    }
    let wants_help = scene.any(verb, patterns!["get your"]).is_some();
    if !scene.is(verb, words!(CONTACT)) || wants_help || names_the_answer(scene, verb) {
        return false;
    }
    if is_way_to_reach(scene, start, verb) {
        return true;
    }
    if let Some(condition) = &start.condition
        && offers(
            scene,
            condition.start.max(condition.end.saturating_sub(FAR)),
            condition.end,
        )
    {
        return true;
    }
    let end = (verb..scene.len().min(verb + FAR))
        .find(|&at| scene.is(at, words!(";|.|!|?")))
        .unwrap_or(scene.len().min(verb + FAR));
    // A lead-in may have no comma: "If you have any questions please call."
    let lead = stretch(scene, start.at);
    offers(scene, lead, start.at) || offers(scene, verb + 1, end)
}

/// Whether the reader who has questions is told where answers stand, or that they are welcome: "If you have questions, please check the
/// handbook", "…, we'd love to hear from you".
fn is_looked_up(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    let told = scene.is(
        verb,
        words!("check|visit|consult|see|read|review|look|go|refer|browse"),
    ) || scene
        .any(verb, patterns!["hear|hearing from you"])
        .is_some();
    let asks = |condition: &Range<usize>| {
        offers(
            scene,
            condition.start.max(condition.end.saturating_sub(FAR)),
            condition.end,
        )
    };
    told && start.condition.as_ref().is_some_and(asks)
}

/// Whether the reader is asked politely to decide something by a click: "please click the link to approve the request".
fn is_click_to_act(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    scene.is(verb, words!("click"))
        && (start.head..verb).any(|at| scene.is(at, words!("please|kindly")))
        && (verb..scene.len().min(verb + FAR)).any(|at| {
            scene
                .any(
                    at,
                    patterns!["to review|approve|sign|complete|accept|vote|respond|reject"],
                )
                .is_some()
        })
}

/// Whether the words after "let me know" say what the writer wants to know: "let me know where it stands, or if you have comments".
fn names_the_answer(scene: &Scene<'_>, verb: usize) -> bool {
    scene
        .any(
            verb,
            patterns!["let me|us ~ know where|when|which|who|whether"],
        )
        .is_some()
}

/// Whether the clause only says how the writer or an office is reached: "reply to this or call me at 555 1234",
/// "call the desk at 555 1234 to request approval".
fn is_way_to_reach(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    let far = scene.len().min(verb + FAR);
    let polite = (start.at..verb).any(|at| scene.is(at, words!("please|pls|plz|kindly|you")));
    if polite
        || !(verb..far)
            .any(|at| scene.upos(at) == Upos::Num || scene.tokens[at].kind == TokenKind::Number)
    {
        return false;
    }
    let or = patterns!["or|and/or ~ call|phone|email|e-mail|page|text|reach|ring me|us at|on"];
    let order = patterns!["to request|order|register|reserve|obtain|apply|subscribe|enroll|report"];
    let reached = patterns!["call|phone|email|e-mail|page|text|reach|ring me|us at|on"];
    let other = verb > 0 && scene.word(verb - 1) == "or" && scene.any(verb, reached).is_some();
    other || (verb + 1..far).any(|at| scene.any(at, or).is_some() || scene.any(at, order).is_some())
}

/// Whether the clause tells how a thing is done: "to reset it, click…", "if you want to leave the list, write to…".
fn is_instruction(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    if !matches!(start.link, Link::LeadIn | Link::Bare)
        || scene.is(verb + 1, words!("me|us|him|her|and"))
    {
        return false;
    }
    let lead = stretch(scene, start.at);
    let for_reader = patterns![
        "if|should you ~ 'd|would|do? not|n't? ~ want|wish|need|like|prefer|care|decide|choose to",
        "if you ~ no longer",
        "if you ~ 'd|would|want|need|require like? NP",
        "if you ~ have|'ve? been|are|'re? ~ unable",
        "to BASE",
        "in order to BASE",
    ];
    let told = scene.is(verb, words!(SCREEN)) || scene.is(verb, words!("ignore|disregard|follow|use|write|go|do|call|send|contact|email|reply|refer|see|dial|turn|remove|select|choose|copy|please|try|cancel|restart|reset|submit|complete|fill|touch|order|add|change|set"));
    (scene.any(lead, for_reader).is_some() || scene.any(start.lead, for_reader).is_some())
        && told
        && (scene.is(verb, words!("ignore|disregard"))
            || !scene.is(verb + 1, words!("me|us|my|our|it|this|that|him|her")))
}

/// Whether the clause only says when a thing is to be done at all: "Only file a form if the total changed."
fn is_restriction(scene: &Scene<'_>, start: &Start, verb: usize) -> bool {
    scene.before(verb) == "only"
        && start.head + 1 >= verb
        && (verb..scene.len().min(verb + FAR)).any(|at| scene.is(at, words!("if|when|where")))
}

/// Where the stretch begins that leads up to a place: after the last mark that parts sentences.
fn stretch(scene: &Scene<'_>, at: usize) -> usize {
    let parted = (at.saturating_sub(FAR)..at)
        .rev()
        .find(|&at| scene.is(at, words!(";|.|!|?|:")));
    let from = parted.map_or(at.saturating_sub(FAR), |at| at + 1);
    (from..at)
        .find(|&at| {
            !scene.is_mark(at)
                && !scene.is(
                    at,
                    words!("and|so|but|also|finally|however|then|again|please"),
                )
        })
        .unwrap_or(at)
}

/// Whether these words speak of questions or trouble the reader may have.
fn offers(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        scene.is(at, words!(TROUBLE))
            && scene.any(at + 1, patterns!["with|about me|us"]).is_none()
            && is_possible(scene, from, at)
            || scene.any(at, &NEEDY).is_some()
    })
}

/// Whether the trouble named at a place is only thought of: "if you have any…", "with…", or nothing before it.
fn is_possible(scene: &Scene<'_>, from: usize, at: usize) -> bool {
    let Some(before) = (from..at)
        .rev()
        .find(|&at| !scene.is(at, words!(OF_TROUBLE)) && !scene.is(at, words!(TROUBLE)))
    else {
        return true;
    };
    if scene.is(before, words!("with|for|w/"))
        || scene.is(before, words!("are|is|'s"))
            && scene.is(before.wrapping_sub(1), words!("there"))
    {
        return true;
    }
    scene.is(
        before,
        words!("have|has|had|having|need|want|require|got|'ve|encounter|experience|into|find"),
    ) && (from..before)
        .rev()
        .take(8)
        .any(|at| scene.is(at, words!("if|should|when|whenever|case|in-case|unless")))
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn courtesy_asks_nothing() {
        asks_nothing(&[
            "Please find attached the lease.",
            "Please find the lease attached.",
            "Attached please find the lease.",
            "Please see the attached file.",
            "Please see below.",
            "Please note that the office is closed on Monday.",
            "Please be advised that the line is down.",
            "Please don't hesitate to call.",
            "Feel free to reach out.",
            "If anyone has questions, just shout.",
            "If anybody needs a hand, ping me.",
            "Please feel free to call me.",
            "Please accept my apologies.",
            "Please bear with me.",
            "Please excuse the late reply.",
            "Please do not reply to this address.",
            "Please consider the environment before printing this mail.",
            "Please join me in congratulating Ana.",
            "Have a great weekend.",
            "Take care, and see you soon.",
            "Enjoy your holiday!",
            "Keep up the good work.",
            "Don't worry about the key.",
            "Don't panic.",
            "Consider the case of an empty list.",
            "Think of it as a map.",
            "Take all the time you need.",
            "Take as long as you like.",
        ]);
    }

    #[test]
    fn an_offer_of_an_ear_asks_nothing() {
        asks_nothing(&[
            "Let me know if you have any questions.",
            "Please let me know if you have any further questions or concerns.",
            "If you have any questions, please call me.",
            "If you have questions please email us.",
            "Should you need help, please write to Ana.",
            "Please call me with any questions.",
            "Let me know if I can help.",
            "Let me know if you need anything else.",
            "Give me a call if you have any problems.",
            "Any questions, let me know.",
            "lmk if you need anything",
            "If you have any questions, we'd love to hear from you.",
            "If you have questions, please check the handbook.",
            "Just reply to this mail or call me at 555-1234.",
            "Call the front desk at 555-1234 to request a key.",
        ]);
    }

    #[test]
    fn a_question_about_a_certain_thing_is_no_courtesy() {
        check(&[
            (
                "Let me know if you have a problem with me leaving early.",
                "let-me-know you let",
            ),
            (
                "If anything in section 3 must change, please call me.",
                "imperative you call",
            ),
            (
                "Let me know if the date works for you.",
                "let-me-know you let",
            ),
            (
                "If you have suggestions for the list, please send them to Bo.",
                "imperative you send",
            ),
            (
                "Please contact the vendor about the open issues.",
                "imperative you contact",
            ),
            (
                "Please let me know where the lease stands, or if you have any comments.",
                "let-me-know you let",
            ),
            (
                "Call me at 555-1234 before you leave.",
                "imperative you call",
            ),
        ]);
    }

    #[test]
    fn telling_how_a_thing_works_asks_nothing() {
        asks_nothing(&[
            "To reset it, click the red button.",
            "Click Save to keep your changes.",
            "If you want to leave the list, write to the office.",
            "If you no longer wish to receive these mails, please unsubscribe here.",
            "Scroll down to the last page.",
            "Only file a form if the total changed.",
            "If you do not want to change your password, please ignore this mail.",
            "Please do not reply.",
            "To print the form, press the third key.",
            "If you want to add a row, simply touch the plus sign.",
            "If you want more copies, order them at the desk.",
            "This message is private; any unauthorized use is strictly prohibited.",
            "Do not disclose this message to others and delete it.",
            "If you are not the intended recipient, please delete this message.",
            "If you received this message in error, please notify the sender.",
        ]);
    }

    #[test]
    fn a_click_that_decides_something_is_asked_for() {
        check(&[(
            "Please click https://desk.example/7 to approve the new rates.",
            "imperative you click",
        )]);
    }

    #[test]
    fn mail_to_everyone_asks_nothing() {
        asks_nothing(&[
            "Click here to claim your discount!",
            "Save 20% off your next order today!",
            "To unsubscribe, follow the link below.",
            "Please add us to your address book.",
            "Update your email preferences here.",
            "Join Thousands Of Happy Readers Today",
            "Join now:",
            "If you are not the named addressee, you should not pass this on.",
        ]);
    }

    #[test]
    fn words_in_quotation_marks_are_someone_elses() {
        asks_nothing(&[
            "Ana wrote \"please send the file\" on Monday.",
            "The button says \"Send the report\".",
        ]);
    }

    #[test]
    fn reports_of_an_ask_are_no_asks() {
        asks_nothing(&[
            "Bo asked for the file.",
            "Ana wants me to sign it.",
            "He told us to wait.",
            "She asked if you could join.",
            "They requested that we move the date.",
            "I asked Bo to send you the deck.",
        ]);
    }
}
