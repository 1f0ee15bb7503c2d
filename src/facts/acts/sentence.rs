//! One sentence: which family reads which clause, and how far each act goes.

use std::ops::Range;

use super::found::{Asked, Found, Manner, Promised};
use super::pattern::{patterns, words};
use super::scene::{FAR, Scene};
use super::starts::{self, Link, SUBORDINATE, Start};
use super::whom::Whom;
use super::{
    bulk, commitment, decline, due, formula, imperative, modal, need, parts, question, shared,
    social, wish,
};
use crate::document::BlockKind;
use crate::facts::{Act, ActKind, Ask, AskForm, Commitment, DueKind, Owner, OwnerKind};
use crate::language::Upos;
use crate::text::Span;

/// Reads one sentence's acts and appends them.
pub(super) fn read(
    scene: &Scene<'_>,
    block: BlockKind,
    number: usize,
    whole: Span,
    whom: Whom,
    acts: &mut Vec<Act>,
) {
    let by_eye = match block {
        BlockKind::Greeting => Some((ActKind::Greeting, "stands alone above the message")),
        BlockKind::Closing => Some((ActKind::Closing, "stands alone below the message")),
        BlockKind::Heading => Some((ActKind::Information, "a heading or a table")),
        BlockKind::Paragraph | BlockKind::Item => None,
    };
    let before = acts.len();
    if let Some((kind, why)) = by_eye {
        acts.push(Act {
            kind,
            span: whole,
            sentence: number,
            why,
            confidence: 90,
        });
        return;
    }
    let whom = if bulk::is_bulk(scene) {
        Whom::Nobody
    } else {
        whom
    };
    let found = clauses(scene, block, whom);
    let mut done = 0;
    for (place, (start, clause)) in found.iter().enumerate() {
        // A condition may stand before an act that was read already.
        let from = clause_start(scene, start).max(done).min(start.head);
        let to = found.get(place + 1).map_or(scene.len(), |(next, _)| {
            let to = clause_start(scene, next);
            // The condition may be an ask itself: "If you send me the log, I'll look".
            if to > start.head { to } else { next.at }
        });
        let to = clause_end(scene, start, clause, to);
        done = to;
        if let Some((kind, why, confidence)) = kind(scene, start, clause, from, to) {
            acts.push(Act {
                kind,
                span: scene.span(from, to),
                sentence: number,
                why,
                confidence,
            });
        }
    }
    if acts.len() == before {
        let social = social::read(scene, 0, block);
        let (kind, why, confidence) = match social {
            Some((Manner::Thanks, why)) => (ActKind::Thanks, why, 85),
            Some((Manner::Greeting, why)) => (ActKind::Greeting, why, 85),
            Some((Manner::Closing, why)) => (ActKind::Closing, why, 85),
            None => (ActKind::Information, "says how things are", 60),
        };
        acts.push(Act {
            kind,
            span: whole,
            sentence: number,
            why,
            confidence,
        });
    }
}

/// Whether a clause behind "then" or "and" is still what a condition supposes: "it breaks if you save the file, then open it".
fn goes_on_with_condition(scene: &Scene<'_>, start: &Start) -> bool {
    let joined = start.link == Link::And || scene.word(start.at) == "then";
    joined
        && scene.base(start.head)
        && !scene.is(start.head, words!("please|pls|plz|kindly"))
        && !imperative::is_let_know(scene, start.head)
        && (start.lead + 1..start.at.min(start.lead + FAR)).any(|at| {
            scene.is(at, words!("if|when|once|after|unless"))
                && scene.is(at + 1, words!("you|we|they|i|it|he|she"))
        })
}

/// How many acts back an ask may stand that the next one follows.
const NEAR: usize = 6;

/// What each clause of the sentence does, in order.
fn clauses(scene: &Scene<'_>, block: BlockKind, whom: Whom) -> Vec<(Start, Found)> {
    let quoted = quoted(scene);
    let mut found: Vec<(Start, Found)> = Vec::new();
    let mut taken = 0;
    for start in starts::of(scene) {
        if start.head < taken || is_within(&quoted, start.head) {
            continue;
        }
        let hangs = start.link == Link::And
            && scene.is(start.lead, words!(SUBORDINATE))
            && found
                .last()
                .is_none_or(|(other, _)| other.head < start.lead);
        if hangs || found.is_empty() && goes_on_with_condition(scene, &start) {
            continue;
        }
        let follows = found
            .iter()
            .rev()
            .take(NEAR)
            .find_map(|(_, found)| asked_before(scene, found));
        if follows
            .as_ref()
            .is_some_and(|before| shares_object(scene, &start, before))
        {
            continue;
        }
        if let Some(clause) = clause(scene, &start, follows.as_ref(), block, whom) {
            taken = match &clause {
                Found::Ask(asked) => asked.verb.unwrap_or(asked.open).max(start.head) + 1,
                Found::Promise(promised) => promised.open + 1,
                Found::Formula(end) => *end,
                Found::Decline(_) | Found::Social(..) => start.head + 1,
            };
            found.push((start, clause));
        }
    }
    if found.is_empty() && whom != Whom::Nobody {
        found.extend(question::trailing(scene));
    }
    found
}

/// The ask that another may follow with "and": also behind a courtesy, as in "Please see the plan and send your notes to Bo".
fn asked_before(scene: &Scene<'_>, found: &Found) -> Option<Asked> {
    match found {
        Found::Ask(asked) => Some(asked.clone()),
        Found::Formula(end) if scene.is(end - 1, words!("see|find|give|accept|refer|review")) => {
            Some(Asked::direct(AskForm::Imperative, end - 1, "").sure(85))
        }
        _ => None,
    }
}

/// Whether the verb is the second of two done to one thing: "sign and return the form" is one ask.
fn shares_object(scene: &Scene<'_>, start: &Start, before: &Asked) -> bool {
    start.link == Link::And
        && before.verb.is_some_and(|verb| verb + 2 == start.head)
        && scene.base(start.head)
        && !imperative::is_let_know(scene, start.head)
        && !scene.is(start.head + 1, words!("sure|me|us"))
}

fn clause(
    scene: &Scene<'_>,
    start: &Start,
    follows: Option<&Asked>,
    block: BlockKind,
    whom: Whom,
) -> Option<Found> {
    if whom != Whom::Nobody {
        if let Some(asked) = modal::read(scene, start)
            .or_else(|| wish::read(scene, start))
            .or_else(|| need::read(scene, start))
        {
            return formula::guard(scene, start, asked);
        }
        let order = || imperative::read(scene, start, follows);
        let heard = whom == Whom::Reader || imperative::is_addressed(scene, start);
        if let Some(found) = heard.then(order).flatten() {
            return Some(found);
        }
        if let Some(asked) = question::read(scene, start).or_else(|| shared::read(scene, start)) {
            return formula::guard(scene, start, asked);
        }
    }
    if let Some(why) = decline::read(scene, start) {
        return Some(Found::Decline(why));
    }
    if let Some(promised) = commitment::read(scene, start) {
        return Some(Found::Promise(promised));
    }
    let social = social::read(scene, start.head, block).filter(|_| start.link == Link::Sentence);
    social.map(|(manner, why)| Found::Social(manner, why))
}

/// The stretches between quotation marks: someone else's words, or a title.
fn quoted(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut opened = None;
    for at in 0..scene.len() {
        match (scene.word(at), opened) {
            ("\"" | "“" | "``" | "«", None) => opened = Some(at),
            ("\"" | "”" | "''" | "»" | "“", Some(from)) => {
                stretches.push(from + 1..at);
                opened = None;
            }
            _ => {}
        }
    }
    stretches
}

fn is_within(stretches: &[Range<usize>], at: usize) -> bool {
    let after = stretches.partition_point(|stretch| stretch.start <= at);
    after > 0 && stretches[after - 1].contains(&at)
}

/// The first token of a clause as the reader sees it: with the name and the condition it opens with.
fn clause_start(scene: &Scene<'_>, start: &Start) -> usize {
    let at = match &start.condition {
        Some(condition) => condition.start,
        None if start.link == Link::LeadIn => start.lead,
        None => start.at,
    };
    let first = (at..start.head)
        .find(|&at| !scene.is_mark(at) && !scene.is(at, words!("and|or|but|so|then|&")));
    first.unwrap_or(start.head)
}

/// Where a clause ends: at the next act, at a mark that parts sentences, or where a new statement begins.
fn clause_end(scene: &Scene<'_>, start: &Start, found: &Found, to: usize) -> usize {
    let from = match found {
        Found::Ask(asked) => asked.verb.unwrap_or(asked.open),
        Found::Promise(promised) => promised.open,
        Found::Formula(_) | Found::Decline(_) | Found::Social(..) => start.head,
    };
    let stop = (from + 1..to).find(|&at| {
        scene.is(at, words!(";|.|!|?|--|—|...|…"))
            || scene.any(at, patterns![", but|and|so|because? i|we|he|she|they|it|this|that|there ~ am|is|are|was|were|'m|'s|'re|have|has|had|do|did|will|'ll|would|'d|can|could|should|ought|must|need|want|think|know", "that|it would|'d|'ll|will ~ be|help", "and|but|so i|we|he|she|they|it ~ will|'ll|would|'d|can|could|am|'m|are|'re", "and|but|so your|the|our|my NP will|'ll|would|shall"]).is_some()
    });
    let mut end = stop.unwrap_or(to).max(from);
    // "By then" is a time and "or so" a measure; else they are joints.
    let timed = |at: usize| {
        scene.is(
            at.wrapping_sub(1),
            words!("before|by|from|since|till|until"),
        )
    };
    let about = |at: usize| scene.word(at) == "so" && scene.word(at.wrapping_sub(1)) == "or";
    while end > from + 1
        && (scene.is_mark(end - 1) && !scene.is(end - 1, words!(")|\"|”|'"))
            || scene.is(end - 1, words!("and|or|but|so|&")) && !about(end - 1)
            || scene.word(end - 1) == "then" && !timed(end - 1))
    {
        end -= 1;
    }
    end.max(start.head + 1).min(scene.len())
}

fn kind(
    scene: &Scene<'_>,
    start: &Start,
    found: &Found,
    from: usize,
    to: usize,
) -> Option<(ActKind, &'static str, u8)> {
    Some(match found {
        Found::Ask(asked) => (
            ActKind::Ask(ask(scene, start, asked, from, to)),
            asked.why,
            if is_loose(scene, start, asked, from, to) {
                LOOSE
            } else {
                asked.confidence
            },
        ),
        Found::Promise(promised) => (
            ActKind::Commitment(promise(scene, start, promised, from, to)),
            promised.why,
            promised.confidence,
        ),
        Found::Decline(why) => (ActKind::Decline, why, 80),
        Found::Social(Manner::Thanks, why) => (ActKind::Thanks, why, 90),
        Found::Social(Manner::Greeting, why) => (ActKind::Greeting, why, 85),
        Found::Social(Manner::Closing, why) => (ActKind::Closing, why, 85),
        Found::Formula(_) => return None,
    })
}

/// How sure an order is that may as well be a recipe's or an advertisement's: of such lines in real mail, one in three asks.
const LOOSE: u8 = 60;

/// Whether an order without "please" speaks of nobody and of no day, so that nothing ties it to this writer and this reader.
fn is_loose(scene: &Scene<'_>, start: &Start, asked: &Asked, from: usize, to: usize) -> bool {
    if asked.form != AskForm::Imperative || start.vocative.is_some() {
        return false;
    }
    let span = scene.span(from, to);
    let first = scene
        .times
        .partition_point(|time| time.whole.end <= span.start);
    let timed = scene
        .times
        .get(first)
        .is_some_and(|time| time.whole.start < span.end);
    let ties = |at: usize| {
        scene.is(
            at,
            words!("me|us|my|our|it|him|her|them|i|we|this|please|pls|plz|kindly"),
        ) || scene.upos(at) == Upos::Propn
    };
    !timed && !(from..to).any(ties)
}

fn ask(scene: &Scene<'_>, start: &Start, asked: &Asked, from: usize, to: usize) -> Ask {
    let span = scene.span(from, to);
    // "If you could try and fix it" asks for the fixing.
    let tries = |&verb: &usize| {
        verb > start.head
            && scene.any(verb, patterns!["try and BASE"]).is_some()
            && scene.base(verb + 2)
    };
    let verb = asked
        .verb
        .map(|verb| if tries(&verb) { verb + 2 } else { verb });
    // "You might have a chance to look at it" asks for the look.
    let chance = verb.filter(|&verb| verb > start.head).and_then(|verb| {
        let chance = patterns![
            "have|find|get a|the|some|any? ~ chance|time|opportunity|moment|minute to ~ BASE",
        ];
        let while_of = patterns![
            "have|find|get|spare a|an|the|some|any|five|ten? few? spare|free? half? hour|hours|minute|minutes|morning|afternoon|day to ~ BASE",
        ];
        // "Half an hour to discuss it" says how long the two are to meet.
        let meets = |end: &usize| scene.is(end - 1, words!("chat|discuss|go|meet|run|speak|talk|walk"));
        let spared = || scene.any(verb, while_of).filter(|end| !meets(end));
        scene.any(verb, chance).or_else(spared)
    });
    let verb = chance.map_or(verb, |end| Some(end - 1));
    let place = verb.unwrap_or(asked.open).min(to);
    let due = due::of_ask(scene, span, place, asked.form);
    let reason = parts::reason(scene, place, to);
    let trailing = parts::condition(scene, place, to);
    let leading = start
        .condition
        .clone()
        .filter(|range| scene.is(range.start, words!("if|unless|should")));
    let stop = [
        reason.as_ref().map(|range| range.start),
        trailing.as_ref().map(|range| range.start),
    ];
    let end = stop.into_iter().flatten().fold(to, usize::min);
    let action = verb.map(|verb| {
        let mut action = parts::action(scene, verb, end.max(verb + 1));
        if let Some(object) = &asked.object {
            action.object = Some(scene.span(object.start, object.end));
        }
        trimmed(scene, action, due.as_ref().map(|due| due.span))
    });
    let condition = leading
        .or(trailing)
        .map(|range| scene.span(range.start, range.end));
    // "If you get a chance" sets no condition: it leaves the time open.
    let open = due.as_ref().filter(|due| due.kind == DueKind::Vague);
    let open = open.map(|due| due.span);
    let courtesy = (from..to).find(|&at| scene.is(at, words!("please|kindly|pls|plz")));
    Ask {
        form: asked.form,
        directness: asked.directness,
        owner: owner(scene, start, asked),
        due,
        reason: reason.map(|range| scene.span(range.start, range.end)),
        condition: condition.filter(|condition| !open.is_some_and(|open| open.covers(*condition))),
        opening: scene.span(start.opening, asked.open.max(start.opening)),
        courtesy: courtesy.map(|at| scene.span(at, at + 1)),
        work: parts::is_work(asked.form, action.as_ref(), scene, verb),
        action,
    }
}

/// Takes a due that closes the verb phrase off it.
fn trimmed(
    scene: &Scene<'_>,
    mut action: crate::facts::Action,
    due: Option<Span>,
) -> crate::facts::Action {
    if let Some(due) =
        due.filter(|due| action.span.start < due.start && due.start < action.span.end)
    {
        let tail = Span::new(due.end.min(action.span.end), action.span.end);
        if !tail.of(scene.text).contains(char::is_alphanumeric) {
            let kept = Span::new(action.span.start, due.start).of(scene.text);
            let kept = kept.trim_end_matches(|mark: char| {
                !mark.is_alphanumeric() && mark != ')' && mark != '"'
            });
            action.span.end = action.span.start + kept.len();
        }
    }
    action
}

fn owner(scene: &Scene<'_>, start: &Start, asked: &Asked) -> Owner {
    let named = asked.named.clone().or_else(|| {
        start
            .vocative
            .clone()
            .filter(|_| asked.owner == OwnerKind::You)
    });
    Owner {
        kind: asked.owner,
        span: named.map(|range| scene.span(range.start, range.end)),
    }
}

fn promise(
    scene: &Scene<'_>,
    start: &Start,
    promised: &Promised,
    from: usize,
    to: usize,
) -> Commitment {
    let place = promised.verb.unwrap_or(promised.open).min(to);
    let due = due::of_promise(scene, scene.span(from, to), place);
    let action = promised.verb.map(|verb| {
        trimmed(
            scene,
            parts::action(scene, verb, to.max(verb + 1)),
            due.as_ref().map(|due| due.span),
        )
    });
    Commitment {
        strength: promised.strength,
        action,
        due,
        opening: scene.span(start.head, promised.open.max(start.head)),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::read;

    #[test]
    fn an_order_tied_to_nobody_and_no_day_is_less_sure() {
        let sure = |text: &str| read(text).acts[0].confidence;
        for text in [
            "Call me.",
            "Ask Ana about the key.",
            "Sign the lease on Monday.",
            "Please add the butter.",
        ] {
            assert!(sure(text) > 75, "{text}");
        }
        for text in ["Add butter and stir.", "Choose between two colours."] {
            assert!(sure(text) < 65, "{text}");
        }
    }
}
