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
