//! The lines above a mail taken along whole: a rule, its fields, or the block Notes writes.

use super::Attribution;
use super::fields::Field;
use super::line::sign;
use super::page::Page;

/// The lines of a seam drawn with a rule, and the fields below it.
pub(super) fn taken_along(page: &Page<'_, '_>, at: usize, to: usize) -> (usize, usize) {
    let mut end = at + 1;
    // "Forwarded by Ana on 05/12/2000 08:12 / AM -----": a mail program wrapped it.
    let ruled = |at: usize| page.visible(at).ends_with("--");
    if end < to && !ruled(at) && page.visible(at).starts_with("--") {
        end = (end..to.min(end + 3))
            .find(|at| ruled(*at))
            .map_or(end, |at| at + 1);
    }
    let Some(next) = page.next(end, to).filter(|next| *next <= end + 4) else {
        return (at, end);
    };
    if page.lines[next].field.is_envelope()
        && let Some(fields) = loose_envelope(page, next, to, 1)
    {
        return (at, fields);
    }
    let stamped = (next..to.min(next + 3)).find(|at| page.lines[*at].shows(sign::STAMP));
    if let Some(stamp) = stamped
        && let Some((_, fields)) = notes(page, next, stamp, to)
    {
        return (at, fields);
    }
    (at, end)
}

/// One past the last field of the block above a quoted mail, if enough of its fields stand together.
pub(super) fn envelope(page: &Page<'_, '_>, at: usize, to: usize) -> Option<usize> {
    loose_envelope(page, at, to, 3)
}

/// The same with `enough` different fields, or one less where an address stands among them.
fn loose_envelope(page: &Page<'_, '_>, first: usize, to: usize, enough: u32) -> Option<usize> {
    let depth = page.lines[first].depth;
    let (mut seen, mut end, mut address) = (0_u32, first, false);
    let mut last = Field::None;
    let mut wrapped = 0;
    let mut at = first;
    while at < to && at < first + 300 {
        let line = &page.lines[at];
        if line.depth != depth && !line.is_blank() {
            break;
        }
        if line.is_blank() {
            // A blank may stand among the fields as Notes writes them, and after long lists.
            let next = page.next(at, to.min(at + 3));
            let more = next.is_some_and(|next| {
                let field = page.lines[next].field;
                field.is_envelope() && seen & bit(field) == 0 && page.lines[next].depth == depth
            });
            if !more {
                break;
            }
        } else if line.field.is_known() {
            if line.field.is_envelope() && seen & bit(line.field) != 0 && line.field == Field::From
            {
                break;
            }
            seen |= bit(line.field);
            address |= line.shows(sign::AT);
            (last, wrapped, end) = (line.field, 0, at + 1);
        } else if line.field == Field::Unknown && seen.count_ones() >= 2 && last != Field::Subject {
            end = at + 1;
        } else {
            let most = match last {
                Field::To | Field::Cc => 200,
                Field::Subject | Field::From | Field::Date => 2,
                _ => 0,
            };
            wrapped += 1;
            if wrapped > most {
                break;
            }
            let list = matches!(last, Field::To | Field::Cc);
            if end == at && list && (line.indent > 0 || page.lines[at - 1].shows(sign::OPEN)) {
                address |= line.shows(sign::AT);
                end = at + 1;
            }
        }
        at += 1;
    }
    let count = (seen & ENVELOPE).count_ones();
    let dated = seen & (bit(Field::From) | bit(Field::Date)) != 0;
    (count >= enough || count + 1 >= enough && count >= 2 && address && dated).then_some(end)
}

const ENVELOPE: u32 = 0b11111;

const fn bit(field: Field) -> u32 {
    match field {
        Field::From => 1,
        Field::To => 2,
        Field::Cc => 4,
        Field::Subject => 8,
        Field::Date => 16,
        Field::Other => 32,
        Field::None | Field::Unknown => 64,
    }
}

/// The block above a mail as Notes writes it: a name, a day and a time, then `To:`, `cc:`, `Subject:`.
pub(super) fn notes(
    page: &Page<'_, '_>,
    start: usize,
    at: usize,
    to: usize,
) -> Option<(usize, usize)> {
    let mut field = at;
    for _ in 0..4 {
        field = page.next(field + 1, to)?;
        if matches!(
            page.lines[field].field,
            Field::To | Field::Cc | Field::Subject
        ) {
            break;
        }
    }
    if !page.lines[field].field.is_envelope() || field > at + 9 {
        return None;
    }
    let end = loose_envelope(page, field, to, 2)?;
    let alone = page.lines[at].width() <= 22;
    let above = (start..at)
        .rev()
        .take(3)
        .find(|at| !page.lines[*at].is_blank());
    let mut first = at;
    if let Some(above) = above
        && alone
    {
        let line = &page.lines[above];
        if line.width() <= 90
            && line.words <= 10
            && !line.shows(sign::STOP)
            && line.depth == page.lines[at].depth
        {
            first = above;
            let sent_by = line.field == Field::Date;
            let name = above
                .checked_sub(1)
                .filter(|name| sent_by && *name >= start && !page.lines[*name].is_blank());
            first = name.unwrap_or(first);
        }
    }
    Some((first, end))
}

/// Who wrote a mail and when, where the fields do not say `From`.
pub(super) fn named_above(page: &Page<'_, '_>, first: usize, end: usize, told: &mut Attribution) {
    // The seam above may have a stamp of its own: when it was taken along.
    let stamp = (first..end)
        .rev()
        .find(|at| page.lines[*at].shows(sign::STAMP));
    let Some(stamp) = stamp else {
        return;
    };
    let text = page.visible(stamp);
    (told.date, told.time) = super::date::find(&text);
    let start = page.starts[stamp] + page.lines[stamp].start as usize;
    let name = text
        .find(|letter: char| letter.is_ascii_digit())
        .unwrap_or(text.len());
    let name = text[..name].trim_end().trim_end_matches(" on");
    if !name.trim().is_empty() {
        told.who = super::mailbox::one(name, start);
    } else if stamp > first
        && !page.lines[stamp - 1].is_blank()
        && page.lines[stamp - 1].field == Field::None
    {
        let above = stamp - 1;
        let start = page.starts[above] + page.lines[above].start as usize;
        told.who = super::mailbox::one(&page.visible(above), start);
    }
}
