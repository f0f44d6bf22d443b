//! What the rows of one record are made from.

use std::sync::Arc;
use support_panel::record::{Participant, Person};
use support_panel::{Date, Finding, Id, Profile, Record, View};

/// A record, read and checked, and where it came from.
pub(crate) struct Context<'a> {
    pub(crate) view: View<'a>,
    pub(crate) findings: &'a [Finding],
    pub(crate) file: Option<&'a Arc<str>>,
    pub(crate) line: u64,
}

impl<'a> Context<'a> {
    pub(crate) fn record(&self) -> &'a Record {
        self.view.record()
    }

    pub(crate) fn profile(&self) -> &'a Profile {
        self.view.profile()
    }

    pub(crate) fn as_of(&self) -> Option<Date> {
        self.view.as_of()
    }

    pub(crate) fn id(&self) -> &'a str {
        &self.record().id
    }

    pub(crate) fn file(&self) -> Option<&'a str> {
        self.file.map(|file| &**file)
    }

    pub(crate) fn participant(&self, id: Option<&Id>) -> Option<&'a Participant> {
        self.view.participant(id?)
    }

    pub(crate) fn person(&self, id: Option<&Id>) -> Option<&'a Person> {
        self.view.person(id?)
    }
}
