use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, offer, rule};
use crate::text::Edit;

rule! {
    /// A failure is told with nobody in it.
    ///
    /// ## Why
    /// "Mistakes were made" leaves every reader wondering whether they are meant, and nobody mends what nobody did. Who missed what, said
    /// plainly, takes one line and lets the rest of the mail be about mending it.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Mistakes were made]] in the invoice run.
    /// ```
    /// ```mail fixed
    /// [Name] made mistakes in the invoice run.
    /// ```
    /// ```mail flagged
    /// Sorry, [[it got missed]].
    /// ```
    /// ```mail fine
    /// I missed row three; the new sheet is attached.
    /// ```
    /// ```mail fine
    /// The server was restarted at nine by the night shift.
    /// ```
    pub(super) static AGENTLESS_BLAME = {
        id: "agentless-blame",
        level: Some(Level::Info),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    listed::all(passage, AGENTLESS_BLAME.id)
        .filter(blames_nobody)
        .map(|listed| named(&listed))
        .collect()
}

/// Whether it reports a failure, and nobody is named as the one who failed.
fn blames_nobody(listed: &Listed<'_>) -> bool {
    let supposed = listed
        .before()
        .iter()
        .any(|token| token.is_any(&["if", "whether", "unless", "when", "before", "until"]));
    let agent = listed
        .after()
        .iter()
        .any(|token| token.is_any(&["by", "between", "because", "my", "our"]));
    !supposed && !agent && !listed.asks() && (listed.opens_clause() || listed.previous() == "that")
}

/// Adds the same words with a name to fill in, and as the writer's own.
fn named(listed: &Listed<'_>) -> Finding {
    let span = listed.phrase.span;
    let says = "This tells a failure with nobody in it, so nobody mends it.";
    let finding = AGENTLESS_BLAME.finding(span, says);
    let Some(say) = listed.phrase.say.as_deref().filter(|say| !say.is_empty()) else {
        return finding;
    };
    let finding = finding.fix(
        Applies::WithBlank,
        offer::say(say),
        Edit::replace(span, say),
    );
    if say.matches('[').count() > 1 {
        return finding;
    }
    let own = say.replace("[Name]", "I");
    finding.fix(
        Applies::IfMeant,
        offer::say(&own),
        Edit::replace(span, own.clone()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn a_name_goes_where_nobody_was() {
        fixes(
            &AGENTLESS_BLAME,
            "The ball was dropped.",
            "[Name] dropped the ball.",
        );
        fixes(
            &AGENTLESS_BLAME,
            "Sorry, it got missed.",
            "Sorry, [Name] missed it.",
        );
    }
}
