//! What the message does: who asks whom for what, by when; who promises what. Nouns without advice.

mod act;
mod acts;
mod audience;
mod before;
pub mod due;
#[cfg(test)]
mod dues;
mod echo;
mod hedges;
mod hint;
mod left_open;
mod message;
mod scope;
mod unfinished;
mod within;

pub use act::{
    Act, ActKind, Action, Ask, AskForm, Commitment, Directness, Due, DueKind, Owner, OwnerKind,
    Strength,
};
pub use due::{Fault, Grain, Reading, TimeExpression, TimeForm, TimeKind, TimeRole, presses};
pub use hedges::Hedge;
pub use hint::Hint;
pub use left_open::{LeftOpen, is_open, left_open, only_leaves_open};
pub use message::{Message, Passage, Placed, passage};
pub use scope::{DueScope, ScopedDue};
