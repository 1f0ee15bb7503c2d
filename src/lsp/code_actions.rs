//! What can be done at a place: each fix of its findings, the whole draft rewritten, all safe fixes at once, and words to be left alone.

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CodeActionContext, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, Diagnostic,
    Range,
};

use super::client::Client;
use super::commands;
use super::convert;
use super::view::View;
use crate::engine::Found;
use crate::finding::{Applies, Fix};
use crate::rewrite;
use crate::text::{Edit, Edits, Span, blanks};

/// The kind of "rewrite this message as a clear request".
const REWRITE: &str = "refactor.rewrite";

/// The kind of "fix all in this draft".
const FIX_ALL: &str = "source.fixAll.forthright";

pub(super) fn capability(client: &Client) -> CodeActionProviderCapability {
    CodeActionProviderCapability::Options(CodeActionOptions {
        code_action_kinds: Some(vec![
            CodeActionKind::QUICKFIX,
            CodeActionKind::new(REWRITE),
            CodeActionKind::new(FIX_ALL),
        ]),
        resolve_provider: Some(client.resolves_actions),
        ..CodeActionOptions::default()
    })
}

/// Whether the client wants actions of this kind: it asks for none in particular, or for one that holds it.
fn wanted(only: Option<&[CodeActionKind]>, kind: &str) -> bool {
    only.is_none_or(|only| {
        only.iter().any(|asked| {
            kind.strip_prefix(asked.as_str()).is_some_and(|rest| {
                asked.as_str().is_empty() || rest.is_empty() || rest.starts_with('.')
            })
        })
    })
}

/// The actions at a range.
///
/// They are JSON because an edit with blanks to fill is newer than the protocol's types we build on.
pub(super) fn at(
    view: &View,
    range: Range,
    context: &CodeActionContext,
    client: &Client,
) -> Vec<Value> {
    let only = context.only.as_deref();
    let span = convert::from_range(range, &view.text, client.encoding);
    let mut actions = Vec::new();
    if wanted(only, "quickfix") {
        for found in view.found_at(span) {
            let diagnostic = convert::to_diagnostic(found, view, client);
            for (nth, fix) in found.finding.fixes.iter().enumerate() {
                actions.push(quick_fix(view, found, nth, fix, &diagnostic, client));
            }
        }
        for found in view.found_at(span) {
            let diagnostic = convert::to_diagnostic(found, view, client);
            actions.extend(leave_alone(view, found, &diagnostic));
        }
    }
    if wanted(only, REWRITE) && view.own_at(span).next().is_some() {
        actions.extend(rewrite_draft(view, client));
    }
    if wanted(only, FIX_ALL) {
        actions.extend(fix_all(view, client));
    }
    actions
}

fn quick_fix(
    view: &View,
    found: &Found,
    nth: usize,
    fix: &Fix,
    diagnostic: &Diagnostic,
    client: &Client,
) -> Value {
    let mut action = json!({
        "title": fix.title,
        "kind": "quickfix",
        "diagnostics": [diagnostic],
        "isPreferred": nth == 0,
    });
    if client.resolves_actions {
        action["data"] = json!({
            "uri": view.uri,
            "generation": view.generation,
            "rule": found.finding.rule,
            "at": found.span().start,
            "fix": nth,
        });
    } else {
        action["edit"] = edit_of(view, found.offset, fix, client);
    }
    if let Some(command) = fill_blank(view, fix, client) {
        action["command"] = command;
    }
    action
}

/// The draft an action is for, told by what [`quick_fix`] left in it.
pub(super) fn draft_of(action: &Value) -> Option<&str> {
    action.pointer("/data/uri")?.as_str()
}

/// Gives a chosen action its edit; `None` if it was offered for another text than this.
pub(super) fn resolve(mut action: Value, view: &View, client: &Client) -> Option<Value> {
    let data = action.get("data")?;
    if data.get("generation")?.as_u64()? != view.generation {
        return None;
    }
    let at = usize::try_from(data.get("at")?.as_u64()?).ok()?;
    let rule = data.get("rule")?.as_str()?;
    let nth = usize::try_from(data.get("fix")?.as_u64()?).ok()?;
    let mut there = view.found_at(Span::empty(at));
    let found = there.find(|found| found.finding.rule == rule && found.span().start == at)?;
    action["edit"] = edit_of(view, found.offset, found.finding.fixes.get(nth)?, client);
    Some(action)
}

/// A fix as a workspace edit; its blanks are tab stops where the client has such edits.
fn edit_of(view: &View, offset: usize, fix: &Fix, client: &Client) -> Value {
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
    workspace_edit(view, &edits, client)
}

/// Edits to a draft, with the version they are for where the client takes it.
pub(super) fn workspace_edit(view: &View, edits: &Edits, client: &Client) -> Value {
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
fn fill_blank(view: &View, fix: &Fix, client: &Client) -> Option<Value> {
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

/// The ways to have a finding's like left alone.
fn leave_alone(view: &View, found: &Found, diagnostic: &Diagnostic) -> Vec<Value> {
    let rule = found.finding.rule;
    let words = view.text.of(found.span());
    let action = |title: String, command: &str, arguments: Value| {
        json!({
            "title": title,
            "kind": "quickfix",
            "diagnostics": [diagnostic],
            "command": {"title": title, "command": command, "arguments": arguments},
        })
    };
    let mut actions = vec![
        action(
            format!("Ignore “{rule}” in this draft"),
            commands::MUTE_RULE,
            json!([view.uri, rule]),
        ),
        action(
            format!("Ignore “{rule}” everywhere"),
            commands::DISABLE_RULE,
            json!([rule]),
        ),
    ];
    // A whole sentence is no phrase: ignoring it would never be of use again.
    if words.split_whitespace().count() <= 6 && !words.contains('\n') {
        actions.insert(
            0,
            action(
                format!("Never flag “{words}”"),
                commands::ALLOW_PHRASE,
                json!([words.to_lowercase()]),
            ),
        );
    }
    actions
}

/// The whole draft rearranged, where that makes it clearer.
fn rewrite_draft(view: &View, client: &Client) -> Option<Value> {
    let words = |span: Span| view.text.of(span);
    let edits = rewrite::draft(&view.reading.message, &view.options, &words)?;
    Some(json!({
        "title": "Rewrite this message as a clear request",
        "kind": REWRITE,
        "edit": workspace_edit(view, &edits, client),
    }))
}

/// Every fix that says the same in fewer words, at once.
fn fix_all(view: &View, client: &Client) -> Option<Value> {
    let findings = view.reading.findings.iter();
    let safe = findings.filter_map(|found| {
        let mut fixes = found.finding.fixes.iter();
        let fix = fixes.find(|fix| fix.applies == Applies::AsIs)?;
        Some(fix.edits.clone().shifted(found.offset))
    });
    let mut all: Vec<Edit> = Vec::new();
    let mut end = 0;
    // Findings share no words but their fixes may; the first keeps the place.
    for edits in safe {
        let Some(first) = edits.iter().next() else {
            continue;
        };
        if all.is_empty() || first.span.start > end {
            end = edits.iter().map(|edit| edit.span.end).max().unwrap_or(end);
            all.extend(edits.iter().cloned());
        }
    }
    let edits = Edits::new(all).filter(|edits| !edits.is_empty())?;
    Some(json!({
        "title": "Fix all in this draft",
        "kind": FIX_ALL,
        "edit": workspace_edit(view, &edits, client),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_holds_those_below_it() {
        let only = |kind: &'static str| Some(vec![CodeActionKind::new(kind)]);
        assert!(wanted(None, FIX_ALL));
        assert!(wanted(only("").as_deref(), FIX_ALL));
        assert!(wanted(only("source").as_deref(), FIX_ALL));
        assert!(wanted(only("source.fixAll").as_deref(), FIX_ALL));
        assert!(!wanted(only("source.fix").as_deref(), FIX_ALL));
        assert!(!wanted(only("source.fixAll").as_deref(), "quickfix"));
    }
}
