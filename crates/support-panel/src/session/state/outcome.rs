//! What the panel decides, and what follows from it.

use super::{
    Applied, Context, SittingState, has_capacity, needed, not_blank, nothing_to_change, refuse,
    replace,
};
use crate::error::Code;
use crate::record::{self, ChildDecision, PersonKind};
use crate::session::command::{
    CirculateMinutes, Decide, Dissent, FileRecord, GiveFeedback, NameLead, SetReview,
};
use crate::wire::Value;
use crate::{Date, Id};

impl SittingState {
    pub(in crate::session) fn decide(&mut self, c: &Decide) -> Applied {
        self.participants(&c.decided_by, "/decided_by")?;
        if self
            .profile
            .decision(&c.decision)
            .is_some_and(|decision| decision.needs_reason == Some(true))
        {
            needed(c.reason.clone(), "/reason")?;
        }
        match &c.child {
            Some(child) => self.decide_for(child, c)?,
            None => {
                let outcome = &mut self.record.outcome;
                outcome.decision = Some(c.decision.clone());
                outcome.reason.clone_from(&c.reason);
            }
        }
        let outcome = &mut self.record.outcome;
        outcome.decided_by = c.decided_by.clone().or_else(|| self.record.meeting.chair.clone());
        replace(&mut outcome.contingency, &c.contingency);
        Ok(())
    }

    fn decide_for(&mut self, child: &Id, c: &Decide) -> Applied {
        let mut people = self.record.case.people.iter();
        if !people.any(|it| it.id == *child && it.kind == PersonKind::Child) {
            let words = "found no such child, expected the id of a child of the case";
            return refuse(Code::UnknownPerson, "/child", words);
        }
        let children = &mut self.record.outcome.children;
        let (decision, reason) = (c.decision.clone(), c.reason.clone());
        if let Some(it) = children.iter_mut().find(|it| it.child == *child) {
            (it.decision, it.reason) = (decision, reason);
            return Ok(());
        }
        has_capacity(children, "/outcome/children")?;
        let child = child.clone();
        children.push(ChildDecision { child, decision, reason, ..ChildDecision::empty() });
        Ok(())
    }

    pub(in crate::session) fn dissent(&mut self, c: &Dissent, context: &Context<'_>) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.participants([by], "/by")?;
        not_blank(&c.view, "/view")?;
        has_capacity(&self.record.outcome.dissent, "/outcome/dissent")?;
        self.record.outcome.dissent.push(record::Dissent {
            by: by.clone(),
            view: Some(c.view.clone()),
            ..record::Dissent::empty()
        });
        Ok(())
    }

    pub(in crate::session) fn name_lead(&mut self, c: &NameLead) -> Applied {
        self.record.outcome.lead_practitioner = Some(c.participant.clone());
        Ok(())
    }

    pub(in crate::session) fn set_review(&mut self, c: &SetReview) -> Applied {
        self.not_before_meeting(Some(c.on), "/on")?;
        self.record.outcome.review_on = Some(c.on);
        Ok(())
    }

    pub(in crate::session) fn give_feedback(&mut self, c: &GiveFeedback) -> Applied {
        self.participants(&c.owner, "/owner")?;
        self.not_before_meeting(c.due_on, "/due_on")?;
        self.not_before_meeting(c.given_on, "/given_on")?;
        let feedback = &mut self.record.outcome.feedback;
        let given = [
            replace(&mut feedback.owner, &c.owner),
            replace(&mut feedback.due_on, &c.due_on),
            replace(&mut feedback.given_on, &c.given_on),
            replace(&mut feedback.how, &c.how),
        ];
        if given.contains(&true) { Ok(()) } else { nothing_to_change() }
    }

    /// The day that a command names at `/on`, else that of the stamp, which may be of a clock that is wrong.
    fn day_after_meeting(&self, on: Option<Date>, context: &Context<'_>) -> Applied<Date> {
        self.not_before_meeting(on, "/on")?;
        Ok(on.unwrap_or(context.day.max(self.record.meeting.held_on.unwrap_or(context.day))))
    }

    pub(in crate::session) fn file_record(
        &mut self,
        c: &FileRecord,
        context: &Context<'_>,
    ) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.participants([by], "/by")?;
        let on = self.day_after_meeting(c.on, context)?;
        let recording = &mut self.record.recording;
        replace(&mut recording.system, &c.system);
        replace(&mut recording.reference, &c.reference);
        recording.recorded_on = Some(on);
        recording.recorded_by = Some(by.clone());
        Ok(())
    }

    pub(in crate::session) fn circulate_minutes(
        &mut self,
        c: &CirculateMinutes,
        context: &Context<'_>,
    ) -> Applied {
        self.participants(&c.to, "/to")?;
        let on = self.day_after_meeting(c.on, context)?;
        let recording = &mut self.record.recording;
        recording.minutes_circulated_on = Some(on);
        recording.circulated_to.clone_from(&c.to);
        Ok(())
    }
}
