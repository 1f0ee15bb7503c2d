use crate::facts::{Act, Ask, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Token};
use crate::rewrite;
use crate::rules::{Context, rule};
use crate::text::{Edit, Span};

rule! {
    /// A result is told by an adjective that can't be measured.
    ///
    /// ## Why
    /// "Shorter" is done when one word is gone. The writer has a number in mind, or a reader, or an example; with it the work is done
    /// once instead of three times.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please make the summary [[shorter]] by Friday.
    /// ```
    /// ```mail fixed
    /// Please make the summary shorter by Friday, so that [what done means].
    /// ```
    /// ```mail flagged
    /// Could you [[improve]] the onboarding page by Friday?
    /// ```
    /// ```mail fine
    /// Please cut the deck to 10 slides by Friday.
    /// ```
    /// ```mail fine
    /// Keep the answer time better than 40 ms.
    /// ```
    pub(super) static ASK_UNMEASURABLE = {
        id: "ask-unmeasurable",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

/// Verbs whose result is a matter of opinion.
const VERBS: [&str; 12] = [
    "improve",
    "optimise",
    "optimize",
    "polish",
    "enhance",
    "streamline",
    "beautify",
    "refine",
    "clean",
    "tidy",
    "spruce",
    "jazz",
];

/// Adjectives of degree, beside every comparative.
const ADJECTIVES: [&str; 10] = [
    "nice",
    "nicer",
    "better",
    "professional",
    "cleaner",
    "shorter",
    "clearer",
    "prettier",
    "snappier",
    "catchier",
];

const SAYS: &str = "Nobody can tell when this is reached.";

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    passage
        .asks()
        .filter_map(|(act, ask)| vague(passage, act, ask))
        .collect()
}

fn vague(passage: &Passage, act: &Act, ask: &Ask) -> Option<Finding> {
    let action = ask.action.as_ref()?;
    let sentence = passage.words.sentences.get(act.sentence)?;
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let inside: Vec<&Token> = tokens
        .iter()
        .filter(|token| act.span.covers(token.span) && token.span.start >= action.verb_span.start)
        .collect();
    // A number or a reason says when it is done.
    if ask.reason.is_some()
        || inside.iter().any(|token| {
            token.tag.penn == Penn::Cd
                || token.is_any(&["so", "than", "until", "by", "because"])
                    && !due_covers(ask, token.span)
        })
    {
        return None;
    }
    let (verb, rest) = inside.split_first()?;
    let span = if VERBS.contains(&verb.norm.as_str()) && action.object.is_some() {
        let particle = rest.first().filter(|token| token.is_any(&["up"]));
        particle.map_or(verb.span, |token| verb.span.join(token.span))
    } else if verb.is_any(&["make", "look", "keep"]) {
        let last = rest.iter().rfind(|token| {
            ADJECTIVES.contains(&token.norm.as_str()) && !due_covers(ask, token.span)
        })?;
        let more = rest.iter().find(|token| {
            token.is("more")
                && token.span.end < last.span.start
                && last.span.start - token.span.end <= 1
        });
        more.map_or(last.span, |token| token.span.join(last.span))
    } else {
        return None;
    };
    let place = match &ask.due {
        // A day ends the request as well as the thing does.
        Some(due) if due.span.start > span.end => due.span.end,
        Some(_) => return Some(ASK_UNMEASURABLE.finding(span, SAYS)),
        None => rewrite::due_place(passage, ask, act.span)?,
    };
    let finding = ASK_UNMEASURABLE.finding(span, SAYS);
    Some(finding.fix(
        Applies::WithBlank,
        "Add “so that [what done means]”",
        Edit::insert(place, ", so that [what done means]"),
    ))
}

fn due_covers(ask: &Ask, span: Span) -> bool {
    ask.due.as_ref().is_some_and(|due| due.span.covers(span))
}
