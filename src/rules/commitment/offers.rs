//! What a promise that does not bind can say instead: yes with a day, no with another day, or the question first.

use jiff::civil::Date;

use super::fault::{self, Faulty};
use super::no_date;
use crate::facts::{Act, Action, Commitment, Passage, TimeExpression, TimeKind};
use crate::finding::{Applies, Finding};
use crate::language::pattern::Patterns;
use crate::language::{Token, TokenKind, among};
use crate::rewrite::{self, Recast};
use crate::rules::{Context, offer};
use crate::text::{Edit, Edits, Span};

/// Verbs of turning up, which have their time in what they are about: a date of the writer's choice would not fit.
const TURNING_UP: &[&str] = &[
    "stop", "come", "be", "attend", "join", "visit", "see", "say", "make", "swing", "drop", "call",
];

/// Verbs of what lasts, or is done whenever it comes up: no day would fit, and no other day either.
const LASTING: &[&str] = &[
    "avoid", "bear", "continue", "keep", "limit", "maintain", "minimise", "minimize", "remain",
    "remember", "stay",
];

/// Adds the promise as one that binds, the no with a day to fill in, and the question to ask first.
pub(super) fn bind(
    mut finding: Finding,
    context: &Context<'_>,
    passage: &Passage,
    faulty: &Faulty,
) -> Finding {
    let (act, promise) = (&faulty.act, &faulty.promise);
    let day = within(passage, promise, context).unwrap_or_else(|| offer::promised_day(context));
    let verb = promise.action.as_ref().map(|action| action.verb.split(' '));
    let verb = verb.and_then(|mut words| words.next()).unwrap_or_default();
    let lasts = LASTING.contains(&verb);
    let turns_up = promise.action.as_ref().is_some_and(|action| {
        TURNING_UP.contains(&verb) || verb == "take" && takes_place(passage, action)
    });
    let way_out = fault::way_out(passage, act.sentence);
    // "Tomorrow I'll try and ring you" has its day, and so has what is told beside it.
    let has_day = no_date::dated_nearby(passage, act.sentence, way_out);
    let wanted =
        (!turns_up && !lasts && !has_day && !is_reserve(passage, act)).then_some(day.as_str());
    let out = way_out.filter(|out| !out.overlaps(faulty.span));
    // What is asked for is promised in its own words; where nothing is seen that asks, it is "it".
    let asked = match &context.around.wanted {
        Some(wanted) => wanted.promise.as_deref(),
        None => Some("do it"),
    };
    let halved = rewrite::Halved::of(passage, act, promise, out);
    let told = halved.as_ref().and_then(|halved| halved.told(&day));
    let taken_up = halved.as_ref().zip(asked);
    let again = taken_up.and_then(|(halved, asked)| halved.repeated_back(asked, &day));
    let declined = taken_up.and_then(|(halved, asked)| halved.declined(asked, &day));
    let hangs = hangs(passage, act);
    // Who can do it this afternoon need not say on Friday whether they can.
    let late = is_before(passage, act, context.usual());
    let told = told.or_else(|| rewrite::tell(passage, act, &day).filter(|_| !late));
    let firm = || rewrite::firm(passage, act, promise, wanted, out);
    let named = match &told {
        Some(_) => None,
        None if hangs => whether(passage, faulty, &day, context),
        None if doubts(passage, faulty) => whether(passage, faulty, &day, context).or_else(firm),
        None => firm(),
    };
    let known = context.around.wanted.is_some();
    // "I'll get it done" names what it is about as well as it can be named here.
    let again = again.filter(|_| known || named.is_none());
    let named = named.filter(|_| again.is_none());
    let attempt = halved.as_ref().is_some_and(rewrite::Halved::is_attempt);
    let counter = match declined {
        None if hangs || attempt || lasts => None,
        None => rewrite::counter(passage, act, promise, wanted, out),
        declined => declined,
    };
    let ask_back = rewrite::ask_back(passage, act, promise, out);
    // Where it is not known what is asked for, "I'll tell you by Friday what I can do" says more than "I'll do it".
    let (first, second) = if known { (again, told) } else { (told, again) };
    for firm in [first, second, named] {
        finding = said(finding, Applies::IfMeant, firm);
    }
    finding = said(finding, Applies::WithBlank, counter);
    said(finding, Applies::IfMeant, ask_back)
}

/// The last of the days on offer that a vague time of the promise's own leaves: "at some point this week".
fn within(passage: &Passage, promise: &Commitment, context: &Context<'_>) -> Option<String> {
    let due = promise.due.as_ref().filter(|due| passage.is_vague(due))?;
    let last = passage.times.get(due.time)?.last_day()?;
    let days = rewrite::choices(context.today, context.options).into_iter();
    let fits = days.filter(|choice| choice.day <= last);
    fits.max_by_key(|choice| choice.day)
        .map(|choice| choice.words)
}

/// Whether the sentence tells of a day before this one.
fn is_before(passage: &Passage, act: &Act, day: Date) -> bool {
    let sentence = passage.words.sentences.get(act.sentence);
    sentence.is_some_and(|sentence| {
        let days = passage.times_in(sentence.span);
        days.filter_map(TimeExpression::last_day)
            .any(|told| told < day)
    })
}

/// Whether the sentence says that it hangs on something: "depending on the release".
fn hangs(passage: &Passage, act: &Act) -> bool {
    let sentence = passage.words.sentences.get(act.sentence);
    let tokens = sentence.map_or(&[][..], |sentence| {
        &passage.words.tokens[sentence.tokens.clone()]
    });
    tokens
        .iter()
        .any(|token| among(&token.norm, "depends|depending"))
}

/// Whether it is offered in case nothing better is found, which the reader will say: "if nobody else can".
fn is_reserve(passage: &Passage, act: &Act) -> bool {
    static RESERVE: Patterns = Patterns::new(&[
        "if no one else",
        "if nobody|noone|no-one|none else",
        "if needed|necessary|required|wanted",
        "if need be",
        "if you 're|are stuck|desperate|short",
        "if it|that helps",
    ]);
    let sentence = passage.words.sentences.get(act.sentence);
    let tokens = sentence.map(|sentence| &passage.words.tokens[sentence.tokens.clone()]);
    tokens.is_some_and(|tokens| RESERVE.find(tokens).is_some())
}

/// Whether it is open to the writer too: "I might be able to".
fn doubts(passage: &Passage, faulty: &Faulty) -> bool {
    let words = passage.words.tokens_in(faulty.promise.opening);
    words.iter().any(|token| among(&token.norm, "may|might"))
}

/// The promise of a word on it by a day that comes before its own.
fn whether(passage: &Passage, faulty: &Faulty, day: &str, context: &Context<'_>) -> Option<Recast> {
    let due = faulty.promise.due.as_ref();
    let own = due.and_then(|due| passage.times.get(due.time)?.last_day());
    let first = context.usual();
    own.is_none_or(|own| own > first)
        .then(|| rewrite::whether(passage, &faulty.act, &faulty.promise, day))?
}

/// Whether what is taken has its own time: "the late shift", "the trip to Leeds".
fn takes_place(passage: &Passage, action: &Action) -> bool {
    const TIMED: &str =
        "bus|call|chair|class|flight|lead|meeting|minutes|notes|session|shift|slot|train|trip|turn";
    let words = passage.words.tokens_in(action.span);
    words.iter().any(|token| among(&token.norm, TIMED))
}

pub(super) fn said(finding: Finding, applies: Applies, recast: Option<Recast>) -> Finding {
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
    // "All being well" and "no promises" are no times.
    let opens = passage.words.tokens_in(open).first()?;
    if among(&opens.norm, "but|no|all|so|just|fingers") {
        return None;
    }
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
    // "In the next sprint" is a time too, if not one that can be counted.
    let mut pairs = before.windows(2);
    let sprint = pairs.any(|pair| {
        pair[0].is_any(&["this", "next"])
            && among(&pair[1].norm, "sprint|iteration|release|cycle|round")
    });
    if sprint {
        return None;
    }
    let told = |token: &Token| token.is_any(&["see", "tell", "know", "check", "say"]);
    let stands = before.last().is_some_and(|token| !told(token))
        && !before.iter().any(|token| token.is("tell"));
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
