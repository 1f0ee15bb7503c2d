//! What is asked for and done by answering: no work that wants a day.

use super::wanted::{has_any, head};
use crate::facts::{Ask, Passage};
use crate::language::among;

/// Whether what is asked for is done by answering: "could you explain how it works", "can anyone point me to the form".
pub fn wants_answer(ask: &Ask) -> bool {
    const ANSWERS: &str = "advise|clarify|comment|confirm|describe|elaborate|explain|guess|help|know|point|recommend|respond|show|suggest";
    ask.action
        .as_ref()
        .is_none_or(|action| among(head(action), ANSWERS) || action.verb == "refresh")
}

/// Whether a line of answer gives it: "send me your number", "give me some idea of the cost".
pub(super) fn wants_particulars(passage: &Passage, ask: &Ask) -> bool {
    const PARTICULARS: [&str; 13] = [
        "number",
        "numbers",
        "address",
        "addresses",
        "phone",
        "e-mail",
        "email",
        "name",
        "names",
        "id",
        "extension",
        "birthday",
        "availability",
    ];
    const GUESSES: [&str; 6] = ["idea", "estimate", "sense", "indication", "clue", "hint"];
    /// How far behind "your" the word stands: "your new e-mail address".
    const NEAR: usize = 5;
    let Some(action) = &ask.action else {
        return false;
    };
    let words = passage.words.tokens_in(action.span);
    let yours = words.iter().position(|token| token.is("your"));
    let near = yours.map_or(&words[..0], |at| &words[at..words.len().min(at + NEAR)]);
    let object = action
        .object
        .map(|object| passage.words.tokens_in(object))
        .unwrap_or_default();
    among(
        head(action),
        "send|give|email|e-mail|mail|tell|provide|need|forward",
    ) && (has_any(near, &PARTICULARS) || has_any(object, &GUESSES))
}
