//! The entries of the map.

use super::Visibility;
use crate::wire::{model, string_enum};
use crate::{Date, Extensions, Id, Instant, Text};

model! {
    /// One thing said and put on the map.
    pub struct Entry {
        /// The entry, within this record.
        [required] id: Id,
        /// Where on the map it stands.
        [required] category: Category,
        /// What was said.
        text: Option<Text>,
        /// The people it is about.
        about: Vec<Id>,
        /// The participants who raised it.
        raised_by: Vec<Id>,
        /// Where it comes from.
        origin: Option<Origin>,
        /// The entries that it answers.
        answers: Vec<Id>,
        /// Of existing safety: who did what, when, over how long.
        evidence: Option<Text>,
        /// Of a danger: who is worried, about what, and what could come of it.
        statement: Statement,
        /// A goal met, or a danger past.
        settled: Settled,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// What it was before.
        amended: Vec<EntryAmendment>,
        /// Taken off the map, still on record.
        withdrawn: Withdrawal,
        /// A council's own data.
        extensions: Extensions,
    }

    /// A danger in full.
    #[derive(Default)]
    pub struct Statement {
        /// The people or participants who are worried.
        worried: Vec<Id>,
        /// What they are worried about.
        about: Option<Text>,
        /// What could come of it for the child.
        impact: Option<Text>,
    }

    /// A goal met, or a danger past.
    #[derive(Default)]
    pub struct Settled {
        /// From which day.
        on: Option<Date>,
        /// How it is known.
        how: Option<Text>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }

    /// What an entry was before it was changed.
    pub struct EntryAmendment {
        /// When it was changed.
        [required] at: Instant,
        /// The participant who changed it.
        [required] by: Id,
        /// The category it stood in, where that was changed.
        category: Option<Category>,
        /// The words it had, where they were changed.
        text: Option<Text>,
        /// Why it was changed.
        why: Option<Text>,
    }

    /// Taken off the map.
    #[derive(Default)]
    pub struct Withdrawal {
        /// When.
        at: Option<Instant>,
        /// The participant who took it off.
        by: Option<Id>,
        /// Why.
        why: Option<Text>,
    }
}

string_enum! {
/// Where on the map an entry stands; the profile says in which column, and under which heading.
pub enum Category {
    /// Harm that has happened.
    PastHarm = "past_harm",
    /// What could happen if nothing changes.
    FutureDanger = "future_danger",
    /// What makes things harder.
    ComplicatingFactor = "complicating_factor",
    /// What goes well.
    ExistingStrength = "existing_strength",
    /// A strength shown as protection, over time, against a danger.
    ExistingSafety = "existing_safety",
    /// What we need to see.
    Goal = "goal",
    /// What someone will do.
    NextStep = "next_step",
    /// What no one knows yet.
    GreyArea = "grey_area",
}

/// Where an entry comes from.
pub enum Origin {
    /// It came with the referral.
    Referral = "referral",
    /// The panel raised it.
    Panel = "panel",
    /// The family raised it.
    Family = "family",
}}

impl Entry {
    /// Whether it stands on the map.
    pub fn is_on_map(&self) -> bool {
        let Withdrawal { at, by, why } = &self.withdrawn;
        at.is_none() && by.is_none() && why.is_none()
    }

    /// Whether its goal is met or its danger past.
    pub fn is_settled(&self) -> bool {
        self.settled.on.is_some() || self.settled.how.is_some()
    }
}

/// A set of categories.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Categories(u8);

impl Categories {
    pub(crate) const fn has(self, category: Category) -> bool {
        self.0 & 1 << category as u8 != 0
    }
}

impl FromIterator<Category> for Categories {
    fn from_iter<I: IntoIterator<Item = Category>>(categories: I) -> Self {
        Self(categories.into_iter().fold(0, |set, category| set | 1 << category as u8))
    }
}

impl Category {
    /// The categories that an entry of this one may answer.
    pub const fn may_answer(self) -> &'static [Self] {
        match self {
            Self::ExistingSafety => &[Self::PastHarm, Self::FutureDanger],
            Self::Goal => {
                &[Self::PastHarm, Self::FutureDanger, Self::ComplicatingFactor, Self::GreyArea]
            }
            Self::NextStep => &[Self::Goal],
            _ => &[],
        }
    }
}
