//! How clauses open: where a word that is a verb and a noun stands first, the model's guess is weighed against what follows.
//!
//! "Check cleared this morning", "Book club is cancelled", "Update: we shipped" open with nouns; "Forward this to Ana" and
//! "Request access" with imperatives. The model has seen too few of either to tell.

use crate::language::{Penn, Tag, Token, TokenKind, Upos, verbs};

/// Mends the tags of a sentence where the model is known to err.
pub(super) fn correct(tokens: &mut [Token]) {
    let mut opening = true;
    let mut ordered = false;
    for at in 0..tokens.len() {
        if opening && tokens[at].kind == TokenKind::Word && !leads_in(&tokens[at]) {
            open(tokens, at);
        }
        after_to(tokens, at);
        if !opening && tokens[at].tag.imperative && follows_auxiliary(tokens, at) {
            tokens[at].tag.imperative = false;
        }
        opening = opens_next(tokens, at, opening) || ordered && tokens[at].is("and");
        ordered |= tokens[at].tag.imperative;
    }
    after_modal(tokens);
}

/// Words that stand before a clause's first word proper.
fn leads_in(token: &Token) -> bool {
    token.is_any(&[
        "please", "pls", "plz", "kindly", "just", "then", "also", "and", "or", "but", "so", "now",
        "ok", "okay", "next", "first", "second", "finally", "again", "always", "never", "simply",
        "hi", "hey", "hello", "dear", "all", "team", "thanks", "yes", "no", "well",
    ])
}

/// Whether the token after `at` may open a clause.
fn opens_next(tokens: &[Token], at: usize, opening: bool) -> bool {
    let token = &tokens[at];
    if token.kind == TokenKind::Mark {
        return token.is_any(&[
            ",", ":", ";", "-", "--", "(", "\"", "*", "•", ".", "...", "!", "/",
        ]);
    }
    let numbered = token.kind == TokenKind::Number && tokens.len() > at + 1 && at == 0;
    let greeted = opening
        && at < 3
        && matches!(token.tag.upos, Upos::Propn)
        && tokens.get(at + 1).is_some_and(|next| next.is(","));
    opening && (leads_in(token) || greeted || numbered || token.kind == TokenKind::Symbol)
        || token.is_any(&["please", "pls", "kindly"])
}

/// Weighs the word at `at`, which opens a clause.
fn open(tokens: &mut [Token], at: usize) {
    let asked = at > 0 && tokens[at - 1].is_any(&["please", "pls", "plz", "kindly"]);
    let token = &tokens[at];
    if token.is("do")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["not", "n't"]))
    {
        return forbid(tokens, at);
    }
    if !verbs::is_base(&token.norm) {
        return;
    }
    if token.tag.imperative {
        if !asked
            && is_noun_too(&token.norm)
            && (is_alone(tokens, at) || opens_noun_phrase(tokens, at))
        {
            retag(&mut tokens[at], NOUN);
        } else if !asked
            && (is_farewell(tokens, at) || has_subject_behind(tokens, at) || is_named(tokens, at))
        {
            tokens[at].tag.imperative = false;
        }
        return;
    }
    // "If you can, please come": nobody else is there to do it.
    let base = matches!(token.tag.penn, Penn::Vb | Penn::Vbp);
    if base && asked && at > 1 && tokens[at - 2].is(",") {
        return retag(&mut tokens[at], IMPERATIVE);
    }
    if token.tag.upos == Upos::Verb && is_first(tokens, at) {
        let particle = tokens
            .get(at + 1)
            .is_some_and(|next| next.tag.penn == Penn::Rp);
        let counted = tokens
            .get(at + 1)
            .is_some_and(|next| next.tag.upos == Upos::Num);
        let fits = counted || takes_object(tokens, at) || particle && takes_object(tokens, at + 1);
        let base = matches!(tokens[at].tag.penn, Penn::Vb | Penn::Vbp) || particle;
        if base && fits && !tokens[at].is_any(WRITERS) {
            retag(&mut tokens[at], IMPERATIVE);
        }
        return;
    }
    let unsure = token.tag.is_nominal() || matches!(token.tag.upos, Upos::Adv | Upos::Adj);
    let takes = asked && !tokens[at].tag.is_verbal()
        || takes_object(tokens, at)
        || at == 0 && takes_manner(tokens);
    if unsure && takes && (asked || !opens_noun_phrase(tokens, at)) {
        retag(&mut tokens[at], IMPERATIVE);
    }
}

/// Verbs whose writer is left out rather than their reader: "Hope this helps", "Love the idea".
const WRITERS: &[&str] = &[
    "agree",
    "appreciate",
    "assume",
    "believe",
    "doubt",
    "enjoy",
    "feel",
    "get",
    "got",
    "guess",
    "hate",
    "have",
    "hope",
    "know",
    "like",
    "look",
    "love",
    "mean",
    "miss",
    "need",
    "suppose",
    "thank",
    "think",
    "trust",
    "understand",
    "want",
    "wish",
];

/// Nobody puts more words before a clause; what goes on longer is no sentence.
const LONGEST_FRONT: usize = 40;

/// Whether nothing but a name, a greeting or a fronted phrase ("By Friday,", "Once it is signed,") stands before.
fn is_first(tokens: &[Token], at: usize) -> bool {
    let Some((last, before)) = tokens[..at].split_last() else {
        return true;
    };
    if before.len() > LONGEST_FRONT {
        return false;
    }
    let fronted = matches!(tokens[0].tag.upos, Upos::Sconj | Upos::Adp)
        || tokens[0].is_any(&["when", "once", "whenever"]);
    let only_names = before
        .iter()
        .all(|token| token.tag.upos == Upos::Propn || leads_in(token));
    let one_comma = !before.iter().any(|token| token.kind == TokenKind::Mark);
    (last.is(",") && one_comma && (fronted || only_names)) || before.is_empty() && leads_in(last)
}

/// "Visit," as a line of its own names a thing.
fn is_alone(tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .all(|token| token.kind == TokenKind::Mark && !token.norm.starts_with('!'))
}

/// "Talk to you later", "See you on Monday": a wish about both.
fn is_farewell(tokens: &[Token], at: usize) -> bool {
    let you = if tokens[at].is_any(&["talk", "speak", "write"]) {
        at + 2
    } else {
        at + 1
    };
    tokens[at].is_any(&["talk", "speak", "write", "see", "catch"])
        && tokens.get(you).is_some_and(|token| token.is("you"))
}

/// "the term “Record Date”": a noun before the quotation mark says that a name follows.
fn is_named(tokens: &[Token], at: usize) -> bool {
    at > 1 && tokens[at - 1].is_any(&["\"", "“"]) && tokens[at - 2].tag.upos == Upos::Noun
}

/// "Work hard.", "Try again and call me.": what follows the first word says how, and no verb comes after it.
fn takes_manner(tokens: &[Token]) -> bool {
    const MANNERS: &[&str] = &["again", "carefully", "fast", "hard", "quickly", "together"];
    let how = tokens.get(1).is_some_and(|token| token.is_any(MANNERS));
    how && (tokens.get(2)).is_none_or(|next| next.is_any(&[".", "!", "and"]))
}

/// "Have you seen it?", "Do they know?": a question.
fn has_subject_behind(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_any(&["have", "do"])
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["you", "we", "they", "i", "any", "these", "those"]))
        && tokens.last().is_some_and(|last| last.norm.starts_with('?'))
}

/// "Do not reply": an order whose verb comes third.
fn forbid(tokens: &mut [Token], at: usize) {
    let verb = (at + 2..tokens.len().min(at + 5)).find(|&at| tokens[at].tag.upos != Upos::Adv);
    // "Don't think so", "Do not know yet" lack the writer, not the reader.
    const STATES: &[&str] = &[
        "think",
        "know",
        "believe",
        "recall",
        "want",
        "need",
        "see",
        "understand",
        "care",
        "like",
        "mind",
    ];
    if let Some(verb) = verb
        && verbs::is_base(&tokens[verb].norm)
        && !tokens[verb].is_any(STATES)
    {
        tokens[at].tag.imperative = true;
        retag(&mut tokens[verb], IMPERATIVE);
    }
}

/// Whether what follows the word makes it a noun: a finite verb it is the subject of, a participle, a colon.
fn opens_noun_phrase(tokens: &[Token], at: usize) -> bool {
    let mut rest = tokens[at + 1..].iter().take(12).peekable();
    let Some(&next) = rest.peek() else {
        return false;
    };
    if next.is(":") {
        return true;
    }
    let participle = matches!(next.tag.penn, Penn::Vbd | Penn::Vbn);
    if participle || is_finite(next) {
        return true;
    }
    let preposition = next.tag.upos == Upos::Adp;
    if preposition {
        rest.next();
    }
    let mut nouns = 0;
    for token in rest {
        match token.tag.upos {
            Upos::Noun | Upos::Num => nouns += 1,
            Upos::Propn if preposition => nouns += 1,
            Upos::Adj | Upos::Det | Upos::Adp if preposition => nouns += 1,
            Upos::Pron if preposition && token.tag.penn == Penn::PrpDollar => {}
            Upos::Adj if nouns == 0 => {}
            Upos::Verb if !preposition && nouns > 0 && token.tag.penn == Penn::Vbn => {
                return tokens[at].margin < UNSURE;
            }
            _ => return nouns > 0 && (is_finite(token) || token.is(":")),
        }
    }
    false
}

/// Whether the word is a verb that has its subject before it.
fn is_finite(token: &Token) -> bool {
    matches!(token.tag.penn, Penn::Vbz | Penn::Vbp | Penn::Vbd | Penn::Md)
        && token.tag.is_verbal()
        && !token.tag.imperative
}

/// Whether what follows the word is its object, so that the word is a verb.
fn takes_object(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    const OBJECTS: &[&str] = &[
        "the", "a", "an", "this", "these", "those", "my", "your", "our", "their", "his", "its",
        "me", "us", "them", "him", "it", "any", "all", "each", "every", "both",
    ];
    // "Request access": things asked for that are seldom the second half of a name.
    const GOODS: &[&str] = &[
        "access",
        "approval",
        "feedback",
        "permission",
        "confirmation",
        "clarification",
        "comments",
        "quotes",
        "copies",
        "input",
        "receipt",
        "help",
        "support",
    ];
    next.is_any(OBJECTS)
        || next.is_any(GOODS)
            && tokens[at].is_any(&["request", "check", "order", "confirm", "seek"])
}

/// "to email them": a verb, whatever else the word may be.
fn after_to(tokens: &mut [Token], at: usize) {
    let to = at > 0 && tokens[at - 1].is("to") && at + 1 < tokens.len();
    if to
        && tokens[at].tag.is_nominal()
        && takes_object(tokens, at)
        && verbs::is_base(&tokens[at].norm)
    {
        retag(&mut tokens[at], INFINITIVE);
        tokens[at - 1].tag = Tag {
            upos: Upos::Part,
            penn: Penn::To,
            imperative: false,
            passive: false,
        };
    }
}

/// "Can someone please tell me": the verb belongs to a modal, "do" or "to" of its own clause.
fn follows_auxiliary(tokens: &[Token], at: usize) -> bool {
    let clause = tokens[..at].iter().rev().take(6).take_while(|token| {
        token.kind == TokenKind::Word && !token.tag.is_verbal() || is_auxiliary(token)
    });
    clause.clone().any(is_auxiliary)
}

fn is_auxiliary(token: &Token) -> bool {
    token.tag.penn == Penn::Md || token.is_any(&["do", "does", "did"]) && !token.tag.imperative
}

/// "Could the team review it": after a modal and its subject comes a verb.
fn after_modal(tokens: &mut [Token]) {
    let Some(modal) = tokens
        .iter()
        .take(6)
        .position(|token| token.tag.penn == Penn::Md)
    else {
        return;
    };
    let mut subject = false;
    for at in modal + 1..tokens.len().min(modal + 8) {
        let token = &tokens[at];
        if token.tag.is_verbal() || token.kind != TokenKind::Word {
            return;
        }
        if subject
            && token.tag.is_nominal()
            && takes_object(tokens, at)
            && verbs::is_base(&token.norm)
        {
            return retag(&mut tokens[at], INFINITIVE);
        }
        subject |= token.tag.is_nominal() || token.tag.upos == Upos::Pron;
    }
}

const IMPERATIVE: Tag = Tag {
    upos: Upos::Verb,
    penn: Penn::Vb,
    imperative: true,
    passive: false,
};

const INFINITIVE: Tag = Tag {
    upos: Upos::Verb,
    penn: Penn::Vb,
    imperative: false,
    passive: false,
};

const NOUN: Tag = Tag {
    upos: Upos::Noun,
    penn: Penn::Nn,
    imperative: false,
    passive: false,
};

/// The margin of a tag given by a rule: as if the model were right nineteen times in twenty.
const RULED: u8 = 12;

/// Below this margin the model is wrong two times in five.
const UNSURE: u8 = 4;

fn retag(token: &mut Token, tag: Tag) {
    token.tag = tag;
    token.margin = token.margin.max(RULED);
}

/// Whether a base form is as well known as a noun; sorted.
fn is_noun_too(word: &str) -> bool {
    NOUNS.binary_search(&word).is_ok()
}

#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "access", "address", "advance", "advice", "agreement", "alarm", "alert", "answer", "appeal", "approach",
    "archive", "attack", "attempt", "audit", "back", "backup", "balance", "ban", "bank", "bid", "bill", "block",
    "board", "book", "break", "bridge", "brief", "budget", "bug", "build", "burn", "call", "campaign", "card", "case",
    "cause", "change", "charge", "chart", "chat", "check", "claim", "clock", "close", "comment", "commit",
    "complaint", "conflict", "contact", "content", "contract", "control", "copy", "cost", "count", "cover", "crash",
    "credit", "cut", "date", "deal", "debate", "debug", "delay", "demand", "demo", "deposit", "design", "display",
    "document", "double", "doubt", "download", "draft", "drive", "drop", "email", "end", "estimate", "exchange",
    "exit", "experience", "export", "face", "factor", "fault", "fax", "feature", "fee", "feed", "field", "fight",
    "figure", "file", "filter", "finance", "fire", "fix", "flag", "flight", "focus", "force", "forecast", "form",
    "format", "freeze", "fund", "gap", "group", "growth", "guarantee", "guide", "hand", "head", "help", "hire", "hit",
    "hold", "host", "hour", "house", "impact", "import", "increase", "index", "input", "install", "interest",
    "interview", "invite", "invoice", "issue", "job", "judge", "key", "label", "lack", "launch", "lead", "lease",
    "leave", "level", "light", "limit", "link", "list", "load", "loan", "lock", "log", "look", "loss", "lunch",
    "mail", "map", "mark", "market", "master", "match", "matter", "measure", "meeting", "merge", "message", "mistake",
    "model", "monitor", "mortgage", "move", "name", "need", "network", "notice", "number", "offer", "onboard",
    "order", "outline", "output", "package", "page", "panel", "park", "part", "pass", "patch", "pay", "phone",
    "picture", "pilot", "pitch", "place", "plan", "plant", "point", "poll", "position", "post", "practice", "press",
    "price", "print", "process", "produce", "profile", "profit", "program", "progress", "project", "promise", "proof",
    "purchase", "push", "query", "question", "quote", "raise", "range", "rate", "reach", "reason", "rebate",
    "receipt", "record", "reference", "refund", "release", "rent", "repair", "repeat", "reply", "report", "request",
    "research", "reserve", "reset", "response", "rest", "result", "return", "review", "reward", "ride", "risk",
    "roll", "route", "rule", "run", "sale", "sample", "scan", "schedule", "scope", "score", "screen", "search",
    "season", "seat", "service", "setup", "shape", "share", "shift", "ship", "shop", "show", "sign", "signal", "site",
    "sort", "source", "space", "spend", "sponsor", "spot", "staff", "stage", "stamp", "standard", "start", "state",
    "status", "step", "stock", "stop", "store", "strike", "structure", "study", "subject", "summary", "supply",
    "support", "survey", "switch", "sync", "table", "talk", "target", "task", "tax", "team", "test", "text", "thank",
    "ticket", "time", "title", "tour", "track", "trade", "traffic", "train", "transfer", "travel", "trial", "trip",
    "trouble", "trust", "turn", "type", "update", "upgrade", "upload", "use", "value", "view", "visit", "voice",
    "volunteer", "vote", "wait", "walk", "warning", "wash", "watch", "wave", "web", "wish", "word", "work", "worry",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    /// Sentences whose words bear after a slash what they are: I imperative, V verb, A auxiliary, N noun, P pronoun; a verb or
    /// noun so marked is no imperative.
    const PROBES: &str = include_str!("probes.txt");

    fn is(token: &Token, mark: &str) -> bool {
        use crate::language::Upos::{Aux, Noun, Pron, Propn, Verb};
        match mark {
            "I" => token.tag.imperative && matches!(token.tag.upos, Verb | Aux),
            "V" => token.tag.upos == Verb,
            "A" => token.tag.upos == Aux,
            "N" => matches!(token.tag.upos, Noun | Propn) && !token.tag.imperative,
            "P" => token.tag.upos == Pron,
            _ => false,
        }
    }

    #[test]
    fn openings_read_right() {
        let mut wrong = Vec::new();
        for line in PROBES
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let marked: Vec<(&str, &str)> = line
                .split(' ')
                .map(|word| word.rsplit_once('/').unwrap_or((word, "")))
                .collect();
            let prose = marked
                .iter()
                .map(|(word, _)| *word)
                .collect::<Vec<_>>()
                .join(" ");
            let words = language::read(&prose);
            assert_eq!(words.tokens.len(), marked.len(), "{line}");
            let ordered = line.contains("/I");
            for (token, (_, mark)) in words.tokens.iter().zip(&marked) {
                let stray = token.tag.imperative && !ordered;
                if stray || (!mark.is_empty() && !is(token, mark)) {
                    wrong.push(format!(
                        "{line}: {} is {:?} {}",
                        token.norm, token.tag, token.margin
                    ));
                }
            }
        }
        assert!(NOUNS.is_sorted());
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_sentence_without_end_costs_no_more_than_its_length() {
        // A square would take minutes.
        for odd in ["and send the board ", "Ana, review it ", "please do not "] {
            language::read(&odd.repeat(20_000));
        }
    }
}
