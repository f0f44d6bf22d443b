//! Refusals.

use crate::Code;

/// Why an index has no value for these ratings.
///
/// A `path` is a JSON Pointer into the ratings: `/2/5` is rater 2, unit 5 of a matrix, `/3` the fourth of a list.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Undefined {
    /// Agreement takes two. For [`alpha`](super::alpha) only values count whose unit has another one.
    #[error("agreement needs at least two values to compare, found {found}")]
    TooFewValues {
        /// How many values could be compared.
        found: usize,
    },
    /// Every rating that [`alpha`](super::alpha) could compare is the same, so chance would agree as well.
    #[error("every value is the same: alpha needs at least two different ones")]
    NoVariation,
    /// A rater has more or fewer units than the first.
    #[error("{path} has {found} units, expected {expected} as in the first row")]
    RaggedRows {
        /// The row.
        path: String,
        /// Its length.
        found: usize,
        /// The length of the first row.
        expected: usize,
    },
    /// A value is infinite or not a number.
    #[error("{path} is not a finite number")]
    NotFinite {
        /// The value.
        path: String,
    },
    /// A scale needs finite bounds, the lower one first, and a positive step that leads from one to the other.
    #[error("a scale from {min} to {max} cannot be walked in steps of {step}")]
    BadScale {
        /// The lower bound, as given.
        min: f64,
        /// The upper bound, as given.
        max: f64,
        /// The step, as given.
        step: f64,
    },
    /// A value lies outside the scale that [`within_group`](super::within_group) was told of.
    #[error("{path} is outside the scale from {min} to {max}")]
    OffScale {
        /// The value.
        path: String,
        /// The lower bound of the scale.
        min: f64,
        /// The upper bound of the scale.
        max: f64,
    },
    /// A value is below zero, where [`Level::Ratio`](super::Level::Ratio) has its true zero.
    #[error("{path} is negative: a ratio scale has a true zero")]
    NegativeRatio {
        /// The value.
        path: String,
    },
}

impl Undefined {
    /// Every code, in the order of the variants.
    pub const CODES: [Code; 7] = [
        Code::TooFewValues,
        Code::NoVariation,
        Code::RaggedRows,
        Code::NotFinite,
        Code::BadScale,
        Code::OffScale,
        Code::NegativeRatio,
    ];

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::TooFewValues { .. } => Code::TooFewValues,
            Self::NoVariation => Code::NoVariation,
            Self::RaggedRows { .. } => Code::RaggedRows,
            Self::NotFinite { .. } => Code::NotFinite,
            Self::BadScale { .. } => Code::BadScale,
            Self::OffScale { .. } => Code::OffScale,
            Self::NegativeRatio { .. } => Code::NegativeRatio,
        }
    }

    /// The JSON Pointer of the row or value to correct; empty where it is the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::RaggedRows { path, .. }
            | Self::NotFinite { path }
            | Self::OffScale { path, .. }
            | Self::NegativeRatio { path } => path,
            Self::TooFewValues { .. } | Self::NoVariation | Self::BadScale { .. } => "",
        }
    }
}
