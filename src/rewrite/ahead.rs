//! The day to come that a short message tells of: what it asks for is wanted before it.

use jiff::civil::Date;

use super::timed::{is_of_a_thing, lies_back};
use crate::facts::{ActKind, Grain, Message, Passage, TimeExpression, TimeForm, TimeKind};
use crate::language::{Penn, Sentence, Token};

/// The first day to come that a message tells of by the way: "The crane is booked for Tuesday." What is due by a day of its own, and
/// what lies weeks ahead, tell nothing of the rest.
///
/// A message of many paragraphs has many matters, and a day told of one says nothing about another.
pub fn day_ahead(message: &Message) -> Option<Date> {
    /// How many paragraphs one matter takes, its greeting and its leave with them.
    const SHORT: usize = 8;
    let own: Vec<&Passage> = message
        .own()
        .take(SHORT + 1)
        .map(|(_, passage)| passage)
        .collect();
    if own.len() > SHORT {
        return None;
    }
    let subject = message.subject.iter().map(|(_, subject)| &**subject);
    let passages = subject.chain(own).filter(|passage| !passage.notice);
    passages
        .flat_map(|passage| days_told(passage, message.today))
        .min()
}

/// The days to come that the passage tells of.
fn days_told(passage: &Passage, today: Date) -> impl Iterator<Item = Date> {
    /// How many days off the day is at most: what is further off is the matter itself.
    const SOON: i64 = 21;
    let last = today.saturating_add(jiff::Span::new().days(SOON));
    let times = passage.times.iter();
    let told = times.filter(|time| {
        let sentence = passage.sentence_over(time.span);
        time.kind == TimeKind::Date
            && time.grain <= Grain::Day
            && time.form != TimeForm::Clock
            && !lies_back(passage, time)
            && !is_left_behind(passage, time)
            && (!is_of_a_thing(passage, time) || is_aimed_at(passage, time))
            && sentence.is_some_and(|sentence| {
                tells(passage, sentence) && !tells_what_was(passage, sentence, time)
            })
    });
    let days = told.filter_map(TimeExpression::last_day);
    // What is said of today is as often said of the day of writing.
    days.filter(move |day| today < *day && *day <= last)
}

/// Whether the sentence tells how things stand, and neither asks, promises, takes leave, nor tells what was.
fn tells(passage: &Passage, sentence: &Sentence) -> bool {
    const LONGEST: usize = 300;
    const LEAVE: [&str; 7] = ["see", "speak", "talk", "happy", "have", "enjoy", "until"];
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let of_its_own = |kind: &ActKind| matches!(kind, ActKind::Ask(_) | ActKind::Commitment(_));
    let mut acts = passage.acts.iter();
    tokens.len() <= LONGEST
        && !tokens.first().is_some_and(|first| first.is_any(&LEAVE))
        && !tokens.last().is_some_and(|last| last.is("?"))
        && !acts.any(|act| sentence.span.covers(act.span) && of_its_own(&act.kind))
}

/// Whether the time lies back where the verb nearest before it does: "the new crew come on Monday and Bo has asked for boots" tells of
/// what is to come, "the talk we gave on Monday" of what was.
fn tells_what_was(passage: &Passage, sentence: &Sentence, time: &TimeExpression) -> bool {
    const BE: [&str; 9] = ["am", "'m", "is", "'s", "are", "'re", "be", "been", "being"];
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let at = tokens.partition_point(|token| token.span.start < time.span.start);
    let moved = at.checked_sub(1).is_some_and(|at| tokens[at].is("to"));
    let verbal = |token: &Token| token.tag.is_verbal();
    let before = tokens[..at].iter().rposition(verbal);
    let nearest = before.or_else(|| tokens.iter().position(verbal));
    nearest.is_some_and(|nearest| {
        let near = &tokens[nearest.saturating_sub(2)..nearest];
        let is = || near.iter().any(|token| token.is_any(&BE));
        match tokens[nearest].tag.penn {
            Penn::Vbd => !moved,
            // "I've got a call on Monday"
            Penn::Vbn => !moved && !is() && !tokens[nearest].is("got"),
            _ => false,
        }
    })
}

/// The tokens before the time, up to three of them.
fn before<'a>(passage: &'a Passage, time: &TimeExpression) -> &'a [Token] {
    const NEAR: usize = 3;
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < time.span.start);
    &tokens[first.saturating_sub(NEAR)..first]
}

/// Whether it is the day from which something lasts or is over: "since Monday", "back on the 23rd". What goes back on Friday is here
/// until then.
fn is_left_behind(passage: &Passage, time: &TimeExpression) -> bool {
    let before = before(passage, time);
    let goes = |token: &Token| token.is_any(&["go", "goes", "going"]);
    let over = |token: &Token| token.is_any(&["since", "until", "till", "from", "back", "after"]);
    before.iter().any(over)
        && !before
            .windows(2)
            .any(|pair| goes(&pair[0]) && pair[1].is("back"))
}

/// Whether the thing that the day is of is still to be: "ahead of Monday's call", "for Tuesday's meeting".
fn is_aimed_at(passage: &Passage, time: &TimeExpression) -> bool {
    let mut before = before(passage, time).iter();
    before.any(|token| token.is_any(&["for", "before", "ahead"]))
}
