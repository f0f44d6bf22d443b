//! Who may see what.

use crate::record::{OnBehalfOf, Visibility};
use crate::wire::{model, string_enum};
use crate::{Id, Label, Text};

model! {
    /// Says who may see something; what is given replaces what stood there.
    pub struct Mark {
        /// The entry, the action, the participant or the person; of a part, the stage, the goal or danger, or the participant,
        /// the person or the child whose part it is.
        target: Option<Id>,
        /// The part that is marked, where it has no id.
        part: Option<MarkedPart>,
        /// Of a number or an abstention, the scale.
        scale: Option<Id>,
        /// The round.
        round: Option<Label>,
        /// The danger.
        about: Option<Id>,
        /// Of a number, whose place was guessed; the giver's own where nothing is said.
        on_behalf_of: Option<OnBehalfOf>,
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
        /// What happens if the plan is not working.
        Contingency = "contingency",
        /// How the family hears of it.
        Feedback = "feedback",
        /// What the participant whom `target` names saw otherwise.
        DissentingView = "dissenting_view",
        /// The number that the participant whom `target` names gave on a scale, once it has been shown.
        Rating = "rating",
        /// That the participant whom `target` names gave no number on a scale, and why.
        Abstention = "abstention",
        /// That the person whom `target` names is in the record at all: `withheld_from` lists who may not know it.
        Listing = "listing",
        /// The one copy for all of the family: `withheld_from` lists people whose copies differ, and then there is none.
        FamilyCopy = "family_copy",
    }

    /// What may be taken away from the marks of something.
    pub enum ClearMark {
        /// Who may see it.
        VisibleTo = "visible_to",
        /// Who may not.
        WithheldFrom = "withheld_from",
    }
}
