//! Dates: what cannot be in that order, and what cannot have happened yet.

use super::Visit;
use crate::edition::Edition;
use crate::facts::FactRef;
use crate::record::{Action, Due, MeetingStatus};
use crate::rules::{Findings, Path, View, pointer, rule};
use crate::{Date, Instant};

rule! {
    SP104 => out_of_order,
    title: "Dates that cannot be in that order",
    severity: Error,
    phase: Record,
    why: "A date out of order is a slip that would mislead whoever counts on it: a birth after the meeting, a review before it, an action done before it was agreed.",
    remedy: "Correct whichever of the two dates is wrong.",
}

fn out_of_order(view: &View<'_>, findings: &mut Findings) {
    if let Some(held_on) = view.held_on() {
        for (i, person) in view.record.case.people.iter().enumerate() {
            if let Some(born) = person.date_of_birth.filter(|born| *born > held_on) {
                let template = "{person} is born on {born}, after the meeting on {held_on}.";
                let facts = [
                    ("person", (&person.id).into()),
                    ("born", born.into()),
                    ("held_on", held_on.into()),
                ];
                findings.add(
                    pointer!("case", "people", i, "date_of_birth"),
                    Some(&person.id),
                    template,
                    &facts,
                );
            }
        }
        for (path, date) in after_the_meeting(view) {
            if let Some(date) = date.filter(|date| *date < held_on) {
                let facts = [("date", date.into()), ("held_on", held_on.into())];
                findings.add(path(), None, "{date} is before the meeting on {held_on}.", &facts);
            }
        }
    }
    for (i, action) in view.record.actions.iter().enumerate() {
        let Some(agreed_on) = action.agreed_on else { continue };
        let facts = |date: Date| {
            [
                ("action", (&action.id).into()),
                ("date", date.into()),
                ("agreed_on", agreed_on.into()),
            ]
        };
        if let Some(done_on) = action.done_on.filter(|done_on| *done_on < agreed_on) {
            let template =
                "Action {action} is done on {date}, before it was agreed on {agreed_on}.";
            findings.add(
                pointer!("actions", i, "done_on"),
                Some(&action.id),
                template,
                &facts(done_on),
            );
        }
        if let Some(due_on) =
            given_day(action).filter(|due_on| *due_on < agreed_on && action.carried_from.is_none())
        {
            let template = "Action {action} is due on {date}, before it was agreed on {agreed_on}.";
            findings.add(
                pointer!("actions", i, "due", "on"),
                Some(&action.id),
                template,
                &facts(due_on),
            );
        }
    }
}

/// A path, made only where it is told of.
type PathTo = fn() -> Path;

/// What a meeting leads to, none of which can come before it.
fn after_the_meeting(view: &View<'_>) -> [(PathTo, Option<Date>); 6] {
    let record = view.record;
    let (feedback, recording) = (&record.outcome.feedback, &record.recording);
    [
        (|| pointer!("meeting", "reconvene_on"), record.meeting.reconvene_on),
        (|| pointer!("outcome", "review_on"), record.outcome.review_on),
        (|| pointer!("outcome", "feedback", "due_on"), feedback.due_on),
        (|| pointer!("outcome", "feedback", "given_on"), feedback.given_on),
        (|| pointer!("recording", "recorded_on"), recording.recorded_on),
        (|| pointer!("recording", "minutes_circulated_on"), recording.minutes_circulated_on),
    ]
}

fn given_day(action: &Action) -> Option<Date> {
    match action.due {
        Some(Due::On(date)) => Some(date),
        _ => None,
    }
}

rule! {
    SP107 => not_yet,
    title: "This date is in the future",
    severity: Warning,
    phase: Record,
    why: "What is recorded as done or said has happened by the day on which the record is judged; a later date is a slip, or a plan written down as done.",
    remedy: "Correct the date, or leave it out until it has happened.",
    needs: &["as_of"],
}

fn not_yet(view: &View<'_>, findings: &mut Findings) {
    let Some(as_of) = view.as_of else { return };
    each_past(view, &mut |date, path, subject| {
        if let Some(date) = date.filter(|date| *date > as_of) {
            let facts = [("date", date.into()), ("as_of", as_of.into())];
            findings.add(
                path(),
                subject,
                "{date} has not come yet on {as_of}, the day on which the record is judged.",
                &facts,
            );
        }
    });
}

rule! {
    SP111 => uncertain_times,
    title: "A clock or a day that was wrong",
    severity: Warning,
    phase: Meeting,
    why: "How long the panel and its stages took, and on which day it sat, is read from the clocks of those who kept the record; where two of them disagree, or a clock and the plan, one was wrong.",
    remedy: "Correct the day or the times, then take out what says that they were in doubt.",
    since: Edition::V2026_2,
}

fn uncertain_times(view: &View<'_>, findings: &mut Findings) {
    let meeting = &view.record.meeting;
    if let Some((held_on, opened_on)) =
        meeting.held_on.zip(meeting.opened_on).filter(|(held_on, opened_on)| held_on != opened_on)
    {
        let facts = [("opened_on", opened_on.into()), ("held_on", held_on.into())];
        let template = "The meeting was opened on {opened_on}, and its day is {held_on}.";
        findings.add(pointer!("meeting", "held_on"), None, template, &facts);
    }
    if let Some(seconds) = meeting.clock_set_back {
        let template = "A clock was {seconds} seconds behind an earlier one while the panel sat.";
        let facts = [("seconds", seconds.into())];
        findings.add(pointer!("meeting", "clock_set_back"), None, template, &facts);
    }
}

rule! {
    SP112 => implausible_birth,
    title: "A birth that cannot be as it is written",
    severity: Warning,
    phase: Record,
    why: "How old a child is decides what can be asked of them and who must be told; of an unborn child, papers say nothing to the family. A record that says both, or neither long after the day, will be read wrongly.",
    remedy: "Give the day of birth and take out the day that was expected; or correct the year, the month or the day on which views were gathered.",
    since: Edition::V2026_2,
}

/// Weeks after the expected day by which a child has been born.
const LATE: i64 = 6 * 7;

fn implausible_birth(view: &View<'_>, findings: &mut Findings) {
    let judged_on = view.held_on().max(view.as_of);
    for (i, person) in view.record.case.people.iter().enumerate() {
        let mut add = |key, template, facts: &[(&'static str, Date)]| {
            let of: [(&str, FactRef<'_>); 1] = [("person", (&person.id).into())];
            let days = facts.iter().map(|(name, day)| (*name, (*day).into()));
            let facts: Vec<_> = of.into_iter().chain(days).collect();
            let at = pointer!("case", "people", i, key);
            findings.add(at, Some(person.id.as_str()), template, &facts);
        };
        let born = person.born_between();
        let earliest = born.map(|[first, _]| first);
        match (person.expected_on, earliest, judged_on) {
            (Some(expected), Some(_), _) => {
                let template = "{person} is expected on {expected} and said to be born.";
                add("expected_on", template, &[("expected", expected)]);
            }
            (Some(expected), None, Some(on)) if on.days_since(expected) > LATE => {
                let template =
                    "{person} was expected on {expected} and is not said to be born by {on}.";
                add("date_of_birth", template, &[("expected", expected), ("on", on)]);
            }
            _ => {}
        }
        if let Some((first, on)) = earliest.zip(person.views_on).filter(|(first, on)| on < first) {
            let template = "The views of {person} were gathered on {views_on}, before they were born: {born} at the earliest.";
            add("views_on", template, &[("born", first), ("views_on", on)]);
        }
        let birth = &person.birth;
        let has_parts = birth.year.is_some() || birth.month.is_some();
        let is_a_time = match person.date_of_birth {
            Some(day) => birth.agrees_with(day),
            None => earliest.is_some(),
        };
        if has_parts && !is_a_time {
            let template =
                "The year and month of the birth of {person} are none, or not those of the day.";
            add("birth", template, &[]);
        }
        // A day of birth after the meeting is SP104.
        let partly = earliest.filter(|_| person.date_of_birth.is_none()).zip(view.held_on());
        if let Some((first, held_on)) = partly.filter(|(first, on)| first > on) {
            let template =
                "{person} is born on {born} at the earliest, after the meeting on {held_on}.";
            add("birth", template, &[("born", first), ("held_on", held_on)]);
        }
    }
}

/// Hands over every date of something that has happened, in the order of the record; an instant counts by its written day.
fn each_past(view: &View<'_>, visit: &mut Visit<'_, Option<Date>>) {
    let day = |instant: Option<Instant>| instant.map(Instant::date);
    let record = view.record;
    for (i, person) in record.case.people.iter().enumerate() {
        visit(
            person.date_of_birth,
            &|| pointer!("case", "people", i, "date_of_birth"),
            Some(&person.id),
        );
        visit(person.views_on, &|| pointer!("case", "people", i, "views_on"), Some(&person.id));
    }
    visit(record.referral.received_on, &|| pointer!("referral", "received_on"), None);
    visit(
        record.referral.mapping_received_on,
        &|| pointer!("referral", "mapping_received_on"),
        None,
    );
    visit(record.agreement.service.on, &|| pointer!("agreement", "service", "on"), None);
    for (i, earlier) in record.agreement.service.history.iter().enumerate() {
        visit(earlier.on, &|| pointer!("agreement", "service", "history", i, "on"), None);
    }
    // An adjourned meeting has happened; only a planned one lies ahead.
    if !matches!(record.meeting.status, None | Some(MeetingStatus::Planned)) {
        visit(record.meeting.held_on, &|| pointer!("meeting", "held_on"), None);
    }
    visit(record.meeting.opened_on, &|| pointer!("meeting", "opened_on"), None);
    for (i, participant) in record.participants.iter().enumerate() {
        visit(
            day(participant.arrived_at),
            &|| pointer!("participants", i, "arrived_at"),
            Some(&participant.id),
        );
        visit(
            day(participant.left_at),
            &|| pointer!("participants", i, "left_at"),
            Some(&participant.id),
        );
    }
    for (i, item) in record.agenda.iter().enumerate() {
        visit(day(item.started_at), &|| pointer!("agenda", i, "started_at"), Some(&item.stage));
        visit(day(item.ended_at), &|| pointer!("agenda", i, "ended_at"), Some(&item.stage));
    }
    for (i, entry) in view.map() {
        visit(entry.settled.on, &|| pointer!("mapping", i, "settled", "on"), Some(&entry.id));
        for (j, amendment) in entry.amended.iter().enumerate() {
            visit(
                Some(amendment.at.date()),
                &|| pointer!("mapping", i, "amended", j, "at"),
                Some(&entry.id),
            );
        }
    }
    for (i, scaling_round) in record.scaling.iter().enumerate() {
        visit(
            day(scaling_round.revealed_at),
            &|| pointer!("scaling", i, "revealed_at"),
            Some(&scaling_round.scale),
        );
        for (j, rating) in scaling_round.ratings.iter().enumerate() {
            visit(day(rating.at), &|| pointer!("scaling", i, "ratings", j, "at"), Some(&rating.by));
            for (k, amendment) in rating.amended.iter().enumerate() {
                let path = || pointer!("scaling", i, "ratings", j, "amended", k, "at");
                visit(Some(amendment.at.date()), &path, Some(&rating.by));
            }
        }
    }
    for (i, action) in record.actions.iter().enumerate() {
        visit(action.accepted_on, &|| pointer!("actions", i, "accepted_on"), Some(&action.id));
        visit(action.agreed_on, &|| pointer!("actions", i, "agreed_on"), Some(&action.id));
        visit(action.done_on, &|| pointer!("actions", i, "done_on"), Some(&action.id));
    }
    visit(record.outcome.feedback.given_on, &|| pointer!("outcome", "feedback", "given_on"), None);
    visit(record.recording.recorded_on, &|| pointer!("recording", "recorded_on"), None);
    visit(
        record.recording.minutes_circulated_on,
        &|| pointer!("recording", "minutes_circulated_on"),
        None,
    );
}
