use crate::facts::{Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed, is_filler};
use crate::rules::{Context, offer, rule};
use crate::text::Edit;

rule! {
    /// A reminder leaves it to the reader to find what of.
    ///
    /// ## Why
    /// "Just following up on this" asks the reader to dig for the request, its date and what is missing; most will not. The request and
    /// the day, said again, can be answered on the spot.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Just following up on this.]]
    /// ```
    /// ```mail fixed
    /// On [day] I asked you to [do what]. Please do it by Fri 20 Nov, or tell me by then if you can't.
    /// ```
    /// ```mail flagged
    /// Hi Ana, [[any update?]]
    /// ```
    /// ```mail fine
    /// Following up on Monday's call: please sign the lease by Thursday noon.
    /// ```
    /// ```mail fine
    /// Any update of the price list needs two signatures.
    /// ```
    pub(super) static NUDGE_EMPTY = {
        id: "nudge-empty",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let mut nudges = context.noticed(message).filter_map(|of| {
        let phrase = &of.passage.phrases[of.noticed.nudge?];
        Some((of.offset, Listed::of(of.passage, phrase)?))
    });
    let Some((offset, listed)) = nudges.next() else {
        return Vec::new();
    };
    // A request beside the reminder says what it is about.
    let asks_more = message.asks().any(|ask| {
        (ask.offset, ask.act.sentence) != (offset, listed.at)
            && ask.fact.action.is_some()
            && !ask
                .passage
                .phrases_at(ask.act.span)
                .any(|phrase| phrase.family == "nudge")
    });
    if asks_more {
        return Vec::new();
    }
    let (tokens, range) = listed.tokens();
    let first = tokens[..range.start]
        .iter()
        .rposition(|token| token.is(","))
        .map_or(0, |comma| comma + 1);
    let start = tokens[first.min(range.start)].span.start;
    let place = listed.sentence().span.join(listed.phrase.span);
    let place = crate::text::Span::new(start, place.end).shifted(offset);
    let day = offer::usual_day(context);
    let words = format!(
        "On [day] I asked you to [do what]. Please do it by {day}, or tell me by then if you can't."
    );
    let finding = NUDGE_EMPTY.finding(place, "This reminds the reader without saying of what.");
    vec![finding.fix(
        Applies::WithBlank,
        offer::say(&words),
        Edit::replace(place, words),
    )]
}

/// The passage's first reminder that says nothing else, by its phrase's number.
pub(in crate::rules) fn noticed(passage: &Passage) -> Option<usize> {
    let mut nudges = listed::all(passage, "nudge").filter(says_only);
    nudges.next().map(|listed| listed.number())
}

/// Whether the sentence is the reminder and nothing else.
fn says_only(listed: &Listed<'_>) -> bool {
    const LEAD: &[&str] = &[
        "just", "'m", "am", "'re", "are", "we", "a", "sorry", "for", "is", "this", "hello", "good",
        "morning", "my",
    ];
    let (tokens, range) = listed.tokens();
    let name = |at: usize| {
        let near = at.checked_sub(1).and_then(|at| tokens.get(at));
        tokens[at].tag.is_nominal()
            && (at == 0
                || near.is_some_and(|near| near.is_any(&[",", "hi", "hello", "hey", "dear"])))
    };
    let before =
        (0..range.start).all(|at| is_filler(&tokens[at]) || tokens[at].is_any(LEAD) || name(at));
    let after = (range.end..tokens.len()).all(|at| is_filler(&tokens[at]) || name(at));
    before && after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{flags, quiet};

    #[test]
    fn reminders_of_nothing() {
        for marked in [
            "[[Bumping this to the top of your inbox.]]",
            "[[Circling back here.]]",
            "[[Gentle reminder on the below.]]",
            "[[I just wanted to check in.]]",
            "[[Any news on this?]] Thanks!",
            "[[Checking in again.]]",
        ] {
            flags(&NUDGE_EMPTY, marked);
        }
    }

    #[test]
    fn reminders_that_say_of_what() {
        for text in [
            "The follow-up meeting is on Friday at ten.",
            "Just checking in on the lease.",
            "Any update? Please send the signed form by Friday.",
            "I set a reminder.",
            "We bump the version on Friday.",
            "Any news of the fair is welcome.",
        ] {
            quiet(&NUDGE_EMPTY, text);
        }
    }
}
