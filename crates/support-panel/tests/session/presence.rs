//! Who is there.

use crate::steps::{command, given, opened, stamp};
use support_panel::Code;

#[test]
fn a_name_is_learnt_as_somebody_arrives() {
    let mut session = opened();
    let name = |session: &support_panel::Session| {
        session.record().participants[2].name.as_ref().map(|name| name.as_str().to_owned())
    };
    given(&mut session, 0, r#"{"type":"arrive","participant":"p-yj"}"#);
    assert_eq!(name(&session), None);
    given(&mut session, 1, r#"{"type":"arrive","participant":"p-yj","name":"R. Blake"}"#);
    assert_eq!(name(&session).as_deref(), Some("R. Blake"));
    // Said again without it, the name stays.
    given(&mut session, 2, r#"{"type":"arrive","participant":"p-yj","how":"remote"}"#);
    assert_eq!(name(&session).as_deref(), Some("R. Blake"));
    let blank = session
        .apply(
            command(r#"{"type":"arrive","participant":"p-yj","name":"\t"}"#),
            stamp(3, "p-chair"),
        )
        .unwrap_err();
    assert_eq!((blank.code(), blank.path()), (Code::Blank, "/name"));
    session.undo(stamp(4, "p-chair")).unwrap();
    session.undo(stamp(4, "p-chair")).unwrap();
    assert_eq!(name(&session), None);
}
