//! "Send the file.", "Please send the file.", "Let me know…", and what follows with "and".

use super::formula;
use super::found::{Asked, Found};
use super::pattern::{patterns, words};
use super::scene::{FAR, Scene, WEAK};
use super::starts::{Link, SUBORDINATE, Start};
use super::vocabulary::{CONTACT, SCREEN};
use crate::facts::AskForm;
use crate::language::{Penn, Upos, verbs};

const PLEASE: &str = "please|pls|plz|kindly|pleae|plese";

/// Verbs that open an order whatever the tagger thinks: hardly ever nouns or adjectives at the start of a clause.
const SURE: &str = "accept|add|advise|allow|apply|ask|attach|avoid|be|become|bring|buy|choose|clarify|come|compare|complete|confirm|\
    consider|create|delete|describe|determine|discuss|disregard|do|drop|expect|ensure|examine|explain|fill|find|fix|\
    follow|forward|get|give|go|grab|have|hold|identify|ignore|include|inform|join|keep|leave|let|make|meet|move|notify|\
    pick|prepare|proceed|propose|provide|pull|put|read|recall|redraft|remember|remind|remove|rename|replace|reply|resend|\
    respond|rewrite|save|say|send|speak|stop|submit|suggest|take|talk|tell|think|try|turn|update|use|verify|wait|write|\
    investigate|reconsider|revise|destroy|coordinate|arrange|assign|specify|advise|finish|correct|merge|revert|review|\
    reschedule|bump|escalate|upload|share|check|call|copy|print|schedule|book|sign|return|stay|start|adjust|allocate|analyse|\
    analyze|approve|assess|authorize|begin|calculate|cancel|circulate|cite|combine|compile|configure|connect|consult|convert|\
    decide|define|delegate|deploy|disable|discard|distribute|enable|enclose|evaluate|exclude|extend|finalise|finalize|gather|\
    generate|incorporate|insert|inspect|integrate|maintain|negotiate|obtain|omit|organise|organize|populate|prioritise|prioritize|\
    proofread|publish|quantify|rebase|reboot|reconcile|reduce|refactor|refrain|register|reinstall|reject|renew|reopen|rerun|\
    reset|resolve|restart|retest|retry|rotate|select|separate|simplify|solve|squash|summarise|summarize|translate|validate";

/// Whether somebody is spoken to by the clause: by name, or with a "please".
pub(super) fn is_addressed(scene: &Scene<'_>, start: &Start) -> bool {
    let mut softeners = start.head..scene.soft(start.head);
    start.vocative.is_some() || softeners.any(|at| scene.is(at, words!(PLEASE)))
}

/// Reads an order or request in the imperative.
pub(super) fn read(scene: &Scene<'_>, start: &Start, follows: Option<&Asked>) -> Option<Found> {
    let head = start.head;
    let soft = scene.soft(head);
    let polite = (head..soft).any(|at| scene.is(at, words!(PLEASE)));
    let mut at = soft;
    if polite && scene.word(at) == "," {
        at = scene.soft(at + 1);
    }
    if let Some(end) = scene.any(
        at,
        patterns![
            "go ahead and|, ~ BASE",
            "make|be sure|certain to|and ~ BASE",
            "try and|to ~ BASE",
            "remember to ~ BASE",
            "better ~ BASE",
            "do n't|not|nt forget|fail|neglect to ~ BASE",
        ],
    ) {
        return order(scene, start, end - 1, polite, 95, at);
    }
    if let Some(end) = scene.any(
        at,
        patterns![
            "do n't|not|nt ~ BASE",
            "dont ~ BASE",
            "never ~ BASE",
            "do ~ BASE",
        ],
    ) {
        let sure = if polite || start.link != Link::And {
            88
        } else {
            70
        };
        let verb = end - 1;
        let asks_back =
            scene.word(at) == "do" && verb == at + 1 && !polite && scene.upos(verb) != Upos::Verb;
        if !polite && !is_let_happen(scene, verb) && scene.is(verb, words!("know|think|want|have|care|need|see|like|remember|understand|mean|mind|get|believe|let|feel|worry|be|wish|intend|expect|recall|doubt")) {
            return None;
        }
        return (!asks_back)
            .then(|| order(scene, start, verb, polite, sure, at))
            .flatten();
    }
    if let Some(end) = scene.any(at, patterns!["ptal|rsvp", "over to you $"]) {
        let asked = Asked::answer(AskForm::Open, end, "a set phrase that asks").sure(85);
        return Some(Found::Ask(asked));
    }
    if polite {
        if scene.base(at) {
            return order(scene, start, at, true, 97, at);
        }
        return None;
    }
    if let Some(before) = follows
        && matches!(start.link, Link::And | Link::Comma)
        && before.verb.is_some_and(|verb| scene.base(verb))
        && scene.base(at)
        && continues(scene, at)
    {
        let asked = Asked {
            verb: Some(at),
            open: at,
            named: None,
            why: "follows another ask with “and”",
            confidence: before.confidence.saturating_sub(5),
            ..before.clone()
        };
        return formula::guard(scene, start, asked);
    }
    bare(scene, start, at)
}

fn order(
    scene: &Scene<'_>,
    start: &Start,
    verb: usize,
    polite: bool,
    sure: u8,
    opened: usize,
) -> Option<Found> {
    let why = if polite {
        "“please” before a verb"
    } else {
        "a verb in the imperative"
    };
    let form = if is_let_know(scene, verb) {
        AskForm::LetMeKnow
    } else if scene.word(verb) == "advise" && scene.is_mark(verb + 1) {
        AskForm::Open
    } else {
        AskForm::Imperative
    };
    let asked = Asked {
        open: verb.max(opened),
        ..Asked::direct(form, verb, why).sure(sure)
    };
    formula::guard(scene, start, asked)
}

/// Whether the word is the last of a list of names, and no order to the last but one: "the old, the LD, and control groups".
fn is_listed(scene: &Scene<'_>, start: &Start, at: usize) -> bool {
    let named = start.vocative.is_some() && start.link != Link::Sentence;
    named && scene.is(at.wrapping_sub(1), words!("and|or|&"))
}

/// Whether what leads in is a clause of its own, and the verb after its comma one more that somebody will do: "in May guests will come
/// to the house, pay their respects and leave".
fn is_third_of_verbs(scene: &Scene<'_>, start: &Start) -> bool {
    let clause = |at: usize| {
        scene.penn(at) == Penn::Md
            && scene.base(scene.soft(at + 1))
            && !scene.is(at.wrapping_sub(1), words!("i|you|we"))
    };
    start.link == Link::LeadIn
        && !scene.is(start.lead, words!(SUBORDINATE))
        && (start.lead..start.at.min(start.lead + FAR)).any(clause)
}

/// Whether the verb after "and" is the second of two that someone is, was or will be able to do: "he was able to mend it and give me
/// a receipt".
fn shares_infinitive(scene: &Scene<'_>, start: &Start) -> bool {
    (start.at.saturating_sub(FAR)..start.at).any(|at| {
        scene.is(at, words!("he|she|they|it|who"))
            && scene
                .any(
                    at + 1,
                    patterns![
                        "~ will|would|can|could|should|must|may|might|'ll|'d|does|did ~ BASE",
                        "~ is|was|are|were|'s|'re ~ able|willing|happy|ready|going|likely|sure to ~ BASE",
                        "~ wants|wanted|had|has|have|needs|needed|promised|offered|agreed|tried|decided|managed|plans|planned to ~ BASE",
                    ],
                )
                .is_some()
    })
}

/// Whether the verb opens "let this slip", and not "let it get you down".
fn is_let_happen(scene: &Scene<'_>, verb: usize) -> bool {
    let happening = patterns![
        "let this|that|it|them|these|those|him|her|me|us|anyone|anybody ~ BASE",
        "let the|my|our|your|their|his|her NP ~ BASE",
    ];
    // "Let the lease lapse": the verb may look like the phrase's last noun.
    let closing = || {
        scene
            .any(verb, patterns!["let the|my|our|your|their|his|her NP"])
            .filter(|&end| scene.base(end - 1))
    };
    scene
        .any(verb, happening)
        .or_else(closing)
        .is_some_and(|end| {
            scene.word(end) != "you"
                && !scene.is(
                    end - 1,
                    words!("get|bother|worry|stop|fool|upset|scare|discourage|hold|start|think"),
                )
        })
}

/// Whether the verb opens "let me know", "keep me posted".
pub(super) fn is_let_know(scene: &Scene<'_>, verb: usize) -> bool {
    scene
        .any(
            verb,
            patterns![
                "let me|us ~ know|no",
                "keep me|us ~ posted|informed|updated|apprised|advised",
                "lmk",
            ],
        )
        .is_some()
}

/// An order without "please".
fn bare(scene: &Scene<'_>, start: &Start, at: usize) -> Option<Found> {
    // "Maybe ask someone in the shop" sends the reader on.
    if scene
        .any(at, patterns!["ask someone|somebody|around"])
        .is_some()
        || scene.is(at, words!("neither|nor|either|both"))
    {
        return None;
    }
    let told = || {
        scene.any(at, patterns!["give|send|tell me|us"]).is_some()
            || scene.before(at) == "just" && scene.is(at, words!(SURE))
    };
    if matches!(start.link, Link::Comma)
        && !is_let_know(scene, at)
        && start.vocative.is_none()
        && !told()
    {
        return None;
    }
    if start.link == Link::And
        && !is_let_know(scene, at)
        && scene
            .any(
                at,
                patterns!["give me|us a? call", "send|tell|call|give me|us"],
            )
            .is_none()
    {
        return None;
    }
    if is_listed(scene, start, at)
        || is_third_of_verbs(scene, start)
        || start.link == Link::And && shares_infinitive(scene, start)
    {
        return None;
    }
    if start.link == Link::Mark
        && scene.is(start.at.wrapping_sub(1), words!(")|(|-|--|—|–|:|;"))
        && !is_let_know(scene, at)
        && start.vocative.is_none()
        && !object_follows(scene, at + 1)
        && !(scene.is(at, words!("ask|try|call|tell|see")) && scene.upos(at + 1) == Upos::Propn)
    {
        return None;
    }
    // "and undo and redo" is the end of what the line above lists.
    let goes_on = scene.is(0, words!("and|or")) && !scene.capital(0) && start.at == 0;
    if goes_on && scene.is(at + 1, words!("and|or")) {
        return None;
    }
    // No colleague orders another to receive, to enjoy or to imply something: advertising's verbs, and verbs that are no deeds.
    if scene.is(at, words!("receive|earn|win|discover|learn|explore|enjoy|experience|shop|browse|unlock|claim|boost|introduce|become|grow|imply|seem|appear|belong|consist|exist|matter|happen|deserve|beware")) {
        return None;
    }
    if scene.is(at, words!("call|dial|phone|fax|text|page")) && scene.upos(at + 1) == Upos::Num {
        return None;
    }
    if is_let_know(scene, at) {
        return order(scene, start, at, false, 95, at);
    }
    if !scene.base(at)
        || scene.is(at, words!(SCREEN))
            && !scene.is(at, words!("check|sign|open|hit|visit|enter|install"))
        || scene.is(at, words!("listen|look")) && scene.word(at + 1) == ","
        || is_shown(scene, at)
        || is_supposed(scene, at)
        || is_label(scene, at)
        || is_told_before(scene, start)
    {
        return None;
    }
    if !is_imperative(scene, at) {
        return None;
    }
    let sure = if scene.is(at, words!(SURE)) { 88 } else { 80 };
    order(scene, start, at, false, sure, at)
}

/// Whether the reader is only shown where something is: "Open the app to see your tickets.", "Find out how it works."
fn is_shown(scene: &Scene<'_>, at: usize) -> bool {
    let seen = patterns![
        "to see|view|learn|discover|enjoy|claim|get|find|start|continue your|how|what|more|out|if|whether"
    ];
    let far = scene.len().min(at + FAR);
    scene.any(at, patterns!["find out how|why|more"]).is_some()
        || scene.is(
            at,
            words!("open|visit|check|sign|enter|install|download|hit"),
        ) && (at + 1..far).any(|at| scene.any(at, seen).is_some())
        || scene
            .any(
                at,
                patterns![
                    "consider it|this|that|them done|fixed|handled|settled",
                    "count me in|out",
                    "leave it|that|this with|to me|us $",
                    "leave it|that|this with|to me|us and|but|so",
                ],
            )
            .is_some()
}

/// Whether the words are a label: "Convert to: …", "Read me: …".
fn is_label(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at + 2) == ":" && !scene.is(at, words!(CONTACT)) && scene.upos(at + 1) != Upos::Propn
}

/// Whether the order is only thought of, and what follows from it is told: "Add a row and the sum breaks.", "Press Save → it hangs".
fn is_supposed(scene: &Scene<'_>, at: usize) -> bool {
    let far = scene.len().min(at + FAR);
    (at + 1..far).any(|at| {
        let arrow = scene.word(at).ends_with('→')
            || scene.word(at) == "->"
            || scene.word(at) == ">" && scene.is(at - 1, words!("-|=|--|=="));
        arrow
            || scene
                .any(
                    at,
                    patterns!["and the|a|an|this|that|it|everything|nothing NP?"],
                )
                .is_some_and(|end| scene.penn(end) == Penn::Vbz)
    })
}

/// Whether a number or letter of a list stands between the verb and what it hangs on: "the aim is to 1) cut the cost and 2) keep the team".
fn is_told_before(scene: &Scene<'_>, start: &Start) -> bool {
    let mut at = start.at;
    while at > 0
        && (scene.is(at - 1, words!("(|)|.|:"))
            || scene.upos(at - 1) == Upos::Num
            || scene.word(at - 1).len() == 1
                && scene.word(at - 1) != "i"
                && scene.is(at, words!(")|.|:")))
    {
        at -= 1;
    }
    at < start.at
        && scene.is(
            at.wrapping_sub(1),
            words!("to|can|could|will|would|should|must"),
        )
}

/// Whether the base form at the head of a clause is an order and not a noun, a question or a clipped statement.
fn is_imperative(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let next = at + 1;
    if scene.is(at, words!("thank|thanks|hope|look|see|do|have|let|be|appreciate|welcome|need|want|like|guess|sound|seem|wish|miss|love|hate|regard|bet|got|get|talk|feel|may|can|will|must|might|ought|excuse|pardon|congratulate|bless|mean|suppose|say|care|enjoy|please|imagine|believe|plan|know|understand|agree|say|remember|come|is|am|are|was")) {
        return special(scene, at);
    }
    if scene.is(
        next,
        words!("is|are|was|were|has|have|had|will|would|'s|can|could|should|does|did|:"),
    ) || matches!(scene.penn(next), Penn::Vbz | Penn::Vbd | Penn::Md)
    {
        return false;
    }
    if scene.any(at, patterns!["drop|stop|swing|pop|come by|in|over|round", "drop me|us"]).is_some()
        || scene.is(next, words!("me|us|him|her|them"))
            && !scene.is(at, words!("saw|found|felt|fell|lay|ground|read|put|cut|hit|beat|suit|let|set|trust|believe|quit"))
    {
        return true;
    }
    if token.tag.imperative {
        return token.margin >= WEAK || scene.is(at, words!(SURE));
    }
    if token.tag.upos == Upos::X || matches!(token.tag.penn, Penn::Vb | Penn::Vbp) {
        return scene.is(at, words!(SURE)) || token.tag.penn == Penn::Vb;
    }
    let noun = matches!(token.tag.upos, Upos::Noun | Upos::Propn);
    (scene.is(at, words!(SURE)) || noun) && object_follows(scene, next)
}

/// Whether what follows can only be a verb's object.
fn object_follows(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.word(at),
        "the"
            | "a"
            | "an"
            | "me"
            | "us"
            | "him"
            | "her"
            | "them"
            | "it"
            | "this"
            | "these"
            | "those"
            | "my"
            | "your"
            | "our"
            | "their"
            | "his"
    )
}

/// Verbs that open orders in some set wordings and other things in most.
fn special(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .any(at, patterns![
                "have a ~ look|read|think|go at?",
                "have NP BASE",
                "have him|her|them BASE",
                "look at|over|into|up|through|for NP",
                "see me|us",
                "see if|whether|what|how|who|when|to|about|that|that? you",
                "get me|us|back|with|in|the|a|your|someone|everyone|it|this|that|them|him|her|on|ready|rid",
                "talk to|with",
                "let me|us ~ know",
                "let me have|see your|the|a|an|it|them|what|how|which|any|whatever",
                "let us have your|the|any",
                "let him|her|them|NP know",
                "say hi|hello",
                "plan to|on",
                "be ~ careful|prepared|ready|aware|specific|patient|sure|on|at|there|here|concise|brief",
                "come by|to|up|over|back|and|see|join",
                "remember to|that",
                "imagine NP",
                "feel out",
                "understand that",
            ])
        .is_some()
}

/// Whether the base form after "and" continues the ask before it.
fn continues(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let object = object_follows(scene, at + 1)
        || scene.is(
            at + 1,
            words!("to|if|whether|that|on|for|with|by|any|all|what|when|how|sure|back|in|up|out"),
        )
        || scene.capital(at + 1);
    token.tag.imperative
        || token.tag.penn == Penn::Vb
        || (token.tag.upos == Upos::X || token.tag.penn == Penn::Vbp || scene.is(at, words!(SURE)))
            && object
            && verbs::is_base(&token.norm)
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn please_before_a_verb_asks() {
        check(&[
            ("Please send me the file.", "imperative you send"),
            ("Pls call Bo.", "imperative you call"),
            (
                "Please review the audit report by Friday.",
                "imperative you review",
            ),
            ("Please do not share this yet.", "imperative you share"),
            ("Ana, please book the room.", "imperative you book"),
            ("Ana please book the room.", "imperative you book"),
            (
                "I attached the lease, please sign it.",
                "imperative you sign",
            ),
            (
                "The lease is attached and please sign it today.",
                "imperative you sign",
            ),
            ("If you agree, please sign the form.", "imperative you sign"),
            (
                "If any rows are wrong please correct them.",
                "imperative you correct",
            ),
            (
                "Once the build is green, please merge the branch.",
                "imperative you merge",
            ),
            (
                "Please make sure the door is locked.",
                "imperative you make sure",
            ),
            ("Kindly confirm the date.", "imperative you confirm"),
            (
                "Please note that the form is due; please sign it.",
                "imperative you sign",
            ),
            (
                "All, please add your names to the list.",
                "imperative you add",
            ),
        ]);
    }

    #[test]
    fn an_order_needs_no_please() {
        check(&[
            ("Send me the totals.", "imperative you send"),
            ("Call me when you land.", "imperative you call"),
            ("Review the doc by Friday.", "imperative you review"),
            ("Book the room for Monday.", "imperative you book"),
            ("Don't forget to sign the lease.", "imperative you sign"),
            ("Go ahead and merge it.", "imperative you merge"),
            ("Make sure to lock the door.", "imperative you lock"),
            ("Have a look at the third page.", "imperative you have"),
            ("Take a look at page 3.", "imperative you take"),
            ("Tell Bo that the key is back.", "imperative you tell"),
            ("Use the new template.", "imperative you use"),
            ("Sam: send the deck to Ana.", "imperative you send"),
            ("By Friday, send me the totals.", "imperative you send"),
            ("Also, remove the old logo.", "imperative you remove"),
            ("I'm out next week, just call Ana.", "imperative you call"),
            ("Quick, give me a number.", "imperative you give"),
            ("Don't let this slip.", "imperative you let"),
            ("Do not let the lease lapse.", "imperative you let"),
            ("Better check with Ana first.", "imperative you check with"),
            ("Let me have your notes by noon.", "imperative you let"),
            ("Drop by my desk at noon.", "imperative you drop"),
            ("ping me when you're back", "imperative you ping"),
            ("Define the scope first.", "imperative you define"),
            ("Could you, if possible, send it today?", "modal you send"),
            (
                "Do not, under any circumstances, open it.",
                "imperative you open",
            ),
            ("Reminder to submit your hours.", "imperative you submit"),
            ("The key is at the desk; ask Ana.", "imperative you ask"),
            ("RSVP by Friday.", "open you -"),
        ]);
    }

    #[test]
    fn a_second_order_is_a_second_ask() {
        check(&[
            (
                "Please sign the form and return it by Friday.",
                "imperative you sign; imperative you return",
            ),
            (
                "Can you call Bo and send him the deck?",
                "modal you call; modal you send",
            ),
            (
                "Could you check the login, update the page, and reply to the customer?",
                "modal you check; modal you update; modal you reply to",
            ),
            (
                "Please call Bo, send the deck, book the room and pay the invoice.",
                "imperative you call; imperative you send; imperative you book; imperative you pay",
            ),
        ]);
    }

    #[test]
    fn an_order_may_follow_a_courtesy() {
        check(&[
            (
                "Please see the plan below and send your notes to Ana.",
                "imperative you send",
            ),
            (
                "Give my regards to Ana and tell her to call me.",
                "imperative you tell",
            ),
        ]);
    }

    #[test]
    fn a_wish_to_know_is_let_me_know() {
        check(&[
            ("lmk if that works", "let-me-know you lmk"),
            ("Let me know whether Friday works.", "let-me-know you let"),
            (
                "Please let us know by noon which one you pick.",
                "let-me-know you let",
            ),
            (
                "The date moved, let me know if that is a problem for Ana.",
                "let-me-know you let",
            ),
            ("Keep me posted on the lease.", "let-me-know you keep"),
            ("Please advise.", "open you advise"),
        ]);
    }

    #[test]
    fn nouns_and_clipped_statements_are_no_orders() {
        asks_nothing(&[
            "Review of the lease is done.",
            "Plan looks good.",
            "Update: we shipped.",
            "Draft attached.",
            "Call with Bo went well.",
            "Report from finance below.",
            "Hope you are well.",
            "Look forward to Monday.",
            "Sounds good to me.",
            "See you on Monday.",
            "Thank you for the list.",
            "Will send the file tomorrow.",
            "Don't know yet.",
            "Don't let it get you down.",
            "Don't let the price fool you.",
            "Don't let their name fool you.",
            "Have a nice weekend.",
            "The team will test it and report back.",
            "We called the vendor and asked for a date.",
            "Listen, I have a spare key.",
            "Read me: four shops for lamps",
            "How Many Hours Do You Spend on the Road?",
            "Set the flag and the test passes.",
            "The aim is to 1) cut the cost and 2) keep the team.",
            "Open the app to see your seats.",
            "Find out how the desk works.",
            "Press Save → the page hangs.",
            "It breaks if you save the file, then try to open it.",
            "The lamp blinks when you press the key and hold it.",
            "She can choose to -not- use a lamp.",
            "imply a longer lease",
            "It tells apart ADHD, LD, and control subjects.",
            "He was able to mend the lamp and give me a receipt.",
            "Maybe ask someone in the shop.",
            "Neither me nor my son had a ticket.",
            "She will sign it and send me a copy.",
            "I like that he was able to do the kind of repair I wanted and give me a better price.",
            "In May guests will come to the house, pay their respects and leave.",
            "Beware of the dog.",
            "and sort and filter by name",
        ]);
    }
}
