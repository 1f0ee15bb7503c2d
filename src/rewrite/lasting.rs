//! Whether what is asked for has a time of its own: it lasts, or it is part of an event.

use super::wanted::{has_any, points};
use crate::facts::due::is_event;
use crate::facts::{Act, Ask, Passage, TimeKind};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, Upos, among};
use crate::text::Span;

/// How far behind its verb an ask is looked at.
const FAR: usize = 30;

/// Whether no day ends what is asked for, for it goes on, or is done at its event: "mentor the apprentice", "chair the panel", "take
/// photos at the fair".
pub(super) fn has_own_time(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let end = act.span.end.max(action.verb_span.start);
    let words = passage
        .words
        .tokens_in(Span::new(action.verb_span.start, end));
    let words = &words[..words.len().min(FAR)];
    let object = action
        .object
        .map(|object| passage.words.tokens_in(object))
        .unwrap_or_default();
    let head = action.verb.split(' ').next().unwrap_or_default();
    goes_on(head, words)
        || is_held(head, words, object)
        || is_done_at_an_event(head, words)
        || is_habit_told_before(passage, act, ask)
}

/// Whether it goes on for as long as is told, and nothing is to be handed over at the end: "keep an eye on the oven".
pub fn lasts(passage: &Passage, ask: &Ask) -> bool {
    ask.action.as_ref().is_some_and(|action| {
        let words = passage.words.tokens_in(action.span);
        let head = action.verb.split(' ').next().unwrap_or_default();
        goes_on(head, &words[..words.len().min(FAR)])
    })
}

fn goes_on(head: &str, words: &[Token]) -> bool {
    let found = || GOES_ON.find(words);
    among(head, GO_ON) || found().is_some_and(|(found, _)| found.start == 0)
}

/// What goes on for a while, and has no end to be reached.
const GO_ON: &str = "accompany|babysit|chair|chaperone|coach|emcee|escort|host|interpret|invigilate|mentor|moderate|monitor|oversee|park|\
    patrol|referee|represent|shadow|steward|supervise|tutor|umpire|wear";

/// The same in more words.
static GOES_ON: Patterns = Patterns::new(&[
    "act as",
    "copy|cc me|us|him|her|everyone in|on",
    "cover|deputise|deputize for",
    "fill|stand in for",
    "collect|drive|fetch|run|take * *? *? from|to the airport|station",
    "give|lend me|us|him|her|them a hand|lift|ride",
    "give * *? the day|morning|afternoon|evening|week off",
    "help out",
    "help me|us|him|her|them out",
    "keep|have an|a close|closer? eye|watch|lookout on|over|for",
    "look after",
    "man|staff the|our",
    "run the|our bar|counter|desk|kitchen|shop|stall|stand",
    "serve as|on",
    "spare * *? *? for",
    "swap shifts|slots|turns|places",
    "show * *? *? round|around",
    "take|bring * *? *? along",
    "take|bring me|us|him|her|them with you",
    "take charge|responsibility of|for",
    "use the|our|this|that|these|those",
]);

/// Whether it is held as an event is, of which the reader knows: "run the workshop", "give them the safety talk".
fn is_held(head: &str, words: &[Token], object: &[Token]) -> bool {
    const HOLD: &str = "deliver|do|facilitate|give|hold|lead|open|present|run|teach";
    const HELD: &str = "briefing|call|catering|class|course|debrief|demonstration|drill|induction|interview|intro|introduction|\
        keynote|lecture|lesson|meeting|party|pitch|presentation|quiz|rehearsal|retro|retrospective|seminar|session|speech|stand-up|\
        standup|talk|toast|tour|training|webinar|welcome|workshop";
    // A course may be done as a pupil does it, an introduction as an author.
    const MADE: &str = "course|introduction|pitch|presentation|training";
    let known = |token: &Token| {
        token.is_any(&["the", "our", "your", "this", "that", "these"])
            || token.tag.penn == Penn::PrpDollar
    };
    let held =
        |token: &Token| among(&token.norm, HELD) && !(head == "do" && among(&token.norm, MADE));
    // "The workshop for the new starters"
    let end = object.iter().position(|token| token.tag.upos == Upos::Adp);
    let object = &object[..end.unwrap_or(object.len())];
    // "Give them the talk" has two objects.
    let thing = if object.last().is_some_and(held) {
        object
    } else {
        second(words, object)
    };
    among(head, HOLD) && thing.first().is_some_and(known) && thing.last().is_some_and(held)
}

/// The words behind the object up to the next preposition.
fn second<'a>(words: &'a [Token], object: &[Token]) -> &'a [Token] {
    let Some(last) = object.last() else {
        return &[];
    };
    let from = words.partition_point(|token| token.span.start < last.span.end);
    let rest = &words[from..];
    let end = rest.iter().position(|token| {
        !token.tag.is_nominal() && token.tag.penn != Penn::Dt && token.tag.penn != Penn::Jj
    });
    &rest[..end.unwrap_or(rest.len())]
}

/// Whether it is done where people meet, or while they do: "hand out the leaflets at the fair", "work from home during the audit".
fn is_done_at_an_event(head: &str, words: &[Token]) -> bool {
    const DONE_THERE: &str = "announce|demonstrate|demo|film|greet|hand|interpret|introduce|make|play|present|propose|raise|say|sell|serve|show|speak|take|tell|thank|wear|welcome";
    /// From the preposition to the event.
    const REACH: usize = 6;
    // "The figures shown at the meeting", "the list of speakers at the fair"
    let made = |token: &Token| matches!(token.tag.penn, Penn::Vbn | Penn::Vbd);
    let told = |token: &Token| token.is_any(&["of", "from", "about"]);
    let there = |at: usize, token: &Token| {
        token.is("at") && among(head, DONE_THERE) && !words[..at].iter().any(told)
    };
    let here = words.iter().enumerate().skip(1);
    let here = here.take_while(|(_, token)| !made(token));
    here.filter(|(at, token)| token.is("during") || there(*at, token))
        .any(|(at, _)| {
            words[at + 1..]
                .iter()
                .take(REACH)
                .any(|token| is_event(&token.norm))
        })
}

/// Whether the sentence before tells how often it is wanted: "They want the figures every Monday. Could you send them?"
fn is_habit_told_before(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let before = act
        .sentence
        .checked_sub(1)
        .and_then(|at| passage.words.sentences.get(at));
    points(passage, ask)
        && before.is_some_and(|before| {
            let tokens = &passage.words.tokens[before.tokens.clone()];
            let mut times = passage.times_in(before.span);
            has_any(
                &tokens[..tokens.len().min(FAR)],
                &[
                    "want", "wants", "need", "needs", "like", "expect", "expects", "ask", "asks",
                    "require", "requires", "should", "must",
                ],
            ) && times.any(|time| time.kind == TimeKind::Repeated)
        })
}
