//! Who reads a message, as far as all of it tells: colleagues, friends, a mailing list or everyone.

use std::sync::Arc;

use crate::document::{BlockKind, Headers, Mailbox, ZoneKind};
use crate::facts::{Message, Passage};

/// Who reads a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Readers {
    /// People who work together: as long as nothing tells otherwise.
    #[default]
    Colleagues,
    /// Friends or family: what they ask of one another is no task.
    Friends,
    /// A mailing list: whoever can answers, and nobody has to.
    List,
    /// Everyone, as of a newsletter, by a line printed at its head or foot: its orders are asked of nobody in particular.
    Everyone,
}

/// How many passages from its start tell what a message is about.
const LOOKED_AT: usize = 12;

/// How many words of home make a message private where nobody takes leave as friends do.
const HOMELY: usize = 4;

impl Readers {
    /// What the pages call them.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Colleagues => "colleagues",
            Self::Friends => "friends",
            Self::List => "mailing lists",
            Self::Everyone => "everyone",
        }
    }

    /// The readers of a message that greets somebody by name, or nobody.
    pub(super) fn of(message: &Message, greets: bool) -> Self {
        let first = message.passages.first();
        let headed = first.is_some_and(is_print);
        if headed || !greets && is_printed(message) {
            Self::Everyone
        } else if is_list(&message.document.headers) {
            Self::List
        } else if is_private(message) {
            Self::Friends
        } else {
            Self::Colleagues
        }
    }
}

/// Whether what is printed in mail to everyone stands at the message's head or foot.
fn is_printed(message: &Message) -> bool {
    const HEAD: usize = 2;
    const FOOT: usize = 8;
    let passages = &message.passages;
    passages.iter().take(HEAD).any(is_print) || passages.iter().rev().take(FOOT).any(is_print)
}

fn is_print((_, passage): &(usize, Arc<Passage>)) -> bool {
    passage.block.zone == ZoneKind::Body && has(passage, "mail-to-all").next().is_some()
}

/// Whether the mail goes to a mailing list, by its fields, an address or the tag in its subject.
fn is_list(headers: &Headers) -> bool {
    let subject = headers.subject.as_deref().unwrap_or_default();
    let tag = subject
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'))
        .map(|(tag, _)| tag.to_lowercase());
    let to = || headers.to.iter().chain(&headers.cc);
    headers.list || to().any(|mailbox| is_list_address(mailbox, tag.as_deref()))
}

fn is_list_address(mailbox: &Mailbox, tag: Option<&str>) -> bool {
    const HOSTS: [&str; 5] = ["lists", "list", "listserv", "groups", "mailman"];
    const GROUPS: [&str; 3] = ["googlegroups.com", "yahoogroups.com", "groups.io"];
    // A team's address ends in "-dev" too.
    const ENDS: [&str; 7] = [
        "-l",
        "-list",
        "-users",
        "-devel",
        "-talk",
        "-discuss",
        "-announce",
    ];
    let address = mailbox.address.to_lowercase();
    let Some((local, host)) = address.split_once('@') else {
        return false;
    };
    HOSTS
        .iter()
        .any(|name| host.split('.').any(|part| part == *name))
        || GROUPS.contains(&host)
        || ENDS.iter().any(|end| local.ends_with(end))
        || tag == Some(local)
}

/// Whether it is a letter between friends or in a family: it takes leave or greets as they do, or talks of home, and of no work.
fn is_private(message: &Message) -> bool {
    let (mut home, mut work, mut close) = (0, 0, false);
    for (_, passage) in message.own().take(LOOKED_AT) {
        home += has(passage, "of-home").count();
        work += has(passage, "of-work").count();
        close |= is_close(passage);
    }
    // The end is looked at in long letters too.
    let last = message.passages.iter().rev();
    let mut last = last.filter(|(_, passage)| passage.block.zone == ZoneKind::Body);
    close |= last.next().is_some_and(|(_, passage)| is_close(passage));
    if close {
        work <= home + 1
    } else {
        home >= HOMELY && work == 0
    }
}

/// Whether the lines greet or take leave as people do who are close: "Hi Mom,", "Love, Beth".
fn is_close(passage: &Passage) -> bool {
    const LEAVE: [&str; 8] = [
        "love", "xoxo", "xo", "xxx", "xx", "hugs", "kisses", "smooches",
    ];
    const KIN: [&str; 24] = [
        "mom",
        "mum",
        "mommy",
        "mummy",
        "mama",
        "dad",
        "daddy",
        "papa",
        "grandma",
        "grandpa",
        "granny",
        "gran",
        "nana",
        "auntie",
        "aunt",
        "uncle",
        "sis",
        "bro",
        "honey",
        "sweetie",
        "darling",
        "babe",
        "dearest",
        "sweetheart",
    ];
    let any = |words: &[&str]| passage.words.tokens.iter().any(|token| token.is_any(words));
    match passage.block.kind {
        BlockKind::Closing => any(&LEAVE) || any(&KIN),
        BlockKind::Greeting => any(&KIN),
        BlockKind::Paragraph | BlockKind::Item | BlockKind::Heading => false,
    }
}

fn has<'a>(passage: &'a Passage, family: &'static str) -> impl Iterator<Item = ()> + use<'a> {
    let phrases = passage.phrases.iter();
    phrases
        .filter(move |phrase| phrase.family == family)
        .map(|_| ())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Readers;
    use crate::document::Format;
    use crate::settings::Options;

    fn readers(text: &str) -> Readers {
        let message = crate::read(text, Format::Email, date(2026, 11, 18), &Options::default());
        Readers::of(&message, false)
    }

    #[test]
    fn friends_and_family_are_known_by_how_they_greet_and_part() {
        for text in [
            "Can you send me that soup recipe?\n\nLove, Nell\n",
            "Hi Mum,\n\nCould you look for my old skates?\n\nPia\n",
            "Please bring the blue one, it goes with the curtains.\n\nxoxo\nNell\n",
            "The kids loved the beach and the dog ate half the barbecue. Send us the photos!\n",
        ] {
            assert_eq!(readers(text), Readers::Friends, "{text}");
        }
        for text in [
            "Please review the lease draft and send the contract to the client.\n\nLove, Nell\n",
            "Could you send the list for the office barbecue to the team?\n\nBest,\nNell\n",
            "I'd love to see the figures. Please send the report.\n\nNell\n",
        ] {
            assert_eq!(readers(text), Readers::Colleagues, "{text}");
        }
    }

    #[test]
    fn a_list_is_known_by_its_address_its_tag_or_its_footer() {
        for head in [
            "To: kites@lists.example.org\nSubject: Frames",
            "To: kite-users@example.org\nSubject: Frames",
            "To: kites@example.org\nSubject: Re: [Kites] Frames",
            "To: kites@example.org\nList-Id: <kites.example.org>",
        ] {
            let text = format!("{head}\n\nCan anyone send me the drawings?\n");
            assert_eq!(readers(&text), Readers::List, "{text}");
        }
        let footer = "Can anyone send me the drawings?\n\n-- \nKites mailing list\nhttps://example.org/listinfo\n";
        assert_eq!(readers(footer), Readers::List);
        let named = "To: kites@example.org\nSubject: [Fair] Frames\n\nPlease send the drawings.\n";
        assert_eq!(readers(named), Readers::Colleagues);
    }
}
