//! Times the reader finds for themself.
//!
//! ```text
//! chance = ("when" | "whenever" | "once" | "as soon as") "you" ["next"] ("have" | "get" | "find" | …) [size] ("chance" | "minute" | …)
//! ```

use super::line::Line;
use super::told::Found;

/// "when you next have a gap", "once you've had a chance", "as soon as you get five minutes": a while of the reader's own, whenever.
pub(super) fn chance(line: &Line<'_>, at: usize) -> Option<usize> {
    const MODIFIERS: [&str; 29] = [
        "a", "an", "the", "some", "any", "enough", "more", "free", "spare", "quiet", "decent",
        "few", "couple", "of", "two", "five", "ten", "2", "5", "10", "15", "next", "good", "bit",
        "little", "half", "own", "that", "real",
    ];
    let you = match line.norm(at) {
        "when" | "whenever" | "once" | "if" => at + 1,
        "as" => line.after(at, &["as", "soon", "as"])?,
        _ => return None,
    };
    let verb = line.skip(
        line.skip(
            line.after(you, &["you"])
                .or_else(|| line.after(you, &["u"]))?,
            &["'ve", "have", "do"],
        ),
        &["next", "ever", "finally"],
    );
    let got = line.is_any(
        verb,
        &["have", "had", "get", "got", "find", "found", "spare"],
    );
    let has = got || line.is_any(verb - 1, &["'ve", "have"]);
    let mut noun = verb + usize::from(got);
    while line.is_any(noun, &MODIFIERS) {
        noun += 1;
    }
    // "If you have time" is a condition, "if you get a minute" only sounds like one.
    let chances: &[&str] = if line.is(at, "if") {
        &[
            "chance",
            "minute",
            "min",
            "moment",
            "sec",
            "second",
            "opportunity",
        ]
    } else {
        CHANCES
    };
    let chance = has && line.is_any(noun, chances);
    let end = noun + 1;
    let thing = line.tag(end).is_some_and(|tag| tag.is_nominal()) && !line.pauses(end)
        || line.is_any(end, &["in", "at", "on", "from", "with"])
        || line.is(end, "for") && !line.is_any(end + 1, &["it", "this", "that", "me", "us"]);
    (chance && !thing).then_some(end)
}

/// A while of one's own.
const CHANCES: &[&str] = &[
    "chance",
    "minute",
    "minutes",
    "min",
    "mins",
    "moment",
    "moments",
    "sec",
    "second",
    "seconds",
    "time",
    "opportunity",
    "break",
    "spare",
    "free",
    "gap",
    "window",
    "bandwidth",
    "capacity",
    "breather",
    "slot",
    "cycles",
    "headspace",
    "lull",
    "hour",
];

/// Whether the vague time leaves it to the reader to find the time, whatever for: "when you get a chance to read it".
pub(super) fn waits_for_a_chance(line: &Line<'_>, vague: &Found) -> bool {
    line.is_any(vague.end - 1, CHANCES)
}
