//! Whether an ask is for what the reader does for themself, and no day of the writer's bounds.

use super::wanted::{has_any, head};
use crate::facts::{Action, Ask, AskForm, Passage};
use crate::language::{Penn, Token, Upos, among};

/// Whether the reader does it for themself: on a web page, with an account of theirs, at leisure.
pub(super) fn is_readers_own(passage: &Passage, ask: &Ask) -> bool {
    /// What is done on a page or with a device, and what is no task but a way to be or to think.
    const OWN: &str = "accept|access|activate|adhere|afford|allow|apply|avoid|become|browse|buy|claim|click|consider|contact|continue|enable|enjoy|enter|err|\
        experience|explore|find|follow|go|grab|grow|imagine|install|keep|launch|learn|log|login|maintain|navigate|obey|observe|paste|press|purchase|rate|receive|redeem|\
        refer|register|remain|retain|rise|scroll|see|select|spend|spread|subscribe|swipe|take|tap|treat|try|unsubscribe|upgrade|use|validate|view|\
        visit|vote|win|get|open|return|check out";
    /// How many words on the thing needed stands: "need your kind help".
    const NOUN: usize = 5;
    /// What is on a screen.
    const SCREEN: [&str; 13] = [
        "button",
        "buttons",
        "browser",
        "url",
        "link",
        "links",
        "app",
        "website",
        "webpage",
        "survey",
        "login",
        "newsletter",
        "feedback",
    ];
    /// Verbs that bring something of the reader's to someone else.
    const BRINGS: &str = "bring|deliver|e-mail|email|fax|file|forward|give|hand|mail|pass|post|provide|return|send|ship|submit|upload|add";
    let Some(action) = &ask.action else {
        return false;
    };
    let words = passage.words.tokens_in(action.span);
    let mine = || has_any(words, &["me", "my", "i"]);
    let object = action
        .object
        .map(|object| passage.words.tokens_in(object))
        .unwrap_or_default();
    let of_reader = object.first().is_some_and(|token| token.is("your"));
    let of_sender = object.first().is_some_and(|token| token.is("our"))
        && has_any(
            object,
            &[
                "policy", "site", "website", "page", "app", "terms", "survey", "store", "blog",
                "faq",
            ],
        );
    // "Please find the form attached" shows it.
    let brings = among(head(action), BRINGS) && action.verb != "return to";
    let bears = brings && !has_any(object, &["feedback"]);
    let needs: &[Token] = if ask.form == AskForm::Need {
        words
    } else {
        object
    };
    let helps = has_any(
        &needs[..needs.len().min(NOUN)],
        &[
            "help",
            "support",
            "advice",
            "guidance",
            "input",
            "opinion",
            "patience",
            "understanding",
            "assistance",
            "attention",
            "cooperation",
            "volunteers",
            "helpers",
        ],
    );
    let attached = has_any(
        words,
        &["attached", "enclosed", "below", "above", "comments"],
    ) && among(head(action), "find|see");
    // What goes on a calendar has its day.
    let noted = has_any(words, &["calendar", "calendars", "schedule", "diary"])
        && among(head(action), "put|add|get|mark|place")
        || has_any(words, &["attend"]) && among(head(action), "make|plan");
    // "If you could lend a hand, we'd appreciate it" calls for whoever is free on the day.
    let lends = action.verb == "lend" && has_any(object, &["hand"]);
    // "Please follow the link to read my letter."
    let links = among(head(action), "click|follow|tap|use|visit") && has_any(object, &SCREEN);
    // "Pay it no heed."
    let heeds = action.verb == "pay" && has_any(words, &["heed", "attention", "mind"]);
    // "Please check the list for your day."
    let looks_up = among(head(action), "check|consult") && has_any(words, &["your"]) && !mine();
    // "Please make sure that:" leads in a checklist.
    let leads_in = sees_to_list(passage, action);
    let notes = action.verb == "take" && object.first().is_some_and(|first| first.is("note"));
    let at_leisure = (among(head(action), OWN) || among(&action.verb, OWN))
        && !(among(head(action), "get|find|take|try|go|buy|open|return")
            && is_task(passage, action));
    let own = at_leisure
        || (of_reader && ask.form != AskForm::Need && !brings)
        || (has_any(words, &SCREEN) && !bears);
    // "Please send questions to our help desk" is for whoever has one.
    let any = matches!(object, [any, what, ..] if any.is("any") && !what.is("comments"));
    let whatever = object.get(usize::from(any)).is_some_and(|first| {
        first.is_any(&[
            "messages",
            "questions",
            "comments",
            "inquiries",
            "enquiries",
            "requests",
            "complaints",
            "suggestions",
        ])
    });
    let reviews = of_reader && has_any(object, &["feedback"]) && !mine();
    // "Please check local papers" is told to everyone, "please check the fees" to someone.
    let definite = words.iter().any(|token| {
        matches!(token.tag.upos, Upos::Det | Upos::Propn | Upos::Num)
            || token.tag.penn == Penn::PrpDollar
    });
    let anywhere = among(head(action), "ask|check|consult|read|watch")
        && !definite
        && object.last().is_some_and(|last| last.tag.penn == Penn::Nns);
    // The terms of a visit are noted by whoever comes, a policy is read by whom it binds.
    let binding = object.last().is_some_and(|last| {
        last.is_any(&["policy", "policies", "guidelines", "handbook", "rules"])
    }) || has_any(object, &["terms", "conditions"]);
    let terms = binding && among(head(action), "read|review|note");
    anywhere
        || terms
        || sees_to_own(passage, action)
        || attached
        || of_sender
        || helps
        || whatever
        || noted
        || lends
        || links
        || heeds
        || looks_up
        || leads_in
        || notes
        || reviews
        || (own && !mine())
}

/// Whether a light verb makes a task: "get the form signed", "take the boxes to the bank", and not "take a moment".
fn is_task(passage: &Passage, action: &Action) -> bool {
    const MOMENTS: [&str; 16] = [
        "moment",
        "minute",
        "minutes",
        "time",
        "look",
        "second",
        "advantage",
        "care",
        "note",
        "attached",
        "enclosed",
        "involved",
        "seriously",
        "easy",
        "lightly",
        "personally",
    ];
    let words = passage.words.tokens_in(action.span);
    let definite = action.object.is_some_and(|object| {
        let opens = action.verb == "open";
        let object = passage.words.tokens_in(object);
        object.first().is_some_and(|token| {
            if opens {
                return token.is_any(&["a", "an"]);
            }
            token.is_any(&[
                "the", "this", "that", "these", "it", "them", "him", "her", "our",
            ])
        }) || object.iter().any(|token| token.tag.upos == Upos::Propn)
    });
    // "Take care of yourselves" is a wish.
    let kind = has_any(words, &["yourself", "yourselves", "each"]);
    let cares = !kind && has_any(words, &["care"]) && has_any(words, &["of"]);
    cares || (definite && !has_any(words, &MOMENTS))
}

/// Whether the reader is to look after what is theirs: "please make sure you are on the newest one".
fn sees_to_own(passage: &Passage, action: &Action) -> bool {
    let tokens = &passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < action.verb_span.end);
    let behind: Vec<&Token> = tokens[next..]
        .iter()
        .filter(|token| !token.is_any(&["sure", "that"]))
        .take(2)
        .collect();
    among(head(action), "make|ensure|verify")
        && matches!(behind[..], [you, verb]
            if you.is("you") && verb.is_any(&["are", "'re", "have", "'ve", "use", "run"]))
}

/// Whether a checklist of what holds follows: "please make sure that:".
fn sees_to_list(passage: &Passage, action: &Action) -> bool {
    let tokens = &passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < action.verb_span.end);
    let mut behind = tokens[next..]
        .iter()
        .skip_while(|token| token.is_any(&["sure", "that", "the", "following"]));
    among(head(action), "make|ensure|verify") && behind.next().is_some_and(|colon| colon.is(":"))
}
