//! The agenda and its clock.

use crate::steps::{command, given, opened, stamp};
use support_panel::session::Standing;
use support_panel::{Code, Date, Instant, Session, Stamp};

#[test]
fn the_clock_warns_in_the_last_quarter_and_counts_what_runs_over() {
    let mut session = opened();
    given(&mut session, 0, r#"{"type":"open_meeting","chair":"p-chair"}"#);
    given(&mut session, 0, r#"{"type":"start_stage","stage":"background"}"#);
    let at = |second: u32| {
        format!("2026-03-12T09:{:02}:{:02}Z", second / 60, second % 60).parse::<Instant>().unwrap()
    };
    let shows = |session: &support_panel::Session, second| {
        let timer = session.timer(at(second)).unwrap();
        (timer.elapsed_seconds, timer.paused, timer.warning, timer.overrun_seconds)
    };
    assert_eq!(session.timer(at(0)).unwrap().planned_seconds, Some(240));
    assert_eq!(shows(&session, 179), (179, false, false, 0));
    assert_eq!(shows(&session, 180), (180, false, true, 0));
    given(&mut session, 3, r#"{"type":"pause"}"#);
    assert_eq!(shows(&session, 230), (180, true, true, 0));
    given(&mut session, 4, r#"{"type":"resume"}"#);
    assert_eq!(shows(&session, 240), (180, false, true, 0));
    assert_eq!(shows(&session, 320), (260, false, true, 20));
    given(&mut session, 5, r#"{"type":"end_stage"}"#);
    assert_eq!(session.record().agenda[0].paused_seconds, Some(60));
    assert!(session.timer(at(400)).is_none());
}

#[test]
fn a_stage_is_led_by_whom_the_profile_names_and_started_by_few() {
    let mut session = opened();
    given(&mut session, 0, r#"{"type":"open_meeting","chair":"p-chair","note_taker":"p-deputy"}"#);
    let start = |stage: &str| command(&format!(r#"{{"type":"start_stage","stage":"{stage}"}}"#));
    assert_eq!(
        session.apply(start("introductions"), stamp(1, "p-maya")).unwrap_err().code(),
        "not_theirs"
    );
    session.apply(start("background"), stamp(1, "p-worker")).unwrap();
    assert_eq!(session.record().agenda[0].led_by.as_deref(), Some("p-worker"));
    assert_eq!(
        session.apply(start("overview"), stamp(2, "p-chair")).unwrap_err().code(),
        "stage_running"
    );
    given(&mut session, 3, r#"{"type":"end_stage"}"#);
    given(&mut session, 3, r#"{"type":"skip_stage","stage":"overview","reason":"All know it"}"#);
    session.apply(start("overview"), stamp(4, "p-deputy")).unwrap();
    assert_eq!(session.record().agenda.len(), 2);
    assert!(session.record().agenda[1].skipped_reason.is_none());
    assert_eq!(session.standing(), Standing::Running);
}

#[test]
fn an_adjourned_meeting_goes_on_another_day_with_its_own_date() {
    let mut session = opened();
    given(&mut session, 0, r#"{"type":"open_meeting","chair":"p-chair"}"#);
    given(
        &mut session,
        1,
        r#"{"type":"adjourn","reason":"The fire alarm went","reconvene_on":"2026-03-19"}"#,
    );
    assert_eq!(
        session
            .apply(command(r#"{"type":"decide","decision":"continue"}"#), stamp(2, "p-chair"))
            .unwrap_err()
            .code(),
        "not_in_session"
    );
    given(&mut session, 3, r#"{"type":"open_meeting","chair":"p-chair"}"#);
    assert_eq!(session.record().meeting.held_on, Date::new(2026, 3, 12));
    given(&mut session, 4, r#"{"type":"conclude"}"#);
    assert_eq!(
        session
            .apply(command(r#"{"type":"dissent","view":"x"}"#), stamp(5, "p-chair"))
            .unwrap_err()
            .code(),
        "meeting_over"
    );
    assert_eq!(session.undo(stamp(5, "p-chair")).unwrap_err().code(), Code::MeetingOver);
    given(
        &mut session,
        6,
        r#"{"type":"amend","why":"It was said","change":{"type":"dissent","by":"p-maya","view":"x"}}"#,
    );
    let nested = r#"{"type":"amend","why":"w","change":{"type":"amend","why":"w","change":{"type":"conclude"}}}"#;
    assert_eq!(
        session.apply(command(nested), stamp(7, "p-chair")).unwrap_err().code(),
        "not_amendable"
    );
    assert_eq!(session.record().outcome.dissent.len(), 1);
}

#[test]
fn a_clock_that_is_set_back_is_kept_as_said_and_shortens_nothing() {
    let mut session = opened();
    given(&mut session, 30, r#"{"type":"open_meeting","chair":"p-chair"}"#);
    given(&mut session, 40, r#"{"type":"start_stage","stage":"background"}"#);
    given(&mut session, 20, r#"{"type":"pause"}"#);
    assert_eq!(session.events()[2].at, stamp(20, "p-chair").at);
    let timer = session.timer(stamp(0, "p-chair").at).unwrap();
    assert_eq!((timer.elapsed_seconds, timer.paused_seconds), (0, 0));
    let timer = session.timer(stamp(41, "p-chair").at).unwrap();
    assert_eq!((timer.elapsed_seconds, timer.paused_seconds), (0, 60));
    given(&mut session, 42, r#"{"type":"end_stage"}"#);
    assert_eq!(session.record().agenda[0].paused_seconds, Some(120));
    let panel = session.outstanding().panel;
    let of_clocks: Vec<_> = panel.iter().filter(|finding| finding.code == "SP111").collect();
    assert_eq!(of_clocks.len(), 1);
    assert_eq!(of_clocks[0].path, "/meeting/clock_set_back");
    assert!(of_clocks[0].message.contains("1200"), "{}", of_clocks[0].message);
}

#[test]
fn a_stamp_at_the_end_of_time_can_be_taken_back() {
    let mut session = opened();
    given(&mut session, 0, r#"{"type":"open_meeting","chair":"p-chair"}"#);
    let before = session.record().clone();
    let end = Stamp::from_json(r#"{"at":"9999-12-31T23:59:59Z","by":"p-chair"}"#).unwrap();
    session.apply(command(r#"{"type":"start_stage","stage":"background"}"#), end.clone()).unwrap();
    session.undo(stamp(1, "p-chair")).unwrap();
    assert_eq!(session.record(), &before);
    session.redo(end).unwrap();
    session.undo(stamp(2, "p-chair")).unwrap();
    assert_eq!(Session::replay(session.journal()).unwrap().session.record(), &before);
}

#[test]
fn a_list_that_is_full_takes_no_more() {
    let mut record = opened().record().clone();
    let one = record.mapping[0].clone();
    record.mapping.extend((0..9998).map(|i| support_panel::record::Entry {
        id: format!("e{i}").parse().unwrap(),
        ..one.clone()
    }));
    let mut session = support_panel::Session::open(record, opened().profile().clone()).unwrap();
    let error = session
        .apply(
            command(r#"{"type":"add_entry","id":"n1","category":"goal","text":"x"}"#),
            stamp(0, "p-chair"),
        )
        .unwrap_err();
    assert_eq!(error.code(), Code::ListFull);
    assert_eq!(
        session.allowed_of(support_panel::CommandType::AddEntry)[0].why.as_ref().unwrap().code,
        "list_full"
    );
}
