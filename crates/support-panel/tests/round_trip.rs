//! What is read is written, and what is written is read.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use support_panel::Record;

fn example(name: &str) -> String {
    std::fs::read_to_string(format!(
        "{}/../../tests/records/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

#[test]
fn the_examples_are_canonical_but_for_white_space() {
    for name in [
        "leicester-referral",
        "leicester-initial",
        "leicester-review",
        "clean",
        "everything",
        "smallest",
    ] {
        let text = example(name);
        let record = Record::from_json(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let written = record.to_json();
        assert_eq!(Record::from_json(&written).unwrap(), record, "{name}");
        assert_eq!(Record::from_json(&written).unwrap().to_json(), written, "{name}");
        assert_eq!(Record::from_json(record.to_json_pretty()).unwrap(), record, "{name}");
        assert_eq!(serde_json::to_string(&record).unwrap(), written, "{name}");
        assert_eq!(serde_json::from_str::<Record>(&text).unwrap(), record, "{name}");
        if name.starts_with("leicester") {
            let compact: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(serde_json::to_string(&compact).unwrap(), written, "{name}");
        }
    }
}
