use super::placating;
use crate::facts::Message;
use crate::finding::{Finding, Level};
use crate::rules::listed::Listed;
use crate::rules::{Context, offer, rule};
use crate::text::Span;

rule! {
    /// Leave is asked for what is being said or asked anyway.
    ///
    /// ## Why
    /// "If that's okay with you" leaves both sides waiting: nobody knows whether silence is a yes. A statement with a day by which to
    /// object is just as polite, and it settles itself.
    ///
    /// All words of a draft that placate (a way out, an apology for asking, talk of trouble, leave asked) are one finding.
    ///
    /// ## Examples
    /// ```mail flagged
    /// I'm taking Friday off, [[if that's okay with you]].
    /// ```
    /// ```mail fixed
    /// I'm taking Friday off.
    /// ```
    /// ```mail flagged
    /// [[Is it OK if I ask]] who has the key?
    /// ```
    /// ```mail fine
    /// Is it OK to merge?
    /// ```
    /// ```mail fine
    /// Let me know if that's okay.
    /// ```
    pub(super) static PERMISSION_TAIL = {
        id: "permission-tail",
        level: Some(Level::Hint),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let says = "This asks leave for what is said anyway, and leaves open whether silence is a yes.";
    let Some((finding, words)) = placating::spoken_by(message, context, &PERMISSION_TAIL, says)
    else {
        return Vec::new();
    };
    let day = offer::usual_day(context);
    let sentence = format!("Tell me by {day} if that is a problem.");
    vec![words.followed_by(finding, &sentence)]
}

/// The words that ask leave, if the phrase has that sense here.
pub(super) fn words(listed: &Listed<'_>) -> Option<Span> {
    // "Let me know if that's okay" asks in earnest.
    let asked_in_earnest = listed.before().iter().any(|token| {
        token.is_any(&[
            "know",
            "see",
            "ask",
            "asking",
            "tell",
            "say",
            "confirm",
            "wonder",
            "wondering",
            "check",
            "decide",
            "even",
            "only",
            "whether",
            "sure",
        ])
    });
    let phrase = listed.phrase.span.of(&listed.passage.text).to_lowercase();
    let lead =
        phrase.starts_with("is it") || phrase.starts_with("would it") || phrase.contains("just");
    // "If you don't mind waiting" is a condition with content.
    let goes_on = !lead && !listed.ends_clause();
    // "If that's ok, how do you spell your name?" goes on from what was said before.
    let resumes = listed.before().is_empty() && listed.asks() && phrase.starts_with("if that");
    // "If you don't mind, I would like to stay longer" asks leave in earnest.
    let wants = listed.before().is_empty()
        && matches!(listed.after(), [comma, who, would, ..]
            if comma.is(",") && who.is_any(&["i", "we"]) && would.is_any(&["would", "'d", "want"]));
    (!asked_in_earnest && !goes_on && !resumes && !wants).then_some(listed.phrase.span)
}
