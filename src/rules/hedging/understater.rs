use super::soft;
use crate::facts::{Passage, TimeExpression, TimeKind};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Upos};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// The size of what is asked for is made small.
    ///
    /// ## Why
    /// The writer seldom knows how long the reader will need. "A tiny bit of help" that takes an afternoon is a grievance; where the
    /// size matters, a number says it: ten minutes, two pages.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Could you fix it [[a little bit]] by Friday?
    /// ```
    /// ```mail fixed
    /// Could you fix it by Friday?
    /// ```
    /// ```mail flagged
    /// [[Quick question]]: could you send the list by Friday?
    /// ```
    /// ```mail fixed
    /// Could you send the list by Friday?
    /// ```
    /// ```mail fine
    /// Add a little over 40 % to the price.
    /// ```
    /// ```mail fine
    /// The quick brown fox is the test string.
    /// ```
    pub(super) static UNDERSTATER = {
        id: "understater",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &UNDERSTATER);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, span) =
                softened.finding(&UNDERSTATER, "How much work it is, the reader will see.")?;
            // "When I get a sec" tells when, and not how long.
            let open =
                |time: &TimeExpression| time.whole.covers(span) && time.kind != TimeKind::Duration;
            let before = passage.words.tokens_in(Span::new(0, span.start)).last();
            let moment = passage.words.tokens_in(span).last();
            let moment = moment
                .is_some_and(|last| last.is_any(&["sec", "second", "minute", "min", "moment"]));
            let had = before.is_some_and(|before| before.is_any(&["get", "have", "find", "got"]));
            // "A bit of extra time" is so much of it.
            let after = passage
                .words
                .tokens_in(Span::new(span.end, passage.text.len().max(span.end)));
            let amount = after
                .first()
                .is_some_and(|next| next.is_any(&["extra", "more", "additional"]));
            if moment && had || amount || passage.times.iter().any(open) {
                return None;
            }
            let says = passage
                .phrases_in(span)
                .find(|hit| hit.span == span)
                .and_then(|hit| hit.say.clone())
                .unwrap_or_default();
            if says.is_empty() {
                return Some(softened.cut(finding, Applies::AsIs));
            }
            let says = if span.of(&passage.text).to_lowercase().contains("favor") {
                says.replace("favour", "favor")
            } else {
                says.to_string()
            };
            let tokens = &passage.words.tokens;
            let before = tokens.partition_point(|token| token.span.start < span.start);
            let after = tokens.partition_point(|token| token.span.start < span.end);
            // "Quick question: could you" asks without it too.
            let leads = tokens
                .get(after)
                .is_some_and(|next| next.is_any(&[":", ",", "-", "–", "—"]));
            if leads && opens_sentence(passage, span) {
                let title = format!("Take out “{}”", span.of(&passage.text));
                return Some(finding.fix(Applies::AsIs, title, rewrite::leave_out(passage, span)));
            }
            let before = before.checked_sub(1).map(|at| &tokens[at]);
            // "one quick question" and "my little favour" have their article.
            let determined = before.is_some_and(|before| {
                matches!(before.tag.upos, Upos::Det | Upos::Num)
                    || before.tag.penn == Penn::PrpDollar
            });
            Some(match says.strip_prefix("a ").filter(|_| determined) {
                Some(bare) => finding.say(Applies::AsIs, bare),
                None => finding.say(Applies::AsIs, says),
            })
        })
        .collect()
}

fn opens_sentence(passage: &Passage, span: Span) -> bool {
    let mut sentences = passage.words.sentences[passage.sentences_at(span)].iter();
    sentences.any(|sentence| sentence.span.start == span.start)
}
