use crate::facts::Passage;
use crate::finding::{Finding, Level};
use crate::language::{Upos, among};
use crate::rules::{Context, rule};
use crate::text::{self, Span, sort_by_key};

rule! {
    /// A blank is still to be filled.
    ///
    /// ## Why
    /// A message that goes out with `[date]` in it asks the reader to guess, and tells them that nobody read it before it went.
    ///
    /// ## Examples
    /// ```mail flagged
    /// Please sign by [[[date]]].
    /// ```
    /// ```mail flagged
    /// The price is [[TBD]], please confirm today.
    /// ```
    /// ```mail fine
    /// See section [3] of the contract.
    /// ```
    /// ```mail fine
    /// The ticket [OPS-41] needs your approval by noon.
    /// ```
    pub(super) static PLACEHOLDER_LEFT = {
        id: "placeholder-left",
        level: Some(Level::Warning),
        guards: ClearMessage,
        since: "0.1.0",
        also_for: [Friends, List, Everyone],
        check: Passage(check),
    }
}

fn check(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let marks = passage.words.tokens.iter().filter(|token| {
        matches!(
            token.span.of(&passage.text),
            "TBD" | "TBC" | "TBA" | "XXX" | "XX" | "???"
        )
    });
    let marks = marks
        .map(|token| token.span)
        .filter(|span| stands_alone(passage, *span))
        .filter(|span| is_wanted(passage, *span));
    let blanks = text::blanks(&passage.prose.text).into_iter();
    let blanks: Vec<Span> = blanks
        .filter(|blank| prompts(blank.of(&passage.prose.text)))
        .filter(|blank| !is_typed(&passage.prose.text, *blank))
        .filter(|blank| !is_put_in(&passage.prose.text, *blank))
        .collect();
    let blanks = blanks
        .iter()
        .filter(|blank| !is_label(passage, **blank))
        .copied();
    let mut spans: Vec<Span> = blanks.chain(marks).collect();
    sort_by_key(&mut spans, |span| *span);
    spans
        .into_iter()
        .map(|span| PLACEHOLDER_LEFT.finding(span, "This is still to be filled in."))
        .collect()
}

/// Whether the line is what is typed at a prompt: "$ ./run [options]".
fn is_typed(text: &str, blank: Span) -> bool {
    /// A command is not longer.
    const FAR: usize = 200;
    let before = &text[text.floor_char_boundary(blank.start.saturating_sub(FAR))..blank.start];
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with(['$', '%'])
}

/// Whether the words in brackets are put into someone's sentence to make it whole: "any input [to which] they attend".
fn is_put_in(text: &str, blank: Span) -> bool {
    let words = blank.of(text).trim_matches(['[', ']']);
    let mut said = words.split_whitespace();
    said.next()
        .is_some_and(|first| among(first, "to|of|for|in|on|at|from|with"))
        && said
            .next()
            .is_some_and(|second| among(second, "which|whom|what"))
}

/// Whether the word in brackets is a button's or a key's: "choose [Link], then press [Enter]".
fn is_label(passage: &Passage, blank: Span) -> bool {
    const LABELS: &str = "alt|apply|back|cancel|close|continue|ctrl|delete|enter|esc|home|link|login|menu|next|no|ok|reply|save|\
        search|send|shift|submit|tab|yes";
    let word = blank.of(&passage.prose.text).trim_matches(['[', ']']);
    among(&word.to_lowercase(), LABELS)
}

/// Whether white space or a sentence's mark is on both sides, and other words with it: no option of a program, no kisses.
fn stands_alone(passage: &Passage, mark: Span) -> bool {
    let text = &passage.prose.text;
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    let open =
        |side: Option<char>| side.is_none_or(|c| c.is_whitespace() || ".,;:!?)(/*_\"'".contains(c));
    // "# XXX" is a program's note to itself.
    let noted = text[..mark.start]
        .trim_end_matches(' ')
        .ends_with(['#', '/']);
    let kisses = noted || mark.of(text).starts_with("XX") && text.trim().len() == mark.len();
    open(before) && open(after) && !kisses
}

/// Whether a noun is due where the mark stands: "at ???" has a blank, and "no idea ???" has none; "(day TBD)" says that it is open.
fn is_wanted(passage: &Passage, mark: Span) -> bool {
    let tokens = &passage.words.tokens;
    let first = tokens.partition_point(|token| token.span.start < mark.start);
    let next = tokens.partition_point(|token| token.span.start < mark.end);
    let before = first.checked_sub(1).map(|at| &tokens[at]);
    if mark.of(&passage.text) == "???" {
        let due = [Upos::Adp, Upos::Det, Upos::Aux, Upos::Sconj, Upos::Part];
        return before.is_some_and(|token| due.contains(&token.tag.upos));
    }
    /// How far back a bracket is looked for: a paragraph may be as long as a book.
    const NEAR: usize = 200;
    let mut said = passage.text.as_bytes()[..mark.start]
        .iter()
        .rev()
        .take(NEAR);
    let aside = said.find(|byte| matches!(byte, b'(' | b')')) == Some(&b'(');
    // "Where XXX is the number" says what it stands for.
    let named = before.is_some_and(|token| token.is("where"));
    let open = tokens
        .get(next)
        .is_some_and(|token| token.is_any(&["but", "until", "pending", "after", "later"]));
    !aside && !open && !named
}

/// Whether the words in brackets ask the writer for something; `[limited partnerships]` in a quotation and `[top]` do not.
fn prompts(blank: &str) -> bool {
    const PROMPTS: [&str; 38] = [
        "date", "day", "name", "names", "time", "when", "what", "who", "whom", "which", "where",
        "why", "how", "reason", "options", "option", "zone", "link", "url", "number", "amount",
        "price", "figure", "company", "insert", "your", "fill", "file", "title", "topic", "place",
        "address", "person", "team", "deadline", "done", "outcome", "xxx",
    ];
    /// How many words a prompt has at most: a contract has clauses in brackets.
    const SHORT: usize = 4;
    let words = blank.trim_matches(['[', ']', '?']).to_lowercase();
    let long =
        words.split(' ').count() > SHORT && !blank.contains('?') && !words.starts_with("insert");
    // "[by when?]" ends in what is wanted, "[which part]" begins with it; "[an amount equal to]" is a contract's.
    let mut parts = words.split([' ', ',', '-']).filter(|word| !word.is_empty());
    // "[how do we]" mends a quotation: a clause of its own begins there.
    let clause = parts
        .clone()
        .skip(1)
        .any(|word| ["do", "does", "did", "is", "was", "are", "were", "can"].contains(&word));
    if clause && !blank.contains('?') {
        return false;
    }
    let first = parts.next();
    let last = parts.next_back();
    !long
        && [first, last]
            .into_iter()
            .flatten()
            .any(|word| PROMPTS.contains(&word))
}
