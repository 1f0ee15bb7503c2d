use crate::facts::{Act, ActKind, Ask, AskForm, Directness, OwnerKind, Passage, TimeKind};
use crate::finding::{Applies, Finding, Level};
use crate::language::Penn;
use crate::language::pattern::Patterns;
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

use super::no_owner::named;
use super::wordy::is_wordy;

rule! {
    /// A wish stands where the request should be.
    ///
    /// ## Why
    /// "It would be great if" tells how the writer would feel, and leaves it to the reader to find out what to do, and whether they are
    /// the one to do it. Many read it as thinking aloud, and wait.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[It would be great if you could]] check the totals.
    /// ```
    /// ```mail fixed
    /// Could you check the totals by Fri 20 Nov?
    /// ```
    /// ```mail flagged
    /// [[It would be nice to]] have it working.
    /// ```
    /// ```mail flagged
    /// [[If you could]] check the totals, that would be great.
    /// ```
    /// ```mail fixed
    /// Could you check the totals by Fri 20 Nov? That would be great.
    /// ```
    /// ```mail fine
    /// It was great to have it working for the demo.
    /// ```
    /// ```mail fine
    /// It would help if the totals matched. Please fix row 3 by noon.
    /// ```
    pub(super) static ASK_WISH = {
        id: "ask-wish",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let wishes = passage.asks().filter_map(|(act, ask)| {
        if is_asked_for(passage, act) || is_dense(passage, act, ask) {
            return None;
        }
        let views = || wishes_for_views(passage, act, ask);
        let (wish, views) = match ask.form {
            AskForm::Wish => {
                let views = views();
                // In a discussion "a second list would be helpful" is a view, as "that would be fine" is.
                let view = context.around.discusses && ask.action.is_none();
                let wish = views
                    || is_wish(passage, ask) && !(view && tells_of_thing(passage, ask))
                    || is_condition(passage, act, ask)
                    || wants_help(passage, act, ask)
                    || proposes(passage, ask) && !context.around.discusses;
                (wish, views)
            }
            AskForm::Need if could_use(passage, ask) => (true, views()),
            _ => return None,
        };
        let others = is_social(passage, act, ask) || invites(passage, act);
        (wish
            && !(is_wordy(passage, ask) && ask.action.is_some())
            && (views || !others)
            && !dates(passage, ask))
        .then(|| wished(passage, act, ask, views, context))
    });
    wishes.collect()
}

/// Whether the opening tells how good it would be; "I'd like to discuss" tells what the writer wants to do.
fn is_wish(passage: &Passage, ask: &Ask) -> bool {
    const GOOD: [&str; 25] = [
        "marvellous",
        "marvelous",
        "fabulous",
        "fab",
        "superb",
        "great",
        "nice",
        "good",
        "helpful",
        "wonderful",
        "ideal",
        "perfect",
        "awesome",
        "lovely",
        "best",
        "better",
        "useful",
        "love",
        "fantastic",
        "cool",
        "amazing",
        "brilliant",
        "handy",
        "terrific",
        "help",
    ];
    let opening = passage.words.tokens_in(ask.opening);
    let any = opening
        .first()
        .is_some_and(|token| token.is_any(&["any", "anything", "whatever"]));
    // "It will be helpful to go slowly" foresees it.
    let foreseen = opening.iter().any(|token| token.is_any(&["will", "'ll"]));
    // "It would be appreciated if" wishes, "any help would be appreciated" thanks.
    let glad = || {
        opening.iter().any(|token| token.is("appreciated"))
            && opening.iter().any(|token| token.is("if"))
    };
    // "Nice to have" is no wish of anyone's.
    let idle = ask
        .action
        .as_ref()
        .is_some_and(|action| action.verb == "have" && action.object.is_none());
    !any && !foreseen && !idle && (opening.iter().any(|token| token.is_any(&GOOD)) || glad())
}

/// Whether it tells of a thing how good it would be: "a public list would be helpful".
fn tells_of_thing(passage: &Passage, ask: &Ask) -> bool {
    let mut words = passage.words.tokens_in(ask.opening).iter();
    !words.any(|token| token.is_any(&["i", "we", "you", "it", "if", "appreciated", "love"]))
}

/// Whether it tells what would be worth doing, or make sense: "it might be worth asking Bo".
fn proposes(passage: &Passage, ask: &Ask) -> bool {
    let opening = passage.words.tokens_in(ask.opening);
    ask.action.is_some()
        && opening
            .iter()
            .any(|token| token.is_any(&["worth", "sense", "idea"]))
}

/// Whether it tells what the writer "could do with".
fn could_use(passage: &Passage, ask: &Ask) -> bool {
    let opening = passage.words.tokens_in(ask.opening);
    ask.action.is_none() && opening.iter().any(|token| token.is("could"))
}

/// Whether it tells how the writer would appreciate help with something: the reader's, whoever else's is not said.
fn wants_help(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    static HELP: Patterns =
        Patterns::new(&["appreciate|for some|a|any|your *? help|hand|assistance with"]);
    ask.action.is_none()
        && HELP.find(passage.words.tokens_in(act.span)).is_some()
        && rewrite::is_given(passage, act, ask)
}

/// Whether it tells how welcome the reader's views would be, on no day: "I'd value your view on the plan".
fn wishes_for_views(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    static VIEWS: Patterns = Patterns::new(&[
        "your *? feedback|thoughts|opinion|opinions|views|view|comments|input|ideas|take",
    ]);
    /// How many words after the opening the views are named at the latest.
    const NEAR: usize = 3;
    let sentence = passage.sentence_over(act.span);
    let end = sentence.map_or(act.span.end, |sentence| sentence.span.end);
    let rest = &passage.text[act.span.end..end.max(act.span.end)];
    let tokens = passage.words.tokens_in(act.span);
    let opening = passage.words.tokens_in(ask.opening).len();
    let near = VIEWS
        .find(tokens)
        .is_some_and(|(views, _)| views.start <= opening + NEAR);
    near && !rest.contains(char::is_alphanumeric)
        && passage.times_in(act.span).next().is_none()
        && rewrite::is_given(passage, act, ask)
}

/// Whether the wish is for company: "I'd love to hear from you", "it would be lovely to see you there".
fn is_social(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let verb = ask
        .action
        .as_ref()
        .and_then(|action| action.verb.split(' ').next());
    // "It would be great to meet you" wishes for it, "it would be great if we could meet" proposes it.
    let opening = passage.words.tokens_in(ask.opening);
    let plain = opening.last().is_some_and(|last| last.is("to"));
    // "It would be good to see a draft" wants the draft, "to see you" company.
    let thing = ask.action.as_ref().and_then(|action| action.object);
    let thing = thing.and_then(|thing| passage.words.tokens_in(thing).first());
    let thing = thing.is_some_and(|first| first.is_any(&["it", "them"]))
        || rewrite::is_given(passage, act, ask);
    verb.is_some_and(|verb| match verb {
        "see" if plain && thing => false,
        "hear" | "hook" | "see" | "catch" | "join" | "visit" | "come" | "attend" | "stay" => true,
        "meet" | "talk" | "speak" | "chat" | "work" | "discuss" | "learn" => plain,
        _ => false,
    }) || ask.action.as_ref().is_some_and(|action| {
        matches!(
            action.verb.as_str(),
            "get away" | "make it" | "drop by" | "stop by"
        )
    })
}

/// Whether it is told as a condition of how good it would be: "If you could sign it, that would be great."
fn is_condition(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let opens = passage.words.tokens_in(ask.opening).first();
    let sentence = passage.words.sentences.get(act.sentence);
    let end = sentence.map_or(act.span.end, |sentence| sentence.span.end);
    let after = passage
        .words
        .tokens_in(Span::new(act.span.end, end.max(act.span.end)));
    let would = after
        .iter()
        .take(3)
        .any(|token| token.is_any(&["would", "'d"]));
    opens.is_some_and(|token| token.is("if")) && would
}

/// Whether it tells by when what was spoken of is wanted: "it would be good to have them by Friday".
fn dates(passage: &Passage, ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let object = action.object.map(|object| object.of(&passage.text));
    let words = passage.words.tokens_in(action.span);
    let done = words
        .iter()
        .skip(2)
        .take(1)
        .any(|token| token.tag.penn == Penn::Vbn);
    // "To get those fixed by Friday" is work.
    matches!(action.verb.as_str(), "have" | "get")
        && !done
        && matches!(
            object,
            Some("it" | "them" | "this" | "these" | "that" | "those" | "both")
        )
        && ask.due.is_some()
}

/// Whether the wish is for feedback, which is another rule's.
fn invites(passage: &Passage, act: &Act) -> bool {
    let mut phrases = passage.phrases_at(act.span);
    phrases.any(|hit| hit.family == "ask-open-feedback")
}

/// Whether it is softened so often that this is what there is to say of it.
fn is_dense(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    const MANY: usize = 3;
    let hedges = &passage.hedges;
    let first = hedges.partition_point(|hedge| hedge.span.start < act.span.start);
    let soft = hedges[first..]
        .iter()
        .take_while(|hedge| hedge.span.end <= act.span.end);
    ask.owner.kind == OwnerKind::You && soft.take(MANY).count() == MANY
}

/// Whether a request on record stands beside it: behind it, or before it where it wishes for nothing more.
fn is_asked_for(passage: &Passage, act: &Act) -> bool {
    // A question beside it wants its own answer.
    let on_record = |other: &Act| {
        matches!(&other.kind, ActKind::Ask(ask)
            if ask.directness == Directness::Direct && ask.form != AskForm::Question)
    };
    let words = passage.words.tokens_in(act.span);
    let more = words.iter().any(|token| token.is_any(&["also", "too"]))
        || words
            .windows(2)
            .any(|pair| pair[0].is("as") && pair[1].is("well"));
    let asked = passage.acts.iter().filter(|other| on_record(other));
    asked
        .into_iter()
        .any(|other| !more || other.sentence >= act.sentence)
}

fn wished(passage: &Passage, act: &Act, ask: &Ask, views: bool, context: &Context<'_>) -> Finding {
    let span = if ask.opening.is_empty() {
        act.span
    } else {
        ask.opening
    };
    let mut finding = ASK_WISH.finding(span, "This tells a wish, and asks nobody for anything.");
    if is_condition(passage, act, ask) {
        finding.message =
            "This tells what would be good, and leaves the request to the reader.".into();
        finding.level = Level::Hint;
    }
    if proposes(passage, ask) {
        finding.message = "This tells what would be good to do, and nobody to do it.".into();
        finding.level = Level::Info;
    }
    if views {
        finding.message = "This tells a wish, and not what is wanted by when.".into();
        finding.level = Level::Info;
        let day = offer::usual_day(context);
        return offer::requests_by(finding, context, passage, act, ask, Some(&day));
    }
    let finding = match ask.owner.kind {
        // "If we could close it" stays the matter of both, before it is offered to one.
        OwnerKind::We => {
            let finding = offer::requests(finding, context, passage, act, ask);
            if is_joint(ask) {
                return finding;
            }
            named(finding, passage, act, ask, context)
        }
        OwnerKind::Someone | OwnerKind::None
            if is_joint(ask) && !is_state(ask) && !rewrite::is_given(passage, act, ask) =>
        {
            return finding;
        }
        OwnerKind::Someone | OwnerKind::None => {
            let finding = named(finding, passage, act, ask, context);
            // Where nobody can be called ("The lamp is broken, so it'd be great if"), the reader is asked.
            if finding.fixes.is_empty() && ask.owner.kind == OwnerKind::None {
                offer::requests(finding, context, passage, act, ask)
            } else {
                finding
            }
        }
        OwnerKind::You | OwnerKind::Named => offer::requests(finding, context, passage, act, ask),
    };
    if finding.fixes.is_empty() {
        let day = offer::usual_day(context);
        let register = context.options.register;
        if let Some(recast) = rewrite::handed(passage, act, ask, register, Some(&day)) {
            return finding.fix(Applies::IfMeant, offer::say(&recast.words), recast.edits);
        }
    }
    // "It would be better if you didn't" wants nothing done.
    let negative = passage
        .words
        .tokens_in(act.span)
        .iter()
        .any(|token| token.is_any(&["n't", "not", "never"]));
    if finding.fixes.is_empty() && is_state(ask) && !negative && !is_own(passage, ask) {
        skeleton(finding, passage, act, context)
    } else {
        finding
    }
}

/// Whether the wish tells of a state, and leaves open what is to be done for it: "it would be nice to have it working".
fn is_state(ask: &Ask) -> bool {
    let verb = ask.action.as_ref().map(|action| action.verb.as_str());
    verb.is_none_or(|verb| matches!(verb, "have" | "be" | "see" | "know" | "get"))
}

/// Whether the wish is for the two to do together: "it would be good if we could meet".
fn is_joint(ask: &Ask) -> bool {
    const TOGETHER: [&str; 9] = [
        "meet", "discuss", "talk", "chat", "speak", "hear", "learn", "see", "join",
    ];
    let verb = ask
        .action
        .as_ref()
        .and_then(|action| action.verb.split(' ').next());
    verb.is_some_and(|verb| TOGETHER.contains(&verb))
}

/// Whether the wish is the writer's own to do: "I'd love to have a garden".
fn is_own(passage: &Passage, ask: &Ask) -> bool {
    let mut opening = passage.words.tokens_in(ask.opening).iter();
    ask.action.is_some()
        && opening.clone().any(|token| token.is_any(&["i", "we"]))
        && !opening.any(|token| token.is_any(&["you", "if"]))
}

/// Adds a request with a blank, put after the sentence, which stays as its reason.
fn skeleton(finding: Finding, passage: &Passage, act: &Act, context: &Context<'_>) -> Finding {
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return finding;
    };
    let dated = passage
        .times_in(act.span)
        .any(|time| time.kind == TimeKind::Date);
    let words = offer::skeleton(context, !dated);
    let ended = sentence
        .span
        .of(&passage.text)
        .ends_with(['.', '!', '?', '…', ':']);
    let stop = if ended { "" } else { "." };
    finding.fix(
        Applies::WithBlank,
        offer::add(&words),
        Edit::insert(sentence.span.end, format!("{stop} {words}")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn what_the_writer_would_be_glad_of_stays_behind_the_request() {
        for (before, after) in [
            (
                "If you could send the lease to Bo I would really appreciate it.",
                "Could you send the lease to Bo by Fri 20 Nov? I would really appreciate it.",
            ),
            (
                "If you could please sign the lease, we'd be most grateful!",
                "Could you please sign the lease by Fri 20 Nov? We'd be most grateful!",
            ),
        ] {
            fixes(&ASK_WISH, before, after);
        }
    }

    #[test]
    fn what_the_writer_would_like_is_asked_of_the_one_who_is_greeted() {
        for (before, after) in [
            (
                "Hi Ana,\n\nIt'd be useful to know when the painters come, since I have to lock up.",
                "Hi Ana,\n\nAna, could you tell me when the painters come, since I have to lock up?",
            ),
            (
                "Hi Ana,\n\nIt would be good if everyone could check their section.",
                "Hi Ana,\n\nAna, could you check your section by Fri 20 Nov?",
            ),
            (
                "Hi Ana,\n\nIt would be great if we could update the plan.",
                "Hi Ana,\n\nCould we update the plan by Fri 20 Nov?",
            ),
            (
                "The lamp is broken, so it would be great if it could be mended by Friday.",
                "The lamp is broken, so could you mend it by Friday?",
            ),
            (
                "Hi Ana,\n\nIt might be worth calling the printer.",
                "Hi Ana,\n\n[Name], could you call the printer?",
            ),
            (
                "It would be good to see a first draft soon.",
                "[Name], could you send me a first draft by Thu 19 Nov?",
            ),
            (
                "The menu is done and I'd value your thoughts on it!",
                "The menu is done. Could you send me your thoughts on it by Fri 20 Nov?",
            ),
            (
                "It would be good if you could try and fix the lamp.",
                "Could you fix the lamp by Fri 20 Nov?",
            ),
            (
                "We could use your help with the till.",
                "Could you help with the till?",
            ),
            (
                "A short note on the costs would be really useful!",
                "Could you send me a short note on the costs by Fri 20 Nov?",
            ),
            (
                "A list of the guests would be handy too.",
                "Could you also send me a list of the guests by Fri 20 Nov?",
            ),
            (
                "An e-mail on what they find as they go along would be helpful.",
                "Could you send me an e-mail on what they find as they go along?",
            ),
        ] {
            fixes(&ASK_WISH, before, after);
        }
    }
}
