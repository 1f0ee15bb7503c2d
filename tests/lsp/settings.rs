//! Settings from the editor and from files, taken at once, and what is asked of the editor for them.

use serde_json::{Value, json};

use crate::client::{Client, URI, edit};

const HEDGED: &str = "I was wondering if you could send me the report by Friday.";

/// The rules that speak of a draft.
fn rules(found: &[Value]) -> Vec<&str> {
    let rules = found.iter().filter_map(|found| found["code"].as_str());
    rules.collect()
}

fn rule_off() -> Value {
    json!({"rules": {"wondering-frame": "off"}})
}

#[test]
fn the_editor_is_asked_for_its_settings_and_told_to_tell_of_changes() {
    let mut client = Client::spawn();
    client.settings = rule_off();
    client.initialize(json!({"workspace": {
        "configuration": true,
        "didChangeConfiguration": {"dynamicRegistration": true},
        "didChangeWatchedFiles": {"dynamicRegistration": true},
    }}));
    client.open(URI, "plaintext", "Hello.");
    client.published(URI, 1);
    client.change(URI, 2, json!([{"text": HEDGED}]));
    assert_eq!(rules(&client.published(URI, 2)), Vec::<&str>::new());
    let registered = client
        .asked
        .iter()
        .find(|(method, _)| method == "client/registerCapability");
    let registrations = registered.unwrap().1["registrations"].as_array().unwrap();
    let methods: Vec<&Value> = registrations.iter().map(|one| &one["method"]).collect();
    assert_eq!(
        methods,
        [
            "workspace/didChangeConfiguration",
            "workspace/didChangeWatchedFiles"
        ]
    );
    let watched = &registrations[1]["registerOptions"]["watchers"][0]["globPattern"];
    assert_eq!(watched, "**/forthright.toml");
}

#[test]
fn changed_settings_are_taken_at_once_whether_told_or_asked_for() {
    let mut client = Client::with(json!({}));
    client.open(URI, "plaintext", HEDGED);
    assert_eq!(rules(&client.published(URI, 1)), ["wondering-frame"]);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": {"forthright": rule_off()}}),
    );
    assert_eq!(rules(&client.published(URI, 1)), Vec::<&str>::new());
    let mut client = Client::with(json!({"workspace": {"configuration": true}}));
    client.open(URI, "plaintext", HEDGED);
    client.published(URI, 1);
    client.settings = rule_off();
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": null}),
    );
    let silent = |message: &Value| message["params"]["diagnostics"] == json!([]);
    client.wait_for("silence", silent);
}

#[test]
fn what_is_passed_off_as_chosen_is_not_taken_from_an_editor_that_can_be_asked() {
    let mut client = Client::with(json!({"workspace": {
        "configuration": true, "codeLens": {"refreshSupport": true}}}));
    client.open(URI, "plaintext", HEDGED);
    client.published(URI, 1);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": {"forthright": rule_off()}}),
    );
    client.request(
        "textDocument/codeLens",
        json!({"textDocument": {"uri": URI}}),
    );
    client.change(URI, 2, edit((0, 0), (0, 0), " "));
    assert_eq!(rules(&client.published(URI, 2)), ["wondering-frame"]);
    let anew = |(method, _): &(String, Value)| method == "workspace/codeLens/refresh";
    assert!(!client.asked.iter().any(anew), "nothing changed");
}

#[test]
fn a_settings_file_is_read_again_when_the_editor_tells_of_it() {
    let mut client = Client::with(json!({}));
    let draft = client.home.join("note.txt");
    let uri = format!("file://{}", draft.display());
    client.open(&uri, "plaintext", HEDGED);
    assert_eq!(rules(&client.published(&uri, 1)), ["wondering-frame"]);
    let file = client.home.join("forthright.toml");
    std::fs::write(&file, "[rules]\nwondering-frame = \"off\"\n").unwrap();
    let change = json!({"uri": format!("file://{}", file.display()), "type": 1});
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [change]}),
    );
    assert_eq!(rules(&client.published(&uri, 1)), Vec::<&str>::new());
}

#[test]
fn what_the_editor_shows_by_itself_is_asked_for_anew() {
    let mut client = Client::with(json!({
        "textDocument": {"diagnostic": {}},
        "workspace": {"inlayHint": {"refreshSupport": true}, "codeLens": {"refreshSupport": true},
            "diagnostics": {"refreshSupport": true}},
    }));
    client.open(URI, "plaintext", HEDGED);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": rule_off()}),
    );
    client.change(URI, 2, edit((0, 0), (0, 0), " "));
    client.request(
        "textDocument/diagnostic",
        json!({"textDocument": {"uri": URI}}),
    );
    let mut asked: Vec<&str> = client
        .asked
        .iter()
        .map(|(method, _)| method.as_str())
        .collect();
    asked.sort_unstable();
    assert_eq!(
        asked,
        [
            "workspace/codeLens/refresh",
            "workspace/diagnostic/refresh",
            "workspace/inlayHint/refresh"
        ]
    );
}

#[test]
fn a_hint_is_resolved_and_gone_when_the_text_went_on() {
    let mut client = Client::with(
        json!({"textDocument": {"inlayHint": {"resolveSupport": {"properties": ["textEdits"]}}}}),
    );
    client.open(URI, "plaintext", HEDGED);
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}});
    let hints = client.request(
        "textDocument/inlayHint",
        json!({"textDocument": {"uri": URI}, "range": whole}),
    );
    let hint = &hints[0];
    assert_eq!(
        (&hint["label"], hint.get("textEdits")),
        (&json!("27 Nov"), None)
    );
    let resolved = client.request("inlayHint/resolve", hint.clone());
    assert_eq!(resolved["textEdits"][0]["newText"], "Fri 27 Nov");
    client.change(URI, 2, edit((0, 0), (0, 0), "So "));
    let resolved = client.request("inlayHint/resolve", hint.clone());
    assert_eq!(resolved.get("textEdits"), None);
}
