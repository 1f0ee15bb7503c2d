//! Promises: "I'll send it", "Will do", "I'll try to".

use super::found::Promised;
use super::pattern::{Choice, patterns, words};
use super::scene::Scene;
use super::starts::{Link, Start};
use crate::facts::Strength;

/// Verbs after "I will" that promise nothing.
const IDLE: &str = "admit|assume|bet|have|need|miss|hope|never|not|n't|always|know|say|see|like|love|enjoy|remember|forget|get|think|\
    wonder|appreciate|want|understand|feel|become|turn|live|die|lose|believe|hear|receive|leave|refer|want|be|regret|\
    presume|spare|agree|grant|concede|confess|stick|wait|graduate|owe|start|begin|travel";

/// Reads a promise.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Promised> {
    if is_doubted(scene, start.head) {
        return None;
    }
    weak(scene, start.head).or_else(|| firm(scene, start))
}

/// Whether it is said that the writer may not do it: "I'm not sure I'll get to it", "I doubt we'll go".
fn is_doubted(scene: &Scene<'_>, head: usize) -> bool {
    let before =
        |on: usize, words: &Choice| head.checked_sub(on).is_some_and(|at| scene.is(at, words));
    let linked = usize::from(before(1, words!("if|that|whether")));
    let view = before(linked + 1, words!("sure|certain|think|believe|know|expect"));
    before(linked + 1, words!("doubt")) || view && before(linked + 2, words!("not|n't|dont|don't"))
}

fn weak(scene: &Scene<'_>, head: usize) -> Option<Promised> {
    let frames = patterns![
        "i|we ~ 'll|will|shall|am|'m|are|'re? ~ going? to? ~ try|trying|attempt|aim|do my|our? best? to|and ~ BASE",
        "i|we ~ 'll|will ~ do|see what i|we can",
        "i|we ~ 'll|will ~ do my|our ~ best",
        "i|we ~ should have it|this|that|them ~ ready|done|finished|by|for",
        "i|we ~ 'll|will ~ see if i|we can ~ BASE",
        "i|we ~ should|might|may ~ be able to ~ BASE",
        "i|we ~ fully|firmly? hope|hoping|plan|intend|expect|aim to ~ BASE",
        "i|we ~ am|'m|are|'re ~ hoping|planning|intending|aiming|expecting to|on ~ BASE|ING",
        "i|we 'll|will|can probably|likely|hopefully|maybe|possibly BASE",
        "i|we ~ 'll|will ~ look into",
        "will|'ll ~ try|attempt to|and ~ BASE",
        "hope|planning|trying to ~ BASE",
    ];
    let end = scene.any(head, frames)?;
    let verb = end - 1;
    let idle = scene.is(
        verb,
        words!("hear|see|know|have|understand|enjoy|learn|receive|find|get"),
    ) && scene
        .any(
            head,
            patterns!["i|we? ~ am|'m|are|'re? hope|hoping|expect|look"],
        )
        .is_some();
    (!idle).then_some(Promised {
        strength: Strength::Weak,
        verb: (scene.base(verb) || scene.gerund(verb)).then_some(verb),
        open: verb,
        why: "says that the writer tries, hopes or plans to",
        confidence: 82,
    })
}

fn firm(scene: &Scene<'_>, start: &Start) -> Option<Promised> {
    let head = start.head;
    let whole = patterns![
        "will do",
        "consider it done",
        "on it",
        "i|we 'm|am|are|'re on it",
        "i|we 'll|will get right|straight? on|onto it|this|that",
        "you got it",
        "count me in",
        "leave it|that|this with|to me|us",
        "you can count on me|us",
        "you have my|our word",
        "i accept",
        "i 'm|am in",
    ];
    if let Some(end) = scene.any(head, whole)
        && (end >= scene.len() || scene.is_mark(end) || scene.is(end, words!("and|but|so")))
    {
        return Some(Promised {
            strength: Strength::Firm,
            verb: None,
            open: end,
            why: "a set phrase that accepts",
            confidence: 92,
        });
    }
    let frames = patterns![
        "i|we ~ 'll|will|shall|wil|ill ~",
        "i|we ~ am|'m|are|'re ~ going|gon to|na ~",
        "i|we ~ promise|undertake|pledge|commit|guarantee|volunteer to ~",
        "i|we ~ promise that? i|we 'll|will ~",
        "i|we can|could ~ certainly|definitely|gladly ~",
    ];
    if let Some(end) = scene.any(
        head,
        patterns![
            "let me ~ check|look|find|dig|investigate|follow|get|talk|speak into|with|out|up|back|at|to",
        ],
    ) && !start.question
    {
        return Some(Promised {
            strength: Strength::Firm,
            verb: Some(end - 2),
            open: end - 2,
            why: "“let me” before what the writer will do",
            confidence: 75,
        });
    }
    let end = scene.any(head, frames).or_else(|| {
        (scene.is(head, words!("will|'ll"))
            && !scene.is(head + 1, words!("return|begin|start"))
            && (!scene.is(head + 1, words!("be")) || scene.is(head + 2, words!("there")))
            && matches!(
                start.link,
                Link::Sentence | Link::And | Link::Mark | Link::But | Link::Comma
            )
            && !start.question)
            .then(|| scene.soft(head + 1))
    })?;
    if start.question
        || scene.is(head, words!("we"))
            && start
                .condition
                .as_ref()
                .is_some_and(|lead| scene.is(lead.start, words!("if|unless|should")))
    {
        return None;
    }
    let sworn = scene
        .any(
            head,
            patterns!["i|we ~ promise|undertake|pledge|commit|guarantee|volunteer"],
        )
        .is_some()
        && scene.base(end);
    let verb = if sworn {
        end
    } else {
        promised_verb(scene, end)?
    };
    Some(Promised {
        strength: Strength::Firm,
        verb: Some(verb),
        open: verb,
        why: "“I will” or “I'll” before a verb",
        confidence: 88,
    })
}

/// The verb of what is promised; `None` where the future only happens to the writer.
fn promised_verb(scene: &Scene<'_>, at: usize) -> Option<usize> {
    if let Some(end) = scene.any(
        at,
        patterns![
            "be ~ happy|glad|able|sure|ready|certain|pleased to|and ~ BASE",
            "be ~ sure|certain to ~ BASE",
            "get back",
            "get you|the|it|them|this|that|with|together",
            "have NP BASE",
            "have it|them|this|the",
            "have a quick|proper|good? look",
            "have a quick|little? word|chat with",
            "see that|to|about|what",
            "hear",
            "leave it|the|a|you|them",
            "start on|the|working",
            "wait for|until|to",
            "need to ~ BASE",
            "agree to",
        ],
    ) {
        let first = at;
        if scene.is(first, words!("hear"))
            || scene
                .any(at, patterns!["be ~ happy|glad|pleased to"])
                .is_some()
        {
            return None;
        }
        return Some(if scene.is(first, words!("be|need")) {
            end - 1
        } else {
            first
        });
    }
    // Turns of speech.
    if scene
        .any(
            at,
            patterns![
                "take|accept those|these|that|the|my|your ~ odds|bet|chances|chance|risk|word|blame|hint",
                "eat my hat|words",
                "put it this|that|another way",
                "go|play along with",
                "second that",
                "pass",
            ],
        )
        .is_some_and(|end| !scene.is(at, words!("pass")) || scene.is_mark(end))
    {
        return None;
    }
    if let Some(end) = scene.any(at, patterns!["be ~ ING"]) {
        let verb = end - 1;
        return (!scene.is(verb, words!("going|traveling|travelling|leaving|having|getting|living|seeing|being|hearing|looking|working|missing|needing|staying|starting|thinking|retiring|playing")))
        .then_some(verb);
    }
    if scene.any(at, patterns!["be ~ right? there"]).is_some() {
        return Some(at);
    }
    (scene.base(at) && !scene.is(at, words!(IDLE))).then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::check;

    #[test]
    fn a_promise_binds_the_writer() {
        check(&[
            ("I'll send you the list today.", "firm send"),
            ("I will call Bo tomorrow.", "firm call"),
            ("We will prepare the contract.", "firm prepare"),
            ("I'm going to ask Ana.", "firm ask"),
            ("I volunteer to take the minutes.", "firm take"),
            ("Count me in.", "firm -"),
            ("Leave it with me.", "firm -"),
            ("Leave it with me and I'll ask Ana.", "firm -; firm ask"),
            ("I'll get right on it.", "firm -"),
            ("I'll pass it on to Bo.", "firm pass"),
            ("Let me look into it.", "firm look into"),
            ("I am going to fix the totals.", "firm fix"),
            ("Will do.", "firm -"),
            ("On it.", "firm -"),
            ("Will send the file tomorrow.", "firm send"),
            ("I'll be there at noon.", "firm be"),
            ("I will make sure you get a copy.", "firm make sure"),
            ("When Ana answers I'll forward it.", "firm forward"),
            ("The form is here, and I will sign it today.", "firm sign"),
            ("I promise to be on time.", "firm be"),
            ("I'll get back to you on Friday.", "firm get back"),
            ("Thanks, I'll look it over today.", "firm look"),
            ("I will be sending the list on Monday.", "firm send"),
        ]);
    }

    #[test]
    fn trying_and_hoping_bind_weakly() {
        check(&[
            ("I'll try to send it today.", "weak send"),
            ("I will do my best to finish it.", "weak finish"),
            ("I hope to send it by Monday.", "weak send"),
            ("I'll do my best.", "weak -"),
            ("I should be able to finish it tomorrow.", "weak finish"),
            ("I'll see what I can do.", "weak -"),
            ("I'm planning to be there at noon.", "weak be"),
            ("I plan to call Bo.", "weak call"),
            ("I fully intend to call Bo.", "weak call"),
            ("I'll probably finish it today.", "weak finish"),
        ]);
    }

    #[test]
    fn what_happens_to_the_writer_is_no_promise() {
        check(&[
            ("I will be out on Friday.", "information"),
            ("I'll be honest: the list is long.", "information"),
            ("I will have only a few minutes.", "information"),
            ("I'll need the key.", "need you need"),
            ("We'll see how it goes.", "information"),
            ("I will never know.", "information"),
            ("I'll miss the demo.", "information"),
            ("Ana will send it.", "information"),
            ("It will be cold.", "information"),
            ("I would have called.", "information"),
        ]);
    }
}
