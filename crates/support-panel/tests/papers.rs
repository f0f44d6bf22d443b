//! What every paper promises, whatever the record.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

use serde_json::{Value, json};
use support_panel::report::document::{Block, Document};
use support_panel::report::{self, Format, Paper, PaperOptions, Reader};
use support_panel::{Profile, Record};

fn stored(name: &str) -> Value {
    let path = format!("{}/../../tests/records/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn made(record: &Value, reader: &Reader, paper: Paper) -> Document {
    let record = Record::from_json(record.to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    report::paper(&record, &profile, reader, paper, &PaperOptions::default()).unwrap()
}

fn text(record: &Value, reader: &Reader, paper: Paper) -> String {
    // One line, so that where a line ends does not matter.
    let text = made(record, reader, paper).render(Format::Text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn one(id: &str) -> Reader {
    Reader::One(id.parse().unwrap())
}

/// The referrer's own scale, with a higher number the more worried, and two numbers on it.
fn worse() -> Value {
    let mut record = stored("leicester-initial");
    record["referral"]["scale"]["higher_is"] = json!("worse");
    record["scaling"] = json!([{"scale": "referrer", "round": "opening", "ratings": [
        {"by": "p-worker", "value": 8, "reason": "Nights are the worst", "one_point_higher": "A week of calm"},
        {"by": "p-school", "value": 3, "reason": "Days are fine"},
    ]}]);
    record
}

#[test]
fn a_scale_whose_higher_number_is_worse_reads_the_right_way_round() {
    let minutes = text(&worse(), &Reader::Professionals, Paper::Minutes);
    for expected in [
        "Spread: from 8 to 3.",
        "Most worried: 8, H. Amin",
        "What keeps it from being higher",
        "What would be one point better",
        "on this scale a higher number is more worried",
    ] {
        assert!(minutes.contains(expected), "{expected}");
    }
    for wrong in ["Lowest", "that high", "one point higher"] {
        assert!(!minutes.contains(wrong), "{wrong}");
    }
}

#[test]
fn a_number_that_grows_on_such_a_scale_is_more_worried() {
    let before = Record::from_json(worse().to_string()).unwrap();
    let mut now = worse();
    now["id"] = json!("next");
    now["meeting"]["previous"] = json!(before.id.as_str());
    now["scaling"][0]["ratings"][0]["value"] = json!(6);
    now["scaling"][0]["ratings"][1]["value"] = json!(4);
    let record = Record::from_json(now.to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    let options = PaperOptions::default().previous(&before);
    let review =
        report::paper(&record, &profile, &Reader::Professionals, Paper::Review, &options).unwrap();
    let review = review.render(Format::Markdown);
    assert!(review.contains("| H. Amin (Family Support) | 8 | 6 | 2 better |"), "{review}");
    assert!(review.contains("| B. Nash (Primary school) | 3 | 4 | 1 more worried |"), "{review}");
}

#[test]
fn a_map_says_nothing_twice_and_everything_once() {
    let record = stored("leicester-initial");
    for reader in [Reader::Professionals, one("p-parent")] {
        let map = text(&record, &reader, Paper::Map);
        for entry in record["mapping"].as_array().unwrap() {
            let said = entry["text"].as_str().unwrap();
            assert_eq!(map.matches(said).count(), 1, "{}", entry["id"]);
        }
    }
}

/// Each danger stands in a row with the goal that answers it.
#[test]
fn a_danger_stands_beside_its_goal() {
    let map = made(&stored("leicester-initial"), &Reader::Professionals, Paper::Map);
    let rows = map.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let cells: Vec<_> = rows.unwrap().iter().map(|row| [row[0].plain(), row[1].plain()]).collect();
    assert!(cells[0][0].starts_with("W3 ") && cells[0][1].starts_with("G1 "), "{cells:?}");
    assert!(cells[1][0].starts_with("W4 ") && cells[1][1].starts_with("G2 "), "{cells:?}");
    assert!(map.blocks.iter().any(|block| matches!(block, Block::Line(_))), "the scale is drawn");
    assert!(map.layout.is_landscape && map.layout.points >= 10);
}

/// So many entries, a sixth of them dangers with a goal each, of the length that people speak in.
fn entries(count: usize) -> Value {
    let mut record = stored("leicester-initial");
    let categories =
        ["past_harm", "future_danger", "goal", "existing_strength", "existing_safety", "next_step"];
    let said = "Kai has been seen outside the flats late in the evening by two neighbours, who took him home";
    let entry = |index: usize| {
        let category = categories[index % categories.len()];
        let mut entry = json!({"id": format!("m{index}"), "category": category, "text": format!("{said} {index}")});
        if category == "goal" {
            entry["answers"] = json!([format!("m{}", index - 1)]);
        }
        entry
    };
    record["mapping"] = (0..count).map(entry).collect();
    record["actions"] = json!([]);
    record
}

#[test]
fn a_map_of_24_entries_is_one_page_and_a_larger_one_says_that_it_goes_on() {
    let breaks = |document: &Document| {
        document.blocks.iter().filter(|block| matches!(block, Block::PageBreak)).count()
    };
    let small = made(&entries(24), &Reader::Professionals, Paper::Map);
    assert_eq!(breaks(&small), 0);
    assert!(!small.render(Format::Text).contains("second page"));
    let large = made(&entries(48), &Reader::Professionals, Paper::Map);
    assert_eq!(breaks(&large), 1);
    let large = large.render(Format::Text);
    assert!(
        large.contains("This is the first of two pages") && large.contains("The map, second page")
    );
    for index in 0..48 {
        assert!(large.contains(&format!(" {index}\n")), "entry {index} is on neither page");
    }
}

#[test]
fn coming_during_the_introductions_is_not_lateness() {
    let mut record = stored("leicester-initial");
    let arrived = |record: &mut Value, at: &str| {
        record["participants"][1]["arrived_at"] = json!(at);
        text(record, &Reader::Professionals, Paper::Minutes).contains("came at")
    };
    assert!(!arrived(&mut record, "2026-03-12T09:35:59+00:00"));
    assert!(!arrived(&mut record, "2026-03-12T09:36:00+00:00"));
    assert!(arrived(&mut record, "2026-03-12T09:36:01+00:00"));
}

#[test]
fn blanks_are_left_out_unless_they_are_asked_for() {
    let record = Record::from_json(stored("leicester-referral").to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    let minutes = |blanks| {
        let options = PaperOptions::default().blanks(blanks);
        let reader = Reader::Professionals;
        let paper = report::paper(&record, &profile, &reader, Paper::Minutes, &options).unwrap();
        paper.render(Format::Text).matches("not recorded").count()
    };
    assert_eq!(minutes(false), 0);
    assert!(minutes(true) > 10);
}

#[test]
fn the_councils_words_are_marked_as_its_language_and_ours_stay_english() {
    let welsh = Profile::from_toml(
        "extends = \"leicester-masp\"\nid = \"cyngor\"\nversion = \"1\"\nlanguage = \"cy\"\n\
         [papers]\ncontact = \"Ffoniwch y ganolfan.\"\nif_you_disagree = \"Dywedwch wrth y cadeirydd.\"\n",
    )
    .unwrap();
    let mut record = stored("leicester-initial");
    record["profile"] = json!({"id": "cyngor", "version": "1"});
    let record = Record::from_json(record.to_string()).unwrap();
    let options = PaperOptions::default();
    let letter = report::paper(&record, &welsh, &one("p-parent"), Paper::Letter, &options).unwrap();
    let page = letter.render(Format::Html);
    assert!(page.contains("<html lang=\"en-GB\""));
    assert!(page.contains("<bdi lang=\"cy\">Ffoniwch y ganolfan.</bdi>"));
    assert!(page.contains("<h2>Who to ring</h2>"));
    assert!(
        page.contains("<bdi>Maya reads with Ava every night"),
        "people's words are in no language"
    );
}

/// No copy for the family side has the numbers of entries, or any of what the working record alone has.
#[test]
fn the_family_reads_no_numbers_of_entries_and_no_ids() {
    let record = stored("leicester-initial");
    let ids: Vec<String> = ["participants", "mapping", "actions"]
        .iter()
        .flat_map(|list| record[list].as_array().unwrap())
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect();
    for paper in [Paper::Letter, Paper::Minutes, Paper::Map, Paper::Plan, Paper::Agenda] {
        for reader in [Reader::Family, one("p-parent"), one("p-gran"), one("p-school")] {
            // Who reads no more than the decision and what they do has no map.
            if [one("p-gran"), one("p-school")].contains(&reader) && paper == Paper::Map {
                continue;
            }
            let said = text(&record, &reader, paper);
            let words: Vec<_> = said.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
            for id in ids.iter().map(String::as_str).chain(["W1", "S1", "G1", "EHA-20418"]) {
                assert!(!words.contains(&id), "{id} in {paper} for {reader}");
            }
        }
    }
}

#[test]
fn before_sending_findings_name_people_and_not_ids() {
    let mut record = stored("leicester-initial");
    record["actions"][0]["acceptance"] = json!("proposed");
    record["mapping"][0]["text"] = json!("Kai was seen by the ABC team");
    let said = text(&record, &Reader::Professionals, Paper::BeforeYouSend);
    assert!(said.contains("H. Amin attended, and has not accepted action “Help Maya"), "{said}");
    assert!(!said.contains("p-worker") && !said.contains(" a1"));
    assert!(said.contains("- ABC"), "{said}");
}

#[test]
fn a_section_that_is_too_long_for_the_case_system_says_so() {
    let profile = Profile::from_toml(
        "extends = \"leicester-masp\"\nid = \"short\"\nversion = \"1\"\n\
         [recording]\nsections = [{ id = \"worries\", max_characters = 100 }, { id = \"decision\", max_characters = 1000 }]\n",
    )
    .unwrap();
    let mut record = stored("leicester-initial");
    record["profile"] = json!({"id": "short", "version": "1"});
    let record = Record::from_json(record.to_string()).unwrap();
    let options = PaperOptions::default();
    let reader = Reader::Professionals;
    let paper = report::paper(&record, &profile, &reader, Paper::CaseSystem, &options).unwrap();
    let said = paper.render(Format::Text);
    assert_eq!(said.matches("Too long:").count(), 1, "{said}");
    assert!(said.contains("where the system takes 100."));
}

/// A paper has the bytes of the paper of its reader's copy.
#[test]
fn a_paper_of_a_copy_is_the_same_paper() {
    let record = Record::from_json(stored("leicester-review").to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    let options = PaperOptions::default();
    for paper in [Paper::Letter, Paper::Minutes, Paper::Map, Paper::Plan, Paper::Agenda] {
        for reader in [Reader::Family, one("p-parent"), one("child-1")] {
            let Ok(made) = report::paper(&record, &profile, &reader, paper, &options) else {
                continue;
            };
            let copy = report::copy_of(&record, &profile, &reader).unwrap();
            let again = report::paper(copy.record(), &profile, &reader, paper, &options).unwrap();
            assert_eq!(
                made.render(Format::Html),
                again.render(Format::Html),
                "{paper} for {reader}"
            );
        }
    }
}

/// Whoever is asked to come is told when and where, an agency as well; no one whom a mark keeps it from is, and once the panel
/// is over no paper tells where it was.
#[test]
fn an_invitation_says_when_and_where() {
    let mut record = stored("leicester-referral");
    record["meeting"]["place"] = json!("The hall by the library");
    record["meeting"]["starts_at"] = json!("2026-03-12T09:30:00+00:00");
    let readers = [Reader::Family, one("p-parent"), one("p-school")];
    let told = |record: &Value, reader: &Reader| {
        let said = text(record, reader, Paper::Invitation);
        (said.contains("12 March 2026 at 09:30"), said.contains("The hall by the library"))
    };
    for reader in &readers {
        assert_eq!(told(&record, reader), (true, true), "{reader}");
    }
    record["meeting"]["marks"] = json!({"place": {"withheld_from": ["p-school"]}});
    assert_eq!(told(&record, &one("p-school")), (true, false));
    assert_eq!(told(&record, &one("p-parent")), (true, true));
    record["meeting"]["marks"] = json!({"place": {"visible_to": "professionals"}});
    for reader in &readers {
        assert_eq!(told(&record, reader), (true, false), "{reader}");
    }
    record["meeting"]["marks"] = json!({});
    record["meeting"]["status"] = json!("concluded");
    for reader in &readers {
        assert_eq!(told(&record, reader), (false, false), "{reader}");
    }
}

/// Whoever holds the panel reads all of it: which words the family may not know is of what the family reads.
#[test]
fn words_that_the_family_may_not_know_are_those_of_its_copies() {
    let record = serde_json::json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [{"id": "mum", "kind": "parent", "name": "Maya"}]},
        "meeting": {"status": "concluded", "held_on": "2026-03-12", "chair": "p-chair"},
        "participants": [
            {"id": "p-chair", "kind": "professional", "agency": "RSH", "attendance": "apologies"},
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"}
        ],
        "mapping": [
            {"id": "e1", "category": "past_harm", "text": "Known to MARAC", "visible_to": "professionals"},
            {"id": "e2", "category": "goal", "text": "A place", "settled": {"on": "2026-03-12", "how": "The SENDO found one"}},
            {"id": "e3", "category": "grey_area", "text": "DVPN", "withheld_from": ["mum"]}
        ],
        "actions": [{"id": "a1", "text": "Ask the NHS for a TAF", "owner": "p-mum"}]
    });
    let record = Record::from_json(record.to_string()).unwrap();
    let (profile, options) = (Profile::of(&record).unwrap(), PaperOptions::default());
    let reader = Reader::Professionals;
    let paper = report::paper(&record, &profile, &reader, Paper::BeforeYouSend, &options).unwrap();
    let text = paper.render(Format::Markdown);
    let (_, words) = text.split_once("## Words that the family may not know\n").unwrap();
    let words = words.split("\n#").next().unwrap();
    assert_eq!(words.trim().lines().collect::<Vec<_>>(), ["- RSH", "- SENDO", "- TAF"]);
}

#[test]
fn before_you_send_says_which_words_each_copy_discloses() {
    let record = Record::from_json(
        serde_json::json!({
            "format": "support-panel/1", "id": "panel-1",
            "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "EHA-1", "people": [
                {"id": "mum", "kind": "parent", "name": "Maya", "views": "written", "views_note": "A letter"},
                {"id": "nan", "kind": "relative", "name": "Joan"},
                {"id": "dad", "kind": "parent", "name": "Lee"}
            ]},
            "meeting": {"status": "concluded", "held_on": "2026-03-12"},
            "participants": [
                {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
                {"id": "p-nan", "kind": "family", "person": "nan", "attendance": "present"},
                {"id": "p-dad", "kind": "family", "person": "dad", "attendance": "apologies"}
            ],
            "mapping": [
                {"id": "e1", "category": "future_danger", "text": "Left alone at night", "withheld_from": ["nan"]},
                {"id": "e2", "category": "goal", "text": "Someone is always there", "answers": ["e1"]}
            ],
            "actions": [{"id": "a1", "text": "Ring the school", "owner": "p-dad"}],
            "outcome": {"decision": "continue", "reason": "All agreed", "contingency": " "}
        })
        .to_string(),
    )
    .unwrap();
    let profile = Profile::of(&record).unwrap();
    let text = report::paper(
        &record,
        &profile,
        &Reader::Professionals,
        Paper::BeforeYouSend,
        &PaperOptions::default(),
    )
    .unwrap()
    .render(Format::Markdown);
    let part = |whom: &str| {
        let (_, after) =
            text.split_once(&format!("### These words will be given to {whom}\n")).unwrap();
        after.split("\n#").next().unwrap().to_owned()
    };
    assert!(part("Maya and Joan").contains("**Reason for the decision:** All agreed"));
    assert!(part("Maya and Joan").contains("**Map:** Someone is always there"));
    assert!(part("Maya").contains("**Map:** Left alone at night"));
    assert!(part("Maya, Joan and Lee").contains("**Action:** Ring the school"));
    let (_, disclosed) = text.split_once("## What each copy discloses").unwrap();
    assert!(!disclosed.contains("A letter") && !disclosed.contains("If the plan"), "{disclosed}");
    // Joan's copy is not made before someone has read the goal once more.
    let joan = text.lines().find(|line| line.starts_with("| Joan")).unwrap();
    assert!(joan.ends_with("| Read once more, and confirm: G1 |"), "{joan}");
}
