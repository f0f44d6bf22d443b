//! Actions: by when each is due, who may take it on, and what the next panel carries over.

mod allocation;
mod due;
mod follow_on;

pub(crate) use allocation::verdict;
pub use allocation::{Allocation, Reason, Verdict, allocation};
pub use due::due_on;
pub use follow_on::follow_on;

use crate::error::{Code, Error};
use crate::record::{Action, Record};

fn find<'a>(record: &'a Record, action_id: &str) -> Result<&'a Action, Error> {
    record.actions.iter().find(|action| action.id == *action_id).ok_or_else(|| {
        Error::new(
            Code::UnknownAction,
            "/actions",
            "found an id that no action of the record has, expected one that an action has",
        )
    })
}

#[cfg(test)]
mod tests;
