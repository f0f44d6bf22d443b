//! Who may see what: the marks that a person puts on parts of a record.

use super::{
    Abstention, Action, AgendaItem, ChildDecision, Dissent, Entry, Feedback, Participant, Person,
    Rating, Referral, Service, Settled, Sharing,
};
use crate::Id;
use crate::wire::{model, string_enum};

model! {
    /// Who may see something. Where nothing is said, it depends on what it is.
    #[derive(Default)]
    pub struct Marks {
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }
}

string_enum! {
    /// Who may see something that is marked.
    pub enum Visibility {
        /// The family as well.
        Everyone = "everyone",
        /// Professionals only.
        Professionals = "professionals",
    }
}

/// Something of a record that says who may see it.
pub trait Marked {
    /// What is said in general.
    fn visible_to(&self) -> Option<Visibility>;
    /// The people or participants who may not see it.
    fn withheld_from(&self) -> &[Id];
}

macro_rules! marked {
    ($($type:ident)+) => {$(
        impl Marked for $type {
            fn visible_to(&self) -> Option<Visibility> {
                self.visible_to
            }

            fn withheld_from(&self) -> &[Id] {
                &self.withheld_from
            }
        }
    )+};
}

marked! {
    Marks Person Referral Service Sharing Participant AgendaItem Entry Settled Rating Abstention Action Dissent
    ChildDecision Feedback
}
