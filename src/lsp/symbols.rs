//! The draft as an outline: what is asked and promised, of whom, by when.

use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind,
};

use super::client::Client;
use super::convert;
use super::view::View;
use crate::facts::{Act, ActKind, Action, Due, Passage};
use crate::text::Span;

/// The outline of a draft.
pub(super) fn of(view: &View, client: &Client) -> DocumentSymbolResponse {
    let entries = view.own().flat_map(|(offset, passage)| {
        let acts = passage.acts.iter();
        acts.filter_map(move |act| entry(act, passage, offset))
    });
    if client.tree_symbols {
        let symbols = entries.map(|entry| to_tree(entry, view, client));
        DocumentSymbolResponse::Nested(symbols.collect())
    } else {
        let symbols = entries.map(|entry| to_flat(entry, view, client));
        DocumentSymbolResponse::Flat(symbols.collect())
    }
}

/// One line of the outline.
struct Entry {
    name: String,
    detail: String,
    kind: SymbolKind,
    span: Span,
    /// The words to show when it is chosen: the verb, or all of it.
    focus: Span,
}

fn entry(act: &Act, passage: &Passage, offset: usize) -> Option<Entry> {
    let (kind, what, action, due) = match &act.kind {
        ActKind::Ask(ask) => (SymbolKind::EVENT, "ask", &ask.action, &ask.due),
        ActKind::Commitment(promise) => (SymbolKind::KEY, "promise", &promise.action, &promise.due),
        _ => return None,
    };
    let words = |span: Span| {
        span.of(&passage.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let name = words(
        action
            .as_ref()
            .map_or(act.span, |action: &Action| action.span),
    );
    let due = due
        .as_ref()
        .map(|due: &Due| format!(", {}", words(due.span)));
    let focus = action.as_ref().map_or(act.span, |action| action.verb_span);
    Some(Entry {
        // The protocol has no outline entry without a name.
        name: if name.is_empty() {
            what.to_owned()
        } else {
            name
        },
        detail: format!("{what}{}", due.unwrap_or_default()),
        kind,
        span: act.span.shifted(offset),
        // The protocol wants it inside the whole.
        focus: if act.span.covers(focus) {
            focus
        } else {
            act.span
        }
        .shifted(offset),
    })
}

fn to_tree(entry: Entry, view: &View, client: &Client) -> DocumentSymbol {
    #[expect(deprecated, reason = "the field is there and must be filled")]
    DocumentSymbol {
        name: entry.name,
        detail: Some(entry.detail),
        kind: entry.kind,
        tags: None,
        deprecated: None,
        range: convert::to_range(entry.span, &view.text, client.encoding),
        selection_range: convert::to_range(entry.focus, &view.text, client.encoding),
        children: None,
    }
}

fn to_flat(entry: Entry, view: &View, client: &Client) -> SymbolInformation {
    let range = convert::to_range(entry.span, &view.text, client.encoding);
    #[expect(deprecated, reason = "the field is there and must be filled")]
    SymbolInformation {
        name: entry.name,
        kind: entry.kind,
        tags: None,
        deprecated: None,
        location: Location::new(view.uri.clone(), range),
        container_name: Some(entry.detail),
    }
}
