//! The entries of the map.

use crate::record::{Category, Origin, Statement, Visibility};
use crate::wire::{model, string_enum};
use crate::{Date, Id, Text};

model! {
    /// Puts something on the map.
    pub struct AddEntry {
        /// The new entry's id.
        [required] id: Id,
        /// Where on the map.
        [required] category: Category,
        /// What was said.
        [required] text: Text,
        /// The people it is about.
        about: Vec<Id>,
        /// The participants who raised it.
        raised_by: Vec<Id>,
        /// Where it comes from: the panel where nothing is said, the referral before the meeting.
        origin: Option<Origin>,
        /// The entries that it answers.
        answers: Vec<Id>,
        /// Of existing safety: who did what, when, over how long.
        evidence: Option<Text>,
        /// Of a danger: who is worried, about what, and what could come of it.
        statement: Statement,
        /// Who may see it.
        visible_to: Option<Visibility>,
    }

    /// Changes an entry. What is given replaces what stood there; new words leave the old ones in `amended`, and so does
    /// showing everyone what was for professionals.
    pub struct AmendEntry {
        /// The entry.
        [required] entry: Id,
        /// What it says.
        text: Option<Text>,
        /// The people it is about.
        about: Vec<Id>,
        /// The participants who raised it.
        raised_by: Vec<Id>,
        /// The entries that it answers.
        answers: Vec<Id>,
        /// Who did what, when, over how long.
        evidence: Option<Text>,
        /// A danger in full.
        statement: Statement,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// What is taken away altogether.
        clear: Vec<ClearEntry>,
        /// Why it is changed.
        why: Option<Text>,
    }

    /// Moves an entry to another category; the old one stays in `amended`. What the new category cannot answer it answers no longer.
    pub struct MoveEntry {
        /// The entry.
        [required] entry: Id,
        /// Where to.
        [required] category: Category,
        /// Why.
        why: Option<Text>,
    }

    /// Takes an entry off the map.
    pub struct WithdrawEntry {
        /// The entry.
        [required] entry: Id,
        /// Why.
        why: Option<Text>,
    }

    /// Says that a goal is met or a danger past.
    pub struct SettleEntry {
        /// The goal or the danger.
        [required] entry: Id,
        /// From which day; the day of the stamp where nothing is said.
        on: Option<Date>,
        /// How it is known.
        [required] how: Text,
    }
}

string_enum! {
    /// What may be taken away from an entry.
    pub enum ClearEntry {
        /// The people it is about.
        About = "about",
        /// The participants who raised it.
        RaisedBy = "raised_by",
        /// The entries that it answers.
        Answers = "answers",
        /// The evidence.
        Evidence = "evidence",
        /// The danger in full.
        Statement = "statement",
    }
}
