//! Multi-agency support panels: the map, the agenda, the scaling questions, and who does what by when.

pub mod agreement;
pub mod calendar;
mod document;
mod error;
pub mod limits;
pub mod record;
mod text;
mod values;
mod wire;

pub use error::{Area, CodeDefinition, Error, codes};
pub use record::{FORMAT, Record};
pub use text::{Extensions, Id, Label, Text};
pub use values::{Date, DateError, Decimal, DecimalError, Instant, InstantError, Moment, Weekday};
pub use wire::{Amount, Yes};
