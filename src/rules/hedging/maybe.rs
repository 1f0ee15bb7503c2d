use super::soft;
use crate::facts::{Directness, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Token, TokenKind};
use crate::rules::{Context, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A request or proposal doubts itself.
    ///
    /// ## Why
    /// "Maybe" before one's own request asks the reader to decide first whether it is one. Doubt about facts is honest and is left
    /// alone; doubt about whether one is asking only costs an answer.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Perhaps]] we should decide today.
    /// ```
    /// ```mail fixed
    /// We should decide today.
    /// ```
    /// ```mail flagged
    /// [[Maybe]] you could check the totals by Friday?
    /// ```
    /// ```mail fixed
    /// Could you check the totals by Friday?
    /// ```
    /// ```mail flagged
    /// [[Ideally]] I need the list by Monday.
    /// ```
    /// ```mail fine
    /// The outage was probably caused by the disk.
    /// ```
    /// ```mail fine
    /// This is possibly the oldest server we have.
    /// ```
    pub(super) static MAYBE_ASK = {
        id: "maybe-ask",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &MAYBE_ASK);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, span) =
                softened.finding(&MAYBE_ASK, "This doubts whether it is asked at all.")?;
            let finding = match softened.ask {
                // "Maybe you could": without the doubt it would still not be asked.
                Some((_, ask)) if ask.directness == Directness::Indirect => {
                    softened.requested(finding, context)
                }
                _ => finding,
            };
            if !finding.fixes.is_empty() {
                return Some(finding);
            }
            Some(said_plainly(finding, softened, span, context))
        })
        .collect()
}

/// The words without the doubt: "Maybe you could" asks, "perhaps we can" asks whether; where they only tell how likely a thing is
/// they stay.
fn said_plainly(
    finding: Finding,
    softened: &soft::Softened<'_>,
    span: Span,
    context: &Context<'_>,
) -> Finding {
    let tokens = &softened.passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < span.end);
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    let rest = &tokens[next..];
    let opens = softened.opens_sentence(span);
    let subject = rest.first();
    let modal = |words: &[&str]| rest.get(1).is_some_and(|token| token.is_any(words));
    let likely = softened.starts_with(span, &["probably", "hopefully"]);
    let chosen = before.is_some_and(|token| token.is_any(&["should", "ought", "could", "please"]));
    match subject {
        Some(subject) if subject.is_any(&["you", "we", "i"]) => {
            if subject.is("you") && modal(&["could", "can", "would", "might"]) {
                softened.requested(finding, context)
            } else if opens && subject.is_any(&["we", "i"]) && modal(&["can", "could"]) {
                match asked(softened.passage, span, rest) {
                    Some(edits) => {
                        let title =
                            format!("Ask “Could {}”", if subject.is("i") { "I" } else { "we" });
                        finding.fix(Applies::IfMeant, title, edits)
                    }
                    None => finding,
                }
            } else if opens && !subject.is("you") && modal(&["should", "must", "need", "ought"]) {
                softened.cut(finding, Applies::IfMeant)
            } else {
                finding
            }
        }
        _ if likely && !chosen => finding,
        Some(next)
            if opens && !next.is_any(&["please", ",", "let"]) && next.tag.penn != Penn::Vb =>
        {
            finding
        }
        _ => softened.cut(finding, Applies::IfMeant),
    }
}

/// "Perhaps we can meet." as "Could we meet?"; `None` where the sentence says more.
fn asked(passage: &Passage, span: Span, rest: &[Token]) -> Option<Edits> {
    let sentence = passage.sentence_over(span)?;
    let (subject, modal) = (rest.first()?, rest.get(1)?);
    let words = rest
        .iter()
        .take_while(|token| token.span.end <= sentence.span.end);
    let clauses = words.clone().skip(2).any(|token| {
        matches!(token.tag.penn, Penn::Md | Penn::Vbz | Penn::Vbp | Penn::Vbd)
            || token.is_any(&[":", ";", "(", "?"])
    });
    let last = words.filter(|token| token.kind != TokenKind::Mark).last()?;
    let mark = Span::new(last.span.end, sentence.span.end);
    let plain = matches!(mark.of(&passage.text), "" | "." | "!");
    let who = if subject.is("i") { "I" } else { "we" };
    (!clauses && plain).then(|| {
        Edits::new(vec![
            Edit::replace(span.join(modal.span), format!("Could {who}")),
            Edit::replace(mark, "?"),
        ])
    })?
}
