//! Edits to a draft in the form the client takes: those of a fix, and those of the whole draft, each told again by its name.

use serde_json::{Value, json};

use super::client::Client;
use super::commands;
use super::convert;
use super::view::View;
use crate::engine::Found;
use crate::finding::{Applies, Fix, taken_together};
use crate::rewrite;
use crate::text::{Edit, Edits, Span, blanks};

/// The whole draft as a clear request.
pub(super) const REWRITE: &str = "rewrite";

/// Every fix that says the same in fewer words, at once.
pub(super) const FIX_ALL: &str = "fix-all";

/// What a writer reads over the edits of a whole draft.
pub(super) fn title(name: &str) -> Option<&'static str> {
    match name {
        REWRITE => Some("Rewrite this message as a clear request"),
        FIX_ALL => Some("Fix all in this draft"),
        _ => None,
    }
}

/// The name of the edits of a finding's fix: good as long as the draft stands.
pub(super) fn name_of(view: &View, found: Option<&Found>, nth: usize) -> Value {
    json!({
        "uri": view.uri,
        "generation": view.generation,
        "rule": found.map(|found| found.finding.rule),
        "at": found.map(|found| found.span().start),
        "fix": nth,
    })
}

/// The name of edits of the whole draft, likewise.
pub(super) fn name_of_whole(view: &View, name: &str) -> Value {
    json!({"uri": view.uri, "generation": view.generation, "whole": name})
}

/// The draft the edits of a name are for.
pub(super) fn draft_of(name: &Value) -> Option<&str> {
    name.get("uri")?.as_str()
}

/// The edits of a name; `None` if it was given for another text than this.
pub(super) fn named(name: &Value, view: &View, client: &Client) -> Option<Value> {
    if name.get("generation")?.as_u64()? != view.generation {
        return None;
    }
    if let Some(whole) = name.get("whole") {
        return of_draft(whole.as_str()?, view, client);
    }
    let at = usize::try_from(name.get("at")?.as_u64()?).ok()?;
    let rule = name.get("rule")?.as_str()?;
    let nth = usize::try_from(name.get("fix")?.as_u64()?).ok()?;
    let mut there = view.found_at(Span::empty(at));
    let found = there.find(|found| found.finding.rule == rule && found.span().start == at)?;
    let fix = found.finding.fixes.get(nth)?;
    Some(of_fix(view, found.offset, fix, client))
}

/// The edits of the whole draft by this name; `None` if there is nothing to do.
pub(super) fn of_draft(name: &str, view: &View, client: &Client) -> Option<Value> {
    let edits = match name {
        REWRITE => rewritten(view),
        FIX_ALL => taken(view, false),
        _ => None,
    };
    Some(of(view, &edits?, client))
}

/// A fix as a workspace edit; its blanks are tab stops where the client has such edits.
pub(super) fn of_fix(view: &View, offset: usize, fix: &Fix, client: &Client) -> Value {
    let edits = fix.edits.clone().shifted(offset);
    if fix.applies == Applies::WithBlank && client.snippet_edits {
        let mut stop = 0;
        let snippet = |edit: &Edit| {
            json!({
                "range": convert::to_range(edit.span, &view.text, client.encoding),
                "snippet": {"kind": "snippet", "value": convert::to_tab_stops(&edit.text, &mut stop)},
            })
        };
        let edits: Vec<Value> = edits.iter().map(snippet).collect();
        return json!({"documentChanges": [{
            "textDocument": {"uri": view.uri, "version": view.version},
            "edits": edits,
        }]});
    }
    of(view, &edits, client)
}

/// Edits to a draft, with the version they are for where the client takes it.
fn of(view: &View, edits: &Edits, client: &Client) -> Value {
    let edits = convert::to_edits(edits, &view.text, client.encoding);
    if client.versioned_edits {
        json!({"documentChanges": [{
            "textDocument": {"uri": view.uri, "version": view.version},
            "edits": edits,
        }]})
    } else {
        json!({"changes": {view.uri.as_str(): edits}})
    }
}

/// The command that selects the blank a fix leaves, for a client that has no edits with blanks but can select.
pub(super) fn fill_blank(view: &View, fix: &Fix, client: &Client) -> Option<Value> {
    let wanted = fix.applies == Applies::WithBlank && !client.snippet_edits && client.selects;
    let blank = fix.edits.iter().find_map(|edit| {
        let blank = *blanks(&edit.text).first()?;
        Some(blank.of(&edit.text).to_owned())
    });
    let blank = blank.filter(|_| wanted)?;
    Some(json!({
        "title": "Fill in the blank",
        "command": commands::SELECT_BLANK,
        "arguments": [view.uri, blank],
    }))
}

/// The draft rearranged or, where not all that it asks can be said anew for sure, said more clearly sentence by sentence.
fn rewritten(view: &View) -> Option<Edits> {
    let words = |span: Span| view.text.of(span);
    rewrite::draft(&view.reading.message, &view.options, &words).or_else(|| taken(view, true))
}

/// The fixes that need no thought, or with `all` those offered first that have no blanks, as far as they go together.
fn taken(view: &View, all: bool) -> Option<Edits> {
    let found = view.reading.findings.iter();
    let (edits, _) = taken_together(found.map(|found| (&*found.finding, found.offset)), all);
    (!edits.is_empty()).then_some(edits)
}
