use super::placating;
use crate::facts::Message;
use crate::finding::{Finding, Level};
use crate::rules::listed::Listed;
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// A request talks of the reader's load in place of its own size.
    ///
    /// ## Why
    /// "I know you're busy" guesses at the reader's week and hands them the excuse. What helps them decide is the size of the work and
    /// the day it is wanted; if the day is wrong, they can name another.
    ///
    /// All words of a draft that placate (a way out, an apology for asking, talk of trouble, leave asked) are one finding.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I know you're super busy]], but could you sign the lease by Friday?
    /// ```
    /// ```mail fixed
    /// Could you sign the lease by Friday?
    /// ```
    /// ```mail flagged
    /// [[If it's not too much trouble]], please water the plants on Monday.
    /// ```
    /// ```mail fine
    /// I know you are travelling until Friday, so Monday 10:00 is soon enough.
    /// ```
    /// ```mail fine
    /// The line was busy all day.
    /// ```
    pub(super) static BURDEN_TALK = {
        id: "burden-talk",
        level: Some(Level::Hint),
        guards: Support,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let says = "This talks of the reader's load in place of the work's size and date.";
    placating::spoken_by(message, context, &BURDEN_TALK, says)
        .map(|(finding, _)| finding)
        .into_iter()
        .collect()
}

/// The words about the load, unless they say until when it lasts.
pub(super) fn words(listed: &Listed<'_>) -> Option<Span> {
    use crate::facts::{ActKind, TimeKind};
    /// How many sentences off the request stands at most.
    const NEAR: usize = 6;
    let sentence = listed.sentence().span;
    let (tokens, range) = listed.tokens();
    let clause_end = tokens[range.end..]
        .iter()
        .find(|token| token.is_any(&[",", "but", "so", ".", "-"]))
        .map_or(sentence.end, |token| token.span.start);
    let clause = Span::new(
        listed.phrase.span.start,
        clause_end.max(listed.phrase.span.end),
    );
    let mut times = listed.passage.times_in(clause);
    let dated = times.any(|time| time.kind == TimeKind::Date);
    // "I know you have a lot on. Stay at home!" is kind: nothing is asked.
    let leads_on = tokens[range.end..]
        .iter()
        .any(|token| token.is_any(&["so", "but"]));
    let near = listed.at.saturating_sub(NEAR)..listed.at + NEAR;
    let asked = |at| {
        let mut acts = listed.passage.acts_in(at).iter();
        acts.any(|act| matches!(act.kind, ActKind::Ask(_)))
    };
    let asks = leads_on
        || near.into_iter().any(asked)
        || tokens[range.clone()].iter().any(|token| {
            token.is_any(&[
                "ask", "asking", "trouble", "burden", "bother", "want", "nuisance",
            ])
        });
    let later = tokens[range.clone()]
        .first()
        .is_some_and(|token| token.is("when"));
    let words = listed.widened(
        &[
            "i", "know", "that", "realise", "realize", "'m", "am", "sure",
        ],
        &[],
    );
    (!dated && asks && (!later || placating::in_an_ask(listed))).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_request_stays_when_the_talk_goes() {
        fixes(
            &BURDEN_TALK,
            "If it's not too much trouble, please call Bo by noon.",
            "Please call Bo by noon.",
        );
        fixes(
            &BURDEN_TALK,
            "I realise this is a lot to ask. Could you host the fair on 3 May?",
            "Could you host the fair on 3 May?",
        );
    }
}
