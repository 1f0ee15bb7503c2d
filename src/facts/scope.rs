//! Which time bounds an ask, wherever in the message it stands.

use super::{
    Act, ActKind, Ask, AskForm, DueKind, Message, Passage, Placed, TimeExpression, TimeKind,
    TimeRole, echo,
};
use crate::document::{BlockKind, ZoneKind};
use crate::text::Span;

/// The time that bounds an ask, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScopedDue<'a> {
    /// The words, preposition included, in the draft's bytes.
    pub span: Span,
    /// What sort of bound.
    pub kind: DueKind,
    /// The time, counted from its own passage's first byte.
    pub time: &'a TimeExpression,
    /// Where it stands, seen from the ask.
    pub scope: DueScope,
}

impl ScopedDue<'_> {
    /// Whether it says by when: "No rush." in the next sentence dates nothing.
    pub fn bounds(&self) -> bool {
        self.kind != DueKind::Vague || self.scope == DueScope::Clause
    }
}

/// Where the time that bounds an ask stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueScope {
    /// In the ask itself.
    Clause,
    /// In the same sentence.
    Sentence,
    /// In another sentence of the paragraph.
    Paragraph,
    /// In the sentence that leads in the list, or stands right before or after the paragraph.
    Neighbour,
    /// In the subject line.
    Subject,
}

/// How many times before and after an ask are looked at, and acts of a paragraph beside it: there are a few.
const NEAR: usize = 24;

/// How many paragraphs on a need is looked for that says by when: "I need your comments by Friday."
const NEXT: usize = 3;

/// How many items back the sentence is looked for that leads in a list.
const LONGEST_LIST: usize = 40;

impl<'a> Placed<'a, Ask> {
    /// The time in its own paragraph that bounds the ask: its own, else that of its sentence, else the nearest.
    pub fn due(&self) -> Option<ScopedDue<'a>> {
        let ask = self;
        let Placed {
            passage,
            offset,
            fact,
            ..
        } = *ask;
        if let Some(told) = echo::pointed_at(ask) {
            return Some(told);
        }
        if let Some(due) = &fact.due {
            let time = passage.times.get(due.time)?;
            let span = due.span.shifted(offset);
            return Some(ScopedDue {
                span,
                kind: due.kind,
                time,
                scope: DueScope::Clause,
            });
        }
        of_sentence(ask)
            .or_else(|| echo::proposed(ask))
            .or_else(|| echo::added(ask).filter(|due| due.kind == DueKind::Date))
            .or_else(|| of_paragraph(ask))
    }
}

impl Message {
    /// The time that bounds an ask: its own, else that of its sentence, its paragraph, its list's lead-in, the subject.
    pub fn due<'a>(&'a self, ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
        ask.due()
            .or_else(|| self.of_neighbour(ask))
            .or_else(|| self.of_headline(ask))
            .or_else(|| self.of_subject(ask.act))
            .or_else(|| echo::added(ask))
    }

    /// The deadline of a title above everything else: "TIMESHEETS DUE BY FRIDAY NOON".
    fn of_headline(&self, ask: &Placed<'_, Ask>) -> Option<ScopedDue<'_>> {
        let plain = ask.fact.work
            && ask.fact.condition.is_none()
            && ask.passage.block.kind != BlockKind::Item;
        let (offset, first) = self.own().next().filter(|_| plain)?;
        let time = first
            .times
            .iter()
            .take(NEAR)
            .find(|time| is_deadline(first, time))?;
        let asks = first.asks().next().is_some();
        (is_title(first) && !asks).then(|| scoped(time, offset, DueKind::Date, DueScope::Subject))
    }

    fn of_neighbour<'a>(&'a self, ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
        let at = self
            .passages
            .partition_point(|(offset, _)| *offset < ask.offset);
        let own = |&(offset, ref passage): &'a (usize, std::sync::Arc<Passage>)| {
            (passage.block.zone == ZoneKind::Body).then_some((offset, &**passage))
        };
        if ask.passage.block.kind == BlockKind::Item {
            let back = self.passages[..at].iter().rev().take(LONGEST_LIST);
            let lead = back.filter_map(own).find(|(_, passage)| {
                passage.block.kind != BlockKind::Item
                    || passage.block.list_depth < ask.passage.block.list_depth
            });
            let lead = lead.and_then(|(offset, passage)| in_lead(passage, offset));
            // "All of it by Thursday." below the list is for each of its items.
            let below = || {
                let mut rest = self.passages.get(at + 1..)?.iter().take(LONGEST_LIST);
                let (offset, passage) = rest.find_map(|passage| {
                    own(passage).filter(|(_, passage)| passage.block.kind != BlockKind::Item)
                })?;
                alone(passage, offset).or_else(|| needed(passage, offset))
            };
            return lead.or_else(below);
        }
        let next = self.passages.get(at + 1).and_then(own);
        // The list that a sentence leads in is a part of what it asks for.
        let after = self.passages.get(at + 1..).unwrap_or_default().iter();
        let items = after.clone().take(LONGEST_LIST).take_while(|passage| {
            own(passage).is_some_and(|(_, passage)| passage.block.kind == BlockKind::Item)
        });
        let listed = items.count();
        let after = after.skip(listed).take(NEXT).filter_map(own);
        next.and_then(|(offset, passage)| alone(passage, offset))
            .or_else(|| {
                after
                    .filter_map(|(offset, passage)| needed(passage, offset))
                    .next()
            })
    }

    fn of_subject(&self, act: &Act) -> Option<ScopedDue<'_>> {
        let (offset, passage) = self.subject.as_ref()?;
        let asks = matches!(&act.kind, ActKind::Ask(ask) if ask.work);
        let deadline = passage.times.iter().find(|time| is_deadline(passage, time));
        deadline
            .filter(|_| asks)
            .map(|time| scoped(time, *offset, DueKind::Date, DueScope::Subject))
    }
}

/// How many words a title has at most.
const TITLE: usize = 16;

/// Whether a passage is a title: a heading, or one short line in capitals.
fn is_title(passage: &Passage) -> bool {
    let letters = || passage.text.chars().filter(|letter| letter.is_alphabetic());
    let short = passage.words.sentences.len() == 1 && passage.words.tokens.len() <= TITLE;
    passage.block.kind == BlockKind::Heading || short && !letters().any(char::is_lowercase)
}

fn is_deadline(passage: &Passage, time: &TimeExpression) -> bool {
    bound(passage, time) == Some(DueKind::Date)
}

pub(super) fn scoped(
    time: &TimeExpression,
    offset: usize,
    kind: DueKind,
    scope: DueScope,
) -> ScopedDue<'_> {
    ScopedDue {
        span: time.whole.shifted(offset),
        kind,
        time,
        scope,
    }
}

/// The sort of bound a time is beside the ask it bounds: only what says so is one, and "until Friday" tells how long a thing lasts.
fn bound(passage: &Passage, time: &TimeExpression) -> Option<DueKind> {
    let lasts = || {
        let mut words = passage.words.tokens_in(time.whole).iter();
        words
            .next()
            .is_some_and(|word| word.is_any(&["until", "till"]))
    };
    match (time.kind, time.role) {
        (TimeKind::Date, TimeRole::Deadline) if !lasts() => Some(DueKind::Date),
        (TimeKind::Event, TimeRole::Deadline) if !lasts() => Some(DueKind::Event),
        _ => None,
    }
}

/// A bound that another ask of the sentence ends in: "sign and return it by Friday".
fn of_sentence<'a>(ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
    let sentence = ask.passage.words.sentences.get(ask.act.sentence)?.span;
    let times = near(ask).filter(|time| sentence.covers(time.span));
    // What the ask's own clause holds was weighed there.
    let times = times.filter(|time| !ask.act.span.covers(time.span));
    let mut bounds = times.filter_map(|time| Some((time, bound(ask.passage, time)?)));
    let bound = bounds.find(|(time, _)| !in_promise(ask.passage, time));
    let (time, kind) = bound.or_else(|| Some((in_reason(ask)?, DueKind::Date)))?;
    Some(scoped(time, ask.offset, kind, DueScope::Sentence))
}

/// The day the reason of the ask comes due: "Please sign it, as Ana leaves on Friday."
fn in_reason<'a>(ask: &Placed<'a, Ask>) -> Option<&'a TimeExpression> {
    let verb = ask.fact.action.as_ref()?.verb_span.end;
    let mut days = near(ask).filter(|time| {
        let day = time.kind == TimeKind::Date && time.role == TimeRole::When;
        day && verb <= time.span.start && ask.act.span.covers(time.span)
    });
    days.find(|time| {
        let between = Span::new(verb, time.span.start);
        let mut words = ask.passage.words.tokens_in(between).iter();
        words.any(|word| word.is_any(&["as", "because", "since", "so"]))
    })
}

/// A bound in another sentence of the paragraph, the nearest one.
fn of_paragraph<'a>(ask: &Placed<'a, Ask>) -> Option<ScopedDue<'a>> {
    let start = ask.act.span.start;
    let times = near(ask).filter(|time| !in_promise(ask.passage, time));
    let times = times.filter(|time| !ask.act.span.covers(time.span));
    let bounds = times.filter_map(|time| Some((time, bound(ask.passage, time)?)));
    let dates = bounds.filter(|(_, kind)| *kind == DueKind::Date);
    let (time, kind) = dates.min_by_key(|(time, _)| time.span.start.abs_diff(start))?;
    Some(scoped(time, ask.offset, kind, DueScope::Paragraph))
}

/// Whether the writer speaks of themself by the time, and not of the reader: a promise, or "I will be back by Thursday".
fn in_promise(passage: &Passage, time: &TimeExpression) -> bool {
    let after = passage
        .acts
        .partition_point(|act| act.span.start <= time.span.start);
    let Some(act) = passage.acts[..after].last() else {
        return false;
    };
    match &act.kind {
        ActKind::Commitment(_) | ActKind::Decline => act.span.covers(time.span),
        ActKind::Information => {
            let tokens = &passage.words.tokens;
            let to = tokens.partition_point(|token| token.span.end <= time.span.start);
            let before = || {
                tokens[..to]
                    .iter()
                    .rev()
                    .take(NEAR)
                    .take_while(|token| token.span.start >= act.span.start)
            };
            before().any(|token| token.is_any(&["i", "we"]))
                && !before().any(|token| token.is_any(&["need", "needed", "deadline", "due"]))
                // "I'd like to have it by Friday."
                && !before().zip(before().skip(2)).any(|(gets, likes)| {
                    gets.is_any(&["have", "get", "hear", "see", "receive"])
                        && likes.is_any(&["like", "love", "want", "hoping"])
                })
                // "We could do with it by Friday."
                && !before().zip(before().skip(1)).any(|(with, does)| with.is("with") && does.is("do"))
        }
        ActKind::Ask(_) | ActKind::Thanks | ActKind::Greeting | ActKind::Closing => false,
    }
}

/// The bound told by the sentence that leads in a list, as its last one.
fn in_lead(passage: &Passage, offset: usize) -> Option<ScopedDue<'_>> {
    let last = passage.words.sentences.last()?.span;
    let times = passage
        .times
        .iter()
        .rev()
        .filter(|time| last.covers(time.span));
    let mut dates =
        times.filter(|time| time.role != TimeRole::Mention && !in_promise(passage, time));
    let time = dates.find(|time| time.kind == TimeKind::Date)?;
    Some(scoped(time, offset, DueKind::Date, DueScope::Neighbour))
}

/// The bound told by a paragraph that opens with it and asks nothing else: "I need both by Thursday."
fn alone(passage: &Passage, offset: usize) -> Option<ScopedDue<'_>> {
    let first = passage.words.sentences.first()?.span;
    let time = passage
        .times
        .iter()
        .find(|time| first.covers(time.span) && bound(passage, time) == Some(DueKind::Date))?;
    let other = passage.acts_in(0).iter().any(|act| {
        act.span.overlaps(first)
            && matches!(&act.kind, ActKind::Ask(ask) if ask.work && ask.form != AskForm::Need)
    });
    (!other && !in_promise(passage, time))
        .then(|| scoped(time, offset, DueKind::Date, DueScope::Neighbour))
}

/// The bound of a need that the paragraph tells.
fn needed(passage: &Passage, offset: usize) -> Option<ScopedDue<'_>> {
    passage.acts.iter().take(NEAR).find_map(|act| {
        let ActKind::Ask(ask) = &act.kind else {
            return None;
        };
        let due = ask.due.as_ref().filter(|_| ask.form == AskForm::Need)?;
        let time = passage.times.get(due.time)?;
        let date = bound(passage, time) == Some(DueKind::Date);
        date.then(|| scoped(time, offset, DueKind::Date, DueScope::Neighbour))
    })
}

/// The times of the paragraph that stand near the ask.
fn near<'a>(ask: &Placed<'a, Ask>) -> impl Iterator<Item = &'a TimeExpression> {
    let times = &ask.passage.times;
    let at = times.partition_point(|time| time.span.start < ask.act.span.start);
    times[at.saturating_sub(NEAR)..].iter().take(2 * NEAR)
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::{self, Format};
    use crate::facts::due::{Calendar, Weekdays};
    use crate::facts::passage;

    /// A message written on Sunday 22 November 2026.
    pub(in crate::facts) fn message(text: &str, format: Format) -> Message {
        let calendar = Calendar {
            today: jiff::civil::date(2026, 11, 22),
            day_first: true,
            next_is_next_week: true,
            working_days: Weekdays::MONDAY_TO_FRIDAY,
            holidays: [].into(),
            end_of_day: jiff::civil::time(17, 0, 0, 0),
        };
        let document = document::read(text, format);
        let passages = document.blocks.iter().map(|block| {
            let read = passage(block.span.of(text), block, format, &calendar, None);
            (block.span.start, Arc::new(read))
        });
        Message {
            passages: passages.collect(),
            subject: None,
            document,
            today: calendar.today,
        }
    }

    fn due_of_first(text: &str, format: Format) -> Option<(DueScope, String)> {
        let message = message(text, format);
        let ask = message.asks().next()?;
        let due = message.due(&ask)?;
        Some((due.scope, due.span.of(text).to_owned()))
    }

    #[test]
    fn a_bound_is_looked_for_from_near_to_far() {
        for (text, want) in [
            (
                "Please sign it by Friday.",
                Some((DueScope::Clause, "by Friday")),
            ),
            (
                "Please review the plan, sign the form and send it to Ana by Friday.",
                Some((DueScope::Sentence, "by Friday")),
            ),
            (
                "Please review the plan and sign the form. I need both by Thursday.",
                Some((DueScope::Paragraph, "by Thursday")),
            ),
            (
                "Please sign the form.\n\nI need it by Thursday.",
                Some((DueScope::Neighbour, "by Thursday")),
            ),
            (
                "Please comment on the plan.\n\nIt is long.\n\nI need your comments by Thursday.",
                Some((DueScope::Neighbour, "by Thursday")),
            ),
            (
                "Please sign the form, as Ana leaves on Friday.",
                Some((DueScope::Sentence, "on Friday")),
            ),
            (
                "Please sign the form. No rush.",
                Some((DueScope::Paragraph, "No rush")),
            ),
            (
                "Please sign the form. Today, if possible.",
                Some((DueScope::Paragraph, "Today")),
            ),
            (
                "Please sign the form. I need it tomorrow.",
                Some((DueScope::Paragraph, "tomorrow")),
            ),
            (
                "The fair opens on Friday. Please send the form by then.",
                Some((DueScope::Paragraph, "on Friday")),
            ),
            (
                "I am in Lyon on 3 December. Could we meet that day?",
                Some((DueScope::Paragraph, "on 3 December")),
            ),
            (
                "The fair opens on Friday. If you have not already done so, please sign up.",
                Some((DueScope::Paragraph, "on Friday")),
            ),
            (
                "FORMS ARE DUE BY FRIDAY NOON\n\nWe have a new one.\n\nPlease complete the form.",
                Some((DueScope::Subject, "DUE BY FRIDAY NOON")),
            ),
            ("I am out until Monday, so please ask Bo.", None),
            ("Please sign the form. The fair opens then.", None),
            ("Please sign the form, then send it to Bo.", None),
            ("Please sign the form.", None),
            (
                "Please send the keys. We could do with them by Thursday.",
                Some((DueScope::Paragraph, "by Thursday")),
            ),
            (
                "Deadline for the forms: 3 December. Please send yours.",
                Some((DueScope::Paragraph, "3 December")),
            ),
            ("Please sign the form. I will be back by Thursday.", None),
            ("Please sign the form. The fair is on Thursday.", None),
        ] {
            let want = want.map(|(scope, words)| (scope, words.to_owned()));
            assert_eq!(due_of_first(text, Format::Text), want, "{text}");
        }
    }

    #[test]
    fn a_list_takes_the_date_of_the_words_around_it() {
        for text in [
            "Please do these by Friday:\n\n- Sign the form.\n- Send the deck.\n",
            "To do:\n\n- Sign the form.\n- Send the deck.\n\nAll of it by Friday.\n",
        ] {
            let message = message(text, Format::Markdown);
            let in_list = message
                .asks()
                .filter(|ask| ask.passage.block.kind == BlockKind::Item);
            let scopes: Vec<_> = in_list
                .map(|ask| message.due(&ask).map(|due| due.scope))
                .collect();
            assert_eq!(scopes, [Some(DueScope::Neighbour); 2]);
        }
        let text =
            "Please send over:\n\n- the form\n- the deck\n- the keys\n\nI need them by Friday.\n";
        let due = due_of_first(text, Format::Markdown);
        assert_eq!(due, Some((DueScope::Neighbour, "by Friday".to_owned())));
    }
}
