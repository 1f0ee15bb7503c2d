//! What is still being written: an act that stops at its verb, or before the day it has begun to name.

use super::{Act, Action, Passage};
use crate::language::{Token, TokenKind};

/// How many words of a day may stand behind the "by" that leads to it: "by the end o".
const DAY: usize = 3;

impl Passage {
    /// Whether an act is not written yet: its sentence closes the passage without a mark and stops at the verb ("Could you revi"),
    /// or within the words of its day ("send the plan by Fri"). Nobody leaves a sentence so, and what would be missing may come next.
    pub fn is_unfinished(&self, act: &Act, action: Option<&Action>) -> bool {
        let Some(sentence) = self.words.sentences.get(act.sentence) else {
            return false;
        };
        let tokens = &self.words.tokens[sentence.tokens.clone()];
        let closes = act.sentence + 1 == self.words.sentences.len();
        let Some(last) = tokens.last().filter(|last| closes && is_word(last)) else {
            return false;
        };
        let at_verb = action.is_some_and(|action| action.verb_span.end == last.span.end);
        let mut ending = tokens[tokens.len().saturating_sub(DAY + 1)..].iter();
        let led = ending.rfind(|token| token.is_any(&["by", "before", "until", "till"]));
        let told = self.times.last().map_or(0, |time| time.whole.end);
        at_verb || led.is_some_and(|led| told <= led.span.start)
    }
}

fn is_word(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}
