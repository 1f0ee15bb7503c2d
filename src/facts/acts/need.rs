//! What the writer needs or the reader must do: "I need the totals from you.", "You need to sign it."

use super::found::Asked;
use super::parts::is_time;
use super::pattern::{patterns, words};
use super::scene::Scene;
use super::starts::{Link, Start};
use super::vocabulary::anyone;
use super::wanting;
use crate::facts::{AskForm, OwnerKind};
use crate::language::verbs;

/// Reads a need told to the reader.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    match scene.word(start.head) {
        "i" | "we" => of_writer(scene, start.head),
        "you" => of_reader(scene, start),
        "need" if start.link == Link::Sentence => {
            let at = scene.any(start.head, patterns!["need you guys? to ~ BASE"]);
            if let Some(end) = at {
                return Some(Asked::direct(
                    AskForm::Need,
                    end - 1,
                    "“need you to” before a verb",
                ));
            }
            scene.any(
                start.head,
                patterns!["need help|feedback|approval|the|a|an|your|this|that|it|them|these|those|more|some NP?"],
            )?;
            Some(Asked {
                verb: Some(start.head),
                ..Asked::answer(AskForm::Need, start.head + 1, "tells what the writer needs")
                    .sure(75)
            })
        }
        _ => None,
    }
}

fn of_writer(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let told = patterns![
        "i|we ~ 'll|'d|will|would|am|'m? ~ need|want|expect|require|like|love|prefer|trust|needing|wanting you guys|all|both? to ~ BASE",
        "i|we 'd|would ~ like|love|prefer for you to ~ BASE",
        "i|we ~ need|want for? you to ~ BASE",
    ];
    if let Some(end) = scene.any(head, told) {
        return Some(Asked::direct(
            AskForm::Need,
            end - 1,
            "“I need you to” before a verb",
        ));
    }
    if let Some(asked) = of_whoever(scene, head) {
        return Some(asked);
    }
    // Done to it: "I need this signed", "I need it done".
    let done = patterns![
        "i|we ~ 'll|will|do|also? ~ need|want|require ~ to get|have it|this|that|these|them",
        "i|we ~ 'd|would ~ like|love|prefer ~ it|this|that|these|them",
    ];
    if let Some(end) = scene.any(head, done)
        && scene.participle(end)
    {
        return Some(Asked::indirect(AskForm::Need, end, "tells what the writer needs").sure(80));
    }
    let done = patterns!["i|we ~ 'll|will|do|also? ~ need|want|require it|this|that|these|them"];
    if let Some(end) = scene.any(head, done)
        && scene.participle(end)
    {
        return Some(
            Asked::direct(AskForm::Need, end, "tells what the writer needs done").sure(85),
        );
    }
    if let Some(asked) = to_be_done(scene, head) {
        return Some(asked);
    }
    let hear = patterns![
        "i|we ~ 'll|will|do|would|'d|am|'m|may|might? ~ need|needing to ~ know|hear|ask",
        "i|we ~ 'll|will|do|would|'d|am|'m|may|might? ~ need|needing to ~ talk|speak|meet|discuss|have|get|see|understand|obtain|receive NP? with|from|to you|your",
        "i|we ~ 'll|will|do? ~ need to ~ discuss|talk|meet|speak",
    ];
    if let Some(end) = scene.any(head, hear) {
        return Some(
            Asked::indirect(
                AskForm::Need,
                wanting::verb_within(scene, head, end),
                "tells what the writer needs to know or have",
            )
            .sure(82),
        );
    }
    let used = patterns![
        "i|we ~ can|could ~ use a|an|some|your|more ~ help|hand|advice|input|feedback|opinion|pointers|assistance",
        "i|we ~ can|could ~ do with a|an|some|your|more|another ~ help|hand|advice|input|feedback|opinion|pointers|assistance|eyes|decision|answer|reply|update|volunteers",
        "i|we ~ can|could ~ do with another pair|set of ~ eyes|hands",
        "i|we ~ can|could ~ do with ~ knowing|hearing|seeing|having",
    ];
    if let Some(end) = scene.any(head, used) {
        let need = Asked::indirect(AskForm::Need, end, "tells what the writer needs");
        return Some(Asked { verb: None, ..need }.sure(74));
    }
    let thing = patterns![
        "i|we ~ 'll|will|do|am|are|'m|'re|would|'d|might|may? ~ need|require|needing|requiring NP",
        "i|we ~ am|are|'m|'re ~ going to ~ need|require NP",
    ];
    if let Some(end) = scene.any(head, thing) {
        let verb =
            (head..end).find(|&at| scene.is(at, words!("need|require|needing|requiring")))?;
        let object = verb + 1;
        if scene.is(object, words!("to|not|n't|no|for")) {
            return None;
        }
        if scene.word(end) == "to" && scene.is(head, words!("we")) {
            return None;
        }
        // "A bit longer" is time too.
        if is_time(scene, end - 1) || scene.word(end) == "longer" {
            return Some(
                Asked {
                    open: object,
                    ..Asked::indirect(AskForm::Need, verb, "tells how much time the writer needs")
                }
                .sure(62),
            );
        }
        let sure = if scene.is(head, words!("i")) { 82 } else { 75 };
        return Some(Asked {
            open: object,
            ..Asked::direct(AskForm::Need, verb, "tells what the writer needs").sure(sure)
        });
    }
    None
}

/// "We need someone to open the door.", "I'd like everyone to sign it.", "I'd like us to sign it."
fn of_whoever(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let needs = patterns![
        "i|we ~ 'll|will|do|'d|would? ~ need|want|require|like|love",
        "i|we ~ am|are|'m|'re ~ going to ~ need",
    ];
    let at = scene.soft(scene.any(head, needs)?);
    if let Some(end) = scene.any(at, patterns!["for? us all|both? to ~ BASE"])
        && !scene.is(end - 1, words!("be|have|know|see|feel|understand"))
    {
        return Some(
            Asked::indirect(AskForm::We, end - 1, "“I'd like us to” before a verb")
                .of(OwnerKind::We, at..at + 1)
                .sure(75),
        );
    }
    let people = patterns![
        "a|an|some|two|three|four|five|six|several|more|another few|couple? of? more|extra|other? people|person|persons|volunteer|volunteers|helpers|helper|adults|parents|members|drivers|hands|players|reviewers|stewards|testers",
        "people|folks|volunteers|helpers|drivers|reviewers|stewards|testers",
    ];
    let whoever = anyone(scene, at).or_else(|| scene.any(at, people))?;
    let verb = scene.any(whoever, patterns!["~ to ~ BASE"])? - 1;
    let state = scene.is(
        verb,
        words!("be|know|understand|see|feel|realise|realize|believe|blame|love"),
    );
    let asked = Asked::direct(AskForm::Someone, verb, "the writer needs someone to do it");
    (!state).then(|| asked.of(OwnerKind::Someone, at..whoever).sure(85))
}

/// "I need the report to be finished", "we'd like this to be fixed"; what is expected of a thing is foreseen more often than asked for.
fn to_be_done(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let wanted = patterns![
        "i|we ~ 'll|will|do|also? ~ need|want|require",
        "i|we ~ 'd|would ~ like|love|prefer",
    ];
    let expected = patterns!["i|we ~ expect this|that|it|these|them"];
    let thing = match scene.any(head, wanted) {
        Some(end) => end..scene.noun_phrase(end)?,
        None => scene.any(head, expected).map(|end| end - 1..end)?,
    };
    let verb = scene
        .any(thing.end, patterns!["to ~ be|get ~"])
        .filter(|&verb| scene.participle(verb) && verbs::lemma(scene.word(verb)).is_some())?;
    let asked = Asked::direct(AskForm::Need, verb, "tells what the writer needs done");
    Some(asked.done_to(thing).sure(80))
}

fn of_reader(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    let must = patterns![
        "you guys|all|both|two? ~ 'll|will|do|would|also|still? ~ need|have|got to ~ BASE",
        "you guys|all|both|two? ~ 've|have got to ~ BASE",
        "you guys|all|both|two? ~ must|should|shall|better ~ BASE",
        "you 'd|had better ~ BASE",
        "you guys|all|both|two? ~ are|'re required|requested|asked|supposed|expected|urged to ~ BASE",
        "you ought to ~ BASE",
        "you gotta ~ BASE",
    ];
    if let Some(end) = scene.any(head, must) {
        let verb = end - 1;
        if scene.is(verb, words!("have|see|receive|find|know|feel|hear|expect|believe|remember|enjoy|love|realize|understand")) && !scene.any(verb, patterns!["have NP"]).is_some_and(|end| scene.participle(end))
            || scene.is(verb, words!("be")) && !scene.is(verb + 1, words!("there|here|at|in|on|sure"))
            || scene.is(verb, words!("get")) && scene.is(verb + 1, words!("a|an|it|them|this|that")) || start.link == Link::LeadIn
            && start.condition.is_some()
            && !scene.is(head + 1, words!("need|must"))
        {
            return None;
        }
        return Some(
            Asked::direct(
                AskForm::Need,
                verb,
                "“you need to”, “you must” or “you should” before a verb",
            )
            .sure(82),
        );
    }
    if let Some(suggested) = suggestion(scene, start) {
        return Some(suggested);
    }
    let may = patterns![
        "you ~ may|might|could|will|'ll|would|'d ~ want|wish|like|need|prefer|care to ~ BASE",
        "you ~ may|might as well ~ BASE",
        "you ~ might ~ BASE",
    ];
    let end = scene.any(head, may)?;
    // "If you come by car, you may want to book a space" advises whom it concerns.
    let advises = |condition: &std::ops::Range<usize>| {
        scene.any(condition.start, patterns!["if you"]).is_some()
    };
    if start.condition.as_ref().is_some_and(advises) {
        return None;
    }
    let verb = end - 1;
    if scene.is(
        verb,
        words!("be|have|know|see|think|remember|notice|recall|find|get|say|ask|wonder|expect|need"),
    ) && !scene.is(verb + 1, words!("with"))
    {
        return None;
    }
    Some(Asked::indirect(AskForm::Need, verb, "“you may want to” before a verb").sure(78))
}

/// "Maybe you could look at it.", "I guess you could send it.", "Hopefully you can confirm."
fn suggestion(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let thought = |words| (start.at..start.head).any(|at| scene.is(at, words));
    let able = if thought(words!("assume|trust|presume")) {
        patterns!["you guys|folks|all|both|two? ~ will|'ll ~ be? ~ BASE|ING"]
    } else if thought(words!("maybe|perhaps|possibly|hopefully|ideally")) {
        patterns![
            "you guys|all|both|two? ~ can|could|might|would|will|'ll|'d ~ be? able? to? ~ BASE"
        ]
    } else if thought(words!(
        "guess|suppose|think|thought|figure|reckon|believe|feel"
    )) {
        patterns!["you guys|all|both|two? ~ could|might ~ BASE"]
    } else {
        return None;
    };
    let verb = scene.any(start.head, able)? - 1;
    let tries = scene.any(
        verb,
        patterns!["have a|another ~ quick? look|think|go|word|chat|read|try"],
    );
    if scene.is(verb, words!(FELT)) && tries.is_none() {
        return None;
    }
    Some(Asked::indirect(AskForm::Need, verb, "“maybe you could” before a verb").sure(75))
}

/// Verbs of what befalls the reader: no one is asked to find, to see or to enjoy.
const FELT: &str = "be|have|know|see|think|remember|notice|recall|find|get|say|wonder|expect|need|like|love|enjoy|feel|sleep|agree|\
    understand|imagine|want|guess|hear|relate|rest|relax|believe|forgive|win|receive";

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn a_need_told_to_the_reader_asks() {
        check(&[
            ("I need you to sign the lease.", "need you sign"),
            ("I need the totals from you by Monday.", "need you need"),
            ("We need your sign-off on the lease.", "need you need"),
            ("I'd like you to take this one.", "need you take"),
            ("I want you to call Bo.", "need you call"),
            ("I need to know who has the key.", "need you know"),
            ("I need this signed by noon.", "need you sign"),
            ("I need the lease to be signed.", "need you sign"),
            ("We'd like the door to be mended.", "need you mend"),
            ("I expect this to be settled at once.", "need you settle"),
            ("You need to sign the form.", "need you sign"),
            ("You must send it today.", "need you send"),
            ("You should call the vendor.", "need you call"),
            (
                "You will have to explain the third row to me.",
                "need you explain",
            ),
            ("You may want to check with Bo.", "need you check with"),
            ("You might want to book early.", "need you book"),
            ("Need the totals by noon.", "need you need"),
            ("We could use some help with the booth.", "need you -"),
            (
                "I might need to talk to you about this.",
                "need you talk to",
            ),
            ("Ideally I'd need the keys on Monday.", "need you need"),
            ("We need two more days.", "need you need"),
            (
                "We also need someone to mind the till.",
                "someone someone mind",
            ),
            (
                "We need two people to mind the till.",
                "someone someone mind",
            ),
            ("I'd like us to mind the till in turns.", "we we mind"),
            ("I could do with knowing when the van comes.", "need you -"),
        ]);
    }

    #[test]
    fn a_suggestion_to_the_reader_asks() {
        check(&[
            ("Maybe you could look at the lease.", "need you look at"),
            ("Perhaps you can ask Bo.", "need you ask"),
            ("I guess you could send it on Monday.", "need you send"),
            ("Hopefully you will be able to sign today.", "need you sign"),
            ("I assume that you will book the room.", "need you book"),
        ]);
        asks_nothing(&[
            "I expect the snow to be cleared by noon.",
            "Maybe you know him.",
            "Hopefully you can sleep now.",
            "I think you will like the new office.",
        ]);
    }

    #[test]
    fn a_need_of_the_writers_own_does_not() {
        asks_nothing(&[
            "I need to leave at noon.",
            "We need to be at the airport at nine, so I booked a car.",
            "You need not come.",
            "You should receive the link today.",
            "You should see three files in the folder.",
            "You must be tired.",
            "We need people to understand the plan.",
            "I don't need the file any more.",
            "You may have heard the news.",
            "If you come by car, you may want to book a space.",
        ]);
    }
}
