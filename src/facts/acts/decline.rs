//! The writer says no, or passes it on.

use std::sync::LazyLock;

use super::pattern::Patterns;
use super::scene::Scene;
use super::starts::Start;

static NO: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "i|we ~ am|'m|are|'re? ~ afraid|sorry ,? but|that? i|we ~ ca|can|could|wo|will n't|not",
        "i|we ~ wo|will n't|not ~ be able|available|attending|joining",
        "i|we ~ am|'m|are|'re|was n't|not|un able|unable|going|available? to",
        "i|we ~ am|'m|are|'re unable to",
        "i|we ~ have|'ll|will|must|need|'d|would? have|like? to? ~ decline",
        "i|we ~ have|'ll|will|must|need|'d|would? have|like? to? ~ pass $",
        "i|we ~ have|'ll|will|must|need|'d|would? have|like? to? ~ pass on|this|up|,|for",
        "i|we ~ ca|can|could n't|not ~ make|attend|do|take|join|come|commit|help|accept|agree|promise|cover|send|get|meet",
        "i|we ~ prefer|would|'d rather? not",
        "that|this|it 's|is ~ not ~ really? my|our ~ area|department|job|call|responsibility|file|team",
        "not my|our ~ area|department|job|call|problem|responsibility",
        "you 'd|would|'ll|will ~ have|need|better to ~ ask|talk|speak|check|contact",
        "no , i|we ~ ca|can|wo|will|do n't|not",
        "unable to ~ attend|make|join|help",
        "no can do",
        "not this time $",
        "count me out",
        "i|we ~ 'll|will|must|have|need? to? ~ say no $",
        "i|we ~ am|'m|are|'re not the right|best person|people|one|ones",
        "i|we ~ do n't|not ~ have ~ the|any|much|enough? ~ time|bandwidth|capacity|cycles",
        "this|that|it is|'s ~ one|a question|matter|job? for NP",
    ])
});

/// Whether the writer says no here, and why it is read so.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<&'static str> {
    if start.question {
        return None;
    }
    scene
        .any(start.head, &NO)
        .map(|_| "says that the writer cannot or will not")
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::check;

    #[test]
    fn a_no_is_a_decline() {
        check(&[
            ("I can't make it on Friday.", "decline"),
            ("I won't be able to join.", "decline"),
            ("I'm afraid I can't help with this.", "decline"),
            ("Unfortunately, I can't take this on.", "decline"),
            ("I have to decline.", "decline"),
            ("I'll pass on this one.", "decline"),
            ("I'll pass, thanks.", "decline"),
            ("That's not really my area.", "decline"),
            ("You'd have to ask someone in finance.", "decline"),
            ("I am unable to attend.", "decline"),
            ("I don't have time this week.", "decline"),
            ("This is one for the legal team.", "decline"),
            ("Count me out.", "decline"),
            ("I'm not the right person for this.", "decline"),
        ]);
    }

    #[test]
    fn a_fact_about_what_cannot_be_is_none() {
        check(&[
            ("The shop can't open before Monday.", "information"),
            ("I couldn't find row 3.", "information"),
            ("It cannot be opened from outside.", "information"),
        ]);
    }
}
