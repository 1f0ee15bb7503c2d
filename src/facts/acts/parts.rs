//! What all asks and promises have in common: verb and object, reason, condition.

use std::ops::Range;

use super::pattern::{patterns, words};
use super::scene::Scene;
use super::vocabulary::QUICK;
use crate::facts::{Action, AskForm, TimeExpression, TimeRole};
use crate::language::{Penn, Upos, verbs};
use crate::text::Span;

/// Verbs and the particle that makes them another verb.
const PARTICLES: &[&str] = &[
    "look into|at|over|up|forward|through|after|out",
    "follow up|through",
    "set up|aside",
    "fill in|out|up",
    "sign off|up|in|on|out",
    "get back|together|in|up|out|rid|hold|away",
    "send out|over|back|off|along|in|on|up",
    "print out|off",
    "find out",
    "work on|out|with|through|up",
    "deal with",
    "check in|with|on|out|into|off",
    "sort out",
    "take care|charge|advantage|over|out|down|on|up",
    "clean up",
    "write up|down|out|back",
    "put together|in|up|out|on|down|off",
    "circle back",
    "touch base",
    "think about|over|through",
    "hold off|on|up",
    "help with|out",
    "pick up|out",
    "come up|by|over|in|back|along",
    "go ahead|over|through|back|in|to|with",
    "call in|back|up|off",
    "give up|out|back",
    "turn in|on|off|over|up|down",
    "move forward|on|up|ahead",
    "hook up",
    "pass on|along",
    "reach out",
    "draw up",
    "bring up|in|along",
    "make up|out|use",
    "break down|out|up",
    "run by|through|down",
    "talk to|with|about|through",
    "speak to|with",
    "respond to",
    "reply to",
    "wait for|on|until",
    "ask for|about",
    "keep up|on|track",
    "read through|over",
    "see to",
    "carry out|on",
    "type up|in",
    "wrap up",
    "line up",
    "type up",
    "forward on|along",
    "coordinate with",
    "meet with",
    "refer to",
    "agree to|on",
    "listen to",
    "hand over|in|out",
];

/// Verbs with a noun of their own, whose object stands behind "of".
const WITH_OF: &[&str] = &[
    "get hold",
    "get rid",
    "keep track",
    "make use",
    "take advantage",
    "take care",
    "take charge",
];

/// The verb phrase at `verb`, as far as the clause goes.
pub(super) fn action(scene: &Scene<'_>, verb: usize, end: usize) -> Action {
    let mut after = verb + 1;
    let word = scene.word(verb);
    let mut lemma = verbs::lemma(word).unwrap_or_else(|| word.to_owned());
    let compound = PARTICLES
        .iter()
        .find_map(|row| row.strip_prefix(lemma.as_str())?.strip_prefix(' '));
    let particle = after < end
        && (scene.penn(after) == Penn::Rp
            || compound
                .is_some_and(|row| row.split('|').any(|choice| choice == scene.word(after))));
    if particle {
        lemma.push(' ');
        lemma.push_str(scene.word(after));
        after += 1;
    }
    if after < end && scene.word(after) == "of" && WITH_OF.contains(&lemma.as_str()) {
        lemma.push_str(" of");
        after += 1;
    }
    // What is made sure of is told by a clause.
    let sure = after < end
        && matches!(lemma.as_str(), "make" | "be")
        && scene.is(after, words!("sure|certain"));
    if sure {
        lemma.push(' ');
        lemma.push_str(scene.word(after));
        after += 1;
    }
    Action {
        verb: lemma,
        verb_span: scene.span(verb, after),
        object: (!sure).then(|| object(scene, after, end)).flatten(),
        span: scene.span(verb, end),
    }
}

/// What the verb is done to: the last of the noun phrases that follow it directly.
fn object(scene: &Scene<'_>, at: usize, end: usize) -> Option<Span> {
    let mut from = scene.soft(at);
    if scene.is(from, words!("and|or|&")) && scene.base(from + 1) {
        from = scene.soft(from + 2);
    }
    if scene.is(from, words!("up|out|off|over|back|in|on")) && scene.penn(from) == Penn::Rp {
        from += 1;
    }
    if scene.is(
        from,
        words!("to|that|whether|if|how|what|when|where|who|why|which"),
    ) && scene.any(from, patterns!["that|what NP BASE"]).is_none()
        && scene.word(from) != "that"
    {
        return None;
    }
    // "The Friday report" is a thing all the same.
    if time_at(scene, from).is_some_and(|time| time.role != TimeRole::Mention) {
        return None;
    }
    let mut to = scene.noun_phrase(from)?.min(end);
    if scene.is(from, words!("me|us|him|her|them|you")) || scene.upos(from) == Upos::Propn {
        let rest = scene.soft(to);
        if rest < end
            && !timed(scene, rest)
            && !scene.is(rest, words!("and|or|,"))
            && let Some(second) = scene.noun_phrase(rest)
        {
            from = rest;
            to = second.min(end);
        } else if scene.is(from, words!("me|us")) && rest < end {
            return None;
        }
    }
    to = with_about(scene, to, end);
    if scene.before(from) == "let" && scene.is(from, words!("this|that|it|them")) {
        to = from + 1;
    }
    let to = without_time(scene, from, to);
    (from < to).then(|| scene.span(from, to))
}

/// Where a noun phrase ends with what it is of or about: "the list | of the open items for the board".
pub(super) fn with_about(scene: &Scene<'_>, mut to: usize, end: usize) -> usize {
    for _ in 0..3 {
        if to < end
            && scene.is(to, words!("of|for|about|on|regarding|from"))
            && !timed(scene, to)
            && !timed(scene, to + 1)
            && let Some(next) = scene.noun_phrase(to + 1)
            && next <= end
        {
            to = next;
        } else {
            break;
        }
    }
    to
}

/// Where a noun phrase ends without the time that closes it: "the draft" of "the draft today".
fn without_time(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    let last = scene.span(from, to).end;
    let closes = |at: &usize| {
        // "Do this today": the pronoun is the whole object.
        let pointed = at - 1 == from && scene.is(from, words!("this|that|these|those"));
        timed(scene, *at)
            && (pointed || scene.upos(at - 1) != Upos::Det)
            && scene.upos(at - 1) != Upos::Adp
            && time_at(scene, *at).is_some_and(|time| time.whole.end >= last)
    };
    (from + 1..to).find(closes).unwrap_or(to)
}

/// Whether a time expression starts at the token.
pub(super) fn timed(scene: &Scene<'_>, at: usize) -> bool {
    time_at(scene, at).is_some()
}

/// The time expression that the token is a part of.
fn time_at<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a TimeExpression> {
    let token = scene.tokens.get(at)?;
    let from = scene
        .times
        .partition_point(|time| time.whole.end <= token.span.start);
    scene
        .times
        .get(from)
        .filter(|time| time.whole.start <= token.span.start || time.span.start == token.span.start)
}

/// Why it is asked: "so that…", "because…", from a place to the clause's end.
pub(super) fn reason(scene: &Scene<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let at = (from..end).find(|&at| {
        scene.any(at, patterns!["because", "cause i|we|you|they|he|she|it|the|there|this|that|my|our", "so that", "so i|we|you|they|he|she|it ~ can|could|have|will|'ll|know|do|does|get|may|is|are", "in order to|that", "since i|we|you|they|he|she|it|the|there|this|that", "as i|we|they|he|she|it|there ~", "given that", "due to", "to avoid|ensure|help|make|allow|prevent"]).is_some()
    })?;
    Some(at..end)
}

/// Whether the word names a length of time: "two more days".
pub(super) fn is_time(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(
        at,
        words!("time|minutes|hour|hours|day|days|week|weeks|month|months|year|years"),
    )
}

/// Under which condition it is asked: "if you agree", behind the verb.
pub(super) fn condition(scene: &Scene<'_>, verb: usize, end: usize) -> Option<Range<usize>> {
    let at = (verb + 1..end).find(|&at| scene.is(at, words!("if|unless|provided|assuming")))?;
    let told = scene.is(at - 1, words!("me|us"))
        && scene.is(at - 2, words!("tell|inform|advise|remind|ask"));
    let whether = told || scene.is(at - 1, words!("know|see|check|confirm|ask|tell|wonder|wondering|advise|out|determine|verify|as|decide|sure"));
    (!whether).then_some(at..end)
}

/// Whether the ask wants more than an answer or a moment.
pub(super) fn is_work(
    form: AskForm,
    action: Option<&Action>,
    scene: &Scene<'_>,
    verb: Option<usize>,
) -> bool {
    if matches!(form, AskForm::Question | AskForm::LetMeKnow | AskForm::Open) {
        return false;
    }
    let (Some(action), Some(verb)) = (action, verb) else {
        return false;
    };
    if scene
        .any(
            verb,
            patterns![
                "give|drop|shoot me|us|him|her a? ~ quick? call|ring|shout|buzz|line|heads|holler",
                "take note|part|a? ~ seat",
                "get back",
                "send me|us a? ~ quick? note|line|text",
            ],
        )
        .is_some()
    {
        return false;
    }
    // A look at something takes as long as the thing is.
    let look = patterns![
        "have a|another think about",
        "have a|another ~ quick|brief|short|little|good|proper|closer|close|first|second|final? look|read|glance|peek"
    ];
    if scene.any(verb, look).is_some() {
        return true;
    }
    if scene
        .any(verb, patterns!["need|want ~ NP"])
        .is_some_and(|end| is_time(scene, end - 1))
    {
        return false;
    }
    let head = action.verb.split(' ').next().unwrap_or_default();
    !(QUICK.contains(&action.verb.as_str()) || QUICK.contains(&head) && action.verb != "call in")
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::read;
    use crate::facts::{ActKind, Ask, Passage};
    use crate::text::Span;

    fn ask(passage: &Passage) -> &Ask {
        let asks = passage.acts.iter().filter_map(|act| match &act.kind {
            ActKind::Ask(ask) => Some(ask),
            _ => None,
        });
        asks.into_iter()
            .next()
            .unwrap_or_else(|| panic!("{:?} asks nothing", passage.text))
    }

    fn words(passage: &Passage, span: Option<Span>) -> &str {
        span.map_or("", |span| span.of(&passage.text))
    }

    #[test]
    fn the_object_is_what_the_verb_is_done_to() {
        let cases = [
            (
                "Please review the audit report by Friday.",
                "the audit report",
            ),
            (
                "Could you send me the totals for the booth?",
                "the totals for the booth",
            ),
            ("Please call Bo.", "Bo"),
            ("Send Ana the deck.", "the deck"),
            ("Please add Ana to the list.", "Ana"),
            ("Could you look at it by Friday?", "it"),
            ("Please confirm that the door is locked.", ""),
            ("Please sign and return the form by Friday.", "the form"),
            (
                "Can you fill in the form of the city?",
                "the form of the city",
            ),
            ("Please sign it.", "it"),
            ("Please finish the draft today.", "the draft"),
            ("Can you review this tonight?", "this"),
            ("Please write up the cause.", "the cause"),
            ("Please send the Friday report.", "the Friday report"),
            ("Please take care of this.", "this"),
            ("Please get rid of the old logo.", "the old logo"),
            ("Don't let this slip.", "this"),
        ];
        for (text, want) in cases {
            let passage = read(text);
            let action = ask(&passage).action.clone().expect("an action");
            assert_eq!(words(&passage, action.object), want, "{text}");
        }
    }

    #[test]
    fn reason_and_condition_stand_beside_the_action() {
        let cases = [
            (
                "Please send the list because Ana leaves.",
                "because Ana leaves",
                "",
            ),
            (
                "Please send the list so that we can pay.",
                "so that we can pay",
                "",
            ),
            (
                "Please call me if the total changes.",
                "",
                "if the total changes",
            ),
            (
                "If the total changes, please call me.",
                "",
                "If the total changes",
            ),
            ("Let me know if Friday works.", "", ""),
            ("Please check if the door is locked.", "", ""),
        ];
        for (text, reason, condition) in cases {
            let passage = read(text);
            let ask = ask(&passage);
            assert_eq!(words(&passage, ask.reason), reason, "{text}");
            assert_eq!(words(&passage, ask.condition), condition, "{text}");
        }
    }

    #[test]
    fn the_opening_ends_where_the_verb_begins() {
        let cases = [
            (
                "I was just wondering if you could call Bo.",
                "I was just wondering if you could",
            ),
            ("Could you please send it?", "Could you please"),
            ("Please send it.", "Please"),
            ("Send it.", ""),
            ("Sam, could you send it?", "could you"),
            ("I think you should call Bo.", "I think you should"),
        ];
        for (text, want) in cases {
            let passage = read(text);
            assert_eq!(words(&passage, Some(ask(&passage).opening)), want, "{text}");
        }
    }

    #[test]
    fn the_one_addressed_is_the_owner() {
        for (text, want) in [
            ("Sam, could you call Bo?", "Sam"),
            ("@sam please call Bo.", "@sam"),
            ("Ana and Bo: please sign.", "Ana and Bo"),
            ("Could someone call Bo?", "someone"),
        ] {
            let passage = read(text);
            assert_eq!(words(&passage, ask(&passage).owner.span), want, "{text}");
        }
    }

    #[test]
    fn work_is_more_than_an_answer() {
        for (text, want) in [
            ("Please review the audit report.", true),
            ("Could you fix the totals?", true),
            ("Please call me.", false),
            ("Give me a ring.", false),
            ("Let me know which one.", false),
            ("Which one is it?", false),
            ("Please confirm the date.", false),
            ("We need two more days.", false),
            ("Please see to the door.", true),
        ] {
            let passage = read(text);
            assert_eq!(ask(&passage).work, want, "{text}");
        }
    }
}
