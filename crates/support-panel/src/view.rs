//! A record seen with its profile: references resolved once, deputies in their seats, withdrawn entries off the map.

mod due;
mod holding;

pub(crate) use due::due;
pub(crate) use holding::Holding;

use crate::edition::Edition;
use crate::lookup::Index;
use crate::profile::Profile;
use crate::record::{
    Action, ActionStatus, Entry, OnBehalfOf, Participant, ParticipantKind, Person, PersonKind,
    Rating, Record, Side,
};
use crate::{Date, Error, Id};
use std::num::NonZeroU32;
use std::sync::OnceLock;

/// Which list an id stands in, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Person(usize),
    Participant(usize),
    Entry(usize),
    Action(usize),
}

/// The lists whose things have ids.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    People,
    Participants,
    Entries,
    Actions,
}

/// A list and an index as one number, compared at once: list in the top two bits, index + 1 in the rest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Packed(NonZeroU32);

impl Packed {
    /// More indexes than a list may have.
    const INDEXES: u32 = 1 << 30;

    const fn new(list: List, index: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(list as u32 * Self::INDEXES + index as u32))
    }

    fn index_in(self, list: List) -> Option<usize> {
        let number = self.0.get() - 1;
        (number / Self::INDEXES == list as u32).then_some((number % Self::INDEXES) as usize)
    }
}

/// What a check is told beside the record and its profile.
///
/// ```
/// use support_panel::{CheckOptions, Date, Edition};
///
/// let options = CheckOptions::default().as_of(Date::new(2026, 6, 1)).edition(Edition::V2026_1);
/// assert_eq!(options.previous, None);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct CheckOptions<'a> {
    /// The day on which the record is judged; without it, rules about today are silent.
    pub as_of: Option<Date>,
    /// The record of the panel before; without it, rules about it are silent.
    pub previous: Option<&'a Record>,
    /// The edition of the rules that judges; the latest by default.
    pub edition: Edition,
}

impl<'a> CheckOptions<'a> {
    /// Judges the record on a day.
    pub fn as_of(self, day: impl Into<Option<Date>>) -> Self {
        Self { as_of: day.into(), ..self }
    }

    /// Judges the record beside that of the panel before.
    pub fn previous(self, record: impl Into<Option<&'a Record>>) -> Self {
        Self { previous: record.into(), ..self }
    }

    /// Judges the record by an edition of the rules.
    pub fn edition(self, edition: Edition) -> Self {
        Self { edition, ..self }
    }
}

/// A record beside its profile, with references resolved once: for who looks up much, or asks more than one thing of it.
///
/// ```
/// use support_panel::{CheckOptions, Profile, Record, View};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "participants": [{"id": "p-1", "kind": "professional"}]
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let view = View::of(&record, &profile, &CheckOptions::default())?;
/// assert!(view.participant("p-1").is_some_and(|participant| participant.is_professional()));
/// assert_eq!(view.findings(), support_panel::check(&record, &profile, &CheckOptions::default())?);
/// # Ok::<(), support_panel::Error>(())
/// ```
pub struct View<'a> {
    pub(crate) record: &'a Record,
    pub(crate) profile: &'a Profile,
    /// The day on which the record is judged.
    pub(crate) as_of: Option<Date>,
    /// The record of the panel before, where it is the one that `meeting.previous` names.
    pub(crate) previous: Option<&'a Record>,
    /// Whether the previous record that was given is another than the one named.
    pub(crate) wrong_previous: bool,
    /// The edition of the rules that judges it.
    pub(crate) edition: Edition,
    /// Nothing where too little is looked up to be worth an index.
    ids: Option<Index<&'a str, Packed>>,
    holdings: OnceLock<Vec<Holding>>,
}

impl<'a> View<'a> {
    /// The record under its own profile.
    ///
    /// # Errors
    /// `profile_mismatch` where the profile is not the one that the record names; `rules_not_loaded` where it has rules
    /// of its own, and the feature `local-rules` is off.
    pub fn of(
        record: &'a Record,
        profile: &'a Profile,
        options: &CheckOptions<'a>,
    ) -> Result<Self, Error> {
        profile.must_be_of(record)?;
        profile.can_ask()?;
        let view = Self::new(record, profile, options.as_of, options.previous);
        Ok(Self { edition: options.edition, ..view })
    }

    /// The record.
    pub fn record(&self) -> &'a Record {
        self.record
    }

    /// Its profile.
    pub fn profile(&self) -> &'a Profile {
        self.profile
    }

    /// The day on which the record is judged.
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    pub(crate) fn new(
        record: &'a Record,
        profile: &'a Profile,
        as_of: Option<Date>,
        previous: Option<&'a Record>,
    ) -> Self {
        let right = |p: &&Record| record.meeting.previous.as_ref() == Some(&p.id);
        Self {
            record,
            profile,
            as_of,
            previous: previous.filter(right),
            // None named is silent: then there is nothing that the one given could contradict.
            wrong_previous: record.meeting.previous.is_some()
                && previous.is_some_and(|p| !right(&p)),
            edition: Edition::LATEST,
            ids: Some(ids(record)),
            holdings: OnceLock::new(),
        }
    }

    /// As [`View::new`], to look up one or two things: each is searched for, and no index made of all. No rule is asked of it.
    pub(crate) fn for_one(record: &'a Record, profile: &'a Profile) -> Self {
        Self {
            record,
            profile,
            as_of: None,
            previous: None,
            wrong_previous: false,
            edition: Edition::LATEST,
            ids: None,
            holdings: OnceLock::new(),
        }
    }

    pub(crate) fn held_on(&self) -> Option<Date> {
        self.record.meeting.held_on
    }

    /// What an id names; of an id used twice, the first.
    pub(crate) fn named(&self, id: &str) -> Option<Named> {
        let first = self.ids.as_ref()?.first_from(id, Packed::new(List::People, 0))?;
        let person = first.index_in(List::People).map(Named::Person);
        let participant = || first.index_in(List::Participants).map(Named::Participant);
        let entry = || first.index_in(List::Entries).map(Named::Entry);
        person
            .or_else(participant)
            .or_else(entry)
            .or_else(|| first.index_in(List::Actions).map(Named::Action))
    }

    /// Where in a list an id stands: one used in two lists is SP101's fault alone, and each reference to it still finds its
    /// own kind.
    fn index(&self, id: &str, list: List) -> Option<usize> {
        match &self.ids {
            Some(ids) => ids.first_from(id, Packed::new(list, 0))?.index_in(list),
            None => searched(self.record, id, list),
        }
    }

    /// Whether no id is used twice.
    pub(crate) fn has_unique_ids(&self) -> bool {
        self.ids.as_ref().is_some_and(Index::is_unique)
    }

    /// Someone of the case by their id; of an id used twice, the first.
    pub fn person(&self, id: &str) -> Option<&'a Person> {
        self.record.case.people.get(self.index(id, List::People)?)
    }

    /// Where among the participants an id stands.
    pub(crate) fn participant_index(&self, id: &str) -> Option<usize> {
        self.index(id, List::Participants)
    }

    /// A participant by their id.
    pub fn participant(&self, id: &str) -> Option<&'a Participant> {
        self.record.participants.get(self.participant_index(id)?)
    }

    /// Where on the map an id stands.
    pub(crate) fn entry_index(&self, id: &str) -> Option<usize> {
        self.index(id, List::Entries)
    }

    /// An entry of the map by its id.
    pub fn entry(&self, id: &str) -> Option<&'a Entry> {
        self.record.mapping.get(self.entry_index(id)?)
    }

    /// An action by its id.
    pub fn action(&self, id: &str) -> Option<&'a Action> {
        self.record.actions.get(self.index(id, List::Actions)?)
    }

    /// Everyone who attended.
    pub(crate) fn attended(&self) -> impl Iterator<Item = &'a Participant> + use<'a> {
        self.record.participants.iter().filter(|p| p.attended())
    }

    /// The entries on the map, each with its index in the list.
    pub(crate) fn map(&self) -> impl Iterator<Item = (usize, &'a Entry)> + use<'a> {
        self.record.mapping.iter().enumerate().filter(|(_, entry)| entry.is_on_map())
    }

    /// The open actions and those in progress, each with its index.
    pub(crate) fn live_actions(&self) -> impl Iterator<Item = (usize, &'a Action)> + use<'a> {
        self.record.actions.iter().enumerate().filter(|(_, action)| action.is_live())
    }

    /// The live actions and those that are done, each with its index.
    pub(crate) fn uncancelled_actions(
        &self,
    ) -> impl Iterator<Item = (usize, &'a Action)> + use<'a> {
        let actions = self.record.actions.iter().enumerate();
        actions.filter(|(_, action)| action.status != ActionStatus::Cancelled)
    }

    /// How each seat of the profile was held, in its order.
    pub(crate) fn holdings(&self) -> &[Holding] {
        self.holdings.get_or_init(|| Holding::of_each(self))
    }

    /// Asks of an entry whether any of some references leads to it.
    pub(crate) fn referred<'i>(
        &self,
        ids: impl Iterator<Item = &'i Id>,
    ) -> impl Fn(&Entry) -> bool {
        let mut referred = vec![false; self.record.mapping.len()];
        for index in ids.filter_map(|id| self.entry_index(id)) {
            referred.get_mut(index).into_iter().for_each(|it| *it = true);
        }
        move |entry| {
            self.entry_index(&entry.id).and_then(|index| referred.get(index)) == Some(&true)
        }
    }

    /// The seat someone holds: a deputy who attends holds the seat of whom they stand in for.
    pub fn seat_held(&self, participant: &'a Participant) -> Option<&'a str> {
        let stood_in_for = participant.deputy_for.as_deref().and_then(|id| self.participant(id));
        match stood_in_for.and_then(|p| p.seat.as_deref()) {
            Some(seat) if participant.attended() => Some(seat),
            _ => participant.seat.as_deref(),
        }
    }

    /// Every seat someone holds who attends: their own, and that of whom they stand in for.
    pub(crate) fn seats_held(
        &self,
        participant: &'a Participant,
    ) -> impl Iterator<Item = &'a str> + use<'a> {
        let own = participant.seat.as_deref();
        let stood_in_for = self.seat_held(participant).filter(|seat| Some(*seat) != own);
        own.into_iter().chain(stood_in_for)
    }

    /// Who fills one of the words reserved for a role, if `word` is one; a reference that leads nowhere fills none.
    pub(crate) fn role(&self, word: &str) -> Option<Option<&'a str>> {
        let meeting = &self.record.meeting;
        let holder = match word {
            "chair" => &meeting.chair,
            "note_taker" => &meeting.note_taker,
            "referrer" => &self.record.referral.referrer,
            _ => return None,
        };
        Some(holder.as_deref().filter(|id| self.participant(id).is_some()))
    }

    /// On which side the one sits whose place on the scale a number is: the rater, or whoever was guessed about.
    pub fn side_of(&self, rating: &Rating) -> Side {
        match &rating.on_behalf_of {
            None => Side::of(self.participant(&rating.by)),
            Some(OnBehalfOf::Participant(id)) => Side::of(self.participant(id)),
            Some(OnBehalfOf::Person(id)) if self.person(id).is_some() => Side::Family,
            Some(OnBehalfOf::Person(_) | OnBehalfOf::Other(_)) => Side::Other,
        }
    }

    /// A child: a participant of that kind, or one whose person is a child.
    pub(crate) fn is_child(&self, participant: &Participant) -> bool {
        let person = participant.person.as_deref().and_then(|id| self.person(id));
        participant.kind == ParticipantKind::Child
            || person.is_some_and(|p| p.kind == PersonKind::Child)
    }

    /// Whether a list of references holds one that counts: to an entry on the map, or a dangling one, whose fault is another rule's.
    pub(crate) fn refers_to_map(&self, ids: &[Id]) -> bool {
        ids.iter().any(|id| self.entry(id).is_none_or(Entry::is_on_map))
    }
}

#[cold]
fn searched(record: &Record, id: &str, list: List) -> Option<usize> {
    match list {
        List::People => record.case.people.iter().position(|it| it.id == *id),
        List::Participants => record.participants.iter().position(|it| it.id == *id),
        List::Entries => record.mapping.iter().position(|it| it.id == *id),
        List::Actions => record.actions.iter().position(|it| it.id == *id),
    }
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View")
            .field("record", &self.record.id)
            .field("profile", &self.profile.id)
            .finish_non_exhaustive()
    }
}

fn ids(record: &Record) -> Index<&str, Packed> {
    let people = record
        .case
        .people
        .iter()
        .enumerate()
        .map(|(i, p)| (p.id.as_str(), Packed::new(List::People, i)));
    let participants = record
        .participants
        .iter()
        .enumerate()
        .map(|(i, p)| (p.id.as_str(), Packed::new(List::Participants, i)));
    let entries = record
        .mapping
        .iter()
        .enumerate()
        .map(|(i, e)| (e.id.as_str(), Packed::new(List::Entries, i)));
    let actions = record
        .actions
        .iter()
        .enumerate()
        .map(|(i, a)| (a.id.as_str(), Packed::new(List::Actions, i)));
    Index::new(people.chain(participants).chain(entries).chain(actions))
}
