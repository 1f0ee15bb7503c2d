//! The draft in one line above its first words: "2 asks · 1 undated · due Fri 27 Nov".

use tower_lsp::ls_types::{CodeLens, CodeLensOptions, Command};

use super::client::Client;
use super::convert;
use super::view::View;
use crate::facts::{ActKind, Placed, TimeExpression};
use crate::rewrite;

pub(super) const fn capability() -> CodeLensOptions {
    CodeLensOptions {
        resolve_provider: Some(false),
    }
}

/// The lens of a draft; none where nothing is asked or promised.
pub(super) fn of(view: &View, client: &Client) -> Vec<CodeLens> {
    let first = view.own().next();
    let lens = first.zip(summary(view)).map(|((offset, passage), title)| {
        let span = passage.block.span;
        let line = crate::text::Span::new(offset, offset + span.len());
        CodeLens {
            range: convert::to_first_line(line, &view.text, client.encoding),
            // A title alone: there is nothing to run.
            command: Some(Command {
                title,
                command: String::new(),
                arguments: None,
            }),
            data: None,
        }
    });
    lens.into_iter().collect()
}

fn summary(view: &View) -> Option<String> {
    let (mut asks, mut undated, mut promises) = (0, 0, 0);
    let mut next = None;
    for (offset, passage) in view.own() {
        for act in &passage.acts {
            let due = match &act.kind {
                ActKind::Ask(fact) => {
                    let ask = Placed {
                        passage,
                        offset,
                        act,
                        fact,
                    };
                    asks += 1;
                    undated += usize::from(view.is_undated(&ask));
                    &fact.due
                }
                ActKind::Commitment(promise) => {
                    promises += 1;
                    &promise.due
                }
                _ => continue,
            };
            let time = due.as_ref().and_then(|due| passage.times.get(due.time));
            let day = time.and_then(TimeExpression::last_day);
            next = [next, day].into_iter().flatten().min();
        }
    }
    let counted = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {more}")),
    };
    let due = next.map(|day| format!("due {}", rewrite::written(day, view.today, &view.options)));
    let parts = [
        counted(asks, "ask", "asks"),
        counted(undated, "undated", "undated"),
        counted(promises, "promise", "promises"),
        due,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
