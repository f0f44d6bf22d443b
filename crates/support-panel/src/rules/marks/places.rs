//! Every mark of a record: whom a list names, and where it stands.

use crate::Id;
use crate::record::{Marked, Record};
use crate::rules::{Path, View, pointer};

/// Is handed something that says who may see it, its place, and the subject that it stands in.
type Visit<'v> = dyn FnMut(&dyn Marked, &dyn Fn() -> Path, Option<&str>) + 'v;

/// Hands over everything of a record that may be marked, in the order of the record.
pub(crate) fn each_marked(record: &Record, visit: &mut Visit<'_>) {
    for (i, person) in record.case.people.iter().enumerate() {
        visit(person, &|| pointer!("case", "people", i), Some(&person.id));
    }
    visit(&record.referral, &|| pointer!("referral"), None);
    visit(&record.agreement.service, &|| pointer!("agreement", "service"), None);
    visit(&record.agreement.sharing, &|| pointer!("agreement", "sharing"), None);
    for (key, marks) in record.meeting.marks.texts() {
        visit(marks, &|| pointer!("meeting", "marks", key), None);
    }
    for (i, participant) in record.participants.iter().enumerate() {
        visit(participant, &|| pointer!("participants", i), Some(&participant.id));
    }
    for (i, item) in record.agenda.iter().enumerate() {
        visit(item, &|| pointer!("agenda", i), Some(&item.stage));
    }
    for (i, entry) in record.mapping.iter().enumerate() {
        visit(&entry.settled, &|| pointer!("mapping", i, "settled"), Some(&entry.id));
        visit(entry, &|| pointer!("mapping", i), Some(&entry.id));
    }
    for (i, round) in record.scaling.iter().enumerate() {
        for (j, rating) in round.ratings.iter().enumerate() {
            visit(rating, &|| pointer!("scaling", i, "ratings", j), Some(&rating.by));
        }
        for (j, abstention) in round.abstentions.iter().enumerate() {
            visit(abstention, &|| pointer!("scaling", i, "abstentions", j), Some(&abstention.by));
        }
    }
    for (i, action) in record.actions.iter().enumerate() {
        visit(action, &|| pointer!("actions", i), Some(&action.id));
    }
    for (i, it) in record.outcome.children.iter().enumerate() {
        visit(it, &|| pointer!("outcome", "children", i), Some(&it.child));
    }
    for (i, dissent) in record.outcome.dissent.iter().enumerate() {
        visit(dissent, &|| pointer!("outcome", "dissent", i), Some(&dissent.by));
    }
    visit(&record.outcome.feedback, &|| pointer!("outcome", "feedback"), None);
    for (key, marks) in record.outcome.marks.texts() {
        visit(marks, &|| pointer!("outcome", "marks", key), None);
    }
}

/// Whether any list of a mark, or of people for whom someone is unlisted, names one of these.
pub(crate) fn names_any(view: &View<'_>, is_one: impl Fn(&Id) -> bool) -> bool {
    let unlisted = view.record.case.people.iter().flat_map(|person| &person.unlisted_for);
    let mut found = unlisted.into_iter().any(&is_one);
    each_marked(view.record, &mut |marked, _, _| {
        found = found || marked.withheld_from().iter().any(&is_one);
    });
    found
}
