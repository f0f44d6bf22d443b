//! Opening and ending the meeting, and who is there.

use super::{Applied, Context, SittingState, not_blank, nothing_to_change, refuse, replace};
use crate::Extensions;
use crate::error::Code;
use crate::record::{Attendance, MeetingStatus, Participant};
use crate::session::command::{
    Adjourn, Amend, Apologise, Appoint, Arrive, Invite, Leave, MarkAbsent, OpenMeeting, Presence,
    ProceedInquorate,
};
use crate::session::standing::Standing;

impl SittingState {
    pub(in crate::session) fn open_meeting(
        &mut self,
        c: &OpenMeeting,
        context: &Context<'_>,
    ) -> Applied {
        self.participants([&c.chair], "/chair")?;
        self.participants(&c.note_taker, "/note_taker")?;
        let is_first = self.standing() == Standing::Before;
        let meeting = &mut self.record.meeting;
        meeting.status = Some(MeetingStatus::InProgress);
        if is_first && c.held_on.is_none() {
            // Whoever names the day has said which it is.
            let is_other = meeting.held_on.is_some_and(|planned| planned != context.day);
            meeting.opened_on = is_other.then_some(context.day);
        }
        meeting.held_on = c.held_on.or(meeting.held_on).or(Some(context.day));
        meeting.chair = Some(c.chair.clone());
        replace(&mut meeting.note_taker, &c.note_taker);
        Ok(())
    }

    pub(in crate::session) fn appoint(&mut self, c: &Appoint) -> Applied {
        self.participants(&c.chair, "/chair")?;
        self.participants(&c.note_taker, "/note_taker")?;
        let meeting = &mut self.record.meeting;
        let given = [
            replace(&mut meeting.chair, &c.chair),
            replace(&mut meeting.note_taker, &c.note_taker),
        ];
        if given.contains(&true) { Ok(()) } else { nothing_to_change() }
    }

    pub(in crate::session) fn invite(&mut self, c: &Invite) -> Applied {
        self.unused(&c.id)?;
        self.people(&c.person, "/person")?;
        self.participants(&c.deputy_for, "/deputy_for")?;
        if let Some(seat) = &c.seat
            && !self.profile.seats.is_empty()
            && self.profile.seat(seat).is_none()
        {
            return refuse(
                Code::UnknownSeat,
                "/seat",
                "found a seat that the profile does not have, expected one of its seats",
            );
        }
        self.record.participants.push(Participant {
            id: c.id.clone(),
            kind: c.kind,
            name: c.name.clone(),
            agency: c.agency.clone(),
            seat: c.seat.clone(),
            person: c.person.clone(),
            attendance: Some(Attendance::Invited),
            deputy_for: c.deputy_for.clone(),
            written_update: None,
            arrived_at: None,
            left_at: None,
            visible_to: None,
            withheld_from: Vec::new(),
            extensions: Extensions::default(),
        });
        Ok(())
    }

    pub(in crate::session) fn arrive(&mut self, c: &Arrive, context: &Context<'_>) -> Applied {
        self.participants(&c.deputy_for, "/deputy_for")?;
        if c.deputy_for.as_ref() == Some(&c.participant) {
            return refuse(
                Code::UnknownParticipant,
                "/deputy_for",
                "found the participant's own id, expected another's",
            );
        }
        c.name.as_ref().map_or(Ok(()), |name| not_blank(name, "/name"))?;
        // A participant who was there when the first stage began has no time of arrival.
        let late = context.amending.is_none()
            && self.record.agenda.iter().any(|item| item.started_at.is_some());
        let participant = self.participant_mut(&c.participant, "/participant")?;
        if late && !participant.attended() {
            participant.arrived_at = Some(context.at);
        }
        participant.left_at = None;
        participant.attendance = Some(match c.how.unwrap_or(Presence::Present) {
            Presence::Present => Attendance::Present,
            Presence::Remote => Attendance::Remote,
        });
        replace(&mut participant.deputy_for, &c.deputy_for);
        replace(&mut participant.name, &c.name);
        Ok(())
    }

    fn did_not_come(&mut self, id: &str, how: Attendance) -> Applied<&mut Participant> {
        let participant = self.participant_mut(id, "/participant")?;
        participant.attendance = Some(how);
        (participant.arrived_at, participant.left_at) = (None, None);
        Ok(participant)
    }

    pub(in crate::session) fn apologise(&mut self, c: &Apologise) -> Applied {
        let participant = self.did_not_come(&c.participant, Attendance::Apologies)?;
        replace(&mut participant.written_update, &c.written_update);
        Ok(())
    }

    pub(in crate::session) fn mark_absent(&mut self, c: &MarkAbsent) -> Applied {
        self.did_not_come(&c.participant, Attendance::Absent).map(drop)
    }

    pub(in crate::session) fn leave(&mut self, c: &Leave, context: &Context<'_>) -> Applied {
        self.participant_mut(&c.participant, "/participant")?.left_at = Some(context.at);
        Ok(())
    }

    pub(in crate::session) fn proceed_inquorate(&mut self, c: &ProceedInquorate) -> Applied {
        not_blank(&c.reason, "/reason")?;
        self.record.meeting.inquorate_reason = Some(c.reason.clone());
        Ok(())
    }

    pub(in crate::session) fn adjourn(&mut self, c: &Adjourn) -> Applied {
        not_blank(&c.reason, "/reason")?;
        self.not_before_meeting(c.reconvene_on, "/reconvene_on")?;
        let meeting = &mut self.record.meeting;
        meeting.status = Some(MeetingStatus::Adjourned);
        meeting.adjourned_reason = Some(c.reason.clone());
        meeting.reconvene_on = c.reconvene_on;
        Ok(())
    }

    pub(in crate::session) fn conclude(&mut self) -> Applied {
        self.record.meeting.status = Some(MeetingStatus::Concluded);
        Ok(())
    }

    /// After the meeting, one change with the reason for it.
    pub(in crate::session) fn amend(&mut self, c: &Amend, context: &Context<'_>) -> Applied {
        not_blank(&c.why, "/why")?;
        let kind = c.change.kind();
        if !kind.spec().amendable {
            return refuse(
                Code::NotAmendable,
                "/change/type",
                format!("found {kind}, expected a command that changes what is on record"),
            );
        }
        let within = Context { amending: Some(&c.why), ..*context };
        self.perform(&c.change, &within).map_err(|refusal| refusal.under("/change"))
    }
}
