//! References: every one there is in a record, and what each may point to.

use crate::Id;
use crate::lookup::{Ids, Key};
use crate::record::{
    Abstention, Action, AgendaItem, Agreement, Case, ChildDecision, Dissent, Entry, EntryAmendment,
    Meeting, OnBehalfOf, Outcome, Participant, Person, PersonKind, Rating, Recording, Referral,
    ScalingRound, Subject,
};
use crate::rules::{Findings, Path, Step, View, each_marked, pointer, rule};
use std::slice::from_ref;

rule! {
    SP102 => unresolved,
    title: "A reference leads nowhere",
    severity: Error,
    phase: Record,
    why: "Who said, owns, answers or serves what is only known where the reference finds it.",
    remedy: "Correct the id, or add the person, participant, entry or action that it names; for a previous record, give the one that the meeting names.",
}

/// What a reference may point to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Person,
    Child,
    Participant,
    Entry,
    Anybody,
}

impl Target {
    fn is_met(self, view: &View<'_>, id: &str) -> bool {
        match self {
            Self::Person => view.person(id).is_some(),
            Self::Child => view.person(id).is_some_and(|it| it.kind == PersonKind::Child),
            Self::Participant => view.participant_index(id).is_some(),
            Self::Entry => view.entry_index(id).is_some(),
            Self::Anybody => view.person(id).is_some() || view.participant_index(id).is_some(),
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Person => "a person of the case",
            Self::Child => "a child of the case",
            Self::Participant => "a participant",
            Self::Entry => "an entry of the map",
            Self::Anybody => "a person of the case or a participant",
        }
    }
}

/// A member that refers, by its keys: one id, or one of a list of them.
struct Member {
    keys: &'static [&'static str],
    is_list: bool,
    to: Target,
}

/// Something that refers: hands over the ids of each of its members that does.
trait Refers {
    fn each(&self, visit: &mut impl FnMut(&'static Member, &[Id]));
}

/// A table of references: `maybe` one id, `each` of a list of them, `always` one that reading requires.
macro_rules! references {
    ($($of:ty { $($mode:ident $key:ident $(. $below:ident)* -> $to:ident;)+ })+) => {
        $(impl Refers for $of {
            #[inline]
            fn each(&self, visit: &mut impl FnMut(&'static Member, &[Id])) {
                $(visit(
                    &Member {
                        keys: &[stringify!($key) $(, stringify!($below))*],
                        is_list: references!(@is_list $mode),
                        to: Target::$to,
                    },
                    references!(@ids $mode self.$key $(.$below)*),
                );)+
            }
        })+
    };
    (@is_list each) => { true };
    (@is_list $other:ident) => { false };
    (@ids always $it:ident $(. $key:ident)+) => { from_ref(&$it $(.$key)+) };
    (@ids $other:ident $it:ident $(. $key:ident)+) => { $it $(.$key)+.as_slice() };
}

references! {
    Case { each separate_copies -> Anybody; }
    Person { each unlisted_for -> Anybody; }
    Referral { maybe referrer -> Participant; }
    Agreement {
        each service.given_by -> Anybody;
    }
    Meeting {
        maybe chair -> Participant;
        maybe note_taker -> Participant;
    }
    Participant {
        maybe person -> Person;
        maybe deputy_for -> Participant;
    }
    AgendaItem { maybe led_by -> Participant; }
    Entry {
        each about -> Person;
        each raised_by -> Participant;
        each statement.worried -> Anybody;
    }
    EntryAmendment { always by -> Participant; }
    Abstention { always by -> Participant; }
    Action {
        each serves -> Entry;
        maybe owner -> Participant;
        each supporting -> Participant;
        maybe accepted_by -> Participant;
        maybe chaser -> Participant;
    }
    Outcome {
        maybe decided_by -> Participant;
        maybe lead_practitioner -> Participant;
        maybe feedback.owner -> Participant;
    }
    ChildDecision { always child -> Child; }
    Dissent { always by -> Participant; }
    Recording { maybe recorded_by -> Participant; each circulated_to -> Participant; }
}

impl Refers for Rating {
    fn each(&self, visit: &mut impl FnMut(&'static Member, &[Id])) {
        visit(
            &Member { keys: &["by"], is_list: false, to: Target::Participant },
            from_ref(&self.by),
        );
        match &self.on_behalf_of {
            Some(OnBehalfOf::Person(id)) => {
                visit(
                    &Member {
                        keys: &["on_behalf_of", "person"],
                        is_list: false,
                        to: Target::Person,
                    },
                    from_ref(id),
                );
            }
            Some(OnBehalfOf::Participant(id)) => {
                visit(
                    &Member {
                        keys: &["on_behalf_of", "participant"],
                        is_list: false,
                        to: Target::Participant,
                    },
                    from_ref(id),
                );
            }
            Some(OnBehalfOf::Other(_)) | None => {}
        }
    }
}

fn unresolved(view: &View<'_>, findings: &mut Findings) {
    let record = view.record;
    let mut ask = Asking { view, findings };
    ask.of(&record.case, &["case".into()], None);
    for (i, person) in record.case.people.iter().enumerate() {
        ask.of(person, &["case".into(), "people".into(), i.into()], Some(&person.id));
    }
    ask.of(&record.referral, &["referral".into()], None);
    ask.of(&record.agreement, &["agreement".into()], None);
    ask.of(&record.meeting, &["meeting".into()], None);
    for (i, participant) in record.participants.iter().enumerate() {
        ask.of(participant, &["participants".into(), i.into()], Some(&participant.id));
    }
    for (i, item) in record.agenda.iter().enumerate() {
        ask.of(item, &["agenda".into(), i.into()], Some(&item.stage));
    }
    for (i, entry) in view.map() {
        ask.of(entry, &["mapping".into(), i.into()], Some(&entry.id));
        ask.answers(entry, i);
        for (j, amendment) in entry.amended.iter().enumerate() {
            ask.of(
                amendment,
                &["mapping".into(), i.into(), "amended".into(), j.into()],
                Some(&entry.id),
            );
        }
    }
    for (i, scaling_round) in record.scaling.iter().enumerate() {
        ask.about(scaling_round, &["scaling".into(), i.into()]);
        for (j, rating) in scaling_round.ratings.iter().enumerate() {
            ask.of(
                rating,
                &["scaling".into(), i.into(), "ratings".into(), j.into()],
                Some(&rating.by),
            );
        }
        for (j, abstention) in scaling_round.abstentions.iter().enumerate() {
            ask.of(
                abstention,
                &["scaling".into(), i.into(), "abstentions".into(), j.into()],
                Some(&abstention.by),
            );
        }
    }
    for (i, action) in record.actions.iter().enumerate() {
        ask.of(action, &["actions".into(), i.into()], Some(&action.id));
    }
    ask.of(&record.outcome, &["outcome".into()], None);
    for (i, it) in record.outcome.children.iter().enumerate() {
        ask.of(it, &["outcome".into(), "children".into(), i.into()], Some(&it.child));
    }
    for (i, dissent) in record.outcome.dissent.iter().enumerate() {
        ask.of(dissent, &["outcome".into(), "dissent".into(), i.into()], Some(&dissent.by));
    }
    ask.of(&record.recording, &["recording".into()], None);
    ask.marks();
    ask.previous();
}

fn is_looked_at(view: &View<'_>, at: &Path) -> bool {
    match at.0.as_slice() {
        [Step::Key("mapping"), Step::Item(index), ..] => {
            view.record.mapping.get(*index).is_some_and(Entry::is_on_map)
        }
        _ => true,
    }
}

struct Asking<'a, 'f> {
    view: &'a View<'a>,
    findings: &'f mut Findings,
}

impl Asking<'_, '_> {
    #[inline]
    fn of(&mut self, it: &impl Refers, at: &[Step], subject: Option<&str>) {
        it.each(&mut |member, ids| {
            for (n, id) in ids.iter().enumerate() {
                if !member.to.is_met(self.view, id) {
                    self.lost(member, n, id, at, subject);
                }
            }
        });
    }

    #[cold]
    fn lost(&mut self, member: &Member, n: usize, id: &Id, at: &[Step], subject: Option<&str>) {
        let keys = member.keys.iter().map(|key| Step::Key(key));
        let path = at.iter().copied().chain(keys).chain(member.is_list.then_some(Step::Item(n)));
        let facts = [("id", id.into()), ("expected", member.to.expected().into())];
        self.findings.add(Path(path.collect()), subject, "{id} is not {expected}.", &facts);
    }

    /// Whom a mark names. No one looks at an entry that was taken off the map.
    fn marks(&mut self) {
        const LIST: Member =
            Member { keys: &["withheld_from"], is_list: true, to: Target::Anybody };
        let view = self.view;
        each_marked(view.record, &mut |marked, at, subject| {
            for (n, id) in marked.withheld_from().iter().enumerate() {
                if !LIST.to.is_met(view, id) && is_looked_at(view, &at()) {
                    self.lost(&LIST, n, id, &at().0, subject);
                }
            }
        });
    }

    /// A scale is asked about a danger, or about a child where it says so.
    fn about(&mut self, round: &ScalingRound, at: &[Step]) {
        let Some(id) = &round.about else { return };
        let scale = self.view.profile.scale_of(self.view.record, &round.scale);
        let to = match scale.map(|scale| scale.subject) {
            Some(Subject::Child) => Target::Person,
            _ => Target::Entry,
        };
        if !to.is_met(self.view, id) {
            let member = Member { keys: &["about"], is_list: false, to };
            self.lost(&member, 0, id, at, Some(&round.scale));
        }
    }

    /// What an entry may answer depends on its category.
    fn answers(&mut self, entry: &Entry, index: usize) {
        for (n, id) in entry.answers.iter().enumerate() {
            let category = self.view.entry(id).map(|answered| answered.category);
            if category.is_some_and(|category| entry.category.may_answer().contains(&category)) {
                continue;
            }
            let (path, own) = (pointer!("mapping", index, "answers", n), entry.category.as_str());
            match category {
                None => {
                    self.findings.add(
                        path,
                        Some(&entry.id),
                        "{id} is not an entry of the map.",
                        &[("id", id.into())],
                    );
                }
                Some(other) => {
                    let template = "{id} is in category {other}, which an entry in category {own} cannot answer.";
                    let facts =
                        [("id", id.into()), ("other", other.as_str().into()), ("own", own.into())];
                    self.findings.add(path, Some(&entry.id), template, &facts);
                }
            }
        }
    }

    /// The previous record, and the actions that were carried from it.
    fn previous(&mut self) {
        if let Some(named) =
            self.view.record.meeting.previous.as_ref().filter(|_| self.view.wrong_previous)
        {
            let template =
                "The previous record that was given is not {previous}, which this meeting names.";
            self.findings.add(
                pointer!("meeting", "previous"),
                None,
                template,
                &[("previous", named.into())],
            );
        }
        let Some(previous) = self.view.previous else { return };
        let known: Ids<'_> =
            previous.actions.iter().map(|action| Key::new(action.id.as_str())).collect();
        for (i, action) in self.view.record.actions.iter().enumerate() {
            let Some(from) = action.carried_from.as_ref().filter(|from| from.record == previous.id)
            else {
                continue;
            };
            if !known.has(&from.action) {
                let template = "The previous record {previous} has no action {action}.";
                let facts =
                    [("previous", (&previous.id).into()), ("action", (&from.action).into())];
                self.findings.add(
                    pointer!("actions", i, "carried_from", "action"),
                    Some(&action.id),
                    template,
                    &facts,
                );
            }
        }
    }
}
