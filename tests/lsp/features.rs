//! Each feature once, with rules of the test's own so that no rule's change of mind breaks it.

use forthright::facts::{Message, Passage};
use forthright::finding::{Applies, Finding, Level, Move};
use forthright::rules::{Check, Context, Flags, Rule};
use forthright::text::Span;
use serde_json::{Value, json};

use crate::client::{Client, URI, edit};

static WORD: Rule = Rule {
    id: "test-word",
    page: "A word.\n\n## Why\nIt is there.\n",
    level: Some(Level::Warning),
    guards: Move::ClearMessage,
    also_for: &[],
    since: "0",
    flags: Flags::Phrase,
    check: Check::Passage(find_words),
};

static BREAKS: Rule = Rule {
    id: "test-breaks",
    check: Check::Passage(break_on_a_word),
    ..WORD
};

static COUNT: Rule = Rule {
    id: "test-count",
    level: Some(Level::Hint),
    flags: Flags::Deed,
    check: Check::Message(count_passages),
    ..WORD
};

/// A rule that finds a word, one that breaks on a word, and one about the whole message.
pub(crate) const RULES: &[&Rule] = &[&WORD, &BREAKS, &COUNT];

fn find_words(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    let found = passage.text.match_indices("foo").map(|(at, word)| {
        WORD.finding(Span::new(at, at + word.len()), "“foo” says nothing.")
            .say(Applies::AsIs, "bar")
            .say(Applies::IfMeant, "by Fri 27 Nov")
            .say(Applies::WithBlank, "[day]")
            .relate(Span::empty(0), "It is in this paragraph.")
    });
    found.collect()
}

fn break_on_a_word(passage: &Passage, _: &Context<'_>) -> Vec<Finding> {
    assert!(
        !passage.text.contains("break"),
        "the rule breaks on purpose"
    );
    Vec::new()
}

fn count_passages(message: &Message, _: &Context<'_>) -> Vec<Finding> {
    let count = message.own().count();
    let last = message.own().last().filter(|_| count > 1);
    let found = last.map(|(offset, passage)| {
        let span = Span::new(
            offset,
            offset + passage.text.chars().next().map_or(0, char::len_utf8),
        );
        COUNT.finding(span, format!("{count} passages"))
    });
    found.into_iter().collect()
}

/// A session with the rules above.
pub(crate) fn server(capabilities: Value) -> Client {
    let mut client = Client::in_memory(RULES.to_vec());
    client.initialize(capabilities);
    client
}

pub(crate) fn line(line: u32) -> Value {
    json!({"start": {"line": line, "character": 0}, "end": {"line": line, "character": 99}})
}

#[test]
fn findings_are_capped_and_the_rest_counted_in_one_line() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", &"foo ".repeat(700));
    let found = client.published(URI, 1);
    assert_eq!(found.len(), 501);
    let rest = found[500]["message"].as_str().unwrap();
    assert!(rest.starts_with("200 more findings"), "{rest}");
}

#[test]
fn closing_a_draft_takes_its_diagnostics_back() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "foo");
    assert_eq!(client.published(URI, 1).len(), 1);
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": URI}}),
    );
    let message = client.wait_for("the end of diagnostics", |message| {
        message["method"] == "textDocument/publishDiagnostics"
    });
    assert_eq!(message["params"]["diagnostics"], json!([]));
    client.open(URI, "plaintext", "foo foo");
    assert_eq!(client.published(URI, 1).len(), 2);
}

#[test]
fn who_asks_again_for_the_same_text_is_told_that_nothing_changed() {
    let mut client = server(json!({"textDocument": {"diagnostic": {}}}));
    client.open(URI, "plaintext", "foo");
    let ask = |client: &mut Client, previous: Value| {
        client.request(
            "textDocument/diagnostic",
            json!({"textDocument": {"uri": URI}, "previousResultId": previous}),
        )
    };
    let first = ask(&mut client, Value::Null);
    assert_eq!(
        (&first["kind"], first["items"].as_array().unwrap().len()),
        (&json!("full"), 1)
    );
    let again = ask(&mut client, first["resultId"].clone());
    assert_eq!(
        (&again["kind"], &again["resultId"]),
        (&json!("unchanged"), &first["resultId"])
    );
    client.change(URI, 2, edit((0, 0), (0, 3), "fine"));
    let after = ask(&mut client, first["resultId"].clone());
    assert_eq!(
        (&after["kind"], after["items"].as_array().unwrap().len()),
        (&json!("full"), 0)
    );
}

#[test]
fn a_rule_that_breaks_costs_its_own_result_and_tells_no_words() {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", "foo, and break it. Private matters.");
    let found = client.published(URI, 1);
    assert!(
        found.iter().any(|found| found["code"] == "test-word"),
        "{found:?}"
    );
    let log = client.wait_for("a line in the log", |message| {
        message["method"] == "window/logMessage"
    });
    let said = log["params"]["message"].as_str().unwrap();
    assert!(said.starts_with("test-breaks broke off on text "), "{said}");
    assert!(!said.contains("Private"), "{said}");
    client.change(URI, 2, edit((0, 5), (0, 5), "foo "));
    assert_eq!(
        client
            .published(URI, 2)
            .iter()
            .filter(|found| found["code"] == "test-word")
            .count(),
        2
    );
}

#[test]
fn what_is_written_is_taken_only_from_the_draft_itself() {
    // A request about a draft that is not open has an answer, and it is nothing.
    let mut client = server(json!({}));
    for method in [
        "textDocument/hover",
        "textDocument/documentSymbol",
        "textDocument/codeLens",
    ] {
        let nothing = client.request(
            method,
            json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}),
        );
        assert_eq!(nothing, Value::Null, "{method}");
    }
}

/// The words of facts: a draft that asks, promises and names days.
const LETTER: &str =
    "Could you review the audit report by Friday?\n\nI will send you the totals tomorrow.\n";

#[test]
fn days_are_told_where_they_are_named() {
    let mut client = server(json!({"textDocument": {"hover": {"contentFormat": ["markdown"]}}}));
    client.open(URI, "plaintext", LETTER);
    client.published(URI, 1);
    let hints = client.request(
        "textDocument/inlayHint",
        json!({"textDocument": {"uri": URI}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}}),
    );
    let labels: Vec<&str> = hints
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|hint| hint["label"].as_str())
        .collect();
    assert_eq!(labels, ["27 Nov", "Mon 23 Nov"]);
    assert_eq!(hints[0]["textEdits"][0]["newText"], "Fri 27 Nov");
    let hover = client.request(
        "textDocument/hover",
        json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 40}}),
    );
    let said = hover["contents"]["value"].as_str().unwrap();
    assert!(
        said.contains("Friday 27 November 2026, in 5 days"),
        "{said}"
    );
    assert_eq!(
        said,
        "An ask. **Who:** you. **What:** review the audit report. **By when:** Friday 27 November 2026, in 5 days."
    );
}

/// The labels of all hints of a draft.
fn labels(text: &str) -> Vec<String> {
    let mut client = server(json!({}));
    client.open(URI, "plaintext", text);
    let hints = client.request(
        "textDocument/inlayHint",
        json!({"textDocument": {"uri": URI}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}}),
    );
    let hints = hints.as_array().unwrap().iter();
    let label = |hint: &Value| {
        let column = hint["position"]["character"].as_u64().unwrap();
        let before = &text[..usize::try_from(column).unwrap()];
        let word = before.rsplit(' ').next().unwrap_or_default();
        format!("{word} {}", hint["label"].as_str().unwrap())
    };
    hints.map(label).collect()
}

#[test]
fn what_is_missing_is_asked_for_once_a_sentence() {
    for (text, hints) in [
        (
            "Please review the lease, check the meter and paint the door.",
            vec!["door. by when?"],
        ),
        (
            "Someone should repair the fence.",
            vec!["Someone who?", "fence. by when?"],
        ),
        (
            "The roof needs to be repaired.",
            vec!["repaired. who? by when?"],
        ),
        ("Please review the lease. I need it by 3 December.", vec![]),
        ("Could you review", vec![]),
    ] {
        assert_eq!(labels(text), hints, "{text}");
    }
}

#[test]
fn the_outline_and_the_lens_tell_what_is_asked_and_promised() {
    let mut client = server(
        json!({"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}),
    );
    client.open(URI, "plaintext", LETTER);
    let draft = json!({"textDocument": {"uri": URI}});
    let symbols = client.request("textDocument/documentSymbol", draft.clone());
    assert_eq!(symbols[0]["name"], "review the audit report");
    assert_eq!(symbols[0]["detail"], "ask, by Friday");
    assert_eq!(symbols[1]["detail"], "promise, tomorrow");
    let lenses = client.request("textDocument/codeLens", draft);
    assert_eq!(
        lenses[0]["command"]["title"],
        "1 ask · 1 promise · due Mon 23 Nov"
    );
}

#[test]
fn days_are_offered_after_by_and_openings_at_the_start() {
    let mut client = server(json!({}));
    let complete = |client: &mut Client, text: &str| {
        client.open(URI, "plaintext", text);
        let place = json!({"line": 0, "character": text.len()});
        client.request(
            "textDocument/completion",
            json!({"textDocument": {"uri": URI}, "position": place, "context": {"triggerKind": 1}}),
        )
    };
    let days = complete(&mut client, "Could you call Ana by F");
    assert_eq!(days[0]["label"], "Fri 27 Nov");
    assert_eq!(days[0]["textEdit"]["range"]["start"]["character"], 22);
    let openings = complete(&mut client, "Thanks. Cou");
    assert!(
        openings[0]["label"]
            .as_str()
            .unwrap()
            .starts_with("Could you"),
        "{openings}"
    );
    assert_eq!(complete(&mut client, "Could you call"), json!([]));
}

#[test]
fn an_ignored_phrase_is_written_to_the_users_settings_and_nowhere_else() {
    let mut client = Client::with(json!({}));
    client.request(
        "workspace/executeCommand",
        json!({"command": "forthright.allowPhrase", "arguments": ["no rush"]}),
    );
    let file = client.home.join("forthright/forthright.toml");
    let text = String::from_utf8(std::fs::read(file).unwrap()).unwrap();
    assert_eq!(text, "allow = [\"no rush\"]\n");
    let others = std::fs::read_dir(client.home.join("forthright"))
        .unwrap()
        .count();
    assert_eq!(others, 1);
}

#[test]
fn a_bad_setting_is_told_by_name_and_the_others_count() {
    let mut client = Client::spawn();
    client.request(
        "initialize",
        json!({"processId": null, "rootUri": null, "capabilities": {},
            "initializationOptions": {"maxFindings": "many"}}),
    );
    client.notify("initialized", json!({}));
    client.open(URI, "plaintext", "Hello.");
    let log = client.wait_for("a complaint", |message| {
        message["method"] == "window/logMessage"
    });
    let said = log["params"]["message"].as_str().unwrap();
    assert!(
        said.contains("max-findings") || said.contains("maxFindings"),
        "{said}"
    );
    client.published(URI, 1);
}

#[test]
fn a_folder_is_checked_with_its_progress_shown() {
    let mut client = Client::in_memory(RULES.to_vec());
    client.initialize(json!({"window": {"workDoneProgress": true}}));
    let folder = client.home.join("drafts");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in [
        ("a.txt", "foo"),
        ("b.md", "fine"),
        ("c.rs", "foo"),
        ("d.eml", "foo foo"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let uri = format!("file://{}", folder.display());
    let done = client.request(
        "workspace/executeCommand",
        json!({"command": "forthright.checkFolder", "arguments": [uri]}),
    );
    assert_eq!(done, json!({"drafts": 3, "findings": 3}));
    let kinds: Vec<String> = client
        .waiting
        .iter()
        .filter(|message| message["method"] == "$/progress")
        .map(|message| {
            message["params"]["value"]["kind"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(kinds.first().map(String::as_str), Some("begin"));
    assert_eq!(kinds.last().map(String::as_str), Some("end"));
    assert_eq!(client.count("textDocument/publishDiagnostics"), 2);
}

#[test]
fn a_check_of_a_folder_is_cancelled_as_a_request() {
    let mut client = server(json!({"window": {"workDoneProgress": true}}));
    // The whole machine: it would take very long.
    let id = client.begin(
        "workspace/executeCommand",
        json!({"command": "forthright.checkFolder", "arguments": ["file:///"]}),
    );
    client.wait_for("the beginning", |message| message["method"] == "$/progress");
    client.notify("$/cancelRequest", json!({"id": id}));
    assert_eq!(client.reply(id)["error"]["code"], -32800);
    client.open(URI, "plaintext", "foo");
    client.published(URI, 1);
}

#[test]
fn readings_are_told_to_who_traces_and_hold_no_words() {
    let mut client = server(json!({}));
    client.notify("$/setTrace", json!({"value": "verbose"}));
    client.open(URI, "plaintext", "Private matters.");
    let told = client.wait_for("a trace", |message| message["method"] == "$/logTrace");
    let said = told["params"]["message"].as_str().unwrap();
    assert!(
        said.contains("version 1") && !said.contains("Private"),
        "{said}"
    );
}
