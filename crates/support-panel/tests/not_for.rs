//! Working papers say beside what is marked, or withheld where nothing is marked, whom it is not for.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it finds a fault"
)]

use serde_json::{Value, json};
use support_panel::report::{Format, Paper, PaperOptions, Reader, paper};
use support_panel::{Profile, Record};

fn record() -> Value {
    json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [
            {"id": "mum", "kind": "parent", "name": "Maya", "views": "written", "views_note": "A letter"},
            {"id": "kai", "kind": "child", "name": "Kai"},
            {"id": "dad", "kind": "parent", "name": "Joan", "unlisted_for": ["kai"]},
            {"id": "bump", "kind": "child", "name": "Bump", "expected_on": "2030-01-01"}
        ]},
        "referral": {"reason": "School rang", "background": "Known since spring"},
        "agreement": {
            "service": {"status": "agreed", "reason": "All were asked"},
            "sharing": {"lawful_basis": "public_task", "note": "Told by letter"}
        },
        "meeting": {"status": "concluded", "held_on": "2026-03-12", "inquorate_reason": "Snow"},
        "participants": [
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
            {"id": "p-kai", "kind": "child", "person": "kai", "attendance": "present"},
            {"id": "p-amin", "kind": "professional", "name": "Amin", "attendance": "present"},
            {"id": "p-refuge", "kind": "professional", "name": "Lake", "attendance": "present", "withheld_from": ["dad"]},
            {"id": "p-late", "kind": "professional", "name": "Osei", "attendance": "apologies"}
        ],
        "agenda": [
            {"stage": "welcome", "led_by": "p-amin", "note": "Doors were locked"},
            {"stage": "overview", "skipped_reason": "No time"}
        ],
        "mapping": [
            {"id": "e1", "category": "future_danger", "text": "It is loud", "raised_by": ["p-kai"]},
            {"id": "e2", "category": "goal", "text": "Quiet nights", "settled": {"on": "2026-03-12", "how": "A rota", "withheld_from": ["dad"]}}
        ],
        "scaling": [{"scale": "panel", "round": "opening", "revealed_at": "2026-03-12T10:00:00Z", "ratings": [
            {"by": "p-mum", "value": 6, "reason": "Said aloud"},
            {"by": "p-kai", "value": 2, "reason": "In confidence"},
            {"by": "p-amin", "value": 4, "reason": "Seen at school"},
            {"by": "p-mum", "on_behalf_of": {"person": "kai"}, "value": 3, "reason": "He told her"},
            {"by": "p-refuge", "value": 5, "reason": "Kept apart", "withheld_from": ["dad"]}
        ], "abstentions": [{"by": "p-kai", "reason": "Too hard"}]}],
        "actions": [
            {"id": "a1", "text": "Ring", "owner": "p-amin", "status": "cancelled", "cancelled_reason": "She left"},
            {"id": "a2", "text": "Meet there", "owner": "p-refuge"}
        ],
        "outcome": {
            "decision": "continue", "reason": "All agreed", "contingency": "Ring us", "decided_by": "p-amin",
            "marks": {"reason": {"withheld_from": ["dad"]}, "contingency": {"visible_to": "professionals"}},
            "dissent": [{"by": "p-mum", "view": "Too slow"}, {"by": "p-amin", "view": "Too fast"}],
            "feedback": {"owner": "p-amin", "how": "At home"}
        },
        "recording": {"system": "EHM", "reference": "77-1"}
    })
}

fn printed(record: &Value, which: Paper, reader: &Reader) -> String {
    let record = Record::from_json(record.to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    let made = paper(&record, &profile, reader, which, &PaperOptions::default()).unwrap();
    // Markdown does not break lines.
    made.render(Format::Markdown).replace('\\', "")
}

/// Whatever is withheld by default is said so where it stands, in the minutes as in the lines for a case system.
#[test]
fn absence_earlier_numbers_and_who_is_concealed_say_so() {
    let mut record = record();
    record["scaling"][0]["ratings"][0]["amended"] =
        json!([{"at": "2026-03-12T10:30:00Z", "value": 9, "why": "Thought again"}]);
    record["actions"][0]["supporting"] = json!(["p-refuge"]);
    record["actions"][0]["chaser"] = json!("p-refuge");
    record["meeting"]["note_taker"] = json!("p-refuge");
    record["participants"][0]["arrived_at"] = json!("2026-03-12T10:20:00Z");
    record["referral"]["referrer"] = json!("p-amin");
    let minutes = printed(&record, Paper::Minutes, &Reader::Professionals);
    let line =
        |text: &str, said: &str| text.lines().find(|line| line.contains(said)).unwrap().to_owned();
    assert!(line(&minutes, "Thought again").contains(") [Not for the family]"));
    for said in ["with Lake [Not for Joan]", "Lake [Not for Joan] follows it up"] {
        assert!(line(&minutes, "with Lake").contains(said), "{said}");
    }
    assert!(line(&minutes, "Notes:").contains("Lake [Not for Joan]"));
    assert!(line(&minutes, "Notes (not for the family)").contains("Name"));
    assert!(line(&minutes, "Referrer").contains("Not for the family"));
    assert!(line(&minutes, "Spread:").contains("from 2 to 6. [Only for Kai]"));
    let lines = printed(&record, Paper::CaseSystem, &Reader::Professionals);
    assert!(line(&lines, "Sent apologies: Osei").contains("Osei [Not for the family]"));
    assert!(line(&lines, "At the meeting").contains("Lake [Not for Joan]"));
    assert!(!line(&lines, "At the meeting").contains("Not for the family"));
}

/// Where three professionals stand is told to the family, as far as none of them is marked.
#[test]
fn a_spread_says_whom_it_is_not_for() {
    let mut record = record();
    let spread = |record: &Value| {
        let minutes = printed(record, Paper::Minutes, &Reader::Professionals).replace("**", "");
        let (_, professionals) = minutes.split_once("# Professionals' numbers").unwrap();
        let (_, from) = professionals.split_once("Spread: ").unwrap();
        from.split(" Most worried").next().unwrap().to_owned()
    };
    assert_eq!(spread(&record), "from 4 to 5. [Not for the family]");
    let ratings = record["scaling"][0]["ratings"].as_array_mut().unwrap();
    ratings.push(json!({"by": "p-late", "value": 8}));
    assert_eq!(spread(&record), "from 4 to 8. [Not for Joan]");
    record["participants"][3]["withheld_from"] = json!([]);
    record["scaling"][0]["ratings"][4]["withheld_from"] = json!([]);
    assert_eq!(spread(&record), "from 4 to 8.");
}

/// Of each text, what the line that it stands in says.
const SAID: [(&str, &str); 20] = [
    ("A letter", "Not for the family"),
    ("School rang", ""),
    ("Known since spring", "Not for the family"),
    ("All were asked", "Not for the family"),
    ("Told by letter", "Not for the family"),
    ("Snow", "Not for the family"),
    ("Doors were locked", "Not for the family"),
    ("No time", "Not for the family"),
    ("In confidence", "Only for Kai"),
    ("Seen at school", "Not for the family"),
    ("He told her", "Only for Maya"),
    ("Kept apart", "Not for the family"),
    ("Too hard", "Only for Kai"),
    ("Said aloud", ""),
    ("She left", "Not for the family"),
    ("Meet there", "Not for Joan"),
    ("All agreed", "Not for Joan"),
    ("Ring us", "Not for the family"),
    ("At home", "Not for the family"),
    ("Bump", "Not for the family"),
];

#[test]
fn minutes_say_of_each_text_whom_it_is_not_for() {
    let text = printed(&record(), Paper::Minutes, &Reader::Professionals);
    for (said, expected) in SAID {
        let lines: Vec<_> = text.lines().filter(|line| line.contains(said)).collect();
        assert!(!lines.is_empty(), "{said} is not in the minutes");
        for line in lines {
            match expected {
                "" => assert!(!line.contains("Not for") && !line.contains("Only for"), "{line}"),
                _ => assert!(line.contains(expected), "{said}: {line}"),
            }
        }
    }
    for heading in ["Agenda", "Recording", "Sent apologies", "Who said so"] {
        assert!(text.contains(&format!("# {heading} (not for the family)")), "{heading}");
    }
    let quoted = |view: &str| {
        let (_, after) = text.split_once(view).unwrap();
        after.lines().take(4).collect::<Vec<_>>().join(" ")
    };
    assert!(quoted("Too slow").contains("[Only for Maya]"), "{}", quoted("Too slow"));
    assert!(quoted("Too fast").contains("[Not for the family]"), "{}", quoted("Too fast"));
    assert!(text.contains("A rota [Not for Joan]"));
}

#[test]
fn the_text_for_the_case_system_says_so_in_each_line() {
    let text = printed(&record(), Paper::CaseSystem, &Reader::Professionals);
    for (said, expected) in SAID.iter().filter(|(said, _)| text.contains(said)) {
        let line = text.lines().find(|line| line.contains(said)).unwrap();
        assert!(line.contains(expected), "{said}: {line}");
    }
    for view in ["Too slow [Only for Maya]", "Too fast [Not for the family]"] {
        assert!(text.contains(view), "{view}");
    }
}

#[test]
fn what_is_for_everyone_says_nothing_and_a_copy_never_does() {
    let mut record = record();
    record["agenda"][0]["visible_to"] = json!("everyone");
    record["agreement"]["service"]["visible_to"] = json!("everyone");
    record["scaling"][0]["ratings"][1]["visible_to"] = json!("everyone");
    let text = printed(&record, Paper::Minutes, &Reader::Professionals);
    let line = |said: &str| text.lines().find(|line| line.contains(said)).unwrap().to_owned();
    for said in ["Doors were locked", "All were asked"] {
        assert!(!line(said).contains("Not for"), "{}", line(said));
    }
    for reader in [Reader::Family, Reader::One("mum".parse().unwrap())] {
        let text = printed(&record, Paper::Minutes, &reader);
        assert!(!text.to_lowercase().contains("not for"), "{text}");
        assert!(!text.contains("Only for"), "{text}");
    }
}
