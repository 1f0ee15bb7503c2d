//! The end of the writer's own words: small print, signature, closing.

use super::ZoneKind;
use super::line::{Line, Shape, sign};
use super::owners::{Owners, Role};
use super::page::Page;

/// A signature after `--` alone, which may also be a line between two thoughts, has at most this many lines.
const LONGEST_SIGNATURE: usize = 12;

/// A message ends in at most this many paragraphs that no one wrote for it.
const MOST_SMALL_PRINTS: usize = 12;

/// Reads the writer's own lines from `start` to `end`. `last` tells that they do not go on below.
pub(super) fn read(owners: &mut Owners, page: &Page<'_, '_>, start: usize, end: usize, last: bool) {
    let seen = (start..end).rev().find(|at| !page.lines[*at].is_blank());
    let Some(seen) = seen else {
        owners.extend(end);
        return;
    };
    if !last {
        owners.push(end, ZoneKind::Body, Role::Prose);
        return;
    }
    let after = seen + 1;
    // What is found below the text, the lowest first.
    let mut parts = Vec::new();
    let mut bottom = after;
    // From below: small print, then a signature, then small print again, then the closing.
    let mut small = |parts: &mut Vec<_>, mut bottom: usize| {
        for _ in 0..MOST_SMALL_PRINTS {
            let Some(top) = small_print(page, start, bottom) else {
                break;
            };
            let mut lines = page.lines[top..bottom].iter();
            owners.list |= lines.any(|line| line.shows(sign::FOOTER));
            parts.push((bottom, ZoneKind::Boilerplate, Role::Silent));
            bottom = above(page, start, top);
        }
        bottom
    };
    bottom = small(&mut parts, bottom);
    // The files a mail program names stand below what it sends.
    let text = above_files(page, start, bottom);
    if let Some(top) = signature(page, start, text) {
        if text < bottom {
            parts.push((bottom, ZoneKind::Body, Role::Prose));
        }
        parts.push((text, kind_of(page, top, text), Role::Silent));
        bottom = small(&mut parts, above(page, start, top));
    }
    if let Some(top) = closing(page, start, bottom) {
        parts.push((bottom, ZoneKind::Body, Role::Closing));
        bottom = above(page, start, top);
    }
    // Blank lines go with what stands above them.
    let with_blanks = |bottom: usize| page.next(bottom, end).unwrap_or(end);
    if bottom > start {
        owners.push(with_blanks(bottom), ZoneKind::Body, Role::Prose);
    }
    for (bottom, kind, role) in parts.into_iter().rev() {
        owners.push(with_blanks(bottom), kind, role);
    }
}

/// One past the last line to see above line `top`; `start` if there is none.
fn above(page: &Page<'_, '_>, start: usize, top: usize) -> usize {
    (start..top)
        .rev()
        .find(|at| !page.lines[*at].is_blank())
        .map_or(start, |at| at + 1)
}

/// One past the last line to see above the names of files at the end.
fn above_files(page: &Page<'_, '_>, start: usize, bottom: usize) -> usize {
    let text = (start..bottom)
        .rev()
        .find(|at| !page.lines[*at].is_blank() && !page.lines[*at].shows(sign::FILE));
    let parted = |last: usize| last + 1 < bottom && page.lines[last + 1].is_blank();
    text.filter(|last| parted(*last))
        .map_or(bottom, |last| last + 1)
}

/// The first line of the paragraph that ends before `bottom`.
fn paragraph(page: &Page<'_, '_>, start: usize, bottom: usize) -> usize {
    (start..bottom)
        .rev()
        .find(|at| page.lines[*at].is_blank())
        .map_or(start, |at| at + 1)
}

/// The first line of a paragraph no one wrote for this message, if the lowest one is such.
fn small_print(page: &Page<'_, '_>, start: usize, bottom: usize) -> Option<usize> {
    if bottom <= start {
        return None;
    }
    let top = paragraph(page, start, bottom);
    let lines = &page.lines[top..bottom];
    let ruled = |line: &Line| line.shape == Shape::Rule;
    if lines
        .iter()
        .all(|line| line.shows(sign::DEVICE) || ruled(line))
    {
        return Some(top);
    }
    // A provider's own words below a rule.
    let printed = lines.iter().take(2).any(|line| line.shows(sign::DEVICE));
    if printed && lines.first().is_some_and(ruled) && lines.len() <= 5 {
        return Some(top);
    }
    let words: u32 = lines.iter().map(|line| u32::from(line.words)).sum();
    let legal: u32 = lines.iter().map(|line| u32::from(line.legal)).sum();
    let footer = lines.iter().any(|line| line.shows(sign::FOOTER));
    if legal >= 4 && legal * 14 >= words || footer && words <= 60 {
        return Some(top);
    }
    // The program's line may stand right below the text.
    let last = bottom - 1;
    page.lines[last].shows(sign::DEVICE).then_some(last)
}

/// The first line of a signature that ends before `bottom`.
fn signature(page: &Page<'_, '_>, start: usize, bottom: usize) -> Option<usize> {
    let lowest = bottom.saturating_sub(60).max(start);
    let dashes = (lowest..bottom).find(|at| page.lines[*at].shape == Shape::Dashes);
    if let Some(dashes) = dashes {
        let count = page.lines[dashes + 1..bottom]
            .iter()
            .filter(|line| !line.is_blank())
            .count();
        if count <= LONGEST_SIGNATURE || page.lines[dashes].shows(sign::STRICT) {
            return Some(dashes);
        }
    }
    unmarked_signature(page, start, bottom)
}

/// A signature that no line announces: a name, a title, an address, a telephone number.
fn unmarked_signature(page: &Page<'_, '_>, start: usize, bottom: usize) -> Option<usize> {
    if let Some(top) = boxed(page, start, bottom) {
        return Some(top);
    }
    let lowest = bottom.saturating_sub(24).max(start);
    let mut top = bottom;
    let mut count = 0;
    for at in (lowest..bottom).rev() {
        let line = &page.lines[at];
        if line.is_blank() {
            continue;
        }
        if line.shape == Shape::Rule {
            top = at;
            break;
        }
        if !is_card(line) || count == LONGEST_SIGNATURE {
            break;
        }
        count += 1;
        top = at;
    }
    let shows =
        |top: usize, signs: u32| page.lines[top..bottom].iter().any(|line| line.shows(signs));
    if !shows(top, sign::CONTACT | sign::TITLE) {
        return None;
    }
    let signed = (start..top).rev().find(|at| !page.lines[*at].is_blank());
    let signed_off = signed.is_some_and(|signed| page.lines[signed].shows(sign::SIGN_OFF));
    let ruled = page.lines[top].shape == Shape::Rule;
    if ruled && !shows(top, sign::CONTACT) {
        return None;
    }
    if signed_off || ruled {
        // The name below the sign-off belongs to the closing.
        let name = page.next(top, bottom)?;
        let more = page.next(name + 1, bottom);
        return match more {
            Some(more) if page.lines[name].shows(sign::NAME) && !ruled => Some(more),
            _ => Some(top),
        };
    }
    unsigned_card(page, start, top, bottom)
}

/// Whether the line may stand in a signature.
fn is_card(line: &Line) -> bool {
    line.width() <= 72
        && line.words <= 9
        && (line.english <= 1 || line.shows(sign::CONTACT | sign::TITLE))
        && (!line.shows(sign::STOP) || line.shows(sign::NAME | sign::CONTACT | sign::TITLE))
        && !line.shows(sign::SIGN_OFF | sign::GREETING | sign::CALL)
        && !line.shows(sign::CODE | sign::COLON)
        && line.depth == 0
        && !matches!(
            line.shape,
            Shape::Item | Shape::Heading | Shape::Fence | Shape::Row
        )
}

/// Without a sign-off the card begins with a name after a blank line. Above the paragraph with the name nothing belongs to
/// it that could be something said.
fn unsigned_card(page: &Page<'_, '_>, start: usize, top: usize, bottom: usize) -> Option<usize> {
    let named = |at: usize| {
        let line = &page.lines[at];
        let nickname = line.words == 1
            && line.width() <= 15
            && !line.shows(sign::UPPER | sign::STOP | sign::CONTACT);
        let parted = at == start || page.lines[at - 1].is_blank();
        parted && (line.shows(sign::NAME) || nickname)
    };
    let mut first = None;
    let (mut reached, mut said) = (false, false);
    for at in (top..bottom).rev() {
        let line = &page.lines[at];
        reached |= line.shows(sign::CONTACT);
        let prose = line.english > 1 || line.english == 1 && line.words >= 4;
        said |= prose && !line.shows(sign::CONTACT | sign::TITLE);
        if first.is_some() && said {
            break;
        }
        if reached && named(at) {
            first = Some(at);
        }
    }
    first.or_else(|| titled(page, start, top, bottom))
}

/// "Ana Silva", "Head of Sales", "Acme Ltd" below a sentence that has ended: a card without an address.
fn titled(page: &Page<'_, '_>, start: usize, top: usize, bottom: usize) -> Option<usize> {
    let name = paragraph(page, start, bottom).max(top);
    let above = (start..name).rev().find(|at| !page.lines[*at].is_blank())?;
    let line = &page.lines[name];
    let below = &page.lines[name + 1..bottom];
    let person =
        line.shows(sign::NAME) && !line.shows(sign::TITLE) && (2..=3).contains(&line.words);
    let ended =
        name > start && page.lines[name - 1].is_blank() && page.lines[above].shows(sign::STOP);
    let place = |line: &Line| {
        line.shows(sign::UPPER) && line.words <= 7 && (line.english <= 1 || line.shows(sign::TITLE))
    };
    let titles =
        below.first().is_some_and(|line| line.shows(sign::TITLE)) && below.iter().all(place);
    (person && ended && titles && below.len() <= 3).then_some(name)
}

/// A card between two rules.
fn boxed(page: &Page<'_, '_>, start: usize, bottom: usize) -> Option<usize> {
    let last = bottom.checked_sub(1).filter(|last| *last > start)?;
    if page.lines[last].shape != Shape::Rule {
        return None;
    }
    let lowest = last.saturating_sub(LONGEST_SIGNATURE).max(start);
    let top = (lowest..last).find(|at| page.lines[*at].shape == Shape::Rule)?;
    let name = page.next(top + 1, last)?;
    let reached = page.lines[name..last]
        .iter()
        .any(|line| line.shows(sign::CONTACT));
    (page.lines[name].shows(sign::NAME) && reached).then_some(top)
}

/// The first line of a closing that ends before `bottom`: a sign-off with a name, or a bare name.
fn closing(page: &Page<'_, '_>, start: usize, bottom: usize) -> Option<usize> {
    let mut names = 0;
    let mut top = bottom;
    for at in (start..bottom).rev().take(8) {
        let line = &page.lines[at];
        if line.is_blank() {
            continue;
        }
        if line.shows(sign::SIGN_OFF) {
            // "Thanks." by itself is something said; with a comma or a name it takes leave.
            let leaves = names > 0
                || line.shows(sign::OPEN)
                || line.words >= 2
                || line.signs & sign::STOP == 0;
            return leaves.then_some(at);
        }
        if !line.shows(sign::NAME) || names == 2 {
            break;
        }
        names += 1;
        top = at;
    }
    let bare = names == 1
        && top > start
        && (page.lines[top - 1].is_blank() || page.lines[top - 1].shows(sign::STOP));
    bare.then_some(top)
}

/// Whether the lines below `--` are a signature or small print.
fn kind_of(page: &Page<'_, '_>, top: usize, bottom: usize) -> ZoneKind {
    let lines = &page.lines[top..bottom];
    let words: u32 = lines.iter().map(|line| u32::from(line.words)).sum();
    let legal: u32 = lines.iter().map(|line| u32::from(line.legal)).sum();
    if legal >= 4 && legal * 14 >= words {
        ZoneKind::Boilerplate
    } else {
        ZoneKind::Signature
    }
}
