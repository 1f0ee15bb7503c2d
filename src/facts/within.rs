//! What of a passage stands at a place of it, found without a look at the rest: a paragraph may be as long as a book.

use std::ops::Range;

use jiff::civil::Date;

use super::{Act, Ask, Due, DueKind, Passage, TimeExpression, TimeForm};
use crate::language::Sentence;
use crate::language::lexicon::Match;
use crate::text::Span;

impl Passage {
    /// The numbers of the sentences that share a byte with the span.
    #[inline(never)]
    pub fn sentences_at(&self, span: Span) -> Range<usize> {
        let sentences = &self.words.sentences;
        let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let to = sentences.partition_point(|sentence| sentence.span.start < span.end);
        from..to.max(from)
    }

    /// The sentence that holds all of the span.
    #[inline(never)]
    pub fn sentence_over(&self, span: Span) -> Option<&Sentence> {
        let sentences = &self.words.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end < span.end);
        sentences
            .get(at)
            .filter(|sentence| sentence.span.covers(span))
    }

    /// The number of the first act that shares a byte with the span.
    #[inline(never)]
    pub fn act_at(&self, span: Span) -> Option<usize> {
        let sentences = self.sentences_at(span);
        let from = self
            .acts
            .partition_point(|act| act.sentence < sentences.start);
        let mut acts = self.acts[from..].iter();
        let at = acts.position(|act| act.span.overlaps(span) || act.sentence >= sentences.end)?;
        let act = from + at;
        self.acts[act].span.overlaps(span).then_some(act)
    }

    /// The acts of the sentence with this number.
    #[inline(never)]
    pub fn acts_in(&self, sentence: usize) -> &[Act] {
        let first = self.acts.partition_point(|act| act.sentence < sentence);
        let acts = &self.acts[first..];
        &acts[..acts.partition_point(|act| act.sentence == sentence)]
    }

    /// The time expressions that lie within a run.
    pub fn times_in(&self, run: Span) -> impl Iterator<Item = &TimeExpression> {
        let first = self
            .times
            .partition_point(|time| time.span.start < run.start);
        let from = self.times[first..].iter();
        from.take_while(move |time| time.span.start < run.end)
            .filter(move |time| run.covers(time.span))
    }

    /// The last day by which an ask of the passage wants it done, where its due is a date.
    pub fn due_day(&self, ask: &Ask) -> Option<Date> {
        let due = ask.due.as_ref().filter(|due| due.kind == DueKind::Date)?;
        self.last_day(self.times.get(due.time)?, due.span)
    }

    /// Whether the due leaves the time open, so that a day may take its place; "by then" is told elsewhere.
    pub fn is_vague(&self, due: &Due) -> bool {
        let time = self.times.get(due.time);
        due.kind == DueKind::Vague && time.is_none_or(|time| time.form != TimeForm::Context)
    }

    /// The last day that a time leaves, as it is said: "before Friday" is Thursday.
    pub fn last_day(&self, time: &TimeExpression, said: Span) -> Option<Date> {
        let reading = time.reading()?;
        let first = self.words.tokens_in(said).first();
        let before = first.is_some_and(|token| token.is_any(&["before", "ahead"]));
        if before && reading.time.is_none() {
            return reading.from.yesterday().ok();
        }
        Some(reading.to)
    }

    /// The phrases of the lexicon that lie within a run.
    pub fn phrases_in(&self, run: Span) -> impl Iterator<Item = &Match> {
        let first = self
            .phrases
            .partition_point(|phrase| phrase.span.start < run.start);
        let from = self.phrases[first..].iter();
        from.take_while(move |phrase| phrase.span.start < run.end)
            .filter(move |phrase| run.covers(phrase.span))
    }

    /// The phrases of the lexicon that share a byte with the span, in order.
    pub fn phrases_at(&self, span: Span) -> impl Iterator<Item = &Match> {
        // Phrases may lie one over another, but none reaches out of its sentence.
        let first = self.words.sentences.get(self.sentences_at(span).start);
        let start = first.map_or(span.start, |sentence| sentence.span.start);
        let from = self
            .phrases
            .partition_point(|phrase| phrase.span.start < start);
        let phrases = self.phrases[from..].iter();
        phrases
            .take_while(move |phrase| phrase.span.start < span.end)
            .filter(move |phrase| phrase.span.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::acts::testing::read;

    #[test]
    fn what_is_found_at_a_place_is_what_a_look_at_everything_finds() {
        let passage = read(
            "Could you maybe send it by Friday, and sign the form? I kind of hope so. No rush, it is due on Monday at ten. \
             Thanks, I'll try to call him tomorrow or on 4 December.",
        );
        let places: Vec<usize> = passage.text.char_indices().map(|(at, _)| at).collect();
        for &start in &places {
            for &end in places.iter().filter(|&&end| end >= start) {
                let span = Span::new(start, end);
                let sentences = &passage.words.sentences;
                let over = sentences.iter().find(|one| one.span.covers(span));
                assert_eq!(passage.sentence_over(span), over, "{span:?}");
                let act = passage.acts.iter().position(|act| act.span.overlaps(span));
                assert_eq!(passage.act_at(span), act, "{span:?}");
                let times = passage.times.iter().filter(|time| span.covers(time.span));
                assert!(times.eq(passage.times_in(span)), "{span:?}");
                let phrases = passage.phrases.iter();
                let phrases = phrases.filter(|phrase| span.covers(phrase.span));
                assert!(phrases.eq(passage.phrases_in(span)), "{span:?}");
                let phrases = passage.phrases.iter();
                let phrases = phrases.filter(|phrase| phrase.span.overlaps(span));
                assert!(phrases.eq(passage.phrases_at(span)), "{span:?}");
                let tokens = passage.words.tokens.iter();
                let tokens = tokens.filter(|token| span.covers(token.span));
                assert!(tokens.eq(passage.words.tokens_in(span)), "{span:?}");
            }
        }
        for at in 0..=passage.words.sentences.len() {
            let acts = passage.acts.iter().filter(|act| act.sentence == at);
            assert!(acts.eq(passage.acts_in(at)), "{at}");
        }
    }
}
