use super::soft;
use super::soft::Softener;
use crate::facts::Passage;
use crate::finding::{Applies, Finding, Level};
use crate::language::{Token, among, verbs};
use crate::rewrite;
use crate::rules::{Context, rule, thread};
use crate::text::Edit;

rule! {
    /// A request makes itself small.
    ///
    /// ## Why
    /// "Just" says that what follows hardly matters. The reader believes it, and the work that does matter is put off. Nothing is lost
    /// without the word; the request is as polite as before.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Could you [[just]] send me the totals by Friday?
    /// ```
    /// ```mail fixed
    /// Could you send me the totals by Friday?
    /// ```
    /// ```mail flagged
    /// I [[just]] wanted to ask about the invoice.
    /// ```
    /// ```mail flagged
    /// [[Just]] checking in on the invoice.
    /// ```
    /// ```mail fixed
    /// I'm checking in on the invoice.
    /// ```
    /// ```mail fine
    /// Here is the file we just talked about.
    /// ```
    /// ```mail fine
    /// The build ended just now, just over an hour late.
    /// ```
    pub(super) static JUST_MINIMIZER = {
        id: "just-minimizer",
        level: Some(Level::Hint),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let spoken = soft::spoken_by(passage, &JUST_MINIMIZER);
    if spoken.is_empty() {
        return Vec::new();
    }
    // A reminder of nothing is no clearer without it.
    let nudge = thread::nudge(passage).map(|at| passage.phrases[at].span);
    let reminder = nudge.and_then(|nudge| passage.sentence_over(nudge));
    let reminds =
        |softener: &Softener| reminder.is_some_and(|sentence| sentence.span.covers(softener.span));
    spoken
        .iter()
        .filter(|softened| !softened.softeners.iter().any(reminds))
        .filter_map(|softened| {
            let (finding, _) = softened.finding(
                &JUST_MINIMIZER,
                "This makes the request smaller than it is.",
            )?;
            Some(softened.cut(finding, Applies::AsIs))
        })
        .collect()
}

/// Verbs of asking and checking, as a writer uses them of themself.
const TURNS: &str = "ask|asking|check|checking|curious|wonder|wondering|writing|follow|following|reaching|touching|hoping|need|needed|\
    want|wanted|confirm|confirming|see|seeing|pinging|circling|emailing|messaging";

/// Verbs after "wanted to" that ask for something.
const ASKS: &str = "ask|know|check|see|find|confirm|follow|understand|hear|make|touch|reach|clarify|verify|request|circle|ping";

/// The words of a sentence that make the writer's turn or request small: "just" and its like beside a verb of asking.
pub(super) fn minimizers(tokens: &[Token], asks: bool) -> Vec<Softener> {
    let small = tokens
        .iter()
        .enumerate()
        .filter(|&(at, token)| match token.norm.as_str() {
            "just" => just(tokens, at, asks),
            // "I only need the totals" tells how much is needed.
            "only" | "simply" => {
                turn(tokens, at) && !tokens[at + 1].is_any(&["need", "needed", "want"])
            }
            "quickly" => asks && before_verb(tokens, at),
            _ => false,
        });
    small
        .map(|(_, token)| Softener {
            family: JUST_MINIMIZER.id,
            span: token.span,
        })
        .collect()
}

/// Whether any of the words may be one of [`minimizers`].
pub(super) fn may_minimize(tokens: &[Token]) -> bool {
    (tokens.iter()).any(|token| token.is_any(&["just", "only", "simply", "quickly"]))
}

fn just(tokens: &[Token], at: usize, asks: bool) -> bool {
    let next = tokens.get(at + 1);
    let Some(next) = next else { return false };
    if next.is_any(&[
        "now", "over", "under", "as", "like", "in", "about", "after", "before", "because", "that",
        "one",
    ]) || next.is("-")
    {
        return false;
    }
    let opens =
        at == 0 || tokens[at - 1].is_any(&[",", "hi", "hello", "hey", "so", "and", "but", ":"]);
    let a_quick = next.is("a")
        && tokens.get(at + 2).is_some_and(|token| {
            token.is_any(&[
                "quick", "reminder", "note", "heads", "friendly", "gentle", "question", "few",
            ])
        });
    let lets = next.is("let")
        && tokens
            .get(at + 2)
            .is_some_and(|token| token.is_any(&["me", "us", "myself"]));
    let muses = next.is("thinking")
        && tokens
            .get(at + 2)
            .is_some_and(|token| token.is_any(&["out", "aloud"]));
    if lets || muses || (tells(&tokens[at + 1..]) && !asks) {
        return false;
    }
    // "I'll keep it short and just say so": the verb goes on from another.
    let goes_on = at > 0 && tokens[at - 1].is_any(&["and", "but"]) && !next.norm.ends_with("ing");
    // "Just follow the signs" tells the reader what to do.
    let orders = !next.norm.ends_with("ing")
        && !next.is_any(&["wanted", "want", "need", "needed", "curious", "wonder"]);
    turn(tokens, at)
        || (opens
            && !goes_on
            && (a_quick || (!orders && among(&next.norm, TURNS) && asks_on(tokens, at))))
        || (asks && before_verb(tokens, at))
}

/// Whether the verb behind "just" goes on to ask: "wanted to check" and "wonder whether", and not "wanted you to hear".
fn asks_on(tokens: &[Token], at: usize) -> bool {
    /// How far off the verb stands: "wanted to quickly check".
    const NEAR: usize = 3;
    let rest = &tokens[at + 1..];
    let Some((verb, rest)) = rest.split_first() else {
        return false;
    };
    let next = |words: &[&str]| rest.first().is_some_and(|token| token.is_any(words));
    match verb.norm.as_str() {
        "want" | "wanted" => {
            let to = next(&["to"]);
            to && rest.iter().take(NEAR).any(|token| among(&token.norm, ASKS))
        }
        "wonder" => next(&[
            "if", "whether", "when", "what", "how", "who", "why", "about",
        ]),
        "wondering" => !rest.is_empty() && !next(&[".", "!", "…", "..."]),
        // "Just need to install it" is the writer's own plan.
        "need" | "needed" => {
            !next(&["to"]) || rest.iter().take(NEAR).any(|token| among(&token.norm, ASKS))
        }
        "see" | "confirm" => next(&["if", "whether", "that", "what", "when"]),
        _ => true,
    }
}

/// Whether the words behind "just" go on to tell something: "just wanted to let you know", "just a reminder that".
fn tells(after: &[Token]) -> bool {
    const TELLING: &str = "say|saying|tell|telling|let|letting|mention|mentioning|thank|share|sharing|confirming|congratulate|wish|inform|update|\
        note|heads|remind|reminding|add";
    /// How far off the verb stands: "wanted to quickly let".
    const NEAR: usize = 4;
    let near = &after[..after.len().min(NEAR)];
    near.iter().any(|token| among(&token.norm, TELLING))
        || near
            .windows(3)
            .any(|run| run[0].is("you") && run[1].is("to") && run[2].is("know"))
        || near.windows(2).any(|pair| {
            pair[0].is("reminder")
                && pair[1].is_any(&["that", "of", ".", "!", ",", ":", "-", "–", "—"])
        })
}

/// Who speaks where "just" stood in their place.
pub(super) const SUBJECTS: [&str; 3] = ["I", "I'm", "I’m"];

/// The passage without the "just" at `at`, which may stand in the place of who speaks: "Just checking in" is "I'm checking in".
pub(super) fn without(passage: &Passage, at: usize) -> Edit {
    let tokens = &passage.words.tokens;
    let span = tokens[at].span;
    let next = |on: usize, words: &[&str]| {
        let token = tokens.get(at + on);
        token.is_some_and(|token| token.is_any(words))
    };
    let opens = passage
        .words
        .sentences
        .iter()
        .any(|sentence| sentence.tokens.start == at)
        || at > 0 && tokens[at - 1].is_any(&[",", "so", "but", ":", "-", "–", "—"]);
    let acts = next(1, &["wanted", "want", "need", "needed", "wonder"]);
    let is = next(1, &["curious"])
        || tokens
            .get(at + 1)
            .is_some_and(|token| among(&token.norm, TURNS) && token.norm.ends_with("ing"));
    // "Just following up on my call, could you sign it" has its own clause behind the comma.
    let sentence = passage.sentence_over(span);
    let end = sentence.map_or(at, |sentence| sentence.tokens.end);
    let is = is && !tokens[at..end].iter().any(|token| token.is(","));
    match (opens, acts, is) {
        (true, true, _) => Edit::replace(span, "I"),
        (true, _, true) if passage.text.contains('’') => Edit::replace(span, "I’m"),
        (true, _, true) => Edit::replace(span, "I'm"),
        _ => rewrite::cut(&passage.text, span),
    }
}

/// "I just wanted to ask", "I'm just writing to see", "Just checking in".
fn turn(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens
        .get(at + 1)
        .filter(|next| among(&next.norm, TURNS) && asks_on(tokens, at))
    else {
        return false;
    };
    // "I just need to follow up with Bo" tells what the writer has to do.
    let after = |on: usize, words: &[&str]| {
        let token = tokens.get(at + on);
        token.is_some_and(|token| token.is_any(words))
    };
    let duty = next.is_any(&["need", "needed"])
        && after(2, &["to"])
        && !after(3, &["know", "ask", "check", "confirm"]);
    if duty {
        return false;
    }
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let writer = |token: Option<&Token>| token.is_some_and(|token| token.is_any(&["i", "we"]));
    let direct =
        writer(before(1)) && !matches!(next.norm.as_str(), "let" | "see" | "checked" | "asked");
    let progressive = before(1)
        .is_some_and(|token| token.is_any(&["'m", "am", "was", "'re", "are", "were"]))
        && writer(before(2))
        && next.norm.ends_with("ing");
    direct || progressive
}

/// "Could you just send it", "please just send it": between the asking and its verb.
fn before_verb(tokens: &[Token], at: usize) -> bool {
    let verb = tokens
        .get(at + 1)
        .is_some_and(|next| verbs::is_base(&next.norm));
    let back = |count: usize| at.checked_sub(count).and_then(|at| tokens.get(at));
    let is = |token: Option<&Token>, words: &[&str]| token.is_some_and(|token| token.is_any(words));
    let modal = &["could", "can", "would", "will"];
    let asked = is(back(1), &["you"]) && is(back(2), modal);
    // "Do we want to just take it?" asks which way to go, "if you want to just sit" allows it.
    let wanted = is(back(1), &["to"]) && is(back(2), &["you", "able", "possible", "someone"]);
    verb && (asked || wanted || is(back(1), &["please", "possibly"]) || is(back(1), modal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn no_sentence_is_left_without_who_speaks() {
        for (before, after) in [
            (
                "Just wanted to ask whether the roof leaks.",
                "I wanted to ask whether the roof leaks.",
            ),
            (
                "Hi Ana, just wondering whether Bo’s lamp still works.",
                "Hi Ana, I’m wondering whether Bo’s lamp still works.",
            ),
            (
                "Just following up on my call, if you could send the list by Friday, I'd be glad.",
                "Following up on my call, if you could send the list by Friday, I'd be glad.",
            ),
            (
                "The post is slow, so just wanted to check whether it came.",
                "The post is slow, so I wanted to check whether it came.",
            ),
        ] {
            fixes(&JUST_MINIMIZER, before, after);
        }
    }
}
