//! Clients that lie, err, or ask too much: each gets a clear answer, and the session goes on.

use serde_json::{Value, json};

use crate::client::{Client, URI, edit};
use crate::features::server;

/// Where the words found in a draft stand, as line and column.
fn places(found: &[Value]) -> Vec<(u64, u64)> {
    let words = found.iter().filter(|found| found["code"] == "test-word");
    let starts = words.map(|found| &found["range"]["start"]);
    starts
        .map(|start| {
            (
                start["line"].as_u64().unwrap(),
                start["character"].as_u64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn a_place_outside_the_text_is_the_nearest_inside() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "foo");
    client.published(URI, 1);
    client.change(URI, 2, edit((7, 5), (9, u32::MAX), " foo"));
    assert_eq!(places(&client.published(URI, 2)), [(0, 0), (0, 4)]);
    // From the end back to the start: the client means what lies between.
    client.change(URI, 3, edit((0, 99), (0, 3), "\nfoo"));
    assert_eq!(places(&client.published(URI, 3)), [(0, 0), (1, 0)]);
    let far = json!({"line": u32::MAX, "character": u32::MAX});
    for method in ["textDocument/hover", "textDocument/completion"] {
        client.request(
            method,
            json!({"textDocument": {"uri": URI}, "position": far}),
        );
    }
    for method in ["textDocument/codeAction", "textDocument/inlayHint"] {
        let range = json!({"start": far, "end": {"line": 0, "character": 0}});
        client.request(
            method,
            json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}}),
        );
    }
    let below = json!({"line": -1, "character": 0});
    let id = client.begin(
        "textDocument/hover",
        json!({"textDocument": {"uri": URI}, "position": below}),
    );
    assert_eq!(client.reply(id)["error"]["code"], -32602);
}

#[test]
fn a_place_inside_a_character_is_its_start() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "🎉 foo");
    client.published(URI, 1);
    client.change(URI, 2, edit((0, 1), (0, 1), "so "));
    assert_eq!(places(&client.published(URI, 2)), [(0, 6)]);
    client.change(URI, 3, edit((0, 4), (0, 6), ""));
    assert_eq!(places(&client.published(URI, 3)), [(0, 3)]);
}

#[test]
fn what_is_said_of_drafts_that_are_not_open_is_passed_over() {
    let mut client = server(json!({}));
    let draft = json!({"textDocument": {"uri": URI}});
    client.notify("textDocument/didClose", draft.clone());
    client.change(URI, 2, edit((0, 0), (0, 0), "foo"));
    for method in ["forthright.muteRule", "forthright.selectBlank"] {
        let arguments = json!([URI, "test-word"]);
        client.request(
            "workspace/executeCommand",
            json!({"command": method, "arguments": arguments}),
        );
    }
    client.open(URI, "plaintext", "foo");
    client.open(URI, "plaintext", "foo foo");
    client.notify("textDocument/didClose", draft.clone());
    client.notify("textDocument/didClose", draft);
    client.open(URI, "plaintext", "a foo");
    client.change(URI, 7, json!([]));
    assert_eq!(places(&client.published(URI, 7)), [(0, 2)]);
}

#[test]
fn an_action_made_up_is_refused() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "foo");
    client.published(URI, 1);
    let data = [
        json!({"uri": URI}),
        json!({"uri": URI, "generation": -1, "rule": "test-word", "at": 0, "fix": 0}),
        json!({"uri": URI, "generation": u64::MAX, "whole": "rewrite"}),
        json!({"uri": "file:///none", "generation": 1, "rule": "test-word", "at": 0, "fix": 0}),
    ];
    for data in data {
        let id = client.begin("codeAction/resolve", json!({"title": "x", "data": data}));
        assert_eq!(client.reply(id)["error"]["code"], -32801);
    }
    for command in [
        json!("forthright.checkFolder"),
        json!("forthright.disableRule"),
        json!("rm"),
    ] {
        for arguments in [json!([]), json!([1, null]), json!(["no such thing", {}])] {
            let params = json!({"command": command, "arguments": arguments});
            let id = client.begin("workspace/executeCommand", params);
            assert_eq!(client.reply(id)["error"]["code"], -32602);
        }
    }
}

#[test]
fn settings_of_other_kinds_change_nothing() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "foo");
    client.published(URI, 1);
    let odd = [
        json!(5),
        json!([]),
        json!("x"),
        json!({"forthright": 7}),
        json!({"forthright": {"rules": [1], "maxFindings": -3, "formats": "x", "timeZone": "Nowhere/None", "holidays": {"a": []}}}),
    ];
    for settings in odd {
        client.notify(
            "workspace/didChangeConfiguration",
            json!({"settings": settings}),
        );
    }
    client.notify("workspace/didChangeConfiguration", Value::Null);
    client.change(URI, 2, edit((0, 0), (0, 0), "a "));
    assert_eq!(places(&client.published(URI, 2)), [(0, 2)]);
}

#[test]
fn capabilities_of_other_kinds_count_as_absent() {
    let mut client = server(json!({
        "general": {"positionEncodings": "utf-8"}, "workspace": 3, "window": [],
        "textDocument": {"codeAction": {"resolveSupport": {"properties": {"edit": true}}}, "diagnostic": true},
    }));
    client.open(URI, "plaintext", "🎉 foo");
    assert_eq!(places(&client.published(URI, 1)), [(0, 3)]);
}

#[test]
fn a_thousand_drafts_are_open_at_once() {
    let mut client = server(json!({}));
    let uri = |nth: usize| format!("file:///drafts/{nth}.txt");
    for nth in 0..1000 {
        client.open(&uri(nth), "plaintext", "foo");
    }
    for nth in [999, 0, 500] {
        assert_eq!(places(&client.published(&uri(nth), 1)), [(0, 0)]);
    }
    for nth in 0..1000 {
        let draft = json!({"textDocument": {"uri": uri(nth)}});
        client.notify("textDocument/didClose", draft);
    }
    client.open(URI, "plaintext", "foo");
    client.published(URI, 1);
}

#[test]
fn a_long_line_keeps_neither_edits_nor_the_end_waiting() {
    let mut client = Client::with(json!({}));
    client.open(
        URI,
        "plaintext",
        &"Could you send it by Friday? ".repeat(20_000),
    );
    for version in 2..50 {
        client.change(URI, version, edit((0, 0), (0, 0), "a"));
    }
    let begun = std::time::Instant::now();
    assert_eq!(client.goodbye(), 0);
    let time = begun.elapsed();
    assert!(time < std::time::Duration::from_secs(5), "{time:?}");
}
