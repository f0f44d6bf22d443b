//! Merging two sessions of one sitting, and finding where they contradict each other.

use super::command::{Command, Event, Mark, MarkedPart, Stamp};
use super::command_table::HistoryStep;
use super::journal::quoted;
use super::state::{Named, RoundName, SittingState, Target, inconsistent};
use super::{Accepted, History, Session, written};
use crate::error::{Code, Error};
use crate::record::OnBehalfOf;
use crate::values::Moment;
use crate::{Id, Text};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The events of the first that touch the same item, of one item the last hundred; none where it would be refused for
    /// another reason.
    pub ours: Vec<Event>,
    /// The code of that refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Code>,
}

/// Merges two sessions of one sitting, such as the chair's and the note-taker's.
///
/// Both began with the same record, profile and key, and may share their first events. After those, all that is in force in
/// `base` stays, and each event of `other` joins it at its own time, unless it touches the same item as one of `base`,
/// would be refused there, would have one of `base` refused, or would show what was sealed: then it is a conflict. What both
/// noted alike counts once. Nothing is lost: every event in force in `other` is in the result or among the conflicts.
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
    let by_item = ByItem::of(&ours.steps);
    let fates = theirs.steps.iter().map(|step| by_item.fate(step)).collect();
    let (session, fates) = joined(&start(base, shared, &ours)?, &ours.steps, &theirs.steps, fates)?;
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
    for (step, fate) in theirs.steps.iter().zip(fates) {
        let (ours, refusal) = match fate {
            Fate::Joins | Fate::Alike => continue,
            Fate::Contradicts(indexes) => {
                let events = indexes.into_iter().filter_map(|index| ours.steps.get(index));
                (events.map(|ours| ours.event.clone()).collect(), None)
            }
            Fate::Refused(code) => (Vec::new(), Some(code)),
        };
        conflicts.push(Conflict { theirs: step.event.clone(), ours, refusal });
    }
    Ok(Merged { session, conflicts })
}

/// An event in force.
struct Step<'a> {
    accepted: &'a Accepted,
    event: &'a Event,
    /// When it was, by the clock of its session.
    at: Moment,
    /// What the event touches, sorted and without duplicates.
    touched: Vec<String>,
}

impl Step<'_> {
    /// What two events share that note the same.
    fn noted(&self) -> (&[String], String) {
        (&self.touched, written(&self.accepted.0))
    }

    /// Takes the step, unless it was sealed and would not be here.
    fn join(&self, session: &mut Session) -> Result<(), Error> {
        let (command, stamp) = self.accepted;
        let was_sealed = self.event.event.kind().spec().history == HistoryStep::Stands;
        if was_sealed && session.envelope_of(command, stamp).is_none() {
            let words = "found numbers that have been shown, expected them sealed as they were";
            return Err(Error::new(Code::AlreadyRevealed, "/scale", words));
        }
        session.take(self.accepted.clone())
    }
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
        let mut clock = None;
        let step = |index: usize| {
            let (accepted, event) = session.accepted.get(index).zip(session.events.get(index))?;
            let at = accepted.1.at.moment().max(clock.unwrap_or(accepted.1.at.moment()));
            clock = Some(at);
            let touched = touched(&accepted.0, &accepted.1, &session.state);
            Some(Step { accepted, event, at, touched })
        };
        Self { steps: own.into_iter().filter_map(step).collect(), kept, undo_redo }
    }
}

/// The steps of the first session by what they touch.
struct ByItem<'a> {
    touching: BTreeMap<&'a str, Vec<usize>>,
    noted: BTreeSet<(&'a [String], String)>,
}

/// The most events of the first session that a conflict lists of one item: its last.
const LISTED: usize = 100;

impl<'a> ByItem<'a> {
    fn of(steps: &'a [Step<'a>]) -> Self {
        let mut touching: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, step) in steps.iter().enumerate() {
            for item in &step.touched {
                touching.entry(item).or_default().push(index);
            }
        }
        Self { touching, noted: steps.iter().map(Step::noted).collect() }
    }

    /// What becomes of a step of the second session, as far as the items tell.
    fn fate(&self, step: &Step<'_>) -> Fate {
        let touching = step.touched.iter().filter_map(|item| self.touching.get(item.as_str()));
        let indexes: BTreeSet<usize> =
            touching.flat_map(|all| all.iter().rev().take(LISTED)).copied().collect();
        match indexes.is_empty() {
            true => Fate::Joins,
            false if self.noted.contains(&step.noted()) => Fate::Alike,
            false => Fate::Contradicts(indexes),
        }
    }
}

/// What becomes of an event of the second session.
#[derive(Clone, PartialEq, Eq)]
enum Fate {
    /// It is in the result.
    Joins,
    /// The first session notes the same.
    Alike,
    /// It touches what these steps of the first touch.
    Contradicts(BTreeSet<usize>),
    /// It would be refused, or would have one of the first refused.
    Refused(Code),
}

/// The shared events as the first session keeps them.
fn start(base: &Session, shared: usize, ours: &Branch<'_>) -> Result<Session, Error> {
    let mut start =
        Session::open_with(base.opening.clone(), base.state.profile.clone(), base.seal.clone())?;
    for accepted in base.accepted.iter().take(shared) {
        start.take(accepted.clone())?;
    }
    // Whoever was invited later may be gone with what is taken back.
    let invited = |event: &&&Event| base.was_there_at_opening(&event.by);
    if let Some(event) = ours.undo_redo.iter().find(invited).or(ours.undo_redo.last()) {
        let stamp = Stamp { at: event.at, by: event.by.clone() };
        while start.history.done.len() > ours.kept.len() {
            start.take((Command::undo().into(), stamp.clone()))?;
        }
        while start.history.done.len() < ours.kept.len() {
            start.take((Command::redo().into(), stamp.clone()))?;
        }
    }
    start.catch_up()?;
    Ok(start)
}

/// Every step of the first session, with those of the second that join it; and what became of each of these.
///
/// One that has a step of the first refused is found by halving, and costs as many merges as that takes.
fn joined(
    start: &Session,
    ours: &[Step<'_>],
    theirs: &[Step<'_>],
    mut fates: Vec<Fate>,
) -> Result<(Session, Vec<Fate>), Error> {
    loop {
        let (code, upto) = match in_time(start, ours, theirs, &fates, theirs.len()) {
            Ok(merged) => return Ok(merged),
            Err(stopped) => stopped,
        };
        // The fewest steps of the second that have one of the first refused: the last of them is in its way.
        let (mut fits, mut stops) = (0, upto);
        while fits + 1 < stops {
            let middle = usize::midpoint(fits, stops);
            match in_time(start, ours, theirs, &fates, middle) {
                Ok(_) => fits = middle,
                Err(_) => stops = middle,
            }
        }
        let in_the_way = fates.get_mut(stops.wrapping_sub(1)).ok_or_else(inconsistent)?;
        if *in_the_way != Fate::Joins {
            return Err(inconsistent());
        }
        *in_the_way = Fate::Refused(code);
    }
}

/// Takes every step of the first session and those of the first so many of the second that join, by their time, and notes
/// which of these are refused. Stops where a step of the first is, with the code and how many of the second came before.
fn in_time(
    start: &Session,
    ours: &[Step<'_>],
    theirs: &[Step<'_>],
    fates: &[Fate],
    most: usize,
) -> Result<(Session, Vec<Fate>), (Code, usize)> {
    let mut session = start.clone();
    let mut fates = fates.to_vec();
    let mut joining = theirs.iter().zip(&mut fates).take(most).enumerate().peekable();
    let mut before = 0;
    for step in ours {
        while let Some((index, (their, fate))) =
            joining.next_if(|(_, (their, _))| their.at < step.at)
        {
            before = index + 1;
            try_to_join(their, fate, &mut session);
        }
        step.join(&mut session).map_err(|error| (error.code(), before))?;
    }
    joining.for_each(|(_, (their, fate))| try_to_join(their, fate, &mut session));
    Ok((session, fates))
}

fn try_to_join(step: &Step<'_>, fate: &mut Fate, session: &mut Session) {
    if *fate == Fate::Joins
        && let Err(error) = step.join(session)
    {
        *fate = Fate::Refused(error.code());
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
    /// What is marked: something of which only the id is known, a part that has none, or what someone said of a scale.
    Marked(&'a Mark),
    /// The round that the command is about, in this respect.
    Round(&'static str),
    /// Someone's rating or abstention in that round, or their guess at another's.
    Rating(&'a Option<Id>, Option<&'a OnBehalfOf>),
    /// What is decided for a child, or for the family as a whole.
    Decided(Option<&'a Id>),
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
    let round_of = |target: &Target| {
        let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
        format!(
            "{}/{}/{}",
            text(target.scale.as_deref()),
            quoted(target.round.as_deref().unwrap_or_default()),
            text(target.about.as_deref())
        )
    };
    let round = || round_of(&target);
    let number = |round: &str, by: &Id, guess: Option<&OnBehalfOf>| {
        // A guess about someone without an id is identified by its words; these are never shown.
        format!("number {round} {by} {}", guess.map(written).unwrap_or_default())
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
        Touch::Marked(mark) => match (&mark.target, &mark.scale, mark.part) {
            (Some(id), _, None) => {
                let kinds = ["participant", "person", "entry", "action"];
                touched.extend(kinds.map(|kind| format!("{kind} {id}")));
            }
            (Some(by), Some(scale), Some(MarkedPart::Rating | MarkedPart::Abstention)) => {
                let (round, about) = (mark.round.as_ref(), mark.about.as_ref());
                let target = Named::Round(RoundName { scale, round, about }).in_state(state);
                touched.push(number(&round_of(&target), by, mark.on_behalf_of.as_ref()));
            }
            (id, _, part) => {
                let id = id.as_ref().map_or("", |id| id.as_str());
                touched.push(format!("marks {} {id}", part.map_or("", MarkedPart::as_str)));
            }
        },
        Touch::Round(respect) => touched.push(format!("{respect} {}", round())),
        Touch::Rating(whose, guess) => touched.push(number(&round(), &by(whose), guess)),
        Touch::Decided(None) => touched.push("decision".into()),
        Touch::Decided(Some(child)) => touched.push(format!("decision for {child}")),
        Touch::DissentingView(whose, view) => {
            touched.push(format!("dissent {} {}", by(whose), view.as_str()));
        }
        Touch::Change(change) => touched.extend(self::touched(change, stamp, state)),
    });
    touched.sort_unstable();
    touched.dedup();
    touched
}
