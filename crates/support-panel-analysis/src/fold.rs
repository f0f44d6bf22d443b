//! One pass over the records, with whatever is asked of them.

use crate::error::Error;
use crate::groups::Groups;
use crate::key::{Key, Set};
use crate::part::Part;
use crate::question::{Asked, Question, Title, merge_groups};
use arrow_array::RecordBatch;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use support_panel_tables::{Table, Tables};

/// Some questions, and what is known of their answers from the parts that were seen.
///
/// Parts may come in any order, and to any of several folds of the same questions, which are merged in any order.
#[derive(Debug, Clone)]
pub struct Fold {
    by: Option<Box<str>>,
    questions: Vec<(Asked, Groups)>,
    wanted: Vec<Title>,
    titles: Titles,
    /// Every record that was seen, since none may be counted twice.
    records: Set<Key>,
    again: u64,
}

/// For a key of answers, what the profile calls its ids.
type Titles = BTreeMap<&'static str, BTreeMap<String, String>>;

/// What the questions came to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Answers {
    /// One for each question, in their order: keys, counts and figures.
    pub batches: Vec<RecordBatch>,
    /// For a key of the answers (`seat`, `scale`, `stage`), what profiles call its ids.
    pub titles: BTreeMap<&'static str, BTreeMap<String, String>>,
}

impl Fold {
    /// Nothing seen yet. `by` is what the questions are asked by: the parts are made with the same.
    pub fn new(questions: impl IntoIterator<Item = Question>, by: Option<&str>) -> Self {
        let (mut asked, mut wanted) = (Vec::new(), Vec::new());
        for question in questions {
            for title in question.titles() {
                if !wanted.contains(title) {
                    wanted.push(*title);
                }
            }
            asked.push((question.asked(), Groups::default()));
        }
        Self {
            by: by.map(Into::into),
            questions: asked,
            wanted,
            titles: Titles::new(),
            records: Set::default(),
            again: 0,
        }
    }

    /// What the questions are asked by.
    pub fn by(&self) -> Option<&str> {
        self.by.as_deref()
    }

    /// Counts what the tables of a reading say. `place` says where they stand among others: panels of one day are in the order of the
    /// places, and of the rows.
    ///
    /// # Errors
    /// Where a table or a column is needed and is not there.
    pub fn update(&mut self, place: u32, tables: &Tables) -> Result<(), Error> {
        let needs = self.needs();
        let wanted = Table::ALL.into_iter().filter(|table| {
            tables.has(*table) && (*table == Table::Panels || needs.contains_key(table.name()))
        });
        self.update_from(place, wanted.map(|table| (table, tables.batches(table).to_vec())))
    }

    /// Counts what tables from anywhere say, in which every record is whole. Where `panels` is among them, rows of other records do
    /// not count.
    ///
    /// # Errors
    /// As [`update`](Self::update).
    pub fn update_from(
        &mut self,
        place: u32,
        tables: impl IntoIterator<Item = (Table, Vec<RecordBatch>)>,
    ) -> Result<(), Error> {
        let part = Part::new(place, tables, self.by.as_deref())?;
        self.again += part.again;
        for record in &part.records {
            self.again += u64::from(!self.records.insert(*record));
        }
        for (question, groups) in &mut self.questions {
            for (table, _) in question.needs() {
                if !part.has(*table) {
                    return Err(Error::NoTable(*table));
                }
            }
            question.update(&part, groups)?;
        }
        for (key, table, titles, ids) in self.wanted.iter().copied() {
            let Some(pairs) = part.pairs(table, titles, ids)? else { continue };
            let own = self.titles.entry(key).or_default();
            for (title, id) in pairs {
                add_title(own, id, title);
            }
        }
        Ok(())
    }

    /// By the names of the tables, the columns that are looked at.
    ///
    /// ```
    /// use support_panel_analysis::{Fold, Question};
    ///
    /// let needs = Fold::new([Question::Quorum], Some("year")).needs();
    /// let columns = &needs["panels"];
    /// assert_eq!(columns.needed, ["record_id", "meeting_status", "quorate", "held_on"]);
    /// ```
    pub fn needs(&self) -> BTreeMap<&'static str, Columns> {
        let mut needs = BTreeMap::<&'static str, Columns>::new();
        for (asked, _) in &self.questions {
            for (table, columns) in asked.needs() {
                let own = asked.own_column().filter(|_| *table == Table::Actions);
                needs.entry(table.name()).or_default().need(columns.iter().copied().chain(own));
            }
        }
        if let Some(by) = self.by.as_deref() {
            let column = if matches!(by, "year" | "quarter") { "held_on" } else { by };
            needs.entry(Table::Panels.name()).or_default().need([column]);
        }
        for (_, table, titles, ids) in &self.wanted {
            needs.entry(table.name()).or_default().welcome.extend([*titles, *ids]);
        }
        needs
    }

    /// Adds what a fold of the same questions has seen of other parts.
    pub fn merge(&mut self, other: Self) {
        let Self { questions, titles, records, again, .. } = other;
        for ((own, groups), (others, more)) in self.questions.iter_mut().zip(questions) {
            own.merge(others);
            merge_groups(groups, more);
        }
        for (key, titles) in titles {
            let own = self.titles.entry(key).or_default();
            for (id, title) in titles {
                add_title(own, &id, &title);
            }
        }
        self.again += again;
        for record in records {
            self.again += u64::from(!self.records.insert(record));
        }
    }

    /// The answers, once every part was seen.
    ///
    /// # Errors
    /// [`Again`](Error::Again) where lines carry the id of another: what both say would be counted twice.
    pub fn finish(self) -> Result<Answers, Error> {
        if self.again > 0 {
            return Err(Error::Again(self.again));
        }
        let by = self.by.as_deref();
        let batches = self.questions.into_iter().map(|(asked, groups)| asked.finish(groups, by));
        Ok(Answers { batches: batches.collect::<Result<_, _>>()?, titles: self.titles })
    }
}

/// Of several titles for one id, the last in the order of texts is told.
fn add_title(titles: &mut BTreeMap<String, String>, id: &str, title: &str) {
    match titles.get_mut(id) {
        Some(own) if title > own.as_str() => title.clone_into(own),
        Some(_) => {}
        None => {
            titles.insert(id.to_owned(), title.to_owned());
        }
    }
}

/// The columns of a table that questions look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Columns {
    /// Those that must be there.
    pub needed: Vec<String>,
    /// Those that are looked at where they are there: titles, and where no table of panels is given, the file and the line.
    pub welcome: Vec<&'static str>,
}

impl Default for Columns {
    fn default() -> Self {
        Self { needed: vec!["record_id".to_owned()], welcome: vec!["file", "line"] }
    }
}

impl Columns {
    fn need<'a>(&mut self, columns: impl IntoIterator<Item = &'a str>) {
        for column in columns {
            if !self.needed.iter().any(|needed| needed == column) {
                self.needed.push(column.to_owned());
            }
        }
    }
}

/// A fold over tables that are there already, on several threads: as many as there are cores, where no number is said.
///
/// ```
/// use support_panel_analysis::{Question, over};
/// use support_panel_tables::{Options, Source, read};
///
/// let line = r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"EHA-1"}}"#;
/// let tables = read(Source::bytes(line.as_bytes()), &[], &Options::default()).unwrap();
/// let fold = over(&[Question::Timing], None, &[tables], None).unwrap();
/// assert_eq!(fold.finish().unwrap().batches[0].num_rows(), 3);
/// ```
///
/// # Errors
/// As [`Fold::update`].
pub fn over(
    questions: &[Question],
    by: Option<&str>,
    parts: &[Tables],
    threads: Option<NonZeroUsize>,
) -> Result<Fold, Error> {
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads = threads.unwrap_or_else(cores).get();
    let each = parts.len().div_ceil(threads).max(1);
    let places: Vec<u32> = (0..).take(parts.len()).collect();
    let work = |parts: &[Tables], places: &[u32]| {
        let mut fold = Fold::new(questions.iter().cloned(), by);
        for (place, tables) in places.iter().zip(parts) {
            fold.update(*place, tables)?;
        }
        Ok(fold)
    };
    let folds: Vec<Result<Fold, Error>> = std::thread::scope(|scope| {
        let mut shares = parts.chunks(each).zip(places.chunks(each));
        let first = shares.next();
        let started: Vec<_> = shares
            .map(|(parts, places)| {
                let work = &work;
                // Where no thread is to be had, the work is done here.
                std::thread::Builder::new()
                    .spawn_scoped(scope, move || work(parts, places))
                    .map_err(|_| (parts, places))
            })
            .collect();
        let here = first.map(|(parts, places)| work(parts, places));
        let others = started.into_iter().map(|started| match started {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err((parts, places)) => work(parts, places),
        });
        here.into_iter().chain(others).collect()
    });
    let mut all = None::<Fold>;
    for fold in folds {
        let fold = fold?;
        match &mut all {
            Some(all) => all.merge(fold),
            None => all = Some(fold),
        }
    }
    Ok(all.unwrap_or_else(|| Fold::new(questions.iter().cloned(), by)))
}
