use super::context::Context;
use super::table;
use crate::column::{Long, Maybe, Plain, Recurring, Utf8, Word};
use support_panel::Severity;

table! {
    /// One row for each thing that a rule found.
    findings<'a> {
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The record.
        record_id: Utf8,
        /// The rule.
        code: Recurring,
        /// How much it matters under the profile.
        severity: Word<Severity>,
        /// JSON Pointer to the member of the record that would have to be added or changed.
        path: Utf8,
        /// The id of the thing in a list that the path stands in.
        subject: Maybe<Utf8>,
        /// One plain sentence, of ids, codes, numbers and dates.
        message: Utf8,
    }
}

pub(super) fn add(findings: &mut Columns, context: &Context<'_>) {
    for finding in context.findings {
        findings.push(Row {
            file: context.file(),
            line: context.line,
            record_id: context.id(),
            code: &finding.code,
            severity: finding.severity,
            path: &finding.path,
            subject: finding.subject.as_deref(),
            message: &finding.message,
        });
    }
}
