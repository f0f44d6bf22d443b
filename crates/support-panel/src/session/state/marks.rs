//! Who may see what.

use super::{
    Applied, Context, RoundName, SittingState, has_capacity, is_lifted, nothing_to_change, refuse,
};
use crate::Id;
use crate::error::Code;
use crate::record::{EntryAmendment, Record, ScalingRound, Visibility};
use crate::session::command::{ClearMark, Mark, MarkedPart};

type Marks = (Option<Visibility>, Vec<Id>);

/// The marks of one thing, to be changed. Some are a list alone.
type MarksMut<'r> = (Option<&'r mut Option<Visibility>>, &'r mut Vec<Id>);

macro_rules! marks_of {
    ($thing:expr) => {{
        let thing = &mut $thing;
        (Some(&mut thing.visible_to), &mut thing.withheld_from)
    }};
}

impl SittingState {
    pub(in crate::session) fn mark(&mut self, c: &Mark, context: &Context<'_>) -> Applied {
        self.people_or_participants(&c.withheld_from, "/withheld_from")?;
        if c.visible_to.is_some() && c.part.is_some_and(MarkedPart::is_a_list) {
            let message = "found visible_to, expected withheld_from alone";
            return refuse(Code::UnknownKey, "/visible_to", message);
        }
        let found = self.marks_mut(c)?.into_iter();
        let before: Vec<Marks> =
            found.map(|(to, from)| (to.and_then(|to| *to), from.clone())).collect();
        let after: Vec<Marks> = before.iter().cloned().map(|marks| marked(c, marks)).collect();
        if before == after {
            return nothing_to_change();
        }
        let is_taken_off = before.iter().zip(&after).any(|(before, after)| {
            is_lifted(before.0, after.0) || before.1.iter().any(|id| !after.1.contains(id))
        });
        let why = c.why.as_ref();
        let why = if is_taken_off { context.why_lifted(why)? } else { context.why(why) };
        if is_taken_off || context.amending.is_some() {
            let (at, by) = (context.at, context.by.clone());
            let is_entrys = matches!(c.part, None | Some(MarkedPart::Settled));
            let target = c.target.as_ref().filter(|_| is_entrys);
            let mut entries = self.record.mapping.iter_mut();
            if let Some(entry) = entries.find(|entry| Some(&entry.id) == target) {
                has_capacity(&entry.amended, "/target")?;
                entry.amended.push(EntryAmendment { at, by, category: None, text: None, why });
            }
        }
        for (marks, after) in self.marks_mut(c)?.into_iter().zip(after) {
            if let Some(visible_to) = marks.0 {
                *visible_to = after.0;
            }
            *marks.1 = after.1;
        }
        Ok(())
    }

    /// The marks of whatever a command names. A participant may have dissented more than once.
    fn marks_mut(&mut self, c: &Mark) -> Applied<Vec<MarksMut<'_>>> {
        let Some(part) = c.part else { return self.marks_of_id(c.target.as_ref()) };
        let name = |scale| RoundName { scale, round: c.round.as_ref(), about: c.about.as_ref() };
        let asked = c.scale.as_ref().and_then(|scale| self.named_round(name(scale)));
        let record = &mut self.record;
        let target = c.target.as_ref();
        Ok(vec![match part {
            MarkedPart::Referral => marks_of!(record.referral),
            MarkedPart::Service => marks_of!(record.agreement.service),
            MarkedPart::Sharing => marks_of!(record.agreement.sharing),
            MarkedPart::Place => marks_of!(record.meeting.marks.place),
            MarkedPart::InquorateReason => marks_of!(record.meeting.marks.inquorate_reason),
            MarkedPart::AdjournedReason => marks_of!(record.meeting.marks.adjourned_reason),
            MarkedPart::DecisionReason => marks_of!(record.outcome.marks.reason),
            MarkedPart::Contingency => marks_of!(record.outcome.marks.contingency),
            MarkedPart::Feedback => marks_of!(record.outcome.feedback),
            MarkedPart::ChildDecision => {
                let children = &mut record.outcome.children;
                let it = children.iter_mut().find(|it| Some(&it.child) == target);
                let expected = "a child for whom something was decided";
                marks_of!(*found(it, Code::UnknownPerson, expected)?)
            }
            MarkedPart::Stage => {
                let item = record.agenda.iter_mut().find(|item| Some(&item.stage) == target);
                marks_of!(*found(
                    item,
                    Code::UnknownStage,
                    "a stage of which something is recorded"
                )?)
            }
            MarkedPart::Settled => {
                let entry = record.mapping.iter_mut().find(|entry| Some(&entry.id) == target);
                let entry = entry.filter(|entry| entry.is_settled());
                let expected = "an entry that is settled";
                marks_of!(found(entry, Code::UnknownEntry, expected)?.settled)
            }
            MarkedPart::DissentingView => {
                let said = record.outcome.dissent.iter_mut().filter(|d| Some(&d.by) == target);
                let said: Vec<_> = said.map(|dissent| marks_of!(*dissent)).collect();
                let is_any = (!said.is_empty()).then_some(said);
                return found(is_any, Code::UnknownParticipant, "a participant who dissented");
            }
            MarkedPart::Rating => {
                let mut ratings = round_mut(record, asked)?.ratings.iter_mut();
                let rating =
                    ratings.find(|r| Some(&r.by) == target && r.on_behalf_of == c.on_behalf_of);
                let expected = "a participant whose number has been shown";
                marks_of!(*found(rating, Code::NoRating, expected)?)
            }
            MarkedPart::Abstention => {
                let mut abstentions = round_mut(record, asked)?.abstentions.iter_mut();
                let abstention = abstentions.find(|abstention| Some(&abstention.by) == target);
                let expected = "a participant who gave no number";
                marks_of!(*found(abstention, Code::UnknownParticipant, expected)?)
            }
            MarkedPart::Listing => {
                let person = record.case.people.iter_mut().find(|p| Some(&p.id) == target);
                let person = found(person, Code::UnknownPerson, "a person of the case")?;
                (None, &mut person.unlisted_for)
            }
            MarkedPart::FamilyCopy => (None, &mut record.case.separate_copies),
        }])
    }

    /// The marks of whatever has an id.
    fn marks_of_id(&mut self, id: Option<&Id>) -> Applied<Vec<MarksMut<'_>>> {
        let record = &mut self.record;
        macro_rules! of {
            ($list:expr) => {
                $list.iter_mut().filter(|one| Some(&one.id) == id).map(|one| marks_of!(*one))
            };
        }
        let mut all = of!(record.mapping)
            .chain(of!(record.actions))
            .chain(of!(record.participants))
            .chain(of!(record.case.people));
        let expected = "an entry, an action, a participant or a person";
        found(all.next(), Code::UnknownEntry, expected).map(|marks| vec![marks])
    }
}

impl MarkedPart {
    /// Whether it has no mark but a list of people.
    const fn is_a_list(self) -> bool {
        matches!(self, Self::Listing | Self::FamilyCopy)
    }
}

/// What is given replaces what stood there.
fn marked(c: &Mark, (mut visible_to, mut withheld_from): Marks) -> Marks {
    for cleared in &c.clear {
        match cleared {
            ClearMark::VisibleTo => visible_to = None,
            ClearMark::WithheldFrom => withheld_from.clear(),
        }
    }
    if !c.withheld_from.is_empty() {
        withheld_from.clone_from(&c.withheld_from);
    }
    (c.visible_to.or(visible_to), withheld_from)
}

/// The round of a scale in which something was said. A number that is still sealed is in none.
fn round_mut(record: &mut Record, asked: Option<usize>) -> Applied<&mut ScalingRound> {
    match asked.and_then(|index| record.scaling.get_mut(index)) {
        Some(round) => Ok(round),
        None => refuse(
            Code::NoRound,
            "/scale",
            "found a scale that was not asked in this round, expected one that was",
        ),
    }
}

fn found<T>(found: Option<T>, code: Code, expected: &str) -> Applied<T> {
    match found {
        Some(found) => Ok(found),
        None => {
            refuse(code, "/target", format!("found no such target, expected the id of {expected}"))
        }
    }
}
