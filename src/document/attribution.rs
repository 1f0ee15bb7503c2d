//! The line above a quote that says who wrote it, and when, as the usual mail programs write it in the usual languages.

use super::{Attribution, Mailbox, date, mailbox};
use crate::text::Span;

/// No program's attribution is longer than this.
const LONGEST: usize = 500;

/// Reads an attribution that is the whole of `raw`, one line or several; spans count from `raw`'s first byte.
///
/// `quoted_below` tells that a marked quote follows, so that less is needed to believe it.
pub(super) fn read(raw: &str, quoted_below: bool) -> Option<Attribution> {
    if raw.len() > LONGEST {
        return None;
    }
    let flat = flat(raw);
    let core = flat.trim_matches([' ', '-', '*', '_', '\t']);
    let offset = flat.find(core)?;
    let colon = core.ends_with([':', '：', '；']);
    let ruled = flat.trim().starts_with("--") && flat.trim().ends_with("--");
    let mark = colon || quoted_below || ruled;
    let digit = core.bytes().any(|byte| byte.is_ascii_digit());
    let at = core.contains('@');
    let verb = verb(core);
    let believed = match (opening(core), verb) {
        (Opening::Word, Some(verb)) => {
            digit
                && (mark || verb.at_end && at)
                && (verb.at_end || verb.may_lead)
                && !verb.of_pronoun
        }
        (Opening::Word, None) => {
            let quotes = QUOTING.iter().any(|word| core.starts_with(word));
            quotes && (colon && at || quoted_below && (at || digit))
        }
        (Opening::Day, Some(verb)) => {
            mark && (verb.at_end || verb.may_lead)
                && !verb.of_pronoun
                && core.split_whitespace().count() <= 25
        }
        (Opening::Day, None) => {
            let (day, clock) = date::find(core);
            let zone = core.contains(" GMT") || core.contains(" UTC");
            day.is_some()
                && (clock.is_some() || quoted_below)
                && (at && (colon || core.ends_with('>')) || zone)
                && core.split_whitespace().count() <= 14
        }
        (Opening::None, Some(verb)) if verb.at_end => {
            let named = core[..verb.start].split_whitespace().count() <= 8;
            let briefly = quoted_below && core.split_whitespace().count() <= 5;
            (colon || briefly)
                && !verb.of_pronoun
                && (named && (at || quoted_below && starts_as_name(core))
                    || digit && quoted_below && !core.is_ascii()
                    || digit && at)
        }
        (Opening::None, Some(verb)) if verb.may_lead => colon && at && digit,
        _ => false,
    };
    if !believed {
        return None;
    }
    let (date, time) = date::find(core);
    Some(Attribution {
        span: Span::new(offset, offset + core.len()),
        who: who(core, verb.as_ref(), offset),
        date,
        time,
    })
}

/// How well the text begins as attributions do: 2 with `On` or the like, 1 with a day, 0 else.
pub(super) fn opens(raw: &str) -> u8 {
    match opening(raw.trim_start_matches(['-', '*', '_', ' '])) {
        Opening::Word => 2,
        Opening::Day => 1,
        Opening::None => 0,
    }
}

/// The same text, byte for byte as long, with line ends and the quote marks after them blank.
fn flat(raw: &str) -> String {
    let mut flat = String::with_capacity(raw.len());
    let mut fresh = false;
    for letter in raw.chars() {
        match letter {
            '\n' | '\r' | '\t' => {
                flat.push(' ');
                fresh |= letter == '\n';
            }
            '>' | ' ' if fresh => flat.push(' '),
            '\u{a0}' => flat.push_str("  "),
            '\u{202f}' => flat.push_str("   "),
            _ => {
                flat.push(letter);
                fresh = false;
            }
        }
    }
    flat
}

/// How a line begins.
enum Opening {
    /// With the word that opens attributions in some language: `On`, `Am`, `Le`.
    Word,
    /// With a day or a clock time in digits, or a weekday before one.
    Day,
    None,
}

/// What opens an attribution that has no verb.
const QUOTING: &[&str] = &["Quoting ", "Citando ", "Zitat von "];

fn opening(core: &str) -> Opening {
    const WORDS: &[&str] = &[
        "On ",
        "Am ",
        "Le ",
        "El ",
        "Il ",
        "Em ",
        "Op ",
        "Den ",
        "På ",
        "W dniu ",
        "Dnia ",
        "Dne ",
        "No dia ",
        "A ",
        "In data ",
        "Il giorno ",
        "At ",
        "Em ",
        "La ",
        "Pe ",
        "Vào ",
        "在 ",
        "於 ",
        "Na ",
        "ons ",
        "tor ",
    ];
    if WORDS
        .iter()
        .chain(QUOTING)
        .any(|word| core.starts_with(word))
    {
        return Opening::Word;
    }
    let mut words = core.split_whitespace();
    let starts_with_digit = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let (first, second) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let weekday = first.ends_with(['.', ',']) && first.chars().count() <= 12;
    if starts_with_digit(first) || weekday && starts_with_digit(second) {
        Opening::Day
    } else {
        Opening::None
    }
}

#[derive(Clone, Copy)]
struct Verb {
    start: usize,
    end: usize,
    /// Nothing but a mark follows.
    at_end: bool,
    /// In this language the name may follow: `schrieb Ana:`.
    may_lead: bool,
    /// `I wrote:` tells what the writer did.
    of_pronoun: bool,
}

fn verb(core: &str) -> Option<Verb> {
    const END: &[&str] = &[
        "wrote",
        "writes",
        "écrit",
        "ecrit",
        "scritto",
        "geschreven",
        "kirjoitti",
        "пишет",
        "пише",
        "写道",
        "書きました",
        "írta",
        "yazdı",
        "έγραψε",
        "작성",
    ];
    const LEAD: &[&str] = &[
        "schrieb",
        "schrieben",
        "skrev",
        "schreef",
        "escribió",
        "escribio",
        "scrisse",
        "escreveu",
        "napisał(a)",
        "napisała",
        "napisał",
        "napisal",
        "napsal(a)",
        "napsala",
        "napsal",
        "написал(а)",
        "написала",
        "написал",
        "scris",
    ];
    let find = |verbs: &[&str]| {
        let places = verbs.iter().filter_map(|verb| {
            let at = core.rfind(verb)?;
            let before = core[..at].chars().next_back();
            let cut = !verb.is_ascii() && verb.chars().count() <= 5
                || before.is_none_or(|letter| !letter.is_alphanumeric());
            cut.then_some((at, at + verb.len()))
        });
        places.max_by_key(|(start, end)| (*end, std::cmp::Reverse(*start)))
    };
    let (ends, leads) = (find(END), find(LEAD));
    let ((start, end), may_lead) = match (ends, leads) {
        (Some(end), None) => (end, false),
        (None, Some(lead)) => (lead, true),
        (Some(end), Some(lead)) if lead.1 > end.1 => (lead, true),
        (Some(end), Some(_)) => (end, false),
        (None, None) => return None,
    };
    let after = core[end..].trim_matches([' ', ':', '：', '.', '-', '*', '>', ',']);
    let after = after.trim_start_matches(['(', ')', 'a']);
    let at_end = after.is_empty()
        || matches!(
            after,
            "the following" | "das folgende" | "následující" | "în continuare"
        );
    let before = core[..start]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    let of_pronoun = matches!(
        before.to_lowercase().as_str(),
        "i" | "we"
            | "you"
            | "they"
            | "who"
            | "he"
            | "she"
            | "ich"
            | "wir"
            | "also"
            | "just"
            | "that"
    );
    Some(Verb {
        start,
        end,
        at_end,
        may_lead,
        of_pronoun,
    })
}

fn starts_as_name(core: &str) -> bool {
    core.starts_with(|first: char| first.is_uppercase() || matches!(first, '"' | '\'' | '@' | '<'))
}

/// Whom the line names; spans count from `offset` bytes before it.
fn who(core: &str, verb: Option<&Verb>, offset: usize) -> Option<Mailbox> {
    let address = core.find(['<', '(', '[']).filter(|open| {
        let close = core[*open..].find(['>', ')', ']']).unwrap_or(0);
        core[*open..*open + close].contains('@')
    });
    let name_end = match (address, verb) {
        (Some(open), _) => open,
        (None, Some(verb)) if verb.may_lead && !verb.at_end => {
            return name_after(core, verb.end)
                .and_then(|(start, end)| mailbox::one(&core[start..end], offset + start));
        }
        (None, Some(verb)) => verb.start,
        (None, None) => core
            .find(" (")
            .unwrap_or(core.trim_end_matches([':', ' ']).len()),
    };
    let (start, name_end) = name_before(core, name_end);
    let end = match address {
        Some(open) => {
            let close = core[open..]
                .find(['>', ')', ']'])
                .map_or(core.len(), |at| open + at + 1);
            close.max(name_end)
        }
        None => name_end,
    };
    let mut mailbox = mailbox::one(&core[start..end], offset + start)?;
    if mailbox.name.contains('(') {
        let open = core[start..end].find('(').unwrap_or(0);
        mailbox.address = core[start + open..end]
            .trim_matches(['(', ')', '<', '>', ' '])
            .to_owned();
        mailbox.name.truncate(mailbox.name.find('(').unwrap_or(0));
    }
    mailbox.name = mailbox.name.trim_matches(['"', ' ', ',', '\'']).to_owned();
    let told = !mailbox.name.is_empty() || !mailbox.address.is_empty();
    told.then_some(mailbox)
}

/// Words that stand between the day and the name, or after the name.
const BETWEEN: &[&str] = &[
    "at",
    "am",
    "pm",
    "um",
    "uhr",
    "kl",
    "à",
    "a",
    "las",
    "ore",
    "alle",
    "om",
    "o",
    "h",
    "user",
    "użytkownik",
    "пользователь",
    "г",
    "р",
    "hat",
    "ha",
    "heeft",
    "has",
    "het",
    "volgende",
    "from",
    "schrieb",
    "skrev",
    "schreef",
    "von",
    "gmt",
    "utc",
    "on",
    "às",
    "hs",
    "в",
    "est",
    "pst",
    "cet",
    "via",
    "nachm",
    "vorm",
    "klo",
    "quoting",
    "citando",
];

/// The name that ends at `end`, going back to the first word with a digit or a word that is no name.
fn name_before(core: &str, end: usize) -> (usize, usize) {
    let text = core[..end].trim_end_matches([' ', ',']);
    let mut start = text.len();
    for word in text.rsplit(' ') {
        let at = start - word.len();
        let plain = word
            .trim_matches(['.', ',', ':', '"', '\'', '(', ')', ';'])
            .to_lowercase();
        let digits = word.bytes().any(|byte| byte.is_ascii_digit()) && !word.contains('@');
        let ended = word.ends_with(',')
            && start < text.len()
            && !text[at..].contains('"')
            && (digits || BETWEEN.contains(&plain.as_str()));
        if digits || ended || BETWEEN.contains(&plain.as_str()) || plain.contains("gmt") {
            break;
        }
        start = at.saturating_sub(1);
        if at == 0 {
            break;
        }
    }
    let name = &text[start.min(text.len())..];
    let blank = name.len() - name.trim_start_matches([' ', ',']).len();
    (start.min(text.len()) + blank, text.len())
}

/// The name after a verb that leads: `schrieb Ana Ruiz:`.
fn name_after(core: &str, start: usize) -> Option<(usize, usize)> {
    let text = core[start..].trim_end_matches([':', ' ', '：']);
    let blank = text.len() - text.trim_start().len();
    (blank < text.len()).then_some((start + blank, start + text.len()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn who_and_when_in_many_languages() {
        let day = date(2026, 11, 19);
        for (line, name, address) in [
            (
                "On Thu, 19 Nov 2026 at 10:02, Ana Ruiz <ana@example.org> wrote:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "On Nov 19, 2026, at 9:26 AM, Ana Ruiz wrote:",
                "Ana Ruiz",
                "",
            ),
            (
                "On 11/19/26 9:26 AM, ana@example.org wrote:",
                "",
                "ana@example.org",
            ),
            (
                "On Thu, 2026-11-19 at 18:02 +0530, Ana Ruiz wrote:",
                "Ana Ruiz",
                "",
            ),
            (
                "On Thu, Nov 19, 2026 at 4:58 AM -0800, \"Ana Ruiz\" <ana@example.org> wrote:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            ("Am 19.11.2026 um 17:48 schrieb Ana Ruiz:", "Ana Ruiz", ""),
            ("Quoting Ana Ruiz (2026-11-19 10:02:11)", "Ana Ruiz", ""),
            (
                "Am Do., 19. Nov. 2026 um 11:53 Uhr schrieb Ana Ruiz <ana@example.org>:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Ana Ruiz <ana@example.org> schrieb am Do., 19. Nov. 2026, 11:53:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Le jeu. 19 nov. 2026 à 22:03, Ana Ruiz <ana@example.org> a écrit :",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "El jue, 19 nov 2026 a las 9:01, Ana Ruiz (<ana@example.org>) escribió:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Il giorno gio 19 nov 2026 alle ore 21:11 Ana Ruiz <ana@example.org> ha scritto:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Em qui., 19 de nov. de 2026 às 10:02, Ana Ruiz <ana@example.org> escreveu:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Op do 19 nov 2026 om 13:18 schreef Ana Ruiz <ana@example.org>:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Op 19-nov.-2026, om 13:18 heeft Ana Ruiz <ana@example.org> het volgende geschreven:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "Den tors 19 nov. 2026 kl 13:09 skrev Ana Ruiz <ana@example.org>:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "tor. 19. nov. 2026 kl. 13:09 skrev Ana Ruiz <ana@example.org>:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "W dniu 19.11.2026 o 11:59 Ana Ruiz napisał(a):",
                "Ana Ruiz",
                "",
            ),
            (
                "czw., 19 lis 2026 o 11:59 Ana Ruiz <ana@example.org> napisał(a):",
                "Ana Ruiz",
                "ana@example.org",
            ),
            ("19.11.2026 10.02 Ana Ruiz kirjoitti:", "Ana Ruiz", ""),
            (
                "19 ноября 2026 г. 19:37 пользователь Ana Ruiz <ana@example.org> написал:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "2026-11-19 17:21 GMT+01:00 Ana Ruiz <ana@example.org>:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "19.11.2026, 18:30, \"Ana Ruiz\" <ana@example.org>:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "On Thu, 19 Nov 2026 at 10:02, Ana Ruiz\n<ana@example.org> wrote:",
                "Ana Ruiz",
                "ana@example.org",
            ),
            (
                "On Thu, 19 Nov 2026 at 10:02, Ana Ruiz\n> <ana@example.org> wrote:",
                "Ana Ruiz",
                "ana@example.org",
            ),
        ] {
            let Some(told) = read(line, true) else {
                panic!("not read: {line}");
            };
            let who = told.who.unwrap_or_default();
            assert_eq!(
                (who.name.as_str(), who.address.as_str()),
                (name, address),
                "{line}"
            );
            assert_eq!(told.date, Some(day), "{line}");
        }
    }

    #[test]
    fn a_name_alone_needs_a_quote_below() {
        assert!(read("Ana wrote:", true).is_some());
        assert!(read("Ana wrote:", false).is_none());
        assert!(read("Ana <ana@example.org> wrote:", false).is_some());
        assert!(read("Quoting Ana Ruiz <ana@example.org>:", false).is_some());
        assert!(read("Zitat von Ana <ana@example.org>:", false).is_some());
    }

    #[test]
    fn a_writers_own_telling_is_none() {
        for line in [
            "On Friday I wrote:",
            "On 5 May I wrote to the board:",
            "On the 3rd we wrote:",
            "Here is what Ana wrote in her mail of 5 May 2026.",
            "As the vendor wrote:",
            "Quoting the vendor from 5 May 2026:",
            "On Monday 5 people wrote that the page is slow.",
            "I wrote:",
            "19.11.2026, 18:30: dinner",
        ] {
            assert_eq!(read(line, false), None, "{line}");
        }
    }
}
