//! What can be done about a finding, and how each kind of client is told to do it.

use serde_json::{Value, json};

use crate::client::{Client, URI, edit};
use crate::features::{line, server};

/// The action of this title at a range.
pub(crate) fn word(client: &mut Client, range: &Value, title: &str) -> Value {
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}}),
    );
    let actions = actions.as_array().unwrap();
    let action = actions.iter().find(|action| action["title"] == title);
    action
        .unwrap_or_else(|| panic!("no {title} in {actions:?}"))
        .clone()
}

/// Of a client that takes actions with what they do in them.
fn literals() -> Value {
    json!({"textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}})
}

/// The titles of the actions at a place of the first line.
fn titles(client: &mut Client, at: u32) -> Vec<String> {
    let place = json!({"line": 0, "character": at});
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": URI}, "range": {"start": place, "end": place},
            "context": {"diagnostics": [], "only": ["quickfix"]}}),
    );
    let actions = actions.as_array().unwrap().iter();
    let titles = actions.map(|action| action["title"].as_str().unwrap().to_owned());
    titles.collect()
}

#[test]
fn a_fix_is_offered_anywhere_in_the_sentence_and_the_nearest_first() {
    let mut client = server(literals());
    client.open(
        URI,
        "plaintext",
        "Here a foo and there foo stand. None is here.",
    );
    client.published(URI, 1);
    let everywhere = [0, 9, 22, 30];
    for at in everywhere {
        let titles = titles(&mut client, at);
        assert_eq!(
            titles.iter().filter(|title| *title == "Say “bar”").count(),
            2,
            "{at}: {titles:?}"
        );
        assert_eq!(titles[0], "Say “bar”");
    }
    let start = |client: &mut Client, at: u32| {
        let place = json!({"line": 0, "character": at});
        let range = json!({"start": place, "end": place});
        word(client, &range, "Say “bar”")["edit"]["changes"][URI][0]["range"]["start"]["character"]
            .clone()
    };
    assert_eq!(
        [start(&mut client, 9), start(&mut client, 22)],
        [json!(7), json!(21)]
    );
    assert_eq!(
        [start(&mut client, 0), start(&mut client, 30)],
        [json!(7), json!(21)]
    );
    assert_eq!(titles(&mut client, 40), Vec::<String>::new());
}

#[test]
fn one_fix_is_the_best_one() {
    let mut client = server(literals());
    client.open(URI, "plaintext", "a foo, a foo");
    client.published(URI, 1);
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": URI}, "range": line(0), "context": {"diagnostics": []}}),
    );
    let actions = actions.as_array().unwrap();
    let preferred = actions
        .iter()
        .position(|action| action["isPreferred"] == true);
    assert_eq!(preferred, Some(0));
    assert_eq!(
        actions
            .iter()
            .filter(|action| action["isPreferred"] == true)
            .count(),
        1
    );
}

#[test]
fn only_a_turn_of_phrase_can_be_left_alone_for_good() {
    let mut client = server(literals());
    client.open(URI, "plaintext", "foo\n\nfine");
    client.published(URI, 1);
    let of_phrase = titles(&mut client, 1);
    let leave = [
        "Never flag “foo”",
        "Turn off “test-word” in this draft",
        "Turn off “test-word” everywhere",
    ];
    assert_eq!(of_phrase[3..], leave);
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": URI}, "range": line(2), "context": {"diagnostics": [], "only": ["quickfix"]}}),
    );
    let actions = actions.as_array().unwrap().iter();
    let titles: Vec<_> = actions.map(|action| action["title"].clone()).collect();
    assert_eq!(
        titles,
        [
            "Turn off “test-count” in this draft",
            "Turn off “test-count” everywhere"
        ]
    );
}

#[test]
fn who_takes_no_actions_gets_commands_that_have_the_draft_edited() {
    let mut client = server(json!({"workspace": {"applyEdit": true}}));
    client.open(URI, "plaintext", "a foo");
    client.published(URI, 1);
    let run = |client: &mut Client, command: &Value| {
        client.begin(
            "workspace/executeCommand",
            json!({"command": command["command"], "arguments": command["arguments"]}),
        )
    };
    for (title, new) in [
        ("Say “by Fri 27 Nov”", "by Fri 27 Nov"),
        ("Fix all in this draft", "bar"),
    ] {
        let command = word(&mut client, &line(0), title);
        assert_eq!(command["command"], "forthright.apply");
        let id = run(&mut client, &command);
        assert_eq!(client.reply(id)["result"], Value::Null);
        client.listen(std::time::Duration::from_millis(20));
        let (method, told) = client.asked.last().unwrap();
        assert_eq!(method, "workspace/applyEdit");
        assert_eq!(told["edit"]["changes"][URI][0]["newText"], new);
    }
    let stale = word(&mut client, &line(0), "Say “bar”");
    client.change(URI, 2, edit((0, 0), (0, 0), "so "));
    let id = run(&mut client, &stale);
    assert_eq!(client.reply(id)["error"]["code"], -32801);
    let id = run(
        &mut client,
        &json!({"command": "forthright.apply", "arguments": ["foo"]}),
    );
    assert_eq!(client.reply(id)["error"]["code"], -32602);
}

#[test]
fn who_can_neither_take_actions_nor_edit_is_offered_what_is_left() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "a foo");
    client.published(URI, 1);
    assert_eq!(
        titles(&mut client, 3),
        [
            "Never flag “foo”",
            "Turn off “test-word” in this draft",
            "Turn off “test-word” everywhere"
        ]
    );
}

#[test]
fn an_action_that_is_whole_is_resolved_as_it_is() {
    let mut client = server(literals());
    let action = json!({"title": "x", "command": {"title": "x", "command": "forthright.muteRule"}});
    assert_eq!(client.request("codeAction/resolve", action.clone()), action);
}

#[test]
fn all_safe_fixes_are_one_action() {
    let mut client = server(literals());
    client.open(URI, "plaintext", "a foo, a foo");
    client.published(URI, 1);
    let actions = client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": URI}, "range": line(0),
            "context": {"diagnostics": [], "only": ["source.fixAll"]}}),
    );
    assert_eq!(actions.as_array().unwrap().len(), 1, "{actions}");
    assert_eq!(actions[0]["kind"], "source.fixAll.forthright");
    let edits = actions[0]["edit"]["changes"][URI].as_array().unwrap();
    assert!(
        edits.len() == 2 && edits.iter().all(|edit| edit["newText"] == "bar"),
        "{edits:?}"
    );
}

#[test]
fn the_whole_message_is_rewritten_as_one_action() {
    let mut client = server(literals());
    let ask = |client: &mut Client, version: i32, text: &str| {
        if version == 1 {
            client.open(URI, "plaintext", text);
        } else {
            client.change(URI, version, json!([{"text": text}]));
        }
        client.published(URI, version);
        client.request(
            "textDocument/codeAction",
            json!({"textDocument": {"uri": URI}, "range": line(0),
                "context": {"diagnostics": [], "only": ["refactor.rewrite"]}}),
        )
    };
    let actions = ask(
        &mut client,
        1,
        "Hi Sam, I was wondering if you could sign the lease? No worries if not!\n",
    );
    assert_eq!(actions.as_array().unwrap().len(), 1, "{actions}");
    assert_eq!(actions[0]["kind"], "refactor.rewrite");
    let edits = actions[0]["edit"]["changes"][URI].to_string();
    assert!(edits.contains("ould you sign"), "{edits}");
    let clear = ask(
        &mut client,
        2,
        "Hi Sam,\n\nCould you sign the lease by Friday?\n",
    );
    assert_eq!(clear, json!([]));
}

#[test]
fn a_rule_ignored_in_a_draft_is_silent_there_and_nowhere_else() {
    let mut client = server(literals());
    let other = "file:///drafts/other.txt";
    client.open(URI, "plaintext", "foo");
    client.open(other, "plaintext", "foo");
    client.published(URI, 1);
    client.published(other, 1);
    let action = word(&mut client, &line(0), "Turn off “test-word” in this draft");
    let command = &action["command"];
    client.request(
        "workspace/executeCommand",
        json!({"command": command["command"], "arguments": command["arguments"]}),
    );
    let found = client.published(URI, 1);
    assert!(
        found.iter().all(|found| found["code"] != "test-word"),
        "{found:?}"
    );
    client.change(other, 2, edit((0, 0), (0, 0), "a "));
    assert!(
        client
            .published(other, 2)
            .iter()
            .any(|found| found["code"] == "test-word")
    );
}

#[test]
fn a_fix_chosen_after_the_text_went_on_is_refused() {
    let mut client = server(json!({"textDocument": {"codeAction": {
        "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "dataSupport": true, "resolveSupport": {"properties": ["edit"]}}}}));
    client.open(URI, "plaintext", "a foo");
    client.published(URI, 1);
    let action = word(&mut client, &line(0), "Say “bar”");
    client.change(URI, 2, edit((0, 0), (0, 0), "so "));
    let id = client.begin("codeAction/resolve", action);
    assert_eq!(client.reply(id)["error"]["code"], -32801);
}
