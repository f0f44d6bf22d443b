//! Whether someone may take an action on: the rules about owners, asked before the fact.

use crate::Date;
use crate::error::{Code, Error};
use crate::facts::{FactRef, fill};
use crate::profile::Profile;
use crate::record::{Action, Participant, Record, ServiceStatus};
use crate::rules::{OwnershipBar, ownership_bar};
use crate::view::{View, due};
use crate::wire::string_enum;
use serde::Serialize;

string_enum! {
    /// What may become of an action that is given to someone.
    pub enum Verdict {
        /// They may accept at once. That is theirs to say: nothing is accepted by this answer.
        Accepted = "accepted",
        /// It can only be proposed to them, and someone follows it up.
        Proposed = "proposed",
        /// They cannot own it.
        Refused = "refused",
    }
}

/// What would become of an action if someone were to own it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Allocation {
    /// Whether they may accept at once, be asked, or not own it.
    pub verdict: Verdict,
    /// Why, and what else to know before deciding. Never empty.
    pub reasons: Vec<Reason>,
    /// Whether someone has yet to be named to follow up the proposal.
    pub needs_chaser: bool,
    /// The day by which it is due, where that can be told.
    pub due: Option<Date>,
}

/// One reason of an allocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reason {
    /// The stable code, listed by `codes`.
    pub code: Code,
    /// The rule that would say so afterwards.
    #[cfg_attr(test, schemars(with = "Option<crate::schema::results::RuleCode>"))]
    pub rule: Option<&'static str>,
    /// One plain sentence.
    pub message: String,
}

/// Whether an owner may have an action, and on what terms. It only answers: nothing is allocated by asking.
///
/// One who attended may accept at once, unless their seat may not commit its agency. To one who did not attend it can only
/// be proposed, with someone to follow it up. One of the family side owns it by their own acceptance alone, and not once
/// the family has withdrawn from the service. A child under the age that `SP611` sets, or of unknown age, does not own
/// actions. A rule that the profile turns off gives no reason here.
///
/// ```
/// use support_panel::{Profile, Record, Verdict, allocation};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "participants": [{"id": "p-school", "kind": "professional", "attendance": "apologies"}],
///     "actions": [{"id": "a1"}]
/// }"#)?;
/// let answer = allocation(&record, &Profile::of(&record)?, "a1", "p-school")?;
/// assert_eq!(answer.verdict, Verdict::Proposed);
/// assert_eq!(answer.reasons[0].code, "did_not_attend");
/// assert!(answer.needs_chaser);
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `unknown_action` and `unknown_participant` where the record has none of that id; `profile_mismatch` where the profile
/// is not the record's.
pub fn allocation(
    record: &Record,
    profile: &Profile,
    action_id: &str,
    owner_id: &str,
) -> Result<Allocation, Error> {
    profile.must_be_of(record)?;
    let action = super::find(record, action_id)?;
    let owner = record.participants.iter().find(|participant| participant.id == *owner_id).ok_or_else(|| {
        let message = "found an id that no participant of the record has, expected one that a participant has";
        Error::new(Code::UnknownParticipant, "/participants", message)
    })?;
    let view = View::new(record, profile, None, None);
    Ok(Question { view: &view, action, owner, due: due(record, profile, action) }.answer())
}

/// The verdict, and what speaks against a better one, of things at hand.
pub(crate) fn verdict<'a>(
    view: &'a View<'a>,
    action: &'a Action,
    owner: &'a Participant,
) -> (Verdict, Vec<Reason>) {
    Question { view, action, owner, due: None }.verdict()
}

/// An action and someone who may own it.
struct Question<'a> {
    view: &'a View<'a>,
    action: &'a Action,
    owner: &'a Participant,
    due: Option<Date>,
}

impl Question<'_> {
    fn verdict(&self) -> (Verdict, Vec<Reason>) {
        let refusals = self.refusals();
        if !refusals.is_empty() {
            return (Verdict::Refused, refusals);
        }
        let obstacles = self.obstacles();
        let verdict = if obstacles.is_empty() { Verdict::Accepted } else { Verdict::Proposed };
        (verdict, obstacles)
    }

    fn answer(&self) -> Allocation {
        let (verdict, mut reasons) = self.verdict();
        if verdict == Verdict::Refused {
            return Allocation { verdict, reasons, needs_chaser: false, due: self.due };
        }
        if self.owner.is_family_side() {
            let template =
                "{owner} is of the family side: only they themselves can accept action {action}.";
            reasons.push(self.reason(Code::OwnAcceptance, Some("SP605"), template, &[]));
        } else if verdict == Verdict::Accepted {
            reasons.push(self.reason(
                Code::MayAccept,
                None,
                "{owner} attended and may accept action {action} at once.",
                &[],
            ));
        }
        reasons.extend(self.advice());
        let needs_chaser = verdict == Verdict::Proposed && self.action.chaser.is_none();
        Allocation { verdict, reasons, needs_chaser, due: self.due }
    }

    /// What keeps them from owning it at all.
    fn refusals(&self) -> Vec<Reason> {
        let over = (!self.action.is_live()).then(|| {
            self.reason(
                Code::ActionOver,
                None,
                "Action {action} is {status}.",
                &[("status", self.action.status.as_str().into())],
            )
        });
        let child = ownership_bar(self.view, self.owner).map(|bar| match bar {
            OwnershipBar::Unknown => self.reason(
                Code::ChildOfUnknownAge,
                Some("SP611"),
                "{owner} is a child whose age is not known.",
                &[],
            ),
            OwnershipBar::Under { age, until } => {
                let facts = [("age", age.into()), ("until", until.into())];
                self.reason(
                    Code::ChildTooYoung,
                    Some("SP611"),
                    "{owner} is a child of {age}; actions are for those of {until} or over.",
                    &facts,
                )
            }
        });
        let withdrawn = self.service_withdrawn().then(|| {
            let template = "The family has withdrawn from the service, so action {action} cannot rest on {owner}.";
            self.reason(Code::ServiceWithdrawn, Some("SP211"), template, &[])
        });
        let all = [over, child, withdrawn].into_iter().flatten();
        all.filter(|reason| reason.rule.is_none_or(|rule| self.view.profile.asks(rule))).collect()
    }

    /// Agreed on or before the day of the withdrawal it may stand; otherwise, or where a day is not known, it may not.
    fn service_withdrawn(&self) -> bool {
        let service = &self.view.record.agreement.service;
        let agreed_on = self.action.agreed_on.or(self.view.held_on());
        let stands =
            agreed_on.zip(service.on).is_some_and(|(agreed, withdrawn)| agreed <= withdrawn);
        self.owner.is_family_side() && service.status == Some(ServiceStatus::Withdrawn) && !stands
    }

    /// What keeps them from accepting here and now. A fact, whichever rules are asked.
    fn obstacles(&self) -> Vec<Reason> {
        let absent = (!self.owner.attended()).then(|| {
            let rule = if self.owner.is_family_side() { "SP605" } else { "SP604" };
            let template =
                "{owner} did not attend, so action {action} can only be proposed to them.";
            self.reason(Code::DidNotAttend, Some(rule), template, &[])
        });
        let seat = self.view.seat_held(self.owner).and_then(|id| self.view.profile.seat(id));
        let bound = seat.filter(|seat| seat.may_commit == Some(false)).map(|seat| {
            let template = "{owner} holds the seat {seat}, which may not commit its agency, so action {action} can only be proposed.";
            self.reason(Code::SeatMayNotCommit, Some("SP604"), template, &[("seat", (&seat.id).into())])
        });
        [absent, bound].into_iter().flatten().collect()
    }

    /// What would be better otherwise, and keeps no one from anything.
    fn advice(&self) -> Vec<Reason> {
        let View { record, profile, .. } = self.view;
        let live = || record.actions.iter().filter(|action| action.is_live());
        let over = |count: usize, limit: Option<u32>| limit.filter(|limit| count > *limit as usize);
        let theirs = live()
            .filter(|a| a.id != self.action.id && a.owner.as_ref() == Some(&self.owner.id))
            .count()
            + 1;
        let owner = over(theirs, profile.actions.max_per_owner).map(|limit| {
            let template =
                "{owner} would own {count} actions, where {limit} is the most for one owner.";
            self.reason(
                Code::OwnerLimit,
                Some("SP607"),
                template,
                &[("count", theirs.into()), ("limit", limit.into())],
            )
        });
        let count = live().count();
        let panel = over(count, profile.actions.max_per_panel).map(|limit| {
            let template = "The panel has {count} actions, where {limit} is the most.";
            self.reason(
                Code::PanelLimit,
                Some("SP607"),
                template,
                &[("count", count.into()), ("limit", limit.into())],
            )
        });
        let review =
            record.outcome.review_on.filter(|_| profile.actions.due_by_review == Some(true));
        let late =
            self.due.zip(review).filter(|(due, review)| due > review).map(|(due, review)| {
                let template = "Action {action} is due on {due}, after the review on {review}.";
                self.reason(
                    Code::DueAfterReview,
                    Some("SP603"),
                    template,
                    &[("due", due.into()), ("review", review.into())],
                )
            });
        let all = [panel, owner, late].into_iter().flatten();
        all.filter(|reason| reason.rule.is_none_or(|rule| profile.asks(rule))).collect()
    }

    fn reason(
        &self,
        code: Code,
        rule: Option<&'static str>,
        template: &'static str,
        facts: &[(&'static str, FactRef<'_>)],
    ) -> Reason {
        let both =
            [("action", FactRef::from(&self.action.id)), ("owner", FactRef::from(&self.owner.id))];
        let facts: Vec<_> = facts.iter().copied().chain(both).collect();
        Reason { code, rule, message: fill(template, &facts) }
    }
}
