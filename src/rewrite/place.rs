use super::breaks::breaks;
use crate::facts::{Act, Ask, Due, Passage};
use crate::language::{Penn, Token, TokenKind, Upos};
use crate::text::Span;

/// A day this many words behind the verb would be read with another one.
pub(super) const FARTHEST: usize = 24;

/// A clause inside the request takes a day behind it for its own where the verb is farther away than this many words.
const FAR: usize = 6;

/// Where a due goes in an ask whose clause is `clause`, from the passage's first byte: before the purpose, the reason, the condition
/// or what is to be found out, else at the end, before the closing mark.
///
/// `None` where no place is safe: the day would be read with another verb, or the clause does not end where it seems to.
pub fn due_place(passage: &Passage, ask: &Ask, clause: Span) -> Option<usize> {
    let tokens = passage.words.tokens_in(clause);
    let verb_end = ask
        .action
        .as_ref()
        .map_or(clause.start, |action| action.verb_span.end);
    let from = tokens.partition_point(|token| token.span.start < verb_end);
    // "Look into | why it fails": the clause is what the preposition stands before.
    let bound = from
        .checked_sub(1)
        .is_some_and(|last| tokens[last].is_any(&["into", "at", "with", "about", "on", "for"]));
    if bound
        && tokens
            .get(from)
            .is_some_and(|first| first.is_any(&["why", "how", "whether"]))
    {
        return None;
    }
    let verb = ask.action.as_ref().map(|action| action.verb.as_str());
    // Behind that many words no place is safe, so no look beyond them is worth taking.
    let stop = (from..tokens.len().min(from + FARTHEST + 2))
        .find(|&at| breaks(tokens, from, at, verb))
        .map_or(clause.end, |at| tokens[at].span.start);
    let end = [ask.reason, ask.condition]
        .into_iter()
        .flatten()
        .map(|span| span.start)
        // A condition before the verb is not behind the place.
        .filter(|&start| clause.contains(start) && start >= verb_end)
        .fold(stop.min(clause.end), usize::min);
    let words = Span::new(clause.start, end.max(clause.start)).of(&passage.text);
    let trailing = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';' | ':' | '-' | '–' | '—' | '.' | '?' | '!' | '…' | '('
            )
            || is_picture(c)
    };
    let words = before_smile(words.trim_end_matches(trailing), words);
    let place = clause.start + words.trim_end_matches(trailing).len();
    let within = &passage.text[clause.start..place];
    let open = within.matches('(').count() > within.matches(')').count();
    let place = place + usize::from(open && passage.text[place..].starts_with(')'));
    let place = past_emphasis(&passage.text, clause.start, place);
    if goes_on(passage, clause.end)
        || is_told_apart(passage, place)
        || is_aside(passage, clause.start)
    {
        return None;
    }
    is_safe(passage, &tokens[from..], place).then_some(place)
}

/// Whether the clause stands in a parenthesis, and says how something else is done: "fill in the form (use the old one)".
fn is_aside(passage: &Passage, start: usize) -> bool {
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < start);
    let mut before = tokens[..first].iter().rev().take(2 * FARTHEST);
    let bracket = before.find(|token| token.is_any(&["(", ")", ".", "?", "!"]));
    bracket.is_some_and(|bracket| bracket.is("("))
}

/// The words without the smile that ends them; `bare` is what is left of them without marks.
fn before_smile<'a>(bare: &'a str, words: &'a str) -> &'a str {
    let words = words.trim_end();
    smile_at(words).unwrap_or(if bare.len() < words.len() {
        words
    } else {
        bare
    })
}

/// What stands before a smile typed in letters and marks.
fn smile_at(words: &str) -> Option<&str> {
    const SMILES: [&str; 10] = [
        ":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":p",
    ];
    let rest = SMILES.iter().find_map(|smile| words.strip_suffix(smile));
    rest.filter(|rest| rest.ends_with(' '))
}

/// The words without the smile or the emoji they end with, which a mark stands before: "water the plants? 🙏".
pub(super) fn without_smile(words: &str) -> &str {
    let bare = words.trim_end();
    let rest = smile_at(bare).unwrap_or(bare);
    let rest = rest.trim_end_matches(|c: char| c.is_whitespace() || is_picture(c));
    let marked = rest.ends_with(|c: char| c.is_ascii_punctuation() && c != ')');
    if rest.is_empty() || marked || rest.len() == bare.len() {
        words
    } else {
        rest
    }
}

/// The place behind the stars that close a run of emphasised words: "carefully**" has its day behind them.
fn past_emphasis(text: &str, start: usize, place: usize) -> usize {
    let closing = text[place..].len() - text[place..].trim_start_matches(['*', '_']).len();
    let marks = &text[place..place + closing];
    let opened = closing > 0 && text[start..place].contains(marks);
    if opened { place + closing } else { place }
}

/// Whether names or numbers are told behind the clause: "… to the new account, Profit Centre 12, Type E".
fn goes_on(passage: &Passage, end: usize) -> bool {
    let tokens = &passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < end);
    let [comma, first, second, ..] = &tokens[next..] else {
        return false;
    };
    let named = |token: &Token| {
        token.kind == TokenKind::Number
            || token.span.of(&passage.text).starts_with(char::is_uppercase)
    };
    comma.is(",") && named(first) && named(second) && !first.is("i")
}

/// Whether it is said right behind the place which of its kind is meant: "a name for each | that is left".
fn is_told_apart(passage: &Passage, place: usize) -> bool {
    let tokens = &passage.words.tokens;
    let next = tokens.partition_point(|token| token.span.start < place);
    let [.., last] = &tokens[..next] else {
        return false;
    };
    let relative = tokens
        .get(next)
        .is_some_and(|token| token.is_any(&["that", "who", "whose"]));
    relative
        && last.is_any(&[
            "each",
            "all",
            "any",
            "those",
            "everything",
            "everyone",
            "one",
            "ones",
        ])
}

/// Whether the due bounds the ask itself rather than a clause that stands in it or before it: "the training taking place this week".
pub fn is_own_due(passage: &Passage, act: &Act, ask: &Ask, due: &Due) -> bool {
    let Some(action) = &ask.action else {
        return true;
    };
    let Some(sentence) = passage.words.sentences.get(act.sentence) else {
        return true;
    };
    let tokens = &passage.words.tokens[sentence.tokens.clone()];
    let first = tokens.partition_point(|token| token.span.start < due.span.start);
    let timed = |token: &Token| {
        let times = &passage.times;
        let at = times.partition_point(|time| time.whole.end <= token.span.start);
        times
            .get(at)
            .is_some_and(|time| time.whole.covers(token.span))
    };
    if due.span.start < action.verb_span.start {
        let before = tokens[..first].iter().rev();
        let mut clause = before.take(FARTHEST).take_while(|token| !parts(token));
        return !clause
            .any(|token| !timed(token) && (token.tag.upos == Upos::Verb || opens_clause(token)));
    }
    let verb = tokens.partition_point(|token| token.span.start < action.verb_span.end);
    let between = tokens.get(verb..first).unwrap_or_default();
    let between = &between[..between.len().min(2 * FARTHEST)];
    // "When you get a chance" and "ASAP" are said to the reader wherever they stand.
    let mut words = passage.words.tokens_in(due.span).iter();
    let to_reader =
        words.any(|token| token.is_any(&["you", "your", "asap", "possible", "earliest"]));
    let another = between
        .iter()
        .position(|token| token.is_any(&["and", "or", "but", "so", "because", "as", "since"]))
        .is_some_and(|at| {
            between[at..]
                .iter()
                .any(|token| is_finite(token) && !timed(token))
        });
    let inner = between.iter().enumerate().any(|(at, token)| {
        !timed(token) && (is_finite(token) || opens_clause(token) || qualifies(between, at))
    });
    !another && (to_reader || !inner)
}

/// Whether a day put here is read with the verb before `rest`.
fn is_safe(passage: &Passage, rest: &[Token], place: usize) -> bool {
    const HANGING: [&str; 19] = [
        "at", "of", "from", "to", "with", "for", "into", "than", "and", "or", "the", "a", "an",
        "my", "your", "is", "are", "on", "by",
    ];
    const SHORT: [&str; 15] = [
        "etc", "inc", "no", "corp", "co", "ltd", "st", "dr", "vs", "dept", "ave", "mr", "ms",
        "mrs", "approx",
    ];
    let words = rest.iter().filter(|token| token.span.start < place);
    let words: Vec<&Token> = words.collect();
    let last = words.last();
    if words.len() > 1 && last.is_some_and(|last| last.is_any(&HANGING)) {
        return false;
    }
    let after = &passage.text[place..];
    let stopped = after.starts_with('.');
    if stopped && last.is_some_and(|last| SHORT.contains(&last.norm.trim_end_matches('.'))) {
        return false;
    }
    let marks = after.trim_start_matches(['.', '?', '!', '…', ':', ';', ',']);
    if marks.starts_with(char::is_alphanumeric) {
        return false;
    }
    let finite = words.iter().any(|token| is_finite(token));
    words.len() <= if finite { FAR } else { FARTHEST }
}

/// Whether a character is part of an emoji: "the lease 🙏" has its day before the hands.
const fn is_picture(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{200d}')
}

pub(super) fn is_finite(token: &Token) -> bool {
    matches!(token.tag.penn, Penn::Md | Penn::Vbz | Penn::Vbp | Penn::Vbd)
}

fn opens_clause(token: &Token) -> bool {
    token.is_any(&["if", "whether", "because", "which", "who", "whom", "as"])
        || token.tag.upos == Upos::Sconj
}

/// Whether a participle hangs on the noun before it: "the session taking place".
fn qualifies(tokens: &[Token], at: usize) -> bool {
    tokens[at].tag.penn == Penn::Vbg && at > 0 && tokens[at - 1].tag.is_nominal()
}

/// Whether a clause ends or begins anew at this token.
fn parts(token: &Token) -> bool {
    is_mark(token) || token.is_any(&["and", "but", "so", "or"])
}

pub(super) fn is_mark(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::Format;
    use crate::settings::Options;

    /// The text with a day put into its first request, or `None` where there is no safe place.
    fn dated(text: &str) -> Option<String> {
        let message = crate::read(text, Format::Text, date(2026, 11, 18), &Options::default());
        let ask = message.asks().next().expect("a request");
        let place = due_place(ask.passage, ask.fact, ask.act.span)? + ask.offset;
        Some(format!("{} by Friday{}", &text[..place], &text[place..]))
    }

    #[test]
    fn the_day_stands_with_its_verb() {
        for (before, after) in [
            ("Please send the list.", "Please send the list by Friday."),
            (
                "Please check the lease to see what it costs.",
                "Please check the lease by Friday to see what it costs.",
            ),
            (
                "Please check whether the door is locked.",
                "Please check by Friday whether the door is locked.",
            ),
            (
                "Please send the list and we can start.",
                "Please send the list by Friday and we can start.",
            ),
            (
                "Please review the plan by reading the notes.",
                "Please review the plan by Friday by reading the notes.",
            ),
            (
                "Please add Ana to the list, too.",
                "Please add Ana to the list by Friday, too.",
            ),
            (
                "Could you print this please?",
                "Could you print this by Friday please?",
            ),
            (
                "Please mail the draft to Bo for him to sign.",
                "Please mail the draft to Bo for him to sign by Friday.",
            ),
            (
                "Could you review the lease 🙏 To be honest, it is late.",
                "Could you review the lease by Friday 🙏 To be honest, it is late.",
            ),
            (
                "Could you review the lease… The door is shut.",
                "Could you review the lease by Friday… The door is shut.",
            ),
            (
                "Please mail the draft to Ana (in Rome) and Bo (in Oslo).",
                "Please mail the draft to Ana (in Rome) and Bo (in Oslo) by Friday.",
            ),
            (
                "Please mail the draft (the short one).",
                "Please mail the draft (the short one) by Friday.",
            ),
            (
                "Please mail the draft (you have two).",
                "Please mail the draft by Friday (you have two).",
            ),
            (
                "Please find out what the power costs.",
                "Please find out by Friday what the power costs.",
            ),
            (
                "Please ask the landlord what it costs.",
                "Please ask the landlord by Friday what it costs.",
            ),
            (
                "Please redraw the map as the printer wants it larger.",
                "Please redraw the map by Friday as the printer wants it larger.",
            ),
            (
                "Please book the hall, or else call me.",
                "Please book the hall by Friday, or else call me.",
            ),
        ] {
            assert_eq!(dated(before).as_deref(), Some(after), "{before}");
        }
    }
}
