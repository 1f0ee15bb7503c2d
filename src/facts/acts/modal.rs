//! "Could you send the file?", and the same wrapped in one more question: "Do you think you could…", "Is there any chance…".

use std::ops::Range;

use super::found::Asked;
use super::pattern::{patterns, words};
use super::scene::Scene;
use super::starts::Start;
use super::vocabulary::{READER, anyone, each_reader, is_person};
use crate::facts::{AskForm, OwnerKind};
use crate::language::Penn;

const WHY_YOU: &str = "“can”, “could”, “would” or “will” and “you” before a verb";
const WHY_LAYERED: &str = "a question about whether the reader could do it";

/// Reads an ask that opens with a modal verb and its subject turned round.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    layered(scene, start.head)
        .or_else(|| plain(scene, start))
        .or_else(|| who_could(scene, start))
}

fn plain(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    if !scene.is(head, words!("can|could|would|will|ca|wo|may|might|cld|cud")) {
        return None;
    }
    let negated = scene.is(head + 1, words!("n't|not|nt"));
    let next = head + 1 + usize::from(negated);
    if let Some(end) = each_reader(scene, next) {
        let verb = scene.any(end, patterns!["~ be able to ~ BASE", "~ BASE"])? - 1;
        return Some(Asked::direct(AskForm::Modal, verb, WHY_YOU));
    }
    let subject = scene.soft(next);
    if scene.is(subject, words!(READER)) {
        // "May you find peace" wishes the reader well.
        let wishes = scene.word(head) == "may" && !start.question;
        return of_reader(scene, head, subject).filter(|_| !wishes);
    }
    match scene.word(subject) {
        "i" => of_writer(scene, subject),
        "we" if scene.is(head, words!("can|could|ca")) => of_us(scene, subject, start.question),
        _ => of_others(scene, head, subject, start.question),
    }
}

/// "could you", and what may stand between it and the verb.
fn of_reader(scene: &Scene<'_>, head: usize, subject: usize) -> Option<Asked> {
    let mut at = subject + 1;
    if let Some(end) = scene.any(at, patterns!["and|or NP"]) {
        at = end;
    }
    let group = scene.is(at, words!("guys|folks|all|both|two|people"));
    at += usize::from(group);
    let at = scene.soft(at);
    let owned = |asked: Asked| {
        if group && scene.is(subject + 1, words!("guys|folks|people")) {
            asked.of(OwnerKind::Someone, subject..subject + 2)
        } else {
            asked
        }
    };
    let asked = patterns!["mind if i ~ asked|ask|begged|bothered|troubled you to ~ BASE"];
    if let Some(end) = scene.any(at, asked) {
        return Some(owned(Asked::indirect(
            AskForm::Layered,
            end - 1,
            WHY_LAYERED,
        )));
    }
    // "Would you mind if I closed it?" asks leave.
    let leave = scene.any(at, patterns!["mind if"]).is_some();
    if leave || scene.is(at, words!("believe|imagine|guess|hear|spot")) {
        return None;
    }
    let seeing = patterns![
        "mind seeing|checking if|whether you ~ can|could|might|would ~ be? able? to? ~ BASE"
    ];
    let minded = scene
        .any(at, seeing)
        .or_else(|| scene.any(at, patterns!["mind|consider terribly|awfully? ~ ING"]));
    if let Some(verb) = minded {
        return Some(owned(Asked::direct(
            AskForm::Modal,
            verb - 1,
            "“would you mind” before a verb",
        )));
    }
    let ready = patterns![
        "be able to ~ BASE",
        "be willing|ready|available|prepared|inclined|open|free|happy to ~ BASE",
        "be up for ~ ING",
        "be in a position to ~ BASE",
        "be so? kind|good|nice|gracious as? enough? to|and ~ BASE",
        "be kind|good|nice enough to|and ~ BASE",
        "see if|whether you ~ can|could|might|would ~ be? able? to? ~ BASE",
        "try to|and see if|whether you ~ can|could ~ BASE",
        "have a? chance|time|opportunity to ~ BASE",
        "find the? time to ~ BASE",
        "take the|a? time|minute|moment|look to|and ~ BASE",
        "try to|and ~ BASE",
        "go ahead and ~ BASE",
        "make sure|certain to ~ BASE",
        "do me a favor|favour and ~ BASE",
        "help me|us to? ~ BASE",
    ];
    if let Some(end) = scene.any(at, ready) {
        return Some(owned(Asked::direct(AskForm::Modal, end - 1, WHY_YOU)));
    }
    if scene.is(
        at,
        words!("like|want|prefer|care|love|rather|be|have|happen|need|agree|know|think|see"),
    ) && !(scene.is(at, words!("see")) && scene.is(at + 1, words!("if|that|to|what")))
        && !(scene.is(at, words!("have")) && scene.is(head, words!("can|could")))
        && !(scene.is(at, words!("be")) && scene.is(at + 1, words!("sure|here|there|ready")))
    {
        return None;
    }
    scene
        .base(at)
        .then(|| owned(Asked::direct(AskForm::Modal, at, WHY_YOU)))
}

/// "Can I get the file from you?", "May I ask you to…"
fn of_writer(scene: &Scene<'_>, subject: usize) -> Option<Asked> {
    let at = scene.soft(subject + 1);
    let asking = patterns![
        "ask|trouble|bother|get|request|persuade that? you all|both? to? ~ BASE",
        "ask|request that you ~ BASE",
    ];
    if let Some(end) = scene.any(at, asking) {
        return Some(Asked::direct(
            AskForm::Performative,
            end - 1,
            "asks leave to ask",
        ));
    }
    if let Some(whoever) = scene
        .any(at, patterns!["ask"])
        .and_then(|asked| anyone(scene, asked))
        && let Some(verb) = scene.any(whoever, patterns!["~ to ~ BASE"])
    {
        return Some(
            Asked::indirect(AskForm::Someone, verb - 1, "asks leave to ask everyone")
                .of(OwnerKind::Someone, at + 1..whoever),
        );
    }
    let wanting = patterns!["get|have|see|obtain|receive|borrow|request NP"];
    if scene.is(at + 1, words!(READER)) {
        return None;
    }
    let end = scene.any(at, wanting)?;
    // "Can I get it to load?" asks how a thing is made to work.
    if scene.word(at) == "get" && scene.word(end) == "to" && scene.base(end + 1) {
        return None;
    }
    Some(
        Asked::direct(
            AskForm::Modal,
            at,
            "asks whether the writer can have something",
        )
        .sure(88),
    )
}

/// "Can we get a report?"
fn of_us(scene: &Scene<'_>, subject: usize, question: bool) -> Option<Asked> {
    let at = scene.soft(subject + 1);
    let verb = scene.base(at).then_some(at)?;
    let sure = if question { 90 } else { 80 };
    Some(
        Asked::direct(AskForm::We, verb, "“can we” before a verb")
            .of(OwnerKind::We, subject..subject + 1)
            .sure(sure),
    )
}

/// "Could someone send it?", "Can Sam take this?"
fn of_others(scene: &Scene<'_>, head: usize, subject: usize, question: bool) -> Option<Asked> {
    if let Some(end) = anyone(scene, subject) {
        let at = scene.soft(end);
        let verb = scene.any(at, patterns!["be able to ~ BASE", "mind ~ ING", "BASE"])? - 1;
        return Some(
            Asked::direct(AskForm::Someone, verb, "“could someone” before a verb")
                .of(OwnerKind::Someone, subject..end),
        );
    }
    if !scene.is(head, words!("can|could|would|will")) {
        return None;
    }
    let end = scene.noun_phrase(subject)?;
    if let Some(asked) = be_done(scene, head, subject..end) {
        return Some(asked);
    }
    if !question
        || !is_person(scene, subject, end)
        || scene.is(head, words!("will|would")) && !scene.is(end, words!("please|kindly"))
    {
        return None;
    }
    let verb = scene.soft(end);
    scene.base(verb).then(|| {
        Asked::direct(AskForm::Modal, verb, "“can” and a name before a verb")
            .of(OwnerKind::Named, subject..end)
            .sure(88)
    })
}

/// "Could this be looked at?", "Can the door be fixed this week?": a deed asked for with no one named.
fn be_done(scene: &Scene<'_>, head: usize, thing: Range<usize>) -> Option<Asked> {
    let definite = scene.is(
        thing.start,
        words!("it|this|that|these|those|they|the|my|our|both"),
    );
    let done = scene.any(thing.end, patterns!["~ be|get ~"])?;
    let deeds = words!(
        "approved|booked|changed|checked|cleaned|completed|corrected|delivered|done|emptied|filled|finished|fixed|looked|merged|moved|ordered|paid|\
        removed|repaired|replaced|restarted|returned|reviewed|sent|signed|sorted|tidied|updated"
    );
    (definite && scene.is(head, words!("can|could")) && scene.is(done, deeds)).then(|| {
        Asked::direct(
            AskForm::Passive,
            done,
            "“can” and a thing that is to be done, with no one named",
        )
        .done_to(thing)
        .ownerless()
        .sure(85)
    })
}

/// "Anyone around who could help?", "Is there someone who can open the shop?"
fn who_could(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let asked = scene.any(start.head, patterns!["is|are|has|have"]);
    if let Some(from) = asked
        && let Some(end) = anyone(scene, from)
        && let Some(verb) = scene.any(
            end,
            patterns![
                "~ able|available|free|willing to ~ BASE",
                "~ had|got a|the|any? time|chance|opportunity|moment to ~ BASE",
            ],
        )
    {
        return Some(
            Asked::direct(AskForm::Someone, verb - 1, "“is anyone able” before a verb")
                .of(OwnerKind::Someone, from..end)
                .sure(82),
        );
    }
    let from = scene
        .any(start.head, patterns!["is|'s there"])
        .unwrap_or(start.head);
    let end = anyone(scene, from)?;
    let verb = scene.any(
        end,
        patterns!["around|free|available|about? ~ who|that ~ can|could|would|is|'s ~ be? able|willing? to? ~ BASE"],
    );
    // "Maybe someone from the team could look at it?"
    let doubted = (start.at..start.head).any(|at| scene.is(at, words!("maybe|perhaps")));
    let could = || {
        scene
            .any(end, patterns!["~ could|can|might ~ BASE"])
            .filter(|_| doubted)
    };
    let verb = verb.or_else(could)?;
    let joins = scene.is(verb - 1, words!("participate|attend|join|come|be"));
    (start.question && !joins).then(|| {
        Asked::direct(
            AskForm::Someone,
            verb - 1,
            "“anyone who could” before a verb",
        )
        .of(OwnerKind::Someone, from..end)
        .sure(82)
    })
}

/// One more layer of question around the ask.
fn layered(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let chance = scene.any(
        head,
        patterns![
            "is|was there any|a|some chance|possibility|way|opportunity|hope|anyway that|to|of?",
            "would|might there be any|a|some chance|possibility|way that|to|of?",
            "is|was there any|a|some chance|possibility|way|opportunity|hope",
            "would|might there be any|a|some chance|possibility|way",
            "is there anyway",
            "any|anyway|a chance|possibility|way that?",
            "anyway that|to?",
        ],
    );
    if let Some(end) = chance {
        let able = patterns![
            "you|u guys|all? could|can|might|would|'d ~ be? able? to? ~ BASE",
            "you|u 'd|would|could ~ be able to ~ BASE",
        ];
        if let Some(end) = scene.any(end, able) {
            return Some(Asked::indirect(AskForm::Layered, end - 1, WHY_LAYERED));
        }
        if let Some(whoever) = anyone(scene, end)
            && let Some(verb) = scene.any(
                whoever,
                patterns!["could|can|might|would ~ be? able? to? ~ BASE"],
            )
        {
            return Some(
                Asked::indirect(AskForm::Layered, verb - 1, WHY_LAYERED)
                    .of(OwnerKind::Someone, end..whoever),
            );
        }
        let shared = patterns!["we|i could|can|might|would|'d ~ be? able? to? ~ BASE"];
        if let Some(verb) = scene.any(end, shared) {
            let asked = Asked::indirect(AskForm::Layered, verb - 1, WHY_LAYERED).sure(80);
            return Some(if scene.word(end) == "we" {
                asked.of(OwnerKind::We, end..end + 1)
            } else {
                asked
            });
        }
        if scene.before(end) == "to" && scene.base(end) {
            return Some(Asked::indirect(AskForm::Layered, end, WHY_LAYERED).sure(80));
        }
    }
    let reader = patterns![
        "do|did|would you think|suppose|reckon|feel that? you could|can|might|would|'d|'ll ~ be? able? to? ~ BASE",
        "do|would you think|suppose it|it's 's|is|be|would? be? possible|feasible for? you? to ~ BASE",
        "would|will|could|is|might it ~ be? ~ possible|feasible|convenient|ok|okay|alright|acceptable|doable for you guys? to ~ BASE",
        "would|will|could|is|might it ~ be? ~ too much trouble for? you? to ~ BASE",
        "possible for you guys? to ~ BASE",
        "do you mind ~ ING",
        "can|could|may|might i ~ bother|trouble|pester you to ~ BASE",
        "would|could|is it ~ be? ~ an option for you guys? to ~ BASE",
        "are you ~ able|willing to ~ BASE",
        "do you have a|any|some|the? minute|moment|time|sec|second|chance to|and ~ BASE",
        "have you got a|any|some|the? minute|moment|time|sec|second|chance to|and ~ BASE",
        "any chance of you ~ ING",
        "any chance of ~ getting|having|seeing|borrowing",
        "would|will|could|is|might it ~ be? ~ possible|ok|okay|alright|fine if you ~ could|can|might|were ~ be? able? to? ~ BASE",
        "what are the chances that? of? you ~ could|can? BASE",
        "how do you feel about ~ ING",
        "i do n't|not ~ suppose ~ you ~ could|can|would|might|'d ~ be? able? to? ~ BASE",
        "i do n't|not ~ suppose ~ you ~ have|'ve|'d got? NP to ~ BASE",
        "i do n't|not ~ suppose there is|'s any|a chance|way|possibility that? ~ you ~ could|can|would|might ~ BASE",
    ];
    if let Some(end) = scene.any(head, reader) {
        return Some(Asked::indirect(AskForm::Layered, end - 1, WHY_LAYERED));
    }
    let kind = patterns!["would|will|could|is it ~ be? ~ possible|ok|okay|alright|fine if you ~"];
    if let Some(verb) = scene
        .any(head, kind)
        .filter(|&verb| scene.penn(verb) == Penn::Vbd)
    {
        return Some(Asked::indirect(AskForm::Layered, verb, WHY_LAYERED));
    }
    let open = patterns![
        "would|will|could|is|might it ~ be? ~ possible|feasible|convenient for me|us|NP? to ~ BASE",
        "would|will|could|is|might it ~ be? ~ possible|feasible to ~ BASE",
        "do you think it possible|feasible to ~ BASE",
    ];
    let end = scene.any(head, open)?;
    let asked = Asked::indirect(AskForm::Layered, end - 1, WHY_LAYERED).sure(80);
    let by = (head..end).find(|&at| scene.word(at) == "for");
    let whoever = by.and_then(|by| Some(by + 1..anyone(scene, by + 1)?));
    Some(match whoever {
        Some(whoever) => asked.of(OwnerKind::Someone, whoever),
        None => asked,
    })
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn a_modal_and_you_before_a_verb_asks() {
        check(&[
            ("Could you send me the totals by Friday?", "modal you send"),
            ("Can you please book the room?", "modal you book"),
            ("Would you kindly forward the lease?", "modal you forward"),
            ("Will you check the third row?", "modal you check"),
            ("can u send me that again", "modal you send"),
            (
                "Could you maybe just have a look at page 3?",
                "modal you have",
            ),
            ("Sam, could you call the vendor?", "modal you call"),
            ("Hi Sam, can you call the vendor today?", "modal you call"),
            ("@sam can you merge this?", "modal you merge"),
            ("Could you, please, sign the form?", "modal you sign"),
            (
                "Could you please, if possible, maybe sign the form?",
                "modal you sign",
            ),
            ("Won't you stay for the demo?", "modal you stay"),
            (
                "When you get a chance, could you restart the node?",
                "modal you restart",
            ),
            (
                "The node hangs again, could you restart it?",
                "modal you restart",
            ),
            ("Would you be able to cover Friday?", "modal you cover"),
            (
                "Would you be willing to review the draft?",
                "modal you review",
            ),
            ("Would you mind sending the list?", "modal you send"),
            (
                "Would you mind checking if you can open it?",
                "modal you open",
            ),
            ("Also, would you please print the list?", "modal you print"),
            (
                "Could you and Bo please check the totals?",
                "modal you check",
            ),
            ("Could each of you send a photo?", "modal you send"),
        ]);
    }

    #[test]
    fn others_may_be_asked_too() {
        check(&[
            ("Can someone take the minutes?", "someone someone take"),
            ("Could one of you call the vendor?", "someone someone call"),
            ("Can anyone take the minutes?", "someone someone take"),
            (
                "Could someone in your group please send the list?",
                "someone someone send",
            ),
            (
                "Could somebody please open the door?",
                "someone someone open",
            ),
            ("Can the team review it today?", "someone someone review"),
            ("Can you guys sort out the booth?", "modal someone sort out"),
            ("Can we get a list of the open items?", "we we get"),
            (
                "Can someone with time on Monday open the door?",
                "someone someone open",
            ),
            (
                "Any chance someone could open the door?",
                "layered someone open",
            ),
            ("Could this be looked at?", "passive none look at"),
            (
                "Would anyone mind opening the door?",
                "someone someone open",
            ),
        ]);
    }

    #[test]
    fn one_more_layer_of_question_is_told_apart() {
        check(&[
            (
                "Do you think you could send me the list?",
                "layered you send",
            ),
            (
                "Is there any chance you could cover Friday?",
                "layered you cover",
            ),
            ("Any chance you could cover Friday?", "layered you cover"),
            (
                "Would it be possible for you to sign it?",
                "layered you sign",
            ),
            (
                "Is it possible to get access to the repo?",
                "layered you get",
            ),
            (
                "Do you have a minute to look at the lease?",
                "layered you look at",
            ),
            ("Are you able to join the call?", "layered you join"),
            (
                "Is there any way you could move the date?",
                "layered you move",
            ),
            (
                "Would there be any way you could move the date?",
                "layered you move",
            ),
            (
                "I don't suppose you could move the date?",
                "layered you move",
            ),
            (
                "I don't suppose you've got a minute to read the lease?",
                "layered you read",
            ),
        ]);
    }

    #[test]
    fn a_modal_elsewhere_does_not_ask() {
        asks_nothing(&[
            "As you can see, the total is right.",
            "You can find the form on the intranet.",
            "Ana asked whether you could come.",
            "Bo said you would send it.",
            "I could send it on Monday.",
            "Can you believe it?",
            "What can I say?",
        ]);
    }
}
