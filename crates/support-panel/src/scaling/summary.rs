//! One scaling round in figures.

use super::change::{Change, first_own};
use super::group::Groups;
use crate::error::{Code, Error};
use crate::lookup::Index;
use crate::profile::Profile;
use crate::record::{OnBehalfOf, Record, ScalingRound};
use crate::view::View;
use crate::{Decimal, Id, Label};
use serde::Serialize;

/// One scaling round: what was said, by whom, and how it changed. It points at reasons and never quotes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Summary {
    /// The scale.
    pub scale: Id,
    /// The round.
    pub round: Option<Label>,
    /// The danger it was asked about.
    pub about: Option<Id>,
    /// The numbers, apart by own and guessed, family side, professional and other.
    pub groups: Groups,
    /// Where someone gave a number and others guessed it: the two side by side.
    pub pairs: Vec<Pair>,
    /// Who gave no number.
    pub abstentions: Vec<Abstained>,
    /// How own numbers changed since the panel before; `null` where none was given or its scale is not comparable.
    pub change: Option<Change>,
}

/// One person's own number beside what others thought it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Pair {
    /// The participant.
    pub participant: Id,
    /// Their own number.
    pub own: Decimal,
    /// What others thought, in the order of the record.
    pub guessed: Vec<Guess>,
}

/// A guess at someone's number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Guess {
    /// Who guessed.
    pub by: Id,
    /// The number.
    pub value: Decimal,
    /// The guess less the person's own number: above nought, they thought it would be higher.
    pub difference: Decimal,
}

/// Someone who gave no number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Abstained {
    /// The participant.
    pub by: Id,
    /// The JSON Pointer of their reason; `null` where none is recorded.
    pub reason: Option<String>,
}

/// Each scaling round in figures, in the order of the record.
///
/// A round of a scale that the profile does not know has no lowest number, as no one can say which end is the worried one.
///
/// ```
/// use support_panel::{Profile, Record, summaries};
///
/// let record = Record::from_json(include_str!("../../../../tests/records/leicester-initial.json"))?;
/// let panel = &summaries(&record, &Profile::of(&record)?)?[1];
/// let professionals = panel.groups.own_professional.as_ref().unwrap();
/// let lowest = professionals.lowest.as_ref().unwrap();
/// assert_eq!((lowest.value.to_string(), lowest.by[0].as_str()), ("3".into(), "p-ews"));
/// assert_eq!(lowest.reasons[0].as_deref(), Some("/scaling/1/ratings/6/reason"));
/// assert_eq!((professionals.n, professionals.range.to_string()), (11, "3".into()));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `profile_mismatch` where the profile is not the one that the record names.
pub fn summaries(record: &Record, profile: &Profile) -> Result<Vec<Summary>, Error> {
    profile.must_be_of(record)?;
    Ok(summarise(record, profile, None))
}

/// As [`summaries`], with what changed since an earlier panel about the same case.
///
/// A round is compared with the earlier one of the same scale, round and danger, where the two scales are
/// [comparable](crate::record::Scale::is_comparable). The earlier record may have run under another version of the profile: then the one
/// built in of its name counts.
///
/// # Errors
/// `profile_mismatch` where the profile is not the one that the record names, `different_cases` where the earlier record is of
/// another case, `unknown_profile` where the earlier record's profile is neither the one given nor built in.
pub fn summaries_since(
    record: &Record,
    previous: &Record,
    profile: &Profile,
) -> Result<Vec<Summary>, Error> {
    profile.must_be_of(record)?;
    if previous.case.reference != record.case.reference {
        let message =
            "found a previous record of another case, expected one of the same case reference";
        return Err(Error::new(Code::DifferentCases, "/case/reference", message));
    }
    let before = Profile::for_earlier(previous, Some(profile))?;
    Ok(summarise(record, profile, Some((previous, &before))))
}

/// What tells one round of a record from another.
pub(super) type Key<'a> = (&'a Id, Option<&'a Label>, Option<&'a Id>);

pub(super) fn key(scaling_round: &ScalingRound) -> Key<'_> {
    (&scaling_round.scale, scaling_round.round.as_ref(), scaling_round.about.as_ref())
}

fn summarise(
    record: &Record,
    profile: &Profile,
    previous: Option<(&Record, &Profile)>,
) -> Vec<Summary> {
    let view = View::new(record, profile, None, None);
    // Of two rounds of one key the first, as the second is a fault.
    let mut earlier: Vec<(Key<'_>, usize)> =
        previous.iter().flat_map(|(record, _)| record.scaling.iter().map(key).zip(0..)).collect();
    earlier.sort_unstable();
    let before = |key: Key<'_>| {
        let ((previous, profile), (_, index)) =
            (previous?, earlier.get(earlier.partition_point(|(known, _)| *known < key))?);
        let scaling_round =
            previous.scaling.get(*index).filter(|scaling_round| self::key(scaling_round) == key)?;
        Some((&previous.id, scaling_round, profile.scale_of(previous, &scaling_round.scale)?))
    };
    let summary = |(index, scaling_round): (usize, &ScalingRound)| {
        let scale = profile.scale_of(record, &scaling_round.scale);
        let comparable = scale
            .zip(before(key(scaling_round)))
            .filter(|(scale, (_, _, before))| scale.is_comparable(before));
        Summary {
            scale: scaling_round.scale.clone(),
            round: scaling_round.round.clone(),
            about: scaling_round.about.clone(),
            groups: Groups::of(&view, index, scaling_round, scale),
            pairs: pairs(&view, scaling_round),
            abstentions: abstentions(index, scaling_round),
            change: comparable.map(|(scale, (since, before, _))| {
                Change::of(scale, since, before, &view, scaling_round)
            }),
        }
    };
    record.scaling.iter().enumerate().map(summary).collect()
}

/// Own numbers that others guessed, in the order of the own ones. A guess about a person counts for the first participant who
/// is that person and gave a number.
fn pairs(view: &View<'_>, scaling_round: &ScalingRound) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = first_own(scaling_round)
        .map(|(by, own)| Pair { participant: by.clone(), own, guessed: Vec::new() })
        .collect();
    let by_participant = Index::new(first_own(scaling_round).map(|(by, _)| by.as_str()).zip(0..));
    let persons = first_own(scaling_round)
        .map(|(by, _)| view.participant(by).and_then(|participant| participant.person.as_deref()));
    let by_person =
        Index::new(persons.zip(0..).filter_map(|(person, index)| Some((person?, index))));
    for guess in &scaling_round.ratings {
        let index = match &guess.on_behalf_of {
            Some(OnBehalfOf::Participant(id)) if view.participant(id).is_some() => {
                by_participant.first_from(id, 0)
            }
            Some(OnBehalfOf::Person(id)) if view.person(id).is_some() => {
                by_person.first_from(id, 0)
            }
            // Someone whom the record does not know is paired with no one.
            Some(_) | None => None,
        };
        if let Some(pair) = index.and_then(|index| pairs.get_mut(index)) {
            let difference = super::change::difference(pair.own, guess.value);
            pair.guessed.push(Guess { by: guess.by.clone(), value: guess.value, difference });
        }
    }
    pairs.retain(|pair| !pair.guessed.is_empty());
    pairs
}

fn abstentions(index: usize, scaling_round: &ScalingRound) -> Vec<Abstained> {
    let reason = |at| format!("/scaling/{index}/abstentions/{at}/reason");
    let abstained =
        scaling_round.abstentions.iter().enumerate().map(|(at, abstention)| Abstained {
            by: abstention.by.clone(),
            reason: abstention.reason.as_ref().filter(|text| !text.is_blank()).map(|_| reason(at)),
        });
    abstained.collect()
}
