//! Rules about what the panel decided, and what must follow.

use super::owners::owner;
use super::{Defined, Definition, Findings, Phase, Severity, View, pointer, tables};
use crate::Date;
use crate::profile::{AfterWithin, Decision, Direction, Interval};
use crate::record::{Acceptance, Action};
use crate::text::is_blank;

tables! { DECISION, REASON, LEAD, REVIEW, FEEDBACK, RECORDED, CLOSE }

/// The decision, where the profile has it.
fn decision<'a>(view: &View<'a>) -> Option<&'a Decision> {
    view.profile.decision(view.record.outcome.decision.as_deref()?)
}

/// The decision, where the work with the family goes on from it: to stay, or to decide later.
fn going_on<'a>(view: &View<'a>) -> Option<&'a Decision> {
    decision(view)
        .filter(|decision| matches!(decision.direction, Direction::Stay | Direction::Defer))
}

/// The last day of a time after the meeting.
fn last_day(view: &View<'_>, within: Option<&AfterWithin>) -> Option<Date> {
    within?.end(view.held_on()?, view.profile.calendar())
}

const DECISION: Defined = Defined {
    definition: Definition {
        code: "SP701",
        title: "No decision is recorded",
        severity: Severity::Error,
        phase: Phase::Concluded,
        why: "The family and every agency need to know what was decided.",
        remedy: "Record the decision that the panel came to.",
        parameters: &[],
        needs: &["decisions"],
        since: "2026.1",
    },
    ask: no_decision,
};

fn no_decision(view: &View<'_>, findings: &mut Findings) {
    if !view.profile.decisions.is_empty() && view.record.outcome.decision.is_none() {
        findings.add(pointer!("outcome", "decision"), None, "No decision is recorded.", &[]);
    }
}

const REASON: Defined = Defined {
    definition: Definition {
        code: "SP702",
        title: "A decision without its reason",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "The family is entitled to the reasons, and a later panel cannot weigh a decision that gives none.",
        remedy: "Record why the panel decided so.",
        parameters: &[],
        needs: &["decisions"],
        since: "2026.1",
    },
    ask: without_reason,
};

fn without_reason(view: &View<'_>, findings: &mut Findings) {
    let decision = decision(view).filter(|decision| decision.needs_reason == Some(true));
    if let Some(decision) = decision.filter(|_| is_blank(view.record.outcome.reason.as_ref())) {
        let words = "The decision {decision} needs a reason and has none.";
        findings.add(
            pointer!("outcome", "reason"),
            None,
            words,
            &[("decision", (&decision.id).into())],
        );
    }
}

const LEAD: Defined = Defined {
    definition: Definition {
        code: "SP703",
        title: "No lead practitioner is named",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "While the work goes on, the family needs one person to turn to who holds the plan together.",
        remedy: "Name the lead practitioner.",
        parameters: &[],
        needs: &["lead_practitioner"],
        since: "2026.1",
    },
    ask: without_lead,
};

fn without_lead(view: &View<'_>, findings: &mut Findings) {
    if view.profile.lead_practitioner.required != Some(true)
        || view.record.outcome.lead_practitioner.is_some()
    {
        return;
    }
    if let Some(decision) = going_on(view) {
        let words = "The decision is {decision}, and no lead practitioner is named.";
        findings.add(
            pointer!("outcome", "lead_practitioner"),
            None,
            words,
            &[("decision", (&decision.id).into())],
        );
    }
}

const REVIEW: Defined = Defined {
    definition: Definition {
        code: "SP704",
        title: "No review is set in time",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "A plan is only as good as the day on which somebody asks whether it works.",
        remedy: "Set a review date within the interval.",
        parameters: &[],
        needs: &["review"],
        since: "2026.1",
    },
    ask: review_in_time,
};

fn review_in_time(view: &View<'_>, findings: &mut Findings) {
    let Some(decision) = going_on(view) else { return };
    let none = Interval::default();
    let Some(interval) =
        [&decision.review, &view.profile.review].into_iter().find(|interval| **interval != none)
    else {
        return;
    };
    let path = || pointer!("outcome", "review_on");
    let id = ("decision", (&decision.id).into());
    let Some(review) = view.record.outcome.review_on else {
        findings.add(path(), None, "The decision is {decision}, and no review date is set.", &[id]);
        return;
    };
    // A review before the meeting is a date out of order, whatever the interval.
    let Some(held_on) = view.held_on().filter(|held_on| *held_on <= review) else { return };
    let end = |within: &crate::record::Within| within.end(held_on, view.profile.calendar());
    let first = interval.min.as_ref().and_then(end).filter(|first| review < *first);
    let last = interval.max.as_ref().and_then(end).filter(|last| review > *last);
    let review = ("review", review.into());
    if let Some(first) = first {
        let words = "The review is on {review}; after the decision {decision} the first day for it is {first}.";
        findings.add(path(), None, words, &[id, review, ("first", first.into())]);
    } else if let Some(last) = last {
        let words = "The review is on {review}; after the decision {decision} the last day for it is {last}.";
        findings.add(path(), None, words, &[id, review, ("last", last.into())]);
    }
}

const FEEDBACK: Defined = Defined {
    definition: Definition {
        code: "SP705",
        title: "Feedback to the family is not arranged, or is late",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "A family should hear soon, and from somebody in person, what was said and decided about them.",
        remedy: "Name who tells the family and by which day, or record the day they were told.",
        parameters: &[],
        needs: &["feedback"],
        since: "2026.1",
    },
    ask: feedback_due,
};

fn feedback_due(view: &View<'_>, findings: &mut Findings) {
    let feedback = &view.record.outcome.feedback;
    if view.profile.feedback.required != Some(true) || feedback.given_on.is_some() {
        return;
    }
    if feedback.owner.is_none() {
        findings.add(
            pointer!("outcome", "feedback", "owner"),
            None,
            "Nobody is named to give feedback to the family.",
            &[],
        );
    }
    let path = || pointer!("outcome", "feedback", "due_on");
    let Some(due_on) = feedback.due_on else {
        findings.add(path(), None, "No day is set for feedback to the family.", &[]);
        return;
    };
    let last = last_day(view, view.profile.after.feedback_within.as_ref());
    let last = last.map_or(due_on, |last| last.min(due_on));
    if let Some(as_of) = view.as_of.filter(|as_of| *as_of > last) {
        let words = "Feedback to the family was due on {last} and is not given on {as_of}.";
        findings.add(path(), None, words, &[("last", last.into()), ("as_of", as_of.into())]);
    }
}

const RECORDED: Defined = Defined {
    definition: Definition {
        code: "SP706",
        title: "Minutes or record are late",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "People act on what they have in hand. Late minutes and late records leave them to act from memory.",
        remedy: "Circulate the minutes and enter the record within the council's time; if it has passed, as soon as may be.",
        parameters: &[],
        needs: &["after"],
        since: "2026.1",
    },
    ask: recorded_in_time,
};

fn recorded_in_time(view: &View<'_>, findings: &mut Findings) {
    let (recording, after) = (&view.record.recording, &view.profile.after);
    let record_words = [
        "The record was made on {on}; the last day for it was {last}.",
        "No record was made by {last}, the last day for it, and it is {on}.",
    ];
    let minutes_words = [
        "The minutes went out on {on}; the last day for it was {last}.",
        "No minutes went out by {last}, the last day for it, and it is {on}.",
    ];
    let both = [
        ("recorded_on", recording.recorded_on, &after.recorded_within, record_words),
        (
            "minutes_circulated_on",
            recording.minutes_circulated_on,
            &after.minutes_within,
            minutes_words,
        ),
    ];
    for (member, made_on, within, [late, missing]) in both {
        let Some(last) = last_day(view, within.as_ref()) else { continue };
        let words = if made_on.is_some() { late } else { missing };
        if let Some(on) = made_on.or(view.as_of).filter(|on| *on > last) {
            findings.add(
                pointer!("recording", member),
                None,
                words,
                &[("on", on.into()), ("last", last.into())],
            );
        }
    }
}

const CLOSE: Defined = Defined {
    definition: Definition {
        code: "SP707",
        title: "Closing with actions still open",
        severity: Severity::Advice,
        phase: Phase::Concluded,
        why: "Once the panel has closed, nobody asks after what is left, unless a professional has taken it on.",
        remedy: "Finish or cancel what is open, or have a professional accept it.",
        parameters: &[],
        needs: &["decisions"],
        since: "2026.1",
    },
    ask: closing_with_open_actions,
};

fn closing_with_open_actions(view: &View<'_>, findings: &mut Findings) {
    let Some(decision) = decision(view).filter(|decision| decision.direction == Direction::Close)
    else {
        return;
    };
    let left: Vec<_> =
        view.live_actions().filter(|(_, action)| !taken_on(view, action)).map(|(i, _)| i).collect();
    if left.is_empty() {
        return;
    }
    let words = "The decision is {decision}, and {count} of the open actions have no professional owner who accepted them.";
    let facts = [("decision", (&decision.id).into()), ("count", left.len().into())];
    let finding = findings.add(pointer!("outcome", "decision"), None, words, &facts);
    for i in left {
        finding.relate(pointer!("actions", i));
    }
}

/// Accepted, by a professional who owns it; an owner whom the record does not have is a wrong reference only.
fn taken_on(view: &View<'_>, action: &Action) -> bool {
    let professional = || {
        action.owner.is_some() && owner(view, action).is_none_or(|owner| owner.is_professional())
    };
    action.acceptance == Some(Acceptance::Accepted) && professional()
}
