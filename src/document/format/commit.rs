use crate::document::fields::Field;
use crate::document::line::{Shape, sign};
use crate::document::owners::{Owners, Role};
use crate::document::page::Page;
use crate::document::{Headers, ZoneKind};

/// Reads a commit message: its first line is the subject, trailers sign it, and Git's comments are no one's words.
pub(super) fn read(owners: &mut Owners, page: &Page<'_, '_>) -> Headers {
    let count = page.lines.len();
    // All below the scissors is the change itself.
    let scissors = (0..count)
        .find(|at| page.lines[*at].shape == Shape::Comment && page.visible(*at).contains(">8 ---"));
    let end = scissors.unwrap_or(count);
    let seen = |at: &usize| !matches!(page.lines[*at].shape, Shape::Blank | Shape::Comment);
    let bottom = (0..end).rev().find(seen).map_or(0, |at| at + 1);
    let top = (0..bottom)
        .rev()
        .find(|at| page.lines[*at].is_blank())
        .map_or(0, |at| at + 1);
    let trailers = top > 0
        && (top..bottom).all(|at| {
            let line = &page.lines[at];
            line.shape == Shape::Comment
                || matches!(line.field, Field::Unknown | Field::Other)
                    && line.indent == 0
                    && (line.shows(sign::AT)
                        || page
                            .visible(at)
                            .split(':')
                            .next()
                            .is_some_and(|name| name.contains('-')))
        });
    if trailers {
        owners.push(top, ZoneKind::Body, Role::Prose);
        owners.push(
            page.next(bottom, end).unwrap_or(end),
            ZoneKind::Signature,
            Role::Silent,
        );
    }
    owners.push(end, ZoneKind::Body, Role::Prose);
    owners.push(count, ZoneKind::Boilerplate, Role::Silent);
    Headers::default()
}
