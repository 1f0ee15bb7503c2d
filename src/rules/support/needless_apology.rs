use super::placating;
use crate::facts::Message;
use crate::finding::{Finding, Level};
use crate::rules::listed::Listed;
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// A request says sorry for being made.
    ///
    /// ## Why
    /// Asking a colleague is no offence. An apology for it tells the reader that the request should not have come, and costs them a line
    /// to wave it away. Regret for something that went wrong is another matter, and stays.
    ///
    /// All words of a draft that placate (a way out, an apology for asking, talk of trouble, leave asked) are one finding.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Sorry to bother you]], but could you unlock the door by nine?
    /// ```
    /// ```mail fixed
    /// Could you unlock the door by nine?
    /// ```
    /// ```mail flagged
    /// [[Apologies for the long email]]. The budget is on page two.
    /// ```
    /// ```mail fine
    /// Sorry, I deleted the wrong file; the copy is back since ten.
    /// ```
    /// ```mail fine
    /// I'm sorry for your loss.
    /// ```
    pub(super) static NEEDLESS_APOLOGY = {
        id: "needless-apology",
        level: Some(Level::Hint),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let says = "This apologises for asking, as if asking were wrong.";
    placating::spoken_by(message, context, &NEEDLESS_APOLOGY, says)
        .map(|(finding, _)| finding)
        .into_iter()
        .collect()
}

/// The words of the apology.
pub(super) fn words(listed: &Listed<'_>) -> Option<Span> {
    const BEFORE: &[&str] = &[
        "i", "we", "'m", "am", "'re", "are", "so", "really", "very", "terribly", "again", "my",
        "our", "just",
    ];
    const AFTER: &[&str] = &[
        "you", "u", "all", "again", "everyone", "guys", "both", "about", "with", "on", "this",
        "it", "that",
    ];
    let span = listed.widened(BEFORE, AFTER);
    let (tokens, _) = listed.tokens();
    let ends_loose = tokens.iter().rfind(|token| span.covers(token.span));
    // "Sorry to bother you with the form" has what it is about after "with": the phrase ends before that.
    let loose = ends_loose.is_some_and(|token| token.is_any(&["about", "with", "on"]));
    let again_only = listed.widened(
        BEFORE,
        &["you", "u", "all", "again", "everyone", "guys", "both"],
    );
    Some(if loose { again_only } else { span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_request_stays_when_the_apology_goes() {
        fixes(
            &NEEDLESS_APOLOGY,
            "I hate to ask, but could you drive on Friday?",
            "Could you drive on Friday?",
        );
        fixes(
            &NEEDLESS_APOLOGY,
            "Sorry to bug you again, I know you're busy. Could you drive on Friday?",
            "Could you drive on Friday?",
        );
        fixes(
            &NEEDLESS_APOLOGY,
            "Sorry to bug you about this! Which port is it?",
            "Which port is it?",
        );
    }
}
