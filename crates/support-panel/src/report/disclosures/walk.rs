//! Each leaf of a record, and what becomes of it in a copy.

use super::{Because, Disclosure};
use crate::Id;
use crate::record::{
    AgendaItem, Entry, Marked, Marks, Outcome, Participant, Rating, Record, Scale, ScalingRound,
    Settled,
};
use crate::report::copy::{Asked, Lens, kept_rating};
use crate::report::reader::Standing;
use crate::rules::{Path, Step, pointer};
use crate::view::View;
use crate::wire::{Shape, Value, Writer};
use serde_json::Value as Json;

/// One leaf, and where the copy has it.
pub(super) struct Leaf {
    pub(super) line: Disclosure,
    pub(super) in_copy: Option<Path>,
    /// Whether a person wrote it.
    pub(super) is_text: bool,
    at: Path,
}

/// Each leaf of a record that could be printed, in canonical order.
pub(super) fn leaves(view: &View<'_>, asked: &Asked<'_>, copied: &Record) -> Vec<Leaf> {
    let lens = asked.lens(view);
    let mut walk = Walk { lens: &lens, standing: asked.standing, leaves: Vec::new() };
    walk.record(view.record(), copied);
    walk.leaves.sort_by_cached_key(|leaf| leaf.at.rank());
    walk.leaves
}

/// Members that say who may see something, or tell things apart: no paper prints them.
const UNPRINTED: [&str; 7] =
    ["id", "visible_to", "withheld_from", "unlisted_for", "separate_copies", "marks", "format"];

struct Walk<'w, 'v, 'a> {
    lens: &'w Lens<'v, 'a>,
    standing: Standing,
    leaves: Vec<Leaf>,
}

/// What decides about a leaf: the marks that cover it, and who said it.
#[derive(Default)]
struct Cause<'c> {
    marks: Vec<&'c dyn Marked>,
    unlisted: Vec<&'c [Id]>,
    said_by: Option<&'c Id>,
}

/// A part of the copy, and where it stands there.
type Kept<T> = Option<(Path, T)>;

/// The indexes of a list of the copy, one for each item of the record that it has.
#[derive(Default)]
struct Indexes(usize);

impl Indexes {
    fn next<T>(&mut self, kept: Option<T>, at: impl FnOnce(usize) -> Path) -> Kept<T> {
        let index = self.0;
        self.0 += usize::from(kept.is_some());
        kept.map(|kept| (at(index), kept))
    }
}

/// One item of a list of the copy, found by what tells it apart.
fn found<T>(items: &[T], is_it: impl Fn(&T) -> bool, at: impl FnOnce(usize) -> Path) -> Kept<&T> {
    let index = items.iter().position(is_it)?;
    Some((at(index), items.get(index)?))
}

fn json<T: Value>(value: &T) -> Json {
    let mut writer = Writer::compact();
    value.write(&mut writer);
    serde_json::from_str(&writer.finish()).unwrap_or(Json::Null)
}

impl Walk<'_, '_, '_> {
    fn record(&mut self, record: &Record, copy: &Record) {
        let none = Cause::default();
        for (i, person) in record.case.people.iter().enumerate() {
            let people = &copy.case.people;
            let kept =
                found(people, |kept| kept.id == person.id, |i| pointer!("case", "people", i));
            self.unit(pointer!("case", "people", i), person, kept, &self.of_person(&person.id));
        }
        let case = crate::record::Case { people: Vec::new(), ..record.case.clone() };
        self.same(pointer!("case"), &case, &copy.case, &none);
        let cause = Cause { marks: vec![&record.referral], ..Cause::default() };
        self.same(pointer!("referral"), &record.referral, &copy.referral, &cause);
        let (agreement, kept) = (&record.agreement, &copy.agreement);
        let cause = Cause { marks: vec![&agreement.service], ..Cause::default() };
        let at = pointer!("agreement", "service");
        self.same(at, &agreement.service, &kept.service, &cause);
        let cause = Cause { marks: vec![&agreement.sharing], ..Cause::default() };
        let at = pointer!("agreement", "sharing");
        self.same(at, &agreement.sharing, &kept.sharing, &cause);
        self.meeting(record, copy);
        for (i, participant) in record.participants.iter().enumerate() {
            let is_it = |kept: &Participant| kept.id == participant.id;
            let kept = found(&copy.participants, is_it, |i| pointer!("participants", i));
            let cause = self.of_person(&participant.id);
            self.unit(pointer!("participants", i), participant, kept, &cause);
        }
        for (i, item) in record.agenda.iter().enumerate() {
            let is_first = !record.agenda.iter().take(i).any(|other| other.stage == item.stage);
            let kept = match self.standing {
                Standing::Working => copy.agenda.get(i).map(|kept| (pointer!("agenda", i), kept)),
                Standing::Family | Standing::Limited => {
                    let is_it = |kept: &AgendaItem| kept.stage == item.stage && is_first;
                    found(&copy.agenda, is_it, |i| pointer!("agenda", i))
                }
            };
            let cause = Cause { marks: vec![item], ..Cause::default() };
            self.unit(pointer!("agenda", i), item, kept, &cause);
        }
        let mut indexes = Indexes::default();
        for (i, entry) in record.mapping.iter().enumerate() {
            self.entry(i, entry, &mut indexes);
        }
        let mut indexes = Indexes::default();
        for (i, round) in record.scaling.iter().enumerate() {
            self.round(i, round, &mut indexes);
        }
        let mut indexes = Indexes::default();
        for (i, action) in record.actions.iter().enumerate() {
            let kept = match self.standing {
                Standing::Working => Some(action.clone()),
                Standing::Family => self.lens.action(action),
                Standing::Limited => self.lens.limited_action(i, action),
            };
            let kept = indexes.next(kept, |i| pointer!("actions", i));
            let mut cause =
                action.owner.as_ref().map_or_else(Cause::default, |owner| self.of_person(owner));
            cause.marks.push(action);
            let kept = kept.as_ref().map(|(at, kept)| (at.clone(), kept));
            self.unit(pointer!("actions", i), action, kept, &cause);
        }
        self.outcome(&record.outcome, &copy.outcome);
        self.same(pointer!("recording"), &record.recording, &copy.recording, &none);
        if !Value::is_empty(&record.extensions) {
            let is_shown = self.standing == Standing::Working;
            let in_copy = is_shown.then(|| pointer!("extensions"));
            self.leaf(pointer!("extensions"), in_copy, false, &none);
        }
    }

    fn meeting(&mut self, record: &Record, copy: &Record) {
        let texts = record.meeting.marks.texts();
        self.texts(pointer!("meeting"), &record.meeting, &copy.meeting, &texts);
    }

    fn outcome(&mut self, outcome: &Outcome, copy: &Outcome) {
        let of = |outcome: &Outcome| Outcome {
            children: Vec::new(),
            dissent: Vec::new(),
            feedback: crate::record::Feedback::default(),
            ..outcome.clone()
        };
        let texts = outcome.marks.texts();
        self.texts(pointer!("outcome"), &of(outcome), &of(copy), &texts);
        let cause = Cause { marks: vec![&outcome.feedback], ..Cause::default() };
        self.same(pointer!("outcome", "feedback"), &outcome.feedback, &copy.feedback, &cause);
        let mut indexes = Indexes::default();
        for (i, it) in outcome.children.iter().enumerate() {
            let kept = match self.standing {
                Standing::Working => Some(it.clone()),
                Standing::Family => self.lens.child_decision(it),
                Standing::Limited => None,
            };
            let at = |i: usize| pointer!("outcome", "children", i);
            let kept = indexes.next(kept, at);
            let mut cause = self.of_person(&it.child);
            cause.marks.push(it);
            let kept = kept.as_ref().map(|(at, kept)| (at.clone(), kept));
            self.unit(at(i), it, kept, &cause);
        }
        let mut indexes = Indexes::default();
        for (i, dissent) in outcome.dissent.iter().enumerate() {
            let is_shown = match self.standing {
                Standing::Working => true,
                Standing::Family => self.lens.shows_dissent(dissent),
                Standing::Limited => false,
            };
            let mut cause = self.of_person(&dissent.by);
            cause.marks.push(dissent);
            cause.said_by = Some(&dissent.by);
            let at = |i: usize| pointer!("outcome", "dissent", i);
            self.unit(at(i), dissent, indexes.next(is_shown.then_some(dissent), at), &cause);
        }
    }

    fn entry(&mut self, i: usize, entry: &Entry, indexes: &mut Indexes) {
        let kept = match self.standing {
            Standing::Working => Some(entry.clone()),
            Standing::Family => self.lens.entry(entry),
            Standing::Limited => self.lens.given_entry(i, entry),
        };
        let kept = indexes.next(kept, |i| pointer!("mapping", i));
        let of = |entry: &Entry| Entry { settled: Settled::default(), ..entry.clone() };
        let is_own =
            !entry.raised_by.is_empty() && entry.raised_by.iter().all(|id| self.lens.is_own(id));
        let said_by = entry.raised_by.first().filter(|_| is_own);
        let cause = Cause { marks: vec![entry], said_by, ..Cause::default() };
        let whole = kept.as_ref().map(|(at, kept)| (at.clone(), of(kept)));
        let whole = whole.as_ref().map(|(at, kept)| (at.clone(), kept));
        self.unit(pointer!("mapping", i), &of(entry), whole, &cause);
        let cause = Cause { marks: vec![&entry.settled, entry], ..Cause::default() };
        let key = Step::Key("settled");
        let settled = kept.as_ref().map(|(at, kept)| (below(at, key), &kept.settled));
        self.unit(pointer!("mapping", i, "settled"), &entry.settled, settled, &cause);
    }

    fn round(&mut self, i: usize, round: &ScalingRound, indexes: &mut Indexes) {
        let whole = self.standing == Standing::Working;
        let is_family = self.standing == Standing::Family;
        let kept = match is_family {
            true => self.lens.round(round),
            false => whole.then(|| round.clone()),
        };
        let kept = indexes.next(kept, |i| pointer!("scaling", i));
        let span = match is_family && self.lens.shows_round(round) {
            true => self.lens.span(round),
            false => None,
        };
        let about = round.about.as_ref().and_then(|id| self.lens.view().entry(id));
        let covering = || {
            let referral = &self.lens.view().record().referral;
            let is_referrers = round.scale == *Scale::REFERRER;
            let referral = is_referrers.then_some(referral as &dyn Marked);
            referral.into_iter().chain(about.map(|entry| entry as &dyn Marked))
        };
        let of = |round: &ScalingRound| ScalingRound {
            ratings: Vec::new(),
            abstentions: Vec::new(),
            ..round.clone()
        };
        let cause = Cause { marks: covering().collect(), ..Cause::default() };
        let bare = kept.as_ref().map(|(at, kept)| (at.clone(), of(kept)));
        let bare = bare.as_ref().map(|(at, kept)| (at.clone(), kept));
        self.unit(pointer!("scaling", i), &of(round), bare, &cause);
        let in_copy = |key, index: usize| {
            let mut path = kept.as_ref().map_or_else(|| pointer!("scaling"), |(at, _)| at.clone());
            path.0.extend([Step::Key(key), Step::Item(index)]);
            path
        };
        let is_shown =
            |rating: &Rating| kept.is_some() && (whole || self.lens.shows_rating(rating, round));
        // Professionals' numbers without a name come after those with one.
        let named = round.ratings.iter().filter(|rating| is_shown(rating)).count();
        let mut indexes = Indexes::default();
        for (j, rating) in round.ratings.iter().enumerate() {
            let unnamed = match span {
                Some((worried, _)) if std::ptr::eq(worried, rating) => {
                    let (value, reason) = (rating.value, rating.reason.clone());
                    Some((named, Rating { value, reason, ..Rating::empty() }))
                }
                Some((_, other)) if std::ptr::eq(other, rating) => {
                    Some((named + 1, Rating { value: rating.value, ..Rating::empty() }))
                }
                _ => None,
            };
            let as_named = is_shown(rating).then(|| match whole {
                true => rating.clone(),
                false => kept_rating(rating),
            });
            let mut cause = self.of_person(&rating.by);
            cause.marks.extend(covering());
            cause.marks.push(rating);
            cause.said_by = Some(&rating.by);
            let unnamed = unnamed.map(|(index, rating)| (in_copy("ratings", index), rating));
            let kept = indexes.next(as_named, |index| in_copy("ratings", index)).or(unnamed);
            let kept = kept.as_ref().map(|(at, kept)| (at.clone(), kept));
            self.unit(pointer!("scaling", i, "ratings", j), rating, kept, &cause);
        }
        let mut indexes = Indexes::default();
        for (j, abstention) in round.abstentions.iter().enumerate() {
            let is_shown =
                kept.is_some() && (whole || self.lens.shows_abstention(abstention, round));
            let mut cause = self.of_person(&abstention.by);
            cause.marks.extend(covering());
            cause.marks.push(abstention);
            cause.said_by = Some(&abstention.by);
            let kept = is_shown.then_some(abstention);
            let kept = indexes.next(kept, |index| in_copy("abstentions", index));
            self.unit(pointer!("scaling", i, "abstentions", j), abstention, kept, &cause);
        }
    }
}

/// One thing at a time.
impl<'a> Walk<'_, '_, 'a> {
    /// What says whether someone may be named.
    fn of_person(&self, id: &Id) -> Cause<'a> {
        let view = self.lens.view();
        let participant = view.participant(id);
        let person = participant.map_or(Some(id), |p| p.person.as_ref());
        let person = person.and_then(|id| view.person(id));
        let marked = match participant {
            Some(participant) => Some(participant as &dyn Marked),
            None => person.map(|person| person as &dyn Marked),
        };
        Cause {
            marks: marked.into_iter().collect(),
            unlisted: person.map(|person| person.unlisted_for.as_slice()).into_iter().collect(),
            said_by: None,
        }
    }

    /// A thing of which each leaf is covered by the same marks.
    fn unit<T: Value>(&mut self, at: Path, whole: &T, kept: Kept<&T>, cause: &Cause<'_>) {
        let kept = kept.map(|(at, kept)| (at, json(kept)));
        let kept = kept.as_ref().map(|(at, kept)| (at.clone(), kept));
        self.leaves(&at, T::SHAPE, &json(whole), kept, cause);
    }

    /// As [`Walk::unit`], of a thing that stands in the copy where it does in the record.
    fn same<T: Value>(&mut self, at: Path, whole: &T, kept: &T, cause: &Cause<'_>) {
        self.unit(at.clone(), whole, Some((at, kept)), cause);
    }

    /// A thing of which some texts have marks of their own.
    fn texts<T: Value>(&mut self, at: Path, whole: &T, kept: &T, texts: &[(&str, &Marks)]) {
        let (whole, kept) = (json(whole), json(kept));
        let Shape::Object(members) = T::SHAPE else { return };
        for (key, shape) in members.iter().filter(|(key, _)| !UNPRINTED.contains(key)) {
            let Some(value) = whole.get(key) else { continue };
            let marks = texts.iter().filter(|(text, _)| text == key);
            let marks = marks.map(|(_, marks)| *marks as &dyn Marked).collect();
            let cause = Cause { marks, ..Cause::default() };
            let at = below(&at, Step::Key(key));
            let kept = kept.get(key).map(|kept| (at.clone(), kept));
            self.leaves(&at, shape, value, kept, &cause);
        }
    }

    fn leaves(
        &mut self,
        at: &Path,
        shape: &Shape,
        whole: &Json,
        kept: Kept<&Json>,
        cause: &Cause<'_>,
    ) {
        match (shape, whole) {
            (Shape::Object(members), Json::Object(_)) => {
                for (key, shape) in members.iter().filter(|(key, _)| !UNPRINTED.contains(key)) {
                    if let Some(value) = whole.get(key) {
                        let step = Step::Key(key);
                        let kept = kept
                            .as_ref()
                            .and_then(|(at, kept)| Some((below(at, step), kept.get(key)?)));
                        self.leaves(&below(at, step), shape, value, kept, cause);
                    }
                }
            }
            (Shape::List(shape), Json::Array(items)) => {
                for (i, item) in items.iter().enumerate() {
                    let kept = kept.as_ref().and_then(|(at, kept)| {
                        let others = kept.as_array()?;
                        let index = match item {
                            // An id stays wherever it is; anything else in a list stays with the whole of it.
                            Json::String(_) => others.iter().position(|other| other == item)?,
                            _ => i,
                        };
                        let is_whole = item.is_string() || others.len() == items.len();
                        let other = others.get(index).filter(|_| is_whole)?;
                        Some((below(at, Step::Item(index)), other))
                    });
                    self.leaves(&below(at, Step::Item(i)), shape, item, kept, cause);
                }
            }
            _ => {
                let in_copy = kept.filter(|(_, kept)| *kept == whole).map(|(at, _)| at);
                self.leaf(at.clone(), in_copy, matches!(shape, Shape::Text), cause);
            }
        }
    }

    fn leaf(&mut self, at: Path, in_copy: Option<Path>, is_text: bool, cause: &Cause<'_>) {
        let shown = in_copy.is_some();
        let because = match (self.standing, shown) {
            (Standing::Working, _) => Because::ByDefault,
            (_, true) => self.why_shown(cause),
            (_, false) => self.why_withheld(cause),
        };
        let line = Disclosure { path: at.text(), shown, because };
        self.leaves.push(Leaf { line, in_copy, is_text, at });
    }

    fn why_shown(&self, cause: &Cause<'_>) -> Because {
        if cause.said_by.is_some_and(|id| self.lens.is_own(id)) {
            return Because::OwnWords;
        }
        match cause.marks.iter().any(|marked| self.lens.lifts(*marked)) {
            true => Because::Marked,
            false => Because::ByDefault,
        }
    }

    fn why_withheld(&self, cause: &Cause<'_>) -> Because {
        let mut lists = cause
            .marks
            .iter()
            .map(|marked| marked.withheld_from())
            .chain(cause.unlisted.iter().copied());
        if lists.any(|ids| self.lens.names_a_reader(ids)) {
            return Because::WithheldFrom;
        }
        match cause.marks.iter().any(|marked| self.lens.conceals(*marked)) {
            true => Because::Marked,
            false => Because::ByDefault,
        }
    }
}

fn below(at: &Path, step: Step) -> Path {
    let mut path = at.clone();
    path.0.push(step);
    path
}
