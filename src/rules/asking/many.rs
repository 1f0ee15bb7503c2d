use crate::document::BlockKind;
use crate::facts::{Act, ActKind, Ask, AskForm, DueKind, Passage};
use crate::finding::{Applies, Finding, Level};
use crate::language::{Penn, Token, Upos, verbs};
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Span};

rule! {
    /// Three or more requests share one sentence.
    ///
    /// ## Why
    /// Readers do the first, perhaps the last, and answer "done". One request a line can be ticked off, dated and handed on.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[Please call the bank, send the deck and pay the invoice by Friday.]]
    /// ```
    /// ```mail fine
    /// Please sign and return the form by Friday.
    /// ```
    /// ```mail fine
    /// Please review sections 1, 2 and 3 by Friday.
    /// ```
    pub(super) static ASK_MANY_IN_ONE = {
        id: "ask-many-in-one",
        level: Some(Level::Info),
        guards: ClearMessage,
        since: "0.1.0",
        check: Passage(check),
    }
}

/// How many requests one sentence may hold.
const FEW: usize = 2;

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let sentences = passage.words.sentences.iter().enumerate();
    sentences
        .filter_map(|(at, sentence)| {
            let asks = requests(passage, at);
            if is_numbered(passage, sentence.span)
                || asks.len() <= FEW
                || !asks.iter().any(|act| is_on_record(act))
                || are_steps(passage, &asks)
            {
                return None;
            }
            let finding = ASK_MANY_IN_ONE.finding(
                sentence.span,
                format!(
                    "{} requests in one sentence: some of them will be missed.",
                    asks.len()
                ),
            );
            Some(match list(passage, sentence.span, &asks, context) {
                Some(list) => finding.fix(
                    Applies::IfMeant,
                    "Make it a numbered list",
                    set_apart(&passage.text, sentence.span, &list),
                ),
                None => finding,
            })
        })
        .collect()
}

/// Whether the sentence numbers what it asks for: "two things: (1) has it come, and (2) is it paid?"
fn is_numbered(passage: &Passage, sentence: Span) -> bool {
    let text = sentence.of(&passage.text);
    ["(1)", "(a)", "1)", "a)"]
        .iter()
        .any(|one| text.contains(one))
        && ["(2)", "(b)", "2)", "b)"]
            .iter()
            .any(|two| text.contains(two))
}

/// The requests of a sentence: no advice and no wish, and what is to be let known once.
fn requests(passage: &Passage, at: usize) -> Vec<&Act> {
    let mut told = false;
    let counts = |act: &&Act| {
        let ActKind::Ask(ask) = &act.kind else {
            return false;
        };
        // "Let us know what you have or know of" asks once.
        let again = ask.form == AskForm::LetMeKnow && std::mem::replace(&mut told, true);
        // "Tell me whether it is done or, if not, give me the list" asks one thing or another.
        let tokens = &passage.words.tokens;
        let first = tokens.partition_point(|token| token.span.start < act.span.start);
        let or = tokens[first.saturating_sub(2)..(first + 1).min(tokens.len())]
            .iter()
            .any(|token| token.is("or"));
        !again
            && !or
            && ask.action.is_some()
            && ask.form != AskForm::Wish
            && !proposes(passage, ask)
            && !is_advice(passage, ask)
    };
    passage.acts_in(at).iter().filter(counts).collect()
}

/// Whether it is asked what "we" can do, as one proposal however many verbs it has: "can we pack it, load it and go?"
fn proposes(passage: &Passage, ask: &Ask) -> bool {
    let opening = passage.words.tokens_in(ask.opening);
    ask.form == AskForm::We
        && opening
            .first()
            .is_none_or(|first| first.is_any(&["can", "could", "shall", "should", "let", "lets"]))
}

/// Whether they are steps of one thing, none of which names what it is done to: "read it, think about it and comment".
fn are_steps(passage: &Passage, asks: &[&Act]) -> bool {
    let thing = |object: Span| {
        let first = passage.words.tokens_in(object).first();
        first.is_some_and(|first| first.tag.upos != Upos::Pron)
    };
    let named = asks.iter().filter(|act| match &act.kind {
        ActKind::Ask(ask) => ask
            .action
            .as_ref()
            .is_some_and(|action| action.object.is_some_and(thing)),
        _ => false,
    });
    let called = asks[1..].iter().any(|act| name(passage, act).is_some());
    named.count() == 0 && !called
}

/// Who is called by name before the request's verb: "Bo" in "Bo, please scan it".
fn name<'a>(passage: &'a Passage, act: &Act) -> Option<&'a str> {
    let ActKind::Ask(ask) = &act.kind else {
        return None;
    };
    let verb = ask.action.as_ref()?.verb_span;
    let before = Span::new(act.span.start, verb.start.max(act.span.start));
    let mut names = passage
        .words
        .tokens_in(before)
        .iter()
        .filter(|token| token.tag.upos == Upos::Propn);
    let first = names.next()?;
    let last = names.next_back().unwrap_or(first);
    Some(first.span.join(last.span).of(&passage.text))
}

/// Whether the words tell the reader how to go about something: "you need to restart it".
fn is_advice(passage: &Passage, ask: &Ask) -> bool {
    let opening = passage.words.tokens_in(ask.opening);
    ask.form == AskForm::Need
        && opening.iter().any(|token| token.is("you"))
        && ask.courtesy.is_none()
}

/// Whether the act asks somebody, and is no bare order: those come in instructions.
fn is_on_record(act: &Act) -> bool {
    matches!(&act.kind, ActKind::Ask(ask) if ask.form != AskForm::Imperative || ask.courtesy.is_some() || ask.owner.span.is_some())
}

/// The requests as a numbered list; `None` unless the sentence is nothing but requests of the reader, side by side.
fn list(passage: &Passage, sentence: Span, asks: &[&Act], context: &Context<'_>) -> Option<String> {
    let only_asks = passage.block.kind == BlockKind::Paragraph
        && asks.windows(2).all(|pair| {
            let (end, start) = (pair[0].span.end, pair[1].span.start);
            end <= start && joins(Span::new(end, start).of(&passage.text))
        });
    let (first, last) = (asks.first()?, asks.last()?);
    let ends = passage.text[last.span.end..sentence.end]
        .chars()
        .all(|c| ".!?".contains(c));
    if !only_asks || !ends || first.span.start != sentence.start {
        return None;
    }
    let ActKind::Ask(ask) = &first.kind else {
        return None;
    };
    let opens = if ask.opening.is_empty() {
        first.span.start
    } else {
        ask.opening.start
    };
    let to_whom = Span::new(sentence.start, opens).of(&passage.text).trim();
    let tie = match to_whom {
        "" => "Please".to_owned(),
        tie if matches!(tie.to_lowercase().as_str(), "also" | "also,") => "Also, please".to_owned(),
        name if is_address(passage, Span::new(sentence.start, opens)) => format!("{name} please"),
        _ => return None,
    };
    let several = asks[1..].iter().any(|act| name(passage, act).is_some());
    let tie = if several { "Please".to_owned() } else { tie };
    let work = asks
        .iter()
        .any(|act| matches!(&act.kind, ActKind::Ask(ask) if ask.work && ask.due.is_none()));
    // One day bounds them all, and stands above them.
    let day = last_day(passage, last);
    let day = day.or_else(|| work.then(|| format!("by {}", offer::usual_day(context))));
    let things = COUNTS.get(asks.len()).copied().unwrap_or("the following");
    let lead = match &day {
        Some(day) => format!("{tie} do these {things} things {day}:"),
        None => format!("{tie} do these {things} things:"),
    };
    let items = asks.iter().enumerate().map(|(at, act)| {
        let words = item(passage, act, day.as_deref())?;
        let words = match name(passage, act).filter(|_| several) {
            Some(name) => format!("{name}: {words}"),
            None => rewrite::capitalised(&words),
        };
        Some(format!("{}. {words}.", at + 1))
    });
    let items: Option<Vec<String>> = items.collect();
    Some(format!("{lead}\n{}", items?.join("\n")))
}

/// Small numbers in words.
const COUNTS: [&str; 11] = [
    "", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// The list in place of the sentence, with lines of its own in the paragraph.
fn set_apart(text: &str, sentence: Span, list: &str) -> Edit {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = line_end.repeat(2);
    let (before, after) = (&text[..sentence.start], &text[sentence.end..]);
    let mut words = list.replace('\n', line_end);
    let mut span = sentence;
    if before.contains(char::is_alphanumeric) {
        span.start = before.trim_end().len();
        words.insert_str(0, &gap);
    }
    if after.contains(char::is_alphanumeric) {
        span.end = text.len() - after.trim_start().len();
        words.push_str(&gap);
    }
    Edit::replace(span, words)
}

/// "Sam," or "Ana and Bo:" before the requests.
fn is_address(passage: &Passage, span: Span) -> bool {
    const MOST_TOKENS: usize = 5;
    let tokens = passage.words.tokens_in(span);
    tokens.len() <= MOST_TOKENS
        && tokens.last().is_some_and(|last| last.is_any(&[",", ":"]))
        && tokens.iter().all(|token| {
            matches!(token.tag.upos, Upos::Propn | Upos::Intj | Upos::Punct) || token.is("and")
        })
}

/// The words of the day that the last request names: it bounds them all.
fn last_day(passage: &Passage, last: &Act) -> Option<String> {
    let ActKind::Ask(ask) = &last.kind else {
        return None;
    };
    let due = ask.due.as_ref().filter(|due| due.kind == DueKind::Date)?;
    Some(due.span.of(&passage.text).to_owned())
}

/// A request as an order, without the day that stands above the list; `None` where more than its opening stands before its verb, or
/// where it has a day of its own.
fn item(passage: &Passage, act: &Act, day: Option<&str>) -> Option<String> {
    let ActKind::Ask(ask) = &act.kind else {
        return None;
    };
    let action = ask.action.as_ref()?;
    let verb = action.verb_span;
    let before = passage
        .words
        .tokens_in(Span::new(act.span.start, verb.start));
    let extra = |token: &&Token| {
        !(ask.opening.covers(token.span)
            || token.is_any(&["and", "then", "also", "please", ",", ":"])
            || matches!(token.tag.upos, Upos::Propn | Upos::Intj))
    };
    let head = passage.words.tokens_in(verb).first()?;
    if before.iter().any(|token| extra(&token)) || head.is("mind") {
        return None;
    }
    let says = if head.tag.penn == Penn::Vbg {
        verbs::lemma(&head.norm)?
    } else {
        head.span.of(&passage.text).to_owned()
    };
    let due = ask.due.as_ref().map(|due| due.span);
    let due = due.filter(|due| act.span.covers(*due));
    if due.is_some_and(|due| Some(due.of(&passage.text)) != day) {
        return None;
    }
    let from = head.span.end;
    let (end, rest) = due.map_or((act.span.end, act.span.end), |due| (due.start, due.end));
    let words = format!(
        "{says}{} {}",
        Span::new(from, end.max(from)).of(&passage.text),
        Span::new(rest.max(from), act.span.end.max(rest)).of(&passage.text)
    );
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words.trim_end_matches(',').to_owned())
}

/// Whether the words between two requests only join them.
fn joins(words: &str) -> bool {
    matches!(
        words.trim().trim_matches(',').trim(),
        "" | "and" | "and then" | "then" | "and also" | ";"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::examples::{fixes, quiet};

    #[test]
    fn the_list_has_lines_of_its_own() {
        fixes(
            &ASK_MANY_IN_ONE,
            "The fair is close. Also, please call the bank, send the deck and pay the invoice. Thanks!",
            "The fair is close.\n\nAlso, please do these three things by Fri 20 Nov:\n1. Call the bank.\n2. Send the deck.\n3. Pay the invoice.\n\nThanks!",
        );
    }

    #[test]
    fn each_of_several_people_keeps_what_is_theirs() {
        fixes(
            &ASK_MANY_IN_ONE,
            "Ana, please print the cards, Bo, please book the hall, and Cy, please bake a cake by Thursday.",
            "Please do these three things by Thursday:\n1. Ana: print the cards.\n2. Bo: book the hall.\n3. Cy: bake a cake.",
        );
        quiet(
            &ASK_MANY_IN_ONE,
            "Please read it, think about it and comment by Thursday.",
        );
    }

    #[test]
    fn a_long_request_goes_on_under_its_words() {
        fixes(
            &ASK_MANY_IN_ONE,
            "Please send the signed copy of the lease to the new caretaker, book the larger\nroom at the back of the inn and pay the invoice of the cleaners from Leeds.",
            "Please do these three things by Fri 20 Nov:\n1. Send the signed copy of the lease to the new caretaker.\n2. Book the larger room at the back of the inn.\n3. Pay the invoice of the cleaners from Leeds.",
        );
    }
}
