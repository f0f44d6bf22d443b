//! What a copy leaves in sight of something that it withholds: marks do not spread, so someone reads it once more.

use super::lens::Lens;
use crate::Id;
use crate::record::{Action, Entry, Record};
use crate::rules::{Names, each_text};
use std::collections::BTreeSet;

impl Lens<'_, '_> {
    /// The ids of what the copy shows that points to something a mark withholds from its reader, or names someone whom it
    /// conceals; of a text that belongs to nothing with an id, its place.
    pub(in crate::report) fn left_in_sight(&self, copy: &Record) -> BTreeSet<String> {
        let mut left: BTreeSet<String> = BTreeSet::new();
        let points = |ids: &[Id]| {
            let mut entries = ids.iter().filter_map(|id| self.view.entry(id));
            entries.any(|entry: &Entry| entry.is_on_map() && self.conceals(entry))
        };
        for entry in self.record.mapping.iter().filter(|entry| self.has_entry(&entry.id)) {
            left.extend(points(&entry.answers).then(|| entry.id.to_string()));
        }
        let shown: BTreeSet<&str> = copy.actions.iter().map(|action| action.id.as_str()).collect();
        for action in self.record.actions.iter().filter(|a| shown.contains(a.id.as_str())) {
            left.extend(points(&action.serves).then(|| action.id.to_string()));
        }
        if let Some(previous) = self.view.previous {
            let concealed = previous.actions.iter().filter(|action| self.conceals(*action));
            let concealed: BTreeSet<&Id> = concealed.map(|action| &action.id).collect();
            let goes_on = |action: &&Action| {
                let mut from = action.carried_from.iter().filter(|it| it.record == previous.id);
                from.any(|from| concealed.contains(&from.action))
            };
            let carried = self.record.actions.iter().filter(goes_on);
            let carried = carried.filter(|action| shown.contains(action.id.as_str()));
            left.extend(carried.map(|action| action.id.to_string()));
        }
        let names = self.concealed_names();
        if !names.is_empty() {
            each_text(copy, &mut |text, _, path, subject| {
                let is_named = !names.in_text(text).is_empty();
                left.extend(is_named.then(|| subject.map_or_else(|| path().text(), str::to_owned)));
            });
        }
        left
    }

    /// The names and agencies of those whom the copy does not name.
    fn concealed_names(&self) -> Names {
        let mut names = Names::default();
        let (people, participants) = (&self.record.case.people, &self.record.participants);
        for person in people {
            match self.has_named(&person.id) {
                true => names.pass_over(person.name.as_ref()),
                false => names.add_name(person.name.as_ref(), 0),
            }
        }
        for participant in participants {
            if self.has_named(&participant.id) {
                names.pass_over(participant.name.as_ref());
            } else {
                names.add_name(participant.name.as_ref(), 0);
                names.add(participant.agency.as_ref(), 0);
            }
        }
        names
    }
}
