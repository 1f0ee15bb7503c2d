//! How fast the server answers, as a client sees it: `cargo bench --bench server`.
//!
//! The session runs in this process on pipes in memory, so the figures hold the reading of the answer as well; the cold start is the
//! program's own.
#![expect(
    clippy::unwrap_used,
    reason = "a bench that cannot run should say so loudly"
)]

#[path = "../tests/lsp/client.rs"]
#[expect(dead_code, reason = "the tests' client can do more than is timed")]
mod client;

use client::{Client, URI, edit};
use divan::Bencher;
use serde_json::json;

fn main() {
    divan::main();
}

/// How many words.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

const PARAGRAPHS: [&str; 4] = [
    "Could you send me the figures for the board by Friday? I'd like to have them in the report before the weekend.\n\n",
    "The vendor has not replied to our follow-up yet, and the contract ends this month. I'll call them tomorrow at ten.\n\n",
    "Someone should look at the appendix. It would be great if the numbers in section three were checked once more.\n\n",
    "Thanks for the draft, it reads well. The plan for next week is unchanged: we meet on Monday and decide then.\n\n",
];

/// A draft of about so many words.
fn draft(words: usize) -> String {
    let all: usize = PARAGRAPHS.iter().map(|text| text.split(' ').count()).sum();
    PARAGRAPHS.concat().repeat(words / all + 1)
}

fn open(words: usize) -> Client {
    let mut client = Client::in_memory(forthright::rules::all().collect());
    client.initialize(json!({}));
    client.open(URI, "mail", &draft(words));
    client.published(URI, 1);
    client
}

#[divan::bench(args = SIZES)]
fn key_to_diagnostics(bencher: Bencher<'_, '_>, words: usize) {
    let mut client = open(words);
    let mut version = 1;
    // In the middle of the draft, in the middle of a word, and taken back, so that every key costs the same.
    let line = u32::try_from(draft(words).lines().count() / 2 / 2 * 2).unwrap();
    bencher.bench_local(|| {
        version += 1;
        let back = version % 2;
        let (end, text) = if back == 1 { (4, "") } else { (3, "x") };
        let change = edit((line, 3), (line, end), text);
        client.change(URI, version, change);
        client.published(URI, version)
    });
}

#[divan::bench(args = SIZES)]
fn open_to_diagnostics(bencher: Bencher<'_, '_>, words: usize) {
    let text = draft(words);
    let mut client = Client::in_memory(forthright::rules::all().collect());
    client.initialize(json!({}));
    bencher.bench_local(|| {
        client.open(URI, "mail", &text);
        client.published(URI, 1)
    });
}

#[divan::bench(args = SIZES)]
fn code_actions(bencher: Bencher<'_, '_>, words: usize) {
    let mut client = open(words);
    let line = u32::try_from(draft(words).lines().count() / 8 * 8).unwrap();
    let place = json!({"line": line, "character": 5});
    bencher.bench_local(|| {
        client.request(
            "textDocument/codeAction",
            json!({"textDocument": {"uri": URI}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}),
        )
    });
}

/// From the start of the program to the findings of a draft of a thousand words.
#[divan::bench(sample_count = 20)]
fn cold_start(bencher: Bencher<'_, '_>) {
    let text = draft(1_000);
    bencher.bench_local(|| {
        let mut client = Client::with(json!({}));
        client.open(URI, "mail", &text);
        client.published(URI, 1)
    });
}
