//! What fuzzing starts from: whole documents of each kind.

use crate::steps;
use support_panel::{Profile, Record, Session};

const RECORDS: [&str; 6] = [
    include_str!("../../records/smallest.json"),
    include_str!("../../records/clean.json"),
    include_str!("../../records/everything.json"),
    include_str!("../../records/leicester-referral.json"),
    include_str!("../../records/leicester-initial.json"),
    include_str!("../../records/leicester-review.json"),
];
const PROFILES: [&str; 4] = [
    include_str!("../../profiles/bare.toml"),
    include_str!("../../profiles/quorum.toml"),
    include_str!("../../profiles/stages.toml"),
    steps::PROFILE,
];

/// The seeds of a target.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let canonical = || RECORDS.iter().map(|text| Record::from_json(text).unwrap().to_json());
    let texts: Vec<String> = match target {
        "record" | "privacy" => {
            RECORDS.iter().map(ToString::to_string).chain(canonical()).collect()
        }
        "report" => canonical().enumerate().map(|(index, text)| format!("{index}{text}")).collect(),
        "papers" => {
            // Each record for two readers, over the papers.
            let chosen = |index: usize| format!("0{}{}{}", index % 5, index % 7, index % 8);
            let twice = || canonical().chain(canonical());
            twice().enumerate().map(|(index, text)| chosen(index) + &text).collect()
        }
        "ndjson" => vec![canonical().collect::<Vec<_>>().join("\n"), "{}\n\n[]\r\n".into()],
        "compressed" => (0..3)
            .map(|how| {
                format!(
                    "{}\u{7f}{}\n{{}}\n",
                    char::from(how),
                    canonical().collect::<Vec<_>>().join("\n")
                )
            })
            .collect(),
        "profile_json" => support_panel::profiles().iter().map(Profile::to_json).collect(),
        "profile_toml" => PROFILES.iter().map(ToString::to_string).collect(),
        "local_rules" => conditions(),
        "extends" => PROFILES.iter().map(|base| format!("{base}\0{}", steps::PROFILE)).collect(),
        "command" => {
            sittings().iter().flat_map(Session::events).map(|event| event.event.to_json()).collect()
        }
        "journal" => {
            let whole = sittings().into_iter().map(|session| session.journal().to_owned());
            whole.clone().chain(whole.map(|journal| unsigned(&journal))).collect()
        }
        _ => return (0..8).map(dice).collect(),
    };
    texts.into_iter().map(String::into_bytes).collect()
}

/// The conditions of the corpus, each asked of the record and of the items of its lists.
fn conditions() -> Vec<String> {
    let cases: serde_json::Value =
        serde_json::from_str(include_str!("../../cases/local-rules.json")).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    let rules =
        cases.iter().filter_map(|case| case.pointer("/profile_set/~1local_rules")?.as_array());
    let conditions = rules.flatten().map(|rule| rule["when"].to_string());
    conditions.flat_map(|when| (0..4).map(move |index| format!("{index}{when}"))).collect()
}

/// Steps enough for every kind of command, by a generator of no quality at all.
fn dice(seed: u8) -> Vec<u8> {
    let mut state = u32::from(seed) + 1;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..361).map(next).collect()
}

fn sittings() -> Vec<Session> {
    let sitting = |seed| {
        let mut session = steps::opened();
        for (minute, dice) in dice(seed).as_chunks::<6>().0.iter().enumerate() {
            let command = steps::any_command(&session, *dice);
            let _ = session.apply(command, steps::stamp(minute, "p-chair"));
        }
        session
    };
    (0..8).map(sitting).collect()
}

/// Without what the body puts back.
fn unsigned(journal: &str) -> String {
    let mut lines = Vec::new();
    for line in journal.lines() {
        let text = line.rsplit_once(",\"digest\":").unwrap().0;
        let text = match text.rsplit_once("\"chain\":\"") {
            Some((text, _)) => format!("{text}\"chain\":\"CHAIN\""),
            None => text.to_owned(),
        };
        lines.push(text);
    }
    lines.join("\n")
}
