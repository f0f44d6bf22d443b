//! What a file says about itself.

use support_panel::report::document::clean;
use support_panel::{Date, Profile, Record};

/// What a file says about itself beside the title and the language, which are those of its document. There is no more of it:
/// no author, revision, path, digest or day of writing.
///
/// ```
/// use support_panel::{Profile, Record};
/// use support_panel_export::Metadata;
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "meeting": {"held_on": "2026-03-12"}
/// }"#)?;
/// let metadata = Metadata::of(&record, &Profile::of(&record)?);
/// assert_eq!(metadata.authority.as_deref(), Some("Leicester City Council"));
/// assert_eq!(metadata.held_on.map(|day| day.to_string()).as_deref(), Some("2026-03-12"));
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The council that holds the panel.
    pub authority: Option<String>,
    /// The day of the meeting.
    pub held_on: Option<Date>,
}

impl Metadata {
    /// What the record and its profile say.
    pub fn of(record: &Record, profile: &Profile) -> Self {
        Self { held_on: record.meeting.held_on, ..Self::of_profile(profile) }
    }

    /// What a profile says, for a paper that is made of it alone.
    pub fn of_profile(profile: &Profile) -> Self {
        let authority = profile.authority.as_ref().map(|text| clean(text.as_str()));
        Self { authority: authority.filter(|text| !text.is_empty()), held_on: None }
    }
}
