use super::{Act, ActKind, AskForm};
use crate::language::{Penn, Token, Upos, Words, lexicon};
use crate::text::{Span, sort_by_key};

/// Words that soften an ask, a commitment or a claim without adding information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The words, from the passage's first byte.
    pub span: Span,
    /// Which family of softening it is: a list's name (`kind-of`, `modal-stack`), `just` or `wondering`.
    pub family: &'static str,
}

/// Lists whose words soften wherever the writer claims, asks or promises.
const ANYWHERE: &[&str] = &["subjectivizer", "self-deprecation", "honesty-preface"];

/// Lists whose words soften an ask or a promise, and tell how likely a thing is elsewhere.
const IN_MOVES: &[&str] = &["maybe-ask", "modal-stack", "kind-of", "understater"];

/// Finds the hedges of a passage: sorted, none overlapping.
pub(super) fn read(words: &Words, phrases: &[lexicon::Match], acts: &[Act]) -> Vec<Hedge> {
    let frames = acts.iter().filter_map(|act| frame(words, act));
    let listed = phrases.iter().filter_map(|phrase| {
        let counts = ANYWHERE.contains(&phrase.family)
            || IN_MOVES.contains(&phrase.family) && in_move(acts, phrase.span);
        (counts && !does_other_work(words, phrase)).then(|| Hedge {
            span: softening(words, phrase),
            family: phrase.family,
        })
    });
    let justs = words.tokens.iter().enumerate().filter(|&(at, token)| {
        token.is("just") && is_minimizer(&words.tokens, at) && in_turn(acts, token.span)
    });
    let justs = justs.map(|(_, token)| Hedge {
        span: token.span,
        family: "just",
    });
    let mut hedges: Vec<Hedge> = frames.chain(listed).chain(justs).collect();
    sort_by_key(&mut hedges, |hedge| {
        (hedge.span.start, std::cmp::Reverse(hedge.span.end))
    });
    hedges.dedup_by(|next, kept| next.span.start < kept.span.end);
    hedges
}

/// "I was wondering if": the opening of an ask told as a musing.
fn frame(words: &Words, act: &Act) -> Option<Hedge> {
    let ActKind::Ask(ask) = &act.kind else {
        return None;
    };
    if ask.form != AskForm::Wondering {
        return None;
    }
    let from = words
        .tokens
        .partition_point(|token| token.span.start < ask.opening.start);
    let opening = words.tokens[from..]
        .iter()
        .take_while(|token| token.span.end <= ask.opening.end);
    let last = opening
        .filter(|token| token.is_any(&["if", "whether", "that", "hoping", "wondering"]))
        .last()?;
    Some(Hedge {
        span: Span::new(ask.opening.start, last.span.end),
        family: "wondering",
    })
}

/// Whether the words stand in an ask or a promise.
fn in_move(acts: &[Act], span: Span) -> bool {
    at(acts, span).is_some_and(|act| matches!(act.kind, ActKind::Ask(_) | ActKind::Commitment(_)))
}

/// Whether the words stand in an ask, a promise, or a sentence by which the writer only takes their turn.
fn in_turn(acts: &[Act], span: Span) -> bool {
    in_move(acts, span) || at(acts, span).is_some_and(|act| act.kind == ActKind::Information)
}

/// The act that holds the words.
fn at(acts: &[Act], span: Span) -> Option<&Act> {
    let after = acts.partition_point(|act| act.span.start <= span.start);
    let act = &acts[after.checked_sub(1)?];
    act.span.contains(span.start).then_some(act)
}

/// The words of a phrase that may go: of "could you maybe" the last.
fn softening(words: &Words, phrase: &lexicon::Match) -> Span {
    let doubt = |token: &&Token| token.is_any(&["maybe", "perhaps", "possibly", "potentially"]);
    let mut doubts = words.tokens[phrase.tokens.clone()].iter().filter(doubt);
    match doubts.next() {
        Some(first) if phrase.family == "modal-stack" => doubts
            .next_back()
            .map_or(first.span, |last| first.span.join(last.span)),
        _ => phrase.span,
    }
}

/// "What kind of plan", "I was thinking about lunch", "I believe in small teams".
fn does_other_work(words: &Words, phrase: &lexicon::Match) -> bool {
    let tokens = &words.tokens;
    let before = phrase.tokens.start.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(phrase.tokens.end);
    match phrase.family {
        "kind-of" => before.is_some_and(|token| {
            matches!(token.tag.upos, Upos::Det | Upos::Adj)
                || token.is_any(&[
                    "what", "which", "this", "that", "some", "any", "the", "a", "same",
                ])
        }),
        "subjectivizer" => {
            let asked =
                before.is_some_and(|token| token.is_any(&["as", "what", "than", "how", "if"]));
            asked
                || after.is_none_or(|token| {
                    matches!(token.tag.penn, Penn::In | Penn::To) && !token.is("if")
                        || token.tag.upos == Upos::Punct
                })
        }
        _ => false,
    }
}

/// Whether "just" makes the writer's turn small: "I just wanted", "could you just send", not "we just talked", "just now".
fn is_minimizer(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let turn = [
        "wanted",
        "want",
        "wondering",
        "checking",
        "writing",
        "following",
        "asking",
        "reminding",
        "hoping",
        "thought",
        "need",
        "curious",
        "letting",
        "touching",
        "confirming",
        "fyi",
        "a",
    ];
    next.is_any(&turn)
        || next.tag.penn == Penn::Vb
            && before.is_some_and(|token| {
                token.is_any(&[
                    "you", "please", "to", "we", "'ll", "will", "can", "could", "should",
                ])
            })
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::read;

    fn hedges(text: &str) -> Vec<String> {
        let passage = read(text);
        let words = passage
            .hedges
            .iter()
            .map(|hedge| hedge.span.of(text).to_owned());
        words.collect()
    }

    #[test]
    fn softening_of_an_ask_or_promise_is_a_hedge() {
        for (text, want) in [
            (
                "I was wondering if you could call Bo.",
                vec!["I was wondering if"],
            ),
            ("Could you maybe send it?", vec!["maybe"]),
            ("Could you just send it?", vec!["just"]),
            ("I just wanted to ask about the lease.", vec!["just"]),
            ("I think we should move the date.", vec!["I think"]),
            ("Could you send it today, if possible?", vec!["if possible"]),
        ] {
            assert_eq!(hedges(text), want, "{text}");
        }
    }

    #[test]
    fn the_same_words_at_other_work_are_none() {
        for text in [
            "We just received the file.",
            "The build ended just now.",
            "What kind of plan do you want?",
            "The outage was probably caused by the disk.",
            "The job might fail if the disk is full.",
            "Maybe is no answer the form accepts.",
        ] {
            assert_eq!(hedges(text), Vec::<String>::new(), "{text}");
        }
    }
}
