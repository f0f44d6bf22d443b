//! Rules of a council's own, whose conditions are whatever comes.

use crate::judging;
use support_panel::{Code, Profile};

/// Where a condition is asked: of the record, and of the items of lists.
const ASKED: [&str; 4] = [
    r#""path": "/outcome""#,
    r#""for_each": "/actions", "path": "/owner""#,
    r#""for_each": "/scaling/*/ratings", "path": "/value""#,
    r#""for_each": "/case/people""#,
];

/// A profile with one rule of its own, asked as `index` says.
fn profile(index: usize, when: &str) -> String {
    let asked = ASKED[index % ASKED.len()];
    format!(
        r#"{{"id": "ours", "version": "1", "local_rules": [{{"code": "LM001", "title": "x", "severity": "advice", {asked}, "message": "x", "when": {when}}}]}}"#
    )
}

/// A byte that says where a condition is asked, and the condition. It is read or refused, and asked to an end.
pub(crate) fn local_rules(bytes: &[u8]) {
    let Some((index, when)) = bytes.split_first() else { return };
    let Ok(when) = std::str::from_utf8(when) else { return };
    match Profile::from_json(profile(usize::from(*index), when)) {
        Ok(profile) => {
            assert_eq!(Profile::from_json(profile.to_json()).unwrap(), profile);
            judging::under(&profile);
        }
        Err(error) => assert_ne!(error.code(), Code::Internal),
    }
}
