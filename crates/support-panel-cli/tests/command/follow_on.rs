//! `follow-on`: the library's next record, of one record.

use super::{root, run, run_on, smallest};
use support_panel::{Record, follow_on};

const INITIAL: &str = "tests/records/leicester-initial.json";

#[test]
fn the_next_record_is_the_librarys() {
    let record = Record::from_json(std::fs::read(root().join(INITIAL)).unwrap()).unwrap();
    let next = follow_on(&record, "masp-next", "2026-06-11".parse().unwrap()).unwrap();
    let ran = run(&["follow-on", "masp-next", "2026-06-11", INITIAL]);
    assert_eq!((ran.status, ran.out), (0, next.to_json() + "\n"));
    assert_eq!(
        run(&["follow-on", "masp-next", "2026-06-11", INITIAL, "--pretty"]).out,
        next.to_json_pretty() + "\n"
    );
}

#[test]
fn what_cannot_be_followed_on_is_refused() {
    let one = smallest("panel-1", "");
    let refused = [
        (one.clone(), ["two words", "2026-06-11"], "bad_id"),
        (one.clone(), ["panel-1", "2026-06-11"], "repeated_record"),
        (
            smallest("panel-1", r#","meeting":{"held_on":"2026-03-12"}"#),
            ["panel-2", "2026-03-11"],
            "too_early",
        ),
        (one.clone(), ["panel-2", "2026-02-29"], "2026-02-29"),
        (format!("{one}\n{one}\n"), ["panel-2", "2026-06-11"], "more than one record"),
        (String::new(), ["panel-2", "2026-06-11"], "truncated"),
    ];
    for (text, [id, day], expected) in refused {
        let ran = run_on(text, &["follow-on", id, day, "-"]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{expected}");
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
}
