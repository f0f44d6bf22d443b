//! The copy of a record that a reader may have: papers are made of it, and see nothing else.
//!
//! Every structure is taken apart key by key, so that a new key of the format does not compile here until somebody says
//! who may see it. What no rule names is withheld.

use super::reader::{Identity, Reader, Standing, is_adult};
use crate::error::Error;
use crate::profile::Profile;
use crate::record::{
    Action, AgendaItem, Agreement, Case, Dissent, Entry, Feedback, Meeting, MeetingStatus,
    OnBehalfOf, Outcome, Participant, ParticipantKind, Person, Rating, Record, Recording, Referral,
    Scale, ScalingRound, Settled, Side, Statement, Visibility, Withdrawal,
};
use crate::view::View;
use crate::wire::Value;
use crate::{Extensions, Id, Label, Text};
use std::collections::BTreeSet;

/// A record as one reader may have it.
///
/// ```
/// use support_panel::report::{Reader, copy_of};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [
///         {"id": "mum", "kind": "parent"},
///         {"id": "kai", "kind": "child", "views": "gathered_before", "views_note": "Told Ms Osei in confidence."}
///     ]},
///     "meeting": {"status": "concluded"},
///     "outcome": {"decision": "continue", "review_on": "2026-06-11"}
/// }"#)?;
/// let copy = copy_of(&record, &Profile::of(&record)?, &Reader::Family)?;
/// assert!(copy.record().outcome.decision.is_some());
/// assert!(!copy.record().to_json().contains("confidence"));
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    record: Record,
    reader: Reader,
    is_working: bool,
}

/// Who stands in a family's copy for the professionals whose numbers it shows. No participant of a record is to be called
/// so.
pub const THE_PANEL: &str = "support-panel:the-panel";

impl Copy {
    /// What the reader may have, as a record that can be read again. A copy of it is the same copy.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// For whom it is.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Whether it is the working record, for those who hold the panel.
    pub fn is_working(&self) -> bool {
        self.is_working
    }
}

/// The copy of a record for a reader, with what is withheld from them taken out, and its ids wherever they stand.
///
/// # Errors
/// `profile_mismatch` where the profile is not the record's; `unknown_reader` where the record knows nobody of that id.
pub fn copy_of(record: &Record, profile: &Profile, reader: &Reader) -> Result<Copy, Error> {
    profile.must_be_of(record)?;
    let view = View::new(record, profile, None, None);
    let readers = reader.identities(&view)?;
    let is_working = readers.iter().all(|one| one.standing == Standing::Working)
        && (!readers.is_empty() || *reader == Reader::Professionals);
    let record = match readers.iter().find(|one| one.standing == Standing::Limited) {
        Some(one) => Lens::new(&view, std::slice::from_ref(one)).limited(),
        None if is_working => record.clone(),
        None => Lens::new(&view, &readers).family(),
    };
    Ok(Copy { record, reader: reader.clone(), is_working })
}

/// Arithmetic names people: fewer numbers than these are not shown as a span.
const LEAST_IN_A_SPAN: usize = 3;

/// A record seen by those whose copies a paper must hold to.
struct Lens<'v, 'a> {
    view: &'v View<'a>,
    record: &'a Record,
    readers: &'v [Identity<'a>],
    /// People and participants whom the copy names.
    named: BTreeSet<&'a str>,
    /// Entries that the copy has.
    entries: BTreeSet<&'a str>,
}

impl<'v, 'a> Lens<'v, 'a> {
    fn new(view: &'v View<'a>, readers: &'v [Identity<'a>]) -> Self {
        let (named, entries) = (BTreeSet::new(), BTreeSet::new());
        let mut lens = Self { view, record: view.record(), readers, named, entries };
        let people = lens.record.case.people.iter().filter(|person| lens.lists(person));
        let mut named: BTreeSet<&str> = people.map(|person| person.id.as_str()).collect();
        let participants = lens.record.participants.iter().filter(|p| lens.names(p));
        named.extend(participants.map(|p| p.id.as_str()));
        lens.named = named;
        let entries = lens.record.mapping.iter().filter(|entry| lens.shows_entry(entry));
        lens.entries = entries.map(|entry| entry.id.as_str()).collect();
        lens
    }

    /// Whether a rule holds for every reader; a copy for nobody shows nothing.
    fn all(&self, rule: impl Fn(&Identity<'a>) -> bool) -> bool {
        !self.readers.is_empty() && self.readers.iter().all(rule)
    }

    /// Whether the copy tells that a person is in the record at all: nobody is told of a pregnancy by a paper.
    fn lists(&self, person: &Person) -> bool {
        let is_unborn = person.expected_on.is_some() && person.date_of_birth.is_none();
        self.all(|reader| !is_unborn || reader.is(&person.id))
    }

    /// Whether the copy may name a participant: not somebody whom it does not list.
    fn names(&self, participant: &Participant) -> bool {
        let person = participant.person.as_deref().and_then(|id| self.view.person(id));
        person.is_none_or(|person| self.lists(person))
    }

    fn has_named(&self, id: &Id) -> bool {
        self.named.contains(id.as_str())
    }

    /// Whether an id is every reader's own: in a copy for several, nobody's.
    fn is_own(&self, id: &Id) -> bool {
        self.all(|reader| reader.is(id))
    }

    fn shows_entry(&self, entry: &Entry) -> bool {
        let raised_apart = !entry.raised_by.is_empty()
            && entry.raised_by.iter().all(|id| self.is_child_or_advocate(id));
        entry.is_on_map()
            && self.all(|reader| {
                entry.visible_to == Visibility::Everyone
                    && match raised_apart {
                        true => reader.is_among(&entry.raised_by),
                        false => reader.attended,
                    }
            })
    }

    fn is_child_or_advocate(&self, id: &Id) -> bool {
        self.view.participant(id).is_some_and(|participant| {
            participant.kind == ParticipantKind::Advocate
                || participant.is_family_side() && !is_adult(self.view, participant)
        })
    }

    fn keep_named(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| self.has_named(id)).cloned().collect()
    }

    fn keep_entries(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| self.entries.contains(id.as_str())).cloned().collect()
    }

    fn keep_one(&self, id: Option<&Id>) -> Option<Id> {
        id.filter(|id| self.has_named(id)).cloned()
    }
}

/// A copy for the family side.
impl Lens<'_, '_> {
    fn family(&self) -> Record {
        let Record {
            format,
            id,
            profile,
            case,
            referral,
            // Why somebody did not agree, and what was told to whom, is written by workers for workers.
            agreement: _,
            meeting,
            participants,
            agenda: _,
            mapping,
            scaling,
            actions,
            outcome,
            recording: Recording { .. },
            extensions: _,
        } = self.record;
        let mut copy = Record {
            format: *format,
            id: id.clone(),
            profile: profile.clone(),
            case: self.case(case),
            referral: self.referral(referral),
            agreement: Agreement::default(),
            meeting: self.meeting(meeting),
            participants: Vec::new(),
            agenda: self.agenda(),
            mapping: mapping.iter().filter_map(|entry| self.entry(entry)).collect(),
            scaling: scaling.iter().filter_map(|round| self.round(round)).collect(),
            actions: actions.iter().filter_map(|action| self.action(action)).collect(),
            outcome: self.outcome(outcome),
            recording: Recording::default(),
            extensions: Extensions::default(),
        };
        copy.participants = self.participants(participants, &copy);
        copy
    }

    fn case(&self, case: &Case) -> Case {
        let Case { reference: _, status: _, people } = case;
        let people = people.iter().filter(|person| self.has_named(&person.id));
        Case {
            // Reading needs one; the council's own is not for the family.
            reference: Label::from("withheld"),
            status: None,
            people: people.map(|person| self.person(person)).collect(),
        }
    }

    /// Who somebody is. Dates of birth, NHS numbers and how a view was gathered are not for papers.
    fn person(&self, person: &Person) -> Person {
        let Person {
            id,
            kind,
            name,
            date_of_birth: _,
            expected_on: _,
            nhs_number: _,
            views: _,
            views_on: _,
            views_note: _,
            extensions: _,
        } = person;
        Person { id: id.clone(), kind: *kind, name: name.clone(), ..Person::empty() }
    }

    /// Why the panel was asked, for those who heard it read out.
    fn referral(&self, referral: &Referral) -> Referral {
        let Referral {
            received_on: _,
            referrer: _,
            reason,
            best_hopes,
            background: _,
            mapping_received_on: _,
            scale: _,
        } = referral;
        let heard = self.all(|reader| reader.attended);
        Referral {
            reason: reason.clone().filter(|_| heard),
            best_hopes: best_hopes.clone().filter(|_| heard),
            ..Referral::default()
        }
    }

    fn meeting(&self, meeting: &Meeting) -> Meeting {
        let Meeting {
            status,
            kind,
            held_on,
            opened_on: _,
            chair,
            note_taker: _,
            previous: _,
            // It counts agencies.
            inquorate_reason: _,
            adjourned_reason,
            reconvene_on,
            clock_set_back: _,
        } = meeting;
        let heard = self.all(|reader| reader.attended);
        Meeting {
            status: *status,
            kind: *kind,
            held_on: *held_on,
            opened_on: None,
            chair: self.keep_one(chair.as_ref()),
            note_taker: None,
            previous: None,
            inquorate_reason: None,
            adjourned_reason: adjourned_reason.clone().filter(|_| heard),
            reconvene_on: *reconvene_on,
            clock_set_back: None,
        }
    }

    /// Who came, where every reader did; else those whom the copy names elsewhere, and no word of whether they came.
    fn participants(&self, participants: &[Participant], copy: &Record) -> Vec<Participant> {
        let tells_who_came = self.all(|reader| reader.attended);
        let mut named: BTreeSet<&str> =
            [&copy.meeting.chair, &copy.outcome.lead_practitioner, &copy.outcome.feedback.owner]
                .into_iter()
                .flatten()
                .map(|id| id.as_str())
                .collect();
        for action in &copy.actions {
            named.extend(action.owner.iter().chain(&action.supporting).map(|id| id.as_str()));
        }
        // A number that was said aloud tells that whoever said it was there.
        let ratings = copy.scaling.iter().flat_map(|round| &round.ratings);
        let heard: BTreeSet<&str> = ratings.map(|rating| rating.by.as_str()).collect();
        named.extend(&heard);
        for round in &copy.scaling {
            named.extend(round.abstentions.iter().map(|abstention| abstention.by.as_str()));
        }
        named.extend(copy.outcome.dissent.iter().map(|dissent| dissent.by.as_str()));
        let is_reader = |id: &Id| self.readers.iter().any(|reader| reader.is(id));
        let mut kept: Vec<_> = participants
            .iter()
            .filter(|p| p.id != *THE_PANEL && self.has_named(&p.id))
            .filter(|p| {
                named.contains(p.id.as_str())
                    || p.attended() && (tells_who_came || is_reader(&p.id))
            })
            .map(|p| {
                let Participant {
                    id,
                    kind,
                    name,
                    agency,
                    seat: _,
                    person,
                    attendance,
                    deputy_for: _,
                    written_update: _,
                    arrived_at: _,
                    left_at: _,
                    extensions: _,
                } = p;
                // The seat that they held on the day, without a word of whom they stood in for.
                let held = self.view.participant(id).and_then(|p| self.view.seat_held(p));
                let is_told = tells_who_came || is_reader(id) || heard.contains(id.as_str());
                // Without dates of birth, the kind alone tells a copy of the copy who is a child.
                let kind = match kind {
                    ParticipantKind::Family if !is_adult(self.view, p) => ParticipantKind::Child,
                    kind => *kind,
                };
                Participant {
                    id: id.clone(),
                    kind,
                    name: name.clone(),
                    agency: agency.clone(),
                    seat: held.and_then(|seat| seat.parse().ok()),
                    person: self.keep_one(person.as_ref()),
                    attendance: attendance.filter(|_| p.attended() && is_told),
                    ..Participant::empty()
                }
            })
            .collect();
        if named.contains(THE_PANEL)
            && let Ok(id) = THE_PANEL.parse()
        {
            let kind = ParticipantKind::Professional;
            kept.push(Participant { id, kind, ..Participant::empty() });
        }
        kept
    }

    /// The required stages in the profile's order, whatever became of them.
    fn agenda(&self) -> Vec<AgendaItem> {
        let required = self.view.profile().agenda.iter().filter(|s| s.required == Some(true));
        required
            .map(|stage| AgendaItem { stage: stage.id.clone(), ..AgendaItem::empty() })
            .collect()
    }

    fn entry(&self, entry: &Entry) -> Option<Entry> {
        let Entry {
            id,
            category,
            text,
            about,
            raised_by,
            origin: _,
            answers,
            evidence,
            statement: Statement { worried, about: worry, impact },
            settled: Settled { on, how },
            visible_to: _,
            amended: _,
            withdrawn: Withdrawal { .. },
            extensions: _,
        } = entry;
        if !self.entries.contains(id.as_str()) {
            return None;
        }
        // Whoever raised something, or is worried, is not named but to themselves.
        let own = |ids: &[Id]| ids.iter().filter(|id| self.is_own(id)).cloned().collect();
        let heard = self.all(|reader| reader.attended);
        Some(Entry {
            id: id.clone(),
            category: *category,
            text: text.clone(),
            about: self.keep_named(about),
            raised_by: own(raised_by),
            answers: self.keep_entries(answers),
            evidence: evidence.clone(),
            statement: Statement {
                worried: own(worried),
                about: worry.clone(),
                impact: impact.clone(),
            },
            settled: Settled { on: on.filter(|_| heard), how: how.clone().filter(|_| heard) },
            ..Entry::empty()
        })
    }

    fn round(&self, round: &ScalingRound) -> Option<ScalingRound> {
        let ScalingRound { scale, round: label, about, revealed_at, ratings, abstentions } = round;
        // The referrer's own question was written by a worker, and goes with its numbers.
        let is_shown = *scale != *Scale::REFERRER
            && about.as_ref().is_none_or(|about| self.entries.contains(about.as_str()));
        if !is_shown {
            return None;
        }
        let named = ratings.iter().filter(|rating| self.shows_rating(rating, round));
        let mut shown: Vec<_> = named.map(kept_rating).collect();
        shown.extend(self.span(round));
        let own = abstentions.iter().filter(|abstention| self.is_own(&abstention.by));
        let abstentions: Vec<_> = own.cloned().collect();
        (!shown.is_empty() || !abstentions.is_empty()).then(|| ScalingRound {
            scale: scale.clone(),
            round: label.clone(),
            about: about.clone(),
            revealed_at: *revealed_at,
            ratings: shown,
            abstentions,
        })
    }

    /// Whether numbers of a round have been shown to the room.
    fn is_revealed(&self, round: &ScalingRound) -> bool {
        let scale = self.view.profile().scale_of(self.record, &round.scale);
        round.revealed_at.is_some()
            || scale.is_some_and(|scale| scale.independent != Some(true))
                && self.record.meeting.status != Some(MeetingStatus::InProgress)
    }

    /// A reader's own numbers, and those that adults of the family side said aloud. A guess is its giver's.
    fn shows_rating(&self, rating: &Rating, round: &ScalingRound) -> bool {
        let by = self.view.participant(&rating.by);
        let names_all = self.has_named(&rating.by)
            && match &rating.on_behalf_of {
                Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => self.has_named(id),
                Some(OnBehalfOf::Other(_)) | None => true,
            };
        let is_grown = |by: &Participant| by.is_family_side() && is_adult(self.view, by);
        let said_aloud = rating.is_own()
            && by.is_some_and(|by| by.attended() && is_grown(by))
            && self.is_revealed(round);
        rating.by == *THE_PANEL
            || names_all && self.all(|reader| reader.is(&rating.by) || said_aloud)
    }

    /// Professionals' numbers without a name: from where to where, of three at least, and one reason at the worried end.
    fn span(&self, round: &ScalingRound) -> Vec<Rating> {
        let scale = self.view.profile().scale_of(self.record, &round.scale);
        let (Some(scale), true) = (scale, self.is_revealed(round)) else { return Vec::new() };
        let professional = |rating: &&Rating| {
            rating.is_own()
                && rating.by != *THE_PANEL
                && self.view.side_of(rating) == Side::Professional
        };
        let numbers: Vec<&Rating> = round.ratings.iter().filter(professional).collect();
        let Ok(by) = THE_PANEL.parse::<Id>() else { return Vec::new() };
        if numbers.len() < LEAST_IN_A_SPAN {
            return Vec::new();
        }
        let nearest = |worried: bool| {
            numbers.iter().copied().reduce(|found, rating| {
                let nearer = match worried {
                    true => scale.is_lower(rating.value, found.value),
                    false => scale.is_lower(found.value, rating.value),
                };
                if nearer { rating } else { found }
            })
        };
        let unnamed = |rating: &Rating, reason: Option<Text>| Rating {
            by: by.clone(),
            value: rating.value,
            reason,
            ..Rating::empty()
        };
        let (worried, other) = (nearest(true), nearest(false));
        let first = worried.map(|rating| unnamed(rating, rating.reason.clone()));
        let last = other.filter(|last| worried.is_some_and(|first| first.value != last.value));
        first.into_iter().chain(last.map(|rating| unnamed(rating, None))).collect()
    }

    fn action(&self, action: &Action) -> Option<Action> {
        let Action {
            id,
            text,
            serves,
            owner,
            supporting,
            acceptance,
            accepted_by: _,
            accepted_on,
            chaser: _,
            agreed_on,
            due,
            status,
            done_on,
            outcome,
            cancelled_reason: _,
            carried_from: _,
            visible_to,
            extensions: _,
        } = action;
        let is_own = |reader: &Identity<'_>| owner.as_ref().is_some_and(|owner| reader.is(owner));
        let is_shown = *visible_to == Visibility::Everyone
            && owner.as_ref().is_none_or(|owner| self.has_named(owner))
            && self.all(|reader| is_own(reader) || reader.attended);
        is_shown.then(|| Action {
            id: id.clone(),
            text: text.clone(),
            serves: self.keep_entries(serves),
            owner: owner.clone(),
            supporting: self.keep_named(supporting),
            acceptance: *acceptance,
            accepted_on: *accepted_on,
            agreed_on: *agreed_on,
            due: due.clone(),
            status: *status,
            done_on: *done_on,
            outcome: outcome.clone(),
            ..Action::empty()
        })
    }

    fn outcome(&self, outcome: &Outcome) -> Outcome {
        let Outcome {
            decision,
            reason,
            decided_by: _,
            dissent,
            lead_practitioner,
            review_on,
            contingency,
            feedback: Feedback { owner, due_on, given_on: _, how: _ },
        } = outcome;
        let heard = self.all(|reader| reader.attended);
        let own = dissent.iter().filter(|Dissent { by, view: _ }| self.is_own(by));
        Outcome {
            decision: decision.clone(),
            reason: reason.clone().filter(|_| heard),
            decided_by: None,
            dissent: own.cloned().collect(),
            lead_practitioner: self.keep_one(lead_practitioner.as_ref()),
            review_on: *review_on,
            contingency: contingency.clone().filter(|_| heard),
            feedback: Feedback {
                owner: self.keep_one(owner.as_ref()),
                due_on: *due_on,
                given_on: None,
                how: None,
            },
        }
    }
}

fn kept_rating(rating: &Rating) -> Rating {
    let Rating {
        by,
        on_behalf_of,
        value,
        reason,
        one_point_higher,
        at: _,
        amended: _,
        extensions: _,
    } = rating;
    Rating {
        by: by.clone(),
        on_behalf_of: on_behalf_of.clone(),
        value: *value,
        reason: reason.clone(),
        one_point_higher: one_point_higher.clone(),
        ..Rating::empty()
    }
}

/// A copy for any other professional, an advocate or one of the network: the decision, the review, and what they do.
impl Lens<'_, '_> {
    fn limited(&self) -> Record {
        let Record { format, id, profile, meeting, participants, actions, outcome, .. } =
            self.record;
        let theirs = |action: &&Action| {
            let doers = action.owner.iter().chain(&action.supporting).chain(&action.chaser);
            doers.into_iter().any(|id| self.is_own(id))
        };
        let mut actions: Vec<Action> = actions
            .iter()
            .filter(theirs)
            .map(|action| Action {
                serves: Vec::new(),
                accepted_by: None,
                cancelled_reason: None,
                carried_from: None,
                extensions: Extensions::default(),
                ..action.clone()
            })
            .collect();
        for action in &mut actions {
            action.supporting.retain(|id| self.has_named(id));
            action.chaser.take_if(|id| !self.has_named(id));
        }
        let doers: BTreeSet<&str> = actions
            .iter()
            .flat_map(|action| action.owner.iter().chain(&action.supporting).chain(&action.chaser))
            .map(|id| id.as_str())
            .collect();
        let named = |p: &&Participant| self.is_own(&p.id) || doers.contains(p.id.as_str());
        let participants = participants.iter().filter(named).map(|p| Participant {
            id: p.id.clone(),
            kind: p.kind,
            name: p.name.clone(),
            agency: p.agency.clone(),
            seat: p.seat.clone(),
            ..Participant::empty()
        });
        Record {
            format: *format,
            id: id.clone(),
            profile: profile.clone(),
            case: Case { reference: Label::from("withheld"), ..Case::empty() },
            meeting: Meeting {
                status: meeting.status,
                held_on: meeting.held_on,
                ..Meeting::default()
            },
            participants: participants.collect(),
            actions: actions.clone(),
            outcome: Outcome {
                decision: outcome.decision.clone(),
                review_on: outcome.review_on,
                ..Outcome::default()
            },
            ..Record::empty()
        }
    }
}
