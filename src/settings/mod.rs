//! What a user may choose. Reading `forthright.toml` and an editor's JSON is this room's alone.
//!
//! A setting is one row in `options`; reading it, its JSON schema and its line on the settings page follow from the row.

mod choice;
mod kind;
mod nearest;
mod node;
mod options;
mod problem;
mod read;
mod schema;
mod write;

pub use choice::{Choice, DateStyle, DefaultDue, Register, Strictness};
pub use nearest::nearest;
pub use options::{Options, OwnPhrase, Person, ROWS, Row};
pub use problem::Problem;
pub use read::{EDITORS_OWN, read_json, read_toml};
pub use schema::{RuleName, row_schema, schema};
pub use write::{allow, turn_off};
