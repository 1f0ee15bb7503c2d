use std::fmt;

use super::node::Node;
use crate::text::Span;

/// What is wrong with a settings text. The rest of the text counts all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The dotted name of the setting; empty where the text could not be read at all.
    pub name: String,
    /// Where, in the settings text; `None` for an editor's JSON.
    pub span: Option<Span>,
    /// What, as a sentence that goes on after the name.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{} {}", self.name, self.message)
        }
    }
}

/// Problems as they are met, with the way to where we are.
#[derive(Debug)]
pub(super) struct Report<'r> {
    /// The ids of all rules.
    pub(super) rules: &'r [&'r str],
    /// What was met.
    pub(super) problems: Vec<Problem>,
    way: Vec<String>,
}

impl<'r> Report<'r> {
    pub(super) const fn new(rules: &'r [&'r str]) -> Self {
        Self {
            rules,
            problems: Vec::new(),
            way: Vec::new(),
        }
    }

    /// Reads on inside `part` of the setting at hand.
    pub(super) fn inside<T>(
        &mut self,
        part: impl Into<String>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.way.push(part.into());
        let done = read(self);
        self.way.pop();
        done
    }

    /// The setting at hand takes something else.
    pub(super) fn takes(&mut self, what: impl fmt::Display, node: &Node) {
        self.say(format!("takes {what}, not {node}"), node.span);
    }

    /// The name at hand is unknown; `meant` is the nearest that is not.
    pub(super) fn unknown(&mut self, what: &str, meant: Option<&str>, span: Option<Span>) {
        let hint = meant.map_or_else(String::new, |meant| format!("; did you mean {meant}?"));
        self.say(format!("is no {what}{hint}"), span);
    }

    fn say(&mut self, message: String, span: Option<Span>) {
        self.problems.push(Problem {
            name: self.way.join("."),
            span,
            message,
        });
    }
}
