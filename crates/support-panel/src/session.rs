//! The live sitting.

pub mod command;

pub use command::{Command, CommandType, Event, Stamp};
