//! Pages made from the code: the rules, the settings, their JSON schema, VS Code's settings. Text in, text out.
//!
//! `tests/pages.rs` holds them against the files in the repository; `UPDATE=1 cargo test` writes those.

mod rules;
mod settings;
mod vscode;

pub use rules::rules;
pub use settings::{EXAMPLE, schema, settings};
pub use vscode::with_settings;

/// The first line of a page made from the code.
const MADE: &str = "<!-- Made from the code by `UPDATE=1 cargo test`. -->";
