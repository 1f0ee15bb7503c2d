use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::rewrite;
use crate::rules::{Context, listed, rule};
use crate::text::{Edits, Span};

rule! {
    /// The last words ask for comfort instead of an answer.
    ///
    /// ## Why
    /// "Does that make sense?" is answered "yes" by those who understood and by those who did not. A question that can be checked
    /// shows which.
    ///
    /// ## Examples
    /// ```mail flagged
    /// We merge first and then test. [[Does that make sense?]]
    /// ```
    /// ```mail fixed
    /// We merge first and then test. Which step is unclear?
    /// ```
    /// ```mail flagged
    /// Let us move it to May[[, if that makes sense]].
    /// ```
    /// ```mail fixed
    /// Let us move it to May.
    /// ```
    /// ```mail fine
    /// Does the schema make sense without the id field?
    /// ```
    /// ```mail fine
    /// You were right about the invoice.
    /// ```
    pub(super) static SENSE_CHECK = {
        id: "sense-check",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let listed = passage
        .phrases
        .iter()
        .filter(|hit| hit.family == SENSE_CHECK.id)
        .map(|hit| hit.span);
    let all = listed.chain(right_tags(passage));
    all.filter_map(|span| {
        let sentence = passage.sentence_over(span)?.span;
        let before = &passage.text[sentence.start..span.start];
        let after = &passage.text[span.end..sentence.end];
        if !after.chars().all(|c| "?!. ".contains(c)) || listed::in_quotation(passage, span.start) {
            return None;
        }
        if before.is_empty() {
            if !after.starts_with('?') && !span.of(&passage.text).ends_with('?') {
                return None;
            }
            let finding = SENSE_CHECK.finding(sentence, "“Yes” to this tells nothing.");
            return Some(finding.say(Applies::IfMeant, "Which step is unclear?"));
        }
        let comma = before
            .trim_end()
            .strip_suffix([',', '-', '–', '—'])?
            .trim_end()
            .len()
            + sentence.start;
        let tag = Span::new(comma, span.end);
        let finding = SENSE_CHECK.finding(tag, "“Yes” to this tells nothing.");
        let title = format!("Take out “{}”", span.of(&passage.text));
        let asks =
            after.starts_with('?') && !before.trim_start().starts_with(|c: char| c.is_lowercase());
        let edits = if asks {
            Edits::new(vec![crate::text::Edit::replace(
                Span::new(comma, sentence.end),
                ".",
            )])?
        } else {
            Edits::from(rewrite::cut(&passage.text, span))
        };
        Some(finding.fix(Applies::IfMeant, title, edits))
    })
    .collect()
}

/// "You see it, right?": whether the reader follows, which "yes" does not tell. "The gas is off, right?" asks for a fact.
fn right_tags(passage: &Passage) -> impl Iterator<Item = Span> {
    const FOLLOWS: [&str; 8] = [
        "see",
        "get",
        "know",
        "understand",
        "follow",
        "agree",
        "hear",
        "realise",
    ];
    passage.words.sentences.iter().filter_map(|sentence| {
        let [said @ .., comma, right, mark] = &passage.words.tokens[sentence.tokens.clone()] else {
            return None;
        };
        let tag =
            comma.is(",") && right.is_any(&["right", "ok", "okay", "yeah", "no"]) && mark.is("?");
        let follows = said.iter().take_while(|token| !token.is("?"));
        let mut follows = follows
            .take(listed::LONGEST)
            .skip_while(|token| !token.is("you"));
        let reader = follows.next().is_some()
            && follows
                .next()
                .is_some_and(|verb| verb.is_any(&FOLLOWS) || verb.is("realize"));
        (tag && reader).then_some(right.span)
    })
}
