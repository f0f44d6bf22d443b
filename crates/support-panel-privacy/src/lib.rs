//! Records for secondary use: identifiers under a key, and detail that is not needed left out.
//!
//! [`Pseudonymiser`] puts every identifier under a key; [`Degrader`] takes out what a purpose does not need. Both go through the records
//! twice: [`learn`](Pseudonymiser::learn) gathers what each knows, so that [`rewrite`](Pseudonymiser::rewrite) hides in all of a family's
//! records a name that one of them lists.
//!
//! Neither makes records anonymous. What remains (who met when, in which order, how a family is made up, what a text tells) may be enough
//! for somebody who knows the family to know them again; [`Report`] says what to look at.

mod degrading;
mod families;
mod folding;
mod hiding;
mod key;
mod known;
mod lexicon;
mod places;
mod pseudonyms;
mod remaining;
mod shapes;
mod shifting;

pub use degrading::{Degrader, Purpose, Report};
pub use key::{Key, TooShort};
pub use pseudonyms::Pseudonymiser;
