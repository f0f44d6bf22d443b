//! Who may see what.

use crate::record::Visibility;
use crate::wire::{model, string_enum};
use crate::{Id, Text};

model! {
    /// Says who may see something; what is given replaces what stood there.
    pub struct Mark {
        /// The entry, the action, the participant or the person.
        [required] target: Id,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// The people or participants who may not.
        withheld_from: Vec<Id>,
        /// What is taken away altogether.
        clear: Vec<ClearMark>,
        /// Why; kept in the journal, and of an entry in `amended`. No mark that keeps something from anyone goes without one.
        why: Option<Text>,
    }
}

string_enum! {
    /// What may be taken away from the marks of something.
    pub enum ClearMark {
        /// Who may see it.
        VisibleTo = "visible_to",
        /// Who may not.
        WithheldFrom = "withheld_from",
    }
}
