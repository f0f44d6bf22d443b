//! Multi-agency support panels: the map, the agenda, the scaling questions, and who does what by when.

pub mod agreement;
mod values;

pub use values::{Date, DateError, Decimal, DecimalError, Instant, InstantError, Moment, Weekday};
