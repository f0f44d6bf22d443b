//! Cells hold what the record says, and what follows from it.

use crate::made::{RECORDS, all, column};
use serde_json::{Value, json};
use support_panel_tables::{Options, Source, Table, Tables};

/// The review of the examples, changed.
fn review(change: impl FnOnce(&mut Value)) -> Tables {
    let mut value: Value = serde_json::from_str(RECORDS[3]).unwrap();
    change(&mut value);
    let options = Options { as_of: "2026-06-01".parse().ok(), text: true, ..Options::default() };
    let tables = all(Source::bytes(value.to_string().as_bytes()), &options);
    assert_eq!(column(&tables, Table::Errors, "message"), []);
    tables
}

fn cells(tables: &Tables, table: Table, name: &str) -> Vec<String> {
    column(tables, table, name).into_iter().map(|cell| cell.unwrap_or_else(|| "-".into())).collect()
}

#[test]
fn a_panel_is_summed_up() {
    let tables = review(|_| {});
    let cell = |name| cells(&tables, Table::Panels, name).concat();
    assert_eq!(cell("held_on"), "2026-04-30");
    assert_eq!(cell("meeting_status"), "concluded");
    assert_eq!(cell("kind"), "review");
    assert_eq!(cell("started_at"), "2026-04-30 08:30:00");
    assert_eq!(cell("ended_at"), "2026-04-30 09:33:00");
    assert_eq!(
        (cell("people"), cell("children"), cell("children_heard")),
        ("4".into(), "2".into(), "2".into())
    );
    assert_eq!(
        (cell("participants"), cell("attended"), cell("attended_family")),
        ("16".into(), "14".into(), "2".into())
    );
    assert_eq!(cell("family_told"), "true");
}

#[test]
fn a_deputy_who_attends_holds_the_seat() {
    let tables = review(|record| {
        record["participants"][0]["attendance"] = json!("apologies");
        record["participants"][12]["deputy_for"] = json!("p-chair");
    });
    let (own, held) = (
        cells(&tables, Table::Participants, "seat"),
        cells(&tables, Table::Participants, "seat_held"),
    );
    assert_eq!((own[12].as_str(), held[12].as_str()), ("-", "early_help_service_manager"));
    assert_eq!(cells(&tables, Table::Participants, "core")[12], "true");
    assert_eq!(cells(&tables, Table::Participants, "side")[14..], ["family", "family"]);
    assert_eq!(cells(&tables, Table::Participants, "is_chair")[0], "true");
}

#[test]
fn ratings_know_whose_they_are_and_on_which_scale() {
    let tables = review(|record| {
        let rating =
            |by: &str, whose: Value| json!({"by": by, "value": 2.5, "on_behalf_of": whose});
        record["referral"]["scale"]["step"] = json!(0.5);
        record["referral"]["scale"]["higher_is"] = json!("worse");
        record["scaling"] = json!([
            {"scale": "panel", "round": "opening", "ratings": [{"by": "p-parent", "value": 4}, {"by": "p-chair", "value": 6, "reason": "R"}],
             "abstentions": [{"by": "p-gran", "reason": "A"}]},
            {"scale": "referrer", "ratings": [
                rating("p-chair", json!({"person": "adult-1"})), rating("p-parent", json!({"participant": "p-school"})),
                rating("p-parent", json!({"other": "a neighbour"})), rating("nobody", json!(null)),
            ]},
            {"scale": "no_such_scale", "ratings": [{"by": "p-chair", "value": 1}]},
        ]);
    });
    let cells = |name| cells(&tables, Table::Ratings, name);
    assert_eq!(cells("sitting"), ["0", "0", "1", "1", "1", "1", "2"]);
    assert_eq!(cells("own"), ["true", "true", "false", "false", "false", "true", "true"]);
    assert_eq!(
        cells("side"),
        ["family", "professional", "family", "professional", "other", "other", "professional"]
    );
    assert_eq!(
        cells("rater_side"),
        ["family", "professional", "professional", "family", "family", "-", "professional"]
    );
    assert_eq!(cells("value"), ["4", "6", "2.5", "2.5", "2.5", "2.5", "1"]);
    assert_eq!(cells("from_worried_end"), ["4", "6", "7.5", "7.5", "7.5", "7.5", "-"]);
    assert_eq!(cells("has_reason"), ["false", "true", "false", "false", "false", "false", "false"]);
    assert_eq!(cells("sitting_abstentions"), ["1", "1", "0", "0", "0", "0", "0"]);
    assert_eq!(cells("guessed_other")[4], "a neighbour");
    let keys = cells("scale_key");
    assert_eq!((&keys[0], &keys[2], keys[6].as_str()), (&keys[1], &keys[5], "-"));
    assert_ne!(keys[0], keys[2]);
}

#[test]
fn due_dates_and_lateness_are_in_days() {
    let tables = review(|record| {
        record["actions"] = json!([
            {"id": "x1", "due": {"on": "2026-05-20"}},
            {"id": "x2", "agreed_on": "2026-05-01", "due": {"within": {"working_days": 1}}, "status": "done", "done_on": "2026-05-04"},
            {"id": "x3", "due": {"within": {"months": 1}}, "status": "in_progress"},
            {"id": "x4", "due": {"by_review": true}, "status": "cancelled", "cancelled_reason": "C", "owner": "p-parent"},
            {"id": "x5"},
        ]);
        record["outcome"]["review_on"] = json!("2026-07-01");
    });
    let cells = |name| cells(&tables, Table::Actions, name);
    // Monday 4 May 2026 is the early May bank holiday.
    assert_eq!(cells("due_on"), ["2026-05-20", "2026-05-05", "2026-05-30", "2026-07-01", "-"]);
    assert_eq!(cells("due_kind"), ["on", "within", "within", "by_review", "-"]);
    assert_eq!(cells("days_late"), ["12", "-1", "2", "-", "-"]);
    assert_eq!(cells("live"), ["true", "false", "true", "false", "true"]);
    assert_eq!(cells("owner_side"), ["-", "-", "-", "family", "-"]);
}

#[test]
fn stages_have_their_times() {
    let tables = review(|record| {
        record["agenda"] = json!([
            {"stage": "background", "started_at": "2026-04-30T09:42:30+01:00", "ended_at": "2026-04-30T08:46:40.5Z", "paused_seconds": 10},
            {"stage": "overview", "skipped_reason": "S"},
            {"stage": "no_such_stage", "started_at": "2026-04-30T10:00:00Z", "ended_at": "2026-04-30T09:00:00Z"},
        ]);
    });
    let cells = |name| cells(&tables, Table::Stages, name);
    assert_eq!(cells("agenda_place"), ["3", "1", "-"]);
    assert_eq!(cells("planned"), ["240000000", "-", "-"]);
    assert_eq!(cells("paused"), ["10000000", "-", "-"]);
    assert_eq!(cells("actual"), ["240500000", "-", "-"]);
    assert_eq!(cells("utc_offset"), ["60", "-", "0"]);
    assert_eq!(cells("started_at")[0], "2026-04-30 08:42:30");
    assert_eq!(
        (cells("held"), cells("skipped")),
        (
            ["true", "false", "true"].map(String::from).to_vec(),
            ["false", "true", "false"].map(String::from).to_vec()
        )
    );
}

#[test]
fn findings_are_those_of_check() {
    let text = crate::made::lines(12);
    let options = Options { as_of: "2026-06-01".parse().ok(), ..Options::default() };
    let tables = all(Source::bytes(text.as_bytes()), &options);
    let mut expected = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let record = support_panel::Record::from_json(text).unwrap();
        let asked = support_panel::CheckOptions::default().as_of(options.as_of);
        for finding in
            support_panel::check(&record, &support_panel::Profile::of(&record).unwrap(), &asked)
                .unwrap()
        {
            let subject = finding.subject.as_deref().unwrap_or("-");
            expected.push(format!(
                "-|{}|{}|{}|{}|{}|{subject}|{}",
                line + 1,
                record.id,
                finding.code,
                finding.severity,
                finding.path,
                finding.message
            ));
        }
    }
    assert!(expected.len() > 20, "{}", expected.len());
    assert_eq!(crate::made::rows(&tables, Table::Findings), expected);
}

#[test]
fn lists_keep_their_items() {
    let tables = review(|record| {
        record["mapping"] = json!([
            {"id": "e1", "category": "goal", "answers": ["e2", "e3"], "raised_by": ["p-chair"]},
            {"id": "e2", "category": "future_danger", "withdrawn": {"at": "2026-04-30T10:00:00Z", "by": "p-chair"}},
        ]);
    });
    let cells = |name| cells(&tables, Table::Entries, name);
    assert_eq!(cells("answers"), ["e2 e3", ""]);
    assert_eq!(cells("raised_by"), ["p-chair", ""]);
    assert_eq!(cells("map_column"), ["needs_to_happen", "worries"]);
    assert_eq!(cells("on_map"), ["true", "false"]);
    assert_eq!(cells("withdrawn_by"), ["-", "p-chair"]);
}
