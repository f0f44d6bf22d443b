//! Verdicts are held: what a case was found under an edition stays so, in every later edition, unless that edition
//! changed the rule or `CHANGELOG.md` lists the verdict among those that a fixed fault moved.

use crate::case::{File, files, folder};
use crate::operation::Check;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use support_panel::{Edition, Finding, rules};

/// `tests/verdicts/2026.1.json` and its like: for each case what it checked, and what was found.
type Verdicts = Map<String, Value>;

/// One line of a verdict: `SP101 error /people/1/id p-1`.
fn line(finding: &Finding) -> String {
    let Finding { code, severity, path, subject, .. } = finding;
    format!("{code} {severity} {path} {}", subject.as_deref().unwrap_or_default())
}

/// The code and path of such a line, as `CHANGELOG.md` names them: `SP101 /people/1/id`.
fn code_and_path(line: &str) -> String {
    let mut parts = line.split(' ');
    format!("{} {}", parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default())
}

fn found(check: &Check, edition: Edition) -> Vec<String> {
    let findings = check.findings(edition).expect("a case that is checked has its own profile");
    findings.iter().map(line).collect()
}

/// Tells what a case checks from what it checked before: its record, the previous one, the day, and a profile of its own.
fn input(check: &Check, has_own_profile: bool) -> String {
    let mut hash = Sha256::new();
    hash.update(check.record.to_json());
    hash.update(check.previous.as_ref().map(|record| record.to_json()).unwrap_or_default());
    hash.update(check.as_of.map(|day| day.to_string()).unwrap_or_default());
    if has_own_profile {
        hash.update(check.profile.to_json());
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Every case that checks something, by its file and name.
fn checks(files: &[File]) -> Vec<(String, String, Check)> {
    let cases = files.iter().flat_map(|file| file.cases.iter().map(move |case| (file, case)));
    let checks = cases.filter_map(|(file, case)| {
        let check = Check::asked_by(case)?;
        let own = case.member("profile_set").or(case.member("profile_remove")).is_some();
        Some((format!("{}: {}", file.name, case.name), input(&check, own), check))
    });
    checks.collect()
}

/// What is held of an edition: the committed verdict of each case whose input is as it was, and for every other case what is
/// found now.
fn held(committed: &Verdicts, checks: &[(String, String, Check)], edition: Edition) -> Verdicts {
    let verdicts = checks.iter().map(|(name, input, check)| {
        let before =
            committed.get(name).filter(|verdict| verdict.get("input") == Some(&json!(input)));
        let verdict = before
            .cloned()
            .unwrap_or_else(|| json!({"input": input, "found": found(check, edition)}));
        (name.clone(), verdict)
    });
    verdicts.collect()
}

/// One case a line, so that a change is read as one.
fn written(verdicts: &Verdicts) -> String {
    let lines: Vec<_> =
        verdicts.iter().map(|(name, verdict)| format!("{}: {verdict}", json!(name))).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// The lines that one of two verdicts has more often than the other.
fn moved<'a>(before: &'a [String], now: &'a [String]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    before.iter().for_each(|line| *counts.entry(line).or_default() -= 1);
    now.iter().for_each(|line| *counts.entry(line).or_default() += 1);
    counts.into_iter().filter(|(_, count)| *count != 0).map(|(line, _)| line).collect()
}

/// Whether an edition after `before`, and up to `edition`, brought, ended or changed the rule.
fn changed(code: &str, before: Edition, edition: Edition) -> bool {
    let is_later = |one: Edition| before < one && one <= edition;
    let bounds = rules().find(|rule| rule.code == code).map(|rule| (rule.since, rule.until));
    bounds.is_some_and(|(since, until)| is_later(since) || until.is_some_and(is_later))
        || Edition::ALL
            .iter()
            .filter(|one| is_later(**one))
            .any(|one| one.changes().iter().any(|change| change.code == code))
}

/// What `CHANGELOG.md` lists below each heading `Verdicts moved`: "- `FILE: CASE` `CODE PATH`: why".
fn listed(changelog: &str) -> BTreeSet<(String, String)> {
    let mut is_list = false;
    let mut listed = BTreeSet::new();
    for line in changelog.lines() {
        if line.starts_with('#') {
            is_list = line.trim_start_matches('#').trim() == "Verdicts moved";
        } else if is_list && line.starts_with("- ") {
            let parts: Vec<_> = line.split('`').collect();
            let ["- ", case, " ", finding, why] = parts.as_slice() else {
                panic!("CHANGELOG.md: not \"- `FILE: CASE` `CODE PATH`: why\": {line}");
            };
            assert!(
                why.starts_with(": ") && why.len() > 8,
                "CHANGELOG.md does not say why: {line}"
            );
            listed.insert(((*case).to_owned(), (*finding).to_owned()));
        }
    }
    listed
}

/// The verdicts that moved and are in neither list, as lines for `CHANGELOG.md`.
fn unlisted(
    verdicts: &Verdicts,
    before: Edition,
    checks: &[(String, String, Check)],
    listed: &BTreeSet<(String, String)>,
) -> BTreeSet<String> {
    let mut unlisted = BTreeSet::new();
    for (name, _, check) in checks {
        let lines = verdicts.get(name).and_then(|verdict| verdict.get("found")?.as_array());
        let lines: Vec<_> =
            lines.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        for edition in Edition::ALL.iter().filter(|edition| **edition >= before) {
            for line in moved(&lines, &found(check, *edition)) {
                let finding = code_and_path(line);
                let code = finding.split(' ').next().unwrap_or_default();
                if !changed(code, before, *edition)
                    && !listed.contains(&(name.clone(), finding.clone()))
                {
                    unlisted.insert(format!("- `{name}` `{finding}`: why"));
                }
            }
        }
    }
    unlisted
}

fn changelog() -> String {
    fs::read_to_string(folder("../CHANGELOG.md")).expect("CHANGELOG.md is there")
}

/// With `BLESS=1` in the environment cases that are new or check something else are written into the files; a verdict that moved
/// never is.
#[test]
fn a_verdict_moves_only_where_an_edition_or_the_changelog_says_so() {
    let (files, listed) = (files(), listed(&changelog()));
    let checks = checks(&files);
    assert!(checks.len() > 1000, "the corpus has lost its checks: {} are left", checks.len());
    for (case, finding) in &listed {
        assert!(checks.iter().any(|(name, ..)| name == case), "CHANGELOG.md: no such case: {case}");
        let code = finding.split(' ').next();
        assert!(
            rules().any(|rule| Some(rule.code) == code),
            "CHANGELOG.md: no such rule: {finding}"
        );
    }
    let paths = fs::read_dir(folder("verdicts")).expect("tests/verdicts is there");
    let mut editions = 0;
    for path in paths.map(|entry| entry.expect("tests/verdicts can be listed").path()) {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let edition: Edition = name.parse().unwrap_or_else(|_| panic!("{name} is no edition"));
        let text = fs::read_to_string(&path).expect("verdicts are text");
        let committed: Verdicts = serde_json::from_str(&text).expect("verdicts are JSON");
        let held = held(&committed, &checks, edition);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, written(&held)).expect("tests/verdicts can be written");
        } else {
            assert!(
                text == written(&held),
                "tests/verdicts/{name}.json lacks cases: run `bash tests/bless` and read the change"
            );
        }
        let unlisted = unlisted(&held, edition, &checks, &listed);
        assert!(
            unlisted.is_empty(),
            "verdicts of {name} moved that CHANGELOG.md does not list:\n{}",
            Vec::from_iter(unlisted).join("\n")
        );
        editions += 1;
    }
    assert!(editions > 0, "tests/verdicts holds no edition");
}

#[test]
fn a_moved_verdict_that_no_list_has_is_found() {
    let files = files();
    let speaks =
        |(_, _, check): &(String, String, Check)| !found(check, Edition::LATEST).is_empty();
    let checks = [checks(&files).into_iter().find(speaks).expect("a case finds something")];
    let [(name, input, check)] = &checks;
    let verdicts = Verdicts::from_iter([(name.clone(), json!({"input": input, "found": []}))]);
    let lines = found(check, Edition::LATEST);
    let listed: BTreeSet<_> =
        lines.iter().map(|line| (name.clone(), code_and_path(line))).collect();
    let expected: BTreeSet<_> =
        listed.iter().map(|(name, finding)| format!("- `{name}` `{finding}`: why")).collect();
    let nothing = BTreeSet::new();
    assert_eq!(unlisted(&verdicts, Edition::LATEST, &checks, &nothing), expected);
    assert!(unlisted(&verdicts, Edition::LATEST, &checks, &listed).is_empty());
    // What is written below another case is not this one's.
    let other =
        listed.into_iter().map(|(_, finding)| ("SP999.json: x".to_owned(), finding)).collect();
    assert!(!unlisted(&verdicts, Edition::LATEST, &checks, &other).is_empty());
}

#[test]
fn the_changelog_is_read_and_names_every_edition() {
    let text = "## 2\n### Verdicts moved\n\n- `SP1.json: a: b` `SP101 /x`: it was wrong\n\n### Other\n- `no` `list`: of verdicts\n";
    let expected = ("SP1.json: a: b".to_owned(), "SP101 /x".to_owned());
    assert_eq!(listed(text), BTreeSet::from([expected]));
    let changelog = changelog();
    for edition in Edition::ALL {
        let heading = format!("### Rules edition {edition}");
        assert!(changelog.lines().any(|line| line == heading), "CHANGELOG.md lacks {heading:?}");
    }
}
