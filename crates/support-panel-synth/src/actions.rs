//! Who does what by when, and what became of it.

use super::attendance::{came, first_who_came, held_on};
use super::builders::{action, id};
use super::days::{Office, plus};
use super::family::{Family, Thread};
use super::phrases::{CLOSING_ACTIONS, DROPPED, GENERAL_ACTIONS, OUTCOMES, STEP_UP_ACTIONS};
use super::themes::Owner;
use support_panel::record::{Acceptance, Action, ActionStatus, Due, Within};
use support_panel::{Amount, Date, Id, Record};

/// How many actions a plan holds.
const MOST: usize = 8;

impl Family {
    /// What became of the actions carried here, and new ones.
    pub(super) fn agree_actions(&mut self, record: &mut Record, office: &Office) {
        let mut carried = std::mem::take(&mut record.actions);
        for action in &mut carried {
            self.report_on(record, action, office);
        }
        record.actions = carried;
        let mut threads = std::mem::take(&mut self.threads);
        for thread in threads.iter_mut().filter(|thread| thread.is_open()) {
            self.serve(record, thread, office);
        }
        let first = record.mapping.iter().find(|entry| entry.is_on_map());
        let goal = threads
            .iter()
            .find(|thread| thread.is_open())
            .and_then(|thread| thread.goal.clone())
            .or_else(|| first.map(|entry| entry.id.clone()));
        self.threads = threads;
        let (bank, least) = match self.decision {
            "close" => (CLOSING_ACTIONS, 3),
            "reconsider_status" => (STEP_UP_ACTIONS, 3),
            _ => (GENERAL_ACTIONS, self.rng.between(3, 5).unsigned_abs() as usize),
        };
        let wanted = least.saturating_sub(record.actions.len());
        for text in self.rng.some(bank, wanted) {
            self.agree(record, text, id("p-worker"), goal.clone().into_iter().collect(), office);
        }
    }

    /// Sees to it that something serves the thread's goal.
    fn serve(&mut self, record: &mut Record, thread: &mut Thread, office: &Office) {
        let Some(goal) = &thread.goal else { return };
        let is_served = record
            .actions
            .iter()
            .any(|action| action.status != ActionStatus::Cancelled && action.serves.contains(goal));
        let extra = if thread.actions == 0 {
            self.rng.between(0, 1)
        } else {
            self.rng.between(-2, 1).max(0)
        };
        for nth in 0..i32::from(!is_served) + extra {
            if record.actions.len() >= MOST {
                // A full plan takes the goal in with what it has.
                let last = record
                    .actions
                    .iter_mut()
                    .rfind(|action| action.is_live() && nth == 0 && !is_served);
                last.into_iter().for_each(|action| action.serves.push(goal.clone()));
                return;
            }
            let (text, owner) = thread
                .theme
                .actions
                .get(thread.actions)
                .copied()
                .unwrap_or_else(|| (*self.rng.pick(GENERAL_ACTIONS), Owner::Worker));
            thread.actions += 1;
            let owner = match owner {
                Owner::Worker => id("p-worker"),
                Owner::Knows => id(thread.theme.knows),
                Owner::School => first_who_came(record, &["p-school"]),
                Owner::Parent => first_who_came(record, &["p-parent"]),
                Owner::Kin => first_who_came(record, &["p-kin", "p-parent"]),
            };
            let mut serves = vec![goal.clone()];
            serves.extend(thread.step.clone().filter(|_| self.rng.chance(35)));
            self.agree(record, text, owner, serves, office);
        }
    }

    /// Puts an action on record, and asks its owner.
    fn agree(
        &mut self,
        record: &mut Record,
        text: &str,
        owner: Id,
        serves: Vec<Id>,
        office: &Office,
    ) {
        let held_on = held_on(record);
        let mut new = action(self.next_action());
        new.text = Some(self.cast.say(&mut self.rng, text).into());
        new.serves = serves;
        new.agreed_on = Some(held_on);
        new.due = Some(self.due(held_on, office));
        new.extensions = self.local(1);
        if self.rng.chance(30) {
            new.supporting.extend(
                ["p-parent", "p-kin"]
                    .iter()
                    .find_map(|who| came(record, who))
                    .filter(|who| *who != owner),
            );
        }
        if came(record, &owner).is_some() {
            accept(&mut new, &owner, held_on);
            if self.rng.chance(8) {
                new.status = ActionStatus::InProgress;
            }
        } else {
            match self.rng.below(100) {
                0..25 => {
                    accept(&mut new, &owner, office.from(plus(held_on, self.rng.between(1, 5))))
                }
                25..38 => new.acceptance = Some(Acceptance::Declined),
                _ => new.acceptance = Some(Acceptance::Proposed),
            }
            new.chaser = Some(id(*self.rng.pick(&["p-chair", "p-worker"])));
        }
        new.owner = Some(owner);
        record.actions.push(new);
    }

    /// A due date or timescale of every kind.
    fn due(&mut self, held_on: Date, office: &Office) -> Due {
        let within = [
            (Within::Weeks as fn(Amount) -> Within, 1, 6),
            (Within::WorkingDays, 2, 15),
            (Within::Days, 3, 28),
            (Within::Months, 1, 2),
        ];
        match self.rng.below(100) {
            0..30 => Due::On(office.from(plus(held_on, self.rng.between(2, 40)))),
            30..45 => Due::ByReview,
            _ => {
                let &(unit, low, high) = self.rng.pick(&within);
                Amount::new(self.rng.between(low, high).unsigned_abs())
                    .map_or(Due::ByReview, |amount| Due::Within(unit(amount)))
            }
        }
    }

    /// What became of an action since the last panel.
    fn report_on(&mut self, record: &Record, action: &mut Action, office: &Office) {
        let held_on = held_on(record);
        let serves_open_goal = self.threads.iter().any(|thread| {
            thread.is_open()
                && thread.goal.as_ref().is_some_and(|goal| action.serves.contains(goal))
        });
        match self.rng.below(100) {
            60..67 if serves_open_goal => {
                action.status = ActionStatus::Cancelled;
                action.cancelled_reason = Some(self.cast.one(&mut self.rng, DROPPED));
            }
            67..83 if serves_open_goal => action.status = ActionStatus::InProgress,
            83.. if serves_open_goal => {}
            _ => {
                let agreed_on = action.agreed_on.unwrap_or(held_on);
                let days = agreed_on.days_since(held_on).unsigned_abs() as i32;
                let done_on = office.from(plus(agreed_on, self.rng.between(days / 4, days)));
                action.status = ActionStatus::Done;
                action.done_on = Some(done_on.min(held_on));
                if self.rng.chance(70) {
                    action.outcome = Some(self.cast.one(&mut self.rng, OUTCOMES));
                }
            }
        }
        let owner = action.owner.clone().filter(|owner| {
            action.acceptance != Some(Acceptance::Accepted) && came(record, owner).is_some()
        });
        if let (true, Some(owner)) = (action.status != ActionStatus::Cancelled, owner) {
            accept(action, &owner, action.done_on.unwrap_or(held_on));
        }
    }
}

fn accept(action: &mut Action, owner: &Id, on: Date) {
    action.acceptance = Some(Acceptance::Accepted);
    action.accepted_by = Some(owner.clone());
    action.accepted_on = Some(on);
}
