//! What a reader's copy discloses, leaf by leaf: for the chair, before a copy is made.

use super::copy::{Asked, CopyOptions, Lens};
use super::reader::{Reader, Standing};
use crate::Id;
use crate::error::Error;
use crate::profile::Profile;
use crate::record::{Entry, Marked, Outcome, Rating, Record, Scale, ScalingRound, Settled};
use crate::rules::{Path, Step, pointer};
use crate::view::View;
use crate::wire::{Shape, Value, Writer, string_enum};
use serde::Serialize;
use serde_json::Value as Json;

/// What becomes of one leaf of a record in a reader's copy: a text, number, date, name or closed word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Disclosure {
    /// JSON Pointer to the leaf.
    pub path: String,
    /// Whether the copy shows it.
    pub shown: bool,
    /// Why it does, or does not.
    pub because: Because,
}

string_enum! {
    /// Why a copy shows something, or withholds it.
    pub enum Because #[non_exhaustive] {
        /// They said it themselves.
        OwnWords = "own_words",
        /// A list names them, or nobody whom the record knows.
        WithheldFrom = "withheld_from",
        /// It is marked for everyone, or for professionals.
        Marked = "marked",
        /// Nothing is marked.
        ByDefault = "by_default",
    }
}

/// What a reader's copy discloses of a record: one line for each leaf that could be printed, in canonical order. It is of
/// the whole record, and for whoever makes copies alone.
///
/// ```
/// use support_panel::report::{Because, Reader, disclosures};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [{"id": "mum", "kind": "parent", "views_note": "Wrote a page"}]}
/// }"#)?;
/// let lines = disclosures(&record, &Profile::of(&record)?, &Reader::Family)?;
/// let note = lines.iter().find(|line| line.path == "/case/people/0/views_note");
/// assert_eq!(note.map(|line| (line.shown, line.because)), Some((false, Because::ByDefault)));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// As [`copy_of`](super::copy_of), but nothing needs to be confirmed.
pub fn disclosures(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
) -> Result<Vec<Disclosure>, Error> {
    disclosures_with(record, profile, reader, &CopyOptions::default())
}

/// As [`disclosures`], of a copy asked for in a particular way.
///
/// # Errors
/// As [`disclosures`].
pub fn disclosures_with(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    options: &CopyOptions,
) -> Result<Vec<Disclosure>, Error> {
    profile.must_be_of(record)?;
    let view = View::new(record, profile, None, None);
    let asked = Asked::new(&view, reader, options)?;
    let lens = asked.lens(&view);
    let mut walk = Walk { lens: &lens, standing: asked.standing, lines: Vec::new() };
    walk.record(record, &asked.copied(&view));
    walk.lines.sort_by_cached_key(|(path, _)| path.rank());
    Ok(walk.lines.into_iter().map(|(_, line)| line).collect())
}

/// Members that say who may see something, or tell things apart: no paper prints them.
const UNPRINTED: [&str; 7] =
    ["id", "visible_to", "withheld_from", "unlisted_for", "separate_copies", "marks", "format"];

struct Walk<'w, 'v, 'a> {
    lens: &'w Lens<'v, 'a>,
    standing: Standing,
    lines: Vec<(Path, Disclosure)>,
}

/// What decides about a leaf: the marks that cover it, and who said it.
#[derive(Default)]
struct Cause<'c> {
    marks: Vec<&'c dyn Marked>,
    unlisted: Vec<&'c [Id]>,
    said_by: Option<&'c Id>,
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
            let kept = copy.case.people.iter().find(|kept| kept.id == person.id);
            self.unit(pointer!("case", "people", i), person, kept, &self.of_person(&person.id));
        }
        let case = crate::record::Case { people: Vec::new(), ..record.case.clone() };
        self.unit(pointer!("case"), &case, Some(&copy.case), &none);
        let cause = Cause { marks: vec![&record.referral], ..Cause::default() };
        self.unit(pointer!("referral"), &record.referral, Some(&copy.referral), &cause);
        let (agreement, kept) = (&record.agreement, &copy.agreement);
        let cause = Cause { marks: vec![&agreement.service], ..Cause::default() };
        self.unit(
            pointer!("agreement", "service"),
            &agreement.service,
            Some(&kept.service),
            &cause,
        );
        let cause = Cause { marks: vec![&agreement.sharing], ..Cause::default() };
        self.unit(
            pointer!("agreement", "sharing"),
            &agreement.sharing,
            Some(&kept.sharing),
            &cause,
        );
        self.meeting(record, copy);
        for (i, participant) in record.participants.iter().enumerate() {
            let kept = copy.participants.iter().find(|kept| kept.id == participant.id);
            let cause = self.of_person(&participant.id);
            self.unit(pointer!("participants", i), participant, kept, &cause);
        }
        for (i, item) in record.agenda.iter().enumerate() {
            let is_first = !record.agenda.iter().take(i).any(|other| other.stage == item.stage);
            let kept = copy.agenda.iter().find(|kept| kept.stage == item.stage && is_first);
            let kept = match self.standing {
                Standing::Working => copy.agenda.get(i),
                Standing::Family | Standing::Limited => kept,
            };
            let cause = Cause { marks: vec![item], ..Cause::default() };
            self.unit(pointer!("agenda", i), item, kept, &cause);
        }
        for (i, entry) in record.mapping.iter().enumerate() {
            self.entry(i, entry);
        }
        for (i, round) in record.scaling.iter().enumerate() {
            self.round(i, round);
        }
        for (i, action) in record.actions.iter().enumerate() {
            let kept = match self.standing {
                Standing::Working => Some(action.clone()),
                Standing::Family => self.lens.action(action),
                Standing::Limited => self.lens.limited_action(action),
            };
            let mut cause =
                action.owner.as_ref().map_or_else(Cause::default, |owner| self.of_person(owner));
            cause.marks.push(action);
            self.unit(pointer!("actions", i), action, kept.as_ref(), &cause);
        }
        self.outcome(&record.outcome, &copy.outcome);
        self.unit(pointer!("recording"), &record.recording, Some(&copy.recording), &none);
        if !Value::is_empty(&record.extensions) {
            let is_shown = self.standing == Standing::Working;
            self.line(pointer!("extensions"), is_shown, &none);
        }
    }

    fn meeting(&mut self, record: &Record, copy: &Record) {
        let marks = &record.meeting.marks;
        let texts: [(&str, &dyn Marked); 3] = [
            ("place", &marks.place),
            ("inquorate_reason", &marks.inquorate_reason),
            ("adjourned_reason", &marks.adjourned_reason),
        ];
        self.texts(pointer!("meeting"), &record.meeting, &copy.meeting, &texts);
    }

    fn outcome(&mut self, outcome: &Outcome, copy: &Outcome) {
        let of = |outcome: &Outcome| Outcome {
            dissent: Vec::new(),
            feedback: crate::record::Feedback::default(),
            ..outcome.clone()
        };
        let texts: [(&str, &dyn Marked); 2] =
            [("reason", &outcome.marks.reason), ("contingency", &outcome.marks.contingency)];
        self.texts(pointer!("outcome"), &of(outcome), &of(copy), &texts);
        let cause = Cause { marks: vec![&outcome.feedback], ..Cause::default() };
        let at = pointer!("outcome", "feedback");
        self.unit(at, &outcome.feedback, Some(&copy.feedback), &cause);
        for (i, dissent) in outcome.dissent.iter().enumerate() {
            let is_shown = match self.standing {
                Standing::Working => true,
                Standing::Family => self.lens.shows_dissent(dissent),
                Standing::Limited => false,
            };
            let mut cause = self.of_person(&dissent.by);
            cause.marks.push(dissent);
            cause.said_by = Some(&dissent.by);
            let at = pointer!("outcome", "dissent", i);
            self.unit(at, dissent, is_shown.then_some(dissent), &cause);
        }
    }

    fn entry(&mut self, i: usize, entry: &Entry) {
        let kept = match self.standing {
            Standing::Working => Some(entry.clone()),
            Standing::Family => self.lens.entry(entry),
            Standing::Limited => None,
        };
        let of = |entry: &Entry| Entry { settled: Settled::default(), ..entry.clone() };
        let is_own =
            !entry.raised_by.is_empty() && entry.raised_by.iter().all(|id| self.lens.is_own(id));
        let said_by = entry.raised_by.first().filter(|_| is_own);
        let cause = Cause { marks: vec![entry], said_by, ..Cause::default() };
        self.unit(pointer!("mapping", i), &of(entry), kept.as_ref().map(of).as_ref(), &cause);
        let cause = Cause { marks: vec![&entry.settled, entry], ..Cause::default() };
        let kept = kept.map(|kept| kept.settled);
        self.unit(pointer!("mapping", i, "settled"), &entry.settled, kept.as_ref(), &cause);
    }

    fn round(&mut self, i: usize, round: &ScalingRound) {
        let whole = self.standing == Standing::Working;
        let is_family = self.standing == Standing::Family;
        let kept = match is_family {
            true => self.lens.round(round),
            false => whole.then(|| round.clone()),
        };
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
        self.unit(pointer!("scaling", i), &of(round), kept.as_ref().map(of).as_ref(), &cause);
        for (j, rating) in round.ratings.iter().enumerate() {
            let at = pointer!("scaling", i, "ratings", j);
            let is_shown = kept.is_some() && (whole || self.lens.shows_rating(rating, round));
            let unnamed = match span {
                Some((worried, _)) if std::ptr::eq(worried, rating) => Some(Rating {
                    value: rating.value,
                    reason: rating.reason.clone(),
                    ..Rating::empty()
                }),
                Some((_, other)) if std::ptr::eq(other, rating) => {
                    Some(Rating { value: rating.value, ..Rating::empty() })
                }
                _ => None,
            };
            let named = match whole {
                true => Some(rating.clone()),
                false => is_shown.then(|| super::copy::kept_rating(rating)),
            };
            let mut cause = self.of_person(&rating.by);
            cause.marks.extend(covering());
            cause.marks.push(rating);
            cause.said_by = Some(&rating.by);
            self.unit(at, rating, named.or(unnamed).as_ref(), &cause);
        }
        for (j, abstention) in round.abstentions.iter().enumerate() {
            let is_shown =
                kept.is_some() && (whole || self.lens.shows_abstention(abstention, round));
            let mut cause = self.of_person(&abstention.by);
            cause.marks.extend(covering());
            cause.marks.push(abstention);
            cause.said_by = Some(&abstention.by);
            let at = pointer!("scaling", i, "abstentions", j);
            self.unit(at, abstention, is_shown.then_some(abstention), &cause);
        }
    }
}

/// One thing at a time.
impl<'a> Walk<'_, '_, 'a> {
    /// What says whether somebody may be named.
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
    fn unit<T: Value>(&mut self, at: Path, whole: &T, kept: Option<&T>, cause: &Cause<'_>) {
        self.leaves(&at, T::SHAPE, &json(whole), kept.map(json).as_ref(), cause);
    }

    /// A thing of which some texts have marks of their own.
    fn texts<T: Value>(&mut self, at: Path, whole: &T, kept: &T, texts: &[(&str, &dyn Marked)]) {
        let (whole, kept) = (json(whole), json(kept));
        let Shape::Object(members) = T::SHAPE else { return };
        for (key, shape) in members.iter().filter(|(key, _)| !UNPRINTED.contains(key)) {
            let Some(value) = whole.get(key) else { continue };
            let marks = texts.iter().filter(|(text, _)| text == key).map(|(_, marks)| *marks);
            let cause = Cause { marks: marks.collect(), ..Cause::default() };
            self.leaves(&below(&at, Step::Key(key)), shape, value, kept.get(key), &cause);
        }
    }

    fn leaves(
        &mut self,
        at: &Path,
        shape: &Shape,
        whole: &Json,
        kept: Option<&Json>,
        cause: &Cause<'_>,
    ) {
        match (shape, whole) {
            (Shape::Object(members), Json::Object(_)) => {
                for (key, shape) in members.iter().filter(|(key, _)| !UNPRINTED.contains(key)) {
                    if let Some(value) = whole.get(key) {
                        let kept = kept.and_then(|kept| kept.get(key));
                        self.leaves(&below(at, Step::Key(key)), shape, value, kept, cause);
                    }
                }
            }
            (Shape::List(shape), Json::Array(items)) => {
                let others = kept.and_then(Json::as_array);
                for (i, item) in items.iter().enumerate() {
                    let kept = others.and_then(|others| match item {
                        // An id stays wherever it is; anything else in a list stays with the whole of it.
                        Json::String(_) => others.iter().find(|other| *other == item),
                        _ => others.get(i).filter(|_| others.len() == items.len()),
                    });
                    self.leaves(&below(at, Step::Item(i)), shape, item, kept, cause);
                }
            }
            _ => self.line(Path(at.0.clone()), kept == Some(whole), cause),
        }
    }

    fn line(&mut self, at: Path, shown: bool, cause: &Cause<'_>) {
        let because = match (self.standing, shown) {
            (Standing::Working, _) => Because::ByDefault,
            (_, true) => self.why_shown(cause),
            (_, false) => self.why_withheld(cause),
        };
        let path = at.text();
        self.lines.push((at, Disclosure { path, shown, because }));
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
    let mut path = Path(at.0.clone());
    path.0.push(step);
    path
}
