use super::Span;

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

/// Edits to one text: sorted, none overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// `None` if two of them overlap.
    pub fn new(mut edits: Vec<Edit>) -> Option<Self> {
        edits.sort_by_key(|edit| edit.span);
        let apart = edits
            .windows(2)
            .all(|pair| pair[0].span.end <= pair[1].span.start);
        apart.then_some(Self(edits))
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
    fn edits_apply_in_the_order_of_the_text() {
        let edits = Edits::new(vec![
            Edit::insert(5, "!"),
            Edit::replace(Span::new(0, 1), "J"),
        ])
        .unwrap();
        assert_eq!(edits.applied_to("hello"), "Jello!");
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
