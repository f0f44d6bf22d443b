//! Laws of due dates, of allocation, and of one panel after another.

use super::*;
use crate::Code;
use crate::calendar::{Calendar, Region};
use crate::profile::Profile;
use crate::record::{Acceptance, Due, Within};
use crate::view::due;
use crate::{Amount, CheckOptions, Date, Id, Record, Severity, check};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A council that has limits on everything that an allocation looks at.
const COUNCIL: &str = r#"{
    "id": "council", "version": "1",
    "seats": [{"id": "free", "may_commit": true}, {"id": "bound", "may_commit": false}],
    "actions": {"max_per_panel": 4, "max_per_owner": 1, "due_by_review": true}
}"#;

fn council() -> Profile {
    Profile::from_json(COUNCIL).unwrap()
}

/// An object without the members that are null, as `[("key", value), …]`.
fn object(members: &[(&str, Value)]) -> Value {
    Value::Object(
        members
            .iter()
            .filter(|(_, v)| !v.is_null())
            .map(|(k, v)| ((*k).to_owned(), v.clone()))
            .collect::<Map<_, _>>(),
    )
}

/// Absent, or one of these.
fn maybe(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    proptest::option::of(select(words)).prop_map(|word| json!(word)).boxed()
}

fn days() -> BoxedStrategy<Value> {
    maybe(&["2026-02-27", "2026-03-11", "2026-03-12", "2026-03-13", "2026-04-02", "2026-12-24"])
        .boxed()
}

fn some_of(prefix: &'static str, most: usize) -> BoxedStrategy<Value> {
    proptest::collection::vec(0..most, 0..3)
        .prop_map(move |indexes| {
            json!(indexes.iter().map(|i| format!("{prefix}{i}")).collect::<Vec<_>>())
        })
        .boxed()
}

fn person(i: usize) -> BoxedStrategy<Value> {
    let birth = maybe(&[
        "2010-03-12",
        "2010-03-13",
        "2008-02-29",
        "2024-02-29",
        "1980-01-01",
        "2026-06-01",
    ]);
    (select(&["child", "parent"][..]), birth, maybe(&["attended", "written"]), days())
        .prop_map(move |(kind, birth, views, on)| {
            object(&[
                ("id", json!(format!("c{i}"))),
                ("kind", json!(kind)),
                ("date_of_birth", birth),
                ("views", views),
                ("views_on", on),
            ])
        })
        .boxed()
}

fn participant(i: usize) -> BoxedStrategy<Value> {
    let kind = select(
        &[
            "professional",
            "professional",
            "family",
            "child",
            "network",
            "advocate",
            "business_support",
        ][..],
    );
    let attendance = maybe(&["invited", "present", "present", "remote", "apologies", "absent"]);
    let deputy = maybe(&["p0", "p1"]);
    (kind, attendance, maybe(&["free", "bound"]), maybe(&["c0", "c1", "c2"]), deputy)
        .prop_map(move |(kind, attendance, seat, person, deputy)| {
            let id = json!(format!("p{i}"));
            let update = json!(attendance == "apologies");
            object(&[
                ("id", id),
                ("kind", json!(kind)),
                ("seat", seat),
                ("person", person),
                ("attendance", attendance),
                ("deputy_for", deputy),
                ("written_update", update),
            ])
        })
        .boxed()
}

fn entry(i: usize) -> BoxedStrategy<Value> {
    let category = select(&["past_harm", "future_danger", "goal", "next_step"][..]);
    let withdrawn = proptest::option::weighted(0.3, Just(json!({"by": "p0", "why": "Said twice"})));
    (category, some_of("m", 6), withdrawn)
        .prop_map(move |(category, answers, withdrawn)| {
            object(&[
                ("id", json!(format!("m{i}"))),
                ("category", json!(category)),
                ("answers", answers),
                ("withdrawn", json!(withdrawn)),
            ])
        })
        .boxed()
}

fn action(i: usize) -> BoxedStrategy<Value> {
    let due = proptest::option::of(prop_oneof![
        Just(json!({"on": "2026-05-01"})),
        (select(&["working_days", "days", "weeks", "months"][..]), 1..1001)
            .prop_map(|(unit, n)| json!({"within": {unit: n}})),
        Just(json!({"by_review": true})),
    ]);
    let status = maybe(&["open", "in_progress", "done", "cancelled"]);
    let acceptance = (
        maybe(&["proposed", "accepted", "declined"]),
        maybe(&["p0", "p1", "p2", "p3"]),
        maybe(&["p0"]),
    );
    (due, status, acceptance, maybe(&["p0", "p1", "p2", "p3"]), some_of("m", 6), days())
        .prop_map(move |(due, status, (acceptance, by, chaser), owner, serves, agreed_on)| {
            object(&[
                ("id", json!(format!("a{i}"))),
                ("serves", serves),
                ("owner", owner),
                ("acceptance", acceptance),
                ("accepted_by", by),
                ("chaser", chaser),
                ("agreed_on", agreed_on),
                ("due", json!(due)),
                ("status", status),
            ])
        })
        .boxed()
}

fn records() -> BoxedStrategy<Record> {
    let people = [person(0), person(1), person(2)];
    let participants = [participant(0), participant(1), participant(2), participant(3)];
    let entries = [entry(0), entry(1), entry(2), entry(3), entry(4), entry(5)];
    let actions = [action(0), action(1), action(2), action(3), action(4), action(5)];
    let service = (maybe(&["agreed", "withdrawn"]), days());
    (people, participants, entries, actions, service, (days(), days()))
        .prop_map(|(people, participants, entries, actions, (service, on), (held_on, review_on))| {
            let record = json!({
                "format": crate::FORMAT, "id": "panel-1",
                "profile": {"id": "council", "version": "1"},
                "case": {"reference": "EHA-1", "people": people},
                "agreement": {"service": object(&[("status", service), ("on", on)])},
                "meeting": object(&[("status", json!("concluded")), ("held_on", held_on)]),
                "participants": participants, "mapping": entries, "actions": actions,
                "outcome": object(&[("review_on", review_on), ("contingency", json!("Ring first"))]),
                "recording": {"system": "EHM"},
                "extensions": {"room": 4},
            });
            Record::from_json(record.to_string()).unwrap()
        })
        .boxed()
}

/// The codes of what is found about one action.
fn found(record: &Record, id: &Id) -> Vec<String> {
    let findings = check(record, &council(), &CheckOptions::default()).unwrap();
    findings
        .iter()
        .filter(|finding| finding.subject.as_deref() == Some(id))
        // A child who may own an action and has accepted it is advice, and no bar.
        .filter(|finding| finding.code != "SP611" || finding.severity != Severity::Advice)
        .map(|finding| finding.code.to_string())
        .collect()
}

fn late() -> Date {
    "2027-01-04".parse().unwrap()
}

proptest! {
    #[test]
    fn the_next_record_is_as_any_other(record in records()) {
        let next = follow_on(&record, "panel-2", late()).unwrap();
        let text = next.to_json();
        let again = Record::from_json(&text).unwrap();
        prop_assert_eq!(again.to_json(), text);
        prop_assert_eq!(again, next);
    }

    #[test]
    fn the_next_record_keeps_the_map_and_carries_what_is_open(record in records()) {
        let next = follow_on(&record, "panel-2", late()).unwrap();
        let kept: Vec<_> = record.mapping.iter().filter(|entry| entry.is_on_map()).collect();
        prop_assert_eq!(next.mapping.len(), kept.len());
        for (now, before) in next.mapping.iter().zip(kept) {
            prop_assert_eq!((&now.id, now.category), (&before.id, before.category));
            let still = before.answers.iter().filter(|id| next.mapping.iter().any(|entry| entry.id == **id));
            prop_assert!(now.answers.iter().eq(still));
        }
        let open: Vec<_> = record.actions.iter().filter(|action| action.is_live()).collect();
        prop_assert_eq!(next.actions.len(), open.len());
        for (now, before) in next.actions.iter().zip(open) {
            prop_assert_eq!((&now.id, &now.owner, &now.due, now.status), (&before.id, &before.owner, &before.due, before.status));
            let from = now.carried_from.as_ref().unwrap();
            prop_assert_eq!((&from.record, &from.action), (&record.id, &before.id));
            let was_due = due(&record, &council(), before).filter(|_| !matches!(before.due, Some(Due::ByReview)));
            prop_assert!(was_due.is_none() || was_due == due(&next, &council(), now));
        }
        let asked = CheckOptions { previous: Some(&record), ..CheckOptions::default() };
        let findings = check(&next, &council(), &asked).unwrap();
        prop_assert!(!findings.iter().any(|finding| finding.code == "SP610"));
    }

    #[test]
    fn the_next_record_is_not_yet_held(record in records()) {
        let next = follow_on(&record, "panel-2", late()).unwrap();
        prop_assert!(next.participants.iter().all(|p| p.attendance == Some(crate::record::Attendance::Invited) && p.written_update.is_none()));
        prop_assert!(next.case.people.iter().all(|p| p.views.is_none() && p.views_on.is_none()));
        prop_assert_eq!((&next.outcome, &next.recording), (&Default::default(), &Default::default()));
        prop_assert_eq!((&next.referral, &next.agreement), (&record.referral, &record.agreement));
        prop_assert_eq!(next.meeting.held_on, Some(late()));
    }

    #[test]
    fn an_action_allocated_as_answered_leaves_nothing_to_find_but_what_was_said(record in records(), a in 0..6_usize, p in 0..4_usize) {
        let (action, owner) = (record.actions[a].id.clone(), record.participants[p].id.clone());
        let answer = allocation(&record, &council(), &action, &owner).unwrap();
        let family = record.participants[p].is_family_side();
        let mut allocated = record.clone();
        let change = &mut allocated.actions[a];
        change.owner = Some(owner.clone());
        change.acceptance = Some(if answer.verdict == Verdict::Accepted { Acceptance::Accepted } else { Acceptance::Proposed });
        change.accepted_by = (answer.verdict == Verdict::Accepted).then_some(owner);
        if answer.needs_chaser {
            change.chaser = Some("p0".parse().unwrap());
        }
        let found = found(&allocated, &action);
        let asked = |code: &str| found.iter().any(|found| found == code);
        let said = |code: Code| answer.reasons.iter().any(|reason| reason.code == code);
        prop_assert!(!answer.reasons.is_empty());
        match answer.verdict {
            Verdict::Accepted => prop_assert!(!["SP604", "SP605", "SP611"].iter().any(|code| asked(code)), "{found:?}"),
            Verdict::Proposed => {
                prop_assert!(!asked("SP611"));
                prop_assert_eq!(asked("SP605"), family);
                // Of one who attended and may not commit, the answer is still to come.
                prop_assert_eq!(asked("SP604"), !family && !said(Code::DidNotAttend));
            }
            Verdict::Refused => {
                let young = said(Code::ChildTooYoung) || said(Code::ChildOfUnknownAge);
                prop_assert!(young || said(Code::ServiceWithdrawn) || said(Code::ActionOver));
                prop_assert!(!answer.needs_chaser);
            }
        }
        if record.actions[a].is_live() {
            prop_assert_eq!(asked("SP611"), said(Code::ChildTooYoung) || said(Code::ChildOfUnknownAge));
            let refused = answer.verdict == Verdict::Refused;
            prop_assert_eq!(asked("SP603") && !refused, said(Code::DueAfterReview));
            prop_assert!(!asked("SP211") || said(Code::ServiceWithdrawn));
            let findings = check(&allocated, &council(), &CheckOptions::default()).unwrap();
            let limit = |subject: Option<&str>| !refused && findings.iter().any(|f| f.code == "SP607" && f.subject.as_deref() == subject);
            prop_assert_eq!(limit(None), said(Code::PanelLimit));
            prop_assert_eq!(limit(Some(&record.participants[p].id)), said(Code::OwnerLimit));
        }
    }

    #[test]
    fn working_days_are_counted_one_by_one(from in 0..20_000_i64, n in 1..200_u32, closed in proptest::collection::vec(0..300_i64, 0..20)) {
        let from = Date::new(2001, 1, 1).unwrap().checked_add_days(from).unwrap();
        let closed = closed.into_iter().map(|days| from.checked_add_days(days).unwrap());
        let calendar = Calendar::new(Region::EnglandAndWales, closed);
        let mut last = from;
        for _ in 0..n {
            last = last.checked_add_days(1).unwrap();
            while !calendar.is_working_day(last) {
                last = last.checked_add_days(1).unwrap();
            }
        }
        prop_assert_eq!(Within::WorkingDays(Amount::new(n).unwrap()).end(from, &calendar), Some(last));
    }
}

#[test]
fn who_is_not_in_the_record_is_an_error() {
    let record = Record::from_json(include_str!("../../../../tests/records/clean.json")).unwrap();
    let profile = Profile::of(&record).unwrap();
    let code = |result: Result<Allocation, Error>| result.unwrap_err().code();
    assert_eq!(code(allocation(&record, &profile, "a9", "p-chair")), Code::UnknownAction);
    assert_eq!(code(allocation(&record, &profile, "a1", "p-nobody")), Code::UnknownParticipant);
    assert_eq!(code(allocation(&record, &profile, "a1", "adult-1")), Code::UnknownParticipant);
    assert_eq!(code(allocation(&record, &council(), "a1", "p-chair")), Code::ProfileMismatch);
    assert_eq!(due_on(&record, &profile, "p-chair").unwrap_err().code(), Code::UnknownAction);
    assert_eq!(due_on(&record, &council(), "a1").unwrap_err().code(), Code::ProfileMismatch);
}

#[test]
fn the_next_record_has_an_id_and_a_day_of_its_own() {
    let record = Record::from_json(include_str!("../../../../tests/records/clean.json")).unwrap();
    let code = |id: &str, day: &str| {
        follow_on(&record, id, day.parse().unwrap())
            .map(|next| next.id)
            .map_err(|error| error.code())
    };
    assert_eq!(code("next", "2026-04-30"), Ok("next".parse().unwrap()));
    assert_eq!(code("next", "2026-03-12"), Ok("next".parse().unwrap()));
    assert_eq!(code("next", "2026-03-11"), Err(Code::TooEarly));
    assert_eq!(code("the next", "2026-04-30"), Err(Code::BadId));
    assert_eq!(code("", "2026-04-30"), Err(Code::BadId));
    assert_eq!(code(&record.id, "2026-04-30"), Err(Code::RepeatedRecord));
}
