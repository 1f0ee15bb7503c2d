use crate::facts::{Act, ActKind, Due, Passage, TimeExpression};
use crate::rewrite;
use crate::text::{Edit, Edits, Span};

/// An ask with a due of its own.
#[derive(Clone, Copy)]
pub(super) struct Bound<'a> {
    pub(super) act: &'a Act,
    pub(super) due: &'a Due,
    pub(super) time: &'a TimeExpression,
}

/// The asks of a passage that say by when, each with its time.
pub(super) fn bounds(passage: &Passage) -> impl Iterator<Item = Bound<'_>> {
    passage.acts.iter().filter_map(|act| {
        let ActKind::Ask(ask) = &act.kind else {
            return None;
        };
        let due = ask.due.as_ref()?;
        let time = passage.times.get(due.time)?;
        Some(Bound { act, due, time })
    })
}

impl Bound<'_> {
    /// The other times told in the same sentence.
    pub(super) fn others<'p>(
        &self,
        passage: &'p Passage,
    ) -> impl Iterator<Item = &'p TimeExpression> {
        let sentence = passage
            .words
            .sentences
            .get(self.act.sentence)
            .map_or(self.act.span, |sentence| sentence.span);
        let own = self.time.span;
        let times = passage.times_in(sentence);
        times.filter(move |time| time.span != own)
    }
}

/// The words of a time in lower case, blanks single.
pub(super) fn words(passage: &Passage, span: Span) -> String {
    span.of(&passage.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
        .replace('’', "'")
}

/// The due gone, and "by" the day in its place; where it opened the sentence, at the end of the request.
pub(super) fn redated(passage: &Passage, bound: &Bound<'_>, day: &str) -> Option<Edits> {
    let ActKind::Ask(ask) = &bound.act.kind else {
        return None;
    };
    let sentence = passage.words.sentences.get(bound.act.sentence)?;
    if bound.due.span.start > sentence.span.start {
        return Some(Edits::from(Edit::replace(
            bound.due.span,
            format!("by {day}"),
        )));
    }
    let place = rewrite::due_place(passage, ask, bound.act.span);
    let out = rewrite::cut(&passage.text, bound.due.span);
    (place >= out.span.end)
        .then(|| Edits::new(vec![out, Edit::insert(place, format!(" by {day}"))]))?
}
