use crate::facts::{Act, ActKind, Ask, AskForm, Directness, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::verbs::{self, VerbForm};
use crate::language::{Penn, Token, Upos};
use crate::rewrite;
use crate::rules::{Context, rule, wanted};
use crate::text::{Edit, Span};

rule! {
    /// The verb of a request has no result.
    ///
    /// ## Why
    /// The reader can "look at" a report for a minute and be done. What the writer wanted was comments, or a decision, or a mended
    /// total. A verb with an outcome tells both when it is finished.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please [[take a look at]] the audit report by Friday.
    /// ```
    /// ```mail fixed
    /// Please review and comment on the audit report by Friday.
    /// ```
    /// ```mail flagged
    /// Could you [[look into]] the login problem by Monday?
    /// ```
    /// ```mail fine
    /// Take a look at page 3 by noon and tell me whether the total is right.
    /// ```
    /// ```mail fine
    /// I looked into the login problem: the certificate had expired.
    /// ```
    pub(super) static ASK_VAGUE_VERB = {
        id: "ask-vague-verb",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

/// Verb phrases without a result, by the words after the verb's lemma, each with verbs that have one.
const VAGUE: &[(&str, &[&str], &[&str])] = &[
    (
        "look",
        &["into"],
        &["find the cause of", "find out what it takes to solve"],
    ),
    ("sort", &["out"], &["settle", "correct"]),
    ("deal", &["with"], &["settle", "answer"]),
    ("handle", &[], &["do", "settle"]),
    ("help", &["with"], &["do [which part] of"]),
    ("touch", &["base", "on"], &["decide on", "agree on"]),
    ("circle", &["back", "on"], &["tell me what was decided on"]),
    ("think", &["about"], CHOOSE),
    ("have", &["a", "think", "about"], CHOOSE),
    ("give", &["some", "thought", "to"], CHOOSE),
    ("see", &["what", "you", "can", "do"], &["[do what]"]),
];

const CHOOSE: &[&str] = &["choose an option for", "write down your view of"];

const CHECK: &[&str] = &["inspect and report on", "check"];

const INVESTIGATE: &[&str] = &["find the cause of", "find out what it takes to solve"];

const FIND_OUT: &[&str] = &["find out", "explain"];

const REVIEW: &[&str] = &[
    "review and comment on",
    "review and approve",
    "review and correct",
];

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    // In a discussion "look at the list" and "you have to look at it" advise.
    let advises = |ask: &Ask| {
        let told = matches!(ask.form, AskForm::Imperative | AskForm::Need);
        context.around.discusses && told && ask.courtesy.is_none()
    };
    passage
        .asks()
        .filter_map(|(act, ask)| {
            let asks = ask.directness == Directness::Direct && ask.work && !advises(ask);
            asks.then(|| vague(passage, act, ask))?
        })
        .collect()
}

fn vague(passage: &Passage, act: &Act, ask: &Ask) -> Option<Finding> {
    let action = ask.action.as_ref()?;
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let verb = tokens
        .iter()
        .position(|token| token.span.start == action.verb_span.start)?;
    let lemma = verbs::lemma(&tokens[verb].norm).unwrap_or_else(|| tokens[verb].norm.to_string());
    let fits = |words: &[&str]| {
        words.iter().enumerate().all(|(at, word)| {
            tokens
                .get(verb + 1 + at)
                .is_some_and(|token| token.is(word))
        })
    };
    let listed = VAGUE
        .iter()
        .filter(|(head, words, _)| *head == lemma && fits(words))
        .max_by_key(|(_, words, _)| words.len())
        .map(|(_, words, instead)| (words.len() + 1, *instead));
    let look = rewrite::outcome(&tokens[verb..]).filter(|(count, _)| {
        let last = &tokens[verb + count - 1];
        last.is_any(&["at", "over", "through"])
    });
    let look = look.map(|(count, says)| match says {
        "check" => (count, CHECK),
        "find out" => (count, FIND_OUT),
        "investigate" => (count, INVESTIGATE),
        _ => (count, REVIEW),
    });
    let (count, instead) = listed.or(look)?;
    // "Look at that closely" says how.
    let how = |token: &Token| token.is_any(&["closely", "carefully", "thoroughly"]);
    if tokens[verb + count..].iter().take(4).any(how) {
        return None;
    }
    // "Touch base on the lease" is about the lease.
    let about = count > 2 && has_object(&tokens[(verb + count).min(tokens.len())..]);
    if action.object.is_none() && lemma != "see" && !about {
        return None;
    }
    // A request that doubts itself is said anew as a whole.
    let mut opening = passage.words.tokens_in(ask.opening).iter();
    if opening.any(|token| token.is_any(&["possibly", "perhaps", "maybe", "potentially"])) {
        return None;
    }
    let last = verb + count - 1;
    // Nothing comes of what the reader looks at for themself: "to see all offers, please have a look at our page".
    let of_reader = passage
        .words
        .tokens_in(action.span)
        .iter()
        .any(|token| token.is("your"));
    // "Look at it this way" asks for no look.
    let turn = matches!(&tokens[last + 1..], [it, this, ..] if it.is("it") && this.is_any(&["this", "that", "from"]));
    // What a link leads to is looked at to know it.
    let after = passage.text[tokens[last].span.end..].trim_start_matches([' ', '<', '(']);
    let leads = after.starts_with("http") || after.starts_with("www.");
    if turn
        || leads
        || tells_outcome(passage, act, &tokens[last..])
        || of_reader
        || wanted::depends(passage, act, ask)
        || wanted::asks_who(passage, act)
    {
        return None;
    }
    let span = Span::new(tokens[verb].span.start, tokens[last].span.end);
    let finding = ASK_VAGUE_VERB.finding(
        span,
        "This verb has no result, so nobody can tell when it is done.",
    );
    let ing = tokens[verb].tag.penn == Penn::Vbg;
    // "Help with this one": no part of what is not named can be named.
    let named = !tokens.get(last + 1).is_some_and(|next| {
        next.is_any(&["it", "this", "that", "these", "those", "them"])
            && !tokens
                .get(last + 2)
                .is_some_and(|noun| noun.tag.is_nominal() && !noun.is("one"))
    });
    // What there may be any of is neither chosen nor described.
    let any = tokens.get(last + 1).is_some_and(|next| next.is("any"));
    let instead = instead
        .iter()
        .filter(|says| !any && (named || !says.contains(" of") && !says.contains(" to ")));
    Some(instead.fold(finding, |finding, says| {
        let says = if ing {
            in_ing(says)
        } else {
            (*says).to_owned()
        };
        let capital = span.of(&passage.text).starts_with(char::is_uppercase);
        let says = if capital {
            rewrite::capitalised(&says)
        } else {
            says
        };
        let applies = if says.contains('[') {
            Applies::WithBlank
        } else {
            Applies::IfMeant
        };
        finding.fix(applies, format!("Say “{says}”"), Edit::replace(span, says))
    }))
}

/// Whether a thing is named here.
fn has_object(rest: &[Token]) -> bool {
    rest.first().is_some_and(|first| {
        matches!(
            first.tag.upos,
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Num
        ) || first.tag.penn == Penn::PrpDollar
    })
}

/// The words with their verbs in -ing, as in "would you mind reviewing and commenting on".
fn in_ing(says: &str) -> String {
    let mut verb = true;
    let words = says.split(' ').map(|word| {
        let said = if verb {
            verbs::inflect(word, VerbForm::Gerund)
        } else {
            word.to_owned()
        };
        verb = word == "and";
        said
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether the sentence goes on to say what is to come of it, or another ask of it does.
fn tells_outcome(passage: &Passage, act: &Act, rest: &[Token]) -> bool {
    const OUTCOMES: [&str; 9] = [
        "tell", "let", "send", "confirm", "whether", "comment", "comments", "decide", "so",
    ];
    let more = passage
        .acts_in(act.sentence)
        .iter()
        .any(|other| other.span != act.span && matches!(other.kind, ActKind::Ask(_)));
    let explains = rest.iter().any(|token| token.is(":"));
    // "To see your options, have a look at page 2"; "look over the list to find what is missing".
    let sentence = passage.words.sentences.get(act.sentence);
    let opens = sentence.and_then(|sentence| passage.words.tokens.get(sentence.tokens.start));
    let purpose = rest
        .windows(2)
        .any(|pair| pair[0].is("to") && verbs::is_base(&pair[1].norm));
    let purpose = purpose || opens.is_some_and(|first| first.is("to"));
    more || explains || purpose || rest.iter().any(|token| token.is_any(&OUTCOMES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn what_opens_a_sentence_keeps_its_capital() {
        fixes(
            &ASK_VAGUE_VERB,
            "Take a look at the menu.",
            "Review and comment on the menu.",
        );
    }
}
