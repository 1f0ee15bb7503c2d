use super::pattern::{Choice, Patterns, words};
use crate::facts::TimeExpression;
use crate::language::{Penn, Token, TokenKind, Upos, verbs};
use crate::text::Span;

/// One sentence being read: its tokens and what the families need to look at. Places are token numbers within the sentence.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The sentence's tokens.
    pub(super) tokens: &'a [Token],
    /// The passage's prose.
    pub(super) text: &'a str,
    /// The passage's time expressions.
    pub(super) times: &'a [TimeExpression],
}

/// Words that stand between an opening and its verb, or before an opening, without changing who is asked for what; and what may begin
/// several such.
const SOFTENERS: &str = "actually|again|all|also|always|at|both|briefly|certainly|definitely|each|enormously|eternally|eventually|ever|extremely|first|gently|greatly|hereby|\
    hopefully|however|humbly|immediately|instead|just|kinda|kindly|maybe|merely|now|only|perhaps|personally|please|plz|pls|possibly|\
    potentially|probably|quickly|quite|really|respectfully|sincerely|simply|somehow|sorta|still|strongly|super|then|therefore|together|\
    truly|urgently|very|kind|sort|,";

/// The margin below which a tag is a guess.
pub(super) const WEAK: u8 = 6;

/// How many tokens a noun phrase has at most: what is longer is no phrase, and must not be read again and again.
const LONGEST_NOUN_PHRASE: usize = 30;

/// How many softening words follow one another at most.
const MOST_SOFTENERS: usize = 8;

/// How many tokens words between commas have at most, the commas included.
const LONGEST_ASIDE: usize = 7;

/// How far the families look for what goes with a verb: a long sentence, and no more of one without an end.
pub(super) const FAR: usize = 60;

impl<'a> Scene<'a> {
    /// The word at a place, in lower case; empty beyond the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.norm.as_str())
    }

    /// The number the word at a place is compared by; `None` beyond the end.
    pub(super) fn key(&self, at: usize) -> Option<u64> {
        self.tokens.get(at).map(|token| token.key)
    }

    /// Whether the word at a place is one of these.
    #[inline(never)]
    pub(super) fn is(&self, at: usize, words: &Choice) -> bool {
        self.key(at).is_some_and(|word| words.has(word))
    }

    /// The word before a place; empty at the start.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the token is a full stop, comma or other mark.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_none_or(|token| token.kind == TokenKind::Mark)
    }

    /// The token's fine part of speech.
    pub(super) fn penn(&self, at: usize) -> Penn {
        self.tokens
            .get(at)
            .map_or(Penn::Other, |token| token.tag.penn)
    }

    /// The token's universal part of speech.
    pub(super) fn upos(&self, at: usize) -> Upos {
        self.tokens.get(at).map_or(Upos::X, |token| token.tag.upos)
    }

    /// Whether the word begins with a capital letter.
    #[inline(never)]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token
                .span
                .of(self.text)
                .chars()
                .next()
                .is_some_and(char::is_uppercase)
        })
    }

    /// The place after any softening words from `at` on: "please just" in "could you please just send".
    #[inline(never)]
    pub(super) fn soft(&self, mut at: usize) -> usize {
        let most = at + MOST_SOFTENERS;
        loop {
            if at >= most || !self.is(at, words!(SOFTENERS)) {
                return at;
            }
            let polite = |at| self.is(at, words!("please|perhaps|maybe|pls"));
            at = match self.word(at) {
                "kind" | "sort" if self.word(at + 1) == "of" => at + 2,
                "at" if self.word(at + 1) == "least" => at + 2,
                "at" if self.word(at + 1) == "all" => at + 1,
                "kind" | "sort" | "at" => return at,
                "," if polite(at + 1) => at + 2,
                "," => match self.aside(at) {
                    Some(end) => end,
                    None if polite(at.wrapping_sub(1)) => at + 1,
                    None => return at,
                },
                _ => at + 1,
            };
        }
    }

    /// The place after a few words between commas: ", if possible," in "could you, if possible, send it".
    fn aside(&self, at: usize) -> Option<usize> {
        let opens = at > 0
            && self.word(at) == ","
            && self.is(
                at + 1,
                words!("however|though|therefore|if|as|when|by|under|at|before|after|in"),
            );
        if !opens {
            return None;
        }
        let close = (at + 2..at + LONGEST_ASIDE).find(|&at| self.is_mark(at))?;
        (self.word(close) == ",").then_some(close + 1)
    }

    /// Whether the word can be a verb's base form, for places where only a verb fits.
    pub(super) fn base(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        token.kind == TokenKind::Word && (token.tag.penn == Penn::Vb || verbs::is_base(&token.norm))
    }

    /// Whether the word is a verb in `-ing`, for places where only that fits.
    pub(super) fn gerund(&self, at: usize) -> bool {
        self.penn(at) == Penn::Vbg || (self.word(at).len() > 4 && self.word(at).ends_with("ing"))
    }

    /// Whether the word is a past participle, for places where only that fits.
    #[inline(never)]
    pub(super) fn participle(&self, at: usize) -> bool {
        matches!(self.penn(at), Penn::Vbn | Penn::Vbd)
            || (self.word(at).len() > 4 && self.word(at).ends_with("ed"))
    }

    /// The end of the noun phrase that starts at a place, `of` phrases included.
    #[inline(never)]
    pub(super) fn noun_phrase(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut head = None;
        while end < self.len().min(at + LONGEST_NOUN_PHRASE) {
            match self.upos(end) {
                Upos::Noun | Upos::Propn | Upos::Num | Upos::X | Upos::Sym
                    if !self.is_mark(end) =>
                {
                    head = Some(end + 1);
                }
                Upos::Pron if end == at && self.penn(at) != Penn::PrpDollar => {
                    return Some(end + 1);
                }
                Upos::Det | Upos::Pron | Upos::Adj => {
                    if self.upos(end) == Upos::Det && head.is_some() {
                        break;
                    }
                    if self.is(end, words!("this|that|these|those|all|both|any")) {
                        head = head.or(Some(end + 1));
                    }
                }
                Upos::Verb if end > at && head.is_none() && self.is_nominal_slot(end) => {
                    head = Some(end + 1);
                }
                Upos::Verb if matches!(self.penn(end), Penn::Vbn | Penn::Vbg) && head.is_none() => {
                }
                Upos::Part if self.word(end) == "'s" || self.word(end) == "'" => {}
                Upos::Adp if self.word(end) == "of" && head.is_some() => {}
                Upos::Cconj if head.is_some() && self.upos(end + 1) == self.upos(end - 1) => {}
                Upos::Punct if self.word(end) == "-" || self.word(end) == "/" => {}
                _ => break,
            }
            end += 1;
        }
        head
    }

    /// Whether only a noun fits here, whatever the tagger's weak guess: "the slides need…".
    fn is_nominal_slot(&self, at: usize) -> bool {
        let weak = self.tokens.get(at).is_some_and(|token| token.margin < WEAK);
        let owned = self.penn(at - 1) == Penn::PrpDollar;
        (weak || owned)
            && !matches!(self.penn(at), Penn::Vbn | Penn::Vbg)
            && (owned || matches!(self.upos(at - 1), Upos::Det | Upos::Adj))
    }

    /// The place after the first of these patterns that starts at a place.
    pub(super) fn any(&self, at: usize, patterns: &Patterns) -> Option<usize> {
        patterns.after(self, at)
    }

    /// The bytes from one token to before another.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let last = to.min(self.len()).saturating_sub(1).max(from);
        match (self.tokens.get(from), self.tokens.get(last)) {
            (Some(first), Some(last)) if from < to => Span::new(first.span.start, last.span.end),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => {
                let end = self.tokens.last().map_or(0, |token| token.span.end);
                Span::new(end, end)
            }
        }
    }
}
