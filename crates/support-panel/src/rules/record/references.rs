//! References: every one there is in a record, and what each may point to.

use crate::Id;
use crate::record::{
    Abstention, Action, AgendaItem, Dissent, Entry, EntryAmendment, Feedback, Meeting, OnBehalfOf, Outcome, Participant, Rating, Recording,
    Referral, Service, Sitting,
};
use crate::rules::{Definition, Findings, Path, Phase, Rule, Severity, Step, View, pointer};
use crate::sorted::{Ids, Key};
use std::slice::from_ref;

pub(super) const SP102: Rule = Rule {
    definition: Definition {
        code: "SP102",
        title: "A reference leads nowhere",
        severity: Severity::Error,
        phase: Phase::Record,
        why: "Who said, owns, answers or serves what is only known where the reference finds it.",
        clears_by: "Correct the id, or add the person, participant, entry or action that it names; for a previous record, give the one that the meeting names.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: unresolved,
};

/// What a reference may point to.
struct Target {
    words: &'static str,
    is_met: fn(&View<'_>, &str) -> bool,
}

const PERSON: Target = Target { words: "a person of the case", is_met: |view, id| view.person(id).is_some() };
const PARTICIPANT: Target = Target { words: "a participant", is_met: |view, id| view.participant(id).is_some() };
const ENTRY: Target = Target { words: "an entry of the map", is_met: |view, id| view.entry(id).is_some() };
const ANYBODY: Target = Target {
    words: "a person of the case or a participant",
    is_met: |view, id| view.person(id).is_some() || view.participant(id).is_some(),
};

/// A member of `T` that refers, or a list of them.
struct Reference<T> {
    keys: &'static [&'static str],
    is_list: bool,
    to: Target,
    ids: fn(&T) -> &[Id],
}

/// A table of references: `maybe` one id, `each` of a list of them, `always` one that reading requires.
macro_rules! references {
    ($(static $name:ident: $of:ty = { $($mode:ident $key:ident $(. $below:ident)* -> $to:ident;)+ })+) => {
        $(static $name: &[Reference<$of>] = &[
            $(Reference {
                keys: &[stringify!($key) $(, stringify!($below))*],
                is_list: references!(@is_list $mode),
                to: $to,
                ids: |it| references!(@ids $mode it.$key $(.$below)*),
            }),+
        ];)+
    };
    (@is_list each) => { true };
    (@is_list $other:ident) => { false };
    (@ids always $it:ident $(. $key:ident)+) => { from_ref(&$it $(.$key)+) };
    (@ids $other:ident $it:ident $(. $key:ident)+) => { $it $(.$key)+.as_slice() };
}

references! {
    static REFERRAL: Referral = { maybe referrer -> PARTICIPANT; }
    static SERVICE: Service = { each given_by -> ANYBODY; }
    static MEETING: Meeting = { maybe chair -> PARTICIPANT; maybe note_taker -> PARTICIPANT; }
    static INVITED: Participant = { maybe person -> PERSON; maybe deputy_for -> PARTICIPANT; }
    static STAGE: AgendaItem = { maybe led_by -> PARTICIPANT; }
    static ENTRIES: Entry = { each about -> PERSON; each raised_by -> PARTICIPANT; each statement.worried -> ANYBODY; }
    static AMENDMENT: EntryAmendment = { always by -> PARTICIPANT; }
    static SITTING: Sitting = { maybe about -> ENTRY; }
    static ABSTENTION: Abstention = { always by -> PARTICIPANT; }
    static ACTION: Action = {
        each serves -> ENTRY;
        maybe owner -> PARTICIPANT;
        each supporting -> PARTICIPANT;
        maybe accepted_by -> PARTICIPANT;
        maybe chaser -> PARTICIPANT;
    }
    static OUTCOME: Outcome = { maybe decided_by -> PARTICIPANT; maybe lead_practitioner -> PARTICIPANT; }
    static DISSENT: Dissent = { always by -> PARTICIPANT; }
    static FEEDBACK: Feedback = { maybe owner -> PARTICIPANT; }
    static RECORDING: Recording = { maybe recorded_by -> PARTICIPANT; each circulated_to -> PARTICIPANT; }
}

static RATING: &[Reference<Rating>] = &[
    Reference { keys: &["by"], is_list: false, to: PARTICIPANT, ids: |rating| from_ref(&rating.by) },
    Reference {
        keys: &["on_behalf_of", "person"],
        is_list: false,
        to: PERSON,
        ids: |rating| match &rating.on_behalf_of {
            Some(OnBehalfOf::Person(id)) => from_ref(id),
            _ => &[],
        },
    },
    Reference {
        keys: &["on_behalf_of", "participant"],
        is_list: false,
        to: PARTICIPANT,
        ids: |rating| match &rating.on_behalf_of {
            Some(OnBehalfOf::Participant(id)) => from_ref(id),
            _ => &[],
        },
    },
];

fn unresolved(view: &View<'_>, findings: &mut Findings) {
    let record = view.record;
    let mut ask = Asking { view, findings };
    ask.of(REFERRAL, &record.referral, &["referral".into()], None);
    ask.of(SERVICE, &record.agreement.service, &["agreement".into(), "service".into()], None);
    ask.of(MEETING, &record.meeting, &["meeting".into()], None);
    for (i, participant) in record.participants.iter().enumerate() {
        ask.of(INVITED, participant, &["participants".into(), i.into()], Some(&participant.id));
    }
    for (i, item) in record.agenda.iter().enumerate() {
        ask.of(STAGE, item, &["agenda".into(), i.into()], Some(&item.stage));
    }
    for (i, entry) in view.map() {
        ask.of(ENTRIES, entry, &["mapping".into(), i.into()], Some(&entry.id));
        ask.answers(entry, i);
        for (j, amendment) in entry.amended.iter().enumerate() {
            ask.of(AMENDMENT, amendment, &["mapping".into(), i.into(), "amended".into(), j.into()], Some(&entry.id));
        }
    }
    for (i, sitting) in record.scaling.iter().enumerate() {
        ask.of(SITTING, sitting, &["scaling".into(), i.into()], Some(&sitting.scale));
        for (j, rating) in sitting.ratings.iter().enumerate() {
            ask.of(RATING, rating, &["scaling".into(), i.into(), "ratings".into(), j.into()], Some(&rating.by));
        }
        for (j, abstention) in sitting.abstentions.iter().enumerate() {
            ask.of(ABSTENTION, abstention, &["scaling".into(), i.into(), "abstentions".into(), j.into()], Some(&abstention.by));
        }
    }
    for (i, action) in record.actions.iter().enumerate() {
        ask.of(ACTION, action, &["actions".into(), i.into()], Some(&action.id));
    }
    ask.of(OUTCOME, &record.outcome, &["outcome".into()], None);
    for (i, dissent) in record.outcome.dissent.iter().enumerate() {
        ask.of(DISSENT, dissent, &["outcome".into(), "dissent".into(), i.into()], Some(&dissent.by));
    }
    ask.of(FEEDBACK, &record.outcome.feedback, &["outcome".into(), "feedback".into()], None);
    ask.of(RECORDING, &record.recording, &["recording".into()], None);
    ask.previous();
}

struct Asking<'a, 'f> {
    view: &'a View<'a>,
    findings: &'f mut Findings,
}

impl Asking<'_, '_> {
    fn of<T>(&mut self, table: &[Reference<T>], it: &T, at: &[Step], subject: Option<&str>) {
        for reference in table {
            for (n, id) in (reference.ids)(it).iter().enumerate() {
                if (reference.to.is_met)(self.view, id) {
                    continue;
                }
                let keys = reference.keys.iter().map(|key| Step::Key(key));
                let path = at.iter().copied().chain(keys).chain(reference.is_list.then_some(Step::Item(n)));
                let facts = [("id", id.into()), ("expected", reference.to.words.into())];
                self.findings.add(Path(path.collect()), subject, "{id} is not {expected}.", &facts);
            }
        }
    }

    /// What an entry may answer depends on its category.
    fn answers(&mut self, entry: &Entry, place: usize) {
        for (n, id) in entry.answers.iter().enumerate() {
            let category = self.view.entry(id).map(|answered| answered.category);
            if category.is_some_and(|category| entry.category.may_answer().contains(&category)) {
                continue;
            }
            let (path, own) = (pointer!("mapping", place, "answers", n), entry.category.as_str());
            match category {
                None => {
                    self.findings.add(path, Some(&entry.id), "{id} is not an entry of the map.", &[("id", id.into())]);
                }
                Some(other) => {
                    let words = "{id} is in category {other}, which an entry in category {own} cannot answer.";
                    let facts = [("id", id.into()), ("other", other.as_str().into()), ("own", own.into())];
                    self.findings.add(path, Some(&entry.id), words, &facts);
                }
            }
        }
    }

    /// The previous record, and the actions that were carried from it.
    fn previous(&mut self) {
        if let Some(named) = self.view.record.meeting.previous.as_ref().filter(|_| self.view.wrong_previous) {
            let words = "The previous record that was given is not {previous}, which this meeting names.";
            self.findings.add(pointer!("meeting", "previous"), None, words, &[("previous", named.into())]);
        }
        let Some(previous) = self.view.previous else { return };
        let known: Ids<'_> = previous.actions.iter().map(|action| Key::new(action.id.as_str())).collect();
        for (i, action) in self.view.record.actions.iter().enumerate() {
            let Some(from) = action.carried_from.as_ref().filter(|from| from.record == previous.id) else { continue };
            if !known.has(&from.action) {
                let words = "The previous record {previous} has no action {action}.";
                let facts = [("previous", (&previous.id).into()), ("action", (&from.action).into())];
                self.findings.add(pointer!("actions", i, "carried_from", "action"), Some(&action.id), words, &facts);
            }
        }
    }
}
