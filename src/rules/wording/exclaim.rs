use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, rule};
use crate::text::Span;

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
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let text = &passage.prose.text;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['!', '?']).map(|next| at + next) {
        let marks = text[start..].len() - text[start..].trim_start_matches(['!', '?']).len();
        at = start + marks;
        let word_before = text[..start].ends_with(|c: char| c.is_alphabetic() || c == ')');
        let stacked = marks >= 2 && !matches!(&text[start..at], "?!" | "!?");
        let ends_word =
            !text[at..].starts_with(|c: char| c.is_alphanumeric() || "$€£#".contains(c));
        if stacked && word_before && ends_word && !is_joy(passage, start) {
            let span = Span::new(start, at);
            let one = if text[start..at].contains('?') {
                "?"
            } else {
                "!"
            };
            found.push(
                EXCLAIM_STACK
                    .finding(span, "One mark says it.")
                    .say(Applies::AsIs, one),
            );
        }
    }
    found
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
