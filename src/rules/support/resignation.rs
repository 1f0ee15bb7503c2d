use super::instead;
use crate::facts::{ActKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, offer, rule};

rule! {
    /// A matter is closed without a decision.
    ///
    /// ## Why
    /// "It is what it is" sounds like an end, and nothing is settled: nobody has chosen, and nobody will know when to choose. Who decides,
    /// by when, and what happens otherwise, is an end.
    ///
    /// ## Examples
    /// ```mail flagged
    /// The hall is double-booked. [[It is what it is]].
    /// ```
    /// ```mail fixed
    /// The hall is double-booked. Please choose by Fri 20 Nov; without an answer I take [which].
    /// ```
    /// ```mail flagged
    /// [[Whatever you think is best]].
    /// ```
    /// ```mail fine
    /// Choose blue or green; it's up to you. I need the answer by Friday noon.
    /// ```
    /// ```mail fine
    /// There is nothing we can do before Monday 9:00; then I call the vendor.
    /// ```
    pub(super) static RESIGNATION = {
        id: "resignation",
        level: Some(Level::Hint),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let runs = instead::together(listed::all(passage, RESIGNATION.id).filter(gives_up));
    let found = runs.iter().map(|run| {
        let says = "This closes the matter without a decision.";
        let finding = RESIGNATION.finding(run[0].phrase.span, says);
        let day = offer::usual_day(context);
        let said = |listed: &Listed<'_>| listed.phrase.span.of(&passage.text).to_lowercase();
        let said = run.iter().map(said);
        let powerless = |said: &String| said.contains("can do") || said.contains("hands");
        let words = match said.clone().find(powerless) {
            Some(said) if said.contains("we can") || said.starts_with("our") => {
                format!("What we can do is [what], by {day}.")
            }
            Some(_) => format!("What I can do is [what], by {day}."),
            None => match said
                .clone()
                .find(|said| said.contains("have to") || said == "whatever")
            {
                Some(said) if said.contains("we") => format!("What we need is [what], by {day}."),
                Some(_) => format!("What I need is [what], by {day}."),
                None => format!("Please choose by {day}; without an answer I take [which]."),
            },
        };
        instead::sentences(finding, run, Applies::WithBlank, &words)
    });
    found.collect()
}

/// Whether the phrase stands for itself, and nothing beside it asks for the decision.
fn gives_up(listed: &Listed<'_>) -> bool {
    let near = listed.at.saturating_sub(2)..=listed.at + 2;
    let mut acts = near.flat_map(|at| listed.passage.acts_in(at));
    // "We'll just have to manage" asks nobody.
    let asks = acts
        .any(|act| matches!(act.kind, ActKind::Ask(_)) && !act.span.overlaps(listed.phrase.span));
    let whole = !listed.phrase.why.contains("whole sentences") || listed.fills_sentence();
    whole
        && listed.opens_clause()
        && listed.ends_clause()
        && !listed.asks()
        && !asks
        && !listed.dated()
}
