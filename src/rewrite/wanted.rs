//! Whether an ask is one that wants a day.

use crate::document::BlockKind;
use crate::facts::{Act, Action, Ask, AskForm, Directness, OwnerKind, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, Upos, among};
use crate::text::Span;

pub use super::answer::{asks_who, only_tells, wants_answer, wants_particulars};
use super::answer::{is_for_all, wants_word};
pub use super::depends::depends;
pub use super::lasting::lasts;
use super::readers_own::is_readers_own;
pub use super::timed::{
    day_beside, holds_from_now_on, is_before_an_event, is_dated, is_needed_then, is_of_a_thing,
    is_scheduled, is_timed,
};

/// Whether the writer asks, on record, for work that they themself want done.
///
/// Advice is asked of nobody: "you'll need to escape them", "I suggest you use the other file". Nor is what the reader does for
/// themself ("please log in to your account"), what holds from now on ("please copy me in future") or what waits for something else
/// ("to cancel, please write to us"). In a reply a bare imperative is advice as often as not, so there it counts only with "please",
/// a name, or words that bring the work back to the writer; and in lists it is an instruction.
pub fn wants_work(passage: &Passage, act: &Act, ask: &Ask, replies: bool) -> bool {
    ask.work
        && ask.directness != Directness::Hint
        && !wants_answer(ask)
        && !wants_particulars(passage, ask)
        && !wants_word(passage, act, ask)
        && !is_for_all(passage, ask)
        && !only_tells(passage, act)
        && is_on_record(passage, act, ask, replies)
        && !is_readers_own(passage, ask)
        && !depends(passage, act, ask)
        && !holds_from_now_on(passage, act)
        && !asks_who(passage, act)
}

/// The verb without its particle.
pub(super) fn head(action: &Action) -> &str {
    action.verb.split(' ').next().unwrap_or_default()
}

/// What people do on some day of theirs, about which they are asked for their plans.
const PLANS: &str = "arrive|attend|be|bring|come|drive|eat|fly|get|go|join|leave|live|need|play|return|ride|run|stay|stop|take|travel|walk|work";

/// Whether the form asks the reader to do it, and neither advises nor allows it.
fn is_on_record(passage: &Passage, act: &Act, ask: &Ask, replies: bool) -> bool {
    let tokens = passage.words.tokens_in(act.span);
    let opening: Vec<&Token> = tokens
        .iter()
        .filter(|token| ask.opening.covers(token.span))
        .collect();
    let opens_with = |words: &[&str]| opening.iter().any(|token| token.is_any(words));
    let for_writer = || has_any(tokens, &["me", "us", "my", "our"]);
    let verb = ask
        .action
        .as_ref()
        .map_or(act.span.end, |action| action.verb_span.start);
    // What stands before the opening is an excuse or a condition: "if it's not too much trouble, could you".
    let opens = if ask.opening.is_empty() {
        // An ask that shares the opening of another begins at its "and".
        let mut before = tokens.iter().filter(|token| token.span.start < verb);
        let joint = before.rfind(|token| token.is_any(&[",", "and", "or"]));
        joint.map_or(act.span.start, |joint| joint.span.end)
    } else {
        ask.opening.start
    };
    let before_verb = |words: &[&str]| {
        let mut before = tokens
            .iter()
            .filter(|token| (opens..verb).contains(&token.span.start));
        before.any(|token| token.is_any(words))
    };
    let allows = before_verb(&["go"]) && before_verb(&["ahead"]);
    let hopes = tokens.first().is_some_and(|token| token.is("hope"));
    if before_verb(&["not", "n't", "never", "no", "try"]) || allows || hopes {
        return false;
    }
    match ask.form {
        // "Which one would you take?" asks a question, and so does "will you drive?".
        AskForm::Modal => {
            let plans = opens_with(&["will"])
                && ask.courtesy.is_none()
                && ask
                    .action
                    .as_ref()
                    .is_some_and(|action| among(head(action), PLANS));
            !plans
                && !gives_choice(passage, act)
                && !sentence(passage, act).first().is_some_and(|token| {
                    token.is_any(&["which", "what", "who", "where", "when", "how", "why"])
                })
        }
        // In a reply "it needs to be changed" is a view of the matter.
        AskForm::Passive => {
            !replies
                && !is_of_the_world(passage, act, ask)
                && !gives_choice(passage, act)
                && !is_view(passage, ask)
        }
        AskForm::Wish => opens_with(&["you"]) || ask.owner.kind == OwnerKind::Someone,
        // "We thought you might find it interesting" offers it.
        AskForm::Wondering | AskForm::Layered => {
            let pleases = |action: &Action| pleases(passage, action);
            opens_with(&["you"]) && !ask.action.as_ref().is_some_and(pleases)
        }
        AskForm::Performative => {
            opens_with(&["you"])
                && !opens_with(&[
                    "suggest",
                    "recommend",
                    "encourage",
                    "advise",
                    "propose",
                    "leave",
                    "invite",
                    "urge",
                ])
        }
        AskForm::Imperative => {
            // "Now take my son" supposes.
            let mine = || {
                let supposes = |action: &Action| {
                    among(
                        head(action),
                        "believe|excuse|forgive|pardon|spare|take|trust",
                    )
                };
                has_any(tokens, &["me", "my"]) && !ask.action.as_ref().is_some_and(supposes)
            };
            ask.courtesy.is_some()
                || ask.owner.span.is_some()
                || (mine() && ask.opening.is_empty() && !asks_at(passage, act))
                || (!replies && !before_verb(&["just"]) && is_order(passage, act, ask))
        }
        AskForm::Need => {
            let mut subjects = tokens.iter().filter(|token| token.span.start < verb);
            let writer = subjects.rfind(|token| token.is_any(&["i", "we", "you"]));
            // "You should fetch it and build a new one first": advice goes on after its "and".
            let goes_on = ask.opening.is_empty() && ask.courtesy.is_none();
            // "We need you all!" calls.
            let calls = ask.action.as_ref().is_some_and(|action| {
                let words = passage.words.tokens_in(action.span);
                matches!(words, [need, you, rest @ ..] if need.is("need") && you.is("you") && !rest.iter().any(|token| token.is("to")))
            });
            if calls
                || needs_time(passage, act, ask)
                || needs_way(passage, ask)
                || is_reason(passage, act, ask)
                || goes_on
            {
                return false;
            }
            if let Some(writer) = writer.filter(|token| !token.is("you")) {
                // "We need more time" tells how things are, "I need to think" what the writer will do.
                let of_reader = || has_any(tokens, &["you", "your"]);
                // "I would need another saw" tells what would help.
                let would = opens_with(&["would", "'d"]) && !of_reader();
                (writer.is("i") || of_reader())
                    && !would
                    && !is_behaviour(passage, ask)
                    && (!opens_with(&["to"]) || is_done_to(ask))
                    && !asks_at(passage, act)
            } else {
                let advice = opens_with(&["might", "may", "better", "'ll", "will", "'d", "would"]);
                // "Congress needs to act" tells of another: only a name between commas is spoken to.
                ask.courtesy.is_some() || (!advice && for_writer())
            }
        }
        AskForm::Question
        | AskForm::LetMeKnow
        | AskForm::We
        | AskForm::Someone
        | AskForm::Open
        | AskForm::Hint => false,
    }
}

/// Whether the sentence asks which of two it is: "would you log in, or would you rather call?"
pub fn gives_choice(passage: &Passage, act: &Act) -> bool {
    sentence(passage, act).windows(3).any(|run| {
        run[0].is("or")
            && run[1].is_any(&["would", "do", "will", "are", "did", "have"])
            && run[2].is("you")
    })
}

/// Whether it is something that the reader may like: "you might enjoy it", "you might find it fun"; "find the file" is work.
pub fn pleases(passage: &Passage, action: &Action) -> bool {
    let it = |object: Span| {
        let first = passage.words.tokens_in(object).first();
        first.is_some_and(|first| first.tag.upos == Upos::Pron)
    };
    match head(action) {
        "like" | "enjoy" | "love" | "want" => true,
        "find" => action.object.is_some_and(it),
        _ => false,
    }
}

/// Whether the writer only thinks or feels that it should be done: "I think it needs to be mended".
pub fn is_view(passage: &Passage, ask: &Ask) -> bool {
    const VIEWS: &str = "think|believe|guess|feel|feels|looks|seems|appears|assume";
    let opening = passage.words.tokens_in(ask.opening);
    opening.iter().any(|token| among(&token.norm, VIEWS))
}

/// Whether what should be done is told of any of its kind: "some old laws need to be changed" is an opinion.
pub fn is_of_the_world(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    // "When we split the list, the index needs to be rebuilt": it goes for every time; and "clearly" argues.
    let tokens = sentence(passage, act);
    let before = tokens
        .iter()
        .take_while(|token| token.span.start < ask.opening.start.max(act.span.start));
    let argues = |token: &Token| {
        token.is_any(&[
            "when",
            "whenever",
            "clearly",
            "obviously",
            "arguably",
            "generally",
            "usually",
            "normally",
        ])
    };
    if before.clone().any(argues) || QUALIFIES.find(tokens).is_some() {
        return true;
    }
    let object = ask.action.as_ref().and_then(|action| action.object);
    let object = object.and_then(|object| passage.words.tokens_in(object).first());
    object.is_some_and(|first| first.is_any(&["some", "many", "most", "such", "few", "more"]))
}

/// What leaves it to whoever wants what it is for: "to qualify for this price, the form must be sent in".
static QUALIFIES: Patterns = Patterns::new(&[
    "in order to",
    "to qualify|register|apply|participate|attend|enrol|enroll",
]);

/// Whether it is time that is needed, or a rest: "I need the afternoon to clean up".
fn needs_time(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    const SPANS: &str = "minute|minutes|hour|hours|day|days|week|weeks|month|months|weekend|weekends|morning|mornings|afternoon|\
        afternoons|evening|evenings|time|break|rest|holiday|sleep";
    let object = ask.action.as_ref().and_then(|action| action.object);
    let object = object
        .map(|object| passage.words.tokens_in(object))
        .unwrap_or_default();
    // "A rest from the noise" is one thing to the reader of phrases.
    let span = object
        .iter()
        .rev()
        .find(|token| among(&token.norm, SPANS))
        .map(|token| token.span.end);
    let next = span.map(|end| {
        passage
            .words
            .tokens_in(Span::new(end.min(act.span.end), act.span.end))
    });
    let longer = ask.action.as_ref().is_some_and(|action| {
        let words = passage.words.tokens_in(action.span).iter();
        words.skip(1).take(4).any(|token| token.is("longer"))
    });
    longer
        || next.is_some_and(|next| {
            next.first()
                .is_none_or(|next| next.is_any(&["to", "from", "off"]))
        })
}

/// Whether the object stands before the verb, of which it is said what is to be done to it: "I need the report to be finished".
fn is_done_to(ask: &Ask) -> bool {
    ask.action.as_ref().is_some_and(|action| {
        action
            .object
            .is_some_and(|object| object.end <= action.verb_span.start)
    })
}

/// Whether it is told why something asked for beside it is wanted: "Could you run it again? I need it for the audit."
fn is_reason(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    let pointed = points(passage, ask);
    let beside = |other: &Act| other.sentence.abs_diff(act.sentence) <= 2;
    let asks = |fact: &Ask| !matches!(fact.form, AskForm::Need | AskForm::We | AskForm::Hint);
    // "We still need your passport. Could you send it over?"
    let asked_next = || {
        passage.asks().any(|(other, fact)| {
            other.sentence == act.sentence + 1 && fact.work && asks(fact) && points(passage, fact)
        })
    };
    pointed
        && passage
            .asks()
            .any(|(other, fact)| beside(other) && asks(fact))
        || asked_next()
}

/// Whether what it is about was named before: "send it over".
pub(super) fn points(passage: &Passage, ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let tokens = &passage.words.tokens;
    let behind = tokens.partition_point(|token| token.span.start < action.verb_span.end);
    let object = action.object.map_or(tokens.get(behind), |object| {
        passage.words.tokens_in(object).first()
    });
    object.is_some_and(|first| first.is_any(&["it", "them", "this", "that", "those"]))
}

/// Whether it is a way out that is needed, and nobody is asked for one: "I need a safe way to keep the keys".
fn needs_way(passage: &Passage, ask: &Ask) -> bool {
    const NEAR: usize = 5;
    let object = ask.action.as_ref().and_then(|action| action.object);
    let object = object
        .map(|object| passage.words.tokens_in(object))
        .unwrap_or_default();
    let one = object
        .first()
        .is_some_and(|first| first.is_any(&["a", "an", "some"]));
    let mut near = object.iter().take(NEAR);
    one && near
        .any(|token| token.is_any(&["way", "ways", "method", "solution", "workaround", "means"]))
}

/// Whether what the writer needs is how a thing behaves: "I need the list to come in this order".
fn is_behaviour(passage: &Passage, ask: &Ask) -> bool {
    const BEHAVES: &str = "come|comes|work|appear|match|look|contain|return|behave|remain|stay|support|run|fit|show|be";
    let Some(object) = ask.action.as_ref().and_then(|action| action.object) else {
        return false;
    };
    let tokens = &passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < object.end);
    let [to, verb, rest @ ..] = &tokens[next..] else {
        return false;
    };
    // "I need the form to be signed" is to be done.
    let done = verb.is("be")
        && rest
            .first()
            .is_some_and(|token| token.tag.penn == Penn::Vbn);
    to.is("to") && among(&verb.norm, BEHAVES) && !done
}

pub(super) fn has_any(tokens: &[Token], words: &[&str]) -> bool {
    tokens.iter().any(|token| token.is_any(words))
}

/// Whether the act's sentence is a question.
fn asks_at(passage: &Passage, act: &Act) -> bool {
    sentence(passage, act)
        .last()
        .is_some_and(|token| token.is("?"))
}

/// The tokens of the act's sentence; none of one so long that nobody wrote it, for it would be looked through for each of its acts.
pub(super) fn sentence<'a>(passage: &'a Passage, act: &Act) -> &'a [Token] {
    const LONGEST: usize = 300;
    let sentence = passage.words.sentences.get(act.sentence);
    sentence
        .filter(|sentence| sentence.tokens.len() <= LONGEST)
        .and_then(|sentence| passage.words.tokens.get(sentence.tokens.clone()))
        .unwrap_or_default()
}

/// Whether a bare imperative is an order to a colleague: a verb of work for others, in a paragraph that is no instruction.
fn is_order(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    const FOR_OTHERS: &str = "arrange|assemble|book|cancel|clean|collect|compile|complete|correct|deliver|draft|draw|e-mail|email|escalate|\
        fax|fill|finish|fix|forward|invite|issue|mail|mend|organise|organize|pay|post|prepare|print|proofread|reschedule|resend|\
        return|review|revise|rework|rewrite|schedule|send|set|ship|sign|sort|submit|summarise|summarize|translate|type|update|write";
    let works = ask.action.as_ref().is_some_and(|action| {
        let object = action
            .object
            .map(|object| passage.words.tokens_in(object))
            .unwrap_or_default();
        // "Write new rules" is said to nobody, "write the rules" to a colleague.
        let definite = object.first().is_some_and(|first| {
            matches!(
                first.tag.upos,
                Upos::Det | Upos::Pron | Upos::Propn | Upos::Num
            )
        });
        let word = object.last().is_some_and(|last| {
            last.is_any(&[
                "email", "e-mail", "mail", "note", "line", "message", "reply",
            ])
        });
        let opens = sentence(passage, act)
            .first()
            .is_some_and(|first| first.span.start == act.span.start);
        among(head(action), FOR_OTHERS) && definite && opens && !word && !asks_at(passage, act)
    });
    let bare = passage
        .asks()
        .filter(|(_, ask)| ask.form == AskForm::Imperative && ask.courtesy.is_none());
    // "The court in Bos v. Lind (1985), set out four tests": a comma begins no sentence.
    let first = sentence(passage, act).first();
    let mut before = first.map_or("", |first| &passage.text[..first.span.start]);
    before = before.trim_end();
    works
        && !before.ends_with(',')
        && passage.block.kind == BlockKind::Paragraph
        && bare.take(3).count() < 3
}

/// Whether the words that open an ask speak to whoever is to do it: without them the verb after them may be anyone's.
pub fn addresses(passage: &Passage, ask: &Ask) -> bool {
    const READERS: [&str; 8] = [
        "you", "someone", "anyone", "somebody", "anybody", "everyone", "ya", "u",
    ];
    let mut tokens = passage.words.tokens_in(ask.opening).iter();
    tokens.any(|token| token.is_any(&READERS))
}
