//! The family that the panel is about.

use super::Visibility;
use crate::wire::{model, string_enum};
use crate::{Date, Extensions, Id, Label, Text};

model! {
    /// The case and its people.
    pub struct Case {
        /// The case's reference in the council's system; not personal.
        [required] reference: Label,
        /// A status that the profile defines.
        status: Option<Id>,
        /// The children this panel is about, and their people.
        people: Vec<Person>,
        /// People whose copies differ: then there is no one copy for the family.
        separate_copies: Vec<Id>,
    }

    /// Somebody the panel speaks about.
    pub struct Person {
        /// The person, within this record.
        [required] id: Id,
        /// How the person stands to the case.
        [required] kind: PersonKind,
        /// What the person is called.
        name: Option<Text>,
        /// Day of birth.
        date_of_birth: Option<Date>,
        /// The day an unborn child is expected.
        expected_on: Option<Date>,
        /// Ten digits, the last of them a check digit.
        nhs_number: Option<Text>,
        /// How this person's view was gathered.
        views: Option<Views>,
        /// The day the view was gathered.
        views_on: Option<Date>,
        /// More about how, or why it was not sought.
        views_note: Option<Text>,
        /// Who may see their views.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// People or participants who may not learn that this person is in the record at all.
        unlisted_for: Vec<Id>,
        /// A council's own data.
        extensions: Extensions,
    }
}

string_enum! {
    /// How a person stands to the case.
    pub enum PersonKind {
        /// A child whom this panel is about.
        Child = "child",
        /// A parent.
        Parent = "parent",
        /// A carer who is not a parent.
        Carer = "carer",
        /// A brother or sister whom the panel is not about.
        Sibling = "sibling",
        /// Another relative.
        Relative = "relative",
        /// Anybody else.
        Other = "other",
    }

    /// How a person's view was gathered.
    pub enum Views {
        /// They came.
        Attended = "attended",
        /// An advocate spoke for them.
        Advocate = "advocate",
        /// In writing, or in pictures.
        Written = "written",
        /// Somebody asked them beforehand.
        GatheredBefore = "gathered_before",
        /// Somebody who knows them watched and told.
        Observed = "observed",
        /// Nobody asked.
        NotSought = "not_sought",
    }
}

impl Views {
    /// Gathered from somebody who did not come: neither by attending nor not at all.
    pub fn were_gathered_apart(self) -> bool {
        !matches!(self, Self::Attended | Self::NotSought)
    }
}

impl Person {
    /// Whether the record expects their birth and knows of none.
    pub(crate) fn is_unborn(&self) -> bool {
        self.expected_on.is_some() && self.date_of_birth.is_none()
    }

    /// Whether the NHS number is ten digits, the last of them the right check digit.
    ///
    /// The first nine are weighted 10 to 2 and added up; what is missing to the next multiple of 11 is the check digit,
    /// 11 standing for 0, and where it is 10 the number is not issued (NHS Data Dictionary, *NHS number*).
    pub fn has_right_nhs_number(&self) -> bool {
        let Some(digits) = self.nhs_number.as_ref().map(Text::as_str) else { return false };
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        // Weighing the check digit as 1 makes a right number a multiple of 11, and no single digit makes up for a missing 10.
        let sum: u32 = digits
            .bytes()
            .zip((1..=10).rev())
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        sum.is_multiple_of(11)
    }
}
