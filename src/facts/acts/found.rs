use std::ops::Range;

use crate::facts::{AskForm, Directness, OwnerKind, Strength};

/// What a family read at a place. Places are token numbers within the sentence.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// An ask.
    Ask(Asked),
    /// A promise.
    Promise(Promised),
    /// The writer says no.
    Decline(&'static str),
    /// Thanks, greeting or goodbye.
    Social(Manner, &'static str),
    /// A set phrase that asks nothing, up to this place.
    Formula(usize),
}

/// A sort of set phrase between people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Thanks,
    Greeting,
    Closing,
}

/// An ask as its family read it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) form: AskForm,
    pub(super) directness: Directness,
    pub(super) owner: OwnerKind,
    /// The words that name the owner.
    pub(super) named: Option<Range<usize>>,
    /// The verb of what is to be done.
    pub(super) verb: Option<usize>,
    /// What a participle is to be done to: "the report" before "needs to be reviewed".
    pub(super) object: Option<Range<usize>>,
    /// Where the words end that open the ask.
    pub(super) open: usize,
    pub(super) why: &'static str,
    pub(super) confidence: u8,
}

impl Asked {
    /// An ask on record, of the reader, whose verb stands at `verb`.
    pub(super) fn direct(form: AskForm, verb: usize, why: &'static str) -> Self {
        Self {
            form,
            directness: Directness::Direct,
            owner: OwnerKind::You,
            named: None,
            verb: Some(verb),
            object: None,
            open: verb,
            why,
            confidence: 95,
        }
    }

    /// The same, to be worked out by the reader.
    pub(super) fn indirect(form: AskForm, verb: usize, why: &'static str) -> Self {
        Self {
            directness: Directness::Indirect,
            confidence: 85,
            ..Self::direct(form, verb, why)
        }
    }

    /// An ask without a verb of its own: it wants an answer.
    pub(super) fn answer(form: AskForm, open: usize, why: &'static str) -> Self {
        Self {
            verb: None,
            open,
            confidence: 90,
            ..Self::direct(form, open, why)
        }
    }

    /// The same ask of someone else, named by these tokens.
    pub(super) fn of(self, owner: OwnerKind, named: Range<usize>) -> Self {
        Self {
            owner,
            named: Some(named),
            ..self
        }
    }

    /// The same ask, whose verb is a participle behind what it is to be done to.
    pub(super) fn done_to(self, object: Range<usize>) -> Self {
        Self {
            object: Some(object),
            ..self
        }
    }

    /// The same ask, this sure.
    pub(super) fn sure(self, confidence: u8) -> Self {
        Self { confidence, ..self }
    }

    /// The same ask without an owner.
    pub(super) fn ownerless(self) -> Self {
        Self {
            owner: OwnerKind::None,
            ..self
        }
    }
}

/// A promise as its family read it.
#[derive(Clone, Debug)]
pub(super) struct Promised {
    pub(super) strength: Strength,
    /// The verb of what is promised.
    pub(super) verb: Option<usize>,
    /// Where the words end that open the promise.
    pub(super) open: usize,
    pub(super) why: &'static str,
    pub(super) confidence: u8,
}
