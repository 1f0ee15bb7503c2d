use std::sync::Arc;

use jiff::civil::Date;

use super::before::Before;
use super::due::Calendar;
use super::{Act, ActKind, Ask, Commitment, Hedge, TimeExpression, acts, due, hedges};
use crate::document::{self, Block, BlockKind, Document, Format, Prose, Zone, ZoneKind};
use crate::language::{self, Words, lexicon};
use crate::text::Span;

/// Everything read from one block by itself. Spans count from the block's first byte, so it can be kept while the block moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The block's text as it stands in the draft, what its coding hides made plain in place.
    pub text: String,
    /// The block itself; its span is where it stood when it was read.
    pub block: Block,
    /// The same text with what is not prose made blank.
    pub prose: Prose,
    /// Sentences and tokens.
    pub words: Words,
    /// Phrases of the lexicon, in order.
    pub phrases: Vec<lexicon::Match>,
    /// Time expressions, in order.
    pub times: Vec<TimeExpression>,
    /// Acts, in order.
    pub acts: Vec<Act>,
    /// Hedges, in order.
    pub hedges: Vec<Hedge>,
    /// Whether it tells how a thing is done, or is print such as stands below every message: it asks nobody.
    pub notice: bool,
}

impl Passage {
    /// Its asks, each with the act it is.
    pub fn asks(&self) -> impl Iterator<Item = (&Act, &Ask)> {
        self.acts.iter().filter_map(|act| match &act.kind {
            ActKind::Ask(ask) => Some((act, ask)),
            _ => None,
        })
    }

    /// Its asks, the passage standing at a byte of the draft.
    pub fn asks_placed(&self, offset: usize) -> impl Iterator<Item = Placed<'_, Ask>> {
        self.asks().map(move |(act, fact)| Placed {
            passage: self,
            offset,
            act,
            fact,
        })
    }

    /// A block of which nothing could be read.
    pub fn unread(text: &str, block: &Block) -> Self {
        Self {
            text: text.to_owned(),
            block: block.clone(),
            prose: Prose {
                text: " ".repeat(text.len()),
                code: Vec::new(),
            },
            words: Words::default(),
            phrases: Vec::new(),
            times: Vec::new(),
            acts: Vec::new(),
            hedges: Vec::new(),
            notice: false,
        }
    }
}

/// Reads one block by itself. `before` is a reading, by the same calendar and format, of a block that stood there and differs little:
/// it makes the reading quicker and changes nothing in it.
pub fn passage(
    text: &str,
    block: &Block,
    format: Format,
    calendar: &Calendar,
    before: Option<&Passage>,
) -> Passage {
    let text = block.coding.decoded(text);
    let prose = document::prose(&text, block, format);
    let again =
        |before: &Passage| language::read_again(&prose.text, (&before.prose.text, &before.words));
    let (words, stood) = match before.map(again) {
        Some((words, stood)) => (words, Some(stood)),
        None => (language::read(&prose.text), None),
    };
    let phrases = lexicon::find(&words);
    let day_first = due::day_first(&words, &prose.text, calendar);
    let before = before.zip(stood).filter(|(before, _)| {
        // Times, and with them what is done by when, may be read otherwise in every sentence.
        day_first == due::day_first(&before.words, &before.prose.text, calendar)
    });
    let before = before.map(|(passage, stood)| Before::new(passage, stood));
    let times = due::read_again(&words, &prose.text, calendar, day_first, before);
    let notice = acts::is_notice(block, &words, &prose.text, before);
    let acts = acts::read(block, format, &words, &times, &prose.text, notice, before);
    let hedges = hedges::read(&words, &phrases, &acts);
    Passage {
        text: text.into_owned(),
        block: block.clone(),
        prose,
        words,
        phrases,
        times,
        acts,
        hedges,
        notice,
    }
}

/// A passage's fact and where its passage stands in the draft.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a, T> {
    /// The passage.
    pub passage: &'a Passage,
    /// The passage's first byte in the draft.
    pub offset: usize,
    /// The act.
    pub act: &'a Act,
    /// The fact.
    pub fact: &'a T,
}

impl<T> Placed<'_, T> {
    /// The act's place in the draft.
    pub fn span(&self) -> Span {
        self.act.span.shifted(self.offset)
    }
}

/// The whole message: what the passages say together.
#[derive(Clone, Debug)]
pub struct Message {
    /// The draft cut up.
    pub document: Document,
    /// One a block, in order; each with the block's first byte in the draft.
    pub passages: Vec<(usize, Arc<Passage>)>,
    /// The subject, read as a heading, with its place.
    pub subject: Option<(usize, Arc<Passage>)>,
    /// The day of writing.
    pub today: Date,
}

impl Message {
    /// The draft's zones, with the code, links and addresses inside the writer's own blocks as zones of their own.
    pub fn fine_zones(&self) -> Vec<Zone> {
        let code = self.passages.iter().flat_map(|(offset, passage)| {
            let code = passage.prose.code.iter();
            code.map(move |span| span.shifted(*offset))
        });
        document::fine_zones(&self.document, code)
    }

    /// The writer's own passages, with their places.
    pub fn own(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.within(ZoneKind::Body)
    }

    /// The quoted passages, with their places.
    pub fn quoted(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.within(ZoneKind::Quote)
    }

    /// The writer's own greetings, with their places.
    pub fn greetings(&self) -> impl Iterator<Item = (usize, &Passage)> {
        // The blocks tell: to look into every passage costs more in a long draft.
        let blocks = self.document.blocks.iter().zip(&self.passages);
        let greets =
            |block: &Block| block.kind == BlockKind::Greeting && block.zone == ZoneKind::Body;
        blocks
            .filter(move |(block, _)| greets(block))
            .map(|(_, (offset, passage))| (*offset, &**passage))
    }

    /// The passages of one owner. The zones tell where they are: to look at every passage costs more in a long draft.
    fn within(&self, kind: ZoneKind) -> impl Iterator<Item = (usize, &Passage)> {
        let zones = self.document.zones.iter();
        zones
            .filter(move |zone| zone.kind == kind)
            .flat_map(|zone| {
                let passages = &self.passages;
                let first = passages.partition_point(|(offset, _)| *offset < zone.span.start);
                let there = passages[first..].iter();
                there.take_while(|(offset, _)| *offset < zone.span.end)
            })
            .map(|(offset, passage)| (*offset, &**passage))
    }

    /// The writer's own asks.
    pub fn asks(&self) -> impl Iterator<Item = Placed<'_, Ask>> {
        asks_of(self.own())
    }

    /// The asks in the quotes.
    pub fn quoted_asks(&self) -> impl Iterator<Item = Placed<'_, Ask>> {
        asks_of(self.quoted())
    }

    /// The writer's own commitments.
    pub fn commitments(&self) -> impl Iterator<Item = Placed<'_, Commitment>> {
        commitments_of(self.own())
    }

    /// The commitments in the quotes.
    pub fn quoted_commitments(&self) -> impl Iterator<Item = Placed<'_, Commitment>> {
        commitments_of(self.quoted())
    }
}

fn asks_of<'a>(
    passages: impl Iterator<Item = (usize, &'a Passage)>,
) -> impl Iterator<Item = Placed<'a, Ask>> {
    passages.flat_map(|(offset, passage)| passage.asks_placed(offset))
}

fn commitments_of<'a>(
    passages: impl Iterator<Item = (usize, &'a Passage)>,
) -> impl Iterator<Item = Placed<'a, Commitment>> {
    passages.flat_map(|(offset, passage)| {
        passage.acts.iter().filter_map(move |act| match &act.kind {
            ActKind::Commitment(fact) => Some(Placed {
                passage,
                offset,
                act,
                fact,
            }),
            _ => None,
        })
    })
}
