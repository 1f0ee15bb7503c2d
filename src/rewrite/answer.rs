//! What is asked for and is no work that wants a day: it is done by answering, or is told to whom it may concern.

use super::wanted::{has_any, head, sentence};
use crate::facts::{Act, Ask, Passage};
use crate::language::pattern::Patterns;
use crate::language::{Upos, among};
use crate::text::Span;

/// How far behind its verb an ask is looked at.
const FAR: usize = 60;

/// Whether what is asked for is done by answering: "could you explain how it works", "can anyone point me to the form".
pub fn wants_answer(ask: &Ask) -> bool {
    const ANSWERS: &str = "advise|clarify|comment|confirm|describe|elaborate|explain|guess|help|identify|indicate|know|point|recommend|respond|show|suggest";
    ask.action
        .as_ref()
        .is_none_or(|action| among(head(action), ANSWERS) || action.verb == "refresh")
}

/// Whether a line of answer gives it: "send me your number", "give me some idea of the cost".
pub fn wants_particulars(passage: &Passage, ask: &Ask) -> bool {
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
    /// What "some" of is given in a line: "some insight into the error".
    const COUNSEL: &str = "advice|clarification|explanation|guidance|hints|insight|insights|interpretation|light|pointer|pointers|\
        recommendation|recommendations|suggestion|suggestions|tip|tips";
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
        .any(|token| token.is_any(&["name", "number", "address"]))
        || !object.first().is_some_and(|first| first.is("my"))
            && object
                .last()
                .is_some_and(|last| last.is_any(&["number", "#", "id", "address", "extension"]));
    // The first noun of it: "some insight into the error".
    let some = words
        .iter()
        .position(|token| token.is_any(&["some", "any"]));
    let counsel = some.is_some_and(|some| {
        let more = words[some..].iter().skip(1).take(NEAR);
        let mut more = more.take_while(|token| token.tag.upos != Upos::Adp);
        more.any(|token| among(&token.norm, COUNSEL))
    });
    let tells = among(
        head(action),
        "send|give|email|e-mail|mail|tell|provide|need|forward",
    ) && (named || has_any(near, &PARTICULARS) || has_any(object, &GUESSES));
    // "Could you walk us through the plan?"
    let through = matches!(words, [verb, whom, through, ..]
        if verb.is_any(&["walk", "run", "take"]) && whom.is_any(&["me", "us"]) && through.is("through"));
    through || tells || counsel && among(head(action), "give|need|offer|provide|share|shed|throw")
}

/// Whether a word to the writer does it, or what helps the writer to help: "call me and let me know", "send a note on whether it fits",
/// "post the log", "give us more details"; or what goes along with it, "copy Bo in your answer"; or off a list, "take me off your list".
pub(super) fn wants_word(passage: &Passage, act: &Act, ask: &Ask) -> bool {
    const CONTACTS: &str = "call|contact|drop|e-mail|email|give|mail|message|phone|ping|reply|respond|ring|send|shoot|text|write";
    const SHOWS: &str = "attach|give|include|paste|post|provide|send|share|show|supply";
    static KNOW: Patterns = Patterns::new(&[
        "and|to|, let me|us know",
        "and|to|, tell me|us",
        "email|e-mail|note|line|message|reply|response|answer about? whether",
    ]);
    static MORE: Patterns = Patterns::new(&[
        "more|further|additional|complete *? information|info|details|detail|context|background|picture",
        "stacktrace|snippet|traceback",
        "stack trace",
        "your code|config|configuration|schema|query",
    ]);
    static THIS: Patterns = Patterns::new(&["this|that|these|following :|http"]);
    // "Can you switch it off and see if that helps?" is tried while the answer is written.
    static SEE: Patterns = Patterns::new(&[
        "and see if|whether it|that|this|things",
        "and try again",
        "and paste|post",
    ]);
    static RECEIPT: Patterns =
        Patterns::new(&["you have|'ve? received|got|get|receive", "receipt"]);
    static IN_ANSWER: Patterns =
        Patterns::new(&["in|on|with your|the|any response|reply|answer|replies|responses"]);
    static OFF_LIST: Patterns =
        Patterns::new(&["me|us|him|her|my * *? *? *? *? list|lists|mailings"]);
    let Some(action) = &ask.action else {
        return false;
    };
    let words = passage.words.tokens_in(action.span);
    let sentence = passage.words.sentences.get(act.sentence);
    let end = sentence.map_or(action.span.end, |sentence| sentence.span.end);
    let rest = passage
        .words
        .tokens_in(Span::new(action.span.start, end.max(action.span.end)));
    let rest = &rest[..rest.len().min(FAR)];
    let verb = head(action);
    among(verb, CONTACTS) && KNOW.find(rest).is_some()
        || among(verb, SHOWS) && MORE.find(words).is_some()
        || among(verb, "check|see|read|try") && THIS.at(rest, 1).is_some()
        || SEE.find(rest).is_some()
        || among(verb, "acknowledge|check|confirm|verify") && RECEIPT.find(rest).is_some()
        || among(verb, "copy|include|add|cc|mention") && IN_ANSWER.find(words).is_some()
        || among(verb, "remove|delete|take|drop") && OFF_LIST.find(words).is_some()
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
    // "Please pass our thanks to the crew" is said to be kind.
    let greets = among(head(action), "convey|extend|give|pass|send")
        && has_any(
            words,
            &[
                "regards",
                "thanks",
                "appreciation",
                "wishes",
                "condolences",
                "congratulations",
                "greetings",
                "sympathies",
                "love",
            ],
        );
    let asks_leave =
        among(head(action), "permit|allow") && words.get(1).is_some_and(|token| token.is("me"));
    passes && anyone || greets || asks_leave || head(action) == "like"
}

/// Whether it is asked which of two people will do it: "will you take this or Bo?".
pub fn asks_who(passage: &Passage, act: &Act) -> bool {
    let tokens = sentence(passage, act);
    let mut runs = tokens.windows(4);
    runs.any(|run| {
        let thing = run[0].is_any(&["this", "that", "it", "these", "those", "them", "one"]);
        let other = run[2].tag.upos == Upos::Propn || run[2].is_any(&["i", "me", "someone"]);
        thing && run[1].is("or") && other && run[3].is("?")
    })
}
