//! What the words of one line show by themselves: the mark above a forwarded mail, a program's own words, a time.

use super::phrases::{BEGIN, DEVICE, ORIGINAL, PRINTED, PROGRAMS};

/// The line above a mail that was taken along, or below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// `-----Original Message-----`, `Forwarded by Ana on 05/12/2000`.
    Opens,
    /// `----- End forwarded message -----`.
    Closes,
}

/// Whether the line marks the seam to a mail that was taken along.
pub(super) fn seam(line: &str) -> Option<Seam> {
    const RULE: [char; 6] = ['-', '_', '*', '=', '>', ' '];
    let ruled = line.starts_with("--")
        || line.starts_with("__")
        || line.starts_with("*-")
        || line.starts_with("==");
    let core = line.trim_matches(RULE);
    // Without a rule around them, the words end in a colon.
    if core.len() > 120 || core.len() < 8 || !ruled && (line.len() > 60 || !line.ends_with(':')) {
        return None;
    }
    let core = core.to_lowercase();
    let core = core.trim_end_matches(':').trim_end();
    if ruled {
        if core.starts_with("end of forwarded") || core.starts_with("end forwarded") {
            return Some(Seam::Closes);
        }
        let opens = ORIGINAL.contains(&core)
            || core.starts_with("forwarded by ")
            || core.starts_with("forwarded message from ")
            || core.starts_with("original message from ");
        return opens.then_some(Seam::Opens);
    }
    BEGIN.contains(&core).then_some(Seam::Opens)
}

/// Whether a mail program put the line below the message: `Sent from my phone`.
pub(super) fn is_device_line(line: &str) -> bool {
    let printed = PRINTED.iter().any(|opening| starts(line, opening));
    if printed || line.len() > 120 || !may_be_device_line(line) {
        return printed;
    }
    let line = line.trim_start_matches(['<', '(', '[', '-', '*', '_', ' ']);
    let start = floor(line, 48).to_lowercase();
    if DEVICE.iter().any(|opening| start.starts_with(opening)) {
        return true;
    }
    let after = [
        "sent from ",
        "sent via ",
        "sent with ",
        "sent by ",
        "sent using ",
    ]
    .iter()
    .find_map(|opening| start.strip_prefix(opening));
    let Some(after) = after else {
        return false;
    };
    let after = after.trim_start_matches(['[', '<', '*']);
    PROGRAMS.iter().any(|program| after.starts_with(program))
        || after.starts_with("a phone")
        || after.starts_with("my ") && !after.contains("account")
}

/// Whether the line's first letters are those of one in the lists; most lines are told apart by them.
fn may_be_device_line(line: &str) -> bool {
    let [first, second, ..] = *line.as_bytes() else {
        return false;
    };
    match first | 0x20 {
        b's' => matches!(second | 0x20, b'e' | b'k'),
        b'g' => second | 0x20 == b'e',
        b'f' => second | 0x20 == b'r',
        b'e' | b'i' => second | 0x20 == b'n' || first >= 0x80,
        b'v' => matches!(second | 0x20, b'o' | b'e'),
        b'd' => matches!(second | 0x20, b'i' | b'o'),
        b'o' => second | 0x20 == b'u',
        b't' => second >= 0x80,
        b'w' => second | 0x20 == b'y',
        b'l' => second >= 0x80,
        _ => first >= 0x80 || matches!(first, b'<' | b'(' | b'[' | b'-' | b'*' | b'_'),
    }
}

fn starts(line: &str, opening: &str) -> bool {
    line.as_bytes()
        .get(..opening.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
}

/// Whether a line with a title or a company in it says no more: `Vice President, Acme Ltd`.
pub(super) fn is_title(line: &str) -> bool {
    let words = || {
        line.split([' ', '/', '&', ','])
            .filter(|word| !word.is_empty())
    };
    let small = ["of", "and", "for", "the", "in", "at", "to"];
    let proper =
        |word: &str| word.starts_with(|first: char| !first.is_lowercase()) || small.contains(&word);
    let asks = line.contains(['?', '!', ':', ';', '"']) || line.starts_with(['-', '*', '\u{2022}']);
    line.len() <= 64
        && !asks
        && words().count() <= 8
        && words().all(proper)
        && line.starts_with(|first: char| first.is_alphabetic())
}

/// Whether the line is an extension by itself: `x4712`, `ext. 4712`, `3-4712`.
pub(super) fn is_extension(line: &str) -> bool {
    if line.len() > 14 {
        return false;
    }
    let lower = line.to_ascii_lowercase();
    let labelled = ["ext.", "ext", "x", "*"]
        .iter()
        .find_map(|label| lower.strip_prefix(label));
    let number = labelled.unwrap_or(&lower).trim_matches([' ', '-', '.']);
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match number.split_once('-') {
        Some((one, rest)) => one.len() == 1 && rest.len() == 4 && figures(one) && figures(rest),
        None => labelled.is_some() && (3..=6).contains(&number.len()) && figures(number),
    }
}

/// Whether the line names a file that goes along, as mail programs write it into the text: `<<plan.pdf>>`, `- plan.pdf`.
pub(super) fn is_file(line: &str) -> bool {
    let name = line
        .strip_prefix("<<")
        .and_then(|line| line.strip_suffix(">>"))
        .or_else(|| line.strip_prefix("- "));
    let Some((stem, extension)) = name.and_then(|name| name.rsplit_once('.')) else {
        return false;
    };
    (2..=4).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && extension.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !stem.is_empty()
        && stem.split(' ').count() <= 5
}

/// Whether the line is a number with its label: `Tel: 020 7946 0000`.
pub(super) fn is_labelled_number(line: &str) -> bool {
    const LABELS: &[&str] = &[
        "phone", "tel", "fax", "mobile", "cell", "office:", "direct", "ph:", "mob", "t:", "m:",
        "f:", "p:",
    ];
    let start = floor(line, 8).as_bytes();
    LABELS.iter().any(|label| {
        start
            .get(..label.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(label.as_bytes()))
    })
}

/// Whether the line says that what follows tells how a thing is done or came about: `Steps to reproduce:`, `What I did`.
pub(super) fn leads_to_steps(line: &str) -> bool {
    const LONGEST: usize = 80;
    const SAYS: &[&str] = &[
        "reproduce",
        "Reproduc",
        "reproduction",
        "Repro",
        "repro steps",
        "what I did",
        "What I did",
        "I did the following",
        "I have tried",
        "I tried",
    ];
    let line = line.trim_start_matches(['*', '_', '#', ' ']);
    let shows_how = line.starts_with("How to ") || line.starts_with("how to ");
    line.len() <= LONGEST
        && (shows_how && !line.contains('?') || SAYS.iter().any(|said| line.contains(said)))
}

/// Whether a mailing list added the line.
pub(super) fn is_list_footer(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    lower.contains("unsubscribe") || lower.contains("mailing list") || lower.contains("listinfo")
}

/// Whether the line says "wrote" in a script that puts no blanks around the word.
pub(super) fn says_wrote(line: &str) -> bool {
    const SAYS: &[&str] = &[
        "写道",
        "さんは書きました",
        "님이 작성",
        "のメール",
        "さんのメッセージ",
    ];
    line.ends_with([':', '：']) && SAYS.iter().any(|said| line.contains(said))
}

/// Whether the line ends in a day and a clock time as Notes writes them above a mail: `02/23/2000 09:13 AM`.
pub(super) fn ends_in_stamp(line: &str) -> bool {
    let line = line.trim_end_matches([']', ')', ':', ' ']);
    let line = ["AM", "PM", "am", "pm"]
        .iter()
        .find_map(|half| line.strip_suffix(half))
        .map_or(line, str::trim_end);
    if !line.ends_with(|last: char| last.is_ascii_digit()) {
        return false;
    }
    let mut words = line
        .rsplit([' ', '\t', ','])
        .filter(|word| !word.is_empty());
    let Some(time) = words.next() else {
        return false;
    };
    let Some(day) = words.next() else {
        // The day stands at the end of the line above.
        return time.len() == 8
            && time
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b':');
    };
    let day = if day == "at" {
        words.next().unwrap_or_default()
    } else {
        day
    };
    let digits = |text: &str, mark: u8| {
        text.len() >= 4
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == mark)
            && text.bytes().filter(|byte| *byte == mark).count() >= 1
    };
    digits(time, b':')
        && [b'/', b'.', b'-']
            .iter()
            .any(|mark| digits(day, *mark) && day.bytes().filter(|byte| byte == mark).count() == 2)
}

/// The longest start of `text` of at most `len` bytes that ends on a character's edge.
pub(super) fn floor(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}
