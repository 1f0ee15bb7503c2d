//! A listed phrase where it stands, and what stands around it: the sense of a phrase is in its place.

use std::ops::Range;

use crate::facts::{Passage, TimeKind};
use crate::language::lexicon::Match;
use crate::language::{Sentence, Token, TokenKind, Upos};
use crate::text::Span;

/// A phrase of a list in a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    pub(super) passage: &'a Passage,
    pub(super) phrase: &'a Match,
    /// The number of its sentence.
    pub(super) at: usize,
}

/// A run of more tokens than this without a full stop is no sentence that anyone wrote, and what stands in it is not judged.
pub(super) const LONGEST: usize = 300;

/// The phrases of a family in a passage, in order.
pub(super) fn all<'a>(
    passage: &'a Passage,
    family: &'static str,
) -> impl Iterator<Item = Listed<'a>> {
    let phrases = passage.phrases.iter();
    phrases
        .filter(move |phrase| phrase.family == family)
        .filter_map(|phrase| Listed::of(passage, phrase))
}

impl<'a> Listed<'a> {
    /// A phrase of the passage where it stands; `None` where nothing is judged.
    pub(super) fn of(passage: &'a Passage, phrase: &'a Match) -> Option<Self> {
        let sentences = &passage.words.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end <= phrase.span.start);
        let length = sentences.get(at)?.tokens.len();
        let spoken = in_quotation(passage, phrase.span.start);
        (length <= LONGEST && !spoken).then_some(Self {
            passage,
            phrase,
            at,
        })
    }

    /// The phrase's number among the passage's.
    pub(super) fn number(&self) -> usize {
        let phrases = &self.passage.phrases;
        let first = phrases.partition_point(|phrase| phrase.span.start < self.phrase.span.start);
        let same = |phrase: &Match| std::ptr::eq(phrase, self.phrase);
        phrases[first..]
            .iter()
            .position(same)
            .map_or(first, |at| first + at)
    }

    /// The sentence it stands in.
    pub(super) fn sentence(&self) -> &'a Sentence {
        &self.passage.words.sentences[self.at]
    }

    /// The sentence's tokens, and the phrase's among them.
    pub(super) fn tokens(&self) -> (&'a [Token], Range<usize>) {
        let all = self.sentence().tokens.clone();
        let from = self.phrase.tokens.start.saturating_sub(all.start);
        let to = self.phrase.tokens.end.saturating_sub(all.start);
        let tokens = &self.passage.words.tokens[all];
        (tokens, from.min(tokens.len())..to.min(tokens.len()))
    }

    /// The tokens of the sentence before it.
    pub(super) fn before(&self) -> &'a [Token] {
        let (tokens, range) = self.tokens();
        &tokens[..range.start]
    }

    /// The tokens of the sentence after it.
    pub(super) fn after(&self) -> &'a [Token] {
        let (tokens, range) = self.tokens();
        &tokens[range.end..]
    }

    /// The word after it; empty where a mark or nothing follows.
    pub(super) fn next(&self) -> &'a str {
        word(self.after().first())
    }

    /// The word before it; empty where a mark or nothing stands before.
    pub(super) fn previous(&self) -> &'a str {
        word(self.before().last())
    }

    /// Whether it opens its sentence or a clause of it.
    pub(super) fn opens_clause(&self) -> bool {
        self.before().last().is_none_or(|token| {
            token.kind == TokenKind::Mark
                || token.kind == TokenKind::Symbol
                || token.is_any(&[
                    "and",
                    "but",
                    "so",
                    "well",
                    "also",
                    "again",
                    "because",
                    "honestly",
                    "unfortunately",
                    "sadly",
                ])
        })
    }

    /// Whether it ends its sentence or a clause of it.
    pub(super) fn ends_clause(&self) -> bool {
        self.after().first().is_none_or(|token| {
            token.kind == TokenKind::Mark
                || token.kind == TokenKind::Symbol
                || token.is_any(&["and", "but", "so", "or"])
        })
    }

    /// Whether the sentence says nothing else.
    pub(super) fn fills_sentence(&self) -> bool {
        self.before().iter().chain(self.after()).all(is_filler)
    }

    /// Whether the sentence asks.
    pub(super) fn asks(&self) -> bool {
        self.after().iter().any(|token| token.is("?"))
    }

    /// Whether a day or an event stands in its sentence or the next.
    pub(super) fn dated(&self) -> bool {
        let end = self
            .passage
            .words
            .sentences
            .get(self.at + 1)
            .map_or(self.sentence().span.end, |next| next.span.end);
        let near = Span::new(self.sentence().span.start, end);
        let mut times = self.passage.times_in(near);
        times.any(|time| matches!(time.kind, TimeKind::Date | TimeKind::Event))
    }

    /// Whether its sentence or the next, beside the phrase, names somebody.
    pub(super) fn names_someone(&self) -> bool {
        let next = self.passage.words.sentences.get(self.at + 1);
        let following = next.map_or(&[][..], |next| {
            &self.passage.words.tokens[next.tokens.clone()]
        });
        let named = |token: &Token| {
            token.tag.upos == Upos::Propn
                && token
                    .span
                    .of(&self.passage.text)
                    .starts_with(char::is_uppercase)
        };
        self.before()
            .iter()
            .chain(self.after())
            .chain(following)
            .any(named)
    }

    /// The words the phrase reaches over once `before` and `after` it are counted in.
    pub(super) fn widened(&self, before: &[&str], after: &[&str]) -> Span {
        let (tokens, range) = self.tokens();
        let mut span = self.phrase.span;
        for token in tokens[..range.start].iter().rev() {
            if !token.is_any(before) {
                break;
            }
            span = span.join(token.span);
        }
        for token in &tokens[range.end..] {
            if !token.is_any(after) {
                break;
            }
            span = span.join(token.span);
        }
        span
    }
}

/// Whether a place of the passage is within quotation marks: someone else's words, or words about words.
pub(super) fn in_quotation(passage: &Passage, place: usize) -> bool {
    // Nobody speaks for longer within marks; the bound keeps the reading of a long text short.
    const LONGEST_SPEECH: usize = 150;
    let tokens = &passage.words.tokens;
    let end = tokens.partition_point(|token| token.span.end <= place);
    let before = &tokens[end.saturating_sub(LONGEST_SPEECH)..end];
    let after = &tokens[end..tokens.len().min(end + LONGEST_SPEECH)];
    let marks = |tokens: &[Token]| tokens.iter().filter(|token| token.is("\"")).count();
    // A mark too many somewhere above opens no speech: that ends below.
    marks(before) % 2 == 1 && marks(after) > 0
}

/// How many words stand before what a sentence has to say: "Sorry, I thought", "Ok, will see".
pub(super) fn lead_in(tokens: &[Token]) -> usize {
    const LEADS: &[&str] = &[
        "oh", "hm", "hmm", "sorry", "well", "yes", "yeah", "yep", "sure", "but", "and", "ah", "ok",
        "okay", "right", "fine", "thanks", "honestly", ",", "-", "so", "hi", "hey", "hiya",
    ];
    let leads = tokens.iter().take_while(|token| token.is_any(LEADS));
    leads.count()
}

/// Words that add nothing to a set phrase.
pub(super) fn is_filler(token: &Token) -> bool {
    token.kind == TokenKind::Mark
        || token.kind == TokenKind::Symbol
        || token.is_any(&[
            "and",
            "but",
            "so",
            "of",
            "course",
            "though",
            "then",
            "also",
            "please",
            "thanks",
            "thank",
            "you",
            "anyway",
            "again",
            "really",
            "guess",
            "i",
            "suppose",
            "well",
            "ok",
            "okay",
            "hi",
            "hey",
            "all",
            "folks",
            "honestly",
            "obviously",
        ])
}

fn word(token: Option<&Token>) -> &str {
    token
        .filter(|token| token.kind == TokenKind::Word)
        .map_or("", |token| token.norm.as_str())
}
