//! A thing that would be welcome, as a request for it: "A note on the costs would be useful" is "Could you send me a note on the costs?"

use super::ending::closing_marks;
use super::request::Recast;
use super::said::{after, lowered};
use super::turned::THINGS;
use crate::facts::{Act, Ask, AskForm, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Token, TokenKind, Upos, among};
use crate::settings::Register;
use crate::text::{Edit, Edits, Span};

/// How welcome it would be, to the end of the sentence.
static WELCOME: Patterns = Patterns::new(&[
    "would|'d be so|very|most|really|super? great|good|nice|lovely|useful|helpful|handy|welcome as well",
    "would|'d also? really|certainly|definitely? be a|of? so|very|most|really|super|much|great|big|huge? * to|for? me|us? too|also?",
    "would|'d also? really|certainly? help me|us? a? lot|great? deal?",
    "would|'d be greatly|very|really|so|most|much? much? appreciated too?",
]);

/// The request for what the sentence says would be welcome, or `None` where that is nothing one sends.
pub fn handed(
    passage: &Passage,
    act: &Act,
    ask: &Ask,
    register: Register,
    day: Option<&str>,
) -> Option<Recast> {
    let text = &passage.text;
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let first = tokens.first()?;
    let opens = first.span.start == act.span.start
        && first.is_any(&["a", "an", "some", "another", "any", "the"]);
    if ask.form != AskForm::Wish || ask.action.is_some() || !opens || !is_sent(tokens) {
        return None;
    }
    let (would, end) = (1..tokens.len()).rev().find_map(|at| {
        let (end, _) = WELCOME.at(tokens, at)?;
        let marks = |token: &Token| token.kind == TokenKind::Mark && !token.is(":");
        tokens[end..].iter().all(marks).then_some((at, end))
    })?;
    // What is to come as things go has no day.
    let goes_on = tokens[..would]
        .iter()
        .any(|token| token.is_any(&["as", "when", "whenever", "each", "every", "weekly", "daily"]));
    let told = tokens[would - 1].span.end;
    let closing = closing_marks(text, Span::new(tokens[end - 1].span.end, sentence.span.end));
    let more = tokens[would..end]
        .iter()
        .any(|token| token.is_any(&["also", "too", "well"]));
    let also = if more { "also " } else { "" };
    let (lead, mark) = match register {
        Register::PoliteQuestion => (format!("Could you {also}send me"), "?"),
        Register::PlainRequest => (format!("Please {also}send me"), "."),
    };
    let mark = match day.filter(|_| !goes_on && passage.times_in(act.span).next().is_none()) {
        Some(day) => format!(" by {day}{mark}"),
        None => mark.to_owned(),
    };
    let opener = lowered(first.span, passage, tokens);
    let edits = Edits::new(vec![
        Edit::replace(first.span, format!("{lead} {opener}")),
        Edit::replace(
            Span::new(told, closing.end.max(tokens[end - 1].span.end)),
            mark,
        ),
    ])?;
    let words = after(text, sentence.span, &edits);
    Some(Recast { edits, words })
}

/// Whether the thing the sentence opens with is one that is sent.
fn is_sent(tokens: &[Token]) -> bool {
    const LONGEST: usize = 5;
    let phrase = tokens.iter().take(LONGEST).take_while(|token| {
        !matches!(
            token.tag.upos,
            Upos::Adp | Upos::Sconj | Upos::Aux | Upos::Cconj
        )
    });
    let noun = phrase.filter(|token| token.tag.is_nominal()).last();
    noun.is_some_and(|noun| among(&noun.norm, THINGS))
}
