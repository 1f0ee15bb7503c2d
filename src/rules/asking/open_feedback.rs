use crate::facts::{ActKind, AskForm, Passage};
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
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    passage
        .acts
        .iter()
        .filter_map(|act| {
            let ActKind::Ask(ask) = &act.kind else {
                return None;
            };
            if ask.form != AskForm::Open || ask.due.is_some() {
                return None;
            }
            let sentence = passage.words.sentences.get(act.sentence)?.span;
            let whole = sentence.start == act.span.start
                && !passage.text[act.span.end..sentence.end].contains(char::is_alphabetic);
            let span = if whole { sentence } else { act.span };
            let finding = ASK_OPEN_FEEDBACK.finding(span, "This invites an answer to no question.");
            if !whole {
                return Some(finding);
            }
            let day = offer::usual_day(context);
            Some(
                said(
                    finding,
                    span,
                    &format!("Which of [options] do you choose? Please answer by {day}."),
                )
                .fix(
                    Applies::WithBlank,
                    format!("Say “Do you approve [what]? Please answer by {day}.”"),
                    Edit::replace(
                        span,
                        format!("Do you approve [what]? Please answer by {day}."),
                    ),
                ),
            )
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
