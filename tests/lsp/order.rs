//! Edits in order, newest first, whatever the client does.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Client, URI, edit};
use crate::soak;

/// A draft of many paragraphs.
fn long(paragraphs: usize) -> String {
    (0..paragraphs)
        .map(|n| format!("Could you send me report number {n} by Friday? It is for the board.\n\n"))
        .collect()
}

#[test]
fn a_thousand_edits_and_a_request_behind_them_see_the_same_text() {
    let mut client = Client::with(json!({"textDocument": {"diagnostic": {}}}));
    client.open(URI, "plaintext", "");
    for version in 2..1002 {
        client.change(URI, version, edit((0, 0), (0, 0), "x"));
    }
    client.change(
        URI,
        1002,
        edit((0, 0), (0, 1000), "Could you call Ana by Friday?"),
    );
    let hover = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 24}});
    let hover = client.request("textDocument/hover", hover);
    assert!(hover.to_string().contains("27 November 2026"), "{hover}");
}

#[test]
fn a_burst_of_keys_gets_one_answer_for_the_newest_and_none_after() {
    let mut client = Client::with(json!({}));
    client.open(URI, "plaintext", &long(50));
    client.published(URI, 1);
    for burst in 0..5 {
        let newest = 1 + 10 * (burst + 1);
        for key in 1..=10 {
            client.change(URI, 1 + 10 * burst + key, edit((0, 0), (0, 0), "a"));
            std::thread::sleep(Duration::from_millis(5));
        }
        client.published(URI, newest);
        client.listen(Duration::from_millis(50));
        let versions: Vec<i64> = client
            .waiting
            .drain(..)
            .filter_map(|message| message["params"]["version"].as_i64())
            .collect();
        assert!(versions.is_sorted(), "{versions:?}");
        assert!(
            versions.iter().all(|&version| version < i64::from(newest)),
            "{versions:?}"
        );
    }
}

#[test]
fn keys_that_arrive_together_are_answered_together() {
    let mut client = Client::with(json!({}));
    client.open(URI, "plaintext", &long(100));
    for version in 2..=200 {
        client.change(URI, version, edit((0, 0), (0, 0), "a"));
    }
    client.published(URI, 200);
    let others = client.count("textDocument/publishDiagnostics");
    assert!(others < 20, "{others} publications for 200 keys");
}

#[test]
fn a_change_older_than_the_text_is_not_taken() {
    let mut client = Client::with(json!({}));
    client.open(URI, "plaintext", "Fine.");
    client.change(URI, 5, edit((0, 0), (0, 5), "Good."));
    client.published(URI, 5);
    client.change(
        URI,
        4,
        json!([{"text": "Could you possibly maybe call Ana soon?"}]),
    );
    client.change(URI, 6, edit((0, 5), (0, 5), " Bye."));
    assert_eq!(client.published(URI, 6), Vec::<Value>::new());
}

#[test]
fn a_client_that_does_not_read_stops_neither_edits_nor_memory_at_rest() {
    let mut client = Client::with(json!({}));
    let reading = client.reading();
    let not_reading = reading.lock();
    client.open(URI, "plaintext", &long(100));
    for version in 2..20_000 {
        client.change(URI, version, edit((0, 0), (0, 0), "a"));
    }
    drop(not_reading);
    client.published(URI, 19_999);
    if let Some(peak) = client.peak_memory() {
        assert!(peak < 100 << 20, "{} MiB", peak >> 20);
    }
    assert_eq!(client.goodbye(), 0);
}

#[test]
fn a_request_that_was_not_begun_is_cancelled() {
    let mut client = Client::with(json!({}));
    client.open(URI, "plaintext", &long(100));
    let hover = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 1}});
    // All in one write, so that they wait together behind the reading of the draft.
    let ids: Vec<i64> = (0..10)
        .map(|_| client.begin("textDocument/hover", hover.clone()))
        .collect();
    for id in &ids[..9] {
        client.notify("$/cancelRequest", json!({"id": id}));
    }
    let codes: Vec<Value> = ids
        .iter()
        .map(|id| client.reply(*id)["error"]["code"].clone())
        .collect();
    assert!(codes[..9].iter().all(|code| *code == -32800), "{codes:?}");
    assert_eq!(codes[9], Value::Null);
}

#[test]
fn settings_are_asked_for_while_edits_stream_in() {
    let mut client = Client::with(json!({"workspace": {"configuration": true}}));
    client.open(URI, "plaintext", "Hello.");
    for version in 2..402 {
        client.notify(
            "workspace/didChangeConfiguration",
            json!({"settings": null}),
        );
        client.change(URI, version, edit((0, 0), (0, 0), "a"));
    }
    client.published(URI, 401);
    assert_eq!(client.goodbye(), 0);
}

#[test]
fn five_thousand_edits_leave_nothing_behind() {
    let mut client = Client::in_memory(forthright::rules::all().collect());
    client.initialize(json!({"textDocument": {
        "diagnostic": {}, "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}));
    let looks = soak::run(&mut client, 1, 5000);
    assert!(looks > 250);
}
