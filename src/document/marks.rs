//! Marks at the edges of a line: quote marks, list marks, what transport leaves behind.

use super::Format;

/// Bytes of the quote marks before a line, how many there are, and whether they are bars (`|`, `:`), which quote only where several lines have them.
pub(super) fn quote_marks(line: &str, format: Format) -> (usize, u8, bool) {
    if matches!(format, Format::Commit | Format::Chat) {
        return (0, 0, false);
    }
    let bytes = line.as_bytes();
    let (mut end, mut depth, mut at) = (0, 0_u8, 0);
    let mail = matches!(format, Format::Email | Format::Text);
    if mail {
        if let Some(called) = called(bytes) {
            at = called;
        } else if let Some(b'|' | b':') = bytes.first()
            && bytes.get(1).is_none_or(|next| *next == b' ')
            && !line[1..].trim_start_matches([' ', '|']).contains('|')
        {
            return (1, 1, true);
        }
    }
    loop {
        let blanks = bytes[at..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        if blanks > 3 || bytes.get(at + blanks) != Some(&b'>') {
            return (end, depth, false);
        }
        at += blanks + 1;
        (end, depth) = (at, depth.saturating_add(1));
    }
}

/// Bytes before the mark of a line that is quoted by its writer's initials or name: `SJ> text`, `    Ana> text`.
fn called(bytes: &[u8]) -> Option<usize> {
    const LONGEST_NAME: usize = 12;
    const INDENT: usize = 8;
    let blanks = bytes.iter().take_while(|byte| **byte == b' ').count();
    let word = bytes[blanks..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic());
    let letters = word.clone().count();
    let end = blanks + letters;
    let upper = word.clone().take_while(|byte| byte.is_ascii_uppercase());
    let initials = upper.clone().count() == letters && (1..=3).contains(&letters);
    let name = upper.count() == 1 && (2..=LONGEST_NAME).contains(&letters);
    // "Enter> save" and "<Tab>" are no names: a blank follows, and words.
    let quotes = bytes.get(end) == Some(&b'>')
        && (initials || name && bytes.get(end + 1) == Some(&b' ') && bytes.len() > end + 2);
    (quotes && blanks <= INDENT).then_some(end)
}

/// The list mark a line begins with: its bytes with the blanks after it, and its number.
pub(super) fn list_mark(content: &str) -> Option<(u8, u8)> {
    let bytes = content.as_bytes();
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (mark, ordinal) = match bytes[0] {
        b'-' | b'*' | b'+' => (1, 0),
        b'(' => {
            let inner = bytes[1..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            let close = bytes.get(1 + inner) == Some(&b')');
            let number = content[1..=inner].parse().unwrap_or(0);
            let short = inner == 1 || inner == 2 && number > 0;
            if !(close && short) {
                return None;
            }
            (inner + 2, number)
        }
        b'0'..=b'9' if digits <= 2 && matches!(bytes.get(digits), Some(b'.' | b')')) => {
            (digits + 1, content[..digits].parse().unwrap_or(0))
        }
        b'a'..=b'z' if bytes.get(1) == Some(&b')') => (2, 0),
        0x80.. => (
            ["•", "–", "—", "·", "◦", "▪", "‣", "●", "○", "→"]
                .iter()
                .find(|bullet| content.starts_with(**bullet))?
                .len(),
            0,
        ),
        _ => return None,
    };
    let blanks = bytes[mark..]
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    if blanks == 0 || mark + blanks >= bytes.len() {
        return None;
    }
    let mut len = mark + blanks;
    // A box to tick is part of the mark.
    if matches!(
        bytes.get(len..len + 4),
        Some([b'[', b' ' | b'x' | b'X', b']', b' '])
    ) {
        len += 4;
    }
    Some((u8::try_from(len).ok()?, ordinal))
}

/// A line without the blanks and soft breaks that mail saved without decoding leaves at its end (RFC 2045 §6.7).
pub(super) fn without_residue(body: &str, format: Format) -> &str {
    if !matches!(format, Format::Email | Format::Text) || !body.ends_with(['=', '0', '9']) {
        return body;
    }
    let soft = if body.len() >= 70 && !body.ends_with("==") {
        body.strip_suffix('=')
    } else {
        None
    };
    let mut rest = soft.unwrap_or(body);
    while let Some(shorter) = rest
        .strip_suffix("=20")
        .or_else(|| rest.strip_suffix("=09"))
    {
        rest = shorter.trim_end();
    }
    rest
}

/// A line without the tabs that the same mail has at its start.
pub(super) fn without_tabs(content: &str) -> &str {
    let mut rest = content;
    while let Some(shorter) = rest
        .strip_prefix("=09")
        .or_else(|| rest.strip_prefix("=20"))
    {
        rest = shorter.trim_start();
    }
    rest
}
