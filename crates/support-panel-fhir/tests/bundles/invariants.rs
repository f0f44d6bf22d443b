//! What the validators at hand do not see, each as a name and a check.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use support_panel::Record;
use support_panel::record::Category;

type Check = fn(&Record, &Value) -> bool;

/// Each check holds of a Bundle and the copy that it was made of, or the Bundle has the fault that names it.
const CHECKS: &[(&str, Check)] = &[
    ("a key holds nothing", |_, b| {
        all(b, &|value| match value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            Value::Array(items) => !items.is_empty(),
            Value::Object(members) => !members.is_empty(),
            _ => true,
        })
    }),
    ("a fullUrl is not a UUID of version 5", |_, b| urls(b).iter().all(|url| is_uuid_5(url))),
    ("a fullUrl stands twice", |_, b| {
        urls(b).len() == urls(b).iter().collect::<BTreeSet<_>>().len()
    }),
    ("a reference leads nowhere", |_, b| {
        let known: BTreeSet<_> = urls(b).into_iter().collect();
        values(b, "reference").iter().all(|to| known.contains(to.as_str().unwrap_or_default()))
    }),
    ("a reference is neither to the Bundle nor by name", |_, b| {
        ["subject", "for", "owner", "member", "entity"].iter().all(|key| {
            values(b, key).iter().filter(|value| value.is_object()).all(|to| {
                ["reference", "identifier", "display", "entity"]
                    .iter()
                    .any(|key| to.get(key).is_some())
            })
        })
    }),
    ("a resource has an id", |_, b| resources(b).iter().all(|one| one.get("id").is_none())),
    ("an answer has no question in the form", |_, b| {
        let form = links(of(b, "Questionnaire"));
        links(of(b, "QuestionnaireResponse")).keys().all(|link| form.contains_key(link))
    }),
    ("an answer stands in another column than its question", |_, b| {
        let form = links(of(b, "Questionnaire"));
        let map = links(of(b, "QuestionnaireResponse"));
        map.iter().all(|(link, above)| form.get(link).is_none_or(|asked| asked[0] == above[0]))
    }),
    ("a linkId stands twice in the form", |_, b| {
        links(of(b, "Questionnaire")).values().all(|above| above.len() == 1)
    }),
    ("a period ends before it begins", |_, b| {
        ["period", "executionPeriod"].iter().flat_map(|key| values(b, key)).all(|period| {
            match (period["start"].as_str(), period["end"].as_str()) {
                (Some(start), Some(end)) => start <= end,
                _ => true,
            }
        })
    }),
    ("a day that the calendar does not have", |_, b| {
        times(b).iter().all(|time| {
            time.get(..10).is_some_and(|day| day.parse::<support_panel::Date>().is_ok())
        })
    }),
    ("a time without an offset", |_, b| {
        times(b).iter().all(|time| {
            !time.contains('T')
                || time.ends_with('Z')
                || time.as_bytes()[time.len() - 3] == b':'
                    && time.as_bytes()[time.len() - 6] != b':'
        })
    }),
    ("something of a clinic", |_, b| {
        let ours = [
            "Group",
            "Patient",
            "Practitioner",
            "CareTeam",
            "Questionnaire",
            "QuestionnaireResponse",
            "Observation",
            "Goal",
            "Task",
        ];
        let kinds = resources(b)
            .iter()
            .all(|one| ours.contains(&one["resourceType"].as_str().unwrap_or_default()));
        kinds
            && ["addresses", "interpretation", "reasonCode", "bodySite"]
                .iter()
                .all(|key| values(b, key).is_empty())
    }),
    ("a word of the map is coded", |_, b| {
        let answers =
            of(b, "QuestionnaireResponse").map(|map| values(map, "answer")).unwrap_or_default();
        let answers = answers.iter().flat_map(|list| list.as_array().cloned().unwrap_or_default());
        answers
            .into_iter()
            .all(|answer| answer.as_object().is_some_and(|it| it.keys().eq(["valueString"])))
    }),
    ("a narrative", |_, b| values(b, "div").is_empty()),
    ("the numbers are not those of the copy", |copy, b| {
        let given = copy.scaling.iter().flat_map(|round| &round.ratings);
        let given: Vec<f64> =
            given.map(|rating| rating.value.to_string().parse().unwrap_or(f64::NAN)).collect();
        let told = values(b, "valueQuantity");
        given.iter().copied().eq(told.iter().map(|it| it["value"].as_f64().unwrap_or(f64::NAN)))
    }),
    ("a guess is not told from an own number", |copy, b| {
        let is_guess = |rating: &support_panel::record::Rating| !rating.is_own();
        let given = copy.scaling.iter().flat_map(|round| &round.ratings).map(is_guess);
        given.eq(values(b, "method").iter().map(|method| method["coding"][0]["code"] == "guess"))
    }),
    ("the goals are not those of the copy", |copy, b| {
        let on_map = |category: Category| {
            copy.mapping.iter().filter(move |it| it.category == category && it.is_on_map())
        };
        let goals = resources(b).into_iter().filter(|one| one["resourceType"] == "Goal");
        let told: Vec<_> = goals
            .map(|goal| {
                (goal["description"]["text"].as_str(), goal["lifecycleStatus"] == "completed")
            })
            .collect();
        let given = on_map(Category::Goal)
            .map(|goal| (goal.text.as_ref().map(|text| text.as_str()), goal.is_settled()));
        given.eq(told)
    }),
    ("the actions are not those of the copy", |copy, b| {
        let tasks = resources(b).into_iter().filter(|one| one["resourceType"] == "Task");
        let told: Vec<_> = tasks
            .map(|task| (task["description"].as_str(), task["status"].as_str().unwrap_or_default()))
            .collect();
        let statuses = |action: &support_panel::record::Action| match action.status.as_str() {
            "open" => ["accepted", "rejected", "requested"].as_slice(),
            "in_progress" => &["in-progress"],
            "done" => &["completed"],
            _ => &["cancelled"],
        };
        told.len() == copy.actions.len()
            && copy.actions.iter().zip(told).all(|(action, (words, status))| {
                action.text.as_ref().map(|text| text.as_str()) == words
                    && statuses(action).contains(&status)
            })
    }),
    ("the map is not that of the copy", |copy, b| {
        let texts =
            copy.mapping.iter().filter(|it| it.is_on_map()).filter_map(|it| it.text.as_ref());
        let mut given: Vec<_> = texts.map(|text| text.as_str().to_owned()).collect();
        let told = of(b, "QuestionnaireResponse")
            .map(|map| values(map, "valueString"))
            .unwrap_or_default();
        let plain = |text: &Value| {
            let text = text.as_str().unwrap_or_default();
            let labels = [" [Not for ", " [Only for "];
            let said = labels.iter().find_map(|label| text.split_once(label));
            said.map_or(text, |(said, _)| said).to_owned()
        };
        let mut told: Vec<_> = told.iter().map(plain).collect();
        given.sort();
        told.sort();
        given == told
    }),
];

/// The names of all of them.
pub(crate) static ALL: std::sync::LazyLock<Vec<&str>> =
    std::sync::LazyLock::new(|| CHECKS.iter().map(|(name, _)| *name).collect());

/// Each fault that a Bundle has.
pub(crate) fn faults(copy: &Record, bundle: &Value) -> Vec<&'static str> {
    CHECKS.iter().filter(|(_, holds)| !holds(copy, bundle)).map(|(name, _)| *name).collect()
}

/// The words that are ours or FHIR's own.
pub(crate) const OURS: &[&str] = &[
    "Bundle",
    "collection",
    "Group",
    "Patient",
    "Practitioner",
    "CareTeam",
    "Questionnaire",
    "QuestionnaireResponse",
    "Observation",
    "Goal",
    "Task",
    "person",
    "group",
    "text",
    "active",
    "final",
    "completed",
    "in-progress",
    "R",
    "restricted",
    "not-for",
    "professionals",
    "For professionals, not for the family",
    "plan",
    "own",
    "guess",
    "span",
    "Their own number",
    "Where they thought someone else would be",
    "One end of the numbers that the panel gave",
    "What makes it that high",
    "What would have to be seen",
    "asked-declined",
    "Asked But Declined",
    "the panel",
    "accepted",
    "rejected",
    "requested",
    "cancelled",
    "Professional",
    "Family",
    "Child",
    "The family's own network",
    "Advocate",
    "Business support",
    "unknown",
    "Elsewhere",
    "elsewhere",
    "past harm",
    "future danger",
    "complicating factor",
    "existing strength",
    "existing safety",
    "goal",
    "next step",
    "grey area",
    "past_harm",
    "future_danger",
    "complicating_factor",
    "existing_strength",
    "existing_safety",
    "next_step",
    "grey_area",
];

fn resources(bundle: &Value) -> Vec<&Value> {
    bundle["entry"].as_array().into_iter().flatten().map(|entry| &entry["resource"]).collect()
}

fn of<'a>(bundle: &'a Value, kind: &str) -> Option<&'a Value> {
    resources(bundle).into_iter().find(|one| one["resourceType"] == kind)
}

fn urls(bundle: &Value) -> Vec<&str> {
    let entries = bundle["entry"].as_array().into_iter().flatten();
    entries.map(|entry| entry["fullUrl"].as_str().unwrap_or_default()).collect()
}

fn is_uuid_5(url: &str) -> bool {
    let Some(uuid) = url.strip_prefix("urn:uuid:") else { return false };
    let parts: Vec<_> = uuid.split('-').collect();
    let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
    lengths == [8, 4, 4, 4, 12]
        && uuid.bytes().all(|b| b == b'-' || b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        && parts[2].starts_with('5')
        && parts[3].starts_with(['8', '9', 'a', 'b'])
}

/// Whether all values within one hold to something.
fn all(value: &Value, holds: &dyn Fn(&Value) -> bool) -> bool {
    holds(value)
        && match value {
            Value::Array(items) => items.iter().all(|item| all(item, holds)),
            Value::Object(members) => members.values().all(|member| all(member, holds)),
            _ => true,
        }
}

/// The values of a key, wherever it stands, in order.
fn values(value: &Value, key: &str) -> Vec<Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(|item| values(item, key)).collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, member)| {
                let own = (name == key).then(|| member.clone());
                own.into_iter().chain(values(member, key))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn times(bundle: &Value) -> Vec<String> {
    let keys =
        ["authored", "authoredOn", "birthDate", "effectiveDateTime", "statusDate", "start", "end"];
    let found = keys.iter().flat_map(|key| values(bundle, key));
    found.map(|time| time.as_str().unwrap_or_default().to_owned()).collect()
}

/// Each linkId with the groups above it, once for each time that it stands there.
fn links(form: Option<&Value>) -> BTreeMap<String, Vec<String>> {
    fn add(item: &Value, above: &str, found: &mut BTreeMap<String, Vec<String>>) {
        let link = item["linkId"].as_str().unwrap_or_default().to_owned();
        for inner in item["item"].as_array().into_iter().flatten() {
            add(inner, &link, found);
        }
        found.entry(link).or_default().push(above.to_owned());
    }
    let mut found = BTreeMap::new();
    for item in form.and_then(|form| form["item"].as_array()).into_iter().flatten() {
        add(item, "", &mut found);
    }
    found
}

/// Every text within a value.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
