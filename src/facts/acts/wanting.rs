//! What the writer would like to know, to have, to change or to do: "I'd love to hear your thoughts.", "I would like a refund."

use super::found::Asked;
use super::pattern::{patterns, words};
use super::scene::Scene;
use crate::facts::AskForm;

/// "I'd love to hear your thoughts.", "I would like to meet."
pub(super) fn read(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let know = patterns![
        "i|we 'd|would ~ like|love|prefer to ~ know|hear|understand|learn|ask",
        "i|we 'd|would ~ be ~ interested in|to ~ know|hear|knowing|hearing|talking|speaking|meeting|discussing|learning|seeing",
        "i|we? 'd|would ~ like|love|prefer to ~ get|have|see|receive|obtain|find|use|borrow your|access|updated|some|approval|confirmation|feedback",
        "i|we? 'd|would ~ like|love|prefer to ~ get|have|see|receive|obtain a copy|quote|quotation|refund|reply|response|copy|demo|sample|draft|breakdown|estimate",
        "i|we? 'd|would ~ like|love|prefer to ~ get|have|see|receive|obtain|use|borrow NP from you",
        "would|'d|'d love|like to ~ know|hear",
        "i? 'm|am|'d|would? be? ~ keen|eager to ~ know|hear|get|see|have your|what|how|when|whether|if",
        "love to ~ hear|know",
    ];
    if let Some(end) = scene.any(head, know) {
        return Some(
            Asked::indirect(
                AskForm::Wish,
                verb_within(scene, head, end),
                "tells what the writer would like to know or have",
            )
            .sure(80),
        );
    }
    let thing = patterns![
        "i|we? ~ 'd|would ~ love|welcome|value|like your|any",
        "i|we 'd|would ~ be ~ interested|keen in|on your",
        "i|we 'd|would like a|an|the|some|more|another|two|three NP",
    ];
    if let Some(end) = scene.any(head, thing)
        && scene.word(end) != "to"
    {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(
                    AskForm::Wish,
                    end,
                    "tells what the writer would like to have",
                )
            }
            .sure(76),
        );
    }
    // "I'd love to see a short piece on the fair" and not "to see a film".
    let see = patterns!["i|we? 'd|would ~ like|love ~ to ~ see|have|get|read"];
    if let Some(verb) = scene.any(head, see)
        && scene.is(verb, words!("a|an|some|more|another"))
        && let Some(end) = scene.noun_phrase(verb)
        && scene.is(end - 1, words!("article|breakdown|chart|demo|draft|example|examples|list|outline|paragraph|photo|photos|piece|plan|proposal|report|sample|section|sketch|summary|update|version"))
    {
        let why = "tells what the writer would like to see";
        return Some(Asked::indirect(AskForm::Wish, verb - 1, why).sure(76));
    }
    let change = patterns![
        "i|we 'd|would ~ like|want|prefer to ~ return|cancel|order|book|reserve|request|claim|exchange|update|upgrade|renew|extend|defer|reschedule|postpone",
        "i|we want|wish to ~ cancel|order|book|reserve|exchange|upgrade|renew|extend|defer|reschedule|postpone",
        "i|we 'd|would ~ like|want|prefer to ~ move|change|push the|our|this|that|my NP",
    ];
    if let Some(end) = scene
        .any(head, change)
        .filter(|&end| !scene.is(end - 1, words!("to")))
    {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(
                    AskForm::Wish,
                    end,
                    "tells what the writer would like to change",
                )
            }
            .sure(70),
        );
    }
    let meet = patterns![
        "i|we ~ 'd|would ~ like|love|want|be happy|glad|delighted? to ~ schedule|set|meet|discuss|talk|chat|speak|arrange|invite|hook|join|visit|catch|spend|sit|setup|host",
        "i|we 'd|would ~ like|love|want to ~ get in touch|contact with you",
        "i|we 'd|would ~ like|love|want to ~ have|get a|the|together|our|some ~ call|meeting|conference|chat|discussion|lunch|dinner|time|with|word|look|copy",
        "i|we ~ want to ~ discuss|talk|meet|speak|schedule",
        "would|'d ~ love|like to ~ schedule|set|meet|discuss|talk|chat|speak|arrange|hook|visit|catch",
    ];
    if let Some(end) = scene.any(head, meet) {
        return Some(
            Asked::indirect(
                AskForm::Wish,
                verb_within(scene, head, end),
                "tells what the writer would like to do with the reader",
            )
            .sure(72),
        );
    }
    None
}

/// The verb behind the first "to" of a wording; without a "to", its last word.
pub(super) fn verb_within(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    let to = (from..end).find(|&at| scene.word(at) == "to");
    to.map_or(end - 1, |to| scene.soft(to + 1).min(end - 1))
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn what_the_writer_would_like_is_asked_for() {
        check(&[
            (
                "I would like to get your view on the draft.",
                "wish you get",
            ),
            ("I'd like to get a copy of the lease.", "wish you get"),
            ("Would love to get your take on this.", "wish you get"),
            ("Would love your input.", "wish you -"),
            ("I would welcome your views.", "wish you -"),
            ("I'd like a refund.", "wish you -"),
            ("I would like two more chairs.", "wish you -"),
            ("I would like to return the lamp.", "wish you -"),
            ("I want to cancel my order.", "wish you -"),
            (
                "I am in town on Monday and would like to discuss the lease.",
                "wish you discuss",
            ),
            ("We would like to move the meeting to 14:00.", "wish you -"),
            (
                "I'd like to get in touch with you about the lease.",
                "wish you get in",
            ),
        ]);
    }

    #[test]
    fn what_the_writer_likes_is_not() {
        asks_nothing(&[
            "I like the new lamp.",
            "I would like to thank the whole team.",
            "We would like to move on.",
            "Bo would like a refund.",
        ]);
    }
}
