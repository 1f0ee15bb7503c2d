use jiff::civil::Date;

use super::Context;
use crate::document::Mailbox;
use crate::facts::{Act, Ask, DueKind, Passage, Placed, TimeExpression, TimeKind, presses};
use crate::finding::{Applies, Finding};
use crate::rewrite::{self, Choice, Plan, wanted};
use crate::settings::Register;
use crate::text::Edits;

/// Adds one fix a day worth offering, the default day first; `edits` makes the change from the day's words.
pub(super) fn days(
    finding: Finding,
    context: &Context<'_>,
    title: impl Fn(&str) -> String,
    edits: impl Fn(&str) -> Option<Edits>,
) -> Finding {
    days_among(finding, context.choices(), title, edits)
}

/// The same with these days; one offered before is not offered again.
pub(super) fn days_among(
    mut finding: Finding,
    days: Vec<Choice>,
    title: impl Fn(&str) -> String,
    edits: impl Fn(&str) -> Option<Edits>,
) -> Finding {
    for choice in days {
        let title = title(&choice.words);
        if finding.fixes.iter().any(|fix| fix.title == title) {
            continue;
        }
        if let Some(edits) = edits(&choice.words) {
            finding = finding.fix(Applies::IfMeant, title, edits);
        }
    }
    finding
}

/// Adds the ask said as a clear request: with the usual day where it wants one, in both registers, the user's first.
pub(super) fn requests(
    finding: Finding,
    context: &Context<'_>,
    passage: &Passage,
    act: &Act,
    ask: &Ask,
) -> Finding {
    let day = day_for(passage, act, ask, context);
    requests_by(finding, context, passage, act, ask, day.as_deref())
}

/// The same with this day.
pub(super) fn requests_by(
    mut finding: Finding,
    context: &Context<'_>,
    passage: &Passage,
    act: &Act,
    ask: &Ask,
    day: Option<&str>,
) -> Finding {
    let other = match context.options.register {
        Register::PoliteQuestion => Register::PlainRequest,
        Register::PlainRequest => Register::PoliteQuestion,
    };
    let plans = [
        (context.options.register, day),
        (other, day),
        (context.options.register, None),
    ];
    let mut said: Vec<String> = Vec::new();
    for (register, due) in plans {
        let plan = Plan {
            register,
            due,
            ..Plan::default()
        };
        let Some(recast) = rewrite::request(passage, act, ask, &plan) else {
            continue;
        };
        if said.contains(&recast.words) {
            continue;
        }
        finding = finding.fix(Applies::IfMeant, say(&recast.words), recast.edits);
        said.push(recast.words);
    }
    finding
}

impl Context<'_> {
    /// The days worth offering in this message, the one to name first before the others.
    pub(super) fn choices(&self) -> Vec<Choice> {
        rewrite::choices_ahead(self.around.ahead, self.today, self.options)
    }

    /// The day to name first.
    pub(super) fn usual(&self) -> Date {
        let day = rewrite::due_ahead(self.around.ahead, self.today, self.options);
        day.unwrap_or_else(|| rewrite::default_due(self.today, self.options))
    }
}

/// The usual day for an ask that ought to name one and does not, as words.
pub(super) fn day_for(
    passage: &Passage,
    act: &Act,
    ask: &Ask,
    context: &Context<'_>,
) -> Option<String> {
    let placed = Placed {
        passage,
        offset: 0,
        act,
        fact: ask,
    };
    let bounds = placed.due().is_some_and(|due| due.kind != DueKind::Vague);
    let told = bounds || ask.due.as_ref().is_some_and(|due| !passage.is_vague(due));
    let timed = wanted::is_scheduled(passage, act)
        || wanted::is_timed(passage, act, ask)
        || wanted::holds_from_now_on(passage, act);
    let pressed = vague_words(passage, ask).filter(|words| presses(words));
    let soonest = pressed.and_then(|words| {
        let days = rewrite::soonest(words, context.today, context.options);
        days.into_iter().next().map(|choice| choice.day)
    });
    let usual = rewrite::default_due(context.today, context.options);
    let ahead = rewrite::due_ahead(context.around.ahead, context.today, context.options);
    let day = match soonest {
        Some(soonest) => ahead.map_or(soonest, |ahead| ahead.min(soonest)),
        None => ahead?,
    };
    let beside = wanted::day_beside(passage, act, context.today);
    let late = beside.is_some_and(|beside| beside <= usual)
        || day_within(passage, act, ask, context.today).is_some_and(|within| within <= day);
    // What waits for something else waits for no day.
    let waits = wanted::depends(passage, act, ask);
    (!told && !timed && !late && !waits && wants_day(ask))
        .then(|| rewrite::written(day, context.today, context.options))
}

/// The words of the vague time an ask has.
fn vague_words<'a>(passage: &'a Passage, ask: &Ask) -> Option<&'a str> {
    let due = ask.due.as_ref().filter(|due| passage.is_vague(due))?;
    Some(due.span.of(&passage.text))
}

/// The first day to come that the ask's sentence tells of beside its own: "I fly on Thursday, so could you".
fn day_within(passage: &Passage, act: &Act, ask: &Ask, today: Date) -> Option<Date> {
    let sentence = passage.words.sentences.get(act.sentence)?;
    let own = ask.due.as_ref().map(|due| due.time);
    let own = own.and_then(|at| passage.times.get(at));
    let others = passage.times_in(sentence.span).filter(|time| {
        time.kind == TimeKind::Date
            && own.is_none_or(|own| own.span != time.span)
            && !wanted::is_of_a_thing(passage, time)
    });
    let days = others.filter_map(TimeExpression::last_day);
    days.filter(|day| *day >= today).min()
}

/// The names by which the mail's recipients, or else those it greets, may be addressed: three at most.
pub(super) fn people(context: &Context<'_>) -> Vec<String> {
    let names = addressees(context);
    if names.is_empty() {
        return context.around.greeted.iter().take(3).cloned().collect();
    }
    names
}

/// The names by which the mail's recipients may be addressed: three at most.
pub(super) fn addressees(context: &Context<'_>) -> Vec<String> {
    let called = |mailbox: &Mailbox| {
        let known = context
            .options
            .people
            .iter()
            .find(|person| person.addresses.contains(&mailbox.address));
        known
            .map(|person| person.name.clone())
            .or_else(|| given_name(mailbox))
    };
    let to = context.headers.to.iter();
    to.filter_map(called).take(3).collect()
}

/// What stands before a name in writing.
const TITLES: [&str; 12] = [
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Mx",
    "Dr",
    "Prof",
    "Professor",
    "Sir",
    "Rev",
    "Capt",
    "Sister",
];

/// The name a mailbox's owner goes by, as far as the display name tells: "Lee, Ana" and "Ana Lee" are Ana.
fn given_name(mailbox: &Mailbox) -> Option<String> {
    if mailbox.is_nameless() {
        return None;
    }
    let name = mailbox.name.trim();
    let titled = |word: &str| TITLES.contains(&word.trim_end_matches('.'));
    let mut words = name
        .split_once(',')
        .map_or(name, |(_, given)| given)
        .split_whitespace();
    let mut given = words.next()?;
    // "Dr Ana Lee" is Ana; whoever shows as "Dr Lee" is not called by it.
    if titled(given) {
        given = words.find(|word| !titled(word))?;
        words.next()?;
    }
    let plain = given.chars().count() > 1 && given.chars().all(|c| c.is_alphabetic() || c == '-');
    // "Housekeeping supervisors" are several; "Ludwig van Bek" is one.
    let particles = [
        "da", "de", "del", "der", "di", "du", "la", "le", "ten", "van", "von", "y",
    ];
    let capital = given.starts_with(char::is_uppercase);
    let common = |word: &str| word.starts_with(char::is_lowercase) && !particles.contains(&word);
    let several = capital && name.split_whitespace().any(common);
    (plain && !several).then(|| given.to_owned())
}

/// Whether a request for this ought to name a day and does not.
fn wants_day(ask: &Ask) -> bool {
    use crate::facts::DueKind::{Date, Event};
    ask.work
        && !ask
            .due
            .as_ref()
            .is_some_and(|due| matches!(due.kind, Date | Event))
}

/// The day usually offered, as words.
pub(super) fn usual_day(context: &Context<'_>) -> String {
    rewrite::written(context.usual(), context.today, context.options)
}

/// The day to promise something by, as words: the one it is asked for by, else the usual one.
pub(super) fn promised_day(context: &Context<'_>) -> String {
    context.wanted_day().unwrap_or_else(|| usual_day(context))
}

/// A request with a blank for what only the writer knows, and the usual day where none is told.
pub(super) fn skeleton(context: &Context<'_>, undated: bool) -> String {
    let day = if undated {
        format!(" by {}", usual_day(context))
    } else {
        String::new()
    };
    match context.options.register {
        Register::PoliteQuestion => format!("Could you [do what]{day}?"),
        Register::PlainRequest => format!("Please [do what]{day}."),
    }
}

/// A fix's title for words put in.
pub(super) fn add(words: &str) -> String {
    format!("Add “{words}”")
}

/// A fix's title for new words: all of them where they fit a menu, else their start and their end.
pub(super) fn say(words: &str) -> String {
    const WIDTH: usize = 90;
    let count = words.chars().count();
    if count <= WIDTH {
        return format!("Say “{words}”");
    }
    let head: String = words.chars().take(WIDTH / 2).collect();
    let tail: String = words.chars().skip(count - WIDTH / 2 + 3).collect();
    let head = head
        .rsplit_once(' ')
        .map_or(head.as_str(), |(head, _)| head);
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, tail)| tail);
    format!("Say “{head} … {tail}”")
}
