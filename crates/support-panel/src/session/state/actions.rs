//! Actions: who does what by when.

use super::{
    Applied, Context, SittingState, inconsistent, needed, not_blank, nothing_to_change, refuse,
    replace,
};
use crate::actions::{Verdict, allocation};
use crate::error::Code;
use crate::record::{Acceptance, Action, ActionStatus, Due, Participant};
use crate::session::command::{
    Accept, AgreeAction, Allocate, AmendAction, ClearAction, Decline, SetDue, UpdateAction,
};
use crate::{Date, Extensions, Id};

impl SittingState {
    pub(in crate::session) fn agree_action(
        &mut self,
        c: &AgreeAction,
        context: &Context<'_>,
    ) -> Applied {
        self.unused(&c.id)?;
        not_blank(&c.text, "/text")?;
        self.entries(&c.serves, "/serves")?;
        self.participants(&c.supporting, "/supporting")?;
        self.participants(&c.chaser, "/chaser")?;
        let usual = self.profile.actions.default_within.clone().map(Due::Within);
        let action = Action {
            id: c.id.clone(),
            text: Some(c.text.clone()),
            serves: c.serves.clone(),
            owner: None,
            supporting: c.supporting.clone(),
            acceptance: None,
            accepted_by: None,
            accepted_on: None,
            chaser: c.chaser.clone(),
            agreed_on: Some(context.day()),
            due: c.due.clone().or(usual),
            status: ActionStatus::Open,
            done_on: None,
            outcome: None,
            cancelled_reason: None,
            carried_from: None,
            visible_to: c.visible_to,
            withheld_from: Vec::new(),
            extensions: Extensions::default(),
        };
        due_not_before_agreed(&action)?;
        self.record.actions.push(action);
        let Some(owner) = &c.owner else { return Ok(()) };
        // Allocation judges an action on record, so a refused one is removed again.
        self.put_to(&c.id, owner, c.chaser.as_ref())
            .inspect_err(|_| drop(self.record.actions.pop()))
    }

    pub(in crate::session) fn amend_action(&mut self, c: &AmendAction) -> Applied {
        let before = self.action(&c.action, "/action")?;
        let mut action = before.clone();
        for cleared in &c.clear {
            match cleared {
                ClearAction::Serves => action.serves.clear(),
                ClearAction::Supporting => action.supporting.clear(),
            }
        }
        for (list, given) in
            [(&mut action.serves, &c.serves), (&mut action.supporting, &c.supporting)]
        {
            if !given.is_empty() {
                list.clone_from(given);
            }
        }
        replace(&mut action.text, &c.text);
        action.visible_to = c.visible_to.or(action.visible_to);
        if action == *before {
            return nothing_to_change();
        }
        c.text.as_ref().map_or(Ok(()), |text| not_blank(text, "/text"))?;
        self.entries(&c.serves, "/serves")?;
        self.participants(&c.supporting, "/supporting")?;
        *self.action_mut(&c.action)? = action;
        Ok(())
    }

    pub(in crate::session) fn allocate(&mut self, c: &Allocate) -> Applied {
        self.participants([&c.owner], "/owner")?;
        self.participants(&c.chaser, "/chaser")?;
        self.put_to(&c.action, &c.owner, c.chaser.as_ref())
    }

    fn put_to(&mut self, id: &Id, owner: &Id, chaser: Option<&Id>) -> Applied {
        self.participants([owner], "/owner")?;
        let answer = allocation(&self.record, &self.profile, id, owner)?;
        let reasons = || {
            answer
                .reasons
                .iter()
                .map(|reason| reason.message.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let chaser = match answer.verdict {
            Verdict::Refused => return refuse(Code::OwnerRefused, "/owner", reasons()),
            Verdict::Proposed if chaser.is_none() => {
                return refuse(Code::NeedsChaser, "/chaser", reasons());
            }
            Verdict::Proposed | Verdict::Accepted => chaser.cloned(),
        };
        let action = self.action_mut(id)?;
        action.owner = Some(owner.clone());
        action.acceptance = Some(Acceptance::Proposed);
        action.chaser = chaser;
        (action.accepted_by, action.accepted_on) = (None, None);
        Ok(())
    }

    /// The participants who can answer for the owner: the owner, and the deputy of a professional.
    pub(super) fn answering<'a>(
        &'a self,
        action: &'a Action,
    ) -> impl Iterator<Item = &'a Participant> {
        let owner = action.owner.as_ref();
        let by_deputy = self
            .record
            .participants
            .iter()
            .find(|p| Some(&p.id) == owner)
            .is_some_and(|p| !p.is_family_side());
        let answers = move |p: &&Participant| {
            Some(&p.id) == owner || (by_deputy && owner.is_some() && p.deputy_for.as_ref() == owner)
        };
        self.record.participants.iter().filter(answers)
    }

    /// Whether a participant may accept the action now.
    pub(super) fn may_accept(&self, action: &Action, who: &Participant) -> Applied {
        self.may_answer(who)?;
        let answer = allocation(&self.record, &self.profile, &action.id, &who.id)?;
        if answer.verdict == Verdict::Accepted {
            return Ok(());
        }
        let reasons: Vec<_> = answer.reasons.iter().map(|reason| reason.message.as_str()).collect();
        refuse(Code::OwnerRefused, "/by", reasons.join(" "))
    }

    pub(super) fn may_answer(&self, who: &Participant) -> Applied {
        match who.attended() {
            true => Ok(()),
            false => refuse(
                Code::NotThere,
                "/by",
                format!(
                    "found {}, who did not attend, expected an answer from somebody who did",
                    who.id
                ),
            ),
        }
    }

    fn answers_for<'a>(&'a self, action: &'a Action, by: Option<&Id>) -> Applied<&'a Participant> {
        let by = by.or(action.owner.as_ref());
        match self.answering(action).find(|p| Some(&p.id) == by) {
            Some(participant) => Ok(participant),
            None => refuse(
                Code::NotTheOwner,
                "/by",
                format!("found another, expected the owner of {} or their deputy", action.id),
            ),
        }
    }

    pub(in crate::session) fn accept(&mut self, c: &Accept, context: &Context<'_>) -> Applied {
        let action = self.action(&c.action, "/action")?;
        let by = self.answers_for(action, c.by.as_ref())?;
        // After the meeting the answer may come from elsewhere.
        if context.amending.is_none() {
            self.may_accept(action, by)?;
        }
        let (by, on) = (by.id.clone(), c.on.unwrap_or(context.day()));
        not_before(action, Some(on), "/on")?;
        let action = self.action_mut(&c.action)?;
        action.acceptance = Some(Acceptance::Accepted);
        (action.accepted_by, action.accepted_on) = (Some(by), Some(on));
        Ok(())
    }

    pub(in crate::session) fn decline(&mut self, c: &Decline, context: &Context<'_>) -> Applied {
        let action = self.action(&c.action, "/action")?;
        let by = self.answers_for(action, c.by.as_ref())?;
        if context.amending.is_none() {
            self.may_answer(by)?;
        }
        let action = self.action_mut(&c.action)?;
        action.acceptance = Some(Acceptance::Declined);
        (action.accepted_by, action.accepted_on) = (None, None);
        Ok(())
    }

    pub(in crate::session) fn set_due(&mut self, c: &SetDue) -> Applied {
        let mut action = self.action(&c.action, "/action")?.clone();
        action.due = Some(c.due.clone());
        due_not_before_agreed(&action)?;
        self.action_mut(&c.action)?.due = action.due;
        Ok(())
    }

    pub(in crate::session) fn update_action(
        &mut self,
        c: &UpdateAction,
        context: &Context<'_>,
    ) -> Applied {
        let done_on = (c.status == ActionStatus::Done).then(|| c.done_on.unwrap_or(context.day()));
        not_before(self.action(&c.action, "/action")?, done_on, "/done_on")?;
        let reason = match c.status {
            ActionStatus::Cancelled => {
                needed(c.reason.clone().or(context.amending.cloned()), "/reason")?
            }
            ActionStatus::Open | ActionStatus::InProgress | ActionStatus::Done => None,
        };
        let action = self.action_mut(&c.action).map_err(|_| inconsistent())?;
        action.status = c.status;
        action.done_on = done_on;
        action.cancelled_reason = reason;
        replace(&mut action.outcome, &c.outcome);
        Ok(())
    }
}

fn not_before(action: &Action, day: Option<Date>, path: &str) -> Applied {
    match day.zip(action.agreed_on) {
        Some((day, agreed)) if day < agreed => refuse(
            Code::BeforeAgreed,
            path,
            format!("found {day}, expected {agreed}, the day it was agreed, or a later day"),
        ),
        _ => Ok(()),
    }
}

fn due_not_before_agreed(action: &Action) -> Applied {
    match action.due {
        Some(Due::On(day)) if action.carried_from.is_none() => {
            not_before(action, Some(day), "/due/on")
        }
        _ => Ok(()),
    }
}
