//! Runs the corpus through the module without imports, in an interpreter: `cargo run --example in_wasmi MODULE HEADER`.
//!
//! It asks nothing of the library itself. What the module answers goes into a log, which `tests/compare-logs` holds against those of
//! the languages; and the header's declarations are held against the module's own.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a fault in the corpus or in the module ends the program with its message"
)]

#[allow(dead_code, reason = "answers are compared by their logs")]
mod case;
mod edit;
mod given;
mod host;
mod log;
#[path = "in_wasmi/papers.rs"]
mod papers;
#[path = "in_wasmi/sitting.rs"]
mod sitting;

use case::{Case, stored};
use edit::edited;
use given::{given, records, stored_record};
use host::{Argument, Module};
use log::Log;
use serde_json::{Map, Value, json};

/// What the module answers: a text, or an error as JSON.
pub(crate) type Answer = Result<String, Value>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, header] = arguments.as_slice() else { panic!("give the module and its header") };
    let mut module = Module::load(module);
    module.must_be_as_declared(&std::fs::read_to_string(header).expect("the header can be read"));
    let mut log = Log::create("wasmi").expect("a log can be written");
    let mut run = 0;
    for file in case::files() {
        // The module writes text alone.
        for case in file.cases.iter().filter(|case| case.text("operation") != Some("files")) {
            let answer = Runner { module: &mut module, case }.run();
            let answer = answer.unwrap_or_else(|error| json!({"error": error}));
            log.add(&file.name, case, &answer).expect("a log can be written");
            run += 1;
        }
    }
    log.finish().expect("a log can be written");
    println!("{run} cases in wasmi, {} bytes of memory", module.memory_bytes());
}

pub(crate) struct Runner<'a> {
    pub(crate) module: &'a mut Module,
    pub(crate) case: &'a Case,
}

impl Runner<'_> {
    /// What the log has of a case; an `Err` is the error that it is refused with.
    fn run(mut self) -> Result<Value, Value> {
        match self.text("operation") {
            "check" => self.check(),
            "read" => self.record().map(|_| json!({"ok": true})),
            "write" => Ok(json!({"text": self.record()?})),
            "read_profile" => self.read_profile().map(|_| json!({"ok": true})),
            "profile_check" => self.profile_check(),
            "profile_diff" => self.profile_diff(),
            "due_on" => {
                let (record, profile) = self.record_and_profile()?;
                let action = self.text("action");
                Ok(json!({"due": self.json("due_on", &[&record, &profile, &action])?}))
            }
            "allocation" => {
                let (record, profile) = self.record_and_profile()?;
                let (action, owner) = (self.text("action"), self.text("owner"));
                self.json("allocation", &[&record, &profile, &action, &owner])
            }
            "follow_on" => Ok(json!({"text": self.followed(&self.given())?})),
            "summaries" => {
                let (record, profile) = self.record_and_profile()?;
                let previous = self.previous()?;
                self.json("summaries", &[&record, &profile, &previous])
            }
            "trajectory" => self.trajectory(),
            "session" => self.session(),
            "merge" => self.merge(),
            "replay" => self.replay(),
            "papers" => self.papers(),
            "disclosures" => self.disclosures(),
            "redact" => self.redact(),
            "everything" => self.everything(),
            "explain" => self.json("explain", &[&self.text("code"), &None::<String>]),
            other => panic!("{}: unknown operation {other}", self.case.name),
        }
    }

    pub(crate) fn text(&self, key: &str) -> &'static str {
        // A case lives as long as the program.
        let text = self.case.text(key).unwrap_or_else(|| panic!("{}: no {key}", self.case.name));
        text.to_owned().leak()
    }

    pub(crate) fn given(&self) -> Vec<u8> {
        given(self.case).unwrap_or_else(|fault| panic!("{}: {fault}", self.case.name))
    }

    pub(crate) fn ask(&mut self, operation: &str, arguments: &[&dyn Argument]) -> Answer {
        self.module.ask(operation, arguments).map_err(|error| {
            let mut error: Map<String, Value> =
                serde_json::from_str(&error).expect("an error is JSON");
            error.remove("offset");
            error.into()
        })
    }

    pub(crate) fn json(
        &mut self,
        operation: &str,
        arguments: &[&dyn Argument],
    ) -> Result<Value, Value> {
        Ok(serde_json::from_str(&self.ask(operation, arguments)?).expect("a result is JSON"))
    }

    pub(crate) fn record(&mut self) -> Answer {
        let text = self.ask("read", &[&self.given()])?;
        assert_eq!(self.ask("read", &[&text])?, text, "written again it is another text");
        Ok(text)
    }

    pub(crate) fn previous(&mut self) -> Result<Option<String>, Value> {
        let Some(name) = self.case.text("previous") else { return Ok(None) };
        Ok(Some(stored_record(self.case, name, "previous_").expect("an earlier record")))
    }

    pub(crate) fn record_and_profile(&mut self) -> Result<(String, Option<String>), Value> {
        let record = self.record()?;
        let profile = self.profile(Some(&record))?;
        Ok((record, profile))
    }

    /// The profile of a case; none where it is the built-in one that the record names, as it stands.
    pub(crate) fn profile(&mut self, record: Option<&str>) -> Result<Option<String>, Value> {
        let is_changed = ["profile_remove", "profile_set"].map(|key| self.case.member(key));
        match (self.case.text("profile"), record) {
            (Some(name), _) => {
                let stored = self.stored_profile(name)?;
                self.changed(stored).map(Some)
            }
            (None, Some(record)) if is_changed != [None, None] => {
                let record: Value = serde_json::from_str(record).expect("a record is JSON");
                let id = record["profile"]["id"].as_str().expect("a record names its profile");
                let built_in = self.ask("built_in_profile", &[&id.to_owned()])?;
                self.changed(built_in).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn stored_profile(&mut self, name: &str) -> Answer {
        match stored("profiles", name, "toml") {
            Ok(toml) => self.ask("read_profile_toml", &[&toml]),
            Err(_) => self.ask("built_in_profile", &[&name.to_owned()]),
        }
    }

    fn changed(&mut self, profile: String) -> Answer {
        let (remove, set) = (self.case.member("profile_remove"), self.case.member("profile_set"));
        if remove.is_none() && set.is_none() {
            return Ok(profile);
        }
        let document = serde_json::from_str(&profile).expect("a profile is JSON");
        let edited = edited(document, remove, set).expect("the edits of a profile");
        self.ask("read_profile", &[&edited.to_string()])
    }

    fn read_profile(&mut self) -> Answer {
        match self.case.text("text") {
            Some(toml) if self.case.text("format") == Some("toml") => {
                self.ask("read_profile_toml", &[&toml.to_owned()])
            }
            Some(json) => self.ask("read_profile", &[&json.to_owned()]),
            None => Ok(self.profile(None)?.expect("a case names its profile")),
        }
    }

    fn profile_check(&mut self) -> Result<Value, Value> {
        let checked = self.json("profile_check", &[&self.text("text")])?;
        let of = |list: &str, keys: &[&str]| {
            let items = checked[list].as_array().into_iter().flatten();
            let rows =
                items.map(|item| keys.iter().map(|key| item[*key].clone()).collect::<Vec<_>>());
            json!(rows.collect::<Vec<_>>())
        };
        Ok(json!({
            "faults": of("faults", &["code", "path", "line", "column", "word", "nearest"]),
            "warnings": of("warnings", &["doubt", "path", "line"]),
            "counts": of("counts", &["n", "of"]),
        }))
    }

    fn profile_diff(&mut self) -> Result<Value, Value> {
        let old = self.ask("read_profile_toml", &[&self.text("old")])?;
        let new = self.ask("read_profile_toml", &[&self.text("new")])?;
        let changes = self.json("profile_diff", &[&old, &new])?;
        let rows = changes.as_array().into_iter().flatten();
        let rows = rows.map(|change| json!([change["path"], change["consequence"]]));
        Ok(rows.collect())
    }

    fn check(&mut self) -> Result<Value, Value> {
        let (record, profile) = self.record_and_profile()?;
        let previous = self.previous()?;
        let as_of = self.case.text("as_of").map(str::to_owned);
        let none = None::<String>;
        let findings = self.json("check", &[&record, &profile, &as_of, &previous, &none])?;
        // What else the module says of such a record is no matter of `expect`, and stands in the log.
        let kind = (&"minutes", &"professionals", &"markdown");
        let minutes = self
            .ask("paper", &[&record, &profile, kind.0, kind.1, kind.2, &none, &none, &none, &none]);
        let summaries = self.json("summaries", &[&record, &profile, &previous]);
        let or_refusal = |error: Value| json!({"error": error});
        Ok(json!({
            "findings": findings,
            "minutes": minutes.map_or_else(or_refusal, Value::from),
            "summaries": summaries.unwrap_or_else(or_refusal),
        }))
    }

    pub(crate) fn followed(&mut self, record: &[u8]) -> Answer {
        let (id, held_on) = (self.text("id"), self.text("held_on"));
        self.ask("follow_on", &[&record.to_vec(), &id, &held_on])
    }

    fn trajectory(&mut self) -> Result<Value, Value> {
        let records = records(self.case).expect("the records of a case");
        let first = records.first().map(String::as_str);
        let profile = self.profile(first)?;
        self.json("trajectory", &[&records.join("\n"), &profile])
    }
}
