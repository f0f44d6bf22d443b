//! The extras of the npm package, loaded on demand: papers and what they disclose, the next panel, trajectories, profiles in
//! TOML, rules and codes. Text in, text out, so that it shares nothing with the other parts but the core.
use support_panel::interface::{self, PaperRequest, RulesIn};
use support_panel::{Error, Profile, Record};
use wasm_bindgen::prelude::*;

fn to_js<T>(result: Result<T, Error>) -> Result<T, JsValue> {
    result.map_err(|error| JsValue::from_str(&interface::error(&error)))
}

fn read(profile: Option<String>) -> Result<Option<Profile>, Error> {
    profile.map(Profile::from_json).transpose()
}

/// How a paper is asked for, in texts that JavaScript gives.
struct Asked {
    record: Record,
    profile: Option<Profile>,
    previous: Option<Record>,
    reader: String,
    confirmed: Vec<String>,
    given: Vec<String>,
    handed_over_by: Option<String>,
}

impl Asked {
    fn of(
        record: &str,
        profile: Option<String>,
        reader: String,
        previous: Option<String>,
    ) -> Result<Self, Error> {
        Ok(Self {
            record: Record::from_json(record)?,
            profile: read(profile)?,
            previous: previous.map(Record::from_json).transpose()?,
            reader,
            confirmed: Vec::new(),
            given: Vec::new(),
            handed_over_by: None,
        })
    }

    fn with<T>(&self, make: impl FnOnce(&Record, Option<&Profile>, &PaperRequest<'_>) -> T) -> T {
        let (confirmed, given) = (words(&self.confirmed), words(&self.given));
        let request = PaperRequest::of(&self.reader)
            .previous(self.previous.as_ref())
            .confirmed(&confirmed)
            .given(&given)
            .handed_over_by(self.handed_over_by.as_deref());
        make(&self.record, self.profile.as_ref(), &request)
    }
}

/// Words that are borrowed.
fn words(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn compared(records: Vec<String>, profile: Option<String>) -> Result<String, Error> {
    let records = records.into_iter().map(Record::from_json).collect::<Result<Vec<_>, _>>()?;
    interface::trajectory(&records, read(profile)?.as_ref())
}

/// A paper by its name, for a reader, of a record and its profile, both as canonical JSON.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "each is a member of what JavaScript gives")]
pub fn paper(
    record: &str,
    profile: Option<String>,
    paper: &str,
    reader: String,
    format: &str,
    previous: Option<String>,
    confirmed: Vec<String>,
    given: Vec<String>,
    handed_over_by: Option<String>,
) -> Result<String, JsValue> {
    to_js(Asked::of(record, profile, reader, previous).and_then(|asked| {
        Asked { confirmed, given, handed_over_by, ..asked }.with(|record, profile, request| {
            interface::paper(record, profile, paper, format, request)
        })
    }))
}

/// What a paper discloses of a record to a reader, or without one what their copy does.
#[wasm_bindgen]
pub fn disclosures(
    record: &str,
    profile: Option<String>,
    paper: Option<String>,
    reader: String,
    previous: Option<String>,
    given: Vec<String>,
    handed_over_by: Option<String>,
) -> Result<String, JsValue> {
    to_js(Asked::of(record, profile, reader, previous).and_then(|asked| {
        Asked { given, handed_over_by, ..asked }.with(|record, profile, request| {
            interface::disclosures(record, profile, paper.as_deref(), request)
        })
    }))
}

/// The record of the next panel.
#[wasm_bindgen]
pub fn follow_on(record: &str, id: &str, held_on: &str) -> Result<String, JsValue> {
    to_js(Record::from_json(record).and_then(|record| interface::follow_on(&record, id, held_on)))
        .map(|record| record.to_json())
}

/// The record without a person or participant, and what was taken out and what is left.
#[wasm_bindgen]
pub fn redact(record: &str, person: &str) -> Result<Vec<String>, JsValue> {
    let record = Record::from_json(record).and_then(|record| interface::redact(&record, person));
    to_js(record).map(|(record, report)| vec![record.to_json(), report])
}

/// One case from panel to panel: the records of its panels, and a profile.
#[wasm_bindgen]
pub fn trajectory(records: Vec<String>, profile: Option<String>) -> Result<String, JsValue> {
    to_js(compared(records, profile))
}

/// A profile in TOML as canonical JSON.
#[wasm_bindgen]
pub fn toml(text: &[u8]) -> Result<String, JsValue> {
    to_js(Profile::from_toml(text)).map(|profile| profile.to_json())
}

/// Everything that is wrong with a profile in TOML or JSON, and what it leaves open.
#[wasm_bindgen]
pub fn check_profile(text: &[u8]) -> String {
    interface::check_profile(text, &[])
}

/// A profile in canonical JSON as a page.
#[wasm_bindgen]
pub fn profile_page(profile: &str, format: &str) -> Result<String, JsValue> {
    to_js(Profile::from_json(profile).and_then(|it| interface::profile_page(&it, format)))
}

/// What changed from one profile to another, both in canonical JSON.
#[wasm_bindgen]
pub fn profile_diff(old: &str, new: &str) -> Result<String, JsValue> {
    let read = || Ok(interface::profile_diff(&Profile::from_json(old)?, &Profile::from_json(new)?));
    to_js(read())
}

/// Every rule's definition.
#[wasm_bindgen]
pub fn rules() -> String {
    interface::json(&support_panel::rules().collect::<Vec<_>>())
}

/// Every other code.
#[wasm_bindgen]
pub fn codes() -> String {
    interface::json(&support_panel::codes())
}

/// All there is to say of a code, also of a rule that the profile has of its own.
#[wasm_bindgen]
pub fn explain(code: &str, profile: Option<String>) -> Result<String, JsValue> {
    to_js(read(profile).and_then(|profile| interface::explain_under(code, profile.as_ref())))
}

/// Which rules came, went and changed from one side to the other, each the name of an edition or a profile in canonical JSON.
#[wasm_bindgen]
pub fn rules_diff(
    old_edition: &str,
    old_profile: Option<String>,
    new_edition: &str,
    new_profile: Option<String>,
) -> Result<String, JsValue> {
    let diff = || {
        let (old, new) = (read(old_profile)?, read(new_profile)?);
        interface::rules_diff(side(old_edition, old.as_ref()), side(new_edition, new.as_ref()))
    };
    to_js(diff())
}

fn side<'a>(edition: &'a str, profile: Option<&'a Profile>) -> RulesIn<'a> {
    profile.map_or(RulesIn::Edition(edition), RulesIn::Profile)
}
