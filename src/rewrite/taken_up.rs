use super::Recast;
use super::commitment::{apostrophe, ask_back};
use crate::facts::{Act, Ask, Commitment, Passage};
use crate::language::{Token, TokenKind, among};
use crate::text::{Edit, Edits, Span};

/// What someone else asks for, as the one who is asked says it, from its verb: "Could you send me the slides?" is "send you the
/// slides". `None` where turning it round is not safe.
pub fn taken_up(passage: &Passage, ask: &Ask) -> Option<String> {
    said(passage, ask, |token| match token.norm.as_str() {
        "me" | "us" => Some("you"),
        "my" | "our" => Some("your"),
        "mine" | "ours" => Some("yours"),
        "your" => Some("my"),
        "yours" => Some("mine"),
        _ => None,
    })
}

/// What the writer asked for, from its verb, without its day: "send me the slides". `None` where it does not stand alone.
pub fn asked_for(passage: &Passage, ask: &Ask) -> Option<String> {
    said(passage, ask, |_| None)
}

/// What is asked for, each word as it was or as `turned` gives it.
fn said(
    passage: &Passage,
    ask: &Ask,
    turned: impl Fn(&Token) -> Option<&'static str>,
) -> Option<String> {
    const LONGEST: usize = 14;
    /// Words that make it a sentence of its own, or whose other half is not here.
    const TANGLED: &str =
        "i|we|you|myself|yourself|ourselves|what|whether|if|when|that|who|which|it|them|please";
    let action = ask.action.as_ref()?;
    let object = action.object?;
    let from = action.verb_span.end;
    let due = ask.due.as_ref().map(|due| due.span);
    let end = due
        .filter(|due| due.start >= from)
        .map_or(action.span.end, |due| due.start.min(action.span.end));
    let rest = passage.words.tokens_in(Span::new(from, end.max(from)));
    let tangled = rest.iter().any(|token| among(&token.norm, TANGLED));
    if tangled || rest.len() > LONGEST || object.start < from || object.end > end {
        return None;
    }
    let mut words = action.verb.clone();
    let mut at = from;
    for token in rest {
        words.push_str(passage.text.get(at..token.span.start)?);
        words.push_str(turned(token).unwrap_or_else(|| token.span.of(&passage.text)));
        at = token.span.end;
    }
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A promise that names nothing, said as a promise of what was asked for. `None` where the sentence says more.
pub fn repeated_back(
    passage: &Passage,
    act: &Act,
    promise: &Commitment,
    wanted: &str,
    day: &str,
) -> Option<Recast> {
    // It stands alone where a question could stand in its place.
    ask_back(passage, act, promise)?;
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    // "I'll do it some time next week" has a time to keep.
    let timed = passage
        .times_in(sentence.span)
        .any(|time| time.last_day().is_some());
    if timed || !names_nothing(tokens, promise) {
        return None;
    }
    let subject = if tokens.iter().any(|token| token.is("we")) {
        "We"
    } else {
        "I"
    };
    let mark = apostrophe(sentence.span.of(&passage.text));
    let words = format!("{subject}{mark}ll {wanted} by {day}.");
    Some(Recast {
        edits: Edits::from(Edit::replace(sentence.span, words.clone())),
        words,
    })
}

/// Whether the promise's words leave open what it is about: "get to it", "take a look", "see what I can do".
fn names_nothing(tokens: &[Token], promise: &Commitment) -> bool {
    const OPEN: &str = "do|get|look|take|have|see|manage|handle|sort|work|start|squeeze|fit|make|give|try|happen|shot|go|crack|\
        it|this|that|them|these|those|something|to|at|into|on|in|out|around|round|a|quick|done|what|i|we|can|could|my|best|and|\
        soon|if|so|all|need";
    let due = promise.due.as_ref().map(|due| due.span);
    let after = promise.opening.end;
    let mut rest = tokens
        .iter()
        .filter(|token| token.span.start >= after && token.kind == TokenKind::Word)
        .filter(|token| due.is_none_or(|due| !due.covers(token.span)));
    rest.all(|token| among(&token.norm, OPEN))
}
