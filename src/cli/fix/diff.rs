use std::fmt::Write as _;

use super::patchwork::{Patch, Patchwork};
use crate::cli::output::{BOLD, GREEN, paint, red, title, visible};
use crate::text::{Edit, Edits, Span};

/// Lines shown around a change.
const AROUND: usize = 3;

/// Lines that changed: `old` is a run of whole lines, numbered from zero.
struct Hunk {
    first: usize,
    last: usize,
    new: String,
}

/// The changes as a unified diff; empty if there is none.
pub(super) fn unified(name: &str, old: &str, patchwork: &Patchwork) -> String {
    let patches = patchwork.patches();
    if patches.is_empty() {
        return String::new();
    }
    let starts: Vec<usize> = std::iter::once(0)
        .chain(old.match_indices('\n').map(|(at, _)| at + 1))
        .filter(|&start| start < old.len() || start == 0)
        .collect();
    let hunks = hunks(old, &starts, patches);
    let mut page = String::new();
    let _ = writeln!(page, "{}", paint(BOLD, &format!("--- {}", visible(name))));
    let _ = writeln!(page, "{}", paint(BOLD, &format!("+++ {}", visible(name))));
    let mut shift = 0_isize;
    for group in hunks.chunk_by(|a, b| b.first <= a.last + 2 * AROUND + 1) {
        shift = write_group(&mut page, old, &starts, group, shift);
    }
    page
}

/// The changed lines, patches of one line together.
fn hunks(old: &str, starts: &[usize], patches: Vec<Patch>) -> Vec<Hunk> {
    let line_of = |offset: usize| starts.partition_point(|&start| start <= offset) - 1;
    let mut groups: Vec<(usize, usize, Vec<Patch>)> = Vec::new();
    for patch in patches {
        let (first, last) = (line_of(patch.span.start), line_of(patch.span.end));
        match groups.last_mut() {
            Some((_, end, together)) if first <= *end => {
                *end = last.max(*end);
                together.push(patch);
            }
            _ => groups.push((first, last, vec![patch])),
        }
    }
    let hunks = groups.into_iter().map(|(first, last, patches)| {
        let lines = Span::new(starts[first], line_end(old, starts, last));
        let edits = patches.into_iter().map(|patch| {
            let span = Span::new(patch.span.start - lines.start, patch.span.end - lines.start);
            Edit::replace(span, patch.text)
        });
        let edits = Edits::new(edits.collect()).unwrap_or_default();
        Hunk {
            first,
            last,
            new: edits.applied_to(lines.of(old)),
        }
    });
    hunks.collect()
}

fn line_end(old: &str, starts: &[usize], line: usize) -> usize {
    starts.get(line + 1).copied().unwrap_or(old.len())
}

/// Writes changes that stand near each other; gives by how many lines what follows has moved.
fn write_group(
    page: &mut String,
    old: &str,
    starts: &[usize],
    group: &[Hunk],
    shift: isize,
) -> isize {
    let (Some(head), Some(end)) = (group.first(), group.last()) else {
        return shift;
    };
    let first = head.first.saturating_sub(AROUND);
    let last = (end.last + AROUND).min(starts.len() - 1);
    let line = |number: usize| Span::new(starts[number], line_end(old, starts, number)).of(old);
    let added: usize = group
        .iter()
        .map(|hunk| hunk.new.split_inclusive('\n').count())
        .sum();
    let removed: usize = group.iter().map(|hunk| hunk.last + 1 - hunk.first).sum();
    let olds = last + 1 - first;
    let news = olds + added - removed;
    let place = format!(
        "@@ -{},{olds} +{},{news} @@",
        first + 1,
        (first + 1).saturating_add_signed(shift)
    );
    let _ = writeln!(page, "{}", paint(title(), &place));
    let mut at = first;
    for hunk in group {
        (at..hunk.first).for_each(|number| write_line(page, ' ', line(number)));
        (hunk.first..=hunk.last).for_each(|number| write_line(page, '-', line(number)));
        let new = hunk.new.split_inclusive('\n');
        new.for_each(|line| write_line(page, '+', line));
        at = hunk.last + 1;
    }
    (at..=last).for_each(|number| write_line(page, ' ', line(number)));
    shift + added.cast_signed() - removed.cast_signed()
}

fn write_line(page: &mut String, sign: char, line: &str) {
    let words = line.strip_suffix('\n').unwrap_or(line);
    let shown = format!("{sign}{words}");
    let shown = match sign {
        '-' => paint(red(), &shown),
        '+' => paint(GREEN, &shown),
        _ => shown,
    };
    let _ = writeln!(page, "{shown}");
    if !line.ends_with('\n') {
        let _ = writeln!(page, "\\ No newline at end of file");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(old: &str, edits: &[(usize, usize, &str)]) -> String {
        let edits = edits
            .iter()
            .map(|&(start, end, new)| Edit::replace(Span::new(start, end), new));
        let mut patchwork = Patchwork::new(old.len());
        patchwork.apply(&Edits::new(edits.collect()).unwrap());
        anstream::adapter::strip_str(&unified("a.txt", old, &patchwork)).to_string()
    }

    #[test]
    fn a_change_is_shown_with_the_lines_around_it() {
        let old = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n";
        assert_eq!(
            diff(old, &[(8, 12, "5")]),
            "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-five\n+5\n 6\n 7\n 8\n"
        );
    }

    #[test]
    fn changes_far_apart_are_apart() {
        let old = "a\n".repeat(30);
        let page = diff(&old, &[(0, 1, "b\nc"), (58, 59, "d")]);
        assert!(page.contains("@@ -1,4 +1,5 @@"), "{page}");
        assert!(page.contains("@@ -27,4 +28,4 @@"), "{page}");
    }

    #[test]
    fn a_last_line_without_an_end_is_told() {
        let page = diff("a\nb", &[(2, 3, "c")]);
        assert!(
            page.ends_with("-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"),
            "{page}"
        );
    }

    #[test]
    fn joined_lines_are_one() {
        let page = diff("a\nb\nc\n", &[(1, 2, " ")]);
        assert!(
            page.ends_with("@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c\n"),
            "{page}"
        );
    }
}
