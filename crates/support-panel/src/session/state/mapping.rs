//! The entries of the map.

use super::guards::still_answered;
use super::{
    Applied, Context, SittingState, has_capacity, is_lifted, needed, not_blank, nothing_to_change,
    refuse, replace,
};
use crate::error::Code;
use crate::record::{Category, Entry, EntryAmendment, Origin, Settled, Statement, Withdrawal};
use crate::session::command::{
    AddEntry, AmendEntry, ClearEntry, MoveEntry, SettleEntry, WithdrawEntry,
};
use crate::session::standing::Standing;
use crate::{Extensions, Id, Text};

impl SittingState {
    /// Whether the profile's columns have a category. A profile without categories allows each.
    pub(super) fn has_category(&self, category: Category) -> bool {
        self.profile.columns.iter().all(|column| column.categories.is_empty())
            || self.profile.column_of(category).is_some()
    }

    fn category(&self, category: Category) -> Applied {
        if self.has_category(category) {
            return Ok(());
        }
        refuse(
            Code::UnknownCategory,
            "/category",
            format!("found {category}, expected a category of the profile's columns"),
        )
    }

    /// Refuses answers that the category cannot give.
    fn answerable(&self, category: Category, answers: &[Id]) -> Applied {
        answers.iter().try_for_each(|id| {
            let answered = self.entry(id, "/answers")?;
            if category.may_answer().contains(&answered.category) {
                return Ok(());
            }
            refuse(
                Code::CannotAnswer,
                "/answers",
                format!("found {id}, which {category} cannot answer: it is {}", answered.category),
            )
        })
    }

    /// Checks the references of a command. Those that the entry had before may be gone, and stay.
    fn references(
        &self,
        category: Category,
        [about, raised_by, worried, answers]: [&[Id]; 4],
    ) -> Applied {
        self.people(about, "/about")?;
        self.participants(raised_by, "/raised_by")?;
        self.people_or_participants(worried, "/statement/worried")?;
        self.answerable(category, answers)
    }

    pub(in crate::session) fn add_entry(&mut self, c: &AddEntry) -> Applied {
        self.unused(&c.id)?;
        self.category(c.category)?;
        not_blank(&c.text, "/text")?;
        let origin =
            if self.standing() == Standing::Before { Origin::Referral } else { Origin::Panel };
        let entry = Entry {
            id: c.id.clone(),
            category: c.category,
            text: Some(c.text.clone()),
            about: c.about.clone(),
            raised_by: c.raised_by.clone(),
            origin: c.origin.or(Some(origin)),
            answers: c.answers.clone(),
            evidence: c.evidence.clone(),
            statement: c.statement.clone(),
            settled: Settled::default(),
            visible_to: c.visible_to,
            withheld_from: Vec::new(),
            amended: Vec::new(),
            withdrawn: Withdrawal::default(),
            extensions: Extensions::default(),
        };
        self.references(c.category, [&c.about, &c.raised_by, &c.statement.worried, &c.answers])?;
        self.record.mapping.push(entry);
        Ok(())
    }

    pub(in crate::session) fn amend_entry(
        &mut self,
        c: &AmendEntry,
        context: &Context<'_>,
    ) -> Applied {
        let on_map = self.entry(&c.entry, "/entry")?;
        let before = as_it_stands(on_map);
        let mut entry = before.clone();
        for cleared in &c.clear {
            match cleared {
                ClearEntry::About => entry.about.clear(),
                ClearEntry::RaisedBy => entry.raised_by.clear(),
                ClearEntry::Answers => entry.answers.clear(),
                ClearEntry::Evidence => entry.evidence = None,
                ClearEntry::Statement => entry.statement = Statement::default(),
            }
        }
        for (list, given) in [
            (&mut entry.about, &c.about),
            (&mut entry.raised_by, &c.raised_by),
            (&mut entry.answers, &c.answers),
        ] {
            if !given.is_empty() {
                list.clone_from(given);
            }
        }
        replace(&mut entry.evidence, &c.evidence);
        replace(&mut entry.text, &c.text);
        if c.statement != Statement::default() {
            entry.statement.clone_from(&c.statement);
        }
        entry.visible_to = c.visible_to.or(entry.visible_to);
        if entry == before {
            return nothing_to_change();
        }
        c.text.as_ref().map_or(Ok(()), |text| not_blank(text, "/text"))?;
        self.references(
            entry.category,
            [&c.about, &c.raised_by, &c.statement.worried, &c.answers],
        )?;
        // A mark was once taken off without a word: a journal of that time gives the record that it gave then.
        let is_silent = context.is_replayed && context.why(c.why.as_ref()).is_none();
        // After the meeting every change is history; before, a change of the text is, and a mark that is taken off.
        let is_history = entry.text != before.text
            || context.amending.is_some()
            || is_lifted(before.visible_to, entry.visible_to) && !is_silent;
        let amendment = is_history
            .then(|| amendment(on_map, None, before.text, c.why.as_ref(), context))
            .transpose()?;
        self.put_back(entry, amendment)
    }

    /// Replaces an entry and adds to its history.
    fn put_back(&mut self, entry: Entry, amendment: Option<EntryAmendment>) -> Applied {
        let index = self.entry_mut(&entry.id)?;
        let mut amended = std::mem::take(&mut index.amended);
        amended.extend(amendment);
        *index = Entry { amended, ..entry };
        Ok(())
    }

    /// The first entry that answers this one and could not, were this one in another category.
    pub(super) fn hindering(&self, entry: &Entry, to: Category) -> Option<&Entry> {
        let hinders = |other: &&Entry| {
            other.is_on_map()
                && other.answers.contains(&entry.id)
                && !other.category.may_answer().contains(&to)
        };
        self.record.mapping.iter().find(hinders)
    }

    pub(in crate::session) fn move_entry(
        &mut self,
        c: &MoveEntry,
        context: &Context<'_>,
    ) -> Applied {
        let on_map = self.entry(&c.entry, "/entry")?;
        let mut entry = as_it_stands(on_map);
        if entry.category == c.category {
            return nothing_to_change();
        }
        self.category(c.category)?;
        if let Some(other) = self.hindering(&entry, c.category) {
            return still_answered(&entry, other, c.category);
        }
        let before = entry.category;
        let keeps = |id: &Id| {
            self.record
                .mapping
                .iter()
                .any(|e| e.id == *id && c.category.may_answer().contains(&e.category))
        };
        entry.answers.retain(keeps);
        entry.category = c.category;
        let amendment = amendment(on_map, Some(before), None, c.why.as_ref(), context)?;
        self.put_back(entry, Some(amendment))
    }

    pub(in crate::session) fn withdraw_entry(
        &mut self,
        c: &WithdrawEntry,
        context: &Context<'_>,
    ) -> Applied {
        let why = context.why(c.why.as_ref());
        self.entry_mut(&c.entry)?.withdrawn =
            Withdrawal { at: Some(context.at), by: Some(context.by.clone()), why };
        Ok(())
    }

    pub(in crate::session) fn settle_entry(
        &mut self,
        c: &SettleEntry,
        context: &Context<'_>,
    ) -> Applied {
        not_blank(&c.how, "/how")?;
        let entry = self.entry_mut(&c.entry)?;
        entry.settled.on = c.on.or(Some(context.day));
        entry.settled.how = Some(c.how.clone());
        Ok(())
    }
}

/// A copy of an entry without its history, which may be long and does not affect a change.
fn as_it_stands(entry: &Entry) -> Entry {
    Entry {
        id: entry.id.clone(),
        category: entry.category,
        text: entry.text.clone(),
        about: entry.about.clone(),
        raised_by: entry.raised_by.clone(),
        origin: entry.origin,
        answers: entry.answers.clone(),
        evidence: entry.evidence.clone(),
        statement: entry.statement.clone(),
        settled: entry.settled.clone(),
        visible_to: entry.visible_to,
        withheld_from: entry.withheld_from.clone(),
        amended: Vec::new(),
        withdrawn: entry.withdrawn.clone(),
        extensions: entry.extensions.clone(),
    }
}

fn amendment(
    entry: &Entry,
    category: Option<Category>,
    text: Option<Text>,
    why: Option<&Text>,
    context: &Context<'_>,
) -> Applied<EntryAmendment> {
    let why = needed(context.why(why), "/why")?;
    has_capacity(&entry.amended, "/entry")?;
    Ok(EntryAmendment { at: context.at, by: context.by.clone(), category, text, why })
}
