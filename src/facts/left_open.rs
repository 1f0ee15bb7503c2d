//! Words around an ask that leave its time open and say nothing else: "No rush!", "Whenever you get a second would be great.", "There's
//! no hurry, but …".

use super::{Act, Passage, TimeExpression, TimeForm, TimeKind, presses};
use crate::language::{Token, TokenKind, among};
use crate::text::Span;

/// How many sentences behind the ask may leave it open.
const BEHIND: usize = 2;

/// How many words such a sentence has at most.
const LONGEST: usize = 24;

/// Words that leave open the time of an ask beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOpen<'a> {
    /// The vague time they tell.
    pub time: &'a TimeExpression,
    /// All that can go with it: a clause with its "but", or whole sentences.
    pub spans: Vec<Span>,
}

/// What leaves the time of the act open outside its own clause.
pub fn left_open<'a>(passage: &'a Passage, act: &Act) -> Option<LeftOpen<'a>> {
    let lead = lead(passage, act).or_else(|| tail(passage, act));
    let before = || {
        let at = act.sentence.checked_sub(1)?;
        whole(passage, at)
    };
    let behind = (act.sentence + 1..=act.sentence + BEHIND).map_while(|at| whole(passage, at));
    let mut found = lead.or_else(before).into_iter().chain(behind);
    let (time, first) = found.next()?;
    let mut spans = vec![first];
    spans.extend(found.map(|(_, span)| span));
    Some(LeftOpen { time, spans })
}

/// Whether a paragraph does nothing else, as one below the request may: "Whenever you get a second. No rush!"
pub fn only_leaves_open(passage: &Passage) -> bool {
    let count = passage.words.sentences.len();
    (1..=BEHIND).contains(&count) && (0..count).all(|at| whole(passage, at).is_some())
}

/// The sentence with this number if all it does is to leave a time open.
fn whole(passage: &Passage, at: usize) -> Option<(&TimeExpression, Span)> {
    let sentence = passage.words.sentences.get(at)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    if tokens.len() > LONGEST || tokens.last().is_some_and(|last| last.is("?")) {
        return None;
    }
    let time = open(passage, sentence.span)?;
    only(tokens, time).then_some((time, sentence.span))
}

/// The clause that opens the act's sentence with as much: "No rush, but …".
fn lead<'a>(passage: &'a Passage, act: &Act) -> Option<(&'a TimeExpression, Span)> {
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let time = open(passage, sentence.span)?;
    let but = tokens.iter().take(LONGEST).position(|token| {
        token.span.start >= time.whole.end && token.is_any(&["but", ",", ":", "-", "–", "—"])
    })?;
    let ties = tokens[but..]
        .iter()
        .take_while(|token| token.kind == TokenKind::Mark || token.is_any(&["but", "-", "–", "—"]));
    let end = tokens.get(but + ties.count())?.span.start;
    let clause = Span::new(sentence.span.start, end);
    let own = act.span.start.max(sentence.span.start) >= end || act.span.start <= clause.start;
    (own && only(&tokens[..but], time)).then_some((time, clause))
}

/// The clause that ends the act's sentence with as much, its comma with it: "…, it's not urgent."
fn tail<'a>(passage: &'a Passage, act: &Act) -> Option<(&'a TimeExpression, Span)> {
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let last = tokens
        .iter()
        .rposition(|token| token.kind == TokenKind::Word)?;
    let near = last.saturating_sub(LONGEST)..last;
    let parts = |at: usize| tokens[at].is_any(&[",", ";", "-", "–", "—", "(", "--"]);
    let pause = near.rev().find(|&at| parts(at))?;
    let clause = Span::new(tokens[pause].span.start, tokens[last].span.end);
    let time = open(passage, clause)?;
    let bare = !tokens[pause].is("(") && only(&tokens[pause..=last], time);
    (bare && act.span.start < clause.start).then_some((time, clause))
}

/// The first time of the run if it is vague, names no day and does not press.
fn open(passage: &Passage, run: Span) -> Option<&TimeExpression> {
    let time = passage.times_in(run).next()?;
    is_open(passage, time).then_some(time)
}

/// Whether a time names no day and leaves it open; one that presses ("ASAP, by Friday at the latest") agrees with a date.
pub fn is_open(passage: &Passage, time: &TimeExpression) -> bool {
    time.kind == TimeKind::Vague
        && time.readings.is_empty()
        && time.form != TimeForm::Context
        && !presses(time.span.of(&passage.text))
}

/// Whether the words beside the time only say that it will do.
fn only(tokens: &[Token], time: &TimeExpression) -> bool {
    const FILLERS: &str = "there|there's|is|'s|it|it's|this|that|one|would|'d|be|great|good|fine|lovely|perfect|nice|ideal|ok|okay|works|\
        work|do|will|'ll|just|really|absolutely|obviously|of|course|honestly|totally|though|at|all|on|with|for|me|us|here|from|my|our|\
        end|side|by|any|means|please|thanks|so|and|i|'m|am|not|a|blocker|big|deal|biggie|either";
    tokens.iter().all(|token| {
        matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
            || time.whole.covers(token.span)
            || among(&token.norm, FILLERS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::acts::testing::read;

    /// What may go with the time that leaves the first ask open.
    fn open_words(text: &str) -> String {
        let passage = read(text);
        let act = passage.asks().next().map(|(act, _)| act.clone());
        let act = act.unwrap_or_else(|| panic!("{text:?} asks nothing"));
        let spans = left_open(&passage, &act).map(|open| open.spans);
        let words = spans.unwrap_or_default().into_iter();
        words
            .map(|span| span.of(text).trim().to_owned())
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn what_only_leaves_the_time_open_may_go() {
        for (text, want) in [
            ("Could you mend the gate? No rush!", "No rush!"),
            (
                "Could you mend the gate? Whenever you get a sec would be great. No hurry.",
                "Whenever you get a sec would be great. | No hurry.",
            ),
            (
                "There's no hurry, but could you mend the gate?",
                "There's no hurry, but",
            ),
            (
                "No rush at all. Could you mend the gate?",
                "No rush at all.",
            ),
            (
                "Could you mend the gate? It's not urgent.",
                "It's not urgent.",
            ),
            (
                "Could you mend the gate, it's not urgent?",
                ", it's not urgent",
            ),
            ("Please mend the gate - no rush.", "- no rush"),
            ("Not urgent: could you mend the gate?", "Not urgent:"),
            ("Could you mend the gate? The goats are in no hurry.", ""),
            ("Could you mend the gate? Soon would be great.", ""),
            ("Could you mend the gate? No rush, Friday is fine.", ""),
            ("Could you mend the gate?", ""),
        ] {
            assert_eq!(open_words(text), want, "{text}");
        }
    }
}
