use std::sync::Arc;

use jiff::civil::Date;

use super::Broken;
use crate::document::{Block, Document, Format, Headers};
use crate::facts::Passage;
use crate::finding::Finding;
use crate::rules::{Around, Noticed};
use crate::settings::Options;
use crate::text::{Change, Span};

/// What stands of the last reading of a draft, for the next.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub(super) grounds: Option<Grounds>,
    pub(super) headers: Headers,
    pub(super) around: Around,
    pub(super) subject: Option<Arc<Passage>>,
    pub(super) readings: Vec<KeptPassage>,
}

/// What every passage was read upon; when it changes, nothing stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grounds {
    pub(super) format: Format,
    pub(super) today: Date,
    pub(super) options: Options,
}

/// A passage, what it was read from, and what the rules about one passage said of it.
#[derive(Clone, Debug)]
pub(super) struct KeptPassage {
    /// The block it was read from, where it stood in the draft.
    pub(super) block: Block,
    /// The day its words were written.
    pub(super) written: Date,
    /// Its reading.
    pub(super) passage: Arc<Passage>,
    /// Whether it could be read.
    pub(super) broken: Option<Broken>,
    /// What the rules said; `None` until they are asked.
    pub(super) said: Option<Arc<Said>>,
    /// What was noticed for the rules about the message.
    pub(super) noticed: Option<Arc<Noticed>>,
}

/// What the rules about one passage said of one, counted from the passage's first byte.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// All of it, in the order of the rules.
    pub(super) all: Vec<Arc<Finding>>,
    /// Those of [`Said::all`] that stay where some share words, in the order of the text.
    pub(super) settled: Vec<Arc<Finding>>,
    /// Rules that gave no result.
    pub(super) broken: Vec<Broken>,
}

impl Kept {
    /// Takes what was kept, each block of `document` with the reading that still holds for it, or else with the one that held last
    /// where the block now stands.
    pub(super) fn matched<'a>(
        &'a mut self,
        document: &'a Document,
        change: Option<Change>,
    ) -> impl Iterator<Item = (&'a Block, Option<KeptPassage>, Option<Arc<Passage>>)> {
        let mut old = std::mem::take(&mut self.readings).into_iter().peekable();
        document.blocks.iter().map(move |block| {
            let (mut stands, mut before) = (None, None);
            if let Some(change) = change {
                // A reading whose words changed has no place any more, and one before this block belongs to none that follows.
                let place = |kept: &KeptPassage| change.carry(kept.block.span);
                let is_past = |kept: &KeptPassage| {
                    place(kept).is_none_or(|span| span.start < block.span.start)
                };
                while let Some(past) = old.next_if(is_past) {
                    before = Some(past.passage);
                }
                stands = old.next_if(|kept| {
                    place(kept).is_some_and(|span| same_but_moved(kept, block, span))
                });
            }
            (block, stands, before)
        })
    }
}

/// Whether a kept reading, now at `span`, is the reading of `block`.
fn same_but_moved(kept: &KeptPassage, block: &Block, span: Span) -> bool {
    block.span == span
        && *block
            == (Block {
                span,
                ..kept.block.clone()
            })
}
