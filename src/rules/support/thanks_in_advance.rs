use crate::facts::{AskForm, Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, Kind, rule};

rule! {
    /// Thanks come before anything was agreed.
    ///
    /// ## Why
    /// "Thanks in advance" takes a yes for granted and closes the matter on the writer's side; some readers hear an order in it. Plain
    /// thanks are as warm, and leave the thanks for the work to when it is done.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Could you book the hall by Friday? [[Thanks in advance]]!
    /// ```
    /// ```mail fixed
    /// Could you book the hall by Friday? Thanks!
    /// ```
    /// ```mail flagged
    /// [[Thank you in advance]] for your help.
    /// ```
    /// ```mail fine
    /// Thank you for your help last week.
    /// ```
    /// ```mail fine
    /// Please book the room a week in advance.
    /// ```
    pub(super) static THANKS_IN_ADVANCE = {
        id: "thanks-in-advance",
        level: Some(Level::Hint),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let says = "This thanks for what nobody has agreed to yet.";
    let mut all = context.noticed(message, Kind::Thanks).flat_map(|of| {
        let thanks = of.noticed.thanks.iter();
        thanks.filter_map(move |at| {
            let listed = Listed::of(of.passage, &of.passage.phrases[*at])?;
            Some((of.offset, listed))
        })
    });
    let Some((offset, first)) = all.next() else {
        return Vec::new();
    };
    if only_wants_to_know(message) {
        return Vec::new();
    }
    let say = first.phrase.say.as_deref().unwrap_or_default();
    let words = if first.before().is_empty() {
        crate::rewrite::capitalised(say)
    } else {
        say.to_owned()
    };
    let finding = THANKS_IN_ADVANCE.finding(first.phrase.span.shifted(offset), says);
    let finding = finding.say(Applies::IfMeant, words);
    vec![all.fold(finding, |finding, (offset, again)| {
        finding.relate(again.phrase.span.shifted(offset), "So does this.")
    })]
}

/// The passage's thanks for what nobody has agreed to yet, by the numbers of the phrases.
pub(in crate::rules) fn noticed(passage: &Passage) -> Vec<usize> {
    let thanks = listed::all(passage, THANKS_IN_ADVANCE.id).filter(thanks_early);
    thanks.map(|listed| listed.number()).collect()
}

/// Whether all the message asks for is an answer: who thanks a list for one takes nobody's time for granted.
fn only_wants_to_know(message: &Message) -> bool {
    /// How many requests are looked at: a letter has no more.
    const LOOKED_AT: usize = 40;
    let mut asks = message.asks().take(LOOKED_AT).peekable();
    let questions = || {
        let mut own = message.own().flat_map(|(_, passage)| &passage.words.tokens);
        own.any(|token| token.is("?"))
    };
    (asks.peek().is_some() || questions())
        && asks
            .all(|ask| !ask.fact.work || matches!(ask.fact.form, AskForm::Question | AskForm::Hint))
}

/// Whether it thanks for something: "TIA" may be a name, and "thanks in advance for any advice" presumes nothing.
fn thanks_early(listed: &Listed<'_>) -> bool {
    let words = listed.phrase.span.of(&listed.passage.text);
    let any = listed.next() == "for" && listed.after().get(1).is_some_and(|next| next.is("any"));
    !any && words.contains(' ') || (words == "TIA" && listed.fills_sentence())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_thanks_stay() {
        fixes(
            &THANKS_IN_ADVANCE,
            "Many thanks in advance, Greg",
            "Many thanks, Greg",
        );
        fixes(
            &THANKS_IN_ADVANCE,
            "Thank you in advance for your help.",
            "Thank you for your help.",
        );
    }
}
