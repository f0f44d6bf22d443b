//! A family, its council, and what happens between its panels.

use super::builders::{extensions, id, participant};
use super::days::{Clock, Office, date, plus};
use super::phrases::{ADJOURNED, ADULTS, CHILDREN, INITIALS, KIN, SCHOOLS, SEATS, SURNAMES, WARDS};
use super::rng::Rng;
use super::templates::Cast;
use super::themes::{THEMES, Theme};
use support_panel::record::{
    MeetingKind, MeetingStatus, Outcome, Participant, ParticipantKind, Recording,
};
use support_panel::{Date, Extensions, Id, Record, Text, Weekday};

/// What all families of one council share: its calendar and the people in its seats.
#[derive(Debug, Clone)]
pub(super) struct Council {
    pub(super) office: Office,
    pub(super) seats: Vec<Participant>,
}

impl Council {
    pub(super) fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed, 0);
        let mut seats: Vec<_> = SEATS
            .iter()
            .map(|seat| Participant {
                name: Some(officer(&mut rng)),
                agency: Some(seat.agency.into()),
                seat: Some(id(seat.seat)),
                ..participant(id(seat.participant), ParticipantKind::Professional)
            })
            .collect();
        seats.push(Participant {
            name: Some(officer(&mut rng)),
            agency: Some("Early Help".into()),
            seat: Some(id("business_support_officer")),
            ..participant(id("p-bso"), ParticipantKind::BusinessSupport)
        });
        Self { office: Office::new(), seats }
    }
}

/// How many a room holds.
pub(super) const MOST: usize = 16;

/// An officer's name.
pub(super) fn officer(rng: &mut Rng) -> Text {
    format!("{}. {}", rng.pick(INITIALS), rng.pick(SURNAMES)).into()
}

/// One theme as it runs through a family's panels.
#[derive(Debug, Clone)]
pub(super) struct Thread {
    pub(super) theme: &'static Theme,
    pub(super) harm: Option<Id>,
    pub(super) danger: Option<Id>,
    pub(super) goal: Option<Id>,
    pub(super) step: Option<Id>,
    pub(super) settled: bool,
    /// How many of the theme's actions have been given out.
    pub(super) actions: usize,
}

impl Thread {
    pub(super) fn new(theme: &'static Theme) -> Self {
        Self { theme, harm: None, danger: None, goal: None, step: None, settled: false, actions: 0 }
    }

    pub(super) fn is_open(&self) -> bool {
        self.danger.is_some() && !self.settled
    }
}

/// How a sitting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    NotYet,
    Underway,
    BrokenOff,
    Concluded,
}

/// A family on its way through its panels.
#[derive(Debug, Clone)]
pub(super) struct Family {
    pub(super) rng: Rng,
    pub(super) cast: Cast,
    pub(super) threads: Vec<Thread>,
    /// Where things stand, 0 to 100; a rating is about a tenth of it.
    pub(super) level: i32,
    /// What was decided last.
    pub(super) decision: &'static str,
    pub(super) number: u64,
    entries: u32,
    actions: u32,
    panels: u32,
    sat: u32,
    planned: Option<Record>,
}

impl Family {
    pub(super) fn new(seed: u64, number: u64, council: &Council) -> Self {
        let mut rng = Rng::new(seed, number);
        let child = (*rng.pick(CHILDREN)).to_owned();
        let cast = Cast {
            children: child.clone(),
            child,
            parent: (*rng.pick(ADULTS)).to_owned(),
            kin: (*rng.pick(KIN)).to_owned(),
            school: (*rng.pick(SCHOOLS)).to_owned(),
        };
        let themes = *rng.pick(&[1, 1, 1, 1, 2, 2, 2, 2, 2, 3]);
        let threads = rng.some(THEMES, themes).into_iter().map(Thread::new).collect();
        let panels = *rng.pick(&[1, 1, 2, 2, 2, 3, 3, 4, 5]);
        let level = rng.between(22, 58);
        let mut family = Self {
            rng,
            cast,
            threads,
            level,
            decision: "continue",
            number,
            entries: 0,
            actions: 0,
            panels,
            sat: 0,
            planned: None,
        };
        family.planned = Some(family.refer(council));
        family
    }

    /// The next panel's record; none when the family's way through panels is over.
    pub(super) fn next_panel(&mut self, council: &Council) -> Option<Record> {
        let mut record = self.planned.take()?;
        self.sat += 1;
        let last = self.sat == self.panels;
        let course = match self.rng.below(100) {
            0..12 if last => Course::NotYet,
            12..16 if last => Course::Underway,
            16..20 if last => Course::BrokenOff,
            _ => Course::Concluded,
        };
        if course == Course::NotYet {
            return Some(record);
        }
        if record.meeting.kind == Some(MeetingKind::Review) {
            self.level = (self.level + self.rng.between(-9, 21)).clamp(4, 98);
        }
        self.decide(last);
        self.seat_everyone(&mut record, &council.office);
        let clock = self.open_sitting(&mut record);
        self.map(&mut record, clock);
        let clock = self.scale(&mut record, clock);
        self.agree_actions(&mut record, &council.office);
        self.close_sitting(&mut record, clock);
        self.conclude(&mut record, &council.office);
        match course {
            Course::Underway => interrupt(&mut record, MeetingStatus::InProgress),
            Course::BrokenOff => self.adjourn(&mut record, &council.office),
            _ if !last && self.decision == "continue" => self.planned = self.follow_on(&record),
            _ => {}
        }
        Some(record)
    }

    pub(super) fn next_entry(&mut self) -> Id {
        self.entries += 1;
        id(format!("m{:02}", self.entries))
    }

    pub(super) fn next_action(&mut self) -> Id {
        self.actions += 1;
        id(format!("a{}", self.actions))
    }

    pub(super) fn record_id(&self) -> Id {
        id(format!("masp-{:06}-{}", self.number, self.sat + 1))
    }

    /// How much higher or lower than others a participant tends to rate, in hundredths of the scale.
    pub(super) fn leaning(&self, by: &Id) -> i32 {
        let sum = by
            .bytes()
            .fold(self.number, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        (sum % 23) as i32 - 11
    }

    /// A council's own data, so many times in a hundred.
    pub(super) fn local(&mut self, percent: u32) -> Extensions {
        if !self.rng.chance(percent) {
            return Extensions::default();
        }
        let (ward, locality) = (self.rng.pick(WARDS), self.rng.between(1, 6));
        extensions(&format!(
            r#"{{"ward":"{ward}","locality":{locality},"imported":{}}}"#,
            self.rng.chance(50)
        ))
    }

    /// The review that follows, where it is in the years that we tell of.
    fn follow_on(&mut self, last: &Record) -> Option<Record> {
        let held_on = panel_day(last.outcome.review_on?, *self.rng.pick(&[0, 0, 0, 0, 7, 7, 14]));
        if held_on >= date(2026, 12, 20) {
            return None;
        }
        let mut next = support_panel::follow_on(last, &self.record_id(), held_on).ok()?;
        // A deputy came for one day; what the council keeps of its own stays with the family.
        let deputies =
            last.participants.iter().filter(|participant| participant.deputy_for.is_some());
        let deputies: Vec<_> = deputies.map(|participant| &participant.id).collect();
        next.participants.retain(|participant| !deputies.contains(&&participant.id));
        next.extensions = last.extensions.clone();
        Some(next)
    }

    /// Breaks the sitting off and sets a day to meet again.
    fn adjourn(&mut self, record: &mut Record, office: &Office) {
        interrupt(record, MeetingStatus::Adjourned);
        record.meeting.adjourned_reason = Some(self.cast.one(&mut self.rng, ADJOURNED));
        record.meeting.reconvene_on = record
            .meeting
            .held_on
            .map(|held_on| office.from(plus(held_on, self.rng.between(5, 14))));
    }

    /// The clock as the first stage begins.
    pub(super) fn first_bell(&mut self, held_on: Date) -> Clock {
        let (hour, minute) =
            *self.rng.pick(&[(9, 30), (10, 0), (11, 15), (13, 0), (13, 30), (14, 15)]);
        Clock::at(held_on, hour, minute)
    }
}

/// The sitting as it stands half-way through the scaling.
fn interrupt(record: &mut Record, status: MeetingStatus) {
    record.meeting.status = Some(status);
    record.agenda.truncate(5);
    if let (MeetingStatus::InProgress, Some(stage)) = (status, record.agenda.last_mut()) {
        stage.ended_at = None;
    }
    record.scaling.truncate(2);
    if let Some(sitting) = record.scaling.last_mut() {
        sitting.ratings.truncate(5);
        sitting.abstentions.clear();
    }
    record.actions.retain(|action| action.carried_from.is_some());
    (record.outcome, record.recording) = (Outcome::default(), Recording::default());
}

/// The Tuesday, Wednesday or Thursday at or after so many days, none of them in the weeks about New Year: never a bank holiday.
pub(super) fn panel_day(from: Date, days: i32) -> Date {
    let mut day = plus(from, days);
    while !matches!(day.weekday(), Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday)
        || (day.month() == 12 && day.day() > 19)
        || (day.month() == 1 && day.day() < 6)
    {
        day = plus(day, 1);
    }
    day
}
