use crate::facts::{Ask, Message, Placed};
use crate::finding::{Applies, Finding, Level};
use crate::language::{self, TokenKind, lexicon, verbs};
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// The subject names neither the matter nor what is wanted.
    ///
    /// ## Why
    /// The subject is read first, alone, among fifty others, and searched for later. "Quick question" sorts the mail under nothing; the
    /// verb, the thing and the day in it are half the mail done.
    ///
    /// The subject of a thread that came in is left alone, until its "Re:" have piled up.
    ///
    /// ## Examples
    /// ```mail flagged
    /// To: ana@example.org
    /// Subject: [[Quick question]]
    ///
    /// Could you review the audit report by Friday?
    /// ```
    /// ```mail fixed
    /// To: ana@example.org
    /// Subject: Review the audit report by Fri 20 Nov
    ///
    /// Could you review the audit report by Friday?
    /// ```
    /// ```mail fine
    /// To: ana@example.org
    /// Subject: Question about invoice 4411
    ///
    /// Which account is it for?
    /// ```
    pub(super) static SUBJECT_VAGUE = {
        id: "subject-vague",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [List, Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let vague = || {
        let subject = context.headers.subject.as_deref()?;
        let place = context.headers.subject_span?;
        let said = message.own().next().is_some();
        (said && is_vague(subject)).then_some((subject, place))
    };
    let Some((subject, place)) = vague() else {
        return Vec::new();
    };
    let says = if subject.trim().is_empty() {
        "The subject is empty."
    } else {
        "This subject names neither the matter nor what is wanted."
    };
    let mut finding = SUBJECT_VAGUE.finding(place, says);
    if context.headers.plain_subject().is_some() {
        let gap = if place.is_empty() && place.start > 0 {
            " "
        } else {
            ""
        };
        let words = message.asks().find_map(|ask| of_ask(&ask, context));
        let (words, applies) = words.map_or(
            ("[What] for [whom]".to_owned(), Applies::WithBlank),
            |words| (words, Applies::IfMeant),
        );
        let title = offer::say(&words);
        // After "Subject:" with nothing behind it a blank is wanted.
        let edit = Edit::replace(place, format!("{gap}{words}"));
        finding = finding.fix(applies, title, edit);
    }
    vec![finding]
}

/// Whether a subject says nothing once its "Re:" are off. One "Re:" is the thread's, and stays.
fn is_vague(subject: &str) -> bool {
    let mut core = subject.trim();
    let mut replies = 0;
    while let Some((prefix, rest)) = core.split_once(':') {
        let prefix = prefix.trim().to_lowercase();
        if !matches!(
            prefix.as_str(),
            "re" | "fw" | "fwd" | "aw" | "wg" | "sv" | "antw" | "tr"
        ) {
            break;
        }
        replies += 1;
        core = rest.trim();
    }
    if core.is_empty() {
        return replies != 1;
    }
    if replies == 1 {
        return false;
    }
    let words = language::read(core);
    let says = |span: Span| {
        words.tokens.iter().all(|token| {
            token.kind == TokenKind::Mark
                || token.kind == TokenKind::Symbol
                || span.covers(token.span)
        })
    };
    lexicon::find(&words)
        .iter()
        .any(|hit| hit.family == "vague-subject" && says(hit.span))
}

/// A subject from what is asked: the verb, the thing, the day.
fn of_ask(ask: &Placed<'_, Ask>, context: &Context<'_>) -> Option<String> {
    const LONGEST: usize = 60;
    let text = &ask.passage.text;
    let action = ask.fact.action.as_ref()?;
    let tokens = &ask.passage.words.tokens;
    let verb = tokens.partition_point(|token| token.span.start < action.verb_span.start);
    // "Take a look at the lease" is a review of the lease.
    let (verb, object) = match rewrite::outcome(&tokens[verb..]) {
        Some((count, says)) => {
            let start = tokens.get(verb + count)?.span.start;
            (
                says,
                (start < action.span.end).then(|| Span::new(start, action.span.end))?,
            )
        }
        None => (action.verb.as_str(), action.object?),
    };
    let inside = || tokens.iter().filter(|token| object.covers(token.span));
    let told = inside().any(|token| {
        !token.is_any(&[
            "it", "this", "that", "them", "these", "those", "one", "me", "us", "you", "him", "her",
        ])
    });
    let head = verb.split(' ').next()?;
    if !told || !verbs::is_base(head) || object.start < action.verb_span.end {
        return None;
    }
    let object = object
        .of(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut words = match head {
        // "We need your form" is about the form.
        "need" | "want" | "require" => rewrite::capitalised(&object),
        _ => format!("{} {object}", rewrite::capitalised(verb)),
    };
    if let Some(day) = ask.passage.due_day(ask.fact) {
        let day = rewrite::written(day, context.today, context.options);
        words = format!("{words} by {day}");
    }
    (words.chars().count() <= LONGEST).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    fn mail(subject: &str, body: &str) -> String {
        format!("To: ana@example.org\nSubject: {subject}\n\n{body}\n")
    }

    #[test]
    fn a_subject_made_of_the_request() {
        fixes(
            &SUBJECT_VAGUE,
            &mail("Hi", "I need you to send me the price list."),
            &mail(
                "Send the price list",
                "I need you to send me the price list.",
            ),
        );
        fixes(
            &SUBJECT_VAGUE,
            &mail("Reminder", "We need your form by Monday."),
            &mail("Your form by Mon 23 Nov", "We need your form by Monday."),
        );
        fixes(
            &SUBJECT_VAGUE,
            "To: ana@example.org\nSubject:\n\nPlease update the rota by Monday.\n",
            "To: ana@example.org\nSubject: Update the rota by Mon 23 Nov\n\nPlease update the rota by Monday.\n",
        );
    }
}
