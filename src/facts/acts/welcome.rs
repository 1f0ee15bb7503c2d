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
    if let Some(end) = wanted(scene, head) {
        let asked = Asked::indirect(AskForm::Wish, end, "tells what is wanted of the reader");
        return Some(
            Asked {
                verb: None,
                ..asked
            }
            .sure(76),
        );
    }
    let end = welcome(scene, head)
        .or_else(|| written(scene, head))
        .or_else(|| appreciated(scene, head))?;
    let asked = Asked::indirect(AskForm::Wish, end, APPRECIATES);
    Some(
        Asked {
            verb: None,
            ..asked
        }
        .ownerless()
        .sure(75),
    )
}

/// The end of "your help is needed", "approval required".
fn wanted(scene: &Scene<'_>, head: usize) -> Option<usize> {
    let named = patterns![
        "help|volunteer|volunteers|input|feedback|reviewers|approval needed|wanted|required"
    ];
    let yours =
        patterns!["your ~ NP is|are|'s ~ also|still|urgently? needed|requested|required|wanted"];
    scene
        .any(head, named)
        .or_else(|| scene.any(head, yours))
        .or_else(|| scene.any(head, patterns!["NP is|are|'s ~ requested $|by|no|on|for"]))
}

/// How many words on it is said at the latest how welcome the thing is.
const FARTHEST: usize = 24;

/// The end of "a hand with the boxes would be helpful".
fn welcome(scene: &Scene<'_>, head: usize) -> Option<usize> {
    let welcome = patterns![
        "would|will ~ be ~ a? ~ much|most|very|so|really|big|great|huge? ~ helpful|useful|appreciated|welcome|handy|win|help"
    ];
    let opens = scene.is(head, words!("any|your|a|an|some|more|another|further"))
        || scene.upos(head) == Upos::Adj
        || scene.noun_phrase(head).is_some();
    let last = scene.len().min(head + FARTHEST);
    let end = opens
        .then(|| (head + 1..last).find_map(|at| scene.any(at, welcome)))
        .flatten()?;
    (head..end)
        .any(|at| scene.is(at, words!("would|you|your")))
        .then_some(end)
}

/// The end of "a quick note would be great", which asks for the note; "a holiday would be great" muses.
fn written(scene: &Scene<'_>, head: usize) -> Option<usize> {
    if !scene.is(head, words!("a|an|some|any|another|your")) {
        return None;
    }
    let thing = scene.noun_phrase(head)?;
    if !scene.is(thing - 1, words!(WRITTEN)) {
        return None;
    }
    scene.any(
        parts::with_about(scene, thing, scene.len()),
        patterns!["would|'d ~ be ~ a? ~ really|so|most|very|super? ~ great|good|nice|lovely|perfect|brilliant|ideal|fantastic|wonderful|amazing|best"],
    )
}

/// Where "comments on the draft are appreciated" says so.
fn appreciated(scene: &Scene<'_>, head: usize) -> Option<usize> {
    /// How many words on nothing else can have been said in between.
    const NEAR: usize = 4;
    if !scene.is(
        head,
        words!("any|your|all|a|an|feedback|comments|suggestions|input|thoughts|offers|ideas|help"),
    ) {
        return None;
    }
    let end = (head..scene.len().min(head + FARTHEST)).find(|&at| {
        scene
            .any(at, patterns!["appreciated|welcome|welcomed", "accepted"])
            .is_some()
    })?;
    let says = (head..end).any(|at| {
        scene.is(
            at,
            words!("would|will|is|are|'s|gratefully|greatly|much|be"),
        )
    });
    (says || end <= head + NEAR).then_some(end)
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
