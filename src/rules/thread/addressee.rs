use super::greeting::greeted;
use super::names::{Known, known};
use crate::document::Mailbox;
use crate::facts::{Ask, AskForm, Directness, Message, OwnerKind, Placed, TimeKind};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Token};
use crate::rules::wanted::wants_work;
use crate::rules::{Context, listed, offer, rule};
use crate::text::{Edit, Span, blanks};

rule! {
    /// A mail to several people asks "you", and does not say whom.
    ///
    /// ## Why
    /// What each of three readers could do, each leaves to the other two. A name, or "each of you", costs a word and settles it.
    ///
    /// Several such requests in one draft are one finding; a greeting to one person says whom they are for.
    ///
    /// ## Examples
    /// ```mail flagged
    /// To: ana@example.org, bo@example.org
    /// Subject: Totals
    ///
    /// Can [[you]] send the totals by Friday?
    /// ```
    /// ```mail fine
    /// To: ana@example.org, bo@example.org
    /// Subject: Totals
    ///
    /// Ana, can you send the totals by Friday?
    /// ```
    /// ```mail fine
    /// To: ana@example.org, bo@example.org
    /// Subject: Totals
    ///
    /// Please each confirm by Monday.
    /// ```
    pub(super) static ADDRESSEE_AMBIGUOUS = {
        id: "addressee-ambiguous",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [Everyone],
        check: Message(check),
    }
}

fn check(message: &Message, context: &Context<'_>) -> Vec<Finding> {
    let to = &context.headers.to;
    let several = |mailbox: &Mailbox| mailbox.is_group() && !mailbox.is_counter();
    if to.len() < 2 && !to.iter().any(several) {
        return Vec::new();
    }
    // Below or above what one of them wrote it is that one who is answered.
    if message.quoted().next().is_some() {
        return Vec::new();
    }
    let greeted: usize = message
        .own()
        .map(|(_, passage)| greeted(passage).len())
        .sum();
    if greeted == 1 {
        return Vec::new();
    }
    let open: Vec<Placed<'_, Ask>> = message
        .asks()
        .filter(|ask| is_of_nobody(ask, context))
        .collect();
    let Some(first) = open.first() else {
        return Vec::new();
    };
    let says = "The mail goes to several people, and this does not say which of them is meant.";
    let mut finding = ADDRESSEE_AMBIGUOUS.finding(you(first), says);
    for other in &open[1..] {
        finding = finding.relate(you(other), "This does not say whom it means either.");
    }
    for name in offer::people(context) {
        if let Some(edit) = called(first, &name) {
            finding = finding.fix(Applies::IfMeant, format!("Start with “{name},”"), edit);
        }
    }
    if finding.fixes.is_empty()
        && let Some(edit) = called(first, "[Name]")
    {
        finding = finding.fix(Applies::WithBlank, "Start with “[Name],”", edit);
    }
    vec![finding]
}

fn is_of_nobody(ask: &Placed<'_, Ask>, context: &Context<'_>) -> bool {
    let plain = ask.fact.directness == Directness::Direct
        && ask.fact.owner.kind == OwnerKind::You
        && ask.fact.action.is_some()
        && !matches!(
            ask.fact.form,
            AskForm::Question | AskForm::LetMeKnow | AskForm::Open
        );
    // "We need more chairs" says it to all of them.
    let mut words = ask.passage.words.tokens_in(ask.act.span).iter();
    let needs = ask.fact.form == AskForm::Need
        && !words.any(|token| token.is_any(&["you", "your", "yours"]));
    // "Please send any motions by Monday" is asked of whoever has one.
    let object = ask.fact.action.as_ref().and_then(|action| action.object);
    let object = object.and_then(|object| ask.passage.words.tokens_in(object).first());
    let open = object.is_some_and(|first| first.is_any(&["any", "anything"]));
    // "Please restart your laptop" is meant of each.
    let action = ask.fact.action.as_ref().map(|action| action.span);
    let mut done = action
        .into_iter()
        .flat_map(|action| ask.passage.words.tokens_in(action));
    let own = ask.fact.form != AskForm::Need && done.any(|token| token.is("your"));
    let plain = plain && !needs && !open && !own;
    // A bare order may tell how a thing is done.
    let bare = ask.fact.form == AskForm::Imperative && ask.fact.courtesy.is_none();
    let plain = plain && (!bare || wants_work(ask.passage, ask.act, ask.fact, false));
    let says_whom = |token: &Token| {
        token.is_any(&[
            "each",
            "all",
            "both",
            "everyone",
            "everybody",
            "either",
            "whoever",
            "anyone",
            "someone",
            "@",
        ]) || (token
            .span
            .of(&ask.passage.text)
            .starts_with(char::is_uppercase)
            && token.span.len() > 1
            && known(&token.norm, &context.headers.to, context) == Known::Yes)
    };
    // "Could tutors please check it" says whom.
    if let [modal, whom, ..] = tokens(ask)
        && modal.is_any(&["could", "can", "would", "will"])
        && whom.tag.penn == Penn::Nns
    {
        return false;
    }
    // What holds at all times is for whoever does it: "please check your supplies every now and again".
    let mut times = ask.passage.times_in(ask.act.span);
    if times.any(|time| time.kind == TimeKind::Repeated) {
        return false;
    }
    // A blank for the name says that there will be one.
    let sentence = ask.passage.words.sentences[ask.act.sentence].span;
    let blank = !blanks(sentence.of(&ask.passage.text)).is_empty();
    plain && !blank && tokens(ask).len() <= listed::LONGEST && !tokens(ask).iter().any(says_whom)
}

fn tokens<'a>(ask: &Placed<'a, Ask>) -> &'a [Token] {
    let sentence = &ask.passage.words.sentences[ask.act.sentence];
    &ask.passage.words.tokens[sentence.tokens.clone()]
}

/// The word that stands for the readers, else the verb.
fn you(ask: &Placed<'_, Ask>) -> Span {
    let within = |token: &&Token| ask.act.span.covers(token.span);
    let you = tokens(ask)
        .iter()
        .filter(within)
        .find(|token| token.is_any(&["you", "u", "your"]));
    let verb = ask.fact.action.as_ref().map(|action| action.verb_span);
    you.map(|token| token.span)
        .or(verb)
        .unwrap_or(ask.act.span)
        .shifted(ask.offset)
}

/// The sentence with a name before it, where the request opens it.
fn called(ask: &Placed<'_, Ask>, name: &str) -> Option<Edit> {
    let first = tokens(ask).first()?;
    let greets = first.is_any(&["hi", "hello", "hey", "dear", "good"]);
    if ask.act.span.start != first.span.start || greets {
        return None;
    }
    let word = first.span.of(&ask.passage.text);
    // "ACTION REQUIRED: please send it"
    let headed = word.chars().nth(1).is_some_and(char::is_uppercase);
    if headed {
        return None;
    }
    let lower = if first.is("i") {
        word.to_owned()
    } else {
        word.to_lowercase()
    };
    Some(Edit::replace(
        first.span.shifted(ask.offset),
        format!("{name}, {lower}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::fixes;

    fn mail(to: &str, body: &str) -> String {
        format!("To: {to}\nSubject: Rota\n\n{body}\n")
    }

    #[test]
    fn a_name_settles_it() {
        fixes(
            &ADDRESSEE_AMBIGUOUS,
            &mail(
                "Ana Lee <ana@example.org>, Bo Hall <bo@example.org>",
                "Can you send the totals by Friday?",
            ),
            &mail(
                "Ana Lee <ana@example.org>, Bo Hall <bo@example.org>",
                "Ana, can you send the totals by Friday?",
            ),
        );
    }
}
