use crate::document::fields::Field;
use crate::document::line::sign;
use crate::document::owners::{Owners, Role};
use crate::document::page::Page;
use crate::document::{Coding, Headers, ZoneKind, headers};

/// Reads a mail: header fields, then the body or its parts.
pub(super) fn read(owners: &mut Owners, page: &Page<'_, '_>) -> Headers {
    let count = page.lines.len();
    let top = headers::block(page);
    let mut told = headers::read(page, top);
    owners.push(top, ZoneKind::Header, Role::Silent);
    let part = Part::read(page, 0, top);
    match part.boundary {
        Some(boundary) => parts(owners, page, top, boundary, &mut told),
        None if part.is_readable() => {
            owners.coding = part.coding();
            // Emacs keeps its separator below the fields, other programs a blank line: both are in the header's lines.
            owners.read(page, top, count);
        }
        None => owners.push(count, ZoneKind::Code, Role::Silent),
    }
    told
}

/// What the fields above a part say of it (RFC 2045).
#[derive(Debug, Default)]
struct Part {
    /// The line that parts its parts, if it is made of several.
    boundary: Option<String>,
    /// It is no plain text.
    rich: bool,
    /// Its bytes are base64 or the like: nobody writes in them.
    encoded: bool,
    /// Its bytes are quoted-printable.
    quoted: bool,
    /// A byte of it is a letter.
    latin: bool,
    /// It is a file that goes along.
    attached: bool,
}

impl Part {
    fn read(page: &Page<'_, '_>, first: usize, end: usize) -> Self {
        let mut part = Self::default();
        for field in headers::fields(page, first, end) {
            if field.field != Field::Other {
                continue;
            }
            let name = page.text(field.name).to_ascii_lowercase();
            let value = page.text(field.value);
            let lower = value.to_ascii_lowercase();
            match name.as_str() {
                "content-type" => {
                    part.latin = ["iso-8859-", "windows-125", "latin"]
                        .iter()
                        .any(|name| lower.contains(name));
                    part.rich = !lower.starts_with("text/plain") && !lower.starts_with("text;");
                    part.boundary = lower
                        .find("boundary=")
                        .filter(|_| lower.starts_with("multipart"))
                        .map(|at| {
                            let quoted = value[at + "boundary=".len()..].trim_start();
                            let inner = quoted.strip_prefix('"').unwrap_or(quoted);
                            let end = if inner.len() < quoted.len() {
                                inner.find('"')
                            } else {
                                inner.find([';', ' ', '\t', '\r', '\n'])
                            };
                            inner[..end.unwrap_or(inner.len())].to_owned()
                        });
                }
                "content-transfer-encoding" => {
                    part.quoted = lower.starts_with("quoted-printable");
                    part.encoded =
                        !part.quoted && !PLAIN.iter().any(|name| lower.starts_with(name));
                }
                "content-disposition" => part.attached = lower.starts_with("attachment"),
                _ => {}
            }
        }
        part
    }

    fn is_readable(&self) -> bool {
        !self.rich && !self.encoded && !self.attached
    }

    fn coding(&self) -> Coding {
        match (self.quoted, self.latin) {
            (false, _) => Coding::Plain,
            (true, false) => Coding::Quoted,
            (true, true) => Coding::QuotedLatin,
        }
    }
}

/// The encodings that leave the bytes as they are.
const PLAIN: &[&str] = &["7bit", "8bit", "binary"];

/// How many parts within parts are followed.
const DEEPEST: usize = 16;

/// Reads the parts from line `from` on: the plain ones as text, the others not at all.
fn parts(
    owners: &mut Owners,
    page: &Page<'_, '_>,
    from: usize,
    boundary: String,
    told: &mut Headers,
) {
    let count = page.lines.len();
    let mut boundaries = vec![boundary];
    let edge = |at: usize, boundaries: &[String]| {
        let line = &page.lines[at];
        if !line.shows(sign::BOUNDARY) {
            return false;
        }
        let text = page.visible(at);
        boundaries.iter().any(|boundary| {
            let rest = text
                .strip_prefix("--")
                .and_then(|text| text.strip_prefix(boundary.as_str()));
            matches!(rest, Some("" | "--"))
        })
    };
    let mut at = (from..count)
        .find(|at| edge(*at, &boundaries))
        .unwrap_or(count);
    // What stands above the first edge is for programs that know no parts.
    owners.push(at, ZoneKind::Boilerplate, Role::Silent);
    while at < count {
        let closes = page.visible(at).ends_with("--");
        let top = if closes {
            at + 1
        } else {
            (at + 1..count)
                .find(|at| page.lines[*at].is_blank())
                .map_or(count, |at| at + 1)
        };
        owners.push(top, ZoneKind::Header, Role::Silent);
        let part = Part::read(page, at + 1, top);
        let coding = Some(part.coding()).filter(|_| part.is_readable() && !closes);
        owners.coding = Coding::Plain;
        told.attachment |= part.attached;
        boundaries.extend(part.boundary.filter(|_| boundaries.len() < DEEPEST));
        let next = (top..count)
            .find(|at| edge(*at, &boundaries))
            .unwrap_or(count);
        if let Some(coding) = coding {
            owners.coding = coding;
            owners.read(page, top, next);
        } else {
            owners.push(next, ZoneKind::Code, Role::Silent);
        }
        at = next;
    }
}
