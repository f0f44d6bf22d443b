//! The copy of a record that a reader may have: papers are made of it, and see nothing else.

mod family;
mod joined;
mod left;
mod lens;
mod limited;
mod more;

use super::reader::{Identity, Reader, Standing};
use crate::Id;
use crate::error::{Code, Error};
use crate::profile::Profile;
use crate::record::{
    AgendaItem, Agreement, Case, Meeting, MeetingStatus, Outcome, Participant, Person, Record,
    Recording, Referral,
};
use crate::view::View;
use crate::wire::Value;
pub(super) use family::kept_rating;
pub(super) use joined::{profile_with, withholding_with};
pub(super) use lens::{Lens, is_span};
use more::More;
use std::collections::BTreeSet;

/// A record as one reader may have it.
///
/// ```
/// use support_panel::report::{Reader, copy_of};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [
///         {"id": "mum", "kind": "parent"},
///         {"id": "kai", "kind": "child", "views": "gathered_before", "views_note": "Told Ms Osei in confidence."}
///     ]},
///     "meeting": {"status": "concluded"},
///     "outcome": {"decision": "continue", "review_on": "2026-06-11"}
/// }"#)?;
/// let copy = copy_of(&record, &Profile::of(&record)?, &Reader::Family)?;
/// assert!(copy.record().outcome.decision.is_some());
/// assert!(!copy.record().to_json().contains("confidence"));
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    record: Record,
    reader: Reader,
    is_working: bool,
    handed_over_by: Option<Id>,
}

/// Who stands in a family's copy for professionals whom it does not name: those whose numbers it shows, and a concealed
/// owner of an action. No participant of a record is to be called so.
pub const THE_PANEL: &str = "support-panel:the-panel";

impl Copy {
    pub(super) fn of(record: Record, reader: &Reader, asked: &Asked<'_>) -> Self {
        Self {
            record,
            reader: reader.clone(),
            is_working: asked.standing == Standing::Working,
            handed_over_by: asked.handed_over_by.clone(),
        }
    }

    /// The same copy with another record in it.
    pub(super) fn with(&self, record: Record) -> Self {
        let (reader, handed_over_by) = (self.reader.clone(), self.handed_over_by.clone());
        Self { record, reader, is_working: self.is_working, handed_over_by }
    }

    /// What the reader may have, as a record that can be read again. A copy of it is the same copy.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// For whom it is.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Whether it is the working record, for those who hold the panel.
    pub fn is_working(&self) -> bool {
        self.is_working
    }

    /// The same copy with nothing of what a panel says, decides and agrees: what it has beside that is not worth a paper.
    pub(super) fn with_nothing(&self) -> Self {
        let record = self.record.clone();
        let person = |person: Person| Person {
            views: None,
            views_on: None,
            views_note: None,
            visible_to: None,
            ..person
        };
        let stops = record.meeting.status == Some(MeetingStatus::Adjourned);
        let absent = |participant| Participant { attendance: None, ..participant };
        let record = Record {
            case: Case {
                people: record.case.people.into_iter().map(person).collect(),
                ..record.case
            },
            meeting: Meeting {
                status: record.meeting.status.filter(|_| !stops),
                adjourned_reason: None,
                reconvene_on: None,
                ..record.meeting
            },
            participants: record.participants.into_iter().map(absent).collect(),
            agenda: record
                .agenda
                .into_iter()
                .map(|item| AgendaItem { note: None, ..item })
                .collect(),
            referral: Referral::default(),
            agreement: Agreement::default(),
            mapping: Vec::new(),
            scaling: Vec::new(),
            actions: Vec::new(),
            outcome: Outcome::default(),
            recording: Recording::default(),
            ..record
        };
        self.with(record)
    }

    /// Who hands it over, where it is a child's and shows more than every copy in the family would.
    pub fn handed_over_by(&self) -> Option<&Id> {
        self.handed_over_by.as_ref()
    }
}

/// What someone says when they ask for a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CopyOptions {
    /// The participant who gives a child a copy with the child's own words. Without one, a child's copy shows no more than
    /// every copy in the family would: it is made to be found at home.
    pub handed_over_by: Option<Id>,
    /// What someone has read once more, by id, or by place where it has none: it may be shown, though it points to something
    /// withheld or names someone concealed.
    pub confirmed: Vec<Id>,
    /// What another professional, an advocate or one of the network is given beyond the decision, the review and what they do: an
    /// entry or an action by its id or by a JSON Pointer, the reason for the decision and the contingency by theirs.
    pub given: Vec<Id>,
}

impl CopyOptions {
    /// Whether the copy shows more than one that is only asked for.
    pub(super) fn asks_for_more(&self) -> bool {
        self.handed_over_by.is_some() || !self.given.is_empty()
    }

    /// Gives these to a reader who has a limited copy.
    pub fn given(self, names: impl IntoIterator<Item = Id>) -> Self {
        Self { given: names.into_iter().collect(), ..self }
    }

    /// Shows these, though they point to something withheld or name someone concealed.
    pub fn confirmed(self, ids: impl IntoIterator<Item = Id>) -> Self {
        Self { confirmed: ids.into_iter().collect(), ..self }
    }

    /// A child's copy with the child's own words, which this participant hands over.
    pub fn handed_over_by(self, id: impl Into<Option<Id>>) -> Self {
        Self { handed_over_by: id.into(), ..self }
    }
}

/// The copy of a record for a reader, with what is withheld from them taken out, and its ids wherever they stand.
///
/// # Errors
/// `profile_mismatch` where the profile is not the record's; `unknown_reader` where the record knows no one of that id;
/// `separate_copies` for the family where the record says that their copies differ; `unconfirmed` where the copy would show
/// something that points to what it withholds, or names someone whom it conceals.
pub fn copy_of(record: &Record, profile: &Profile, reader: &Reader) -> Result<Copy, Error> {
    copy_with(record, profile, reader, &CopyOptions::default())
}

/// As [`copy_of`], asked for in a particular way.
///
/// # Errors
/// As [`copy_of`]; `unknown_participant` where no one of that id could hand the copy over; `not_to_be_given` where something is
/// to be given that a mark keeps from the reader, or that is not there.
pub fn copy_with(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    options: &CopyOptions,
) -> Result<Copy, Error> {
    copy_beside(record, profile, reader, options, None)
}

/// As [`copy_with`], where the record of the panel before is at hand: what goes on from something that it withholds has to be
/// read once more.
pub(super) fn copy_beside(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    options: &CopyOptions,
    previous: Option<&Record>,
) -> Result<Copy, Error> {
    profile.must_be_of(record)?;
    let view = View::new(record, profile, None, previous);
    let asked = Asked::new(&view, reader, options)?;
    Ok(Copy::of(asked.record(&view, &options.confirmed)?, reader, &asked))
}

/// A copy with nothing of the record in it, for what is printed from a profile alone: nothing is there to be read once more.
pub(super) fn copy_of_nothing(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    options: &CopyOptions,
) -> Result<Copy, Error> {
    profile.must_be_of(record)?;
    let view = View::new(record, profile, None, None);
    Ok(Copy::of(Record::empty(), reader, &Asked::new(&view, reader, options)?))
}

/// Whose copy is asked for, and whose copies it must hold to.
pub(super) struct Asked<'a> {
    pub(super) standing: Standing,
    /// Whoever reads it, where that is one.
    reader: Option<Identity<'a>>,
    /// Each whose copy shows at least as much.
    bound: Vec<Identity<'a>>,
    handed_over_by: Option<Id>,
    /// What a limited copy has beyond what is its reader's.
    given: Vec<More>,
}

impl<'a> Asked<'a> {
    pub(super) fn new(
        view: &View<'a>,
        reader: &Reader,
        options: &CopyOptions,
    ) -> Result<Self, Error> {
        let asked = Self {
            standing: Standing::Family,
            reader: None,
            bound: Vec::new(),
            handed_over_by: None,
            given: Vec::new(),
        };
        let asked = match reader {
            Reader::Professionals => Self { standing: Standing::Working, ..asked },
            Reader::Family => {
                one_for_all(view)?;
                Self { bound: Identity::family(view), ..asked }
            }
            Reader::One(_) => {
                let mut readers = reader.identities(view)?;
                let found = readers.pop();
                let standing = found.as_ref().map_or(Standing::Limited, |one| one.standing);
                let handed_over_by = match &options.handed_over_by {
                    Some(id) => Some(participant(view, id)?),
                    None => None,
                };
                let is_child = found.as_ref().is_some_and(|one| one.is_child);
                let bound = match (&handed_over_by, is_child) {
                    (None, true) => Identity::family(view),
                    _ => reader.identities(view)?,
                };
                let handed_over_by = handed_over_by.filter(|_| is_child);
                Self { standing, reader: found, bound, handed_over_by, ..asked }
            }
        };
        asked.giving(view, &options.given)
    }

    /// What they may have, whatever it leaves in sight.
    pub(super) fn copied(&self, view: &View<'a>) -> Record {
        match self.standing {
            Standing::Working => view.record().clone(),
            Standing::Limited | Standing::Family => self.seen(&self.lens(view)),
        }
    }

    /// What a lens of theirs shows.
    pub(super) fn seen(&self, lens: &Lens<'_, 'a>) -> Record {
        match self.standing {
            Standing::Working => lens.view().record().clone(),
            Standing::Limited => lens.limited(),
            Standing::Family => lens.family(),
        }
    }

    fn record(&self, view: &View<'a>, confirmed: &[Id]) -> Result<Record, Error> {
        if self.standing == Standing::Working {
            return Ok(view.record().clone());
        }
        let lens = self.lens(view);
        let record = self.seen(&lens);
        let mut left = lens.left_in_sight(&record);
        left.retain(|id| !confirmed.iter().any(|confirmed| confirmed == id.as_str()));
        match left.is_empty() {
            true => Ok(record),
            false => Err(unconfirmed(left)),
        }
    }

    /// The record as they may see it. A family's copy in which no one of the family stands is no one's, and has what a copy for
    /// no one has: in a copy of it there would be no one to show anything to.
    pub(super) fn lens<'v>(&'v self, view: &'v View<'a>) -> Lens<'v, 'a> {
        let lens = Lens::new(view, &self.bound, self.reader.as_ref());
        if self.standing == Standing::Limited {
            return lens.giving(&self.given);
        }
        match self.reader.is_some() || lens.names_a_person() || has_family(&lens) {
            true => lens,
            false => Lens::new(view, &[], None),
        }
    }
}

/// Whether anyone of the family stands in what a family would be shown.
fn has_family(lens: &Lens<'_, '_>) -> bool {
    let copied = lens.family();
    !Identity::family(&View::new(&copied, lens.view().profile(), None, None)).is_empty()
}

fn participant(view: &View<'_>, id: &Id) -> Result<Id, Error> {
    match view.participant(id) {
        Some(participant) => Ok(participant.id.clone()),
        None => Err(Error::new(
            Code::UnknownParticipant,
            "",
            "found no such participant, expected the one who hands the copy over",
        )),
    }
}

fn unconfirmed(left: BTreeSet<String>) -> Error {
    let ids: Vec<_> = left.into_iter().collect();
    let message = format!(
        "found what tells of something withheld, expected each to be confirmed: {}",
        ids.join(", ")
    );
    Error::new(Code::Unconfirmed, "", message)
}

/// Refuses one copy for all of the family where the record says that their copies differ.
fn one_for_all(view: &View<'_>) -> Result<(), Error> {
    if view.record().case.separate_copies.is_empty() {
        return Ok(());
    }
    let readers = Identity::family(view);
    let ids = readers.iter().filter_map(|one| one.ids.first().map(|id| id.as_str()));
    let ids: Vec<_> = ids.collect();
    let message =
        format!("found one copy for all of the family, expected one each for {}", ids.join(", "));
    Err(Error::new(Code::SeparateCopies, "/case/separate_copies", message))
}
