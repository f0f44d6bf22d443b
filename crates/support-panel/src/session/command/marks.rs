//! Who may see what.

use crate::record::Visibility;
use crate::wire::{model, string_enum};
use crate::{Id, Text};

model! {
    /// Says who may see something; what is given replaces what stood there.
    pub struct Mark {
        /// The entry, the action, the participant or the person; of a part, the stage, the goal or danger, or the participant
        /// or child whose part it is.
        target: Option<Id>,
        /// The part that is marked, where it has no id.
        part: Option<MarkedPart>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// The people or participants who may not.
        withheld_from: Vec<Id>,
        /// What is taken away altogether.
        clear: Vec<ClearMark>,
        /// Why; kept in the journal, and of an entry in `amended`. No mark that keeps something from anyone goes without one.
        why: Option<Text>,
    }
}

string_enum! {
    /// What may be marked, and has no id.
    pub enum MarkedPart {
        /// The referral, with its scale and the numbers given on that.
        Referral = "referral",
        /// The agreement to the service.
        Service = "service",
        /// What the family was told about sharing information.
        Sharing = "sharing",
        /// Where the meeting is held.
        Place = "place",
        /// Why it went on without a quorum.
        InquorateReason = "inquorate_reason",
        /// Why it was adjourned.
        AdjournedReason = "adjourned_reason",
        /// What is noted of the stage that `target` names.
        Stage = "stage",
        /// How the goal was met, or the danger passed, that `target` names.
        Settled = "settled",
        /// Why the panel decided so.
        DecisionReason = "decision_reason",
        /// What was decided for the child whom `target` names, and why.
        ChildDecision = "child_decision",
        /// What happens if the plan does not hold.
        Contingency = "contingency",
        /// How the family hears of it.
        Feedback = "feedback",
        /// What the participant whom `target` names saw otherwise.
        DissentingView = "dissenting_view",
    }

    /// What may be taken away from the marks of something.
    pub enum ClearMark {
        /// Who may see it.
        VisibleTo = "visible_to",
        /// Who may not.
        WithheldFrom = "withheld_from",
    }
}
