//! A live sitting: a record, its profile, and the commands accepted since.
//!
//! `docs/session.md` describes the commands. One table, `command_table`, decides about them: each command has
//! one row, and no other code of this module distinguishes commands.

#![deny(
    clippy::wildcard_enum_match_arm,
    reason = "what decides by command, or by a column of its table, asks for each one"
)]

mod allowed;
pub mod command;
mod command_table;
#[cfg(test)]
mod cost;
mod journal;
mod merge;
mod outstanding;
mod seal;
mod standing;
mod state;
mod timer;

pub use allowed::{Allowed, Refused};
pub use command::{Command, CommandType, Event, Stamp};
pub use journal::{Lost, Replayed};
pub use merge::{Conflict, Merged, merge};
pub use outstanding::{Outstanding, StageNeeds, Unrevealed};
pub use seal::Seal;
pub use standing::Standing;
pub use state::Target;
pub use timer::Timer;

use crate::Label;
use crate::error::{Code, Error};
use crate::limits;
use crate::profile::{Profile, Question};
use crate::record::Record;
use crate::wire::Writer;
use command::Sealed;
use command_table::{Envelope, HistoryStep};
use journal::Journal;
use state::{Applied, SittingState, refuse};
use std::sync::Arc;

/// A live sitting. It has no clock and makes no ids: both come with each command.
///
/// ```
/// use support_panel::{Command, Profile, Record, Session, Stamp};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "participants": [{"id": "p-chair", "kind": "professional"}]
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let mut session = Session::open(record, profile)?;
///
/// let stamp = Stamp::from_json(r#"{"at": "2026-03-12T09:30:00Z", "by": "p-chair"}"#)?;
/// let start = Command::from_json(r#"{"type": "start_stage", "stage": "introductions"}"#)?;
/// let refusal = session.apply(start.clone(), stamp.clone()).unwrap_err();
/// assert_eq!(refusal.code(), "not_in_session");
///
/// let open = Command::from_json(r#"{"type": "open_meeting", "chair": "p-chair"}"#)?;
/// session.apply(open, stamp.clone())?;
/// session.apply(start, stamp)?;
/// assert_eq!(session.record().agenda.len(), 1);
/// assert_eq!(Session::replay(session.journal())?.session.record(), session.record());
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Clone)]
pub struct Session {
    seal: Seal,
    opening: Record,
    state: SittingState,
    accepted: Vec<Accepted>,
    events: Vec<Event>,
    history: History,
    journal: Journal,
    /// Whether an undo or a redo has been noted that the state does not show yet.
    is_behind: bool,
    /// At most so many bytes does the record take, with what is sealed.
    most_bytes: usize,
}

/// An accepted command, unsealed, and its stamp. Neither changes again, so copies of a session
/// share the command.
type Accepted = (Arc<Command>, Stamp);

/// The events in force and the events undone, each by its index.
#[derive(Clone, Default, PartialEq, Eq)]
struct History {
    done: Vec<usize>,
    undone: Vec<usize>,
}

impl History {
    fn note(&mut self, index: usize, command: &Command) {
        match command.kind().spec().history {
            HistoryStep::Undoes => self.undone.extend(self.done.pop()),
            HistoryStep::Redoes => self.done.extend(self.undone.pop()),
            HistoryStep::Adds | HistoryStep::AddsForGood => {
                self.done.push(index);
                self.undone.clear();
            }
            HistoryStep::Stands => {}
        }
    }

    /// Index of the event that a command would undo or redo.
    fn moved(&self, command: &Command) -> Option<usize> {
        match command.kind().spec().history {
            HistoryStep::Undoes => self.done.last().copied(),
            HistoryStep::Redoes => self.undone.last().copied(),
            HistoryStep::Adds | HistoryStep::AddsForGood | HistoryStep::Stands => None,
        }
    }
}

impl std::fmt::Debug for Session {
    /// Shows ids and counts, never content.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { state, events, .. } = self;
        f.debug_struct("Session")
            .field("record", &state.record.id)
            .field("standing", &state.standing())
            .field("events", &events.len())
            .finish()
    }
}

impl Session {
    /// Opens a sitting on a record, whatever the status of its meeting.
    ///
    /// # Errors
    /// `profile_mismatch` where the profile is not the one that the record names; where the record passes a limit of the
    /// format, the code that a reader would give, such as `too_large`.
    pub fn open(record: Record, profile: Profile) -> Result<Self, Error> {
        Self::open_with(record, profile, Seal::default())
    }

    /// As [`Session::open`], with a key that closes the envelopes of sealed ratings in the journal.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn open_with(record: Record, profile: Profile, seal: Seal) -> Result<Self, Error> {
        profile.must_be_of(&record)?;
        profile.can_ask()?;
        let record = record.readable()?;
        let journal = Journal::opening(&record, &profile);
        Ok(Self {
            seal,
            // The opening holds the record.
            most_bytes: journal.as_str().len(),
            journal,
            opening: record.clone(),
            state: SittingState::new(profile, record),
            accepted: Vec::new(),
            events: Vec::new(),
            history: History::default(),
            is_behind: false,
        })
    }

    /// Applies a command, or refuses it and changes nothing.
    ///
    /// # Errors
    /// The refusal: its code, the path into the command, and a message without names or free text.
    pub fn apply(
        &mut self,
        command: impl Into<Arc<Command>>,
        stamp: Stamp,
    ) -> Result<&Event, Error> {
        let command = command.into();
        let before = self.taken_back(&command)?;
        self.accept((command, stamp), false)?;
        if let Some(before) = before {
            (self.state, self.is_behind, self.most_bytes) = (before, false, usize::MAX);
        }
        self.catch_up()?;
        self.events.last().ok_or_else(state::inconsistent)
    }

    /// The state that an undo leads to; nothing for any other command. A mark that keeps something from someone is not taken
    /// off without a reason.
    fn taken_back(&mut self, command: &Command) -> Applied<Option<SittingState>> {
        if command.kind().spec().history != HistoryStep::Undoes {
            return Ok(None);
        }
        self.catch_up()?;
        self.state.standing_admits(command.kind())?;
        self.history_admits(command.kind())?;
        let Some((_, done)) = self.history.done.split_last() else { return Ok(None) };
        let before = self.rebuilt(done)?;
        let says_why = command.why_undone().is_some_and(|why| !why.is_blank());
        if !says_why && state::takes_marks_off(&self.state.record, &before.record) {
            let words = "found a mark that this takes off and no reason, expected one";
            return refuse(Code::NeedsReason, "/why", words);
        }
        Ok(Some(before))
    }

    /// Takes a command that was accepted before. What an undo or a redo leads to is found by the next that needs it: so many
    /// of them in a row cost no more than one.
    fn take(&mut self, accepted: Accepted) -> Applied {
        self.accept(accepted, true)
    }

    fn accept(&mut self, (command, stamp): Accepted, is_replayed: bool) -> Applied {
        let moves = self.history_moves(&command);
        // Whoever was there at the opening still is, whatever was taken back.
        if !(moves && has_participant(&self.opening, &stamp.by)) {
            self.catch_up()?;
        }
        self.stamped(&command, &stamp)?;
        let command = self.unsealed(command, &stamp)?;
        let draft = self.journal.draft(self.events.len(), &stamp, self.shown(&command, &stamp)?);
        draft.readable()?;
        if moves {
            self.state.standing_admits(command.kind())?;
            self.history_admits(command.kind())?;
            self.is_behind = true;
        } else {
            self.carry_out(&command, &stamp, draft.most_growth(), is_replayed)?;
        }
        self.history.note(self.accepted.len(), &command);
        self.accepted.push((command, stamp));
        self.events.push(self.journal.commit(draft));
        Ok(())
    }

    fn history_moves(&self, command: &Command) -> bool {
        matches!(command.kind().spec().history, HistoryStep::Undoes | HistoryStep::Redoes)
    }

    /// Carries a command out, unless the record would be too large for any reader.
    fn carry_out(
        &mut self,
        command: &Command,
        stamp: &Stamp,
        growth: usize,
        is_replayed: bool,
    ) -> Applied {
        let most = self.most_bytes.saturating_add(growth);
        if most <= limits::DOCUMENT_BYTES {
            self.state.take(command, stamp, is_replayed)?;
            self.most_bytes = most;
            return Ok(());
        }
        let mut state = self.state.clone();
        state.take(command, stamp, is_replayed)?;
        let bytes = state.bytes();
        if bytes > limits::DOCUMENT_BYTES {
            let words = format!(
                "found a record of {bytes} bytes, expected at most {}",
                limits::DOCUMENT_BYTES
            );
            return refuse(Code::TooLarge, "", words);
        }
        (self.state, self.most_bytes) = (state, bytes);
        Ok(())
    }

    /// Brings the state up to the history.
    fn catch_up(&mut self) -> Applied {
        if self.is_behind {
            self.state = self.rebuilt(&self.history.done)?;
            // What was taken back may have been what made it small.
            (self.is_behind, self.most_bytes) = (false, usize::MAX);
        }
        Ok(())
    }

    /// Undoes the last command in force.
    ///
    /// # Errors
    /// `nothing_to_undo`; `cannot_undo` after a reveal; `meeting_over` after the meeting; `needs_reason` where it would take off a
    /// mark that keeps something from someone: then apply a command that says why.
    pub fn undo(&mut self, stamp: Stamp) -> Result<&Event, Error> {
        self.apply(Command::undo(), stamp)
    }

    /// Redoes the last command that was undone.
    ///
    /// # Errors
    /// `nothing_to_redo`; `meeting_over` after the meeting.
    pub fn redo(&mut self, stamp: Stamp) -> Result<&Event, Error> {
        self.apply(Command::redo(), stamp)
    }

    /// The record as it stands, without any rating that is still sealed.
    pub fn record(&self) -> &Record {
        &self.state.record
    }

    /// The profile of the record.
    pub fn profile(&self) -> &Profile {
        &self.state.profile
    }

    /// The standing of the sitting.
    pub fn standing(&self) -> Standing {
        self.state.standing()
    }

    /// The accepted commands as events, in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The journal as NDJSON: the opening, then one event a line.
    pub fn journal(&self) -> &str {
        self.journal.as_str()
    }

    /// The record as it stood after an event; 0 is the opening. `None` where there is no such event.
    pub fn at(&self, seq: u32) -> Option<Record> {
        let count = usize::try_from(seq).ok()?;
        let mut history = History::default();
        for (index, (command, _)) in self.accepted.get(..count)?.iter().enumerate() {
            history.note(index, command);
        }
        self.rebuilt(&history.done).ok().map(|state| state.record)
    }

    /// The sitting as it was after an event; 0 is the opening. `None` where there is no such event.
    pub fn until(&self, seq: u32) -> Option<Self> {
        let accepted = self.accepted.get(..usize::try_from(seq).ok()?)?;
        let mut then =
            Self::open_with(self.opening.clone(), self.state.profile.clone(), self.seal.clone())
                .ok()?;
        accepted.iter().try_for_each(|accepted| then.take(accepted.clone())).ok()?;
        then.catch_up().ok()?;
        Some(then)
    }

    /// The clock of the running stage at a moment. `None` where no stage runs.
    pub fn timer(&self, at: crate::Instant) -> Option<Timer> {
        timer::timer(&self.state, at)
    }

    /// The profile's questions for a column of the map.
    pub fn questions(&self, column: &str) -> impl Iterator<Item = &Question> {
        self.state.profile.questions.iter().filter(move |question| question.column == *column)
    }

    fn stamped(&self, command: &Command, stamp: &Stamp) -> Applied {
        let themselves = command.newcomer() == Some(&stamp.by);
        if !themselves && !has_participant(&self.state.record, &stamp.by) {
            return refuse(
                Code::UnknownParticipant,
                "/stamp/by",
                "found an id that no participant has, expected a participant's",
            );
        }
        Ok(())
    }

    /// The command itself, taken out of its envelope where it is in one.
    fn unsealed(&self, command: Arc<Command>, stamp: &Stamp) -> Applied<Arc<Command>> {
        let Envelope::Closed(sealed) = command.envelope() else { return Ok(command) };
        let text = self.seal.open(&self.seal_context(sealed, stamp), &sealed.envelope);
        let inner = text.and_then(|text| Command::from_json(text).ok());
        match inner.filter(|inner| {
            self.envelope_of(inner, stamp)
                .is_some_and(|of| Sealed { envelope: sealed.envelope.clone(), ..of } == *sealed)
        }) {
            Some(inner) => Ok(Arc::new(inner)),
            None => refuse(
                Code::WrongSeal,
                "/envelope",
                "found an envelope that does not open here, expected one closed for this sitting",
            ),
        }
    }

    /// The context of an envelope: its round, author and stamp. It opens in no other.
    fn seal_context(&self, sealed: &Sealed, stamp: &Stamp) -> String {
        let Sealed { scale, round, about, by, .. } = sealed;
        let (round, about) = (
            journal::quoted(round.as_deref().unwrap_or_default()),
            about.as_deref().unwrap_or_default(),
        );
        format!("{}\n{scale}\n{round}\n{about}\n{by}\n{}\n{}", self.opening.id, stamp.at, stamp.by)
    }

    /// The envelope for a command that gives a rating while its round is sealed, still empty.
    fn envelope_of(&self, command: &Command, stamp: &Stamp) -> Option<Sealed> {
        let (name, by) = match command.envelope() {
            Envelope::Rating(name, by) => (name, by),
            Envelope::Never | Envelope::Closed(_) => return None,
        };
        let index = self.state.named_round(name)?;
        let of = Sealed {
            scale: name.scale.clone(),
            round: name.round.cloned(),
            about: name.about.cloned(),
            by: by.as_ref().unwrap_or(&stamp.by).clone(),
            envelope: Label::from(""),
        };
        self.state.is_sealed(index).then_some(of)
    }

    /// The command as the journal keeps it.
    fn shown(&self, command: &Arc<Command>, stamp: &Stamp) -> Applied<Arc<Command>> {
        let Some(mut sealed) = self.envelope_of(command, stamp) else {
            return Ok(Arc::clone(command));
        };
        match self.seal.close(&self.seal_context(&sealed, stamp), &command.to_json()) {
            Some(envelope) => sealed.envelope = envelope.into(),
            None => {
                return refuse(
                    Code::TooLong,
                    "/reason",
                    format!(
                        "found more than {} bytes, which is the most that is sealed",
                        seal::MOST
                    ),
                );
            }
        }
        Ok(Arc::new(Command::in_envelope(sealed)))
    }

    /// Whether the history admits a command: there is something to undo or redo.
    fn history_admits(&self, kind: CommandType) -> Applied {
        let History { done, undone } = &self.history;
        match kind.spec().history {
            HistoryStep::Adds | HistoryStep::AddsForGood | HistoryStep::Stands => Ok(()),
            HistoryStep::Redoes if undone.is_empty() => {
                refuse(Code::NothingToRedo, "", "found nothing that was taken back")
            }
            HistoryStep::Redoes => Ok(()),
            HistoryStep::Undoes => {
                let last = done.last().and_then(|index| self.accepted.get(*index));
                match last.map(|(command, _)| command.kind()) {
                    None => refuse(
                        Code::NothingToUndo,
                        "",
                        "found nothing in force, expected a command to take back",
                    ),
                    Some(kind) if kind.spec().history == HistoryStep::AddsForGood => refuse(
                        Code::CannotUndo,
                        "",
                        format!("found {kind}, which cannot be taken back"),
                    ),
                    Some(_) => Ok(()),
                }
            }
        }
    }

    /// The state after these events alone.
    fn rebuilt(&self, done: &[usize]) -> Applied<SittingState> {
        let mut state = SittingState::new(self.state.profile.clone(), self.opening.clone());
        for (command, stamp) in done.iter().filter_map(|index| self.accepted.get(*index)) {
            state.take(command, stamp, true)?;
        }
        Ok(state)
    }
}

fn has_participant(record: &Record, id: &str) -> bool {
    record.participants.iter().any(|participant| participant.id == *id)
}

/// A value as canonical JSON.
fn written(value: &impl crate::wire::Value) -> String {
    let mut writer = Writer::compact();
    value.write(&mut writer);
    writer.finish()
}
