//! Who may see what: a marker is planted in every text that the schema of the record knows, marks are planted at random, and
//! what a reader's copy discloses is held to the copy itself.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support_panel::report::{
    Because, CopyOptions, Disclosure, Format, Paper, PaperOptions, Reader, copy_with, disclosures,
    paper,
};
use support_panel::{Code, Error, Id, Profile, Record};

#[path = "../../../tests/rust/planted/texts.rs"]
mod texts;

use texts::{PLANTED, members, referred};

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Marks wherever the schema allows them.
fn mark(dice: &mut Dice, name: &str, value: &mut Value, ids: &[String]) {
    let Some(object) = value.as_object_mut() else { return };
    for (key, schema) in members(name) {
        match key.as_str() {
            "visible_to" => {
                object.remove("visible_to");
                match dice.roll(6) {
                    0 => drop(object.insert(key, json!("professionals"))),
                    1 | 2 => drop(object.insert(key, json!("everyone"))),
                    _ => {}
                }
            }
            "withheld_from" | "unlisted_for" => {
                object.remove(&key);
                let often = if key == "withheld_from" { 6 } else { 20 };
                if dice.roll(often) == 0 {
                    object.insert(key, json!([ids[dice.roll(ids.len())]]));
                }
            }
            _ => match (referred(&schema), referred(&schema["items"])) {
                (Some("marks" | "meeting_marks" | "outcome_marks"), _) => {
                    let below = referred(&schema).unwrap().to_owned();
                    mark(dice, &below, object.entry(key).or_insert_with(|| json!({})), ids);
                }
                (Some(below), _) => {
                    if let Some(member) = object.get_mut(&key) {
                        mark(dice, below, member, ids);
                    }
                }
                (_, Some(below)) => {
                    for item in
                        object.get_mut(&key).and_then(Value::as_array_mut).into_iter().flatten()
                    {
                        mark(dice, below, item, ids);
                    }
                }
                _ => {}
            },
        }
    }
}

/// Each of those whom a record knows, and the family.
fn readers(record: &Value) -> Vec<String> {
    let of = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let mut ids = of(&record["case"]["people"]);
    ids.extend(of(&record["participants"]));
    ids
}

/// A record with random marks, in which by chance everyone of the family came, and whatever it says of the meeting.
fn marked(seed: u64) -> Value {
    let mut dice = Dice(seed);
    let mut record = PLANTED.0.clone();
    let mut ids = readers(&record);
    if dice.roll(4) == 0 {
        ids.push("nobody-known".to_owned());
    }
    mark(&mut dice, "record", &mut record, &ids);
    if dice.roll(3) > 0 {
        for person in record["case"]["people"].as_array().unwrap().clone() {
            let id = &person["id"];
            let parts = record["participants"].as_array_mut().unwrap();
            match parts.iter_mut().find(|part| part["person"] == *id) {
                Some(part) => part["attendance"] = json!("present"),
                None => parts.push(json!({
                    "id": format!("came-{}", id.as_str().unwrap()), "kind": "family", "person": id, "attendance": "present"
                })),
            }
        }
    }
    record["meeting"]["status"] =
        json!(["planned", "in_progress", "concluded", "adjourned"][dice.roll(4)]);
    record
}

/// A copy, with everything confirmed that someone would have to read once more; nothing where there is none for the reader.
fn copied(record: &Record, profile: &Profile, reader: &Reader) -> Option<String> {
    let mut confirmed: Vec<Id> = Vec::new();
    loop {
        let options = CopyOptions::default().confirmed(confirmed.iter().cloned());
        match copy_with(record, profile, reader, &options) {
            Ok(copy) => return Some(copy.record().to_json()),
            Err(error) if error.code() == Code::Unconfirmed => {
                confirmed.extend(listed(&error).into_iter().map(|id| id.parse().unwrap()));
            }
            Err(error) => {
                assert_eq!(error.code(), Code::UnknownReader);
                return None;
            }
        }
    }
}

/// The ids that a refusal lists.
fn listed(error: &Error) -> Vec<String> {
    let message = error.to_string();
    let ids = message.split("confirmed: ").nth(1).unwrap().trim_end_matches(" (unconfirmed)");
    ids.split(", ").map(str::to_owned).collect()
}

fn told(record: &Record, profile: &Profile, reader: &Reader) -> BTreeMap<String, Disclosure> {
    let lines = disclosures(record, profile, reader, None, &PaperOptions::default()).unwrap();
    let count = lines.len();
    let told: BTreeMap<_, _> = lines.into_iter().map(|line| (line.path.clone(), line)).collect();
    assert_eq!(told.len(), count, "a leaf has one line");
    told
}

/// A paper in text and HTML, with everything confirmed; nothing where there is none.
fn printed(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    which: Paper,
    options: &PaperOptions<'_>,
) -> Option<String> {
    let confirmed = confirmed(record, profile, reader, which, options)?;
    let made = paper(record, profile, reader, which, &confirmed).unwrap();
    Some(made.render(Format::Markdown) + &made.render(Format::Html))
}

/// The options with all confirmed that the paper asks for; none where the reader has no such paper.
fn confirmed<'o>(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    which: Paper,
    options: &PaperOptions<'o>,
) -> Option<PaperOptions<'o>> {
    let mut confirmed: Vec<Id> = Vec::new();
    loop {
        let options = options.clone().confirmed(confirmed.iter().cloned());
        match paper(record, profile, reader, which, &options) {
            Ok(_) => return Some(options),
            Err(error) if error.code() == Code::Unconfirmed => {
                confirmed.extend(listed(&error).into_iter().map(|id| id.parse().unwrap()));
            }
            Err(error) => {
                let expected = [Code::UnknownReader, Code::WrongReader, Code::EmptyPaper];
                assert!(expected.contains(&error.code()), "{error}");
                return None;
            }
        }
    }
}

/// The record without the member that stands somewhere.
fn without(record: &Value, at: &str) -> Value {
    let mut other = record.clone();
    let (parent, key) = at.rsplit_once('/').unwrap();
    other.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
    other
}

/// What no copy for the family side holds, whatever the record does.
const NO_TRACE: [&str; 21] = [
    "\"withheld_from\":",
    "\"unlisted_for\":",
    "\"separate_copies\":",
    "\"visible_to\":\"professionals\"",
    "\"deputy_for\":",
    "\"arrived_at\":",
    "\"left_at\":",
    "\"written_update\":",
    "\"apologies\"",
    "\"absent\"",
    "\"skipped_reason\":",
    "\"started_at\":",
    "\"ended_at\":",
    "\"paused_seconds\":",
    "\"led_by\":",
    "\"amended\":",
    "\"withdrawn\":",
    "\"recording\":",
    "\"extensions\":",
    "\"identifiers\":",
    "\"birth\":",
];

/// What a profile may withhold besides, and where that stands in the record, however it is marked.
const WITHHELD: [(&str, &[&str]); 8] = [
    ("entries", &["/mapping/"]),
    ("decision_reason", &["/outcome/reason"]),
    ("contingency", &["/outcome/contingency"]),
    ("who_came", &["/meeting/chair"]),
    ("numbers", &["/scaling/"]),
    ("dissent", &["/outcome/dissent/"]),
    ("referral", &["/referral/"]),
    ("outcomes", &["/outcome", "/cancelled_reason", "/done_on", "/settled/how", "/settled/on"]),
];

/// Whether a word is of what stands there. What came of actions and goals stands in each of them.
fn is_of(word: &str, places: &[&str], path: &str) -> bool {
    match word {
        "outcomes" => {
            let is_within = path.starts_with("/actions/") || path.starts_with("/mapping/");
            is_within && places.iter().any(|place| path.ends_with(place))
        }
        _ => places.iter().any(|place| path.starts_with(place)),
    }
}

/// The profile of the planted record, which withholds these.
fn withholding(words: &[&str]) -> Profile {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles/leicester-masp.json");
    let mut profile: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    profile["papers"]["withhold"] = json!(words);
    Profile::from_json(profile.to_string()).unwrap()
}

/// Everything is marked for everyone, and everyone of the family came.
fn all_for_everyone() -> Value {
    fn lift(name: &str, value: &mut Value) {
        let Some(object) = value.as_object_mut() else { return };
        for (key, schema) in members(name) {
            match (key.as_str(), referred(&schema), referred(&schema["items"])) {
                ("visible_to", ..) => drop(object.insert(key, json!("everyone"))),
                ("withheld_from" | "unlisted_for", ..) => drop(object.remove(&key)),
                (_, Some(below @ ("marks" | "meeting_marks" | "outcome_marks")), _) => {
                    lift(below, object.entry(&key).or_insert_with(|| json!({})));
                }
                (_, Some(below), _) => {
                    object.get_mut(&key).into_iter().for_each(|member| lift(below, member));
                }
                (.., Some(below)) => {
                    let items = object.get_mut(&key).and_then(Value::as_array_mut);
                    items.into_iter().flatten().for_each(|item| lift(below, item));
                }
                _ => {}
            }
        }
    }
    let mut record = PLANTED.0.clone();
    lift("record", &mut record);
    for participant in record["participants"].as_array_mut().unwrap() {
        participant["attendance"] = json!("present");
    }
    record
}

/// A mark for everyone does not give back what the profile withholds, and no one has even their own; without the word, some
/// reader has something of it. Whoever holds the panel has all of it.
#[test]
fn what_a_profile_withholds_no_mark_gives_back() {
    let json = all_for_everyone();
    let record = Record::from_json(json.to_string()).unwrap();
    let mut all = readers(&json);
    all.push("family".to_owned());
    let shown = |words: &[&str]| {
        let profile = withholding(words);
        let mut shown = BTreeSet::new();
        for reader in &all {
            let reader: Reader = reader.parse().unwrap();
            let told = told(&record, &profile, &reader);
            let whole = told.values().all(|line| line.shown);
            for line in told.into_values().filter(|_| !whole) {
                match line.shown {
                    true => drop(shown.insert(line.path)),
                    false => assert!(
                        words.is_empty() || line.because != Because::OwnWords,
                        "{} for {reader}",
                        line.path
                    ),
                }
            }
        }
        shown
    };
    let before = shown(&[]);
    for (word, places) in WITHHELD {
        let after = shown(&[word]);
        let of = |paths: &BTreeSet<String>| {
            paths.iter().filter(|path| is_of(word, places, path)).count()
        };
        assert!(of(&before) > 0, "{word}: no one had anything of it");
        assert_eq!(of(&after), 0, "{word}: {after:?}");
        assert!(after.is_subset(&before), "{word} gives something");
        assert!(after.contains("/outcome/decision"), "{word} is not the decision");
    }
    let words = WITHHELD.map(|(word, _)| word);
    let told = told(&record, &withholding(&words), &Reader::Professionals);
    assert!(told.values().all(|line| line.shown));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// The list is complete, and a marker is in the copy exactly where its line says that it is shown. A copy of a copy is the
    /// same. What is withheld may say anything: the copy has the same bytes.
    #[test]
    fn what_is_disclosed_is_what_is_shown(seed: u64) {
        let (_, markers) = &*PLANTED;
        let json = marked(seed);
        let record = Record::from_json(json.to_string()).unwrap();
        let mut dice = Dice(seed ^ 1);
        let words: Vec<_> = WITHHELD.iter().map(|(word, _)| *word).collect();
        let words: Vec<_> = words.into_iter().filter(|_| dice.roll(8) == 0).collect();
        let profile = withholding(&words);
        let all = readers(&json).into_iter().chain(["family".to_owned(), "professionals".to_owned()]);
        for reader in all {
            let reader: Reader = reader.parse().unwrap();
            let Some(copy) = copied(&record, &profile, &reader) else { continue };
            let told = told(&record, &profile, &reader);
            let mut other = json.clone();
            for (marker, path) in markers {
                let line = told.get(path);
                prop_assert!(line.is_some(), "{reader}: nothing is told of {path}");
                let shown = line.unwrap().shown;
                let quoted = format!("\"{marker}\"");
                prop_assert_eq!(copy.contains(&quoted), shown, "{} for {}", path, &reader);
                if !shown {
                    *other.pointer_mut(path).unwrap() = json!(format!("other{}", marker));
                }
            }
            let again = Record::from_json(&copy).unwrap();
            let again = copied(&again, &profile, &reader);
            prop_assert_eq!(again.as_ref(), Some(&copy), "a copy of a copy for {}", &reader);
            let other = Record::from_json(other.to_string()).unwrap();
            let other = copied(&other, &profile, &reader);
            prop_assert_eq!(other.as_ref(), Some(&copy), "what is withheld from {}", &reader);
            let whole = copied(&record, &profile, &Reader::Professionals).unwrap();
            if copy != whole {
                let found = NO_TRACE.iter().find(|trace| copy.contains(**trace));
                prop_assert!(found.is_none(), "{reader}: a trace: {found:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    /// A marker is in a paper exactly where its line says that it is shown; what is not may say anything.
    #[test]
    fn what_a_paper_discloses_is_what_it_prints(seed: u64) {
        let (_, markers) = &*PLANTED;
        let json = marked(seed);
        let record = Record::from_json(json.to_string()).unwrap();
        let profile = withholding(&[]);
        let options = PaperOptions::default().previous(&record);
        let mut dice = Dice(seed ^ 2);
        let mut all = readers(&json);
        all.extend(["family", "professionals"].map(str::to_owned));
        let mut looked_at = 0;
        // Each leaf is asked after one by one: a few papers a case are all that there is time for.
        while looked_at < 2 {
            let reader: Reader = all[dice.roll(all.len())].parse().unwrap();
            for which in Paper::ALL.iter().copied().skip(dice.roll(Paper::ALL.len())).take(1) {
                let options = confirmed(&record, &profile, &reader, which, &options);
                let Some(options) = options else { continue };
                let text = printed(&record, &profile, &reader, which, &options).unwrap();
                looked_at += 1;
                let lines = disclosures(&record, &profile, &reader, Some(which), &options).unwrap();
                let by_path = |lines: Vec<support_panel::report::Disclosure>| -> BTreeMap<_, _> {
                    lines.into_iter().map(|line| (line.path, line.shown)).collect()
                };
                let shown = by_path(lines);
                // Of one record alone, as the copy that the review is made of.
                let in_copy = (which == Paper::Review).then(|| told(&record, &profile, &reader));
                let mut other = json.clone();
                for (marker, path) in markers {
                    let word = |c: char| c.is_alphanumeric();
                    let stands = text.split(|c| !word(c)).any(|found| found == marker);
                    // The review is made of this record twice: a text may come from the panel before, and then the copy has it;
                    // and where an id that pairs the two were another, it would read otherwise, and never prints that id.
                    if let Some(in_copy) = &in_copy {
                        let may = in_copy.get(path).is_some_and(|line| line.shown);
                        prop_assert!(!stands || may, "{} for {}: {}", which, &reader, path);
                    } else if shown[path] && !stands {
                        // A label that no paper quotes is told of where its absence is a finding.
                        let without = Record::from_json(without(&json, path).to_string()).unwrap();
                        let otherwise = printed(&without, &profile, &reader, which, &options);
                        prop_assert_ne!(otherwise, Some(text.clone()), "{} for {}: {}", which, &reader, path);
                    } else {
                        prop_assert_eq!(stands, shown[path], "{} for {}: {}", which, &reader, path);
                    }
                    if !stands {
                        *other.pointer_mut(path).unwrap() = json!(format!("other{}", marker));
                    }
                }
                let other = Record::from_json(other.to_string()).unwrap();
                let other = printed(&other, &profile, &reader, which, &options);
                // The review reads the same record as that of the panel before.
                if which != Paper::Review {
                    prop_assert_eq!(other, Some(text), "{} for {}", which, &reader);
                }
            }
        }
    }
}

#[test]
fn what_is_shown_says_whether_it_was_asked_for_and_stands_in_the_paper() {
    let record = Record::from_json(
        json!({
            "format": "support-panel/1", "id": "panel-1",
            "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "EHA-1", "people": [
                {"id": "mum", "kind": "parent", "name": "Maya Das"},
                {"id": "kai", "kind": "child", "name": "Kai Das"}
            ]},
            "meeting": {"status": "concluded", "held_on": "2026-03-12"},
            "participants": [
                {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
                {"id": "p-kai", "kind": "child", "person": "kai", "attendance": "present"},
                {"id": "p-worker", "kind": "professional", "name": "H. Amin", "attendance": "present"}
            ],
            "mapping": [
                {"id": "e1", "category": "existing_strength", "text": "Reads with Kai", "raised_by": ["p-mum"]},
                {"id": "e2", "category": "future_danger", "text": "It is loud", "raised_by": ["p-kai"]}
            ],
            "actions": [{"id": "a1", "text": "Ring the school", "owner": "p-mum", "agreed_on": "2026-03-12"}],
            "outcome": {"decision": "continue", "reason": "All agreed", "review_on": "2026-06-11"}
        })
        .to_string(),
    )
    .unwrap();
    let profile = Profile::of(&record).unwrap();
    let told = |reader: &str, which: Option<Paper>, options: &PaperOptions<'_>| {
        let lines =
            disclosures(&record, &profile, &reader.parse().unwrap(), which, options).unwrap();
        let of = lines.into_iter().map(|line| (line.path, (line.shown, line.because)));
        of.collect::<BTreeMap<_, _>>()
    };
    let plain = PaperOptions::default();
    let handed = PaperOptions::default().handed_over_by("p-worker".parse::<Id>().unwrap());
    assert_eq!(told("kai", None, &plain)["/mapping/1/text"], (false, Because::ByDefault));
    assert_eq!(told("kai", None, &handed)["/mapping/1/text"], (true, Because::OwnWords));
    assert_eq!(told("kai", None, &handed)["/mapping/0/text"], (true, Because::ByDefault));
    let plan = told("mum", Some(Paper::Plan), &plain);
    assert_eq!(plan["/actions/0/text"], (true, Because::ByDefault));
    assert_eq!(plan["/actions/0/owner"], (true, Because::ByDefault));
    assert_eq!(plan["/mapping/0/text"], (false, Because::NotInThisPaper));
    assert_eq!(plan["/mapping/1/text"], (false, Because::ByDefault), "the first that holds");
    assert_eq!(
        told("mum", Some(Paper::QuestionCard), &plain)["/meeting/held_on"].1,
        Because::NotInThisPaper
    );
    let wrong = disclosures(&record, &profile, &Reader::Family, Some(Paper::BeforeYouSend), &plain);
    assert_eq!(wrong.unwrap_err().code(), Code::WrongReader);
}

/// Someone of the network who did not come is no more of the family in a copy than in the record.
#[test]
fn a_copy_of_a_copy_knows_who_is_of_the_network() {
    let record = json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [
            {"id": "mum", "kind": "parent", "name": "Maya"}, {"id": "pat", "kind": "carer", "name": "Pat"}
        ]},
        "meeting": {"status": "concluded", "held_on": "2026-03-12", "chair": "p-chair"},
        "participants": [
            {"id": "p-chair", "kind": "professional", "name": "Osei", "attendance": "present"},
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
            {"id": "p-pat", "kind": "network", "person": "pat", "attendance": "apologies"}
        ],
        "mapping": [{"id": "e1", "category": "goal", "text": "Quiet nights"}]
    });
    let record = Record::from_json(record.to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    for reader in [Reader::Family, "mum".parse().unwrap()] {
        let copy = copied(&record, &profile, &reader).unwrap();
        assert!(copy.contains("Quiet nights") && !copy.contains("apologies"), "{copy}");
        let again = Record::from_json(&copy).unwrap();
        assert_eq!(copied(&again, &profile, &reader), Some(copy));
    }
}

/// A child whom not all of the family may know of is known to themselves, and nothing is said of what they may be named by.
#[test]
fn a_copy_says_nothing_of_a_mark_beside_a_name_that_it_withholds() {
    let copy_of_kai = |unlisted: &[&str]| {
        let record = json!({
            "format": "support-panel/1", "id": "panel-1",
            "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "EHA-1", "people": [
                {"id": "mum", "kind": "parent", "name": "Maya"},
                {"id": "kai", "kind": "child", "name": "Kai", "unlisted_for": unlisted}
            ]},
            "meeting": {"status": "concluded", "held_on": "2026-03-12"},
            "participants": [
                {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
                {"id": "p-kai", "kind": "child", "person": "kai", "visible_to": "everyone"}
            ]
        });
        let record = Record::from_json(record.to_string()).unwrap();
        let profile = Profile::of(&record).unwrap();
        copied(&record, &profile, &"kai".parse().unwrap()).unwrap()
    };
    let own = |copy: &str| -> serde_json::Value {
        let copy: serde_json::Value = serde_json::from_str(copy).unwrap();
        let mut participants = copy["participants"].as_array().unwrap().iter();
        participants.find(|p| p["id"] == "p-kai").unwrap().clone()
    };
    let known = json!({"id": "p-kai", "kind": "child", "person": "kai", "visible_to": "everyone"});
    assert_eq!(own(&copy_of_kai(&[])), known);
    let unknown = json!({"id": "p-kai", "kind": "child", "person": "kai"});
    assert_eq!(own(&copy_of_kai(&["mum"])), unknown);
}

/// A family's copy in which no one of the family may be told of has what a copy for no one has: its copy could have no more.
#[test]
fn a_copy_in_which_no_one_of_the_family_stands_tells_no_more_than_the_decision() {
    let record = |unlisted: &str, kai: &str| {
        let record = json!({
            "format": "support-panel/1", "id": "panel-1",
            "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "EHA-1", "people": [
                {"id": "mum", "kind": "parent", "name": "Maya", "unlisted_for": [unlisted]},
                {"id": "kai", "kind": "child", "name": "Kai"}
            ]},
            "meeting": {"status": "concluded", "held_on": "2026-03-12"},
            "participants": [
                {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
                {"id": "p-kai", "kind": "child", "person": "kai", "attendance": "present", "visible_to": kai}
            ],
            "mapping": [{"id": "e1", "category": "goal", "text": "Quiet nights", "visible_to": "everyone"}],
            "outcome": {"decision": "continue", "review_on": "2026-06-11"}
        });
        Record::from_json(record.to_string()).unwrap()
    };
    for (unlisted, kai, shown) in [
        ("mum", "everyone", true),
        ("mum", "professionals", false),
        ("p-mum", "professionals", false),
        ("kai", "professionals", false),
        ("nobody-known", "professionals", false),
    ] {
        let record = record(unlisted, kai);
        let profile = Profile::of(&record).unwrap();
        let copy = copied(&record, &profile, &Reader::Family).unwrap();
        assert!(copy.contains("\"decision\":\"continue\""), "{copy}");
        assert_eq!(copy.contains("Quiet nights"), shown, "{unlisted}, {kai}: {copy}");
        let told = told(&record, &profile, &Reader::Family);
        assert_eq!(told["/mapping/0/text"].shown, shown, "{unlisted}, {kai}");
        let again = Record::from_json(&copy).unwrap();
        assert_eq!(copied(&again, &profile, &Reader::Family), Some(copy));
    }
}

#[test]
fn lines_stand_in_the_order_of_the_record_and_say_why() {
    let mut json = PLANTED.0.clone();
    json["outcome"]["marks"] =
        json!({"reason": {"visible_to": "everyone"}, "contingency": {"withheld_from": ["a-mum"]}});
    json["mapping"][0]["visible_to"] = json!("professionals");
    let record = Record::from_json(json.to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    let lines =
        disclosures(&record, &profile, &Reader::Family, None, &PaperOptions::default()).unwrap();
    let because = |path: &str| {
        let line = lines.iter().find(|line| line.path == path).unwrap();
        (line.shown, line.because)
    };
    assert_eq!(because("/outcome/decision"), (true, Because::ByDefault));
    assert_eq!(because("/outcome/reason"), (true, Because::Marked));
    assert_eq!(because("/outcome/contingency"), (false, Because::WithheldFrom));
    assert_eq!(because("/mapping/0/text"), (false, Because::Marked));
    assert_eq!(because("/case/people/0/date_of_birth"), (false, Because::ByDefault));
    let order: Vec<_> = lines.iter().map(|line| line.path.split('/').nth(1).unwrap()).collect();
    let mut keys = order.clone();
    keys.dedup();
    let expected = [
        "profile",
        "case",
        "referral",
        "agreement",
        "meeting",
        "participants",
        "agenda",
        "mapping",
        "scaling",
        "actions",
        "outcome",
        "recording",
        "extensions",
    ];
    assert_eq!(keys, expected[1..].to_vec());
}
