//! From a timescale to a day.

use crate::Date;
use crate::calendar::Calendar;
use crate::profile::{AfterWithin, Profile};
use crate::record::{Action, Due, Record, Within};

/// [`due_on`](crate::due_on) of an action at hand.
pub(crate) fn due(record: &Record, profile: &Profile, action: &Action) -> Option<Date> {
    match action.due.as_ref()? {
        Due::On(date) => Some(*date),
        Due::Within(within) => {
            within.end(action.agreed_on.or(record.meeting.held_on)?, profile.calendar())
        }
        Due::ByReview => record.outcome.review_on,
    }
}

impl Action {
    /// [`due_on`](crate::due_on) of an action at hand: `record` is the one it stands in, `profile` that record's own.
    pub fn due_on(&self, record: &Record, profile: &Profile) -> Option<Date> {
        due(record, profile, self)
    }
}

impl Within {
    /// The last day of this time from a day on; nothing after 9999.
    ///
    /// ```
    /// use support_panel::Amount;
    /// use support_panel::calendar::Calendar;
    /// use support_panel::record::Within;
    ///
    /// let month = Within::Months(Amount::new(1).ok_or("not from 1 to 1,000")?);
    /// assert_eq!(month.end("2026-01-31".parse()?, &Calendar::default()), Some("2026-02-28".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn end(&self, from: Date, calendar: &Calendar) -> Option<Date> {
        match self {
            Self::WorkingDays(n) => calendar.add_working_days(from, n.get()),
            Self::Days(n) => from.checked_add_days(n.get().into()),
            Self::Weeks(n) => from.checked_add_days(i64::from(n.get()) * 7),
            Self::Months(n) => from.checked_add_months(n.get()),
        }
    }
}

impl AfterWithin {
    /// The last day of this time from the day of the meeting on, hours rounded up to whole days; nothing after 9999.
    pub fn end(&self, from: Date, calendar: &Calendar) -> Option<Date> {
        match self {
            Self::WorkingDays(n) => calendar.add_working_days(from, n.get()),
            Self::Hours(n) => from.checked_add_days(n.get().div_ceil(24).into()),
        }
    }
}
