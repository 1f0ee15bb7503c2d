//! The long form of the tests' soak: `cargo bench --bench soak`, or with a seed and a number of edits,
//! `cargo bench --bench soak -- 7 1000000`.
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
#[path = "../fuzz/numbers.rs"]
mod numbers;
#[path = "../tests/lsp/soak.rs"]
mod soak;

use client::Client;
use serde_json::json;

fn main() {
    let mut numbers = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok());
    let seed = numbers.next().unwrap_or(1);
    let edits = numbers
        .next()
        .map_or(200_000, |number| usize::try_from(number).unwrap());
    let mut client = Client::with(json!({"textDocument": {
        "diagnostic": {}, "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}));
    let begun = std::time::Instant::now();
    let parts = 10;
    for part in 0..parts {
        let looks = soak::run(&mut client, seed + part, edits / 10);
        println!(
            "{} edits, {looks} looks in this part, {:.0?}, peak memory {:.1} MiB",
            edits / 10 * (usize::try_from(part).unwrap() + 1),
            begun.elapsed(),
            client.peak_memory().unwrap_or_default() as f64 / f64::from(1 << 20),
        );
    }
}
