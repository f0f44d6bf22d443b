//! The scaling questions: who is asked, what they answered, and how that changes from one panel to the next.
//!
//! The lowest number, with who gave it, comes before any middle. Own numbers and guesses at someone else's, those of the
//! family, of professionals and of others are never pooled.

mod asked;
mod change;
mod group;
mod numbers;
mod summary;
mod trajectory;

pub use crate::record::Side;
pub use change::{Change, LowestChange, Movement, RaterChange};
pub use group::{Group, Groups, Lowest};
pub use summary::{Abstained, Guess, Pair, Summary, summaries, summaries_since};
pub use trajectory::{
    Line, NumberAt, PanelHeld, Point, Rater, Trajectory, trajectory, trajectory_with,
};

pub(crate) use asked::{
    asked, asks_no_one_who_came, asks_referrer_alone, is_of, together, was_asked,
};
pub(crate) use numbers::{Spread, lowest, own, spread};
