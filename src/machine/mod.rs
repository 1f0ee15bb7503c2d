//! What the two edges ask of the machine for the core: which day it is, and which settings hold for a draft.

mod clock;
mod settings;

pub use clock::today;
pub use settings::{Complaint, options, reason, settings_files, user_settings};
