//! Asks told as the writer's wish, thanks or wondering: "It would be great if…", "I'd appreciate…", "I was wondering if you could…",
//! "I'd like you to…", "I suggest that you…".

use super::found::Asked;
use super::pattern::{patterns, words};
use super::scene::Scene;
use super::starts::{Link, Start};
use super::vocabulary::anyone;
use super::{if_you, performative, shared, wanting, welcome};
use crate::facts::{AskForm, OwnerKind};
use crate::language::{Penn, verbs};

const WONDERS: &str = "the writer wonders or hopes that the reader will";
/// What a writer who "hopes you can" wants done, not merely wishes well.
const WISHED_OF_READER: &str = "join|make|attend|come|send|give|provide|share|confirm|clarify|advise|answer|let|take|consider|participate|reply|respond|forward|review|sign";

pub(super) const APPRECIATES: &str = "tells how glad the writer would be";

/// Words with which a wish begins whose "I" or "we" is left out.
const CLIPPED: &str = "am|were|following|circling|reaching|would|'d|hope|hoping|wanted|wanting|appreciate|love|looking|checking|writing|was|asking|request|requesting|grateful|thankful|keen";

/// Reads an ask told as a wish.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    let clipped = scene.is(head, words!(CLIPPED));
    // "I am in town and would like to meet": the one subject serves both.
    let shared =
        start.link == Link::And && (start.lead..start.at).any(|at| scene.is(at, words!("i|we")));
    if clipped && !shared && !matches!(start.link, Link::Sentence | Link::Mark | Link::But) {
        return None;
    }
    if scene.word(start.at) == "hopefully"
        && let Some(end) = scene.any(
            start.at,
            patterns!["hopefully by|on|before|at|within|until NP ,? you ~ can|could|will|'ll|'d|would ~ be? able? to? ~ BASE"],
        )
    {
        return Some(Asked::indirect(AskForm::Wish, end - 1, WONDERS).sure(75));
    }
    match scene.word(head) {
        "i" | "we" | "wondering" | "hoping" | "hope" | "wanted" | "would" | "'d" | "appreciate"
        | "wanting" | "curious" | "writing" | "love" | "checking" | "my" | "looking"
        | "request" | "requesting" | "grateful" | "thankful" | "asking" | "was" | "am" | "were"
        | "following" | "circling" | "reaching" | "keen" => wondering(scene, head)
            .or_else(|| appreciating(scene, head))
            .or_else(|| performative::read(scene, head))
            .or_else(|| wanting::read(scene, head)),
        "it" | "that" | "this" | "what" => pleased(scene, head)
            .or_else(|| appreciating(scene, head))
            .or_else(|| performative::read(scene, head)),
        "if" => if_you::read(scene, start),
        _ => performative::relayed(scene, head).or_else(|| welcome::read(scene, head)),
    }
    .or_else(|| pleased(scene, head))
}

/// "I was wondering if you could…"
fn wondering(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let frames = patterns![
        "i|we ~ 'm|am|was|were|'ve|have|been? been? ~ wondering|curious|wonder ,? if|whether",
        "i|we ~ wonder|wondered if|whether",
        "am|was|were? ~ wondering|curious ,? if|whether",
        "i|we? am|'m|are|'re? ~ following|checking|circling|reaching up|in|back|out ~ to ~ see|ask|check|find out? if|whether",
        "my question is|was if|whether",
        "i|we ~ wanted|want|would|'d|needed|thought like? i? 'd? to? ~ ask|check|see|inquire|enquire|know|find|verify|confirm out? with? you? ,? if|whether",
        "wanted|want to ~ ask|check|see|inquire|know|find out? with? you? if|whether",
        "i|we ~ 'm|am|was|were ~ writing|emailing|calling|checking|inquiring|enquiring|asking to? ~ ask|see|check|inquire|enquire|know? as? to? if|whether",
        "checking|asking to? see? if|whether",
        "i|we ~ would|'d ~ like to know if|whether",
        "i do n't|not? know if|whether",
    ];
    if let Some(end) = scene.any(head, frames) {
        let able = patterns![
            "you ~ would mind ~ ING",
            "you ~ could|would|might|'d ~ be so kind|good as to ~ BASE",
            "you guys|all? ~ could|can|would|might|will|'d ~ be? able|willing|available|interested|kind|possible? enough? to? ~ BASE",
            "it ~ would|might|is|was|may|could|'d|'s be? ~ possible|ok|okay|feasible|alright for? you|us|me? to ~ BASE",
            "it ~ would|might|is|may be? possible for NP to ~ BASE",
            "you are|were|'re ~ able|available|willing|interested|free to? in? ~ BASE|ING",
            "you 'd ~ be? able|willing? to? ~ BASE",
            "you ~ 've|have|'d|had ~ had|got|found? a|the|any|some? ~ chance|time|opportunity|moment|minute to ~ BASE",
            "there is|'s|was|were|are|might|may|could? be? any|a|some ~ chance|possibility|way that? ~ you ~ could|can|might|may|would|'d ~ be? able|willing? to? ~ BASE",
        ];
        let whether = scene.soft(end);
        if let Some(whoever) = anyone(scene, whether)
            && let Some(verb) = scene.any(
                whoever,
                patterns![
                    "~ could|can|would|might|'d ~ be? able|willing? to? ~ BASE",
                    "~ 've|have|'d|had|has ~ had|got|found? a|the|any|some? ~ chance|time|opportunity|moment|minute to ~ BASE",
                ],
            )
        {
            return Some(
                Asked::indirect(AskForm::Wondering, verb - 1, WONDERS)
                    .of(OwnerKind::Someone, whether..whoever)
                    .sure(88),
            );
        }
        if let Some(verb) = scene.any(whether, able) {
            return Some(Asked::indirect(AskForm::Wondering, verb - 1, WONDERS).sure(92));
        }
        if let Some(verb) = scene.any(whether, patterns!["we|i ~ could|can|might|should ~ BASE"]) {
            return Some(Asked::indirect(AskForm::Wondering, verb - 1, WONDERS).sure(85));
        }
        if scene.is(head, words!("i|we"))
            && scene.any(head, patterns!["i|we do n't|not know"]).is_some()
        {
            return None;
        }
        return Some(Asked {
            verb: None,
            ..Asked::indirect(
                AskForm::Wondering,
                end,
                "the writer wonders and wants an answer",
            )
            .sure(82)
        });
    }
    let hopes = patterns![
        "i|we ~ 'm|am|was|were|had|'ve? been? ~ hoping|hope|hoped|thinking|thought that? ~ you|we guys|all? ~ could|can|would|might|will|'d|'ll ~ be? able|willing? to? ~ BASE",
        "was? hoping|hope that? you ~ could|can|would|might|will|'ll|'d ~ be? able|willing? to? ~ BASE",
    ];
    if let Some(end) = scene.any(head, hopes) {
        let hoped = scene
            .any(head, patterns!["i|we ~ hope|hoped", "hope"])
            .is_some();
        if hoped && !scene.is(end - 1, words!(WISHED_OF_READER)) {
            return None;
        }
        return Some(Asked::indirect(AskForm::Wondering, end - 1, WONDERS).sure(88));
    }
    let possible = patterns![
        "i|we ~ 'm|am|was|were|'ve|have? been? ~ hoping|hoped that? it ~ might|would|could|may ~ be ~ possible to ~ BASE",
    ];
    if let Some(end) = scene.any(head, possible) {
        return Some(Asked::indirect(AskForm::Wondering, end - 1, WONDERS).sure(80));
    }
    let hopes = patterns![
        "i|we ~ 'm|am|was|were ~ hoping|looking to ~ get|hear|have|see|receive|schedule|set|meet|discuss|talk|find|obtain|learn",
    ];
    if let Some(end) = scene.any(head, hopes) {
        // "I was hoping to get this done": the writer's own work.
        let own = scene
            .any(end - 1, patterns!["get|have NP"])
            .is_some_and(|after| scene.participle(after));
        return (!own).then(|| Asked::indirect(AskForm::Wondering, end - 1, WONDERS).sure(72));
    }
    let seeks = patterns![
        "i|we? ~ am|'m|are|'re? ~ looking for ~ a|any|some|more|the? ~ few|two|three? someone|somebody|anyone|volunteers|volunteer|people|reviewer|reviewers|speakers|help|advice|feedback|suggestions|ideas|input|recommendations|pointers|thoughts|comments|guidance",
    ];
    if let Some(end) = scene.any(head, seeks) {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(
                    AskForm::Wondering,
                    end - 1,
                    "tells whom or what the writer looks for",
                )
            }
            .sure(76),
        );
    }
    let asks = patterns![
        "i|we ~ wanted|want|would|'d like? to ~ ask|know|see|hear|find|check out? with? you? when|what|how|where|who|which|why|about|for|your|from",
        "i|we ~ 'm|am|was|were ~ wondering|curious when|what|how|where|who|which|why",
        "i ~ 'm|am|was ~ wondering|curious about",
        "am|was|were? ~ wondering|curious when|what|how|where|who|which|why",
        "i|we ~ wonder when|what|how|where|who|which|why ~ i|we|you|it|he|she|they|that|this|the|is|are|was|went|happened|will|would|can|could",
    ];
    let end = scene.any(head, asks)?;
    Some(Asked {
        verb: None,
        ..Asked::indirect(
            AskForm::Wondering,
            end - 1,
            "the writer wonders and wants an answer",
        )
        .sure(82)
    })
}

/// "I'd appreciate it if you could…", "Your help would be appreciated."
fn appreciating(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let glad = patterns![
        "i|we|it ~ 'd|would|will|'ll|shall|should? ~ be? ~ appreciate|appreciated|grateful|thankful|obliged|happy|glad|delighted|indebted|love|like|prefer it|this? very? much? ,? if you ~ could|can|would|will|might|'d? ~ please? be? able? to? ~ BASE",
        "would|'d ~ appreciate it? if you ~ could|can|would|will? ~ BASE",
        "would|'d ~ be ~ grateful|thankful|obliged|happy|glad if you ~ could|can|would|will ~ BASE",
        "grateful|thankful|appreciated|obliged if you ~ could|can|would|will ~ BASE",
    ];
    if let Some(end) = scene.any(head, glad) {
        return Some(Asked::indirect(AskForm::Wish, end - 1, APPRECIATES).sure(92));
    }
    let glad = patterns![
        "i|we|it ~ 'd|would ~ be? ~ appreciate|appreciated|grateful|thankful|obliged|happy|glad|delighted|love|like|prefer it|this? very? much? ,? if you ~",
    ];
    if let Some(verb) = scene.any(head, glad).filter(|&verb| done(scene, verb)) {
        return Some(Asked::indirect(AskForm::Wish, verb, APPRECIATES).sure(85));
    }
    let glad = patterns![
        "i|we|it ~ 'd|would ~ be? ~ appreciate|appreciated|grateful|thankful|obliged|happy|glad|delighted|love|like it|this? very? much? ,? if",
        "grateful|thankful|appreciated|obliged if",
        "would|'d ~ be? ~ appreciate|grateful|thankful|obliged|happy|glad it? if",
    ];
    if let Some(end) = scene.any(head, glad) {
        if let Some(asked) = someone_does(scene, end) {
            return Some(asked);
        }
        if let Some(asked) = is_done(scene, end) {
            return asked;
        }
    }
    let changed = patterns![
        "i|we ~ 'd|would ~ really? love|like|prefer it if NP ~ were|was|had|did|could|would",
        "i|we ~ 'd|would ~ rather|prefer that? you|it|they|we",
    ];
    if let Some(end) = scene.any(head, changed) {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(AskForm::Wish, end, APPRECIATES)
            }
            .ownerless()
            .sure(78),
        );
    }
    let thing = patterns![
        "i|we ~ 'd|would|will|'ll|shall|should ~ very? much? appreciate NP|hearing|receiving|getting|having|it",
        "i|we? ~ 'd|would be ~ grateful|thankful|glad|obliged for|of NP",
        "grateful|thankful for your|any|some ~ thoughts|comments|views|input|advice|feedback|confirmation|response|reply|suggestions|approval|opinion",
        "would|'d ~ appreciate your|any|a|an|the|some|hearing|receiving|getting",
        "appreciate it if you",
    ];
    let end = scene.any(head, thing)?;
    if scene.is(end, words!("if")) && !scene.is(end + 1, words!("you")) {
        let verb = scene.any(
            end + 1,
            patterns!["NP ~ could|can|would|will|were? ~ BASE|ING"],
        )?;
        return Some(
            Asked::indirect(AskForm::Wish, verb - 1, APPRECIATES)
                .ownerless()
                .sure(82),
        );
    }
    Some(Asked {
        verb: None,
        ..Asked::indirect(AskForm::Wish, end - 1, APPRECIATES).sure(85)
    })
}

/// "It would be great if…"
fn pleased(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    // The last item of the pattern: what it would be.
    if let Some(end) = scene.any(
        head,
        patterns![
            "it|this|that ~ might|may|would|could|'d ~ be ~ worth|worthwhile ~ ING",
            "might|may be worth ~ ING",
            "it is|'s ~ worth ~ ING",
        ],
    ) && !scene.is(end - 1, words!("noting|mentioning|remembering|pointing|saying|waiting|considering|having|being|knowing|emphasizing"))
        && !(scene.is(end - 1, words!("adding|repeating")) && scene.is(end, words!("that|,|:")))
    {
        return Some(
            Asked::indirect(AskForm::Wish, end - 1, "tells what would be worth doing")
                .ownerless()
                .sure(72),
        );
    }
    const GLAD: &str = "it|that|this|what? would|'d|might|may|will|'ll ~ be ~ a|an|of? ~ even|big|great|real|huge|massive|enormous|tremendous|very|super|much|so? ~ \
        great|good|nice|helpful|useful|appreciated|wonderful|marvellous|marvelous|fabulous|fab|superb|ideal|best|better|awesome|fantastic|perfect|lovely|super|excellent|\
        ok|worthwhile|advisable|desirable|terrific|cool|amazing|preferable|beneficial|prudent|handy|brilliant|important|wise|sensible|smart|help|win|idea idea?";
    let end = scene.any(head, patterns![GLAD]).or_else(|| {
        scene.any(
            head,
            patterns![
                "it would|'d|might|may|will ~ help|mean me|us? a? lot|great|deal?",
                "would ~ help",
                "it|this? would|'d|might|may ~ make ~ sense",
            ],
        )
    })?;
    let end = scene.any(end, patterns!["for me|us"]).unwrap_or(end);
    let end = scene.any(end, patterns!["from NP"]).unwrap_or(end);
    if let Some(verb) = scene.any(
        end,
        patterns!["if you ~ could|can|would|will|'d|might|were ~ be? able? to? ~ BASE"],
    ) {
        return Some(Asked::indirect(AskForm::Wish, verb - 1, APPRECIATES).sure(92));
    }
    if let Some(verb) = scene
        .any(end, patterns!["if you ~"])
        .filter(|&verb| done(scene, verb))
    {
        return Some(Asked::indirect(AskForm::Wish, verb, APPRECIATES).sure(85));
    }
    if scene.is(end, words!("if"))
        && let Some(asked) = someone_does(scene, end + 1)
    {
        return Some(asked);
    }
    if let Some(verb) = scene.any(end, patterns!["if we ~ could|can|would ~ BASE"]) {
        return Some(
            Asked::indirect(AskForm::Wish, verb - 1, APPRECIATES)
                .of(OwnerKind::We, end + 1..end + 2)
                .sure(85),
        );
    }
    if scene.is(end, words!("if"))
        && let Some(asked) = is_done(scene, end + 1)
    {
        return asked;
    }
    // "If the lamp were replaced"
    if let Some(done) = scene.any(end, patterns!["if NP ~ were|was ~"])
        && scene.participle(done)
        && verbs::lemma(scene.word(done)).is_some()
    {
        let thing = end + 1..scene.noun_phrase(end + 1)?;
        let asked = Asked::indirect(AskForm::Wish, done, APPRECIATES).done_to(thing);
        return shared::by_whom(scene, done + 1, asked.sure(80));
    }
    if let Some(verb) = scene.any(
        end,
        patterns![
            "if NP ~ could|can|would|were|was ~ BASE|ING",
            "if i ~ could|can ~ BASE",
        ],
    ) {
        return Some(
            Asked::indirect(AskForm::Wish, verb - 1, APPRECIATES)
                .ownerless()
                .sure(80),
        );
    }
    if let Some(verb) = scene.any(end, patterns!["for you|NP? to ~ BASE"]) {
        return Some(
            Asked::indirect(AskForm::Wish, verb - 1, APPRECIATES)
                .ownerless()
                .sure(75),
        );
    }
    if let Some(changed) = scene.any(end, patterns!["if NP ~"])
        && scene.penn(changed) == Penn::Vbd
        // Nobody makes it snow.
        && !scene.is(end + 1, words!("it|there"))
    {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(AskForm::Wish, changed, APPRECIATES)
            }
            .ownerless()
            .sure(75),
        );
    }
    // "It will be helpful to see both" foretells, and asks nobody.
    if scene.is(head + 1, words!("will|'ll")) {
        return None;
    }
    let verb = scene.any(end, patterns!["to ~ BASE"])?;
    // "To have the list updated" is to update it.
    if scene.is(verb - 1, words!("have|get"))
        && let Some(done) = scene.noun_phrase(verb)
        && scene.participle(done)
        && verbs::lemma(scene.word(done)).is_some()
        && !scene.is(verb, words!("you"))
    {
        let asked = Asked::indirect(AskForm::Wish, done, APPRECIATES).done_to(verb..done);
        return shared::by_whom(scene, done + 1, asked.sure(75));
    }
    Some(
        Asked::indirect(AskForm::Wish, verb - 1, APPRECIATES)
            .ownerless()
            .sure(72),
    )
}

/// "Someone could look at it", "people read it first": what whoever feels meant would do, from a place behind "if".
fn someone_does(scene: &Scene<'_>, at: usize) -> Option<Asked> {
    let whoever = anyone(scene, at)?;
    let could = scene.any(
        whoever,
        patterns!["~ could|can|would|will ~ be? able? to? ~ BASE"],
    );
    let next = scene.soft(whoever);
    // "People read it", in the past or not.
    let several = scene.is(whoever - 1, words!("people|folks|guys"));
    let has = scene.penn(next) == Penn::Vbz
        && scene.any(next, patterns!["has|takes a|another"]).is_some();
    let does = || (done(scene, next) || has || several && scene.base(next)).then_some(next);
    let verb = could.map(|end| end - 1).or_else(does)?;
    let asked = Asked::indirect(AskForm::Wish, verb, APPRECIATES);
    Some(asked.of(OwnerKind::Someone, at..whoever).sure(90))
}

/// "The report could be reviewed", from a place behind "if"; `Some(None)` where it is done by whom nobody can ask.
fn is_done(scene: &Scene<'_>, at: usize) -> Option<Option<Asked>> {
    let verb = scene
        .any(at, patterns!["NP ~ could|can|would ~ be|get ~"])
        .filter(|&verb| scene.participle(verb) && verbs::lemma(scene.word(verb)).is_some())?;
    let thing = at..scene.noun_phrase(at)?;
    let asked = Asked::indirect(AskForm::Wish, verb, APPRECIATES).done_to(thing);
    Some(shared::by_whom(scene, verb + 1, asked.sure(82)))
}

/// Whether the word is a deed in the past form, as after "it would help if you": "sent", and not "had" or "liked".
fn done(scene: &Scene<'_>, at: usize) -> bool {
    scene.penn(at) == Penn::Vbd
        && verbs::lemma(scene.word(at)).is_some()
        && !scene.is(
            at,
            words!("had|were|was|did|knew|felt|thought|liked|wanted|needed|found|saw|got|enjoyed|agreed|could|would|might"),
        )
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn wondering_whether_the_reader_could_asks() {
        check(&[
            (
                "We would appreciate it if the bill could be settled by Friday.",
                "wish none settle",
            ),
            (
                "I was wondering if you could review the plan.",
                "wondering you review",
            ),
            (
                "I was just wondering if you might be able to take a look at the report?",
                "wondering you take",
            ),
            (
                "I was just wondering if maybe you could have a quick look at the lease?",
                "wondering you have",
            ),
            (
                "I was wondering whether you'd had a chance to read the lease.",
                "wondering you read",
            ),
            (
                "Was wondering if perhaps you would possibly be able to sign it?",
                "wondering you sign",
            ),
            (
                "I'm just asking if you could move the date.",
                "wondering you move",
            ),
            (
                "Just wondering whether you could send the list.",
                "wondering you send",
            ),
            (
                "I was hoping you could cover Friday.",
                "wondering you cover",
            ),
            (
                "I wanted to ask if you could approve this.",
                "wondering you approve",
            ),
            (
                "I wanted to see if we could meet next week.",
                "wondering you meet",
            ),
            (
                "I wonder if you would mind moving the date.",
                "wondering you move",
            ),
            (
                "I'm writing to ask whether you would be willing to review it.",
                "wondering you review",
            ),
            ("I was wondering when the lease ends.", "wondering you -"),
            ("I'd like to know what it costs.", "wondering you -"),
            ("Looking for volunteers for the booth.", "wondering you -"),
            ("I wonder what went wrong.", "wondering you -"),
            (
                "Just wondering if anyone has had a chance to read the lease.",
                "wondering someone read",
            ),
            (
                "I was wondering if you might find the time to read the lease.",
                "wondering you read",
            ),
            (
                "I was hoping it might be possible to move the party.",
                "wondering you move",
            ),
            (
                "I have read the draft and was wondering if you could explain row 3.",
                "wondering you explain",
            ),
            (
                "Just following up to see if you could sign it.",
                "wondering you sign",
            ),
        ]);
    }

    #[test]
    fn gladness_at_a_thing_to_come_asks() {
        check(&[
            (
                "I'd really appreciate it if you could call Bo.",
                "wish you call",
            ),
            (
                "I would be grateful if you could send the list.",
                "wish you send",
            ),
            ("It would be great if you could join.", "wish you join"),
            (
                "It'd be super helpful if someone could check the totals.",
                "wish someone check",
            ),
            (
                "It would be great if one of you could call Bo.",
                "wish someone call",
            ),
            ("It would be nice to have it working.", "wish none have"),
            (
                "It would be nice to get the gate painted.",
                "wish none paint",
            ),
            (
                "It would help a lot if you sent the totals.",
                "wish you send",
            ),
            (
                "We would be grateful if you moved the date.",
                "wish you move",
            ),
            (
                "It would be great if the lease could be signed.",
                "wish none sign",
            ),
            (
                "If you could just sign it that'd be amazing!",
                "wish you sign",
            ),
            (
                "It would be good if we could meet on Monday.",
                "wish we meet",
            ),
            ("We would appreciate your feedback.", "wish you -"),
            ("Any help would be appreciated.", "wish none -"),
            (
                "Grateful if someone could read the lease.",
                "wish someone read",
            ),
            (
                "It would be nice if people read the lease first.",
                "wish someone read",
            ),
            ("It might be an idea to ask Bo.", "wish none ask"),
            ("It would make sense to ask Bo.", "wish none ask"),
            ("A short note on the costs would be useful.", "wish none -"),
            ("Any figure you can give will be helpful.", "wish none -"),
            ("I'd be very interested in meeting Bo.", "wish you meet"),
            (
                "If you could sign it today, that would be great.",
                "wish you sign",
            ),
            ("I'd love to hear your thoughts.", "wish you hear"),
            ("Grateful for your thoughts.", "wish you -"),
            ("Grateful if you could confirm.", "wish you confirm"),
            ("It might be worth asking Ana.", "wish none ask"),
            ("A firmer date would be a big win.", "wish none -"),
            ("It'd be nice if the page said so.", "wish none -"),
            ("Help needed with the booth.", "wish you -"),
            ("Your feedback is needed by noon.", "wish you -"),
            ("I'd rather you called first.", "wish none -"),
        ]);
    }

    #[test]
    fn a_wish_for_a_change_asks() {
        check(&[
            ("I'd love it if the slides were shorter.", "wish none -"),
            ("I'd like it if you could call Bo.", "wish you call"),
            ("Hopefully by Thursday you can confirm.", "wish you confirm"),
        ]);
    }

    #[test]
    fn musing_thanks_and_hope_ask_nothing() {
        asks_nothing(&[
            "We were wondering about the noise; it was the fan.",
            "I hope you enjoy the show.",
            "I hope you can sleep.",
            "I appreciate your help with the form.",
            "It was great to have it working for the demo.",
            "I was hoping for rain all week.",
            "More rain will be welcome in the garden.",
            "I was hoping to get this finished today.",
            "You wanted to see the plan, so it is attached.",
            "I would like to introduce Ana, who owns the list.",
            "I look forward to your visit.",
        ]);
    }
}
