//! The language server: a draft is read as it is written, and what was found is shown where it stands.
//!
//! [`serve`] runs a session. In reading order: bytes and messages (`wire`, `outbox`), who we talk to (`client`), what is open
//! (`text`, `documents`, `view`), who reads it when (`queue`, `publisher`, `publication`), the protocol's methods (`server`, `params`,
//! `methods`), and a file for each feature.

mod client;
mod code_actions;
mod code_lens;
mod commands;
mod completion;
mod configuration;
mod convert;
mod diagnostics;
mod documents;
mod edits;
mod hover;
mod inlay_hints;
mod lifecycle;
mod methods;
mod outbox;
mod params;
mod progress;
mod publication;
mod publisher;
mod queue;
mod server;
mod session;
mod state;
mod symbols;
mod text;
mod view;
mod wire;

pub use session::{End, serve};
pub use state::Start;
