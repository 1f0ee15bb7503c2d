use smol_str::SmolStr;

/// Lower case with straight apostrophes and plain hyphens.
pub(in crate::language) fn norm(word: &str) -> SmolStr {
    if word
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        return SmolStr::new(word);
    }
    // The most that a short word holds without being set apart.
    let mut room = [0; 23];
    if let Some(room) = room.get_mut(..word.len())
        && word.is_ascii()
    {
        for (into, byte) in room.iter_mut().zip(word.bytes()) {
            *into = if byte == b'`' {
                b'\''
            } else {
                byte.to_ascii_lowercase()
            };
        }
        return SmolStr::new(std::str::from_utf8(room).unwrap_or_default());
    }
    let folded = word
        .chars()
        .filter(|&c| !matches!(c, '\u{ad}' | '\u{2060}'))
        .flat_map(|c| match c {
            '’' | 'ʼ' | '‘' | '＇' | '`' => '\''.to_lowercase(),
            '‐' | '‑' | '−' => '-'.to_lowercase(),
            _ => c.to_lowercase(),
        });
    folded.collect()
}

/// Whether `c` is an apostrophe in one of its shapes.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}
