//! What stands under someone's id: taken out where it is theirs alone, without the id where it is others' as well.

use super::Who;
use super::names::COVER;
use crate::record::{
    Abstention, Action, AgendaItem, Agreement, Case, ChildDecision, Dissent, Entry, Feedback,
    Marks, Meeting, MeetingMarks, OnBehalfOf, Outcome, OutcomeMarks, Participant, Person, Rating,
    Record, Recording, Referral, ScalingRound, Service, Settled, Sharing, Statement, Withdrawal,
};
use crate::rules::{Path, Step, pointer};
use crate::{Id, Text};
use std::collections::BTreeSet;

pub(super) struct Parts<'w, 'r> {
    who: &'w Who<'r>,
    /// Entries that go, and with them the ids by which others serve or answer them.
    gone: BTreeSet<&'r str>,
    pub(super) removed: Vec<Path>,
    pub(super) shared: Vec<Path>,
}

/// Where something stood, and where it stands now.
struct At {
    was: Path,
    now: Path,
}

impl At {
    fn below(&self, step: impl Into<Step>, now: impl Into<Step>) -> Self {
        let below = |path: &Path, step| Path(path.0.iter().copied().chain([step]).collect());
        Self { was: below(&self.was, step.into()), now: below(&self.now, now.into()) }
    }

    fn key(&self, key: &'static str) -> Self {
        self.below(key, key)
    }
}

impl From<Path> for At {
    fn from(path: Path) -> Self {
        Self { was: path.clone(), now: path }
    }
}

impl<'w, 'r> Parts<'w, 'r> {
    pub(super) fn new(who: &'w Who<'r>, record: &'r Record) -> Self {
        let is_theirs = |ids: &[Id]| !ids.is_empty() && ids.iter().all(|id| who.is(id));
        let gone = record
            .mapping
            .iter()
            .filter(|entry| is_theirs(&entry.raised_by) || is_theirs(&entry.about))
            .map(|entry| entry.id.as_str());
        Self { who, gone: gone.collect(), removed: Vec::new(), shared: Vec::new() }
    }

    pub(super) fn of(&mut self, record: &Record) -> Record {
        Record {
            case: self.case(&record.case),
            referral: self.referral(&record.referral),
            agreement: self.agreement(&record.agreement),
            meeting: self.meeting(&record.meeting),
            participants: self.each(
                &record.participants,
                pointer!("participants"),
                Self::participant,
            ),
            agenda: self.each(&record.agenda, pointer!("agenda"), Self::stage),
            mapping: self.each(&record.mapping, pointer!("mapping"), Self::entry),
            scaling: self.each(&record.scaling, pointer!("scaling"), Self::round),
            actions: self.each(&record.actions, pointer!("actions"), Self::action),
            outcome: self.outcome(&record.outcome),
            recording: self.recording(&record.recording),
            ..record.clone()
        }
    }

    /// Those that stay; of one that goes, where it stood.
    fn each<T>(
        &mut self,
        all: &[T],
        at: impl Into<At>,
        mut kept: impl FnMut(&mut Self, &T, &At) -> Option<T>,
    ) -> Vec<T> {
        let (at, mut stay) = (at.into(), Vec::new());
        for (index, one) in all.iter().enumerate() {
            let at = at.below(index, stay.len());
            match kept(self, one, &at) {
                Some(one) => stay.push(one),
                None => self.removed.push(at.was),
            }
        }
        stay
    }

    fn others(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| !self.who.is(id)).cloned().collect()
    }

    fn other(&self, id: Option<&Id>) -> Option<Id> {
        id.filter(|id| !self.who.is(id)).cloned()
    }

    fn is(&self, id: Option<&Id>) -> bool {
        id.is_some_and(|id| self.who.is(id))
    }

    /// The ids of entries that stay.
    fn still(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| !self.gone.contains(id.as_str())).cloned().collect()
    }

    fn marks(&self, marks: &Marks) -> Marks {
        Marks { withheld_from: self.others(&marks.withheld_from), ..marks.clone() }
    }

    fn shared(&mut self, is_shared: bool, at: Path) {
        self.shared.extend(is_shared.then_some(at));
    }

    fn case(&mut self, case: &Case) -> Case {
        Case {
            people: self.each(&case.people, pointer!("case", "people"), Self::person),
            separate_copies: self.others(&case.separate_copies),
            ..case.clone()
        }
    }

    fn person(&mut self, person: &Person, _: &At) -> Option<Person> {
        (!self.who.is(&person.id)).then(|| Person {
            withheld_from: self.others(&person.withheld_from),
            unlisted_for: self.others(&person.unlisted_for),
            ..person.clone()
        })
    }

    fn participant(&mut self, participant: &Participant, _: &At) -> Option<Participant> {
        (!self.who.is(&participant.id)).then(|| Participant {
            deputy_for: self.other(participant.deputy_for.as_ref()),
            withheld_from: self.others(&participant.withheld_from),
            ..participant.clone()
        })
    }

    /// What the referrer wrote is theirs; the scale that they asked on is everyone's who gave a number.
    fn referral(&mut self, referral: &Referral) -> Referral {
        let is_theirs = self.is(referral.referrer.as_ref());
        self.shared(is_theirs && referral.scale.is_some(), pointer!("referral", "scale"));
        let mut text = |text: &Option<Text>, key: &'static str| {
            let goes = is_theirs && text.is_some();
            self.removed.extend(goes.then(|| pointer!("referral", key)));
            text.clone().filter(|_| !is_theirs)
        };
        let reason = text(&referral.reason, "reason");
        let best_hopes = text(&referral.best_hopes, "best_hopes");
        let background = text(&referral.background, "background");
        Referral {
            reason,
            best_hopes,
            background,
            referrer: self.other(referral.referrer.as_ref()),
            withheld_from: self.others(&referral.withheld_from),
            ..referral.clone()
        }
    }

    fn agreement(&mut self, agreement: &Agreement) -> Agreement {
        let Agreement { service, sharing } = agreement;
        let given_by = self.others(&service.given_by);
        let is_shared = service.reason.is_some() && given_by.len() < service.given_by.len();
        self.shared(is_shared, pointer!("agreement", "service", "reason"));
        Agreement {
            service: Service {
                given_by,
                withheld_from: self.others(&service.withheld_from),
                ..service.clone()
            },
            sharing: Sharing {
                withheld_from: self.others(&sharing.withheld_from),
                ..sharing.clone()
            },
        }
    }

    fn meeting(&mut self, meeting: &Meeting) -> Meeting {
        let MeetingMarks { place, inquorate_reason, adjourned_reason } = &meeting.marks;
        Meeting {
            chair: self.other(meeting.chair.as_ref()),
            note_taker: self.other(meeting.note_taker.as_ref()),
            marks: MeetingMarks {
                place: self.marks(place),
                inquorate_reason: self.marks(inquorate_reason),
                adjourned_reason: self.marks(adjourned_reason),
            },
            ..meeting.clone()
        }
    }

    fn stage(&mut self, item: &AgendaItem, _: &At) -> Option<AgendaItem> {
        Some(AgendaItem {
            led_by: self.other(item.led_by.as_ref()),
            withheld_from: self.others(&item.withheld_from),
            ..item.clone()
        })
    }

    fn entry(&mut self, entry: &Entry, at: &At) -> Option<Entry> {
        if self.gone.contains(entry.id.as_str()) {
            return None;
        }
        let (statement, settled) = (&entry.statement, &entry.settled);
        let mut with = entry.about.iter().chain(&entry.raised_by).chain(&statement.worried);
        self.shared(with.any(|id| self.who.is(id)), at.now.clone());
        Some(Entry {
            about: self.others(&entry.about),
            raised_by: self.others(&entry.raised_by),
            answers: self.still(&entry.answers),
            statement: Statement { worried: self.others(&statement.worried), ..statement.clone() },
            settled: Settled {
                withheld_from: self.others(&settled.withheld_from),
                ..settled.clone()
            },
            withheld_from: self.others(&entry.withheld_from),
            amended: self.each(&entry.amended, at.key("amended"), |parts, amendment, _| {
                (!parts.who.is(&amendment.by)).then(|| amendment.clone())
            }),
            withdrawn: self.withdrawn(&entry.withdrawn),
            ..entry.clone()
        })
    }

    /// An entry that was withdrawn stays off the map, whoever took it off.
    fn withdrawn(&self, withdrawn: &Withdrawal) -> Withdrawal {
        match withdrawn {
            Withdrawal { by: Some(by), at, why } if self.who.is(by) => {
                let is_kept = why.is_some() || at.is_none();
                Withdrawal { at: *at, by: None, why: is_kept.then(|| Text::from(COVER)) }
            }
            _ => withdrawn.clone(),
        }
    }

    fn round(&mut self, round: &ScalingRound, at: &At) -> Option<ScalingRound> {
        let goes = |id: &Id| self.who.is(id) || self.gone.contains(id.as_str());
        (!round.about.as_ref().is_some_and(goes)).then(|| ScalingRound {
            ratings: self.each(&round.ratings, at.key("ratings"), Self::rating),
            abstentions: self.each(&round.abstentions, at.key("abstentions"), Self::abstention),
            ..round.clone()
        })
    }

    /// A number is its giver's, and a guess tells of whom it is about.
    fn rating(&mut self, rating: &Rating, _: &At) -> Option<Rating> {
        let about = match &rating.on_behalf_of {
            Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => Some(id),
            Some(OnBehalfOf::Other(_)) | None => None,
        };
        (!self.who.is(&rating.by) && !self.is(about))
            .then(|| Rating { withheld_from: self.others(&rating.withheld_from), ..rating.clone() })
    }

    fn abstention(&mut self, abstention: &Abstention, _: &At) -> Option<Abstention> {
        (!self.who.is(&abstention.by)).then(|| Abstention {
            withheld_from: self.others(&abstention.withheld_from),
            ..abstention.clone()
        })
    }

    fn action(&mut self, action: &Action, at: &At) -> Option<Action> {
        if self.is(action.owner.as_ref()) {
            return None;
        }
        let mut with = action.supporting.iter().chain(&action.accepted_by).chain(&action.chaser);
        self.shared(with.any(|id| self.who.is(id)), at.now.clone());
        Some(Action {
            serves: self.still(&action.serves),
            supporting: self.others(&action.supporting),
            accepted_by: self.other(action.accepted_by.as_ref()),
            chaser: self.other(action.chaser.as_ref()),
            withheld_from: self.others(&action.withheld_from),
            ..action.clone()
        })
    }

    fn outcome(&mut self, outcome: &Outcome) -> Outcome {
        let (feedback, marks) = (&outcome.feedback, &outcome.marks);
        let is_theirs = self.is(outcome.decided_by.as_ref());
        self.shared(is_theirs && outcome.reason.is_some(), pointer!("outcome", "reason"));
        let is_theirs = self.is(feedback.owner.as_ref());
        self.shared(is_theirs && feedback.how.is_some(), pointer!("outcome", "feedback", "how"));
        Outcome {
            children: self.each(
                &outcome.children,
                pointer!("outcome", "children"),
                Self::child_decision,
            ),
            decided_by: self.other(outcome.decided_by.as_ref()),
            dissent: self.each(&outcome.dissent, pointer!("outcome", "dissent"), Self::dissent),
            lead_practitioner: self.other(outcome.lead_practitioner.as_ref()),
            feedback: Feedback {
                owner: self.other(feedback.owner.as_ref()),
                withheld_from: self.others(&feedback.withheld_from),
                ..feedback.clone()
            },
            marks: OutcomeMarks {
                reason: self.marks(&marks.reason),
                contingency: self.marks(&marks.contingency),
            },
            ..outcome.clone()
        }
    }

    fn child_decision(&mut self, it: &ChildDecision, _: &At) -> Option<ChildDecision> {
        (!self.who.is(&it.child))
            .then(|| ChildDecision { withheld_from: self.others(&it.withheld_from), ..it.clone() })
    }

    fn dissent(&mut self, dissent: &Dissent, _: &At) -> Option<Dissent> {
        (!self.who.is(&dissent.by)).then(|| Dissent {
            withheld_from: self.others(&dissent.withheld_from),
            ..dissent.clone()
        })
    }

    fn recording(&self, recording: &Recording) -> Recording {
        Recording {
            recorded_by: self.other(recording.recorded_by.as_ref()),
            circulated_to: self.others(&recording.circulated_to),
            ..recording.clone()
        }
    }
}
