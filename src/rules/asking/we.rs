use crate::facts::{Act, ActKind, Ask, AskForm, DueKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::language::{Token, Upos, among};
use crate::rewrite::{self, Plan};
use crate::rules::{Context, listed, offer, rule};
use crate::text::{Edit, Edits, Span};

use super::no_owner::named;

rule! {
    /// A plan for "us" has nobody to carry it out.
    ///
    /// ## Why
    /// "We should" is agreed to by everyone and done by no one: each takes it for a remark. One name and one day make it a task, and
    /// the name may be the writer's own. Between two people a question settles which of them it is.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[We should]] update the price list.
    /// ```
    /// ```mail fixed
    /// [Name], could you update the price list by Fri 20 Nov?
    /// ```
    /// ```mail flagged
    /// Hi Ana,
    ///
    /// [[We should]] call the printer.
    /// ```
    /// ```mail fixed
    /// Hi Ana,
    ///
    /// We should call the printer. Will you do that by Fri 20 Nov, or shall I?
    /// ```
    /// ```mail fine
    /// We need to leave at 9:00, so I have booked a car.
    /// ```
    /// ```mail fine
    /// We should have shipped in April.
    /// ```
    pub(super) static ASK_WE = {
        id: "ask-we",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    if context.around.discusses {
        return Vec::new();
    }
    passage
        .asks()
        .filter_map(|(act, ask)| {
            let dated = ask.due.as_ref().is_some_and(|due| {
                due.kind != DueKind::Vague || due.span.of(&passage.text).eq_ignore_ascii_case("now")
            });
            let opening = ask.opening.of(&passage.text).to_lowercase();
            let negative = opening.ends_with("not");
            let calls = [
                "should",
                "need to",
                "ought to",
                "let's",
                "let us",
                "must",
                "really have to",
                "us to",
                "us all to",
            ];
            // "We'll need to update it" foretells.
            let foretells = opening.contains("'ll ") || opening.contains("will ");
            let asks = foretells
                || !calls.iter().any(|call| opening.contains(call))
                || opening.starts_with("should");
            if ask.form != AskForm::We || opening.is_empty() || ask.action.is_none() {
                return None;
            }
            if passage.is_unfinished(act, ask.action.as_ref()) {
                return None;
            }
            if dated || negative || asks || decides(passage, ask) || is_joint(passage, ask) {
                return None;
            }
            if is_step(passage, act) || is_view(passage, act, ask) || is_reason(passage, act, ask) {
                return None;
            }
            if is_promised_next(passage, act) {
                return None;
            }
            // A cry to be raised together ends in its words: "let's call out, «Help!»"
            if is_shared_out(passage, act) || act.span.of(&passage.text).contains(['"', '“']) {
                return None;
            }
            let finding = ASK_WE.finding(ask.opening, "This names nobody who will do it.");
            if gets_going(passage, ask) {
                return Some(finding);
            }
            // Between two it is the reader's as much as the writer's, and which of them is not for a rewrite to choose.
            let two = offer::people(context).len() == 1;
            let finding = if two {
                shared_out(finding, passage, act, ask, context)
            } else {
                finding
            };
            let mut finding = named(finding, passage, act, ask, context);
            if finding.fixes.is_empty() {
                finding = shared_out(finding, passage, act, ask, context);
            }
            let due = offer::usual_day(context);
            let plan = Plan {
                due: Some(&due),
                ..Plan::default()
            };
            Some(match rewrite::own_promise(passage, act, ask, &plan) {
                Some(recast) => {
                    finding.fix(Applies::IfMeant, offer::say(&recast.words), recast.edits)
                }
                None => finding,
            })
        })
        .collect()
}

/// Adds the question who of "us" will do it, put after the sentence, which stays as it is.
fn shared_out(
    finding: Finding,
    passage: &Passage,
    act: &Act,
    ask: &Ask,
    context: &Context<'_>,
) -> Finding {
    let text = &passage.text;
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return finding;
    };
    let day = offer::usual_day(context);
    let words = if offer::people(context).len() == 1 {
        format!("Will you do that by {day}, or shall I?")
    } else {
        format!("Who will do that by {day}?")
    };
    let whole = sentence.span.of(text);
    // What shares its opening is part of the plan.
    let alone = passage.acts_in(act.sentence).iter().all(|other| {
        let shares = matches!(&other.kind, ActKind::Ask(other) if other.opening.is_empty());
        other.span == act.span || shares && other.span.start > act.span.start
    });
    // "Let's make sure we don't pay twice" is for all to mind.
    let denied = passage
        .words
        .tokens_in(act.span)
        .iter()
        .any(|token| token.is_any(&["not", "n't", "never", "avoid", "stop"]));
    if !alone || denied || whole.ends_with(['?', ':', ')', '"', '”']) {
        return finding;
    }
    let stop = if whole.ends_with(['.', '!', '…']) {
        ""
    } else {
        "."
    };
    let mut edits = vec![Edit::insert(sentence.span.end, format!("{stop} {words}"))];
    // What was left open is told by the day.
    edits.extend(ask.due.as_ref().map(|due| rewrite::cut(text, due.span)));
    match Edits::new(edits) {
        Some(edits) => finding.fix(Applies::IfMeant, offer::add(&words), edits),
        None => finding,
    }
}

/// Whether the next sentence asks who will do it.
fn is_shared_out(passage: &Passage, act: &Act) -> bool {
    let Some(next) = passage.words.sentences.get(act.sentence + 1) else {
        return false;
    };
    let tokens = &passage.words.tokens[next.tokens.clone()];
    let shall = |pair: &[Token]| pair[0].is_any(&["shall", "should"]) && pair[1].is("i");
    tokens.first().is_some_and(|first| first.is("who")) || tokens.windows(2).any(shall)
}

/// Whether the next sentence promises it: "We need to send these together. We'll post them tomorrow."
fn is_promised_next(passage: &Passage, act: &Act) -> bool {
    passage.acts_in(act.sentence + 1).iter().any(|next| {
        let ActKind::Commitment(promise) = &next.kind else {
            return false;
        };
        let mut opening = passage.words.tokens_in(promise.opening).iter();
        promise.due.is_some() && opening.any(|token| token.is_any(&["i", "we"]))
    })
}

/// Whether it is about making a start, whatever there is to do: "we need to get moving on this".
fn gets_going(passage: &Passage, ask: &Ask) -> bool {
    /// How many words in "moving" stands at the latest: "get this show moving".
    const GOING: usize = 4;
    let words = ask
        .action
        .as_ref()
        .map(|action| passage.words.tokens_in(action.span));
    words.is_some_and(|words| {
        matches!(words, [get, on, ..] if get.is("get")
            && on.is_any(&["moving", "going", "started", "cracking", "rolling", "on"]))
            || words.len() > 2
                && words[0].is("get")
                && words
                    .iter()
                    .take(GOING)
                    .any(|word| word.is_any(&["moving", "going", "started", "cracking", "rolling"]))
    })
}

/// Whether it tells a step of a plan, or what follows from something: "first we need to", "so we need to", "…, then we can".
fn is_step(passage: &Passage, act: &Act) -> bool {
    const STEPS: &str = "so|because|since|first|firstly|second|secondly|third|thirdly|finally|lastly|then|next|afterwards|that|which|\
        as|when|where|if|until|before|after|what|how|why|thus|therefore|hence";
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return false;
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let tokens = &tokens[..tokens.len().min(listed::LONGEST)];
    let first = tokens.partition_point(|token| token.span.start < act.span.start);
    let before = tokens[..first].last();
    let goes_on = tokens
        .windows(2)
        .any(|pair| pair[0].is("then") && pair[1].is_any(&["we", "i"]));
    // "The rules we need to comply with" names the rules.
    let names = before.is_some_and(|last| matches!(last.tag.upos, Upos::Noun | Upos::Num));
    let leads = before.into_iter().chain(tokens.first());
    goes_on || names || leads.into_iter().any(|token| among(&token.norm, STEPS))
}

/// Whether it is a view put in for discussion, or the answer to such a question: "I think we should", "yes, we should".
fn is_view(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    const VIEWS: &str = "think|believe|guess|assume|suppose|feel|feels|seems|imo|imho|opinion|view|suggest|propose|agree|agreed|wonder|\
        wondering|perhaps|maybe|yes|yeah|yep|no|right|thought|personally";
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return false;
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let tokens = &tokens[..tokens.len().min(listed::LONGEST)];
    let before = tokens
        .iter()
        .take_while(|token| token.span.start < ask.opening.end);
    let mut views = before.filter(|token| among(&token.norm, VIEWS));
    views.next().is_some()
}

/// Whether it tells why the reader is asked for something beside it: "Could you tell us today? We need to order the cards."
pub(in crate::rules) fn is_reason(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    /// How many sentences further on the reader may still be asked for it.
    const AFTER: usize = 4;
    let opening = passage.words.tokens_in(ask.opening);
    let needs = opening
        .iter()
        .any(|token| token.is_any(&["need", "have", "must"]));
    let more = passage
        .words
        .tokens_in(act.span)
        .iter()
        .any(|token| token.is_any(&["also", "too"]));
    let is_asked = |other: &Act, far: bool| match &other.kind {
        ActKind::Ask(asked) => {
            let on_record = matches!(
                asked.form,
                AskForm::Modal | AskForm::Imperative | AskForm::Performative | AskForm::LetMeKnow
            );
            on_record && (!far || asked.owner.span.is_some())
        }
        _ => false,
    };
    let mut near = act.sentence.saturating_sub(1)..act.sentence + 1 + AFTER;
    needs
        && !more
        && near.any(|at| {
            let far = at > act.sentence + 1;
            passage.acts_in(at).iter().any(|other| is_asked(other, far))
        })
}

/// Whether the verb is for several by its sense: "let's discuss it" is asked of all of them.
fn is_joint(passage: &Passage, ask: &Ask) -> bool {
    const JOINT: [&str; 17] = [
        "pick",
        "choose",
        "elect",
        "vote",
        "brainstorm",
        "discuss",
        "talk",
        "meet",
        "chat",
        "speak",
        "sync",
        "connect",
        "agree",
        "celebrate",
        "catch",
        "debrief",
        "decide",
    ];
    let Some(action) = &ask.action else {
        return false;
    };
    // "We should talk to the bank" is for one of them to do.
    if matches!(action.verb.as_str(), "talk to" | "speak to") {
        let rest = Span::new(action.verb_span.end, action.span.end);
        let others = passage.words.tokens_in(rest).first();
        return others.is_none_or(|first| first.is_any(&["each", "one", "you", "us"]));
    }
    let verb = action.verb.split(' ').next().unwrap_or_default();
    let words = passage.words.tokens_in(action.span);
    let decides = words
        .first()
        .is_some_and(|first| first.is_any(&["make", "take", "reach", "come"]))
        && words
            .iter()
            .take(4)
            .any(|token| token.is_any(&["decision", "agreement", "choice"]));
    let plans = words.windows(3).next().is_some_and(|run| {
        run[0].is_any(&["plan", "try"]) && run[1].is("to") && run[2].is_any(&JOINT)
    });
    // "We should bill you for it": what is done to the reader is not the reader's to do.
    let to_reader = words
        .iter()
        .take(4)
        .any(|token| token.is_any(&["you", "your"]));
    // "Let's finish strong!" cheers.
    static CHEERS: Patterns = Patterns::new(&[
        "finish strong|well",
        "keep it up|going",
        "keep up the",
        "make it|this happen|count|great|work|special|fun",
        "give it|this our all",
        "make sure that? we",
    ]);
    // "We should go over it at our next meeting" is for both when they meet.
    static TOGETHER: Patterns = Patterns::new(&[
        "at|in|during|on|for the|our|my next|upcoming|weekly|monthly? meeting|call|session|sync|standup|retro",
    ]);
    // "Let's take a break and enjoy the view": nobody is to do that for the others.
    let leisure = passage.sentence_over(ask.opening).is_some_and(|sentence| {
        let all = passage.words.tokens_in(sentence.span);
        let all = &all[..all.len().min(listed::LONGEST)];
        all.iter().any(|token| token.is("enjoy"))
    });
    // "Let's find a time to talk" is for the two to find.
    static APPOINTMENTS: Patterns = Patterns::new(&[
        "set|find|schedule|arrange|pick|fix|book|put up|aside? a|another|some|the? *? time|call|meeting|chat|date",
    ]);
    plans
        || leisure
        || APPOINTMENTS.at(words, 0).is_some()
        || TOGETHER.find(words).is_some()
        || CHEERS.at(words, 0).is_some()
        || decides
        || to_reader
        || JOINT.contains(&verb)
        || words.iter().take(3).any(|token| token.is("together"))
}

/// Whether the verb settles a matter at once and leaves nobody anything to carry out: "let's keep it at ten".
fn decides(passage: &Passage, ask: &Ask) -> bool {
    const SETTLING: [&str; 36] = [
        "sum",
        "recap",
        "keep",
        "leave",
        "stick",
        "wait",
        "go",
        "see",
        "hope",
        "remember",
        "assume",
        "say",
        "be",
        "have",
        "use",
        "focus",
        "move",
        "try",
        "take",
        "start",
        "stay",
        "not",
        "do",
        "consider",
        "continue",
        "maintain",
        "coordinate",
        "respect",
        "honor",
        "honour",
        "thank",
        "congratulate",
        "welcome",
        "pray",
        "avoid",
        "stop",
    ];
    let verb = ask
        .action
        .as_ref()
        .and_then(|action| action.verb.split(' ').next());
    // "Let's try to get it down" is about getting it down.
    let tried = ask
        .action
        .as_ref()
        .and_then(|action| match passage.words.tokens_in(action.span) {
            [r#try, to, verb, ..] if r#try.is("try") && to.is("to") => Some(verb.norm.as_str()),
            _ => None,
        });
    let verb = tried.or(verb);
    // "We have to do something about it" settles nothing.
    let something = ask.action.as_ref().is_some_and(|action| {
        action.verb == "do"
            && action.object.is_some_and(|object| {
                passage
                    .words
                    .tokens_in(object)
                    .first()
                    .is_some_and(|token| token.is("something"))
            })
    });
    !something && verb.is_some_and(|verb| SETTLING.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, flags, quiet};

    #[test]
    fn what_several_do_together_has_its_owners() {
        for text in [
            "Let's discuss the lease.",
            "We should meet with the caretaker.",
            "Let's get together to go over the plan.",
            "We should talk about the roof.",
            "We should talk to each other.",
            "Let's pick a new colour.",
            "Let's plan to meet for lunch then.",
            "I believe we should bill you for the actual hours.",
        ] {
            quiet(&ASK_WE, text);
        }
        flags(&ASK_WE, "[[We should]] update the price list.");
        flags(&ASK_WE, "[[We ought to]] talk to the bank.");
    }

    #[test]
    fn of_two_people_either_may_be_the_one() {
        for (before, after) in [
            (
                "Hi Ana,\n\nWe should update the price list.",
                "Hi Ana,\n\nWe should update the price list. Will you do that by Fri 20 Nov, or shall I?",
            ),
            (
                "Hi Ana,\n\nWe should paint the gate at some point, it has gone grey.",
                "Hi Ana,\n\nWe should paint the gate, it has gone grey. Will you do that by Fri 20 Nov, or shall I?",
            ),
            (
                "Anyway we should paint the gate.",
                "Anyway we should paint the gate. Who will do that by Fri 20 Nov?",
            ),
        ] {
            fixes(&ASK_WE, before, after);
        }
        quiet(
            &ASK_WE,
            "We should update the price list. Who will do that by Friday?",
        );
    }

    #[test]
    fn a_view_or_a_reason_asks_nobody() {
        for text in [
            "In my opinion we should paint the gate first.",
            "Yes, we should add the roof to the list.",
            "Could you tell us today? We need to order the cards.",
            "We need to order the cards. Please send the list by noon.",
            "We just need to make a decision.",
        ] {
            quiet(&ASK_WE, text);
        }
        flags(
            &ASK_WE,
            "Could you send the list by noon? [[We also need to]] order the cards.",
        );
    }

    #[test]
    fn a_step_of_a_plan_is_told_and_not_asked() {
        for text in [
            "The list is long, so we need to sort the rows.",
            "Second, we need to paint the gate.",
            "We need to settle the rent, then we can move in.",
        ] {
            quiet(&ASK_WE, text);
        }
    }
}
