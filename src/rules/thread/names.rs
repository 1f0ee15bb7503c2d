//! Whether a name in the text is one of the people a mail goes to.

use crate::document::{Mailbox, name_words};
use crate::rules::Context;

/// How a name stands to the people in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It is one of theirs.
    Yes,
    /// It is none of theirs.
    No,
    /// The addresses do not tell who reads them.
    Unclear,
}

/// Short forms of given names that are not their beginnings.
const SHORT: &[(&str, &str)] = &[
    ("al", "albert"),
    ("alex", "alexandra"),
    ("andy", "andrew"),
    ("becky", "rebecca"),
    ("bert", "robert"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("bill", "william"),
    ("billy", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("cathy", "catherine"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("dave", "david"),
    ("debbie", "deborah"),
    ("dick", "richard"),
    ("drew", "andrew"),
    ("gene", "eugene"),
    ("hank", "henry"),
    ("harry", "harold"),
    ("harry", "henry"),
    ("jack", "john"),
    ("jeff", "geoffrey"),
    ("jenny", "jennifer"),
    ("jerry", "gerald"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("johnny", "john"),
    ("kate", "catherine"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("katie", "katherine"),
    ("larry", "lawrence"),
    ("lisa", "elizabeth"),
    ("liz", "elizabeth"),
    ("maggie", "margaret"),
    ("mandy", "amanda"),
    ("meg", "margaret"),
    ("mick", "michael"),
    ("mike", "michael"),
    ("nate", "nathan"),
    ("ned", "edward"),
    ("nick", "nicholas"),
    ("patty", "patricia"),
    ("peggy", "margaret"),
    ("rick", "richard"),
    ("rob", "robert"),
    ("sandy", "alexandra"),
    ("steve", "stephen"),
    ("steve", "steven"),
    ("sue", "susan"),
    ("ted", "edward"),
    ("ted", "theodore"),
    ("tom", "thomas"),
    ("tommy", "thomas"),
    ("tony", "anthony"),
    ("trish", "patricia"),
    ("vicky", "victoria"),
    ("will", "william"),
];

/// Whether the mailboxes hold somebody of this name: one word, as it stands in the text.
pub(super) fn known(word: &str, mailboxes: &[Mailbox], context: &Context<'_>) -> Known {
    let word = word.to_lowercase();
    let answers = mailboxes.iter().map(|mailbox| of(&word, mailbox, context));
    answers.fold(Known::No, |all, one| match (all, one) {
        (Known::Yes, _) | (_, Known::Yes) => Known::Yes,
        (Known::Unclear, _) | (_, Known::Unclear) => Known::Unclear,
        _ => Known::No,
    })
}

fn of(word: &str, mailbox: &Mailbox, context: &Context<'_>) -> Known {
    let own = context
        .options
        .people
        .iter()
        .filter(|person| person.addresses.contains(&mailbox.address));
    let mut called = own.flat_map(|person| person.name.split_whitespace());
    if called.any(|name| same(word, &name.to_lowercase())) {
        return Known::Yes;
    }
    let shown = mailbox.name.to_lowercase();
    let mut names = shown
        .split(|c: char| !c.is_alphabetic())
        .filter(|name| !name.is_empty());
    if names.any(|name| same(word, name)) {
        return Known::Yes;
    }
    let local = mailbox.local_part();
    if name_words(&local).any(|part| same(word, part))
        || (word.chars().count() > 3 && local.contains(word))
    {
        return Known::Yes;
    }
    // "Mr Patel <r.patel@…>" may be Raj.
    let begins = |part: &str| part.len() == 1 && word.starts_with(part);
    let titled = shown.split_whitespace().next().is_some_and(|first| {
        let titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof"];
        titles.contains(&first.trim_end_matches('.'))
    });
    if titled && name_words(&local).any(begins) {
        return Known::Unclear;
    }
    if shown.split_whitespace().count() > 1 && !mailbox.is_nameless() {
        return Known::No;
    }
    // "rlee" may be any Robert, Rosa or Ruth; "anna" is not Ana.
    let initial = name_words(&local).any(|part| {
        part.len() > 3 && part.chars().next() == word.chars().next() && !is_near(word, part)
    });
    // "dcc@" and "x7@" are nobody's name.
    let vowel = |letter: char| "aeiouyäöüáéíóú".contains(letter);
    let nameless =
        local.chars().filter(|c| c.is_alphabetic()).count() < 2 || !local.contains(vowel);
    if mailbox.is_group() || mailbox.is_nameless() || initial || nameless {
        Known::Unclear
    } else {
        Known::No
    }
}

/// Whether two lower-case names may be one person's.
fn same(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let begins = short.chars().count() > 1 && long.starts_with(short);
    begins || SHORT.contains(&(short, long)) || SHORT.contains(&(long, short))
}

/// Whether two names differ in one letter, as by a slip.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let rest = |word: &[char]| word.len() - head - tail;
    rest(&a) <= 1 && rest(&b) <= 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::document::Headers;
    use crate::rules::{Around, Index};
    use crate::settings::Options;

    fn is_known(word: &str, name: &str, address: &str) -> Known {
        let mailbox = Mailbox {
            name: name.to_owned(),
            address: address.to_owned(),
            ..Mailbox::default()
        };
        let options = Options::default();
        let context = Context {
            today: date(2026, 11, 18),
            options: &options,
            headers: &Headers::default(),
            around: &Around::default(),
            noticed: &Index::default(),
        };
        known(word, &[mailbox], &context)
    }

    #[test]
    fn names_and_their_addresses() {
        for (word, name, address, expected) in [
            ("Ana", "", "ana.park@x.org", Known::Yes),
            ("Bob", "Robert Lee", "rlee@x.org", Known::Yes),
            ("Sam", "Hill, Samuel", "sh@x.org", Known::Yes),
            ("Park", "", "cpark@x.org", Known::Yes),
            ("Ana", "", "bo@x.org", Known::No),
            ("Anna", "", "ana@x.org", Known::No),
            ("Ana", "", "anna@x.org", Known::No),
            ("Rosa", "", "rlee@x.org", Known::Unclear),
            ("Ana", "", "team@x.org", Known::Unclear),
            ("Ana", "Bo Hall", "ahall@x.org", Known::No),
            ("Raj", "Mr Patel", "r.patel@x.org", Known::Unclear),
        ] {
            assert_eq!(
                is_known(word, name, address),
                expected,
                "{word} and {name} <{address}>"
            );
        }
    }
}
