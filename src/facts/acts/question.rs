//! Questions that want an answer, and those that do not.

use std::sync::LazyLock;

use super::found::{Asked, Found};
use super::pattern::{Patterns, patterns, words};
use super::scene::Scene;
use super::starts::{self, Link, Start};
use crate::facts::{AskForm, OwnerKind, TimeKind, TimeRole};
use crate::language::{Penn, TokenKind, Upos};

/// Questions between people that want no answer, or none in particular.
static SOCIAL: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "how are|r|is you|u|things|life|everything|everyone|it|the",
        "how 's|s it|things|life|everything|everyone|your|the|that for?",
        "how ~ have you|things|ya been",
        "how do|d you|ya do",
        "how you doin|doing|been",
        "how goes",
        "how was|were your|the",
        "how the|in",
        "how about|bout that|them|those",
        "how cool|great|funny|nice|crazy|exciting|sweet|about that",
        "what 's|is|s up|new|happening|shaking|crackin $",
        "what are you up to",
        "what have you been",
        "whats up|new",
        "what up|gives|else is new",
        "what the|in",
        "who|where|when|why in the world|heck|hell",
        "what can|could i|we|you say|do|expect",
        "what do|did i|we|you know|expect",
        "who knows|cares|knew|could|would|said|else",
        "why not|bother|oh|me",
        "why would|should anyone|i|we|anybody|he|she|people",
        "do you honestly|seriously|really think|believe|mean|expect|imagine",
        "is|was|are|were|did|do|does|could|wo|have|has|ca|would|should n't|not",
        "ai|aint n't?",
        "are you kidding|serious|crazy|nuts|sure|there|insane|ok|okay|well",
        "can|would you believe|imagine",
        "did you have|enjoy|get|know|ever a|an|your|the|that|home|back ~ good|great|nice|fun|safe|safely?",
        "did you know",
        "guess what",
        "you know what",
        "do you know what|who|how",
        "have you ever",
        "ever",
        "ready|want|looking|tired|interested|need|having|forgot|still|bored|hungry|already",
        "remember me|that|when|this|$",
        "right|ok|okay|huh|eh|no|yes|really|hmm|see|wow|oh|understand|agreed|deal|correct|yeah|what|so $",
        "when will|do i|we ever|learn",
        "can|could|may i|we ~ help|assist|be",
        "can|could|may|shall i|we ~ get|offer|bring you",
        "is there anything ~ i|we|else",
        "where does|do|did the time|he|she",
        "see what|how",
        "hope|hoping|hopefully",
        "thank|thanks",
        "isn't|aren't|wasn't",
    ])
});

/// Those of [`SOCIAL`] that stand behind an exclamation too.
static GREETINGS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "how the? heck|hell? are|is|r you|ya|u|things",
        "what are you up to",
        "what 's up",
    ])
});

/// Those of [`SOCIAL`] that ask after all.
static REAL: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "did you get the|a|an|my|your NP",
        "did you have a|any|the chance|time|questions|luck|opportunity",
        "do you know who|what|how ~ is|are|was|the|to|we|i|many|much|long",
        "are you ok|sure with|about|that",
        "are you there|ok|well on|at|with",
        "have you ever",
        "interested in ~ ING",
        "want to ~ meet|go|grab|come|get|join|have|do",
        "want me",
        "need me|anything|help ?|from|with",
        "still ~ on|need|want|planning|coming",
        "who could|would|else ~ BASE",
        "how is|are|was|were the|that|this|it|things ~ NP ~ coming|going|progressing|looking",
        "does n't|not",
    ])
});

const INVERTED: &str = "do|does|did|is|are|was|were|am|have|has|had|can|could|should|shall|would|will|may|might|ca|wo|must";

const WH: &str = "what|which|who|whom|whose|when|where|why|how|whats|whos|wheres|whens|hows";

/// Reads a question that wants an answer.
pub(super) fn read(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    if start.question {
        return with_mark(scene, start);
    }
    if !matches!(start.link, Link::Sentence | Link::But | Link::Mark) {
        return None;
    }
    if scene
        .any(
            head,
            patterns!["why do n't|not you|we ~ BASE", "how about you|we ~ BASE"],
        )
        .is_some()
    {
        return proposal(scene, head);
    }
    let inverted = patterns![
        "do|did|does you|we|they|he|she|i|it|anyone|this|that BASE|n't|ever|not|already|also|still",
        "are|were you|we|they ~ ING",
        "is|was there any|a|an|anyone|someone|something|anything",
        "have|has you|we|they|he|she|it",
        "are there any",
        "is it ~ possible|ok|okay|correct|true|straightened",
    ];
    let asks = scene.any(head, inverted).is_some() || is_asked_by_order(scene, start);
    (asks && scene.any(head, &SOCIAL).is_none())
        .then(|| Asked::answer(AskForm::Question, head, "the order of a question").sure(75))
}

/// Whether the order of the words alone makes a question of the sentence, whatever mark ends it: "Has the vendor replied", "Where is the
/// spare key".
fn is_asked_by_order(scene: &Scene<'_>, start: &Start) -> bool {
    if start.link != Link::Sentence || scene.word(scene.len() - 1).contains('!') {
        return false;
    }
    let turned = patterns![
        "does|did NP ~ BASE",
        "is|are|was|were the|this|that|these|those|your|our|my NP ~ ING",
        "where|when is|are|was|were the|your|our|my|this|that NP ~ $",
        "where|when is|are|was|were NP ~ $",
        "what|who is|are|was|were|'s the|your|our|my NP ~ $",
        "what|where|when|who|how|why|which do|does|did i|you|we|they|he|she|it|the|this|that NP? ~ BASE",
        "what|where|when|who|how|why|which can|could|should i|you|we|they NP? ~ BASE",
        "which NP are|is|do|did|should|does you|we|i|they|the",
        "what time|day|date|version|room is|are|do|does|did|should|can",
        "who has|knows|owns|wants|took|can|is the|a|your|to|going|coming|taking",
        "where|when|what|how|who|why r|are u|you",
        "how much|many|long|often NP? do|does|did|is|are|can|should",
    ];
    let bare = patterns![
        "any ~ updates|update|news|thoughts|ideas|feedback|progress|luck|word|eta $|on|from|about|with|yet|for"
    ];
    let tells = || scene.tokens.iter().any(|token| token.tag.is_verbal());
    if scene.any(start.head, turned).is_some() || scene.any(start.head, bare).is_some() && !tells()
    {
        return true;
    }
    scene
        .any(
            start.head,
            patterns![
                "is|are|was|were|has|have the|this|that|your|our|my NP ~",
                "has NP ~"
            ],
        )
        .is_some_and(|end| {
            scene.participle(end) && scene.penn(end) != Penn::Vbd
                || scene.upos(end) == Upos::Adj && scene.word(start.head) != "have"
        })
}

/// "You read it, didn't you?" tells; it does not ask.
fn is_tag(scene: &Scene<'_>, at: usize) -> bool {
    let tag = patterns![
        "is|are|was|were|do|does|did|have|has|had|ca|can|wo|will|would|could|should|ai n't|not|nt? i|you|he|she|it|we|they|this|that|there $",
        "right|eh|huh|ok|okay|yes|no|correct $",
    ];
    scene.any(at, tag).is_some()
}

fn with_mark(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    if start.link != Link::Sentence && is_tag(scene, head) {
        return None;
    }
    if let Some(asked) = proposal(scene, head) {
        return Some(asked);
    }
    if let Some(asked) = open(scene, start) {
        return Some(asked);
    }
    if is_idle(scene, head) {
        return None;
    }
    if scene.is(head, words!("when|where|while"))
        && !scene.is(head + 1, words!(INVERTED))
        && !scene.is(head + 1, words!("'s|s|exactly|else|about|in|on"))
    {
        return None;
    }
    if scene.is(head, words!(WH)) {
        let sure = if start.link == Link::Comma { 70 } else { 90 };
        return Some(
            Asked::answer(AskForm::Question, head, "a question that wants an answer").sure(sure),
        );
    }
    if scene.is(head, words!(INVERTED)) {
        return Some(
            Asked::answer(AskForm::Question, head, "a question that wants an answer").sure(90),
        );
    }
    None
}

/// "Why don't you call me.", "How about Monday?", "Shall we meet?"
fn proposal(scene: &Scene<'_>, head: usize) -> Option<Asked> {
    if let Some(end) = scene.any(
        head,
        patterns![
            "why do n't|not you guys|all? ~ BASE",
            "why not ~ BASE",
            "how|what about you ~ ING",
            "how about you ~ BASE",
        ],
    ) {
        return Some(
            Asked::direct(AskForm::Modal, end - 1, "“why don't you” before a verb").sure(85),
        );
    }
    if let Some(end) = scene.any(
        head,
        patterns![
            "why do n't|not we ~ BASE",
            "how about|bout we ~ BASE|ING",
            "how|what about|bout ~ ING",
            "shall we ~ BASE",
        ],
    ) {
        return Some(
            Asked::direct(
                AskForm::We,
                end - 1,
                "proposes something and waits for an answer",
            )
            .of(OwnerKind::We, head..head + 2)
            .sure(82),
        );
    }
    None
}

/// "Thoughts?", "Any update?"
fn open(scene: &Scene<'_>, start: &Start) -> Option<Asked> {
    let head = start.head;
    let wordings = patterns![
        "any ~ updates|update|news|thoughts|ideas|feedback|progress|luck|comments|suggestions|word|objections|questions?",
        "thoughts|comments|feedback|ideas|opinions|suggestions|objections|status|eta|update|updates|reactions|input",
        "anything ~ else|new|on|from|i|we|yet",
        "what do you ~ think|say|suggest|recommend",
        "ok|okay|alright with|for|by|if|to",
        "make|makes sense",
        "ping|bump|takers|volunteers|preference|preferences|verdict|source|sources|link|links|url|uri|address|agenda|venue|location|place|number|deadline|reason|reasons|date|dates|time|price|cost|quote|budget|owner|when|where|why|how|which $",
        "sound|sounds good|ok|okay",
    ];
    let end = scene.any(head, wordings).or_else(|| {
        scene
            .any(head, patterns!["anyone|anybody|someone"])
            .filter(|&end| !tells(scene, end))
    })?;
    if scene
        .any(head, patterns!["questions|comments ~ ?"])
        .is_some()
    {
        return None;
    }
    Some(Asked::answer(AskForm::Open, end, "an open question to the reader").sure(82))
}

/// Whether the sentence is a few words with a day or hour among them: "Lunch on Monday?"
fn proposes_time(scene: &Scene<'_>) -> bool {
    let whole = scene.span(0, scene.len());
    let first = scene
        .times
        .partition_point(|time| time.span.end <= whole.start);
    scene.len() <= 7
        && scene.times.get(first).is_some_and(|time| {
            time.span.start < whole.end
                && time.kind == TimeKind::Date
                && time.role != TimeRole::Mention
        })
}

/// Whether a finite verb follows: "someone needs to…" tells, whatever mark ends the sentence.
fn tells(scene: &Scene<'_>, at: usize) -> bool {
    let at = scene.soft(at);
    scene.is(
        at,
        words!("needs|need|has|have|should|must|ought|might|may"),
    )
}

/// A sentence in which nothing else was read and that ends in a question mark: "You have the key?", "If Ana is out are you in?"
pub(super) fn trailing(scene: &Scene<'_>) -> Option<(Start, Found)> {
    let start = starts::of(scene).into_iter().next()?;
    let words = scene
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .count();
    let social = |at| is_tag(scene, at) || scene.any(at, &GREETINGS).is_some();
    if is_ordered(scene) {
        let asked = Asked::answer(AskForm::Open, start.head, "a thing and “please”").sure(80);
        return Some((start, Found::Ask(asked)));
    }
    let told = scene.is(scene.len().wrapping_sub(2), words!(".|!"))
        || !scene.tokens.iter().any(|token| token.tag.is_verbal())
            && !proposes_time(scene)
            && !scene.is(start.head, words!("you|u|anyone|anybody|everyone"));
    // "Especially if it snows?" hangs on what was said before.
    let hangs = scene.is(
        0,
        words!("because|especially|particularly|although|though|unless|even"),
    );
    let asks = !told
        && !hangs
        && scene.word(scene.len() - 1).contains('?')
        && words > 1
        && !is_idle(scene, start.head)
        && !(1..scene.len()).any(social);
    asks.then(|| {
        let asked =
            Asked::answer(AskForm::Question, start.head, "ends in a question mark").sure(72);
        (start, Found::Ask(asked))
    })
}

/// Whether the sentence is a thing and "please": "Two tickets for Monday, please."
fn is_ordered(scene: &Scene<'_>) -> bool {
    let last = (0..scene.len()).rev().find(|&at| !scene.is_mark(at));
    last.is_some_and(|last| {
        scene.is(last, words!("please|pls"))
            && !scene.tokens.iter().any(|token| token.tag.is_verbal())
            && (0..last).any(|at| matches!(scene.upos(at), Upos::Noun | Upos::Propn))
    })
}

/// Whether the word after "why" is a verb and nobody does it: "Why wait?", "Why pay twice?" advise against it.
fn is_dissuading(scene: &Scene<'_>, head: usize) -> bool {
    scene.word(head) == "why" && scene.base(head + 1) && !scene.is(head + 1, words!(INVERTED))
}

fn is_idle(scene: &Scene<'_>, head: usize) -> bool {
    let rhetorical = patterns![
        "who does|do|did|would|could n't|not",
        "who would|could have",
        "what can|could possibly|ever",
        "what is|'s not|n't to",
    ];
    scene.any(head, rhetorical).is_some()
        || is_dissuading(scene, head)
        || scene.any(head, &SOCIAL).is_some() && scene.any(head, &REAL).is_none()
        || scene.upos(head) == Upos::Intj && head + 2 >= scene.len()
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::{asks_nothing, check};

    #[test]
    fn a_question_wants_an_answer() {
        check(&[
            ("Which version do you use?", "question you -"),
            ("When does the lease end?", "question you -"),
            ("What is your address??", "question you -"),
            ("Did the vendor call?", "question you -"),
            ("Do you want A or B?", "question you -"),
            ("Are the totals right?", "question you -"),
            ("Have you signed the form yet?", "question you -"),
            ("Is Friday fine?", "question you -"),
            ("Ana, did you get the key?", "question you -"),
            ("The total is off, did you change row 3?", "question you -"),
            ("If Bo is away, who has the key?", "question you -"),
            ("You got the go-ahead from legal?", "question you -"),
            ("Also, do you know if Ana is coming.", "question you -"),
            ("Should we invite legal?", "question you -"),
            ("Does anyone know the code?", "question you -"),
            ("you around?", "question you -"),
        ]);
    }

    #[test]
    fn the_order_of_the_words_makes_a_question() {
        check(&[
            ("Where is the spare key", "question you -"),
            ("When does the train leave", "question you -"),
            ("How do I reset the badge", "question you -"),
            ("Which room are we in", "question you -"),
            ("what time is the call", "question you -"),
            ("who has the key", "question you -"),
            ("any update on this", "question you -"),
            ("Is the office open on Monday.", "question you -"),
            ("Ana, is the board asking for a plan.", "question you -"),
        ]);
        asks_nothing(&[
            "What is new is the lamp.",
            "Where the key is, no one knows.",
            "When the train leaves, the gate shuts.",
            "How nice!",
            "What a day.",
            "Was the total right, Bo would have paid.",
        ]);
    }

    #[test]
    fn an_open_question_leaves_the_answer_open() {
        check(&[
            ("Thoughts?", "open you -"),
            ("Any update?", "open you -"),
            ("Any news on the lease?", "open you -"),
            ("What do you think?", "open you -"),
            ("Lunch on Monday?", "question you -"),
            ("Deadline?", "open you -"),
            ("Address??", "open you -"),
            ("Two tickets for Monday, please.", "open you -"),
            ("Possible for you to come on Monday?", "layered you come"),
        ]);
    }

    #[test]
    fn a_proposal_waits_for_an_answer() {
        check(&[
            ("Why don't you give me a call.", "modal you give"),
            ("How about meeting on Monday?", "we we meet"),
            ("Shall we meet at noon?", "we we meet"),
            ("Why don't we split the file?", "we we split"),
        ]);
    }

    #[test]
    fn social_and_rhetorical_questions_want_none() {
        asks_nothing(&[
            "How are you?",
            "How are you doing?",
            "How's it going?",
            "How was your weekend?",
            "What's up?",
            "Isn't that great?",
            "Who knows?",
            "Who in the world is Bo?",
            "Why not?",
            "You read it, didn't you?",
            "Can you imagine?",
            "Did you have a good weekend?",
            "Guess what?",
            "Really?",
            "Tired of long queues?",
            "Did you know that bees sleep?",
            "It's cold, isn't it?",
            "Who doesn't like cake?",
            "Can I help?",
            "Can I get you anything?",
            "Is there anything else you need?",
            "Need anything else?",
            "Who would have thought?",
            "What could possibly go wrong?",
            "Why wait?",
            "Why use paper at all?",
            "Why should she care?",
            "Do you honestly think so?",
            "Especially if it snows?",
            "Because you like it?",
        ]);
    }
}
