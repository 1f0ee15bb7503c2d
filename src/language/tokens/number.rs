/// Words that are written onto a number and are words all the same.
const UNITS: &[&str] = &[
    "a", "p", "am", "pm", "h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes",
    "sec", "secs", "day", "days", "wk", "wks", "week", "weeks", "mo", "month", "months", "yr",
    "yrs", "year", "years",
];

/// How many bytes of `rest`, which begins with a digit, are one number.
pub(super) fn length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    if let Some(len) = hyphenated(bytes) {
        return len;
    }
    let mut at = digits(bytes, 0);
    while at < bytes.len() {
        let more = digits(bytes, at + 1) - (at + 1).min(bytes.len());
        let joined = match bytes[at] {
            b'.' | b':' | b'/' => more > 0,
            b',' => more == 3,
            _ => false,
        };
        if !joined {
            break;
        }
        at += 1 + more;
    }
    let letters = rest[at..]
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len() - at);
    let word = &rest[at..at + letters];
    if rest[..at].contains(':') || is_unit(word, &rest[at + letters..]) {
        at
    } else {
        at + letters
    }
}

/// A date or a telephone number: groups of digits with two hyphens or more, or three and four digits.
fn hyphenated(bytes: &[u8]) -> Option<usize> {
    let first = digits(bytes, 0);
    let mut end = first;
    let mut hyphens = 0;
    let mut last = 0;
    while bytes.get(end) == Some(&b'-') {
        last = digits(bytes, end + 1) - (end + 1).min(bytes.len());
        if last == 0 {
            break;
        }
        hyphens += 1;
        end += 1 + last;
    }
    (hyphens >= 2 || (hyphens == 1 && first == 3 && last == 4)).then_some(end)
}

/// The first place from `at` that holds no digit.
fn digits(bytes: &[u8], at: usize) -> usize {
    let from = at.min(bytes.len());
    let len = bytes[from..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    from + len
}

fn is_unit(word: &str, after: &str) -> bool {
    if word.len() > 7 || !UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word)) {
        return false;
    }
    let dotted = word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("p");
    !dotted || after.starts_with(".m") || after.starts_with(".M")
}
