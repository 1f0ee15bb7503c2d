//! What a promise that does not bind can say instead: yes with a day, no with another day, or the question first.

use super::fault::Faulty;
use crate::facts::{Action, Passage, TimeKind};
use crate::finding::{Applies, Finding};
use crate::language::{Token, TokenKind, among};
use crate::rewrite::{self, Recast};
use crate::rules::{Context, offer};
use crate::text::{Edit, Edits, Span};

/// Verbs of turning up, which have their time in what they are about: a date of the writer's choice would not fit.
const TURNING_UP: &[&str] = &[
    "stop", "come", "be", "attend", "join", "visit", "see", "say", "make", "swing", "drop", "call",
];

/// Adds the promise as one that binds, the no with a day to fill in, and the question to ask first.
pub(super) fn bind(
    mut finding: Finding,
    context: &Context<'_>,
    passage: &Passage,
    faulty: &Faulty,
) -> Finding {
    let day = offer::promised_day(context);
    let (act, promise) = (&faulty.act, &faulty.promise);
    let turns_up = promise.action.as_ref().is_some_and(|action| {
        let verb = action.verb.split(' ').next().unwrap_or_default();
        TURNING_UP.contains(&verb) || verb == "take" && takes_place(passage, action)
    });
    let wanted = (!turns_up).then_some(day.as_str());
    let firm =
        rewrite::tell(passage, act, &day).or_else(|| rewrite::firm(passage, act, promise, wanted));
    let counter = rewrite::counter(passage, act, promise, wanted);
    let ask_back = rewrite::ask_back(passage, act, promise);
    finding = said(
        finding,
        Applies::IfMeant,
        repeated_back(context, passage, faulty),
    );
    finding = said(finding, Applies::IfMeant, firm);
    finding = said(finding, Applies::WithBlank, counter);
    said(finding, Applies::IfMeant, ask_back)
}

/// Whether what is taken has its own time: "the late shift", "the trip to Leeds".
fn takes_place(passage: &Passage, action: &Action) -> bool {
    const TIMED: &str =
        "bus|call|chair|class|flight|lead|meeting|minutes|notes|session|shift|slot|train|trip|turn";
    let words = passage.words.tokens_in(action.span);
    words.iter().any(|token| among(&token.norm, TIMED))
}

/// What was asked for, promised in its own words: "I'll try to get to it" is "I'll send you the slides by Tue 24 Nov."
fn repeated_back(context: &Context<'_>, passage: &Passage, faulty: &Faulty) -> Option<Recast> {
    let wanted = context.around.wanted.as_ref()?;
    let promise = wanted.promise.as_ref()?;
    let day = offer::promised_day(context);
    rewrite::repeated_back(passage, &faulty.act, &faulty.promise, promise, &day)
}

fn said(finding: Finding, applies: Applies, recast: Option<Recast>) -> Finding {
    match recast {
        Some(Recast { edits, words }) => finding.fix(applies, offer::say(&words), edits),
        None => finding,
    }
}

/// A day in place of words that leave the time open, where they end a sentence that names no other: "I'll read it when I can", but
/// not "let me see if I can find the time".
pub(super) fn by_day(
    passage: &Passage,
    sentence: usize,
    open: Span,
    day: &str,
) -> Option<(String, Edit)> {
    let span = passage.words.sentences.get(sentence)?.span;
    let mut dated = passage.times_in(span).filter(|time| {
        matches!(time.kind, TimeKind::Date | TimeKind::Event) && !open.covers(time.span)
    });
    let mut rest = passage
        .words
        .tokens_in(Span::new(open.end, span.end.max(open.end)))
        .iter();
    let ends = rest
        .next()
        .is_none_or(|next| next.is("and") || next.kind == TokenKind::Mark && rest.all(is_mark));
    let before = passage.words.tokens_in(Span::new(span.start, open.start));
    let told = |token: &Token| token.is_any(&["see", "tell", "you", "know", "check", "say"]);
    let stands = before.last().is_some_and(|token| !told(token));
    let text = &passage.text;
    (ends && stands && dated.next().is_none()).then(|| {
        let words = format!("by {day}");
        let edit = match text[..open.start].trim_end().strip_suffix(',') {
            Some(before) => Edit::replace(Span::new(before.len(), open.end), format!(" {words}")),
            None => Edit::replace(open, words.clone()),
        };
        (offer::say(&words), edit)
    })
}

fn is_mark(token: &Token) -> bool {
    token.kind == TokenKind::Mark
}

/// Adds the edits under the words they lead to, where there are any.
pub(super) fn edits(
    finding: Finding,
    applies: Applies,
    title: String,
    edits: Option<Edits>,
) -> Finding {
    match edits {
        Some(edits) if !edits.is_empty() => finding.fix(applies, title, edits),
        _ => finding,
    }
}
