//! Whether an ask without a deadline tells when all the same.

use jiff::civil::Date;

use super::lasting::has_own_time;
use super::wanted::{has_any, sentence};
use crate::facts::due::is_event;
use crate::facts::{
    Act, ActKind, Ask, DueKind, DueScope, Grain, Message, Passage, Placed, ScopedDue,
    TimeExpression, TimeKind, TimeRole,
};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Sentence, Token, Upos, among};
use crate::text::Span;

/// Whether the sentence of an undated ask tells when all the same: "When you are back, …", "… and book it for this afternoon".
pub fn is_timed(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let verb = ask
        .action
        .as_ref()
        .map_or(act.span.end, |action| action.verb_span.start);
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return false;
    };
    let first = passage.words.tokens.get(sentence.tokens.start);
    let next = passage.words.tokens.get(sentence.tokens.start + 1);
    let hurries =
        first.is_some_and(|first| first.is("quick")) && next.is_some_and(|next| next.is(","));
    let opens = first.is_some_and(|first| {
        let excuses = passage.phrases_at(first.span).next().is_some();
        !excuses
            && first.span.start < verb
            && first.is_any(&["when", "once", "after", "before", "while", "until"])
    });
    let rest = Span::new(verb.min(sentence.span.end), sentence.span.end);
    let mut times = passage.times_in(rest);
    // "Print it in colour just this week" ends with its time.
    let ends = |time: &TimeExpression| {
        let after = Span::new(time.whole.end, sentence.span.end.max(time.whole.end));
        time.whole == time.span && !after.of(&passage.text).contains(char::is_alphanumeric)
    };
    let rest = passage.words.tokens_in(rest);
    // "We are short on the 19th, so could you swap"
    let told = Span::new(sentence.span.start, act.span.start.max(sentence.span.start));
    let before = passage.words.tokens_in(told);
    let is_told = !before.iter().any(|token| token.tag.penn == Penn::Vbd)
        && before.len() <= FAR
        && passage.times_in(told).any(|time| {
            time.kind == TimeKind::Date
                && (time.role != TimeRole::Mention || is_moved_to(passage, time))
                && !lies_back(passage, time)
                && !is_of_a_thing(passage, time)
        });
    is_told
        || opens
        || hurries
        || attends(passage, ask, rest)
        || has_own_time(passage, act, ask)
        || IN_PASSING.find(&rest[..rest.len().min(FAR)]).is_some()
        || times.any(|time| {
            time.kind == TimeKind::Date
                && !lies_back(passage, time)
                && (time.role != TimeRole::Mention || ends(time))
        })
}

/// Whether it is the day to which something is put off or brought forward: "the deadline has been moved to 20 November".
fn is_moved_to(passage: &Passage, time: &TimeExpression) -> bool {
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < time.span.start);
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    before.is_some_and(|before| before.is_any(&["to", "until", "till"]))
}

/// Whether what is asked for is to be there at its time: "cover Friday", "sit in on the Thursday call".
fn attends(passage: &Passage, ask: &Ask, rest: &[Token]) -> bool {
    const BE_THERE: &str = "attend|chair|come|cover|deputise|deputize|dial|go|host|join|man|present|sit|speak|stand|step|swap|take|work";
    const SHIFTS: [&str; 9] = [
        "call",
        "meeting",
        "shift",
        "session",
        "slot",
        "class",
        "talk",
        "interview",
        "stand-up",
    ];
    let action = ask.action.as_ref();
    let goes = action
        .is_some_and(|action| among(action.verb.split(' ').next().unwrap_or_default(), BE_THERE));
    let rest = &rest[..rest.len().min(FAR)];
    let taken = action
        .is_some_and(|action| action.verb.starts_with("take") || action.verb.starts_with("go"));
    let shift = has_any(rest, &SHIFTS);
    let whole = rest.first().zip(rest.last());
    let within = whole.map(|(first, last)| first.span.join(last.span));
    let mut times = within
        .into_iter()
        .flat_map(|within| passage.times_in(within));
    goes && (shift || !taken)
        && times.any(|time| time.kind == TimeKind::Date && !lies_back(passage, time))
}

/// How far behind its verb an ask is looked at.
const FAR: usize = 60;

/// What tells that it is done along the way: "on your way up", "while you are there".
static IN_PASSING: Patterns = Patterns::new(&[
    "on your|the way up|down|in|out|over|home|back|here|there",
    "while you are|'re there|out|here|downstairs|upstairs",
    "while you are|'re at it",
    "when you are|'re next",
    "in|with|for|by|before the|this|our next|coming|upcoming|following? release|version|sprint|iteration|edition|issue|newsletter|round",
]);

/// Whether the ask itself says of which day the thing is ("plan for a trip in three weeks", "spare Bo for two days next week") or the
/// sentence beside it before which event.
pub fn is_scheduled(passage: &Passage, act: &Act) -> bool {
    let mut times = passage.times_in(act.span);
    times.any(|time| {
        time.kind == TimeKind::Date
            && !lies_back(passage, time)
            && (time.role != TimeRole::Mention
                || stands_alone(passage, time.span)
                || is_of_an_event(passage, time))
    }) || is_so_far_off(passage.words.tokens_in(act.span))
        || WEEKS.find(passage.words.tokens_in(act.span)).is_some()
        || is_before_an_event(passage, act)
}

/// Whether the sentence beside it tells of an event that bounds it: "Could you rebase it? We want to merge before the freeze."
pub fn is_before_an_event(passage: &Passage, act: &Act) -> bool {
    beside(passage, act, &[Penn::Vbd]).any(|sentence| {
        let mut times = passage.times_in(sentence.span);
        times.any(|time| time.kind == TimeKind::Event && time.role == TimeRole::Deadline)
    })
}

/// The sentences before and after the act's, unless they tell what was: a verb of theirs is in one of these forms.
fn beside<'a>(
    passage: &'a Passage,
    act: &Act,
    told: &'a [Penn],
) -> impl Iterator<Item = &'a Sentence> {
    /// A sentence as long as a book is not looked through for each of its acts.
    const LONGEST: usize = 300;
    /// How many requests in a row one day bounds.
    const ROW: usize = 4;
    let sentences = &passage.words.sentences;
    // One day bounds all the requests that follow one another.
    let asks = |at: &usize| {
        let mut acts = passage.acts_in(*at).iter();
        acts.any(|act| matches!(&act.kind, ActKind::Ask(ask) if ask.action.is_some()))
    };
    let above = (0..act.sentence).rev().take(ROW).find(|at| !asks(at));
    let below = act.sentence + 1..sentences.len();
    let below = below.take(ROW).find(|at| !asks(at));
    let next = [act.sentence.checked_sub(1), Some(act.sentence + 1)];
    // "The pack has to go out on Friday. I have not seen the figures. Could you chase Bo for them?"
    let needs = |at: &usize| {
        let tokens = &passage.words.tokens[sentences[*at].tokens.clone()];
        let named =
            |token: &Token| token.is_any(&["needs", "must", "has", "have", "due", "deadline"]);
        tokens.iter().take(LONGEST).any(named)
    };
    let needed = act.sentence.checked_sub(2).filter(needs);
    let beside = next.into_iter().chain([above, below, needed]);
    let beside = beside.flatten().filter_map(|at| sentences.get(at));
    beside.filter(move |sentence| {
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        let is = |at: usize| {
            let near = &tokens[at.saturating_sub(2)..at];
            has_any(near, &["is", "are", "'s", "'re", "be"])
        };
        // "The crane is booked for Tuesday" tells of what is to come.
        let told = |(at, token): (usize, &Token)| told.contains(&token.tag.penn) && !is(at);
        tokens.len() <= LONGEST && !tokens.iter().enumerate().any(told)
    })
}

/// Whether the sentence tells what was; "I'm supposed to show it tomorrow" tells what is to come.
fn tells_what_was(tokens: &[Token]) -> bool {
    const NEAR: usize = 3;
    tokens.iter().enumerate().any(|(at, token)| {
        let before = &tokens[at.saturating_sub(NEAR)..at];
        let is = |before: &Token| before.is_any(&["am", "'m", "is", "'s", "are", "'re", "be"]);
        match token.tag.penn {
            Penn::Vbd => true,
            Penn::Vbn => !before.iter().any(is),
            _ => false,
        }
    })
}

/// The day to come that the sentence beside it tells of, which bounds it: "Please review the plan. We are to meet at three.", "Could you
/// send it? I leave for Rome on Friday."
pub fn day_beside(passage: &Passage, act: &Act, today: Date) -> Option<Date> {
    /// How many days off the day is at most: what is further off is the matter itself.
    const SOON: i64 = 21;
    let last = today.saturating_add(jiff::Span::new().days(SOON));
    beside(passage, act, &[]).find_map(|sentence| {
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        let told = tells_what_was(tokens);
        let mut times = passage.times_in(sentence.span);
        times.find_map(|time| {
            let kind = matches!(time.kind, TimeKind::Date | TimeKind::Event);
            // "I promised it by Wednesday" tells of a day to come for all its "promised".
            let bounds = !told || time.role == TimeRole::Deadline;
            let day = time.last_day().filter(|_| kind && bounds)?;
            (today..=last).contains(&day).then_some(day)
        })
    })
}

/// Whether a vague time is told of the thing in a sentence of its own, which another rule speaks of: "I need it soon."
pub fn is_needed_then(ask: &Placed<'_, Ask>, due: ScopedDue<'_>) -> bool {
    let own = |(_, other): (&Act, &Ask)| {
        let own = other.due.as_ref().map(|own| own.span.shifted(ask.offset));
        own == Some(due.span)
    };
    let apart = due.scope != DueScope::Clause;
    due.kind == DueKind::Vague && apart && ask.passage.asks().any(own)
}

/// Whether the draft says by when an ask is wanted, wherever it says so.
pub fn is_dated(message: &Message, ask: &Placed<'_, Ask>) -> bool {
    let Placed { passage, act, .. } = *ask;
    let due = message.due(ask);
    due.is_some_and(|due| due.bounds() || is_needed_then(ask, due))
        || is_scheduled(passage, act)
        || is_timed(passage, act, ask.fact)
        || day_beside(passage, act, message.today).is_some()
}

/// Whether it is asked under a condition; "if you have not already done so" leaves nothing open.
pub(super) fn has_condition(passage: &Passage, ask: &Ask) -> bool {
    let still_to_do = |condition: Span| {
        let words = passage.words.tokens_in(condition);
        has_any(words, &["not", "n't", "haven't"]) && has_any(words, &["already", "yet"])
    };
    ask.condition
        .is_some_and(|condition| !still_to_do(condition))
}

/// What asks for a habit.
static FROM_NOW_ON: Patterns = Patterns::new(&[
    "the|in|all|any future",
    "going forward|forwards",
    "each|every time",
    "after|before|during|at|for|with each|every",
    "at the end|start|beginning of each|every",
    "on|in such|those|any|all occasions|cases|days when|where",
    "copy|cc|notify|tell|inform|consult * *? *? on|of|about|in all|any|every|each",
    "now on",
    "now and again|then",
    "as usual",
    "in the mornings|afternoons|evenings",
    "on a regular|daily|weekly|monthly basis",
    "report|log any",
    "that come in",
    "as new",
    "always",
    "at night|nights|weekends",
    "every|each day|week|month|quarter|year|morning|afternoon|evening|night|weekend",
    "every|each monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "on|in mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday mornings|afternoons|evenings|nights",
    "after yourself|yourselves|themselves|ourselves|himself|herself",
    "keep the|this|that|our|your|it|them * *? clean|closed|locked|quiet|shut|tidy",
    "as they|things|issues|questions|it occur|occurs|arise|arises|happen|happens|come",
]);

/// Whether it is asked for all time to come: "in the future", "going forward", "each time".
pub fn holds_from_now_on(passage: &Passage, act: &Act) -> bool {
    let tokens = sentence(passage, act);
    let sentence = passage.words.sentences.get(act.sentence);
    let repeats = sentence.is_some_and(|sentence| {
        let mut times = passage.times_in(sentence.span);
        times.any(|time| time.kind == TimeKind::Repeated)
    });
    // "Whenever you have a minute" is a time, if a vague one.
    let mut times = passage.times_in(act.span);
    let at_leisure = times.any(|time| time.kind == TimeKind::Vague);
    FROM_NOW_ON.find(tokens).is_some() || repeats || (!at_leisure && has_any(tokens, &["whenever"]))
}

/// A week told by a day in it, however that is written: "the week of 12/8".
static WEEKS: Patterns = Patterns::new(&[
    "the week of|beginning|starting|commencing",
    "that|those|same day|days|date|week|weekend|night|evening|morning|afternoon",
]);

/// Whether the words tell how far off it is, however it is counted: "in 3-4 weeks".
fn is_so_far_off(tokens: &[Token]) -> bool {
    /// From "in" to the unit.
    const REACH: usize = 6;
    tokens.iter().enumerate().any(|(at, token)| {
        let mut near = tokens[at + 1..].iter().take(REACH).take_while(|next| {
            next.tag.penn == Penn::Cd
                || next.is_any(&["-", "–", "to", "or", "days", "weeks", "months", "hours"])
        });
        token.is_any(&["in", "within"])
            && near.any(|next| next.is_any(&["days", "weeks", "months", "hours"]))
    })
}

/// Whether the time says which thing is meant, and not when: "the minutes of Tuesday", "Tuesday's minutes".
pub fn is_of_a_thing(passage: &Passage, time: &TimeExpression) -> bool {
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < time.span.start);
    let next = tokens.partition_point(|token| token.span.start < time.span.end);
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    before.is_some_and(|before| before.is_any(&["of", "from"]))
        || tokens.get(next).is_some_and(|next| next.is("'s"))
}

/// Whether the words say that the time lies back: "the list she sent last week".
pub(super) fn lies_back(passage: &Passage, time: &TimeExpression) -> bool {
    let mut words = passage.words.tokens_in(time.span).iter();
    words.any(|word| word.is_any(&["last", "yesterday", "ago", "previous", "past"]))
}

/// Whether it is the day of what the thing is for: "twelve chairs for the party on Saturday", "slides for tomorrow's demo".
fn is_of_an_event(passage: &Passage, time: &TimeExpression) -> bool {
    const NEAR: usize = 6;
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < time.span.start);
    let next = tokens.partition_point(|token| token.span.start < time.span.end);
    // "The party on Saturday": the preposition is the day's.
    let before_day = first.checked_sub(1).map(|at| &tokens[at]);
    let placed = time.whole.start < time.span.start && before_day.is_some_and(|one| !one.is("for"));
    let first = first - usize::from(placed);
    // "The agenda for Monday"
    let named = time.role == TimeRole::Mention && time.grain <= Grain::Day;
    let opens = tokens.partition_point(|token| token.span.start < time.whole.start);
    let thing = opens.checked_sub(1).map(|at| &tokens[at]);
    let for_it = tokens.get(opens).is_some_and(|token| token.is("for"));
    if named && for_it && thing.is_some_and(|thing| thing.tag.is_nominal()) {
        return true;
    }
    let before = &tokens[first.saturating_sub(NEAR)..first];
    // "Could you do the retro on Thursday?"; "the notes of the retro on Thursday" may be wanted at any time.
    let held = placed && thing.is_some_and(|thing| is_event(&thing.norm));
    if held && !has_any(before, &["of", "from", "about", "after", "since"]) {
        return true;
    }
    let Some(purpose) = before.iter().rposition(|token| token.is("for")) else {
        return false;
    };
    let event = |token: &Token| is_event(&token.norm);
    let owned = tokens.get(next).is_some_and(|token| token.is("'s"));
    before[purpose..].last().is_some_and(event)
        || owned && tokens[next..].iter().take(NEAR).any(event)
}

/// Whether a time says when something is to be rather than which thing is meant: "be there Monday morning", "for the 9:00 meeting",
/// and not "the Monday report".
fn stands_alone(passage: &Passage, time: Span) -> bool {
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < time.start);
    let next = tokens.partition_point(|token| token.span.start < time.end);
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(next);
    let meets =
        || after.is_some_and(|token| token.is_any(&["meeting", "mtg", "call", "train", "flight"]));
    let clock = tokens
        .get(first)
        .is_some_and(|token| token.norm.contains(':'));
    // "Spare Bo for two days the week of 5 October."
    let of_week = matches!(&tokens[..first], [.., week, of] if week.is("week") && of.is("of"));
    let tied = !of_week
        && before.is_some_and(|token| {
            matches!(
                token.tag.upos,
                Upos::Adp | Upos::Det | Upos::Propn | Upos::Noun
            ) || token.tag.penn == Penn::PrpDollar
        });
    let names = after.is_some_and(|token| token.tag.is_nominal() && !token.is_any(&["am", "pm"]));
    clock && meets() || (!tied && !names)
}
