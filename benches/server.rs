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
mod drafts;

use std::time::Duration;

use client::{Client, URI};
use divan::Bencher;
use drafts::{SIZES, draft};
use serde_json::json;

fn main() {
    divan::main();
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
    let line = drafts::middle(&draft(words));
    // A key right behind another is taken for one of a burst, and waits for its end.
    let pause = || std::thread::sleep(Duration::from_millis(20));
    bencher.with_inputs(pause).bench_local_values(|()| {
        version += 1;
        client.change(URI, version, drafts::key(line, version));
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
