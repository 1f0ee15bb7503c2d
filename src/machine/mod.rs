//! What the two edges ask of the machine for the core: which day it is, which settings hold for a draft, which files are in a folder.

mod clock;
mod folder;
mod settings;

pub use clock::today;
pub use folder::{Unreadable, files};
pub use settings::{Complaint, options, reason, settings_files, user_settings};
