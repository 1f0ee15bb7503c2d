use std::ops::Range;

use super::Recast;
use super::said::{after, lowered};
use crate::facts::Passage;
use crate::language::verbs;
use crate::text::{Edit, Edits, Span};

/// A sentence about what will be done, by nobody.
#[derive(Clone, Debug)]
pub struct Passive {
    /// Its number in the passage.
    pub sentence: usize,
    /// What it is done to: tokens of the sentence, from its first.
    pub subject: Range<usize>,
    /// The participle.
    pub done: usize,
    /// The words after the participle that belong to the verb: "care of"; as many tokens.
    pub particles: usize,
}

/// The sentence with a doer: "The page will be updated." is `[Name] will update the page by Fri 27 Nov.`
///
/// `place` is where the day goes and `vague` a vague time that gives way to it.
pub fn active(
    passage: &Passage,
    passive: &Passive,
    who: &str,
    day: Option<&str>,
    vague: Option<Span>,
) -> Option<Recast> {
    let sentence = passage.words.sentences.get(passive.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let subject = tokens.get(passive.subject.clone())?;
    let object = subject.first()?.span.join(subject.last()?.span);
    let done = tokens.get(passive.done)?;
    let last = tokens.get(passive.done + passive.particles)?;
    let verb = verbs::lemma(&done.norm)?;
    let object = match subject {
        [only] if only.is("they") => "them".to_owned(),
        _ => lowered(object, passage, tokens),
    };
    let particles = Span::new(done.span.end, last.span.end).of(&passage.text);
    let words = format!("{who} will {verb}{particles} {object}");
    let start = tokens.first()?.span.start;
    let mut edits = vec![Edit::replace(Span::new(start, last.span.end), words)];
    if let Some(day) = day {
        let closing = tokens
            .iter()
            .rfind(|token| token.kind == crate::language::TokenKind::Word)?;
        match vague {
            Some(vague) if vague.start >= last.span.end => {
                edits.push(Edit::replace(vague, format!("by {day}")));
            }
            _ if closing.span.end > last.span.end => {
                edits.push(Edit::insert(closing.span.end, format!(" by {day}")));
            }
            _ => edits[0].text = format!("{} by {day}", edits[0].text),
        }
    }
    let edits = Edits::new(edits)?;
    let words = after(&passage.text, sentence.span, &edits);
    Some(Recast { edits, words })
}
