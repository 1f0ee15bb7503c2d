use super::soft;
use crate::facts::{AskForm, Directness, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Upos};
use crate::rules::{Context, rule};
use crate::text::Span;

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
            let view = context.around.discusses
                && softened.ask.is_none_or(|(_, ask)| {
                    matches!(
                        ask.form,
                        AskForm::We | AskForm::Passive | AskForm::Imperative
                    )
                });
            if view || is_open(softened, span) {
                return None;
            }
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

/// Whether it is open in earnest: "perhaps we could have lunch" proposes, "maybe try another port" advises.
fn is_open(softened: &soft::Softened<'_>, span: Span) -> bool {
    let tokens = &softened.passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < span.end);
    let after = |on: usize, words: &[&str]| {
        let token = tokens.get(next + on);
        token.is_some_and(|token| token.is_any(words))
    };
    let proposes = after(0, &["we"]) && after(1, &["can", "could", "might", "may"]);
    let orders = tokens
        .get(next)
        .is_some_and(|token| token.tag.penn == Penn::Vb);
    // "Maybe I'm missing something" doubts what it says itself.
    let own = softened.starts_with(span, &["maybe", "perhaps", "possibly"])
        && after(
            0,
            &[
                "i", "it", "this", "that", "there", "they", "he", "she", "i'm", "it's",
            ],
        );
    // "You'll probably want to" advises.
    let advises = after(0, &["want", "need", "have", "find"])
        && stands_before(softened, span, &["'ll", "will"]);
    // "You have probably seen it already" supposes what the reader did.
    let supposes = stands_before(softened, span, &["have", "'ve", "had"])
        || after(0, &["already", "seen", "heard", "noticed", "know"]);
    // "If possible" is a courtesy, and no doubt.
    let courteous = softened.starts_with(span, &["if"]);
    proposes
        || own
        || advises
        || supposes
        || courteous
        || is_utmost(softened, span)
        || is_thought(softened, span)
        || is_view(softened, span)
        || (orders && softened.opens_sentence(span))
}

/// Whether it says how far one goes, and doubts nothing: "as soon as I possibly can".
fn is_utmost(softened: &soft::Softened<'_>, span: Span) -> bool {
    let tokens = &softened.passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let before = first.checked_sub(2).map(|at| &tokens[at]);
    let next = tokens.get(first + 1);
    before.is_some_and(|token| token.is_any(&["as", "all", "everything", "whatever"]))
        && next.is_some_and(|token| token.is_any(&["can", "could"]))
}

/// Whether one of the words stands before the doubt.
fn stands_before(softened: &soft::Softened<'_>, span: Span, words: &[&str]) -> bool {
    let tokens = &softened.passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    before.is_some_and(|token| token.is_any(words))
}

/// Whether the doubt is told or concluded with, and not asked with: "I was thinking that maybe we should", "so perhaps we should".
fn is_thought(softened: &soft::Softened<'_>, span: Span) -> bool {
    let tokens = &softened.passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let joins = first.checked_sub(1).map(|at| &tokens[at]);
    joins.is_some_and(|token| token.is_any(&["that", "so", "or"])) && !softened.opens_sentence(span)
}

/// Whether it is a view of a thing or a piece of advice: "perhaps the gate should be added", "try the old key maybe".
fn is_view(softened: &soft::Softened<'_>, span: Span) -> bool {
    static DONE: Patterns = Patterns::new(&["should|must be DONE", "need|needs|ought to be DONE"]);
    /// How far on the verb stands: "perhaps the old wooden gate should be".
    const NEAR: usize = 10;
    let form = softened.ask.map(|(_, ask)| ask.form);
    let advises = softened
        .ask
        .is_some_and(|(_, ask)| ask.form == AskForm::Imperative && ask.courtesy.is_none());
    let tokens = &softened.passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < span.end);
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let near = first.saturating_sub(2)..tokens.len().min(next + NEAR);
    let things = form == Some(AskForm::Passive) || DONE.find(&tokens[near]).is_some();
    let last = tokens
        .get(next)
        .is_none_or(|token| token.is_any(&["?", ".", "!"]));
    // "I'd like maybe five chairs" says how many.
    let counts = tokens
        .get(next)
        .is_some_and(|token| token.tag.upos == Upos::Num);
    things || counts || advises && last
}

/// The words without the doubt: "Maybe you could" asks; where they only tell how likely a thing is
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
    // "While we wait, perhaps we should", "also maybe we should"
    let sentence = softened.passage.sentence_over(span);
    let asks = sentence.is_some_and(|one| one.span.of(&softened.passage.text).ends_with('?'));
    let opens = opens
        || !asks
            && before.is_some_and(|token| token.is_any(&[",", "also", "and", "but"]))
            && rest.first().is_some_and(|next| next.is("we"));
    let subject = rest.first();
    let modal = |words: &[&str]| rest.get(1).is_some_and(|token| token.is_any(words));
    let likely = softened.starts_with(span, &["probably", "hopefully"]);
    let chosen = before.is_some_and(|token| token.is_any(&["should", "ought", "could", "please"]));
    match subject {
        Some(subject) if subject.is_any(&["you", "we", "i"]) => {
            if subject.is("you") && modal(&["could", "can", "would", "might"]) {
                softened.requested(finding, context)
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
