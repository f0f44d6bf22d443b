//! iCalendar: the panel, its review and the reader's own actions, in the shape that eight readers read right.
//!
//! Moments are in UTC, an event ends at a moment and has no duration, a task has a day and no time, and nothing is said of
//! anyone: no guests, places, descriptions or alarms, and no text of the record.

use sha2::{Digest, Sha256};
use support_panel::record::{Action, ParticipantKind, Record};
use support_panel::report::{Copy, CopyOptions, Reader, copy_with};
use support_panel::{Code, Date, Error, Instant, Profile};

/// How long a panel takes whose profile does not say.
const MINUTES: u32 = 60;

/// What a calendar is told beside the record, its profile and its reader.
///
/// ```
/// use support_panel_export::CalendarOptions;
///
/// let options = CalendarOptions::default().sequence(1).stamp("2026-03-13T09:00:00Z".parse().ok());
/// assert_eq!(options.sequence, 1);
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct CalendarOptions {
    /// How often the calendar was sent before: a program takes over what has a higher number.
    pub sequence: u32,
    /// When the calendar is made; without it, the day of the meeting.
    pub stamp: Option<Instant>,
    /// How the copy is asked for that the calendar is made of.
    pub copy: CopyOptions,
}

impl CalendarOptions {
    /// With this number.
    #[must_use]
    pub fn sequence(self, sequence: u32) -> Self {
        Self { sequence, ..self }
    }

    /// Made at this instant.
    #[must_use]
    pub fn stamp(self, stamp: Option<Instant>) -> Self {
        Self { stamp, ..self }
    }

    /// Made of the copy that is asked for so.
    #[must_use]
    pub fn copy(self, copy: CopyOptions) -> Self {
        Self { copy, ..self }
    }
}

/// A calendar of the panel for one reader, made of their copy.
///
/// Summaries are *Meeting* and *Something to do* for all but those who hold the panel: a calendar is seen over a shoulder. An
/// item keeps its UID, a digest of record, kind and item, through every change of the record.
///
/// ```
/// use support_panel::report::Reader;
/// use support_panel::{Profile, Record};
/// use support_panel_export::{CalendarOptions, calendar};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [{"id": "mum", "kind": "parent"}]},
///     "meeting": {"starts_at": "2026-07-01T10:00:00+01:00", "held_on": "2026-07-01"}
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let text = calendar(&record, &profile, &Reader::Family, &CalendarOptions::default())?;
/// assert!(text.contains("DTSTART:20260701T090000Z\r\n"));
/// assert!(text.contains("SUMMARY:Meeting\r\n"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `empty_paper` where the reader has nothing on a day; as [`copy_with`].
pub fn calendar(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    options: &CalendarOptions,
) -> Result<String, Error> {
    let copy = copy_with(record, profile, reader, &options.copy)?;
    let items = items(&copy, profile);
    if items.is_empty() {
        let message = "found no day in the record for this reader, expected a meeting or an action";
        return Err(Error::outside(Code::EmptyPaper, message));
    }
    let record = copy.record();
    let stamp = match (options.stamp, record.meeting.starts_at, record.meeting.held_on) {
        (Some(stamp), ..) | (None, Some(stamp), _) => moment(stamp.moment().seconds),
        (None, None, Some(day)) => format!("{}T000000Z", basic(day)),
        (None, None, None) => "19700101T000000Z".to_owned(),
    };
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//support-panel//support-panel//EN".to_owned(),
    ];
    for item in items {
        let component = if matches!(item.when, When::Due(_)) { "VTODO" } else { "VEVENT" };
        lines.push(format!("BEGIN:{component}"));
        lines.push(format!("UID:{}", uid(&record.id, item.kind, item.id)));
        lines.push(format!("DTSTAMP:{stamp}"));
        lines.push(format!("SEQUENCE:{}", options.sequence));
        lines.extend(item.when.lines());
        lines.push(format!("SUMMARY:{}", item.summary));
        lines.push(format!("END:{component}"));
    }
    lines.push("END:VCALENDAR".to_owned());
    Ok(lines.iter().flat_map(|line| [line, "\r\n"]).collect())
}

struct Item<'a> {
    kind: &'static str,
    id: &'a str,
    summary: &'static str,
    when: When,
}

enum When {
    /// From one moment to another, in seconds since 1970.
    Moments(i64, i64),
    /// A whole day.
    Day(Date),
    /// By the end of a day.
    Due(Date),
}

impl When {
    fn lines(&self) -> Vec<String> {
        match self {
            Self::Moments(start, end) => {
                vec![format!("DTSTART:{}", moment(*start)), format!("DTEND:{}", moment(*end))]
            }
            Self::Day(day) => {
                let end = day.checked_add_days(1).unwrap_or(*day);
                let line = |name, day| format!("{name};VALUE=DATE:{}", basic(day));
                vec![line("DTSTART", *day), line("DTEND", end)]
            }
            Self::Due(day) => vec![format!("DUE;VALUE=DATE:{}", basic(*day))],
        }
    }
}

fn items<'a>(copy: &'a Copy, profile: &Profile) -> Vec<Item<'a>> {
    let (record, works) = (copy.record(), copy.is_working());
    let worded = |working, other| if works { working } else { other };
    let meeting = &record.meeting;
    let mut items = Vec::new();
    let minutes: u32 = profile.agenda.iter().filter_map(|stage| stage.minutes).sum();
    let minutes = if minutes == 0 { MINUTES } else { minutes };
    let panel = match (meeting.starts_at, meeting.held_on) {
        (Some(start), _) => {
            let start = start.moment().seconds;
            Some(When::Moments(start, start + i64::from(minutes) * 60))
        }
        (None, day) => day.map(When::Day),
    };
    let event = |kind, summary, when| Item { kind, id: "", summary, when };
    items.extend(panel.map(|when| event("panel", worded("Support panel", "Meeting"), when)));
    let again = meeting.reconvene_on.map(When::Day);
    items.extend(again.map(|when| event("reconvene", worded("Support panel", "Meeting"), when)));
    let review = record.outcome.review_on.map(When::Day);
    let summary = worded("Review of a support panel", "Meeting");
    items.extend(review.map(|when| event("review", summary, when)));
    for action in record.actions.iter().filter(|action| action.is_live() && is_own(copy, action)) {
        if let Some(due) = action.due_on(record, profile) {
            let summary = worded("Action from a support panel", "Something to do");
            items.push(Item { kind: "action", id: &action.id, summary, when: When::Due(due) });
        }
    }
    items
}

/// Whether an action is the reader's own; a copy for several people has those of each of them, and professionals as one have
/// none.
fn is_own(copy: &Copy, action: &Action) -> bool {
    let record = copy.record();
    let owner = action.owner.as_ref();
    let owner_is = |id: &support_panel::Id| owner == Some(id);
    let participant = record.participants.iter().find(|p| owner_is(&p.id));
    match copy.reader() {
        Reader::Professionals => false,
        Reader::Family => match participant {
            Some(one) => matches!(one.kind, ParticipantKind::Family | ParticipantKind::Child),
            None => record.case.people.iter().any(|person| owner_is(&person.id)),
        },
        Reader::One(id) => {
            let person = |of: &support_panel::Id| {
                let of = record.participants.iter().find(|p| p.id == *of);
                of.and_then(|p| p.person.as_ref())
            };
            let reader = person(id).unwrap_or(id);
            owner.is_some_and(|owner| owner == id || person(owner).unwrap_or(owner) == reader)
        }
    }
}

/// A digest of record, kind and item: the same for as long as these are, and telling nothing of them.
fn uid(record: &str, kind: &str, item: &str) -> String {
    let mut digest = Sha256::new();
    for part in [record, kind, item] {
        // Each with its length, so that no two lists of parts are one text.
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A day in the basic form: 20260312.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A moment in UTC in the basic form.
fn moment(seconds: i64) -> String {
    const DAY: i64 = 86_400;
    let day = Date::new(1970, 1, 1).and_then(|day| day.checked_add_days(seconds.div_euclid(DAY)));
    let second = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", basic(day.unwrap_or(Date::MAX)))
}
