//! The tracker: the actions of many panels, one row each, for whoever follows them up.

use crate::{Cell, Sheet};
use std::collections::HashSet;
use support_panel::record::{Action, ActionStatus, Marked, Participant, Person, Visibility};
use support_panel::{Date, Id, Profile, Record};

/// What a tracker is told beside the records.
///
/// ```
/// use support_panel_export::TrackerOptions;
///
/// let options = TrackerOptions::default().as_of("2026-04-01".parse().ok()).names(true);
/// assert!(options.names);
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct TrackerOptions {
    /// The day on which an action is late; without it no days are counted.
    pub as_of: Option<Date>,
    /// Whether owners are named and actions are told. Without it both are given by their ids.
    pub names: bool,
}

impl TrackerOptions {
    /// Counts days late to this day.
    #[must_use]
    pub fn as_of(self, day: Option<Date>) -> Self {
        Self { as_of: day, ..self }
    }

    /// Names owners and tells actions.
    #[must_use]
    pub fn names(self, names: bool) -> Self {
        Self { names, ..self }
    }
}

/// One row an action over many records, in two sheets: by owner and by case. It is for professionals.
///
/// An action that a later panel carried on stands once, as it stands now: where the record that carries it is among those
/// added, the earlier row is left out. What is marked says whom it is not for.
///
/// ```
/// use support_panel::{Profile, Record};
/// use support_panel_export::{Cell, Tracker, TrackerOptions};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "participants": [{"id": "p-1", "kind": "professional", "name": "H. Amin", "agency": "Family Support"}],
///     "actions": [{"id": "a-1", "owner": "p-1", "due": {"on": "2026-03-12"}}]
/// }"#)?;
/// let options = TrackerOptions::default().as_of("2026-03-15".parse().ok()).names(true);
/// let mut tracker = Tracker::new(options);
/// tracker.add(&record, &Profile::of(&record)?);
/// let [by_owner, by_case] = tracker.sheets();
/// assert_eq!(by_owner.head[..2], ["Owner", "Agency"]);
/// assert_eq!(by_owner.rows[0][0], Cell::Text("H. Amin".into()));
/// assert_eq!(by_case.rows[0][6], Cell::Whole(3));
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Tracker {
    options: TrackerOptions,
    rows: Vec<Row>,
    /// Which actions of which records a later one carried on.
    carried: HashSet<(Id, Id)>,
}

/// The headings of the columns by case; by owner they stand in another order.
const BY_CASE: [&str; 9] =
    ["Case", "Panel", "Action", "Owner", "Agency", "Due", "Days late", "Progress", "Not for"];
const BY_OWNER: [usize; 9] = [3, 4, 2, 0, 1, 5, 6, 7, 8];

impl Tracker {
    /// Of no record yet.
    pub fn new(options: TrackerOptions) -> Self {
        Self { options, ..Self::default() }
    }

    /// Adds the actions of a record. Of the record nothing else is kept.
    pub fn add(&mut self, record: &Record, profile: &Profile) {
        let rows = record.actions.iter().map(|action| row(record, profile, action, self.options));
        self.rows.extend(rows);
        let carried = record.actions.iter().filter_map(|action| action.carried_from.as_ref());
        self.carried.extend(carried.map(|from| (from.record.clone(), from.action.clone())));
    }

    /// The actions by owner, and by case.
    pub fn sheets(&self) -> [Sheet; 2] {
        let stands = |row: &&Row| !self.carried.contains(&row.id);
        let mut rows: Vec<&Row> = self.rows.iter().filter(stands).collect();
        rows.sort_by(|a, b| a.by_case().cmp(&b.by_case()));
        let mut by_case = Sheet::new("By case", BY_CASE);
        by_case.rows = rows.iter().map(|row| row.cells.to_vec()).collect();
        rows.sort_by(|a, b| a.by_owner().cmp(&b.by_owner()));
        let head = BY_OWNER.iter().filter_map(|index| BY_CASE.get(*index).copied());
        let mut by_owner = Sheet::new("By owner", head);
        let cells =
            |row: &&Row| BY_OWNER.iter().filter_map(|i| row.cells.get(*i).cloned()).collect();
        by_owner.rows = rows.iter().map(cells).collect();
        [by_owner, by_case]
    }

    /// Both sheets as one Excel workbook.
    ///
    /// # Errors
    /// As [`crate::excel`].
    #[cfg(feature = "excel")]
    pub fn workbook(&self) -> Result<Vec<u8>, crate::Error> {
        crate::excel(&self.sheets(), "Actions", &crate::Metadata::default())
    }
}

/// An action: which it is, and its cells in the order of [`BY_CASE`].
#[derive(Debug, Clone)]
struct Row {
    /// Its record and its own id.
    id: (Id, Id),
    cells: [Cell; 9],
    due_on: Option<Date>,
}

impl Row {
    fn by_case(&self) -> (&str, &str, Option<Date>) {
        let [case, panel, ..] = &self.cells;
        (key(case), key(panel), self.due_on)
    }

    fn by_owner(&self) -> (&str, &str, Option<Date>, &str) {
        let [case, _, _, owner, agency, ..] = &self.cells;
        (key(agency), key(owner), self.due_on, key(case))
    }
}

fn key(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        _ => "",
    }
}

fn row(record: &Record, profile: &Profile, action: &Action, options: TrackerOptions) -> Row {
    let owner = action.owner.as_ref();
    let participant = owner.and_then(|id| record.participants.iter().find(|p| p.id == *id));
    let name = participant.filter(|_| options.names).and_then(|p| name(record, p));
    let due_on = action.due_on(record, profile);
    let end = if action.is_live() { options.as_of } else { None };
    let late = due_on.zip(end).map(|(due, end)| end.days_since(due)).filter(|days| *days > 0);
    let told = action.text.as_ref().filter(|_| options.names);
    let case = text(record.case.reference.as_str());
    let panel = text(record.id.as_str());
    let what = told.map_or_else(|| text(action.id.as_str()), |told| text(told.as_str()));
    let owned = match (name, owner) {
        (Some(name), _) => text(&name),
        (None, Some(id)) => text(id.as_str()),
        (None, None) => Cell::Empty,
    };
    let agency = participant.and_then(|p| agency(profile, p)).map_or(Cell::Empty, |a| text(&a));
    let progress = text(match action.status {
        ActionStatus::Open => "Not started",
        ActionStatus::InProgress => "In progress",
        ActionStatus::Done => "Done",
        ActionStatus::Cancelled => "Cancelled",
    });
    let due = due_on.map_or(Cell::Empty, Cell::Day);
    let late = late.map_or(Cell::Empty, Cell::Whole);
    let not_for = text(&not_for(record, action, participant, options));
    Row {
        id: (record.id.clone(), action.id.clone()),
        cells: [case, panel, what, owned, agency, due, late, progress, not_for],
        due_on,
    }
}

/// Whom the row must not reach by any mark on the action, its owner, or the person that the owner is.
fn not_for(
    record: &Record,
    action: &Action,
    owner: Option<&Participant>,
    options: TrackerOptions,
) -> String {
    let marks = [Some(action as &dyn Marked), owner.map(|owner| owner as &dyn Marked)];
    let marks = || marks.into_iter().flatten();
    if marks().any(|part| part.visible_to() == Some(Visibility::Professionals)) {
        return "the family".to_owned();
    }
    let person = owner.and_then(|owner| person(record, owner));
    let unlisted = person.into_iter().flat_map(|person| &person.unlisted_for);
    let mut ids: Vec<&Id> = Vec::new();
    for id in marks().flat_map(|part| part.withheld_from()).chain(unlisted) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let called = |id: &Id| {
        let participant = record.participants.iter().find(|p| p.id == *id);
        let named = match participant {
            Some(participant) => name(record, participant),
            None => person_of(record, id).and_then(|person| known(person.name.as_ref())),
        };
        named.filter(|_| options.names).unwrap_or_else(|| id.to_string())
    };
    ids.into_iter().map(called).collect::<Vec<_>>().join(", ")
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn person_of<'a>(record: &'a Record, id: &Id) -> Option<&'a Person> {
    record.case.people.iter().find(|person| person.id == *id)
}

/// The person of the case that a participant is.
fn person<'a>(record: &'a Record, participant: &Participant) -> Option<&'a Person> {
    participant.person.as_ref().and_then(|id| person_of(record, id))
}

/// What a participant is called: their own name, else that of the person they are.
fn name(record: &Record, participant: &Participant) -> Option<String> {
    let theirs = || person(record, participant).and_then(|person| known(person.name.as_ref()));
    known(participant.name.as_ref()).or_else(theirs)
}

fn known(name: Option<&support_panel::Text>) -> Option<String> {
    name.map(|name| name.as_str().trim().to_owned()).filter(|name| !name.is_empty())
}

/// The agency that an owner comes from, by themselves or by their seat.
fn agency(profile: &Profile, participant: &Participant) -> Option<String> {
    let seat = participant.seat.as_deref().and_then(|seat| profile.seat(seat));
    let agencies = [participant.agency.as_ref(), seat.and_then(|seat| seat.agency.as_ref())];
    agencies.into_iter().flatten().map(|a| a.as_str().trim().to_owned()).find(|a| !a.is_empty())
}
