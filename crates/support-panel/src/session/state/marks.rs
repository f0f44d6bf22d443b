//! Who may see what.

use super::{Applied, Context, SittingState, has_capacity, is_lifted, nothing_to_change, refuse};
use crate::Id;
use crate::error::Code;
use crate::record::{EntryAmendment, Visibility};
use crate::session::command::{ClearMark, Mark};

impl SittingState {
    pub(in crate::session) fn mark(&mut self, c: &Mark, context: &Context<'_>) -> Applied {
        self.people_or_participants(&c.withheld_from, "/withheld_from")?;
        let (visible_to, withheld_from) = self.marks_mut(&c.target)?;
        let before = (*visible_to, withheld_from.clone());
        let (mut visible_to, mut withheld_from) = before.clone();
        for cleared in &c.clear {
            match cleared {
                ClearMark::VisibleTo => visible_to = None,
                ClearMark::WithheldFrom => withheld_from.clear(),
            }
        }
        visible_to = c.visible_to.or(visible_to);
        if !c.withheld_from.is_empty() {
            withheld_from.clone_from(&c.withheld_from);
        }
        if before == (visible_to, withheld_from.clone()) {
            return nothing_to_change();
        }
        let is_taken_off = is_lifted(before.0, visible_to)
            || before.1.iter().any(|id| !withheld_from.contains(id));
        let why = c.why.as_ref();
        let why = if is_taken_off { context.why_lifted(why)? } else { context.why(why) };
        if is_taken_off || context.amending.is_some() {
            let (at, by) = (context.at, context.by.clone());
            if let Some(entry) = self.record.mapping.iter_mut().find(|e| e.id == c.target) {
                has_capacity(&entry.amended, "/target")?;
                entry.amended.push(EntryAmendment { at, by, category: None, text: None, why });
            }
        }
        let marks = self.marks_mut(&c.target)?;
        (*marks.0, *marks.1) = (visible_to, withheld_from);
        Ok(())
    }

    /// The marks of whatever has an id.
    fn marks_mut(&mut self, id: &Id) -> Applied<(&mut Option<Visibility>, &mut Vec<Id>)> {
        let record = &mut self.record;
        macro_rules! of {
            ($list:expr) => {
                $list
                    .iter_mut()
                    .filter(|one| one.id == *id)
                    .map(|one| (&mut one.visible_to, &mut one.withheld_from))
            };
        }
        let mut found = of!(record.mapping)
            .chain(of!(record.actions))
            .chain(of!(record.participants))
            .chain(of!(record.case.people));
        match found.next() {
            Some(marks) => Ok(marks),
            None => refuse(
                Code::UnknownEntry,
                "/target",
                "found another id, expected that of an entry, an action, a participant or a person",
            ),
        }
    }
}
