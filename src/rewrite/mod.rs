//! Better words: from what was read of an ask or a promise to a clear sentence, and the days it may name.
//!
//! A rewrite is surgery, not invention: the words that carry the content stay where they are, byte for byte; what opens, softens
//! and dates them is cut, replaced or put in. Where the grammar is not understood there is no rewrite.

mod ahead;
mod answer;
mod breaks;
mod clause;
mod commitment;
mod cut;
mod day;
mod deed;
mod depends;
mod draft;
mod ending;
mod handed;
mod lasting;
mod leave_out;
mod passive;
mod phrase;
mod piece;
mod place;
mod promise_place;
mod readers_own;
mod request;
mod said;
mod taken_up;
mod timed;
mod turned;
pub mod wanted;
mod whose;
mod wondered;
mod wrap;

pub use ahead::day_ahead;
pub use commitment::{apostrophe, ask_back, counter, dated, firm, tell, whether};
pub use cut::cut;
pub use day::{
    Choice, choices, choices_ahead, default_due, due_ahead, in_full, in_short, soonest,
    weekday_name, written,
};
pub use deed::is_given;
pub use draft::draft;
pub use handed::handed;
pub use leave_out::leave_out;
pub use passive::{Passive, active};
pub use phrase::outcome;
pub use place::{due_place, is_own_due};
pub use request::{Plan, Recast, own_promise, request};
pub use said::{after as reads, capitalised};
pub use taken_up::{Halved, asked_for, taken_up};
pub use whose::asks_leave;
pub use wondered::wondered;
pub use wrap::{wrap_in_message, wrap_in_passage};
