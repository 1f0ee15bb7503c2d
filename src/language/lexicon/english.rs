use std::sync::LazyLock;

use super::list;
use super::phrases::{Entry, Match, Phrases};
use crate::language::Words;

macro_rules! lists {
    ($($family:literal,)*) => {
        &[$(($family, include_str!(concat!("en/", $family, ".txt"))),)*]
    };
}

/// The lists, by family.
const LISTS: &[(&str, &str)] = lists![
    "acceptance",
    "acknowledgement",
    "agentless-blame",
    "ask-open-feedback",
    "barb",
    "burden-talk",
    "honesty-preface",
    "kind-of",
    "mail-to-all",
    "maybe-ask",
    "minimised-ask",
    "modal-stack",
    "needless-apology",
    "non-apology",
    "not-mine",
    "nudge",
    "of-home",
    "of-work",
    "open-matter",
    "opt-out",
    "permission-tail",
    "resignation",
    "rhetorical-question",
    "self-deprecation",
    "sense-check",
    "subjectivizer",
    "sympathy-appeal",
    "thanks-in-advance",
    "understater",
    "vague-subject",
    "you-blame",
];

static ENGLISH: LazyLock<Phrases> = LazyLock::new(|| {
    let lines = LISTS.iter().flat_map(|&(family, list)| {
        list::lines(list).map(move |(_, line)| Entry {
            family,
            phrase: line.phrase,
            say: line.say,
            why: line.why,
        })
    });
    Phrases::new(lines)
});

/// Every phrase of every list that stands in the words; of two of one family that share words, the first, and the longer.
pub fn find(words: &Words) -> Vec<Match> {
    ENGLISH.find(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[test]
    fn every_line_is_lower_case_and_stands_once() {
        for &(family, list) in LISTS {
            let mut seen = std::collections::HashSet::new();
            for (at, line) in list::lines(list) {
                assert_eq!(line.phrase, line.phrase.to_lowercase(), "{family}.txt:{at}");
                for phrase in list::variants(line.phrase) {
                    let words = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
                    assert!(
                        seen.insert(words.clone()),
                        "{family}.txt:{at}: {words:?} is listed twice"
                    );
                }
            }
        }
    }

    #[test]
    fn every_phrase_finds_itself() {
        for &(family, list) in LISTS {
            for (at, line) in list::lines(list) {
                for phrase in list::variants(line.phrase) {
                    let phrase = phrase.trim();
                    let found = find(&language::read(phrase));
                    let whole = found
                        .iter()
                        .any(|hit| hit.family == family && hit.span.of(phrase) == phrase);
                    assert!(whole, "{family}.txt:{at}: {phrase:?} finds {found:?}");
                }
            }
        }
    }

    #[test]
    fn what_to_say_instead_is_not_itself_listed() {
        for entry in ENGLISH.entries() {
            let say = entry.say.unwrap_or_default();
            let found = find(&language::read(say));
            assert!(
                found.iter().all(|hit| hit.family != entry.family),
                "{:?} says {say:?}",
                entry.phrase
            );
        }
    }
}
