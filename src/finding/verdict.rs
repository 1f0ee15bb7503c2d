use std::borrow::Cow;

use super::{Applies, Fix, Level};
use crate::text::{Edit, Edits, Span};

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
    /// The words meant. Rules about one passage count from the passage's first byte; [`keep_own`](super::keep_own) and all after it see the draft's bytes.
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

    /// The fix that is taken without asking: the first that needs no thought or, with `all`, the one offered first if it has no blank.
    ///
    /// What is offered second says something else: that the writer does it, that it cannot be done.
    pub fn taken_first(&self, all: bool) -> Option<&Fix> {
        let first = self.fixes.first();
        first
            .filter(|fix| all && fix.applies == Applies::IfMeant)
            .or_else(|| self.fixes.iter().find(|fix| fix.applies == Applies::AsIs))
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
