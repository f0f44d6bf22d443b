//! What can be asked.

use crate::answers::Answer;
use crate::answers::actions::Actions;
use crate::answers::attendance::Attendance;
use crate::answers::completeness::Completeness;
use crate::answers::deviations::Deviations;
use crate::answers::movement::Movement;
use crate::answers::overruns::Overruns;
use crate::answers::quorum::Quorum;
use crate::answers::sides::FamilyAndProfessionals;
use crate::answers::spread::Spread;
use crate::answers::timing::Timing;
use crate::answers::voice::VoiceOfTheChild;
use crate::error::Error;
use crate::groups::{Group, Groups};
use crate::part::Part;
use arrow_array::RecordBatch;
use support_panel_tables::Table;

/// A question over many panels.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Question {
    /// Which core seats and agencies were at the table, and which were missing.
    Attendance,
    /// How complete records are, rule by rule.
    Completeness,
    /// How long stages took beside the time that the profile plans for them.
    Overruns {
        /// The share of the plan beyond which a stage took too long.
        over: f64,
    },
    /// Whether enough agencies, and the seats that the council asks for, were at the table.
    Quorum,
    /// Whether the children whom panels are about were heard.
    VoiceOfTheChild,
    /// Where the family stands beside the professionals of the same sitting.
    FamilyAndProfessionals {
        /// The scale that is asked about, where it is one.
        scale: Option<Box<str>>,
    },
    /// Who scores low or high beyond the family's own level.
    Deviations {
        /// The scale that is asked about, where it is one.
        scale: Option<Box<str>>,
    },
    /// How the same rater moved on the same scale.
    Movement {
        /// The scale that is asked about, where it is one.
        scale: Option<Box<str>>,
    },
    /// In which share of sittings people stood far apart, and what followed.
    Spread {
        /// The scale that is asked about, where it is one.
        scale: Option<Box<str>>,
        /// How many points apart is far; two fifths of the scale's length where none is said.
        wide: Option<f64>,
    },
    /// What became of actions.
    Actions {
        /// The column of the table `actions` that they are asked by, where it is none of `panels`.
        own: Option<Box<str>>,
        /// How often an action is carried on that is carried again.
        again: u64,
    },
    /// How many days from referral to panel, and on to the first action that was done.
    Timing,
}

/// One definition makes the answers that are being worked out, and calls the right one.
macro_rules! questions {
    ($($answer:ident,)+) => {
        /// A question, while it is answered.
        #[derive(Debug, Clone)]
        pub(crate) enum Asked {
            $($answer($answer),)+
        }

        impl Asked {
            pub(crate) fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
                match self { $(Self::$answer(answer) => answer.update(part, groups),)+ }
            }

            /// Adds what the same question has kept of other parts.
            pub(crate) fn merge(&mut self, other: Self) {
                match (self, other) {
                    $((Self::$answer(answer), Self::$answer(other)) => answer.merge(other),)+
                    _ => {}
                }
            }

            pub(crate) fn finish(self, mut groups: Groups, by: Option<&str>) -> Result<RecordBatch, Error> {
                let own = self.own_column().map(str::to_owned);
                let by = own.as_deref().or(by);
                match self {
                    $(Self::$answer(answer) => {
                        answer.finish(&mut groups, by.is_some());
                        $answer::SHAPE.finish(groups, by)
                    })+
                }
            }

            pub(crate) fn needs(&self) -> &'static [(Table, &'static [&'static str])] {
                match self { $(Self::$answer(_) => $answer::NEEDS,)+ }
            }
        }
    };
}

questions! {
    Attendance, Completeness, Overruns, Quorum, VoiceOfTheChild, FamilyAndProfessionals, Deviations, Movement, Spread, Actions, Timing,
}

impl Asked {
    /// The column of its own table that an answer is asked by, if it is.
    pub(crate) fn own_column(&self) -> Option<&str> {
        match self {
            Self::Actions(actions) => actions.own.as_deref(),
            _ => None,
        }
    }
}

impl Question {
    pub(crate) fn asked(&self) -> Asked {
        match self.clone() {
            Self::Attendance => Asked::Attendance(Attendance::default()),
            Self::Completeness => Asked::Completeness(Completeness::default()),
            Self::Overruns { over } => Asked::Overruns(Overruns { over }),
            Self::Quorum => Asked::Quorum(Quorum),
            Self::VoiceOfTheChild => Asked::VoiceOfTheChild(VoiceOfTheChild),
            Self::FamilyAndProfessionals { scale } => {
                Asked::FamilyAndProfessionals(FamilyAndProfessionals { scale })
            }
            Self::Deviations { scale } => Asked::Deviations(Deviations { scale }),
            Self::Movement { scale } => Asked::Movement(Movement::of(scale)),
            Self::Spread { scale, wide } => Asked::Spread(Spread::of(scale, wide)),
            Self::Actions { own, again } => Asked::Actions(Actions::of(own, again)),
            Self::Timing => Asked::Timing(Timing::default()),
        }
    }

    /// Which ids of this answer a profile has a title for: the key, the table, the column of titles and that of ids.
    pub(crate) fn titles(&self) -> &'static [Title] {
        match self {
            Self::Attendance => &[SEATS],
            Self::Overruns { .. } => &[STAGES],
            Self::Deviations { .. } => &[SEATS, SCALES],
            Self::Movement { .. } | Self::FamilyAndProfessionals { .. } | Self::Spread { .. } => {
                &[SCALES]
            }
            _ => &[],
        }
    }
}

/// A key of answers, with the table that has its titles in one column and its ids in another.
pub(crate) type Title = (&'static str, Table, &'static str, &'static str);

const SEATS: Title = ("seat", Table::Participants, "seat_title", "seat_held");
const SCALES: Title = ("scale", Table::Ratings, "scale_title", "scale");
const STAGES: Title = ("stage", Table::Stages, "stage_title", "stage");

/// Adds the rows of other parts.
pub(crate) fn merge_groups(own: &mut Groups, others: Groups) {
    own.merge(others, Group::merge);
}
