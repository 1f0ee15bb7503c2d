//! What the tagger looks at: each feature is one number, made of a template and what the template found.

use super::super::{Penn, Tag, Token, TokenKind, Upos, verbs};
use super::model::Model;

/// What is told of one token whatever its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    word: u32,
    suffixes: [u32; 3],
    prefix: u32,
    shape: u32,
    /// Which parts of speech the word had in the treebank; for a word it lacks, what its looks tell.
    class: u32,
    verb: u32,
    /// Whether it is a mark, or a word in small letters that is no verb's base form: what is told of one treebank's words holds
    /// least for capitals and orders.
    plain: bool,
    /// The label it had nearly always in the treebank.
    only: Option<u8>,
}

/// The template that a word's class is kept under.
const CLASS: u32 = 99;

/// Classes below this are the treebank's, those above are told by looks.
const LOOKS: u32 = 1000;

impl Facts {
    /// `text` is the token as it is written.
    pub(super) fn of(token: &Token, text: &str, model: &Model<'_>) -> Self {
        let norm = match token.kind {
            TokenKind::Opaque => "\u{1a}",
            TokenKind::Number => figure(&token.norm),
            TokenKind::Word if token.norm.len() <= 4 => spelled_out(&token.norm),
            _ => token.norm.as_str(),
        };
        let word = hash(norm.as_bytes());
        let verb = u32::from(token.kind == TokenKind::Word && is_verb(norm));
        let shape = shape(token, text);
        let class = model.class(class_key(word));
        let plain = verb == 0 && (matches!(shape, MARK | LOWER) || norm == "i");
        Self {
            word,
            suffixes: [1, 2, 3].map(|len| hash(tail(norm, len).as_bytes())),
            prefix: hash(head(norm, 3).as_bytes()),
            shape,
            class: class.map_or_else(
                || LOOKS + looks(norm, shape, verb),
                |class| u32::from(class.number),
            ),
            verb,
            plain,
            only: class.and_then(|class| class.only).filter(|_| plain),
        }
    }

    /// How it is written.
    pub(super) const fn shape(&self) -> u32 {
        self.shape
    }

    /// Whether the word may have a label whatever stands beside it.
    pub(super) const fn is_plain(&self) -> bool {
        self.plain
    }

    /// The label it has whatever stands beside it.
    pub(super) const fn only(&self) -> Option<u8> {
        self.only
    }
}

/// The feature under which a word's class is kept.
pub(super) fn class_key(word: u32) -> u32 {
    mix(CLASS, word, 0, 0)
}

/// The number of a word as the features know it.
pub(super) fn word_of(facts: &Facts) -> u32 {
    facts.word
}

/// Where in its clause the next token stands, as far as the tags before it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// The labels of the two tokens before.
    last: [u32; 2],
    /// How far the clause has come.
    stage: Stage,
    /// Whether an earlier clause of the sentence had its finite verb.
    finite: bool,
    asks: bool,
    /// How much of the sentence is written with capitals.
    capitals: u32,
}

/// How far a clause has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing but adverbs and the like.
    Opening,
    /// A noun or pronoun, and no verb.
    Subject,
    /// A modal, or "do": its verb is still to come.
    Modal,
    /// "to": its verb is still to come.
    Infinitive,
    /// The verb has come.
    Verb,
}

impl Clause {
    /// `shapes` are those of the whole sentence.
    pub(super) fn new(asks: bool, shapes: impl Iterator<Item = u32>) -> Self {
        Self {
            last: [200, 201],
            stage: Stage::Opening,
            finite: false,
            asks,
            capitals: capitals(shapes),
        }
    }

    /// Takes the tag of the token just read into account.
    pub(super) fn step(&mut self, label: u8, tag: Tag, token: &Token) {
        self.last = [u32::from(label), self.last[0]];
        self.stage = match tag.upos {
            _ if token.is_any(&["not", "n't"]) => self.stage,
            Upos::Punct if token.is_any(&["\"", "'", "..."]) => self.stage,
            Upos::Punct => {
                self.finite |= self.stage == Stage::Verb;
                Stage::Opening
            }
            Upos::Aux if tag.penn == Penn::Md || token.is_any(&["do", "does", "did"]) => {
                Stage::Modal
            }
            Upos::Aux | Upos::Verb => Stage::Verb,
            Upos::Part if token.is("to") => Stage::Infinitive,
            Upos::Sconj | Upos::Cconj => {
                self.finite |= self.stage == Stage::Verb;
                Stage::Opening
            }
            Upos::Adv | Upos::Intj | Upos::Adp | Upos::Part | Upos::X | Upos::Sym => self.stage,
            _ if self.stage == Stage::Opening => Stage::Subject,
            _ => self.stage,
        };
    }
}

/// How many features a token has.
pub(super) const FEATURES: usize = 37;

/// The features of the token at `at`.
pub(super) fn of(facts: &[Facts], at: usize, clause: &Clause) -> [u32; FEATURES] {
    let near = |offset: isize| {
        at.checked_add_signed(offset)
            .and_then(|at| facts.get(at))
            .copied()
            .unwrap_or(Facts {
                word: if offset < 0 { 1 } else { 2 },
                class: if offset < 0 { 2000 } else { 2001 },
                ..Facts::default()
            })
    };
    let [back2, back, here, next, next2] = [near(-2), near(-1), near(0), near(1), near(2)];
    let [last, last2] = clause.last;
    let stage = clause.stage as u32 * 4 + u32::from(clause.finite) * 2 + u32::from(clause.asks);
    let first = u32::from(at == 0);
    [
        mix(0, 0, 0, 0),
        mix(1, here.word, 0, 0),
        mix(2, here.suffixes[2], 0, 0),
        mix(3, here.suffixes[1], here.shape, 0),
        mix(4, here.suffixes[0], here.class, 0),
        mix(5, here.prefix, 0, 0),
        mix(6, here.shape, first, next.shape),
        mix(7, last, 0, 0),
        mix(8, last, last2, 0),
        mix(9, last, here.word, 0),
        mix(10, back.word, 0, 0),
        mix(11, back2.word, here.class, 0),
        mix(12, next.word, 0, 0),
        mix(13, next2.word, here.class, 0),
        mix(14, back.word, here.word, 0),
        mix(15, here.word, next.word, 0),
        mix(16, back.suffixes[2], here.class, 0),
        mix(17, next.suffixes[2], here.class, 0),
        mix(18, here.class, 0, 0),
        mix(19, last, here.class, 0),
        mix(20, last, here.class, next.class),
        mix(21, here.class, next.class, 0),
        mix(22, here.class, next.class, next2.class),
        mix(23, last, last2, here.class),
        mix(24, stage, here.class, 0),
        mix(25, stage, here.class, next.class),
        mix(26, stage, here.word, 0),
        mix(27, here.shape, here.class, first),
        mix(28, here.shape, back.shape, next.shape),
        mix(29, stage, here.verb + 2 * first, next.class),
        mix(30, last, here.suffixes[1], next.class),
        mix(31, here.verb, last, here.suffixes[2]),
        mix(32, back.word, here.class, next.class),
        mix(33, stage, back.word, here.class),
        mix(34, here.word, next.class, 0),
        mix(35, last2, last, next.class),
        mix(36, clause.capitals, here.class, here.shape),
    ]
}

/// How many of the words begin with a capital, in steps: a title's capitals tell less than a sentence's.
fn capitals(shapes: impl Iterator<Item = u32>) -> u32 {
    let (mut words, mut upper) = (0, 0);
    for shape in shapes {
        words += usize::from(shape >= LOWER);
        upper += usize::from(shape > LOWER && !(shape - LOWER).is_multiple_of(4));
    }
    match (words, upper) {
        (0, _) => 0,
        _ if upper == words => 1,
        _ if upper * 2 > words => 2,
        _ if upper * 4 > words => 3,
        _ => 4,
    }
}

/// Letters enough to tell apart all features of a treebank. Each of what was found is multiplied by itself: those that go into many
/// features are so but once.
fn mix(template: u32, a: u32, b: u32, c: u32) -> u32 {
    let a = (a ^ template.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    let state = a.rotate_left(11) ^ b.wrapping_mul(0xc2b2_ae35);
    let state = state.rotate_left(13) ^ c.wrapping_mul(0x27d4_eb2f);
    let state = (state ^ (state >> 15)).wrapping_mul(0x2c1b_3c6d);
    state ^ (state >> 16)
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().take(64).fold(0x811c_9dc5, |state, &byte| {
        (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn tail(word: &str, letters: usize) -> &str {
    let at = word.len().saturating_sub(letters);
    if word.as_bytes()[at..].is_ascii() {
        return &word[at..];
    }
    let at = word.char_indices().rev().nth(letters - 1);
    at.map_or(word, |(at, _)| &word[at..])
}

fn head(word: &str, letters: usize) -> &str {
    let at = word.len().min(letters);
    if word.as_bytes()[..at].is_ascii() {
        return &word[..at];
    }
    let at = word.char_indices().nth(letters);
    at.map_or(word, |(at, _)| &word[..at])
}

/// The word that stands for one written in haste: the treebank has few of these, and many of those.
fn spelled_out(norm: &str) -> &str {
    match norm {
        "b/c" | "coz" | "cuz" => "because",
        "pls" | "plz" => "please",
        "ppl" => "people",
        "thru" => "through",
        "thx" | "tks" | "thnx" => "thanks",
        "u" => "you",
        "ur" => "your",
        "w/" => "with",
        "w/o" => "without",
        _ => norm,
    }
}

/// Numbers are alike by their looks.
fn figure(norm: &str) -> &str {
    let digits = norm.bytes().take_while(u8::is_ascii_digit).count();
    let bytes = norm.as_bytes();
    match bytes.get(digits) {
        None if digits == 4 && (norm.starts_with("19") || norm.starts_with("20")) => "2026",
        None => "10",
        Some(b':') => "10:30",
        Some(b'.' | b',') => "3.5",
        Some(b'/' | b'-') => "12/15",
        _ if norm.ends_with("th")
            || norm.ends_with("st")
            || norm.ends_with("nd")
            || norm.ends_with("rd") =>
        {
            "27th"
        }
        _ if norm.ends_with('s') => "1990s",
        _ => "3d",
    }
}

/// The shape of a mark.
const MARK: u32 = 4;

/// The shape of a word in small letters: those of other words are above.
const LOWER: u32 = 5;

/// How a token is written: capitals, digits, hyphens.
pub(super) fn shape(token: &Token, text: &str) -> u32 {
    match token.kind {
        TokenKind::Opaque => return 1,
        TokenKind::Number => return 2,
        TokenKind::Symbol => return 3,
        TokenKind::Mark => return MARK,
        TokenKind::Word => {}
    }
    let (first, upper, lower) = if text.is_ascii() {
        let (first, rest) = text.as_bytes().split_first().unwrap_or((&0, &[]));
        let rest = &rest[..rest.len().min(30)];
        let upper = rest.iter().any(u8::is_ascii_uppercase);
        let lower = rest.iter().any(u8::is_ascii_lowercase);
        (first.is_ascii_uppercase(), upper, lower)
    } else {
        let mut rest = text.chars().skip(1).take(30);
        let upper = rest.clone().any(char::is_uppercase);
        let lower = rest.any(char::is_lowercase);
        (text.starts_with(char::is_uppercase), upper, lower)
    };
    let case = match (first, upper, lower) {
        (false, false, _) => LOWER,
        (true, false, _) => 6,
        (true, true, false) => 7,
        _ => 8,
    };
    let hyphen = token.norm.contains('-');
    let digit = token.norm.bytes().any(|byte| byte.is_ascii_digit());
    case + 4 * u32::from(hyphen) + 8 * u32::from(digit)
}

/// Whether the word may be a verb's base form, or with "s" its third person.
fn is_verb(norm: &str) -> bool {
    verbs::is_base(norm)
}

/// A class for a word the treebank lacks.
fn looks(norm: &str, shape: u32, verb: u32) -> u32 {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "tion", "ment", "ness", "ity", "ous", "ful", "able", "ible", "ive",
        "al", "ic", "er", "or", "ist", "ism", "ize", "ise", "es", "s", "y", "'",
    ];
    let ending = ENDINGS
        .iter()
        .position(|ending| norm.ends_with(ending))
        .unwrap_or(ENDINGS.len());
    let stem = norm.strip_suffix('s').is_some_and(verbs::is_base)
        || (norm.ends_with("ing") || norm.ends_with("ed")) && verbs::lemma(norm).is_some();
    let ending = u32::try_from(ending).unwrap_or(0);
    (ending * 32 + shape) * 4 + verb * 2 + u32::from(stem)
}
