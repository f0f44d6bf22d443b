//! Checking.

use crate::mutate::gentle;
use proptest::prelude::*;
use serde_json::Value;
use support_panel::record::ProfileName;
use support_panel::{CheckOptions, Finding, Profile, Record, check, explain_finding, profiles};

fn under(record: &Record, profile: &Profile) -> Record {
    Record {
        profile: ProfileName { id: profile.id.clone(), version: profile.version.clone() },
        ..record.clone()
    }
}

fn keys(path: &str) -> Vec<Result<usize, &str>> {
    path.split('/').skip(1).map(|step| step.parse().map_err(|_| step)).collect()
}

fn assert_sound(findings: &[Finding], value: &Value) {
    for finding in findings {
        assert!(support_panel::rules().any(|rule| rule.code == finding.code));
        assert!(explain_finding(finding).is_some());
        assert!(
            !finding.message.contains(['{', '}']),
            "{} leaves a blank in its sentence",
            finding.code
        );
        // Its path is a member, or one that would have to be added to what is there.
        let mut here = finding.path.as_str();
        while value.pointer(here).is_none() {
            here = here.rsplit_once('/').unwrap().0;
        }
        let missing: Vec<_> = keys(&finding.path[here.len()..]);
        assert!(
            missing.iter().all(Result::is_err),
            "{} points into an item that is not there: {}",
            finding.code,
            finding.path
        );
    }
    // Items of one list come in their order.
    for pair in findings.windows(2) {
        let (a, b) = (keys(&pair[0].path), keys(&pair[1].path));
        let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        if let (Some(Ok(a)), Some(Ok(b))) = (a.get(same), b.get(same)) {
            assert!(a < b, "{} before {}", pair[0].path, pair[1].path);
        }
        assert!(pair[0].path != pair[1].path || pair[0].code <= pair[1].code);
        assert!(
            !pair[0].path.starts_with(&format!("{}/", pair[1].path)),
            "a child before its parent"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_record_that_reads_can_be_checked(value in gentle(), previous in gentle(), day in 0..40_000i64) {
        let Ok(record) = Record::from_json(value.to_string()) else { return Ok(()) };
        let previous = Record::from_json(previous.to_string()).ok();
        let as_of = support_panel::Date::new(1990, 1, 1).unwrap().checked_add_days(day);
        for profile in profiles() {
            let record = under(&record, profile);
            let written = serde_json::from_str(&record.to_json()).unwrap();
            for asked in [CheckOptions::default(), CheckOptions::default().as_of(as_of), CheckOptions::default().as_of(as_of).previous(previous.as_ref())] {
                let findings = check(&record, profile, &asked).unwrap();
                assert_sound(&findings, &written);
                prop_assert_eq!(&findings, &check(&record, profile, &asked).unwrap());
            }
        }
    }

    /// A day only adds findings about what is past; nothing else changes.
    #[test]
    fn a_day_only_adds_findings(value in gentle()) {
        let Ok(record) = Record::from_json(value.to_string()) else { return Ok(()) };
        let record = under(&record, &profiles()[0]);
        let without = check(&record, &profiles()[0], &CheckOptions::default()).unwrap();
        let with = check(&record, &profiles()[0], &CheckOptions::default().as_of(support_panel::Date::new(2026, 6, 1))).unwrap();
        let timed = ["SP107", "SP609", "SP705", "SP706"];
        let rest = |findings: Vec<Finding>| findings.into_iter().filter(|f| !timed.contains(&&*f.code)).collect::<Vec<_>>();
        prop_assert_eq!(rest(without), rest(with));
    }
}
