use super::placating;
use crate::facts::Message;
use crate::finding::{Finding, Level};
use crate::rules::listed::Listed;
use crate::rules::{Context, offer, rule};
use crate::text::Span;

rule! {
    /// A request offers its own refusal.
    ///
    /// ## Why
    /// "No worries if not" answers the request before the reader has. It is meant as kindness, and read as "this does not matter"; what
    /// does not matter is not done. A way to say no that keeps the work moving is kinder: who else could do it, or by which day.
    ///
    /// All words of a draft that placate (a way out, an apology for asking, talk of trouble, leave asked) are one finding.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Could you proofread the leaflet by Thursday? [[No worries if not]]!
    /// ```
    /// ```mail fixed
    /// Could you proofread the leaflet by Thursday?
    /// ```
    /// ```mail flagged
    /// Please send me the photos by Monday, but [[only if you have time]].
    /// ```
    /// ```mail fine
    /// No worries, I found the key this morning.
    /// ```
    /// ```mail fine
    /// If you can't make Thursday, tell me by noon who else can.
    /// ```
    pub(super) static OPT_OUT = {
        id: "opt-out",
        level: Some(Level::Info),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let says = "This lets the reader off before they have answered.";
    let Some((finding, words)) = placating::spoken_by(message, context, &OPT_OUT, says) else {
        return Vec::new();
    };
    let day = offer::usual_day(context);
    let sentence = format!("If you can't, please tell me by {day} who can.");
    vec![words.said(finding, &sentence)]
}

/// The words that let the reader off, if the phrase has that sense here.
pub(super) fn words(listed: &Listed<'_>) -> Option<Span> {
    let softened = |before: &str| {
        matches!(
            before,
            "please" | "totally" | "only" | "just" | "absolutely"
        )
    };
    let opens = listed.opens_clause() || softened(listed.previous());
    // "No pressure at all in the second pipe" is about pipes.
    let physical = listed.next() == "in" || listed.next() == "on";
    (opens && !physical).then_some(listed.phrase.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn all_placating_words_go_at_once() {
        fixes(
            &OPT_OUT,
            "Hi Bo,\n\nSorry to bother you, but could you sign the form by Friday? No worries if not!\n\nKim",
            "Hi Bo,\n\nCould you sign the form by Friday?\n\nKim",
        );
        fixes(
            &OPT_OUT,
            "Please sign it by Friday, no pressure!",
            "Please sign it by Friday!",
        );
    }
}
