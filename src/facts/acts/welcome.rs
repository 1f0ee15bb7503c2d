//! Asks told as what would be welcome, the thing first: "Any help is appreciated.", "A quick note would be great."

use super::found::Asked;
use super::parts;
use super::pattern::{patterns, words};
use super::scene::Scene;
use super::wish::APPRECIATES;
use crate::facts::AskForm;
use crate::language::Upos;

/// "Any help is appreciated.", "Your prompt reply would be appreciated."
pub(super) fn read(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    let welcome = patterns![
        "would|will ~ be ~ a? ~ much|most|very|so|really|big|great|huge? ~ helpful|useful|appreciated|welcome|handy|win|help"
    ];
    let wanted =
        patterns!["your ~ NP is|are|'s ~ also|still|urgently? needed|requested|required|wanted"];
    if let Some(end) = scene
        .any(
            head,
            patterns![
                "help|volunteer|volunteers|input|feedback|reviewers|approval needed|wanted|required"
            ],
        )
        .or_else(|| scene.any(head, wanted))
        .or_else(|| scene.any(head, patterns!["NP is|are|'s ~ requested $|by|no|on|for"]))
    {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(AskForm::Wish, end, "tells what is wanted of the reader")
            }
            .sure(76),
        );
    }
    let opens = scene.is(head, words!("any|your|a|an|some|more|another|further"))
        || scene.upos(head) == Upos::Adj
        || scene.noun_phrase(head).is_some();
    if opens
        && let Some(end) =
            (head + 1..scene.len().min(head + 24)).find_map(|at| scene.any(at, welcome))
        && (head..end).any(|at| scene.is(at, words!("would|you|your")))
    {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(AskForm::Wish, end, APPRECIATES)
            }
            .ownerless()
            .sure(75),
        );
    }
    // "A quick note would be great" asks for the note, "a holiday would be great" muses.
    let thing = (opens && scene.is(head, words!("a|an|some|any|another|your")))
        .then(|| scene.noun_phrase(head))
        .flatten();
    if let Some(end) = thing
        && scene.is(end - 1, words!(WRITTEN))
        && let Some(end) = scene.any(
            parts::with_about(scene, end, scene.len()),
            patterns!["would|'d ~ be ~ a? ~ really|so|most|very|super? ~ great|good|nice|lovely|perfect|brilliant|ideal|fantastic|wonderful|amazing|best"],
        )
    {
        return Some(
            Asked {
                verb: None,
                ..Asked::indirect(AskForm::Wish, end, APPRECIATES)
            }
            .ownerless()
            .sure(75),
        );
    }
    if !scene.is(
        head,
        words!("any|your|all|a|an|feedback|comments|suggestions|input|thoughts|offers|ideas|help"),
    ) {
        return None;
    }
    let end = (head..scene.len().min(head + 24)).find(|&at| {
        scene
            .any(at, patterns!["appreciated|welcome|welcomed", "accepted"])
            .is_some()
    })?;
    let would = (head..end).any(|at| {
        scene.is(
            at,
            words!("would|will|is|are|'s|gratefully|greatly|much|be"),
        )
    });
    (would || end <= head + 4).then(|| Asked {
        verb: None,
        ..Asked::indirect(AskForm::Wish, end, APPRECIATES)
            .ownerless()
            .sure(75)
    })
}

/// What one person writes for another.
const WRITTEN: &str = "note|email|e-mail|mail|line|message|list|summary|breakdown|update|updates|draft|outline|paragraph|plan|estimate|\
    quote|report|overview|link|copy|photo|photos|picture|pictures|screenshot|screenshots|sketch|sample|example|examples|call|ring|recap|heads-up|nudge";

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn what_is_written_for_the_writer_is_asked_for() {
        check(&[
            ("A short note on the roof would be great.", "wish none -"),
            ("Some photos of the gate would be lovely.", "wish none -"),
        ]);
        asks_nothing(&["A long holiday would be great."]);
    }
}
