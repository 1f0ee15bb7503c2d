use super::asap::is_for_company;
use super::bound::{self, Bound};
use crate::facts::{
    Act, ActKind, Ask, AskForm, DueKind, LeftOpen, Passage, Placed, TimeForm, TimeKind, left_open,
    presses,
};
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::wanted::{self, wants_work};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A request leaves its time to the reader's mood.
    ///
    /// ## Why
    /// "When you get a chance" is meant as kindness and read as "not now". The chance does not come, and the writer is left waiting
    /// without a day on which asking again is fair. The latest day that is still of use is kinder: the reader can plan around it.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Take a look at the lease [[whenever you get a chance]].
    /// ```
    /// ```mail fixed
    /// Take a look at the lease by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// Could you send me the totals [[at some point]]?
    /// ```
    /// ```mail fine
    /// Restart the job whenever the queue is empty.
    /// ```
    /// ```mail fine
    /// At some point last night the link broke.
    /// ```
    pub(super) static DEADLINE_OPEN_ENDED = {
        id: "deadline-open-ended",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let open = bound::bounds(passage).filter(|bound| {
        let dated = || {
            bound
                .others(passage)
                .any(|time| time.kind == TimeKind::Date)
        };
        let words = bound::words(passage, bound.time.span);
        bound.due.kind == DueKind::Vague
            && !words.split(' ').any(|word| word == "now")
            && !presses(&words)
            && bound.time.form != TimeForm::Context
            && leaves_open(passage, bound)
            // "Let's talk later."
            && !(is_for_company(bound) && words.starts_with("later"))
            && !dated()
            // "No rush, I need it before Friday's review" has its day.
            && wanted::day_beside(passage, bound.act, context.today).is_none()
            && !wanted::is_before_an_event(passage, bound.act)
    });
    let open = open.map(|bound| {
        let finding = found(bound.due.span);
        let apart = left_open(passage, bound.act).filter(|open| open.time.span == bound.time.span);
        let finding = match bound::on_a_day(passage, &bound).filter(|_| apart.is_none()) {
            Some(edit) => finding.fix(Applies::WithBlank, "Add “on [day]”", edit),
            None => finding,
        };
        offer::days(
            meant(finding, passage, &bound, context),
            context,
            |day| format!("Say “by {day}”"),
            |day| match (&apart, &bound.act.kind) {
                (Some(open), ActKind::Ask(ask)) => dated(passage, bound.act, ask, open, day),
                _ => bound::redated(passage, &bound, day),
            },
        )
    });
    open.chain(beside(passage, context)).collect()
}

fn found(span: Span) -> Finding {
    let what = "This leaves the time open, so it reads as “not now”.";
    DEADLINE_OPEN_ENDED.finding(span, what)
}

/// What leaves the time open beside a request for work: "Could you mend the gate? No rush!" is dated, and the rest goes.
fn beside(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let mut found_at: Vec<Span> = Vec::new();
    let work = passage.asks_placed(0).filter_map(|ask| {
        let open = undated(passage, &ask)?;
        if found_at.contains(&open.time.whole) {
            return None;
        }
        found_at.push(open.time.whole);
        let title = |day: &str| format!("Say “by {day}”");
        let dated = |day: &str| dated(passage, ask.act, ask.fact, &open, day);
        Some(offer::days(found(open.time.whole), context, title, dated))
    });
    work.collect()
}

/// What leaves a request for work open from outside its clause, where nothing else says by when.
pub(super) fn undated<'a>(passage: &'a Passage, ask: &Placed<'a, Ask>) -> Option<LeftOpen<'a>> {
    let dated = ask.due().is_some_and(|due| due.kind != DueKind::Vague);
    if ask.fact.due.is_some() || dated || !wants_work(passage, ask.act, ask.fact, true) {
        return None;
    }
    left_open(passage, ask.act)
}

/// The request with a day, and without what left it open.
fn dated(passage: &Passage, act: &Act, ask: &Ask, open: &LeftOpen<'_>, day: &str) -> Option<Edits> {
    // A clause that the request ends in goes first.
    let within = act.span;
    let tail = open.spans.iter().find(|span| {
        within.covers(**span)
            && ask
                .action
                .as_ref()
                .is_some_and(|action| action.verb_span.end <= span.start)
    });
    let within = tail.map_or(within, |tail| Span::new(within.start, tail.start));
    let place = rewrite::due_place(passage, ask, within)?;
    let place = passage.text[..place].trim_end().len();
    let gone = open.spans.iter().map(|span| without(passage, *span));
    let mut edits: Vec<Edit> = gone.collect();
    match edits.iter_mut().find(|edit| edit.span.start == place) {
        Some(edit) => edit.text = format!(" by {day}{}", edit.text),
        None => edits.push(Edit::insert(place, format!(" by {day}"))),
    }
    Edits::new(edits)
}

/// A clause or a whole sentence taken out, with the blank before a sentence that another stands before.
pub(super) fn without(passage: &Passage, span: Span) -> Edit {
    let before = passage.text[..span.start].trim_end_matches([' ', '\t']);
    let ends = passage.words.sentences.iter().any(|one| one.span == span);
    let alone = before.is_empty() || before.ends_with('\n');
    if ends && !alone {
        return Edit::delete(Span::new(before.len(), span.end));
    }
    rewrite::cut(&passage.text, span)
}

/// Whether the words leave the time to the reader: "now" does not, and "over the past months" tells how long.
fn leaves_open(passage: &Passage, bound: &Bound<'_>) -> bool {
    let tokens = passage.words.tokens_in(bound.due.span);
    let now = tokens.last().is_some_and(|last| last.is("now")) && tokens.len() <= 2;
    let while_long = tokens.first().is_some_and(|first| first.is("over"));
    // "In the next few days" has an end, if a blurred one.
    let opens = tokens
        .first()
        .is_some_and(|first| first.is_any(&["in", "within", "over", "during"]));
    let ends = opens
        && tokens
            .iter()
            .any(|token| token.is_any(&["next", "coming", "couple", "few", "two", "or", "-", "–"]))
        && tokens.iter().any(|token| {
            token.is_any(&["hours", "day", "days", "week", "weeks", "month", "months"])
        });
    // "Let's have lunch some time" is said to be kind.
    let ActKind::Ask(ask) = &bound.act.kind else {
        return false;
    };
    let object = ask.action.as_ref().and_then(|action| action.object);
    let kind = object.is_some_and(|object| {
        let last = passage.words.tokens_in(object).last();
        last.is_some_and(|last| {
            last.is_any(&[
                "lunch",
                "dinner",
                "breakfast",
                "coffee",
                "drink",
                "drinks",
                "beer",
                "beers",
            ])
        })
    });
    // "Maybe we can have another party some time" muses, "could we meet some time" asks.
    let opening = passage.words.tokens_in(ask.opening);
    let sentence = passage.words.sentences.get(bound.act.sentence);
    let asks = sentence.is_some_and(|sentence| sentence.span.of(&passage.text).ends_with('?'));
    let muses = ask.form == AskForm::We
        && !asks
        && opening.first().is_some_and(|first| first.is("we"))
        && opening
            .iter()
            .any(|token| token.is_any(&["can", "could", "might"]));
    !kind && !now && !while_long && !ends && !muses
}

/// The last day that "sometime next week" allows, before the days usually offered.
fn meant(finding: Finding, passage: &Passage, bound: &Bound<'_>, context: &Context<'_>) -> Finding {
    let Some(day) = bound.time.last_day().filter(|&day| day >= context.today) else {
        return finding;
    };
    let day = rewrite::written(day, context.today, context.options);
    match bound::redated(passage, bound, &day) {
        Some(edits) => finding.fix(Applies::IfMeant, format!("Say “by {day}”"), edits),
        None => finding,
    }
}
