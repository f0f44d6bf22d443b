//! The state of a sitting: the record as it stands, and what a record does not hold.

mod actions;
mod agenda;
mod before;
mod guards;
mod ids;
mod mapping;
mod marks;
mod meeting;
mod outcome;
mod scaling;
mod target;

pub(super) use guards::Guards;
pub(super) use scaling::SealedRating;
pub use target::Target;
pub(super) use target::{Named, RoundName, Subject};

use super::command::{Command, Stamp};
use super::standing::Standing;
use super::written;
use crate::error::{Code, Error};
use crate::profile::Profile;
use crate::record::{Action, Entry, MeetingStatus, Participant, Person, Record, Visibility};
use crate::rules::each_marked;
use crate::{Date, Id, Instant, Text, limits};
use ids::Ids;
use std::collections::BTreeMap;

pub(super) type Applied<T = ()> = Result<T, Error>;

pub(super) fn refuse<T>(code: Code, path: &str, message: impl Into<Box<str>>) -> Applied<T> {
    Err(Error::new(code, path, message))
}

/// A sitting as it stands.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct SittingState {
    pub(super) profile: Profile,
    /// The record without any sealed rating.
    pub(super) record: Record,
    /// The sealed ratings.
    pub(super) sealed: Vec<SealedRating>,
    /// When the running stage was paused.
    pub(super) paused_at: Option<Instant>,
    /// The greatest stamp of the commands in force.
    clock: Option<Instant>,
    /// Where the record's things stand.
    ids: Ids,
}

/// By how many seconds a clock may run behind an earlier one without a word.
const CLOCK_TOLERANCE: i64 = 5 * 60;

/// When, by whom, and inside which amendment a command is carried out.
pub(super) struct Context<'a> {
    /// The moment by the clock of the sitting, which never runs back.
    pub(super) at: Instant,
    /// The day as the stamp says it.
    pub(super) day: Date,
    pub(super) by: &'a Id,
    /// The reason of the amendment that the command stands in.
    pub(super) amending: Option<&'a Text>,
    /// Whether the command was accepted before: what was accepted once stays accepted.
    pub(super) is_replayed: bool,
}

impl<'a> Context<'a> {
    /// The reason of the command, else that of the amendment it stands in.
    fn why(&self, why: Option<&Text>) -> Option<Text> {
        why.or(self.amending).cloned()
    }

    /// The reason for taking a mark off, without which no one does.
    fn why_lifted(&self, why: Option<&Text>) -> Applied<Option<Text>> {
        match self.is_replayed {
            true => Ok(self.why(why)),
            false => needed(self.why(why), "/why"),
        }
    }
}

impl SittingState {
    pub(super) fn new(profile: Profile, record: Record) -> Self {
        let mut ids = Ids::default();
        ids.keep_up(&record);
        Self { profile, record, sealed: Vec::new(), paused_at: None, clock: None, ids }
    }

    /// A moment by the clock of the sitting: never before a stamp of a command in force.
    pub(super) fn by_clock(&self, at: Instant) -> Instant {
        match self.clock {
            Some(clock) if at.moment() < clock.moment() => clock,
            _ => at,
        }
    }

    /// How many bytes the record takes, with the sealed ratings in it.
    pub(super) fn bytes(&self) -> usize {
        let sealed = self.sealed.iter().map(|sealed| written(&sealed.rating).len() + 1);
        self.record.to_json().len() + sealed.sum::<usize>()
    }

    /// Carries out a command at its stamp, or refuses it and changes nothing.
    pub(super) fn take(&mut self, command: &Command, stamp: &Stamp, is_replayed: bool) -> Applied {
        let at = self.by_clock(stamp.at);
        let day = stamp.at.date();
        let context = Context { at, day, by: &stamp.by, amending: None, is_replayed };
        self.perform(command, &context)?;
        self.clock = Some(at);
        let behind = at.seconds_since(stamp.at);
        if behind > CLOCK_TOLERANCE {
            let seconds = u32::try_from(behind).unwrap_or(u32::MAX).min(i32::MAX.unsigned_abs());
            let meeting = &mut self.record.meeting;
            meeting.clock_set_back = meeting.clock_set_back.max(Some(seconds));
        }
        Ok(())
    }

    pub(super) fn standing(&self) -> Standing {
        match self.record.meeting.status {
            None | Some(MeetingStatus::Planned) => Standing::Before,
            Some(MeetingStatus::Adjourned) => Standing::Adjourned,
            Some(MeetingStatus::Concluded) => Standing::Concluded,
            Some(MeetingStatus::InProgress) if self.running().is_none() => Standing::Between,
            Some(MeetingStatus::InProgress) if self.paused_at.is_some() => Standing::Paused,
            Some(MeetingStatus::InProgress) => Standing::Running,
        }
    }

    fn perform(&mut self, command: &Command, context: &Context<'_>) -> Applied {
        #[cfg(test)]
        super::cost::count();
        self.admits(command.kind(), context)?;
        Guards::for_one(self).ask(command.kind(), &command.target(self))?;
        command.carry_out(self, context)?;
        self.ids.keep_up(&self.record);
        Ok(())
    }

    /// Where a participant stands among the others.
    pub(super) fn participant_index(&self, id: &str) -> Option<usize> {
        self.ids.participant(id, &self.record)
    }

    fn index_of(&self, participant: &str, path: &str) -> Applied<usize> {
        match self.participant_index(participant) {
            Some(index) => Ok(index),
            None => refuse(
                Code::UnknownParticipant,
                path,
                "found an id that no participant has, expected a participant's",
            ),
        }
    }

    fn participant(&self, id: &str, path: &str) -> Applied<&Participant> {
        let index = self.index_of(id, path)?;
        self.record.participants.get(index).ok_or_else(inconsistent)
    }

    fn participant_mut(&mut self, id: &str, path: &str) -> Applied<&mut Participant> {
        let index = self.index_of(id, path)?;
        self.record.participants.get_mut(index).ok_or_else(inconsistent)
    }

    fn participants<'i>(&self, ids: impl IntoIterator<Item = &'i Id>, path: &str) -> Applied {
        ids.into_iter().try_for_each(|id| self.index_of(id, path).map(drop))
    }

    fn people<'i>(&self, ids: impl IntoIterator<Item = &'i Id>, path: &str) -> Applied {
        ids.into_iter().try_for_each(|id| match self.ids.person(id, &self.record) {
            Some(_) => Ok(()),
            None => refuse(
                Code::UnknownPerson,
                path,
                "found an id that no one of the case has, expected a person's",
            ),
        })
    }

    fn people_or_participants<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i Id>,
        path: &str,
    ) -> Applied {
        ids.into_iter().try_for_each(|id| {
            self.index_of(id, path).map(drop).or_else(|_| self.people([id], path))
        })
    }

    /// A person of the case.
    fn person_mut(&mut self, id: &str) -> Applied<&mut Person> {
        let index = self.ids.person(id, &self.record).ok_or_else(inconsistent)?;
        self.record.case.people.get_mut(index).ok_or_else(inconsistent)
    }

    /// An entry that stands on the map.
    fn entry(&self, id: &str, path: &str) -> Applied<&Entry> {
        let index = self.ids.entry(id, &self.record);
        match index.and_then(|index| self.record.mapping.get(index)) {
            Some(entry) if entry.is_on_map() => Ok(entry),
            Some(entry) => refuse(
                Code::Withdrawn,
                path,
                format!("found entry {}, which was taken off the map", entry.id),
            ),
            None => refuse(
                Code::UnknownEntry,
                path,
                "found an id that no entry has, expected an entry's",
            ),
        }
    }

    fn entry_mut(&mut self, id: &str) -> Applied<&mut Entry> {
        let index = self.ids.entry(id, &self.record).ok_or_else(inconsistent)?;
        self.record.mapping.get_mut(index).ok_or_else(inconsistent)
    }

    fn entries<'i>(&self, ids: impl IntoIterator<Item = &'i Id>, path: &str) -> Applied {
        ids.into_iter().try_for_each(|id| self.entry(id, path).map(drop))
    }

    fn action(&self, id: &str, path: &str) -> Applied<&Action> {
        let index = self.ids.action(id, &self.record);
        match index.and_then(|index| self.record.actions.get(index)) {
            Some(action) => Ok(action),
            None => refuse(
                Code::UnknownAction,
                path,
                "found an id that no action has, expected an action's",
            ),
        }
    }

    fn action_mut(&mut self, id: &str) -> Applied<&mut Action> {
        let index = self.ids.action(id, &self.record).ok_or_else(inconsistent)?;
        self.record.actions.get_mut(index).ok_or_else(inconsistent)
    }

    /// Refuses an id that is in use.
    fn unused(&self, id: &Id) -> Applied {
        match self.ids.has(id, &self.record) {
            true => refuse(
                Code::IdInUse,
                "/id",
                format!(
                    "found {id}, which something in the record is called already, expected a new id"
                ),
            ),
            false => Ok(()),
        }
    }

    fn not_before_meeting(&self, day: Option<Date>, path: &str) -> Applied {
        match day.zip(self.record.meeting.held_on) {
            Some((day, held)) if day < held => refuse(
                Code::BeforeMeeting,
                path,
                format!("found {day}, expected {held}, the day of the meeting, or a later day"),
            ),
            _ => Ok(()),
        }
    }
}

/// A guard found what the command then did not: a fault of this crate.
pub(super) fn inconsistent() -> Error {
    Error::new(Code::Internal, "", "found nothing where something was a moment ago")
}

fn not_blank(text: &Text, path: &str) -> Applied {
    if text.is_blank() {
        refuse(Code::Blank, path, "found nothing but white space, expected words")
    } else {
        Ok(())
    }
}

fn has_capacity<T>(list: &[T], path: &str) -> Applied {
    if list.len() < limits::LIST_ITEMS {
        return Ok(());
    }
    refuse(
        Code::ListFull,
        path,
        format!("found a list of {}, which is the most", limits::LIST_ITEMS),
    )
}

/// A reason that is not blank.
fn needed(why: Option<Text>, path: &str) -> Applied<Option<Text>> {
    match why {
        Some(text) if !text.is_blank() => Ok(Some(text)),
        _ => refuse(Code::NeedsReason, path, "found no reason, expected one"),
    }
}

/// Whether a mark for professionals alone is taken off: that takes a reason.
fn is_lifted(before: Option<Visibility>, after: Option<Visibility>) -> bool {
    let is_kept = |marked| marked == Some(Visibility::Professionals);
    is_kept(before) && !is_kept(after)
}

/// Whether a record keeps something from anyone that another of the same sitting does not.
pub(super) fn takes_marks_off(before: &Record, after: &Record) -> bool {
    let mut left = BTreeMap::new();
    each_marked(after, &mut |marked, at, _| {
        left.insert(at().text(), (marked.visible_to(), marked.withheld_from().to_vec()));
    });
    let is_cut = |before: &[Id], after: &[Id]| before.iter().any(|id| !after.contains(id));
    let mut is_any = is_cut(&before.case.separate_copies, &after.case.separate_copies);
    for person in before.case.people.iter().filter(|person| !person.unlisted_for.is_empty()) {
        let then = after.case.people.iter().find(|then| then.id == person.id);
        is_any |= then.is_some_and(|then| is_cut(&person.unlisted_for, &then.unlisted_for));
    }
    each_marked(before, &mut |marked, at, _| {
        let (visible_to, from) = (marked.visible_to(), marked.withheld_from());
        // Most things have no mark, and need no looking up.
        let keeps = visible_to == Some(Visibility::Professionals) || !from.is_empty();
        if let Some((then, list)) = keeps.then(|| left.get(&at().text())).flatten() {
            is_any |= is_lifted(visible_to, *then) || is_cut(from, list);
        }
    });
    is_any
}

/// Sets a member to the given value, if there is one. Returns whether there was.
fn replace<T: Clone>(index: &mut Option<T>, given: &Option<T>) -> bool {
    if given.is_some() {
        index.clone_from(given);
    }
    given.is_some()
}

fn nothing_to_change<T>() -> Applied<T> {
    refuse(Code::NothingToChange, "", "found nothing that would change anything")
}
