//! Whether a name in the text is one of the people a mail goes to.

use crate::document::Mailbox;
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

/// Words in the addresses and names of mailboxes that several people read, or none.
const GROUPS: &[&str] = &[
    "accounts",
    "admin",
    "admissions",
    "all",
    "applications",
    "awards",
    "billing",
    "board",
    "booking",
    "bookings",
    "careers",
    "claims",
    "clinic",
    "club",
    "committee",
    "complaints",
    "compliance",
    "contact",
    "coordination",
    "coordinator",
    "coordinators",
    "council",
    "crew",
    "customer",
    "customers",
    "department",
    "dept",
    "desk",
    "dev",
    "devs",
    "dispatch",
    "editorial",
    "editors",
    "enquiries",
    "enquiry",
    "estates",
    "events",
    "everyone",
    "facilities",
    "feedback",
    "festival",
    "finance",
    "foundation",
    "fund",
    "gallery",
    "grants",
    "group",
    "hello",
    "help",
    "helpdesk",
    "hire",
    "hiring",
    "hotel",
    "hotline",
    "housing",
    "hr",
    "info",
    "inquiries",
    "inquiry",
    "invoice",
    "invoices",
    "jobs",
    "kitchen",
    "lab",
    "legal",
    "lettings",
    "library",
    "licensing",
    "list",
    "logistics",
    "mail",
    "maintenance",
    "marketing",
    "members",
    "museum",
    "no-reply",
    "noreply",
    "office",
    "operations",
    "ops",
    "orders",
    "parents",
    "payroll",
    "permits",
    "planning",
    "post",
    "postmaster",
    "press",
    "procurement",
    "production",
    "programme",
    "projects",
    "purchasing",
    "quotes",
    "reception",
    "recruiting",
    "recruitment",
    "rentals",
    "repairs",
    "research",
    "reservations",
    "residents",
    "returns",
    "sales",
    "scholarships",
    "school",
    "security",
    "service",
    "shop",
    "staff",
    "store",
    "studio",
    "submissions",
    "supplier",
    "suppliers",
    "support",
    "teachers",
    "team",
    "tickets",
    "tours",
    "training",
    "trustees",
    "tutors",
    "users",
    "vendor",
    "vendors",
    "visits",
    "volunteers",
    "warehouse",
    "warranty",
    "web",
    "webmaster",
    "weddings",
    "workshop",
];

/// Offices that one person holds, under which the person has a name of their own.
const OFFICES: &[&str] = &[
    "captain",
    "caretaker",
    "chair",
    "clerk",
    "coach",
    "director",
    "editor",
    "headmaster",
    "headteacher",
    "janitor",
    "landlord",
    "manager",
    "mayor",
    "nurse",
    "pastor",
    "president",
    "principal",
    "registrar",
    "secretary",
    "treasurer",
    "vicar",
    "warden",
];

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

/// Whether several people, or nobody knows who, read this address.
pub(super) fn is_group(mailbox: &Mailbox) -> bool {
    let local = local_part(mailbox);
    GROUPS.contains(&local.as_str())
        || parts(&local).any(|part| GROUPS.contains(&part))
        || is_named_for_group(mailbox)
}

/// Whether the mailbox is a counter, behind which whoever is there answers for all: "orders@", "support@".
pub(super) fn is_counter(mailbox: &Mailbox) -> bool {
    const COUNTERS: &[&str] = &[
        "accounts",
        "billing",
        "booking",
        "bookings",
        "careers",
        "contact",
        "customer",
        "customers",
        "desk",
        "enquiries",
        "feedback",
        "help",
        "helpdesk",
        "info",
        "invoice",
        "invoices",
        "orders",
        "payroll",
        "press",
        "reception",
        "reservations",
        "sales",
        "service",
        "shop",
        "support",
        "webmaster",
    ];
    let local = local_part(mailbox);
    let shown = mailbox.name.to_lowercase();
    let mut named = parts(&local).chain(parts(&shown));
    named.any(|part| COUNTERS.contains(&part)) && !parts(&local).any(|part| part == "team")
}

/// Whether the mailbox shows the name of several people and not of one: "Hiring team".
fn is_named_for_group(mailbox: &Mailbox) -> bool {
    let shown = mailbox.name.to_lowercase();
    let local = local_part(mailbox);
    // "Ana Lee (Legal) <ana.lee@example.org>" is Ana.
    let own = |part: &str| !GROUPS.contains(&part) && parts(&local).any(|of| of == part);
    parts(&shown).any(|part| GROUPS.contains(&part)) && !parts(&shown).any(own)
}

/// Whether the mailbox shows no person's name: that of several people, or of an office.
pub(in crate::rules) fn is_nameless(mailbox: &Mailbox) -> bool {
    let shown = mailbox.name.to_lowercase();
    let local = local_part(mailbox);
    let office = parts(&shown)
        .last()
        .is_some_and(|last| OFFICES.contains(&last));
    is_named_for_group(mailbox)
        || office
            && parts(&shown)
                .all(|part| OFFICES.contains(&part) || !parts(&local).any(|of| of == part))
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
    let local = local_part(mailbox);
    if parts(&local).any(|part| same(word, part))
        || (word.chars().count() > 3 && local.contains(word))
    {
        return Known::Yes;
    }
    if shown.split_whitespace().count() > 1 && !is_nameless(mailbox) {
        return Known::No;
    }
    // "rlee" may be any Robert, Rosa or Ruth; "anna" is not Ana.
    let initial = parts(&local).any(|part| {
        part.len() > 3 && part.chars().next() == word.chars().next() && !is_near(word, part)
    });
    // "dcc@" and "x7@" are nobody's name.
    let vowel = |letter: char| "aeiouyäöüáéíóú".contains(letter);
    let nameless =
        local.chars().filter(|c| c.is_alphabetic()).count() < 2 || !local.contains(vowel);
    if is_group(mailbox) || is_nameless(mailbox) || initial || nameless {
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

fn local_part(mailbox: &Mailbox) -> String {
    let local = mailbox.address.split('@').next().unwrap_or_default();
    local.to_lowercase()
}

fn parts(local: &str) -> impl Iterator<Item = &str> {
    local
        .split(|c: char| !c.is_alphabetic())
        .filter(|part| !part.is_empty())
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
    fn a_group_is_called_by_no_name() {
        for (name, address, group) in [
            ("Hiring team", "hiring@x.org", true),
            ("", "office@x.org", true),
            ("Ana Lee (Legal)", "ana.lee@x.org", false),
            ("Ana Lee", "ana@x.org", false),
        ] {
            let mailbox = Mailbox {
                name: name.to_owned(),
                address: address.to_owned(),
                ..Mailbox::default()
            };
            assert_eq!(is_group(&mailbox), group, "{name} <{address}>");
        }
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
        ] {
            assert_eq!(
                is_known(word, name, address),
                expected,
                "{word} and {name} <{address}>"
            );
        }
    }
}
