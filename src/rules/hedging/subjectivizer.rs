use super::soft;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Token, Upos};
use crate::rules::{Context, rule};
use crate::text::Span;

rule! {
    /// A recommendation is wrapped in "I think".
    ///
    /// ## Why
    /// The writer's view is already in the writer's message. In front of a recommendation "I think" invites a debate about the view,
    /// where a decision was wanted. With a reason behind it, or where an opinion was asked for, it is fine.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I think]] you should sign before Friday.
    /// ```
    /// ```mail fixed
    /// You should sign before Friday.
    /// ```
    /// ```mail fine
    /// I think B, because it costs a fifth less.
    /// ```
    /// ```mail fine
    /// Do you think the test covers it?
    /// ```
    pub(super) static SUBJECTIVIZER = {
        id: "subjectivizer",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    // In a discussion views are what it is about.
    if context.around.discusses {
        return Vec::new();
    }
    let spoken = soft::spoken_by(passage, &SUBJECTIVIZER);
    spoken
        .iter()
        .filter_map(|softened| {
            let (finding, span) = softened.finding(
                &SUBJECTIVIZER,
                "The view is the writer's without saying so.",
            )?;
            let sentence = passage.sentence_over(span)?;
            let reasoned = passage.words.tokens[sentence.tokens.clone()]
                .iter()
                .any(|token| {
                    token.is_any(&[
                        "because",
                        "since",
                        "as",
                        "hence",
                        "therefore",
                        "thus",
                        "otherwise",
                    ])
                });
            let heads = span.start == sentence.span.start
                || passage.text[sentence.span.start..span.start]
                    .trim_end()
                    .ends_with([',', ';']);
            (heads && !reasoned && recommends(passage, span))
                .then(|| {
                    let finding = softened.cut(finding, Applies::IfMeant);
                    // "You need to call" orders; what advises is asked.
                    match finding.fixes.as_slice() {
                        [] => softened.requested(finding, context),
                        _ => finding,
                    }
                })
                .filter(|finding| !finding.fixes.is_empty())
        })
        .collect()
}

/// Whether the view is of what someone should do: "I think you should sign", and not "I think you will like it".
fn recommends(passage: &Passage, view: Span) -> bool {
    /// How many words are looked at: a subject and its verb.
    const NEAR: usize = 9;
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < view.end);
    let clause = tokens[first..].iter().take_while(|token| {
        !token.is_any(&["which", "that", "who", "because", "if", ".", "?", ";"])
    });
    let clause: Vec<_> = clause
        .skip_while(|token| token.is(","))
        .take(NEAR)
        .collect();
    let opens = |words: &[&str]| clause.first().is_some_and(|token| token.is_any(words));
    // "I guess Tom could do it?" proposes, without the question mark it is a view.
    let named = clause
        .first()
        .is_some_and(|first| first.tag.upos == Upos::Propn)
        && passage
            .sentence_over(view)
            .is_some_and(|sentence| sentence.span.of(&passage.text).trim_end().ends_with('?'));
    let to_reader = named || opens(&["you", "we", "someone", "somebody", "they"]);
    // "Phil should have it" and "it should be done by now" expect; "the lease should be signed" recommends.
    let done = clause
        .windows(2)
        .any(|pair| pair[0].is("be") && pair[1].tag.penn == Penn::Vbn);
    let expects = |verb: &Token| verb.is("have") || (verb.is("be") && !done);
    let starts = clause
        .get(1)
        .is_some_and(|token| token.is_any(&["try", "start", "stop", "meet", "move"]));
    // "I guess we'll need to ask them" foresees it.
    let foreseen = clause.iter().any(|token| token.is_any(&["will", "'ll"]));
    let should = clause.windows(2).any(|pair| {
        // "She must have a smaller one" concludes, and "the first value should be ten" tells what is right.
        (pair[0].is_any(&["should", "must", "ought"])
            && !expects(pair[1])
            && !(pair[0].is("must") && pair[1].is_any(&["have", "be"])))
            || (!foreseen && pair[0].is_any(&["need", "needs", "have", "has"]) && pair[1].is("to"))
            || (to_reader && pair[0].is_any(&["could", "might", "may"]) && !pair[1].is("be"))
            || (pair[0].is_any(&["had", "'d"]) && pair[1].is("better"))
    });
    // "I think this is the form you need to sign" tells which form.
    let names = clause
        .iter()
        .take(3)
        .any(|token| token.is_any(&["is", "'s", "are", "was", "were"]));
    !names && !opens(&["i"]) && (should || (to_reader && starts))
}
