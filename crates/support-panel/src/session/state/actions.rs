//! Actions: who does what by when.

use super::{
    Applied, Context, SittingState, inconsistent, is_lifted, needed, not_blank, nothing_to_change,
    refuse, replace,
};
use crate::actions::{Reason, Verdict, verdict};
use crate::error::Code;
use crate::record::{Acceptance, Action, ActionStatus, Due, Participant};
use crate::session::command::{
    Accept, AgreeAction, Allocate, AmendAction, ClearAction, Decline, SetDue, UpdateAction,
};
use crate::view::View;
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
            agreed_on: Some(context.day),
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
        self.due_not_before_agreed(&action)?;
        self.record.actions.push(action);
        let Some(owner) = &c.owner else { return Ok(()) };
        // Allocation judges an action on record, so a refused one is removed again.
        self.put_to(&c.id, owner, c.chaser.as_ref())
            .inspect_err(|_| drop(self.record.actions.pop()))
    }

    pub(in crate::session) fn amend_action(
        &mut self,
        c: &AmendAction,
        context: &Context<'_>,
    ) -> Applied {
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
        if is_lifted(before.visible_to, action.visible_to) {
            context.why_lifted(c.why.as_ref())?;
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
        let view = View::for_one(&self.record, &self.profile);
        let (answer, reasons) =
            verdict(&view, self.action(id, "/action")?, self.participant(owner, "/owner")?);
        let chaser = match answer {
            Verdict::Refused => return refuse(Code::OwnerRefused, "/owner", in_words(&reasons)),
            Verdict::Proposed if chaser.is_none() => {
                return refuse(Code::NeedsChaser, "/chaser", in_words(&reasons));
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
        let by_deputy = owner
            .and_then(|id| self.participant(id, "/owner").ok())
            .is_some_and(|owner| !owner.is_family_side());
        let answers = move |p: &&Participant| {
            Some(&p.id) == owner || (by_deputy && owner.is_some() && p.deputy_for.as_ref() == owner)
        };
        self.record.participants.iter().filter(answers)
    }

    /// Whether a participant may accept the action now.
    pub(super) fn may_accept(
        &self,
        view: &View<'_>,
        action: &Action,
        who: &Participant,
    ) -> Applied {
        self.may_answer(who)?;
        match verdict(view, action, who) {
            (Verdict::Accepted, _) => Ok(()),
            (_, reasons) => refuse(Code::OwnerRefused, "/by", in_words(&reasons)),
        }
    }

    pub(super) fn may_answer(&self, who: &Participant) -> Applied {
        match who.attended() {
            true => Ok(()),
            false => refuse(
                Code::NotThere,
                "/by",
                format!(
                    "found {}, who did not attend, expected an answer from someone who did",
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
            let view = View::for_one(&self.record, &self.profile);
            self.may_accept(&view, action, by)?;
        }
        let (by, on) = (by.id.clone(), day_after_agreed(action, c.on, "/on", context)?);
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
        self.due_not_before_agreed(&action)?;
        self.action_mut(&c.action)?.due = action.due;
        Ok(())
    }

    pub(in crate::session) fn update_action(
        &mut self,
        c: &UpdateAction,
        context: &Context<'_>,
    ) -> Applied {
        let action = self.action(&c.action, "/action")?;
        let done_on = (c.status == ActionStatus::Done)
            .then(|| day_after_agreed(action, c.done_on, "/done_on", context))
            .transpose()?;
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

    /// An action of this panel was agreed on its day, whatever a clock that was wrong says.
    fn due_not_before_agreed(&self, action: &Action) -> Applied {
        match action.due {
            Some(Due::On(day)) if action.carried_from.is_none() => {
                let held = self.record.meeting.held_on.or(action.agreed_on);
                not_before(action.agreed_on.min(held), day, "/due/on")
            }
            _ => Ok(()),
        }
    }
}

fn in_words(reasons: &[Reason]) -> String {
    reasons.iter().map(|reason| reason.message.as_str()).collect::<Vec<_>>().join(" ")
}

fn not_before(agreed: Option<Date>, day: Date, path: &str) -> Applied {
    match agreed {
        Some(agreed) if day < agreed => refuse(
            Code::BeforeAgreed,
            path,
            format!("found {day}, expected {agreed}, the day it was agreed, or a later day"),
        ),
        _ => Ok(()),
    }
}

/// The day that a command names, else that of the stamp, which may be of a clock that is wrong.
fn day_after_agreed(
    action: &Action,
    day: Option<Date>,
    path: &str,
    context: &Context<'_>,
) -> Applied<Date> {
    day.map_or(Ok(()), |day| not_before(action.agreed_on, day, path))?;
    Ok(day.unwrap_or(context.day.max(action.agreed_on.unwrap_or(context.day))))
}
