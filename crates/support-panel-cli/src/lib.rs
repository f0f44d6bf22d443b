//! What the `support-panel` command is made of.

pub mod synth;
