use super::{Span, sort_by_key};

/// One replacement: the bytes of `span` give way to `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes, in the text before any edit.
    pub span: Span,
    /// What comes.
    pub text: String,
}

impl Edit {
    /// Puts `text` in place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
        }
    }

    /// Puts `text` before the byte at `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::empty(offset), text)
    }

    /// Takes `span` out.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// Where a text changed: all that is new lies between two places, and all before and after it is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first byte that may be new, in both texts.
    pub start: usize,
    /// Where the old text goes on as before.
    pub old_end: usize,
    /// Where the new text goes on as before.
    pub new_end: usize,
}

impl Change {
    /// One replacement: the bytes of `span` gave way to `len` bytes.
    pub const fn new(span: Span, len: usize) -> Self {
        Self {
            start: span.start,
            old_end: span.end,
            new_end: span.start + len,
        }
    }

    /// This change and one that came after it, as one.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        // Both ends are told in the text between the two changes, the outermost counts, and each side then moves as its change moved it.
        let between = self.new_end.max(later.old_end);
        Self {
            start: self.start.min(later.start),
            old_end: between - self.new_end + self.old_end,
            new_end: between - later.old_end + later.new_end,
        }
    }

    /// Where a run of the old text that did not change stands now; `None` if it shares a place with the change.
    pub fn carry(self, old: Span) -> Option<Span> {
        if old.end <= self.start {
            Some(old)
        } else if old.start >= self.old_end {
            let moved = |at: usize| at - self.old_end + self.new_end;
            Some(Span::new(moved(old.start), moved(old.end)))
        } else {
            None
        }
    }
}

/// Edits to one text: sorted, none overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// `None` if two of them overlap. What is put in right before a replaced run becomes one edit with it, so that nobody can apply
    /// the two in the wrong order.
    pub fn new(mut edits: Vec<Edit>) -> Option<Self> {
        sort_by_key(&mut edits, |edit| edit.span);
        let apart = edits
            .windows(2)
            .all(|pair| pair[0].span.end <= pair[1].span.start);
        apart.then(|| {
            edits.dedup_by(|next, kept| {
                let meets = kept.span.is_empty()
                    && kept.span.end == next.span.start
                    && !next.span.is_empty();
                if meets {
                    kept.span = next.span;
                    kept.text.push_str(&next.text);
                }
                meets
            });
            Self(edits)
        })
    }

    /// The edits in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same edits, counted from a place `by` bytes earlier.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        for edit in &mut self.0 {
            edit.span = edit.span.shifted(by);
        }
        self
    }

    /// The text after the edits.
    ///
    /// # Panics
    /// If an edit's span is not inside `text` on character boundaries.
    pub fn applied_to(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in &self.0 {
            out.push_str(&text[at..edit.span.start]);
            out.push_str(&edit.text);
            at = edit.span.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

impl From<Edit> for Edits {
    fn from(edit: Edit) -> Self {
        Self(vec![edit])
    }
}

impl<'a> IntoIterator for &'a Edits {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The blanks in a text: `[day]`, `[by when?]`, `[Name]`, as our own rewrites leave them for the writer to fill.
///
/// A blank is a pair of brackets around one to five plain words; `[3]`, `a[i]`, `[OPS-41]`, `[x](link)` are none.
pub fn blanks(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(open) = text[rest..].find('[').map(|at| rest + at) {
        rest = open + 1;
        let Some(close) = text[rest..].find([']', '[', '\n']).map(|at| rest + at) else {
            break;
        };
        if !text[close..].starts_with(']') {
            continue;
        }
        let inside = &text[open + 1..close];
        let opens_fresh = !text[..open].ends_with(|c: char| c.is_alphanumeric());
        let closes_fresh = !text[close + 1..].starts_with(['(', '[', ':']);
        if opens_fresh && closes_fresh && is_prompt(inside) {
            found.push(Span::new(open, close + 1));
        }
        rest = close + 1;
    }
    found
}

/// Whether the words inside brackets ask the writer for something.
fn is_prompt(inside: &str) -> bool {
    let inside = inside.strip_suffix('?').unwrap_or(inside);
    let words: Vec<&str> = inside.split(' ').collect();
    (1..=5).contains(&words.len())
        && inside.len() > 1
        && words.iter().all(|word| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | ','))
        })
        && !words
            .iter()
            .any(|word| word.len() > 1 && word.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_that_overlap_are_refused() {
        let edit = |start, end| Edit::delete(Span::new(start, end));
        assert!(Edits::new(vec![edit(3, 5), edit(0, 4)]).is_none());
        assert!(Edits::new(vec![edit(3, 5), edit(0, 3)]).is_some());
    }

    #[test]
    fn an_insertion_and_what_is_replaced_behind_it_are_one() {
        let edits = Edits::new(vec![
            Edit::insert(1, " on"),
            Edit::replace(Span::new(1, 2), "?"),
        ])
        .unwrap();
        assert_eq!(edits.iter().count(), 1);
        assert_eq!(edits.applied_to("a."), "a on?");
    }

    #[test]
    fn edits_apply_in_the_order_of_the_text() {
        let edits = Edits::new(vec![
            Edit::insert(5, "!"),
            Edit::replace(Span::new(0, 1), "J"),
        ])
        .unwrap();
        assert_eq!(edits.applied_to("hello"), "Jello!");
    }

    #[test]
    fn two_changes_are_one() {
        let (old, new) = ("one two three four", "zero one 2 three");
        let insert = Change::new(Span::empty(0), 5);
        let replace = Change::new(Span::new(9, 12), 1);
        let delete = Change::new(Span::new(16, 21), 0);
        let all = insert.then(replace).then(delete);
        assert_eq!(&old[..all.start], &new[..all.start]);
        assert_eq!(&old[all.old_end..], &new[all.new_end..]);
        assert_eq!(
            (all.start, all.old_end, all.new_end),
            (0, old.len(), new.len())
        );
    }

    #[test]
    fn what_lies_outside_a_change_moves_with_it() {
        let change = Change::new(Span::new(5, 8), 1);
        assert_eq!(change.carry(Span::new(0, 5)), Some(Span::new(0, 5)));
        assert_eq!(change.carry(Span::new(8, 9)), Some(Span::new(6, 7)));
        assert_eq!(change.carry(Span::new(4, 6)), None);
    }

    #[test]
    fn blanks_are_prompts_and_nothing_else() {
        let found = |text: &str| {
            blanks(text)
                .iter()
                .map(|span| span.of(text).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("[Name], please sign by [by when?]."),
            ["[Name]", "[by when?]"]
        );
        assert_eq!(
            found("See [3], a[i], [OPS-41], [INFO] and [the log](x) here."),
            Vec::<String>::new()
        );
        assert_eq!(found("[[day] and [unclosed"), ["[day]"]);
    }
}
