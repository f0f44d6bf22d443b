//! For whom a paper is made, and what is known of whoever reads it.

use crate::error::{Code, Error};
use crate::record::{Participant, ParticipantKind, Person, PersonKind};
use crate::rules::names_any;
use crate::view::View;
use crate::{Date, Id};

/// For whom a paper is made. There is none without a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// The working record, for those who hold the panel.
    Professionals,
    /// One copy for all of the family side, but not its network: what the copies of each of them show.
    Family,
    /// A copy for one person or participant.
    One(Id),
}

impl std::str::FromStr for Reader {
    type Err = Error;

    /// `professionals`, `family`, or the id of a person or a participant.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "professionals" => Ok(Self::Professionals),
            "family" => Ok(Self::Family),
            id => id.parse().map(Self::One),
        }
    }
}

impl std::fmt::Display for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Professionals => "professionals",
            Self::Family => "family",
            Self::One(id) => id,
        })
    }
}

/// How much of a record is for someone, where nothing is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Those who hold the panel: all of it.
    Working,
    /// The family side, but not its network: what papers show a family.
    Family,
    /// Any other professional, an advocate, one of the network: the decision, the review, and what they do themselves.
    Limited,
}

/// Someone, under each id that the record knows them by.
#[derive(Debug)]
pub(super) struct Identity<'a> {
    pub(super) ids: Vec<&'a Id>,
    pub(super) attended: bool,
    pub(super) standing: Standing,
    /// Not known to be grown up.
    pub(super) is_child: bool,
}

impl<'a> Identity<'a> {
    /// Whoever an id names: a person with each participant who is them, or a participant who is no one of the case.
    fn of(view: &View<'a>, id: &str) -> Option<Self> {
        let named = view.participant(id);
        let person =
            named.map_or(Some(id), |p| p.person.as_deref()).and_then(|person| view.person(person));
        let participants: Vec<_> = match person {
            Some(person) => participants_of(view, person).collect(),
            None => vec![named?],
        };
        let ids = person.map(|p| &p.id).into_iter().chain(participants.iter().map(|p| &p.id));
        let is_young = |person: &Person| is_young(person.kind);
        Some(Self {
            ids: ids.collect(),
            attended: participants.iter().any(|p| p.attended()),
            standing: standing(view, person, &participants),
            is_child: person.is_some_and(is_young)
                || participants.iter().any(|p| !is_adult(view, p)),
        })
    }

    /// Everyone of the family side but the network, each once.
    pub(super) fn family(view: &View<'a>) -> Vec<Self> {
        let people = view.record().case.people.iter().map(|person| &person.id);
        let others = view.record().participants.iter();
        let others = others
            .filter(|p| p.person.as_deref().and_then(|id| view.person(id)).is_none())
            .map(|p| &p.id);
        people
            .chain(others)
            .filter_map(|id| Self::of(view, id))
            .filter(|identity| identity.standing == Standing::Family)
            .collect()
    }

    /// The same where the id is one thing's. Of an id that stands for several, no one knows who asks: they have no more than any
    /// of them, and were there only if each was.
    fn unless_shared(self, view: &View<'_>, id: &Id) -> Self {
        let record = view.record();
        let people = record.case.people.iter().filter(|person| person.id == *id).count();
        let participants: Vec<_> = record.participants.iter().filter(|p| p.id == *id).collect();
        if people + participants.len() < 2 {
            return self;
        }
        let is_family = |p: &&Participant| {
            matches!(p.kind, ParticipantKind::Family | ParticipantKind::Child) || p.person.is_some()
        };
        let standing = match people > 0 || participants.iter().any(is_family) {
            true => Standing::Family,
            false => Standing::Limited,
        };
        let attended = self.attended && participants.iter().all(|p| p.attended());
        Self { standing, attended, ..self }
    }

    /// Whether they may know that they are in the record at all.
    fn is_listed(&self, view: &View<'_>) -> bool {
        let is_nobody = |id: &Id| view.person(id).is_none() && view.participant(id).is_none();
        let people = self.ids.iter().filter_map(|id| view.person(id));
        let mut unlisted = people.flat_map(|person| &person.unlisted_for);
        !unlisted.any(|id| self.is(id) || is_nobody(id))
    }

    /// Whoever a mark names does not read the working record, though they hold the panel.
    fn marked(self, view: &View<'_>) -> Self {
        match self.standing {
            Standing::Working if names_any(view, |id| self.is(id)) => {
                Self { standing: Standing::Limited, ..self }
            }
            _ => self,
        }
    }

    /// Whether one of these ids is theirs.
    pub(super) fn is_among(&self, ids: &[Id]) -> bool {
        ids.iter().any(|id| self.is(id))
    }

    /// Whether this id is theirs.
    pub(super) fn is(&self, id: &Id) -> bool {
        self.ids.contains(&id)
    }
}

impl Reader {
    /// Each whose copy this reader's copy must hold to; none for the working record.
    ///
    /// # Errors
    /// `unknown_reader` where the record knows no one of that id.
    pub(super) fn identities<'a>(&self, view: &View<'a>) -> Result<Vec<Identity<'a>>, Error> {
        match self {
            Self::Professionals => Ok(Vec::new()),
            Self::Family => Ok(Identity::family(view)),
            Self::One(id) => match Identity::of(view, id).filter(|one| one.is_listed(view)) {
                Some(identity) => Ok(vec![identity.unless_shared(view, id).marked(view)]),
                None => Err(Error::new(
                    Code::UnknownReader,
                    "",
                    "found another reader, expected professionals, family, or the id of a person or participant",
                )),
            },
        }
    }
}

fn participants_of<'a>(
    view: &View<'a>,
    person: &'a Person,
) -> impl Iterator<Item = &'a Participant> + use<'a> {
    view.record().participants.iter().filter(|p| p.person.as_ref() == Some(&person.id))
}

/// A person never invited counts as family side; so does one of the case's people who comes for an agency: a parent who
/// happens to hold a seat reads no working record about their own family.
fn standing(view: &View<'_>, person: Option<&Person>, participants: &[&Participant]) -> Standing {
    use ParticipantKind::{BusinessSupport, Child, Family, Professional};
    let is = |kinds: &[ParticipantKind]| participants.iter().any(|p| kinds.contains(&p.kind));
    let comes_for_an_agency = person.is_some() && is(&[Professional, BusinessSupport]);
    if is(&[Family, Child]) || participants.is_empty() || comes_for_an_agency {
        Standing::Family
    } else if participants.iter().any(|p| works(view, p)) {
        Standing::Working
    } else {
        Standing::Limited
    }
}

/// The chair, note-taker, referrer, business support, and whoever holds a core seat or deputises for one.
fn works(view: &View<'_>, participant: &Participant) -> bool {
    let record = view.record();
    let roles = [&record.meeting.chair, &record.meeting.note_taker, &record.referral.referrer];
    let is_core = |p: &Participant| {
        let seat = p.seat.as_deref().and_then(|seat| view.profile().seat(seat));
        seat.is_some_and(|seat| seat.core == Some(true))
    };
    let deputised = participant.deputy_for.as_deref().and_then(|id| view.participant(id));
    match participant.kind {
        ParticipantKind::BusinessSupport => true,
        ParticipantKind::Professional => {
            roles.contains(&&Some(participant.id.clone()))
                || is_core(participant)
                || deputised.is_some_and(is_core)
        }
        _ => false,
    }
}

fn is_young(kind: PersonKind) -> bool {
    matches!(kind, PersonKind::Child | PersonKind::Sibling)
}

/// Whether what an id stands for may be a child's, or an advocate's for one. Of an id that is no one's no one can tell.
pub(super) fn may_be_a_childs(view: &View<'_>, id: &Id) -> bool {
    view.participant(id).is_none_or(|participant| {
        participant.kind == ParticipantKind::Advocate
            || participant.is_family_side() && !is_adult(view, participant)
    })
}

/// Whether someone of the family side is known to be grown up: a child's numbers are their own, and a doubt is one too.
pub(super) fn is_adult(view: &View<'_>, participant: &Participant) -> bool {
    const OF_AGE: u32 = 18;
    let person = participant.person.as_deref().and_then(|id| view.person(id));
    // As young as they may be.
    let age = person
        .and_then(|person| person.born_between())
        .zip(view.record().meeting.held_on)
        .and_then(|([_, latest], on)| Date::age_on(latest, on));
    match person.map(|person| person.kind) {
        // A copy has no dates of birth, and a copy of it must come out the same: no age lifts a brother or sister.
        Some(kind) if is_young(kind) => false,
        _ => participant.kind != ParticipantKind::Child && age.is_none_or(|age| age >= OF_AGE),
    }
}
