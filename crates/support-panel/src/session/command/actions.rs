//! Who does what by when.

use crate::record::{ActionStatus, Due, Visibility};
use crate::wire::{model, string_enum};
use crate::{Date, Id, Text};

model! {
    /// Agrees an action, with an owner or without one yet.
    pub struct AgreeAction {
        /// The new action's id.
        [required] id: Id,
        /// What is to be done.
        [required] text: Text,
        /// The entries of the map that it serves.
        serves: Vec<Id>,
        /// The participant who is asked to do it; as `allocate` does.
        owner: Option<Id>,
        /// The participants who help.
        supporting: Vec<Id>,
        /// The participant who follows it up with an owner who is not there.
        chaser: Option<Id>,
        /// By when; the profile's usual timescale where nothing is said.
        due: Option<Due>,
        /// Who may see it.
        visible_to: Option<Visibility>,
    }

    /// Changes what an action says; what is given replaces what stood there.
    pub struct AmendAction {
        /// The action.
        [required] action: Id,
        /// What is to be done.
        text: Option<Text>,
        /// The entries of the map that it serves.
        serves: Vec<Id>,
        /// The participants who help.
        supporting: Vec<Id>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// What is taken away altogether.
        clear: Vec<ClearAction>,
        /// Why; kept in the journal. What was for professionals is not shown to everyone without one.
        why: Option<Text>,
    }

    /// Puts an action to an owner: proposed, until they take it on.
    pub struct Allocate {
        /// The action.
        [required] action: Id,
        /// The participant who is asked to do it.
        [required] owner: Id,
        /// The participant who follows it up with an owner who is not there.
        chaser: Option<Id>,
    }

    /// An owner takes an action on.
    pub struct Accept {
        /// The action.
        [required] action: Id,
        /// The participant who says so; the owner where nothing is said.
        by: Option<Id>,
        /// The day they said so; that of the stamp where nothing is said. Before the meeting for an answer given between panels.
        on: Option<Date>,
    }

    /// An owner turns an action down.
    pub struct Decline {
        /// The action.
        [required] action: Id,
        /// The participant who says so; the owner where nothing is said.
        by: Option<Id>,
        /// Why; kept in the journal.
        reason: Option<Text>,
    }

    /// Says by when an action is to be done.
    pub struct SetDue {
        /// The action.
        [required] action: Id,
        /// By when.
        [required] due: Due,
    }

    /// Says how far an action has come.
    pub struct UpdateAction {
        /// The action.
        [required] action: Id,
        /// How far.
        [required] status: ActionStatus,
        /// Of an action done: the day; that of the stamp where nothing is said.
        done_on: Option<Date>,
        /// What came of it.
        outcome: Option<Text>,
        /// Of an action dropped: why.
        reason: Option<Text>,
    }
}

string_enum! {
    /// What may be taken away from an action.
    pub enum ClearAction {
        /// The entries that it serves.
        Serves = "serves",
        /// The participants who help.
        Supporting = "supporting",
    }
}
