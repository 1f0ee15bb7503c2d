use std::sync::Arc;

use jiff::civil::Date;

use super::{Broken, Ground, Reading};
use crate::document::{Block, Document, Format, Headers};
use crate::facts::Passage;
use crate::finding::Finding;
use crate::rules::{Around, KeptNotice};
use crate::settings::Options;
use crate::text::{Change, Span};

/// What stands of the last reading of a draft, for the next.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub(super) grounds: Option<Grounds>,
    pub(super) headers: Headers,
    pub(super) around: Around,
    pub(super) subject: Option<Arc<Passage>>,
    /// One a passage of the last reading.
    pub(super) readings: Vec<KeptPassage>,
    /// What was noticed, by the numbers of the passages.
    pub(super) noticed: Vec<(usize, KeptNotice)>,
    /// The passages that share words with what was said of the message, by their numbers.
    pub(super) contested: Vec<usize>,
    /// Whether the findings that were given out are all of them.
    pub(super) whole: bool,
    /// Whether some step broke.
    pub(super) broke: bool,
    /// The last reading, once its edge has no more use for it.
    pub(super) last: Option<Reading>,
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
    /// The day its words were written.
    pub(super) written: Date,
    /// Its reading.
    pub(super) passage: Arc<Passage>,
    /// Whether it could be read.
    pub(super) broken: Option<Broken>,
    /// What the rules said; `None` until they are asked.
    pub(super) said: Option<Arc<Said>>,
    /// What was noticed for the rules about the message.
    pub(super) noticed: Option<KeptNotice>,
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
    /// Takes back the reading that was given out last. What nothing bears on since goes into the next as it is; without it, all is
    /// read anew.
    pub fn take_back(&mut self, reading: Reading) {
        self.last = Some(reading);
    }

    /// The draft as the last reading had it.
    pub fn document_mut(&mut self) -> Option<&mut Document> {
        self.last.as_mut().map(|last| &mut last.message.document)
    }

    /// Whether what was kept was read upon the same.
    pub(super) fn stands_on(&self, format: Format, ground: Ground<'_>) -> bool {
        self.grounds.as_ref().is_some_and(|grounds| {
            grounds.format == format
                && grounds.today == ground.today
                && grounds.options == *ground.options
        })
    }

    /// Takes what was kept, each block of `document` with the reading that still holds for it, or else with the one that held last
    /// where the block now stands.
    pub(super) fn matched<'a>(
        &mut self,
        document: &'a Document,
        change: Option<Change>,
    ) -> impl Iterator<Item = (&'a Block, Option<KeptPassage>, Option<KeptPassage>)> + use<'a> {
        let blocks = self.last.take().map(|last| last.message.document.blocks);
        let readings = std::mem::take(&mut self.readings);
        let mut old = blocks
            .unwrap_or_default()
            .into_iter()
            .zip(readings)
            .peekable();
        document.blocks.iter().map(move |block| {
            let (mut stands, mut before) = (None, None);
            if let Some(change) = change {
                // A reading whose words changed has no place any more, and one before this block belongs to none that follows.
                let is_past = |(old, _): &(Block, KeptPassage)| {
                    let place = change.carry(old.span);
                    place.is_none_or(|span| span.start < block.span.start)
                };
                while let Some((_, past)) = old.next_if(is_past) {
                    before = Some(past);
                }
                let stood = old.next_if(|(old, _)| {
                    let place = change.carry(old.span);
                    place.is_some_and(|span| same_but_moved(old, block, span))
                });
                stands = stood.map(|(_, kept)| kept);
            }
            (block, stands, before)
        })
    }
}

/// Whether a block that stood elsewhere and is now at `span` is `block`.
pub(super) fn same_but_moved(old: &Block, block: &Block, span: Span) -> bool {
    block.span == span
        && *block
            == (Block {
                span,
                ..old.clone()
            })
}
