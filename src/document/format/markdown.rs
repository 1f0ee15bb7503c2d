use crate::document::owners::{Owners, Role};
use crate::document::page::Page;
use crate::document::{Headers, ZoneKind};

/// Reads a note or comment in Markdown: front matter, then the text.
pub(super) fn read(owners: &mut Owners, page: &Page<'_, '_>) -> Headers {
    let front = front_matter(page);
    owners.push(front, ZoneKind::Header, Role::Silent);
    owners.read(page, front, page.lines.len());
    Headers::default()
}

/// How many lines the front matter has, its two rules included.
fn front_matter(page: &Page<'_, '_>) -> usize {
    let count = page.lines.len();
    let rule = |at: usize, rules: &[&str]| {
        let line = &page.lines[at];
        line.indent == 0
            && line.width() == 3
            && rules.contains(&page.visible(at).trim_start_matches('\u{feff}'))
    };
    let near = count.min(200);
    if count == 0 || page.lines[0].width() > 6 {
        return 0;
    }
    let first = page.visible(0);
    let closing: &[&str] = match first.trim_start_matches('\u{feff}') {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return 0,
    };
    (1..near)
        .find(|at| rule(*at, closing))
        .map_or(0, |at| at + 1)
}
