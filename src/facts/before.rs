//! What an earlier reading of a passage has for the next: a sentence that stands as it did does and says what it did.

use std::ops::Range;

use super::{Act, ActKind, Action, Ask, Commitment, Due, Owner, Passage, TimeExpression};
use crate::language::{Sentence, Stood};
use crate::text::Span;

/// An earlier reading of a passage, on the same day and by the same settings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before<'a> {
    passage: &'a Passage,
    stood: Stood,
}

/// A sentence that stood.
pub(super) struct Stands<'a> {
    before: &'a Passage,
    number: usize,
    /// Its first byte, before and now.
    from: usize,
    to: usize,
}

impl<'a> Before<'a> {
    pub(super) fn new(passage: &'a Passage, stood: Stood) -> Self {
        Self { passage, stood }
    }

    /// The earlier reading.
    pub(super) fn passage(&self) -> &'a Passage {
        self.passage
    }

    /// The sentence with a number as it was, if it stood.
    pub(super) fn sentence(&self, at: usize, now: &Sentence) -> Option<Stands<'a>> {
        let number = self.stood.number(at)?;
        let before = self.passage.words.sentences.get(number)?;
        Some(Stands {
            before: self.passage,
            number,
            from: before.span.start,
            to: now.span.start,
        })
    }
}

impl Stands<'_> {
    /// Its times as they stand now.
    pub(super) fn times(&self) -> impl Iterator<Item = TimeExpression> {
        let times = self.before.times[self.times_there()].iter();
        times.map(|time| TimeExpression {
            span: self.moved(time.span),
            whole: self.moved(time.whole),
            ..time.clone()
        })
    }

    /// Its acts as they stand now: in the sentence with the number `sentence`, the first of whose times has the number `time`.
    pub(super) fn acts(&self, sentence: usize, time: usize) -> impl Iterator<Item = Act> {
        let all = &self.before.acts;
        let first = all.partition_point(|act| act.sentence < self.number);
        let own = all[first..].iter();
        let own = own.take_while(|act| act.sentence == self.number);
        own.map(move |act| Act {
            kind: self.kind(&act.kind, time),
            span: self.moved(act.span),
            sentence,
            ..*act
        })
    }

    fn kind(&self, kind: &ActKind, time: usize) -> ActKind {
        match kind {
            ActKind::Ask(ask) => ActKind::Ask(self.ask(ask, time)),
            ActKind::Commitment(promise) => ActKind::Commitment(self.commitment(promise, time)),
            without_places => without_places.clone(),
        }
    }

    fn ask(&self, ask: &Ask, time: usize) -> Ask {
        let Ask {
            form,
            directness,
            owner: Owner { kind, span },
            action,
            due,
            reason,
            condition,
            opening,
            courtesy,
            work,
        } = ask;
        Ask {
            form: *form,
            directness: *directness,
            owner: Owner {
                kind: *kind,
                span: span.map(|span| self.moved(span)),
            },
            action: action.as_ref().map(|action| self.action(action)),
            due: due.as_ref().map(|due| self.due(due, time)),
            reason: reason.map(|span| self.moved(span)),
            condition: condition.map(|span| self.moved(span)),
            opening: self.moved(*opening),
            courtesy: courtesy.map(|span| self.moved(span)),
            work: *work,
        }
    }

    fn commitment(&self, promise: &Commitment, time: usize) -> Commitment {
        let Commitment {
            strength,
            action,
            due,
            opening,
        } = promise;
        Commitment {
            strength: *strength,
            action: action.as_ref().map(|action| self.action(action)),
            due: due.as_ref().map(|due| self.due(due, time)),
            opening: self.moved(*opening),
        }
    }

    fn action(&self, action: &Action) -> Action {
        let Action {
            verb,
            verb_span,
            object,
            span,
        } = action;
        Action {
            verb: verb.clone(),
            verb_span: self.moved(*verb_span),
            object: object.map(|span| self.moved(span)),
            span: self.moved(*span),
        }
    }

    fn due(&self, due: &Due, first: usize) -> Due {
        let Due { kind, span, time } = due;
        Due {
            kind: *kind,
            span: self.moved(*span),
            time: time - self.times_there().start + first,
        }
    }

    fn moved(&self, span: Span) -> Span {
        let moved = |at: usize| at + self.to - self.from;
        Span::new(moved(span.start), moved(span.end))
    }

    /// Its times, by their numbers in the earlier reading.
    fn times_there(&self) -> Range<usize> {
        times_in(
            &self.before.times,
            self.before.words.sentences[self.number].span,
        )
    }
}

/// The times in a sentence, by their numbers.
pub(super) fn times_in(times: &[TimeExpression], sentence: Span) -> Range<usize> {
    let up_to = |end: usize| times.partition_point(|time| time.span.start < end);
    up_to(sentence.start)..up_to(sentence.end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::facts::acts::testing::{read, read_again};

    /// Asks, promises and times of each kind, a date that shows in which order the others are written, and print that asks nobody.
    const SENTENCES: [&str; 16] = [
        "Could you send me the figures by Friday?",
        "Please check the list, sign it and tell Bo before 03/04.",
        "The fair is on 25/12.",
        "I'll try to fix it on Monday or by the end of May.",
        "If the print is late, call Ana at 3pm because she waits.",
        "Thanks!",
        "We met in the spring.",
        "If you received this message in error, please notify us.",
        "Sam, review “the plan” soon.",
        "Hi Ana,",
        "Would you mind booking the room for two hours tomorrow",
        "and 7 May is fine.",
        "Unsubscribe below.",
        "– Kim 🎉",
        "\n",
        "I can't make it, sorry, but Bo will send you the slides next week.",
    ];

    proptest! {
        #[test]
        fn a_passage_is_read_again_as_if_for_the_first_time(
            said in prop::collection::vec(0..SENTENCES.len(), 0..7),
            edits in prop::collection::vec((0.0..1.0, 0..SENTENCES.len(), 0usize..9, "[a-zA ,.?]{0,2}"), 1..5),
        ) {
            let said: Vec<&str> = said.into_iter().map(|at| SENTENCES[at]).collect();
            let mut text = said.join(" ");
            let mut before = read(&text);
            for (at, new, gone, key) in edits {
                let start = text.floor_char_boundary((text.len() as f64 * at) as usize);
                let end = text.floor_char_boundary((start + gone).min(text.len()));
                match gone {
                    // A sentence is put in, some letters are taken out, or a key is pressed.
                    0 => text.insert_str(start, &format!(" {} ", SENTENCES[new])),
                    1..6 => text.replace_range(start..end, ""),
                    _ => text.insert_str(start, &key),
                }
                let again = read_again(&text, &before);
                prop_assert_eq!(&again, &read(&text));
                before = again;
            }
        }
    }
}
