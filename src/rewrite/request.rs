use super::cut::cut;
use super::ending::{closing_marks, gladness, is_quote};
use super::phrase::outcome;
use super::place::due_place;
use super::said::{after, base, capitalised, lowered};
use super::turned::{Turned, turned};
use crate::facts::{Act, ActKind, Ask, AskForm, DueKind, OwnerKind, Passage, TimeKind};
use crate::language::{Penn, Token, TokenKind, Upos};
use crate::settings::Register;
use crate::text::{Edit, Edits, Span};

/// What a rewritten request is to have beyond the words that stand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plan<'a> {
    /// `Could you …?` or `Please ….`
    pub register: Register,
    /// Whom to address by name, before the request; `None` leaves the address as it stands.
    pub who: Option<&'a str>,
    /// The day to ask it by, `Fri 27 Nov`; `None` leaves the due as it stands, without its vague words.
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
    if !clause.begins_anew() || clause.says_how_it_is() {
        return None;
    }
    if plan.who.is_some() && !clause.may_address() {
        return None;
    }
    let asks = match clause.closing {
        Some(_) => plan.register == Register::PoliteQuestion,
        // What follows the clause keeps the sentence's mark.
        None => clause.sentence_asks(),
    };
    clause.recast(&clause.lead(asks), if asks { "?" } else { "." }, plan)
}

/// Whether the writer wishes to have or to know what the reader can give: "I was hoping to get your view on it".
pub fn is_given(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let sentence = passage.words.sentences.get(act.sentence);
    let tokens = sentence.and_then(|sentence| passage.words.tokens.get(sentence.tokens.clone()));
    tokens.is_some_and(|tokens| wished(passage, act, ask, tokens).is_some())
}

/// Words before an ask that doubt it or make it small, and say nothing else.
const DOUBTS: [&str; 8] = [
    "just",
    "maybe",
    "perhaps",
    "possibly",
    "hopefully",
    "ideally",
    "basically",
    "guess",
];

/// What "we" should do as a promise of the writer's own: "We should update it" is "I will update it by Fri 27 Nov."
pub fn own_promise(passage: &Passage, act: &Act, ask: &Ask, plan: &Plan<'_>) -> Option<Recast> {
    let clause = Clause::of(passage, act, ask)?;
    (!clause.goes_on_about_us() && clause.opens_sentence())
        .then(|| clause.recast("I will ", ".", plan))?
}

/// An ask's clause, taken apart.
struct Clause<'a> {
    passage: &'a Passage,
    ask: &'a Ask,
    /// All tokens of the sentence.
    tokens: &'a [Token],
    /// The verb in `tokens`.
    verb: usize,
    /// The tokens of the verb phrase that the new verb takes the place of.
    replaced: usize,
    /// The verb as the request has it, in the base form, and its object where that comes from before it.
    says: String,
    /// Where the clause ends: after the closing mark where it closes the sentence.
    end: usize,
    /// The closing marks, where the clause closes the sentence.
    closing: Option<Span>,
    /// What the closing mark is followed by where a "that would be great" behind the clause becomes a sentence of its own: "That".
    then: Option<&'static str>,
    /// Whether asks follow that share its opening: "could you sign it and send it back".
    shares: bool,
    /// Whether the reader's verb was found from what the writer would like to have.
    turned: bool,
    sentence: Span,
}

impl<'a> Clause<'a> {
    fn of(passage: &'a Passage, act: &Act, ask: &'a Ask) -> Option<Self> {
        let sentence = passage.words.sentences.get(act.sentence)?;
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        let turned = wished(passage, act, ask, tokens);
        let (verb, replaced, says) = match turned {
            Some(Turned { rest, says }) => (rest - 1, 1, says.to_owned()),
            None => done(passage, ask, tokens)?,
        };
        let closes = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
                && !token.is_any(&[":", "(", ";"])
        };
        let shared = shared_until(passage, act);
        let last = shared.unwrap_or(act.span.end);
        let rest = &tokens[tokens.partition_point(|token| token.span.start < last)..];
        // A mark before the end of a quotation is the quotation's.
        let at_end = rest.iter().all(closes) && !rest.iter().any(is_quote);
        let closing =
            at_end.then(|| closing_marks(&passage.text, Span::new(last, sentence.span.end)));
        let glad = || gladness(tokens, last).filter(|_| ask.form == AskForm::Wish);
        let glad = closing.is_none().then(glad).flatten();
        let opening = passage.words.tokens_in(ask.opening);
        let told_if = opening.first().is_some_and(|first| first.is("if"));
        if told_if && closing.is_none() && glad.is_none() {
            // The clause that the condition is for would be left hanging.
            return None;
        }
        let closing = closing.or(glad.map(|(joint, _)| joint));
        let end = closing.map_or(act.span.end, |closing| closing.end);
        Some(Self {
            passage,
            ask,
            tokens,
            verb,
            replaced,
            says,
            end,
            closing,
            then: glad.map(|(_, then)| then),
            shares: shared.is_some(),
            turned: turned.is_some(),
            sentence: sentence.span,
        })
    }

    /// The first byte that the request's own words take the place of.
    fn start(&self) -> usize {
        let opening = if self.ask.opening.is_empty() {
            None
        } else {
            Some(self.ask.opening.start)
        };
        let owner = self
            .ask
            .owner
            .span
            .filter(|_| self.ask.owner.kind == OwnerKind::Someone && !is_passive(self.ask))
            .map(|span| span.start);
        let object = self.object_before().map(|object| object.start);
        let verb = self.tokens[self.verb].span.start;
        let start = [opening, owner, object]
            .into_iter()
            .flatten()
            .fold(verb, usize::min);
        let before = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let doubts = self.tokens[..before]
            .iter()
            .rev()
            .take_while(|token| token.is(",") || token.is_any(&DOUBTS));
        doubts
            .filter(|token| !token.is(","))
            .last()
            .map_or(start, |token| token.span.start)
    }

    /// Whether the words that go stand at the start of a clause: "I thought I'd ask you to" leaves no room for a request.
    fn begins_anew(&self) -> bool {
        let start = self.start();
        let first = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let Some(before) = first.checked_sub(1).map(|at| &self.tokens[at]) else {
            return true;
        };
        matches!(self.ask.form, AskForm::Imperative | AskForm::Modal)
            || matches!(before.kind, TokenKind::Mark | TokenKind::Symbol)
            || before.is_any(&[
                "and", "but", "so", "or", "then", "also", "please", "hi", "hello", "hey", "ps",
            ])
            || before.tag.upos == Upos::Propn && first == 1
    }

    /// Whether the verb says how someone is rather than what they do: "you might be interested".
    fn says_how_it_is(&self) -> bool {
        let next = self.tokens.get(self.verb + 1);
        let state = next.is_some_and(|next| {
            matches!(next.tag.upos, Upos::Adj | Upos::Adv) || next.tag.penn == Penn::Vbn
        });
        self.says == "be" && state && !matches!(self.ask.form, AskForm::Imperative | AskForm::Modal)
    }

    fn sentence_asks(&self) -> bool {
        let words = self.sentence.of(&self.passage.text);
        words.trim_end().ends_with('?')
    }

    fn object_before(&self) -> Option<Span> {
        let object = self.ask.action.as_ref()?.object?;
        (is_passive(self.ask) && object.end <= self.tokens[self.verb].span.start).then_some(object)
    }

    /// Whether the verb is the reader's to do; "I wonder if we should" and "is there a way to" leave it open whose it is.
    fn has_reader(&self, plan: &Plan<'_>) -> bool {
        let mut opening = self
            .tokens
            .iter()
            .filter(|token| self.ask.opening.covers(token.span));
        let named = self.ask.owner.kind == OwnerKind::Someone;
        let ours = self.ask.owner.kind == OwnerKind::We && plan.who.is_some();
        if self.turned {
            return true;
        }
        match self.ask.form {
            AskForm::Wish if ours => !self.goes_on_about_us(),
            AskForm::Wondering
            | AskForm::Layered
            | AskForm::Performative
            | AskForm::Wish
            | AskForm::Need => {
                named || is_passive(self.ask) || opening.any(|token| token.is("you"))
            }
            AskForm::We => plan.who.is_some() && !self.goes_on_about_us(),
            AskForm::Hint => false,
            _ => true,
        }
    }

    /// Whether what "we" should do is a step of a plan for us: "we need to sign it, then we can move in".
    fn goes_on_about_us(&self) -> bool {
        let after = &self.tokens[self.verb..];
        after
            .iter()
            .any(|token| token.is_any(&["we", "our", "then"]))
    }

    /// Whether a name may be called here: behind "clearly," and "so" it would be odd.
    fn may_address(&self) -> bool {
        if is_passive(self.ask) || self.ask.form == AskForm::We {
            // "Note that the price and the terms need to be settled": the sentence is another's.
            return self.opens_sentence();
        }
        let start = self.start();
        let before = self
            .tokens
            .partition_point(|token| token.span.start < start);
        let judges =
            |token: &Token| token.tag.upos == Upos::Adv && !token.is_any(&["also", "then"]);
        match &self.tokens[..before] {
            [.., last] if last.is("so") => false,
            [first, comma, ..] if comma.is(",") => !judges(first),
            _ => true,
        }
    }

    /// Whether nothing but a greeting or a tie stands before the ask in its sentence.
    fn opens_sentence(&self) -> bool {
        let tie = |token: &Token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
                || matches!(token.tag.upos, Upos::Propn | Upos::Intj)
                || token.is_any(&["and", "but", "also", "then", "hi", "dear", "ps"])
        };
        let start = self.start();
        let before = self
            .tokens
            .iter()
            .take_while(|token| token.span.start < start);
        before.into_iter().all(tie)
    }

    /// The clause with these words before its verb and this mark at its end.
    fn recast(&self, lead: &str, mark: &str, plan: &Plan<'_>) -> Option<Recast> {
        let mut edits = vec![self.opening(lead, plan)?];
        edits.extend(self.tail(plan));
        edits.extend(self.ending(mark));
        edits.retain(|edit| edit.span.of(&self.passage.text) != edit.text);
        let edits = Edits::new(edits).filter(|edits| !edits.is_empty())?;
        let words = after(
            &self.passage.text,
            Span::new(self.start(), self.end),
            &edits,
        );
        // "That would be great" is told without its first word.
        let told = self.then.and_then(|then| words.strip_suffix(then));
        let words = told.map_or(words.as_str(), str::trim_end).to_owned();
        Some(Recast { edits, words })
    }

    /// What comes before the verb, the courtesy that stood there kept.
    fn lead(&self, asks: bool) -> String {
        let verb = self.tokens[self.verb].span.start;
        let courtesy = self.ask.courtesy.filter(|courtesy| courtesy.start < verb);
        let courtesy = courtesy.map(|courtesy| courtesy.of(&self.passage.text).to_lowercase());
        let mut opening = self.tokens[..self.verb]
            .iter()
            .filter(|token| token.span.start >= self.start());
        let also = if opening.any(|token| token.is("also")) {
            "also "
        } else {
            ""
        };
        match (asks, courtesy) {
            (true, Some(courtesy)) => format!("could you {also}{courtesy} "),
            (true, None) => format!("could you {also}"),
            (false, Some(courtesy)) => format!("{courtesy} {also}"),
            (false, None) if self.ask.courtesy.is_some() => also.to_owned(),
            (false, None) => format!("please {also}"),
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
        let text = if before.trim().is_empty() {
            capitalised(&says)
        } else {
            says
        };
        Some(Edit::replace(span, text))
    }

    /// What changes between the verb and the closing mark: softening out, the due in.
    fn tail(&self, plan: &Plan<'_>) -> Vec<Edit> {
        let text = &self.passage.text;
        let from = self.tokens[self.verb + self.replaced - 1].span.end;
        let to = self.closing.map_or(self.end, |closing| closing.start);
        let within = Span::new(from.min(to), to);
        let due = self.ask.due.as_ref().filter(|due| within.covers(due.span));
        let mut edits: Vec<Edit> = Vec::new();
        // "By someone": the one who is asked now.
        let doer = self.ask.owner.span.filter(|span| within.covers(*span));
        edits.extend(
            doer.filter(|_| is_passive(self.ask))
                .map(|doer| cut(text, doer)),
        );
        let replaced_due = due.filter(|due| due.kind == DueKind::Vague || plan.due.is_some());
        if let Some(due) = replaced_due {
            edits.push(match plan.due {
                Some(day) => Edit::replace(due.span, format!("by {day}")),
                None => cut(text, due.span),
            });
        } else if let Some(day) = plan.due.filter(|_| !self.others_dated())
            && let Some(place) = due_place(self.passage, self.ask, within)
            && (self.closing.is_some() || text[place..].starts_with(['…', '.']))
        {
            edits.push(Edit::insert(place, format!(" by {day}")));
        }
        edits.extend(self.theirs());
        let soft = self
            .passage
            .hedges
            .iter()
            .map(|hedge| hedge.span)
            .filter(|span| within.covers(*span));
        for span in soft {
            let edit = cut(text, span);
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

    /// What is each one's own becomes the reader's: "everybody could check their section".
    fn theirs(&self) -> Option<Edit> {
        const ALL: [&str; 6] = ["people", "everyone", "everybody", "each", "all", "anyone"];
        let owner = self
            .ask
            .owner
            .span
            .filter(|_| self.ask.owner.kind == OwnerKind::Someone)?;
        let all = self
            .passage
            .words
            .tokens_in(owner)
            .iter()
            .any(|token| token.is_any(&ALL));
        let object = self.tokens.get(self.verb + self.replaced).filter(|_| all)?;
        match object.norm.as_str() {
            "their" => Some(Edit::replace(object.span, "your")),
            "theirs" => Some(Edit::replace(object.span, "yours")),
            _ => None,
        }
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

    /// The closing mark, made to fit.
    fn ending(&self, mark: &str) -> Option<Edit> {
        let closing = self.closing?;
        let says = match self.then {
            Some(then) => format!("{mark} {then}"),
            None => mark.to_owned(),
        };
        (closing.of(&self.passage.text) != says).then(|| Edit::replace(closing, says))
    }
}

/// The verb of what is to be done: its token, how many it takes the place of, and its words with an object that stood before it.
fn done(passage: &Passage, ask: &Ask, tokens: &[Token]) -> Option<(usize, usize, String)> {
    let action = ask.action.as_ref()?;
    let verb = tokens
        .iter()
        .position(|token| token.span.start == action.verb_span.start)?;
    let head = &tokens[verb];
    let (replaced, says) = match outcome(&tokens[verb..]) {
        Some((count, says)) => (count, says.to_owned()),
        None if is_passive(ask) => {
            // The particle goes with the verb: "filled in" is "fill in".
            let particle = Span::new(head.span.end, action.verb_span.end);
            let particles = particle.of(&passage.text).split_whitespace().count();
            let says = format!("{}{}", base(head)?, particle.of(&passage.text));
            (1 + particles, says)
        }
        None => (1, base(head)?),
    };
    if !is_passive(ask) {
        return Some((verb, replaced, says));
    }
    let object = action
        .object
        .filter(|object| object.end <= head.span.start)?;
    let says = format!("{says} {}", lowered(object, passage, tokens));
    Some((verb, replaced, says))
}

/// What the reader does for a wish of the writer's own: "it would help to know", and not "it would help if you told me".
fn wished(passage: &Passage, act: &Act, ask: &Ask, tokens: &[Token]) -> Option<Turned> {
    let opening = passage.words.tokens_in(ask.opening);
    let could_use = || ask.form == AskForm::Need && opening.iter().any(|token| token.is("could"));
    let own = (matches!(ask.form, AskForm::Wish | AskForm::Wondering) || could_use())
        && !ask.opening.is_empty()
        && !is_passive(ask)
        && ask.owner.kind != OwnerKind::Someone
        && !opening
            .iter()
            .any(|token| token.is_any(&["you", "if", "whether"]));
    let from = tokens.partition_point(|token| token.span.start < ask.opening.start);
    let to = tokens.partition_point(|token| token.span.start < act.span.end);
    own.then(|| turned(tokens, from, to.max(from)))?
}

/// Where the asks end that share the opening of this one; `None` where none does, or where more than they follows.
fn shared_until(passage: &Passage, act: &Act) -> Option<usize> {
    const JOINTS: [&str; 6] = [",", "and", "or", "then", "also", "&"];
    let mut end = act.span.end;
    let acts = passage.acts_in(act.sentence).iter();
    for next in acts.filter(|next| next.span.start >= act.span.end) {
        let ActKind::Ask(ask) = &next.kind else {
            return None;
        };
        let between = passage.words.tokens_in(Span::new(end, next.span.start));
        let joined = between.iter().all(|token| token.is_any(&JOINTS));
        if !ask.opening.is_empty() || !joined {
            return None;
        }
        end = next.span.end;
    }
    (end > act.span.end).then_some(end)
}

/// Whether the ask's verb is a participle whose object stands before it.
fn is_passive(ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let before = action
        .object
        .is_some_and(|object| object.end <= action.verb_span.start);
    before
        && matches!(
            ask.form,
            AskForm::Passive
                | AskForm::Wish
                | AskForm::Wondering
                | AskForm::Layered
                | AskForm::Performative
        )
}
