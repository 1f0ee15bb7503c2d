use crate::facts::{Passage, TimeKind};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::language::{Token, TokenKind, Upos, among};
use crate::rewrite::{self, Passive};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// Work is promised with nobody to do it.
    ///
    /// ## Why
    /// "It will be taken care of" sounds like a promise, and nobody has made it. If the work is not done there is no one to ask, and no
    /// one thinks they were meant.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[The page will get updated]].
    /// ```
    /// ```mail fixed
    /// [Name] will update the page by Fri 20 Nov.
    /// ```
    /// ```mail flagged
    /// [[This is being handled]].
    /// ```
    /// ```mail fine
    /// The shop will be closed on Monday.
    /// ```
    /// ```mail fine
    /// The invoice will be sent by Ana on Monday.
    /// ```
    pub(super) static COMMIT_AGENTLESS = {
        id: "commit-agentless",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        also_for: [List],
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let sentences = 0..passage.words.sentences.len();
    sentences
        .filter_map(|at| {
            if let Some(finding) = someone(passage, at, context) {
                return Some(finding);
            }
            let passive = promised(passage, at)?;
            let place = place(passage, &passive)?;
            let says = "This promises work and names nobody to do it.";
            Some(named(
                COMMIT_AGENTLESS.finding(place, says),
                context,
                passage,
                &passive,
            ))
        })
        .collect()
}

/// Adds the sentence with a name to fill in, and with the writer in it.
fn named(
    mut finding: Finding,
    context: &Context<'_>,
    passage: &Passage,
    passive: &Passive,
) -> Finding {
    let day = offer::usual_day(context);
    let sentence = passage.words.sentences[passive.sentence].span;
    let vague = passage
        .times_in(sentence)
        .find(|time| time.kind == TimeKind::Vague);
    let vague = vague.map(|time| time.whole);
    for (who, applies) in [("[Name]", Applies::WithBlank), ("I", Applies::IfMeant)] {
        if let Some(recast) = rewrite::active(passage, passive, who, Some(&day), vague) {
            finding = finding.fix(applies, offer::say(&recast.words), recast.edits);
        }
    }
    finding
}

/// "Someone will get back to you": the name to fill in, with a day.
fn someone(passage: &Passage, at: usize, context: &Context<'_>) -> Option<Finding> {
    static SOMEONE: Patterns = Patterns::new(&[
        "someone|somebody *? *? *? *? will|'ll get|call|contact|reach|reply|respond|answer|look|pick|take|fix|sort|handle|update|review|assist|help|be",
        "someone|somebody *? *? *? is|'s working|looking|dealing",
        "it|this|that is|'s being worked on",
    ]);
    let sentence = &passage.words.sentences[at];
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let (found, which) = SOMEONE.find(tokens)?;
    let bounded = hangs(&tokens[..found.start]) || hangs(&tokens[found.end..]);
    let long = tokens.len() - found.start > LONGEST;
    if long || bounded || is_dated(passage, sentence.span) {
        return None;
    }
    // "Someone will be there" is no work; "hopefully someone" is the writer's to find.
    let touch = tokens.get(found.end).is_some_and(|next| next.is("in"));
    let led = found.start.checked_sub(1).map(|at| &tokens[at]);
    if led.is_some_and(|led| !led.is_any(&["and", "but", "so", ","]))
        || tokens[found.end - 1].is("be") && !touch
    {
        return None;
    }
    let subject =
        (found.start..found.end).find(|&at| tokens[at].is_any(&["will", "'ll", "is", "'s"]))?;
    let who = tokens[found.start].span;
    let (who, name) = if which == 2 {
        let what = who.of(&passage.text).to_lowercase();
        let all = who.join(tokens[found.end - 1].span);
        (all, format!("[Name] is working on {what}"))
    } else {
        (who.join(tokens[subject - 1].span), "[Name]".to_owned())
    };
    let last = tokens
        .iter()
        .rfind(|token| token.kind == TokenKind::Word)?
        .span;
    let vague = passage
        .times_in(sentence.span)
        .find(|time| time.kind == TimeKind::Vague);
    let day = offer::usual_day(context);
    let (place, by) = match (vague, which) {
        (Some(vague), 0) => (vague.whole, format!("by {day}")),
        (None, 0) => (Span::empty(last.end), format!(" by {day}")),
        _ => (
            Span::empty(last.end),
            format!(" and will tell you by {day} how it stands"),
        ),
    };
    let place = Span::new(place.start, place.end.max(place.start));
    let edits = Edits::new(vec![Edit::replace(who, name), Edit::replace(place, by)])?;
    let span = who.join(last);
    let words = rewrite::reads(&passage.text, span, &edits);
    let says = "This promises work and names nobody to do it.";
    let finding = COMMIT_AGENTLESS.finding(span, says);
    Some(finding.fix(Applies::WithBlank, offer::say(&words), edits))
}

/// Work that somebody has to do.
const WORK: &[&str] = &[
    "addressed",
    "arranged",
    "attended",
    "carried",
    "checked",
    "cleaned",
    "contacted",
    "corrected",
    "done",
    "fixed",
    "handled",
    "informed",
    "investigated",
    "mended",
    "notified",
    "organised",
    "organized",
    "prepared",
    "provided",
    "repaired",
    "replaced",
    "resolved",
    "reviewed",
    "rewritten",
    "solved",
    "told",
    "updated",
];

/// What guests are given.
const SERVED: &str = "breakfast|brunch|lunch|dinner|supper|food|snack|snacks|refreshment|refreshments|drink|drinks|coffee|tea|pizza|\
    cake|meal|meals|childcare|babysitting|transport|transportation|parking|accommodation|materials|supplies|equipment|tools|gloves|\
    bags|towels|prizes";

/// The same with the word they need behind them.
static PHRASAL: Patterns = Patterns::new(&[
    "taken care of",
    "dealt with",
    "looked into|at|after",
    "seen to",
    "carried|sorted|followed out|up",
]);

/// How work is announced without its doer.
static WILL_BE_DONE: Patterns = Patterns::new(&[
    "will|'ll also? soon|now? be|get DONE",
    "is|are|'s|'re now|currently? being DONE",
    "is|are|'s|'re going to be|get DONE",
]);

/// A longer sentence says more.
const LONGEST: usize = 14;

/// Whether a day or an event stands there.
fn is_dated(passage: &Passage, sentence: Span) -> bool {
    let mut times = passage.times_in(sentence);
    times.any(|time| !matches!(time.kind, TimeKind::Vague | TimeKind::Duration))
}

/// Whether it hangs on something, or names a doer or a way.
fn hangs(tokens: &[Token]) -> bool {
    const LINKS: &str = "by|if|when|once|unless|until|after|?|who|which|any|all|not|n't|only|no|from|per|each|through|via|\
        automatically|with|as";
    tokens.iter().any(|token| among(&token.norm, LINKS))
}

/// The sentence's promise without a doer: a short sentence, no day, no "by", and what is worked on as its subject.
fn promised(passage: &Passage, at: usize) -> Option<Passive> {
    let sentence = &passage.words.sentences[at];
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    if tokens.len() > LONGEST {
        return None;
    }
    if is_dated(passage, sentence.span) || hangs(tokens) || is_aside(passage, sentence.span.start) {
        return None;
    }
    let (aux, _) = WILL_BE_DONE.find(tokens)?;
    let done = aux.end - 1;
    let mut subject = subject(tokens, aux.start)?;
    // "Hopefully it will be fixed": the hope is no part of what is fixed.
    while subject.len() > 1 && tokens[subject.start].tag.upos == Upos::Adv {
        subject.start += 1;
    }
    // "Lunch will be provided" is told to guests.
    let served = tokens[subject.clone()]
        .last()
        .is_some_and(|last| among(&last.norm, SERVED));
    if served && tokens[done].is_any(&["provided", "arranged"]) {
        return None;
    }
    let particles = match PHRASAL.at(tokens, done) {
        Some((end, _)) => end - done - 1,
        None => WORK.contains(&tokens[done].norm.as_str()).then_some(0)?,
    };
    Some(Passive {
        sentence: at,
        subject,
        done,
        particles,
    })
}

/// Whether the place is within brackets, where the writer answers a thought of their own.
fn is_aside(passage: &Passage, place: usize) -> bool {
    // Found from behind, and not far: a paragraph may be as long as a book.
    const NEAR: usize = 200;
    let mut before = passage.text.as_bytes()[..place].iter().rev().take(NEAR);
    before.find(|byte| matches!(byte, b'(' | b')')) == Some(&b'(')
}

/// What the work is done to: all that stands before the verb, if it is short and no person.
fn subject(tokens: &[Token], aux: usize) -> Option<std::ops::Range<usize>> {
    let subject = tokens
        .get(..aux)
        .filter(|subject| !subject.is_empty() && subject.len() <= 6)?;
    let person = [
        "i", "we", "you", "he", "she", "who", "there", "what", "please", "and", "but", "so",
    ];
    let plain = subject.iter().all(|token| {
        token.kind == TokenKind::Word && !token.is_any(&person) && !token.tag.is_verbal()
    });
    plain.then_some(0..aux)
}

fn place(passage: &Passage, passive: &Passive) -> Option<Span> {
    let sentence = passage.words.sentences.get(passive.sentence)?;
    let tokens = passage.words.tokens.get(sentence.tokens.clone())?;
    let last = tokens.iter().rfind(|token| token.kind == TokenKind::Word)?;
    Some(Span::new(sentence.span.start, last.span.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn a_name_takes_the_work() {
        for (before, after) in [
            (
                "It will be taken care of.",
                "[Name] will take care of it by Fri 20 Nov.",
            ),
            (
                "A new key will be provided soon.",
                "[Name] will provide a new key by Fri 20 Nov.",
            ),
            (
                "They will be informed.",
                "[Name] will inform them by Fri 20 Nov.",
            ),
        ] {
            fixes(&COMMIT_AGENTLESS, before, after);
        }
    }
}
