use super::Recast;
use super::cut::cut;
use super::leave_out::leave_out;
use super::phrase::outcome;
use super::promise_place::promise_due_place;
use super::said::{after, base, touches};
use crate::facts::{Act, Commitment, Due, Passage, TimeKind};
use crate::language::pattern::Patterns;
use crate::language::{Token, TokenKind};
use crate::text::{Edit, Edits, Span};

/// The promise as one that binds: "I'll try to take a look" is "I'll review it by Fri 27 Nov".
///
/// `day` dates it where nothing does, and a way out that stands in the sentence goes.
pub fn firm(
    passage: &Passage,
    act: &Act,
    promise: &Commitment,
    day: Option<&str>,
    way_out: Option<Span>,
) -> Option<Recast> {
    let clause = Clause::of(passage, act, promise, way_out)?;
    let will = clause.will();
    let mut edits = vec![clause.opening(&will)];
    edits.extend(clause.tail(day));
    clause.recast(edits)
}

/// The promise turned into a no with another day to fill in: `I can't review it by Fri 27 Nov. I can by [day].`
pub fn counter(
    passage: &Passage,
    act: &Act,
    promise: &Commitment,
    day: Option<&str>,
    way_out: Option<Span>,
) -> Option<Recast> {
    let clause = Clause::of(passage, act, promise, way_out)?;
    let subject = clause.subject();
    let again = match clause.is_joined() {
        true => "We",
        false => &super::said::capitalised(subject),
    };
    let closing = clause.closing.filter(|closing| !closing.is_empty())?;
    let mut edits = vec![clause.opening(&format!("{subject} can{}t", clause.apostrophe()))];
    edits.extend(clause.tail(day));
    edits.retain(|edit| !edit.span.overlaps(closing));
    edits.push(Edit::replace(closing, format!(". {again} can by [day].")));
    clause.recast(edits)
}

/// The promise of a word on it, where it hangs on something: "I'll tell you by Fri 27 Nov whether I can review it on Monday, depending
/// on the release."
pub fn whether(passage: &Passage, act: &Act, promise: &Commitment, day: &str) -> Option<Recast> {
    let clause = Clause::of(passage, act, promise, None)?;
    let who = if clause.subject() == "I" { "I" } else { "we" };
    let lead = format!("{} tell you by {day} whether {who} can", clause.will());
    clause.recast(vec![clause.opening(&lead)])
}

/// "I'll see what I can do" as a promise to say so by a day: "I'll tell you by Fri 27 Nov what I can do." "Where I get to" has a day of its
/// own: "I'll tell you how far I am before the weekend."
pub fn tell(passage: &Passage, act: &Act, day: &str) -> Option<Recast> {
    let tokens = sentence_tokens(passage, act)?;
    let see = tokens.windows(3).position(|run| {
        run[0].is_any(&["will", "'ll", "me", "us"])
            && run[1].is("see")
            && run[2].is_any(&["what", "if", "whether", "where", "how"])
    })? + 1;
    static PROGRESS: Patterns =
        Patterns::new(&["where|how far? i|we get|can|'ve|have to|got|get?"]);
    let sentence = passage.words.sentences.get(act.sentence)?.span;
    let (tell, said) = match PROGRESS.at(tokens, see + 1) {
        Some((end, _)) => {
            let last = tokens[end - 1].span;
            let am = match tokens[see + 1..end].iter().any(|token| token.is("we")) {
                true => "we are",
                false => "I am",
            };
            let rest = Span::new(last.end, sentence.end);
            let timed = passage.times_in(rest).next().is_some();
            let by = if timed {
                String::new()
            } else {
                format!(" by {day}")
            };
            (
                format!("tell you{by} how far {am}"),
                tokens[see].span.join(last),
            )
        }
        None => (format!("tell you by {day}"), tokens[see].span),
    };
    // "Let me see what I can do."
    let edit = match see.checked_sub(2).map(|let_me| &tokens[let_me]) {
        Some(first) if first.is("let") => {
            let we = tokens[see - 1].is("us");
            let who = match (we, see) {
                (true, 2) => "We",
                (true, _) => "we",
                _ => "I",
            };
            let mark = apostrophe(&passage.text);
            Edit::replace(first.span.join(said), format!("{who}{mark}ll {tell}"))
        }
        _ => Edit::replace(said, tell),
    };
    let edits = Edits::from(edit);
    let words = after(&passage.text, sentence, &edits);
    Some(Recast { edits, words })
}

/// The promise with a date: where none stands, one is put in; a vague one gives way to it.
pub fn dated(passage: &Passage, act: &Act, promise: &Commitment, day: &str) -> Option<Edit> {
    if let Some(due) = promise.due.as_ref().filter(|due| passage.is_vague(due)) {
        return Some(Edit::replace(due.span, format!("by {day}")));
    }
    let place = promise_due_place(passage, act, promise)?;
    Some(Edit::insert(place, format!(" by {day}")))
}

/// The sentence turned into the question that a promise wants answered first. `None` where the sentence says more.
pub fn ask_back(
    passage: &Passage,
    act: &Act,
    promise: &Commitment,
    way_out: Option<Span>,
) -> Option<Recast> {
    let tokens = sentence_tokens(passage, act)?;
    let span = passage.words.sentences.get(act.sentence)?.span;
    let lead = lead(tokens, act, promise)?;
    let alone = tokens[..lead.start]
        .iter()
        .chain(
            tokens
                .iter()
                .filter(|token| token.span.start >= act.span.end),
        )
        .all(|token| {
            token.kind == TokenKind::Mark || way_out.is_some_and(|out| hangs_on(out, token))
        });
    let (subject, object) = match subject_in(tokens, &lead) {
        "we" => ("we", "us"),
        _ => ("I", "me"),
    };
    let words = format!("Before {subject} commit: what do you need from {object}, and by when?");
    alone.then(|| Recast {
        edits: Edits::from(Edit::replace(span, words.clone())),
        words,
    })
}

/// Whether the token is of the way out, or the comma before it.
fn hangs_on(way_out: Span, token: &Token) -> bool {
    way_out.covers(token.span) || token.is(",") && token.span.end <= way_out.start
}

/// The apostrophe the writer of these words uses.
pub fn apostrophe(words: &str) -> char {
    if words.contains('’') { '’' } else { '\'' }
}

/// A promise's clause, taken apart.
struct Clause<'a> {
    passage: &'a Passage,
    /// The way out built into it, which goes.
    way_out: Option<Span>,
    act: &'a Act,
    promise: &'a Commitment,
    tokens: &'a [Token],
    /// The words up to the verb, what softens them included: "if possible, I'll try to".
    lead: std::ops::Range<usize>,
    /// The tokens that the verb takes the place of, the verb's own included.
    replaced: usize,
    says: String,
    /// The sentence's closing marks, where the clause ends it; empty where there are none.
    closing: Option<Span>,
}

impl<'a> Clause<'a> {
    fn of(
        passage: &'a Passage,
        act: &'a Act,
        promise: &'a Commitment,
        way_out: Option<Span>,
    ) -> Option<Self> {
        // "I'll try" and "I'll do my best" name no work.
        let action = promise.action.as_ref()?;
        let object = action.object.map(|object| object.of(&passage.text));
        if action.verb == "try" || object.is_some_and(|object| object.contains(" best")) {
            return None;
        }
        let sentence = passage.words.sentences.get(act.sentence)?;
        let tokens = sentence_tokens(passage, act)?;
        let verb = tokens
            .iter()
            .position(|token| token.span.start == action.verb_span.start)?;
        let lead = lead(tokens, act, promise)?;
        if lead.start >= verb {
            return None;
        }
        // So does a way out that leads: "if all goes well, I'll".
        let leads = way_out.and_then(|out| {
            let at = tokens[..lead.start]
                .iter()
                .position(|token| token.span.start == out.start)?;
            let rest = tokens[at..lead.start].iter();
            let mut rest = rest.filter(|token| !out.covers(token.span));
            rest.all(|token| token.is(",")).then_some(at)
        });
        let start = leads.unwrap_or(lead.start - hedged_before(&tokens[..lead.start]));
        let (replaced, mut says) = match outcome(&tokens[verb..]) {
            Some((count, says)) => (count, says.to_owned()),
            None => (1, base(&tokens[verb])?),
        };
        let next = verb + replaced;
        let object_follows = tokens.get(next).is_some_and(|token| {
            token.kind != TokenKind::Mark
                && promise
                    .due
                    .as_ref()
                    .is_none_or(|due| token.span.start != due.span.start)
        });
        if replaced > 1 && !object_follows {
            says.push_str(" it");
        }
        let goes = |token: &Token| way_out.is_some_and(|out| hangs_on(out, token));
        let closes = tokens
            .iter()
            .filter(|token| token.span.start >= act.span.end && !goes(token))
            .all(|token| token.kind == TokenKind::Mark && token.is_any(&[".", "!", "...", "…"]));
        let closing = closes.then(|| {
            let end = sentence.span.end.max(act.span.end);
            Span::new(act.span.end, end)
        });
        Some(Self {
            passage,
            way_out: way_out.filter(|_| leads.is_none()),
            act,
            promise,
            tokens,
            lead: start..verb,
            replaced,
            says,
            closing,
        })
    }

    /// Whether somebody else promises with the writer: "Ana and I will".
    fn is_joined(&self) -> bool {
        let before = self.lead.start.checked_sub(1);
        before.is_some_and(|before| self.tokens[before].is("and"))
            && self.tokens[self.lead.start].is("i")
    }

    fn lead_has(&self, word: &str) -> bool {
        self.tokens[self.lead.clone()]
            .iter()
            .any(|token| token.is(word) && token.spaced && token.span.len() == word.len())
    }

    /// `I`, `We` or `we`, as it fits the place.
    fn subject(&self) -> &'static str {
        let opens = self.lead.start == 0;
        match (subject_in(self.tokens, &self.lead), opens) {
            ("we", true) => "We",
            ("we", false) => "we",
            _ => "I",
        }
    }

    /// `I'll` or `We will`, in the writer's manner.
    fn will(&self) -> String {
        if self.lead_has("will") || self.is_joined() {
            format!("{} will", self.subject())
        } else {
            format!("{}{}ll", self.subject(), self.apostrophe())
        }
    }

    fn apostrophe(&self) -> char {
        apostrophe(self.act.span.of(&self.passage.text))
    }

    fn opening(&self, lead: &str) -> Edit {
        let first = &self.tokens[self.lead.start];
        let last = &self.tokens[self.lead.end + self.replaced - 1];
        Edit::replace(first.span.join(last.span), format!("{lead} {}", self.says))
    }

    /// What changes after the verb: the due in, the words that soften it out.
    fn tail(&self, day: Option<&str>) -> Vec<Edit> {
        let text = &self.passage.text;
        let from = self.tokens[self.lead.end + self.replaced - 1].span.end;
        let tail = Span::new(from.min(self.act.span.end), self.act.span.end);
        let mut edits: Vec<Edit> = Vec::new();
        let hedges = &self.passage.hedges;
        let first = hedges.partition_point(|hedge| hedge.span.start < tail.start);
        let soft = hedges[first..].iter().map(|hedge| hedge.span);
        let soft = soft.take_while(|span| span.start < tail.end);
        for span in soft {
            // ", hopefully with a cake" softens something else.
            let rest = text.get(span.end..tail.end).unwrap_or_default();
            let apart = text[..span.start].trim_end().ends_with(',')
                && rest.contains(char::is_alphanumeric);
            let edit = cut(text, span);
            if !apart
                && tail.covers(span)
                && edits.iter().all(|other| !touches(other.span, edit.span))
            {
                edits.push(edit);
            }
        }
        if let Some(way_out) = self.way_out {
            let edit = leave_out(self.passage, way_out);
            edits.retain(|other| !touches(other.span, edit.span));
            edits.push(edit);
        }
        let goes = |due: &&Due| self.way_out.is_some_and(|out| out.overlaps(due.span));
        let due = self.promise.due.as_ref().filter(|due| !goes(due));
        let vague = due.filter(|due| self.passage.is_vague(due));
        let Some(day) = day.filter(|_| vague.is_some() || due.is_none()) else {
            return edits;
        };
        if let Some(due) = vague.filter(|due| tail.covers(due.span)) {
            edits.retain(|edit| !edit.span.overlaps(due.span));
            edits.push(Edit::replace(due.span, format!("by {day}")));
            return edits;
        }
        // A day that stands here belongs to a thing, "the Thursday meeting", and yet tells when.
        if vague.is_some()
            || self
                .passage
                .times_in(tail)
                .any(|time| time.kind == TimeKind::Date)
        {
            return edits;
        }
        let place = promise_due_place(self.passage, self.act, self.promise)
            .unwrap_or(tail.end)
            .max(from);
        let place = edits
            .iter()
            .find(|edit| touches(edit.span, Span::empty(place)))
            .map_or(place, |edit| edit.span.start.max(from));
        edits.push(Edit::insert(place, format!(" by {day}")));
        edits
    }

    fn recast(&self, edits: Vec<Edit>) -> Option<Recast> {
        let edits = Edits::new(edits)?;
        let end = self
            .closing
            .map_or(self.act.span.end, |closing| closing.end);
        let span = Span::new(self.tokens[self.lead.start].span.start, end);
        let words = after(&self.passage.text, span, &edits);
        Some(Recast { edits, words })
    }
}

/// How many words before a promise only soften it: "if possible,".
fn hedged_before(tokens: &[Token]) -> usize {
    static SOFT: Patterns = Patterns::new(&["if at? all? possible ,?", "if i|we can ,?"]);
    const LONGEST: usize = 5;
    let from = tokens.len().saturating_sub(LONGEST);
    let starts = (from..tokens.len()).find(|&at| {
        SOFT.at(tokens, at)
            .is_some_and(|(end, _)| end == tokens.len())
    });
    starts.map_or(0, |at| tokens.len() - at)
}

pub(super) fn sentence_tokens<'a>(passage: &'a Passage, act: &Act) -> Option<&'a [Token]> {
    let sentence = passage.words.sentences.get(act.sentence)?;
    passage.words.tokens.get(sentence.tokens.clone())
}

/// The tokens from the first word of the promise to its verb or the end of its opening.
pub(super) fn lead(
    tokens: &[Token],
    act: &Act,
    promise: &Commitment,
) -> Option<std::ops::Range<usize>> {
    let start = if promise.opening.is_empty() {
        act.span.start
    } else {
        promise.opening.start
    };
    let end = match &promise.action {
        Some(action) => action.verb_span.start,
        None => promise.opening.end,
    };
    let first = tokens.iter().position(|token| token.span.start >= start)?;
    let stop = tokens
        .iter()
        .position(|token| token.span.start >= end)
        .unwrap_or(tokens.len());
    (first <= stop).then_some(first..stop)
}

fn subject_in<'a>(tokens: &'a [Token], lead: &std::ops::Range<usize>) -> &'a str {
    tokens[lead.clone()]
        .iter()
        .map(|token| token.norm.as_str())
        .find(|word| matches!(*word, "i" | "we"))
        .unwrap_or("i")
}
