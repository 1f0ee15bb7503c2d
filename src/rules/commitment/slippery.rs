use super::fault::{self, Fault, Faulty};
use super::{endless, offers};
use crate::facts::{DueKind, Passage, TimeKind};
use crate::finding::{Applies, Finding, Level};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, TokenKind, Upos, among};
use crate::rewrite;
use crate::rules::{Context, offer, rule};
use crate::text::{Edit, Edits, Span};

rule! {
    /// A promise names work of which nobody can tell when it is done.
    ///
    /// ## Why
    /// "I'll look into it" is kept by a glance and by a week of digging. The reader does not know what will come of it, or whether to ask
    /// again. What they will get from it, and when, makes it a promise.
    ///
    /// ## Examples
    /// ```mail flagged
    /// [[I'll look into it]] today.
    /// ```
    /// ```mail fixed
    /// I'll look into it today and tell you what I find.
    /// ```
    /// ```mail flagged
    /// [[I'll think about it]] and let you know.
    /// ```
    /// ```mail fine
    /// I looked into it: the fuse had blown.
    /// ```
    /// ```mail fine
    /// I'll look into it and send you the cause by Friday noon.
    /// ```
    pub(super) static COMMIT_SLIPPERY_VERB = {
        id: "commit-slippery-verb",
        level: Some(Level::Info),
        guards: Commitment,
        since: "0.1.0",
        also_for: [List],
        flags: Phrase,
        check: Passage(check),
    }
}

fn check(passage: &Passage, context: &Context<'_>) -> Vec<Finding> {
    let says = "Nobody can tell when this promise is kept.";
    fault::found(
        passage,
        Fault::Slippery,
        &COMMIT_SLIPPERY_VERB,
        says,
        |finding, faulty| with_result(finding, context, passage, faulty),
    )
}

/// What the reader gets, by the verbs whose [`endless::end`] nobody can see.
fn result(tokens: &[Token], span: Span) -> Option<&'static str> {
    let verb = tokens.iter().position(|token| {
        span.covers(token.span) && endless::end(tokens, token_at(tokens, token)).is_some()
    })?;
    Some(match tokens[verb].norm.as_str() {
        "look" => "tell you what I find",
        "keep"
            if tokens
                .get(verb + 1)
                .is_some_and(|token| token.is_any(&["a", "an"])) =>
        {
            "tell you how it stands"
        }
        "keep" if tokens.get(verb + 1).is_some_and(|token| token.is("on")) => {
            "tell you what comes of it"
        }
        "stay" => "tell you how it stands",
        "think" | "give" | "bear" | "keep" | "sleep" => "tell you what I decide",
        "follow" if brings(&tokens[verb..]) => "",
        "follow" | "touch" => "tell you what comes of it",
        "work" => "send you what I have",
        _ => return None,
    })
}

/// Whether what is followed up with is a thing, which the reader gets, and nobody to speak to: "follow up with the price list".
fn brings(words: &[Token]) -> bool {
    static WITH: Patterns = Patterns::new(&["follow up with"]);
    const PEOPLE: &str = "him|her|them|you|someone|somebody|everyone|all|accounts|agency|agent|bank|boss|client|clients|colleague|colleagues|\
        committee|company|contractor|council|customer|customers|department|desk|finance|hr|it|landlord|lawyer|lawyers|legal|manager|office|\
        people|printer|provider|sales|shop|staff|supplier|suppliers|support|team|teams|tenant|vendor|vendors";
    let Some((end, _)) = WITH.at(words, 0) else {
        return false;
    };
    let whom = words[end..]
        .iter()
        .take_while(|token| token.tag.upos != Upos::Adp);
    whom.filter(|token| token.kind == TokenKind::Word)
        .all(|token| token.tag.upos != Upos::Propn && !among(&token.norm, PEOPLE))
}

/// Whether a day at the end is read with all that is promised: no clause of its own and no case stands in between.
fn is_one_run(rest: &[Token]) -> bool {
    const FAR: usize = 14;
    let turns = |token: &Token| {
        matches!(token.tag.penn, Penn::Md | Penn::Vbz | Penn::Vbp | Penn::Vbd)
            || token.is_any(&[
                "but", "so", ";", "if", "when", "because", "case", "since", "as",
            ])
    };
    rest.len() <= FAR && !rest.iter().any(turns)
}

fn token_at(tokens: &[Token], token: &Token) -> usize {
    tokens.partition_point(|other| other.span.start < token.span.start)
}

/// Adds the promise with what the reader will get, and with a day where it has none.
fn with_result(
    finding: Finding,
    context: &Context<'_>,
    passage: &Passage,
    faulty: &Faulty,
) -> Finding {
    let Some(sentence) = passage.words.sentences.get(faulty.act.sentence) else {
        return finding;
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let day = offer::promised_day(context);
    if let Some((words, edits)) = dated_in_place(passage, faulty, tokens, &day) {
        return offers::edits(finding, Applies::IfMeant, words, Some(edits));
    }
    // In answer to a request it is what was asked for.
    let asked = context.around.wanted.as_ref();
    let asked = asked.and_then(|wanted| wanted.promise.as_deref());
    let halved = || rewrite::Halved::of(passage, &faulty.act, &faulty.promise, None);
    let again = asked.and_then(|asked| halved()?.repeated_back(asked, &day));
    let finding = offers::said(finding, Applies::IfMeant, again);
    // "He and I will work on it."
    let joined = tokens
        .windows(2)
        .any(|pair| pair[0].is("and") && pair[1].is("i") && faulty.span.covers(pair[1].span));
    let we = joined
        || tokens
            .iter()
            .any(|token| faulty.span.covers(token.span) && token.is_any(&["we", "us"]));
    let has_date = dated_after(passage, faulty.span, sentence.span);
    let by = if has_date {
        String::new()
    } else {
        format!(" by {day}")
    };
    let vague = || {
        let mut times = passage.times_in(sentence.span);
        let vague = times.find(|time| time.kind == TimeKind::Vague)?;
        Some(vague.whole)
    };
    let open = fault::way_out(passage, faulty.act.sentence).or_else(vague);
    if let Some(open) = open.filter(|open| open.start >= faulty.span.end)
        && result(tokens, faulty.span).is_none()
        && let Some((title, edit)) = offers::by_day(passage, faulty.act.sentence, open, &day)
    {
        return finding.fix(Applies::IfMeant, title, edit);
    }
    let Some(end) = words_end(tokens, &passage.text, sentence.span) else {
        return finding;
    };
    let covers = |word: &str| {
        tokens
            .iter()
            .any(|token| faulty.span.covers(token.span) && token.is(word))
    };
    let goes_on = tokens.iter().any(|token| {
        token.span.start >= faulty.span.end
            && token.is_any(&["and", "but", "so", ",", ";", "if", "when", "because"])
    });
    if covers("see") {
        let lead = if we { "We'll" } else { "I'll" };
        let span = Span::new(faulty.span.start, end);
        let words = format!("{lead} decide by {day}");
        let edit = (!goes_on).then(|| Edits::from(Edit::replace(span, words.clone())));
        return offers::edits(finding, Applies::IfMeant, offer::say(&words), edit);
    }
    if goes_on || covers("get") {
        let rest = tokens.partition_point(|token| token.span.start < faulty.span.end);
        let edit = (!has_date && is_one_run(&tokens[rest..]))
            .then(|| Edits::from(Edit::insert(end, by.clone())));
        return offers::edits(finding, Applies::IfMeant, offer::add(by.trim()), edit);
    }
    let Some(result) = result(tokens, faulty.span) else {
        let words = format!(" with [what]{by}");
        let place = faulty.span.end;
        let title = offer::add(words.trim());
        let edit = (has_date || place == end).then(|| Edits::from(Edit::insert(place, words)));
        return offers::edits(finding, Applies::WithBlank, title, edit);
    };
    let words = match result {
        "" => by,
        result if we => format!(" and {}{by}", result.replace(" I ", " we ")),
        result => format!(" and {result}{by}"),
    };
    if words.is_empty() {
        return finding;
    }
    let edit = vague_place(passage, faulty, end, &words);
    offers::edits(finding, Applies::IfMeant, offer::add(words.trim()), edit)
}

/// Where the last word of the sentence ends, without a stop that is the sentence's as well: "Nov."
fn words_end(tokens: &[Token], text: &str, sentence: Span) -> Option<usize> {
    let last = tokens
        .iter()
        .rfind(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Symbol))?;
    let end = last.span.end;
    let said = Span::new(sentence.start, end).of(text);
    Some(if end == sentence.end {
        sentence.start + said.trim_end_matches('.').len()
    } else {
        end
    })
}

/// The day right behind what is said of the promise, which is all it lacks: "It's on my list for Friday", "We'll be in touch by Friday",
/// "I'll get back to you by Friday on the price".
fn dated_in_place(
    passage: &Passage,
    faulty: &Faulty,
    tokens: &[Token],
    day: &str,
) -> Option<(String, Edits)> {
    let first = token_at(
        tokens,
        tokens.iter().find(|token| faulty.span.covers(token.span))?,
    );
    let end = faulty.span.end;
    // "We'll be in touch shortly" has the day in place of it.
    let mut times = passage.times_in(passage.words.sentences[faulty.act.sentence].span);
    let vague = times.find(|time| time.kind == TimeKind::Vague && time.span.start >= end);
    let by = |words: String| match vague {
        Some(vague) => (offer::say(&words), Edit::replace(vague.whole, words)),
        None => (offer::add(&words), Edit::insert(end, format!(" {words}"))),
    };
    if (first..first + 2).any(|at| endless::LISTED.at(tokens, at).is_some()) {
        let (title, edit) = by(format!("for {day}"));
        return Some((title, Edits::from(edit)));
    }
    let (title, edit) = by(format!("by {day}"));
    if endless::OWED.at(tokens, first).is_some() {
        let will = format!("{}ll", rewrite::apostrophe(&passage.text));
        let to = tokens[first..].iter().find(|token| token.is("to"))?.span;
        let lead = Edit::replace(Span::new(tokens[first].span.end, to.end), will);
        return Some((title, Edits::new(vec![lead, edit])?));
    }
    let touch = faulty.span.of(&passage.text).ends_with("touch");
    let heard = endless::HEARD.at(tokens, first).is_some();
    (touch || heard).then(|| (title, Edits::from(edit)))
}

/// The words put at the end, where a vague time that stands there gives way to them.
fn vague_place(passage: &Passage, faulty: &Faulty, end: usize, words: &str) -> Option<Edits> {
    let vague = faulty
        .promise
        .due
        .as_ref()
        .filter(|due| due.kind == DueKind::Vague && due.span.end == end)
        // "Over the next weeks" tells how long, and not until when.
        .filter(|due| {
            let first = passage.words.tokens_in(due.span).first();
            first.is_none_or(|first| !first.is_any(&["over", "during", "throughout", "for"]))
        });
    match vague {
        Some(due) => {
            let cut = rewrite::cut(&passage.text, due.span);
            let start = cut.span.start.min(due.span.start);
            Some(Edits::from(Edit::replace(
                Span::new(start, due.span.end),
                words,
            )))
        }
        None => Some(Edits::from(Edit::insert(end, words))),
    }
}

fn dated_after(passage: &Passage, from: Span, sentence: Span) -> bool {
    let rest = Span::new(from.end, sentence.end.max(from.end));
    passage.times_in(rest).any(|time| {
        matches!(
            time.kind,
            TimeKind::Date | TimeKind::Event | TimeKind::Condition
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_is_promised_too() {
        let fixed = |before: &str, after: &str| {
            let today = jiff::civil::date(2026, 11, 18);
            let found = crate::check(
                before,
                crate::document::Format::Text,
                today,
                &crate::settings::Options::default(),
            );
            let finding = found
                .iter()
                .find(|finding| finding.rule == COMMIT_SLIPPERY_VERB.id)
                .unwrap();
            assert_eq!(finding.fixes[0].edits.applied_to(before), after);
        };
        fixed(
            "I'll keep an eye on the queue.",
            "I'll keep an eye on the queue and tell you how it stands by Fri 20 Nov.",
        );
        fixed("We'll see how it goes.", "We'll decide by Fri 20 Nov.");
        fixed(
            "I'll think about it and let you know.",
            "I'll think about it and let you know by Fri 20 Nov.",
        );
        fixed(
            "I'll keep a close eye on the roof over the next few weeks.",
            "I'll keep a close eye on the roof over the next few weeks and tell you how it stands by Fri 20 Nov.",
        );
        fixed(
            "Let us sleep on it.",
            "Let us sleep on it and tell you what we decide by Fri 20 Nov.",
        );
        fixed(
            "I'll follow up with the price list.",
            "I'll follow up with the price list by Fri 20 Nov.",
        );
        fixed(
            "I'll follow up with the printer.",
            "I'll follow up with the printer and tell you what comes of it by Fri 20 Nov.",
        );
        fixed(
            "Bo and I will work on it.",
            "Bo and I will work on it and send you what we have by Fri 20 Nov.",
        );
        fixed(
            "It's on my list, after the roof.",
            "It's on my list for Fri 20 Nov, after the roof.",
        );
        fixed(
            "We'll be in touch about the photos.",
            "We'll be in touch by Fri 20 Nov about the photos.",
        );
        fixed(
            "We'll be in touch shortly about the photos.",
            "We'll be in touch by Fri 20 Nov about the photos.",
        );
        fixed(
            "You'll hear from us in due course.",
            "You'll hear from us by Fri 20 Nov.",
        );
        fixed(
            "I need to come back to you on the price.",
            "I'll come back to you by Fri 20 Nov on the price.",
        );
        fixed(
            "I'll circle back next week.",
            "I'll circle back with [what] next week.",
        );
        fixed(
            "We'll look into it soon.",
            "We'll look into it and tell you what we find by Fri 20 Nov.",
        );
    }
}
