//! A panel's papers in the formats of other people's programs.
//!
//! A paper is made of a reader's copy of a record by `support-panel`, as a tree: [`Document`]. A writer is given the finished
//! tree and sees nothing else, so that it cannot show what the reader may not see. The same tree gives the same bytes.
//!
//! [`Output::file`] does it all by name, as the command and the bindings ask: the copy, the paper, the file and what it is called.
//!
//! | function | format | read by |
//! | --- | --- | --- |
//! | [`calendar`](fn@calendar) | iCalendar, `.ics` | calendars |
//! | [`excel`](fn@excel) | Excel, `.xlsx` | Excel, LibreOffice, pandas; [`Sheet::to_csv`] writes the same as CSV |
//! | [`pdf`](fn@pdf) | tagged PDF, PDF/UA-1 | whatever shows a PDF or reads one aloud |
//! | [`word`](fn@word) | Word, `.docx` | Word, LibreOffice, screen readers, programs that convert it |
//!
//! ```
//! use support_panel::report::{Paper, PaperOptions, Reader, paper};
//! use support_panel::{Profile, Record};
//! use support_panel_export::{Metadata, word};
//!
//! let record = Record::from_json(r#"{
//!     "format": "support-panel/1", "id": "panel-1",
//!     "profile": {"id": "leicester-masp", "version": "2017.1"},
//!     "case": {"reference": "EHA-1"},
//!     "outcome": {"decision": "continue"}
//! }"#)?;
//! let profile = Profile::of(&record)?;
//! let options = PaperOptions::default();
//! let minutes = paper(&record, &profile, &Reader::Professionals, Paper::Minutes, &options)?;
//! let file = word(&minutes, &Metadata::of(&record, &profile))?;
//! assert!(file.starts_with(b"PK"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What each keeps
//!
//! - Word: one heading of level 1, which is the title; no skipped level; header rows, stated widths, no merged cells; lists; the
//!   language of the council's own words; a scale as a table with alternative text. No fields, so no page numbers.
//! - PDF: the same as a structure tree that PDF/UA-1 passes, scales as figures with alternative text, page numbers.
//! - Excel and CSV: [`Tracker`] and any [`Sheet`]; days as days, ids as text, nothing a formula.
//! - iCalendar: the panel, its review and the reader's own actions, without a word of the record.
//!
//! # What is left out of a text
//!
//! Text stays text in every format, whatever it looks like. Only these characters are left out, since the formats cannot hold
//! them or a reader cannot see what they do:
//!
//! | characters | why |
//! | --- | --- |
//! | U+0000–U+001F but tab and line feed, U+007F–U+009F | control characters; a carriage return becomes a line feed |
//! | U+202A–U+202E, U+2066–U+2069 | they turn the direction of the text around them |
//! | U+FEFF, U+FFF9–U+FFFB | they cannot be seen |
//! | U+FFFE, U+FFFF and the last two of every plane, U+FDD0–U+FDEF | no characters |

#[cfg(feature = "calendar")]
mod calendar;
mod csv;
mod error;
#[cfg(feature = "excel")]
mod excel;
mod format;
#[cfg(any(feature = "pdf", feature = "word"))]
mod headings;
pub mod interface;
mod metadata;
mod output;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(any(feature = "pdf", feature = "word"))]
mod scale;
mod sheet;
#[cfg(any(feature = "pdf", feature = "word"))]
mod table;
#[cfg(any(feature = "excel", feature = "pdf", feature = "word"))]
mod text;
mod tracker;
#[cfg(feature = "word")]
mod word;
#[cfg(any(feature = "excel", feature = "pdf", feature = "word"))]
mod wording;

#[cfg(feature = "calendar")]
pub use calendar::{CalendarOptions, calendar};
pub use csv::{csv_row, guarded};
pub use error::Error;
#[cfg(feature = "excel")]
pub use excel::excel;
pub use format::Format;
pub use metadata::Metadata;
pub use output::{File, Output, OutputOptions};
#[cfg(feature = "pdf")]
pub use pdf::{Fonts, pdf};
pub use sheet::{Cell, Sheet};
pub use support_panel::report::document::Document;
pub use tracker::{Tracker, TrackerOptions};
#[cfg(feature = "word")]
pub use word::word;

/// The README's example, run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
