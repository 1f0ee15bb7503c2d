use super::fault::{self, Fault, Faulty};
use super::offers;
use crate::facts::{Commitment, DueKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::TokenKind;
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A promise has its way out built in.
    ///
    /// ## Why
    /// "If I have time" keeps the promise true whatever happens, so it tells the reader nothing. Without the clause it is a promise; with
    /// a day by which the reader will hear of a no, it is one that can fail without harm.
    ///
    /// ## Examples
    /// ```mail flagged
    /// I'll send the photos on Monday [[if I have time]].
    /// ```
    /// ```mail fixed
    /// I'll send the photos on Monday.
    /// ```
    /// ```mail flagged
    /// [[Time permitting]], I'll mend the door on Friday.
    /// ```
    /// ```mail fine
    /// If the build is red at six, I take it back.
    /// ```
    /// ```mail fine
    /// I'll send it unless you tell me by noon that you have it.
    /// ```
    pub(super) static COMMIT_ESCAPE = {
        id: "commit-escape",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let says = "This way out keeps the promise true whatever happens.";
    fault::found(
        passage,
        Fault::Escape,
        &COMMIT_ESCAPE,
        says,
        |finding, faulty| told(finding, context, passage, faulty),
    )
}

/// Adds the promise with a day in place of the way out, or without it, and the same with a day to hear of a no.
fn told(finding: Finding, context: &Context<'_>, passage: &Passage, faulty: &Faulty) -> Finding {
    let day = offer::promised_day(context);
    // "I'll see if I have time": without the way out nothing is left to see.
    let before = passage.words.tokens_in(Span::new(0, faulty.span.start));
    if before.last().is_some_and(|last| last.is("see")) {
        let told = rewrite::tell(passage, &faulty.act, &day);
        return offers::said(finding, Applies::IfMeant, told);
    }
    let cut = rewrite::leave_out(passage, faulty.span);
    let finding = match offers::by_day(passage, faulty.act.sentence, faulty.span, &day) {
        Some((title, edit)) => finding.fix(Applies::IfMeant, title, edit),
        None => dated_behind(finding, passage, faulty, &cut, &day),
    };
    let title = format!("Take out “{}”", faulty.span.of(&passage.text));
    let finding = offers::edits(
        finding,
        Applies::IfMeant,
        title,
        Some(Edits::from(cut.clone())),
    );
    let opening = passage.words.tokens_in(faulty.promise.opening);
    let several = opening.iter().any(|token| token.is("we"));
    let (who, subject) = if several { ("We", "we") } else { ("I", "I") };
    let mark = rewrite::apostrophe(&passage.text);
    let sentence = format!("{who}{mark}ll tell you by {day} if {subject} can{mark}t.");
    let Some(end) = passage
        .words
        .sentences
        .get(faulty.act.sentence)
        .map(|sentence| sentence.span.end)
    else {
        return finding;
    };
    let tokens = passage.words.tokens_in(Span::new(0, end));
    let last = tokens
        .iter()
        .rfind(|token| token.kind != TokenKind::Mark && token.kind != TokenKind::Symbol);
    let last_words = last.is_some_and(|token| faulty.span.covers(token.span));
    let closed = passage.text[..end].ends_with(['.', '!']);
    let after = (last_words && closed)
        .then(|| Edits::new(vec![cut, Edit::insert(end, format!(" {sentence}"))]))
        .flatten();
    offers::edits(
        finding,
        Applies::IfMeant,
        format!("Say “{sentence}”"),
        after,
    )
}

/// Adds the promise without the way out that leads it, and with a day where it has none: "When I get a minute I'll send it".
fn dated_behind(
    finding: Finding,
    passage: &Passage,
    faulty: &Faulty,
    cut: &Edit,
    day: &str,
) -> Finding {
    let (act, promise) = (&faulty.act, &faulty.promise);
    let undated = promise
        .due
        .as_ref()
        .is_none_or(|due| due.kind == DueKind::Vague || faulty.span.covers(due.span));
    let leads = promise.action.is_some() && faulty.span.end <= promise.opening.start;
    let dated = (undated && leads)
        .then(|| {
            let promise = Commitment {
                due: None,
                ..promise.clone()
            };
            rewrite::dated(passage, act, &promise, day)
        })
        .flatten();
    match dated.and_then(|dated| Edits::new(vec![cut.clone(), dated])) {
        Some(edits) => finding.fix(Applies::IfMeant, offer::say(&format!("by {day}")), edits),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    #[test]
    fn the_promise_stays_without_the_way_out() {
        for (before, after) in [
            (
                "Time permitting, I'll mend the door on Friday.",
                "I'll mend the door on Friday.",
            ),
            (
                "I'll finish it today, no promises.",
                "I'll finish it today.",
            ),
            (
                "I'll read it tonight if I get a chance.",
                "I'll read it tonight.",
            ),
            (
                "I'll read the lease when I get a minute.",
                "I'll read the lease by Fri 20 Nov.",
            ),
            (
                "I'll read the lease when I can and tell you what I think.",
                "I'll read the lease by Fri 20 Nov and tell you what I think.",
            ),
            (
                "We'll print it as quickly as we can.",
                "We'll print it by Fri 20 Nov.",
            ),
            (
                "I'll read it once things settle down and send you my notes.",
                "I'll read it by Fri 20 Nov and send you my notes.",
            ),
            (
                "I'll send it over, if I can.",
                "I'll send it over by Fri 20 Nov.",
            ),
            (
                "When I have a moment I'll send you the list.",
                "I'll send you the list by Fri 20 Nov.",
            ),
        ] {
            fixes(&COMMIT_ESCAPE, before, after);
        }
    }
}
