//! Links, addresses, paths and names of files in running text.

use crate::text::Span;

/// No word longer than this is looked at closely: it is no link with marks of a sentence around it.
const LONGEST: usize = 2000;

/// Where they stand, sorted and apart.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut at, bytes) = (0, text.as_bytes());
    while at < bytes.len() {
        let mut end = at;
        let mut marks = false;
        while end < bytes.len() && !matches!(bytes[end], b' ' | b'\n' | b'\t' | b'\r') {
            // A mark at a word's end is the sentence's.
            let within = bytes.get(end + 1).is_some_and(|next| *next > b' ');
            marks |=
                within && matches!(bytes[end], b'/' | b'@' | b'\\' | b'.' | b'_' | b':' | b'(');
            end += 1;
        }
        let word = &text[at..end];
        if marks {
            let trimmed = if word.len() > LONGEST {
                word
            } else {
                trimmed(word)
            };
            if is_link(trimmed) {
                // OK because what was trimmed before it cannot begin a link, so the first place is its own.
                let start = at + word.find(trimmed).unwrap_or(0);
                found.push(Span::new(start, start + trimmed.len()));
            }
        }
        at = end + 1;
    }
    found
}

/// A word without the marks of the sentence around it.
fn trimmed(word: &str) -> &str {
    const AROUND: [char; 16] = [
        '<', '>', '"', '\'', ',', ';', '!', '?', '[', ']', '“', '”', '‘', '’', '…', '*',
    ];
    let word = word.trim_start_matches(AROUND).trim_start_matches('(');
    let word = word.trim_start_matches(AROUND);
    let mut word = word.trim_end_matches(['.', ':']).trim_end_matches(AROUND);
    loop {
        let shorter =
            word.trim_end_matches(['.', ':', ',', ';', '!', '?', '>', '"', '\'', ']', '”', '’']);
        // A bracket that was opened within belongs to the link.
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if inner.matches('(').count() <= inner.matches(')').count() => inner,
            _ => shorter,
        };
        if shorter.len() == word.len() {
            return word;
        }
        word = shorter;
    }
}

fn is_link(word: &str) -> bool {
    if word.len() < 4 {
        return matches!(word, "~/" | "../");
    }
    let has_name = |byte: u8| byte.is_ascii_alphanumeric();
    if !word.bytes().any(has_name) {
        return false;
    }
    word.contains("://")
        || word.starts_with("www.")
        || word.starts_with("mailto:")
        || is_address(word)
        || is_path(word)
        || is_file(word)
        || is_domain(word)
        || is_identifier(word)
}

/// `ana@example.org`
fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.contains('.')
            && domain.starts_with(|first: char| first.is_alphanumeric())
    })
}

/// `/etc/hosts`, `~/notes`, `C:\temp`, `src/main.rs`
fn is_path(word: &str) -> bool {
    let bytes = word.as_bytes();
    let drive =
        bytes[0].is_ascii_alphabetic() && bytes[1] == b':' && matches!(bytes[2], b'\\' | b'/');
    let rooted = ["~/", "./", "../", "\\\\"]
        .iter()
        .any(|start| word.starts_with(start))
        || word.starts_with('/') && word[1..].contains('/') && !word.ends_with('/')
        || word.starts_with('/')
            && word.len() > 4
            && word[1..]
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let last = word.rsplit(['/', '\\']).next().unwrap_or_default();
    drive || rooted || word.contains(['/', '\\']) && last.len() < word.len() && is_file(last)
}

/// `report.pdf`
fn is_file(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && name.bytes().all(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') || byte >= 0x80
            })
            && FILES.contains(&ending.to_ascii_lowercase().as_str())
    })
}

const FILES: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "xlsm", "ppt", "pptx", "odt", "ods", "odp", "txt", "md",
    "rst", "rtf", "tex", "rs", "py", "js", "ts", "tsx", "jsx", "json", "toml", "yaml", "yml",
    "csv", "tsv", "zip", "gz", "tar", "tgz", "png", "jpg", "jpeg", "gif", "svg", "webp", "mp3",
    "mp4", "mov", "html", "htm", "css", "cpp", "hpp", "java", "go", "sh", "bat", "ps1", "sql",
    "xml", "log", "eml", "ics", "ini", "cfg", "conf", "lock", "exe", "dll", "jar", "rb", "php",
    "kt", "swift", "lua", "vim", "el", "ipynb", "parquet", "db", "bak", "key", "pem", "psd",
];

/// `example.org`
fn is_domain(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or(word);
    host.rsplit_once('.').is_some_and(|(name, top)| {
        matches!(top, "com" | "org" | "net" | "edu" | "gov" | "io" | "dev")
            && !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
    })
}

/// `settle()`, `max_findings`, `std::fmt`
fn is_identifier(word: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'(' | b')');
    if !word.bytes().all(plain)
        || !word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
    {
        return false;
    }
    let inner_underscore = word.trim_matches('_').contains('_');
    word.contains("::") || word.ends_with("()") || inner_underscore
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn links_addresses_paths_files() {
        for (text, links) in [
            (
                "See https://example.org/a?b=c, please.",
                vec!["https://example.org/a?b=c"],
            ),
            (
                "(see https://example.org/x_(y))",
                vec!["https://example.org/x_(y)"],
            ),
            ("Ask <ana@example.org>.", vec!["ana@example.org"]),
            (
                "Open report.pdf and src/main.rs.",
                vec!["report.pdf", "src/main.rs"],
            ),
            (
                "It is in /etc/hosts or ~/notes.",
                vec!["/etc/hosts", "~/notes"],
            ),
            ("C:\\temp\\a.txt is gone", vec!["C:\\temp\\a.txt"]),
            ("example.org is down", vec!["example.org"]),
            (
                "call settle() with max_findings",
                vec!["settle()", "max_findings"],
            ),
            ("“https://example.org”", vec!["https://example.org"]),
        ] {
            assert_eq!(found(text), links, "{text}");
        }
    }

    #[test]
    fn words_that_are_none() {
        for text in [
            "and/or",
            "24/7",
            "w/o",
            "03/04",
            "3.5",
            "e.g. this",
            "done.Then",
            "@sam",
            "a.m.",
            "yes/no/maybe",
            "Q3/Q4",
            "10:30",
            "Hi:",
            "(maybe)",
            "item(s)",
            "1.2.3",
            "_now_",
            "...",
            "",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
