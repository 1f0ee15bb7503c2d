//! What the reader is to do: its verb, found in what is asked for or in what the writer would like to have.

use super::clause::is_passive;
use super::phrase::outcome;
use super::said::{base, lowered};
use super::turned::{Turned, turned};
use crate::facts::{Act, Ask, AskForm, OwnerKind, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, Upos, among};
use crate::text::Span;

/// Whether the writer wishes to have or to know what the reader can give: "I was hoping to get your view on it".
pub fn is_given(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let sentence = passage.words.sentences.get(act.sentence);
    let tokens = sentence.and_then(|sentence| passage.words.tokens.get(sentence.tokens.clone()));
    tokens.is_some_and(|tokens| wished(passage, act, ask, tokens).is_some())
}

/// The verb of what is to be done: its token, how many it takes the place of, and its words with an object that stood before it.
pub(super) fn done(
    passage: &Passage,
    ask: &Ask,
    tokens: &[Token],
) -> Option<(usize, usize, String)> {
    let action = ask.action.as_ref()?;
    let verb = tokens
        .iter()
        .position(|token| token.span.start == action.verb_span.start)?;
    let head = &tokens[verb];
    let outcome =
        outcome(&tokens[verb..]).filter(|(count, _)| has_object(passage, tokens, verb + count));
    let (replaced, says) = match outcome {
        Some((count, says)) => (count, says.to_owned()),
        None if is_passive(ask) => {
            // The particle goes with the verb: "filled in" is "fill in".
            let particle = Span::new(head.span.end, action.verb_span.end);
            let particles = particle.of(&passage.text).split_whitespace().count();
            let says = format!("{}{}", base(head)?, particle.of(&passage.text));
            // "Written and sent": both are to be done to it.
            let next = verb + 1 + particles;
            match &tokens[next..] {
                // "Downloaded, signed and returned": which of them are to be done, a list would tell.
                [comma, second, ..] if comma.is(",") && second.tag.penn == Penn::Vbn => {
                    return None;
                }
                // "Looked at, and decided on": the second has words of its own.
                [comma, and, second, ..]
                    if comma.is(",")
                        && and.is_any(&["and", "or", "then"])
                        && second.tag.is_verbal() =>
                {
                    return None;
                }
                [and, second, ..] if and.is_any(&["and", "or"]) && second.tag.penn == Penn::Vbn => {
                    let says = format!("{says} {} {}", and.norm, base(second)?);
                    (3 + particles, says)
                }
                _ => (1 + particles, says),
            }
        }
        // "See if the files are there"
        None if head.is_any(&["see", "seeing"])
            && tokens
                .get(verb + 1)
                .is_some_and(|next| next.is_any(&["if", "whether"])) =>
        {
            (1, "check".to_owned())
        }
        None => (1, base(head)?),
    };
    if !is_passive(ask) {
        return Some((verb, replaced, says));
    }
    let object = action
        .object
        .filter(|object| object.end <= head.span.start)?;
    let object = lowered(object, passage, tokens);
    // "Sign this off", "sign off the lease".
    let says = match says.split_once(' ') {
        Some((verb, particle))
            if among(&object, "it|this|that|these|those|them")
                && among(particle, "up|off|out|over|in|down|on|back|away|through") =>
        {
            format!("{verb} {object} {particle}")
        }
        _ => format!("{says} {object}"),
    };
    Some((verb, replaced, says))
}

/// Whether what is to be done is done to something that stands here: "have a look at the lease", and not "have a look by Friday".
fn has_object(passage: &Passage, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at) else {
        return false;
    };
    let timed = passage
        .times
        .iter()
        .any(|time| time.whole.covers(next.span));
    let opens = matches!(
        next.tag.upos,
        Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj
    );
    opens && !timed
}

/// What the reader does for a wish of the writer's own: "it would help to know", and not "it would help if you told me".
pub(super) fn wished(passage: &Passage, act: &Act, ask: &Ask, tokens: &[Token]) -> Option<Turned> {
    let opening = passage.words.tokens_in(ask.opening);
    // "It would be good if we had a draft."
    static HAD: Patterns =
        Patterns::new(&["if i|we had|got|saw", "if i|we could|can have|get|see"]);
    let words = passage.words.tokens_in(act.span);
    let had = HAD.find(words).is_some();
    let could_use = || ask.form == AskForm::Need && opening.iter().any(|token| token.is("could"));
    let own = (matches!(ask.form, AskForm::Wish | AskForm::Wondering) || could_use())
        && !ask.opening.is_empty()
        && !is_passive(ask)
        && ask.owner.kind != OwnerKind::Someone
        && !opening
            .iter()
            .any(|token| token.is_any(&["you", "whether"]))
        && (!opening.iter().any(|token| token.is("if")) || had);
    let from = tokens.partition_point(|token| token.span.start < ask.opening.start);
    let to = tokens.partition_point(|token| token.span.start < act.span.end);
    own.then(|| turned(tokens, from, to.max(from)))?
}
