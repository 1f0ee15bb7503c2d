//! What can be done at a place: each fix of its findings, the whole draft rewritten, all safe fixes at once, and words to be left alone.

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CodeActionContext, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, Range,
};

use super::client::Client;
use super::convert;
use super::state::State;
use super::view::View;
use super::{commands, edits};
use crate::engine::Found;
use crate::finding::Fix;
use crate::rules::Flags;
use crate::text::Span;

/// The kind of what answers one finding.
const QUICK_FIX: &str = "quickfix";

/// The kind of "rewrite this message as a clear request".
const REWRITE: &str = "refactor.rewrite";

/// The kind of "fix all in this draft".
const FIX_ALL: &str = "source.fixAll.forthright";

pub(super) fn capability(client: &Client) -> CodeActionProviderCapability {
    CodeActionProviderCapability::Options(CodeActionOptions {
        code_action_kinds: Some(vec![
            CodeActionKind::new(QUICK_FIX),
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

/// Something that can be done.
struct Action<'a> {
    title: String,
    kind: &'static str,
    /// What it answers.
    found: Option<&'a Found>,
    /// Whether it is the best answer at this place.
    preferred: bool,
    deed: Deed<'a>,
}

/// How it is done.
enum Deed<'a> {
    /// By the fix of this number.
    Fix(usize, &'a Fix),
    /// By edits told by their name in [`edits`].
    Edits(&'static str, Value),
    /// By a command of ours.
    Command(&'static str, Value),
}

/// The actions at a range.
///
/// They are JSON because an edit with blanks to fill is newer than the protocol's types we build on.
pub(super) fn at(
    state: &State,
    view: &View,
    range: Range,
    context: &CodeActionContext,
) -> Vec<Value> {
    let client = state.client();
    let only = context.only.as_deref();
    let span = convert::from_range(range, &view.text, client.encoding);
    let mut actions = Vec::new();
    if wanted(only, QUICK_FIX) {
        actions.extend(quick_fixes(state, view, span));
    }
    if wanted(only, REWRITE) && view.own_at(span).next().is_some() {
        actions.extend(whole(view, client, edits::REWRITE, REWRITE));
    }
    if wanted(only, FIX_ALL) {
        actions.extend(whole(view, client, edits::FIX_ALL, FIX_ALL));
    }
    let actions = actions.into_iter();
    if client.literal_actions {
        actions
            .map(|action| literal(action, view, client))
            .collect()
    } else {
        actions
            .filter_map(|action| command(action, view, client))
            .collect()
    }
}

/// What answers the findings at a place and in its sentence; then the ways to have the like of those nearest left alone.
fn quick_fixes<'a>(state: &State, view: &'a View, span: Span) -> Vec<Action<'a>> {
    let (here, near) = view.found_near(span);
    let fixes = here.iter().chain(&near).flat_map(|&found| {
        let fixes = found.finding.fixes.iter().enumerate();
        fixes.map(move |(nth, fix)| (found, nth, fix))
    });
    let fixes = fixes.enumerate().map(|(place, (found, nth, fix))| Action {
        title: fix.title.clone(),
        kind: QUICK_FIX,
        found: Some(found),
        preferred: place == 0,
        deed: Deed::Fix(nth, fix),
    });
    let nearest = if here.is_empty() { &near } else { &here };
    let others = nearest
        .iter()
        .flat_map(|found| leave_alone(state, view, found));
    fixes.chain(others).collect()
}

/// The ways to have a finding's like left alone.
fn leave_alone<'a>(state: &State, view: &View, found: &'a Found) -> Vec<Action<'a>> {
    let rule = found.finding.rule;
    let action = |title: String, command, arguments| Action {
        title,
        kind: QUICK_FIX,
        found: Some(found),
        preferred: false,
        deed: Deed::Command(command, arguments),
    };
    let words = view.text.of(found.span());
    // A whole sentence is no phrase: ignoring it would never be of use again.
    let is_phrase = state
        .rule(rule)
        .is_some_and(|rule| rule.flags == Flags::Phrase)
        && words.split_whitespace().count() <= 6
        && !words.contains('\n');
    let phrase = is_phrase.then(|| {
        let title = format!("Never flag “{words}”");
        action(title, commands::ALLOW_PHRASE, json!([words.to_lowercase()]))
    });
    let in_draft = format!("Turn off “{rule}” in this draft");
    let everywhere = format!("Turn off “{rule}” everywhere");
    let rest = [
        action(in_draft, commands::MUTE_RULE, json!([view.uri, rule])),
        action(everywhere, commands::DISABLE_RULE, json!([rule])),
    ];
    phrase.into_iter().chain(rest).collect()
}

/// What is done to the whole draft at once, if there is anything to do.
fn whole(
    view: &View,
    client: &Client,
    name: &'static str,
    kind: &'static str,
) -> Option<Action<'static>> {
    Some(Action {
        title: edits::title(name)?.to_owned(),
        kind,
        found: None,
        preferred: false,
        deed: Deed::Edits(name, edits::of_draft(name, view, client)?),
    })
}

/// An action as the protocol has it now.
fn literal(action: Action<'_>, view: &View, client: &Client) -> Value {
    let mut json = json!({"title": action.title, "kind": action.kind});
    if let Some(found) = action.found {
        let mut range = |span| convert::to_range(span, &view.text, client.encoding);
        let diagnostic = convert::to_diagnostic(found, view, client, &mut range);
        json["diagnostics"] = json!([diagnostic]);
        json["isPreferred"] = action.preferred.into();
    }
    match action.deed {
        Deed::Fix(nth, fix) => {
            if client.resolves_actions {
                json["data"] = edits::name_of(view, action.found, nth);
            } else if let Some(found) = action.found {
                json["edit"] = edits::of_fix(view, found.offset, fix, client);
            }
            if let Some(command) = edits::fill_blank(view, fix, client) {
                json["command"] = command;
            }
        }
        Deed::Edits(_, edit) => json["edit"] = edit,
        Deed::Command(command, arguments) => {
            json["command"] =
                json!({"title": action.title, "command": command, "arguments": arguments});
        }
    }
    json
}

/// An action as a command, as the protocol had it first; `None` if the client cannot be told to edit.
fn command(action: Action<'_>, view: &View, client: &Client) -> Option<Value> {
    let (command, arguments) = match action.deed {
        Deed::Command(command, arguments) => (command, arguments),
        Deed::Fix(..) | Deed::Edits(..) if !client.applies_edits => return None,
        Deed::Fix(nth, _) => (
            commands::APPLY,
            json!([edits::name_of(view, action.found, nth)]),
        ),
        Deed::Edits(name, _) => (commands::APPLY, json!([edits::name_of_whole(view, name)])),
    };
    Some(json!({"title": action.title, "command": command, "arguments": arguments}))
}

/// The draft an action is for, told by what [`literal`] left in it.
pub(super) fn draft_of(action: &Value) -> Option<&str> {
    edits::draft_of(action.get("data")?)
}

/// Gives a chosen action its edit; `None` if it was offered for another text than this.
pub(super) fn resolve(mut action: Value, view: &View, client: &Client) -> Option<Value> {
    action["edit"] = edits::named(action.get("data")?, view, client)?;
    Some(action)
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
