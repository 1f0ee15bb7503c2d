//! Whole sessions made of bytes: a client that says what the bytes choose, in any order, and what must come back.

use std::collections::HashSet;
use std::io::{Cursor, Write};
use std::sync::{Arc, Mutex, PoisonError};

use forthright::lsp;
use serde_json::{Value, json};

use crate::numbers::Numbers;
use crate::targets::TODAY;

/// Two drafts that may be open, one that never is, one that is no address, and one whose address is its words.
const DRAFTS: [&str; 5] = ["file:///a.txt", "untitled:b", "file:///c.eml", "a b", ""];

const LANGUAGES: [&str; 5] = ["plaintext", "mail", "markdown", "git-commit", ""];

/// Everything a client may ask of one place; the commands are those that write no file.
const REQUESTS: [&str; 14] = [
    "textDocument/hover",
    "textDocument/codeAction",
    "textDocument/completion",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/documentSymbol",
    "textDocument/diagnostic",
    "codeAction/resolve",
    "inlayHint/resolve",
    "workspace/executeCommand",
    "workspace/symbol",
    "initialize",
    "shutdown",
    "",
];

const COMMANDS: [&str; 5] = [
    "forthright.apply",
    "forthright.muteRule",
    "forthright.selectBlank",
    "forthright.checkFolder",
    "forthright.unheardOf",
];

/// No request that is among the bytes by itself has an id as high.
const FIRST_ID: i64 = 7_000_000;

/// A client whose every choice is a number.
struct Client<'a> {
    numbers: Numbers,
    text: &'a str,
    stream: Vec<u8>,
    asked: HashSet<i64>,
}

impl Client<'_> {
    fn one<'b>(&mut self, of: &[&'b str]) -> &'b str {
        of[self.numbers.below(of.len())]
    }

    fn chance(&mut self) -> bool {
        self.numbers.below(2) == 0
    }

    fn place(&mut self) -> Value {
        let mut number = || match self.numbers.below(8) {
            0 => json!(u32::MAX),
            1 => json!(-1),
            2 => json!("1"),
            _ => json!(self.numbers.below(40)),
        };
        json!({"line": number(), "character": number()})
    }

    fn range(&mut self) -> Value {
        json!({"start": self.place(), "end": self.place()})
    }

    /// A piece of the text.
    fn words(&mut self) -> String {
        let from = self
            .text
            .floor_char_boundary(self.numbers.below(self.text.len() + 1));
        let to = self
            .text
            .floor_char_boundary(from + self.numbers.below(200));
        self.text[from..to.max(from)].to_owned()
    }

    fn say(&mut self, mut message: Value) {
        message["jsonrpc"] = "2.0".into();
        let body = message.to_string();
        let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.stream.extend_from_slice(framed.as_bytes());
    }

    fn ask(&mut self, method: &str, params: Value) {
        let id = FIRST_ID + self.asked.len() as i64;
        self.asked.insert(id);
        self.say(json!({"id": id, "method": method, "params": params}));
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.say(json!({"method": method, "params": params}));
    }

    fn capabilities(&mut self) -> Value {
        let all = json!({
            "general": {"positionEncodings": [self.one(&["utf-8", "utf-16", "utf-32", "utf-7"])]},
            "textDocument": {
                "diagnostic": {},
                "codeAction": {"codeActionLiteralSupport": {}, "dataSupport": true, "resolveSupport": {"properties": ["edit"]}},
                "inlayHint": {"resolveSupport": {"properties": ["textEdits"]}},
                "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                "completion": {"completionItem": {"snippetSupport": true}},
                "hover": {"contentFormat": ["markdown"]},
            },
            "window": {"workDoneProgress": true, "showDocument": {"support": true}},
            "workspace": {"applyEdit": true, "configuration": true, "inlayHint": {"refreshSupport": true},
                "workspaceEdit": {"documentChanges": true, "snippetEditSupport": true},
                "didChangeConfiguration": {"dynamicRegistration": true}},
        });
        let mut some = all;
        let Some(rooms) = some.as_object_mut() else {
            return some;
        };
        for room in rooms.values_mut().filter_map(Value::as_object_mut) {
            room.retain(|_, _| self.numbers.below(3) > 0);
        }
        some
    }

    fn request(&mut self) {
        let method = self.one(&REQUESTS);
        let uri = self.one(&DRAFTS);
        let params = match method {
            "codeAction/resolve" | "inlayHint/resolve" => json!({
                "title": "x", "label": "x", "position": self.place(),
                "data": {"uri": uri, "generation": self.numbers.below(9), "rule": "ask-hint",
                    "at": self.numbers.below(99), "fix": self.numbers.below(3)},
            }),
            "workspace/executeCommand" => {
                let name =
                    json!({"uri": uri, "generation": self.numbers.below(9), "whole": "rewrite"});
                let arguments = [
                    json!([name]),
                    json!([uri, "hedge-density"]),
                    json!([uri, "[day]"]),
                    json!(["file:///nowhere"]),
                ];
                let command = self.one(&COMMANDS);
                json!({"command": command, "arguments": arguments[self.numbers.below(arguments.len())]})
            }
            _ => json!({
                "textDocument": {"uri": uri}, "position": self.place(), "range": self.range(),
                "context": {"diagnostics": [], "triggerKind": 1}, "previousResultId": "1",
            }),
        };
        self.ask(method, params);
    }

    /// Says one thing.
    fn message(&mut self, version: i64) {
        let uri = self.one(&DRAFTS);
        let draft = json!({"uri": uri, "version": version});
        match self.numbers.below(16) {
            0 | 1 => {
                let language = self.one(&LANGUAGES);
                let text = self.text;
                self.tell(
                    "textDocument/didOpen",
                    json!({"textDocument":
                    {"uri": uri, "languageId": language, "version": version, "text": text}}),
                );
            }
            2..8 => {
                let mut changes = Vec::new();
                for _ in 0..self.numbers.below(4) {
                    let (range, text) = (self.range(), self.words());
                    let whole = self.numbers.below(6) == 0;
                    changes.push(if whole {
                        json!({"text": text})
                    } else {
                        json!({"range": range, "text": text})
                    });
                }
                self.tell(
                    "textDocument/didChange",
                    json!({"textDocument": draft, "contentChanges": changes}),
                );
            }
            8 => self.tell("textDocument/didClose", json!({"textDocument": draft})),
            9 => {
                let words = self.words();
                let settings = serde_json::from_str(&words)
                    .unwrap_or(json!({"forthright": {"maxFindings": words}}));
                self.tell(
                    "workspace/didChangeConfiguration",
                    json!({"settings": settings}),
                );
            }
            10 => {
                let id = FIRST_ID + self.numbers.below(30) as i64;
                self.tell("$/cancelRequest", json!({"id": id}));
            }
            11 => self.tell("workspace/didChangeWatchedFiles", json!({"changes": []})),
            12 => {
                let (id, words) = (self.numbers.below(4), self.words());
                self.say(json!({"id": id, "result": [words]}));
            }
            _ => self.request(),
        }
    }
}

/// What a session wrote, to be looked at when it is over.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Each message written, whole and in order.
fn messages(mut bytes: &[u8]) -> Vec<Value> {
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap();
        let header = std::str::from_utf8(&bytes[..end]).unwrap();
        let length: usize = header
            .strip_prefix("Content-Length: ")
            .unwrap()
            .parse()
            .unwrap();
        let body = &bytes[end + 4..end + 4 + length];
        messages.push(serde_json::from_slice(body).unwrap());
        bytes = &bytes[end + 4 + length..];
    }
    messages
}

/// Runs a session made of the bytes, and then the bytes themselves: it ends, what it wrote is whole, and no request is answered twice
/// nor with a panic.
pub(crate) fn run(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let seed = input.iter().fold(0, |seed: u64, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(*byte))
    });
    let mut client = Client {
        numbers: Numbers::new(seed),
        text: &text,
        stream: Vec::new(),
        asked: HashSet::new(),
    };
    if client.numbers.below(20) > 0 {
        let capabilities = client.capabilities();
        client.ask(
            "initialize",
            json!({"capabilities": capabilities, "processId": null}),
        );
        client.tell("initialized", json!({}));
    }
    for version in 0..client.numbers.below(30) {
        client.message(version as i64);
    }
    if client.chance() {
        client.ask("shutdown", Value::Null);
        client.tell("exit", Value::Null);
    }
    let Client {
        mut stream, asked, ..
    } = client;
    stream.extend_from_slice(input);
    let written = Written::default();
    let start = lsp::Start {
        today: Some(TODAY),
        config: None,
        rules: forthright::rules::all().collect(),
    };
    let end = lsp::serve(Cursor::new(stream), written.clone(), start);
    assert!(end.is_ok());
    let written = written.0.lock().unwrap_or_else(PoisonError::into_inner);
    let mut answered = HashSet::new();
    for message in messages(&written) {
        if message.get("method").is_none()
            && let Some(id) = message["id"].as_i64().filter(|id| *id >= FIRST_ID)
        {
            assert!(asked.contains(&id) && answered.insert(id), "{message}");
            assert_ne!(message["error"]["code"], -32603, "{message}");
        }
    }
}
