//! Several papers for one reader, of one copy.

use super::copy::{Copy, copy_beside, copy_of_nothing};
use super::document::Document;
use super::paper::{Made, Paper, PaperOptions};
use super::reader::Reader;
use super::{Recipe, worth_printing};
use crate::{Error, Profile, Record};
use std::cell::OnceCell;

/// The papers of a record for one reader: all that are asked for are made of one copy.
///
/// ```
/// use support_panel::report::{Format, Paper, PaperOptions, Papers, Reader};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "outcome": {"decision": "continue"}
/// }"#)?;
/// let (profile, options) = (Profile::of(&record)?, PaperOptions::default());
/// let papers = Papers::new(&record, &profile, &Reader::Family, &options);
/// for paper in [Paper::Minutes, Paper::Letter] {
///     assert!(papers.paper(paper)?.render(Format::Text).contains("Continue with early help"));
/// }
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Debug)]
pub struct Papers<'r> {
    record: &'r Record,
    profile: &'r Profile,
    reader: &'r Reader,
    options: &'r PaperOptions<'r>,
    copy: OnceCell<Copy>,
}

impl<'r> Papers<'r> {
    /// Those for this reader. Nothing is copied before a paper is asked for.
    pub fn new(
        record: &'r Record,
        profile: &'r Profile,
        reader: &'r Reader,
        options: &'r PaperOptions<'r>,
    ) -> Self {
        Self { record, profile, reader, options, copy: OnceCell::new() }
    }

    /// The record that they are made of.
    pub fn record(&self) -> &'r Record {
        self.record
    }

    /// Its profile.
    pub fn profile(&self) -> &'r Profile {
        self.profile
    }

    /// For whom they are.
    pub fn reader(&self) -> &'r Reader {
        self.reader
    }

    /// One of them, as a tree that each format is rendered from.
    ///
    /// # Errors
    /// As [`report::paper`](super::paper()).
    pub fn paper(&self, paper: Paper) -> Result<Document, Error> {
        let recipe = Recipe::new(self.record, self.profile, self.reader, paper, self.options)?;
        let of_its_own;
        let copy = match recipe.made {
            Made::Copy(_) => self.copy()?,
            Made::Form(_) => {
                let asked = &self.options.copy;
                of_its_own = copy_of_nothing(self.record, self.profile, self.reader, asked)?;
                &of_its_own
            }
            // Beside the panel before, more may be withheld.
            Made::Copies(_) => {
                of_its_own = self.copied(&recipe.record, &recipe.profile)?;
                &of_its_own
            }
        };
        let document = recipe.document(copy)?;
        if !paper.says_what_was_said() || copy.is_working() {
            return worth_printing(document, None);
        }
        worth_printing(document, Some(recipe.document(&copy.with_nothing())?))
    }

    fn copy(&self) -> Result<&Copy, Error> {
        if let Some(copy) = self.copy.get() {
            return Ok(copy);
        }
        let made = self.copied(self.record, self.profile)?;
        Ok(self.copy.get_or_init(|| made))
    }

    fn copied(&self, record: &Record, profile: &Profile) -> Result<Copy, Error> {
        copy_beside(record, profile, self.reader, &self.options.copy, self.options.previous)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;

    /// A paper is the same whatever was asked for before it.
    #[test]
    fn each_is_what_it_is_alone() {
        let read = |name: &str| {
            let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records");
            Record::from_json(std::fs::read(format!("{root}/{name}.json")).unwrap()).unwrap()
        };
        let (first, review) = (read("leicester-initial"), read("leicester-review"));
        let profile = Profile::of(&review).unwrap();
        let options = PaperOptions::default().previous(&first);
        let mut made = 0;
        for reader in ["professionals", "family", "child-1", "p-school"] {
            let reader: Reader = reader.parse().unwrap();
            let papers = Papers::new(&review, &profile, &reader, &options);
            for paper in Paper::ALL.iter().chain(Paper::ALL.iter().rev()) {
                let alone = report::paper(&review, &profile, &reader, *paper, &options);
                let code = |error: Error| error.code();
                made += usize::from(alone.is_ok());
                assert_eq!(
                    papers.paper(*paper).map_err(code),
                    alone.map_err(code),
                    "{reader} {paper}"
                );
            }
        }
        assert!(made > 2 * Paper::ALL.len(), "{made}");
    }
}
