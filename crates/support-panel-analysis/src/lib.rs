//! Answers over many panels: who came, what was complete, how long stages took, whether children were heard, how numbers moved.
//!
//! An answer is a fold over the record batches of `support-panel-tables`, or of any other library that has the same columns: it
//! runs while the records are read, on as many threads as wanted, and partial results [merge](Fold::merge). However the records
//! are split into parts, the answer is the same.
//!
//! ```
//! use support_panel_analysis::{Fold, Question};
//! use support_panel_tables::{Options, Source, stream};
//!
//! let line = r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"EHA-1"},"meeting":{"status":"concluded","held_on":"2026-03-12"}}"#;
//! let mut fold = Fold::new([Question::Quorum], Some("year"));
//! for (place, tables) in (0..).zip(stream(Source::bytes(line.as_bytes()), &[], &Options::default()).unwrap()) {
//!     fold.update(place, &tables.unwrap()).unwrap();
//! }
//! let answers = fold.finish().unwrap();
//! assert_eq!(answers.batches[0].num_rows(), 1);
//! ```
//!
//! Counts are as they are. Who shows them hides small ones, as `support_panel.analysis` of the Python package does.
//!
//! Memory stays small but for what an answer must know until it has seen everything: eight bytes a record, so that none counts
//! twice; 24 bytes an action that a later panel carried on, or that is late; and for the questions that follow a family, 48 bytes a
//! number (movement), 48 a sitting (spread), 32 an action (actions), 48 a panel and 16 an action (timing).

mod answers;
mod column;
mod error;
mod fold;
mod groups;
mod key;
mod numbers;
mod part;
mod question;
mod shape;
mod values;
mod words;

pub use error::Error;
pub use fold::{Answers, Columns, Fold, over};
pub use question::Question;
