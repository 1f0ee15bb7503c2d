use crate::language::Words;
use crate::text::Span;

/// Words that soften an ask, a commitment or a claim without adding information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The words, from the passage's first byte.
    pub span: Span,
    /// Which family of softening it is, by the lexicon's name: `just`, `wondering`, `modal-stack`, …
    pub family: &'static str,
}

/// Finds the hedges of a passage.
pub(super) fn read(_words: &Words) -> Vec<Hedge> {
    Vec::new()
}
