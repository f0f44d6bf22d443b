//! Merging two sessions of one sitting, and finding where they contradict each other.

use super::command::{Command, Event, Stamp};
use super::journal::quoted;
use super::state::SittingState;
use super::{Accepted, History, Session, written};
use crate::error::{Code, Error};
use crate::record::OnBehalfOf;
use crate::{Id, Text};
use serde::Serialize;

/// The result of a merge.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Merged {
    /// All of the first session, and all of the second that does not contradict it.
    pub session: Session,
    /// The rest of the second, each with what it contradicts. A person decides.
    pub conflicts: Vec<Conflict>,
}

/// An event of the second session that was not merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Conflict {
    /// The event as the second session has it.
    pub theirs: Event,
    /// The events of the first that touch the same item; none where it would be refused for another reason.
    pub ours: Vec<Event>,
    /// The code of that refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Code>,
}

/// Merges two sessions of one sitting, such as the chair's and the note-taker's.
///
/// Both began with the same record, profile and key, and may share their first events. After those, all that is in force in
/// `base` stays, and each event of `other` joins it at its own time, unless it touches the same item as one of `base`
/// or would be refused there: then it is a conflict. What both noted alike counts once. NoMembers is lost: every event in force in
/// `other` is in the result or among the conflicts.
///
/// # Errors
/// `different_openings` where they did not begin as one.
pub fn merge(base: &Session, other: &Session) -> Result<Merged, Error> {
    if base.journal().lines().next() != other.journal().lines().next() || base.seal != other.seal {
        return Err(Error::new(
            Code::DifferentOpenings,
            "",
            "found sittings of another record, profile or key, expected two of one",
        ));
    }
    let shared = base
        .events
        .iter()
        .zip(&other.events)
        .take_while(|(ours, theirs)| ours.digest == theirs.digest)
        .count();
    let (ours, theirs) = (Branch::of(base, shared), Branch::of(other, shared));
    let mut timeline = Timeline::new(base, shared, &ours)?;
    let mut conflicts = Vec::new();
    // Of what both had, the first decides what is taken back.
    for event in theirs.undo_redo.iter().filter(|_| theirs.kept != ours.kept) {
        let undo_redo = ours.undo_redo.iter().map(|event| (*event).clone()).collect();
        conflicts.push(Conflict {
            theirs: (*event).clone(),
            ours: undo_redo,
            refusal: Some(Code::CannotUndo),
        });
    }
    for step in &theirs.steps {
        let touched = || {
            ours.steps.iter().filter(|ours| {
                ours.touched.iter().any(|item| step.touched.binary_search(item).is_ok())
            })
        };
        if touched().any(|ours| {
            ours.touched == step.touched && written(&ours.accepted.0) == written(&step.accepted.0)
        }) {
            continue;
        }
        let refusal =
            if touched().next().is_none() { timeline.take(step.accepted).err() } else { None };
        let ours: Vec<Event> = touched().map(|ours| ours.event.clone()).collect();
        if !ours.is_empty() || refusal.is_some() {
            conflicts.push(Conflict {
                theirs: step.event.clone(),
                ours,
                refusal: refusal.map(|error| error.code()),
            });
        }
    }
    Ok(Merged { session: timeline.session, conflicts })
}

/// An event in force.
struct Step<'a> {
    accepted: &'a Accepted,
    event: &'a Event,
    /// What the event touches, sorted and without duplicates.
    touched: Vec<String>,
}

/// The events of one session after those that both share.
struct Branch<'a> {
    steps: Vec<Step<'a>>,
    /// Indexes of the shared events in force.
    kept: Vec<usize>,
    /// Each undo or redo of a shared event.
    undo_redo: Vec<&'a Event>,
}

impl<'a> Branch<'a> {
    fn of(session: &'a Session, shared: usize) -> Self {
        let mut history = History::default();
        let mut undo_redo = Vec::new();
        for ((index, (command, _)), event) in
            session.accepted.iter().enumerate().zip(&session.events)
        {
            let moved = history.moved(command);
            if index >= shared && moved.is_some_and(|moved| moved < shared) {
                undo_redo.push(event);
            }
            history.note(index, command);
        }
        let (kept, own): (Vec<_>, Vec<_>) =
            history.done.iter().copied().partition(|index| *index < shared);
        let step = |index: usize| {
            let (accepted, event) = session.accepted.get(index).zip(session.events.get(index))?;
            Some(Step {
                accepted,
                event,
                touched: touched(&accepted.0, &accepted.1, &session.state),
            })
        };
        Self { steps: own.into_iter().filter_map(step).collect(), kept, undo_redo }
    }
}

/// The merged session as it grows: a fixed start, then steps ordered by time.
struct Timeline {
    start: Session,
    steps: Vec<Accepted>,
    session: Session,
}

impl Timeline {
    /// All of the first session, without what it undid after the shared events.
    fn new(base: &Session, shared: usize, ours: &Branch<'_>) -> Result<Self, Error> {
        let mut start = Session::open_with(
            base.opening.clone(),
            base.state.profile.clone(),
            base.seal.clone(),
        )?;
        for accepted in base.accepted.iter().take(shared) {
            start.take(accepted.clone())?;
        }
        if let Some(last) = ours.undo_redo.last() {
            let stamp = Stamp { at: last.at, by: last.by.clone() };
            while start.history.done.len() > ours.kept.len() {
                start.undo(stamp.clone())?;
            }
            while start.history.done.len() < ours.kept.len() {
                start.redo(stamp.clone())?;
            }
        }
        let steps = ours.steps.iter().map(|step| step.accepted.clone()).collect();
        let mut timeline = Self { session: start.clone(), start, steps };
        timeline.session = timeline.with(&timeline.steps)?;
        Ok(timeline)
    }

    fn with(&self, steps: &[Accepted]) -> Result<Session, Error> {
        let mut session = self.start.clone();
        for accepted in steps {
            session.take(accepted.clone())?;
        }
        Ok(session)
    }

    /// Inserts a step at its own time, if every step is then still accepted.
    fn take(&mut self, accepted: &Accepted) -> Result<(), Error> {
        let mut steps = self.steps.clone();
        let index = steps.partition_point(|(_, other)| other.at.moment() <= accepted.1.at.moment());
        steps.insert(index, accepted.clone());
        self.session = self.with(&steps)?;
        self.steps = steps;
        Ok(())
    }
}

/// One thing that a command touches.
pub(super) enum Touch<'a> {
    /// What the command is about: a participant, a person, a stage, an entry or an action.
    About,
    /// A part of the record.
    Part(&'static str),
    /// The same, where the command gives it.
    PartIf(bool, &'static str),
    /// Something new, of this kind and with this id.
    New(&'static str, &'a Id),
    /// The round that the command is about, in this respect.
    Round(&'static str),
    /// Somebody's rating or abstention in that round, or their guess at another's.
    Rating(&'a Option<Id>, Option<&'a OnBehalfOf>),
    /// A dissenting view.
    DissentingView(&'a Option<Id>, &'a Text),
    /// All that another command touches.
    Change(&'a Command),
}

/// What a command touches, sorted and without duplicates. Commands that touch the same thing may
/// contradict each other.
fn touched(command: &Command, stamp: &Stamp, state: &SittingState) -> Vec<String> {
    let mut touched = Vec::new();
    let target = command.target(state);
    let by = |by: &Option<Id>| by.as_ref().unwrap_or(&stamp.by).clone();
    let round = || {
        let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
        format!(
            "{}/{}/{}",
            text(target.scale.as_deref()),
            quoted(target.round.as_deref().unwrap_or_default()),
            text(target.about.as_deref())
        )
    };
    command.touches(&mut |touch| match touch {
        Touch::About => {
            let named = [
                ("participant", &target.participant),
                ("person", &target.person),
                ("stage", &target.stage),
                ("entry", &target.entry),
                ("action", &target.action),
            ];
            let ids = named.into_iter().filter_map(|(kind, id)| Some((kind, id.as_ref()?)));
            touched.extend(ids.map(|(kind, id)| format!("{kind} {id}")));
        }
        Touch::Part(part) | Touch::PartIf(true, part) => touched.push(part.into()),
        Touch::PartIf(false, _) => {}
        Touch::New(kind, id) => touched.extend([format!("new {id}"), format!("{kind} {id}")]),
        Touch::Round(respect) => touched.push(format!("{respect} {}", round())),
        // A guess about somebody without an id is identified by its words; these are never shown.
        Touch::Rating(whose, guess) => {
            let guess = guess.map(written).unwrap_or_default();
            touched.push(format!("number {} {} {guess}", round(), by(whose)));
        }
        Touch::DissentingView(whose, view) => {
            touched.push(format!("dissent {} {}", by(whose), view.as_str()));
        }
        Touch::Change(change) => touched.extend(self::touched(change, stamp, state)),
    });
    touched.sort_unstable();
    touched.dedup();
    touched
}
