use super::sentence::PLACATING;
use crate::facts::{
    Act, ActKind, Ask, AskForm, Directness, Due, DueKind, Message, OwnerKind, Passage, Placed,
    left_open, presses,
};
use crate::rewrite::{Plan, cut, default_due, due_place, request, soonest, wanted};
use crate::settings::{Options, Register};
use crate::text::{Edit, Span, sort_by_key};

/// What a request is to be said with.
pub(super) struct Manner<'a> {
    pub(super) message: &'a Message,
    pub(super) options: &'a Options,
    /// The usual day, as words.
    pub(super) day: &'a str,
    /// Whether the draft answers another.
    pub(super) replies: bool,
}

impl Manner<'_> {
    /// What makes the asks of a sentence clear, from the passage's first byte; `None` where they cannot be said clearly.
    pub(super) fn edits(
        &self,
        passage: &Passage,
        offset: usize,
        asks: &[(&Act, &Ask)],
    ) -> Option<Vec<Edit>> {
        let [.., (last_act, last)] = asks else {
            return Some(Vec::new());
        };
        let others = &asks[..asks.len() - 1];
        // Asks side by side share the opening of the first: "could you check it and send it on".
        let shared = |(_, ask): &&(&Act, &Ask)| ask.opening.is_empty();
        if asks.len() > 1 && !asks[1..].iter().all(|ask| shared(&ask)) {
            let plain = asks.iter().all(|(act, ask)| is_plain(passage, act, ask));
            return plain.then(Vec::new);
        }
        let place = Placed {
            passage,
            offset,
            act: last_act,
            fact: *last,
        };
        let day = self.day_of(passage, last);
        let day = self.wants_day(&place).then_some(day.as_str());
        if others.is_empty() {
            return self.said(passage, last_act, last, day);
        }
        let (first_act, first) = others.first()?;
        let mut edits = self.said(passage, first_act, first, None)?;
        edits.extend(self.dated(passage, last_act, last, day));
        sort_by_key(&mut edits, |edit| edit.span);
        let apart = edits
            .windows(2)
            .all(|pair| pair[0].span.end <= pair[1].span.start);
        apart.then_some(edits)
    }

    fn said(
        &self,
        passage: &Passage,
        act: &Act,
        ask: &Ask,
        day: Option<&str>,
    ) -> Option<Vec<Edit>> {
        match ask.form {
            // What someone should do, the only reader is asked to; what all should do is asked of each.
            _ if is_of_all(passage, ask) => None,
            AskForm::Someone if !self.has_one_reader() => None,
            AskForm::Question
            | AskForm::LetMeKnow
            | AskForm::Open
            | AskForm::Hint
            | AskForm::We => Some(Vec::new()),
            _ if is_plain(passage, act, ask) => Some(self.dated(passage, act, ask, day)),
            form => {
                let register = match form {
                    AskForm::Imperative => Register::PlainRequest,
                    AskForm::Modal => Register::PoliteQuestion,
                    _ => self.options.register,
                };
                // A vague time that goes leaves a day.
                let vague = ask.due.as_ref().filter(|due| passage.is_vague(due));
                let instead = vague.map(|_| self.day_of(passage, ask));
                let plan = Plan {
                    register,
                    due: day.or(instead.as_deref()),
                    ..Plan::default()
                };
                match request(passage, act, ask, &plan) {
                    Some(recast) => Some(recast.edits.iter().cloned().collect()),
                    // What is asked on record is clear enough.
                    None => (ask.directness == Directness::Direct).then(Vec::new),
                }
            }
        }
    }

    /// The day to name in an ask: the first where its vague time presses, else the usual one.
    fn day_of(&self, passage: &Passage, ask: &Ask) -> String {
        let vague = ask.due.as_ref().filter(|due| passage.is_vague(due));
        let words = vague.map(|due| due.span.of(&passage.text));
        let soon = words.filter(|words| presses(words)).and_then(|words| {
            soonest(words, self.message.today, self.options)
                .into_iter()
                .next()
        });
        soon.map_or(self.day.to_owned(), |soon| soon.words)
    }

    /// The day put into an ask that stands as it is, or in place of its vague time.
    fn dated(&self, passage: &Passage, act: &Act, ask: &Ask, day: Option<&str>) -> Vec<Edit> {
        let Some(day) = day else {
            return Vec::new();
        };
        let vague = ask
            .due
            .as_ref()
            .filter(|due| passage.is_vague(due) && act.span.covers(due.span));
        // "No rush, but could you" goes by itself.
        let open = vague.and_then(|_| left_open(passage, act));
        let covers = |due: &&Due| {
            let mut spans = open.iter().flat_map(|open| &open.spans);
            spans.any(|span| span.covers(due.span))
        };
        let within = open
            .iter()
            .flat_map(|open| &open.spans)
            .fold(act.span, |within, span| {
                let tail = within.contains(span.start) && span.start > ask.opening.end;
                Span::new(within.start, if tail { span.start } else { within.end })
            });
        let vague = vague.filter(|due| !covers(due));
        let edit = match vague {
            Some(due) => Some(Edit::replace(due.span, format!("by {day}"))),
            None => due_place(passage, ask, within)
                .map(|place| Edit::insert(place, format!(" by {day}"))),
        };
        edit.into_iter().collect()
    }

    /// The sentences of the passage that only leave open what is to get a day.
    pub(super) fn left_open(&self, passage: &Passage, offset: usize) -> Vec<Span> {
        let asks = passage
            .asks_placed(offset)
            .filter(|ask| self.wants_day(ask));
        let open = asks.filter_map(|ask| left_open(passage, ask.act));
        open.flat_map(|open| open.spans).collect()
    }

    /// Whether it goes to one person, as far as its fields and its greeting tell.
    fn has_one_reader(&self) -> bool {
        let headers = &self.message.document.headers;
        let all = [
            "all",
            "both",
            "everyone",
            "everybody",
            "team",
            "folks",
            "guys",
            "colleagues",
            "friends",
        ];
        let mut greetings = self.message.greetings();
        let several = greetings
            .any(|(_, passage)| passage.words.tokens.iter().any(|token| token.is_any(&all)));
        let [only] = headers.to.as_slice() else {
            return false;
        };
        headers.cc.is_empty() && !several && !only.is_group()
    }

    /// Whether the ask ought to name a day and neither it nor what stands around it does.
    fn wants_day(&self, ask: &Placed<'_, Ask>) -> bool {
        let own = ask.fact.due.as_ref();
        let dated = own.is_some_and(|due| !ask.passage.is_vague(due))
            || self
                .message
                .due(ask)
                .is_some_and(|due| due.kind != DueKind::Vague || wanted::is_needed_then(ask, due));
        let excuses = ask.passage.phrases.iter();
        let excuses = excuses.filter(|phrase| PLACATING.contains(&phrase.family));
        let excuses = excuses.map(|phrase| phrase.span);
        let hedges = ask.passage.hedges.iter().map(|hedge| hedge.span);
        let going: Vec<Span> = hedges.chain(excuses).collect();
        let excuse = |span: &Span| going.iter().any(|phrase| phrase.overlaps(*span));
        let firm = Ask {
            condition: ask.fact.condition.filter(|condition| !excuse(condition)),
            ..ask.fact.clone()
        };
        // What is said anew will be asked on record.
        let anew = firm.work && firm.condition.is_none() && !is_plain(ask.passage, ask.act, &firm);
        !dated
            && !wanted::is_timed(ask.passage, ask.act, &firm)
            && !wanted::is_scheduled(ask.passage, ask.act)
            && match wanted::day_beside(ask.passage, ask.act, self.message.today) {
                // What is said anew gets a day before the one that the sentence beside it tells of; what is clear stands.
                Some(day) => anew && default_due(self.message.today, self.options) < day,
                None => anew || wanted::wants_work(ask.passage, ask.act, &firm, self.replies),
            }
    }
}

/// Whether the whole group is to do it, each of them: "everyone needs to pack".
fn is_of_all(passage: &Passage, ask: &Ask) -> bool {
    let owner = ask.owner.span.map(|owner| passage.words.tokens_in(owner));
    let all = ["all", "each", "everybody", "everyone", "people"];
    ask.owner.kind == OwnerKind::Someone
        && owner.is_some_and(|owner| owner.iter().any(|token| token.is_any(&all)))
}

/// Whether the ask is made on record and nothing softens it.
fn is_plain(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let softened = passage
        .hedges
        .iter()
        .any(|hedge| act.span.covers(hedge.span));
    ask.directness == Directness::Direct && !softened
}

/// Takes phrases out beside other edits: one that stands where another edit ends gives its place to it.
pub(super) fn without(passage: &Passage, mut edits: Vec<Edit>, phrases: &[Span]) -> Vec<Edit> {
    for phrase in phrases {
        let gone = cut(&passage.text, *phrase);
        let starts = |edit: &&mut Edit| edit.span == Span::empty(gone.span.start);
        if let Some(edit) = edits.iter_mut().find(starts) {
            edit.span = gone.span;
            edit.text.push_str(&gone.text);
        } else if edits.iter().all(|edit| !edit.span.overlaps(gone.span)) {
            edits.push(gone);
        }
    }
    sort_by_key(&mut edits, |edit| edit.span);
    edits
}

/// The asks of a sentence.
pub(super) fn asks_in(passage: &Passage, sentence: usize) -> Vec<(&Act, &Ask)> {
    let acts = passage.acts.iter().filter(|act| act.sentence == sentence);
    acts.filter_map(|act| match &act.kind {
        ActKind::Ask(ask) => Some((act, ask)),
        _ => None,
    })
    .collect()
}
