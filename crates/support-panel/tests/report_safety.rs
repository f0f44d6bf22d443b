//! What a report must never do, whatever a record says: let free text become markup, show the family what is for
//! professionals only, or fail.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::type_complexity,
    reason = "a test stops where it finds a fault"
)]

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use serde_json::{Value, json};
use std::sync::LazyLock;
use support_panel::report::{self, Format, Reader};
use support_panel::{Code, Error, Profile, Record};

type Report = fn(&Record, &Profile, &Reader, Format) -> Result<String, Error>;

const REPORTS: [Report; 3] = [report::minutes, report::map, report::action_plan];

static EVERYTHING: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records/everything.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
});

/// The same with no one concealed: where every text is one text, each would name whoever is.
static NOBODY_CONCEALED: LazyLock<Value> = LazyLock::new(|| {
    let mut record = EVERYTHING.clone();
    for list in ["/participants", "/case/people"] {
        for one in record.pointer_mut(list).unwrap().as_array_mut().unwrap() {
            for key in ["withheld_from", "unlisted_for", "expected_on"] {
                one.as_object_mut().unwrap().remove(key);
            }
        }
    }
    record
});

fn read(record: &Value) -> Result<(Record, Profile), Error> {
    let record = Record::from_json(record.to_string())?;
    let profile = Profile::of(&record)?;
    Ok((record, profile))
}

fn all_reports(record: &Value) -> Vec<(Format, Reader, String)> {
    let (record, profile) = read(record).unwrap();
    let mut all = Vec::new();
    for report in REPORTS {
        for format in Format::ALL {
            for reader in [Reader::Professionals, Reader::Family] {
                // There is no paper of a record that has nothing for the family, or that has to be read once more.
                let text = match report(&record, &profile, &reader, *format) {
                    Err(error) if matches!(error.code(), Code::EmptyPaper | Code::Unconfirmed) => {
                        String::new()
                    }
                    made => made.unwrap(),
                };
                all.push((*format, reader, text));
            }
        }
    }
    all
}

/// Members whose text a person writes.
const TEXTS: [&str; 28] = [
    "name",
    "agency",
    "nhs_number",
    "views_note",
    "text",
    "reason",
    "best_hopes",
    "background",
    "prompt",
    "note",
    "inquorate_reason",
    "adjourned_reason",
    "skipped_reason",
    "evidence",
    "impact",
    "how",
    "why",
    "one_point_higher",
    "other",
    "cancelled_reason",
    "view",
    "contingency",
    "system",
    "reference",
    "round",
    "lawful_basis",
    "special_category_condition",
    "min",
];

/// The record with every such text replaced.
fn with_text(value: &Value, text: &str) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| with_text(item, text)).collect(),
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| {
                let is_text =
                    TEXTS.contains(&&**key) || matches!(&**key, "max" | "about" | "outcome");
                // An entry that a sitting is about is an id, what a statement is about is a text.
                let is_id = key == "about" && members.contains_key("scale");
                let value = if value.is_string() && is_text && !is_id {
                    json!(text)
                } else {
                    with_text(value, text)
                };
                (key.clone(), value)
            };
            members.iter().map(member).collect()
        }
        other => other.clone(),
    }
}

/// What a reader sees of a text, white space aside (and `_`, which a lawful basis is written with but not shown with).
fn seen(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '_' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    text.chars().filter(|c| !hidden(*c)).collect()
}

/// The tags of a page in order, with their attributes, and what stands in each `bdi`.
fn page(html: &str) -> (Vec<String>, Vec<String>) {
    let page = scraper::Html::parse_document(html);
    assert_eq!(page.errors, Vec::<String>::new());
    let elements = page.root_element().descendent_elements().map(|element| {
        let value = element.value();
        let attributes: Vec<_> = value.attrs().collect();
        format!("{} {attributes:?}", value.name())
    });
    let bdi = scraper::Selector::parse("bdi").unwrap();
    let said = page.select(&bdi).map(|element| seen(&element.text().collect::<String>()));
    (elements.collect(), said.collect())
}

/// The structure of a Markdown text, and its words between one mark and the next.
fn structure(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut marks, mut words) = (Vec::new(), vec![String::new()]);
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) => words.last_mut().unwrap().push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.last_mut().unwrap().push(' '),
            other => {
                marks.push(format!("{other:?}"));
                words.push(String::new());
            }
        }
    }
    (marks, words.iter().map(|text| seen(text)).collect())
}

fn hostile() -> impl Strategy<Value = String> {
    let fragments = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "<!--",
        "]]>",
        "\"' onload='x",
        "](javascript:alert(1))",
        "[a](http://b)",
        "![a](b)",
        "http://evil.example",
        "|",
        "| --- |",
        "`",
        "```\n",
        "**",
        "__",
        "~~",
        "==",
        "===",
        "---",
        "# ",
        "\n# ",
        "\n1. ",
        "1) ",
        "2026. ",
        "\n- ",
        "+ ",
        "* ",
        "> ",
        "\n    indented",
        "\n\n",
        "\r\n",
        "\r",
        "\\",
        "&lt;",
        "&#60;",
        "[^1]: ",
        "$x$",
        "$$",
        ":smile:",
        ": ",
        "{#id}",
        "\n:::",
        "[[w]]",
        "^a^",
        "\u{202e}",
        "\u{2067}",
        "\u{0}",
        "\u{1b}[31m",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "سلام",
        "é",
        "word",
        " ",
        "7",
        "EHA",
    ]);
    let pieces = prop_oneof![4 => fragments.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(pieces, 1..8)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("blank", |text| !seen(text).is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    /// Whatever is said, the structure is the one that a plain word gives, and the words are those that were said.
    #[test]
    fn text_stays_text(text in hostile()) {
        let plain = all_reports(&with_text(&NOBODY_CONCEALED, "Zebra"));
        let shown = seen(&text);
        for ((format, reader, plain), (_, _, written)) in plain.iter().zip(all_reports(&with_text(&NOBODY_CONCEALED, &text))) {
            // Terms are explained to the family, so that there the words may be more.
            let same_words = *reader == Reader::Professionals;
            prop_assert_eq!(plain.is_empty(), written.is_empty());
            prop_assert!(!same_words || !plain.is_empty());
            if plain.is_empty() {
                continue;
            }
            let expected = |words: Vec<String>| words.iter().map(|words| seen(&words.replace("Zebra", &shown))).collect::<Vec<_>>();
            match format {
                Format::Html => {
                    let ((elements, said), (plain_elements, plain_said)) = (page(&written), page(plain));
                    prop_assert!(elements == plain_elements, "other elements");
                    prop_assert!(!same_words || said == expected(plain_said));
                }
                Format::Markdown => {
                    let ((marks, words), (plain_marks, plain_words)) = (structure(&written), structure(plain));
                    prop_assert!(marks == plain_marks, "other marks");
                    if same_words {
                        let expected = expected(plain_words);
                        let differing = words.iter().zip(&expected).find(|(a, b)| a != b);
                        prop_assert!(words == expected, "{:?}", differing);
                    }
                }
                _ => {}
            }
            let is_unseen = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!written.contains(is_unseen));
        }
    }

    /// Any record that reads can be reported on, however much of it is missing.
    #[test]
    fn whatever_reads_is_written(cuts in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let mut record = EVERYTHING.clone();
        for cut in cuts {
            let mut pointers = Vec::new();
            gather(&record, String::new(), &mut pointers);
            let mut less = record.clone();
            let pointer: &String = cut.get(&pointers);
            remove(&mut less, pointer);
            if read(&less).is_ok() {
                record = less;
            }
        }
        all_reports(&record);
    }
}

fn gather(value: &Value, path: String, pointers: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(i, item)| (format!("{path}/{i}"), item)).collect()
        }
        Value::Object(members) => {
            members.iter().map(|(key, member)| (format!("{path}/{key}"), member)).collect()
        }
        _ => Vec::new(),
    };
    for (path, value) in below {
        gather(value, path.clone(), pointers);
        pointers.push(path);
    }
}

fn remove(value: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
        Some(Value::Object(members)) => drop(members.remove(key)),
        _ => {}
    }
}

/// A record with things for professionals only is, to the family, the record without them: to the last byte.
#[test]
fn the_family_sees_no_trace_of_what_is_for_professionals_only() {
    let mut with = EVERYTHING.clone();
    with["meeting"]["status"] = json!("concluded");
    with["mapping"][6]["visible_to"] = json!("professionals");
    let hidden =
        |item: &Value| item["visible_to"] == "professionals" || item.get("withdrawn").is_some();
    let hidden_ids: Vec<Value> = with["mapping"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| hidden(e))
        .map(|e| e["id"].clone())
        .collect();
    assert_eq!(hidden_ids.len(), 3);
    for list in ["mapping", "actions"] {
        for item in with[list].as_array_mut().unwrap().iter_mut().filter(|item| hidden(item)) {
            *item = with_text(item, "MARKED");
        }
    }
    let about_hidden =
        |sitting: &Value| sitting.get("about").is_some_and(|about| hidden_ids.contains(about));
    for sitting in
        with["scaling"].as_array_mut().unwrap().iter_mut().filter(|sitting| about_hidden(sitting))
    {
        *sitting = with_text(sitting, "MARKED");
    }
    for person in with["case"]["people"].as_array_mut().unwrap() {
        person["nhs_number"] = json!("MARKED");
    }
    let sharing = with["agreement"]["sharing"].as_object_mut().unwrap();
    sharing.insert("lawful_basis".into(), json!("MARKED"));
    sharing.insert("special_category_condition".into(), json!("MARKED"));

    let mut without = with.clone();
    without["mapping"].as_array_mut().unwrap().retain(|item| !hidden(item));
    without["actions"].as_array_mut().unwrap().retain(|item| !hidden(item));
    without["scaling"].as_array_mut().unwrap().retain(|sitting| !about_hidden(sitting));

    let mut marked = 0;
    for ((_, reader, with), (_, _, without)) in
        all_reports(&with).into_iter().zip(all_reports(&without))
    {
        if reader == Reader::Family {
            assert!(!with.contains("MARKED"));
            assert_eq!(with, without);
        } else {
            marked += usize::from(with.contains("MARKED"));
        }
    }
    assert_eq!(marked, 9, "the marks are where professionals see them");
}

/// Nor does it show where all of a part is kept from them.
#[test]
fn the_family_sees_no_gap_where_everything_is_hidden() {
    let mut with = EVERYTHING.clone();
    for list in ["mapping", "actions"] {
        for item in with[list].as_array_mut().unwrap() {
            item["visible_to"] = json!("professionals");
        }
    }
    let mut without = with.clone();
    for list in ["mapping", "actions"] {
        without[list] = json!([]);
    }
    without["scaling"].as_array_mut().unwrap().pop();
    for ((_, reader, with), (_, _, without)) in
        all_reports(&with).into_iter().zip(all_reports(&without))
    {
        assert!(reader != Reader::Family || with == without);
    }
}

/// Whoever does something that is marked for those who hold the panel reads it in no paper of their own.
#[test]
fn a_mark_holds_for_whoever_owns_the_action() {
    let mut record = EVERYTHING.clone();
    record["participants"].as_array_mut().unwrap().push(json!({"id": "p-aunt", "kind": "network"}));
    let action = json!({"id": "act-aunt", "text": "MARKED", "owner": "p-aunt"});
    record["actions"].as_array_mut().unwrap().push(action);
    let copy = |record: &Value| {
        let (record, profile) = read(record).unwrap();
        report::copy_of(&record, &profile, &"p-aunt".parse().unwrap()).unwrap().record().to_json()
    };
    assert!(copy(&record).contains("MARKED"));
    record["actions"].as_array_mut().unwrap().last_mut().unwrap()["visible_to"] =
        json!("professionals");
    assert!(!copy(&record).contains("MARKED"));
}

#[test]
fn formats_and_readers_have_words() {
    assert_eq!("html".parse::<Format>().unwrap(), Format::Html);
    assert_eq!("family".parse::<Reader>().unwrap(), Reader::Family);
    assert_eq!("pdf".parse::<Format>().unwrap_err().code(), Code::UnknownWord);
    assert_eq!("p-worker".parse::<Reader>().unwrap().to_string(), "p-worker");
    assert_eq!("".parse::<Reader>().unwrap_err().code(), Code::BadId);
}

#[test]
fn another_profile_is_refused() {
    let (record, _) = read(&EVERYTHING).unwrap();
    let other = Profile::from_toml("extends = \"leicester-masp\"\nid = \"other\"\nversion = \"1\"")
        .unwrap();
    let error = report::minutes(&record, &other, &Reader::Family, Format::Text).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ProfileMismatch, "/profile"));
}
