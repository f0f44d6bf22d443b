//! The answers, one in each file: what is asked of a part, and what must be known of all parts.

pub(crate) mod actions;
pub(crate) mod attendance;
pub(crate) mod completeness;
pub(crate) mod deviations;
pub(crate) mod families;
pub(crate) mod movement;
pub(crate) mod overruns;
pub(crate) mod quorum;
pub(crate) mod sides;
pub(crate) mod spread;
pub(crate) mod timing;
pub(crate) mod voice;

use crate::error::Error;
use crate::groups::Groups;
use crate::part::Part;
use crate::shape::Shape;
use support_panel_tables::Table;

/// One answer, while it is worked out.
pub(crate) trait Answer: Send {
    const SHAPE: Shape;
    /// The tables that are looked at, and their columns.
    const NEEDS: &'static [(Table, &'static [&'static str])];

    /// Counts what a part says.
    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error>;

    /// Adds what another has kept of other parts.
    fn merge(&mut self, _other: Self)
    where
        Self: Sized,
    {
    }

    /// Counts what is known only once every part was seen. `grouped` says whether the answer is asked by anything.
    fn finish(self, _groups: &mut Groups, _grouped: bool)
    where
        Self: Sized,
    {
    }
}
