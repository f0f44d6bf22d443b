//! Who came, whose views were gathered, and how the sitting ran.

use super::builders::{id, participant, stage};
use super::days::{Clock, Office, plus};
use super::family::{Family, MOST, officer};
use super::phrases::{NOTES, VIEWS};
use support_panel::record::{
    Attendance, MeetingStatus, Participant, ParticipantKind, Person, PersonKind, Views,
};
use support_panel::{Date, Id, Record};

/// Who of these came: the participant with this id, if they did.
pub(super) fn came(record: &Record, who: &str) -> Option<Id> {
    record
        .participants
        .iter()
        .find(|participant| participant.id == who && participant.attended())
        .map(|participant| participant.id.clone())
}

/// The first of these who came; the worker always does.
pub(super) fn first_who_came(record: &Record, wanted: &[&str]) -> Id {
    wanted.iter().find_map(|who| came(record, who)).unwrap_or_else(|| id("p-worker"))
}

/// In one of the seats that every panel asks for.
fn is_core(participant: &Participant) -> bool {
    participant.is_professional() && participant.seat.is_some()
}

/// The day of the sitting.
pub(super) fn held_on(record: &Record) -> Date {
    record.meeting.held_on.unwrap_or(Date::MIN)
}

impl Family {
    /// Attendance, deputies, and how each person's views were gathered.
    pub(super) fn seat_everyone(&mut self, record: &mut Record, office: &Office) {
        let core: Vec<Id> = record
            .participants
            .iter()
            .filter(|who| is_core(who) && who.id != "p-chair")
            .map(|who| who.id.clone())
            .collect();
        let missing = self.rng.between(2, 4).unsigned_abs() as usize;
        let missing = self.rng.some(&core, missing);
        let mut deputies = Vec::new();
        let mut room = MOST.saturating_sub(record.participants.len());
        for participant in &mut record.participants {
            let rng = &mut self.rng;
            let comes = match (participant.id.as_str(), participant.kind) {
                ("p-worker", _) => 100,
                ("p-parent", _) => 88,
                _ if missing.contains(&&participant.id) => 0,
                _ if is_core(participant) => 100,
                (_, ParticipantKind::BusinessSupport) => 85,
                _ => 72,
            };
            participant.attendance = Some(if rng.chance(comes) {
                *rng.pick(&[
                    Attendance::Present,
                    Attendance::Present,
                    Attendance::Present,
                    Attendance::Present,
                    Attendance::Remote,
                ])
            } else if participant.seat.is_some() || rng.chance(60) {
                Attendance::Apologies
            } else {
                Attendance::Absent
            });
            match rng.below(100) {
                _ if !is_core(participant) || participant.attended() => {}
                88..99 if room > 0 => {
                    room -= 1;
                    deputies.push((participant.id.clone(), participant.agency.clone()));
                }
                99 => {}
                _ => participant.written_update = Some(true),
            }
        }
        for (absent, agency) in deputies {
            let deputy = participant(id(format!("{absent}-deputy")), ParticipantKind::Professional);
            let attendance = *self.rng.pick(&[Attendance::Present, Attendance::Remote]);
            let name = Some(officer(&mut self.rng));
            record.participants.push(Participant {
                name,
                agency,
                attendance: Some(attendance),
                deputy_for: Some(absent),
                ..deputy
            });
        }
        let attended: Vec<Id> = record
            .participants
            .iter()
            .filter(|participant| participant.attended())
            .filter_map(|participant| participant.person.clone())
            .collect();
        let has_advocate = record.participants.iter().any(|participant| {
            participant.kind == ParticipantKind::Advocate && participant.attended()
        });
        let held_on = held_on(record);
        for person in &mut record.case.people {
            self.gather_views(person, attended.contains(&person.id), has_advocate, held_on, office);
        }
        record.meeting.status = Some(MeetingStatus::Concluded);
        record.meeting.chair = Some(id("p-chair"));
        record.meeting.note_taker = Some(came(record, "p-bso").unwrap_or_else(|| id("p-chair")));
    }

    fn gather_views(
        &mut self,
        person: &mut Person,
        attended: bool,
        has_advocate: bool,
        held_on: Date,
        office: &Office,
    ) {
        let is_child = person.kind == PersonKind::Child;
        let views = match () {
            () if attended => Views::Attended,
            () if has_advocate => Views::Advocate,
            () if !is_child && self.rng.chance(55) => return,
            () if is_child && self.rng.chance(3) => {
                person.views_note =
                    Some("Asked twice and did not want to, and we will ask again".into());
                Views::NotSought
            }
            () => *self.rng.pick(&[
                Views::GatheredBefore,
                Views::GatheredBefore,
                Views::GatheredBefore,
                Views::Written,
                Views::Observed,
            ]),
        };
        person.views = Some(views);
        if !matches!(views, Views::Attended | Views::NotSought) {
            person.views_on = Some(office.until(plus(held_on, -self.rng.between(1, 9))));
            if self.rng.chance(70) {
                person.views_note = Some(self.cast.one(&mut self.rng, VIEWS));
            }
        }
    }

    /// The stages before the map. The clock then stands where mapping begins.
    pub(super) fn open_sitting(&mut self, record: &mut Record) -> Clock {
        let mut clock = self.first_bell(held_on(record));
        for (name, leads, shortest, longest) in [
            ("introductions", "p-chair", 240, 480),
            ("overview", "p-chair", 150, 300),
            ("best_hopes", "p-worker", 90, 240),
            ("background", "p-worker", 170, 298),
        ] {
            let seconds = self.rng.between(shortest, longest).unsigned_abs();
            self.hold(record, name, leads, &mut clock, seconds);
        }
        if self.rng.chance(6) {
            let mut late = clock;
            late.pass(200);
            let housing = record
                .participants
                .iter_mut()
                .find(|participant| participant.id == "p-housing" && participant.attended());
            housing.into_iter().for_each(|participant| participant.arrived_at = Some(late.reads()));
        }
        clock
    }

    /// Holds one stage from now, for so long.
    pub(super) fn hold(
        &mut self,
        record: &mut Record,
        name: &str,
        leads: &str,
        clock: &mut Clock,
        seconds: u32,
    ) {
        let mut item = stage(name);
        item.led_by = Some(id(leads));
        item.started_at = Some(clock.reads());
        clock.pass(seconds);
        item.ended_at = Some(clock.reads());
        if self.rng.chance(3) {
            item.paused_seconds = Some(self.rng.between(6, 12).unsigned_abs() * 10);
        }
        if self.rng.chance(4) {
            item.note = Some(self.cast.one(&mut self.rng, NOTES));
        }
        record.agenda.push(item);
    }
}
