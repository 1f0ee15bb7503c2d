use crate::facts::{AskForm, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// Feedback is invited without a question.
    ///
    /// ## Why
    /// "Thoughts?" can be answered with anything, so it is answered with nothing, or with what the writer did not need. A question
    /// between two choices takes the reader a minute.
    ///
    /// ## Examples
    /// ```mail flagged
    /// The two plans are attached. [[Let me know your thoughts.]]
    /// ```
    /// ```mail fixed
    /// The two plans are attached. Which of [options] do you choose? Please answer by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// Here is the draft. [[Thoughts?]]
    /// ```
    /// ```mail fine
    /// Let me know by Tuesday whether you approve section 3.
    /// ```
    /// ```mail fine
    /// Let me know if you have any questions.
    /// ```
    pub(super) static ASK_OPEN_FEEDBACK = {
        id: "ask-open-feedback",
        level: Some(Level::Info),
        guards: OpenQuestion,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let listed = passage
        .phrases
        .iter()
        .filter(|hit| hit.family == ASK_OPEN_FEEDBACK.id);
    listed
        .filter_map(|hit| {
            let sentence = passage.sentence_over(hit.span)?;
            let after = &passage.text[hit.span.end..sentence.span.end];
            let dated = passage.times_in(sentence.span).next().is_some();
            let tokens = &passage.words.tokens[sentence.tokens.start..hit.tokens.start];
            let courteous = [
                "please", "just", "do", "and", "so", "i", "would", "'d", "also", ",", "any", "if",
                "possible", "happy",
            ];
            let opens = tokens.iter().all(|token| token.is_any(&courteous));
            // "Which date shall we take? Please advise." has its question.
            let asked = passage.asks().any(|(act, ask)| {
                ask.form == AskForm::Question && act.span.end <= sentence.span.start
            });
            if dated || asked || !opens || after.contains(char::is_alphanumeric) {
                return None;
            }
            let span = sentence.span;
            let day = offer::usual_day(context);
            let finding = ASK_OPEN_FEEDBACK.finding(span, "This invites an answer to no question.");
            let finding = said(
                finding,
                span,
                &format!("Which of [options] do you choose? Please answer by {day}."),
            );
            Some(said(
                finding,
                span,
                &format!("Do you approve [what]? Please answer by {day}."),
            ))
        })
        .collect()
}

fn said(finding: Finding, span: Span, words: &str) -> Finding {
    finding.fix(
        Applies::WithBlank,
        format!("Say “{words}”"),
        Edit::replace(span, words),
    )
}
