use crate::facts::Message;
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, rule};

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
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, _: &Context<'_>) -> Vec<Finding> {
    let says = "This thanks for what nobody has agreed to yet.";
    let mut all = message.own().flat_map(|(offset, passage)| {
        let thanks = listed::all(passage, THANKS_IN_ADVANCE.id).filter(thanks_early);
        thanks.map(move |listed| (offset, listed))
    });
    let Some((offset, first)) = all.next() else {
        return Vec::new();
    };
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

/// Whether the words thank: Tia is a name.
fn thanks_early(listed: &Listed<'_>) -> bool {
    let words = listed.phrase.span.of(&listed.passage.text);
    words.contains(' ') || (words == "TIA" && listed.fills_sentence())
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
