use serde_json::{Value, json};
use support_panel::{CheckOptions, Profile, Record, check, profile};

fn set(document: &mut Value, pointer: &str, value: Option<Value>) {
    let (above, last) = pointer.rsplit_once('/').unwrap();
    let mut holder = document;
    for step in above.split('/').skip(1) {
        holder = match holder {
            Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
            other => other.as_object_mut().unwrap().entry(step).or_insert_with(|| json!({})),
        };
    }
    match (holder, value) {
        (Value::Array(items), Some(value)) => items[last.parse::<usize>().unwrap()] = value,
        (Value::Array(items), None) => drop(items.remove(last.parse::<usize>().unwrap())),
        (other, Some(value)) => drop(other.as_object_mut().unwrap().insert(last.into(), value)),
        (other, None) => drop(other.as_object_mut().unwrap().shift_remove(last)),
    }
}

#[test]
fn corpus() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests");
    let cases: Value = serde_json::from_str(
        &std::fs::read_to_string(format!("{root}/../crates/support-panel/tests/local_rules.json"))
            .unwrap(),
    )
    .unwrap();
    let mut wrong = 0;
    for case in cases["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let mut record: Value = serde_json::from_str(
            &std::fs::read_to_string(format!(
                "{root}/records/{}.json",
                case["record"].as_str().unwrap()
            ))
            .unwrap(),
        )
        .unwrap();
        for p in case["remove"].as_array().into_iter().flatten() {
            set(&mut record, p.as_str().unwrap(), None);
        }
        for (p, v) in case["set"].as_object().into_iter().flatten() {
            set(&mut record, p, Some(v.clone()));
        }
        let record = Record::from_json(record.to_string()).unwrap();
        let mut council: Value =
            serde_json::from_str(&Profile::of(&record).unwrap().to_json()).unwrap();
        for (p, v) in case["profile_set"].as_object().into_iter().flatten() {
            set(&mut council, p, Some(v.clone()));
        }
        let council = match Profile::from_json(council.to_string()) {
            Ok(c) => c,
            Err(e) => {
                println!("{name}: {e:?}");
                wrong += 1;
                continue;
            }
        };
        let options =
            CheckOptions::default().as_of(case["as_of"].as_str().map(|day| day.parse().unwrap()));
        let start = std::time::Instant::now();
        let findings = check(&record, &council, &options).unwrap();
        let took = start.elapsed();
        let found: Vec<Value> =
            findings.iter().map(|f| json!([f.code, f.severity, f.path, f.subject])).collect();
        if json!(found) != case["expect"] {
            println!("WRONG {name}\n  expected {}\n  found {}", case["expect"], json!(found));
            wrong += 1;
        }
        if took.as_millis() > 50 {
            println!("{name}: {took:?}");
        }
    }
    println!("{wrong} wrong");
    let texts: Vec<(String, String)> =
        serde_json::from_str(&std::fs::read_to_string("/tmp/local-fault-texts.json").unwrap())
            .unwrap();
    let out: Vec<Value> = texts.into_iter().map(|(name, text)| json!({"name": name, "operation": "profile_check", "text": text, "checked": profile::check(text.as_bytes(), &[])})).collect();
    std::fs::write("/tmp/local-fault-out.json", json!(out).to_string()).unwrap();
}
