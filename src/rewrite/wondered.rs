//! A question that was wondered about, asked: "I was wondering how things are going" is "How are things going?"

use super::Recast;
use super::said::{after, capitalised};
use crate::facts::{Act, Ask, AskForm, Passage};
use crate::language::{Token, TokenKind, Upos};
use crate::text::{Edit, Edits, Span};

/// How many words its subject has at most: "how the work in the kitchen".
const SUBJECT: usize = 6;

/// The wondering as the question it holds, or `None` where its words do not simply change places.
pub fn wondered(passage: &Passage, act: &Act, ask: &Ask) -> Option<Recast> {
    if ask.form != AskForm::Wondering || ask.action.is_some() {
        return None;
    }
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let from = tokens.partition_point(|token| token.span.start < ask.opening.start);
    // "Just wondering": the "just" goes too.
    let just = from > 0 && tokens[from - 1].is("just");
    let from = from - usize::from(just);
    let wonders = |token: &Token| token.is_any(&["wondering", "wonder", "wondered"]);
    let frame = from + tokens[from..].iter().take(SUBJECT).position(wonders)?;
    let (asks, rest) = match &tokens[frame + 1..] {
        [joint, rest @ ..] if joint.is_any(&["if", "whether"]) => (None, rest),
        [asks, rest @ ..] if asks.is_any(&["how", "what", "when", "where", "why", "who"]) => {
            (Some(asks), rest)
        }
        _ => return None,
    };
    let past = tokens[from..=frame]
        .iter()
        .any(|token| token.is_any(&["was", "were", "wondered"]));
    let verb = rest.iter().take(SUBJECT + 1).position(is_turned)?;
    // "What's going on" stands as it is.
    let turns = verb > 0;
    let subject = rest[..verb].iter().all(is_noun);
    let plain = turns && subject || !turns && asks.is_some();
    let open = rest[verb..]
        .iter()
        .any(|token| token.is_any(&["and", "but", "because", "since", "as", ";", ":"]));
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
        "'s" => "is",
        // "I was wondering if there was a chance": there is, for all the writer knows.
        "was" if past && there => "is",
        "were" if past && there => "are",
        "was" | "were" if past => return None,
        said => said,
    };
    let words = |span: Span| span.of(&passage.text);
    let asked = asks.map_or(String::new(), |asks| format!("{} ", asks.norm));
    let (says, end) = if turns {
        let subject = rest[0].span.join(rest[verb_place(rest, verb) - 1].span);
        (format!("{asked}{said} {}", words(subject)), verb.span.end)
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

fn verb_place(rest: &[Token], verb: &Token) -> usize {
    rest.partition_point(|token| token.span.start < verb.span.start)
}

/// Whether the verb goes before its subject in a question; "Bo's lamp" has none.
fn is_turned(token: &Token) -> bool {
    token.is_any(&[
        "is", "are", "was", "were", "can", "could", "will", "would", "should",
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
