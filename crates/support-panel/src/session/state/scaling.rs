//! Scaling: ratings, abstentions, and the ratings still sealed.

use super::{
    Applied, Context, RoundName, SittingState, has_capacity, inconsistent, needed, not_blank,
    nothing_to_change, refuse, replace,
};
use crate::error::Code;
use crate::profile::Profile;
use crate::record::{Abstention, OnBehalfOf, Rating, RatingAmendment, Record, ScalingRound};
use crate::session::command::{Abstain, AmendRating, OpenRound, Rate, Reveal};
use crate::wire::Value;
use crate::{Decimal, Extensions, Id, Label};

/// A rating that no one may read yet, kept apart from the record.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::session) struct SealedRating {
    /// Index of its round in `scaling`.
    pub(in crate::session) round: usize,
    pub(in crate::session) rating: Rating,
}

/// The label of a round: the one given, else the first that the scale lists.
pub(super) fn round_of(
    record: &Record,
    profile: &Profile,
    scale: &str,
    round: Option<&Label>,
) -> Option<Label> {
    round.cloned().or_else(|| profile.scale_of(record, scale)?.rounds.first().cloned())
}

impl SittingState {
    /// Index of a round in `scaling`; the label is the one that is meant.
    pub(super) fn round_index(
        &self,
        scale: &str,
        round: Option<&Label>,
        about: Option<&Id>,
    ) -> Option<usize> {
        let is = |s: &ScalingRound| {
            s.scale == *scale && s.round.as_ref() == round && s.about.as_ref() == about
        };
        self.record.scaling.iter().position(is)
    }

    /// As [`SittingState::round_index`], by the members of a command.
    pub(in crate::session) fn named_round(&self, name: RoundName<'_>) -> Option<usize> {
        let round = round_of(&self.record, &self.profile, name.scale, name.round);
        self.round_index(name.scale, round.as_ref(), name.about)
    }

    fn scaling_round(
        &self,
        scale: &Id,
        round: Option<&Label>,
        about: Option<&Id>,
    ) -> Applied<(usize, &ScalingRound)> {
        let name = RoundName { scale, round, about };
        let index = self.named_round(name).ok_or_else(inconsistent)?;
        self.record.scaling.get(index).map(|round| (index, round)).ok_or_else(inconsistent)
    }

    /// Whether the ratings of a round are sealed: its scale is independent and they were not revealed.
    pub(in crate::session) fn is_sealed(&self, index: usize) -> bool {
        let Some(scaling_round) = self.record.scaling.get(index) else { return false };
        let independent = self
            .profile
            .scale_of(&self.record, &scaling_round.scale)
            .is_some_and(|scale| scale.independent == Some(true));
        independent
            && scaling_round.revealed_at.is_none()
            && self.standing() != crate::session::Standing::Concluded
    }

    pub(in crate::session) fn sealed_in(&self, index: usize) -> impl Iterator<Item = &Rating> {
        self.sealed.iter().filter(move |sealed| sealed.round == index).map(|sealed| &sealed.rating)
    }

    /// Every rating of a round, sealed or not.
    pub(super) fn ratings_in(&self, index: usize) -> impl Iterator<Item = &Rating> {
        let shown = self
            .record
            .scaling
            .get(index)
            .into_iter()
            .flat_map(|scaling_round| &scaling_round.ratings);
        shown.chain(self.sealed_in(index))
    }

    pub(in crate::session) fn open_round(&mut self, c: &OpenRound) -> Applied {
        let round = round_of(&self.record, &self.profile, &c.scale, c.round.as_ref());
        self.record.scaling.push(ScalingRound {
            scale: c.scale.clone(),
            round,
            about: c.about.clone(),
            revealed_at: None,
            ratings: Vec::new(),
            abstentions: Vec::new(),
            extensions: Extensions::default(),
        });
        Ok(())
    }

    fn guess(&self, of: Option<&OnBehalfOf>) -> Applied {
        match of {
            Some(OnBehalfOf::Person(id)) => self.people([id], "/on_behalf_of/person"),
            Some(OnBehalfOf::Participant(id)) => {
                self.participants([id], "/on_behalf_of/participant")
            }
            Some(OnBehalfOf::Other(text)) => not_blank(text, "/on_behalf_of/other"),
            None => Ok(()),
        }
    }

    /// Whether a number is on the scale. The refusal does not quote it: it may be sealed.
    fn on_scale(&self, scaling_round: &ScalingRound, value: Decimal) -> Applied {
        let scale =
            self.profile.scale_of(&self.record, &scaling_round.scale).ok_or_else(inconsistent)?;
        if scale.has(value) {
            return Ok(());
        }
        let words = format!(
            "found another number, expected one from {} to {} in steps of {}",
            scale.min, scale.max, scale.step
        );
        refuse(Code::OffScale, "/value", words)
    }

    fn there(&self, by: &Id) -> Applied {
        if self.participant(by, "/by")?.attended() {
            return Ok(());
        }
        refuse(
            Code::NotThere,
            "/by",
            format!("found {by}, who did not attend, expected someone who did"),
        )
    }

    pub(in crate::session) fn rate(&mut self, c: &Rate, context: &Context<'_>) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.there(by)?;
        self.guess(c.on_behalf_of.as_ref())?;
        let (index, scaling_round) =
            self.scaling_round(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        self.on_scale(scaling_round, c.value)?;
        if self.ratings_in(index).any(|r| r.by == *by && r.on_behalf_of == c.on_behalf_of) {
            return refuse(
                Code::AlreadyRated,
                "/by",
                format!("found {by}, who has given this number, expected amend_rating"),
            );
        }
        if scaling_round.revealed_at.is_some() && c.on_behalf_of.is_none() {
            return refuse(
                Code::AlreadyRevealed,
                "/scale",
                "found numbers that have been shown, expected one given before",
            );
        }
        let given: Vec<&Rating> = self.ratings_in(index).collect();
        has_capacity(&given, "/scale")?;
        let rating = Rating {
            by: by.clone(),
            on_behalf_of: c.on_behalf_of.clone(),
            value: c.value,
            reason: c.reason.clone(),
            one_point_higher: c.one_point_higher.clone(),
            at: Some(context.at),
            amended: Vec::new(),
            visible_to: None,
            withheld_from: Vec::new(),
            extensions: Extensions::default(),
        };
        let sealed = self.is_sealed(index);
        let scaling_round = self.record.scaling.get_mut(index).ok_or_else(inconsistent)?;
        if rating.is_own() {
            scaling_round.abstentions.retain(|abstention| abstention.by != rating.by);
        }
        if sealed {
            self.sealed.push(SealedRating { round: index, rating });
        } else {
            scaling_round.ratings.push(rating);
        }
        Ok(())
    }

    pub(in crate::session) fn amend_rating(
        &mut self,
        c: &AmendRating,
        context: &Context<'_>,
    ) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.participants([by], "/by")?;
        let (index, scaling_round) =
            self.scaling_round(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        c.value.map_or(Ok(()), |value| self.on_scale(scaling_round, value))?;
        let shown = scaling_round.revealed_at.is_some() || context.amending.is_some();
        let is = |r: &Rating| r.by == *by && r.on_behalf_of == c.on_behalf_of;
        let sealed_rating = self.sealed_in(index).find(|r| is(r));
        let Some(before) = sealed_rating.or_else(|| scaling_round.ratings.iter().find(|r| is(r)))
        else {
            return refuse(
                Code::NoRating,
                "/by",
                format!("found no such number by {by}, expected one that was given"),
            );
        };
        let sealed = sealed_rating.is_some();
        let mut rating = before.clone();
        rating.value = c.value.unwrap_or(rating.value);
        replace(&mut rating.reason, &c.reason);
        replace(&mut rating.one_point_higher, &c.one_point_higher);
        if rating == *before {
            return nothing_to_change();
        }
        // A change of a sealed rating leaves no trace; a change of a shown one does.
        if !sealed && (shown || rating.value != before.value) {
            let why = needed(context.why(c.why.as_ref()), "/why")?;
            has_capacity(&rating.amended, "/scale")?;
            rating.amended.push(RatingAmendment { at: context.at, value: Some(before.value), why });
        }
        let scaling_round = self
            .record
            .scaling
            .get_mut(index)
            .into_iter()
            .flat_map(|scaling_round| &mut scaling_round.ratings);
        let sealed = self
            .sealed
            .iter_mut()
            .filter(|sealed| sealed.round == index)
            .map(|sealed| &mut sealed.rating);
        *sealed.chain(scaling_round).find(|r| is(r)).ok_or_else(inconsistent)? = rating;
        Ok(())
    }

    pub(in crate::session) fn abstain(&mut self, c: &Abstain, context: &Context<'_>) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.there(by)?;
        not_blank(&c.reason, "/reason")?;
        let (index, scaling_round) =
            self.scaling_round(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        if self.ratings_in(index).any(|r| r.by == *by && r.is_own()) {
            return refuse(
                Code::AlreadyRated,
                "/by",
                format!("found {by}, who has given a number"),
            );
        }
        if scaling_round.abstentions.iter().any(|a| a.by == *by) {
            return refuse(Code::AlreadyAbstained, "/by", format!("found {by}, who has abstained"));
        }
        has_capacity(&scaling_round.abstentions, "/scale")?;
        let scaling_round = self.record.scaling.get_mut(index).ok_or_else(inconsistent)?;
        scaling_round.abstentions.push(Abstention {
            by: by.clone(),
            reason: Some(c.reason.clone()),
            ..Abstention::empty()
        });
        Ok(())
    }

    pub(in crate::session) fn reveal(&mut self, c: &Reveal, context: &Context<'_>) -> Applied {
        let (index, _) = self.scaling_round(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        let scaling_round = self.record.scaling.get_mut(index).ok_or_else(inconsistent)?;
        scaling_round.revealed_at = Some(context.at);
        let (shown, sealed) =
            std::mem::take(&mut self.sealed).into_iter().partition(|sealed| sealed.round == index);
        self.sealed = sealed;
        let shown: Vec<SealedRating> = shown;
        scaling_round.ratings.extend(shown.into_iter().map(|sealed| sealed.rating));
        Ok(())
    }
}
