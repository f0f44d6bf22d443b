//! `summary`: the spread and the lowest first, and no one's words.

use super::{root, run, run_on, smallest};

const INITIAL: &str = "tests/records/leicester-initial.json";
const REVIEW: &str = "tests/records/leicester-review.json";

#[test]
fn a_first_panel_is_summed_up_for_people() {
    let ran = run(&["summary", INITIAL]);
    assert_eq!(
        ran.out,
        "\
tests/records/leicester-initial.json
  record masp-2026-031, profile leicester-masp 2017.1

  referrer, opening (0 to 10, 0 is the worried end)
    Professionals, own numbers (1): 4   0 ····●······ 10
      lowest 4 by p-worker (reason recorded)

  panel, opening (0 to 10, 0 is the worried end)
    Family, own numbers (2): spread 0, all 6   0 ······●···· 10
      lowest 6 by p-parent (reason recorded)
      lowest 6 by p-gran (reason recorded)
    Professionals, own numbers (11): spread 3, from 3 to 6   0 ···●─│●···· 10
      lowest 3 by p-ews (reason recorded)
      median 5, quartiles 4 and 5
    Guesses at the family's numbers (1): 7   0 ·······●··· 10
      lowest 7 by p-worker (reason recorded)

  worker_goal, closing (0 to 10, 0 is the worried end)
    Professionals, own numbers (1): 8   0 ········●·· 10
      lowest 8 by p-worker (reason recorded)

"
    );
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn change_is_shown_where_the_panel_before_is_known() {
    let line =
        "      professionals (11): lowest 3 then and 5 now; 11 better, 0 the same, 0 worse\n";
    assert!(run(&["summary", REVIEW, INITIAL]).out.contains(line));
    assert!(run(&["summary", REVIEW, "--previous", INITIAL]).out.contains(line));
    assert!(!run(&["summary", REVIEW]).out.contains("Since"));
    assert!(!run(&["summary", REVIEW, INITIAL, "--alone"]).out.contains("Since"));
    let other = smallest("elsewhere", "");
    let ran = run_on(other, &["summary", REVIEW, "--previous", "-"]);
    assert!(ran.status == 2 && ran.err.contains("give a file here"), "{ran:?}");
    let ran = run(&["summary", REVIEW, "--previous", "tests/records/everything.json"]);
    assert!(ran.status == 2 && ran.err.contains("different_cases"), "{ran:?}");
}

#[test]
fn figures_are_the_librarys() {
    let record =
        support_panel::Record::from_json(std::fs::read(root().join(INITIAL)).unwrap()).unwrap();
    let summaries =
        support_panel::summaries(&record, &support_panel::Profile::of(&record).unwrap()).unwrap();
    let json = run(&["summary", INITIAL, "--format", "json"]).json();
    assert_eq!(json[0]["summaries"], serde_json::to_value(&summaries).unwrap());
    let csv = run(&["summary", INITIAL, "--format", "csv"]).out;
    let row = csv
        .lines()
        .find(|row| row.contains("\"panel\",\"opening\",\"\",\"own_professional\""))
        .unwrap();
    assert!(
        row.ends_with(r#""own_professional","11","3","3","p-ews","1","3","6","5","4","5","0""#),
        "{row}"
    );
    assert_eq!(csv.lines().count(), 6);
}

#[test]
fn a_record_without_numbers_and_one_off_its_scale_are_shown() {
    let none = run_on(smallest("panel-1", ""), &["summary", "-"]);
    assert!(none.status == 0 && none.out.contains("no scale was asked"), "{none:?}");
    let ratings = |scale: &str, value: &str| {
        smallest(
            "panel-1",
            &format!(
                r#","scaling":[{{"scale":"{scale}","ratings":[{{"by":"p1","value":{value}}}]}}]"#
            ),
        )
    };
    for (scale, value) in [("panel", "11"), ("panel", "-1000000000000000"), ("nobodys", "3")] {
        let ran = run_on(ratings(scale, value), &["summary", "-"]);
        assert!(ran.status == 0 && !ran.out.contains('●') && ran.out.contains(value), "{ran:?}");
    }
    assert!(
        run_on(ratings("panel", "-4"), &["summary", "-", "--format", "csv"])
            .out
            .contains(r#","-4","#)
    );
}
