use crate::facts::{Action, Message, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::among;
use crate::rewrite;
use crate::rules::listed::{self, Listed, is_filler};
use crate::rules::{Context, Kind, offer, reply, rule};
use crate::text::{Edit, Span};

rule! {
    /// A reminder leaves it to the reader to find what of.
    ///
    /// ## Why
    /// "Just following up on this" asks the reader to dig for the request, its date and what is missing; most will not. The request and
    /// the day, said again, can be answered on the spot.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Just following up on this.]]
    /// ```
    /// ```mail fixed
    /// On [day] I asked you to [do what]. Please do it by Fri 20 Nov, or tell me by then if you can't.
    /// ```
    /// ```mail flagged
    /// Hi Ana, [[any update?]]
    /// ```
    /// ```mail fine
    /// Following up on Monday's call: please sign the lease by Thursday noon.
    /// ```
    /// ```mail fine
    /// Any update of the price list needs two signatures.
    /// ```
    pub(super) static NUDGE_EMPTY = {
        id: "nudge-empty",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        flags: Phrase,
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let mut nudges = context.noticed(message, Kind::Nudge).filter_map(|of| {
        let phrase = &of.passage.phrases[of.noticed.nudge?];
        Some((of.offset, Listed::of(of.passage, phrase)?))
    });
    let Some((offset, listed)) = nudges.next() else {
        return Vec::new();
    };
    // A request beside the reminder says what it is about.
    let asks_more = message.asks().any(|ask| {
        (ask.offset, ask.act.sentence) != (offset, listed.at)
            && ask
                .fact
                .action
                .as_ref()
                .is_some_and(|action| !is_answer(action))
            && !ask
                .passage
                .phrases_at(ask.act.span)
                .any(|phrase| phrase.family == "nudge")
    });
    if asks_more {
        return Vec::new();
    }
    let (tokens, range) = listed.tokens();
    let first = tokens[..range.start]
        .iter()
        .rposition(|token| token.is(","))
        .map_or(0, |comma| comma + 1);
    let start = tokens[first.min(range.start)].span.start;
    let mut place = listed.sentence().span.join(listed.phrase.span);
    // "Just following up on this. Any news?" nudges twice.
    let again = listed::all(listed.passage, "nudge").filter(says_only);
    for next in again.filter(|next| next.at > listed.at) {
        if next.sentence().span.start <= place.end + 1 {
            place = place.join(next.sentence().span);
        }
    }
    let place = Span::new(start, place.end).shifted(offset);
    let day = offer::usual_day(context);
    let please = format!("Please do it by {day}, or tell me by then if you can't.");
    let (words, applies) = match said_before(message, context) {
        Some(Before::Work(asked)) => (format!("{asked} {please}"), Applies::IfMeant),
        Some(Before::Question(asked)) => {
            (format!("{asked} Please answer by {day}."), Applies::IfMeant)
        }
        None => (
            format!("On [day] I asked you to [do what]. {please}"),
            Applies::WithBlank,
        ),
    };
    let finding = NUDGE_EMPTY.finding(place, "This reminds the reader without saying of what.");
    vec![finding.fix(applies, offer::say(&words), Edit::replace(place, words))]
}

/// Whether it is only an answer that is wanted: "It would be great to hear from you."
fn is_answer(action: &Action) -> bool {
    let verb = action.verb.split(' ').next().unwrap_or_default();
    among(verb, "answer|hear|reply|respond")
}

/// What the writer asked before, said again.
enum Before {
    /// "On Mon 16 Nov I asked you to send me the lease."
    Work(String),
    /// "On Mon 16 Nov I asked: “Which lease is it?”"
    Question(String),
}

/// The one thing that the writer's own message below asks for.
///
/// A message below is the writer's own if its attribution names someone who is neither greeted nor written to.
fn said_before(message: &Message, context: &Context<'_>) -> Option<Before> {
    let attributions = &message.document.attributions;
    let to = &message.document.headers.to;
    let reader = |name: &str| {
        let mut words = name.split_whitespace();
        let greeted = || {
            context
                .around
                .greeted
                .iter()
                .flat_map(|name| name.split(' '))
        };
        words.any(|word| greeted().any(|part| part == word))
            || to.iter().any(|mailbox| mailbox.name == name)
    };
    if context.around.greeted.is_empty() && to.is_empty() {
        return None;
    }
    let mut asked = message.quoted_asks().filter_map(|ask| {
        let attribution = attributions.get(ask.passage.block.attribution?)?;
        let who = attribution.who.as_ref()?;
        let known = to.iter().any(|mailbox| mailbox.address == who.address);
        let own = !who.name.is_empty() && !reader(&who.name) && (who.address.is_empty() || !known);
        own.then_some((ask, attribution.date?))
    });
    let (ask, date) = asked.next().filter(|_| asked.next().is_none())?;
    let written = |day| rewrite::written(day, context.today, context.options);
    let date = written(date);
    let Some(what) = rewrite::asked_for(ask.passage, ask.fact) else {
        let question = reply::question(ask.passage, ask.act)?;
        return Some(Before::Question(format!("On {date} I asked: “{question}”")));
    };
    let due = ask
        .passage
        .due_day(ask.fact)
        .map_or_else(String::new, |day| format!(" by {}", written(day)));
    Some(Before::Work(format!(
        "On {date} I asked you to {what}{due}."
    )))
}

/// The passage's first reminder that says nothing else, by its phrase's number.
pub(in crate::rules) fn noticed(passage: &Passage) -> Option<usize> {
    let mut nudges = listed::all(passage, "nudge").filter(says_only);
    nudges.next().map(|listed| listed.number())
}

/// Whether the sentence is the reminder and nothing else.
fn says_only(listed: &Listed<'_>) -> bool {
    const LEAD: &[&str] = &[
        "just", "'m", "am", "'re", "are", "we", "a", "sorry", "for", "is", "this", "hello", "good",
        "morning", "my",
    ];
    let (tokens, range) = listed.tokens();
    let name = |at: usize| {
        let near = at.checked_sub(1).and_then(|at| tokens.get(at));
        tokens[at].tag.is_nominal()
            && (at == 0
                || near.is_some_and(|near| near.is_any(&[",", "hi", "hello", "hey", "dear"])))
    };
    let before =
        (0..range.start).all(|at| is_filler(&tokens[at]) || tokens[at].is_any(LEAD) || name(at));
    // "Following up on this, any news?" nudges twice.
    let nudges = |at: usize| {
        let mut phrases = listed.passage.phrases_at(tokens[at].span);
        phrases.any(|other| other.family == "nudge")
    };
    let after =
        (range.end..tokens.len()).all(|at| is_filler(&tokens[at]) || name(at) || nudges(at));
    before && after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn what_the_writer_asked_below_is_said_again() {
        let draft = |own: &str, who: &str| {
            format!(
                "Hi Leo,\n\n{own}\n\nMia\n\nOn Mon, 16 Nov 2026 at 09:12, {who} wrote:\n> Hi Leo,\n>\n> Could you send me the signed lease by Wednesday?\n"
            )
        };
        fixes(
            &NUDGE_EMPTY,
            &draft("Have you had a chance to look at this yet?", "Mia Lund"),
            &draft(
                "On Mon 16 Nov I asked you to send me the signed lease by Wed 18 Nov. Please do it by Fri 20 Nov, or tell me by then if you can't.",
                "Mia Lund",
            ),
        );
        fixes(
            &NUDGE_EMPTY,
            &draft("Just following up on this. Any news?", "Mia Lund"),
            &draft(
                "On Mon 16 Nov I asked you to send me the signed lease by Wed 18 Nov. Please do it by Fri 20 Nov, or tell me by then if you can't.",
                "Mia Lund",
            ),
        );
        let question = |asked: &str| {
            format!(
                "Hi Leo,\n\n{asked}\n\nMia\n\nOn Mon, 16 Nov 2026 at 09:12, Mia Lund wrote:\n> Hi Leo,\n>\n> When will the lease be ready?\n"
            )
        };
        fixes(
            &NUDGE_EMPTY,
            &question("Any news?"),
            &question(
                "On Mon 16 Nov I asked: “When will the lease be ready?” Please answer by Fri 20 Nov.",
            ),
        );
        // What Leo asked is no request of the writer's.
        let blank = "On [day] I asked you to [do what]. Please do it by Fri 20 Nov, or tell me by then if you can't.";
        fixes(
            &NUDGE_EMPTY,
            &draft("Any update?", "Leo Holm"),
            &draft(blank, "Leo Holm"),
        );
    }
}
