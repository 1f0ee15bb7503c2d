//! A condition that asks: "If you could handle this, that would be great.", "If you can send me the log, I'll take a look."

use super::found::Asked;
use super::pattern::{patterns, words};
use super::scene::{FAR, Scene};
use super::starts::{Link, Start};
use super::vocabulary::anyone;
use crate::facts::{AskForm, OwnerKind};

/// Reads an ask told as a condition.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    hanging(scene, start).or_else(|| exchange(scene, start))
}

/// "If you could handle this please.", with nothing after it.
fn hanging(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let whoever = anyone(scene, start.head + 1).filter(|_| scene.word(start.head + 1) != "you");
    let someone = whoever.and_then(|end| scene.any(end, patterns!["~ could|can|would ~ BASE"]));
    let end = someone.or_else(|| {
        scene.any(
            start.head,
            patterns![
                "if you ~ could|can|would|might ~ be? able? to? ~ BASE",
                "if you would n't|not mind ~ ING",
            ],
        )
    })?;
    let far = scene.len().min(end + FAR);
    let polite = (start.head..far)
        .any(|at| scene.is(at, words!("please|pls|kindly")) && (at < end || at + 2 >= scene.len()));
    let glad = (end..far).any(|at| scene.any(at, patterns!["appreciated|appreciate|grateful|great|helpful|indebted|debt|nice|good|wonderful|thankful|amazing|awesome|fantastic|lovely|perfect|brilliant|terrific|super"]).is_some());
    (polite || glad).then(|| {
        let asked = Asked::indirect(
            AskForm::Wish,
            end - 1,
            "“if you could” and how glad the writer would be",
        );
        match whoever.filter(|_| someone.is_some()) {
            Some(whoever) => asked.of(OwnerKind::Someone, start.head + 1..whoever),
            None => asked,
        }
        .sure(88)
    })
}

/// "If you can send me the log, I'll take a look.": the writer offers something for it.
fn exchange(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    let given = patterns![
        "if you guys|all? ~ can|could|will|'ll|would ~ please? ~ send|give|provide|confirm|tell|forward|share|show|email|e-mail|mail|fax|leave|lend|drop|let|point|post|describe|specify|supply|clarify|sign|return|fill|approve|explain",
        "if you guys|all? ~ send|give|tell|forward|show|lend me|us",
        "if you guys|all? ~ want|wish|'d|would like? to ~ give|send|tell|show|let|call|email|e-mail|phone me|us",
    ];
    let end = scene.any(head, given)?;
    let verb = (head..end).rev().find(|&at| scene.base(at))?;
    let back = patterns![
        ", then? i|we ~ 'll|will|can|could|would|'d|shall ~ BASE",
        "i|we ~ 'll|will ~ BASE",
    ];
    let far = scene.len().min(end + FAR);
    let stop = (end..far)
        .find(|&at| scene.is(at, words!(";|.|!|?")))
        .unwrap_or(far);
    let offered = start.link == Link::Bare;
    (offered || (end..stop).any(|at| scene.any(at, back).is_some())).then(|| {
        Asked::indirect(
            AskForm::Wish,
            verb,
            "“if you can” and what the writer will do for it",
        )
        .sure(74)
    })
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn a_condition_with_something_for_it_asks() {
        check(&[
            (
                "If you can send me the log, I'll take a look.",
                "wish you send; firm take",
            ),
            (
                "I can test it here if you can confirm the steps.",
                "wish you confirm",
            ),
            (
                "If you give me your address I will mail the key.",
                "wish you give; firm mail",
            ),
            (
                "If you could sign it today, that would be great.",
                "wish you sign",
            ),
            (
                "If everyone could sign the list that would be great.",
                "wish someone sign",
            ),
            (
                "If you wouldn't mind sending the lease, I'd be grateful.",
                "wish you send",
            ),
        ]);
    }

    #[test]
    fn any_other_condition_does_not() {
        asks_nothing(&[
            "If you can wait, the shop opens at nine.",
            "If you leave early, I will lock the door.",
            "If you could see it, you would agree.",
            "If you send the form late, the fee doubles.",
        ]);
    }
}
