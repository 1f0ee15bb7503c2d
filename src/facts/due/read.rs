use super::line::Line;
use super::told::Found;
use super::{
    Calendar, TimeExpression, chance, duration, event, moment, numeric, range, role, vague,
};
use crate::facts::before::Before;
use crate::language::{Token, Words};

/// Whether `03/04` is 3 April in a passage: as another of its dates shows it, or else as the calendar has it.
pub(in crate::facts) fn day_first(words: &Words, text: &str, calendar: &Calendar) -> bool {
    let has_digit = |token: &Token| token.norm.bytes().any(|byte| byte.is_ascii_digit());
    let shown = words.sentences.iter().find_map(|sentence| {
        let tokens = words.tokens.get(sentence.tokens.clone())?;
        let line = tokens.iter().any(has_digit).then_some(sentence)?;
        let line = Line::cut(words, line, text, calendar, calendar.day_first)?;
        numeric::order_shown(&line)
    });
    shown.unwrap_or(calendar.day_first)
}

/// Finds the time expressions of a passage: sorted, none overlapping.
pub fn read(words: &Words, text: &str, calendar: &Calendar) -> Vec<TimeExpression> {
    let order = day_first(words, text, calendar);
    read_again(words, text, calendar, order, None)
}

/// The same as [`read`], sooner: a sentence that stood `before` has the times it had.
pub(in crate::facts) fn read_again(
    words: &Words,
    text: &str,
    calendar: &Calendar,
    day_first: bool,
    before: Option<Before<'_>>,
) -> Vec<TimeExpression> {
    let mut times = Vec::new();
    for (at, sentence) in words.sentences.iter().enumerate() {
        if let Some(stands) = before.and_then(|before| before.sentence(at, sentence)) {
            times.extend(stands.times());
        } else if let Some(line) = Line::cut(words, sentence, text, calendar, day_first) {
            times.extend(of_line(&line));
        }
    }
    times
}

fn of_line(line: &Line<'_>) -> Vec<TimeExpression> {
    let mut times = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match longest(line, at) {
            Some(found) if found.end > at => {
                at = found.end;
                times.push(role::expression(line, found));
            }
            _ => at += 1,
        }
    }
    times
}

/// The longest expression that starts at the place; of two as long, the one of the calendar.
fn longest(line: &Line<'_>, at: usize) -> Option<Found> {
    if !line.sense(at).opens() {
        return None;
    }
    let vague = vague::read(line, at);
    let chance = vague
        .as_ref()
        .is_some_and(|vague| chance::waits_for_a_chance(line, vague));
    let event = event::read(line, at).filter(|_| !chance);
    if !line.tells(at) {
        return Found::longer(vague, event);
    }
    let moment = moment::moment(line, at);
    let range = range::read(line, at, moment.as_ref());
    let others = [vague, event, duration::read(line, at)];
    others
        .into_iter()
        .fold(Found::longer(moment, range), Found::longer)
}
