use crate::facts::TimeExpression;
use crate::language::{Penn, Token, TokenKind, Upos, among, verbs};
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

/// Words that stand between an opening and its verb, or before an opening, without changing who is asked for what.
const SOFTENERS: &str = "actually|again|all|also|always|at|both|briefly|certainly|definitely|each|eventually|ever|first|gently|greatly|hereby|\
    hopefully|however|humbly|immediately|instead|just|kindly|maybe|merely|now|only|perhaps|personally|please|plz|pls|possibly|\
    potentially|probably|quickly|quite|really|respectfully|sincerely|simply|somehow|still|strongly|then|therefore|together|\
    truly|urgently|very";

/// The margin below which a tag is a guess.
pub(super) const WEAK: u8 = 6;

impl<'a> Scene<'a> {
    /// The word at a place, in lower case; empty beyond the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.norm.as_str())
    }

    /// Whether the word at a place is one of these, written `one|or|another`.
    pub(super) fn is(&self, at: usize, words: &str) -> bool {
        let word = self.word(at);
        !word.is_empty() && among(word, words)
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
    pub(super) fn soft(&self, mut at: usize) -> usize {
        loop {
            if self.is(at, SOFTENERS) && !(self.is(at, "at") && self.word(at + 1) != "all") {
                at += 1;
            } else if self.word(at) == "," && self.is(at + 1, "please|perhaps|maybe|pls") {
                at += 2;
            } else if self.word(at) == ","
                && self.is(at.wrapping_sub(1), "please|perhaps|maybe|pls")
            {
                at += 1;
            } else {
                return at;
            }
        }
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
    pub(super) fn participle(&self, at: usize) -> bool {
        matches!(self.penn(at), Penn::Vbn | Penn::Vbd)
            || (self.word(at).len() > 4 && self.word(at).ends_with("ed"))
    }

    /// The end of the noun phrase that starts at a place, `of` phrases included.
    pub(super) fn noun_phrase(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut head = None;
        while end < self.len() {
            match self.upos(end) {
                Upos::Noun | Upos::Propn | Upos::Num | Upos::X | Upos::Sym
                    if !self.is_mark(end) =>
                {
                    head = Some(end + 1);
                }
                Upos::Pron if end == at => return Some(end + 1),
                Upos::Det | Upos::Pron | Upos::Adj => {
                    if self.upos(end) == Upos::Det && head.is_some() {
                        break;
                    }
                    if self.is(end, "this|that|these|those|all|both|any") {
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
        weak && !matches!(self.penn(at), Penn::Vbn | Penn::Vbg)
            && matches!(self.upos(at - 1), Upos::Det | Upos::Adj)
    }

    /// The place after a pattern that starts at `at`, if it matches.
    ///
    /// A pattern is words apart by blanks. `a|b` is either, `a?` may be missing, `~` is any run of softening words,
    /// `$` the end or a mark, `BASE` a verb's base form, `ING` its form in `-ing`, `NP` a noun phrase.
    pub(super) fn after(&self, at: usize, pattern: &str) -> Option<usize> {
        let pattern = pattern.trim_start();
        let blank = pattern.bytes().position(|byte| byte == b' ');
        let (item, rest) = pattern.split_at(blank.unwrap_or(pattern.len()));
        if item.is_empty() {
            return Some(at);
        }
        if item == "~" {
            return self.after(self.soft(at), rest);
        }
        let (item, optional) = item
            .strip_suffix('?')
            .map_or((item, false), |item| (item, true));
        let only_words = !item
            .bytes()
            .any(|byte| byte == b'$' || byte.is_ascii_uppercase());
        let next = if only_words {
            self.is(at, item).then_some(at + 1)
        } else {
            item.split('|').find_map(|choice| self.step(at, choice))
        };
        let matched = next.and_then(|next| self.after(next, rest));
        if matched.is_none() && optional {
            return self.after(at, rest);
        }
        matched
    }

    /// The place after one choice of a pattern's item.
    fn step(&self, at: usize, choice: &str) -> Option<usize> {
        match choice {
            "$" => (at >= self.len() || self.is_mark(at)).then_some(at),
            "BASE" => self.base(at).then_some(at + 1),
            "ING" => self.gerund(at).then_some(at + 1),
            "NP" => self.noun_phrase(at),
            _ => (self.word(at) == choice).then_some(at + 1),
        }
    }

    /// The place after the first of these patterns that starts at `at`.
    pub(super) fn any(&self, at: usize, patterns: &[&str]) -> Option<usize> {
        patterns.iter().find_map(|pattern| self.after(at, pattern))
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
