//! The words a caller chooses with.

use crate::Code;
use core::{fmt, str::FromStr};

/// What the numbers of a rating mean, which decides how far apart two of them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// Names only: two values are the same or they are not.
    Nominal,
    /// An order: the distance is the number of ratings in between, with half of those on either value.
    Ordinal,
    /// Equal steps: the distance is the difference.
    Interval,
    /// Equal steps from a true zero: the distance is the difference divided by the sum. No value is negative.
    Ratio,
}

impl Level {
    /// Every level, from the one that asks least of the numbers to the one that asks most.
    pub const ALL: [Self; 4] = [Self::Nominal, Self::Ordinal, Self::Interval, Self::Ratio];

    /// The level's name: `nominal`, `ordinal`, `interval` or `ratio`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Ordinal => "ordinal",
            Self::Interval => "interval",
            Self::Ratio => "ratio",
        }
    }
}

/// The middle from which [`average_deviation`](super::average_deviation) measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// The arithmetic mean.
    Mean,
    /// The median; of an even number of values, halfway between the two in the middle.
    Median,
}

impl About {
    /// Both middles.
    pub const ALL: [Self; 2] = [Self::Mean, Self::Median];

    /// The middle's name: `mean` or `median`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
        }
    }
}

/// A word that names no [`Level`] or no [`About`]. It is not repeated here: no one knows what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}")]
#[non_exhaustive]
pub struct UnknownName {
    /// The names that are known.
    pub expected: &'static str,
}

impl UnknownName {
    /// The stable code, `unknown_name`.
    #[must_use]
    pub const fn code(&self) -> Code {
        Code::UnknownName
    }
}

impl FromStr for Level {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let expected = "nominal, ordinal, interval or ratio";
        Self::ALL.into_iter().find(|level| level.as_str() == name).ok_or(UnknownName { expected })
    }
}

impl FromStr for About {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let expected = "mean or median";
        Self::ALL.into_iter().find(|about| about.as_str() == name).ok_or(UnknownName { expected })
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
