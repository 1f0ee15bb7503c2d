use super::{instead, rhetorical_question};
use crate::facts::{ActKind, AskForm, Passage, TimeExpression};
use crate::finding::{Applies, Finding, Level};
use crate::language::TokenKind;
use crate::language::pattern::Patterns;
use crate::rules::listed::{self, Listed};
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// A load is held up to be felt for, in place of where things stand.
    ///
    /// ## Why
    /// "You have no idea how swamped I am" asks for pity and answers nothing: is it a no, a later, or a yes under protest? How far things
    /// are, what can be done by when, and what is needed for that, is an answer the other side can work with.
    ///
    /// A load that ends on a day ("I'm swamped until Thursday") says where things stand, and is left alone.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I've got tons going on]] at the moment!
    /// ```
    /// ```mail fixed
    /// My week is full. What do you need from me, and by when?
    /// ```
    /// ```mail flagged
    /// [[You have no idea how swamped]] I am.
    /// ```
    /// ```mail fine
    /// I'm swamped until Thursday; I can read it on Friday.
    /// ```
    /// ```mail fine
    /// The cellar was completely underwater.
    /// ```
    pub(super) static SYMPATHY_APPEAL = {
        id: "sympathy-appeal",
        level: Some(Level::Info),
        guards: HonestAnswer,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let mut last = None;
    let found = listed::all(passage, SYMPATHY_APPEAL.id)
        .filter(|listed| appeals(listed) && last.replace(listed.at) != Some(listed.at));
    found
        .map(|listed| {
            let says = "This asks for sympathy and does not say where things stand.";
            answered(
                SYMPATHY_APPEAL.finding(listed.phrase.span, says),
                &listed,
                context,
            )
        })
        .collect()
}

/// Adds what may be said in its place: by when what is asked for can be done, that it cannot, or what is needed.
fn answered(finding: Finding, listed: &Listed<'_>, context: &Context<'_>) -> Finding {
    let asked = context.around.wanted.as_ref();
    let asked = asked.and_then(|wanted| wanted.promise.as_deref());
    let day = offer::promised_day(context);
    let sure = match context.wanted_day() {
        None if !asks_next(listed) => " Is that soon enough?",
        _ => "",
    };
    let what = asked.unwrap_or("do this");
    let who = listed.passage.words.tokens_in(listed.phrase.span).first();
    let who = match who {
        Some(first) if first.is("we") => "We",
        _ => "I",
    };
    let soon = format!("{who} can {what} by {day}.{sure}");
    let later = format!("{who} can't {what} before [day].");
    let ask = "My week is full. What do you need from me, and by when?";
    let offers: &[(Applies, &str)] = match asked {
        Some(_) => &[
            (Applies::IfMeant, &soon),
            (Applies::WithBlank, &later),
            (Applies::IfMeant, ask),
        ],
        None => &[
            (Applies::IfMeant, ask),
            (Applies::IfMeant, &soon),
            (Applies::WithBlank, &later),
        ],
    };
    if let Some(put_off) = put_off(listed) {
        let other = listed.passage.words.sentences[put_off].span;
        let both = listed.sentence().span.join(other);
        return offers.iter().fold(finding, |finding, (applies, words)| {
            finding.fix(*applies, offer::say(words), Edit::replace(both, *words))
        });
    }
    let Some(rest) = rest(listed) else {
        return offers.iter().fold(finding, |finding, (applies, words)| {
            instead::sentence(finding, listed, *applies, words)
        });
    };
    if !listed.before().iter().all(listed::is_filler) {
        return finding;
    }
    let sentence = listed.sentence().span;
    let acts = listed.passage.acts_in(listed.at);
    let tells = acts.iter().all(|act| act.kind == ActKind::Information);
    let finding = match asked {
        Some(_) if tells => finding.fix(
            Applies::IfMeant,
            offer::say(&soon),
            Edit::replace(sentence, soon.clone()),
        ),
        _ => finding,
    };
    if !acts
        .iter()
        .any(|act| matches!(act.kind, ActKind::Commitment(_)))
        && asked.is_none()
    {
        return finding;
    }
    let clause = Span::new(listed.phrase.span.start, rest.max(listed.phrase.span.end));
    let words = later.trim_end_matches('.');
    finding.fix(
        Applies::WithBlank,
        offer::say(words),
        Edit::replace(clause, words),
    )
}

/// Where the clause that appeals ends, if another follows: "I'm swamped, so I'll see what I can do".
fn rest(listed: &Listed<'_>) -> Option<usize> {
    let after = listed.after();
    let joint = (0..after.len().saturating_sub(1)).find(|&at| {
        let next = &after[at + 1];
        let clause = next.kind == TokenKind::Word;
        let subject = next.is_any(&[
            "i", "we", "you", "he", "she", "it", "they", "nobody", "there", "so", "can", "still",
        ]);
        match after[at].norm.as_str() {
            "," | ";" | ":" | "so" | "but" | "because" | "-" | "–" | "—" => clause,
            "and" => subject,
            _ => false,
        }
    })?;
    let before = match joint.checked_sub(1) {
        Some(before) => after[before].span.end,
        None => listed.phrase.span.end,
    };
    Some(before)
}

/// Whether the load is said for itself: without the day it ends on, and for no request that follows.
fn appeals(listed: &Listed<'_>) -> bool {
    let alone = !listed.phrase.why.contains("open promise") || put_off(listed).is_some();
    let supposed = ["if", "when", "unless"];
    let before = listed.before();
    alone
        && !has_end(listed)
        && !listed.asks()
        && !before.iter().any(|token| token.is_any(&supposed))
        && !asked_before(listed)
        && (!asks_next(listed) || rhetorical_question::stands_in(listed.passage))
}

/// Whether a day stands beside it on which the load may end; "it has been one thing after another this month" tells of none.
fn has_end(listed: &Listed<'_>) -> bool {
    let (tokens, range) = listed.tokens();
    let so_far = tokens[range]
        .iter()
        .any(|token| token.is_any(&["been", "had"]));
    let sentences = &listed.passage.words.sentences;
    let near = &sentences[listed.at..sentences.len().min(listed.at + 2)];
    let mut times = near
        .iter()
        .flat_map(|own| listed.passage.times_in(own.span));
    let this = |time: &TimeExpression| {
        let first = listed.passage.words.tokens_in(time.span).first();
        first.is_some_and(|first| first.is_any(&["this", "today"]))
    };
    listed.dated() && !(so_far && times.all(this))
}

/// Whether the sentence after it asks.
fn asks_next(listed: &Listed<'_>) -> bool {
    let acts = listed.passage.acts_in(listed.at + 1);
    acts.iter().any(|act| matches!(act.kind, ActKind::Ask(_)))
}

/// Whether it is the reason for what the sentence before it asks: "Could we meet on Friday? I'm swamped today."
fn asked_before(listed: &Listed<'_>) -> bool {
    let before = listed.at.checked_sub(1);
    let mut acts = before.into_iter().flat_map(|at| listed.passage.acts_in(at));
    acts.any(|act| matches!(&act.kind, ActKind::Ask(ask) if ask.action.is_some() && ask.form != AskForm::Question))
}

/// The sentence beside it that only puts the answer off: "Things are crazy here. I'll let you know."
fn put_off(listed: &Listed<'_>) -> Option<usize> {
    static LATER: Patterns = Patterns::new(&[
        "will|'ll let you|u know",
        "will|'ll get back to you|u?",
        "will|'ll be in touch",
        "will|'ll keep you posted",
    ]);
    const SHORT: usize = 9;
    let passage = listed.passage;
    let near = [listed.at.checked_sub(1), Some(listed.at + 1)];
    near.into_iter().flatten().find(|&at| {
        let sentence = passage.words.sentences.get(at);
        let tokens = sentence.map(|sentence| &passage.words.tokens[sentence.tokens.clone()]);
        tokens.is_some_and(|tokens| {
            let dated = sentence.is_some_and(|own| passage.times_in(own.span).next().is_some());
            tokens.len() <= SHORT && !dated && LATER.find(tokens).is_some()
        })
    })
}

/// Whether the passage makes such an appeal.
pub(super) fn stands_in(passage: &Passage) -> bool {
    listed::all(passage, SYMPATHY_APPEAL.id).any(|listed| appeals(&listed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, quiet};

    #[test]
    fn where_things_stand_takes_its_place() {
        for (before, after) in [
            (
                "I'd love to help, but honestly I'm drowning.",
                "I'd love to help, but honestly my week is full. What do you need from me, and by when?",
            ),
            (
                "Things are crazy here. I'll let you know.",
                "My week is full. What do you need from me, and by when?",
            ),
            (
                "I'm swamped, so I'll see what I can do.",
                "I can't do this before [day], so I'll see what I can do.",
            ),
            (
                "I am completely swamped and nobody sees it.\n\nOn Mon, 16 Nov 2026, Ana Lee wrote:\n> Could you have a quick look at the lease by Friday?\n",
                "I can review the lease by Fri 20 Nov.\n\nOn Mon, 16 Nov 2026, Ana Lee wrote:\n> Could you have a quick look at the lease by Friday?\n",
            ),
        ] {
            fixes(&SYMPATHY_APPEAL, before, after);
        }
        quiet(
            &SYMPATHY_APPEAL,
            "We're really busy. Come by and we'll show you round.",
        );
        quiet(
            &SYMPATHY_APPEAL,
            "I'm swamped. What do you need from me, and by when?",
        );
        quiet(&SYMPATHY_APPEAL, "It's been a crazy week. Thank you all.");
    }
}
