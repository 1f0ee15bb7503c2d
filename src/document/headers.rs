//! The header block of a mail draft: which lines are it, and what they say.

use super::fields::{self, Field};
use super::line::sign;
use super::page::Page;
use super::shows;
use super::{Attribution, Headers, date, mailbox};
use crate::text::Span;

/// How many lines the header block at the top of a draft has, the blank or separator line below it included; 0 if there is none.
///
/// The first block is a header block only when each of its lines is a field or goes on with one, and mail knows at least
/// one that a draft has: "Update: we shipped." is none. A block with `Sent` is a quoted one, as Outlook writes them.
pub(super) fn block(page: &Page<'_, '_>) -> usize {
    let mut at = 0;
    let (mut told, mut last_unknown) = (false, false);
    while let Some(line) = page.lines.get(at) {
        if line.is_blank() || line.shows(sign::BODY_FOLLOWS) {
            break;
        }
        let goes_on = at > 0 && line.indent > 0 && line.depth == 0;
        let envelope = at == 0 && page.visible(at).starts_with("From ");
        if !goes_on && !envelope {
            let unknown = line.field == Field::Unknown;
            if line.depth > 0
                || line.indent > 0
                || line.field == Field::None
                || unknown && last_unknown
            {
                return 0;
            }
            if line.field == Field::Date
                && !page.visible(at).to_ascii_lowercase().starts_with("date")
            {
                return 0;
            }
            told |= matches!(
                line.field,
                Field::From | Field::To | Field::Cc | Field::Subject
            );
            told |= line.field == Field::Other;
            last_unknown = unknown;
        }
        at += 1;
    }
    if !told {
        return 0;
    }
    (at + 1).min(page.lines.len())
}

/// What the header block of `count` lines says.
pub(super) fn read(page: &Page<'_, '_>, count: usize) -> Headers {
    let mut headers = Headers::default();
    for field in fields(page, 0, count) {
        let value = page.text(field.value);
        match field.field {
            Field::From if headers.from.is_none() => {
                headers.from = mailbox::one(&value, field.value.start);
            }
            Field::To => headers.to.extend(mailbox::list(&value, field.value.start)),
            Field::Cc if page.text(field.name).eq_ignore_ascii_case("cc") => {
                headers.cc.extend(mailbox::list(&value, field.value.start));
            }
            Field::Subject if headers.subject_span.is_none() => {
                headers.subject = Some(mailbox::decoded(&unfolded(&value)));
                headers.subject_span = Some(field.value);
            }
            Field::Date if headers.date.is_none() => headers.date = date::find(&value).0,
            Field::Other | Field::Unknown => {
                let name = page.text(field.name).to_ascii_lowercase();
                headers.attachment |= name.starts_with("attach");
                headers.list |= name.starts_with("list-")
                    || matches!(&*name, "mailing-list" | "newsgroups")
                    || name == "precedence" && matches!(value.trim(), "list" | "bulk");
            }
            _ => {}
        }
    }
    headers
}

/// Who wrote a quoted mail, and when, by the fields above it.
pub(super) fn envelope(page: &Page<'_, '_>, first: usize, end: usize) -> Attribution {
    let mut told = Attribution {
        span: page.span(first, end),
        ..Attribution::default()
    };
    for field in fields(page, first, end) {
        let value = page.text(field.value);
        match field.field {
            Field::From if told.who.is_none() => {
                // Notes writes the time beside the name: "From: Ana Ruiz on 11/19/2026 08:12 AM".
                let stamped = shows::ends_in_stamp(&value);
                let digit = value.find(|letter: char| letter.is_ascii_digit());
                let name = &value[..digit.filter(|_| stamped).unwrap_or(value.len())];
                let name = name.trim_end().trim_end_matches(" on");
                told.who = mailbox::one(name, field.value.start);
                if stamped {
                    (told.date, told.time) = date::find(&value);
                }
            }
            Field::Date if told.date.is_none() => (told.date, told.time) = date::find(&value),
            _ => {}
        }
    }
    told
}

/// A field and where it stands, in the draft's bytes.
pub(super) struct Placed {
    pub(super) field: Field,
    pub(super) name: Span,
    pub(super) value: Span,
}

/// The fields of some lines, each with its continuation lines.
pub(super) fn fields(page: &Page<'_, '_>, first: usize, end: usize) -> Vec<Placed> {
    let mut found: Vec<Placed> = Vec::new();
    for at in first..end {
        let line = &page.lines[at];
        let span = line.visible(page.starts[at]);
        if line.field != Field::None && (line.indent == 0 || !line.field.eq(&Field::Unknown)) {
            let text = page.text(span);
            let (field, value) = fields::field(&text);
            let colon = text.find([':', '：']).unwrap_or(value);
            let blank = text[value..].len() - text[value..].trim_start().len();
            found.push(Placed {
                field,
                name: Span::new(span.start, span.start + colon),
                value: Span::new(span.start + value + blank, span.end),
            });
        } else if let Some(field) = found.last_mut().filter(|_| !line.is_blank()) {
            field.value.end = span.end;
        }
    }
    found
}

/// A folded value on one line.
fn unfolded(value: &str) -> String {
    let mut lines = value.lines().map(str::trim);
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |whole, line| whole + " " + line)
}
