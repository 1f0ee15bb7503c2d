use super::chance::{Chance, chance};
use crate::facts::{Act, ActKind, Ask, AskForm, Due, Passage, TimeExpression, TimeRole};
use crate::language::Upos;
use crate::rewrite;
use crate::rules::wanted;
use crate::text::{Edit, Edits, Span};

/// An ask with a due of its own.
#[derive(Clone, Copy)]
pub(super) struct Bound<'a> {
    pub(super) act: &'a Act,
    pub(super) due: &'a Due,
    pub(super) time: &'a TimeExpression,
}

/// The asks of a passage that say by when, each with its time.
pub(super) fn bounds(passage: &Passage) -> impl Iterator<Item = Bound<'_>> {
    passage.acts.iter().filter_map(|act| {
        let ActKind::Ask(ask) = &act.kind else {
            return None;
        };
        let due = ask.due.as_ref().filter(|due| {
            is_of_ask(passage, act, ask, due) && rewrite::is_own_due(passage, act, ask, due)
        })?;
        let time = passage.times.get(due.time)?;
        Some(Bound { act, due, time })
    })
}

/// Whether the time belongs to what the writer wants to know: "let me know if you'd like to meet tonight".
fn is_told(passage: &Passage, ask: &Ask, due: &Due) -> bool {
    let Some(action) = ask
        .action
        .as_ref()
        .filter(|_| ask.form == AskForm::LetMeKnow)
    else {
        return false;
    };
    let end = due.span.start.max(action.verb_span.end);
    let before = passage
        .words
        .tokens_in(Span::new(action.verb_span.end, end));
    before.iter().any(|token| {
        token.is_any(&[
            "if", "whether", "when", "what", "how", "that", "which", "who", "where",
        ])
    })
}

/// Whether the time bounds what is asked, and stands neither in its reason nor in its condition: "call me, as I leave tonight".
fn is_of_ask(passage: &Passage, act: &Act, ask: &Ask, due: &Due) -> bool {
    let within = |other: Option<Span>| other.is_some_and(|other| other.covers(due.span));
    // Before the asking words the act has its condition or its circumstance: "As you meet them next week, could you".
    let leads = act.span.start < due.span.start && due.span.end <= ask.opening.start;
    let expects = ask
        .action
        .as_ref()
        .is_some_and(|action| matches!(action.verb.as_str(), "expect" | "assume" | "understand"));
    // "Take a look, and I will walk you through it at your convenience": the time is another clause's.
    let elsewhere = ask.action.as_ref().is_some_and(|action| {
        let from = action.verb_span.end.min(due.span.start);
        let between = passage.words.tokens_in(Span::new(from, due.span.start));
        between.windows(2).any(|pair| {
            pair[0].is_any(&["and", "but", "so"])
                && pair[1].is_any(&["i", "we", "he", "she", "they", "it"])
        })
    });
    // "If you want to call when you have a minute" leaves it to the reader whether to.
    let opening = passage.words.tokens_in(ask.opening);
    let free = opening
        .windows(2)
        .any(|pair| pair[0].is("you") && pair[1].is_any(&["want", "like", "wish", "care"]))
        && opening.first().is_some_and(|first| first.is("if"));
    // "Maybe you should write it down some day" is advice, to be taken whenever.
    let sentence = passage.words.sentences.get(act.sentence);
    let first = sentence.and_then(|sentence| passage.words.tokens.get(sentence.tokens.start));
    let advises = opening.iter().any(|token| token.is("should"))
        && first.is_some_and(|first| first.is_any(&["maybe", "perhaps"]));
    // "I'm hoping to have it by Friday" tells the writer's own plan.
    let own = ask.form == AskForm::Wondering && !wanted::addresses(passage, ask);
    // "Talk to you tomorrow" takes leave.
    let leaves = ask.action.as_ref().is_some_and(|action| {
        let words = passage.words.tokens_in(action.span);
        ask.opening.is_empty()
            && words.len() > 2
            && words[0].is_any(&["talk", "speak", "see"])
            && words[..3].iter().any(|token| token.is("you"))
    });
    // "Make sure next week has a chair": the time is what it is about.
    let next = passage
        .words
        .tokens
        .partition_point(|token| token.span.start < due.span.end);
    let subject = passage.words.tokens.get(next).is_some_and(|verb| {
        verb.is_any(&["is", "are", "has", "have", "was", "were", "does", "works"])
    });
    !own && !leaves
        && !subject
        && !wanted::only_tells(passage, act)
        && !free
        && !advises
        && !within(ask.reason)
        && !within(ask.condition)
        && !leads
        && !expects
        && !elsewhere
        && !is_told(passage, ask, due)
}

impl Bound<'_> {
    /// The other times told in the same sentence.
    pub(super) fn others<'p>(
        &self,
        passage: &'p Passage,
    ) -> impl Iterator<Item = &'p TimeExpression> {
        let sentence = passage
            .words
            .sentences
            .get(self.act.sentence)
            .map_or(self.act.span, |sentence| sentence.span);
        let own = self.time.span;
        let times = passage.times_in(sentence);
        times.filter(move |time| {
            let apart = time.role != TimeRole::Mention && !wanted::is_of_a_thing(passage, time);
            time.span != own && apart
        })
    }
}

/// The words of a time in lower case, blanks single.
pub(super) fn words(passage: &Passage, span: Span) -> String {
    span.of(&passage.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
        .replace('’', "'")
}

/// The due gone, and "by" the day in its place; where it opened the sentence, at the end of the request.
pub(super) fn redated(passage: &Passage, bound: &Bound<'_>, day: &str) -> Option<Edits> {
    let ActKind::Ask(ask) = &bound.act.kind else {
        return None;
    };
    let sentence = passage.words.sentences.get(bound.act.sentence)?;
    // "By soon", "move it to sometime next week".
    let before = passage.text[..bound.due.span.start].trim_end();
    if before.ends_with(" by") || before.ends_with(" to") {
        return None;
    }
    let due = bound.due.span;
    let (due, waits) = match chance(passage, ask, due) {
        Chance::Free => (due, None),
        Chance::Work { words, said } => (words, Some(said)),
        Chance::Unclear => return None,
    };
    if !leads(passage, ask, sentence.span, due) {
        let says = match waits {
            Some(waits) => format!("by {day}, {waits}"),
            None => format!("by {day}"),
        };
        return Some(Edits::from(Edit::replace(due, says)));
    }
    // "When you get a chance and things settle down, …" says more than a time.
    let tokens = &passage.words.tokens;
    let next = tokens.get(tokens.partition_point(|token| token.span.start < due.end));
    let more = next
        .is_some_and(|next| next.is_any(&["and", "or", "but", "to"]) || next.tag.upos == Upos::Adp);
    if more && waits.is_none() {
        return None;
    }
    let place = rewrite::due_place(passage, ask, bound.act.span)?;
    let out = match waits {
        Some(waits) if due.start == sentence.span.start => {
            Edit::replace(due, rewrite::capitalised(&waits))
        }
        Some(waits) => Edit::replace(due, waits),
        None => rewrite::cut(&passage.text, due),
    };
    (place >= out.span.end)
        .then(|| Edits::new(vec![out, Edit::insert(place, format!(" by {day}"))]))?
}

/// Whether the due stands before what is asked, where "by" a day would be read with nothing: it opens the sentence, or a comma parts
/// it from the request ("but when you get a chance, please …", "could you, when you can, …").
fn leads(passage: &Passage, ask: &Ask, sentence: Span, due: Span) -> bool {
    let verb = ask.action.as_ref().map(|action| action.verb_span.start);
    let parted = || passage.text[due.end..].trim_start().starts_with(',');
    due.start <= sentence.start || verb.is_some_and(|verb| due.end <= verb) && parted()
}

/// The time of a meeting with a blank for the day: "let's meet next week" is "let's meet on [day] next week", for to meet by a day is
/// something else. `None` where the request is for anything else, or the time is its end.
pub(super) fn on_a_day(passage: &Passage, bound: &Bound<'_>) -> Option<Edit> {
    const MEETING: [&str; 18] = [
        "meet",
        "meet with",
        "discuss",
        "talk",
        "talk to",
        "talk with",
        "talk about",
        "chat",
        "speak",
        "get together",
        "sit",
        "come",
        "come by",
        "come over",
        "visit",
        "join",
        "have",
        "see",
    ];
    const OPENERS: [&str; 5] = ["this", "next", "in", "during", "the"];
    let ActKind::Ask(ask) = &bound.act.kind else {
        return None;
    };
    let verb = ask.action.as_ref()?.verb.as_str();
    let mut words = ask
        .action
        .iter()
        .flat_map(|action| passage.words.tokens_in(action.span));
    let arranges = words.any(|token| token.is_any(&["meet", "meeting"]));
    if !(MEETING.contains(&verb) || arranges) || bound.time.role == TimeRole::Deadline {
        return None;
    }
    let tokens = passage.words.tokens_in(bound.due.span);
    let first = tokens.iter().find(|token| token.is_any(&OPENERS))?;
    let span = Span::new(bound.due.span.start, first.span.start);
    Some(Edit::replace(span, "on [day] "))
}
