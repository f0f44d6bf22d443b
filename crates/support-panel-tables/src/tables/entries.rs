use super::context::Context;
use super::table;
use crate::column::{Day, Flag, Ids, Long, Maybe, Plain, Recurring, Time, Utf8, Whole, Word};
use support_panel::record::{Category, Origin, Visibility};

table! {
    /// One row for each entry of the map, withdrawn ones among them.
    entries<'a> {
        /// The record.
        record_id: Utf8,
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The index in the record's list, from 0: the order in which entries were raised.
        position: Plain<Whole>,
        /// The entry, within the record.
        entry_id: Utf8,
        /// Where on the map it stands.
        category: Word<Category>,
        /// The profile's column in which that category stands.
        map_column: Maybe<Recurring>,
        /// Where it comes from.
        origin: Maybe<Word<Origin>>,
        /// The people it is about.
        about: Ids,
        /// The participants who raised it.
        raised_by: Ids,
        /// The entries that it answers.
        answers: Ids,
        /// Whether evidence is given, as existing safety needs.
        has_evidence: Flag,
        /// Whether any part of a danger statement is given.
        has_statement: Flag,
        /// The people or participants who are worried.
        worried: Ids,
        /// Whether its goal is met or its danger past.
        settled: Flag,
        /// From which day.
        settled_on: Maybe<Plain<Day>>,
        /// Who may see it.
        visible_to: Maybe<Word<Visibility>>,
        /// How many times it was changed.
        amendments: Plain<Whole>,
        /// Whether it stands on the map, not withdrawn.
        on_map: Flag,
        /// When it was withdrawn.
        withdrawn_at: Maybe<Plain<Time>>,
        /// The participant who withdrew it.
        withdrawn_by: Maybe<Utf8>,
        /// What was said.
        [text] text: Maybe<Utf8>,
        /// Who did what, when, over how long.
        [text] evidence: Maybe<Utf8>,
        /// What they are worried about.
        [text] statement_about: Maybe<Utf8>,
        /// What could come of it for the child.
        [text] statement_impact: Maybe<Utf8>,
        /// How it is known that it is settled.
        [text] settled_how: Maybe<Utf8>,
        /// Why it was withdrawn.
        [text] withdrawn_why: Maybe<Utf8>,
        /// The council's own data on the entry, as JSON.
        [text] extensions: Maybe<Utf8>,
    }
}

pub(super) fn add(entries: &mut Columns, context: &Context<'_>) {
    for (position, entry) in context.record().mapping.iter().enumerate() {
        let statement = &entry.statement;
        entries.push(Row {
            record_id: context.id(),
            file: context.file(),
            line: context.line,
            position,
            entry_id: &entry.id,
            category: entry.category,
            map_column: context
                .profile()
                .column_of(entry.category)
                .map(|column| column.id.as_str()),
            origin: entry.origin,
            about: &entry.about,
            raised_by: &entry.raised_by,
            answers: &entry.answers,
            has_evidence: entry.evidence.as_ref().is_some_and(|text| !text.is_blank()),
            has_statement: !statement.worried.is_empty()
                || statement.about.is_some()
                || statement.impact.is_some(),
            worried: &statement.worried,
            settled: entry.is_settled(),
            settled_on: entry.settled.on,
            visible_to: entry.visible_to,
            amendments: entry.amended.len(),
            on_map: entry.is_on_map(),
            withdrawn_at: entry.withdrawn.at,
            withdrawn_by: entry.withdrawn.by.as_deref(),
            text: entry.text.as_ref().map(|text| text.as_str()),
            evidence: entry.evidence.as_ref().map(|text| text.as_str()),
            statement_about: statement.about.as_ref().map(|text| text.as_str()),
            statement_impact: statement.impact.as_ref().map(|text| text.as_str()),
            settled_how: entry.settled.how.as_ref().map(|text| text.as_str()),
            withdrawn_why: entry.withdrawn.why.as_ref().map(|text| text.as_str()),
            extensions: entry.extensions.as_json(),
        });
    }
}
