use super::fault;
use super::work::{SMALL, WORK, gets_done, waits};
use crate::facts::{
    ActKind, Commitment, Due, DueKind, Message, OwnerKind, Passage, Placed, Strength, TimeForm,
    TimeKind,
};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::language::{TokenKind, among};
use crate::rewrite;
use crate::rules::{Context, Kind, listed, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A promise has no date.
    ///
    /// ## Why
    /// A promise is what plus when. Without the when, the reader cannot plan on it and the writer cannot be reminded of it without
    /// reproach. The work is the same with a date; only the waiting is gone.
    ///
    /// One date covers every promise of its sentence and of the next; an answer to a request that named a day has that day.
    /// Small courtesies ("I'll let you know") are left alone, and several undated promises in one draft are one finding.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I'll send you the list]].
    /// ```
    /// ```mail fixed
    /// I'll send you the list by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// [[Will do]].
    /// ```
    /// ```mail fine
    /// I'll send you the list today by three.
    /// ```
    /// ```mail fine
    /// I'll be honest: the list is long. See you there!
    /// ```
    pub(super) static COMMIT_NO_DATE = {
        id: "commit-no-date",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        check: Message(check),
    }
}

/// Nobody means one day for more promises than these.
const MANY: usize = 40;

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let answered = message.quoted_asks().any(|ask| {
        ask.fact
            .due
            .as_ref()
            .is_some_and(|due| due.kind != DueKind::Vague)
    });
    // "Will do." accepts what was asked, with its date.
    let open = |promise: &Placed<'_, Commitment>| promise.fact.action.is_some() || !answered;
    let noticed = context.noticed(message, Kind::Undated);
    let undated = noticed.flat_map(|of| {
        let promises = of.noticed.undated.iter();
        promises.filter_map(move |&at| of.commitment(at))
    });
    let undated: Vec<_> = undated.filter(open).take(MANY + 1).collect();
    let Some(first) = undated.first() else {
        return Vec::new();
    };
    let says = match undated.len() {
        1 => "This promise has no date.".to_owned(),
        more if more > MANY => format!("More than {MANY} promises here have no date."),
        more => format!("{more} promises here have no date."),
    };
    let mut finding = COMMIT_NO_DATE.finding(words(first), says);
    if undated.iter().all(is_small) {
        finding.level = Level::Hint;
    }
    for other in &undated[1..] {
        finding = finding.relate(words(other), "This one has no date either.");
    }
    if undated.len() > MANY {
        return vec![finding];
    }
    // The day that was asked for comes first.
    // Who tells of tomorrow does not promise for today.
    let mut days = context.choices();
    if days.first().is_some_and(|first| first.day == context.today) {
        days = rewrite::choices(context.today, context.options);
    }
    let days = days.into_iter();
    let days = context
        .wanted_day()
        .into_iter()
        .chain(days.map(|choice| choice.words));
    for day in days {
        let edits: Option<Vec<Edit>> = undated.iter().map(|promise| dated(promise, &day)).collect();
        if let Some(edits) = edits.and_then(Edits::new) {
            let title = format!("Add “by {day}”");
            if finding.fixes.iter().any(|fix| fix.title == title) {
                continue;
            }
            finding = finding.fix(Applies::IfMeant, title, edits);
        }
    }
    vec![finding]
}

/// The promise without what stands before it.
fn words(promise: &Placed<'_, Commitment>) -> Span {
    let opening = promise.fact.opening;
    let span = promise.act.span;
    let start = if span.covers(opening) && !opening.is_empty() {
        opening.start
    } else {
        span.start
    };
    let said = Span::new(start, span.end).of(&promise.passage.text);
    let end = start + said.trim_end_matches(['.', '!', ' ']).len();
    let due = rewrite::dated(promise.passage, promise.act, promise.fact, "");
    let end = due.map_or(end, |due| due.span.end.clamp(start, end));
    Span::new(start, end).shifted(promise.offset)
}

/// The passage's promises whose day the reader waits for, by their numbers among the acts.
pub(in crate::rules) fn noticed(passage: &Passage) -> Vec<usize> {
    let acts = passage.acts.iter().enumerate();
    let undated = acts.filter(|(_, act)| match &act.kind {
        ActKind::Commitment(fact) => is_undated(&Placed {
            passage,
            offset: 0,
            act,
            fact,
        }),
        _ => false,
    });
    undated.map(|(at, _)| at).collect()
}

fn is_undated(promise: &Placed<'_, Commitment>) -> bool {
    let passage = promise.passage;
    if passage.words.sentences[promise.act.sentence].tokens.len() > listed::LONGEST {
        return false;
    }
    let due = promise.fact.due.as_ref();
    if announces(promise)
        || is_done_at_once(promise)
        || prepares(promise)
        || passage.is_unfinished(promise.act, promise.fact.action.as_ref())
    {
        return false;
    }
    let elsewhere = |due: &Due| {
        passage
            .times
            .get(due.time)
            .is_some_and(|time| time.form == TimeForm::Context)
    };
    if due.is_some_and(|due| due.kind != DueKind::Vague || elsewhere(due))
        || dated_nearby(passage, promise.act.sentence, None)
    {
        return false;
    }
    // "I plan to finish it some time next week" is a promise but for its time.
    let far = |due: &Due| {
        let mut words = passage.words.tokens_in(due.span).iter();
        words.any(|word| word.is_any(&["weeks", "months", "year", "years"]))
    };
    let vague = due.is_some_and(|due| due.kind == DueKind::Vague && !far(due));
    if promise.fact.strength == Strength::Weak && !vague || !is_the_writers(promise) {
        return false;
    }
    let awaited = match &promise.fact.action {
        None => !takes_part(promise),
        Some(action) => {
            let work = WORK.contains(&action.verb.as_str()) || gets_done(promise);
            work && waits(promise)
                && !conditional(promise)
                && !is_for_writer(promise)
                && !follows_reader(promise)
        }
    };
    awaited
        && !listed::in_quotation(passage, promise.act.span.start)
        && fault::of(passage, promise.act.sentence).is_none()
}

/// Whether it only tells what the text goes on with: "I will do this in the following way:".
fn announces(promise: &Placed<'_, Commitment>) -> bool {
    let sentence = &promise.passage.words.sentences[promise.act.sentence];
    let tokens = &promise.passage.words.tokens[sentence.tokens.clone()];
    tokens.last().is_some_and(|last| last.is(":"))
        || tokens
            .iter()
            .any(|token| among(&token.norm, "following|follows"))
}

/// Whether it is done as it is written: "will merge now", "I'll send it right away".
fn is_done_at_once(promise: &Placed<'_, Commitment>) -> bool {
    static AT_ONCE: Patterns =
        Patterns::new(&["now", "right|straight away", "at once", "immediately"]);
    let words = promise.passage.words.tokens_in(promise.act.span);
    let by_now = words.windows(2).any(|pair| {
        pair[1].is("now") && pair[0].is_any(&["by", "until", "till", "have", "from", "for"])
    });
    // "I'm going to merge it. Merging now!"
    let next = promise
        .passage
        .words
        .sentences
        .get(promise.act.sentence + 1);
    let under_way = next.is_some_and(|next| {
        let tokens = &promise.passage.words.tokens[next.tokens.clone()];
        matches!(tokens, [doing, now, ..] if doing.norm.ends_with("ing") && now.is("now"))
    });
    under_way || !by_now && AT_ONCE.find(words).is_some()
}

/// Whether it is only the way to what the sentence promises next: "let me look at my calendar and I'll confirm".
fn prepares(promise: &Placed<'_, Commitment>) -> bool {
    let passage = promise.passage;
    let opens = passage.words.tokens_in(promise.act.span).first();
    let mut acts = passage.acts_in(promise.act.sentence).iter();
    opens.is_some_and(|first| first.is("let"))
        && acts.any(|act| {
            act.span.start > promise.act.span.start && matches!(act.kind, ActKind::Commitment(_))
        })
}

/// Whether it accepts an invitation, which has its day: "Count me in."
fn takes_part(promise: &Placed<'_, Commitment>) -> bool {
    let words = promise.passage.words.tokens_in(promise.act.span);
    words.iter().take(4).any(|token| token.is("in"))
}

/// Whether it is the writer who promises: "I will", "will do", but not "who will" or "which will".
fn is_the_writers(promise: &Placed<'_, Commitment>) -> bool {
    let sentence = &promise.passage.words.sentences[promise.act.sentence];
    let tokens = &promise.passage.words.tokens[sentence.tokens.clone()];
    let opening = promise.fact.opening;
    // "I will be sending" announces, "we will need to add" plans.
    let lead = || tokens.iter().filter(|token| opening.covers(token.span));
    if lead().any(|token| token.is_any(&["be", "need", "have"])) {
        return false;
    }
    // "Yes, will send it."
    let head = tokens.get(listed::lead_in(tokens));
    let heads = head.is_some_and(|head| opening.start <= head.span.start);
    heads
        || promise.fact.action.is_none()
        || tokens
            .iter()
            .take_while(|token| token.span.start <= opening.end)
            .any(|token| token.is_any(&["i", "we"]))
}

/// Whether it waits for what the reader or someone else sends first: "send me your notes and I'll add them", "Bo will send the list. I'll
/// forward it".
fn follows_reader(promise: &Placed<'_, Commitment>) -> bool {
    const SENDS: [&str; 12] = [
        "send",
        "sending",
        "sends",
        "provide",
        "providing",
        "forward",
        "forwarding",
        "give",
        "share",
        "fax",
        "email",
        "mail",
    ];
    let passage = promise.passage;
    let at = promise.act.sentence;
    let asked = passage.acts_in(at).iter().any(|act| {
        act.span.start < promise.act.span.start
            && matches!(&act.kind, ActKind::Ask(ask) if ask.owner.kind == OwnerKind::You && ask.action.is_some())
    });
    let takes = promise.fact.action.as_ref().is_some_and(|action| {
        let words = passage.words.tokens_in(action.span);
        words
            .iter()
            .take(4)
            .any(|token| token.is_any(&["it", "them", "that", "these", "those"]))
    });
    let before = at.checked_sub(1).map(|at| &passage.words.sentences[at]);
    let sent = before.is_some_and(|before| {
        let tokens = &passage.words.tokens[before.tokens.clone()];
        tokens.len() <= listed::LONGEST
            && tokens.iter().any(|token| token.is_any(&SENDS))
            && !tokens.first().is_some_and(|first| first.is("i"))
    });
    asked || takes && sent
}

/// Whether it is the writer's own affair: advice taken up, "I'll take a look, thanks for the tip"; or a liking, "I'll take tea any day".
fn is_for_writer(promise: &Placed<'_, Commitment>) -> bool {
    const TRIES: &str = "take|check|look|read|test|research";
    static ADVICE: Patterns = Patterns::new(&[
        "for the|your|that|this|these|those|all *? *? suggestion|suggestions|tip|tips|hint|hints|pointer|pointers|advice|recommendation|\
        recommendations|idea|ideas|explanation|clarification",
        "for my own? case|use|project|purpose|purposes|setup|needs",
        "any day",
    ]);
    let passage = promise.passage;
    let Some(action) = &promise.fact.action else {
        return false;
    };
    let sentences = &passage.words.sentences;
    let at = promise.act.sentence;
    let last = sentences.get(at + 1).unwrap_or(&sentences[at]);
    let near = sentences[at.saturating_sub(1)].tokens.start..last.tokens.end;
    let near = &passage.words.tokens[near];
    let verb = action.verb.split(' ').next().unwrap_or_default();
    among(verb, TRIES)
        && ADVICE
            .find(&near[..near.len().min(listed::LONGEST)])
            .is_some()
}

/// Whether it hangs on something that must come first.
fn conditional(promise: &Placed<'_, Commitment>) -> bool {
    let passage = promise.passage;
    let sentence = &passage.words.sentences[promise.act.sentence];
    // "As soon as possible" is a time, and hangs on nothing.
    let due = promise.fact.due.as_ref().map(|due| due.span);
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    // So does "our comments, if any".
    let idle = |at: usize| {
        tokens[at].is("if")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.is_any(&["any", "possible"]))
    };
    (0..tokens.len())
        .filter(|&at| !idle(at))
        .map(|at| &tokens[at])
        .filter(|token| due.is_none_or(|due| !due.covers(token.span)))
        .any(|token| {
            token.is_any(&[
                "if",
                "when",
                "once",
                "unless",
                "until",
                "after",
                "before",
                "whenever",
                "till",
                "as",
                "while",
                "during",
                "every",
                "always",
                "separate",
                "separately",
                "another",
                "continue",
                "upon",
                "pending",
            ])
        })
}

fn is_small(promise: &Placed<'_, Commitment>) -> bool {
    promise
        .fact
        .action
        .as_ref()
        .is_none_or(|action| SMALL.contains(&action.verb.as_str()))
}

/// Whether a day or an event stands in the sentence, but for the way out built into it, or in one beside it that does not tell what was.
pub(super) fn dated_nearby(passage: &Passage, at: usize, out: Option<Span>) -> bool {
    let sentences = &passage.words.sentences;
    let own = sentences[at].span;
    let was = |beside: usize| {
        let tokens = &passage.words.tokens[sentences[beside].tokens.clone()];
        beside != at
            && tokens
                .iter()
                .any(|token| token.is_any(&["been", "was", "were", "had", "did"]))
    };
    let near = at.saturating_sub(1)..sentences.len().min(at + 2);
    near.filter(|beside| !was(*beside)).any(|beside| {
        let times = passage.times_in(sentences[beside].span);
        let mut times = times.filter(|time| out.is_none_or(|out| !out.overlaps(time.span)));
        times.any(|time| match time.kind {
            TimeKind::Date => true,
            TimeKind::Event | TimeKind::Condition | TimeKind::Repeated => own.covers(time.span),
            TimeKind::Vague | TimeKind::Duration => false,
        })
    })
}

fn dated(promise: &Placed<'_, Commitment>, day: &str) -> Option<Edit> {
    let passage = promise.passage;
    let said = promise.fact.opening.of(&passage.text).to_lowercase();
    let mut edit = if promise.fact.action.is_none() && !said.contains("will do") {
        let end = passage.words.sentences.get(promise.act.sentence)?.span.end;
        let stop = if passage.text[..end].ends_with(['.', '!']) {
            ""
        } else {
            "."
        };
        Edit::insert(end, format!("{stop} You'll have it by {day}."))
    } else if let Some(later) = put_off(promise) {
        Edit::replace(later, format!("by {day}"))
    } else {
        rewrite::dated(passage, promise.act, promise.fact, day)?
    };
    edit.span = edit.span.shifted(promise.offset);
    Some(edit)
}

/// The words that put the promise off and end it: "later on", "at a later date".
fn put_off(promise: &Placed<'_, Commitment>) -> Option<Span> {
    let words = promise.passage.words.tokens_in(promise.act.span);
    let last = words
        .iter()
        .rfind(|token| token.kind == TokenKind::Word)?
        .span;
    let mut vague = promise.passage.times_in(promise.act.span);
    let vague = vague.find(|time| time.kind == TimeKind::Vague && time.whole.end == last.end);
    let later = || {
        let later = words
            .iter()
            .rfind(|token| token.is_any(&["later", "soonest"]))?
            .span;
        let on = later.end == last.end || last.of(&promise.passage.text) == "on";
        (on && last.start <= later.end + 1).then(|| later.join(last))
    };
    vague.map(|time| time.whole).or_else(later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, quiet};

    #[test]
    fn the_day_goes_where_it_belongs() {
        for (before, after) in [
            (
                "I'll send the list, but it is long.",
                "I'll send the list by Fri 20 Nov, but it is long.",
            ),
            ("Will do!", "Will do by Fri 20 Nov!"),
            (
                "I'm going to find out how many chairs we have.",
                "I'm going to find out by Fri 20 Nov how many chairs we have.",
            ),
            (
                "I'll check with Bo to make sure the hall is free.",
                "I'll check with Bo by Fri 20 Nov to make sure the hall is free.",
            ),
            (
                "I'll ask Bo to make sure the hall is free.",
                "I'll ask Bo to make sure the hall is free by Fri 20 Nov.",
            ),
            (
                "I'll ask Bo who has the key.",
                "I'll ask Bo by Fri 20 Nov who has the key.",
            ),
            (
                "I'll print the list which hangs in the hall.",
                "I'll print the list which hangs in the hall by Fri 20 Nov.",
            ),
            (
                "We will advise on the labels soonest.",
                "We will advise on the labels by Fri 20 Nov.",
            ),
            (
                "I'll confirm the room later on.",
                "I'll confirm the room by Fri 20 Nov.",
            ),
            (
                "I'll send you the list of all who come at a later date.",
                "I'll send you the list of all who come by Fri 20 Nov.",
            ),
            ("On it.", "On it. You'll have it by Fri 20 Nov."),
            (
                "We will send the samples soon.",
                "We will send the samples by Fri 20 Nov.",
            ),
            (
                "I'll review the plan. I will also book the room.",
                "I'll review the plan by Fri 20 Nov. I will also book the room by Fri 20 Nov.",
            ),
        ] {
            fixes(&COMMIT_NO_DATE, before, after);
        }
    }

    #[test]
    fn an_answer_has_the_day_of_the_request() {
        quiet(
            &COMMIT_NO_DATE,
            "Will do.\n\nOn Tue, 17 Nov 2026, Ana Lee wrote:\n> Could you send the list by Friday?\n",
        );
    }
}
