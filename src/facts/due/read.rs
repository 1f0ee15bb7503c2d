use super::line::Line;
use super::told::Found;
use super::{Calendar, TimeExpression, duration, event, moment, numeric, range, role, vague};
use crate::language::Words;

/// Finds the time expressions of a passage: sorted, none overlapping.
pub fn read(words: &Words, text: &str, calendar: &Calendar) -> Vec<TimeExpression> {
    let cut = |order: bool| {
        let lines = words.sentences.iter();
        lines.filter_map(move |sentence| Line::cut(words, sentence, text, calendar, order))
    };
    let shown = cut(calendar.day_first).find_map(|line| numeric::order_shown(&line));
    let order = shown.unwrap_or(calendar.day_first);
    cut(order).flat_map(|line| of_line(&line)).collect()
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
