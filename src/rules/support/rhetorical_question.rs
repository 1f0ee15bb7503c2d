use super::instead;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, rule};

rule! {
    /// A question wants no answer.
    ///
    /// ## Why
    /// "When do you think I'd have time for that?" is a no with a sting, and the other side can only defend themselves or go quiet. The no,
    /// or the question that would help to say yes, keeps the talk going.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[When do you think I'd have time]] for that?
    /// ```
    /// ```mail fixed
    /// I can't fit that in now. What do you need from me, and by when?
    /// ```
    /// ```mail flagged
    /// [[Do I look like]] I have nothing to do?
    /// ```
    /// ```mail fine
    /// When do you have time for a call?
    /// ```
    /// ```mail fine
    /// How long do you think the move will take?
    /// ```
    pub(super) static RHETORICAL_QUESTION = {
        id: "rhetorical-question",
        level: Some(Level::Info),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    listed::all(passage, RHETORICAL_QUESTION.id)
        .filter(wants_no_answer)
        .map(|listed| {
            let says = "This question wants no answer, so it only stings.";
            let finding = RHETORICAL_QUESTION.finding(listed.phrase.span, says);
            let words = "I can't fit that in now. What do you need from me, and by when?";
            if speaks_of_time(&listed) {
                return instead::sentence(finding, &listed, Applies::IfMeant, words);
            }
            instead::sentence(
                finding,
                &listed,
                Applies::IfMeant,
                "What do you need from me, and by when?",
            )
        })
        .collect()
}

/// Whether it is asked outright, and only to be heard.
fn wants_no_answer(listed: &Listed<'_>) -> bool {
    let alone = !listed.phrase.why.contains("whole sentences") || listed.fills_sentence();
    listed.asks() && listed.opens_clause() && alone
}

fn speaks_of_time(listed: &Listed<'_>) -> bool {
    let words = listed.phrase.span.of(&listed.passage.text).to_lowercase();
    words.contains("time") || words.contains("look like") || words.contains("all day")
}

/// Whether the passage asks such a question.
pub(super) fn stands_in(passage: &Passage) -> bool {
    listed::all(passage, RHETORICAL_QUESTION.id).any(|listed| wants_no_answer(&listed))
}
