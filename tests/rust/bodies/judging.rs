//! What is asked of records: findings, summaries, reports, tables.

use std::sync::LazyLock;
use support_panel::record::ProfileName;
use support_panel::report::{self, Format, Paper, PaperOptions, Reader, copy_of};
use support_panel::{CheckOptions, Code, Date, Profile, Record};

const WHOLE: [&str; 3] = [
    include_str!("../../records/everything.json"),
    include_str!("../../records/leicester-initial.json"),
    include_str!("../../records/leicester-review.json"),
];

static RECORDS: LazyLock<Vec<Record>> =
    LazyLock::new(|| WHOLE.iter().map(|text| Record::from_json(text).unwrap()).collect());

/// The shipped profiles, and those of the corpus.
static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let own =
        [include_str!("../../profiles/quorum.toml"), include_str!("../../profiles/stages.toml")];
    let own = own.iter().map(|text| Profile::from_toml(text).unwrap());
    support_panel::profiles().iter().cloned().chain(own).collect()
});

/// Why there may be no paper for a family: nothing is for them, their copies differ, or something would stay in sight.
const MAY_BE_REFUSED: [Code; 3] = [Code::EmptyPaper, Code::SeparateCopies, Code::Unconfirmed];

fn named(record: &Record, profile: &Profile) -> Record {
    Record {
        profile: ProfileName { id: profile.id.clone(), version: profile.version.clone() },
        ..record.clone()
    }
}

fn steps(path: &str) -> Vec<Result<usize, &str>> {
    path.split('/').skip(1).map(|step| step.parse().map_err(|_| step)).collect()
}

fn judged(record: &Record, profile: &Profile) {
    let record = named(record, profile);
    let as_of = Date::new(2026, 6, 1);
    for asked in [
        CheckOptions::default(),
        CheckOptions::default().as_of(as_of).previous(&RECORDS[1]),
        CheckOptions::default().as_of(Date::MAX).previous(&record),
    ] {
        let findings = support_panel::check(&record, profile, &asked).unwrap();
        for finding in &findings {
            assert!(
                support_panel::explain_under(&finding.code, profile).is_ok(),
                "{} explains nothing",
                finding.code
            );
        }
        for pair in findings.windows(2) {
            let (a, b) = (steps(&pair[0].path), steps(&pair[1].path));
            let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
            if let (Some(Ok(a)), Some(Ok(b))) = (a.get(same), b.get(same)) {
                assert!(a < b, "{} before {}", pair[0].path, pair[1].path);
            }
            assert!(
                pair[0].path != pair[1].path || pair[0].code <= pair[1].code,
                "{} before {}",
                pair[0].code,
                pair[1].code
            );
            assert!(a.len() <= b.len() || same < b.len(), "a child before its parent");
        }
    }
}

/// A record under every profile there is.
pub(crate) fn findings(record: &Record) {
    PROFILES.iter().for_each(|profile| judged(record, profile));
}

/// Whole records under a profile.
pub(crate) fn under(profile: &Profile) {
    RECORDS.iter().for_each(|record| asked(record, profile));
}

/// Every question that takes a record and a profile.
fn asked(record: &Record, profile: &Profile) {
    judged(record, profile);
    let record = named(record, profile);
    let _ = support_panel::summaries(&record, profile);
    let _ = support_panel::summaries_since(&record, &RECORDS[1], profile);
    let _ = support_panel::trajectory_with(
        &[RECORDS[1].clone(), record.clone()],
        std::slice::from_ref(profile),
    );
    for action in record.actions.iter().take(20) {
        let _ = support_panel::due_on(&record, profile, &action.id);
        for owner in record.participants.iter().take(20) {
            let _ = support_panel::allocation(&record, profile, &action.id, &owner.id);
        }
    }
    let id = "next";
    for day in [Date::MIN, Date::MAX] {
        if let Ok(next) = support_panel::follow_on(&record, id, day) {
            assert_eq!(Record::from_json(next.to_json()).unwrap(), next);
        }
    }
    for write in [report::minutes, report::map, report::action_plan] {
        for format in Format::ALL {
            assert!(!write(&record, profile, &Reader::Professionals, *format).unwrap().is_empty());
            match write(&record, profile, &Reader::Family, *format) {
                Ok(paper) => assert!(!paper.is_empty()),
                Err(error) => assert!(MAY_BE_REFUSED.contains(&error.code()), "{error}"),
            }
        }
    }
}

/// The first byte chooses the profile, the rest is a record.
pub(crate) fn report(bytes: &[u8]) {
    let Some((which, text)) = bytes.split_first() else { return };
    let Ok(record) = Record::from_json(text) else { return };
    asked(&record, &PROFILES[usize::from(*which) % PROFILES.len()]);
}

/// The reader of a number: who holds the panel, the family, then each of those whom the record knows.
fn reader(record: &Record, which: u8) -> Reader {
    let people = record.case.people.iter().map(|person| person.id.to_string());
    let participants = record.participants.iter().map(|participant| participant.id.to_string());
    let fixed = ["professionals".to_owned(), "family".to_owned()];
    let all: Vec<String> = fixed.into_iter().chain(people).chain(participants).collect();
    all[usize::from(which) % all.len()].parse().unwrap()
}

/// Four bytes choose the profile, the reader, the paper and its options; the rest is a record. Whatever they are, there is a paper in
/// every format, or a refusal; and whoever has a copy has it as a Bundle that is JSON, or is refused that.
pub(crate) fn papers(bytes: &[u8]) {
    let Some(([profile, who, paper, options], text)) = bytes.split_first_chunk() else { return };
    let Ok(record) = Record::from_json(text) else { return };
    let profile = &PROFILES[usize::from(*profile) % PROFILES.len()];
    let record = named(&record, profile);
    let reader = reader(&record, *who);
    let paper = Paper::ALL[usize::from(*paper) % Paper::ALL.len()];
    let ids = record.mapping.iter().map(|entry| entry.id.clone()).filter(|_| options & 1 != 0);
    let asked = PaperOptions::default()
        .blanks(options & 2 != 0)
        .previous((options & 4 != 0).then_some(&RECORDS[1]))
        .as_of((options & 8 != 0).then_some(Date::MAX))
        .confirmed(ids);
    if let Ok(made) = report::paper(&record, profile, &reader, paper, &asked) {
        for format in Format::ALL {
            assert!(!made.render(*format).is_empty(), "an empty {paper}");
        }
    }
    if let Ok(copy) = copy_of(&record, profile, &reader)
        && let Ok(bundle) = support_panel_fhir::bundle(&copy, profile)
    {
        let value: serde_json::Value = serde_json::from_str(&bundle).unwrap();
        assert_eq!(value["resourceType"], "Bundle");
    }
}
