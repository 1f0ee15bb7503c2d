//! What a rule has to say about a span, and what can be done about it.

mod fix;
mod level;
mod settle;
mod verdict;

pub use fix::{Applies, Fix};
pub use level::{Level, Move};
pub use settle::{keep_own, taken_together, winners};
pub use verdict::{Finding, Related};
