//! The tracker: the actions of many panels, one row each, for whoever follows them up.

use crate::{Cell, Sheet};
use support_panel::record::{Action, ActionStatus, Participant};
use support_panel::{Date, Profile, Record};

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
/// ```
/// use support_panel::{Profile, Record};
/// use support_panel_export::{Cell, TrackerOptions, tracker};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "participants": [{"id": "p-1", "kind": "professional", "name": "H. Amin", "agency": "Family Support"}],
///     "actions": [{"id": "a-1", "owner": "p-1", "due": {"on": "2026-03-12"}}]
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let options = TrackerOptions::default().as_of("2026-03-15".parse().ok()).names(true);
/// let [by_owner, by_case] = tracker([(&record, &profile)], options);
/// assert_eq!(by_owner.head[..2], ["Owner", "Agency"]);
/// assert_eq!(by_owner.rows[0][0], Cell::Text("H. Amin".into()));
/// assert_eq!(by_case.rows[0][6], Cell::Whole(3));
/// # Ok::<(), support_panel::Error>(())
/// ```
pub fn tracker<'a>(
    records: impl IntoIterator<Item = (&'a Record, &'a Profile)>,
    options: TrackerOptions,
) -> [Sheet; 2] {
    let rows = records.into_iter().flat_map(|(record, profile)| {
        record.actions.iter().map(move |action| row(record, profile, action, options))
    });
    let mut rows: Vec<Row> = rows.collect();
    let head = ["Case", "Panel", "Action", "Owner", "Agency", "Due", "Days late", "Progress"];
    let mut by_case = Sheet::new("By case", head);
    rows.sort_by(|a, b| a.by_case().cmp(&b.by_case()));
    by_case.rows = rows
        .iter()
        .cloned()
        .map(|r| vec![r.case, r.panel, r.action, r.owner, r.agency, r.due, r.late, r.progress])
        .collect();
    let head = ["Owner", "Agency", "Action", "Case", "Panel", "Due", "Days late", "Progress"];
    let mut by_owner = Sheet::new("By owner", head);
    rows.sort_by(|a, b| a.by_owner().cmp(&b.by_owner()));
    by_owner.rows = rows
        .into_iter()
        .map(|r| vec![r.owner, r.agency, r.action, r.case, r.panel, r.due, r.late, r.progress])
        .collect();
    [by_owner, by_case]
}

#[derive(Clone)]
struct Row {
    case: Cell,
    panel: Cell,
    action: Cell,
    owner: Cell,
    agency: Cell,
    due: Cell,
    late: Cell,
    progress: Cell,
    due_on: Option<Date>,
}

impl Row {
    fn by_case(&self) -> (&str, &str, Option<Date>) {
        (key(&self.case), key(&self.panel), self.due_on)
    }

    fn by_owner(&self) -> (&str, &str, Option<Date>, &str) {
        (key(&self.agency), key(&self.owner), self.due_on, key(&self.case))
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
    Row {
        case: text(record.case.reference.as_str()),
        panel: text(record.id.as_str()),
        action: told.map_or_else(|| text(action.id.as_str()), |told| text(told.as_str())),
        owner: match (name, owner) {
            (Some(name), _) => text(&name),
            (None, Some(id)) => text(id.as_str()),
            (None, None) => Cell::Empty,
        },
        agency: participant.and_then(|p| agency(profile, p)).map_or(Cell::Empty, |a| text(&a)),
        due: due_on.map_or(Cell::Empty, Cell::Day),
        late: late.map_or(Cell::Empty, Cell::Whole),
        progress: text(match action.status {
            ActionStatus::Open => "Not started",
            ActionStatus::InProgress => "In progress",
            ActionStatus::Done => "Done",
            ActionStatus::Cancelled => "Cancelled",
        }),
        due_on,
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// What an owner is called: their own name, else that of the person they are.
fn name(record: &Record, participant: &Participant) -> Option<String> {
    let person = participant.person.as_ref();
    let person = person.and_then(|id| record.case.people.iter().find(|p| p.id == *id));
    let names = [participant.name.as_ref(), person.and_then(|person| person.name.as_ref())];
    names.into_iter().flatten().map(|name| name.as_str().trim().to_owned()).find(|n| !n.is_empty())
}

/// The agency that an owner comes from, by themselves or by their seat.
fn agency(profile: &Profile, participant: &Participant) -> Option<String> {
    let seat = participant.seat.as_deref().and_then(|seat| profile.seat(seat));
    let agencies = [participant.agency.as_ref(), seat.and_then(|seat| seat.agency.as_ref())];
    agencies.into_iter().flatten().map(|a| a.as_str().trim().to_owned()).find(|a| !a.is_empty())
}
