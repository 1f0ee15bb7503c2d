use super::looks;

/// How a draft is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Header fields and a body (RFC 5322), as mail editors give it.
    Email,
    /// CommonMark with GitHub's tables.
    Markdown,
    /// A message and nothing else.
    Text,
    /// Speakers' turns: `Sam: …`.
    Chat,
    /// A commit message, with the comments Git adds.
    Commit,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [
        Self::Email,
        Self::Markdown,
        Self::Text,
        Self::Chat,
        Self::Commit,
    ];

    /// The word `--as` takes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Chat => "chat",
            Self::Commit => "commit",
        }
    }

    /// The format of a draft: by the editor's language id, else by the file's name, else by its looks.
    pub fn of(language_id: Option<&str>, name: Option<&str>, text: &str) -> Self {
        language_id
            .and_then(looks::of_language)
            .or_else(|| name.and_then(looks::of_name))
            .unwrap_or_else(|| looks::of_text(text))
    }
}
