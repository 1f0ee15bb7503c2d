use crate::facts::{Act, ActKind, Ask, AskForm, Directness, OwnerKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, Upos, among};
use crate::rewrite::{self, Plan};
use crate::rules::{Context, offer, rule, wanted};
use crate::text::Span;

rule! {
    /// A request goes to someone, anyone or everyone.
    ///
    /// ## Why
    /// What everyone is asked to do, each leaves to the others. One name turns a wish into a task: that person can do it, hand it
    /// on or say no, and the rest know it is taken care of.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Someone]] needs to update the slides.
    /// ```
    /// ```mail fixed
    /// [Name], could you update the slides by Fri 20 Nov?
    /// ```
    /// ```mail flagged
    /// Could [[one of you]] call the printer by Thursday?
    /// ```
    /// ```mail flagged
    /// [[The lease needs to be]] signed by Thursday.
    /// ```
    /// ```mail fixed
    /// [Name], could you sign the lease by Thursday?
    /// ```
    /// ```mail flagged
    /// Can [[people]] check their diaries soon?
    /// ```
    /// ```mail fixed
    /// Could each of you check your diaries by Thu 19 Nov?
    /// ```
    /// ```mail fine
    /// Someone from the bank called at nine.
    /// ```
    /// ```mail fine
    /// The bins need to be put out every Monday.
    /// ```
    /// ```mail fine
    /// Anyone with the link can edit the page.
    /// ```
    pub(super) static ASK_NO_OWNER = {
        id: "ask-no-owner",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    passage
        .acts
        .iter()
        .filter_map(|act| ownerless(passage, act, context))
        .collect()
}

/// Whether it is something good for everyone: "I want everyone to have a full week", but not "to have it signed".
fn is_wished_them(passage: &Passage, ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let done = || {
        let mut words = passage.words.tokens_in(action.span).iter();
        words.any(|token| token.tag.penn == Penn::Vbn)
    };
    let mut opening = passage.words.tokens_in(ask.opening).iter();
    opening.any(|token| token.is_any(&["want", "like", "love"]))
        && match action.verb.as_str() {
            "have" => !done(),
            "enjoy" | "feel" | "benefit" | "succeed" | "win" => true,
            _ => false,
        }
}

fn ownerless(passage: &Passage, act: &Act, context: &Context<'_>) -> Option<Finding> {
    let ActKind::Ask(ask) = &act.kind else {
        return None;
    };
    let nobody = span_of_nobody(passage, act, ask, context)?;
    let asks = is_asked(passage, act, nobody);
    if passage.is_unfinished(act, ask.action.as_ref())
        || is_wished_them(passage, ask)
        || ask.form == AskForm::Passive && only_states(passage, act, ask, context)
        || asks && wants_any_answer(passage, act, ask)
        || is_done_by_others(passage, ask, asks)
        || is_of_each(passage, act)
        || !asks && tells_of_others(passage, act, ask, context)
    {
        return None;
    }
    let finding = ASK_NO_OWNER.finding(
        nobody,
        "This request has no owner, so each reader leaves it to the others.",
    );
    Some(named(finding, passage, act, ask, context))
}

/// The words that leave open who is asked.
fn span_of_nobody(passage: &Passage, act: &Act, ask: &Ask, context: &Context<'_>) -> Option<Span> {
    match ask.owner.kind {
        OwnerKind::Someone => ask.owner.span,
        // "Please note that the fees need to be fixed" tells.
        OwnerKind::None if ask.form == AskForm::Passive && !wanted::only_tells(passage, act) => {
            Some(ask.opening)
        }
        OwnerKind::We if gets_done(passage, ask) && !context.around.discusses => Some(ask.opening),
        _ => None,
    }
}

/// Whether it stands as a question: "can someone mend it".
fn is_asked(passage: &Passage, act: &Act, owner: Span) -> bool {
    /// How many words in a question has its verb at the latest: "If not, can someone".
    const QUESTION: usize = 5;
    let tokens = &passage.words.tokens;
    let at = tokens.partition_point(|token| token.span.start < owner.start);
    let opening = passage.words.tokens_in(act.span).iter().take(QUESTION);
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    opening
        .chain(before)
        .any(|token| token.is_any(&["can", "could", "would", "will"]))
}

/// Whether what is to be done to a thing tells how things are, or is asked of its owner beside it.
fn only_states(passage: &Passage, act: &Act, ask: &Ask, context: &Context<'_>) -> bool {
    let view = wanted::is_view(passage, ask)
        || context.around.discusses
        || wanted::is_of_the_world(passage, act, ask);
    let words = passage.words.tokens_in(act.span);
    // "The form only needs to be signed if you go" tells of a case.
    let mut before = words
        .iter()
        .take_while(|token| token.span.start < ask.opening.end);
    let limits = before.any(|token| token.is("only"));
    // "It needs to be looked at eventually" tells how things are.
    let some_day = words.iter().any(|token| token.is("eventually"));
    // "The bins need to be put out every Monday" is a rule of the house.
    let rule = wanted::holds_from_now_on(passage, act) || wanted::gives_choice(passage, act);
    // "The forms need to be in by Friday, so please sign yours": the request beside it has its owner.
    let asked = |other: &Act| {
        matches!(&other.kind, ActKind::Ask(ask)
            if ask.directness == Directness::Direct && ask.owner.kind == OwnerKind::You)
    };
    view || limits || some_day || rule || passage.acts_in(act.sentence).iter().any(asked)
}

/// Whether the question wants an answer, whoever it is from: a list is asked whether anyone can explain it.
fn wants_any_answer(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    ask.action.as_ref().is_some_and(|action| {
        wanted::wants_answer(ask)
            || wanted::wants_particulars(passage, ask)
            || among(&action.verb, "correct|enlighten|remind|set|tell|translate")
            || has(passage, act, "interested")
    })
}

/// Whether it tells what others do for the reader or each for themself: "the guys should give you a key", "proxies must be received
/// by noon".
fn is_done_by_others(passage: &Passage, ask: &Ask, asks: bool) -> bool {
    ask.action.as_ref().is_some_and(|action| {
        let tokens = &passage.words.tokens;
        let next = tokens.partition_point(|token| token.span.start < action.verb_span.end);
        let given = !asks && tokens.get(next).is_some_and(|token| token.is("you"));
        // "All forms must be handed in by noon": each brings their own.
        let opening = passage.words.tokens_in(ask.opening);
        let all = opening
            .first()
            .is_some_and(|first| first.is_any(&["all", "each", "every", "any"]));
        let brought = all && among(&action.verb, "submit|return|hand in|turn in|deliver|file");
        given || ask.form == AskForm::Passive && (brought || action.verb == "receive")
    })
}

/// Whether it is meant of each: "everyone has to keep their own copy".
fn is_of_each(passage: &Passage, act: &Act) -> bool {
    let mut pairs = passage.words.tokens_in(act.span).windows(2);
    pairs.any(|pair| pair[0].is("their") && pair[1].is("own"))
}

/// Whether it tells how things go with others: "someone from the board has to approve it anyway", and "people need to sign up" to
/// the only reader.
fn tells_of_others(passage: &Passage, act: &Act, ask: &Ask, context: &Context<'_>) -> bool {
    let goes = is_of_others(passage, ask) && has(passage, act, "anyway");
    let tells = ask.owner.kind == OwnerKind::Someone && ask.form == AskForm::Someone;
    goes || tells && is_of_all(passage, ask) && offer::people(context).len() == 1
}

/// Whether the word stands in the request.
fn has(passage: &Passage, act: &Act, word: &str) -> bool {
    let mut words = passage.words.tokens_in(act.span).iter();
    words.any(|token| token.is(word))
}

/// Whether it is asked whether "we can get it done", by whomever.
fn gets_done(passage: &Passage, ask: &Ask) -> bool {
    static DONE: Patterns = Patterns::new(&[
        "get it|this|that|these|those|them DONE",
        "get the|this|that|these|those|our *? * DONE",
    ]);
    let action = ask
        .action
        .as_ref()
        .filter(|_| ask.form == AskForm::We && ask.directness == Directness::Direct);
    action.is_some_and(|action| DONE.at(passage.words.tokens_in(action.span), 0).is_some())
}

/// Whether all who read it are to do it, each for themself: "can people check their diaries".
fn is_of_all(passage: &Passage, ask: &Ask) -> bool {
    let owner = ask
        .owner
        .span
        .filter(|_| ask.owner.kind == OwnerKind::Someone);
    let owner = owner.map(|owner| passage.words.tokens_in(owner));
    matches!(owner, Some([all]) if all.is_any(&["everyone", "everybody", "people", "folks"]))
}

/// Whether it tells what is to be done to a thing, and needs no name to be asked of the reader.
const fn is_of_a_thing(ask: &Ask) -> bool {
    matches!(ask.form, AskForm::Passive)
}

/// Whether whoever is meant belongs to others: "someone from the board".
fn is_of_others(passage: &Passage, ask: &Ask) -> bool {
    let owner = ask.owner.span.map(|owner| passage.words.tokens_in(owner));
    owner.is_some_and(|owner| {
        owner
            .iter()
            .any(|token| token.is_any(&["from", "in", "on"]))
            && !owner.iter().any(|token| token.is("your"))
    })
}

/// Whether more than one of them is needed: "we need two people to open the hall".
fn asks_several(passage: &Passage, ask: &Ask) -> bool {
    let owner = ask
        .owner
        .span
        .filter(|_| ask.owner.kind == OwnerKind::Someone);
    let owner = owner.map(|owner| passage.words.tokens_in(owner));
    let many = |last: &Token| last.tag.penn == Penn::Nns || last.is("people");
    owner.is_some_and(|owner| {
        owner.last().is_some_and(many)
            && !matches!(owner, [all] if all.is_any(&["people", "folks"]))
            && !owner[0].is_any(&["you", "u", "the", "your", "our"])
    })
}

/// Adds the request to each person the mail goes to, or to a name still to fill in.
pub(super) fn named(
    mut finding: Finding,
    passage: &Passage,
    act: &Act,
    ask: &Ask,
    context: &Context<'_>,
) -> Finding {
    let due = offer::day_for(passage, act, ask, context);
    // "Ravi, the forms must be signed" has its name.
    let sentence = passage.words.sentences.get(act.sentence);
    let before = sentence.map(|sentence| {
        passage.words.tokens_in(Span::new(
            sentence.span.start,
            ask.opening.start.max(sentence.span.start),
        ))
    });
    if before.is_some_and(|before| matches!(before, [name, mark] if name.tag.upos == Upos::Propn && mark.is_any(&[",", "-", "–", "—", ":"]))) {
        return offer::requests_by(finding, context, passage, act, ask, due.as_deref());
    }
    // "It'd help to know how many of you will come": no one of them can be called.
    let mut pairs = passage.words.tokens_in(act.span).windows(2);
    let of_all = pairs.any(|pair| pair[0].is("of") && pair[1].is("you"));
    if of_all && ask.owner.kind == OwnerKind::None {
        return offer::requests_by(finding, context, passage, act, ask, due.as_deref());
    }
    let register = context.options.register;
    let people = offer::people(context);
    // One of several is for the writer to choose, and the blank comes first: what is taken without asking must name nobody.
    // So does what is wished for of nobody: "it would be good to finish it" may be the writer's own to do.
    let open = ask.form == AskForm::Wish
        && ask.owner.kind == OwnerKind::None
        && ask.action.as_ref().is_some_and(|action| {
            action
                .object
                .is_none_or(|object| object.start > action.verb_span.start)
        })
        && !rewrite::is_given(passage, act, ask);
    // "Someone from the committee" need not be who reads it.
    let elsewhere = ask.owner.span.is_some_and(|owner| {
        let mut words = passage.words.tokens_in(owner).iter();
        ask.owner.kind == OwnerKind::Someone
            && words.any(|word| word.is_any(&["from", "in", "on", "with"]))
    });
    // Whoever needs someone does not have them yet.
    let wanted = ask.owner.span.is_some_and(|owner| {
        let opening = passage.words.tokens_in(ask.opening).iter();
        let mut before = opening.take_while(|token| token.span.start < owner.start);
        before.any(|token| token.is_any(&["need", "want", "looking", "require"]))
    });
    let elsewhere = elsewhere || wanted;
    if !elsewhere && people.len() != 1 && is_of_all(passage, ask) {
        let plan = Plan {
            register,
            each: true,
            due: due.as_deref(),
            ..Plan::default()
        };
        if let Some(recast) = rewrite::request(passage, act, ask, &plan) {
            finding = finding.fix(Applies::IfMeant, offer::say(&recast.words), recast.edits);
        }
    }
    let several = asks_several(passage, ask);
    let name = if several {
        "[Name] and [Name]"
    } else {
        "[Name]"
    };
    let blank =
        (open || elsewhere || several || people.len() != 1).then_some((name, Applies::WithBlank));
    let people = people.iter().filter(|_| !several);
    let names = people.map(|name| (name.as_str(), Applies::IfMeant));
    // Whoever is called at the start of the paragraph is not called again.
    let called = |who: &str| {
        let first = passage.words.tokens.first();
        first.is_some_and(|first| first.span.of(&passage.text) == who) && is_of_a_thing(ask)
    };
    for (who, applies) in blank.into_iter().chain(names) {
        let plan = Plan {
            register,
            who: Some(who).filter(|who| !called(who)),
            due: due.as_deref(),
            ..Plan::default()
        };
        if let Some(recast) = rewrite::request(passage, act, ask, &plan) {
            finding = finding.fix(applies, offer::say(&recast.words), recast.edits);
        }
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, only_flags};

    #[test]
    fn nobody_is_called_in_the_middle_of_a_clause() {
        for (before, after) in [
            (
                "Hi Jo,\n\nThe lamp is broken, and someone needs to mend it.",
                "Hi Jo,\n\nThe lamp is broken. Jo, could you mend it by Fri 20 Nov?",
            ),
            (
                "Somebody should write to Al.",
                "[Name], could you write to Al by Fri 20 Nov?",
            ),
            (
                "Could someone feed the cat 🙏",
                "[Name], could you feed the cat by Fri 20 Nov? 🙏",
            ),
            (
                "Can someone feed the cat tonight :)",
                "[Name], could you feed the cat tonight? :)",
            ),
        ] {
            fixes(&ASK_NO_OWNER, before, after);
        }
        only_flags(
            &ASK_NO_OWNER,
            "Hi Jo,\n\nWhat is left: the wall, the door, and [[someone]] has to mend the lamp.",
        );
        // What the second of them is for would be asked of the first.
        only_flags(
            &ASK_NO_OWNER,
            "We need [[two people]] to hold the ropes and somebody to steer.",
        );
    }
}
