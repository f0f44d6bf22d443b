//! The editions of the rules, by name.

use crate::Date;
use crate::error::{Code, Error};
use crate::wire::string_enum;
use std::str::FromStr;

string_enum! {
    /// An edition of the rules. A new one appears whenever a rule comes, ends, or judges by another severity or
    /// default. A fault that is fixed is fixed in every edition.
    pub enum Edition #[non_exhaustive] {
        /// The first edition.
        V2026_1 = "2026.1",
        /// The second edition.
        V2026_2 = "2026.2",
    }
}

impl Edition {
    /// The newest edition, which judges where none is asked for.
    pub const LATEST: Self = match Self::ALL {
        [.., latest] => *latest,
        [] => Self::V2026_1,
    };

    /// The first day on which it is in force; the first edition always was.
    pub const fn in_force_from(self) -> Option<Date> {
        match self {
            Self::V2026_1 => None,
            Self::V2026_2 => Date::new(2026, 11, 30),
        }
    }

    /// The edition that is in force on a day; without one, the latest.
    ///
    /// ```
    /// use support_panel::{Date, Edition};
    ///
    /// assert_eq!(Edition::in_force_on(Date::new(2026, 3, 12)), Edition::V2026_1);
    /// assert_eq!(Edition::in_force_on(None), Edition::LATEST);
    /// ```
    pub fn in_force_on(day: Option<Date>) -> Self {
        let is_in_force = |edition: &&Self| {
            day.is_none_or(|day| edition.in_force_from().is_none_or(|from| from <= day))
        };
        Self::ALL.iter().rev().find(is_in_force).copied().unwrap_or_default()
    }

    /// Whether a rule with these bounds is part of this edition.
    pub(crate) fn has(self, since: Self, until: Option<Self>) -> bool {
        since <= self && until.is_none_or(|until| self < until)
    }
}

impl Default for Edition {
    fn default() -> Self {
        Self::LATEST
    }
}

impl FromStr for Edition {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::from_word(name).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|edition| edition.as_str()).collect();
            let message = format!("found another edition, expected one of {}", known.join(", "));
            Error::new(Code::UnknownEdition, "", message)
        })
    }
}
