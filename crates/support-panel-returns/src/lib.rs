//! What councils return, made of panel records; and referrals, read from the rows of a table or from a web form.
//!
//! ```
//! use support_panel::Record;
//! use support_panel_returns::{Cell, Fill, List, rows};
//!
//! let record = Record::from_json(r#"{
//!     "format": "support-panel/1", "id": "panel-1",
//!     "profile": {"id": "leicester-masp", "version": "2017.1"},
//!     "case": {"reference": "EHA-1", "people": [
//!         {"id": "30977", "kind": "child", "date_of_birth": "2016-02-11", "extensions": {"gender": "b) Female"}}
//!     ]}
//! }"#)?;
//! let list = List::AnnexAList2;
//! let fill = Fill::from_json(r#"{"Gender": "/case/people/*/extensions/gender"}"#, list)?;
//! let made = rows(list, &record, Some("2026-03-12".parse()?), &fill);
//! assert_eq!(made.rows[0][1], Cell::Text("b) Female".into()));
//! assert_eq!(made.rows[0][4], Cell::Whole(10));
//! assert_eq!(made.rows[0][2], Cell::Empty);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fill;
mod list;
mod mapping;
mod referral;
mod rows;

pub use fill::Fill;
pub use list::{Column, Kind, List};
pub use mapping::Mapping;
pub use referral::{Form, Referrals, RefusedCell, from_csv, from_json};
pub use rows::{Cell, RefusedValue, Rows, rows};
