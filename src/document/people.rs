//! Lines that name people: greetings, calls, sign-offs, names.

use super::phrases::{NO_FIRST_NAME, NO_NAME, NO_SPEAKER, SIGN_OFF};

/// Greetings, sign-offs and names are no longer than this.
pub(super) const SHORT: usize = 60;

/// Whether the line greets and does no more: `Hi Sam,`, `Dear all:`, `Good morning`.
pub(super) fn is_greeting(line: &str) -> bool {
    let core = line.trim_end_matches([',', ':', '!', '.', '-', '–', '—', ' ']);
    if core.ends_with('?') || core.contains(['.', '?', '!', ';', ':']) && !has_title(core) {
        return false;
    }
    let mut words = core.split_whitespace();
    let Some(first) = words.next() else {
        return false;
    };
    let first = first.trim_end_matches(',').to_lowercase();
    let second = words
        .clone()
        .next()
        .map(str::to_lowercase)
        .unwrap_or_default();
    let rest = match first.as_str() {
        "hi" | "hello" | "hey" | "hiya" | "dear" | "howdy" | "greetings" | "morning"
        | "afternoon" | "evening" => words,
        "good"
            if matches!(
                second.trim_end_matches(','),
                "morning" | "afternoon" | "evening" | "day"
            ) =>
        {
            words.next();
            words
        }
        _ => return false,
    };
    let rest: Vec<_> = rest.collect();
    rest.len() <= 5 && rest.iter().all(|word| is_called(word))
}

fn has_title(text: &str) -> bool {
    ["Mr.", "Mrs.", "Ms.", "Dr.", "Prof."]
        .iter()
        .any(|title| text.contains(title))
        && !text.contains(['?', '!', ';'])
}

/// Whether someone may be called by the word: a name, `all`, `team`.
fn is_called(word: &str) -> bool {
    let core = word.trim_matches([',', '&', '/', '(', ')', '-', '–']);
    core.is_empty()
        || core.starts_with(|letter: char| letter.is_uppercase() || letter == '@')
        || matches!(
            core.to_lowercase().as_str(),
            "all"
                | "team"
                | "everyone"
                | "everybody"
                | "folks"
                | "there"
                | "again"
                | "and"
                | "both"
                | "guys"
                | "colleagues"
                | "friends"
                | "sir"
                | "madam"
                | "or"
                | "y'all"
                | "you"
                | "to"
                | "colleague"
                | "friend"
                | "ladies"
                | "gentlemen"
                | "devs"
                | "community"
        )
}

/// Whether the line calls the reader by name and does no more: `Sam,`, `Ana and Ben:`, `All -`.
pub(super) fn is_call(line: &str) -> bool {
    line.ends_with([',', ':', '-', '–', '—'])
        && !line.contains(['.', '?', '!', ';', '@', '"'])
        && line.bytes().filter(|byte| matches!(byte, b':')).count() <= 1
        && !line.bytes().any(|byte| byte.is_ascii_digit())
        && line.split_whitespace().count() <= 6
        && line.split_whitespace().all(is_called)
        && !heads(line)
        && !is_sign_off(line)
}

/// Whether the line is the head of what follows rather than a call: `Update -`, `Next steps:`.
fn heads(line: &str) -> bool {
    let core = line
        .trim_end_matches([',', ':', '-', '–', '—', ' '])
        .to_lowercase();
    let first = core.split_whitespace().next().unwrap_or_default();
    let everyone = matches!(first, "all" | "team" | "everyone");
    !everyone
        && (NO_SPEAKER.contains(&core.as_str())
            || NO_NAME.contains(&core.as_str())
            || NO_FIRST_NAME.contains(&first))
}

/// Whether the line takes leave: `Best regards,`, `Thanks, Ana`, `Cheers`.
pub(super) fn is_sign_off(line: &str) -> bool {
    let lower = line.to_lowercase();
    let lower = lower.trim_start_matches(['-', '*', '_', '–', '—', ' ']);
    let Some(opening) = SIGN_OFF.iter().find(|opening| lower.starts_with(**opening)) else {
        return false;
    };
    let rest = &lower[opening.len()..];
    if rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '\'') {
        return false;
    }
    // What follows is a name at most: as short, and capitalised in the line as written.
    let written = line.trim_end();
    let marks = [',', '.', '!', '-', '–', '—', '*', '_', ' ', ':', ')', '~'];
    let rest = rest.trim_matches(marks);
    if rest.is_empty() {
        return true;
    }
    if rest.contains(['?', ':', ';', '@']) || rest.split_whitespace().count() > 4 {
        return false;
    }
    let tail = floor_from(written, written.len().saturating_sub(rest.len() + 1));
    let named = tail
        .split_whitespace()
        .filter(|word| word.len() > 1)
        .all(|word| word.starts_with(|letter: char| !letter.is_lowercase()));
    let apart = lower[opening.len()..]
        .trim_start()
        .starts_with([',', '-', '–', '.', '!', '—']);
    apart && named
}

/// Whether the line is a person's name and does no more: one to four words, as `Ana`, `Sam M. Okoro`, `- Lee`.
pub(super) fn is_name(line: &str) -> bool {
    if line.len() > 44 {
        return false;
    }
    let core = line.trim_matches(['-', '–', '—', '~', '*', '/', '_', ' ', ',', '\u{200b}']);
    let core = match core.strip_suffix('.') {
        Some(alone) if !alone.contains(' ') => alone,
        Some(_) => return false,
        None => core,
    };
    if core.is_empty() || core.contains(['?', '!', ':', ';', '@', '=', '<', '>', '$', '#', '%']) {
        return false;
    }
    let mut words = core.split_whitespace();
    let first = words.clone().next().unwrap_or_default().to_lowercase();
    words.clone().count() <= 4
        && !NO_FIRST_NAME.contains(&first.as_str())
        && !NO_NAME.contains(&core.to_lowercase().as_str())
        && words.all(|word| {
            word.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '(' | '\''))
                && !word.bytes().any(|byte| byte.is_ascii_digit())
                && word.chars().filter(|letter| letter.is_alphabetic()).count() <= 15
        })
}

/// The end of `text` from the character that `at` is in.
fn floor_from(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at)..]
}
