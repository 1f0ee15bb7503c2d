//! How many instructions a key costs by the length of the draft, publication aside: `cargo bench --bench instructions`.
//!
//! Instructions tell on a busy machine what time does not. The program runs itself under `valgrind --tool=callgrind`, once with a few
//! keys and once with more; what the second counts more is the keys'. The client in the same process is counted too: what it reads is
//! one diagnostic a key, for no finding is shown.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench talks to whoever runs it, and should say loudly that it cannot run"
)]

#[path = "../tests/lsp/client.rs"]
#[expect(
    dead_code,
    reason = "the tests' client can do more than is needed here"
)]
mod client;
mod drafts;

use std::process::Command;

use client::{Client, URI};
use serde_json::json;

/// The least and the most keys.
const KEYS: [usize; 2] = [4, 24];

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    if let [words, keys] = numbers[..] {
        return type_keys(words, keys);
    }
    let first = drafts::SIZES[0];
    let mut least = None;
    for words in drafts::SIZES {
        let [few, many] = KEYS.map(|keys| instructions(words, keys));
        let key = (many - few) / u64::try_from(KEYS[1] - KEYS[0]).unwrap();
        let times = key as f64 / *least.get_or_insert(key) as f64;
        println!(
            "{words:>7} words: {key:>9} instructions a key, {times:.2} times those at {first}"
        );
    }
}

/// Types keys in the middle of a draft, each taking back the one before.
fn type_keys(words: usize, keys: usize) {
    let mut client = Client::in_memory(forthright::rules::all().collect());
    client.settings = json!({"max-findings": 0});
    client.initialize(json!({"workspace": {"configuration": true}}));
    // Settings that came after the draft would have it read twice, in one count and not in the other.
    client.request(
        "textDocument/hover",
        json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}),
    );
    let text = drafts::draft(words);
    client.open(URI, "mail", &text);
    client.published(URI, 1);
    let line = drafts::middle(&text);
    for key in 0..keys {
        let version = i32::try_from(key).unwrap() + 2;
        client.change(URI, version, drafts::key(line, version));
        client.published(URI, version);
    }
}

/// What callgrind counts while so many keys are typed.
fn instructions(words: usize, keys: usize) -> u64 {
    let program = std::env::current_exe().unwrap();
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([words.to_string(), keys.to_string()])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let collected = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    collected.unwrap().1.trim().parse().unwrap()
}
