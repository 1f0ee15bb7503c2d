use super::fault::{self, Fault, Faulty};
use super::offers;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::language::TokenKind;
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A promise has its way out built in.
    ///
    /// ## Why
    /// "If I have time" keeps the promise true whatever happens, so it tells the reader nothing. Without the clause it is a promise; with
    /// a day by which the reader will hear of a no, it is one that can fail without harm.
    ///
    /// ## Examples
    /// ```mail flagged
    /// I'll send the photos on Monday [[if I have time]].
    /// ```
    /// ```mail fixed
    /// I'll send the photos on Monday.
    /// ```
    /// ```mail flagged
    /// [[Time permitting]], I'll mend the door on Friday.
    /// ```
    /// ```mail fine
    /// If the build is red at six, I take it back.
    /// ```
    /// ```mail fine
    /// I'll send it unless you tell me by noon that you have it.
    /// ```
    pub(super) static COMMIT_ESCAPE = {
        id: "commit-escape",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let says = "This way out keeps the promise true whatever happens.";
    fault::found(
        passage,
        Fault::Escape,
        &COMMIT_ESCAPE,
        says,
        |finding, faulty| told(finding, context, passage, faulty),
    )
}

/// Adds the promise without the way out, and the same with a day to hear of a no.
fn told(finding: Finding, context: &Context<'_>, passage: &Passage, faulty: &Faulty) -> Finding {
    let cut = rewrite::leave_out(passage, faulty.span);
    let title = format!("Take out “{}”", faulty.span.of(&passage.text));
    let finding = offers::edits(
        finding,
        Applies::IfMeant,
        title,
        Some(Edits::from(cut.clone())),
    );
    let day = offer::promised_day(context);
    let sentence = format!("I'll tell you by {day} if I can't.");
    let Some(end) = passage
        .words
        .sentences
        .get(faulty.act.sentence)
        .map(|sentence| sentence.span.end)
    else {
        return finding;
    };
    let tokens = passage.words.tokens_in(Span::new(0, end));
    let last = tokens
        .iter()
        .rfind(|token| token.kind != TokenKind::Mark && token.kind != TokenKind::Symbol);
    let last_words = last.is_some_and(|token| faulty.span.covers(token.span));
    let closed = passage.text[..end].ends_with(['.', '!']);
    let after = (last_words && closed)
        .then(|| Edits::new(vec![cut, Edit::insert(end, format!(" {sentence}"))]))
        .flatten();
    offers::edits(
        finding,
        Applies::IfMeant,
        format!("Say “{sentence}”"),
        after,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, flags, quiet};

    #[test]
    fn ways_out() {
        for marked in [
            "I'll be there on Friday [[unless something comes up]].",
            "I'll finish it today, [[no promises]].",
            "I'll read it tonight [[if I get a chance]].",
            "We'll paint the hall on Monday [[if all goes well]].",
            "I will send the list tomorrow, [[if I can]].",
            "I'll do it today [[if nothing else lands on my desk]].",
        ] {
            flags(&COMMIT_ESCAPE, marked);
        }
    }

    #[test]
    fn the_promise_stays_without_the_way_out() {
        for (before, after) in [
            (
                "Time permitting, I'll mend the door on Friday.",
                "I'll mend the door on Friday.",
            ),
            (
                "I'll finish it today, no promises.",
                "I'll finish it today.",
            ),
            (
                "I'll read it tonight if I get a chance.",
                "I'll read it tonight.",
            ),
        ] {
            fixes(&COMMIT_ESCAPE, before, after);
        }
    }

    #[test]
    fn conditions_that_say_something_stay() {
        for text in [
            "She kept the promise.",
            "If I find the key, I'll bring it on Monday.",
            "Call me if you have time.",
            "I'll bring the tent unless it rains.",
            "I'll sign it on Friday if Ana agrees.",
            "Unless something breaks, the oven lasts ten years.",
        ] {
            quiet(&COMMIT_ESCAPE, text);
        }
    }
}
