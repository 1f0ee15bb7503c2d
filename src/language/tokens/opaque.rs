/// Hardly a name is longer; also how far we look ahead, so that reading stays linear.
const LONGEST: usize = 100;

/// Endings of the names of files and sites.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "ai", "app", "bak", "bat", "biz", "bmp", "bz2", "c", "cc", "cfg", "com", "conf", "cpp", "cs", "css", "csv",
    "dev", "dll", "dmg", "doc", "docx", "edu", "eml", "env", "eps", "eu", "exe", "gif", "go", "gov",
    "gz", "h", "htm", "html", "ics", "info", "ini", "io", "ipynb", "iso", "jar", "java", "jpeg",
    "jpg", "js", "json", "key", "lock", "log", "lua", "md", "mov", "mp3", "mp4", "msg", "msi",
    "numbers", "odp", "ods", "odt", "org", "pages", "patch", "pdf", "php", "pl", "png",
    "ppt", "pptx", "ps1", "psd", "py", "rar", "rb", "rs", "rst", "rtf", "sh", "sql", "svg", "tar",
    "tex", "tgz", "tif", "tiff", "toml", "ts", "tsx", "txt", "vsd", "wav", "xls", "xlsm", "xlsx",
    "xml", "yaml", "yml", "zip",
];

/// How many bytes of `rest` are a link, an address or the name of a file or site; `None` if it begins with none.
pub(super) fn length(rest: &str) -> Option<usize> {
    let first = *rest.as_bytes().first()?;
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    // Most words end before anything tells; look no further than that.
    let word = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'%')
        })
        .count();
    let tell = rest.as_bytes().get(word)?;
    let after = &rest.as_bytes()[word + 1..];
    if *tell == b':' && after.starts_with(b"//") {
        return Some(link(rest));
    }
    if (*tell != b'.' && *tell != b'@') || !after.first().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    if rest[..word].eq_ignore_ascii_case("www") {
        return Some(link(rest));
    }
    named(rest)
}

/// To the next white space, without the marks that belong to the sentence.
fn link(rest: &str) -> usize {
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”'))
        .unwrap_or(rest.len());
    rest[..end]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '*'])
        .len()
}

/// A name with dots or an at sign: `sam@example.com`, `report.final.docx`.
fn named(rest: &str) -> Option<usize> {
    let end = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'%' | b'.' | b'@')
        })
        .count();
    let name = rest[..end].trim_end_matches(['.', '-', '@']);
    let parts: Vec<&str> = name.split('.').collect();
    let last = parts.last()?;
    if name.contains('@') {
        return Some(name.len());
    }
    if parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let figures = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if figures(&parts[0]) && !last.bytes().any(|b| b.is_ascii_alphabetic()) {
        return None; // 3.5
    }
    let ending = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(last));
    let site = parts.len() > 2
        && parts.iter().all(|part| part.len() > 1 && !figures(part))
        && name.bytes().all(|byte| !byte.is_ascii_uppercase());
    // A two-part name with a short ending that is a word ("me.go") counts as a name only in the lower case.
    let plain = ending
        && (parts.len() > 2
            || !last.starts_with(|c: char| c.is_ascii_uppercase())
            || last.len() > 2);
    ((plain && !figures(&parts[0])) || (ending && last.len() > 2) || site).then_some(name.len())
}
