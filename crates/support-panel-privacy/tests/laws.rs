//! Whatever stands in a record: nothing that it knows is left, and what comes out can be read.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it finds a fault"
)]

use proptest::prelude::*;
use support_panel::record::{Edit, Fate, Leaf, Place};
use support_panel::{Record, limits};
use support_panel_privacy::{Degrader, Key, Pseudonymiser, Purpose};

const MARK: &str = "Zebedee";

fn everything() -> Record {
    Record::from_json(include_str!("../../../tests/records/everything.json")).unwrap()
}

fn key() -> Key {
    Key::new(&[9; Key::BYTES]).unwrap()
}

/// Puts a text in the place of each, wherever the format has one.
struct Texts<'a>(&'a str, usize);

impl Edit for Texts<'_> {
    fn edit(&mut self, _: &Place<'_>, leaf: Leaf<'_>) -> Fate {
        if let Leaf::Text(word) = leaf {
            word.set(self.0).unwrap();
            self.1 += 1;
        }
        Fate::Stays
    }
}

fn with_texts(text: &str) -> (Record, usize) {
    let mut record = everything();
    let mut texts = Texts(text, 0);
    record.edit(&mut texts);
    record.case.people[0].name = Some(MARK.into());
    (record, texts.1)
}

/// The record under a key, and for each purpose with less in it.
fn all(record: &Record) -> Vec<Record> {
    let mut others = Pseudonymiser::new(key(), "analysis");
    others.learn(record);
    let mut all = vec![others.rewrite(record.clone()).unwrap()];
    for purpose in Purpose::ALL {
        let mut degrader = Degrader::new(purpose, key());
        degrader.learn(record);
        all.push(degrader.rewrite(record.clone()).unwrap());
    }
    all
}

#[test]
fn a_name_is_left_in_no_text_that_the_format_has() {
    let (record, planted) =
        with_texts("Then zebedee's gran, Ze\u{200b}be\u{ad}dee and ZEB\u{c9}D\u{c9}E came");
    assert!(planted > 60);
    for other in all(&record) {
        let text = other.to_json().to_lowercase();
        assert!(
            !text.contains("zebedee") && !text.contains("zeb\u{e9}") && !text.contains('\u{ad}')
        );
    }
}

#[test]
fn of_a_council_s_own_data_nothing_is_left() {
    for other in all(&everything()) {
        assert!(!other.to_json().contains("extensions"));
    }
}

#[test]
fn a_text_that_longer_labels_take_beyond_the_limit_is_withheld() {
    let text = format!("{MARK} ").repeat(limits::TEXT_CHARACTERS / (MARK.len() + 1));
    let (mut record, _) = with_texts("x");
    record.referral.reason = Some(text.into());
    for other in all(&record) {
        assert_eq!(Record::from_json(other.to_json()).ok(), Some(other));
    }
    // Names beside each other become one label; with words between them there are as many as before.
    let apart = format!("{MARK} x ").repeat(limits::TEXT_CHARACTERS / (MARK.len() + 3));
    record.referral.reason = Some(apart.into());
    let reasons = all(&record).into_iter().map(|other| other.referral.reason);
    let withheld = Some("(withheld)".to_owned());
    assert_eq!(
        reasons.map(|reason| reason.map(|text| text.as_str().to_owned())).next(),
        Some(withheld)
    );
}

#[test]
fn a_family_has_the_same_ids_and_shift_in_each_of_its_records() {
    let (mut one, _) = with_texts("x");
    let mut two = one.clone();
    two.id = "another".parse().unwrap();
    one.case.people[0].name = Some("Quill".into());
    two.referral.reason = Some("QUILL rang".into());
    let mut others = Pseudonymiser::new(key(), "analysis");
    [&one, &two].into_iter().for_each(|record| others.learn(record));
    assert_eq!(others.families(), 1);
    let [one, two] = [one, two].map(|record| others.rewrite(record).unwrap());
    assert_ne!(one.id, two.id);
    assert_eq!(one.case.people[0].id, two.case.people[0].id);
    let reason = two.referral.reason.as_ref().map(|text| text.as_str().to_owned());
    assert_eq!(reason, Some(format!("{} rang", one.case.people[0].id)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What comes out is read again as it is, whatever the texts are.
    #[test]
    fn what_comes_out_can_be_read(text in "[a-zA-Z0-9 .,@/:'()\u{e9}\u{df}\u{ad}\u{4e2d}\u{1f600}\n-]{1,80}") {
        prop_assume!(!text.trim().is_empty());
        for other in all(&with_texts(&text).0) {
            prop_assert_eq!(Record::from_json(other.to_json()).ok(), Some(other));
        }
    }

    /// A name goes in any case, with or without accents, hyphens and signs that no one sees.
    #[test]
    fn no_spelling_of_a_name_is_left(name in "[a-z\u{f8}\u{142}\u{e6}\u{df}\u{e9}]{2,9}(-[a-z\u{fc}]{2,9})?", upper: bool, unseen: bool) {
        let mut written = if upper { name.to_uppercase() } else { name.clone() };
        if unseen {
            written = written.chars().flat_map(|c| [c, '\u{200b}']).collect();
        }
        let mut record = everything();
        record.case.people[0].name = Some(name.as_str().into());
        record.referral.reason = Some(format!("1 {written} 1").into());
        let mut others = Pseudonymiser::new(key(), "analysis");
        others.learn(&record);
        let other = others.rewrite(record).unwrap();
        let id = &other.case.people[0].id;
        let said = other.referral.reason.unwrap();
        // What no one sees may stay behind the name.
        prop_assert_eq!(said.as_str().replace('\u{200b}', ""), format!("1 {id} 1"));
    }
}
