/// How an abbreviation that ends in a stop bears on the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Abbreviation {
    /// Belongs to what follows: `Mr.`, `e.g.`, `vs.`: never ends a sentence.
    Leading,
    /// An initial: `J.`
    Initial,
    /// May stand last: `etc.`, `a.m.`, `Inc.`, `Nov.`, `U.S.`
    Closing,
}

/// Abbreviations that belong to what follows.
const LEADING: &[&str] = &[
    "adm", "approx", "asst", "attn", "capt", "cf", "col", "dr", "drs", "esp", "excl", "ft", "gen",
    "gov", "hon", "incl", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "mx", "prof", "re",
    "rep", "reps", "resp", "rev", "sen", "sens", "sgt", "supt", "viz", "vs",
];

/// Abbreviations that stand before a figure, and are whole words elsewhere.
const BEFORE_FIGURE: &[&str] = &[
    "app", "art", "ch", "ed", "eq", "ext", "fig", "figs", "max", "min", "no", "nos", "nr", "p",
    "para", "pp", "pt", "sec", "sect", "tel", "ver", "vol",
];

/// Abbreviations that may stand last.
const CLOSING: &[&str] = &[
    "al", "assn", "ave", "bldg", "blvd", "bros", "co", "corp", "dept", "dist", "est", "etc", "hrs",
    "inc", "jr", "ltd", "mfg", "mins", "misc", "mgmt", "mgr", "mtg", "op", "qty", "rd", "sr", "st",
    "univ", "wk", "wks", "yr", "yrs",
];

/// Months and days; `mar`, `sat`, `sun`, `wed` and `mon` only with a capital, for they are words too.
const CALENDAR: &[&str] = &[
    "apr", "aug", "dec", "feb", "fri", "jan", "jul", "jun", "mar", "mon", "nov", "oct", "sat",
    "sep", "sept", "sun", "thu", "thur", "thurs", "tue", "tues", "wed", "weds",
];

/// What `word`, with a stop after it and then `after`, is short for something as.
pub(super) fn with_stop(word: &str, after: &str) -> Option<Abbreviation> {
    if word.len() > 6 || !word.is_ascii() {
        return None;
    }
    let mut buffer = [0; 6];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or_default();
    let has = |list: &[&str]| list.contains(&lower);
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let next = after.trim_start().chars().next();
    let figure = next.is_some_and(|c| c.is_ascii_digit() || c == '#');
    if has(LEADING) || (figure && has(BEFORE_FIGURE)) {
        return Some(Abbreviation::Leading);
    }
    // "Al." is a man at the end of a sentence, "et al." are others.
    if has(CLOSING) && !(capital && lower == "al") {
        // "st" and the like are no words; "co." after a full sentence is rare enough.
        return Some(Abbreviation::Closing);
    }
    if has(CALENDAR) {
        let word_too = matches!(lower, "mar" | "sat" | "sun" | "wed" | "mon" | "jan" | "jun");
        return (capital || !word_too).then_some(Abbreviation::Closing);
    }
    if word.len() == 1 && capital && word != "I" {
        return Some(Abbreviation::Initial);
    }
    None
}

/// How a token whose norm ends in a stop bears on the end of a sentence; `None` for a bare stop or no abbreviation.
pub(in crate::language) fn of_norm(norm: &str) -> Option<Abbreviation> {
    let stem = norm.strip_suffix('.').filter(|stem| !stem.is_empty())?;
    if stem.ends_with('.') {
        return None; // an ellipsis
    }
    if stem.contains('.') {
        return Some(match stem {
            "e.g" | "i.e" => Abbreviation::Leading,
            _ => Abbreviation::Closing,
        });
    }
    if LEADING.contains(&stem) || BEFORE_FIGURE.contains(&stem) {
        return Some(Abbreviation::Leading);
    }
    if stem.chars().count() == 1 {
        return Some(Abbreviation::Initial);
    }
    Some(Abbreviation::Closing)
}
