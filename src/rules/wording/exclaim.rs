use crate::facts::{ActKind, AskForm, Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::TokenKind;
use crate::rules::{Context, Kind, listed, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// Exclamation or question marks are stacked.
    ///
    /// ## Why
    /// One mark asks or cheers; three shout, and a reader who feels shouted at answers the tone before the question.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Can you send it today[[??]]
    /// ```
    /// ```mail fixed
    /// Can you send it today?
    /// ```
    /// ```mail fine
    /// Is that so?!
    /// ```
    /// ```mail fine
    /// Use `!important` and `!!name` in the style sheet.
    /// ```
    pub(super) static EXCLAIM_STACK = {
        id: "exclaim-stack",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let stacks: Vec<(Span, &'static str)> = context
        .noticed(message, Kind::Stack)
        .flat_map(|of| {
            let stacks = of.noticed.stacks.iter();
            stacks.map(move |(span, mark)| (span.shifted(of.offset), *mark))
        })
        .collect();
    let Some(((first, _), others)) = stacks.split_first() else {
        return Vec::new();
    };
    let mut finding = EXCLAIM_STACK.finding(*first, "One mark says it.");
    for (other, _) in others {
        finding = finding.relate(*other, "One mark says this too.");
    }
    let edits = stacks
        .iter()
        .map(|(span, mark)| Edit::replace(*span, *mark));
    let title = match stacks.as_slice() {
        [(_, mark)] => format!("Say “{mark}”"),
        _ => "Leave one mark at each".to_owned(),
    };
    match Edits::new(edits.collect()) {
        Some(edits) => vec![finding.fix(Applies::AsIs, title, edits)],
        None => vec![finding],
    }
}

/// The stacked marks of a passage, each with the one that says as much.
pub(in crate::rules) fn stacks(passage: &Passage) -> Vec<(Span, &'static str)> {
    let text = &passage.prose.text;
    // "The room.? It is": where a mail program put "?" for what it could not write, no mark is the writer's.
    let garbled = [".? ", ",? ", ".?\n", " ? "]
        .iter()
        .any(|run| text.contains(run));
    if garbled {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    let is_mark = |byte: &u8| matches!(byte, b'!' | b'?');
    while let Some(next) = text.as_bytes()[at..].iter().position(is_mark) {
        let start = at + next;
        let marks = text[start..].len() - text[start..].trim_start_matches(['!', '?']).len();
        at = start + marks;
        let word_before = text[..start].ends_with(|c: char| c.is_alphabetic() || c == ')');
        let stacked = marks >= 2 && !matches!(&text[start..at], "?!" | "!?");
        let ends_word =
            !text[at..].starts_with(|c: char| c.is_alphanumeric() || "$€£#".contains(c));
        let asks = text[start..at].contains('?');
        let stacked = stacked && is_to_reader(passage, start, asks);
        let said = || listed::in_quotation(passage, start);
        if stacked && word_before && ends_word && !is_joy(passage, start) && !said() {
            let span = Span::new(start, at);
            let one = if asks { "?" } else { "!" };
            found.push((span, one));
        }
    }
    found
}

/// How many words a question has at least.
const SHORTEST: usize = 3;

/// Whether the sentence at this place asks, thanks or begs pardon: who tells a story may shout, and advertisements shout at everyone.
fn is_to_reader(passage: &Passage, place: usize, asks: bool) -> bool {
    let Some(at) = passage.sentences_at(Span::new(place, place + 1)).next() else {
        return false;
    };
    let spoken = passage.acts_in(at).iter().any(|act| match &act.kind {
        ActKind::Ask(ask) => asks || ask.courtesy.is_some() || ask.form != AskForm::Imperative,
        ActKind::Thanks => !asks,
        _ => false,
    });
    let tokens = &passage.words.tokens[passage.words.sentences[at].tokens.clone()];
    // "Link???" is what a mail program made of something else as often as not.
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    if asks && words.take(SHORTEST).count() < SHORTEST {
        return false;
    }
    let begs = || {
        tokens
            .iter()
            .any(|token| token.is_any(&["sorry", "thanks", "thank", "need"]))
    };
    spoken || (!asks && begs())
}

/// Whether the marks at this place cheer: "Happy birthday!!", "Congratulations to you all!!!"
fn is_joy(passage: &Passage, place: usize) -> bool {
    const JOYS: [&str; 14] = [
        "happy",
        "merry",
        "congratulations",
        "congrats",
        "welcome",
        "hooray",
        "hurray",
        "yay",
        "woohoo",
        "wow",
        "cheers",
        "bravo",
        "yes",
        "oh",
    ];
    let sentence = passage.sentence_over(Span::new(place, place + 1));
    sentence.is_some_and(|sentence| {
        let tokens = &passage.words.tokens[sentence.tokens.clone()];
        tokens.iter().take(2).any(|token| token.is_any(&JOYS))
    })
}
