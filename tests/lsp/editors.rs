//! What each editor must get. The capabilities are what these editors announce, as far as the server makes use of them.

use serde_json::{Value, json};

use crate::actions::word;
use crate::client::{Client, URI};
use crate::features::RULES;

/// An editor and what it announces.
struct Editor {
    name: &'static str,
    encoding: &'static str,
    pulls: bool,
    resolves: bool,
    versioned: bool,
    snippets: bool,
    code_links: bool,
    related: bool,
    markdown: bool,
    capabilities: Value,
}

fn quick_fix_kinds() -> Value {
    json!({"codeActionKind": {"valueSet": ["quickfix", "source"]}})
}

fn editors() -> Vec<Editor> {
    let editor = Editor {
        name: "",
        encoding: "utf-16",
        pulls: false,
        resolves: false,
        versioned: false,
        snippets: false,
        code_links: false,
        related: false,
        markdown: true,
        capabilities: Value::Null,
    };
    let neovim = |encodings: Value, properties: Value| {
        json!({
            "general": {"positionEncodings": encodings},
            "textDocument": {
                "codeAction": {"codeActionLiteralSupport": quick_fix_kinds(), "dataSupport": true,
                    "isPreferredSupport": true, "resolveSupport": {"properties": properties}},
                "diagnostic": {"dynamicRegistration": true},
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "inlayHint": {"resolveSupport": {"properties": ["textEdits", "tooltip", "location", "command"]}},
                "publishDiagnostics": {"dataSupport": true, "relatedInformation": true},
            },
            "window": {"showDocument": {"support": true}, "workDoneProgress": true},
            "workspace": {"applyEdit": true, "configuration": true, "inlayHint": {"refreshSupport": true},
                "workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]}},
        })
    };
    let encodings = json!(["utf-8", "utf-16", "utf-32"]);
    vec![
        Editor {
            name: "Emacs 28, eglot 1.9",
            versioned: true,
            markdown: false,
            capabilities: json!({
                "textDocument": {
                    "codeAction": {"codeActionLiteralSupport": quick_fix_kinds(), "isPreferredSupport": true},
                    "hover": {"contentFormat": ["plaintext"]},
                    "publishDiagnostics": {"codeDescriptionSupport": false, "relatedInformation": false},
                },
                "workspace": {"applyEdit": true, "configuration": true,
                    "didChangeWatchedFiles": {"dynamicRegistration": true},
                    "workspaceEdit": {"documentChanges": true}},
            }),
            ..editor
        },
        Editor {
            name: "Helix 25.07",
            encoding: "utf-8",
            pulls: true,
            resolves: true,
            versioned: true,
            capabilities: json!({
                "general": {"positionEncodings": ["utf-8", "utf-32", "utf-16"]},
                "textDocument": {
                    "codeAction": {"codeActionLiteralSupport": quick_fix_kinds(), "dataSupport": true,
                        "isPreferredSupport": true, "resolveSupport": {"properties": ["edit", "command"]}},
                    "diagnostic": {"dynamicRegistration": false, "relatedDocumentSupport": true},
                    "hover": {"contentFormat": ["markdown"]},
                    "inlayHint": {"dynamicRegistration": false},
                    "publishDiagnostics": {"tagSupport": {"valueSet": [1, 2]}, "versionSupport": true},
                },
                "window": {"showDocument": {"support": true}, "workDoneProgress": true},
                "workspace": {"applyEdit": true, "configuration": true, "diagnostic": {"refreshSupport": true},
                    "didChangeWatchedFiles": {"dynamicRegistration": true},
                    "inlayHint": {"refreshSupport": false}, "workspaceEdit": {"documentChanges": true}},
            }),
            ..editor
        },
        Editor {
            name: "Kakoune, kak-lsp 22",
            encoding: "utf-8",
            versioned: true,
            related: true,
            capabilities: json!({
                "general": {"positionEncodings": ["utf-8", "utf-16"]},
                "textDocument": {
                    // It resolves, but does not bring back what a server left in the action.
                    "codeAction": {"codeActionLiteralSupport": quick_fix_kinds(), "isPreferredSupport": false,
                        "resolveSupport": {"properties": ["edit"]}},
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                    "publishDiagnostics": {"relatedInformation": true},
                },
                "window": {"workDoneProgress": true},
                "workspace": {"applyEdit": true, "configuration": true, "codeLens": {"refreshSupport": true},
                    "inlayHint": {"refreshSupport": true}, "workspaceEdit": {"documentChanges": true}},
            }),
            ..editor
        },
        Editor {
            name: "Neovim 0.10",
            pulls: true,
            resolves: true,
            related: true,
            capabilities: neovim(json!(["utf-16"]), json!(["edit"])),
            ..editor
        },
        Editor {
            name: "Neovim 0.11",
            encoding: "utf-8",
            pulls: true,
            resolves: true,
            related: true,
            capabilities: neovim(encodings.clone(), json!(["edit"])),
            ..editor
        },
        Editor {
            name: "Neovim 0.12",
            encoding: "utf-8",
            pulls: true,
            resolves: true,
            related: true,
            capabilities: neovim(encodings, json!(["edit", "command"])),
            ..editor
        },
        Editor {
            name: "Vim 9, ALE 3.3",
            related: true,
            markdown: false,
            capabilities: json!({
                "textDocument": {
                    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
                    "hover": {"contentFormat": ["plaintext"]},
                    "publishDiagnostics": {"relatedInformation": true},
                },
                "workspace": {"applyEdit": false, "configuration": false},
            }),
            ..editor
        },
        Editor {
            name: "VS Code 1.139",
            pulls: true,
            resolves: true,
            versioned: true,
            snippets: true,
            code_links: true,
            related: true,
            capabilities: json!({
                "general": {"positionEncodings": ["utf-16"]},
                "textDocument": {
                    "codeAction": {"codeActionLiteralSupport": quick_fix_kinds(), "dataSupport": true,
                        "isPreferredSupport": true, "resolveSupport": {"properties": ["edit", "command"]}},
                    "diagnostic": {"codeDescriptionSupport": true, "relatedInformation": true},
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                    "inlayHint": {"resolveSupport": {"properties": ["tooltip", "textEdits", "label.tooltip"]}},
                    "publishDiagnostics": {"codeDescriptionSupport": true, "relatedInformation": true},
                },
                "window": {"showDocument": {"support": true}, "workDoneProgress": true},
                "workspace": {"applyEdit": true, "configuration": true, "codeLens": {"refreshSupport": true},
                    "diagnostics": {"refreshSupport": true}, "inlayHint": {"refreshSupport": true},
                    "didChangeConfiguration": {"dynamicRegistration": true},
                    "didChangeWatchedFiles": {"dynamicRegistration": true},
                    "workspaceEdit": {"documentChanges": true, "snippetEditSupport": true}},
            }),
            ..editor
        },
    ]
}

/// Before the word that is found stands one that each encoding counts differently.
const TEXT: &str = "🎉é foo.\n";

#[test]
fn places_are_counted_as_the_editor_counts() {
    for editor in editors() {
        let mut client = Client::in_memory(RULES.to_vec());
        let server = client.initialize(editor.capabilities.clone());
        assert_eq!(
            server["positionEncoding"], editor.encoding,
            "{}",
            editor.name
        );
        client.open(URI, "plaintext", TEXT);
        let found = diagnostics(&mut client, &editor);
        let column = if editor.encoding == "utf-8" { 7 } else { 4 };
        assert_eq!(
            found[0]["range"]["start"],
            json!({"line": 0, "character": column}),
            "{}",
            editor.name
        );
    }
}

/// The diagnostics of the draft's first version, by the way this editor gets them and no other.
fn diagnostics(client: &mut Client, editor: &Editor) -> Vec<Value> {
    if editor.pulls {
        let report = client.request(
            "textDocument/diagnostic",
            json!({"textDocument": {"uri": URI}}),
        );
        assert_eq!(
            client.count("textDocument/publishDiagnostics"),
            0,
            "{}",
            editor.name
        );
        report["items"].as_array().unwrap().clone()
    } else {
        client.published(URI, 1)
    }
}

#[test]
fn a_diagnostic_holds_what_the_editor_shows() {
    for editor in editors() {
        let mut client = Client::in_memory(RULES.to_vec());
        let server = client.initialize(editor.capabilities.clone());
        assert_eq!(
            server.get("diagnosticProvider").is_some(),
            editor.pulls,
            "{}",
            editor.name
        );
        client.open(URI, "plaintext", TEXT);
        let found = diagnostics(&mut client, &editor).remove(0);
        assert_eq!(found["code"], "test-word");
        assert_eq!(found["source"], "forthright");
        assert_eq!(
            found.get("relatedInformation").is_some(),
            editor.related,
            "{}",
            editor.name
        );
        assert_eq!(
            found.get("codeDescription").is_some(),
            editor.code_links,
            "{}",
            editor.name
        );
    }
}

#[test]
fn a_fix_comes_with_its_edit_or_is_resolved_and_applies() {
    for editor in editors() {
        let mut client = Client::in_memory(RULES.to_vec());
        client.initialize(editor.capabilities.clone());
        client.open(URI, "plaintext", TEXT);
        let found = diagnostics(&mut client, &editor).remove(0);
        let actions = client.request(
            "textDocument/codeAction",
            json!({"textDocument": {"uri": URI}, "range": found["range"], "context": {"diagnostics": [found]}}),
        );
        let action = actions[0].clone();
        assert_eq!(action["title"], "Say “bar”", "{}", editor.name);
        assert_eq!(action["isPreferred"], true);
        assert_eq!(
            action.get("edit").is_none(),
            editor.resolves,
            "{}",
            editor.name
        );
        let action = if editor.resolves {
            client.request("codeAction/resolve", action)
        } else {
            action
        };
        let edits = edits_of(&action, editor.versioned);
        assert_eq!(edits[0]["newText"], "bar", "{}", editor.name);
        assert_eq!(edits[0]["range"], found["range"], "{}", editor.name);
    }
}

/// The edits of an action, from the form of workspace edit this editor takes.
fn edits_of(action: &Value, versioned: bool) -> &Value {
    if versioned {
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": URI, "version": 1}));
        &change["edits"]
    } else {
        &action["edit"]["changes"][URI]
    }
}

#[test]
fn a_blank_is_a_tab_stop_or_selected_or_plain() {
    for editor in editors() {
        let mut client = Client::in_memory(RULES.to_vec());
        client.initialize(editor.capabilities.clone());
        client.open(URI, "plaintext", TEXT);
        let found = diagnostics(&mut client, &editor).remove(0);
        let mut action = word(&mut client, &found["range"], "Say “[day]”");
        if editor.resolves {
            action = client.request("codeAction/resolve", action);
        }
        let edits = edits_of(&action, editor.versioned);
        let selects = editor
            .capabilities
            .pointer("/window/showDocument")
            .is_some();
        if editor.snippets {
            assert_eq!(
                edits[0]["snippet"]["value"], "${1:[day]}",
                "{}",
                editor.name
            );
        } else {
            assert_eq!(edits[0]["newText"], "[day]", "{}", editor.name);
            assert_eq!(action.get("command").is_some(), selects, "{}", editor.name);
        }
    }
}

#[test]
fn a_hover_is_in_the_language_the_editor_renders() {
    for editor in editors() {
        let mut client = Client::in_memory(RULES.to_vec());
        client.initialize(editor.capabilities.clone());
        client.open(URI, "plaintext", "foo.\n");
        let hover = client.request(
            "textDocument/hover",
            json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 1}}),
        );
        let kind = if editor.markdown {
            "markdown"
        } else {
            "plaintext"
        };
        assert_eq!(hover["contents"]["kind"], kind, "{}", editor.name);
        assert_eq!(
            hover["contents"]["value"].as_str().unwrap().contains("**"),
            editor.markdown
        );
    }
}
