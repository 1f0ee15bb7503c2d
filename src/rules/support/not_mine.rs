use super::instead;
use crate::facts::Passage;
use crate::finding::Applies;
use crate::finding::{Finding, Level};
use crate::rules::{Context, listed, offer, rule};

rule! {
    /// A request is passed on without being handed over.
    ///
    /// ## Why
    /// "Not my department" ends the matter for one side only: the reader still has the question, and now has to find out whose it is. Who
    /// has it, with them brought in, is an answer; a plain no is one too.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[That's not really my area]].
    /// ```
    /// ```mail fixed
    /// [Name] has this; I'll ask them to answer you by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// [[You'd have to ask someone]] in finance.
    /// ```
    /// ```mail fine
    /// Billing belongs to Ana; I have copied her in.
    /// ```
    /// ```mail fine
    /// That's not my file; the owner is Bo Hall.
    /// ```
    pub(super) static NOT_MINE = {
        id: "not-mine",
        level: Some(Level::Info),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let left = listed::all(passage, NOT_MINE.id)
        .filter(|listed| !listed.names_someone() && listed.opens_clause())
        .filter(|listed| !listed.asks() || advises(listed));
    let runs = instead::together(left);
    let found = runs.iter().map(|run| {
        let says = "This sends the reader away without saying to whom.";
        let finding = NOT_MINE.finding(run[0].phrase.span, says);
        let day = offer::promised_day(context);
        let words = format!("[Name] has this; I'll ask them to answer you by {day}.");
        instead::sentences(finding, run, Applies::WithBlank, &words)
    });
    found.collect()
}

/// Whether it sends the reader on, if as a question: "Maybe ask someone in finance?"
fn advises(listed: &listed::Listed<'_>) -> bool {
    let words = listed.phrase.span.of(&listed.passage.text).to_lowercase();
    ["maybe", "try", "just", "ask"]
        .iter()
        .any(|first| words.starts_with(first))
}
