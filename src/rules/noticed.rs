//! What the rules about the message look for, passage by passage. It is found once and kept while its passage stands, so that after
//! a key these rules look at what was found, not at the draft again.

use std::sync::Arc;

use super::commitment::{self, Promiser};
use super::deadline::{self, Work};
use super::support::{self, Placating};
use super::{Context, asking, thread, wording};
use crate::facts::{ActKind, Ask, Commitment, Message, Passage, Placed};
use crate::finding::Finding;
use crate::text::Span;

/// What one of the writer's own passages has for the rules about the message. Acts and phrases go by their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Noticed {
    /// Asks for work.
    pub(super) work: Vec<Work>,
    /// Invitations to no question.
    pub(super) invites: Vec<usize>,
    /// Asks whose object names nothing.
    pub(super) vague_objects: Vec<usize>,
    /// Promises whose day the reader waits for.
    pub(super) undated: Vec<usize>,
    /// Promises for somebody else.
    pub(super) promisers: Vec<Promiser>,
    /// Words that take a request back.
    pub(super) placating: Vec<Placating>,
    /// Times that contradict one another.
    pub(super) conflicts: Vec<Finding>,
    /// The first phrase that is a reminder and fills its sentence.
    pub(super) nudge: Option<usize>,
    /// The first words that speak of a file sent along.
    pub(super) attachment: Option<Span>,
    /// Stacked marks, each with the one that says as much.
    pub(super) stacks: Vec<(Span, &'static str)>,
    /// Thanks before anyone agreed, by the numbers of the phrases.
    pub(super) thanks: Vec<usize>,
}

/// What may be noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Work,
    VagueObject,
    Undated,
    Promiser,
    Placating,
    Conflict,
    Nudge,
    Attachment,
    Stack,
    Thanks,
    Invite,
}

/// How many kinds there are.
const KINDS: usize = Kind::Invite as usize + 1;

impl Noticed {
    /// Whether something of each kind was noticed, in the order of the kinds.
    fn kinds(&self) -> [bool; KINDS] {
        let Self {
            work,
            vague_objects,
            undated,
            promisers,
            placating,
            conflicts,
            nudge,
            attachment,
            stacks,
            thanks,
            invites,
        } = self;
        [
            !work.is_empty(),
            !vague_objects.is_empty(),
            !undated.is_empty(),
            !promisers.is_empty(),
            !placating.is_empty(),
            !conflicts.is_empty(),
            nudge.is_some(),
            attachment.is_some(),
            !stacks.is_empty(),
            !thanks.is_empty(),
            !invites.is_empty(),
        ]
    }
}

/// What there is to notice in a passage; `None` if nothing.
pub fn noticed(passage: &Passage, context: &Context<'_>) -> Option<Kept> {
    let noticed = Noticed {
        work: deadline::work(passage, context.today),
        invites: asking::invites(passage),
        vague_objects: asking::vague_objects(passage),
        undated: commitment::undated(passage),
        promisers: commitment::promisers(passage),
        placating: support::placating(passage, context),
        conflicts: deadline::conflicts(passage),
        nudge: thread::nudge(passage),
        attachment: thread::attachment(passage),
        stacks: wording::stacks(passage),
        thanks: support::early_thanks(passage),
    };
    let kinds = noticed.kinds().into_iter().enumerate();
    let kinds = kinds.fold(0, |kinds, (at, seen)| kinds | u16::from(seen) << at);
    (kinds != 0).then(|| Kept {
        kinds,
        noticed: Arc::new(noticed),
    })
}

/// What was noticed of a passage, to be kept while the passage stands.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The kinds of it, one bit each: to look into every passage costs more in a long draft.
    kinds: u16,
    noticed: Arc<Noticed>,
}

/// What was noticed of all the writer's own passages, kind by kind.
#[derive(Clone, Debug, Default)]
pub struct Index<'a>([Vec<(usize, &'a Noticed)>; KINDS]);

impl<'a> Index<'a> {
    /// Sorts what was noticed, each with its passage's number, by its kind.
    pub fn of(all: &'a [(usize, Kept)]) -> Self {
        let mut index = Self::default();
        for (block, Kept { kinds, noticed }) in all {
            let mut rest = *kinds;
            while rest != 0 {
                index.0[rest.trailing_zeros() as usize].push((*block, &**noticed));
                rest &= rest - 1;
            }
        }
        index
    }
}

/// A passage of which something was noticed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of<'a> {
    /// Its number among [`Message::passages`].
    pub(super) block: usize,
    /// Its first byte in the draft.
    pub(super) offset: usize,
    pub(super) passage: &'a Passage,
    pub(super) noticed: &'a Noticed,
}

impl<'a> Context<'a> {
    /// The passages of which something of a kind was noticed, in order.
    pub(super) fn noticed<'m>(
        &self,
        message: &'m Message,
        kind: Kind,
    ) -> impl Iterator<Item = Of<'m>> + use<'a, 'm>
    where
        'a: 'm,
    {
        let noticed: &'a Index<'a> = self.noticed;
        noticed.0[kind as usize].iter().map(|&(block, noticed)| {
            let (offset, passage) = &message.passages[block];
            Of {
                block,
                offset: *offset,
                passage,
                noticed,
            }
        })
    }
}

impl<'a> Of<'a> {
    /// The ask that is the act with this number.
    pub(super) fn ask(&self, at: usize) -> Option<Placed<'a, Ask>> {
        let act = self.passage.acts.get(at)?;
        match &act.kind {
            ActKind::Ask(ask) => Some(self.placed(at, ask)),
            _ => None,
        }
    }

    /// The commitment that is the act with this number.
    pub(super) fn commitment(&self, at: usize) -> Option<Placed<'a, Commitment>> {
        match &self.passage.acts.get(at)?.kind {
            ActKind::Commitment(promise) => Some(self.placed(at, promise)),
            _ => None,
        }
    }

    fn placed<T>(&self, at: usize, fact: &'a T) -> Placed<'a, T> {
        Placed {
            passage: self.passage,
            offset: self.offset,
            act: &self.passage.acts[at],
            fact,
        }
    }
}
