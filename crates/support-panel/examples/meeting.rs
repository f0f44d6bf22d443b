//! A live meeting, from opening to journal: `cargo run --example meeting`.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

use support_panel::{Command, Profile, Record, Session, Stamp};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let record = Record::from_json(
        r#"{
            "format": "support-panel/1", "id": "panel-1",
            "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "EHA-1"},
            "participants": [{"id": "p-chair", "kind": "professional"}]
        }"#,
    )?;
    let profile = Profile::of(&record)?;
    let mut session = Session::open(record, profile)?;
    let said = [
        (r#"{"type": "open_meeting", "chair": "p-chair"}"#, "2026-03-12T09:30:00Z"),
        (r#"{"type": "start_stage", "stage": "introductions"}"#, "2026-03-12T09:31:00Z"),
        (r#"{"type": "end_stage"}"#, "2026-03-12T09:36:00Z"),
    ];
    for (command, at) in said {
        let stamp = Stamp::from_json(format!(r#"{{"at": "{at}", "by": "p-chair"}}"#))?;
        session.apply(Command::from_json(command)?, stamp)?;
    }
    // A refusal changes nothing, and says why with a code.
    let stamp = Stamp::from_json(r#"{"at": "2026-03-12T09:37:00Z", "by": "p-chair"}"#)?;
    if let Err(refusal) = session.apply(Command::from_json(r#"{"type": "end_stage"}"#)?, stamp) {
        println!("refused: {refusal}");
    }
    print!("{}", session.journal());
    Ok(())
}
