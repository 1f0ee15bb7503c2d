//! Whether an ask is one that wants a day.

use crate::document::BlockKind;
use crate::facts::{Act, ActKind, Ask, AskForm, Directness, OwnerKind, Passage};
use crate::language::Token;

/// Whether the writer asks, on record, for work that they themself want done.
///
/// Advice is asked of nobody: "you'll need to escape them", "I suggest you use the other file". In a reply a bare imperative is
/// advice as often as not, so there it counts only with "please", a name, or words that bring the work back to the writer; and in lists it is an instruction.
pub fn wants_work(passage: &Passage, act: &Act, ask: &Ask, replies: bool) -> bool {
    if !ask.work || ask.directness == Directness::Hint || ask.condition.is_some() {
        return false;
    }
    let tokens = passage.words.tokens_in(act.span);
    let opening: Vec<&Token> = tokens
        .iter()
        .filter(|token| ask.opening.covers(token.span))
        .collect();
    let opens_with = |words: &[&str]| opening.iter().any(|token| token.is_any(words));
    let for_writer = || {
        tokens
            .iter()
            .any(|token| token.is_any(&["me", "us", "my", "our"]))
    };
    let verb = ask
        .action
        .as_ref()
        .map_or(act.span.end, |action| action.verb_span.start);
    // What stands before the opening is an excuse or a condition: "if it's not too much trouble, could you".
    let opens = if ask.opening.is_empty() {
        act.span.start
    } else {
        ask.opening.start
    };
    let refused = |token: &Token| {
        (opens..verb).contains(&token.span.start) && token.is_any(&["not", "n't", "never", "no"])
    };
    if tokens.iter().any(refused) {
        return false;
    }
    match ask.form {
        AskForm::Modal | AskForm::Passive => true,
        AskForm::Wish => opens_with(&["you"]) || ask.owner.kind == OwnerKind::Someone,
        AskForm::Wondering | AskForm::Layered => opens_with(&["you"]),
        AskForm::Performative => {
            opens_with(&["you"]) && !opens_with(&["suggest", "recommend", "advise", "propose"])
        }
        AskForm::Imperative => {
            ask.courtesy.is_some()
                || ask.owner.span.is_some()
                || for_writer()
                || (!replies && is_curt(passage))
        }
        AskForm::Need => {
            let writer = tokens
                .first()
                .is_some_and(|token| token.is_any(&["i", "we"]));
            let advice = opens_with(&["might", "may", "better", "'ll", "will", "'d", "would"]);
            writer || ask.courtesy.is_some() || (!advice && (for_writer() || !replies))
        }
        AskForm::Question
        | AskForm::LetMeKnow
        | AskForm::We
        | AskForm::Someone
        | AskForm::Open
        | AskForm::Hint => false,
    }
}

/// Whether a bare imperative in this passage is an order: instructions come in lists, or many to a paragraph.
fn is_curt(passage: &Passage) -> bool {
    let bare = passage.acts.iter().filter(|act| match &act.kind {
        ActKind::Ask(ask) => ask.form == AskForm::Imperative && ask.courtesy.is_none(),
        _ => false,
    });
    passage.block.kind == BlockKind::Paragraph && bare.take(3).count() < 3
}

/// Whether the words that open an ask speak to whoever is to do it: without them the verb after them may be anyone's.
pub fn addresses(passage: &Passage, ask: &Ask) -> bool {
    const READERS: [&str; 8] = [
        "you", "someone", "anyone", "somebody", "anybody", "everyone", "ya", "u",
    ];
    let mut tokens = passage.words.tokens_in(ask.opening).iter();
    tokens.any(|token| token.is_any(&READERS))
}
