//! Asks by naming the asking, the writer's own or another's: "I ask you to…", "Legal has asked that you…", "Ana would like you to…".

use super::found::Asked;
use super::pattern::{patterns, words};
use super::scene::Scene;
use super::vocabulary::anyone;
use crate::facts::{AskForm, OwnerKind};

/// "I ask you to…", "I suggest that you…", "I'm writing to request…"
pub(super) fn read(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let told = patterns![
        "i|we ~ 'd|would|must|will|'ll|am|'m|have|want|need|wish|like|have|to|do? like|writing|wish|going|want? to? ~ ask|asking|request|requesting|urge|beg|invite|advise|encourage|remind|require|trouble|asked that? you guys|all|both? ~ to ~ BASE",
        "i|we ~ 'd|would|must|will|am|'m|want|like|have|do? like? to? ~ ask|asking|request|requesting|suggest|suggesting|recommend|recommending|propose|proposing|advise|insist|prefer that? you guys|all|both? ~ BASE",
        "i|we ~ am|'m? ~ leave|leaving it|this|that up? to|with you to ~ BASE",
        "i|we ~ will|'ll ~ leave it|this|that up? to|with you to ~ BASE",
        "it is|'s ~ up to you guys|all? to ~ BASE",
        "my ~ advice|suggestion|recommendation is|would be? to? ~ BASE",
        "would? request|requesting you guys|all? to ~ BASE",
        "may|can|could|might i ~ ask|request|suggest that? you to? ~ BASE",
        "this|it is|'s ~ a? ~ friendly|gentle|quick? reminder|note|request|message to|for you? to? ~ remind? you? to? BASE",
        "i|we ~ wanted|want|would|'d like? to ~ remind you guys|all? to ~ BASE",
        "this|it NP? is|'s ~ to ~ inform|remind|ask|request|advise you guys|all? to ~ BASE",
        "it is|'s ~ important|essential|critical|imperative|vital|crucial|necessary that you ~ BASE",
        "it is|'s ~ important|essential|critical|imperative|vital|crucial|necessary for you to ~ BASE",
        "it is|'s ~ important|essential|critical|imperative|vital|crucial|necessary to ~ inform|let|tell|send|submit|return|complete|keep|advise|notify",
    ];
    if let Some(end) = scene.any(head, told) {
        return Some(
            Asked::indirect(
                AskForm::Performative,
                end - 1,
                "tells the reader what they are asked or advised to do",
            )
            .sure(88),
        );
    }
    if let Some(end) = scene.any(
        head,
        patterns!["i|we ~ want|need to ~ make|be sure|certain"],
    ) {
        let asked = Asked::indirect(
            AskForm::Performative,
            end - 2,
            "tells what is to be made sure",
        );
        return Some(asked.sure(88));
    }
    // "I'd ask everyone to sign it."
    let asks = patterns![
        "i|we 'd|would|must|want|have like? to? ask",
        "may|can|could i ask",
        "i|we ~ ask|urge|invite",
    ];
    if let Some(at) = scene.any(head, asks)
        && let Some(whoever) = anyone(scene, at)
        && let Some(verb) = scene.any(whoever, patterns!["~ to ~ BASE"])
    {
        return Some(
            Asked::indirect(AskForm::Someone, verb - 1, "asks everyone to")
                .of(OwnerKind::Someone, at..whoever)
                .sure(80),
        );
    }
    let ours = patterns![
        "i|we ~ 'd|would|will|'ll|must? ~ suggest|propose|recommend|request that? we ~ should? ~ BASE",
    ];
    if let Some(end) = scene.any(head, ours) {
        return Some(
            Asked::indirect(AskForm::We, end - 1, "proposes what all should do")
                .of(OwnerKind::We, head..head + 1)
                .sure(82),
        );
    }
    let thing = patterns![
        "i|we ~ am|'m ~ writing|emailing|contacting you? to|in ~ request|requesting|ask|inquire|invite",
        "i|we ~ 'd|would ~ like to ~ request|invite|ask",
        "i|we ~ request|invite NP",
        "i|we ~ ask for|that",
        "i|we ~ will|'ll? leave it|this|that|the NP? up? to you $",
        "i|we 'd|would like to ~ extend an|our invitation",
        "requesting your|a|an|the|approval|access|permission|leave",
    ];
    let end = scene.any(head, thing)?;
    Some(Asked {
        verb: None,
        ..Asked::indirect(AskForm::Performative, end, "the writer says that they ask").sure(85)
    })
}

/// "Legal has asked that you sign.", "Ana would like you to call." What was asked once and is over is a report: "Bo asked you to call."
pub(super) fn relayed(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    if scene.is(head, words!("i|we|you|it|this|that|who|there|what|which")) {
        return None;
    }
    // An office may be named by an adjective: "Legal has asked…".
    let end = scene
        .noun_phrase(head)
        .or_else(|| scene.capital(head).then_some(head + 1))?;
    if scene.is(end - 1, words!(THINGS)) {
        return None;
    }
    let asks = patterns![
        "~ has|have|'s|'ve ~ asked|requested|suggested|proposed|insisted that you guys|all|both? ~ should? ~ BASE",
        "~ has|have|'s|'ve ~ asked|requested|instructed|urged|invited you guys|all|both? to ~ BASE",
        "~ asks|requests|suggests|insists that you guys|all|both? ~ should? ~ BASE",
        "~ is|are|was|were|'s ~ wondering|asking if|whether you guys|all|both? ~ can|could|would|might ~ be? able? to? ~ BASE",
        "~ would|'d like to ~ invite you ~ to|for NP",
        "~ asks|requests|urges|invites you guys|all|both? to ~ BASE",
    ];
    if let Some(end) = scene.any(end, asks) {
        return Some(
            Asked::indirect(
                AskForm::Performative,
                end - 1,
                "passes on what someone asks of the reader",
            )
            .sure(78),
        );
    }
    let wants = patterns![
        "~ would|'d ~ like|love|prefer for? you guys|all|both? to ~ BASE",
        "~ wants|want|needs|need|expects|expect|is|are|'s waiting|counting? for|on? you guys|all|both? to ~ BASE",
    ];
    let end = scene.any(end, wants)?;
    Some(
        Asked::indirect(
            AskForm::Need,
            end - 1,
            "passes on what someone wants of the reader",
        )
        .sure(78),
    )
}

/// Things that want something of whoever works them: no one asks.
const THINGS: &str = "app|application|browser|command|contract|course|dialog|document|error|exercise|form|game|installer|law|license|message|\
    page|plan|policy|procedure|program|prompt|rule|rules|script|screen|site|software|standard|system|terms|test|tool|tutorial|\
    website|wizard";

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn saying_that_one_asks_asks() {
        check(&[
            ("I ask you to sign the form.", "performative you sign"),
            ("Request you to share the file.", "performative you share"),
            ("It's up to you to decide.", "performative you decide"),
            ("My advice is to call the vendor.", "performative you call"),
            ("I'll leave this to you.", "performative you -"),
            ("I suggest that you call Bo.", "performative you call"),
            ("I would suggest that we move the date.", "we we move"),
            (
                "I would like to ask you to sign the form.",
                "performative you sign",
            ),
            ("May I ask you to close the door?", "performative you close"),
            (
                "This is a gentle reminder to submit your hours.",
                "performative you submit",
            ),
            (
                "I will leave it to you to decide.",
                "performative you decide",
            ),
        ]);
    }

    #[test]
    fn what_another_asks_of_the_reader_is_passed_on() {
        check(&[
            ("Ana would like you to call her.", "need you call"),
            (
                "The board needs you to approve the minutes.",
                "need you approve",
            ),
            (
                "He wants you to review this before noon.",
                "need you review",
            ),
            (
                "Legal has asked that you sign the waiver.",
                "performative you sign",
            ),
            (
                "Bo has asked you to bring the badge.",
                "performative you bring",
            ),
        ]);
        asks_nothing(&[
            "Bo asked you to call.",
            "Ana asked me to call Bo.",
            "The form asks you to sign twice.",
            "The system needs you to log in first.",
            "Ana wants me to call her.",
        ]);
    }
}
