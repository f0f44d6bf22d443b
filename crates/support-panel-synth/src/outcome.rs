//! The end of a sitting: the decision, the feedback, the record of it.

use super::attendance::{came, held_on};
use super::builders::id;
use super::days::{Clock, Office, plus};
use super::family::{Family, panel_day};
use super::phrases::{CLOSED, CONTINGENCY, DECIDED, DISSENT, FEEDBACK, STEPPED_UP};
use support_panel::record::{Dissent, Feedback, Outcome, Recording};
use support_panel::{Id, Record};

impl Family {
    /// What the panel will decide, given where things stand; a first panel does not close.
    pub(super) fn decide(&mut self, last: bool) {
        let is_first = self.threads.iter().all(|thread| thread.goal.is_none());
        self.decision = match self.level {
            ..20 if self.rng.chance(45) => "reconsider_status",
            70.. if !is_first && last && self.rng.chance(75) => "close",
            84.. if !is_first => "close",
            _ => "continue",
        };
    }

    /// The summary, and the worker's own goal again.
    pub(super) fn close_sitting(&mut self, record: &mut Record, mut clock: Clock) {
        let seconds = self.rng.between(540, 1260).unsigned_abs();
        let mut near_the_end = clock;
        near_the_end.pass(seconds - self.rng.between(60, 200).unsigned_abs());
        self.hold(record, "next_steps", "p-chair", &mut clock, seconds);
        self.revisit_hopes(record, &near_the_end);
    }

    /// Decision, review, feedback, and what went into the council's system.
    pub(super) fn conclude(&mut self, record: &mut Record, office: &Office) {
        let held_on = held_on(record);
        let stays = self.decision == "continue";
        let reasons = match self.decision {
            "close" => CLOSED,
            "reconsider_status" => STEPPED_UP,
            _ => DECIDED,
        };
        let lowest =
            record.scaling.iter().find(|sitting| sitting.scale == "panel").and_then(|sitting| {
                sitting
                    .ratings
                    .iter()
                    .filter(|rating| rating.is_own() && rating.by != "p-chair")
                    .min_by_key(|rating| rating.value)
                    .map(|rating| rating.by.clone())
            });
        let feedback_by = office.from(plus(held_on, self.rng.between(2, 6)));
        record.outcome = Outcome {
            decision: Some(id(self.decision)),
            reason: Some(self.cast.one(&mut self.rng, reasons)),
            decided_by: Some(id("p-chair")),
            dissent: if self.rng.chance(12) {
                let view = Some(self.cast.one(&mut self.rng, DISSENT));
                lowest
                    .into_iter()
                    .map(|by| Dissent {
                        by,
                        view: view.clone(),
                        visible_to: None,
                        withheld_from: Vec::new(),
                    })
                    .collect()
            } else {
                Vec::new()
            },
            lead_practitioner: stays.then(|| id("p-worker")),
            review_on: stays.then(|| panel_day(held_on, self.rng.between(40, 90))),
            contingency: if self.rng.chance(30) {
                Some(self.cast.one(&mut self.rng, CONTINGENCY))
            } else {
                None
            },
            feedback: Feedback {
                owner: Some(id("p-worker")),
                due_on: Some(feedback_by),
                given_on: self
                    .rng
                    .chance(60)
                    .then(|| office.from(plus(held_on, self.rng.between(0, 2)))),
                how: if self.rng.chance(70) {
                    Some(self.cast.one(&mut self.rng, FEEDBACK))
                } else {
                    None
                },
                ..Feedback::default()
            },
            ..Outcome::default()
        };
        let mut circulated_to: Vec<Id> = ["p-worker", "p-parent", "p-school"]
            .iter()
            .filter_map(|who| came(record, who))
            .collect();
        for owner in record.actions.iter().filter_map(|action| action.owner.as_ref()) {
            if !circulated_to.contains(owner) {
                circulated_to.push(owner.clone());
            }
        }
        let has_support = record.participants.iter().any(|participant| participant.id == "p-bso");
        record.recording = Recording {
            system: Some("Liquidlogic EHM".into()),
            reference: Some(format!("EHM-{}", self.rng.between(10_000, 99_999)).into()),
            recorded_on: Some(office.from(plus(held_on, self.rng.between(1, 4)))),
            recorded_by: Some(id(if has_support { "p-bso" } else { "p-chair" })),
            minutes_circulated_on: Some(office.from(plus(held_on, self.rng.between(3, 9)))),
            circulated_to,
        };
    }
}
