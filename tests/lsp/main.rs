//! The server as an editor meets it: the real program on real pipes, or a session on pipes in memory.

mod client;
mod editors;
mod features;
mod life;
mod order;
mod soak;
