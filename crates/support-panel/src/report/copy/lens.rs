//! A record seen by those whose copies a paper must hold to: what it shows them, before anything is copied.

use super::THE_PANEL;
use super::more::More;
use crate::profile::Withheld;
use crate::record::{
    Abstention, Action, ChildDecision, Dissent, Entry, Marked, MeetingStatus, OnBehalfOf,
    Participant, Person, Rating, Record, Scale, ScalingRound, Side, Visibility,
};
use crate::report::reader::{Identity, is_adult, may_be_a_childs};
use crate::view::View;
use crate::{Date, Id, Text};
use std::collections::BTreeSet;

/// Arithmetic names people: the numbers of fewer than these are not shown as a span.
const LEAST_IN_A_SPAN: usize = 3;

/// Whether numbers are of enough people to be shown as a span. Of those who gave two, each is one.
pub(in crate::report) fn is_span(numbers: &[&Rating]) -> bool {
    let raters: BTreeSet<&Id> = numbers.iter().map(|rating| &rating.by).collect();
    raters.len() >= LEAST_IN_A_SPAN
}

pub(in crate::report) struct Lens<'v, 'a> {
    pub(super) view: &'v View<'a>,
    pub(super) record: &'a Record,
    /// Each whose copy shows at least as much.
    pub(super) readers: &'v [Identity<'a>],
    /// Whoever reads it, where that is one.
    pub(super) reader: Option<&'v Identity<'a>>,
    /// People and participants whom the copy names.
    named: BTreeSet<&'a str>,
    /// Entries that the copy has.
    pub(super) entries: BTreeSet<&'a str>,
    /// What a limited copy has beyond its reader's own.
    pub(super) given: &'v [More],
}

/// How the copy says who does something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Owner {
    /// By their name, or no one has it yet.
    Named,
    /// As the panel: who it is stays concealed.
    Panel,
}

impl<'v, 'a> Lens<'v, 'a> {
    pub(in crate::report) fn new(
        view: &'v View<'a>,
        readers: &'v [Identity<'a>],
        reader: Option<&'v Identity<'a>>,
    ) -> Self {
        let (named, entries) = (BTreeSet::new(), BTreeSet::new());
        let (record, given) = (view.record(), [].as_slice());
        let mut lens = Self { view, record, readers, reader, named, entries, given };
        let people = lens.record.case.people.iter();
        let people = people.filter(|person| lens.lists(person) && !lens.conceals_any(person));
        lens.named = people.map(|person| person.id.as_str()).collect();
        // Of two with one id, what one of them may not do the other may not.
        let participants = lens.record.participants.iter();
        let (named, concealed): (Vec<&Participant>, Vec<_>) =
            participants.partition(|p| lens.names(p));
        lens.named.extend(named.iter().map(|p| p.id.as_str()));
        for participant in concealed {
            lens.named.remove(participant.id.as_str());
        }
        let (shown, hidden): (Vec<&Entry>, Vec<_>) =
            lens.record.mapping.iter().partition(|entry| lens.shows_entry(entry));
        lens.entries = shown.iter().map(|entry| entry.id.as_str()).collect();
        for entry in hidden {
            lens.entries.remove(entry.id.as_str());
        }
        lens
    }

    /// Whether a rule holds for every reader; a copy for no one shows nothing.
    fn all(&self, rule: impl Fn(&Identity<'a>) -> bool) -> bool {
        !self.readers.is_empty() && self.readers.iter().all(rule)
    }

    /// Whether a list of a mark names a reader. An id that resolves to no one may be anyone's.
    fn is_among(&self, reader: &Identity<'a>, ids: &[Id]) -> bool {
        let is_nobody =
            |id: &Id| self.view.person(id).is_none() && self.view.participant(id).is_none();
        ids.iter().any(|id| reader.is(id) || is_nobody(id))
    }

    /// What marks say to a reader: that they may not, that they may, or nothing.
    fn permits(&self, reader: &Identity<'a>, marked: &dyn Marked) -> Option<bool> {
        if self.is_among(reader, marked.withheld_from()) {
            return Some(false);
        }
        marked.visible_to().map(|visible_to| visible_to == Visibility::Everyone)
    }

    /// Whether every reader may see something: as its marks say, else as the table does.
    pub(in crate::report) fn shows(
        &self,
        marked: &dyn Marked,
        unmarked: impl Fn(&Identity<'a>) -> bool,
    ) -> bool {
        self.all(|reader| self.permits(reader, marked).unwrap_or_else(|| unmarked(reader)))
    }

    /// Whether every reader may see something that is part of another: as its own marks say, else those of the other.
    pub(in crate::report) fn shows_within(
        &self,
        marked: &dyn Marked,
        whole: &dyn Marked,
        unmarked: impl Fn(&Identity<'a>) -> bool,
    ) -> bool {
        self.all(|reader| {
            let said = self.permits(reader, marked).or_else(|| self.permits(reader, whole));
            said.unwrap_or_else(|| unmarked(reader))
        })
    }

    /// Whether a mark keeps something from a reader, whatever else holds.
    pub(in crate::report) fn conceals(&self, marked: &dyn Marked) -> bool {
        !self.all(|reader| self.permits(reader, marked) != Some(false))
    }

    /// Whether a list names any reader, or no one whom the record knows.
    pub(in crate::report) fn names_a_reader(&self, ids: &[Id]) -> bool {
        self.readers.iter().any(|reader| self.is_among(reader, ids))
    }

    /// Whether the profile withholds it from all of the family side, whatever it is marked.
    pub(in crate::report) fn withholds(&self, what: Withheld) -> bool {
        self.view.profile().papers.withhold.contains(&what)
    }

    pub(in crate::report) fn view(&self) -> &'v View<'a> {
        self.view
    }

    /// Whether it is marked for everyone, and so shown where the table withholds it.
    pub(in crate::report) fn lifts(&self, marked: &dyn Marked) -> bool {
        self.shows(marked, |_| false)
    }

    /// Whether the copy has the referral where its marks say nothing else: to some, or to everyone.
    pub(super) fn shows_referral(&self, unmarked: impl Fn(&Identity<'a>) -> bool) -> bool {
        !self.withholds(Withheld::Referral) && self.shows(&self.record.referral, unmarked)
    }

    /// Whether every reader was in the room.
    pub(in crate::report) fn heard(&self) -> bool {
        self.all(|reader| reader.attended)
    }

    /// Whether the copy tells that a person is in the record at all. No one is told of a pregnancy by a paper.
    fn lists(&self, person: &Person) -> bool {
        self.all(|reader| {
            !self.is_among(reader, &person.unlisted_for)
                && (!person.is_unborn()
                    || reader.is(&person.id)
                    || self.permits(reader, person) == Some(true))
        })
    }

    /// Whether a mark conceals any participant who is this person: whoever is concealed is concealed under every name.
    fn conceals_any(&self, person: &Person) -> bool {
        let mut participants = self.record.participants.iter();
        participants.any(|p| p.person.as_ref() == Some(&person.id) && self.conceals(p))
    }

    /// Whether the copy may name a participant, after it is settled which people it may.
    fn names(&self, participant: &Participant) -> bool {
        let person = participant.person.as_deref().and_then(|id| self.view.person(id));
        match person {
            Some(person) => self.named.contains(person.id.as_str()),
            None => !self.conceals(participant),
        }
    }

    pub(in crate::report) fn has_named(&self, id: &Id) -> bool {
        self.named.contains(id.as_str())
    }

    pub(in crate::report) fn has_entry(&self, id: &Id) -> bool {
        self.entries.contains(id.as_str())
    }

    /// Whether an id is every reader's own: in a copy for several, no one's.
    pub(in crate::report) fn is_own(&self, id: &Id) -> bool {
        self.all(|reader| reader.is(id))
    }

    /// Whether an id is that of whoever reads the copy, whosoever copies it holds to.
    pub(in crate::report) fn is_readers(&self, id: &Id) -> bool {
        self.reader.is_some_and(|reader| reader.is(id))
    }

    /// Whether the copy names a reader as one of the people of the case.
    pub(super) fn names_a_person(&self) -> bool {
        let mut ids = self.readers.iter().flat_map(|reader| &reader.ids);
        ids.any(|id| self.has_named(id) && self.view.person(id).is_some())
    }

    fn shows_entry(&self, entry: &Entry) -> bool {
        entry.is_on_map()
            && !self.withholds(Withheld::Entries)
            && self.shows(entry, |reader| match self.is_raised_apart(entry) {
                true => reader.is_among(&entry.raised_by),
                false => reader.attended,
            })
    }

    /// Whether only children, or advocates for one, raised an entry.
    pub(super) fn is_raised_apart(&self, entry: &Entry) -> bool {
        let mut raised_by = entry.raised_by.iter();
        !entry.raised_by.is_empty() && raised_by.all(|id| may_be_a_childs(self.view, id))
    }

    /// Whether the copy has anything of a sitting. The referrer's own question was written by a worker, and goes with its
    /// numbers.
    pub(in crate::report) fn shows_round(&self, round: &ScalingRound) -> bool {
        let is_asked = round.scale != *Scale::REFERRER || self.shows_referral(|_| false);
        is_asked
            && !self.withholds(Withheld::Numbers)
            && round
                .about
                .as_ref()
                .is_none_or(|about| self.has_entry(about) || self.has_named(about))
    }

    /// Whether numbers of a round have been shown to the room.
    fn is_revealed(&self, round: &ScalingRound) -> bool {
        let scale = self.view.profile().scale_of(self.record, &round.scale);
        round.revealed_at.is_some()
            || scale.is_some_and(|scale| scale.independent != Some(true))
                && self.record.meeting.status != Some(MeetingStatus::InProgress)
    }

    /// What marks say of something within a sitting: its own, else those of the referral whose scale it is.
    fn permits_in(
        &self,
        reader: &Identity<'a>,
        marked: &dyn Marked,
        round: &ScalingRound,
    ) -> Option<bool> {
        self.permits(reader, marked).or_else(|| {
            let is_referrers = round.scale == *Scale::REFERRER;
            is_referrers.then(|| self.permits(reader, &self.record.referral)).flatten()
        })
    }

    /// A reader's own numbers, and those that adults of the family side said aloud. A guess is its giver's. No mark shows a
    /// number that has not been revealed.
    pub(in crate::report) fn shows_rating(&self, rating: &Rating, round: &ScalingRound) -> bool {
        if rating.by == *THE_PANEL {
            return !self.conceals(rating);
        }
        let by = self.view.participant(&rating.by);
        let names_all = self.has_named(&rating.by)
            && match &rating.on_behalf_of {
                Some(OnBehalfOf::Person(id) | OnBehalfOf::Participant(id)) => self.has_named(id),
                Some(OnBehalfOf::Other(_)) | None => true,
            };
        let is_grown = |by: &Participant| by.is_family_side() && is_adult(self.view, by);
        let is_revealed = self.is_revealed(round);
        let said_aloud = rating.is_own() && by.is_some_and(|by| by.attended() && is_grown(by));
        names_all
            && self.all(|reader| match self.permits_in(reader, rating, round) {
                Some(false) => false,
                Some(true) => is_revealed || reader.is(&rating.by),
                None => said_aloud && is_revealed || reader.is(&rating.by),
            })
    }

    pub(in crate::report) fn shows_abstention(
        &self,
        abstention: &Abstention,
        round: &ScalingRound,
    ) -> bool {
        self.has_named(&abstention.by)
            && self.all(|reader| {
                let said = self.permits_in(reader, abstention, round);
                said.unwrap_or_else(|| reader.is(&abstention.by))
            })
    }

    /// A decision for a child: to the child, and to those who were in the room when it was taken.
    pub(in crate::report) fn shows_child_decision(&self, it: &ChildDecision) -> bool {
        self.has_named(&it.child)
            && self.shows(it, |reader| reader.is(&it.child) || reader.attended)
    }

    pub(in crate::report) fn shows_dissent(&self, dissent: &Dissent) -> bool {
        !self.withholds(Withheld::Dissent)
            && self.has_named(&dissent.by)
            && self.shows(dissent, |reader| reader.is(&dissent.by))
    }

    /// Professionals' numbers without a name: the most worried and the least, of three at least.
    pub(in crate::report) fn span<'r>(
        &self,
        round: &'r ScalingRound,
    ) -> Option<(&'r Rating, &'r Rating)> {
        let scale = self.view.profile().scale_of(self.record, &round.scale)?;
        let professional = |rating: &&Rating| {
            rating.is_own()
                && self.view.side_of(rating) == Side::Professional
                && self.has_named(&rating.by)
                && !self.conceals(*rating)
        };
        let is_made = round.ratings.iter().any(|rating| rating.by == *THE_PANEL);
        let numbers: Vec<&Rating> = round.ratings.iter().filter(professional).collect();
        if is_made || !self.is_revealed(round) || !is_span(&numbers) {
            return None;
        }
        let first = |nearer: &dyn Fn(&Rating, &Rating) -> bool| {
            let nearest = |found, rating| if nearer(rating, found) { rating } else { found };
            numbers.iter().copied().reduce(nearest)
        };
        let worried = first(&|rating, found| scale.is_lower(rating.value, found.value))?;
        let other = first(&|rating, found| scale.is_lower(found.value, rating.value))?;
        Some((worried, other))
    }

    /// How the copy says who does an action, where it has it.
    pub(in crate::report) fn shows_action(&self, action: &Action) -> Option<Owner> {
        let is_named = action.owner.as_ref().is_none_or(|owner| self.has_named(owner));
        let is_own = |reader: &Identity<'_>| {
            action.owner.as_ref().is_some_and(|owner| reader.is(owner)) || reader.attended
        };
        match is_named {
            true => self.shows(action, is_own).then_some(Owner::Named),
            false => self.lifts(action).then_some(Owner::Panel),
        }
    }

    /// What came of an action, where the copy says it.
    pub(super) fn outcome_of(&self, action: &Action) -> (Option<Date>, Option<Text>) {
        match self.withholds(Withheld::Outcomes) {
            true => (None, None),
            false => (action.done_on, action.outcome.clone()),
        }
    }

    pub(in crate::report) fn keep_named(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| self.has_named(id)).cloned().collect()
    }

    pub(in crate::report) fn keep_entries(&self, ids: &[Id]) -> Vec<Id> {
        ids.iter().filter(|id| self.has_entry(id)).cloned().collect()
    }

    pub(in crate::report) fn keep_one(&self, id: Option<&Id>) -> Option<Id> {
        id.filter(|id| self.has_named(id)).cloned()
    }
}

/// A text, where it is shown.
pub(in crate::report) fn shown(text: Option<&Text>, is_shown: bool) -> Option<Text> {
    text.filter(|_| is_shown).cloned()
}
