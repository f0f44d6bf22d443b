//! The parts of a record with nothing in them but what reading requires.

use super::sure;
use support_panel::record::{
    Action, ActionStatus, AgendaItem, Birth, Category, Entry, Participant, ParticipantKind, Person,
    PersonKind, Rating, ScalingRound, Settled, Statement, Withdrawal,
};
use support_panel::{Decimal, Extensions, Id};

pub(super) fn id(text: impl AsRef<str>) -> Id {
    sure(text.as_ref().parse())
}

pub(super) fn extensions(json: &str) -> Extensions {
    sure(Extensions::from_json(json))
}

pub(super) fn person(id: Id, kind: PersonKind) -> Person {
    Person {
        id,
        kind,
        name: None,
        date_of_birth: None,
        birth: Birth::default(),
        expected_on: None,
        nhs_number: None,
        views: None,
        views_on: None,
        views_note: None,
        visible_to: None,
        withheld_from: Vec::new(),
        unlisted_for: Vec::new(),
        extensions: Extensions::default(),
    }
}

pub(super) fn participant(id: Id, kind: ParticipantKind) -> Participant {
    Participant {
        id,
        kind,
        name: None,
        agency: None,
        seat: None,
        person: None,
        attendance: None,
        deputy_for: None,
        written_update: None,
        arrived_at: None,
        left_at: None,
        visible_to: None,
        withheld_from: Vec::new(),
        extensions: Extensions::default(),
    }
}

pub(super) fn stage(stage: &str) -> AgendaItem {
    AgendaItem {
        stage: id(stage),
        led_by: None,
        started_at: None,
        ended_at: None,
        paused_seconds: None,
        skipped_reason: None,
        note: None,
        visible_to: None,
        withheld_from: Vec::new(),
        extensions: Extensions::default(),
    }
}

pub(super) fn entry(id: Id, category: Category) -> Entry {
    Entry {
        id,
        category,
        text: None,
        about: Vec::new(),
        raised_by: Vec::new(),
        origin: None,
        answers: Vec::new(),
        evidence: None,
        statement: Statement::default(),
        settled: Settled::default(),
        visible_to: None,
        withheld_from: Vec::new(),
        amended: Vec::new(),
        withdrawn: Withdrawal::default(),
        extensions: Extensions::default(),
    }
}

pub(super) fn sitting(scale: &str, round: &str) -> ScalingRound {
    ScalingRound {
        scale: id(scale),
        round: Some(round.into()),
        about: None,
        revealed_at: None,
        ratings: Vec::new(),
        abstentions: Vec::new(),
        extensions: Extensions::default(),
    }
}

pub(super) fn rating(by: Id, value: i32) -> Rating {
    Rating {
        by,
        on_behalf_of: None,
        value: Decimal::from(value),
        reason: None,
        one_point_higher: None,
        at: None,
        amended: Vec::new(),
        visible_to: None,
        withheld_from: Vec::new(),
        extensions: Extensions::default(),
    }
}

pub(super) fn action(id: Id) -> Action {
    Action {
        id,
        text: None,
        serves: Vec::new(),
        owner: None,
        supporting: Vec::new(),
        acceptance: None,
        accepted_by: None,
        accepted_on: None,
        chaser: None,
        agreed_on: None,
        due: None,
        status: ActionStatus::default(),
        done_on: None,
        outcome: None,
        cancelled_reason: None,
        carried_from: None,
        visible_to: None,
        withheld_from: Vec::new(),
        extensions: Extensions::default(),
    }
}
