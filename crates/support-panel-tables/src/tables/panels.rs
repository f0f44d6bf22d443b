use super::context::Context;
use super::table;
use crate::column::{Day, Flag, Long, Maybe, Plain, Recurring, Time, Utf8, Whole, Word};
use support_panel::Severity;
use support_panel::people::{council_agency, quorum_of};
use support_panel::profile::Direction;
use support_panel::record::{MeetingKind, MeetingStatus, PersonKind, ServiceStatus, Side, Views};

table! {
    /// One row for each record that was read: the panel as a whole.
    panels<'a> {
        /// The record's id, which joins the tables.
        record_id: Utf8,
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The id of the profile that the panel ran under.
        profile_id: Recurring,
        /// The version of that profile.
        profile_version: Recurring,
        /// The case's reference, which joins the panels of one family.
        case_reference: Utf8,
        /// The case's status, as the profile names it.
        case_status: Maybe<Recurring>,
        /// The day the referral form came in.
        received_on: Maybe<Plain<Day>>,
        /// The day the mapping template came in.
        mapping_received_on: Maybe<Plain<Day>>,
        /// The participant who refers.
        referrer: Maybe<Utf8>,
        /// The agency that the referrer comes for, as the profile names it; empty where it is another, which is free text.
        referrer_agency: Maybe<Recurring>,
        /// How agreement to the service stands.
        service_status: Maybe<Word<ServiceStatus>>,
        /// The day from which it stands so.
        service_on: Maybe<Plain<Day>>,
        /// The lawful basis for sharing information.
        lawful_basis: Maybe<Recurring>,
        /// The condition for sharing special category data.
        special_category_condition: Maybe<Recurring>,
        /// Whether the family was told what is shared.
        family_told: Maybe<Flag>,
        /// How far the meeting has come.
        meeting_status: Word<MeetingStatus>,
        /// A first panel or a review.
        kind: Maybe<Word<MeetingKind>>,
        /// The day the panel is held.
        held_on: Maybe<Plain<Day>>,
        /// When the first stage began.
        started_at: Maybe<Plain<Time>>,
        /// When the last stage ended.
        ended_at: Maybe<Plain<Time>>,
        /// The participant in the chair.
        chair: Maybe<Utf8>,
        /// The participant who takes notes.
        note_taker: Maybe<Utf8>,
        /// The id of the record of the panel before.
        previous: Maybe<Utf8>,
        /// The day on which an adjourned panel meets again.
        reconvene_on: Maybe<Plain<Day>>,
        /// How many people the case has.
        people: Plain<Whole>,
        /// How many of them are children whom the panel is about.
        children: Plain<Whole>,
        /// How many of those children came or had their view gathered in another way.
        children_heard: Plain<Whole>,
        /// How many were invited.
        participants: Plain<Whole>,
        /// How many of them attended, in the room or remote.
        attended: Plain<Whole>,
        /// How many of those who attended are of the family side.
        attended_family: Plain<Whole>,
        /// How many of those who attended are professionals.
        attended_professional: Plain<Whole>,
        /// Whether the quorum was met; empty of a panel that has not begun, and where the council asks for none.
        quorate: Maybe<Flag>,
        /// How many entries are on the map, withdrawn ones not counted.
        entries: Plain<Whole>,
        /// How many times a scale was asked.
        sittings: Plain<Whole>,
        /// How many numbers were given.
        ratings: Plain<Whole>,
        /// How many times someone who was asked gave no number.
        abstentions: Plain<Whole>,
        /// How many actions there are, cancelled ones among them.
        actions: Plain<Whole>,
        /// The decision, as the profile names it.
        decision: Maybe<Recurring>,
        /// What the profile calls that decision.
        decision_label: Maybe<Recurring>,
        /// Which way the decision takes the family's support, where the profile has that decision.
        direction: Maybe<Word<Direction>>,
        /// How many children have a decision of their own.
        children_decided: Plain<Whole>,
        /// The participant who decided.
        decided_by: Maybe<Utf8>,
        /// How many saw it otherwise, and had that recorded.
        dissents: Plain<Whole>,
        /// The participant who leads the work with the family.
        lead_practitioner: Maybe<Utf8>,
        /// The day of the review.
        review_on: Maybe<Plain<Day>>,
        /// The participant who tells the family of the outcome.
        feedback_owner: Maybe<Utf8>,
        /// The day by which the family is to be told.
        feedback_due_on: Maybe<Plain<Day>>,
        /// The day the family was told.
        feedback_given_on: Maybe<Plain<Day>>,
        /// The day the panel was entered in the case system.
        recorded_on: Maybe<Plain<Day>>,
        /// The participant who entered it.
        recorded_by: Maybe<Utf8>,
        /// The day the minutes went out.
        minutes_circulated_on: Maybe<Plain<Day>>,
        /// How many participants they went to.
        circulated_to: Plain<Whole>,
        /// How many findings are errors.
        errors: Plain<Whole>,
        /// How many findings are warnings.
        warnings: Plain<Whole>,
        /// How many findings are advice.
        advice: Plain<Whole>,
        /// Why the panel is asked.
        [text] referral_reason: Maybe<Utf8>,
        /// The worker's goal for the panel.
        [text] best_hopes: Maybe<Utf8>,
        /// The short summary that the worker gives.
        [text] background: Maybe<Utf8>,
        /// The question of the referrer's own scale.
        [text] referrer_prompt: Maybe<Utf8>,
        /// Why agreement to the service was not given.
        [text] service_reason: Maybe<Utf8>,
        /// More on sharing, for example why the family was not told.
        [text] sharing_note: Maybe<Utf8>,
        /// Why the panel went on without a quorum.
        [text] inquorate_reason: Maybe<Utf8>,
        /// Why it was adjourned.
        [text] adjourned_reason: Maybe<Utf8>,
        /// Why the panel decided as it did.
        [text] decision_reason: Maybe<Utf8>,
        /// What happens if the plan does not hold.
        [text] contingency: Maybe<Utf8>,
        /// In what way the family hears of the outcome.
        [text] feedback_how: Maybe<Utf8>,
        /// The council's own data on the record, as JSON.
        [text] extensions: Maybe<Utf8>,
    }
}

pub(super) fn add(panels: &mut Columns, context: &Context<'_>) {
    let record = context.record();
    let (referral, agreement, meeting, outcome) =
        (&record.referral, &record.agreement, &record.meeting, &record.outcome);
    let people = &record.case.people;
    let children = || people.iter().filter(|person| person.kind == PersonKind::Child);
    let attended = || record.participants.iter().filter(|participant| participant.attended());
    let mut came: Vec<&str> = attended().filter_map(|one| one.person.as_deref()).collect();
    came.sort_unstable();
    let attended_from = |side| attended().filter(|participant| participant.side() == side).count();
    let decision = outcome.decision.as_deref().and_then(|id| context.profile().decision(id));
    let status = meeting.status.unwrap_or(MeetingStatus::Planned);
    let has_begun = status != MeetingStatus::Planned;
    let found =
        |severity| context.findings.iter().filter(|finding| finding.severity == severity).count();
    panels.push(Row {
        record_id: context.id(),
        file: context.file(),
        line: context.line,
        profile_id: &record.profile.id,
        profile_version: &record.profile.version,
        case_reference: &record.case.reference,
        case_status: record.case.status.as_deref(),
        received_on: referral.received_on,
        mapping_received_on: referral.mapping_received_on,
        referrer: referral.referrer.as_deref(),
        referrer_agency: context
            .participant(referral.referrer.as_ref())
            .and_then(|referrer| council_agency(&context.view, referrer)),
        service_status: agreement.service.status,
        service_on: agreement.service.on,
        lawful_basis: agreement.sharing.lawful_basis.as_deref(),
        special_category_condition: agreement.sharing.special_category_condition.as_deref(),
        family_told: agreement.sharing.family_told,
        meeting_status: status,
        kind: meeting.kind,
        held_on: meeting.held_on,
        started_at: record
            .agenda
            .iter()
            .filter_map(|stage| stage.started_at)
            .min_by_key(|at| at.moment()),
        ended_at: record
            .agenda
            .iter()
            .filter_map(|stage| stage.ended_at)
            .max_by_key(|at| at.moment()),
        chair: meeting.chair.as_deref(),
        note_taker: meeting.note_taker.as_deref(),
        previous: meeting.previous.as_deref(),
        reconvene_on: meeting.reconvene_on,
        people: people.len(),
        children: children().count(),
        children_heard: children()
            .filter(|child| {
                child.views.is_some_and(|views| views != Views::NotSought)
                    || came.binary_search(&&*child.id).is_ok()
            })
            .count(),
        participants: record.participants.len(),
        attended: attended().count(),
        attended_family: attended_from(Side::Family),
        attended_professional: attended_from(Side::Professional),
        quorate: has_begun.then(|| quorum_of(&context.view)).flatten().map(|count| count.is_met),
        entries: record.mapping.iter().filter(|entry| entry.is_on_map()).count(),
        sittings: record.scaling.len(),
        ratings: record.scaling.iter().map(|sitting| sitting.ratings.len()).sum(),
        abstentions: record.scaling.iter().map(|sitting| sitting.abstentions.len()).sum(),
        actions: record.actions.len(),
        decision: outcome.decision.as_deref(),
        decision_label: decision
            .and_then(|decision| decision.label.as_ref())
            .map(|label| label.as_str()),
        direction: decision.map(|decision| decision.direction),
        children_decided: outcome.children.len(),
        decided_by: outcome.decided_by.as_deref(),
        dissents: outcome.dissent.len(),
        lead_practitioner: outcome.lead_practitioner.as_deref(),
        review_on: outcome.review_on,
        feedback_owner: outcome.feedback.owner.as_deref(),
        feedback_due_on: outcome.feedback.due_on,
        feedback_given_on: outcome.feedback.given_on,
        recorded_on: record.recording.recorded_on,
        recorded_by: record.recording.recorded_by.as_deref(),
        minutes_circulated_on: record.recording.minutes_circulated_on,
        circulated_to: record.recording.circulated_to.len(),
        errors: found(Severity::Error),
        warnings: found(Severity::Warning),
        advice: found(Severity::Advice),
        referral_reason: referral.reason.as_ref().map(|text| text.as_str()),
        best_hopes: referral.best_hopes.as_ref().map(|text| text.as_str()),
        background: referral.background.as_ref().map(|text| text.as_str()),
        referrer_prompt: referral
            .scale
            .as_ref()
            .and_then(|scale| scale.prompt.as_ref())
            .map(|text| text.as_str()),
        service_reason: agreement.service.reason.as_ref().map(|text| text.as_str()),
        sharing_note: agreement.sharing.note.as_ref().map(|text| text.as_str()),
        inquorate_reason: meeting.inquorate_reason.as_ref().map(|text| text.as_str()),
        adjourned_reason: meeting.adjourned_reason.as_ref().map(|text| text.as_str()),
        decision_reason: outcome.reason.as_ref().map(|text| text.as_str()),
        contingency: outcome.contingency.as_ref().map(|text| text.as_str()),
        feedback_how: outcome.feedback.how.as_ref().map(|text| text.as_str()),
        extensions: record.extensions.as_json(),
    });
}
