//! The day an action is due.

use crate::record::{Action, Due, Record, Within};
use crate::{Date, Profile};

pub(super) fn due_on(record: &Record, profile: &Profile, action: &Action) -> Option<Date> {
    match action.due.as_ref()? {
        Due::On(on) => Some(*on),
        Due::ByReview(_) => record.outcome.review_on,
        Due::Within(within) => {
            let from = action.agreed_on.or(record.meeting.held_on)?;
            match within {
                Within::WorkingDays(n) => profile.calendar().add_working_days(from, n.get()),
                Within::Days(n) => from.checked_add_days(n.get().into()),
                Within::Weeks(n) => from.checked_add_days(i64::from(n.get()) * 7),
                Within::Months(n) => from.checked_add_months(n.get()),
            }
        }
    }
}
