//! Sittings in the module: step by step, two hands of one, and journals that were cut or changed.

use crate::Runner;
use crate::case::stored;
use serde_json::{Value, json};

impl Runner<'_> {
    pub(crate) fn session(&mut self) -> Result<Value, Value> {
        let session = self.opened()?;
        let steps = self.take(session, "steps");
        let journal = self.ask("session_journal", &[&session])?;
        let text = self.ask("session_record", &[&session])?;
        let standing = self.json("session_standing", &[&session])?;
        let replayed = number(&self.json("session_replay", &[&journal, &None::<String>])?);
        assert_eq!(self.ask("session_record", &[&replayed])?, text, "another record comes back");
        self.close(&[session, replayed]);
        Ok(json!({"journal": journal, "standing": standing, "steps": steps, "text": text}))
    }

    /// Two hands, after the steps that both have; the second of another record where `other` names one.
    pub(crate) fn merge(&mut self) -> Result<Value, Value> {
        let ours = self.opened()?;
        self.take(ours, "shared");
        let theirs = match self.case.text("other") {
            Some(name) => {
                let other = stored("records", name, "json").expect("a record of the corpus");
                let none = None::<String>;
                number(&self.json("session_open", &[&other, &none, &none])?)
            }
            None => {
                let theirs = self.opened()?;
                self.take(theirs, "shared");
                theirs
            }
        };
        self.take(ours, "ours");
        self.take(theirs, "theirs");
        let merged = self.json("session_merge", &[&ours, &theirs])?;
        let session = number(&merged);
        let journal = self.ask("session_journal", &[&session])?;
        let text = self.ask("session_record", &[&session])?;
        self.close(&[ours, theirs, session]);
        Ok(json!({"conflicts": merged["conflicts"], "journal": journal, "text": text}))
    }

    /// The journal of these steps, or else a text, without its last bytes or with one text in place of another.
    pub(crate) fn replay(&mut self) -> Result<Value, Value> {
        let mut journal = match self.case.member("steps") {
            Some(_) => {
                let session = self.opened()?;
                self.take(session, "steps");
                let journal = self.ask("session_journal", &[&session])?;
                self.close(&[session]);
                journal
            }
            None => self.text("text").to_owned(),
        };
        let cut = self.case.member("cut").and_then(Value::as_u64).unwrap_or_default();
        journal.truncate(journal.len() - usize::try_from(cut).expect("a length"));
        if let Some(pair) = self.case.member("replace") {
            let [old, new] = [0, 1].map(|at| pair[at].as_str().expect("a pair of texts"));
            assert!(journal.contains(old), "{}: nothing to replace", self.case.name);
            journal = journal.replacen(old, new, 1);
        }
        let replayed = self.json("session_replay", &[&journal, &None::<String>])?;
        let session = number(&replayed);
        let standing = self.json("session_standing", &[&session])?;
        let text = self.ask("session_record", &[&session])?;
        self.close(&[session]);
        Ok(json!({"lost": replayed["lost"], "standing": standing, "text": text}))
    }

    fn opened(&mut self) -> Result<u32, Value> {
        let mut record = self.record()?;
        if self.case.member("id").is_some() {
            record = self.followed(record.as_bytes())?;
        }
        let profile = self.profile(Some(&record))?;
        let opened = self.json("session_open", &[&record, &profile, &None::<String>])?;
        Ok(number(&opened))
    }

    /// Takes the steps of this name; what each was refused with.
    fn take(&mut self, session: u32, name: &str) -> Vec<Option<Value>> {
        let steps = self.case.member(name).and_then(Value::as_array);
        let step = |step: &Value| {
            let (command, stamp) = (step["command"].to_string(), step["stamp"].to_string());
            let refused = self.ask("session_apply", &[&session, &command, &stamp]).err();
            let code = refused.as_ref().map(|error| &error["code"]);
            assert_eq!(code, step.get("expect"), "{}", self.case.name);
            refused.map(|error| json!({"error": error}))
        };
        steps.into_iter().flatten().map(step).collect()
    }

    fn close(&mut self, sessions: &[u32]) {
        for session in sessions {
            assert!(self.module.close(*session), "the meeting was open");
        }
    }
}

fn number(opened: &Value) -> u32 {
    opened["session"].as_u64().and_then(|n| u32::try_from(n).ok()).expect("a meeting has a number")
}
