use jiff::civil::Date;

use super::open_ended;
use crate::document::{BlockKind, Coding, ZoneKind};
use crate::facts::{
    ActKind, Ask, AskForm, DueKind, Message, Passage, Placed, TimeKind, only_leaves_open,
};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::rewrite;
use crate::rules::wanted::{day_beside, is_needed_then, is_scheduled, is_timed, wants_work};
use crate::rules::{Context, Kind, listed, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A request for work has no date.
    ///
    /// ## Why
    /// Work without a date waits behind work that has one. The reader has to guess how much it matters, guesses low, and the next
    /// message about it is a reminder. A date lets them plan, or say at once that it will not do.
    ///
    /// One date covers every request of its sentence and paragraph, of the list it leads in, and of the message if it stands in the
    /// subject. A quick question is left alone, and several undated requests in one draft are one finding, whose fixes date them all.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please [[review the audit report]].
    /// ```
    /// ```mail fixed
    /// Please review the audit report by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// Hi Ana, could you [[update the price list]]? The fair is close.
    /// ```
    /// ```mail flagged
    /// Quick one: could you [[run the export again]]? I need it for the audit.
    /// ```
    /// ```mail fixed
    /// Quick one: could you run the export again by Fri 20 Nov? I need it for the audit.
    /// ```
    /// ```mail fine
    /// Please review the report and sign the form. I need both by Thursday 17:00.
    /// ```
    /// ```mail fine
    /// Which version do you use?
    /// ```
    pub(super) static DEADLINE_MISSING = {
        id: "deadline-missing",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        check: Message(check),
    }
}

/// Nobody means one day for more requests than these.
const MANY: usize = 40;

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    // Told once: to look for a quote is to look through the draft.
    let replies = message.quoted().next().is_some();
    let noticed = context.noticed(message, Kind::Work);
    let work = noticed.flat_map(|of| {
        let work = of.noticed.work.iter();
        let undated = work.filter(move |work| !work.dated && (work.in_reply || !replies));
        undated.filter_map(move |work| of.ask(work.act))
    });
    let undated: Vec<Placed<'_, Ask>> = work
        .filter(|ask| {
            let due = message.due(ask);
            let told = due.is_some_and(|due| due.bounds() || is_needed_then(ask, due));
            !told && !shares_hurry(ask)
        })
        .take(MANY + 1)
        .collect();
    let Some(first) = undated.first() else {
        return Vec::new();
    };
    if goes_ahead_on_a_day(message) {
        return Vec::new();
    }
    let what = match undated.len() {
        1 => "This request has no date.".to_owned(),
        more if more > MANY => format!("More than {MANY} requests here have no date."),
        more => format!("{more} requests here have no date."),
    };
    let mut finding = DEADLINE_MISSING.finding(words(first), what);
    for other in &undated[1..] {
        finding = finding.relate(words(other), "This one has no date either.");
    }
    if undated.len() > MANY {
        return vec![finding];
    }
    let mut gone: Vec<Edit> = Vec::new();
    for ask in &undated {
        if let Some(open) = open_below(message, ask) {
            let end = ask.offset + ask.passage.text.len();
            let cut = Edit::delete(Span::new(end, open.end));
            // Two requests of one paragraph are left open by the same words.
            if gone.last() == Some(&cut) {
                continue;
            }
            gone.push(cut);
            finding = finding.relate(open, "Leaves it open.");
        }
    }
    // One date at the end of a sentence bounds all its requests.
    let ends = undated.iter().enumerate().filter(|&(at, ask)| {
        undated
            .get(at + 1)
            .is_none_or(|next| next.offset != ask.offset || next.act.sentence != ask.act.sentence)
    });
    let ends: Vec<&Placed<'_, Ask>> = ends.map(|(_, ask)| ask).collect();
    for choice in context.choices() {
        let edits: Option<Vec<Edit>> = ends.iter().map(|ask| dated(ask, &choice.words)).collect();
        let edits = edits.map(|edits| [edits, gone.clone()].concat());
        if let Some(edits) = edits.and_then(Edits::new) {
            finding = finding.fix(
                Applies::IfMeant,
                format!("Add “by {}”", choice.words),
                edits,
            );
        }
    }
    vec![finding]
}

/// Whether the writer tells on what day they go ahead without an answer: "If there are no objections I'll send it on Sunday."
fn goes_ahead_on_a_day(message: &Message) -> bool {
    static SILENCE: Patterns = Patterns::new(&[
        "if|absent there? are|is? no|any objections|objection|comments|complaints",
        "without|barring objections|objection",
        "unless i|we|someone|anyone hear|hears|objects",
        "if i|we do|have n't|not hear|heard",
        "if nobody|no-one objects",
    ]);
    // A message of many paragraphs has many matters.
    const SHORT: usize = 8;
    let own: Vec<_> = message.own().take(SHORT + 1).collect();
    own.len() <= SHORT
        && own.iter().any(|(_, passage)| {
            let tokens = &passage.words.tokens;
            SILENCE.find(tokens).is_some_and(|(found, _)| {
                let sentence = passage.sentence_over(tokens[found.start].span);
                sentence.is_some_and(|sentence| {
                    let mut times = passage.times_in(sentence.span);
                    times.any(|time| time.kind == TimeKind::Date)
                })
            })
        })
}

/// Whether a request that shares its opening is pressed for, which another rule speaks of: "check it and send it to me asap".
fn shares_hurry(ask: &Placed<'_, Ask>) -> bool {
    let acts = ask.passage.acts_in(ask.act.sentence).iter();
    let mut after = acts.filter(|other| other.span.start >= ask.act.span.end);
    after.any(|other| {
        matches!(&other.kind, ActKind::Ask(other)
            if other.opening.is_empty() && other.due.as_ref().is_some_and(|due| due.kind == DueKind::Vague))
    })
}

/// The paragraph below a request that only leaves its time open.
fn open_below(message: &Message, ask: &Placed<'_, Ask>) -> Option<Span> {
    let passages = &message.passages;
    let next = passages.partition_point(|(offset, _)| *offset <= ask.offset);
    let (offset, passage) = passages.get(next)?;
    let paragraph = passage.block.kind == BlockKind::Paragraph;
    let own = passage.block.zone == ZoneKind::Body && paragraph;
    let plain = |passage: &Passage| passage.block.coding == Coding::Plain;
    if !own || !plain(passage) || !plain(ask.passage) || !only_leaves_open(passage) {
        return None;
    }
    Some(Span::new(0, passage.text.len()).shifted(*offset))
}

/// An ask for work, or for an answer by a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::rules) struct Work {
    /// The act, by its number.
    pub(in crate::rules) act: usize,
    /// Whether it is one in a reply too, where a bare imperative may be advice.
    pub(in crate::rules) in_reply: bool,
    /// Whether its paragraph says by when, or that it needs no day.
    dated: bool,
}

/// The passage's asks for work.
pub(in crate::rules) fn noticed(passage: &Passage, today: Date) -> Vec<Work> {
    let acts = passage.acts.iter().enumerate();
    let work = acts.filter_map(|(at, act)| {
        let ActKind::Ask(fact) = &act.kind else {
            return None;
        };
        let ask = Placed {
            passage,
            offset: 0,
            act,
            fact,
        };
        let bounds = || ask.due().is_some_and(|due| due.bounds());
        // "Can you confirm by Monday?" is waited for like work.
        let awaited = || {
            matches!(fact.form, AskForm::Modal | AskForm::Imperative)
                && (fact.form == AskForm::Modal || fact.courtesy.is_some())
                && bounds()
        };
        let wanted = (wants_work(passage, act, fact, false) || awaited())
            && !passage.is_unfinished(act, fact.action.as_ref())
            && !listed::in_quotation(passage, act.span.start);
        wanted.then(|| Work {
            act: at,
            in_reply: wants_work(passage, act, fact, true),
            dated: bounds()
                || is_scheduled(passage, act)
                || is_timed(passage, act, fact)
                || day_beside(passage, act, today).is_some()
                || open_ended::undated(passage, &ask).is_some(),
        })
    });
    work.collect()
}

/// The words to mark: what is to be done.
pub(super) fn words(ask: &Placed<'_, Ask>) -> Span {
    let action = ask
        .fact
        .action
        .as_ref()
        .map_or(ask.act.span, |action| action.span);
    action.shifted(ask.offset)
}

fn dated(ask: &Placed<'_, Ask>, day: &str) -> Option<Edit> {
    let place = rewrite::due_place(ask.passage, ask.fact, ask.act.span)?;
    Some(Edit::insert(place + ask.offset, format!(" by {day}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_paragraph_below_that_leaves_it_open_goes() {
        for open in [
            "No rush!",
            "Whenever you get a sec would be great. No hurry.",
        ] {
            let draft = format!(
                "Could you mend the gate? Please paint it too.\n\n{open}\n\nThe goats are out.\n"
            );
            let said = "Could you mend the gate by Fri 20 Nov? Please paint it too by Fri 20 Nov.\n\nThe goats are out.\n";
            fixes(&DEADLINE_MISSING, &draft, said);
        }
    }
}
