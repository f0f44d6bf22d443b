//! The commands of a sitting as one table: a row for each command, a column for each decision.
//!
//! No other code in `session` names a command, so whatever depends on the command is read here, and
//! a new command does not compile before its row answers every question. No column has a default.
//!
//! | column | answers |
//! | --- | --- |
//! | `scope` | in which standings the command is admitted, and to which it moves the sitting |
//! | `by` | who may give it: a participant, or also the newcomer whom it adds |
//! | `amendable` | whether it may stand inside `amend` |
//! | `history` | whether it can be undone, or undoes another, and why |
//! | `envelope` | what of it the journal keeps sealed |
//! | `about` | its target, and with it every target that it could have |
//! | `guard` | whether it would be taken of a target now, all else being in order |
//! | `touches` | what it changes, so that `merge` finds contradictions |
//! | `does` | how it is carried out |

use super::command::{Command, CommandType, Sealed};
use super::merge::Touch;
use super::standing::{self, Scope};
use super::state::{
    Applied, Context, Guards, Named, RoundName, SittingState, Subject, Target, refuse,
};
use crate::error::Code;
use crate::{Id, Label, Text};

/// What holds of a command whatever its members are.
#[derive(Clone, Copy)]
pub(super) struct CommandSpec {
    pub(super) scope: &'static Scope,
    pub(super) by: Author,
    pub(super) amendable: bool,
    pub(super) history: HistoryStep,
    pub(super) subject: Subject,
}

/// Who may give a command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    Participant,
    /// The one whom the command adds may give it, too.
    Newcomer,
}

/// What a command does to the list of events in force.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum HistoryStep {
    /// Adds to it; `undo` takes it back.
    Adds,
    /// Adds to it for good.
    AddsForGood,
    /// Takes the last event back.
    Undoes,
    /// Puts back the last event that was taken back.
    Redoes,
    /// The journal's form of another command, which takes its place.
    Stands,
}

/// What the journal keeps sealed of a command.
pub(super) enum Envelope<'a> {
    Never,
    /// The command gives a rating, sealed while its round is. The author is that of the stamp
    /// where none is given.
    Rating(RoundName<'a>, &'a Option<Id>),
    /// The command is an envelope.
    Closed(&'a Sealed),
}

macro_rules! commands {
    (
        |$state:ident, $context:ident, $guards:ident, $target:ident|
        $(
            $name:ident($c:tt) {
                scope: $scope:ident, by: $by:ident $(($newcomer:expr))?,
                amendable: $amendable:literal, history: $history:ident $(($why:expr))?,
                envelope: $envelope:ident $(($($sealed:expr),+))?,
                about: $about:ident $(($named:expr))?, guard: $guard:expr,
                touches: [$($touch:expr),*],
                does: $does:expr,
            }
        )+
    ) => {
        impl CommandType {
            pub(super) const fn spec(self) -> CommandSpec {
                match self {
                    $(Self::$name => CommandSpec {
                        scope: &standing::$scope,
                        by: Author::$by,
                        amendable: $amendable,
                        history: HistoryStep::$history,
                        subject: Subject::$about,
                    },)+
                }
            }

            /// Whether the command would be taken of a target now, all else being in order.
            pub(super) fn guard(self, $guards: &Guards<'_>, $target: &Target) -> Applied {
                match self { $(Self::$name => $guard,)+ }
            }
        }

        #[expect(unused_variables, reason = "a column reads the members that it needs")]
        impl Command {
            /// The participant whom the command adds.
            pub(super) fn newcomer(&self) -> Option<&Id> {
                match self { $(Self::$name($c) => None$(.or(Some($newcomer)))?,)+ }
            }

            /// Why the command takes another back.
            pub(super) fn why_undone(&self) -> Option<&Text> {
                match self { $(Self::$name($c) => None$(.or($why.as_ref()))?,)+ }
            }

            pub(super) fn envelope(&self) -> Envelope<'_> {
                match self { $(Self::$name($c) => Envelope::$envelope$(($($sealed),+))?,)+ }
            }

            /// What the command is about, the round being the one that is meant.
            pub(super) fn target(&self, $state: &SittingState) -> Target {
                let named = match self { $(Self::$name($c) => Named::$about$(($named))?,)+ };
                named.in_state($state)
            }

            pub(super) fn touches(&self, touch: &mut dyn FnMut(Touch<'_>)) {
                use Touch::*;
                match self { $(Self::$name($c) => { $(touch($touch);)* })+ }
            }

            /// Carries the command out, or refuses it and leaves everything as it was.
            pub(super) fn carry_out(
                &self,
                $state: &mut SittingState,
                $context: &Context<'_>,
            ) -> Applied {
                match self { $(Self::$name($c) => $does,)+ }
            }
        }
    };
}

commands! {
    |state, context, guards, target|

    // The meeting and who is there.

    OpenMeeting(c) {
        scope: OPENS, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("meeting"), Part("chair"), Part("note_taker")],
        does: state.open_meeting(c, context),
    }
    Appoint(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [PartIf(c.chair.is_some(), "chair"), PartIf(c.note_taker.is_some(), "note_taker")],
        does: state.appoint(c),
    }
    Invite(c) {
        scope: UNTIL_CONCLUDED, by: Newcomer(&c.id), amendable: true, history: Adds,
        envelope: Never,
        about: Nothing, guard: guards.one_more_participant(),
        touches: [New("participant", &c.id)], does: state.invite(c),
    }
    Arrive(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Participant(&c.participant), guard: guards.participant(target).map(drop),
        touches: [About], does: state.arrive(c, context),
    }
    Apologise(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Participant(&c.participant), guard: guards.participant(target).map(drop),
        touches: [About], does: state.apologise(c),
    }
    MarkAbsent(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Participant(&c.participant), guard: guards.participant(target).map(drop),
        touches: [About], does: state.mark_absent(c),
    }
    Leave(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Participant(&c.participant), guard: guards.attended(target),
        touches: [About], does: state.leave(c, context),
    }
    ProceedInquorate(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("proceed_inquorate")], does: state.proceed_inquorate(c),
    }
    Adjourn(c) {
        scope: ADJOURNS, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("meeting")], does: state.adjourn(c),
    }
    Conclude(_) {
        scope: CONCLUDES, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: guards.nothing_sealed(),
        touches: [Part("meeting")], does: state.conclude(),
    }

    // What the worker and the family bring.

    RecordBestHopes(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("record_best_hopes")], does: state.record_best_hopes(c),
    }
    RecordBackground(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("record_background")], does: state.record_background(c),
    }
    RecordViews(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Person(&c.person), guard: guards.person(target),
        touches: [About], does: state.record_views(c),
    }
    SetAgreement(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("set_agreement")], does: state.set_agreement(c, context),
    }
    SetSharing(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("set_sharing")], does: state.set_sharing(c),
    }

    // Stages.

    StartStage(c) {
        scope: STARTS_STAGE, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Stage(&c.stage), guard: guards.stage(target),
        touches: [About, Part("clock")], does: state.start_stage(c, context),
    }
    Pause(_) {
        scope: PAUSES, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("clock")], does: state.pause(context),
    }
    Resume(_) {
        scope: RESUMES, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("clock")], does: state.resume(context),
    }
    EndStage(c) {
        scope: ENDS_STAGE, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("clock")], does: state.end_stage(c, context),
    }
    SkipStage(c) {
        scope: IN_SESSION, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Stage(&c.stage), guard: guards.stage_not_held(target),
        touches: [About], does: state.skip_stage(c),
    }

    // The map.

    AddEntry(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: guards.one_more_entry(),
        touches: [New("entry", &c.id)], does: state.add_entry(c),
    }
    AmendEntry(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Entry(&c.entry), guard: guards.entry_on_map(target).map(drop),
        touches: [About], does: state.amend_entry(c, context),
    }
    MoveEntry(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Entry(&c.entry), guard: guards.movable(target),
        touches: [About], does: state.move_entry(c, context),
    }
    WithdrawEntry(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Entry(&c.entry), guard: guards.entry_on_map(target).map(drop),
        touches: [About], does: state.withdraw_entry(c, context),
    }
    SettleEntry(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Entry(&c.entry), guard: guards.settleable(target),
        touches: [About], does: state.settle_entry(c, context),
    }

    // Who may see what.

    Mark(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Marked(c)], does: state.mark(c, context),
    }

    // Scaling.

    OpenRound(c) {
        scope: IN_SESSION, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: NewRound(round(&c.scale, &c.round, &c.about)), guard: guards.round_to_open(target),
        touches: [Round("round")], does: state.open_round(c),
    }
    Rate(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds,
        envelope: Rating(round(&c.scale, &c.round, &c.about), &c.by),
        about: Round(round(&c.scale, &c.round, &c.about)), guard: guards.somebody_to_rate(target),
        touches: [Rating(&c.by, c.on_behalf_of.as_ref())], does: state.rate(c, context),
    }
    AmendRating(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds,
        envelope: Rating(round(&c.scale, &c.round, &c.about), &c.by),
        about: Round(round(&c.scale, &c.round, &c.about)), guard: guards.somebody_rated(target),
        touches: [Rating(&c.by, c.on_behalf_of.as_ref())], does: state.amend_rating(c, context),
    }
    Abstain(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds,
        envelope: Never,
        about: Round(round(&c.scale, &c.round, &c.about)),
        guard: guards.somebody_to_abstain(target),
        touches: [Rating(&c.by, None)], does: state.abstain(c, context),
    }
    Reveal(c) {
        scope: IN_SESSION, by: Participant, amendable: false, history: AddsForGood, envelope: Never,
        about: Round(round(&c.scale, &c.round, &c.about)), guard: guards.round_to_reveal(target),
        touches: [Round("reveal")], does: state.reveal(c, context),
    }

    // Actions.

    AgreeAction(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: guards.one_more_action(),
        touches: [New("action", &c.id)], does: state.agree_action(c, context),
    }
    AmendAction(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Action(&c.action), guard: guards.live_action(target).map(drop),
        touches: [About], does: state.amend_action(c, context),
    }
    Allocate(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Action(&c.action), guard: guards.action_to_allocate(target),
        touches: [About], does: state.allocate(c),
    }
    Accept(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Action(&c.action), guard: guards.action_to_accept(target),
        touches: [About], does: state.accept(c, context),
    }
    Decline(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Action(&c.action), guard: guards.action_to_decline(target),
        touches: [About], does: state.decline(c, context),
    }
    SetDue(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Action(&c.action), guard: guards.live_action(target).map(drop),
        touches: [About], does: state.set_due(c),
    }
    UpdateAction(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Action(&c.action), guard: guards.action(target).map(drop),
        touches: [About], does: state.update_action(c, context),
    }

    // The outcome, and what follows.

    Decide(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Decision(&c.decision), guard: guards.decision(target),
        touches: [Decided(c.child.as_ref()), PartIf(c.contingency.is_some(), "contingency")],
        does: state.decide(c),
    }
    Dissent(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [DissentingView(&c.by, &c.view)], does: state.dissent(c, context),
    }
    NameLead(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Participant(&c.participant), guard: guards.participant(target).map(drop),
        touches: [Part("lead")], does: state.name_lead(c),
    }
    SetReview(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("set_review")], does: state.set_review(c),
    }
    GiveFeedback(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("give_feedback")], does: state.give_feedback(c),
    }
    FileRecord(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("file_record")], does: state.file_record(c, context),
    }
    CirculateMinutes(c) {
        scope: IN_SESSION, by: Participant, amendable: true, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Part("circulate_minutes")], does: state.circulate_minutes(c, context),
    }

    // After the meeting, and taking back.

    Amend(c) {
        scope: AMENDS, by: Participant, amendable: false, history: Adds, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [Change(&c.change)], does: state.amend(c, context),
    }
    Undo(c) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: false, history: Undoes(c.why),
        envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [], does: not_of_the_state(),
    }
    Redo(_) {
        scope: UNTIL_CONCLUDED, by: Participant, amendable: false, history: Redoes, envelope: Never,
        about: Nothing, guard: Ok(()),
        touches: [], does: not_of_the_state(),
    }
    Sealed(c) {
        scope: IN_SESSION, by: Participant, amendable: false, history: Stands, envelope: Closed(c),
        about: Nothing, guard: Ok(()),
        touches: [], does: not_of_the_state(),
    }
}

fn round<'a>(scale: &'a Id, round: &'a Option<Label>, about: &'a Option<Id>) -> RoundName<'a> {
    RoundName { scale, round: round.as_ref(), about: about.as_ref() }
}

/// The session itself answers what changes its history.
fn not_of_the_state() -> Applied {
    refuse(Code::Internal, "", "found a step of the session's own")
}
