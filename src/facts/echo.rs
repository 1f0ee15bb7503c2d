//! Times an ask takes up from the sentences around it: "that day", "by then", a fragment such as "No rush.", "I need it today."

use super::scope::{DueScope, ScopedDue, scoped};
use super::{
    ActKind, Ask, AskForm, DueKind, Passage, Placed, TimeExpression, TimeForm, TimeKind, TimeRole,
};
use crate::language::{Sentence, Token, TokenKind};

/// How many sentences or times away from the ask are looked at.
const NEAR: usize = 8;

/// How many words a fragment has beside the time it tells.
const BESIDE: usize = 2;

/// The time told before that the ask points back to: "The fair is on Friday. Please send it by then."
pub(super) fn pointed_at<'a>(ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
    let times = &ask.passage.times;
    let own = ask.fact.due.as_ref().and_then(|due| times.get(due.time));
    let points = own.map_or_else(
        || points_back(ask) || waits_for_none(ask),
        |time| time.form == TimeForm::Context,
    );
    let time = points.then(|| day_before(ask)).flatten()?;
    Some(scoped(time, ask.offset, DueKind::Date, DueScope::Paragraph))
}

/// The time of the day proposed just before: "Could we talk today? Is there a good time?"
pub(super) fn proposed<'a>(ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
    const TIMES: [&str; 4] = ["time", "slot", "when", "hour"];
    let words = ask.passage.words.tokens_in(ask.act.span);
    let wants_time = ask.fact.form == AskForm::Question
        && words.len() <= NEAR
        && words.iter().any(|word| word.is_any(&TIMES));
    let at = ask.passage.acts_in(ask.act.sentence.checked_sub(1)?).last();
    let ActKind::Ask(before) = &at.filter(|_| wants_time)?.kind else {
        return None;
    };
    let due = before.due.as_ref()?;
    let time = ask.passage.times.get(due.time)?;
    Some(scoped(time, ask.offset, due.kind, DueScope::Paragraph))
}

/// The time told in the sentence after the ask, which tells nothing else: "Today, please.", "No rush.", "I need it by noon."
pub(super) fn added<'a>(ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
    let Placed {
        passage, offset, ..
    } = *ask;
    let next = ask.act.sentence + 1;
    let sentence = passage.words.sentences.get(next)?;
    let (time, kind) = fragment(passage, sentence).or_else(|| needed(passage, next))?;
    Some(scoped(time, offset, kind, DueScope::Paragraph))
}

/// The time of a sentence that holds little else.
fn fragment<'a>(
    passage: &'a Passage,
    sentence: &Sentence,
) -> Option<(&'a TimeExpression, DueKind)> {
    let time = passage.times_in(sentence.span).next()?;
    let kind = match time.kind {
        TimeKind::Date if time.role != TimeRole::Mention => DueKind::Date,
        TimeKind::Vague => DueKind::Vague,
        _ => return None,
    };
    let word = |token: &&Token| token.kind == TokenKind::Word && !time.whole.covers(token.span);
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let beside = tokens.iter().filter(word).take(BESIDE + 1).count();
    (beside <= BESIDE).then_some((time, kind))
}

/// When the thing asked for is needed, if the sentence says just that.
fn needed(passage: &Passage, sentence: usize) -> Option<(&TimeExpression, DueKind)> {
    const IT: [&str; 7] = ["it", "this", "that", "them", "these", "those", "both"];
    passage.acts_in(sentence).iter().find_map(|act| {
        let ActKind::Ask(ask) = &act.kind else {
            return None;
        };
        let due = ask.due.as_ref().filter(|_| ask.form == AskForm::Need)?;
        let object = ask.action.as_ref()?.object?;
        let mut words = passage.words.tokens_in(object).iter();
        let it = words.next().is_some_and(|word| word.is_any(&IT)) && words.next().is_none();
        it.then_some((passage.times.get(due.time)?, due.kind))
    })
}

/// The last day told before the ask in its paragraph.
fn day_before<'a>(ask: &Placed<'a, Ask>) -> Option<&'a TimeExpression> {
    let times = &ask.passage.times;
    let to = times.partition_point(|time| time.span.start < ask.act.span.start);
    times[..to].iter().rev().take(NEAR).find(|time| {
        time.kind == TimeKind::Date && time.role != TimeRole::Mention && time.last_day().is_some()
    })
}

/// Whether the ask says "then" or "that day" of the time it is to be done.
fn points_back(ask: &Placed<'_, Ask>) -> bool {
    const UNITS: [&str; 9] = [
        "day",
        "date",
        "week",
        "weekend",
        "morning",
        "afternoon",
        "evening",
        "night",
        "month",
    ];
    let words = ask.passage.words.tokens_in(ask.act.span);
    let words = &words[words.len().saturating_sub(NEAR)..];
    let that = |pair: &[Token]| pair[0].is("that") && pair[1].is_any(&UNITS);
    if words.windows(2).any(that) {
        return true;
    }
    let ends = |at: usize| {
        words
            .get(at + 1)
            .is_none_or(|word| word.kind == TokenKind::Mark)
    };
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let joins = before.is_none_or(|before| {
            before.kind == TokenKind::Mark
                || before.is_any(&["and", "but", "so", "if", "since", "even"])
        });
        word.is("then") && ends(at) && !joins
    })
}

/// Whether the ask is for those who have not yet done it, as if its time were told: "If you have not already, please sign up."
fn waits_for_none(ask: &Placed<'_, Ask>) -> bool {
    let Some(condition) = ask.fact.condition else {
        return false;
    };
    let words = ask.passage.words.tokens_in(condition);
    words
        .iter()
        .any(|word| word.is_any(&["not", "n't", "haven't"]))
        && words.iter().any(|word| word.is_any(&["already", "yet"]))
}
