use crate::facts::{Act, ActKind, Ask, AskForm, Directness, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::verbs::{self, VerbForm};
use crate::language::{Penn, Token, Upos};
use crate::rewrite;
use crate::rules::{Context, rule, wanted};
use crate::text::Edit;

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
    let tokens = &tokens[verb..];
    let lemma = verbs::lemma(&tokens[0].norm).unwrap_or_else(|| tokens[0].norm.to_string());
    let (count, instead) = without_result(tokens, &lemma)?;
    // "Touch base on the lease" is about the lease.
    let about = count > 2 && has_object(tokens.get(count..).unwrap_or_default());
    if action.object.is_none() && lemma != "see" && !about {
        return None;
    }
    // A request that doubts itself is said anew as a whole.
    let mut opening = passage.words.tokens_in(ask.opening).iter();
    let doubts =
        opening.any(|token| token.is_any(&["possibly", "perhaps", "maybe", "potentially"]));
    // Nothing comes of what the reader looks at for themself: "to see all offers, please have a look at our page".
    let mut words = passage.words.tokens_in(action.span).iter();
    if doubts
        || words.any(|token| token.is("your"))
        || says_how(&tokens[count..])
        || only_looks(passage, &tokens[count - 1..])
        || tells_outcome(passage, act, &tokens[count - 1..])
        || wanted::depends(passage, act, ask)
        || wanted::asks_who(passage, act)
    {
        return None;
    }
    let span = tokens[0].span.join(tokens[count - 1].span);
    let finding = ASK_VAGUE_VERB.finding(
        span,
        "This verb has no result, so nobody can tell when it is done.",
    );
    let instead = instead
        .iter()
        .filter(|says| fits_before(says, &tokens[count..]));
    Some(instead.fold(finding, |finding, says| {
        let says = as_said(says, &tokens[0], &passage.text);
        let applies = if says.contains('[') {
            Applies::WithBlank
        } else {
            Applies::IfMeant
        };
        finding.fix(applies, format!("Say “{says}”"), Edit::replace(span, says))
    }))
}

/// How many tokens the verb phrase without a result has that stands here, and the verbs with one.
fn without_result(tokens: &[Token], lemma: &str) -> Option<(usize, &'static [&'static str])> {
    let fits = |words: &[&str]| {
        let rest = tokens.get(1..=words.len());
        rest.is_some_and(|rest| rest.iter().zip(words).all(|(token, word)| token.is(word)))
    };
    let listed = VAGUE
        .iter()
        .filter(|(head, words, _)| *head == lemma && fits(words))
        .max_by_key(|(_, words, _)| words.len())
        .map(|(_, words, instead)| (words.len() + 1, *instead));
    listed.or_else(|| {
        let (count, says) = rewrite::outcome(tokens)?;
        let instead = match says {
            "check" => CHECK,
            "find out" => FIND_OUT,
            "investigate" => INVESTIGATE,
            _ => REVIEW,
        };
        let looks = tokens[count - 1].is_any(&["at", "over", "through"]);
        looks.then_some((count, instead))
    })
}

/// Whether it is said how it is to be done: "look at that closely".
fn says_how(rest: &[Token]) -> bool {
    const NEAR: usize = 4;
    rest.iter()
        .take(NEAR)
        .any(|token| token.is_any(&["closely", "carefully", "thoroughly"]))
}

/// Whether no work is asked for by the phrase that ends with the first of these: "look at it this way", or at what a link leads to.
fn only_looks(passage: &Passage, tokens: &[Token]) -> bool {
    let turn = matches!(tokens, [_, it, this, ..] if it.is("it") && this.is_any(&["this", "that", "from"]));
    let after = passage.text[tokens[0].span.end..].trim_start_matches([' ', '<', '(']);
    turn || after.starts_with("http") || after.starts_with("www.")
}

/// Whether a verb with a result may stand before these words.
fn fits_before(says: &str, rest: &[Token]) -> bool {
    let stands = |token: &Token| token.is_any(&["it", "this", "that", "these", "those", "them"]);
    let noun = |token: &Token| token.tag.is_nominal() && !token.is("one");
    // "Help with this one": no part of what is not named can be named.
    let named = !rest.first().is_some_and(stands) || rest.get(1).is_some_and(noun);
    // What there may be any of is neither chosen nor described.
    let any = rest.first().is_some_and(|next| next.is("any"));
    !any && (named || !says.contains(" of") && !says.contains(" to "))
}

/// The words in the form and with the capital of the verb they stand for.
fn as_said(says: &str, verb: &Token, text: &str) -> String {
    let says = if verb.tag.penn == Penn::Vbg {
        in_ing(says)
    } else {
        says.to_owned()
    };
    if verb.span.of(text).starts_with(char::is_uppercase) {
        rewrite::capitalised(&says)
    } else {
        says
    }
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
