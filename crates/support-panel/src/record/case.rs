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
        /// What other systems call the case.
        identifiers: Vec<Identifier>,
        /// A council's own data.
        extensions: Extensions,
    }

    /// What another system calls the case.
    pub struct Identifier {
        /// The system, by its name or address.
        [required] system: Label,
        /// The case's number or name there.
        [required] value: Text,
    }

    /// Someone the panel speaks about.
    pub struct Person {
        /// The person, within this record.
        [required] id: Id,
        /// How the person stands to the case.
        [required] kind: PersonKind,
        /// What the person is called.
        name: Option<Text>,
        /// Day of birth.
        date_of_birth: Option<Date>,
        /// What is known of the birth where the day is not, or how far the day is.
        birth: Birth,
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

model! {
    /// What is known of a birth.
    #[derive(Default)]
    pub struct Birth {
        /// The year.
        year: Option<u32>,
        /// The month of that year, from 1.
        month: Option<u32>,
        /// Whether the day, or the year and month, are someone's estimate.
        estimated: Option<bool>,
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
        /// Anyone else.
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
        /// Someone asked them beforehand.
        GatheredBefore = "gathered_before",
        /// Someone who knows them watched and told.
        Observed = "observed",
        /// No one asked.
        NotSought = "not_sought",
    }
}

/// By how many days an estimate of a birth may be off.
const YEAR: i64 = 366;

impl Views {
    /// Gathered from someone who did not come: neither by attending nor not at all.
    pub fn were_gathered_apart(self) -> bool {
        !matches!(self, Self::Attended | Self::NotSought)
    }
}

impl Person {
    /// Whether the record expects their birth and knows of none.
    pub(crate) fn is_unborn(&self) -> bool {
        self.expected_on.is_some() && self.date_of_birth.is_none()
    }

    /// The days between which they were born; none where not even the year is known. Of an estimate, the year before and after
    /// it as well.
    ///
    /// ```
    /// use support_panel::Record;
    ///
    /// let record = Record::from_json(r#"{
    ///     "format": "support-panel/1", "id": "panel-1",
    ///     "profile": {"id": "leicester-masp", "version": "2017.1"},
    ///     "case": {"reference": "EHA-1", "people": [
    ///         {"id": "kai", "kind": "child", "birth": {"year": 2014, "month": 2}}
    ///     ]}
    /// }"#)?;
    /// let born = record.case.people[0].born_between();
    /// assert_eq!(born.map(|days| days.map(|day| day.to_string())), Some(["2014-02-01".into(), "2014-02-28".into()]));
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    pub fn born_between(&self) -> Option<[Date; 2]> {
        let [first, last] = match self.date_of_birth {
            Some(day) => [day; 2],
            None => self.birth.days()?,
        };
        match self.birth.estimated {
            Some(true) => Some([
                first.checked_add_days(-YEAR).unwrap_or(first),
                last.checked_add_days(YEAR).unwrap_or(last),
            ]),
            _ => Some([first, last]),
        }
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
        // Ten times the same digit is right by that sum, and was never given to anyone.
        let is_one_digit = digits.bytes().all(|digit| digits.starts_with(char::from(digit)));
        sum.is_multiple_of(11) && !is_one_digit
    }
}

impl Birth {
    /// The days of the year, or of its month.
    fn days(&self) -> Option<[Date; 2]> {
        let year = i16::try_from(self.year?).ok()?;
        let month = self.month.map(|month| u8::try_from(month).unwrap_or(u8::MAX));
        let first = Date::new(year, month.unwrap_or(1), 1)?;
        let in_last_month = |day| Date::new(year, month.unwrap_or(12), day);
        Some([first, (28..=31).rev().find_map(in_last_month)?])
    }

    /// Whether it says of the year and month what a day says.
    pub(crate) fn agrees_with(&self, day: Date) -> bool {
        self.year.is_none_or(|year| i64::from(year) == i64::from(day.year()))
            && self.month.is_none_or(|month| month == u32::from(day.month()))
    }
}
