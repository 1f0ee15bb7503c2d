use super::asked::{Manner, asks_in, without};
use crate::facts::{Act, ActKind, Ask, AskForm, Passage};
use crate::language::{Token, TokenKind, Upos};
use crate::rewrite::capitalised;
use crate::rewrite::piece::Piece;
use crate::rewrite::wanted::is_view;
use crate::text::{Edit, Span};

/// What a sentence is to the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Asks for something of its own.
    Ask,
    /// Takes the request back, and says nothing else.
    Placating,
    /// Thanks, or takes leave.
    Thanks,
    /// Says how things are.
    Fact,
    /// Anything else: an offer, a question that hangs on the sentence before.
    Aside,
}

/// A sentence of the paragraphs that ask.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its paragraph among those.
    pub(super) paragraph: usize,
    /// Where it stands in the draft.
    pub(super) span: Span,
    pub(super) role: Role,
    /// Whether it can only be understood after the sentence before it.
    pub(super) refers_back: bool,
    /// Whether it begins with "also" or its like.
    pub(super) adds: bool,
    /// The greeting that it begins with.
    pub(super) greeting: Option<Span>,
    /// The rest of it as it will read.
    pub(super) pieces: Vec<Piece>,
    /// Whether that differs from what it was.
    pub(super) changed: bool,
    /// Whether code or a link stands in it, which must stay where it is.
    pub(super) holds_code: bool,
}

/// Lists whose phrases, as a sentence or a clause of their own, only take the request back.
pub(super) const PLACATING: [&str; 4] = [
    "opt-out",
    "needless-apology",
    "burden-talk",
    "permission-tail",
];

/// Reads a paragraph's sentences; `None` where an ask of it cannot be said clearly.
pub(super) fn read(
    passage: &Passage,
    offset: usize,
    paragraph: usize,
    manner: &Manner<'_>,
) -> Option<Vec<Sentence>> {
    let open = manner.left_open(passage, offset);
    let sentences = passage.words.sentences.iter().enumerate();
    sentences
        .map(|(at, sentence)| {
            let mut read = one(passage, offset, paragraph, at, manner, &open)?;
            if read.role != Role::Ask && open.contains(&sentence.span) {
                read.role = Role::Placating;
            }
            Some(read)
        })
        .collect()
}

fn one(
    passage: &Passage,
    offset: usize,
    paragraph: usize,
    at: usize,
    manner: &Manner<'_>,
    open: &[Span],
) -> Option<Sentence> {
    let span = extent(passage, at);
    let tokens = &passage.words.tokens[passage.words.sentences[at].tokens.clone()];
    let asks = asks_in(passage, at);
    let refers_back = refers_back(tokens);
    let role = role(passage, at, tokens, &asks);
    let mut sentence = Sentence {
        paragraph,
        span: span.shifted(offset),
        role,
        refers_back,
        adds: tokens
            .first()
            .is_some_and(|first| first.is_any(&["also", "and", "plus", "besides"])),
        greeting: None,
        pieces: vec![Piece::Stays(span.shifted(offset))],
        changed: false,
        holds_code: passage.prose.code.iter().any(|code| code.overlaps(span)),
    };
    let (edits, start) = match role {
        Role::Ask => {
            let edits = manner.edits(passage, offset, &asks)?;
            let (first, ask) = asks.first()?;
            let clause = clause_start(first, ask, &edits);
            let mut loose = loose_phrases(passage, Span::new(clause, span.end));
            let inside = |open: &&Span| clause < open.start && open.end <= span.end;
            loose.extend(open.iter().filter(inside));
            let edits = without(passage, edits, &loose);
            let head = tokens.partition_point(|token| token.span.start < clause);
            let greeted = greeting(&tokens[..head]);
            sentence.greeting = greeted.map(|end| Span::new(span.start, end).shifted(offset));
            let after = greeted.map_or(0, |end| {
                tokens.partition_point(|token| token.span.start < end)
            });
            let before = tokens.get(after..head)?;
            let excused = placates(passage, before) || only_ties(passage, before);
            let start = if excused || after == head {
                clause
            } else {
                tokens.get(after)?.span.start
            };
            (edits, start)
        }
        Role::Fact => (smaller(passage, span), span.start),
        Role::Placating | Role::Thanks | Role::Aside => return Some(sentence),
    };
    let start = if sentence.greeting.is_some() {
        start
    } else {
        start.max(span.start)
    };
    let opens_anew = start > span.start;
    sentence.changed = !edits.is_empty() || opens_anew && sentence.greeting.is_none();
    sentence.pieces = pieces(
        passage,
        offset,
        Span::new(start, span.end),
        &edits,
        opens_anew,
    )?;
    Some(sentence)
}

/// A sentence with what stands behind it up to the next, white space left out: code is no word but belongs to it.
fn extent(passage: &Passage, at: usize) -> Span {
    let sentences = &passage.words.sentences;
    let start = if at == 0 { 0 } else { sentences[at].span.start };
    let end = sentences
        .get(at + 1)
        .map_or(passage.text.len(), |next| next.span.start);
    let words = Span::new(start, end).of(&passage.text);
    let blank = words.len() - words.trim_start().len();
    Span::new(start + blank, start + words.trim_end().len())
}

fn role(passage: &Passage, at: usize, tokens: &[Token], asks: &[(&Act, &Ask)]) -> Role {
    let acts = || passage.acts.iter().filter(move |act| act.sentence == at);
    // "We need it for the board" is the reason for another ask more often than one of its own.
    let reader = |ask: &Ask| {
        let mut opening = tokens.iter().filter(|token| ask.opening.covers(token.span));
        opening.any(|token| token.is("you"))
    };
    // "If you have paid already, please disregard this" is asked on the side, and "please don't feel you have to" is not asked.
    let idle = |ask: &Ask| {
        let verbs = [
            "disregard",
            "ignore",
            "forgive",
            "excuse",
            "pardon",
            "feel",
            "worry",
            "bother",
            "hesitate",
        ];
        let mut verb = ask.action.iter().map(|action| action.verb.as_str());
        verb.any(|verb| verbs.contains(&verb))
    };
    let own = |ask: &Ask| match ask.form {
        _ if idle(ask) => false,
        AskForm::Open | AskForm::LetMeKnow | AskForm::Hint | AskForm::We | AskForm::Question => {
            false
        }
        AskForm::Need => reader(ask),
        // "I think it needs to be mended" is a view.
        AskForm::Passive => !is_view(passage, ask),
        _ => true,
    };
    if asks.iter().any(|(_, ask)| own(ask)) {
        return Role::Ask;
    }
    if placates(passage, tokens) {
        return Role::Placating;
    }
    let hints = |ask: &Ask| matches!(ask.form, AskForm::Hint | AskForm::Need);
    if !acts().all(|act| match &act.kind {
        ActKind::Information | ActKind::Greeting => true,
        ActKind::Ask(ask) => hints(ask),
        _ => false,
    }) {
        let thanks = |act: &Act| matches!(act.kind, ActKind::Thanks | ActKind::Closing);
        return if acts().all(thanks) {
            Role::Thanks
        } else {
            Role::Aside
        };
    }
    if tokens.iter().any(|token| token.is("?")) {
        return Role::Aside;
    }
    Role::Fact
}

/// Whether a sentence of the passage does nothing but take a request back.
pub(super) fn takes_back(passage: &Passage) -> bool {
    let mut sentences = passage.words.sentences.iter();
    sentences.any(|sentence| placates(passage, &passage.words.tokens[sentence.tokens.clone()]))
}

/// Whether the words only take a request back.
fn placates(passage: &Passage, tokens: &[Token]) -> bool {
    const FILLERS: [&str; 32] = [
        "i", "i'm", "'m", "am", "we", "so", "really", "very", "totally", "again", "you", "all",
        "at", "of", "course", "but", "and", "about", "with", "this", "it", "that", "on", "just",
        "please", "also", "oh", "ps", "hey", "guys", "everyone", "both",
    ];
    let covered = |token: &Token| {
        passage
            .phrases_at(token.span)
            .any(|phrase| PLACATING.contains(&phrase.family) && phrase.span.covers(token.span))
    };
    let rush = tokens
        .windows(2)
        .any(|pair| pair[0].is("no") && pair[1].is_any(&["rush", "hurry"]));
    (rush || tokens.iter().any(covered))
        && tokens.iter().all(|token| {
            matches!(token.kind, TokenKind::Mark | TokenKind::Symbol)
                || covered(token)
                || rush && token.is_any(&["no", "rush", "hurry", "there", "is", "'s"])
                || token.is_any(&FILLERS)
        })
}

/// Whether the words before an ask only tie it to the one before it, soften it or call it small: "One quick thing:".
fn only_ties(passage: &Passage, tokens: &[Token]) -> bool {
    let softens = |token: &Token| {
        let mut hedges = passage.hedges.iter();
        hedges.any(|hedge| hedge.span.covers(token.span)) || token.is_any(&["maybe", "perhaps"])
    };
    let ties = |token: &Token| token.is_any(&["and", "also", ",", "oh", "-", "–"]);
    let named = tokens
        .last()
        .is_some_and(|last| last.is_any(&[":", "-", "–", "—"]));
    let names = |token: &Token| {
        named
            && token.is_any(&[
                "a", "just", "one", "another", "more", "quick", "small", "tiny", "little", "last",
                "final", "question", "request", "favour", "favor", "ask", "thing", ":", "—",
            ])
    };
    tokens
        .iter()
        .all(|token| ties(token) || softens(token) || names(token))
}

/// Placating phrases at the end of a clause: "…, if that's okay?"
fn loose_phrases(passage: &Passage, clause: Span) -> Vec<Span> {
    let tokens = &passage.words.tokens;
    let phrases = passage.phrases.iter();
    phrases
        .filter(|phrase| PLACATING.contains(&phrase.family) && clause.covers(phrase.span))
        .filter(|phrase| {
            let next = tokens.get(phrase.tokens.end);
            next.is_none_or(|token| token.is_any(&["?", ".", "!"]))
        })
        .map(|phrase| phrase.span)
        .collect()
}

/// The words taken out that call small what is asked for.
fn smaller(passage: &Passage, sentence: Span) -> Vec<Edit> {
    let small = passage
        .phrases_in(sentence)
        .filter(|phrase| phrase.family == "minimised-ask");
    let spans = small.filter_map(|phrase| {
        let tokens = &passage.words.tokens[phrase.tokens.clone()];
        let words = tokens
            .iter()
            .filter(|token| token.is_any(&["really", "honestly", "literally", "just", "only"]));
        words.map(|token| token.span).reduce(Span::join)
    });
    let spans: Vec<Span> = spans.collect();
    without(passage, Vec::new(), &spans)
}

/// Where the words of the ask itself begin.
fn clause_start(act: &Act, ask: &Ask, edits: &[Edit]) -> usize {
    let opening = Some(ask.opening.start).filter(|_| !ask.opening.is_empty());
    let verb = ask.action.as_ref().map(|action| action.verb_span.start);
    let said = edits.first().map(|edit| edit.span.start);
    let known = [opening, verb].into_iter().flatten().min();
    match (known, said) {
        (Some(known), Some(said)) => known.min(said),
        (Some(known), None) => known,
        (None, _) => act.span.start,
    }
}

/// Where the greeting ends that these words are or begin with: "Hi Sam,".
fn greeting(tokens: &[Token]) -> Option<usize> {
    const MOST_WORDS: usize = 5;
    let first = tokens.first()?;
    if !first.is_any(&["hi", "hello", "hey", "dear", "hiya", "greetings"]) {
        return None;
    }
    let mark = tokens
        .iter()
        .take(MOST_WORDS + 1)
        .position(|token| token.is_any(&[",", "!"]))?;
    let name = |token: &Token| token.kind == TokenKind::Word;
    tokens[..mark]
        .iter()
        .all(name)
        .then(|| tokens[mark].span.end)
}

/// Whether the words point to what stands before them.
fn refers_back(tokens: &[Token]) -> bool {
    const POINTERS: [&str; 25] = [
        "it",
        "its",
        "they",
        "them",
        "their",
        "he",
        "him",
        "his",
        "she",
        "her",
        "both",
        "neither",
        "either",
        "former",
        "latter",
        "others",
        "rest",
        "same",
        "such",
        "instead",
        "otherwise",
        "too",
        "likewise",
        "one",
        "ones",
    ];
    const TIES: [&str; 14] = [
        "and",
        "but",
        "or",
        "so",
        "then",
        "also",
        "however",
        "which",
        "if",
        "plus",
        "besides",
        "still",
        "therefore",
        "because",
    ];
    let demonstrative = |token: &Token| {
        token.is_any(&["this", "that", "these", "those"]) && token.tag.upos != Upos::Sconj
    };
    // "The deadline is 15 December" is the deadline of what is asked for.
    let bounds = tokens.first().is_some_and(|token| token.is("the"))
        && tokens
            .get(1)
            .is_some_and(|token| token.is_any(&["deadline", "cutoff", "cut-off"]));
    bounds
        || tokens.first().is_some_and(|token| token.is_any(&TIES))
        || tokens
            .iter()
            .any(|token| token.is_any(&POINTERS) || demonstrative(token))
}

/// A run of the passage after its edits; what does not begin a sentence yet gets a capital.
fn pieces(
    passage: &Passage,
    offset: usize,
    run: Span,
    edits: &[Edit],
    opens_anew: bool,
) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut at = run.start;
    for edit in edits {
        if edit.span.start < at || edit.span.end > run.end {
            return None;
        }
        if edit.span.start > at {
            pieces.push(Piece::Stays(Span::new(at, edit.span.start).shifted(offset)));
        }
        if !edit.text.is_empty() {
            pieces.push(Piece::New(edit.text.clone()));
        }
        at = edit.span.end;
    }
    if at < run.end {
        pieces.push(Piece::Stays(Span::new(at, run.end).shifted(offset)));
    }
    if opens_anew {
        match pieces.first_mut()? {
            Piece::New(text) => *text = capitalised(text),
            Piece::Stays(span) => {
                let first = passage.text[run.start..].chars().next()?;
                if first.is_lowercase() {
                    span.start += first.len_utf8();
                    let capital = first.to_uppercase().collect();
                    pieces.insert(0, Piece::New(capital));
                }
            }
        }
    }
    Some(pieces)
}
