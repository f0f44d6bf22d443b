//! The day by which an action is due.

use crate::profile::Profile;
use crate::record::Record;
use crate::view::due;
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
