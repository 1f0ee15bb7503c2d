use crate::text::Span;

/// What a sentence, or a clause of it, does. Spans count from the passage's first byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// What it does.
    pub kind: ActKind,
    /// The sentence or clause, without the white space and the mark around it.
    pub span: Span,
    /// Its sentence in the passage's [`Words::sentences`](crate::language::Words::sentences).
    pub sentence: usize,
    /// Why it was read so, in words for people: "“could you” before a verb".
    pub why: &'static str,
    /// How sure the reading is, 0 to 100.
    pub confidence: u8,
}

/// The kinds of act.
#[derive(Clone, Debug, PartialEq)]
pub enum ActKind {
    /// The writer wants the reader to do or answer something.
    Ask(Ask),
    /// The writer binds themself.
    Commitment(Commitment),
    /// The writer says no, or passes it on.
    Decline,
    /// The writer says how things are.
    Information,
    /// The writer thanks.
    Thanks,
    /// The writer says hello.
    Greeting,
    /// The writer says goodbye.
    Closing,
}

impl ActKind {
    /// The word `inspect` uses.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ask(_) => "ask",
            Self::Commitment(_) => "commitment",
            Self::Decline => "decline",
            Self::Information => "information",
            Self::Thanks => "thanks",
            Self::Greeting => "greeting",
            Self::Closing => "closing",
        }
    }
}

/// A wish for the reader to do or answer something.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The form it takes.
    pub form: AskForm,
    /// How plainly it asks.
    pub directness: Directness,
    /// Who is to do it.
    pub owner: Owner,
    /// What is to be done; `None` for a question or a bare "Thoughts?".
    pub action: Option<Action>,
    /// By when.
    pub due: Option<Due>,
    /// Why, if the sentence says.
    pub reason: Option<Span>,
    /// Under which condition, if the sentence says.
    pub condition: Option<Span>,
    /// The words that open the ask up to its verb: "I was just wondering if you could", "Please", "Could you please"; empty if none.
    pub opening: Span,
    /// "please", "kindly", wherever it stands.
    pub courtesy: Option<Span>,
    /// Whether it wants more than a quick answer.
    pub work: bool,
}

/// The form an ask takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AskForm {
    /// "Send the file.", "Please send the file."
    Imperative,
    /// "Could you send the file?"
    Modal,
    /// "Which version do you use?": wants an answer.
    Question,
    /// "I ask you to…", "I'd like you to…", "I'd appreciate it if you could…"
    Performative,
    /// "I need the totals from you.", "You need to sign it."
    Need,
    /// "Let me know whether…"
    LetMeKnow,
    /// "I was wondering if you could…", "I was hoping you might…"
    Wondering,
    /// "Do you think you could…", "Would it be possible for you to…"
    Layered,
    /// "It would be great if…"
    Wish,
    /// "The report needs to be reviewed."
    Passive,
    /// "We should…", "Let's…"
    We,
    /// "Someone should…", "Can anyone…"
    Someone,
    /// "Thoughts?", "Any update?", "Please advise."
    Open,
    /// A lack or a problem told to who could mend it.
    Hint,
}

impl AskForm {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Imperative => "imperative",
            Self::Modal => "modal",
            Self::Question => "question",
            Self::Performative => "performative",
            Self::Need => "need",
            Self::LetMeKnow => "let-me-know",
            Self::Wondering => "wondering",
            Self::Layered => "layered",
            Self::Wish => "wish",
            Self::Passive => "passive",
            Self::We => "we",
            Self::Someone => "someone",
            Self::Open => "open",
            Self::Hint => "hint",
        }
    }
}

/// How plainly an ask asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directness {
    /// On record: the reader is asked.
    Direct,
    /// The reader must work out that they are asked.
    Indirect,
    /// A fact that lets the reader guess.
    Hint,
}

impl Directness {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Hint => "hint",
        }
    }
}

/// Who is to do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Which sort of owner.
    pub kind: OwnerKind,
    /// The words that say so ("Sam", "one of you"); `None` where the form implies it.
    pub span: Option<Span>,
}

/// Which sort of owner an ask has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OwnerKind {
    /// The reader.
    You,
    /// A person by name.
    Named,
    /// The writer and others.
    We,
    /// Someone, anyone, one of you, the team.
    Someone,
    /// Nobody is named.
    None,
}

impl OwnerKind {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Named => "named",
            Self::We => "we",
            Self::Someone => "someone",
            Self::None => "none",
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The verb's lemma, with its particle: `review`, `look into`.
    pub verb: String,
    /// The verb as it stands, particle included.
    pub verb_span: Span,
    /// What it is done to.
    pub object: Option<Span>,
    /// The whole verb phrase without its due and its reason.
    pub span: Span,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What sort of bound.
    pub kind: DueKind,
    /// The words, preposition included: "by Friday".
    pub span: Span,
    /// The time expression in the passage's list.
    pub time: usize,
}

/// What sort of bound a due is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueKind {
    /// A day or time that can be worked out.
    Date,
    /// "before the board meeting", "once the build is green"
    Event,
    /// "soon", "ASAP", "when you get a chance"
    Vague,
}

impl DueKind {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Event => "event",
            Self::Vague => "vague",
        }
    }
}

/// A promise of the writer's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// How firmly it binds.
    pub strength: Strength,
    /// What is promised; `None` for "Will do."
    pub action: Option<Action>,
    /// By when.
    pub due: Option<Due>,
    /// The words up to the verb: "I'll try to".
    pub opening: Span,
}

/// How firmly a commitment binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strength {
    /// "I will send it."
    Firm,
    /// "I'll try to send it."
    Weak,
}

impl Strength {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Weak => "weak",
        }
    }
}
