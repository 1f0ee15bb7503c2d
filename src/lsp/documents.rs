//! The drafts that are open, as the client has them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::text::Text;
use super::view::View;
use crate::text::{Change, Encoding, LineColumn, Span};

/// How a text differs from the one last taken for reading.
#[derive(Clone, Copy, Debug)]
pub(super) enum Since {
    /// It was never taken, or what was kept of it is lost.
    Unknown,
    /// It does not.
    Same,
    /// In one place.
    Changed(Change),
}

impl Since {
    fn then(self, change: Change) -> Self {
        match self {
            Self::Unknown => Self::Unknown,
            Self::Same => Self::Changed(change),
            Self::Changed(earlier) => Self::Changed(earlier.then(change)),
        }
    }

    /// The change to a text that is now of this length; `None` if it is not known.
    pub(super) fn change(self, len: usize) -> Option<Change> {
        match self {
            Self::Unknown => None,
            Self::Same => Some(Change::new(Span::empty(len), 0)),
            Self::Changed(change) => Some(change),
        }
    }
}

/// An open draft.
#[derive(Debug)]
pub(super) struct Draft {
    /// What the client says it is.
    pub(super) language: String,
    /// The client's count of its changes.
    pub(super) version: i32,
    /// Its words.
    pub(super) text: Text,
    /// Our count of all that bears on its reading: its words, the settings, the day. Never the same for two drafts.
    pub(super) generation: u64,
    /// How its words differ from those last taken for reading.
    pub(super) since: Since,
    /// The last reading.
    pub(super) view: Option<Arc<View>>,
    /// The generation that could not be read, if one could not.
    pub(super) unreadable: Option<u64>,
    /// Rules the writer does not want to hear of in this draft.
    pub(super) muted: Vec<&'static str>,
}

/// The drafts that are open.
#[derive(Debug, Default)]
pub(super) struct Documents {
    drafts: HashMap<String, Draft>,
    generations: u64,
    /// Drafts that are not open and whose findings are shown.
    unopened: HashSet<String>,
}

/// One change as the client tells it.
#[derive(Debug)]
pub(super) struct Edit {
    /// From where to where; `None` for the whole text.
    pub(super) range: Option<(LineColumn, LineColumn)>,
    /// The new words.
    pub(super) text: String,
}

impl Documents {
    fn generation(&mut self) -> u64 {
        self.generations += 1;
        self.generations
    }

    /// Opens a draft, anew if it was open.
    pub(super) fn open(&mut self, uri: &str, language: String, version: i32, text: &str) {
        let draft = Draft {
            language,
            version,
            text: Text::from(text),
            generation: self.generation(),
            since: Since::Unknown,
            view: None,
            unreadable: None,
            muted: Vec::new(),
        };
        self.drafts.insert(uri.to_owned(), draft);
    }

    /// Closes a draft; false if it was not open.
    pub(super) fn close(&mut self, uri: &str) -> bool {
        self.drafts.remove(uri).is_some()
    }

    /// Changes a draft, edit by edit; false if it is not open, or the change is older than the text.
    pub(super) fn change(
        &mut self,
        uri: &str,
        version: i32,
        edits: Vec<Edit>,
        encoding: Encoding,
    ) -> bool {
        let generation = self.generation();
        let Some(draft) = self.drafts.get_mut(uri) else {
            return false;
        };
        if version < draft.version {
            return false;
        }
        for Edit { range, text } in edits {
            let span = range.map_or(Span::new(0, draft.text.len()), |(start, end)| {
                let from = draft.text.offset(start, encoding);
                let (start, end) = if end == start {
                    (from, from)
                } else {
                    (from, draft.text.offset(end, encoding))
                };
                Span::new(start.min(end), start.max(end))
            });
            if range.is_some() {
                draft.text.replace(span, &text);
            } else {
                draft.text = Text::from(text.as_str());
            }
            draft.since = draft.since.then(Change::new(span, text.len()));
        }
        draft.version = version;
        draft.generation = generation;
        true
    }

    /// An open draft.
    pub(super) fn get(&self, uri: &str) -> Option<&Draft> {
        self.drafts.get(uri)
    }

    /// An open draft, to take it for reading or keep its view.
    pub(super) fn get_mut(&mut self, uri: &str) -> Option<&mut Draft> {
        self.drafts.get_mut(uri)
    }

    /// Notes whether findings of a draft that is not open are shown; whether they were.
    pub(super) fn shows_unopened(&mut self, uri: &str, shows: bool) -> bool {
        if shows {
            !self.unopened.insert(uri.to_owned())
        } else {
            self.unopened.remove(uri)
        }
    }

    /// Marks a draft as to be read again though its words stand.
    pub(super) fn renew(&mut self, uri: &str) {
        let generation = self.generation();
        if let Some(draft) = self.drafts.get_mut(uri) {
            draft.generation = generation;
        }
    }

    /// The names of all open drafts.
    pub(super) fn names(&self) -> Vec<String> {
        self.drafts.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_older_than_the_text_is_refused() {
        let mut documents = Documents::default();
        documents.open("a", "mail".into(), 3, "text");
        let edit = |text: &str| {
            vec![Edit {
                range: None,
                text: text.into(),
            }]
        };
        assert!(!documents.change("a", 2, edit("old"), Encoding::Utf8));
        assert!(documents.change("a", 4, edit("new"), Encoding::Utf8));
        assert!(!documents.change("b", 1, edit(""), Encoding::Utf8));
        assert_eq!(documents.get("a").unwrap().text.of(Span::new(0, 3)), "new");
    }
}
