//! What a user may choose. Reading `forthright.toml` and an editor's JSON is this room's alone.

mod options;

pub use options::{DateStyle, Options, OwnPhrase, Person, Register};
