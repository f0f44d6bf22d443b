//! The table of slips.

use super::super::attendance::held_on;
use super::super::builders::{entry, id, participant, rating};
use super::super::days::plus;
use super::super::rng::Rng;
use super::Defect;
use Phase::{Concluded as C, Meeting as M, Planned as P, Record as R};
use support_panel::record::{
    Acceptance, Action, ActionStatus, Attendance, Category, Entry, MeetingKind, Origin,
    Participant, ParticipantKind, Person, PersonKind, Rating, Scale, ScalingRound, Statement,
    Views,
};
use support_panel::{Date, Decimal, Phase, Record, Text};

const fn slip(
    rule: &'static str,
    phase: Phase,
    name: &'static str,
    spoil: fn(&mut Record, &mut Rng) -> bool,
) -> Defect {
    Defect { rule, name, phase, spoil }
}

/// Every slip.
pub const DEFECTS: &[Defect] = &[
    slip("SP101", R, "two actions have one id", |record, _| match record.actions.as_mut_slice() {
        [first, .., last] => set(&mut last.id, first.id.clone()),
        _ => false,
    }),
    slip("SP102", R, "an action serves an entry that is not there", |record, rng| {
        any(&mut record.actions, rng, |_| true, |action| action.serves.push(id("m99")))
    }),
    slip("SP103", R, "somebody holds another council's seat", |record, rng| {
        any(&mut record.participants, rng, has_no_seat, |who| who.seat = Some(id("health_visitor")))
    }),
    slip("SP103", C, "the decision is another council's", |record, _| {
        set(&mut record.outcome.decision, Some(id("no_further_action")))
    }),
    slip("SP104", C, "the review is before the meeting", |record, rng| {
        let day = plus(held_on(record), -rng.between(5, 60));
        record.outcome.review_on.is_some() && set(&mut record.outcome.review_on, Some(day))
    }),
    slip("SP104", P, "a child is born after the meeting", |record, rng| {
        let day = plus(held_on(record), rng.between(5, 3000));
        any(&mut record.case.people, rng, is_child, |child| child.date_of_birth = Some(day))
    }),
    slip("SP106", R, "an action's text is blank", |record, rng| {
        any(&mut record.actions, rng, |_| true, |action| action.text = Some(" ".into()))
    }),
    slip("SP107", C, "the day of recording is ten years out", |record, _| {
        let later = |day: Date| day.checked_add_months(120);
        record
            .recording
            .recorded_on
            .and_then(later)
            .is_some_and(|day| set(&mut record.recording.recorded_on, Some(day)))
    }),
    slip("SP108", R, "the last digit of an NHS number is wrong", |record, rng| {
        any(
            &mut record.case.people,
            rng,
            |person| person.nhs_number.is_some(),
            |person| {
                let digit = person
                    .nhs_number
                    .as_ref()
                    .and_then(|number| number.as_str().chars().last())
                    .and_then(|digit| digit.to_digit(10));
                let first = person
                    .nhs_number
                    .iter()
                    .flat_map(|number| number.as_str().chars().take(9))
                    .collect::<String>();
                person.nhs_number =
                    Some(format!("{first}{}", (digit.unwrap_or(0) + 1) % 10).into());
            },
        )
    }),
    slip("SP109", R, "the case's status is not for this panel", |record, rng| {
        let status = id(rng.pick(&["child_in_need", "child_protection", "none"]));
        set(&mut record.case.status, Some(status))
    }),
    slip("SP110", M, "somebody is said to have attended who did not", |record, rng| {
        let elsewhere = |person: &Person| !matches!(person.views, None | Some(Views::Attended));
        any(&mut record.case.people, rng, elsewhere, |person| person.views = Some(Views::Attended))
    }),
    slip("SP201", M, "nobody is in the chair", |record, _| set(&mut record.meeting.chair, None)),
    slip("SP202", M, "nobody takes notes", |record, _| set(&mut record.meeting.note_taker, None)),
    slip("SP204", C, "the apologies of a core seat were not recorded", |record, rng| {
        any(&mut record.participants, rng, sent_an_update, |who| {
            who.attendance = Some(Attendance::Absent)
        })
    }),
    slip("SP205", C, "the written update of a core seat is missing", |record, rng| {
        any(&mut record.participants, rng, sent_an_update, |who| who.written_update = None)
    }),
    slip("SP206", C, "agreement to the service is not recorded", |record, _| {
        set(&mut record.agreement.service.status, None)
    }),
    slip("SP207", C, "no lawful basis for sharing is recorded", |record, _| {
        set(&mut record.agreement.sharing.lawful_basis, None)
    }),
    slip("SP209", C, "a child's views are missing", |record, rng| {
        any(&mut record.case.people, rng, is_child, |child| child.views = None)
    }),
    slip("SP210", P, "the day of the mapping template is missing", |record, _| {
        is_initial(record) && set(&mut record.referral.mapping_received_on, None)
    }),
    slip("SP212", P, "the family was not invited", |record, _| {
        Phase::of(record) == P
            && is_initial(record)
            && without(&mut record.participants, Participant::is_family_side)
    }),
    slip("SP213", P, "no entry is said to have come with the referral", |record, _| {
        if is_initial(record) {
            record
                .mapping
                .iter_mut()
                .filter(|entry| entry.origin == Some(Origin::Referral))
                .for_each(|entry| entry.origin = None);
        }
        is_initial(record)
    }),
    slip("SP301", M, "two stages began together", |record, _| match record.agenda.as_mut_slice() {
        [_, overview, hopes, ..] => set(&mut hopes.started_at, overview.started_at),
        _ => false,
    }),
    slip("SP302", C, "the overview is not recorded", |record, _| {
        without(&mut record.agenda, |stage| stage.stage == "overview")
    }),
    slip("SP303", C, "the background took half an hour", |record, _| {
        match record.agenda.as_mut_slice() {
            [_, _, _, background, mapping, ..] => {
                set(&mut background.ended_at, mapping.ended_at)
                    && set(&mut mapping.started_at, mapping.ended_at)
            }
            _ => false,
        }
    }),
    slip("SP304", M, "the worker led the overview", |record, rng| {
        any(
            &mut record.agenda,
            rng,
            |stage| stage.stage == "overview",
            |stage| stage.led_by = Some(id("p-worker")),
        )
    }),
    slip("SP305", C, "the background came before the best hopes", |record, _| {
        match record.agenda.as_mut_slice() {
            [_, _, hopes, background, ..] => {
                std::mem::swap(&mut hopes.stage, &mut background.stage);
                true
            }
            _ => false,
        }
    }),
    slip("SP306", C, "the worker's best hopes are not recorded", |record, _| {
        set(&mut record.referral.best_hopes, None)
    }),
    slip("SP401", C, "nothing that works well is on the map", |record, _| {
        without(&mut record.mapping, |entry| {
            matches!(entry.category, Category::ExistingStrength | Category::ExistingSafety)
        })
    }),
    slip("SP402", C, "a goal does not say what it answers", |record, rng| {
        any(&mut record.mapping, rng, is_open_goal, |goal| goal.answers.clear())
    }),
    slip("SP403", M, "safety without evidence", |record, rng| {
        any(
            &mut record.mapping,
            rng,
            |entry| entry.category == Category::ExistingSafety,
            |safety| safety.evidence = None,
        )
    }),
    slip("SP404", M, "a danger without its statement", |record, rng| {
        any(
            &mut record.mapping,
            rng,
            |entry| entry.category == Category::FutureDanger,
            |danger| danger.statement = Statement::default(),
        )
    }),
    slip("SP406", M, "an entry has initials in it", |record, rng| {
        let tail =
            *rng.pick(&[" (see the EHA)", ", known to CAMHS", " — EWS involved", "; YP agrees"]);
        any(&mut record.mapping, rng, Entry::is_on_map, |entry| {
            entry.text = entry.text.as_ref().map(|text| format!("{}{tail}", text.as_str()).into())
        })
    }),
    slip("SP407", M, "nobody is recorded as raising an entry", |record, rng| {
        any(&mut record.mapping, rng, Entry::is_on_map, |entry| entry.raised_by.clear())
    }),
    slip("SP408", M, "a strength was put down twice", |record, _| {
        let twin = record
            .mapping
            .iter()
            .find(|entry| entry.category == Category::ExistingStrength && entry.is_on_map())
            .cloned();
        twin.is_some_and(|twin| {
            add(&mut record.mapping, Entry { id: id("m90"), text: twin.text.map(louder), ..twin })
        })
    }),
    slip("SP409", C, "a goal was put down in a hurry", |record, _| {
        let goal = entry(id("m91"), Category::Goal);
        add(
            &mut record.mapping,
            Entry {
                text: Some("Everybody to be happier".into()),
                raised_by: vec![id("p-worker")],
                ..goal
            },
        )
    }),
    slip("SP501", M, "a number off the scale", |record, rng| {
        rated(record, rng, Rating::is_own, |rating| {
            rating.value = Decimal::from(if rating.value.whole() > Some(4) { 11 } else { -1 })
        })
    }),
    slip("SP502", C, "the panel's scale was not asked", |record, _| {
        without(&mut record.scaling, |sitting| sitting.scale == "panel")
    }),
    slip("SP503", C, "somebody who attended gave no number", |record, rng| {
        let Some(panel) = panel(record) else { return false };
        let adults: Vec<_> = panel
            .ratings
            .iter()
            .filter(|rating| rating.is_own() && rating.by != "p-young")
            .map(|rating| rating.by.clone())
            .collect();
        rng.maybe(&adults).is_some_and(|by| {
            without(&mut panel.ratings, |rating| rating.is_own() && rating.by == *by)
        })
    }),
    slip("SP504", C, "the lowest number has no reason", |record, rng| {
        let lowest = panel(record).and_then(|panel| {
            panel.ratings.iter().filter(|rating| rating.is_own()).map(|rating| rating.value).min()
        });
        rated(
            record,
            rng,
            |rating| rating.is_own() && Some(rating.value) == lowest,
            |rating| rating.reason = None,
        )
    }),
    slip("SP505", M, "somebody's number was entered twice", |record, _| {
        let Some(panel) = panel(record) else { return false };
        let twin = panel.ratings.iter().find(|rating| rating.is_own()).cloned();
        twin.is_some_and(|twin| add(&mut panel.ratings, twin))
    }),
    slip(
        "SP508",
        C,
        "a number far from the others, and the decision gives no reason",
        |record, rng| {
            let Some(panel) = panel(record) else { return false };
            let own =
                || panel.ratings.iter().filter(|rating| rating.is_own()).map(|rating| rating.value);
            let (lowest, highest) = (own().min(), own().max());
            let (from, far) =
                if highest > Some(Decimal::from(5)) { (lowest, 1) } else { (highest, 10) };
            record.outcome.dissent.clear();
            record.outcome.reason = None;
            rated(
                record,
                rng,
                |rating| rating.is_own() && Some(rating.value) == from,
                |rating| rating.value = Decimal::from(far),
            )
        },
    ),
    slip("SP509", C, "a nought, and the decision gives no reason", |record, rng| {
        rated(record, rng, Rating::is_own, |rating| rating.value = Decimal::from(0))
            && set(&mut record.outcome.reason, None)
    }),
    slip("SP510", C, "the referrer's scale was not asked", |record, _| {
        without(&mut record.scaling, |sitting| sitting.scale == Scale::REFERRER)
    }),
    slip("SP511", M, "a scale was entered twice", |record, _| {
        let twin = record.scaling.first().cloned();
        twin.is_some_and(|twin| add(&mut record.scaling, twin))
    }),
    slip("SP512", M, "a number from somebody who did not attend", |record, _| {
        let absent = record
            .participants
            .iter()
            .find(|who| who.is_professional() && !who.attended())
            .map(|who| who.id.clone());
        let Some(panel) = panel(record) else { return false };
        absent.is_some_and(|by| add(&mut panel.ratings, rating(by, 5)))
    }),
    slip("SP601", C, "an action without an owner", |record, rng| {
        any(&mut record.actions, rng, Action::is_live, |action| action.owner = None)
    }),
    slip("SP602", C, "an action without a day", |record, rng| {
        any(&mut record.actions, rng, Action::is_live, |action| action.due = None)
    }),
    slip("SP604", C, "the worker has not accepted an action", |record, rng| {
        any(
            &mut record.actions,
            rng,
            |action| action.is_live() && is_owner(action, &["p-worker"]),
            |action| action.acceptance = Some(Acceptance::Proposed),
        )
    }),
    slip("SP605", C, "the worker accepted an action for the family", |record, rng| {
        let familys =
            |action: &Action| action.is_live() && is_owner(action, &["p-parent", "p-kin"]);
        any(&mut record.actions, rng, familys, |action| action.accepted_by = Some(id("p-worker")))
    }),
    slip("SP606", C, "an action serves nothing on the map", |record, rng| {
        any(&mut record.actions, rng, Action::is_live, |action| action.serves.clear())
    }),
    slip("SP608", C, "a goal without an action", |record, _| {
        let twin = record.mapping.iter().find(|entry| is_open_goal(entry)).cloned();
        let text = Some(Text::from(
            "The grown-ups talk with each other before they talk with the children",
        ));
        twin.is_some_and(|twin| add(&mut record.mapping, Entry { id: id("m92"), text, ..twin }))
    }),
    slip("SP610", M, "an action of the last panel was lost", |record, rng| {
        let carried: Vec<_> = record
            .actions
            .iter()
            .filter(|action| action.carried_from.is_some())
            .map(|action| action.id.clone())
            .collect();
        rng.maybe(&carried)
            .is_some_and(|lost| without(&mut record.actions, |action| action.id == *lost))
    }),
    slip("SP611", M, "an action for a child of unknown age", |record, rng| {
        let has_action = any(&mut record.actions, rng, Action::is_live, |action| {
            action.owner = Some(id("p-guest"))
        });
        has_action
            && add(
                &mut record.participants,
                Participant {
                    attendance: Some(Attendance::Apologies),
                    ..participant(id("p-guest"), ParticipantKind::Child)
                },
            )
    }),
    slip("SP612", M, "an action is done, but not when", |record, rng| {
        any(
            &mut record.actions,
            rng,
            |action| action.status != ActionStatus::Cancelled,
            |action| {
                (action.status, action.done_on) = (ActionStatus::Done, None);
            },
        )
    }),
    slip("SP701", C, "no decision is recorded", |record, _| {
        set(&mut record.outcome.decision, None)
    }),
    slip("SP702", C, "the case is closed without a reason", |record, _| {
        set(&mut record.outcome.decision, Some(id("close")))
            && set(&mut record.outcome.reason, None)
    }),
    slip("SP703", C, "nobody leads the work that goes on", |record, _| {
        record.outcome.lead_practitioner.is_some()
            && set(&mut record.outcome.lead_practitioner, None)
    }),
    slip("SP705", C, "nobody is to tell the family", |record, _| {
        set(&mut record.outcome.feedback.given_on, None)
            && set(&mut record.outcome.feedback.owner, None)
    }),
    slip(
        "SP707",
        C,
        "the case is closed over an action that nobody has accepted",
        |record, rng| {
            let left = any(&mut record.actions, rng, Action::is_live, |action| {
                action.acceptance = Some(Acceptance::Proposed)
            });
            left && set(&mut record.outcome.decision, Some(id("close")))
        },
    ),
];

/// Spoils one of the items that fit, by chance; false where none does.
fn any<T>(
    items: &mut [T],
    rng: &mut Rng,
    fits: impl Fn(&T) -> bool,
    spoil: impl FnOnce(&mut T),
) -> bool {
    let fitting: Vec<usize> =
        items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(at, _)| at).collect();
    rng.maybe(&fitting).and_then(|&at| items.get_mut(at)).map(spoil).is_some()
}

/// Spoils one of the numbers given on the panel's scale.
fn rated(
    record: &mut Record,
    rng: &mut Rng,
    fits: impl Fn(&Rating) -> bool,
    spoil: impl FnOnce(&mut Rating),
) -> bool {
    panel(record).is_some_and(|panel| any(&mut panel.ratings, rng, fits, spoil))
}

fn panel(record: &mut Record) -> Option<&mut ScalingRound> {
    record.scaling.iter_mut().find(|sitting| sitting.scale == "panel")
}

fn set<T>(index: &mut T, value: T) -> bool {
    *index = value;
    true
}

fn add<T>(list: &mut Vec<T>, item: T) -> bool {
    list.push(item);
    true
}

/// Takes out those that fit; false where none does.
fn without<T>(list: &mut Vec<T>, fits: impl Fn(&T) -> bool) -> bool {
    let before = list.len();
    list.retain(|item| !fits(item));
    list.len() < before
}

fn louder(text: Text) -> Text {
    format!("{}!", text.as_str()).into()
}

fn is_initial(record: &Record) -> bool {
    record.meeting.kind == Some(MeetingKind::Initial)
}

fn is_child(person: &Person) -> bool {
    person.kind == PersonKind::Child
}

fn has_no_seat(who: &Participant) -> bool {
    who.is_professional() && who.seat.is_none()
}

/// Of a core seat that sent apologies, and so no deputy.
fn sent_an_update(who: &Participant) -> bool {
    who.written_update == Some(true) && who.attendance == Some(Attendance::Apologies)
}

fn is_open_goal(entry: &Entry) -> bool {
    entry.category == Category::Goal && !entry.is_settled() && !entry.answers.is_empty()
}

fn is_owner(action: &Action, of: &[&str]) -> bool {
    action.owner.as_ref().is_some_and(|owner| of.contains(&owner.as_str()))
}
