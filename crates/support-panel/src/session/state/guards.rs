//! The guards of the commands: whether one would be accepted for its target now.

use super::{Applied, SittingState, Target, has_capacity, inconsistent, refuse};
use crate::actions::{Verdict, verdict};
use crate::error::Code;
use crate::lookup::{Ids, Key};
use crate::record::{
    Acceptance, Action, Category, Entry, Participant, PersonKind, Scale, ScalingRound, Subject,
};
use crate::rules::ownership_bar;
use crate::session::command::CommandType;
use crate::session::command_table::Author;
use crate::session::standing::Standing;
use crate::view::View;
use crate::{Id, Label};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The command has no possible target.
fn nothing<T>(code: Code, words: &'static str) -> Applied<T> {
    refuse(code, "", words)
}

/// The key of a round: scale, label, danger.
type Round<'a> = (&'a str, Option<&'a Label>, Option<&'a Id>);

/// The guards of the commands over one state. For one command they search the record; for all
/// commands they build each index once.
pub(in crate::session) struct Guards<'a> {
    state: &'a SittingState,
    for_all: bool,
    view: OnceCell<View<'a>>,
    rounds: OnceCell<BTreeMap<Round<'a>, usize>>,
    answering: OnceCell<Vec<[Option<usize>; Category::ALL.len()]>>,
    held: OnceCell<Vec<bool>>,
    owners: OnceCell<Vec<&'a Participant>>,
    answering_for: OnceCell<BTreeMap<&'a str, Vec<&'a Participant>>>,
}

impl<'a> Guards<'a> {
    pub(super) fn for_one(state: &'a SittingState) -> Self {
        Self {
            state,
            for_all: false,
            view: OnceCell::new(),
            rounds: OnceCell::new(),
            answering: OnceCell::new(),
            held: OnceCell::new(),
            owners: OnceCell::new(),
            answering_for: OnceCell::new(),
        }
    }

    pub(in crate::session) fn for_all(state: &'a SittingState) -> Self {
        Self { for_all: true, ..Self::for_one(state) }
    }

    fn view(&self) -> &View<'a> {
        self.view.get_or_init(|| View::new(&self.state.record, &self.state.profile, None, None))
    }

    fn entry(&self, id: &Id, path: &str) -> Applied<&'a Entry> {
        match self
            .for_all
            .then(|| self.view().entry(id))
            .flatten()
            .filter(|entry| entry.is_on_map())
        {
            Some(entry) => Ok(entry),
            None => self.state.entry(id, path),
        }
    }

    fn round_index(&self, target: &Target) -> Option<usize> {
        let (id, round, about) = (
            target.scale.as_deref().unwrap_or_default(),
            target.round.as_ref(),
            target.about.as_ref(),
        );
        if !self.for_all {
            return self.state.round_index(id, round, about);
        }
        let of_each = || {
            let mut indexes = BTreeMap::new();
            for (index, round) in self.state.record.scaling.iter().enumerate() {
                indexes
                    .entry((round.scale.as_str(), round.round.as_ref(), round.about.as_ref()))
                    .or_insert(index);
            }
            indexes
        };
        self.rounds.get_or_init(of_each).get(&(id, round, about)).copied()
    }

    /// Whether a command would be accepted for a target now, its other members being in order.
    pub(in crate::session) fn ask(&self, kind: CommandType, target: &Target) -> Applied {
        if self.state.record.participants.is_empty() && kind.spec().by != Author::Newcomer {
            return nothing(
                Code::UnknownParticipant,
                "found no one invited, expected a participant",
            );
        }
        kind.guard(self, target)
    }

    pub(in crate::session) fn one_more_participant(&self) -> Applied {
        has_capacity(&self.state.record.participants, "/participants")
    }

    pub(in crate::session) fn one_more_entry(&self) -> Applied {
        has_capacity(&self.state.record.mapping, "/mapping")
    }

    pub(in crate::session) fn one_more_action(&self) -> Applied {
        has_capacity(&self.state.record.actions, "/actions")
    }

    pub(in crate::session) fn nothing_sealed(&self) -> Applied {
        match self.state.sealed.len() {
            0 => Ok(()),
            count => refuse(
                Code::StillSealed,
                "",
                format!("found {count} numbers that are still sealed, expected them revealed"),
            ),
        }
    }

    pub(in crate::session) fn participant(&self, target: &Target) -> Applied<&'a Participant> {
        let id = target.participant.as_deref().unwrap_or_default();
        match self.for_all.then(|| self.view().participant(id)).flatten() {
            Some(participant) => Ok(participant),
            None => self.state.participant(id, "/participant"),
        }
    }

    pub(in crate::session) fn attended(&self, target: &Target) -> Applied {
        match self.participant(target)? {
            p if p.attended() => Ok(()),
            p => refuse(
                Code::NotThere,
                "/participant",
                format!("found {}, who did not attend", p.id),
            ),
        }
    }

    pub(in crate::session) fn person(&self, target: &Target) -> Applied {
        match &target.person {
            Some(id) if self.for_all && self.view().person(id).is_some() => Ok(()),
            Some(id) => self.state.people([id], "/person"),
            None => nothing(Code::UnknownPerson, "found no one in the case, expected a person"),
        }
    }

    pub(in crate::session) fn decision(&self, target: &Target) -> Applied {
        let profile = &self.state.profile;
        match &target.decision {
            Some(id) if !profile.decisions.is_empty() && profile.decision(id).is_none() => refuse(
                Code::UnknownDecision,
                "/decision",
                "found a decision that the profile does not have, expected one of its decisions",
            ),
            Some(_) | None => Ok(()),
        }
    }

    pub(in crate::session) fn stage(&self, target: &Target) -> Applied {
        let SittingState { record, profile, .. } = self.state;
        has_capacity(&record.agenda, "/agenda")?;
        let Some(stage) = &target.stage else { return Ok(()) };
        if !profile.agenda.is_empty() && profile.stage(stage).is_none() {
            return refuse(
                Code::UnknownStage,
                "/stage",
                "found a stage that the profile does not have, expected one of its stages",
            );
        }
        Ok(())
    }

    pub(in crate::session) fn stage_not_held(&self, target: &Target) -> Applied {
        self.stage(target)?;
        match &target.stage {
            Some(stage) if self.is_held(stage) => refuse(
                Code::StageHeld,
                "/stage",
                format!("found {stage}, which has been held, expected one that has not"),
            ),
            Some(_) | None => Ok(()),
        }
    }

    fn is_held(&self, stage: &Id) -> bool {
        let SittingState { record, profile, .. } = self.state;
        let held = record.agenda.iter().filter(|item| item.is_held());
        let Some(index) = profile.stage_index(stage).filter(|_| self.for_all) else {
            return held.into_iter().any(|item| item.stage == *stage);
        };
        let of_each = || {
            let mut of_each = vec![false; profile.agenda.len()];
            for index in held.filter_map(|item| profile.stage_index(&item.stage)) {
                of_each.get_mut(index).into_iter().for_each(|held| *held = true);
            }
            of_each
        };
        self.held.get_or_init(of_each).get(index) == Some(&true)
    }

    pub(in crate::session) fn entry_on_map(&self, target: &Target) -> Applied<&'a Entry> {
        match &target.entry {
            Some(id) => self.entry(id, "/entry"),
            None => nothing(Code::UnknownEntry, "found nothing on the map, expected an entry"),
        }
    }

    pub(in crate::session) fn settleable(&self, target: &Target) -> Applied {
        let entry = self.entry_on_map(target)?;
        if matches!(entry.category, Category::Goal | Category::FutureDanger) {
            return Ok(());
        }
        refuse(
            Code::CannotSettle,
            "/entry",
            format!(
                "found {}, which is {}, expected a goal or a future_danger",
                entry.id, entry.category
            ),
        )
    }

    pub(in crate::session) fn movable(&self, target: &Target) -> Applied {
        let entry = self.entry_on_map(target)?;
        let others = Category::ALL
            .iter()
            .copied()
            .filter(|to| *to != entry.category && self.state.has_category(*to));
        let mut last = None;
        for to in others {
            match self.hindering(entry, to) {
                None => return Ok(()),
                Some(other) => last = Some((other, to)),
            }
        }
        match last {
            Some((other, to)) => still_answered(entry, other, to),
            None => {
                nothing(Code::UnknownCategory, "found no other category in the profile's columns")
            }
        }
    }

    /// The first entry whose answer would forbid another to move to a category.
    fn hindering(&self, entry: &Entry, to: Category) -> Option<&'a Entry> {
        if !self.for_all {
            return self.state.hindering(entry, to);
        }
        let firsts = self.answering(entry)?.iter().zip(Category::ALL);
        let hinders = firsts
            .filter(|(_, from)| !from.may_answer().contains(&to))
            .filter_map(|(index, _)| *index);
        self.state.record.mapping.get(hinders.min()?)
    }

    /// For each category, the index of the first entry on the map that answers an entry.
    fn answering(&self, entry: &Entry) -> Option<&[Option<usize>; Category::ALL.len()]> {
        let of_each = || {
            let mut of_each = vec![[None; Category::ALL.len()]; self.state.record.mapping.len()];
            for (index, other) in self.view().map() {
                for answered in other.answers.iter().filter_map(|id| self.view().entry_index(id)) {
                    let of_category = of_each
                        .get_mut(answered)
                        .and_then(|first| first.get_mut(other.category as usize));
                    of_category.into_iter().for_each(|first| *first = first.or(Some(index)));
                }
            }
            of_each
        };
        self.answering.get_or_init(of_each).get(self.view().entry_index(&entry.id)?)
    }

    pub(in crate::session) fn round_to_open(&self, target: &Target) -> Applied {
        let SittingState { record, profile, .. } = self.state;
        has_capacity(&record.scaling, "/scaling")?;
        let Some(id) = &target.scale else {
            return nothing(
                Code::UnknownScale,
                "found no scale to ask, expected one of the profile",
            );
        };
        let Some(scale) = profile.scale_of(record, id) else { return unknown_scale() };
        self.fits_about(scale, target.about.as_ref())?;
        match self.round_index(target) {
            Some(_) => refuse(
                Code::RoundOpen,
                "/scale",
                format!("found {id}, which has been asked in this round, expected another"),
            ),
            None => Ok(()),
        }
    }

    /// What a scale may be asked about: a danger, a child, or nothing, as it says.
    fn fits_about(&self, scale: &Scale, about: Option<&Id>) -> Applied {
        match (scale.subject, about) {
            (Subject::Overall, None) => Ok(()),
            (Subject::Entry, Some(id))
                if self.entry(id, "/about")?.category == Category::FutureDanger =>
            {
                Ok(())
            }
            (Subject::Entry, _) => refuse(
                Code::CannotAnswer,
                "/about",
                "found no danger, expected the one that the scale is asked about",
            ),
            (Subject::Child, Some(id))
                if self.view().person(id).is_some_and(|it| it.kind == PersonKind::Child) =>
            {
                Ok(())
            }
            (Subject::Child, _) => refuse(
                Code::CannotAnswer,
                "/about",
                "found no child, expected the one that the scale is asked about",
            ),
            (Subject::Overall, Some(_)) => refuse(
                Code::CannotAnswer,
                "/about",
                "found an entry, expected none: the scale is about the whole",
            ),
        }
    }

    /// The round that a target names, and its scale.
    fn asked(&self, target: &Target) -> Applied<(usize, &'a ScalingRound, &'a Scale)> {
        let SittingState { record, profile, .. } = self.state;
        let id = target.scale.as_deref().unwrap_or_default();
        let Some(index) = self.round_index(target) else {
            return refuse(
                Code::NoRound,
                "/scale",
                "found a scale that was not asked in this round, expected one that was",
            );
        };
        let round = record.scaling.get(index).ok_or_else(inconsistent)?;
        match profile.scale_of(record, id) {
            Some(scale) => Ok((index, round, scale)),
            None => unknown_scale(),
        }
    }

    fn attending(&self) -> impl Iterator<Item = &'a Participant> {
        self.state.record.participants.iter().filter(|p| p.attended())
    }

    pub(in crate::session) fn somebody_to_rate(&self, target: &Target) -> Applied {
        self.asked(target)?;
        match self.attending().next() {
            Some(_) => Ok(()),
            None => refuse(Code::NotThere, "/by", "found no one who attended"),
        }
    }

    pub(in crate::session) fn somebody_rated(&self, target: &Target) -> Applied {
        let (index, _, scale) = self.asked(target)?;
        match self.state.ratings_in(index).next() {
            Some(_) => Ok(()),
            None => {
                refuse(Code::NoRating, "/scale", format!("found no number on {} yet", scale.id))
            }
        }
    }

    pub(in crate::session) fn somebody_to_abstain(&self, target: &Target) -> Applied {
        self.somebody_to_rate(target)?;
        let (index, round, _) = self.asked(target)?;
        let own = self.state.ratings_in(index).filter(|rating| rating.is_own());
        let answered: Ids<'_> = own
            .map(|rating| &rating.by)
            .chain(round.abstentions.iter().map(|abstention| &abstention.by))
            .map(|by| Key::new(by.as_str()))
            .collect();
        match self.attending().any(|p| !answered.has(&p.id)) {
            true => Ok(()),
            false => refuse(
                Code::AlreadyRated,
                "/by",
                "found that all who attended have given a number or abstained",
            ),
        }
    }

    pub(in crate::session) fn round_to_reveal(&self, target: &Target) -> Applied {
        let (_, round, scale) = self.asked(target)?;
        if scale.independent != Some(true) {
            return refuse(
                Code::NotIndependent,
                "/scale",
                format!("found {}, on which nothing is sealed", scale.id),
            );
        }
        match round.revealed_at {
            None => Ok(()),
            Some(_) => refuse(
                Code::AlreadyRevealed,
                "/scale",
                format!("found numbers on {} that have been shown", scale.id),
            ),
        }
    }

    pub(in crate::session) fn action(&self, target: &Target) -> Applied<&'a Action> {
        let Some(id) = &target.action else {
            return nothing(Code::UnknownAction, "found no action, expected one");
        };
        match self.for_all.then(|| self.view().action(id)).flatten() {
            Some(action) => Ok(action),
            None => self.state.action(id, "/action"),
        }
    }

    pub(in crate::session) fn live_action(&self, target: &Target) -> Applied<&'a Action> {
        let action = self.action(target)?;
        if action.is_live() {
            return Ok(action);
        }
        refuse(
            Code::ActionClosed,
            "/action",
            format!("found {}, which is {}, expected one that is open", action.id, action.status),
        )
    }

    pub(in crate::session) fn action_to_allocate(&self, target: &Target) -> Applied {
        let action = self.live_action(target)?;
        if self.has_owner_for(action) {
            return Ok(());
        }
        refuse(
            Code::OwnerRefused,
            "/owner",
            format!("found no one among the participants who could own {}", action.id),
        )
    }

    /// An action that waits for an answer other than the one it has.
    fn action_to_answer(
        &self,
        target: &Target,
        answered: Acceptance,
        code: Code,
        words: &str,
    ) -> Applied<&'a Action> {
        let action = self.live_action(target)?;
        let id = &action.id;
        if action.owner.is_none() {
            return refuse(
                Code::NoOwner,
                "/action",
                format!("found {id} without an owner, expected one that someone was asked to do"),
            );
        }
        if action.acceptance == Some(answered) {
            return refuse(code, "/action", format!("found {id}, which was {words}"));
        }
        Ok(action)
    }

    pub(in crate::session) fn action_to_accept(&self, target: &Target) -> Applied {
        let (is, code) = (Acceptance::Accepted, Code::AlreadyAccepted);
        let action = self.action_to_answer(target, is, code, "taken on")?;
        self.answered_by_somebody(
            action,
            &|who| who.attended() && self.verdict(action, who) == Verdict::Accepted,
            &|who| self.state.may_accept(self.view(), action, who),
        )
    }

    pub(in crate::session) fn action_to_decline(&self, target: &Target) -> Applied {
        let (is, code) = (Acceptance::Declined, Code::AlreadyDeclined);
        let action = self.action_to_answer(target, is, code, "turned down")?;
        self.answered_by_somebody(action, &|who| who.attended(), &|who| self.state.may_answer(who))
    }

    /// Whether any participant could own an action.
    fn has_owner_for(&self, action: &Action) -> bool {
        let participants = &self.state.record.participants;
        let owners = || {
            let mut owners = Vec::new();
            participants.iter().for_each(|who| self.add_unlike(&mut owners, who));
            owners
        };
        self.owners.get_or_init(owners).iter().any(|p| self.verdict(action, p) != Verdict::Refused)
    }

    /// An id used twice means its first participant.
    fn meant<'p>(&'p self, who: &'p Participant) -> &'p Participant {
        self.view().participant(&who.id).unwrap_or(who)
    }

    fn verdict(&self, action: &Action, who: &Participant) -> Verdict {
        #[cfg(test)]
        crate::session::cost::count();
        verdict(self.view(), action, self.meant(who)).0
    }

    /// Adds a participant, unless one is there about whom the same is to be said of every action.
    fn add_unlike(&self, to: &mut Vec<&'a Participant>, who: &'a Participant) {
        let said = |who: &Participant| {
            let (view, meant) = (self.view(), self.meant(who));
            let seat = view.seat_held(meant).and_then(|id| view.profile.seat(id));
            let may_commit = seat.and_then(|seat| seat.may_commit) != Some(false);
            let bar = ownership_bar(view, meant).is_some();
            (who.attended(), meant.attended(), meant.is_family_side(), bar, may_commit)
        };
        let own = said(who);
        if to.iter().all(|other| said(other) != own) {
            to.push(who);
        }
    }

    /// As [`SittingState::answering`]: the first who can answer for the owner, and one of each kind.
    fn answering_for(&self, action: &'a Action) -> Vec<&'a Participant> {
        if !self.for_all {
            return self.state.answering(action).collect();
        }
        let of_each = || {
            let mut of_each: BTreeMap<&str, Vec<&Participant>> = BTreeMap::new();
            for who in &self.state.record.participants {
                let owner = who.deputy_for.as_ref().filter(|id| {
                    self.view().participant(id).is_some_and(|owner| !owner.is_family_side())
                });
                for owner in [Some(&who.id), owner].into_iter().flatten() {
                    self.add_unlike(of_each.entry(owner).or_default(), who);
                }
            }
            of_each
        };
        let owner = action.owner.as_deref().unwrap_or_default();
        self.answering_for.get_or_init(of_each).get(owner).cloned().unwrap_or_default()
    }

    /// Whether anyone who can answer for the owner may do so now; else why the first may not. After
    /// the meeting the answer may come from elsewhere.
    fn answered_by_somebody(
        &self,
        action: &'a Action,
        may: &dyn Fn(&Participant) -> bool,
        why_not: &dyn Fn(&Participant) -> Applied,
    ) -> Applied {
        if self.state.standing() == Standing::Concluded {
            return Ok(());
        }
        let answering = self.answering_for(action);
        let Some(first) = answering.first().copied() else {
            return refuse(
                Code::NotTheOwner,
                "/action",
                format!("found {} with an owner who is not among the participants", action.id),
            );
        };
        if answering.into_iter().any(may) { Ok(()) } else { why_not(first) }
    }
}

fn unknown_scale<T>() -> Applied<T> {
    refuse(
        Code::UnknownScale,
        "/scale",
        "found a scale that neither the profile nor the referral has, expected one of theirs",
    )
}

/// An entry cannot move to a category that an entry which answers it may not answer.
pub(super) fn still_answered(entry: &Entry, other: &Entry, to: Category) -> Applied {
    let words = format!(
        "found {}, which is {} and answers {}; it could not answer {to}",
        other.id, other.category, entry.id
    );
    refuse(Code::StillAnswered, "/category", words)
}
