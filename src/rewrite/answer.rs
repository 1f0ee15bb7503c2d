//! What is asked for and is no work that wants a day: it is done by answering, or is told to whom it may concern.

use super::wanted::{has_any, head};
use crate::facts::{Act, Ask, Passage};
use crate::language::among;

/// Whether what is asked for is done by answering: "could you explain how it works", "can anyone point me to the form".
pub fn wants_answer(ask: &Ask) -> bool {
    const ANSWERS: &str = "advise|clarify|comment|confirm|describe|elaborate|explain|guess|help|identify|indicate|know|point|recommend|respond|show|suggest";
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
    // "Send me the name of the book."
    let named = object
        .iter()
        .take(2)
        .any(|token| token.is_any(&["name", "number", "address"]));
    among(
        head(action),
        "send|give|email|e-mail|mail|tell|provide|need|forward",
    ) && (named || has_any(near, &PARTICULARS) || has_any(object, &GUESSES))
}

/// Whether the sentence only asks the reader to know it: "please note that the fees need to be fixed".
pub fn only_tells(passage: &Passage, act: &Act) -> bool {
    /// How many words in the sentence says so.
    const LEAD: usize = 3;
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return false;
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let lead = &tokens[..tokens.len().min(LEAD)];
    let told = ["note", "aware", "advised", "remember", "fyi", "understand"];
    lead.iter().any(|token| token.is_any(&told))
        && tokens
            .get(LEAD - 1)
            .is_some_and(|token| token.is_any(&["that", ","]))
        || lead.first().is_some_and(|token| token.is("fyi"))
}

/// Whether it is to go on to whoever it may concern, or is a turn of speech: "forward this to anyone who needs it", "you might like
/// to", "permit me to add".
pub(super) fn is_for_all(passage: &Passage, ask: &Ask) -> bool {
    let Some(action) = &ask.action else {
        return false;
    };
    let words = passage.words.tokens_in(action.span);
    let passes = among(head(action), "forward|send|pass|share|circulate");
    let anyone = has_any(
        words,
        &["anyone", "anybody", "everyone", "everybody", "whoever"],
    );
    let asks_leave =
        among(head(action), "permit|allow") && words.get(1).is_some_and(|token| token.is("me"));
    passes && anyone || asks_leave || head(action) == "like"
}
