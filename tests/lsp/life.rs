//! How a session begins and ends, and what a broken client gets.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Client, URI};

#[test]
fn a_session_in_order_ends_with_0() {
    let mut client = Client::with(json!({}));
    client.open(URI, "plaintext", "Hello.");
    client.published(URI, 1);
    assert_eq!(client.goodbye(), 0);
}

#[test]
fn leaving_without_shutdown_ends_with_1() {
    let mut client = Client::with(json!({}));
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 1);
    let mut client = Client::spawn();
    client.hang_up();
    assert_eq!(client.exit_code(), 1);
}

#[test]
fn a_client_that_hangs_up_after_shutdown_has_said_goodbye() {
    let mut client = Client::with(json!({}));
    client.request("shutdown", Value::Null);
    client.hang_up();
    assert_eq!(client.exit_code(), 0);
}

#[test]
fn nothing_but_initialize_is_answered_before_it() {
    let mut client = Client::spawn();
    let id = client.begin("textDocument/hover", json!({}));
    assert_eq!(client.reply(id)["error"]["code"], -32002);
    client.initialize(json!({}));
    let id = client.begin("initialize", json!({"capabilities": {}}));
    assert_eq!(client.reply(id)["error"]["code"], -32600);
}

#[test]
fn after_shutdown_nothing_is_served_but_exit() {
    let mut client = Client::with(json!({}));
    client.request("shutdown", Value::Null);
    let id = client.begin("textDocument/hover", json!({}));
    assert_eq!(client.reply(id)["error"]["code"], -32600);
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 0);
}

#[test]
fn a_request_unknown_or_malformed_is_refused_and_the_session_goes_on() {
    let mut client = Client::with(json!({}));
    let id = client.begin("textDocument/noSuchThing", json!({}));
    assert_eq!(client.reply(id)["error"]["code"], -32601);
    let id = client.begin("textDocument/hover", json!({"position": "here"}));
    assert_eq!(client.reply(id)["error"]["code"], -32602);
    client.send(&json!([1, 2]));
    let refused = |message: &Value| message["error"]["code"] == -32600;
    client.wait_for("a refusal", refused);
    client.notify("$/noSuchThing", json!({}));
    client.notify("textDocument/didChange", json!({"nothing": "known"}));
    assert_eq!(client.goodbye(), 0);
}

#[test]
fn what_is_no_message_ends_the_session_with_a_word_and_1() {
    let broken: [(&[u8], &str); 4] = [
        (b"Content-Length: 9\r\n\r\n{\"json\": \r\n", "as JSON"),
        (b"Content-Length: many\r\n\r\n{}", "no number"),
        (b"Content-Length: 99999999999999\r\n\r\n{}", "1 GiB"),
        (b"GET / HTTP/1.1\r\n\r\n", "without a colon"),
    ];
    for (bytes, why) in broken {
        let mut client = Client::with(json!({}));
        client.send_raw(bytes);
        client.wait_for("a parse error", |message| {
            message["error"]["code"] == -32700
        });
        assert_eq!(client.exit_code(), 1);
        let said = client.complaints();
        assert!(said.contains(why) && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn input_that_ends_inside_a_message_ends_the_session_with_1() {
    let mut client = Client::with(json!({}));
    client.send_raw(b"Content-Length: 100\r\n\r\n{");
    client.hang_up();
    assert_eq!(client.exit_code(), 1);
    assert!(client.complaints().contains("inside a message"));
}

#[test]
#[cfg(target_os = "linux")]
fn the_server_leaves_when_the_process_that_began_it_is_gone() {
    let mut parent = std::process::Command::new("sleep")
        .arg("1000")
        .spawn()
        .unwrap();
    let mut client = Client::spawn();
    client.request(
        "initialize",
        json!({"processId": parent.id(), "rootUri": null, "capabilities": {}}),
    );
    parent.kill().unwrap();
    parent.wait().unwrap();
    assert_eq!(client.exit_code(), 1);
}

/// The strongest form of "nothing leaves this machine": no socket is ever made. Needs `strace`.
#[test]
#[cfg(target_os = "linux")]
fn no_socket_is_opened_and_no_file_is_written() {
    let available = std::process::Command::new("strace").arg("-V").output();
    if available.is_err() {
        return;
    }
    let log = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("strace.log");
    let log = log.to_str().unwrap();
    let calls = "trace=network,openat,open,creat,rename,unlink,mkdir";
    let mut client = Client::spawn_by(&["strace", "-f", "-qq", "-o", log, "-e", calls]);
    client.initialize(json!({}));
    client.open(
        URI,
        "mail",
        "To: sam@example.com\nSubject: audit\n\nHi Sam,\n\nCould you send the report?\n",
    );
    client.published(URI, 1);
    let place = json!({"textDocument": {"uri": URI}, "position": {"line": 5, "character": 8}});
    client.request("textDocument/hover", place);
    client.listen(Duration::from_millis(200));
    assert_eq!(client.goodbye(), 0);
    let calls = {
        use std::io::Read;
        let mut calls = String::new();
        std::fs::File::open(log)
            .unwrap()
            .read_to_string(&mut calls)
            .unwrap();
        calls
    };
    let network = ["socket(", "connect(", "bind(", "sendto(", "recvfrom("];
    let writes = [
        "O_WRONLY", "O_RDWR", "O_CREAT", "creat(", "rename", "unlink(", "mkdir(",
    ];
    for line in calls.lines() {
        assert!(!network.iter().any(|call| line.contains(call)), "{line}");
        assert!(!writes.iter().any(|call| line.contains(call)), "{line}");
    }
    assert!(calls.contains("open"), "strace saw nothing: {calls}");
}
