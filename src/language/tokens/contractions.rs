use super::norm::is_apostrophe;

/// Endings that are words of their own after an apostrophe.
const ENDINGS: &[&str] = &["s", "m", "re", "ve", "ll", "d"];

/// Words that begin with an apostrophe.
const OPENING: &[&str] = &["em", "til", "cause", "tis", "twas", "bout", "round"];

/// Words written together without an apostrophe: the word, how many bytes its first part takes, the parts' norms.
#[rustfmt::skip]
const RUN_TOGETHER: &[(&str, usize, &str, &str)] = &[
    ("aint", 2, "ai", "n't"), ("arent", 3, "are", "n't"), ("cannot", 3, "can", "not"),
    ("cant", 2, "ca", "n't"), ("couldnt", 5, "could", "n't"), ("didnt", 3, "did", "n't"),
    ("doesnt", 4, "does", "n't"), ("dont", 2, "do", "n't"), ("gimme", 3, "gim", "me"),
    ("gonna", 3, "gon", "na"), ("gotta", 3, "got", "ta"), ("hadnt", 3, "had", "n't"),
    ("hasnt", 3, "has", "n't"), ("havent", 4, "have", "n't"), ("heres", 4, "here", "'s"),
    ("im", 1, "i", "'m"), ("isnt", 2, "is", "n't"), ("ive", 1, "i", "'ve"),
    ("lemme", 3, "lem", "me"), ("outta", 3, "out", "ta"), ("shouldnt", 6, "should", "n't"),
    ("thats", 4, "that", "'s"), ("theres", 5, "there", "'s"), ("theyll", 4, "they", "'ll"),
    ("theyre", 4, "they", "'re"), ("theyve", 4, "they", "'ve"), ("wanna", 3, "wan", "na"),
    ("wasnt", 3, "was", "n't"), ("werent", 4, "were", "n't"), ("weve", 2, "we", "'ve"),
    ("whats", 4, "what", "'s"), ("wont", 2, "wo", "n't"), ("wouldnt", 5, "would", "n't"),
    ("youd", 3, "you", "'d"), ("youll", 3, "you", "'ll"), ("youre", 3, "you", "'re"),
    ("youve", 3, "you", "'ve"),
];

/// The words of [`RUN_TOGETHER`] as [`number`] gives them: every word of a draft is held against them.
static NUMBERS: [u64; RUN_TOGETHER.len()] = {
    let mut numbers = [0; RUN_TOGETHER.len()];
    let mut at = 0;
    while at < numbers.len() {
        numbers[at] = match number(RUN_TOGETHER[at].0.as_bytes()) {
            Some(number) => number,
            None => panic!("a word of more than eight letters"),
        };
        at += 1;
    }
    numbers
};

/// The letters of a word, whatever their case, as one number; `None` for more than eight.
const fn number(word: &[u8]) -> Option<u64> {
    if word.len() > 8 {
        return None;
    }
    let mut number = 0;
    let mut at = 0;
    while at < word.len() {
        number = number << 8 | word[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    Some(number)
}

/// Whether `rest` begins with a word whose first letter is left out: `'em`.
pub(super) fn opens_with_apostrophe(rest: &str) -> bool {
    let mut chars = rest.chars();
    if !chars.next().is_some_and(is_apostrophe) {
        return false;
    }
    let after = chars.as_str();
    let len = after
        .bytes()
        .take(6)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    OPENING
        .iter()
        .any(|word| word.eq_ignore_ascii_case(&after[..len]))
}

/// The parts of a word written together without an apostrophe: where the first ends, and the norms.
pub(super) fn run_together(word: &str) -> Option<(usize, &'static str, &'static str)> {
    let number = number(word.as_bytes())?;
    let found = NUMBERS.iter().position(|&other| other == number)?;
    if word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None; // IM and CANT in capitals are as likely names
    }
    let (_, first, one, two) = RUN_TOGETHER[found];
    Some((first, one, two))
}

/// Where the last part of a word with an apostrophe begins: `don't` at 2, `I'll` at 1; `None` if it is one word.
pub(super) fn last_part(word: &str) -> Option<usize> {
    let (at, mark) = word
        .char_indices()
        .rev()
        .take(4)
        .find(|&(_, c)| is_apostrophe(c))?;
    let ending = &word[at + mark.len_utf8()..];
    let stem = word[..at].trim_end_matches(['\u{ad}', '\u{2060}']);
    if ending.eq_ignore_ascii_case("t") && stem.ends_with(['n', 'N']) {
        return (stem.len() > 1).then_some(stem.len() - 1);
    }
    let known = ENDINGS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending));
    (known && at > 0).then_some(at)
}
