//! Whom a part of the working record is not for, said beside it in words that survive pasting.
//!
//! A mark says so, or the table of what is withheld where nothing is marked. Of a copy nothing is said: whatever it has is for
//! its reader.

use super::copy::{Copy, is_span};
use super::document::Words;
use super::reader::{is_adult, may_be_a_childs};
use super::source::Source;
use crate::Id;
use crate::profile::{Profile, Withheld};
use crate::record::{
    Abstention, Action, ChildDecision, Dissent, Entry, Marked, Participant, ParticipantKind,
    Person, Rating, Scale, ScalingRound, Side, Visibility,
};

/// Whom each part of a working copy is not for, in words: for whoever writes it in a format of their own.
///
/// ```
/// use support_panel::report::{NotForWhom, Reader, copy_of};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "participants": [{"id": "p-kai", "kind": "child", "name": "Kai"}],
///     "mapping": [{"id": "e-1", "category": "past_harm", "text": "It is loud", "raised_by": ["p-kai"]}]
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let copy = copy_of(&record, &profile, &Reader::Professionals)?;
/// let entry = &copy.record().mapping[0];
/// assert_eq!(NotForWhom::new(&copy, &profile).entry(entry).as_deref(), Some("Only for Kai"));
/// # Ok::<(), support_panel::Error>(())
/// ```
pub struct NotForWhom<'a>(Source<'a>);

impl<'a> NotForWhom<'a> {
    /// Of a copy; of one that is not the working record, nothing is said.
    pub fn new(copy: &'a Copy, profile: &'a Profile) -> Self {
        Self(Source::new(copy, profile))
    }

    /// Of an entry of the map.
    pub fn entry(&self, entry: &Entry) -> Option<String> {
        plain(self.0.entry_not_for(entry))
    }

    /// Of how an entry is settled: what is part of it is covered with it.
    pub fn settled(&self, entry: &Entry) -> Option<String> {
        let own = self.0.text_not_for(Withheld::Outcomes, &entry.settled);
        plain(wider(own, self.0.entry_not_for(entry)))
    }

    /// Of a number with its reason.
    pub fn rating(&self, rating: &Rating, round: &ScalingRound) -> Option<String> {
        plain(self.0.rating_not_for(rating, round))
    }

    /// Of why someone gave no number.
    pub fn abstention(&self, abstention: &Abstention, round: &ScalingRound) -> Option<String> {
        plain(self.0.abstention_not_for(abstention, round))
    }

    /// Of an action.
    pub fn action(&self, action: &Action) -> Option<String> {
        plain(self.0.action_not_for(action))
    }

    /// Of who takes part.
    pub fn participant(&self, participant: &Participant) -> Option<String> {
        plain(self.0.participant_not_for(participant))
    }

    /// Of one of the case's people, and of what no mark shows of them: a birth and an NHS number.
    pub fn person(&self, person: &Person) -> Option<String> {
        let identifying = person.nhs_number.is_some() || person.born_between().is_some();
        let numbers = identifying.then(|| self.0.not_for_all()).flatten();
        plain(wider(numbers, self.0.person_not_for(person)))
    }
}

fn plain(not_for: NotFor) -> Option<String> {
    not_for.map(|words| words.plain())
}

/// Whom something is not for; nothing of what is for everyone.
pub(super) type NotFor = Option<Words>;

const ONLY: &str = "Only for ";

/// Of two that hold, the one that keeps it from more people.
pub(super) fn wider(one: NotFor, other: NotFor) -> NotFor {
    let reach = |not_for: &NotFor| match not_for {
        None => 0,
        Some(words) if *words == family() => 3,
        Some(Words(runs)) if runs.first().is_some_and(|run| run.text() == ONLY) => 2,
        Some(_) => 1,
    };
    if reach(&other) > reach(&one) { other } else { one }
}

fn family() -> Words {
    Words::own("Not for the family")
}

impl Words {
    /// The same, with whom it is not for beside it.
    pub(super) fn but(self, not_for: NotFor) -> Self {
        match not_for {
            Some(words) if !self.is_empty() && !self.is_absent() => {
                self.and(" [").then(words).and("]")
            }
            _ => self,
        }
    }
}

impl Source<'_> {
    /// A heading of ours over what only those who hold the panel read.
    pub(super) fn not_for_the_family(&self, heading: &'static str) -> Words {
        match self.is_for_family() {
            true => Words::own(heading),
            false => Words::own(format!("{heading} (not for the family)")),
        }
    }

    /// Of what no mark shows to anyone of the family side.
    pub(super) fn not_for_all(&self) -> NotFor {
        (!self.is_for_family()).then(family)
    }

    /// What the marks of something say, else what holds where nothing is marked.
    fn marked_or(&self, part: &dyn Marked, unmarked: impl FnOnce() -> NotFor) -> NotFor {
        if self.is_for_family() {
            return None;
        }
        let listed = match part.withheld_from() {
            [] => None,
            ids => Some(Words::own("Not for ").then(self.listed(ids))),
        };
        match part.visible_to() {
            Some(Visibility::Professionals) => Some(family()),
            Some(Visibility::Everyone) => listed,
            None => wider(unmarked(), listed),
        }
    }

    fn listed<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> Words {
        Words::listed(ids.into_iter().map(|id| self.name(id)).collect())
    }

    /// What is withheld by a profile, whatever it is marked.
    fn unless(&self, what: Withheld, not_for: impl FnOnce() -> NotFor) -> NotFor {
        match self.profile.papers.withhold.contains(&what) && !self.is_for_family() {
            true => Some(family()),
            false => not_for(),
        }
    }

    /// Of what is shown to whoever was in the room.
    pub(super) fn not_for(&self, part: &dyn Marked) -> NotFor {
        self.marked_or(part, || None)
    }

    /// Of what is withheld from all of the family side where nothing is marked.
    pub(super) fn not_for_unmarked(&self, part: &dyn Marked) -> NotFor {
        self.marked_or(part, || Some(family()))
    }

    /// Of a text that a profile may withhold.
    pub(super) fn text_not_for(&self, what: Withheld, part: &dyn Marked) -> NotFor {
        self.unless(what, || self.not_for(part))
    }

    fn only_for<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> NotFor {
        Some(Words::own(ONLY).then(self.listed(ids)))
    }

    /// What only children and advocates raised is withheld from all others of the family.
    pub(super) fn entry_not_for(&self, entry: &Entry) -> NotFor {
        let is_apart = |id: &Id| may_be_a_childs(&self.view, id);
        self.unless(Withheld::Entries, || {
            self.marked_or(entry, || {
                let apart = !entry.raised_by.is_empty() && entry.raised_by.iter().all(is_apart);
                apart.then(|| self.only_for(&entry.raised_by)).flatten()
            })
        })
    }

    /// An action whose owner is concealed is withheld with them, unless it is marked for everyone.
    pub(super) fn action_not_for(&self, action: &Action) -> NotFor {
        let owner = action.owner.as_ref().and_then(|id| self.view.participant(id));
        self.marked_or(action, || owner.and_then(|owner| self.not_for(owner)))
    }

    /// A number with its reason: a child's is the child's, a guess its giver's, and a professional's goes to the family without
    /// a name at most.
    pub(super) fn rating_not_for(&self, rating: &Rating, round: &ScalingRound) -> NotFor {
        let by = self.view.participant(&rating.by);
        let is_said_aloud = by.is_some_and(|by| {
            by.is_family_side() && is_adult(&self.view, by) && by.attended() && rating.is_own()
        });
        self.said_in(round, rating, &rating.by, is_said_aloud)
    }

    /// The ends of several numbers: of three professionals at least, the family is told them without a name.
    pub(super) fn spread_not_for(&self, ratings: &[&Rating], round: &ScalingRound) -> NotFor {
        let is_professional = |rating: &&Rating| self.view.side_of(rating) == Side::Professional;
        let is_told = is_span(ratings) && ratings.iter().all(is_professional);
        let each = ratings.iter().map(|rating| match is_told {
            true => self.said_in(round, *rating, &rating.by, true),
            false => self.rating_not_for(rating, round),
        });
        each.fold(None, wider)
    }

    /// Why someone gave no number is theirs.
    pub(super) fn abstention_not_for(
        &self,
        abstention: &Abstention,
        round: &ScalingRound,
    ) -> NotFor {
        self.said_in(round, abstention, &abstention.by, false)
    }

    fn said_in(
        &self,
        round: &ScalingRound,
        part: &dyn Marked,
        by: &Id,
        is_said_aloud: bool,
    ) -> NotFor {
        let about = round.about.as_ref().and_then(|id| self.view.entry(id));
        let unmarked = || {
            let covered = match round.scale == *Scale::REFERRER {
                true => self.not_for_unmarked(&self.record.referral),
                false => about.and_then(|entry| self.entry_not_for(entry)),
            };
            let theirs = (!is_said_aloud).then(|| self.theirs(by)).flatten();
            wider(theirs, covered)
        };
        // Whoever is concealed takes what they said with them, whatever it is marked.
        self.unless(Withheld::Numbers, || {
            wider(self.marked_or(part, unmarked), self.speaker_not_for(by))
        })
    }

    /// What is withheld from everyone else of the family side: from all of them, where it is a professional's.
    fn theirs(&self, by: &Id) -> NotFor {
        let participant = self.view.participant(by);
        match participant.is_some_and(|p| {
            matches!(p.kind, ParticipantKind::Professional | ParticipantKind::BusinessSupport)
        }) {
            true => Some(family()),
            false => self.only_for([by]),
        }
    }

    fn speaker_not_for(&self, by: &Id) -> NotFor {
        self.view.participant(by).and_then(|participant| self.not_for(participant))
    }

    /// What was decided for a child, who may be unlisted.
    pub(super) fn child_decision_not_for(&self, it: &ChildDecision) -> NotFor {
        let child = self.view.person(&it.child);
        wider(self.not_for(it), child.and_then(|child| self.person_not_for(child)))
    }

    /// Why it was decided so for a child.
    pub(super) fn child_reason_not_for(&self, it: &ChildDecision) -> NotFor {
        self.unless(Withheld::DecisionReason, || self.child_decision_not_for(it))
    }

    /// Whoever disagrees has their own view.
    pub(super) fn dissent_not_for(&self, dissent: &Dissent) -> NotFor {
        self.unless(Withheld::Dissent, || {
            let marked = self.marked_or(dissent, || self.theirs(&dissent.by));
            wider(marked, self.speaker_not_for(&dissent.by))
        })
    }

    /// Someone whose name is kept from anyone.
    pub(super) fn participant_not_for(&self, participant: &Participant) -> NotFor {
        let person = participant.person.as_deref().and_then(|id| self.view.person(id));
        self.not_for(participant).or_else(|| person.and_then(|person| self.person_not_for(person)))
    }

    /// Someone who is not in the record at all for some: an unborn child for no one of the family until it is marked.
    pub(super) fn person_not_for(&self, person: &Person) -> NotFor {
        if self.is_for_family() {
            return None;
        }
        let is_told = person.visible_to == Some(Visibility::Everyone);
        match (person.is_unborn() && !is_told, person.unlisted_for.is_empty()) {
            (true, _) => Some(family()),
            (false, true) => None,
            (false, false) => Some(Words::own("Not for ").then(self.listed(&person.unlisted_for))),
        }
    }
}
