use smol_str::SmolStr;

/// Lower case with straight apostrophes and plain hyphens.
pub(in crate::language) fn norm(word: &str) -> SmolStr {
    if word
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        return SmolStr::new(word);
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
