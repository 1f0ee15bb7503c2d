//! A question that was wondered about, asked: "I was wondering how things are going" is "How are things going?"

use super::Recast;
use super::said::{after, capitalised};
use crate::facts::{Act, Action, Ask, AskForm, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, TokenKind, Upos, among, verbs};
use crate::text::{Edit, Edits, Span};

/// How many words its subject has at most: "how the work in the kitchen".
const SUBJECT: usize = 6;

/// The wondering as the question it holds, or `None` where its words do not simply change places.
pub fn wondered(passage: &Passage, act: &Act, ask: &Ask) -> Option<Recast> {
    // "If you've had time to think about it" asks for no thinking.
    let thinks = |action: &Action| {
        let verb = action.verb.split(' ').next().unwrap_or_default();
        among(verb, "consider|decide|have|know|need|own|reflect|think")
    };
    let done = ask.action.as_ref();
    if ask.form != AskForm::Wondering || done.is_some_and(|action| !thinks(action)) {
        return None;
    }
    static MIGHT: Patterns =
        Patterns::new(&["you might|may possibly|perhaps|still? have|know|need|own"]);
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let from = tokens.partition_point(|token| token.span.start < ask.opening.start);
    // "Just wondering": the "just" goes too.
    let just = from > 0 && tokens[from - 1].is("just");
    let from = from - usize::from(just);
    let frame = from + frame_end(&tokens[from..])?;
    let (asks, rest) = match &tokens[frame + 1..] {
        [joint, rest @ ..] if joint.is_any(&["if", "whether"]) => (None, rest),
        [asks, rest @ ..] if asks.is_any(&["how", "what", "when", "where", "why", "who"]) => {
            (Some(asks), rest)
        }
        _ => return None,
    };
    let past = tokens[from..=frame]
        .iter()
        .any(|token| token.is_any(&["was", "were", "wondered", "wanted"]));
    // "You got my note" is asked with "did", "you might have a lamp" with "do".
    let did = match (MIGHT.at(rest, 0), rest) {
        (Some((end, _)), _) => Some(("do", rest[end - 1].norm.to_string(), end - 1)),
        (None, [who, did, ..]) if who.tag.upos == Upos::Pron && did.tag.penn == Penn::Vbd => {
            let base = verbs::lemma(&did.norm).filter(|_| !is_turned(did));
            base.map(|base| ("did", base, 1))
        }
        _ => None,
    };
    if did.is_none() && done.is_some_and(|action| among(&action.verb, "have|know|need|own")) {
        return None;
    }
    let verb = match &did {
        Some((_, _, at)) => *at,
        None => rest.iter().take(SUBJECT + 1).position(is_turned)?,
    };
    // "What's going on" stands as it is.
    let turns = verb > 0;
    let subject = did.is_some() || rest[..verb].iter().all(is_noun);
    let plain = turns && subject || !turns && asks.is_some();
    let open = rest[verb + 1..].iter().any(|token| {
        token.tag.penn == Penn::Md
            || token.is_any(&["and", "or", "but", "because", "since", "as", ";", ":"])
    });
    let begins = tokens[..from].iter().all(|token| {
        token.kind != TokenKind::Word || matches!(token.tag.upos, Upos::Propn | Upos::Intj)
    });
    let last = tokens.last()?;
    if !plain || open || !begins || !(last.kind == TokenKind::Word || last.is_any(&[".", "?"])) {
        return None;
    }
    // "I wonder if it is the fan" muses.
    let muses = asks.is_none() && rest[0].is_any(&["it", "this", "that", "they"]) && !past && !just;
    if muses {
        return None;
    }
    let there = rest[0].is("there");
    let verb = &rest[verb];
    let said = match verb.norm.as_str() {
        _ if did.is_some() => did.as_ref()?.0,
        "'s" => "is",
        "'ve" => "have",
        // "I was wondering if there was a chance": there is, for all the writer knows.
        "was" if past && there => "is",
        "were" if past && there => "are",
        "was" | "were" if past => return None,
        said => said,
    };
    let words = |span: Span| span.of(&passage.text);
    let asked = asks.map_or(String::new(), |asks| format!("{} ", asks.norm));
    let (says, end) = if turns {
        let last = if did.is_some() {
            0
        } else {
            verb_place(rest, verb) - 1
        };
        let subject = rest[0].span.join(rest[last].span);
        let done = did.map_or(String::new(), |(_, done, _)| format!(" {done}"));
        (
            format!("{asked}{said} {}{done}", words(subject)),
            verb.span.end,
        )
    } else {
        (asked.trim_end().to_owned(), asks?.span.end)
    };
    let start = Span::new(tokens[from].span.start, end);
    let small = words(start).starts_with(char::is_lowercase);
    let says = if small { says } else { capitalised(&says) };
    let mut edits = vec![Edit::replace(start, says)];
    match last.norm.as_str() {
        "?" => {}
        "." => edits.push(Edit::replace(last.span, "?")),
        _ => edits.push(Edit::insert(last.span.end, "?")),
    }
    let edits = Edits::new(edits)?;
    let words = after(
        &passage.text,
        Span::new(
            tokens[from].span.start,
            sentence.span.end.max(last.span.end),
        ),
        &edits,
    );
    Some(Recast { edits, words })
}

/// The last word of the frame before "if", "how" or their like: "I was |wondering|", "I wanted to briefly |check|".
fn frame_end(tokens: &[Token]) -> Option<usize> {
    const FAR: usize = 8;
    const ASKS: &str = "ask|check|confirm|enquire|find|inquire|know|out|see|verify|you|me|us";
    let near = &tokens[..tokens.len().min(FAR)];
    let wonders = |token: &Token| token.is_any(&["wondering", "wonder", "wondered"]);
    if let Some(at) = near.iter().take(SUBJECT).position(wonders) {
        return Some(at);
    }
    let joint = near
        .iter()
        .position(|token| token.is_any(&["if", "whether"]))?;
    let before = &near[..joint];
    let told = before
        .iter()
        .any(|token| token.is_any(&["wanted", "checking"]));
    let last = before.last()?;
    (told && (among(&last.norm, ASKS) || last.is("checking"))).then(|| joint - 1)
}

fn verb_place(rest: &[Token], verb: &Token) -> usize {
    rest.partition_point(|token| token.span.start < verb.span.start)
}

/// Whether the verb goes before its subject in a question; "Bo's lamp" has none.
fn is_turned(token: &Token) -> bool {
    token.is_any(&[
        "is", "are", "was", "were", "can", "could", "will", "would", "should", "have", "has", "'ve",
    ]) || token.is("'s") && matches!(token.tag.upos, Upos::Aux | Upos::Verb)
}

/// Whether the word may stand in a subject.
fn is_noun(token: &Token) -> bool {
    token.tag.is_nominal()
        || matches!(
            token.tag.upos,
            Upos::Det | Upos::Adj | Upos::Pron | Upos::Num
        )
        || token.is_any(&["there", "of", "this", "that"])
}
