//! Laws of summaries and trajectories, and the examples of the guide.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it expects")]

#[path = "../../../tests/rust/golden.rs"]
mod golden;

use proptest::prelude::*;
use serde_json::{Value, json};
use support_panel::record::Scale;
use support_panel::{
    CheckOptions, Code, Decimal, Profile, Record, check, limits, summaries, summaries_since,
    trajectory, trajectory_with,
};

const KINDS: [&str; 6] =
    ["family", "child", "network", "professional", "advocate", "business_support"];

/// A number of the record: by whom, about whom, and in tenths.
type Number = (usize, Option<usize>, i32);

fn record(id: &str, held_on: &str, numbers: &[Number]) -> Value {
    let participants: Vec<Value> = (0..KINDS.len())
        .map(|i| json!({"id": format!("p{i}"), "kind": KINDS[i], "person": if i < 3 { json!(format!("c{i}")) } else { Value::Null }}))
        .collect();
    let people: Vec<Value> = (0..3)
        .map(|i| json!({"id": format!("c{i}"), "kind": if i == 1 { "child" } else { "parent" }}))
        .collect();
    let about = |who: usize| match who {
        0..3 => json!({"person": format!("c{who}")}),
        3..6 => json!({"participant": format!("p{who}")}),
        _ => json!({"other": "The school nurse"}),
    };
    let rating = |(by, guessed, tenths): &Number| {
        let value: Value =
            serde_json::from_str(&format!("{}.{}", tenths / 10, tenths % 10)).unwrap();
        json!({"by": format!("p{by}"), "value": value, "on_behalf_of": guessed.map(about)})
    };
    json!({
        "format": "support-panel/1", "id": id,
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": people},
        "meeting": {"held_on": held_on},
        "participants": participants,
        "scaling": [{"scale": "panel", "round": "opening", "ratings": numbers.iter().map(rating).collect::<Vec<_>>()}],
    })
}

fn read(record: &Value) -> Record {
    Record::from_json(record.to_string()).unwrap()
}

fn leicester() -> Profile {
    Profile::built_in("leicester-masp").unwrap()
}

fn groups_of(numbers: &[Number]) -> Value {
    match serde_json::to_value(
        summaries(&read(&record("r", "2026-01-05", numbers)), &leicester()).unwrap(),
    )
    .unwrap()
    {
        Value::Array(mut all) if !all.is_empty() => all.remove(0)["groups"].take(),
        _ => Value::Null,
    }
}

/// Everyone is asked at every sitting, and only one answers: what a rule finds in that is as much as a list may hold, and
/// the other rules speak all the same.
#[test]
fn lists_that_multiply_do_not_exhaust_memory() {
    let items = |item: &dyn Fn(usize) -> Value| (0..120).map(item).collect::<Vec<_>>();
    let mut many = record("many", "2026-01-05", &[]);
    many["meeting"]["status"] = "concluded".into();
    many["participants"] =
        items(&|i| json!({"id": format!("p{i}"), "kind": "professional", "attendance": "present"}))
            .into();
    many["scaling"] = items(&|i| json!({"scale": "panel", "round": format!("round {i}"), "ratings": [{"by": "p0", "value": 5}]})).into();
    let findings = check(&read(&many), &leicester(), &CheckOptions::default()).unwrap();
    let of = |code: &str| findings.iter().filter(|finding| finding.code == code).count();
    assert_eq!(of("SP503"), limits::FINDINGS_OF_A_RULE);
    assert_eq!(of("SP701"), 1);
    // The first are those that are left.
    let last = findings.iter().rfind(|finding| finding.code == "SP503").unwrap();
    assert_eq!((last.path.as_str(), last.subject.as_deref()), ("/scaling/84", Some("p4")));
}

/// The group that a number belongs to, by its definition.
fn group_of((by, guessed, _): &Number) -> &'static str {
    match guessed.unwrap_or(*by) {
        0..3 if guessed.is_some() => "guessed_family",
        3 if guessed.is_some() => "guessed_professional",
        _ if guessed.is_some() => "guessed_other",
        0..3 => "own_family",
        3 => "own_professional",
        _ => "own_other",
    }
}

/// Type 7 by its definition: the straight line through the points ((i - 1) / (n - 1), the i-th smallest), read at p.
fn naive_quantile(values: &[i32], quarters: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let n = sorted.len();
    if n == 1 {
        return f64::from(sorted[0]) / 10.0;
    }
    let i = (1..n).find(|i| quarters * (n - 1) <= 4 * i).unwrap();
    let (below, above) = (sorted[i - 1], sorted[i]);
    let quarters_past = i32::try_from(quarters * (n - 1) - 4 * (i - 1)).unwrap();
    // Tenths and quarters are exact here; only the last division rounds.
    f64::from(4 * below + (above - below) * quarters_past) / 40.0
}

fn number() -> impl Strategy<Value = Number> {
    (0..6_usize, proptest::option::of(0..8_usize), 0..=100_i32)
}

/// A scale in which everything that tells scales apart is one of two things, or is missing.
fn scale() -> impl Strategy<Value = Scale> {
    let words = || prop::sample::select(vec![json!(null), json!("a"), json!("b")]);
    let number = |a, b| prop::sample::select(vec![json!(a), json!(b)]);
    let polarity = prop::sample::select(vec!["better", "worse"]);
    let id = prop::sample::select(vec!["referrer", "own"]);
    let parts = (
        id,
        words(),
        number(0, -5),
        number(5, 10),
        number(1, 5),
        polarity,
        words(),
        words(),
        words(),
    );
    parts.prop_map(|(id, prompt, min, max, step, higher_is, least, greatest, round)| {
        let mut brought = record("r", "2026-01-05", &[]);
        let anchors = json!({"min": least, "max": greatest});
        let rounds: Vec<Value> = [round].into_iter().filter(|round| !round.is_null()).collect();
        brought["referral"] = json!({"scale": {
            "id": id, "prompt": prompt, "min": min, "max": max, "step": step, "higher_is": higher_is, "anchors": anchors, "rounds": rounds,
        }});
        read(&brought).referral.scale.unwrap()
    })
}

proptest! {
    /// One in some hundreds of two such scales are comparable by chance: so the second is also held beside the first but for
    /// one part.
    #[test]
    fn keys_are_the_same_where_scales_are_comparable(a in scale(), mut b in scale(), part in 0..8) {
        prop_assert_eq!(a.comparison_key() == b.comparison_key(), a.is_comparable(&b));
        let other = std::mem::replace(&mut b, a.clone());
        match part {
            0 => b.id = other.id,
            1 => b.prompt = other.prompt,
            2 => b.min = other.min,
            3 => b.max = other.max,
            4 => b.step = other.step,
            5 => b.higher_is = other.higher_is,
            6 => b.anchors = other.anchors,
            _ => b.rounds = other.rounds,
        }
        prop_assert_eq!(a.comparison_key() == b.comparison_key(), a.is_comparable(&b));
    }

    #[test]
    fn every_figure_is_that_of_its_group_alone(numbers in prop::collection::vec(number(), 1..40)) {
        let groups = groups_of(&numbers);
        for name in ["own_family", "own_professional", "own_other", "guessed_family", "guessed_professional", "guessed_other"] {
            let values: Vec<i32> = numbers.iter().filter(|number| group_of(number) == name).map(|(_, _, tenths)| *tenths).collect();
            let found = &groups[name];
            let (Some(min), Some(max)) = (values.iter().min(), values.iter().max()) else {
                prop_assert!(found.is_null());
                continue;
            };
            prop_assert_eq!(found["n"].as_u64(), Some(values.len() as u64));
            let figures = [
                ("min", f64::from(*min) / 10.0),
                ("max", f64::from(*max) / 10.0),
                ("range", f64::from(max - min) / 10.0),
                ("q1", naive_quantile(&values, 1)),
                ("median", naive_quantile(&values, 2)),
                ("q3", naive_quantile(&values, 3)),
            ];
            for (figure, expected) in figures {
                prop_assert_eq!(found[figure].as_f64(), Some(expected), "{} {}", name, figure);
            }
            let lowest: Vec<String> =
                numbers.iter().filter(|number| group_of(number) == name && number.2 == *min).map(|(by, _, _)| format!("p{by}")).collect();
            prop_assert_eq!(&found["lowest"]["by"], &json!(lowest));
        }
    }

    #[test]
    fn a_guess_changes_no_own_figure(numbers in prop::collection::vec(number(), 1..20), guesses in prop::collection::vec(number(), 1..20)) {
        let guesses = guesses.into_iter().map(|(by, about, tenths)| (by, Some(about.unwrap_or(by)), tenths));
        let more: Vec<Number> = numbers.iter().copied().chain(guesses).collect();
        let (before, after) = (groups_of(&numbers), groups_of(&more));
        for name in ["own_family", "own_professional", "own_other"] {
            prop_assert_eq!(&before[name], &after[name]);
        }
    }

    #[test]
    fn the_order_of_records_makes_no_difference(
        panels in prop::collection::vec((1..=28_u8, prop::collection::vec(number(), 0..12)), 1..6).prop_shuffle(),
        swaps in prop::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        let mut records: Vec<Record> =
            panels.iter().enumerate().map(|(i, (day, numbers))| read(&record(&format!("r{i}"), &format!("2026-02-{day:02}"), numbers))).collect();
        let one = trajectory(&records, &leicester()).unwrap();
        for (index, swap) in swaps.iter().enumerate().take(records.len()) {
            let other = swap.index(records.len());
            records.swap(index, other);
        }
        prop_assert_eq!(&one, &trajectory(&records, &leicester()).unwrap());
        prop_assert!(one.panels.is_sorted_by_key(|panel| panel.held_on));
    }

    #[test]
    fn raters_are_compared_with_themselves_alone(before in prop::collection::vec(number(), 0..15), now in prop::collection::vec(number(), 1..15)) {
        let (first, second) = (read(&record("r1", "2026-01-05", &before)), read(&record("r2", "2026-03-05", &now)));
        let summary = summaries_since(&second, &first, &leicester()).unwrap().remove(0);
        let own = |numbers: &[Number], by: usize| numbers.iter().find(|(who, about, _)| *who == by && about.is_none()).map(|number| number.2);
        let mut expected: Vec<(String, f64)> = (0..6)
            .filter_map(|by| Some((format!("p{by}"), f64::from(own(&now, by)? - own(&before, by)?) / 10.0)))
            .collect();
        expected.sort_by(|a, b| a.0.cmp(&b.0));
        let Some(change) = summary.change else {
            // Nothing was asked the first time, so there is nothing to compare with.
            prop_assert!(before.is_empty());
            return Ok(());
        };
        let mut found: Vec<(String, f64)> = change.raters.iter().map(|rater| (rater.by.to_string(), rater.change.to_f64())).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        prop_assert_eq!(change.n as usize, found.len());
        let moved = [&change.own_family, &change.own_professional, &change.own_other];
        prop_assert_eq!(moved.iter().filter_map(|group| group.as_ref()).map(|group| group.n).sum::<u32>(), change.n);
        for movement in moved.into_iter().flatten() {
            prop_assert_eq!(movement.better + movement.same + movement.worse, movement.n);
        }
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn own_and_guessed_stand_side_by_side() {
    let numbers = [
        (0, None, 60),
        (3, Some(0), 45),
        (4, Some(0), 60),
        (3, None, 50),
        (0, Some(3), 55),
        (3, Some(1), 70),
    ];
    let summary =
        summaries(&read(&record("r", "2026-01-05", &numbers)), &leicester()).unwrap().remove(0);
    assert_eq!(
        serde_json::to_value(&summary.pairs).unwrap(),
        json!([
            {"participant": "p0", "own": 6, "guessed": [
                {"by": "p3", "value": 4.5, "difference": -1.5},
                {"by": "p4", "value": 6, "difference": 0},
            ]},
            {"participant": "p3", "own": 5, "guessed": [{"by": "p0", "value": 5.5, "difference": 0.5}]},
        ])
    );
}

#[test]
fn where_higher_is_worse_the_lowest_is_the_greatest() {
    let mut profile: Value = serde_json::from_str(&leicester().to_json()).unwrap();
    profile["scales"][0]["higher_is"] = json!("worse");
    let profile = Profile::from_json(profile.to_string()).unwrap();
    let of = |id: &str, day: &str, numbers: &[Number]| read(&record(id, day, numbers));
    let (first, second) = (
        of("r1", "2026-01-05", &[(3, None, 80), (0, None, 20)]),
        of("r2", "2026-02-05", &[(3, None, 60), (0, None, 30)]),
    );
    let summary = summaries_since(&second, &first, &profile).unwrap().remove(0);
    let professional = summary.groups.own_professional.unwrap();
    assert_eq!(professional.lowest.unwrap().value, Decimal::from(6));
    let change = summary.change.unwrap();
    assert_eq!((change.own_professional.unwrap().better, change.own_family.unwrap().worse), (1, 1));
}

fn with_scale(id: &str, day: &str, key: &str, to: Value) -> Value {
    let mut record = record(id, day, &[(3, None, 40)]);
    record["scaling"][0]["scale"] = json!("referrer");
    record["referral"] = json!({"scale": {
        "id": "referrer", "prompt": "How sure am I?", "min": 0, "max": 10, "step": 1, "higher_is": "better",
        "anchors": {"min": "Not at all", "max": "Wholly"},
    }});
    record["referral"]["scale"][key] = to;
    record
}

#[test]
fn nothing_is_compared_across_scales_that_differ() {
    let first = with_scale("r1", "2026-01-05", "step", json!(1));
    for (key, to, lines) in [
        ("step", json!(1.0), 1),
        ("wide_range", json!(3), 1),
        ("prompt", json!("How sure are you?"), 2),
        ("max", json!(20), 2),
        ("min", json!(-5), 2),
        ("step", json!(0.5), 2),
        ("higher_is", json!("worse"), 2),
        ("anchors", json!({"min": "Not at all", "max": "Entirely"}), 2),
    ] {
        let second = with_scale("r2", "2026-02-05", key, to);
        let third = with_scale("r3", "2026-03-05", "step", json!(1));
        let (first, second, third) = (read(&first), read(&second), read(&third));
        let change = summaries_since(&second, &first, &leicester()).unwrap().remove(0).change;
        assert_eq!(change.is_some(), lines == 1, "{key}");
        let found = trajectory(&[third, second, first], &leicester()).unwrap();
        assert_eq!(found.lines.len(), lines, "{key}");
        // What was asked as at first goes on in the first line.
        let points: Vec<&str> =
            found.lines[0].points.iter().map(|point| point.record.as_str()).collect();
        assert_eq!((points.first(), points.last()), (Some(&"r1"), Some(&"r3")), "{key}");
    }
}

#[test]
fn a_round_and_a_danger_make_their_own_line() {
    let mut first = record("r1", "2026-01-05", &[(3, None, 40)]);
    let sitting = first["scaling"][0].clone();
    for (key, to) in [("round", "closing"), ("about", "m1")] {
        let mut other = sitting.clone();
        other[key] = json!(to);
        first["scaling"].as_array_mut().unwrap().push(other);
    }
    let mut second = first.clone();
    second["id"] = json!("r2");
    second["meeting"]["held_on"] = json!("2026-02-05");
    let found = trajectory(&[read(&second), read(&first)], &leicester()).unwrap();
    let kinds: Vec<_> = found
        .lines
        .iter()
        .map(|line| (line.round.as_deref(), line.about.as_deref(), line.points.len()))
        .collect();
    assert_eq!(
        kinds,
        [(Some("opening"), None, 2), (Some("closing"), None, 2), (Some("opening"), Some("m1"), 2)]
    );
}

#[test]
fn refusals_say_which_record() {
    let good = record("r1", "2026-01-05", &[]);
    let refused = |key: &str, to: Value, profiles: &[Profile]| {
        let mut other = record("r2", "2026-02-05", &[]);
        *other.pointer_mut(key).unwrap() = to;
        let error = trajectory_with(&[read(&good), read(&other)], profiles).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let ours = [leicester()];
    assert_eq!(refused("/id", json!("r1"), &ours), (Code::RepeatedRecord, "/1/id".into()));
    assert_eq!(
        refused("/case/reference", json!("EHA-2"), &ours),
        (Code::DifferentCases, "/1/case/reference".into())
    );
    assert_eq!(
        refused("/meeting/held_on", Value::Null, &ours),
        (Code::NotDated, "/1/meeting/held_on".into())
    );
    assert_eq!(
        refused("/profile/version", json!("2031.4"), &ours),
        (Code::UnknownProfile, "/1/profile".into())
    );
    assert_eq!(
        serde_json::to_value(trajectory(&[], &ours[0]).unwrap()).unwrap(),
        json!({"case": null, "panels": [], "lines": []})
    );

    let mut elsewhere = record("r0", "2025-12-05", &[]);
    elsewhere["case"]["reference"] = json!("EHA-2");
    assert_eq!(
        summaries_since(&read(&good), &read(&elsewhere), &ours[0]).unwrap_err().code(),
        "different_cases"
    );
    let other =
        Profile::from_toml(include_str!("../examples/profiles/kingston-richmond.toml")).unwrap();
    assert_eq!(summaries(&read(&good), &other).unwrap_err().code(), Code::ProfileMismatch);
}

#[test]
fn versions_of_a_profile_are_compared_by_their_scales() {
    let version = |version: &str, max: i32| {
        Profile::from_toml(format!(
            "extends = \"leicester-masp\"\nid = \"ours\"\nversion = \"{version}\"\n[[scales]]\nid = \"panel\"\nmax = {max}\n"
        ))
        .unwrap()
    };
    let of = |id: &str, day: &str, version: &str| {
        let mut record = record(id, day, &[(3, None, 40)]);
        record["profile"] = json!({"id": "ours", "version": version});
        read(&record)
    };
    let records =
        [of("r1", "2026-01-05", "1"), of("r2", "2026-02-05", "2"), of("r3", "2026-03-05", "3")];
    let found =
        trajectory_with(&records, &[version("1", 10), version("2", 10), version("3", 20)]).unwrap();
    assert_eq!(found.lines.iter().map(|line| line.points.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(trajectory_with(&records, &[version("1", 10)]).unwrap_err().path(), "/1/profile");
}

#[test]
fn no_text_of_the_record_is_quoted() {
    let first = read(
        &serde_json::from_str(include_str!("../../../tests/records/leicester-initial.json"))
            .unwrap(),
    );
    let mut second: Value =
        serde_json::from_str(include_str!("../../../tests/records/leicester-review.json")).unwrap();
    let marker = "Zyxmarker";
    for sitting in second["scaling"].as_array_mut().unwrap() {
        for rating in sitting["ratings"].as_array_mut().unwrap() {
            rating["reason"] = json!(marker);
        }
        sitting["abstentions"] = json!([{"by": "p-yj", "reason": marker}]);
    }
    let second = read(&second);
    let summary = summaries_since(&second, &first, &leicester()).unwrap();
    let line = trajectory(&[first, second], &leicester()).unwrap();
    for seen in [format!("{summary:?}{line:?}"), serde_json::to_string(&(&summary, &line)).unwrap()]
    {
        assert!(seen.contains("p-ews"));
        assert!(!seen.contains(marker));
    }
}

#[test]
fn examples_of_the_guide_are_current() {
    let initial = read(
        &serde_json::from_str(include_str!("../../../tests/records/leicester-initial.json"))
            .unwrap(),
    );
    let review = read(
        &serde_json::from_str(include_str!("../../../tests/records/leicester-review.json"))
            .unwrap(),
    );
    let summary = summaries_since(&review, &initial, &leicester()).unwrap().swap_remove(1);
    let whole = trajectory(&[initial, review], &leicester()).unwrap();
    let line = whole.lines.iter().find(|line| &*line.scale == "worker_goal").unwrap();
    let expected = [
        serde_json::to_string_pretty(&summary).unwrap(),
        serde_json::to_string_pretty(line).unwrap(),
    ];
    let guide = include_str!("../../../docs/scaling.md");
    let mut parts = guide.split("```json\n");
    let mut written = parts.next().unwrap().to_owned();
    for (part, example) in parts.zip(&expected) {
        let (_, after) = part.split_once("\n```").unwrap();
        written.push_str(&format!("```json\n{example}\n```{after}"));
    }
    golden::golden("docs/scaling.md", &written);
    assert_eq!(guide.matches("```json\n").count(), expected.len());
}
