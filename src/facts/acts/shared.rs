//! Asks that name no one in particular: "We should…", "Let's…", "Someone needs to…", "The report needs to be reviewed."

use std::ops::Range;

use super::found::Asked;
use super::parts;
use super::pattern::{patterns, words};
use super::scene::{FAR, Scene};
use super::starts::{Link, Start};
use super::vocabulary::{SCREEN, anyone, each_reader, is_person};
use crate::facts::{AskForm, OwnerKind, TimeRole};
use crate::language::Upos;

/// Reads an ask of everyone or no one.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    of_us(scene, start)
        .or_else(|| of_someone(scene, start.head))
        .or_else(|| of_named(scene, start))
        .or_else(|| passive(scene, start))
}

fn of_us(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    if let Some(end) = scene.any(head, patterns!["let 's ~ not? ~ BASE", "let us ~ not? ~ meet|discuss|talk|schedule|plan|keep|try|do|move|proceed|start|go|agree|set", "lets ~ not? ~ BASE"]) {
        let verb = end - 1;
        if scene.is(
            verb,
            words!("say|face|hope|pray|assume|be|suppose|imagine|know|see|wait"),
        ) || scene
            .any(verb, patterns!["play it ~ by|safe", "call it a day"])
            .is_some()
            || scene.is(verb.wrapping_sub(1), words!("not"))
                && scene.is(
                    verb,
                    words!("lose|get|forget|kid|pretend|rush|panic|worry|dwell|jump|overthink"),
                )
        {
            return None;
        }
        return Some(
            Asked::indirect(AskForm::We, verb, "“let's” before a verb")
                .of(OwnerKind::We, head..head + 1)
                .sure(82),
        );
    }
    let thought =
        (start.at..head).any(|at| scene.is(at, words!("maybe|perhaps|possibly|hopefully")));
    if thought && let Some(end) = scene.any(head, patterns!["we|i ~ can|could|should|might ~ BASE"])
    {
        return Some(
            Asked::indirect(AskForm::We, end - 1, "“maybe we could” before a verb")
                .of(OwnerKind::We, head..head + 1)
                .sure(72),
        );
    }
    let must = patterns![
        "we ~ all|both|do|still|also? ~ need|ought|have|got to ~ BASE",
        "we ~ all|both|still|also? ~ should|gotta ~ BASE",
        "we really|also must ~ BASE",
        "we must really|also ~ BASE",
        "we 'd|had better ~ BASE",
        "we probably ~ want|need to ~ BASE",
        "we ~ may|might ~ need|have|want to ~ BASE",
        "we ~ will|'ll ~ need|have to ~ BASE",
        "we 've|have got to ~ BASE",
    ];
    let end = scene.any(head, must)?;
    let verb = end - 1;
    if scene.is(
        verb,
        words!("be|have|see|know|expect|get|wait|feel|remember|hear|receive|find|need|n't|not"),
    ) && scene
        .any(
            verb,
            patterns![
                "get NP",
                "get together|moving|going|started|cracking|rolling|on",
                "have a NP",
                "have NP created|done|added|changed|fixed|removed|updated|signed|corrected|approved|reviewed|revised",
                "find a|the|out",
                "be sure",
            ],
        )
        .is_none()
    {
        return None;
    }
    let hangs = start.link == Link::And
        && scene
            .any(start.at.wrapping_sub(2), patterns![", and we should"])
            .or_else(|| scene.any(start.at, patterns!["and we should"]))
            .is_none();
    if scene.is(verb + 1, words!("been")) || hangs {
        return None;
    }
    Some(
        Asked::indirect(
            AskForm::We,
            verb,
            "“we need to” or “we should” before a verb",
        )
        .of(OwnerKind::We, head..head + 1)
        .sure(66),
    )
}

fn of_someone(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    if let Some(end) = each_reader(scene, head) {
        let must = patterns![
            "~ needs|need|has|have|ought to ~ BASE",
            "~ should|must ~ BASE"
        ];
        let verb = scene.any(end, must)? - 1;
        let state = scene.is(verb, words!("be|have|know|see|receive|get|find|feel"));
        let asked = Asked::direct(AskForm::Need, verb, "“each of you should” before a verb");
        return (!state).then(|| asked.sure(82));
    }
    let end = anyone(scene, head)?;
    let verb = scene.any(
        end,
        patterns![
            "~ needs|need|has|have|ought to ~ BASE",
            "~ will|'ll ~ need|have to ~ BASE",
            "~ should|must ~ BASE",
            "~ might|may want to ~ BASE",
        ],
    );
    let doubtful = head > 0 && scene.is(head - 1, words!("maybe|perhaps"));
    let could = || {
        scene
            .any(end, patterns!["~ could|can ~ BASE"])
            .filter(|_| doubtful)
    };
    let pleased = || {
        scene
            .any(end, patterns!["~ BASE"])
            .filter(|_| scene.is(end, words!("please|pls|plz")))
    };
    let verb = verb.or_else(could).or_else(pleased)? - 1;
    let there = || {
        scene.is(
            verb + 1,
            words!("on|in|at|there|here|available|present|ready"),
        )
    };
    let tries = || {
        scene.any(
            verb,
            patterns!["have a|another ~ quick? look|think|go|word|chat|read|try"],
        )
    };
    if scene.is(verb, words!("have|know")) && tries().is_none()
        || scene.is(verb, words!("be")) && !there()
    {
        return None;
    }
    Some(
        Asked::indirect(AskForm::Someone, verb, "“someone should” before a verb")
            .of(OwnerKind::Someone, head..end)
            .sure(82),
    )
}

/// "Sam needs to sign it.", "Sam to send the file."
fn of_named(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    // "@sam to send the deck": the handle stands before the head.
    if let Some(handle) = &start.vocative
        && scene.tokens[handle.start].norm.starts_with('@')
        && let Some(end) = scene.any(head, patterns!["to ~ BASE"])
    {
        return Some(to_be_done_by(end - 1, handle.clone()));
    }
    if start.link != Link::Sentence
        || !scene.capital(head)
        || scene.is(head, words!(SCREEN)) && scene.is(head + 2, words!("to"))
    {
        return None;
    }
    let end = scene.noun_phrase(head)?;
    if !is_person(scene, head, end) {
        return None;
    }
    let verb = scene.any(
        end,
        patterns![
            "~ needs|need|has|have|ought to ~ BASE",
            "~ must|should ~ BASE",
            "is|are? to ~ BASE",
        ],
    )? - 1;
    if scene.is(verb, words!("be|have|know|see")) {
        return None;
    }
    Some(to_be_done_by(verb, head..end))
}

/// Whether the sentence says by when.
fn has_deadline(scene: &Scene<'_>) -> bool {
    let whole = scene.span(0, scene.len());
    let first = scene
        .times
        .partition_point(|time| time.whole.end <= whole.start);
    scene.times[first..]
        .iter()
        .take_while(|time| time.whole.start < whole.end)
        .any(|time| time.role == TimeRole::Deadline)
}

fn to_be_done_by(verb: usize, named: Range<usize>) -> Asked {
    Asked::indirect(AskForm::Need, verb, "a name and “needs to” before a verb")
        .of(OwnerKind::Named, named)
        .sure(66)
}

/// What a thing may need of someone: "needs looking at".
const NEEDS_DOING: &str = "approving|booking|calling|changing|checking|cleaning|collecting|doing|emptying|filling|finishing|fixing|looking|mending|moving|\
    ordering|paying|posting|printing|proofreading|renewing|refilling|removing|repairing|replacing|reprinting|restocking|restarting|reviewing|rewriting|sending|shifting|signing|\
    sorting|taking|testing|tidying|translating|updating|washing|writing";

/// "It is essential that the forms be returned."
fn essential(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let that = scene.any(
        head,
        patterns![
            "it is|'s ~ imperative|important|essential|crucial|vital|critical|necessary that?"
        ],
    )?;
    let end = scene.noun_phrase(that)?;
    let done = scene.any(end, patterns!["~ be|is|are|get|gets ~ ~"])?;
    let deeds = words!(
        "approved|booked|cancelled|completed|delivered|done|filed|finished|fixed|paid|returned|reviewed|sent|signed|submitted|updated"
    );
    let asked = Asked::indirect(
        AskForm::Passive,
        done,
        "a thing that it is “essential” to have done, with no one named",
    );
    let asked = asked.done_to(that..end).sure(78);
    scene
        .is(done, deeds)
        .then(|| by_whom(scene, done + 1, asked))?
}

fn passive(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    if scene.word(head) == "it"
        && let Some(asked) = essential(scene, head)
    {
        return Some(asked);
    }
    let end = scene.noun_phrase(head)?;
    // "The sockets in the kitchen".
    let placed = scene.any(end, patterns!["in|on|at|from|for the|our|my|your|each NP"]);
    let end = placed.unwrap_or(end);
    if scene.is(head, words!("i|you|we|he|she|who|there")) {
        return None;
    }
    let needs = patterns![
        "~ will|'ll|would? ~ still|also? ~ needs|need ~ to ~ be ~",
        "~ needs|need ~",
    ];
    // "The minutes have to be approved"; "requests have to be made in writing" is a rule.
    let have = patterns!["~ has|have to ~ be ~", "~ will|'ll ~ have to ~ be ~",];
    let this = scene.is(head, words!("the|this|these|those|our|my|both|it"));
    let must = patterns![
        "~ should|must|ought|has|have to? ~ be ~",
        "~ is|are to ~ be ~"
    ];
    let needs = scene.any(end, needs);
    let needs = needs.or_else(|| this.then(|| scene.any(end, have))?);
    let to = needs.or_else(|| scene.any(end, must))?;
    // "The bill needs paying".
    let doing = scene.any(end, patterns!["~ still|also|really? ~ needs|need ~ ING"]);
    let doing = doing
        .map(|end| end - 1)
        .filter(|&verb| scene.is(verb, words!(NEEDS_DOING)));
    let to = doing.unwrap_or(to);
    if (!scene.participle(to) && doing.is_none())
        || scene.is(to, words!("noted|able|used|required|based|needed|allowed|supposed|located|entitled|considered|interested|pleased|aware|advised|born|limited|made"))
    {
        return None;
    }
    // "The rest should be done by Thursday" tells when it is expected.
    let expected = needs.is_none()
        && scene.any(end, patterns!["~ should"]).is_some()
        && scene.is(
            to,
            words!("done|finished|completed|sorted|resolved|delivered|back|closed|restored"),
        );
    if expected {
        return None;
    }
    let asked = Asked::indirect(
        AskForm::Passive,
        to,
        "a thing that “needs to be” done, with no one named",
    )
    .done_to(head..end);
    let asked = by_whom(scene, to + 1, asked.sure(80))?;
    // What "should be" so is a rule as often as a wish, unless it says by when or to whom.
    let to_writer =
        || (to..scene.len().min(to + FAR)).any(|at| scene.any(at, patterns!["to me|us"]).is_some());
    let told = needs.is_some() || asked.owner != OwnerKind::None;
    (told || has_deadline(scene) || to_writer()).then_some(asked)
}

/// The ask, whose participle ends at `at`, with whom it is to be done by: "by someone", "by you", or nobody who is named; `None`
/// where it is someone else's to do.
pub(super) fn by_whom(scene: &Scene<'_>, at: usize, asked: Asked) -> Option<Asked> {
    let by = patterns!["~ by someone|somebody|anyone|anybody|you"];
    if let Some(end) = scene.any(at, by) {
        let owner = if scene.before(end) == "you" {
            OwnerKind::You
        } else {
            OwnerKind::Someone
        };
        return Some(asked.of(owner, at..end));
    }
    let other = scene.word(at) == "by"
        && !parts::timed(scene, at)
        && (matches!(scene.upos(at + 1), Upos::Propn | Upos::Pron)
            || scene.is(at + 1, words!("the|our|your|a|an")));
    (!other).then(|| asked.ownerless())
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn what_is_essential_is_asked_for() {
        check(&[(
            "It is essential that the forms be returned by Friday.",
            "passive none return",
        )]);
        asks_nothing(&["It is essential that the lid is tight."]);
    }

    #[test]
    fn we_are_asked() {
        check(&[
            ("We should talk to legal.", "we we talk to"),
            ("We need to fix the onboarding.", "we we fix"),
            ("Let's meet on Tuesday at 10:00.", "we we meet"),
            ("I think we should move the date.", "we we move"),
            ("Maybe we could have lunch.", "we we have"),
            ("Then, maybe we can meet on Monday.", "we we meet"),
            ("We need to have two more desks added.", "we we have"),
            (
                "We really have to do something about the queue.",
                "we we do",
            ),
        ]);
    }

    #[test]
    fn someone_is_asked() {
        check(&[
            (
                "Someone needs to update the slides.",
                "someone someone update",
            ),
            (
                "Somebody should really fix the printer.",
                "someone someone fix",
            ),
            ("One of you should call Bo.", "someone someone call"),
            ("Each of you should call Bo.", "need you call"),
            ("Ana needs to sign the form.", "need named sign"),
            ("@bo to send the deck.", "need named send"),
            (
                "Can you send the report, and also someone needs to update the slides, and we should think about pricing?",
                "modal you send; someone someone update; we we think about",
            ),
        ]);
    }

    #[test]
    fn a_thing_is_to_be_done_by_no_one_named() {
        check(&[
            ("The report needs to be reviewed.", "passive none review"),
            ("The bill still needs paying.", "passive none pay"),
            ("A room will need to be booked.", "passive none book"),
            (
                "The forms should be signed and sent to us.",
                "passive none sign",
            ),
            ("This needs looking at.", "passive none look at"),
            ("The minutes have to be approved.", "passive none approve"),
            ("The keys will have to be returned.", "passive none return"),
            ("The form must be signed by Friday.", "passive none sign"),
            (
                "The slides need to be updated by Monday.",
                "passive none update",
            ),
            (
                "Please note that the form needs to be signed.",
                "passive none sign",
            ),
            (
                "The form must be signed by someone today.",
                "passive someone sign",
            ),
        ]);
    }

    #[test]
    fn what_was_or_may_be_is_no_ask() {
        asks_nothing(&[
            "We should have shipped in April.",
            "We should be fine.",
            "The fence needs painting.",
            "Writing needs practice.",
            "The rest should be done by Thursday.",
            "We need to be patient.",
            "Someone from finance called you at nine.",
            "The value must be given in metres.",
            "Values have to be given in metres.",
            "Anyone with the link can edit the page.",
            "The form was reviewed on Monday.",
            "The shop will be closed on Monday.",
            "Let's say ten people come.",
            "Let's face it, the plan is old.",
            "Let's not lose heart!",
            "Let's wait until Monday.",
            "Let's play it by ear.",
            "Let us help you find a car.",
            "We have set up two codes for the desk.",
            "We have put the keys in the drawer.",
        ]);
    }
}
