use jiff::civil::{Date, Time};

use super::{Coding, Format};
use crate::text::Span;

/// Whose words a run of the draft holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ZoneKind {
    /// Header fields of a mail, front matter of a note.
    Header,
    /// The writer's own words.
    Body,
    /// Someone else's words, with the line that says so.
    Quote,
    /// The writer's name and address below the message.
    Signature,
    /// Code, links, addresses: not prose.
    Code,
    /// Disclaimers and other words that no one wrote for this message.
    Boilerplate,
}

impl ZoneKind {
    /// The word `inspect` uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Body => "body",
            Self::Quote => "quote",
            Self::Signature => "signature",
            Self::Code => "code",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// A run of the draft with one owner. The zones of a draft are sorted and hold every byte once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Whose words.
    pub kind: ZoneKind,
    /// Where, in the draft's bytes.
    pub span: Span,
}

/// What a block is to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Sentences.
    Paragraph,
    /// One item of a list, its mark left out of the prose.
    Item,
    /// A heading.
    Heading,
    /// `Hi Sam,` on a line of its own.
    Greeting,
    /// `Best regards,` and the name below it.
    Closing,
}

/// A paragraph, list item or other unit that is read by itself.
///
/// A block lies within one [`ZoneKind::Body`] or [`ZoneKind::Quote`] stretch; runs of code inside it are zones of their own.
/// Its reading depends on its text and the fields here, and on nothing around it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is to the eye.
    pub kind: BlockKind,
    /// [`ZoneKind::Body`] or [`ZoneKind::Quote`].
    pub zone: ZoneKind,
    /// How many quotes deep: 0 for the writer's own words.
    pub depth: u8,
    /// Where, in the draft's bytes, from its first visible byte to the end of its last line without the line end.
    pub span: Span,
    /// Which of [`Document::attributions`] names whose words these are; `None` for the writer's own.
    pub attribution: Option<usize>,
    /// For a list item: how deep in the list, from 1; else 0.
    pub list_depth: u8,
    /// Whether it is an item of a list that tells how a thing is done, as below "Steps to reproduce:", and asks nobody to do it.
    pub is_step: bool,
    /// How its bytes stand for its words.
    pub coding: Coding,
}

/// Who wrote a quoted stretch, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The line or lines that say so, in the draft's bytes; empty where quotes have none (a chat turn: its `Sam:`).
    pub span: Span,
    /// Who.
    pub who: Option<Mailbox>,
    /// The day it was written.
    pub date: Option<Date>,
    /// The time it was written, in the writer's own zone as far as the line tells.
    pub time: Option<Time>,
}

/// A person as a header names them (RFC 5322 §3.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailbox {
    /// The display name, quotes and escapes undone; empty if there is none.
    pub name: String,
    /// The address; empty if there is none.
    pub address: String,
    /// Where the whole mailbox stands, in the draft's bytes.
    pub span: Span,
}

/// Header fields that bear on the message, each with its place; a field the draft lacks is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    /// `From`.
    pub from: Option<Mailbox>,
    /// `To`.
    pub to: Vec<Mailbox>,
    /// `Cc`.
    pub cc: Vec<Mailbox>,
    /// The text of `Subject`, unfolded and decoded.
    pub subject: Option<String>,
    /// The value of `Subject`, in the draft's bytes, without the blank before it.
    pub subject_span: Option<Span>,
    /// The day of `Date`.
    pub date: Option<Date>,
    /// Whether a field (`Attach`, a MIME part) carries an attachment.
    pub attachment: bool,
    /// Whether a field (`List-Id`, `Precedence`) or a footer says that it goes through a mailing list.
    pub list: bool,
}

impl Headers {
    /// The place of the subject, if it stands there as it reads: neither folded nor encoded.
    pub fn plain_subject(&self) -> Option<Span> {
        let length = self.subject.as_ref()?.len();
        self.subject_span.filter(|span| span.len() == length)
    }
}

/// A draft cut up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The format it was read as.
    pub format: Format,
    /// Sorted, without a gap, from the first byte to the last.
    pub zones: Vec<Zone>,
    /// In the order of the text.
    pub blocks: Vec<Block>,
    /// The header fields.
    pub headers: Headers,
    /// Whose words the quotes are, in the order of the text.
    pub attributions: Vec<Attribution>,
}
