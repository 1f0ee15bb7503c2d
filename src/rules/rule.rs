use std::borrow::Cow;

use jiff::civil::Date;

use super::Index;
use super::around::Around;
use super::readers::Readers;
use crate::document::Headers;
use crate::facts::{Message, Passage};
use crate::finding::{Finding, Level, Move};
use crate::settings::{Options, Strictness};
use crate::text::Span;

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Names the fault and reads well after "allow": `hedged-ask`.
    pub id: &'static str,
    /// Its page in Markdown: first line what, `## Why`, `## Examples`.
    pub page: &'static str,
    /// How much it matters unless a setting says otherwise; `None` for a rule that is off until asked for.
    pub level: Option<Level>,
    /// The move it guards.
    pub guards: Move,
    /// The version it came with.
    pub since: &'static str,
    /// Who else than colleagues may read what it has something to say about.
    pub also_for: &'static [Readers],
    /// What the words are that it flags.
    pub flags: Flags,
    /// How it looks.
    pub check: Check,
}

/// What the words are that a rule flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flags {
    /// A turn of phrase: a writer may want these very words left alone wherever they stand.
    Phrase,
    /// What is done with them, asked or promised or left out: elsewhere the same words would be another matter.
    Deed,
}

/// How a rule looks: at one passage by itself, or at the message.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// At one of the writer's own passages; what it says may be kept while the passage stands.
    Passage(fn(&Passage, &Context<'_>) -> Vec<Finding>),
    /// At the whole message; spans count from the draft's first byte.
    Message(fn(&Message, &Context<'_>) -> Vec<Finding>),
}

/// What a rule may know beside the facts.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day of writing.
    pub today: Date,
    /// The user's choices.
    pub options: &'a Options,
    /// To, Cc, Subject.
    pub headers: &'a Headers,
    /// What the rest of the message tells.
    pub around: &'a Around,
    /// What was noticed of the writer's own passages; a rule about one passage is asked before it is known.
    pub noticed: &'a Index<'a>,
}

impl Context<'_> {
    /// Whether the settings let the rule speak.
    pub fn is_on(&self, rule: &Rule) -> bool {
        match self.options.rules.get(rule.id) {
            Some(level) => level.is_some(),
            None => rule.level.is_some() || self.options.strictness == Strictness::Strict,
        }
    }

    /// Runs a rule unless the settings turn it off, or it is about people who work together and others read the mail; a level they
    /// set holds for all its findings.
    pub fn run(
        &self,
        rule: &Rule,
        check: impl FnOnce(&Self) -> Vec<Finding>,
    ) -> Option<Vec<Finding>> {
        let told = self.options.rules.get(rule.id);
        let strictness = self.options.strictness;
        // Whoever gives a rule a level wants to hear it, whoever reads the mail.
        let asked_for = matches!(told, Some(Some(_)));
        if !asked_for && !rule.speaks_to(self.around.readers) {
            return None;
        }
        let mut findings = self.is_on(rule).then(|| check(self))?;
        match told {
            Some(&Some(level)) => findings
                .iter_mut()
                .for_each(|finding| finding.level = level),
            _ if strictness == Strictness::Lenient => {
                findings.retain(|finding| finding.level > Level::Hint);
            }
            _ => {}
        }
        Some(findings)
    }
}

impl Rule {
    /// A finding of this rule.
    pub fn finding(&self, span: Span, message: impl Into<Cow<'static, str>>) -> Finding {
        Finding {
            rule: self.id,
            level: self.level.unwrap_or(Level::Hint),
            span,
            message: message.into(),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// Whether it has something to say to a writer whom these people read.
    fn speaks_to(&self, readers: Readers) -> bool {
        readers == Readers::Colleagues || self.also_for.contains(&readers)
    }

    /// The first line of its page: what the fault is.
    pub fn summary(&self) -> &'static str {
        self.page.trim().lines().next().unwrap_or_default().trim()
    }
}

/// Declares a rule; its `///` lines are its page. Without `flags` it flags deeds, without `also_for` it is for colleagues alone.
macro_rules! rule {
    (@flags) => {
        $crate::rules::Flags::Deed
    };
    (@flags $flags:ident) => {
        $crate::rules::Flags::$flags
    };
    (
        $(#[doc = $page:literal])*
        $vis:vis static $name:ident = {
            id: $id:literal,
            level: $level:expr,
            guards: $guards:ident,
            since: $since:literal,
            $(also_for: [$($reader:ident),+],)?
            $(flags: $flags:ident,)?
            check: $scope:ident($check:path) $(,)?
        }
    ) => {
        $(#[doc = $page])*
        $vis static $name: $crate::rules::Rule = $crate::rules::Rule {
            id: $id,
            page: concat!($($page, "\n"),*),
            level: $level,
            guards: $crate::finding::Move::$guards,
            since: $since,
            also_for: &[$($($crate::rules::Readers::$reader),+)?],
            flags: $crate::rules::rule!(@flags $($flags)?),
            check: $crate::rules::Check::$scope($check),
        };
    };
}
pub(crate) use rule;
