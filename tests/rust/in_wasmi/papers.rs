//! Whatever the module makes of a reader's copy: papers in each format of text, what they disclose, and a record without someone.

use crate::log::digest;
use crate::{Answer, Runner};
use serde_json::{Map, Value, json};
use support_panel::report::Paper;

const TEXT: [&str; 3] = ["markdown", "html", "text"];

/// What papers are made of, and what they are told beside their reader.
#[derive(Default)]
struct Told {
    record: String,
    profile: Option<String>,
    previous: Option<String>,
    confirmed: Option<String>,
    given: Option<String>,
    handed_over_by: Option<String>,
}

impl Runner<'_> {
    /// Every paper in each format of text.
    pub(crate) fn papers(&mut self) -> Result<Value, Value> {
        let (told, reader) = (self.told()?, self.text("reader"));
        let mut papers = Map::new();
        for name in Paper::ALL.iter().map(|paper| paper.as_str()) {
            let made = TEXT.map(|format| {
                let paper = self.paper(&told, name, reader, format);
                (format.to_owned(), digested(paper))
            });
            papers.insert(name.to_owned(), made.into_iter().collect());
        }
        Ok(papers.into())
    }

    /// What a paper discloses, or the reader's copy whatever is made of it.
    pub(crate) fn disclosures(&mut self) -> Result<Value, Value> {
        let (told, reader) = (self.told()?, self.text("reader"));
        let paper = self.case.text("paper").map(str::to_owned);
        self.disclosed(&told, paper, reader)
    }

    pub(crate) fn redact(&mut self) -> Result<Value, Value> {
        let (record, person) = (self.record()?, self.text("person"));
        let redacted = self.json("redact", &[&record, &person])?;
        Ok(json!({"report": redacted["report"], "text": redacted["record"]}))
    }

    /// Whatever there is to ask of one record, each answer as a digest: `tests/synthetic` has it asked of many.
    pub(crate) fn everything(&mut self) -> Result<Value, Value> {
        let told = self.told()?;
        let document: Value = serde_json::from_str(&told.record).expect("a record is JSON");
        let someone = document["case"]["people"][0]["id"].as_str().unwrap_or("nobody");
        let (record, profile, none) = (&told.record, &told.profile, &None::<String>);
        let day = "2026-12-01";
        let findings = self.json("check", &[record, profile, &day, none, none])?;
        let summaries = self.json("summaries", &[record, profile, none]);
        let follow_on = self.ask("follow_on", &[record, &"next", &"2031-01-01"]);
        let redacted = self.json("redact", &[record, &someone]);
        let redacted = redacted.map(|redacted| redacted["record"].clone());
        let readers = ["professionals", "family", someone].map(|reader| {
            let copy = self.disclosed(&told, None, reader).map_or_else(refused, digest_of);
            let mut paper = |name, format| digested(self.paper(&told, name, reader, format));
            let papers: Vec<Value> =
                Paper::ALL.iter().map(|name| paper(name.as_str(), "markdown")).collect();
            let minutes = ["html", "text"].map(|format| paper("minutes", format));
            json!({"copy": copy, "papers": papers, "minutes": minutes})
        });
        Ok(json!({
            "findings": digest(&findings),
            "follow_on": digested(follow_on),
            "readers": readers,
            "redacted": redacted.map_or_else(refused, digest_of),
            "summaries": summaries.map_or_else(refused, digest_of),
        }))
    }

    fn told(&mut self) -> Result<Told, Value> {
        let (record, profile) = self.record_and_profile()?;
        let previous = self.previous()?;
        let lines = |member| {
            let listed = self.case.member(member)?.as_array()?;
            Some(listed.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"))
        };
        let (confirmed, given) = (lines("confirmed"), lines("given"));
        let handed_over_by = self.case.text("handed_over_by").map(str::to_owned);
        Ok(Told { record, profile, previous, confirmed, given, handed_over_by })
    }

    fn paper(&mut self, told: &Told, name: &str, reader: &str, format: &str) -> Answer {
        let Told { record, profile, previous, confirmed, given, handed_over_by } = told;
        let kind = (&name, &reader, &format);
        self.ask(
            "paper",
            &[record, profile, kind.0, kind.1, kind.2, previous, confirmed, handed_over_by, given],
        )
    }

    fn disclosed(
        &mut self,
        told: &Told,
        paper: Option<String>,
        reader: &str,
    ) -> Result<Value, Value> {
        let Told { record, profile, previous, given, handed_over_by, .. } = told;
        self.json(
            "disclosures",
            &[record, profile, &paper, &reader, previous, handed_over_by, given],
        )
    }
}

fn refused(error: Value) -> Value {
    json!({"error": error})
}

fn digest_of(value: Value) -> Value {
    digest(&value).into()
}

/// The digest of a text, or the refusal.
fn digested(answer: Answer) -> Value {
    answer.map_or_else(refused, |text| digest_of(text.into()))
}
