use super::clause::{Clause, is_passive};
use super::cut::cut;
use super::place::due_place;
use super::said::{after, capitalised};
use crate::facts::{Act, ActKind, Ask, AskForm, Due, DueKind, OwnerKind, Passage, TimeKind};
use crate::language::{Penn, Token, Upos, verbs};
use crate::settings::Register;
use crate::text::{Edit, Edits, Span};

/// What a rewritten request is to have beyond the words that stand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plan<'a> {
    /// `Could you …?` or `Please ….`
    pub register: Register,
    /// Whom to address by name, before the request; `None` leaves the address as it stands.
    pub who: Option<&'a str>,
    /// Whether each of its readers is to do it: "could each of you".
    pub each: bool,
    /// The day to ask it by, `Fri 27 Nov`; `None` leaves the due as it stands.
    pub due: Option<&'a str>,
}

/// A sentence said anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recast {
    /// What to change, from the passage's first byte.
    pub edits: Edits,
    /// The clause as it will read.
    pub words: String,
}

/// The ask as a clear request, or `None` where the grammar gives no safe one.
pub fn request(passage: &Passage, act: &Act, ask: &Ask, plan: &Plan<'_>) -> Option<Recast> {
    let clause = Clause::of(passage, act, ask)?;
    if !clause.has_reader(plan) {
        return None;
    }
    if !clause.begins_anew() || clause.says_how_it_is() || clause.tells_more() {
        return None;
    }
    if plan.who.is_some() && !clause.may_address() {
        return None;
    }
    if clause.asks_how_it_is() || clause.needs_another() {
        return None;
    }
    let asks = match clause.closing {
        Some(_) => plan.register == Register::PoliteQuestion,
        // What follows the clause keeps the sentence's mark.
        None => clause.sentence_asks(),
    };
    if let Some(words) = clause.for_another {
        let lead = format!("would it be {} ", words.of(&passage.text));
        let plan = Plan { due: None, ..*plan };
        return asks.then(|| clause.recast(&lead, "?", &plan))?;
    }
    if clause.asks_leave() {
        // Leave is asked for, and the day is the writer's own.
        let plan = Plan { due: None, ..*plan };
        return asks.then(|| clause.recast(&clause.lead(asks), "?", &plan))?;
    }
    if clause.is_joint_wish() && !clause.turned && plan.who.is_none() {
        return asks.then(|| clause.recast("could we ", "?", plan))?;
    }
    let mut lead = clause.lead(asks);
    if plan.each {
        lead = if asks {
            lead.replacen("could you ", "could each of you ", 1)
        } else {
            format!("{lead}each ")
        };
    }
    clause.recast(&lead, if asks { "?" } else { "." }, plan)
}

/// What "we" should do as a promise of the writer's own: "We should update it" is "I will update it by Fri 27 Nov."
pub fn own_promise(passage: &Passage, act: &Act, ask: &Ask, plan: &Plan<'_>) -> Option<Recast> {
    let clause = Clause::of(passage, act, ask)?;
    (!clause.goes_on_about_us() && clause.opens_sentence())
        .then(|| clause.recast("I will ", ".", plan))?
}

impl Clause<'_> {
    /// The clause with these words before its verb and this mark at its end.
    fn recast(&self, lead: &str, mark: &str, plan: &Plan<'_>) -> Option<Recast> {
        let mut edits = vec![self.opening(lead, plan)?];
        edits.extend(self.tail(plan));
        if let Some(ending) = self.ending(mark) {
            // Where no mark stood, the day and the mark go to one place.
            let day = edits.iter_mut().find(|edit| edit.span == ending.span);
            match day {
                Some(day) => day.text.push_str(&ending.text),
                None => edits.push(ending),
            }
        }
        edits.extend(self.parted());
        edits.retain(|edit| edit.span.of(&self.passage.text) != edit.text);
        let edits = Edits::new(edits).filter(|edits| !edits.is_empty())?;
        let words = after(
            &self.passage.text,
            Span::new(self.start(), self.end),
            &edits,
        );
        // "That would be great" is told without its first word.
        let then = self.then.as_deref();
        let told = then.and_then(|then| words.strip_suffix(then));
        let words = told.map_or(words.as_str(), str::trim_end);
        let words = words.trim_start_matches(". ").to_owned();
        Some(Recast { edits, words })
    }

    /// What comes before the verb, the courtesy that stood there kept.
    fn lead(&self, asks: bool) -> String {
        let verb = self.tokens[self.verb].span.start;
        let courtesy = self.ask.courtesy.filter(|courtesy| courtesy.start < verb);
        let courtesy = courtesy.map(|courtesy| courtesy.of(&self.passage.text).to_lowercase());
        let opening = &self.tokens[..self.verb];
        let here = opening.partition_point(|token| token.span.start < self.start());
        let opening = &opening[here..];
        let also = opening.iter().any(|token| token.is("also"));
        let also = if also { "also " } else { "" };
        // "If you could all" is asked of all.
        let whole = |pair: &[Token]| {
            let after = pair[0].is_any(&["you", "could", "can", "would"]);
            let mut words = ["all ", "both "].into_iter();
            words.rfind(|word| after && pair[1].is(word.trim_end()))
        };
        let all = opening.windows(2).find_map(whole).unwrap_or_default();
        let (modal, doer) = (self.modal(), self.doer);
        match (asks, courtesy) {
            (true, Some(courtesy)) => format!("{modal} {doer} {all}{also}{courtesy} "),
            (true, None) => format!("{modal} {doer} {all}{also}"),
            (false, Some(courtesy)) => format!("{courtesy} {all}{also}"),
            (false, None) if self.ask.courtesy.is_some() => format!("{all}{also}"),
            (false, None) => format!("please {all}{also}"),
        }
    }

    /// From the clause's first word to its verb, replaced.
    fn opening(&self, lead: &str, plan: &Plan<'_>) -> Option<Edit> {
        let last = &self.tokens[self.verb + self.replaced - 1];
        let span = Span::new(self.start(), last.span.end);
        let says = format!("{lead}{}", self.says);
        let says = match plan.who {
            Some(who) => format!("{who}, {says}"),
            None => says,
        };
        let before = self.passage.text.get(self.sentence.start..span.start)?;
        if before.trim().is_empty() {
            let small =
                plan.who.is_none() && span.of(&self.passage.text).starts_with(char::is_lowercase);
            return Some(Edit::replace(
                span,
                if small { says } else { capitalised(&says) },
            ));
        }
        let joined = || {
            let here = self
                .tokens
                .partition_point(|token| token.span.start < span.start);
            here > 1 && self.tokens[here - 1].is_any(&["and", "but", "or"])
        };
        match self.joint_before(span.start) {
            Some(start) => Some(Edit::replace(
                Span::new(start, span.end),
                format!(". {}", capitalised(&says)),
            )),
            // Nobody is called in the middle of a clause: "the lamp, and Jo, could you".
            None if plan.who.is_some() && joined() => None,
            None => Some(Edit::replace(span, says)),
        }
    }

    /// Where the joint to a statement before the request starts, which may end as a sentence of its own there: "The plan is done and".
    fn joint_before(&self, start: usize) -> Option<usize> {
        let here = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let (joint, told) = match &self.tokens[..here] {
            [told @ .., comma, joint] if comma.is(",") => (joint, told),
            // "The docs need updating, maybe someone could": a statement stands before the comma.
            [told @ .., comma] if comma.is(",") && self.ask.form == AskForm::Someone => {
                (comma, told)
            }
            [told @ .., joint] => (joint, told),
            [] => return None,
        };
        let states = told
            .iter()
            .any(|token| matches!(token.tag.penn, Penn::Vbz | Penn::Vbp | Penn::Vbd | Penn::Md));
        let hangs = told.iter().any(|token| {
            token.tag.upos == Upos::Sconj
                || token.is_any(&[
                    "if", "when", "that", "who", "which", "?", "\"", "please", "(", ":",
                ])
        });
        // "Do you have the photos, and could you send them?": the first question keeps its mark.
        let asks = told.windows(2).any(|pair| {
            pair[0].tag.upos == Upos::Aux
                && pair[1].is_any(&["you", "we", "i", "they", "it", "there"])
        });
        let statement = joint.is_any(&["and", ","]) && told.len() > 2 && states && !hangs && !asks;
        statement.then_some(told.last()?.span.end)
    }

    /// What changes between the verb and the closing mark: softening out, the due in.
    fn tail(&self, plan: &Plan<'_>) -> Vec<Edit> {
        let text = &self.passage.text;
        let from = self.tokens[self.verb + self.replaced - 1].span.end;
        let to = self.closing.map_or(self.end, |closing| closing.start);
        let within = Span::new(from.min(to), to);
        let due = self.ask.due.as_ref().or_else(|| self.shared_due());
        let due = due.filter(|due| within.covers(due.span));
        let mut edits: Vec<Edit> = Vec::new();
        // "By someone": the one who is asked now.
        let doer = self.ask.owner.span.filter(|span| within.covers(*span));
        edits.extend(
            doer.filter(|_| is_passive(self.ask))
                .map(|doer| cut(text, doer)),
        );
        // "Move it to sometime next week" has the time for its object.
        let bound = |due: &&Due| {
            let next = self
                .tokens
                .partition_point(|token| token.span.start < due.span.start);
            let before = next.checked_sub(1).map(|at| &self.tokens[at]);
            before.is_some_and(|before| {
                before.is_any(&["to", "for", "from", "until", "till", "into"])
            })
        };
        let replaced_due = due.filter(|due| plan.due.is_some() && !bound(due));
        if let (Some(due), Some(day)) = (replaced_due, plan.due) {
            edits.push(Edit::replace(due.span, format!("by {day}")));
        } else if let Some(day) = plan.due.filter(|_| due.is_none() && !self.others_dated())
            && let Some(place) = due_place(self.passage, self.ask, within)
            && (self.closing.is_some()
                || text[place..].starts_with(['…', '.'])
                || self.goes_on_at(place))
        {
            edits.push(Edit::insert(place, format!(" by {day}")));
        }
        edits.extend(self.theirs());
        edits.extend(self.second_to(to));
        edits.extend(self.source(to));
        edits.extend(self.yet(to));
        let soft = self
            .passage
            .hedges
            .iter()
            .map(|hedge| hedge.span)
            .filter(|span| within.covers(*span));
        for span in soft {
            let mut edit = cut(text, span);
            // "…, ideally today" keeps no comma before its day.
            let times = &self.passage.times;
            let next = times.partition_point(|time| time.whole.start < span.end);
            let timed = times
                .get(next)
                .is_some_and(|time| text[span.end..time.whole.start].trim().is_empty());
            let before = text[..edit.span.start].trim_end();
            if timed && edit.text.is_empty() && before.ends_with(',') {
                edit.span.start = before.len() - 1;
            }
            let here = |other: &&mut Edit| other.span == Span::empty(edit.span.start);
            if let Some(day) = edits.iter_mut().find(here) {
                // The day goes where the words stood.
                day.span = edit.span;
                day.text.push_str(&edit.text);
                continue;
            }
            let clash = |other: &Edit| {
                let inside = edit.span.start < other.span.start && other.span.end < edit.span.end;
                other.span.overlaps(edit.span) || inside
            };
            if !edits.iter().any(clash) {
                edits.push(edit);
            }
        }
        edits
    }

    /// Whether a clause of its own begins here, behind a comma: "find a venue|, and it'd be good if".
    fn goes_on_at(&self, place: usize) -> bool {
        let next = self
            .tokens
            .partition_point(|token| token.span.start < place);
        let [comma, joint, subject, ..] = &self.tokens[next..] else {
            return false;
        };
        comma.is(",")
            && joint.is_any(&["and", "but", "so"])
            && subject.is_any(&[
                "i", "we", "it", "that", "this", "there", "they", "he", "she", "someone",
                "somebody",
            ])
    }

    /// What is each one's own becomes the reader's: "everybody could check their section".
    fn theirs(&self) -> impl Iterator<Item = Edit> {
        const ALL: [&str; 7] = [
            "people",
            "folks",
            "everyone",
            "everybody",
            "each",
            "all",
            "anyone",
        ];
        let owner = self
            .ask
            .owner
            .span
            .filter(|_| self.ask.owner.kind == OwnerKind::Someone)
            .map(|owner| self.passage.words.tokens_in(owner));
        let all = owner.is_some_and(|owner| owner.iter().any(|token| token.is_any(&ALL)));
        let after = self
            .tokens
            .get(self.verb + self.replaced..)
            .unwrap_or_default();
        let end = self.closing.map_or(self.end, |closing| closing.start);
        let after = after
            .iter()
            .take_while(move |token| all && token.span.end <= end);
        // Behind another thing it may be that thing's: "send the members their cards".
        let mut another = false;
        after.filter_map(move |token| {
            let says = match token.norm.as_str() {
                "themselves" | "themself" => "yourself",
                "their" if !another => "your",
                "theirs" if !another => "yours",
                "they" if !another => "you",
                _ => {
                    let verb = token.tag.penn == Penn::Vb;
                    another = !verb && (another || token.tag.is_nominal());
                    return None;
                }
            };
            Some(Edit::replace(token.span, says))
        })
    }

    /// The "to" of a second verb, which the opening's went for: "we ask you to read it and to sign it".
    fn second_to(&self, end: usize) -> Option<Edit> {
        /// How far before it the "and" stands: "and, if possible, to".
        const NEAR: usize = 6;
        let first = self.verb.checked_sub(1).map(|at| &self.tokens[at])?;
        let rest = self.tokens.get(self.verb + self.replaced..)?;
        let at = (1..rest.len()).find(|&at| {
            let joined = rest[at - 1].is_any(&["and", "or"])
                || rest[at - 1].is(",")
                    && rest[at.saturating_sub(NEAR)..at]
                        .windows(2)
                        .any(|pair| pair[0].is_any(&["and", "or"]) && pair[1].is(","));
            let verb = rest
                .get(at + 1)
                .is_some_and(|next| verbs::is_base(&next.norm));
            rest[at].is("to") && joined && verb && rest[at].span.end <= end
        })?;
        first
            .is("to")
            .then(|| cut(&self.passage.text, rest[at].span))
    }

    /// "From you" says twice who sends what the writer hoped to get: "I was hoping to get the report from you".
    fn source(&self, to: usize) -> Option<Edit> {
        let rest = self.turned.then(|| self.tokens.get(self.verb..))??;
        let mut pairs = rest.windows(2).take_while(|pair| pair[1].span.end <= to);
        let pair = pairs.find(|pair| pair[0].is("from") && pair[1].is("you"))?;
        Some(cut(&self.passage.text, pair[0].span.join(pair[1].span)))
    }

    /// The "yet" that asked whether it is done: "I was wondering if you've had a chance to read it yet".
    fn yet(&self, to: usize) -> Option<Edit> {
        let wonders = matches!(self.ask.form, AskForm::Wondering | AskForm::Layered);
        let end = self.tokens.partition_point(|token| token.span.end <= to);
        let last = end.checked_sub(1).map(|at| &self.tokens[at])?;
        (wonders && last.is_any(&["yet", "already"])).then(|| cut(&self.passage.text, last.span))
    }

    /// When an ask that shares the opening is wanted, where that is no day: "check the list and add your name soon".
    fn shared_due(&self) -> Option<&Due> {
        let last = Span::new(self.ask.opening.end.min(self.end), self.end);
        let shared = self
            .passage
            .acts
            .iter()
            .filter(|act| self.shares && last.covers(act.span));
        shared
            .filter_map(|act| match &act.kind {
                ActKind::Ask(ask) => ask.due.as_ref(),
                _ => None,
            })
            .find(|due| due.kind == DueKind::Vague)
    }

    /// Whether an ask that shares the opening names its own day.
    fn others_dated(&self) -> bool {
        let rest = Span::new(self.ask.opening.end.min(self.end), self.end);
        self.shares
            && self
                .passage
                .times_in(rest)
                .any(|time| time.kind == TimeKind::Date)
    }

    /// A comma before what else the sentence tells: "Book the hall, and the accounts have to be audited".
    fn parted(&self) -> Option<Edit> {
        let next = self
            .tokens
            .partition_point(|token| token.span.start < self.end);
        let goes_on = self.tokens.get(next).is_some_and(|next| next.is("and"));
        let apart = is_passive(self.ask) && self.closing.is_none() && goes_on;
        apart.then(|| Edit::insert(self.tokens[next - 1].span.end, ","))
    }

    /// The closing mark, made to fit.
    fn ending(&self, mark: &str) -> Option<Edit> {
        let closing = self.closing?;
        // The point of "5 p.m." is enough.
        let ended = self.passage.text[..closing.start].ends_with('.');
        if mark == "." && closing.is_empty() && ended && self.then.is_none() {
            return None;
        }
        let says = match &self.then {
            Some(then) => format!("{mark} {then}"),
            None => mark.to_owned(),
        };
        (closing.of(&self.passage.text) != says).then(|| Edit::replace(closing, says))
    }
}
