//! A copy for the family side.
//!
//! Every structure is taken apart key by key, so that a new key of the format does not compile here until someone says
//! who may see it. What no rule names is withheld.
//!
//! Whatever is shown for who was in the room is marked for everyone, marked or not: a copy of the copy, which may not tell
//! who was, shows the same.

use super::THE_PANEL;
use super::lens::{Lens, Owner, shown};
use super::limited::the_panel;
use crate::profile::Withheld;
use crate::record::{
    Abstention, Action, AgendaItem, Agreement, Case, ChildDecision, Dissent, Entry, Feedback,
    Marks, Meeting, MeetingMarks, MeetingStatus, OnBehalfOf, Outcome, OutcomeMarks, Participant,
    ParticipantKind, Person, Rating, Record, Recording, Referral, ScalingRound, Service, Settled,
    Sharing, Statement, Visibility, Withdrawal,
};
use crate::report::reader::is_adult;
use crate::wire::Value;
use crate::{Extensions, Id, Instant, Label, Text};
use std::collections::BTreeSet;

impl Lens<'_, '_> {
    pub(super) fn family(&self) -> Record {
        let Record {
            format,
            id,
            profile,
            case,
            referral,
            agreement,
            meeting,
            participants,
            agenda,
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
            agreement: self.agreement(agreement),
            meeting: self.meeting(meeting),
            participants: Vec::new(),
            agenda: self.agenda(agenda),
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
        let Case {
            reference: _,
            status: _,
            people,
            separate_copies: _,
            identifiers: _,
            extensions: _,
        } = case;
        let people = people.iter().filter(|p| self.has_named(&p.id) || self.is_readers(&p.id));
        Case {
            // Reading needs one; the council's own is not for the family.
            reference: Label::from("withheld"),
            people: people.map(|person| self.person(person)).collect(),
            ..Case::empty()
        }
    }

    /// Who someone is. Views are gathered apart; no mark shows a date of birth, an NHS number or an expected birth.
    pub(super) fn person(&self, person: &Person) -> Person {
        let Person {
            id,
            kind,
            name,
            date_of_birth: _,
            birth: _,
            expected_on: _,
            nhs_number: _,
            views,
            views_on,
            views_note,
            visible_to: _,
            withheld_from: _,
            unlisted_for: _,
            extensions: _,
        } = person;
        let is_named = self.has_named(id);
        let has_views = views.is_some() || views_on.is_some() || views_note.is_some();
        let lifts = has_views && is_named && self.lifts(person);
        Person {
            id: id.clone(),
            kind: *kind,
            name: shown(name.as_ref(), is_named),
            views: views.filter(|_| lifts),
            views_on: views_on.filter(|_| lifts),
            views_note: shown(views_note.as_ref(), lifts),
            visible_to: lifts.then_some(Visibility::Everyone),
            ..Person::empty()
        }
    }

    /// Why the panel was asked, for those who heard it read out.
    fn referral(&self, referral: &Referral) -> Referral {
        let Referral {
            received_on,
            referrer: _,
            reason,
            best_hopes,
            background,
            mapping_received_on,
            scale,
            visible_to: _,
            withheld_from: _,
            extensions: _,
        } = referral;
        let lifts = self.shows_referral(|_| false);
        let is_shown = self.shows_referral(|reader| reader.attended);
        let mut copy = Referral {
            received_on: received_on.filter(|_| lifts),
            reason: shown(reason.as_ref(), is_shown),
            best_hopes: shown(best_hopes.as_ref(), is_shown),
            background: shown(background.as_ref(), lifts),
            mapping_received_on: mapping_received_on.filter(|_| lifts),
            scale: scale.clone().filter(|_| lifts),
            ..Referral::default()
        };
        copy.visible_to = (copy != Referral::default()).then_some(Visibility::Everyone);
        copy
    }

    /// Why someone did not agree, and what was told to whom, is written by workers for workers.
    fn agreement(&self, agreement: &Agreement) -> Agreement {
        let Agreement { service, sharing } = agreement;
        let Service { status, given_by, on, reason, history, visible_to, withheld_from: _ } =
            service;
        let Sharing {
            lawful_basis,
            special_category_condition,
            family_told,
            note,
            visible_to: told_to,
            withheld_from: _,
        } = sharing;
        let service = self.lifts(service).then(|| Service {
            status: *status,
            given_by: self.keep_named(given_by),
            on: *on,
            reason: reason.clone(),
            history: history.clone(),
            visible_to: *visible_to,
            withheld_from: Vec::new(),
        });
        let sharing = self.lifts(sharing).then(|| Sharing {
            lawful_basis: lawful_basis.clone(),
            special_category_condition: special_category_condition.clone(),
            family_told: *family_told,
            note: note.clone(),
            visible_to: *told_to,
            withheld_from: Vec::new(),
        });
        Agreement { service: service.unwrap_or_default(), sharing: sharing.unwrap_or_default() }
    }

    fn meeting(&self, meeting: &Meeting) -> Meeting {
        let Meeting {
            status,
            kind,
            held_on,
            // The copy has one day, and no word of clocks.
            opened_on: _,
            clock_set_back: _,
            starts_at,
            place,
            chair,
            note_taker: _,
            previous: _,
            // It counts agencies, whatever it is marked.
            inquorate_reason: _,
            adjourned_reason,
            reconvene_on,
            marks: MeetingMarks { place: place_marks, inquorate_reason: _, adjourned_reason: why },
            extensions: _,
        } = meeting;
        let (starts_at, place, place_marks) =
            self.to_come(*status, *starts_at, place.as_ref(), place_marks);
        let (adjourned_reason, why) = self.text(adjourned_reason.as_ref(), why, self.heard());
        Meeting {
            status: *status,
            kind: *kind,
            held_on: *held_on,
            starts_at,
            place,
            // Whoever took it came.
            chair: self.keep_one(chair.as_ref()).filter(|_| !self.withholds(Withheld::WhoCame)),
            adjourned_reason,
            reconvene_on: *reconvene_on,
            marks: MeetingMarks {
                place: place_marks,
                adjourned_reason: why,
                inquorate_reason: Marks::default(),
            },
            ..Meeting::default()
        }
    }

    /// When and where: an invitation says it, and what comes after the panel has its day alone.
    pub(super) fn to_come(
        &self,
        status: Option<MeetingStatus>,
        starts_at: Option<Instant>,
        place: Option<&Text>,
        marks: &Marks,
    ) -> (Option<Instant>, Option<Text>, Marks) {
        let is_planned = matches!(status, None | Some(MeetingStatus::Planned));
        let (place, marks) = self.text(place, marks, is_planned);
        (starts_at.filter(|_| is_planned), place, marks)
    }

    /// A plain text with the marks beside it. What shows it stays; whom it is withheld from does not.
    pub(super) fn text(
        &self,
        text: Option<&Text>,
        marks: &Marks,
        unmarked: bool,
    ) -> (Option<Text>, Marks) {
        let text = shown(text, self.shows(marks, |_| unmarked));
        let visible_to = text.is_some().then_some(Visibility::Everyone);
        (text, Marks { visible_to, ..Marks::default() })
    }

    /// Who came, where every reader did; else those whom the copy names elsewhere, and no word of whether they came.
    fn participants(&self, participants: &[Participant], copy: &Record) -> Vec<Participant> {
        let is_withheld = self.withholds(Withheld::WhoCame);
        let tells_who_came = self.heard() && !is_withheld;
        let mut named: BTreeSet<&str> =
            [&copy.meeting.chair, &copy.outcome.lead_practitioner, &copy.outcome.feedback.owner]
                .into_iter()
                .flatten()
                .map(|id| id.as_str())
                .collect();
        for action in &copy.actions {
            named.extend(action.owner.iter().chain(&action.supporting).map(|id| id.as_str()));
        }
        let guesses = copy.scaling.iter().flat_map(|round| &round.ratings);
        named.extend(guesses.filter_map(|rating| match &rating.on_behalf_of {
            Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => Some(id.as_str()),
            Some(OnBehalfOf::Other(_)) | None => None,
        }));
        named.extend(copy.agreement.service.given_by.iter().map(|id| id.as_str()));
        // A number that was said aloud tells that whoever said it was there.
        let ratings = copy.scaling.iter().flat_map(|round| &round.ratings);
        let heard: BTreeSet<&str> = ratings.map(|rating| rating.by.as_str()).collect();
        named.extend(&heard);
        for round in &copy.scaling {
            named.extend(round.abstentions.iter().map(|abstention| abstention.by.as_str()));
        }
        named.extend(copy.outcome.dissent.iter().map(|dissent| dissent.by.as_str()));
        // Without the participant who they are, someone of the network would be of the family itself in a copy of the copy.
        let is_of_network = |p: &Participant| {
            p.kind == ParticipantKind::Network
                && p.person.as_ref().is_some_and(|id| self.has_named(id))
        };
        let kept = participants.iter().filter(|p| p.id != *THE_PANEL).filter(|p| {
            let came = p.attended() && tells_who_came;
            let is_named = named.contains(p.id.as_str())
                || came
                || is_of_network(p)
                || self.lifts(*p) && !is_withheld;
            self.is_readers(&p.id) || self.has_named(&p.id) && is_named
        });
        let told = |id: &Id| {
            let is_heard = self.is_readers(id) || heard.contains(id.as_str());
            tells_who_came || is_heard && !is_withheld
        };
        let mut kept: Vec<_> = kept.map(|p| self.participant(p, told(&p.id))).collect();
        kept.extend(named.contains(THE_PANEL).then(the_panel).flatten());
        kept
    }

    fn participant(&self, participant: &Participant, is_told: bool) -> Participant {
        let Participant {
            id,
            kind,
            name,
            agency,
            seat,
            person,
            attendance,
            deputy_for,
            written_update: _,
            arrived_at: _,
            left_at: _,
            visible_to,
            withheld_from: _,
            extensions: _,
        } = participant;
        // The reader is known to themselves, though nothing be said of them.
        let is_named = self.has_named(id);
        let tells_of_them =
            is_named && self.lifts(participant) && !self.withholds(Withheld::WhoCame);
        // The seat that they held on the day, without a word of whom they stood in for: the seat of someone concealed goes
        // with them.
        let may_hold_theirs = deputy_for.as_ref().is_none_or(|absent| self.has_named(absent));
        let held = match may_hold_theirs {
            true => self.view.participant(id).and_then(|p| self.view.seat_held(p)),
            false => seat.as_deref(),
        };
        // Without dates of birth, the kind alone tells a copy of the copy who is a child.
        let kind = match kind {
            ParticipantKind::Family if !is_adult(self.view, participant) => ParticipantKind::Child,
            kind => *kind,
        };
        Participant {
            id: id.clone(),
            kind,
            name: shown(name.as_ref(), is_named),
            agency: shown(agency.as_ref(), is_named),
            seat: held.filter(|_| is_named).and_then(|seat| seat.parse().ok()),
            person: person.clone().filter(|id| self.has_named(id) || self.is_readers(id)),
            attendance: attendance.filter(|_| participant.attended() && is_told),
            visible_to: visible_to.filter(|_| tells_of_them),
            ..Participant::empty()
        }
    }

    /// The required stages in the profile's order, whatever became of them, with what is marked for everyone.
    fn agenda(&self, items: &[AgendaItem]) -> Vec<AgendaItem> {
        let required = self.view.profile().agenda.iter().filter(|s| s.required == Some(true));
        let noted = |stage: &Id| {
            let item = items.iter().find(|item| item.stage == *stage)?;
            let AgendaItem {
                stage: _,
                led_by: _,
                started_at: _,
                ended_at: _,
                paused_seconds: _,
                // It would tell that the stage was skipped.
                skipped_reason: _,
                note,
                visible_to,
                withheld_from: _,
                extensions: _,
            } = item;
            let is_shown = note.is_some() && self.lifts(item);
            is_shown.then(|| (note.clone(), *visible_to))
        };
        required
            .map(|stage| {
                let (note, visible_to) = noted(&stage.id).unwrap_or_default();
                AgendaItem { stage: stage.id.clone(), note, visible_to, ..AgendaItem::empty() }
            })
            .collect()
    }

    pub(in crate::report) fn entry(&self, entry: &Entry) -> Option<Entry> {
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
            settled,
            visible_to: _,
            withheld_from: _,
            amended: _,
            withdrawn: Withdrawal { .. },
            extensions: _,
        } = entry;
        if !self.has_entry(id) || !entry.is_on_map() {
            return None;
        }
        // Whoever raised something, or is worried, is not named but to themselves.
        let own = |ids: &[Id]| {
            ids.iter().filter(|id| self.is_own(id) && self.has_named(id)).cloned().collect()
        };
        let is_settled = !self.withholds(Withheld::Outcomes)
            && self.shows_within(settled, entry, |reader| reader.attended);
        let Settled { on, how, visible_to: _, withheld_from: _ } = settled;
        let settled =
            is_settled.then(|| Settled { on: *on, how: how.clone(), ..Settled::default() });
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
            settled: settled.unwrap_or_default(),
            visible_to: Some(Visibility::Everyone),
            ..Entry::empty()
        })
    }

    pub(in crate::report) fn round(&self, round: &ScalingRound) -> Option<ScalingRound> {
        let ScalingRound {
            scale,
            round: label,
            about,
            revealed_at,
            ratings,
            abstentions,
            extensions: _,
        } = round;
        if !self.shows_round(round) {
            return None;
        }
        let named = ratings.iter().filter(|rating| self.shows_rating(rating, round));
        let mut shown: Vec<_> = named.map(kept_rating).collect();
        shown.extend(self.unnamed(round));
        let abstentions: Vec<_> = abstentions
            .iter()
            .filter(|abstention| self.shows_abstention(abstention, round))
            .map(|abstention| {
                let Abstention { by, reason, visible_to: _, withheld_from: _ } = abstention;
                Abstention {
                    by: by.clone(),
                    reason: reason.clone(),
                    visible_to: Some(Visibility::Everyone),
                    withheld_from: Vec::new(),
                }
            })
            .collect();
        let is_empty = shown.is_empty() && abstentions.is_empty();
        (!is_empty).then(|| ScalingRound {
            scale: scale.clone(),
            round: label.clone(),
            about: about.clone(),
            revealed_at: revealed_at.map(|at| self.at_no_time(at)),
            ratings: shown,
            abstentions,
            extensions: Extensions::default(),
        })
    }

    /// That numbers were shown is told by the moment. A copy has the day of the panel, and no time of it.
    fn at_no_time(&self, at: Instant) -> Instant {
        Instant::midnight(self.record.meeting.held_on.unwrap_or_else(|| at.date()))
    }

    /// From where to where professionals' numbers go, and one reason at the worried end.
    fn unnamed(&self, round: &ScalingRound) -> Vec<Rating> {
        let (Some((worried, other)), Ok(by)) = (self.span(round), THE_PANEL.parse::<Id>()) else {
            return Vec::new();
        };
        let number = |rating: &Rating, reason: Option<Text>| Rating {
            by: by.clone(),
            value: rating.value,
            reason,
            ..Rating::empty()
        };
        let mut span = vec![number(worried, worried.reason.clone())];
        span.extend((other.value != worried.value).then(|| number(other, None)));
        span
    }

    pub(in crate::report) fn action(&self, action: &Action) -> Option<Action> {
        let Action {
            id,
            text,
            serves,
            owner: _,
            supporting,
            acceptance,
            accepted_by: _,
            accepted_on,
            chaser: _,
            agreed_on,
            due,
            status,
            done_on: _,
            outcome: _,
            cancelled_reason,
            carried_from: _,
            visible_to: _,
            withheld_from: _,
            extensions: _,
        } = action;
        let owner = self.shows_action(action)?;
        let is_named = owner == Owner::Named;
        let (done_on, outcome) = self.outcome_of(action);
        let says_why = self.lifts(action) && !self.withholds(Withheld::Outcomes);
        Some(Action {
            id: id.clone(),
            text: text.clone(),
            serves: self.keep_entries(serves),
            owner: self.owner(action, owner),
            supporting: self.keep_named(supporting),
            acceptance: acceptance.filter(|_| is_named),
            accepted_on: accepted_on.filter(|_| is_named),
            agreed_on: *agreed_on,
            due: due.clone(),
            status: *status,
            done_on,
            outcome,
            cancelled_reason: shown(cancelled_reason.as_ref(), says_why),
            visible_to: Some(Visibility::Everyone),
            ..Action::empty()
        })
    }

    fn outcome(&self, outcome: &Outcome) -> Outcome {
        let Outcome {
            decision,
            reason,
            children,
            decided_by: _,
            dissent,
            lead_practitioner,
            review_on,
            contingency,
            feedback,
            marks: OutcomeMarks { reason: why, contingency: if_not },
            extensions: _,
        } = outcome;
        let heard = self.heard();
        let reason = reason.as_ref().filter(|_| !self.withholds(Withheld::DecisionReason));
        let (reason, why) = self.text(reason, why, heard);
        let contingency = contingency.as_ref().filter(|_| !self.withholds(Withheld::Contingency));
        let (contingency, if_not) = self.text(contingency, if_not, heard);
        let dissent = dissent.iter().filter(|dissent| self.shows_dissent(dissent));
        Outcome {
            decision: decision.clone(),
            reason,
            children: children.iter().filter_map(|it| self.child_decision(it)).collect(),
            decided_by: None,
            dissent: dissent.map(kept_dissent).collect(),
            lead_practitioner: self.keep_one(lead_practitioner.as_ref()),
            review_on: *review_on,
            contingency,
            feedback: self.feedback(feedback),
            marks: OutcomeMarks { reason: why, contingency: if_not },
            extensions: Extensions::default(),
        }
    }

    /// What was decided for a child; why, for those who were in the room.
    pub(in crate::report) fn child_decision(&self, it: &ChildDecision) -> Option<ChildDecision> {
        let ChildDecision { child, decision, reason, visible_to: _, withheld_from: _ } = it;
        let says_why =
            !self.withholds(Withheld::DecisionReason) && self.shows(it, |reader| reader.attended);
        self.shows_child_decision(it).then(|| ChildDecision {
            child: child.clone(),
            decision: decision.clone(),
            reason: shown(reason.as_ref(), says_why),
            visible_to: Some(Visibility::Everyone),
            withheld_from: Vec::new(),
        })
    }

    fn feedback(&self, feedback: &Feedback) -> Feedback {
        let Feedback { owner, due_on, given_on, how, visible_to, withheld_from: _ } = feedback;
        if self.conceals(feedback) {
            return Feedback::default();
        }
        let lifts = self.lifts(feedback);
        Feedback {
            owner: self.keep_one(owner.as_ref()),
            due_on: *due_on,
            given_on: given_on.filter(|_| lifts),
            how: shown(how.as_ref(), lifts),
            visible_to: visible_to.filter(|_| lifts),
            withheld_from: Vec::new(),
        }
    }
}

fn kept_dissent(dissent: &Dissent) -> Dissent {
    let Dissent { by, view, visible_to: _, withheld_from: _ } = dissent;
    Dissent {
        by: by.clone(),
        view: view.clone(),
        visible_to: Some(Visibility::Everyone),
        withheld_from: Vec::new(),
    }
}

pub(in crate::report) fn kept_rating(rating: &Rating) -> Rating {
    let Rating {
        by,
        on_behalf_of,
        value,
        reason,
        one_point_higher,
        at: _,
        amended: _,
        visible_to: _,
        withheld_from: _,
        extensions: _,
    } = rating;
    Rating {
        by: by.clone(),
        on_behalf_of: on_behalf_of.clone(),
        value: *value,
        reason: reason.clone(),
        one_point_higher: one_point_higher.clone(),
        visible_to: (*by != *THE_PANEL).then_some(Visibility::Everyone),
        ..Rating::empty()
    }
}
