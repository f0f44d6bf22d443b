//! However records are split into parts, and in whichever order the parts are merged, the answers are the same.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{BooleanArray, RecordBatch};
use arrow_select::filter::filter_record_batch;
use proptest::prelude::*;
use std::sync::LazyLock;
use support_panel_analysis::{Answers, Error, Fold, Question, over};
use support_panel_tables::{Options, Source, Table, Tables, read};

static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut text = Vec::new();
    support_panel_synth::ndjson(90, 3, 0.7, &mut text).unwrap();
    String::from_utf8(text).unwrap().lines().map(str::to_owned).collect()
});

static WHOLE: LazyLock<Tables> = LazyLock::new(|| tables(&LINES));

fn tables(lines: &[String]) -> Tables {
    let as_of = "2026-06-30".parse().ok();
    let options = Options { as_of, ..Options::default() };
    read(Source::bytes(lines.join("\n").into_bytes()), &[], &options).unwrap()
}

fn questions() -> Vec<Question> {
    vec![
        Question::Attendance,
        Question::Completeness,
        Question::Overruns { over: 0.25 },
        Question::Quorum,
        Question::VoiceOfTheChild,
        Question::FamilyAndProfessionals { scale: None },
        Question::Deviations { scale: None },
        Question::Movement { scale: None },
        Question::Spread { scale: None, wide: None },
        Question::Actions { own: Some("owner_kind".into()), again: 1 },
        Question::Actions { own: None, again: 1 },
        Question::Timing,
    ]
}

fn answers(parts: impl IntoIterator<Item = (u32, Tables)>, by: Option<&str>) -> Answers {
    let mut all = Fold::new(questions(), by);
    for (place, tables) in parts {
        let mut fold = Fold::new(questions(), by);
        fold.update(place, &tables).unwrap();
        all.merge(fold);
    }
    all.finish().unwrap()
}

fn counted(batch: &RecordBatch, column: &str) -> i64 {
    batch.column_by_name(column).unwrap().as_primitive::<Int64Type>().iter().flatten().sum()
}

#[test]
fn there_is_something_to_count() {
    let whole = answers([(0, WHOLE.clone())], None);
    for (question, batch) in questions().iter().zip(&whole.batches) {
        let counts = ["n", "missing"].map(|count| counted(batch, count));
        assert!(counts.iter().sum::<i64>() > 20, "{question:?}");
    }
    // What is known only once every record is.
    let [.., movement, spread, actions, _, _] = whole.batches.as_slice() else { panic!() };
    assert!(counted(movement, "better") > 0 && counted(spread, "asked_again") > 0);
    assert!(counted(actions, "carried") > 0);
    assert_eq!(whole.titles.keys().copied().collect::<Vec<_>>(), ["scale", "seat", "stage"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn parts_merge_to_the_whole(
        mut cuts in prop::collection::vec(0..90_usize, 0..6),
        by in prop::sample::select(vec![None, Some("year"), Some("quarter"), Some("referrer_agency"), Some("children")]),
        seed in any::<u64>(),
    ) {
        cuts.extend([0, LINES.len()]);
        cuts.sort_unstable();
        let mut parts: Vec<(u32, Tables)> =
            (0..).zip(cuts.windows(2)).map(|(place, cut)| (place, tables(&LINES[cut[0]..cut[1]]))).collect();
        let whole = answers([(0, WHOLE.clone())], by);
        let in_order: Vec<Tables> = parts.iter().map(|(_, tables)| tables.clone()).collect();
        for threads in [1, 2, 5] {
            let fold = over(&questions(), by, &in_order, threads.try_into().ok()).unwrap();
            prop_assert_eq!(&fold.finish().unwrap(), &whole);
        }
        let turn = usize::try_from(seed % 7).unwrap() % parts.len();
        parts.rotate_left(turn);
        parts.reverse();
        prop_assert_eq!(&answers(parts, by), &whole);
    }

    #[test]
    fn the_order_of_rows_counts_only_for_panels_of_one_day(seed in any::<u64>()) {
        // Rows of a record stay in their order; records change places.
        let mut lines = LINES.clone();
        let turn = usize::try_from(seed % 89).unwrap();
        lines.rotate_left(turn);
        let (one, other) = (answers([(0, WHOLE.clone())], None), answers([(0, tables(&lines))], None));
        for (one, other) in one.batches.iter().zip(&other.batches) {
            prop_assert_eq!(one, other);
        }
    }
}

#[test]
fn rows_of_records_that_are_not_among_the_panels_do_not_count() {
    let all = &WHOLE;
    let first = answers([(0, tables(&LINES[..40]))], None);
    let mut rows = 0_usize..;
    let given = Table::ALL.map(|table| {
        let batches = all.batches(table).iter().map(|batch| match table {
            Table::Panels => {
                let some = rows.by_ref().take(batch.num_rows());
                let mask: BooleanArray = some.map(|row| Some(row < 40)).collect();
                filter_record_batch(batch, &mask).unwrap()
            }
            _ => batch.clone(),
        });
        (table, batches.collect())
    });
    let mut fold = Fold::new(questions(), None);
    fold.update_from(0, given).unwrap();
    assert_eq!(fold.finish().unwrap().batches, first.batches);
}

#[test]
fn a_line_that_stands_twice_is_refused_wherever_it_stands() {
    let twice = [&LINES[..3], &LINES[..2]].concat();
    let mut fold = Fold::new([Question::Quorum], None);
    fold.update(0, &tables(&twice)).unwrap();
    assert_eq!(fold.finish(), Err(Error::Again(2)));
    let parts = [tables(&LINES[..3]), tables(&LINES[2..4])];
    let fold = over(&[Question::Quorum], None, &parts, None).unwrap();
    assert_eq!(fold.finish(), Err(Error::Again(1)));
    // Without the table of panels, the line tells.
    let mut fold = Fold::new([Question::Overruns { over: 0.25 }], None);
    let stages = tables(&twice).batches(Table::Stages).to_vec();
    fold.update_from(0, [(Table::Stages, stages)]).unwrap();
    assert_eq!(fold.finish(), Err(Error::Again(2)));
}

#[test]
fn what_is_missing_is_said() {
    let panels = tables(&LINES[..3]).batches(Table::Panels).to_vec();
    let refused = |question, by, given: Vec<(Table, Vec<RecordBatch>)>| {
        Fold::new([question], by).update_from(0, given).unwrap_err().to_string()
    };
    assert_eq!(
        refused(Question::Timing, None, vec![(Table::Panels, panels.clone())]),
        "the table 'actions' is needed and was not given"
    );
    assert_eq!(
        refused(Question::Quorum, Some("team"), vec![(Table::Panels, panels.clone())]),
        "panels: found no column that it is asked by, which is needed"
    );
    assert_eq!(
        refused(
            Question::Quorum,
            None,
            vec![(Table::Panels, vec![panels[0].project(&[0]).unwrap()])]
        ),
        "panels: found no column meeting_status, which is needed"
    );
}
