use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// An earlier message is pointed at, in place of being said again.
    ///
    /// ## Why
    /// "As per my last email" sends the reader to search, and tells them they should not need to. What was said, said again with its date,
    /// costs one line and holds no sting.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[As per my last email]], the form is due on Friday.
    /// ```
    /// ```mail fixed
    /// The form is due on Friday.
    /// ```
    /// ```mail flagged
    /// [[Just a friendly reminder that]] the hall closes at ten.
    /// ```
    /// ```mail fine
    /// As per section 4.2 of the lease, the rent is fixed.
    /// ```
    /// ```mail fine
    /// As agreed on Monday, the fair opens at noon.
    /// ```
    pub(super) static BARB = {
        id: "barb",
        level: Some(Level::Hint),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let stings =
        listed::all(passage, BARB.id).filter_map(|listed| Some((points_back(&listed)?, listed)));
    stings
        .map(|(span, listed)| {
            let says = "This points at an earlier message in place of saying it again.";
            let finding = BARB.finding(span, says);
            if !can_go(&listed, span) {
                return finding;
            }
            let title = format!("Take out “{}”", span.of(&passage.text));
            finding.fix(Applies::IfMeant, title, rewrite::leave_out(passage, span))
        })
        .collect()
}

/// The words that point back, if that is what the phrase does here.
fn points_back(listed: &Listed<'_>) -> Option<Span> {
    let opens = listed.opens_clause() || matches!(listed.previous(), "just" | "sorry");
    // "In case you missed it, the fair is on Sunday" is news; "As I said before the break" has a time.
    let dated = matches!(listed.next(), "on" | "in" | "at" | "the" | "before" | "to")
        && listed.phrase.say.is_some();
    let reminder = listed
        .phrase
        .span
        .of(&listed.passage.text)
        .to_lowercase()
        .contains("reminder");
    // "Gentle reminder on the below" is a nudge, and spoken of as one.
    let own = listed.phrase.span;
    let rest = |end| {
        listed
            .after()
            .iter()
            .filter(move |token| token.span.start >= end)
    };
    let nudge = listed
        .passage
        .phrases_at(own)
        .any(|other| other.family == "nudge" && rest(other.span.end).all(listed::is_filler));
    (opens && !nudge && (!dated || reminder)).then(|| listed.widened(&["just"], &[]))
}

/// Whether the rest of the sentence stands without the words.
fn can_go(listed: &Listed<'_>, span: Span) -> bool {
    let (tokens, _) = listed.tokens();
    let last = tokens.iter().rfind(|token| span.covers(token.span));
    let links = last.is_some_and(|token| token.is("that"));
    let next = tokens.iter().find(|token| token.span.start >= span.end);
    let opens = tokens.first().is_some_and(|token| span.covers(token.span));
    let tied = next.is_some_and(|token| token.is_any(&[",", "but", ":", "-", "–", "—"]));
    let closes = next.is_none_or(|token| token.is_any(&[".", "!", ","]));
    (opens && (links || tied)) || (!opens && closes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_matter_stays_when_the_sting_goes() {
        for (before, after) in [
            (
                "Not sure if you saw my last message, but the rent is due.",
                "The rent is due.",
            ),
            (
                "Just a friendly reminder that the hall closes at ten.",
                "The hall closes at ten.",
            ),
            (
                "The price is fixed, as I've said before.",
                "The price is fixed.",
            ),
        ] {
            fixes(&BARB, before, after);
        }
    }
}
