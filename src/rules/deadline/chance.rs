//! What the reader is to find the time for: "when you get a chance to look at it".

use crate::facts::{Ask, Passage};
use crate::language::verbs::{self, VerbForm};
use crate::language::{TokenKind, among};
use crate::text::Span;

/// What words that leave a time open say the time is for, and so what is left to say once a day is told.
pub(super) enum Chance {
    /// For nothing, or for what the request itself is for: the words go, and what is behind them stays.
    Free,
    /// For work of the reader's own, which the request waits for: "once you have looked" in place of "when you get a chance to look".
    Work { words: Span, said: String },
    /// For more than can be said in another form.
    Unclear,
}

/// What is talked of in the call or the meeting that is asked for.
const TALKS: &str = "discuss|talk|speak|chat|meet|catch|connect|confer|touch|go|arrange|schedule|set|plan|agree|settle|explain|tell|hear";

/// How many words what the time is for has at most.
const LONGEST: usize = 14;

/// Going somewhere, and what for is told behind it: "come by when you have time to sign it".
const GOES: &str = "come|stop|drop|swing|pop|visit";

/// What the vague time at `due` of the ask is for.
pub(super) fn chance(passage: &Passage, ask: &Ask, due: Span) -> Chance {
    let tokens = &passage.words.tokens;
    let said = passage.words.tokens_in(due);
    let waits = said
        .first()
        .is_some_and(|first| first.is_any(&["when", "whenever", "once", "as"]))
        && said.iter().any(|token| token.is("you"));
    let next = tokens.partition_point(|token| token.span.start < due.end);
    let [to, verb, rest @ ..] = &tokens[next..tokens.len().min(next + LONGEST)] else {
        return Chance::Free;
    };
    if !waits || !to.is("to") {
        return Chance::Free;
    }
    let goes = ask.action.as_ref().is_some_and(|action| {
        let verb = action.verb.split(' ').next().unwrap_or_default();
        among(verb, GOES)
    });
    if goes || among(&verb.norm, TALKS) {
        return Chance::Free;
    }
    // "To sign it and post it back": the second verb would need another form.
    let clause = rest
        .iter()
        .take_while(|token| token.kind != TokenKind::Mark);
    let joined = clause
        .filter(|token| token.is_any(&["and", "or", "but", "so", "please", "if"]))
        .count();
    if joined > 0 || !verbs::is_base(&verb.norm) {
        return Chance::Unclear;
    }
    let done = verbs::inflect(&verb.norm, VerbForm::PastParticiple);
    Chance::Work {
        words: Span::new(due.start, verb.span.end),
        said: format!("once you have {done}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::document::Format;
    use crate::settings::Options;

    /// The text after the first fix of each finding about a time.
    fn dated(text: &str) -> Vec<String> {
        let found = crate::check(text, Format::Text, date(2026, 11, 18), &Options::default());
        let times = found
            .iter()
            .filter(|finding| finding.rule.starts_with("deadline-"));
        let fixes = times.filter_map(|finding| finding.fixes.first());
        fixes.map(|fix| fix.edits.applied_to(text)).collect()
    }

    #[test]
    fn what_the_time_is_for_is_told_in_another_way() {
        for (before, after) in [
            (
                "Please send me the key when you get a chance to look for it.",
                "Please send me the key by Fri 20 Nov, once you have looked for it.",
            ),
            (
                "When you find time to read the lease, please send me your notes.",
                "Once you have read the lease, please send me your notes by Fri 20 Nov.",
            ),
            (
                "Please ring me when you have a minute to talk about the roof.",
                "Please ring me by Fri 20 Nov to talk about the roof.",
            ),
            (
                "Please come to us when you have a minute to sign the lease.",
                "Please come to us by Fri 20 Nov to sign the lease.",
            ),
            (
                "The roof leaks but when you get a chance, please call the roofer.",
                "The roof leaks but please call the roofer by Fri 20 Nov.",
            ),
            (
                "Could you, when you have a moment, send me the lease?",
                "Could you send me the lease by Fri 20 Nov?",
            ),
            (
                "Please update the lease as soon as possible to keep the flat.",
                "Please update the lease by Wed 18 Nov to keep the flat.",
            ),
        ] {
            assert_eq!(dated(before), [after], "{before}");
        }
        let unclear = "Please send me the key when you get a chance to look for it and pack it.";
        assert_eq!(dated(unclear), Vec::<String>::new());
    }

    #[test]
    fn a_day_takes_nothing_from_what_is_wanted() {
        const TIMES: [&str; 6] = [
            "when you get a chance",
            "whenever you have time",
            "as soon as you can",
            "ASAP",
            "at your earliest convenience",
            "when possible",
        ];
        const PURPOSES: [&str; 6] = [
            "",
            " to read the contract",
            " to discuss the contract",
            " to make sure the contract holds",
            " so that the contract holds",
            " for the contract",
        ];
        for (time, purpose) in TIMES
            .iter()
            .flat_map(|time| PURPOSES.map(|purpose| (time, purpose)))
        {
            for text in [
                format!("Please send the roofer the drawings {time}{purpose}."),
                format!("Could you send the roofer the drawings {time}{purpose}?"),
                format!("It is late but {time}{purpose}, please send the roofer the drawings."),
            ] {
                for new in dated(&text) {
                    let words = ["roofer", "drawings", "contract"];
                    let mut said = words.iter().filter(|word| text.contains(*word));
                    assert!(said.all(|word| new.contains(word)), "{text}\n{new}");
                }
            }
        }
    }
}
