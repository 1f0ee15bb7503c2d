use super::{Block, Format};
use crate::text::Span;

/// A block's text with everything that is not prose made blank: byte for byte as long as the block, so places agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// Quote marks, list marks and markup are spaces; each run of code, each link and address is [`Prose::OPAQUE`] bytes.
    pub text: String,
    /// The runs of code, links and addresses, from the block's first byte, sorted.
    pub code: Vec<Span>,
}

impl Prose {
    /// The byte that stands for something that is in the sentence and cannot be read: a noun without a name.
    pub const OPAQUE: char = '\u{1a}';
}

/// The prose of a block whose text is `raw`.
pub fn prose(raw: &str, _block: &Block, _format: Format) -> Prose {
    Prose {
        text: raw.to_owned(),
        code: Vec::new(),
    }
}
