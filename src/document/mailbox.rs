use super::Mailbox;
use crate::text::Span;

/// The mailboxes of a header's value (RFC 5322 §3.4), comments and groups undone; spans count from `offset`.
/// Semicolons part them too, as Outlook writes them.
pub(super) fn list(value: &str, offset: usize) -> Vec<Mailbox> {
    let mut found = Vec::new();
    let (mut start, mut quoted, mut angle, mut escaped) = (0, false, false, false);
    for (at, letter) in value.char_indices().chain([(value.len(), ',')]) {
        let last = at == value.len();
        match letter {
            _ if escaped && !last => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if !angle => quoted = !quoted,
            '<' | '[' if !quoted => angle = true,
            '>' | ']' if !quoted => angle = false,
            // A group's name and its colon are no one.
            ':' if !quoted && !angle => start = at + 1,
            // "Okoro, Sam <okoro@example.org>": a comma inside one name.
            ',' if !last
                && !quoted
                && !angle
                && is_surname(&value[start..at], &value[at + 1..]) => {}
            ',' | ';' if last || !quoted && !angle => {
                found.extend(one(&value[start..at], offset + start));
                start = (at + 1).min(value.len());
            }
            _ => {}
        }
    }
    found
}

/// Whether a name before a comma is the surname of the mailbox behind it, as its address tells.
fn is_surname(before: &str, after: &str) -> bool {
    const SHORTEST: usize = 3;
    let surname = before.trim().to_lowercase();
    let next = after.split([',', ';']).next().unwrap_or_default();
    let Some((first, address)) = next.split_once('<') else {
        return false;
    };
    let user = address.split('@').next().unwrap_or_default();
    surname.len() >= SHORTEST
        && surname.chars().all(char::is_alphabetic)
        && !first.trim().is_empty()
        && user.to_lowercase().contains(&surname)
}

/// One mailbox; `None` if there is neither a name nor an address.
pub(super) fn one(value: &str, offset: usize) -> Option<Mailbox> {
    let trimmed = value.trim();
    let start = offset + (value.len() - value.trim_start().len());
    if trimmed.is_empty() {
        return None;
    }
    let span = Span::new(start, start + trimmed.len());
    let (name, address) = match trimmed.find(['<', '[']) {
        Some(open) if trimmed[open..].contains('@') => {
            let inner = trimmed[open + 1..].trim_start_matches("mailto:");
            let close = inner.find(['>', ']', '<']).unwrap_or(inner.len());
            (&trimmed[..open], inner[..close].trim())
        }
        _ if trimmed.contains('@') && !trimmed.contains(' ') => ("", trimmed),
        _ => (trimmed, ""),
    };
    Some(Mailbox {
        name: unquoted(name),
        address: address.to_owned(),
        span,
    })
}

/// A display name without quotes, escapes and encoding.
fn unquoted(name: &str) -> String {
    let name = name.trim().trim_matches(['\'', '*']);
    let Some(inner) = name.strip_prefix('"') else {
        return decoded(name);
    };
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    let mut plain = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.extend(letters.next()),
            _ => plain.push(letter),
        }
    }
    decoded(&plain)
}

/// A header's text with its encoded words (RFC 2047) decoded; a word in an unknown charset stays as it is.
pub(super) fn decoded(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    let mut after_word = false;
    while let Some(start) = rest.find("=?") {
        let word = encoded_word(&rest[start..]);
        let between = &rest[..start];
        let Some((text, len)) = word else {
            plain.push_str(&rest[..start + 2]);
            rest = &rest[start + 2..];
            after_word = false;
            continue;
        };
        // Blanks between two encoded words are not part of the text.
        if !(after_word && between.trim().is_empty()) {
            plain.push_str(between);
        }
        plain.push_str(&text);
        rest = &rest[start + len..];
        after_word = true;
    }
    plain.push_str(rest);
    plain
}

/// The text of the encoded word that `text` begins with, and the word's length.
fn encoded_word(text: &str) -> Option<(String, usize)> {
    let mut parts = text[2..].splitn(4, '?');
    let (charset, encoding, data) = (parts.next()?, parts.next()?, parts.next()?);
    if !parts.next()?.starts_with('=') || data.contains(char::is_whitespace) {
        return None;
    }
    let len = "=?".len() + charset.len() + 1 + encoding.len() + 1 + data.len() + "?=".len();
    let bytes = match encoding {
        "B" | "b" => base64(data)?,
        "Q" | "q" => quoted_printable(data),
        _ => return None,
    };
    // RFC 2231 §5 lets a language follow the charset.
    let charset = charset.split('*').next().unwrap_or(charset);
    let text = match charset.to_ascii_lowercase().as_str() {
        "utf-8" | "us-ascii" | "utf8" => String::from_utf8_lossy(&bytes).into_owned(),
        "iso-8859-1" | "iso-8859-15" | "windows-1252" | "latin1" => {
            bytes.iter().map(|byte| char::from(*byte)).collect()
        }
        _ => return None,
    };
    Some((text, len))
}

fn base64(data: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::with_capacity(data.len()), 0_u32, 0);
    for letter in data.bytes().filter(|byte| *byte != b'=') {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xFF) as u8);
        }
    }
    Some(bytes)
}

fn quoted_printable(data: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(data.len());
    let mut rest = data.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let escaped = match (first, after) {
            (b'=', [high, low, after @ ..]) => hex(*high)
                .zip(hex(*low))
                .map(|(high, low)| (high << 4 | low, after)),
            _ => None,
        };
        match escaped {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => bytes.push(if *first == b'_' { b' ' } else { *first }),
        }
    }
    bytes
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(value: &str) -> Vec<(String, String)> {
        let boxes = list(value, 0).into_iter();
        boxes.map(|one| (one.name, one.address)).collect()
    }

    #[test]
    fn mailboxes_as_headers_write_them() {
        for (value, people) in [
            ("ana@example.org", vec![("", "ana@example.org")]),
            (
                "Ana Ruiz <ana@example.org>",
                vec![("Ana Ruiz", "ana@example.org")],
            ),
            (
                "\"Okoro, Sam\" <sam@example.org>, ben@example.org",
                vec![("Okoro, Sam", "sam@example.org"), ("", "ben@example.org")],
            ),
            (
                "\"Sam \\\"S\\\" Okoro\" <s@example.org>",
                vec![("Sam \"S\" Okoro", "s@example.org")],
            ),
            (
                "Team: ana@example.org, ben@example.org;",
                vec![("", "ana@example.org"), ("", "ben@example.org")],
            ),
            (
                "Ana Ruiz [mailto:ana@example.org]",
                vec![("Ana Ruiz", "ana@example.org")],
            ),
            (
                "Okoro, Sam <s.okoro@example.org>, Ben Li <ben@example.org>",
                vec![
                    ("Okoro, Sam", "s.okoro@example.org"),
                    ("Ben Li", "ben@example.org"),
                ],
            ),
            (
                "ana, Ben Li <ben@example.org>",
                vec![("ana", ""), ("Ben Li", "ben@example.org")],
            ),
            ("Ana Ruiz; Ben Li", vec![("Ana Ruiz", ""), ("Ben Li", "")]),
            (
                "=?UTF-8?Q?Andr=C3=A9?= <a@example.org>",
                vec![("André", "a@example.org")],
            ),
            ("", vec![]),
            (" , ,", vec![]),
        ] {
            let people: Vec<_> = people
                .into_iter()
                .map(|(name, address)| (name.to_owned(), address.to_owned()))
                .collect();
            assert_eq!(listed(value), people, "{value}");
        }
    }

    #[test]
    fn spans_cover_the_mailbox() {
        let value = " Ana <a@example.org>,\n Ben <b@example.org>";
        let spans: Vec<_> = list(value, 10)
            .iter()
            .map(|one| Span::new(one.span.start - 10, one.span.end - 10).of(value))
            .collect();
        assert_eq!(spans, ["Ana <a@example.org>", "Ben <b@example.org>"]);
    }

    #[test]
    fn encoded_words() {
        for (value, plain) in [
            ("Budget", "Budget"),
            ("=?utf-8?B?w5xiZXJzaWNodA==?=", "Übersicht"),
            ("=?iso-8859-1?Q?Gr=FC=DFe_an_alle?=", "Grüße an alle"),
            ("=?utf-8?Q?one_?= =?utf-8?Q?two?= three", "one two three"),
            ("=?x-none?Q?a?= b", "=?x-none?Q?a?= b"),
            ("what =? is", "what =? is"),
            ("=?utf-8?B?*?=", "=?utf-8?B?*?="),
        ] {
            assert_eq!(decoded(value), plain, "{value}");
        }
    }
}
