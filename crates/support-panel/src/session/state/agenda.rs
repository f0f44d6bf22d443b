//! The stages, one at a time.

use super::{Applied, Context, SittingState, has_capacity, inconsistent, not_blank, refuse};
use crate::error::Code;
use crate::record::{AgendaItem, Scale};
use crate::session::command::{EndStage, SkipStage, StartStage};
use crate::view::View;
use crate::wire::Value;
use crate::{Id, Instant};

fn new_item(stage: &Id) -> AgendaItem {
    AgendaItem { stage: stage.clone(), ..AgendaItem::empty() }
}

fn longer(paused: Option<u32>, since: Instant, until: Instant) -> Option<u32> {
    let more = u32::try_from(until.seconds_since(since)).unwrap_or(0);
    let sum = paused.unwrap_or(0).saturating_add(more).min(i32::MAX.unsigned_abs());
    (sum > 0).then_some(sum)
}

impl SittingState {
    /// The stage that runs: started and not ended.
    pub(in crate::session) fn running(&self) -> Option<&AgendaItem> {
        self.record.agenda.iter().rfind(|item| item.started_at.is_some() && item.ended_at.is_none())
    }

    fn running_mut(&mut self) -> Applied<&mut AgendaItem> {
        self.record
            .agenda
            .iter_mut()
            .rfind(|item| item.started_at.is_some() && item.ended_at.is_none())
            .ok_or_else(inconsistent)
    }

    /// Whom the profile names to lead a stage.
    fn lead_of(&self, stage: &Id) -> Option<Id> {
        let lead = self.profile.stage(stage)?.lead.as_ref()?;
        match lead.as_str() {
            "chair" => self.record.meeting.chair.clone(),
            Scale::REFERRER => self.record.referral.referrer.clone(),
            "note_taker" => self.record.meeting.note_taker.clone(),
            seat => {
                let view = View::new(&self.record, &self.profile, None, None);
                view.attended().find(|p| view.seat_held(p) == Some(seat)).map(|p| p.id.clone())
            }
        }
    }

    pub(in crate::session) fn start_stage(
        &mut self,
        c: &StartStage,
        context: &Context<'_>,
    ) -> Applied {
        self.participants(&c.led_by, "/led_by")?;
        let lead = self.lead_of(&c.stage);
        let led_by = c.led_by.clone().or_else(|| lead.clone());
        let meeting = &self.record.meeting;
        let may = [&meeting.chair, &meeting.note_taker, &lead, &led_by];
        if meeting.chair.is_some() && !may.contains(&&Some(context.by.clone())) {
            return refuse(
                Code::NotTheirs,
                "/stage",
                format!(
                    "found {}, expected the chair, the note-taker or who leads the stage",
                    context.by
                ),
            );
        }
        let skipped = |item: &&mut AgendaItem| item.stage == c.stage && !item.is_held();
        let item = match self.record.agenda.iter_mut().find(skipped) {
            Some(item) => item,
            None => self.record.agenda.push_mut(new_item(&c.stage)),
        };
        item.skipped_reason = None;
        item.led_by = led_by;
        item.started_at = Some(context.at);
        Ok(())
    }

    pub(in crate::session) fn pause(&mut self, context: &Context<'_>) -> Applied {
        self.paused_at = Some(context.at);
        Ok(())
    }

    pub(in crate::session) fn resume(&mut self, context: &Context<'_>) -> Applied {
        let since = self.paused_at.take();
        let item = self.running_mut()?;
        if let Some(since) = since {
            item.paused_seconds = longer(item.paused_seconds, since, context.at);
        }
        Ok(())
    }

    pub(in crate::session) fn end_stage(&mut self, c: &EndStage, context: &Context<'_>) -> Applied {
        self.resume(context)?;
        let item = self.running_mut()?;
        item.ended_at = Some(context.at);
        super::replace(&mut item.note, &c.note);
        Ok(())
    }

    pub(in crate::session) fn skip_stage(&mut self, c: &SkipStage) -> Applied {
        not_blank(&c.reason, "/reason")?;
        has_capacity(&self.record.agenda, "/agenda")?;
        let item = match self.record.agenda.iter_mut().find(|item| item.stage == c.stage) {
            Some(item) => item,
            None => self.record.agenda.push_mut(new_item(&c.stage)),
        };
        item.skipped_reason = Some(c.reason.clone());
        Ok(())
    }
}
