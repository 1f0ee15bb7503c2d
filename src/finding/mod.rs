//! What a rule has to say about a span, and what can be done about it.

mod settle;

use std::borrow::Cow;

pub use settle::{keep_own, settle, winners};

use crate::text::{Edit, Edits, Span};

/// How much a finding matters. Nothing is an error unless a setting says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Wording.
    Hint,
    /// The reader can act, but will have to guess.
    Info,
    /// The reader cannot act on the message as it stands.
    Warning,
    /// Only by the user's own setting.
    Error,
}

impl Level {
    /// All levels, mildest first.
    pub const ALL: [Self; 4] = [Self::Hint, Self::Info, Self::Warning, Self::Error];

    /// The word settings and output use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The five moves of an exchange that works; every rule guards one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Ask openly, with the reason it matters to both.
    OpenQuestion,
    /// Say where things stand, and ask what is needed.
    HonestAnswer,
    /// Who, what done means, by when.
    ClearMessage,
    /// Accept with what and when, decline, or counter-offer.
    Commitment,
    /// Thank, offer help, confirm the agreement.
    Support,
}

impl Move {
    /// All moves, in the order of the exchange.
    pub const ALL: [Self; 5] = [
        Self::OpenQuestion,
        Self::HonestAnswer,
        Self::ClearMessage,
        Self::Commitment,
        Self::Support,
    ];

    /// Its name in prose.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenQuestion => "open question",
            Self::HonestAnswer => "honest answer",
            Self::ClearMessage => "clear message",
            Self::Commitment => "commitment",
            Self::Support => "support",
        }
    }
}

/// How a fix may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applies {
    /// Says the same in fewer words; `fix` and fix-all may take it.
    AsIs,
    /// Changes how firmly something is said, or chooses a date; offered, never taken in bulk.
    IfMeant,
    /// Leaves a [`blank`](crate::text::blanks) only the writer can fill; offered, the blank selected.
    WithBlank,
}

/// A change that would answer a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Shows the new words: `Say “Could you”`, `Add “by Fri 27 Nov”`.
    pub title: String,
    /// How it may be applied.
    pub applies: Applies,
    /// What it does, in the draft's bytes.
    pub edits: Edits,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: String,
}

/// A rule's verdict on a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it matters, settings applied.
    pub level: Level,
    /// The words meant. Rules about one passage count from the passage's first byte; [`settle`] and all after it see the draft's bytes.
    pub span: Span,
    /// What is the matter, in one sentence about the words, never about the writer.
    pub message: Cow<'static, str>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// What can be done, the best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// With one more fix, after those it has.
    #[must_use]
    pub fn fix(
        mut self,
        applies: Applies,
        title: impl Into<String>,
        edits: impl Into<Edits>,
    ) -> Self {
        self.fixes.push(Fix {
            title: title.into(),
            applies,
            edits: edits.into(),
        });
        self
    }

    /// With a fix that puts `text` in place of its own span, its title `Say “text”`.
    #[must_use]
    pub fn say(self, applies: Applies, text: impl Into<String>) -> Self {
        let text = text.into();
        let title = format!("Say “{text}”");
        let edit = Edit::replace(self.span, text);
        self.fix(applies, title, edit)
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn relate(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related {
            span,
            message: message.into(),
        });
        self
    }

    /// The same finding, counted from a place `by` bytes earlier.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.span = self.span.shifted(by);
        for related in &mut self.related {
            related.span = related.span.shifted(by);
        }
        for fix in &mut self.fixes {
            fix.edits = std::mem::take(&mut fix.edits).shifted(by);
        }
        self
    }
}
