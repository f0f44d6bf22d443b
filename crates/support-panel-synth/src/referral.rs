//! How a family comes to its first panel: the referral form, the people, the invitations.

use super::builders::{id, participant, person};
use super::days::{date, plus};
use super::family::{Council, Family, MOST, officer, panel_day};
use super::phrases::{
    ANCHOR_MAX, ANCHOR_MIN, BACKGROUND, BEST_HOPES, CHILDREN, OTHERS, PROMPTS, REASONS, WORKERS,
};
use super::rng::Rng;
use support_panel::record::{
    Agreement, Anchors, Attendance, Case, Format, Meeting, MeetingKind, Outcome, Participant,
    ParticipantKind, Person, PersonKind, Polarity, ProfileName, Recording, Referral, Scale,
    Service, ServiceStatus, Sharing, Subject,
};
use support_panel::{Date, Decimal, Extensions, Record, Text};

impl Family {
    /// The first panel as it is planned: the referral form, the mapping template, the invitations.
    pub(super) fn refer(&mut self, council: &Council) -> Record {
        let held_on = panel_day(date(2023, 1, 10), self.rng.between(0, 1330));
        let received_on = council.office.until(plus(held_on, -self.rng.between(12, 26)));
        let people = self.people(held_on);
        let participants = self.invited(council, &people);
        let cast = &self.cast;
        let rng = &mut self.rng;
        let told = rng.chance(95);
        let background: Vec<String> =
            rng.some(BACKGROUND, 3).into_iter().map(|sentence| cast.say(rng, sentence)).collect();
        let record = Record {
            format: Format,
            id: self.record_id(),
            profile: ProfileName { id: id("leicester-masp"), version: "2017.1".into() },
            case: Case {
                reference: format!("EHA-{}", 20_000 + self.number).as_str().into(),
                status: Some(id("early_help_assessment")),
                people,
                separate_copies: Vec::new(),
                identifiers: Vec::new(),
                extensions: Extensions::default(),
            },
            referral: Referral {
                received_on: Some(received_on),
                referrer: Some(id("p-worker")),
                reason: Some(self.cast.one(&mut self.rng, REASONS)),
                best_hopes: Some(self.cast.one(&mut self.rng, BEST_HOPES)),
                background: Some(background.join(" ").into()),
                mapping_received_on: Some(
                    council.office.from(plus(received_on, self.rng.between(0, 5))),
                ),
                scale: Some(self.referrers_scale()),
                ..Referral::default()
            },
            agreement: Agreement {
                service: Service {
                    status: Some(ServiceStatus::Agreed),
                    given_by: vec![id("adult-1")],
                    on: Some(council.office.until(plus(received_on, -self.rng.between(20, 200)))),
                    reason: None,
                    history: Vec::new(),
                    ..Service::default()
                },
                sharing: Sharing {
                    lawful_basis: Some(
                        (*self.rng.pick(&[
                            "public_task",
                            "public_task",
                            "public_task",
                            "legal_obligation",
                            "consent",
                        ]))
                        .into(),
                    ),
                    special_category_condition: Some(
                        (*self.rng.pick(&["substantial_public_interest", "safeguarding"])).into(),
                    ),
                    family_told: Some(told),
                    note: (!told)
                        .then(|| "Told at the next visit, when it is safe to speak".into()),
                    ..Sharing::default()
                },
            },
            meeting: Meeting {
                kind: Some(MeetingKind::Initial),
                held_on: Some(held_on),
                ..Meeting::default()
            },
            participants,
            agenda: Vec::new(),
            mapping: Vec::new(),
            scaling: Vec::new(),
            actions: Vec::new(),
            outcome: Outcome::default(),
            recording: Recording::default(),
            extensions: self.local(4),
        };
        self.with_mapping_template(record)
    }

    fn referrers_scale(&mut self) -> Scale {
        Scale {
            id: id(Scale::REFERRER),
            prompt: Some(self.cast.one(&mut self.rng, PROMPTS)),
            min: Decimal::from(0),
            max: Decimal::from(10),
            step: Decimal::from(1),
            higher_is: Polarity::Better,
            anchors: Anchors {
                min: Some(self.cast.one(&mut self.rng, ANCHOR_MIN)),
                max: Some(self.cast.one(&mut self.rng, ANCHOR_MAX)),
            },
            subject: Subject::default(),
            points: Vec::new(),
            asked_of: Vec::new(),
            together: Vec::new(),
            rounds: Vec::new(),
            independent: None,
            follow_ups: Vec::new(),
            wide_range: None,
            near_worried_end: None,
        }
    }

    fn people(&mut self, held_on: Date) -> Vec<Person> {
        let children = *self.rng.pick(&[1, 1, 2, 2, 3]);
        let names = self.rng.some(CHILDREN, children);
        let mut people = Vec::new();
        for (nth, name) in names.iter().enumerate() {
            let days = self.rng.between(900, 6100) / (nth as i32 + 1);
            let mut child = person(id(format!("child-{}", nth + 1)), PersonKind::Child);
            child.name = Some((**name).into());
            child.date_of_birth = Some(plus(held_on, -days - 60));
            child.nhs_number =
                if self.rng.chance(55) { Some(nhs_number(&mut self.rng)) } else { None };
            child.extensions = self.local(2);
            people.push(child);
        }
        self.cast.child = names.first().map_or_else(String::new, |name| (**name).to_owned());
        self.cast.children = match names.split_last() {
            Some((last, [])) => (**last).to_owned(),
            Some((last, rest)) => format!(
                "{} and {last}",
                rest.iter().map(|name| **name).collect::<Vec<_>>().join(", ")
            ),
            None => String::new(),
        };
        people.push(Person {
            name: Some(self.cast.parent.as_str().into()),
            ..person(id("adult-1"), PersonKind::Parent)
        });
        if self.rng.chance(65) {
            let kind = *self.rng.pick(&[
                PersonKind::Relative,
                PersonKind::Relative,
                PersonKind::Carer,
                PersonKind::Other,
            ]);
            people.push(Person {
                name: Some(self.cast.kin.as_str().into()),
                ..person(id("adult-2"), kind)
            });
        }
        people
    }

    fn invited(&mut self, council: &Council, people: &[Person]) -> Vec<Participant> {
        let has = |who: &str| people.iter().any(|person| person.id == who);
        let mut invited = council.seats.clone();
        let rng = &mut self.rng;
        if rng.chance(20) {
            invited.retain(|participant| participant.id != "p-bso");
        }
        let worker = (*rng.pick(WORKERS)).into();
        invited.push(Participant {
            name: Some(officer(rng)),
            agency: Some(worker),
            ..participant(id("p-worker"), ParticipantKind::Professional)
        });
        if rng.chance(45) {
            let school = Some(self.cast.school.as_str().into());
            invited.push(Participant {
                name: Some(officer(rng)),
                agency: school,
                ..participant(id("p-school"), ParticipantKind::Professional)
            });
        }
        let family = |who: &str, kind, name: &str, person: Option<&str>| Participant {
            name: Some(name.into()),
            person: person.map(id),
            ..participant(id(who), kind)
        };
        invited.push(family(
            "p-parent",
            ParticipantKind::Family,
            &self.cast.parent,
            Some("adult-1"),
        ));
        if rng.chance(45) {
            invited.push(family(
                "p-kin",
                ParticipantKind::Network,
                &self.cast.kin,
                has("adult-2").then_some("adult-2"),
            ));
        }
        if rng.chance(10) && invited.len() < MOST {
            let (other, agency) = rng.pick(OTHERS);
            invited.push(Participant {
                name: Some(officer(rng)),
                agency: Some((*agency).into()),
                ..participant(id(other), ParticipantKind::Professional)
            });
        }
        if rng.chance(7) && invited.len() < MOST {
            invited.push(family(
                "p-young",
                ParticipantKind::Child,
                &self.cast.child,
                Some("child-1"),
            ));
        }
        if rng.chance(4) && invited.len() < MOST {
            let advocate = participant(id("p-advocate"), ParticipantKind::Advocate);
            invited.push(Participant {
                name: Some(officer(rng)),
                agency: Some("Advocacy service".into()),
                ..advocate
            });
        }
        for participant in &mut invited {
            participant.attendance = Some(Attendance::Invited);
        }
        invited
    }
}

/// A number of the range kept for tests (999…), with its check digit: weights 10 to 2, modulo 11.
fn nhs_number(rng: &mut Rng) -> Text {
    loop {
        let nine = 999_000_000 + rng.below(1_000_000);
        let sum: u32 = nine
            .to_string()
            .bytes()
            .zip((2..=10).rev())
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        match 11 - sum % 11 {
            10 => {}
            check => return format!("{nine}{}", check % 11).into(),
        }
    }
}
