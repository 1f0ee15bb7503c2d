//! The server as an editor meets it: the real program on real pipes, or a session on pipes in memory.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say so loudly"
)]

mod actions;
mod client;
mod editors;
mod features;
mod lies;
mod life;
#[path = "../../fuzz/numbers.rs"]
mod numbers;
mod order;
mod settings;
mod soak;
