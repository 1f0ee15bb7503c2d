use super::line::Line;
use super::told::Found;
use super::{Calendar, TimeExpression, duration, event, moment, numeric, range, role, vague};
use crate::language::{Token, Words};

/// Finds the time expressions of a passage: sorted, none overlapping.
pub fn read(words: &Words, text: &str, calendar: &Calendar) -> Vec<TimeExpression> {
    let cut = |order: bool, sentence| Line::cut(words, sentence, text, calendar, order);
    let has_digit = |token: &Token| token.norm.bytes().any(|byte| byte.is_ascii_digit());
    let shown = words.sentences.iter().find_map(|sentence| {
        let tokens = words.tokens.get(sentence.tokens.clone())?;
        let line = tokens.iter().any(has_digit).then_some(sentence)?;
        numeric::order_shown(&cut(calendar.day_first, line)?)
    });
    let order = shown.unwrap_or(calendar.day_first);
    let lines = words.sentences.iter();
    lines
        .filter_map(|sentence| cut(order, sentence))
        .flat_map(|line| of_line(&line))
        .collect()
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
        .is_some_and(|vague| vague::waits_for_a_chance(line, vague));
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
