//! By when: the time of a clause that bounds what is asked or promised in it.
//!
//! Not every time in the clause does. In "let Ana know that I am out on Friday" the day belongs to what Ana is told, in "as we close
//! on Friday" to the reason, in "if it is not here on Friday" to a case that may never come.

use super::pattern::{patterns, words};
use super::scene::{FAR, Scene, WEAK};
use crate::facts::{AskForm, Due, DueKind, Grain, TimeExpression, TimeKind, TimeRole};
use crate::language::{Penn, Upos};
use crate::text::Span;

/// From how many days on a stretch is a span of life and not a time to do a thing in.
const LONG: i32 = 300;

/// The time that bounds what is asked within `span`: a deadline before a mere day, a day before a vague time.
///
/// `place` is the verb of what is asked, or where the words end that open the ask.
pub(super) fn of_ask(scene: &Scene<'_>, span: Span, place: usize, form: AskForm) -> Option<Due> {
    let asked_about = |time: &TimeExpression| {
        let predicate = || scene.is(start(scene, time), words!("due|deadline"));
        form == AskForm::Question && (time.role == TimeRole::When || predicate())
    };
    best(scene, span, place, |time| !asked_about(time))
}

/// The time that bounds what is promised within `span`; `place` as for an ask.
pub(super) fn of_promise(scene: &Scene<'_>, span: Span, place: usize) -> Option<Due> {
    best(scene, span, place, |_| true)
}

/// The first of the best times that bound the clause.
fn best(
    scene: &Scene<'_>,
    span: Span,
    place: usize,
    counts: impl Fn(&TimeExpression) -> bool,
) -> Option<Due> {
    let from = scene
        .times
        .partition_point(|time| time.whole.end <= span.start);
    let within = scene.times[from..]
        .iter()
        .enumerate()
        .take_while(|(_, time)| time.whole.start < span.end);
    let ranked = within.filter_map(|(number, time)| {
        let (rank, kind) = rank(time)?;
        let elsewhere = is_of_a_noun(scene, time)
            || time.kind == TimeKind::Condition && is_embedded(scene, time.span)
            || is_of_another_clause(scene, place, time);
        let due = Due {
            kind,
            span: time.whole,
            time: from + number,
        };
        (counts(time) && !elsewhere).then_some((rank, due))
    });
    ranked
        .fold(None, |best: Option<(u8, Due)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, due)| due)
}

/// How much a time weighs as a bound, and what sort of bound it is; `None` for one that is no bound anywhere.
fn rank(time: &TimeExpression) -> Option<(u8, DueKind)> {
    let kind = match time.kind {
        TimeKind::Date => DueKind::Date,
        TimeKind::Event | TimeKind::Condition => DueKind::Event,
        TimeKind::Vague => DueKind::Vague,
        TimeKind::Duration | TimeKind::Repeated => return None,
    };
    let rank = match (time.role, kind) {
        (TimeRole::Mention, _) => return None,
        (TimeRole::Deadline, DueKind::Date) => 4,
        (TimeRole::When, DueKind::Date) => 3,
        (_, DueKind::Event) => 2,
        _ => 1,
    };
    Some((rank, kind))
}

/// The token the time begins with, its preposition included.
fn start(scene: &Scene<'_>, time: &TimeExpression) -> usize {
    scene
        .tokens
        .partition_point(|token| token.span.start < time.whole.start)
}

/// Whether the time says what a thing is for and not when it is due: "the plan for October", "the budget over the next ten years".
fn is_of_a_noun(scene: &Scene<'_>, time: &TimeExpression) -> bool {
    if time.role != TimeRole::When {
        return false;
    }
    let at = start(scene, time);
    let days = time
        .reading()
        .and_then(|reading| reading.from.until(reading.to).ok())
        .map_or(0, |span| span.get_days());
    if days >= LONG && scene.is(at, words!("over|for|through|throughout|during")) {
        return true;
    }
    matches!(time.grain, Grain::Month | Grain::Quarter | Grain::Year)
        && scene.is(at, words!("for"))
        && matches!(scene.upos(at.wrapping_sub(1)), Upos::Noun | Upos::Propn)
}

/// Whether a "when" tells what is asked about and not when it is to be done: "an estimate of when we can leave".
fn is_embedded(scene: &Scene<'_>, span: Span) -> bool {
    let at = scene
        .tokens
        .partition_point(|token| token.span.start < span.start);
    let asked = scene.is(
        at.wrapping_sub(1),
        words!("of|know|see|ask|about|tell|out|me|us|confirm|check|on|as|to|decide|happens|happen"),
    );
    // "call me when you are there", but "tell me when you can come"
    let called = scene.is(
        at.wrapping_sub(2),
        words!("call|tell|email|ping|text|contact|remind"),
    ) && !(scene.is(at.wrapping_sub(2), words!("tell"))
        && (at + 2..at + 6).any(|at| {
            scene.penn(at) == Penn::Md
                || scene.is(at, words!("due|starts|begins|ends|opens|closes"))
        }));
    scene.is(at, words!("of")) || asked && scene.is(at, words!("when|once")) && !called
}

/// Whether the time says when another clause of the sentence holds.
///
/// A bound that says so ("by Friday") is taken for the ask's wherever it stands: "tell me what you have by Friday".
fn is_of_another_clause(scene: &Scene<'_>, place: usize, time: &TimeExpression) -> bool {
    if !matches!(time.kind, TimeKind::Date | TimeKind::Vague) {
        return false;
    }
    let at = start(scene, time);
    let firm = time.kind == TimeKind::Date
        && time.role == TimeRole::Deadline
        && !scene.is(at, words!("before|until|till"));
    if at > place {
        has_not_come(scene, place, at)
            || !firm && trails(scene, place, at, time.kind == TimeKind::Vague)
    } else {
        leads_in(scene, place, at, firm)
    }
}

/// Whether the time is that of a case behind the ask in which nothing came of it: "chase them if we have heard nothing by Friday".
fn has_not_come(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    let from = (place + 1).max(at.saturating_sub(FAR));
    let case = (from..at)
        .rev()
        .find(|&at| scene.is(at, words!("if|unless")));
    case.is_some_and(|case| {
        let not = words!("not|n't|nothing|nobody|never|no|haven't|hasn't|don't|doesn't");
        scene.is(case, words!("unless")) || (case..at).any(|at| scene.is(at, not))
    })
}

/// Whether a clause that begins behind the ask's verb goes on to the time: "tell him that I am out on Friday".
fn trails(scene: &Scene<'_>, place: usize, at: usize, vague: bool) -> bool {
    // What is to be brought about by then is asked for by then: "make sure that it is here on Friday".
    if scene.is(
        place,
        words!("make|ensure|see|arrange|guarantee|insist|note"),
    ) {
        return false;
    }
    let from = (place + 1).max(at.saturating_sub(FAR));
    let verb = (from..at)
        .rev()
        .take_while(|&at| !scene.is(at, words!(",|;|(|)|--|–|—")))
        .find(|&at| is_finite(scene, at));
    let Some(verb) = verb.filter(|&verb| verb > place + 1) else {
        return false;
    };
    let of_reader = scene.is(verb - 1, words!("you|u|y'all"));
    // "what you can today", "if you can tomorrow": the verb left out is the ask's.
    let left_out = verb + 1 == at && scene.penn(verb) == Penn::Md;
    // "what you think today", "if you have any today": what is thought or had then is told then.
    let at_hand = scene.is(
        verb,
        words!("think|thinks|have|has|need|needs|find|finds|hear|hears|decide|decides|say|says|prefer|prefers|want|wants|know|knows|like|likes|learn|get|gets|feel|feels|see|sees"),
    ) && scene.word(verb + 1) != "to"
        && !scene.participle(verb + 1);
    // "what you can find today", "as much as you can do this week"
    let effort = of_reader
        && scene.is(verb, words!("can|could"))
        && scene.is(
            verb.wrapping_sub(2),
            words!("what|whatever|all|anything|as|much|many|whichever"),
        );
    !(left_out || at_hand || effort || vague && of_reader)
}

/// Whether a clause before the ask that gives its reason, or a case that may not come, holds the time: "as Sue is out on Friday, …".
fn leads_in(scene: &Scene<'_>, place: usize, at: usize, firm: bool) -> bool {
    let from = at.saturating_sub(FAR);
    let opens = |&at: &usize| {
        scene.is(at, words!("if"))
            || !firm
                && scene.is(
                    at,
                    words!("given|since|as|because|although|though|whereas|while"),
                )
    };
    let Some(opens) = (from..at).rev().find(opens) else {
        return false;
    };
    let clause = opens + 1..at;
    let has_verb = clause.clone().any(|at| is_finite(scene, at));
    let closes = (at..place).any(|at| scene.is(at, words!(",|:|;|--|–|—")));
    let denied = || {
        clause.clone().any(|at| {
            scene.is(
                at,
                words!("not|n't|never|unable|cannot|can't|don't|doesn't|won't|didn't"),
            )
        })
    };
    let of_reader = scene
        .any(opens + 1, patterns!["you|possible|at|need|necessary"])
        .is_some();
    has_verb && closes && (!of_reader || denied())
}

/// Whether the word is a finite verb with its subject before it.
fn is_finite(scene: &Scene<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let subject = (0..=before)
        .rev()
        .take(3)
        .find(|&at| scene.upos(at) != Upos::Adv)
        .unwrap_or(before);
    let pronoun = scene.is(
        subject,
        words!("i|you|we|they|he|she|it|this|that|there|who|which|everyone|everybody|someone|what"),
    );
    let nominal = pronoun
        || matches!(
            scene.upos(subject),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
        );
    let sure = scene
        .tokens
        .get(at)
        .is_some_and(|token| token.margin >= WEAK);
    let helps = scene.is(
        at,
        words!("am|is|are|was|were|'m|'re|'s|'ve|'ll|'d|will|can|could|would|should|must|may|might|shall|has|have|had|does|do|did|won't|can't|isn't|aren't"),
    );
    match scene.penn(at) {
        Penn::Md => nominal,
        Penn::Vbz => nominal && (sure || pronoun || helps),
        Penn::Vbp => pronoun || nominal && helps,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::read;
    use crate::facts::{ActKind, DueKind};

    /// The words of the due of the first ask.
    fn due(text: &str) -> Option<String> {
        let passage = read(text);
        let (_, ask) = passage.asks().next()?;
        let due = ask.due.as_ref()?;
        Some(due.span.of(text).to_owned())
    }

    fn holds(cases: &[(&str, &str)]) {
        let wrong = cases.iter().filter_map(|(text, want)| {
            let got = due(text).unwrap_or_default();
            (got != *want).then(|| format!("{text}\n    want {want}\n     got {got}"))
        });
        let wrong: Vec<String> = wrong.collect();
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn a_due_is_the_time_that_bounds_the_clause() {
        for (text, want) in [
            ("Please sign it by Friday.", Some(DueKind::Date)),
            ("Please sign it soon.", Some(DueKind::Vague)),
            ("Please sign it.", None),
            ("Please send me Friday's list.", None),
            ("We need the budget for October.", None),
            ("Please send the plan for the summer.", None),
            ("Could you call Bo tomorrow?", Some(DueKind::Date)),
        ] {
            let passage = read(text);
            let ask = passage.asks().next();
            let kind = ask.and_then(|(_, ask)| Some(ask.due.as_ref()?.kind));
            assert_eq!(kind, want, "{text}");
        }
    }

    #[test]
    fn what_is_told_at_another_time_is_no_due() {
        holds(&[
            ("Please let Ana know that I will be out on Friday.", ""),
            ("Could you tell him we are closed tomorrow?", ""),
            ("Please remind Bo that the shop opens on Monday.", ""),
            ("Please let me know if you can come on Friday.", ""),
            ("Please call me, as we close this week.", ""),
            ("As Ana is out on Friday, please ask Bo.", ""),
            ("If it has not come on Friday, please call me.", ""),
            ("Could you send the room where we will meet tomorrow?", ""),
            ("Please sign it and the money will be paid shortly.", ""),
            ("If it has not come by Friday, please call me.", ""),
            ("Please chase them if we have heard nothing by Friday.", ""),
            ("Please tell Bo that we cannot ship before January.", ""),
            ("Please tell me when you can come.", ""),
            ("Can you tell me when the report is due?", ""),
            ("Add a page on what happens when the disk is full.", ""),
        ]);
    }

    #[test]
    fn what_is_brought_about_or_told_then_is_due_then() {
        holds(&[
            (
                "Please make sure that the form is here on Friday.",
                "on Friday",
            ),
            ("Let me know what you think tomorrow.", "tomorrow"),
            ("Please send me what you have by Friday.", "by Friday"),
            (
                "Tell me what you think as soon as possible.",
                "as soon as possible",
            ),
            ("Please call me if you can tomorrow.", "tomorrow"),
            ("If you are free tomorrow, please call me.", "tomorrow"),
            ("Could you see what you can find today?", "today"),
            (
                "Could you bring the file that Ana named tomorrow?",
                "tomorrow",
            ),
            ("Please call me when you are there.", "when you are there"),
            ("Please tell Bo that I need it by Friday.", "by Friday"),
            (
                "I'd appreciate it if you would send it on Monday.",
                "on Monday",
            ),
        ]);
    }

    #[test]
    fn a_promise_is_kept_when_it_says() {
        let passage = read("I will tell him tomorrow that you are out on Friday.");
        let due = passage.acts.iter().find_map(|act| match &act.kind {
            ActKind::Commitment(promise) => promise.due.clone(),
            _ => None,
        });
        let words = due.map(|due| due.span.of(&passage.text).to_owned());
        assert_eq!(words.as_deref(), Some("tomorrow"));
    }
}
