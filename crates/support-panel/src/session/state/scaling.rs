//! Scaling: who gave which number, and which of them nobody may read yet.

use super::{
    Context, SittingState, Applied, inconsistent, has_capacity, needed, not_blank, nothing_to_change, refuse, replace,
};
use crate::error::Code;
use crate::profile::Profile;
use crate::record::{Abstention, OnBehalfOf, Rating, RatingAmendment, Record, ScalingRound};
use crate::session::command::{Abstain, AmendRating, OpenRound, Rate, Reveal};
use crate::{Decimal, Extensions, Id, Label};

/// A rating that nobody may read yet, kept apart from the record.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::session) struct SealedRating {
    /// Index of its round in `scaling`.
    pub(in crate::session) round: usize,
    pub(in crate::session) rating: Rating,
}

/// The round that is meant: the one given, else the first that the scale lists.
pub(super) fn round_of(
    record: &Record,
    profile: &Profile,
    scale: &str,
    round: Option<&Label>,
) -> Option<Label> {
    round.cloned().or_else(|| profile.scale_of(record, scale)?.rounds.first().cloned())
}

impl SittingState {
    /// Where in `scaling` a sitting stands; the round is given as it is meant.
    pub(super) fn sitting_index(
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

    /// As [`SittingState::sitting_place`], by what a command names.
    pub(in crate::session) fn named_sitting(
        &self,
        scale: &Id,
        round: Option<&Label>,
        about: Option<&Id>,
    ) -> Option<usize> {
        self.sitting_index(
            scale,
            round_of(&self.record, &self.profile, scale, round).as_ref(),
            about,
        )
    }

    fn sitting(
        &self,
        scale: &Id,
        round: Option<&Label>,
        about: Option<&Id>,
    ) -> Applied<(usize, &ScalingRound)> {
        let index = self.named_sitting(scale, round, about).ok_or_else(inconsistent)?;
        self.record.scaling.get(index).map(|sitting| (index, sitting)).ok_or_else(inconsistent)
    }

    /// Whether the numbers of a sitting are to stay apart: its scale is independent and they were never shown.
    pub(in crate::session) fn is_sealed(&self, index: usize) -> bool {
        let Some(sitting) = self.record.scaling.get(index) else { return false };
        let independent = self
            .profile
            .scale_of(&self.record, &sitting.scale)
            .is_some_and(|scale| scale.independent == Some(true));
        independent
            && sitting.revealed_at.is_none()
            && self.standing() != crate::session::Standing::Concluded
    }

    pub(in crate::session) fn sealed_in(&self, index: usize) -> impl Iterator<Item = &Rating> {
        self.sealed
            .iter()
            .filter(move |sealed| sealed.round == index)
            .map(|sealed| &sealed.rating)
    }

    /// Every number of a sitting, shown or not.
    pub(super) fn ratings_in(&self, index: usize) -> impl Iterator<Item = &Rating> {
        let shown = self.record.scaling.get(index).into_iter().flat_map(|sitting| &sitting.ratings);
        shown.chain(self.sealed_in(index))
    }

    pub(super) fn open_round(&mut self, c: &OpenRound) -> Applied {
        let round = round_of(&self.record, &self.profile, &c.scale, c.round.as_ref());
        self.record.scaling.push(ScalingRound {
            scale: c.scale.clone(),
            round,
            about: c.about.clone(),
            revealed_at: None,
            ratings: Vec::new(),
            abstentions: Vec::new(),
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

    /// Never says which number it was: it may be one that nobody is to read.
    fn on_scale(&self, sitting: &ScalingRound, value: Decimal) -> Applied {
        let scale = self.profile.scale_of(&self.record, &sitting.scale).ok_or_else(inconsistent)?;
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
            format!("found {by}, who did not attend, expected somebody who did"),
        )
    }

    pub(super) fn rate(&mut self, c: &Rate, context: &Context<'_>) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.there(by)?;
        self.guess(c.on_behalf_of.as_ref())?;
        let (index, sitting) = self.sitting(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        self.on_scale(sitting, c.value)?;
        if self.ratings_in(index).any(|r| r.by == *by && r.on_behalf_of == c.on_behalf_of) {
            return refuse(
                Code::AlreadyRated,
                "/by",
                format!("found {by}, who has given this number, expected amend_rating"),
            );
        }
        if sitting.revealed_at.is_some() && c.on_behalf_of.is_none() {
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
            extensions: Extensions::default(),
        };
        let sealed = self.is_sealed(index);
        let sitting = self.record.scaling.get_mut(index).ok_or_else(inconsistent)?;
        if rating.is_own() {
            sitting.abstentions.retain(|abstention| abstention.by != rating.by);
        }
        if sealed {
            self.sealed.push(SealedRating { round: index, rating });
        } else {
            sitting.ratings.push(rating);
        }
        Ok(())
    }

    pub(super) fn amend_rating(&mut self, c: &AmendRating, context: &Context<'_>) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.participants([by], "/by")?;
        let (index, sitting) = self.sitting(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        c.value.map_or(Ok(()), |value| self.on_scale(sitting, value))?;
        let shown = sitting.revealed_at.is_some() || context.amending.is_some();
        let is = |r: &Rating| r.by == *by && r.on_behalf_of == c.on_behalf_of;
        let sealed_rating = self.sealed_in(index).find(|r| is(r));
        let Some(before) = sealed_rating.or_else(|| sitting.ratings.iter().find(|r| is(r))) else {
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
        // What nobody has seen leaves no trace; what was shown does not change unseen.
        if !sealed && (shown || rating.value != before.value) {
            let why = needed(context.why(c.why.as_ref()), "/why")?;
            has_capacity(&rating.amended, "/scale")?;
            rating.amended.push(RatingAmendment { at: context.at, value: Some(before.value), why });
        }
        let sitting =
            self.record.scaling.get_mut(index).into_iter().flat_map(|sitting| &mut sitting.ratings);
        let sealed = self
            .sealed
            .iter_mut()
            .filter(|sealed| sealed.round == index)
            .map(|sealed| &mut sealed.rating);
        *sealed.chain(sitting).find(|r| is(r)).ok_or_else(inconsistent)? = rating;
        Ok(())
    }

    pub(super) fn abstain(&mut self, c: &Abstain, context: &Context<'_>) -> Applied {
        let by = c.by.as_ref().unwrap_or(context.by);
        self.there(by)?;
        not_blank(&c.reason, "/reason")?;
        let (index, sitting) = self.sitting(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        if self.ratings_in(index).any(|r| r.by == *by && r.is_own()) {
            return refuse(
                Code::AlreadyRated,
                "/by",
                format!("found {by}, who has given a number"),
            );
        }
        if sitting.abstentions.iter().any(|a| a.by == *by) {
            return refuse(Code::AlreadyAbstained, "/by", format!("found {by}, who has abstained"));
        }
        has_capacity(&sitting.abstentions, "/scale")?;
        let sitting = self.record.scaling.get_mut(index).ok_or_else(inconsistent)?;
        sitting.abstentions.push(Abstention { by: by.clone(), reason: Some(c.reason.clone()) });
        Ok(())
    }

    pub(super) fn reveal(&mut self, c: &Reveal, context: &Context<'_>) -> Applied {
        let (index, _) = self.sitting(&c.scale, c.round.as_ref(), c.about.as_ref())?;
        let sitting = self.record.scaling.get_mut(index).ok_or_else(inconsistent)?;
        sitting.revealed_at = Some(context.at);
        let (shown, sealed) = std::mem::take(&mut self.sealed)
            .into_iter()
            .partition(|sealed| sealed.round == index);
        self.sealed = sealed;
        let shown: Vec<SealedRating> = shown;
        sitting.ratings.extend(shown.into_iter().map(|sealed| sealed.rating));
        Ok(())
    }
}
