//! What keeps a promise from binding. A sentence that promises has one fault: the one that says most.

use std::ops::Range;

use super::{endless, wordings};
use crate::facts::{
    Act, ActKind, Action, Commitment, Due, DueKind, Passage, Strength, TimeKind, TimeRole,
};
use crate::finding::Finding;
use crate::language::pattern::{self, Patterns};
use crate::language::{Token, TokenKind, verbs};
use crate::rules::{Rule, listed};
use crate::text::Span;

/// What keeps a promise from binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It promises an effort.
    Try,
    /// It is told as a hope.
    Hope,
    /// It has a way out built in.
    Escape,
    /// Nobody can tell when it is kept.
    Slippery,
}

/// A promise and its fault.
#[derive(Clone, Debug)]
pub(super) struct Faulty {
    pub(super) act: Act,
    pub(super) promise: Commitment,
    /// The words that are the fault.
    pub(super) span: Span,
}

/// What the rule says of the passage's promises that have this fault, each with what `offer` adds to it.
pub(super) fn found(
    passage: &Passage,
    wanted: Fault,
    rule: &Rule,
    says: &'static str,
    offer: impl Fn(Finding, &Faulty) -> Finding,
) -> Vec<Finding> {
    let sentences = 0..passage.words.sentences.len();
    let faulty = sentences.filter_map(|at| {
        // Four rules ask this of every sentence, and hardly one has a fault: the wanted one is looked for first.
        wanted.seek(passage, at, tokens(passage, at)?)?;
        let (fault, place) = of(passage, at)?;
        (fault == wanted).then(|| place.read(passage, at))?
    });
    faulty
        .map(|faulty| offer(rule.finding(faulty.span, says), &faulty))
        .collect()
}

/// How a writer promises, whatever was read of the sentence.
pub(super) static PROMISE: Patterns =
    Patterns::new(&["i|we 'll|will|can also|then|gladly|certainly? BASE"]);

/// The same without a subject, at the head of a sentence: "Will circle back".
pub(super) static SHORT_PROMISE: Patterns = Patterns::new(&["will|'ll also|then? BASE"]);

/// Who is not sure promises nothing, not even weakly.
static DOUBTED: Patterns = Patterns::new(&[
    "not|n't sure|certain if|that|whether? i|we 'll|will",
    "n't|not think|believe|know if|that|whether? i|we 'll|will",
    "doubt if|that|whether? i|we 'll|will",
]);

/// Whether the words promise something, whatever was read of them.
fn promises(passage: &Passage, at: usize, tokens: &[Token]) -> bool {
    // "If we get a chance we can talk on Friday", "we'll find time"
    static COMPANY: Patterns = Patterns::new(&[
        "i|we can also|then? discuss|talk|meet|chat|catch|speak",
        "i|we 'll|will|can find|make the|a|some? time",
    ]);
    if COMPANY.find(tokens).is_some() {
        return false;
    }
    let mut acts = passage.acts_in(at).iter();
    acts.any(|act| matches!(act.kind, ActKind::Commitment(_)))
        || PROMISE.find(tokens).is_some()
        || SHORT_PROMISE.at(tokens, 0).is_some()
}

/// The fault of the sentence's promise.
pub(super) fn of(passage: &Passage, at: usize) -> Option<(Fault, Place)> {
    let tokens = tokens(passage, at)?;
    if tokens.iter().any(|token| token.is("?"))
        || is_in_jest(passage, at)
        || DOUBTED.find(tokens).is_some()
    {
        return None;
    }
    let found = [Fault::Try, Fault::Hope, Fault::Escape, Fault::Slippery]
        .into_iter()
        .find_map(|fault| Some((fault, fault.seek(passage, at, tokens)?)));
    found.filter(|(_, place)| !listed::in_quotation(passage, tokens[place.words.start].span.start))
}

impl Fault {
    /// Where the fault stands in the sentence, whatever other faults it has.
    fn seek(self, passage: &Passage, at: usize, tokens: &[Token]) -> Option<Place> {
        let open = |place: &Place| !wordings::is_bounded(tokens, &place.words);
        match self {
            Self::Try => wordings::effort(tokens).filter(open),
            Self::Hope => wordings::hope(tokens)
                .filter(open)
                .filter(|_| !is_doubted_next(passage, at)),
            Self::Escape => wordings::escape(tokens)
                .filter(|place| !is_forgotten(passage, at, &tokens[place.words.clone()]))
                .filter(|_| promises(passage, at, tokens)),
            Self::Slippery => endless::slippery(passage, at, tokens),
        }
    }
}

/// Where a fault stands among the tokens of its sentence.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) words: Range<usize>,
    /// The words up to the verb of what is promised, where the fault tells.
    pub(super) lead: Option<Range<usize>>,
}

impl Place {
    pub(super) fn whole(words: Range<usize>) -> Self {
        Self { words, lead: None }
    }

    /// The promise at this place: as it was read, else as the fault shows it.
    fn read(self, passage: &Passage, at: usize) -> Option<Faulty> {
        let tokens = tokens(passage, at)?;
        let first = self.words.start;
        let span = pattern::span(tokens, self.words)?;
        let stands = passage.acts_in(at).iter().find_map(|act| match &act.kind {
            ActKind::Commitment(promise) => Some((act, promise)),
            _ => None,
        });
        let lead = self.lead.filter(|lead| lead.end < tokens.len());
        let (act, promise) = match (lead, stands) {
            (Some(lead), _) => shown(passage, at, tokens, lead)?,
            (None, Some((act, promise))) => (act.clone(), promise.clone()),
            (None, None) => shown(passage, at, tokens, first..first)?,
        };
        Some(Faulty { act, promise, span })
    }
}

/// The promise that its lead shows: "I'm hoping to", and the verb after it.
fn shown(
    passage: &Passage,
    at: usize,
    tokens: &[Token],
    lead: Range<usize>,
) -> Option<(Act, Commitment)> {
    let sentence = &passage.words.sentences[at];
    let from = tokens[lead.start].span.start;
    let breaks = |at: &usize| {
        let after = tokens[*at..]
            .iter()
            .skip(1)
            .find(|token| token.kind == TokenKind::Word);
        let new_clause = after
            .is_some_and(|token| token.is_any(&["i", "we", "you", "but", "so", "please", "it"]));
        tokens[*at].is_any(&[";", "."]) || (tokens[*at].is_any(&[",", "and", "but"]) && new_clause)
    };
    let end = (lead.end..tokens.len())
        .find(breaks)
        .map_or_else(|| closing_start(tokens), |at| tokens[at - 1].span.end)
        .max(from);
    let span = Span::new(from, end.min(sentence.span.end).max(from));
    let verb = &tokens[lead.end];
    let action = (!lead.is_empty()).then(|| Action {
        verb: verbs::lemma(&verb.norm).unwrap_or_else(|| verb.norm.to_string()),
        verb_span: verb.span,
        object: None,
        span: Span::new(verb.span.start, span.end.max(verb.span.end)),
    });
    let first = passage
        .times
        .partition_point(|time| time.span.start < span.start);
    let times = passage.times.iter().enumerate().skip(first);
    let mut times = times.take_while(|(_, time)| time.span.end <= span.end);
    let due = times.find(|(_, time)| {
        time.role != TimeRole::Mention
            && matches!(
                time.kind,
                TimeKind::Date | TimeKind::Event | TimeKind::Condition | TimeKind::Vague
            )
    });
    let due = due.map(|(time, found)| Due {
        kind: match found.kind {
            TimeKind::Date => DueKind::Date,
            TimeKind::Vague => DueKind::Vague,
            _ => DueKind::Event,
        },
        span: found.whole,
        time,
    });
    let opening = if lead.is_empty() {
        Span::empty(from)
    } else {
        pattern::span(tokens, lead)?
    };
    let promise = Commitment {
        strength: Strength::Weak,
        action,
        due,
        opening,
    };
    let act = Act {
        kind: ActKind::Commitment(promise.clone()),
        span,
        sentence: at,
        why: "says that the writer tries, hopes or plans to",
        confidence: 80,
    };
    Some((act, promise))
}

/// Where a sentence's words end and its closing marks begin.
fn closing_start(tokens: &[Token]) -> usize {
    let last = tokens
        .iter()
        .rfind(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Symbol));
    last.map_or(0, |token| token.span.end)
}

fn tokens(passage: &Passage, at: usize) -> Option<&[Token]> {
    let sentence = passage.words.sentences.get(at)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    (!tokens.is_empty() && tokens.len() <= listed::LONGEST).then_some(tokens)
}

/// Whether a wink ends it: "I might be able to bring sugar ;)"
fn is_in_jest(passage: &Passage, at: usize) -> bool {
    let sentence = passage.words.sentences[at].span;
    let rest = passage.text[sentence.end..].trim_start_matches([' ', '.', '!']);
    let winks = |text: &str| {
        [";)", ";-)", ":P", ":-P", ":p"]
            .iter()
            .any(|wink| text.starts_with(wink))
    };
    let own = sentence.of(&passage.text).trim_end_matches(['.', '!', ' ']);
    let last = own.rsplit(char::is_whitespace).next().unwrap_or_default();
    winks(rest) || winks(last)
}

/// Whether the next sentence tells what may stop it: "We hope to open on Monday. However, the paint is still wet."
fn is_doubted_next(passage: &Passage, at: usize) -> bool {
    let next = passage.words.sentences.get(at + 1);
    let first = next.and_then(|next| passage.words.tokens.get(next.tokens.start));
    first.is_some_and(|first| first.is_any(&["however", "unfortunately"]))
}

/// Whether what the writer may remember was forgotten in earnest: "I can't recall the question. I'll call you if I remember."
fn is_forgotten(passage: &Passage, at: usize, words: &[Token]) -> bool {
    let remembers = words.iter().any(|token| token.is("remember"));
    let first = passage.words.sentences[at].tokens.start;
    let said = &passage.words.tokens[first.saturating_sub(listed::LONGEST)..first];
    let forgets =
        |token: &Token| token.is_any(&["remember", "recall", "forgot", "forget", "forgotten"]);
    remembers && said.iter().any(forgets)
}

/// The way out built into the sentence's promise, with the first words that are one.
pub(super) fn way_out(passage: &Passage, at: usize) -> Option<Span> {
    let tokens = tokens(passage, at)?;
    pattern::span(tokens, wordings::escape(tokens)?.words)
}
