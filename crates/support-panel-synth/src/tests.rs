use super::{DEFECTS, Synth, ndjson};
use crate::rng::Rng;
use std::collections::BTreeSet;
use support_panel::record::{Attendance, MeetingStatus, OnBehalfOf};
use support_panel::{CheckOptions, Date, Finding, Phase, Profile, Record, Severity, check};

/// Long enough for everything rare to come up.
const MANY: usize = 1500;

fn clean(n: usize) -> Vec<Record> {
    Synth::new(20_260_312).defects(0.0).take(n).collect()
}

/// Each record with the one of the panel before it, where there is one.
fn with_previous(records: &[Record]) -> impl Iterator<Item = (&Record, Option<&Record>)> {
    records.iter().enumerate().map(|(at, record)| {
        let before = at.checked_sub(1).and_then(|at| records.get(at));
        (record, before.filter(|before| record.meeting.previous.as_ref() == Some(&before.id)))
    })
}

fn found(record: &Record, as_of: Option<Date>, previous: Option<&Record>) -> Vec<Finding> {
    let profile = Profile::built_in("leicester-masp").unwrap();
    check(record, &profile, &CheckOptions::default().as_of(as_of).previous(previous)).unwrap()
}

/// FNV-1a, so that a change of a single byte anywhere shows.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn text(n: usize, seed: u64, defects: f64) -> Vec<u8> {
    let mut out = Vec::new();
    ndjson(n, seed, defects, &mut out).unwrap();
    out
}

#[test]
fn the_first_fifty_records_are_the_same_everywhere() {
    let out = text(50, 7, 0.25);
    assert_eq!((out.len(), digest(&out)), (532_150, 3_671_384_265_206_354_453));
}

#[test]
fn a_longer_run_starts_like_a_shorter_one_and_seeds_differ() {
    assert!(text(40, 7, 0.25).starts_with(&text(20, 7, 0.25)));
    assert_ne!(text(5, 7, 0.0), text(5, 8, 0.0));
}

#[test]
fn the_rate_of_defects_changes_nothing_else() {
    let pairs = || Synth::new(3).defects(0.0).zip(Synth::new(3).defects(0.4)).take(1000);
    let spoilt = pairs().filter(|(clean, spoilt)| clean != spoilt).count();
    assert!((350..450).contains(&spoilt), "{spoilt} of 1000 at a rate of 0.4");
    assert!(
        Synth::new(3)
            .defects(0.0)
            .zip(Synth::new(3).defects(1.0))
            .take(300)
            .all(|(clean, spoilt)| clean != spoilt)
    );
    assert!(
        Synth::new(3)
            .defects(f64::NAN)
            .zip(Synth::new(3).defects(-1.0))
            .take(50)
            .all(|(one, other)| one == other)
    );
}

#[test]
fn every_record_reads_back_and_is_canonical() {
    for record in Synth::new(11).defects(0.5).take(MANY) {
        let json = record.to_json();
        let read = Record::from_json(&json).unwrap();
        assert_eq!(read, record);
        assert_eq!(read.to_json(), json);
    }
}

#[test]
fn no_two_records_have_one_id() {
    let records = clean(MANY);
    let ids: BTreeSet<&str> = records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids.len(), records.len());
}

#[test]
fn concluded_records_are_of_the_size_of_real_ones() {
    let records = clean(MANY);
    let concluded: Vec<&Record> =
        records.iter().filter(|record| Phase::of(record) == Phase::Concluded).collect();
    let mean =
        concluded.iter().map(|record| record.to_json().len()).sum::<usize>() / concluded.len();
    assert!((10_000..=11_500).contains(&mean), "{mean} bytes");
    for record in concluded {
        assert!(
            (10..=16).contains(&record.participants.len()),
            "{} participants",
            record.participants.len()
        );
        assert!((2..=5).contains(&record.case.people.len()));
        assert!((8..=20).contains(&record.mapping.len()), "{} entries", record.mapping.len());
        let own =
            record.scaling.get(1).unwrap().ratings.iter().filter(|rating| rating.is_own()).count();
        assert!((7..=15).contains(&own), "{own} ratings");
        assert!((3..=8).contains(&record.actions.len()), "{} actions", record.actions.len());
    }
}

#[test]
fn all_that_a_panel_may_hold_comes_up() {
    let records = clean(MANY);
    let all = records.iter().map(Record::to_json).collect::<String>();
    for part in [
        r#""status":"in_progress","kind""#,
        r#""status":"adjourned","kind""#,
        r#""decision":"close""#,
        r#""decision":"reconsider_status""#,
        r#""due":{"on""#,
        r#""within":{"working_days""#,
        r#""within":{"days""#,
        r#""within":{"weeks""#,
        r#""within":{"months""#,
        r#""by_review""#,
        r#""status":"done""#,
        r#""status":"in_progress""#,
        r#""status":"cancelled""#,
        r#""acceptance":"proposed""#,
        r#""acceptance":"declined""#,
        r#""abstentions""#,
        r#""on_behalf_of":{"person""#,
        r#""on_behalf_of":{"participant""#,
        r#""on_behalf_of":{"other""#,
        r#""deputy_for""#,
        r#""written_update":true"#,
        r#""extensions""#,
        r#""nhs_number":"999"#,
        r#""settled""#,
        r#""withdrawn""#,
        r#""amended""#,
        r#""dissent""#,
        r#""visible_to":"professionals""#,
        r#""paused_seconds""#,
        r#""arrived_at""#,
        r#""kind":"advocate""#,
        "ë",
    ] {
        assert!(all.contains(part), "{part}");
    }
    assert!(records.iter().any(|record| record.meeting.status.is_none()));
}

#[test]
fn sentences_vary_as_people_do() {
    let records = clean(MANY);
    let texts: BTreeSet<&str> = records
        .iter()
        .flat_map(|record| &record.mapping)
        .filter_map(|entry| entry.text.as_ref())
        .map(|text| text.as_str())
        .collect();
    assert!(texts.len() > 3000, "{} different entries", texts.len());
    assert!(texts.iter().all(|text| !text.contains(['{', '}', '|', '#'])));
}

#[test]
fn a_review_is_made_from_the_panel_before() {
    let records = clean(MANY);
    let mut reviews = 0;
    for (record, previous) in with_previous(&records) {
        assert_eq!(record.meeting.previous.is_some(), previous.is_some());
        let Some(previous) = previous else { continue };
        reviews += 1;
        assert_eq!(
            (&record.case.reference, &record.referral, &record.agreement),
            (&previous.case.reference, &previous.referral, &previous.agreement)
        );
        assert!(record.meeting.held_on > previous.meeting.held_on);
        for person in &previous.case.people {
            assert!(
                record.case.people.iter().any(|same| (&same.id, &same.name, same.kind)
                    == (&person.id, &person.name, person.kind))
            );
        }
        let ids = |record: &Record| -> Vec<_> {
            record
                .participants
                .iter()
                .filter(|who| who.deputy_for.is_none())
                .map(|who| who.id.clone())
                .collect()
        };
        assert_eq!(ids(record), ids(previous));
        for entry in previous.mapping.iter().filter(|entry| entry.is_on_map()) {
            assert!(
                record
                    .mapping
                    .iter()
                    .any(|same| same.id == entry.id && same.category == entry.category)
            );
        }
        for action in previous.actions.iter().filter(|action| action.is_live()) {
            let carried = record.actions.iter().find(|carried| carried.id == action.id).unwrap();
            let from = carried.carried_from.as_ref().unwrap();
            assert_eq!((&from.record, &from.action), (&previous.id, &action.id));
            assert_eq!((carried.agreed_on, &carried.due), (action.agreed_on, &action.due));
        }
    }
    assert!(reviews > MANY / 3, "{reviews} reviews");
}

#[test]
fn panels_sit_on_working_days_from_2023_to_2026() {
    let calendar = support_panel::calendar::Calendar::new(
        support_panel::calendar::Region::EnglandAndWales,
        [],
    );
    for record in clean(MANY) {
        let held_on = record.meeting.held_on.unwrap();
        assert!((2023..=2026).contains(&held_on.year()), "{held_on}");
        for day in [
            Some(held_on),
            record.referral.received_on,
            record.referral.mapping_received_on,
            record.outcome.review_on,
            record.recording.recorded_on,
        ] {
            assert!(day.is_none_or(|day| calendar.is_working_day(day)), "{day:?} of {}", record.id);
        }
    }
}

#[test]
fn numbers_move_from_panel_to_panel() {
    let mean = |record: &Record| -> Option<i64> {
        let own: Vec<i64> = record
            .scaling
            .get(1)?
            .ratings
            .iter()
            .filter(|rating| rating.is_own())
            .filter_map(|rating| rating.value.whole())
            .collect();
        own.iter().sum::<i64>().checked_mul(100)?.checked_div(own.len() as i64)
    };
    let records = clean(MANY);
    let moves: Vec<i64> = with_previous(&records)
        .filter_map(|(record, previous)| Some(mean(record)? - mean(previous?)?))
        .collect();
    assert!(moves.iter().any(|by| *by < -40) && moves.iter().any(|by| *by > 100));
    let guesses =
        records.iter().flat_map(|record| &record.scaling).flat_map(|sitting| &sitting.ratings);
    assert!(
        guesses.filter(|rating| matches!(rating.on_behalf_of, Some(OnBehalfOf::Person(_)))).count()
            > MANY / 2
    );
}

#[test]
fn a_record_without_defects_has_neither_errors_nor_warnings() {
    let records = clean(MANY);
    let mut advice = 0;
    for (record, previous) in with_previous(&records) {
        let findings = found(record, None, previous);
        let bad: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity != Severity::Advice)
            .map(|finding| (&*finding.code, &finding.path))
            .collect();
        assert_eq!(bad, [], "{}", record.id);
        advice += findings.len();
    }
    assert!(advice < MANY / 10, "{advice} pieces of advice on {MANY} records");
}

#[test]
fn every_defect_fires_its_rule() {
    let records = clean(MANY);
    let as_of = Date::new(2027, 1, 31);
    for defect in DEFECTS {
        let mut rng = Rng::new(5, 5);
        let mut struck = 0;
        for (record, previous) in with_previous(&records) {
            let mut spoilt = record.clone();
            if defect.strike(&mut spoilt, &mut rng) {
                assert_ne!(&spoilt, record, "{}", defect.name);
                let fires = |findings: Vec<Finding>| {
                    findings.iter().filter(|finding| finding.code == defect.rule).count()
                };
                let (before, after) =
                    (fires(found(record, as_of, previous)), fires(found(&spoilt, as_of, previous)));
                assert!(after > before, "{} ({}) on {}", defect.rule, defect.name, record.id);
                struck += 1;
            } else {
                assert_eq!(&spoilt, record, "{} spoils what it says it leaves alone", defect.name);
            }
            if struck == 60 {
                break;
            }
        }
        assert!(struck >= 10, "{}: {struck}", defect.name);
    }
    let covered: BTreeSet<&str> = DEFECTS.iter().map(|defect| defect.rule).collect();
    assert!(covered.len() >= 30, "{}", covered.len());
}

#[test]
fn a_planned_panel_is_all_invitations() {
    for record in clean(MANY).iter().filter(|record| record.meeting.status.is_none()) {
        assert!(record.participants.iter().all(|who| who.attendance == Some(Attendance::Invited)));
        assert!(
            record.scaling.is_empty()
                && record.agenda.is_empty()
                && record.outcome.decision.is_none()
        );
    }
    assert!(clean(MANY).iter().all(|record| record.meeting.status != Some(MeetingStatus::Planned)));
}
