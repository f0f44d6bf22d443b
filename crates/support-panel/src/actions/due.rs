//! From a timescale to a day.

use crate::calendar::Calendar;
use crate::profile::{AfterWithin, Profile};
use crate::record::{Action, Due, Record, Within};
use crate::{Date, Error};

/// The day by which an action is due: its date, the end of its timescale, or the day of the review.
///
/// A timescale runs from the day the action was agreed, else from the day of the meeting. Working days are those of the
/// profile's calendar, counted from the next day; no other timescale is moved off a weekend or a holiday. Nothing where no
/// due date was agreed, where there is no day to count from, or where the review has no date.
///
/// ```
/// use support_panel::{Profile, Record, due_on};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "actions": [{"id": "a1", "agreed_on": "2026-04-02", "due": {"within": {"working_days": 5}}}]
/// }"#)?;
/// // Good Friday and Easter Monday are holidays.
/// let due = due_on(&record, &Profile::of(&record)?, "a1")?;
/// assert_eq!(due, "2026-04-13".parse().ok());
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `unknown_action` where the record has no such action; `profile_mismatch` where the profile is not the record's.
pub fn due_on(record: &Record, profile: &Profile, action_id: &str) -> Result<Option<Date>, Error> {
    profile.must_be_of(record)?;
    Ok(due(record, profile, super::find(record, action_id)?))
}

/// [`due_on`] of an action at hand.
pub(crate) fn due(record: &Record, profile: &Profile, action: &Action) -> Option<Date> {
    match action.due.as_ref()? {
        Due::On(date) => Some(*date),
        Due::Within(within) => {
            within.end(action.agreed_on.or(record.meeting.held_on)?, profile.calendar())
        }
        Due::ByReview(_) => record.outcome.review_on,
    }
}

impl Action {
    /// [`due_on`] of an action at hand: `record` is the one it stands in, `profile` that record's own.
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
